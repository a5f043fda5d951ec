//! Why an article makes no guide.
//!
//! Belongs here: the checks that refuse an article, with the messages for its author. The limits were tuned on sixty real
//! articles. Does not: how fixes are found (see `classify`).

use unstuck_core::guide::{Problem, Rule};

use crate::classify::{Classified, Pick};
use crate::dom::text;
use crate::lexicon::{Lexicon, Role};
use crate::part::Part;
use crate::sentences::{Tally, sentences};
use crate::titles::folded;
use crate::word_lists::{begins_with_phrase, contains_phrase};

/// Below this percentage of instructing sentences an article explains rather than instructs.
const LEAST_INSTRUCTING: usize = 15;
/// An article whose headings name no problem is still about one from this share of sentences that do, in percent, together
/// with [`MUCH_INSTRUCTING`].
const LEAST_TROUBLED: usize = 28;
/// The share of instructing sentences, in percent, that goes with [`LEAST_TROUBLED`].
const MUCH_INSTRUCTING: usize = 45;
/// With fewer headings, how many are of one kind says nothing.
const ENOUGH: usize = 4;

/// The reason to refuse this article with these fixes, if there is one.
pub(crate) fn refuse(
    parts: &[Part],
    classified: &Classified<'_>,
    picks: &[Pick],
    english: bool,
) -> Option<Problem> {
    if picks.is_empty() {
        return Some(Problem::of_article(
            Rule::NoFix,
            "has no fix",
            "give each fix a heading and say below it what to do, ideally in a list of steps",
        ));
    }
    if picks.iter().any(|pick| parts[pick.part].is_marked_fix()) {
        // An author who marks a fix has decided.
        return None;
    }
    if !english {
        return None;
    }
    let lexicon = classified.lexicon();
    let titles: Vec<&Part> = parts
        .iter()
        .skip(1)
        .filter(|part| part.has_heading())
        .collect();
    let questions = titles
        .iter()
        .filter(|part| lexicon.is_question(&part.title))
        .count();
    if titles.len() >= ENOUGH && questions * 5 >= titles.len() * 3 {
        return Some(Problem::of_article(
            Rule::Unrelated,
            "answers questions that do not depend on each other",
            "a guide needs fixes that are tried one after the other",
        ));
    }
    let leaves = titles
        .iter()
        .filter(|part| part.children.is_empty() && part.has_heading())
        .count();
    let headed = picks
        .iter()
        .filter(|pick| parts[pick.part].has_heading())
        .count();
    if headed == 1 && picks.len() == 1 && leaves >= ENOUGH && !explained(parts, classified) {
        return Some(Problem::of_article(
            Rule::LoneFix,
            "has one fix among many sections",
            "give the other fixes instructions too, or mark the fixes with data-unstuck-id",
        ));
    }
    let tally = classified.tally(picks);
    let telling = picks
        .iter()
        .filter(|pick| {
            lexicon.is_instruction(&parts[pick.part].title)
                || lexicon.is_symptom(&parts[pick.part].title)
        })
        .count();
    let named = picks.len() >= 3 && telling * 2 >= picks.len();
    if !named && (tally.instructing + tally.hinting) * 100 < tally.sentences * LEAST_INSTRUCTING {
        return Some(Problem::of_article(
            Rule::Explains,
            "explains more than it instructs",
            "write the fixes as instructions, or mark them with data-unstuck-id",
        ));
    }
    if !about_trouble(parts, picks, tally, lexicon) {
        return Some(Problem::of_article(
            Rule::NoProblem,
            "names no problem that its sections solve",
            "say in its title what goes wrong, or mark the fixes with data-unstuck-id",
        ));
    }
    None
}

/// Whether there are symptoms or causes next to the fixes: then a single fix is fine.
fn explained(parts: &[Part], classified: &Classified<'_>) -> bool {
    (1..parts.len()).any(|at| classified.role(at) == Role::Reason)
}

/// Whether the article is about something that goes wrong: by its title, its sections, or many of its sentences.
fn about_trouble(parts: &[Part], picks: &[Pick], tally: Tally, lexicon: &Lexicon) -> bool {
    let title = parts.first().map_or("", |part| &part.title);
    if lexicon.role(title) == Role::Related {
        return false;
    }
    let folded = folded(title);
    if folded.contains("changelog") || folded.contains("release notes") {
        return false;
    }
    if lexicon.names_trouble(title)
        || begins_with_phrase(&folded, &lexicon.problem_titles)
        || contains_phrase(&folded, &lexicon.repair_titles)
    {
        return true;
    }
    let named = |at: &usize| {
        lexicon.clearly_names_trouble(&parts[*at].title)
            || lexicon.role(&parts[*at].title) == Role::Group
    };
    let said = picks
        .iter()
        .filter(|pick| named(&pick.part) || pick.under.iter().any(&named))
        .count();
    let headings = parts
        .iter()
        .skip(1)
        .filter(|part| {
            lexicon.clearly_names_trouble(&part.title)
                || part.title.to_lowercase().contains("symptom")
        })
        .count();
    if said * 2 >= picks.len() || headings >= 2 && headings * 4 >= parts.len() - 1 {
        return true;
    }
    let texts: Vec<String> = parts
        .iter()
        .flat_map(|part| &part.blocks)
        .map(|block| text(block))
        .collect();
    let sentences = || texts.iter().flat_map(|text| sentences(text));
    let troubled = sentences()
        .filter(|sentence| lexicon.names_trouble(sentence))
        .count();
    troubled * 100 >= sentences().count() * LEAST_TROUBLED
        && (tally.instructing + tally.hinting) * 100 >= tally.sentences * MUCH_INSTRUCTING
}
