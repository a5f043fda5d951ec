//! Why an article makes no guide.
//!
//! Belongs here: the checks that refuse an article, with the messages for its author. The limits were tuned on sixty real
//! articles. Does not: how fixes are found (see `classify`), or what an article is about (see `about`).

use unstuck_core::guide::{Problem, Rule};

use crate::about::Article;
use crate::lexicon::Role;

/// Below this percentage of instructing sentences an article explains rather than instructs.
const LEAST_INSTRUCTING: usize = 15;
/// The same, without sentences that only hint at something to do, from [`MANY_SENTENCES`] on.
const LEAST_ORDERING: usize = 8;
const MANY_SENTENCES: usize = 15;
/// With fewer headings, how many are of one kind says nothing.
const ENOUGH: usize = 4;

/// What speaks against a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Objection {
    /// It cannot be walked.
    Refusal(Problem),
    /// It can, but may not be meant to be: who names the article decides.
    Doubt(Problem),
}

/// What speaks against a guide of this article, if anything does.
pub(crate) fn objection(article: &Article<'_>, known: bool) -> Option<Objection> {
    let Article {
        parts,
        classified,
        picks,
        ..
    } = *article;
    // An author who marks a fix has decided.
    if picks.iter().any(|pick| parts[pick.part].is_marked_fix()) {
        return None;
    }
    let refuse = |rule, message: &str, mend| {
        Some(Objection::Refusal(Problem::of_article(rule, message, mend)))
    };
    let doubt = |rule, message: &str, mend| {
        Some(Objection::Doubt(Problem::of_article(rule, message, mend)))
    };
    if known && article.is_about_reporting() {
        return refuse(
            Rule::Reports,
            "tells how to report a problem, not how to solve one",
            "a guide needs fixes that a reader can try; mark them with data-unstuck-id if there are some",
        );
    }
    if picks.is_empty() {
        return refuse(
            Rule::NoFix,
            "has no fix",
            "give each fix a heading and say below it what to do, ideally in a list of steps",
        );
    }
    if !known {
        return None;
    }
    if article.asks(ENOUGH) {
        return refuse(
            Rule::Unrelated,
            "answers questions that do not depend on each other",
            "a guide needs fixes that are tried one after the other",
        );
    }
    if article.lists_issues() {
        return refuse(
            Rule::Unrelated,
            "lists issues that do not depend on each other",
            "give each issue a heading of its own with its remedy below, so that a reader can choose, or mark the fixes with data-unstuck-id",
        );
    }
    if article.collects_problems() {
        return doubt(
            Rule::Unrelated,
            "collects problems that do not depend on each other",
            "make a guide of each, say in its title what they have in common, or mark the fixes with data-unstuck-id",
        );
    }
    if article.names_codes() {
        return doubt(
            Rule::Explains,
            "lists codes of a program, and not fixes that are tried one after the other",
            "name in each title what its reader sees, or mark the fixes with data-unstuck-id",
        );
    }
    if article.is_reference() {
        return refuse(
            Rule::Explains,
            "explains what there is, and does not say what to do",
            "write the fixes as instructions, or mark them with data-unstuck-id",
        );
    }
    let beside = (1..parts.len()).filter(|at| !classified.is_below(*at, picks));
    let leaves = beside.filter(|at| parts[*at].has_heading() && parts[*at].children.is_empty());
    let leaves: Vec<usize> = leaves.collect();
    // Whom to ask is told beside a single fix, too.
    let asks = |at: &usize| classified.role(*at) == Role::Support;
    let many = leaves.len() >= ENOUGH && !leaves.iter().all(asks);
    let headed = picks.iter().filter(|pick| parts[pick.part].has_heading());
    // Next to symptoms or causes, a single fix is what is expected.
    let explained = || (1..parts.len()).any(|at| classified.role(at) == Role::Reason);
    if headed.count() == 1 && picks.len() == 1 && many && !explained() {
        return doubt(
            Rule::LoneFix,
            "has one fix among many sections",
            "give the other fixes instructions too, or mark the fixes with data-unstuck-id",
        );
    }
    let lexicon = classified.lexicon();
    let tally = classified.tally(picks);
    let titles = picks.iter().map(|pick| &parts[pick.part].title);
    let telling = titles.filter(|title| lexicon.is_instruction(title) || lexicon.is_symptom(title));
    let named = picks.len() >= 3 && telling.count() * 2 >= picks.len();
    let explains = (tally.instructing + tally.hinting) * 100 < tally.sentences * LEAST_INSTRUCTING
        || tally.sentences >= MANY_SENTENCES
            && tally.instructing * 100 < tally.sentences * LEAST_ORDERING;
    let explains = !named && explains && !article.only_acts() || article.mostly_explains();
    if explains && !article.tries_items() {
        return doubt(
            Rule::Explains,
            "explains more than it instructs",
            "write the fixes as instructions, or mark them with data-unstuck-id",
        );
    }
    if article.mostly_sends_away() {
        return doubt(
            Rule::Reports,
            "sends to somebody else more often than it helps",
            "say what a reader can try, or mark the fixes with data-unstuck-id",
        );
    }
    if !article.is_about_trouble(tally) {
        return doubt(
            Rule::NoProblem,
            "names no problem that its sections solve",
            "say in its title what goes wrong, or mark the fixes with data-unstuck-id",
        );
    }
    if let Some(signs) = article.signs() {
        let message = format!("may not be meant to be walked: {}", signs.join(", "));
        return doubt(
            Rule::NoProblem,
            &message,
            "say in its title and headings what goes wrong or what to try, or mark the fixes with data-unstuck-id",
        );
    }
    None
}
