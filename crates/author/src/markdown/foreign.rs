//! Markdown that was not written for Unstuck: its front matter, and ids on headings that are anchors.
//!
//! Belongs here: how such a file is recognised, and what is done to it before and after it is parsed. Does not: which
//! of its headings are fixes (that is `adopt`).

use unstuck_core::guide::{Element, Node, PREFIX};

/// Most lines of front matter that are searched for its end.
const MAX_LINES: usize = 200;

/// What a file says about itself before its text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) title: String,
    pub(super) lang: String,
    /// Where the text begins, in bytes.
    pub(super) end: usize,
}

/// The front matter between two lines of `---` at the beginning of a file; where there is none, its end is 0.
pub(super) fn front_matter(text: &str) -> FrontMatter {
    let mut found = FrontMatter::default();
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else {
        return found;
    };
    let mut end = first.len();
    for line in lines.take(MAX_LINES) {
        end += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            found.end = end;
            return found;
        }
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim();
        let quoted = ['"', '\'']
            .iter()
            .find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
        let value = quoted.unwrap_or(value);
        match name {
            "title" => value.clone_into(&mut found.title),
            "lang" | "language" => value.clone_into(&mut found.lang),
            _ => {}
        }
    }
    FrontMatter::default()
}

/// The text with its front matter blanked out: offsets and lines stay what they are.
pub(super) fn blanked(text: &str, end: usize) -> String {
    let (before, rest) = text.split_at(end);
    let mut out: String = before
        .bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect();
    out.push_str(rest);
    out
}

/// Whether an article has ids on headings and no other attribute of ours: then they are anchors, as many generators write them.
pub(super) fn only_anchors(article: &Element) -> bool {
    fn own(element: &Element) -> bool {
        element.children.iter().any(|child| match child {
            Node::Text(_) => false,
            Node::Element(inner) => {
                let anchors = heading(inner);
                inner.attributes.iter().any(|(name, _)| {
                    name.strip_prefix(PREFIX).is_some_and(|short| {
                        !(matches!(short, "tip" | "at") || anchors && short == "id")
                    })
                }) || own(inner)
            }
        })
    }
    article.attribute(&format!("{PREFIX}guide")).is_none() && !own(article)
}

/// Turns the ids of headings into mere names: adoption keeps them, but takes none for the mark of a fix.
pub(super) fn name_headings(element: &mut Element) {
    for child in &mut element.children {
        if let Node::Element(inner) = child {
            if heading(inner) {
                for (name, _) in &mut inner.attributes {
                    if name.strip_prefix(PREFIX) == Some("id") {
                        *name = format!("{PREFIX}name");
                    }
                }
            }
            name_headings(inner);
        }
    }
}

fn heading(element: &Element) -> bool {
    matches!(
        element.tag.as_str(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_where_it_ends() {
        let text = "---\ntitle: \"It's stuck\"\nlang: en\nid: 7\n---\n\n## A\n";
        let found = front_matter(text);
        assert_eq!(
            (found.title.as_str(), found.lang.as_str()),
            ("It's stuck", "en")
        );
        assert_eq!(&text[found.end..], "\n## A\n");
        let blank = blanked(text, found.end);
        assert_eq!(blank.len(), text.len());
        assert_eq!(blank.trim(), "## A");
        for none in ["# T\n---\n", "---\ntitle: x\n", "--- x\n---\n", ""] {
            assert_eq!(front_matter(none), FrontMatter::default(), "{none:?}");
        }
    }
}
