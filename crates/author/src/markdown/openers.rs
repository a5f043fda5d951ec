//! Lines that begin a box, a tab or code in the Markdown of other tools, by their syntaxes.
//!
//! Belongs here: reading such a line. Does not: how far what it begins reaches (`blocks`), or what names mean (`names`).

use super::names::{Meaning, is_group, is_heeded, kind_of, meaning};
use super::tags::{Tag, arguments};

/// What a line begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Opener {
    pub(super) name: String,
    /// Nothing where the name is not known.
    pub(super) meaning: Option<Meaning>,
    pub(super) title: String,
    /// What it says on the line itself.
    pub(super) content: String,
    /// The picture that it is, in Markdown.
    pub(super) picture: String,
}

impl Opener {
    fn new(name: &str, argument: &str) -> Self {
        // What stands beside the name of a group is a number or an id.
        let title = if is_group(name) { "" } else { argument };
        Self {
            name: name.to_owned(),
            meaning: meaning(name),
            title: title.trim().trim_matches('"').to_owned(),
            ..Self::default()
        }
    }

    /// What a tag with arguments begins.
    pub(super) fn of_tag(tag: &Tag) -> Self {
        let mut opener = Self::new(&tag.name, tag.title());
        let kinds = [
            "style", "type", "kind", "level", "variant", "status", "severity", "context", "color",
            "class", "theme", "icon", "",
        ];
        let kind = tag.argument(&kinds).unwrap_or_default();
        match opener.meaning {
            Some(Meaning::ByArgument) => {
                opener.meaning = Some(Meaning::Tip {
                    warning: kind_of(kind).unwrap_or(false),
                });
                // Hugo's come in an order: the kind, the title.
                let alone = tag.arguments.iter().filter(|(name, _)| name.is_empty());
                if opener.title.is_empty()
                    && let Some((_, title)) = alone.skip(1).find(|(_, value)| value.contains(' '))
                {
                    opener.title.clone_from(title);
                }
            }
            // Around a fence.
            Some(Meaning::Code) if tag.name.eq_ignore_ascii_case("code") => {
                opener.meaning = Some(Meaning::Around);
                opener.title.clear();
            }
            Some(Meaning::Around) if opener.title.is_empty() && !is_group(&tag.name) => {
                opener.title = tag.argument(&["", "value"]).unwrap_or_default().to_owned();
            }
            Some(Meaning::Picture) => {
                let source = tag
                    .argument(&["src", "source", "url", ""])
                    .unwrap_or_default();
                let alt = tag
                    .argument(&["alt", "alt-text", "caption", "title"])
                    .unwrap_or_default();
                opener.title.clear();
                opener.picture = picture(source, alt);
            }
            None if tag.empty => {
                let source = tag
                    .argument(&["src", "source", "image"])
                    .unwrap_or_default();
                let name = source.to_ascii_lowercase();
                if PICTURES.iter().any(|kind| name.ends_with(kind)) {
                    let alt = tag
                        .argument(&["alt", "caption", "title"])
                        .unwrap_or_default();
                    opener.picture = picture(source, alt);
                }
            }
            _ => {}
        }
        opener
    }
}

/// What the names of pictures end with.
pub(super) const PICTURES: [&str; 8] = [
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp",
];

/// A picture in Markdown, from words that could say anything.
fn picture(source: &str, alt: &str) -> String {
    let plain = |text: &str| text.replace(['[', ']', '<', '>', '\\', '`', '\n'], " ");
    if source.trim().is_empty() {
        return String::new();
    }
    format!("![{}](<{}>)", plain(alt).trim(), plain(source).trim())
}

