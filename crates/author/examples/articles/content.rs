//! What is in a guide, and what of its article is not.
//!
//! Belongs here: counts that tell a reader of the report whether to look. Does not: whether a word that is missing should
//! be (some of them are named by `unstuck check` as left out).

use std::collections::HashMap;

use unstuck_author::{Format, article, html};
use unstuck_core::guide::{Element, Guide, Node, is_skipped};

/// Markup of other tools that is no word for a reader.
const RAW: [&str; 10] = [
    ":::", "{{", "{%", "[[", "<!--", "<>", "{.is-", "===\"", "!!!", "[!",
];

/// What is in a guide.
pub(crate) struct Content {
    pub(crate) questions: usize,
    pub(crate) fixes: usize,
    pub(crate) steps: usize,
    pub(crate) risks: usize,
    pub(crate) waits: usize,
    pub(crate) notes: usize,
    pub(crate) support: bool,
    /// Words of the article that the guide lacks.
    pub(crate) lost: Vec<String>,
    /// Words that it has more often than the article.
    pub(crate) twice: Vec<String>,
    /// Markup that its readers would see.
    pub(crate) raw: Vec<&'static str>,
}

impl Content {
    pub(crate) fn of(guide: &Guide, format: Format, text: &str) -> Self {
        let written = html::element(guide);
        let mut told = Words::default();
        told.add(&written);
        let mut said = Words::default();
        match article(format, text) {
            Ok(source) => said.add(&source),
            // What has errors has no tree to compare with.
            Err(_) => said.text.clone_from(&told.text),
        }
        let fixes = &guide.fixes;
        if let [only] = fixes.as_slice()
            && only.title == guide.title
        {
            // A single fix that nothing names has the article's title.
            said.text.push_str(&format!(" {}", only.title));
        }
        Self {
            questions: guide.questions.len(),
            fixes: fixes.len(),
            steps: fixes.iter().map(|fix| fix.steps.len()).sum(),
            risks: fixes.iter().filter(|fix| fix.risk.is_some()).count()
                + fixes
                    .iter()
                    .flat_map(|fix| &fix.steps)
                    .filter(|step| step.risk.is_some())
                    .count(),
            waits: fixes.iter().filter(|fix| !fix.wait.is_empty()).count(),
            notes: guide.notes.len(),
            support: guide.support.is_some(),
            lost: said.beyond(&told, true),
            twice: told.beyond(&said, false),
            raw: RAW
                .into_iter()
                .filter(|raw| told.text.contains(raw))
                .collect(),
        }
    }
}

/// The words of a tree, in order.
#[derive(Default)]
struct Words {
    text: String,
    /// Words that only an attribute says: a title, a question.
    hidden: String,
}

impl Words {
    fn add(&mut self, element: &Element) {
        if is_skipped(element) {
            return;
        }
        if let Some(alternative) = element.attribute("alt") {
            self.text.push_str(&format!(" {alternative} "));
        }
        for (name, value) in &element.attributes {
            if name.starts_with("data-unstuck") {
                self.hidden.push_str(&format!(" {value}"));
            }
        }
        for child in &element.children {
            match child {
                Node::Text(text) => self.text.push_str(text),
                Node::Element(inner) => {
                    let apart = !matches!(
                        inner.tag.as_str(),
                        "a" | "b" | "code" | "em" | "i" | "kbd" | "span" | "strong" | "sub" | "sup"
                    );
                    if apart {
                        self.text.push(' ');
                    }
                    self.add(inner);
                    if apart {
                        self.text.push(' ');
                    }
                }
            }
        }
    }

    /// The words that stand here more often than there, in order; `lenient` lets attributes hold them, too.
    fn beyond(&self, other: &Self, lenient: bool) -> Vec<String> {
        let mut left: HashMap<String, usize> = HashMap::new();
        let hidden = if lenient { other.hidden.as_str() } else { "" };
        for word in words(&other.text).chain(words(hidden)) {
            *left.entry(word).or_default() += 1;
        }
        words(&self.text)
            .filter(|word| match left.get_mut(word) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            })
            .collect()
    }
}

/// The words of a text; of scripts without spaces each letter is one.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .flat_map(|word| {
            let whole = !word
                .chars()
                .any(|letter| ('\u{2e80}'..'\u{a000}').contains(&letter));
            if whole {
                vec![word.to_lowercase()]
            } else {
                word.chars().map(String::from).collect()
            }
        })
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use unstuck_author::diagnose;

    use super::*;

    #[test]
    fn a_word_that_the_guide_lacks_is_lost_and_one_too_many_is_twice() {
        let text =
            "# No sound {#sound}\n\nNothing plays.\n\n## Turn it up {#up}\n\n1. Press plus.\n";
        let mut guide = diagnose(Format::Markdown, text).guide.expect("a guide");
        let whole = Content::of(&guide, Format::Markdown, text);
        assert_eq!((whole.fixes, whole.steps), (1, 1));
        assert!(whole.lost.is_empty() && whole.twice.is_empty());
        guide.fixes[0].title = "Turn it up up".to_owned();
        guide.summary = "Nothing ::: plays".to_owned();
        guide.fixes[0].steps.clear();
        let part = Content::of(&guide, Format::Markdown, text);
        assert_eq!(part.lost, ["press", "plus"]);
        assert_eq!(part.twice, ["up"]);
        assert_eq!(part.raw, [":::"]);
    }
}
