//! What is hard to read or to follow: hints, each with what helps. A hint keeps nobody from publishing.
//!
//! Belongs here: the rules. Does not: the words that they look for (`words`), or where a guide says something (`texts`).

mod look;
mod looks;
mod texts;
mod words;

use unstuck_adopt::{instructs, sentences};
use unstuck_core::guide::{Guide, Part};

use self::texts::{Role, Text, texts};
use self::words::{Longest, Words};
use crate::diagnostic::Diagnostic;
use crate::location::Locations;

/// Most hints of one file: whoever has read so many knows.
const MAX_HINTS: usize = 50;

/// Finds what could be said more plainly.
pub(super) fn check(guide: &Guide, locations: &Locations, out: &mut Vec<Diagnostic>) {
    let words = Words::of(&guide.lang);
    for text in texts(guide) {
        if out.len() >= MAX_HINTS {
            return;
        }
        let mut hint = |rule: &'static str, message: &str, help: &str| {
            let at = locations.offset_of(text.part);
            out.push(Diagnostic::hint(rule, at, message, help));
        };
        for sentence in sentences(&text.words) {
            if let Some(found) = too_long(sentence, words.longest) {
                hint(
                    "plain-long-sentence",
                    &found,
                    "make two sentences of it, or take out what nobody needs here",
                );
            }
            if let Some(found) = words.look.and_then(|look| look.pointer(sentence)) {
                hint(
                    "plain-only-by-look",
                    &format!("\"{found}\" is identified only by how it looks or where it is"),
                    "say what is written on it too, or what it does: not everyone sees it, or sees it there",
                );
            }
        }
        for link in text.links.iter().filter(|link| words.says_nothing(link)) {
            hint(
                "plain-click-here",
                &format!("the link \"{link}\" does not say where it leads"),
                "make the name of what is there the link: some readers hear links without the words around them",
            );
        }
        match text.role {
            Role::Step => {
                let actions = actions(&text, &guide.lang, words);
                if actions > 1 {
                    hint(
                        "plain-two-actions",
                        &format!("{} asks for {actions} actions", named(guide, text.part)),
                        "make a step of each, so that readers can tick off what they have done",
                    );
                }
            }
            Role::YesNo if words.negations(&text.words) > 1 => hint(
                "plain-double-negation",
                &format!("\"{}\" has a double negative", text.words),
                "ask so that it is plain what yes means and what no",
            ),
            _ => {}
        }
    }
    out.truncate(MAX_HINTS);
}

/// The beginning of a sentence that is too long, and how long it is.
fn too_long(sentence: &str, longest: Longest) -> Option<String> {
    let (length, most, what) = match longest {
        Longest::Words(most) => {
            let words = sentence.split_whitespace();
            let words = words.filter(|word| word.contains(char::is_alphanumeric));
            (words.count(), most, "words")
        }
        Longest::Characters(most) => {
            let characters = sentence.chars().filter(|c| c.is_alphanumeric());
            (characters.count(), most, "characters")
        }
    };
    let begin: String = sentence.chars().take(40).collect();
    (length > most).then(|| format!("\"{begin}…\" has {length} {what}, more than {most}"))
}

/// How many actions a step asks for, one after the other. What is done in case of something is not counted, nor what only
/// says how: a reader does at most one of those, or does it along with the rest.
fn actions(text: &Text, lang: &str, words: &Words) -> usize {
    let mut count = 0;
    for sentence in sentences(&text.words) {
        for piece in words.one_after_the_other(sentence) {
            let counts = instructs(lang, piece) == Some(true) && !words.is_aside(piece);
            count += usize::from(counts);
        }
    }
    count
}

fn named(guide: &Guide, part: Part) -> String {
    let step = match part {
        Part::Step(fix, step) => guide.fixes.get(fix).and_then(|fix| fix.steps.get(step)),
        _ => None,
    };
    step.map_or_else(
        || "a step".to_owned(),
        |step| format!("step \"{}\"", step.id),
    )
}