/// `:::note[Title]`, `::: warning Title`, `:::{note} Title`, `::: {.callout-note title="Title"}`: what follows the colons.
pub(super) fn directive(after: &str) -> Option<Opener> {
    let after = after.trim();
    if let Some(inside) = after.strip_prefix('{') {
        let (inside, rest) = inside.split_once('}')?;
        if !inside.trim_start().starts_with(['.', '#']) {
            return Some(myst(inside, rest));
        }
        let words = arguments(inside);
        let names = words.iter().filter(|(name, _)| name.is_empty());
        let mut names = names.filter_map(|(_, value)| value.strip_prefix('.'));
        let known = names.clone().find(|name| meaning(name).is_some());
        let name = known.or_else(|| names.next()).unwrap_or("div");
        let title = words.iter().find(|(name, _)| name == "title");
        return Some(Opener::new(name, title.map_or("", |(_, value)| value)));
    }
    let length = after
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')))
        .unwrap_or(after.len());
    let (name, rest) = after.split_at(length);
    if name.is_empty() {
        return None;
    }
    // In brackets, then attributes in braces; or all that follows.
    let title = match rest
        .strip_prefix('[')
        .and_then(|rest| rest.rsplit_once(']'))
    {
        Some((title, _)) => title,
        None => {
            let (words, attributes) = match rest.find('{') {
                Some(at) => rest.split_at(at),
                None => (rest, ""),
            };
            let inside = attributes
                .trim_start_matches('{')
                .split('}')
                .next()
                .unwrap_or_default();
            let named = arguments(inside);
            if let Some((_, title)) = named.iter().find(|(name, _)| name == "title") {
                return Some(Opener::new(name, title));
            }
            words
        }
    };
    let mut opener = Opener::new(name, title);
    if opener.meaning == Some(Meaning::ByArgument) {
        opener = with_kind(opener);
    }
    // `zone pivot="x"` and `moniker range="y"` have no title.
    if opener.meaning.is_none() && title.contains('=') {
        opener.title.clear();
    }
    Some(opener)
}

/// `:::callout warning`: the kind is the first word of what would be the title.
fn with_kind(mut opener: Opener) -> Opener {
    let title = std::mem::take(&mut opener.title);
    let (kind, rest) = title.split_once(' ').unwrap_or((&title, ""));
    let warning = kind_of(kind);
    rest.clone_into(&mut opener.title);
    if warning.is_none() {
        opener.title.clone_from(&title);
    }
    opener.meaning = Some(Meaning::Tip {
        warning: warning.unwrap_or(false),
    });
    opener
}

/// A directive of MyST: its name in braces, its argument after them.
pub(super) fn myst(name: &str, argument: &str) -> Opener {
    let argument = argument.trim();
    let mut opener = Opener::new(name.trim(), argument);
    match opener.meaning {
        Some(Meaning::ByArgument) if name == "admonition" => {
            opener.meaning = Some(Meaning::Tip { warning: false });
        }
        // What stands beside the name of a box is its beginning.
        Some(meaning @ (Meaning::Tip { .. } | Meaning::ByArgument)) if name != "topic" => {
            opener.meaning = match meaning {
                Meaning::ByArgument => Some(Meaning::Tip { warning: false }),
                kind => Some(kind),
            };
            opener.title.clear();
            opener.content = argument.to_owned();
        }
        Some(Meaning::Picture) => {
            opener.title.clear();
            opener.picture = picture(argument, "");
        }
        Some(Meaning::Code) => opener.title.clear(),
        _ => {}
    }
    opener
}

/// `!!! note "Title"`, `???+ tip`, `=== "Tab"` of MkDocs.
pub(super) fn mkdocs(line: &str) -> Option<Opener> {
    let line = line.trim_end();
    let (mark, rest) = line.split_at_checked(3)?;
    let (words, title) = match rest.split_once('"') {
        Some((words, title)) => (words, title.strip_suffix('"')?),
        None => (rest, ""),
    };
    if mark == "===" {
        let tab = matches!(words.trim_end(), " " | "" | "!" | "+" | " !" | " +");
        return (tab && !title.is_empty()).then(|| Opener::new("tab", title));
    }
    if !matches!(mark, "!!!" | "???") {
        return None;
    }
    let words = words.strip_prefix('+').unwrap_or(words);
    let name = words.strip_prefix([' ', '\t'])?.split_whitespace().next()?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    if !name.chars().all(is_name) {
        return None;
    }
    let mut opener = Opener::new(name, title);
    // Any word makes a box.
    if !matches!(opener.meaning, Some(Meaning::Tip { .. })) {
        opener.meaning = Some(Meaning::Tip { warning: false });
    }
    // One that folds under a title of its own is what its title says, like a part with its heading, unless it warns.
    let named = !opener.title.is_empty() && kind_of(&opener.title).is_none();
    // A box with the title "" is a frame.
    let framed = opener.title.is_empty() && line.ends_with("\"\"");
    if !is_heeded(name) && (mark == "???" && named || mark == "!!!" && framed) {
        opener.meaning = Some(Meaning::Around);
    }
    Some(opener)
}

