//! Which language an article is in, as far as the rules need to know.
//!
//! Belongs here: English or not, and the rules that remain if it is not. Does not: the word lists themselves.

use unstuck_core::guide::{Element, Node};

use crate::dom::{mostly_links, text};
use crate::lexicon::Lexicon;
use crate::marks::set_mark;

/// Whether an article is in English: by its `lang`, or else by how often the commonest words of English occur.
pub(crate) fn is_english(article: &Element) -> bool {
    if let Some(lang) = article.attribute("lang").filter(|lang| !lang.is_empty()) {
        return lang.to_lowercase().starts_with("en");
    }
    let text = text(article).to_lowercase();
    let words = || {
        text.split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
    };
    let common = words()
        .filter(|word| {
            matches!(
                *word,
                "the"
                    | "to"
                    | "and"
                    | "is"
                    | "of"
                    | "your"
                    | "you"
                    | "it"
                    | "if"
                    | "this"
                    | "a"
                    | "in"
            )
        })
        .count();
    // English has one in four; "a" and "in" alone occur in many languages.
    let all = words().take(5_000).count();
    all < 12 || common * 12 >= words().count()
}

/// The words by which an article is read.
pub(crate) fn lexicon_of(article: &Element) -> &'static Lexicon {
    Lexicon::of(article.attribute("lang").unwrap_or_default())
}

/// The value of the mark `steps` that no author has set.
pub(crate) const LISTED: &str = "listed";

/// The article with its lists marked as steps, but for those of links: what is left to go by where the words are not known.
pub(crate) fn with_lists_as_steps(element: &Element) -> Element {
    let mut out = element.clone();
    if matches!(out.tag.as_str(), "ul" | "ol") {
        if !mostly_links(&out) {
            set_mark(&mut out, "steps", LISTED);
        }
        return out;
    }
    for child in &mut out.children {
        if let Node::Element(inner) = child {
            *inner = with_lists_as_steps(inner);
        }
    }
    out
}
