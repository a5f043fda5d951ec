//! What is in a guide, and what of its article is not.
//!
//! Belongs here: counts that tell a reader of the report whether to look. Does not: whether what is left out should be.

use std::collections::{BTreeMap, HashMap};

use crate::source;
use unstuck_author::{Format, Loaded, article, explain, html};
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
    /// How many words the table names as left out, by rule.
    pub(crate) left_out: BTreeMap<&'static str, usize>,
    /// Words of the article that are neither in the guide nor named as left out.
    pub(crate) lost: Vec<String>,
    /// Words that another reader finds in the file, of which the same is true.
    pub(crate) unread: Vec<String>,
    /// Words that it has more often than the article and than the table says.
    pub(crate) twice: Vec<String>,
    /// Markup that its readers would see.
    pub(crate) raw: Vec<&'static str>,
}

impl Content {
    pub(crate) fn of(guide: &Guide, loaded: &Loaded, format: Format, text: &str) -> Self {
        let written = html::element(guide);
        let mut told = Words::default();
        told.add(&written);
        let mut left_out = BTreeMap::new();
        let mut named = String::new();
        let mut repeated = String::new();
        for row in explain(loaded, text) {
            for also in &row.also {
                let words = also.words.as_ref().unwrap_or(&row.words);
                repeated.push_str(&format!(" {words}"));
            }
            if row.decision.role == "left-out" {
                *left_out.entry(row.decision.rule).or_default() += words(&row.words).count();
                named.push_str(&format!(" {}", row.words));
            }
        }
        let mut said = Words::default();
        match article(format, text) {
            Ok(source) => said.add(&source),
            // What has errors has no tree to compare with.
            Err(_) => said.text.clone_from(&told.text),
        }
        let in_file = Words {
            text: source::words(format, text),
            hidden: String::new(),
        };
        let fixes = &guide.fixes;
        // The title may be that of the page or of the front matter, and a single fix that nothing names has it too.
        repeated.push_str(&guide.title);
        if fixes.len() == 1 {
            repeated.push_str(&format!(" {}", guide.title));
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
            left_out,
            lost: said.beyond(&told, &format!("{} {named}", told.hidden)),
            unread: in_file.beyond(&told, &format!("{} {named} {repeated}", told.hidden)),
            twice: told.beyond(&said, &repeated),
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

    /// The words that stand here more often than there and in what is known beside, in order.
    fn beyond(&self, other: &Self, beside: &str) -> Vec<String> {
        let mut left: HashMap<String, usize> = HashMap::new();
        for word in words(&other.text).chain(words(beside)) {
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
        let loaded = diagnose(Format::Markdown, text);
        let mut guide = loaded.guide.clone().expect("a guide");
        let whole = Content::of(&guide, &loaded, Format::Markdown, text);
        assert_eq!((whole.fixes, whole.steps), (1, 1));
        assert!(whole.lost.is_empty() && whole.unread.is_empty() && whole.twice.is_empty());
        let whole_guide = guide.clone();
        guide.fixes[0].title = "Turn it up up".to_owned();
        guide.summary = "Nothing ::: plays".to_owned();
        guide.fixes[0].steps.clear();
        let part = Content::of(&guide, &loaded, Format::Markdown, text);
        assert_eq!(part.lost, ["press", "plus"]);
        assert_eq!(part.twice, ["up"]);
        assert_eq!(part.raw, [":::"]);
        // What our reader never handed over is missed all the same.
        let longer = format!("{text}2. Listen closely.\n");
        let unread = Content::of(&whole_guide, &loaded, Format::Markdown, &longer).unread;
        assert_eq!(unread, ["listen", "closely"]);
    }
}