/// `+++ Title`: what unfolds.
pub(super) fn plus(line: &str) -> Option<Opener> {
    let title = line.strip_prefix("+++")?.trim();
    let titled = title.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '*' | '['));
    titled.then(|| Opener {
        name: "details".into(),
        meaning: Some(Meaning::Around),
        title: title.replace("**", ""),
        ..Opener::default()
    })
}

/// `.. note:: words` of reStructuredText; a target (`.. _name:`) is one without a name.
pub(super) fn rest(line: &str) -> Option<Opener> {
    let inside = line.strip_prefix(".. ")?.trim();
    if inside.starts_with('_') && inside.ends_with(':') {
        return Some(Opener {
            meaning: Some(Meaning::Hidden),
            ..Opener::default()
        });
    }
    let (name, argument) = inside.split_once("::")?;
    let name = name.rsplit(' ').next().unwrap_or(name);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
    (!name.is_empty() && name.chars().all(is_name)).then(|| myst(name, argument))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: Option<Meaning> = Some(Meaning::Tip { warning: false });
    const WARNING: Option<Meaning> = Some(Meaning::Tip { warning: true });

    #[test]
    fn each_syntax_has_its_kind_and_title() {
        for (opener, meaning, title, content) in [
            (directive("note"), NOTE, "", ""),
            (
                directive("tip[Mind *this*]{icon=\"x\"}"),
                NOTE,
                "Mind *this*",
                "",
            ),
            (directive(" danger STOP"), WARNING, "STOP", ""),
            (directive("{warning}"), WARNING, "", ""),
            (directive("{note} Read on"), NOTE, "", "Read on"),
            (directive("{admonition} Title"), NOTE, "Title", ""),
            (
                directive(" {.callout-caution title=\"A b\"}"),
                WARNING,
                "A b",
                "",
            ),
            (directive("note{title=\"A b\"}"), NOTE, "A b", ""),
            (
                directive(" details Click me"),
                Some(Meaning::Around),
                "Click me",
                "",
            ),
            (directive("zone pivot=\"mac\""), None, "", ""),
            (directive("callout warning Hot"), WARNING, "Hot", ""),
            (mkdocs("!!! note"), NOTE, "", ""),
            (mkdocs("!!! note \"\""), Some(Meaning::Around), "", ""),
            (mkdocs("!!! warning \"\""), WARNING, "", ""),
            (mkdocs("??? danger \"Don't\""), WARNING, "Don't", ""),
            (
                mkdocs("??? failure \"It is lost\""),
                Some(Meaning::Around),
                "It is lost",
                "",
            ),
            (mkdocs("???+ note \"Note\""), NOTE, "Note", ""),
            (mkdocs("!!! house \"Mine\""), NOTE, "Mine", ""),
            (
                mkdocs("=== \"Windows\""),
                Some(Meaning::Around),
                "Windows",
                "",
            ),
            (rest(".. warning:: Hot."), WARNING, "", "Hot."),
            (rest(".. code-block:: sh"), Some(Meaning::Code), "", ""),
            (rest(".. _name:"), Some(Meaning::Hidden), "", ""),
        ] {
            let opener = opener.unwrap_or_default();
            assert_eq!(
                (
                    opener.meaning,
                    opener.title.as_str(),
                    opener.content.as_str()
                ),
                (meaning, title, content),
                "{opener:?}"
            );
        }
        for none in [
            mkdocs("!!!"),
            mkdocs("!!! \"x"),
            mkdocs("=== x"),
            mkdocs("???"),
            mkdocs("====="),
            rest(".. words"),
            rest("..."),
            directive(""),
        ] {
            assert_eq!(none, None);
        }
    }
}
