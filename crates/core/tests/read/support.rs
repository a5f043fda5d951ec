//! What the cases need: articles, and what is read of them.

use unstuck_adopt::html;
use unstuck_core::guide::{Fix, Guide, Passage, Problem, check, read};

pub(crate) const REAL: &str = include_str!("../../../../guides/iphone-backup.en.html");

/// Reads an article; where none of its fixes is marked, all headings of the second level are.
pub(crate) fn marked(text: &str) -> Result<Guide, Vec<Problem>> {
    let own = ["<h2 data-unstuck", "<section data-unstuck"];
    let text = if own.iter().any(|mark| text.contains(mark)) {
        text.to_owned()
    } else {
        text.replace("<h2>", "<h2 data-unstuck-id>")
    };
    read(&html::article(&text))
}

pub(crate) fn parsed(text: &str) -> Guide {
    marked(text).unwrap_or_else(|problems| panic!("{problems:?} in {text}"))
}

/// An article of this inside, with a title.
pub(crate) fn article(inside: &str) -> Guide {
    parsed(&format!("<article><h1>Title</h1>{inside}</article>"))
}

/// The only fix of an article of this inside.
pub(crate) fn only(inside: &str) -> Fix {
    let mut guide = article(inside);
    assert_eq!(guide.fixes.len(), 1, "{inside}");
    guide.fixes.remove(0)
}

pub(crate) fn plain(passages: &[Passage]) -> Vec<String> {
    passages.iter().map(Passage::plain).collect()
}

pub(crate) fn steps(fix: &Fix) -> Vec<String> {
    let steps = fix.steps.iter();
    steps.map(|step| plain(&step.passages).join("|")).collect()
}

pub(crate) fn fix_ids(guide: &Guide) -> Vec<&str> {
    guide.fixes.iter().map(|fix| fix.id.as_str()).collect()
}

pub(crate) fn step_ids(fix: &Fix) -> Vec<&str> {
    fix.steps.iter().map(|step| step.id.as_str()).collect()
}

/// What is wrong, as the author reads it.
pub(crate) fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// What `check` says of an article of this inside.
pub(crate) fn checked(inside: &str) -> Vec<String> {
    told(&check(&article(inside)))
}
