//! Tags of template languages and of JSX: `{% hint style="info" %}`, `{{< tab "Mac" >}}`, `<Note title="Mind">`.
//!
//! Belongs here: where a tag ends, its name and its arguments. Does not: what it means (`names`), or where it may stand
//! (`blocks`, `inline`).

use super::lines::within;

/// Most bytes of a tag; what is longer is words.
const MAX_BYTES: usize = 2_000;

/// A tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    /// Whether it ends what another began.
    pub(super) closing: bool,
    /// Whether it holds nothing.
    pub(super) empty: bool,
    /// The arguments with names, by them, and those without, which have an empty one.
    pub(super) arguments: Vec<(String, String)>,
    /// Its length in bytes.
    pub(super) length: usize,
}

impl Tag {
    /// The first of these arguments.
    pub(super) fn argument(&self, names: &[&str]) -> Option<&str> {
        let found = names
            .iter()
            .find_map(|wanted| self.arguments.iter().find(|(name, _)| name == wanted))?;
        Some(found.1.as_str())
    }

    /// The title that it gives what it holds.
    pub(super) fn title(&self) -> &str {
        self.argument(&["title", "label", "summary", "name", "header", "heading"])
            .unwrap_or_default()
    }
}

/// What names a box of Antlers.
pub(super) const PARTIAL: &str = "partial:";

/// How each language begins and ends its tags.
const BRACES: [(&str, &str); 4] = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")];

/// The tag of Liquid, Jinja, Markdoc, Hugo or Antlers that a text begins with.
pub(super) fn template(text: &str) -> Option<Tag> {
    let (open, close) = BRACES.iter().find(|(open, _)| text.starts_with(open))?;
    let end = within(text, MAX_BYTES).find(close)?;
    let inside = text
        .get(open.len()..end)?
        .trim_matches(['-', ' ', '\t', '\n']);
    // `{{ name }}` is a value; `{{partial:note}}` begins what `{{/partial:note}}` ends.
    let partial = inside.trim_start_matches('/').strip_prefix(PARTIAL);
    let inside = match (*open, partial) {
        ("{{", None) => return None,
        ("{{", Some(rest)) if inside.starts_with('/') => &format!("/{rest}"),
        ("{{", Some(rest)) => rest,
        _ => inside,
    };
    let (closing, inside) = match inside.strip_prefix('/') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, inside),
    };
    let (inside, empty) = match inside.strip_suffix('/') {
        Some(rest) if !closing => (rest, true),
        _ => (inside, false),
    };
    let length = inside
        .find(|c: char| c.is_whitespace())
        .unwrap_or(inside.len());
    let (name, rest) = inside.split_at(length);
    // Liquid says `endhint`, the others `/hint`.
    let (closing, name) = match name.strip_prefix("end") {
        Some(rest) if *open == "{%" && !rest.is_empty() => (true, rest),
        _ => (closing, name),
    };
    Some(Tag {
        name: name.to_owned(),
        closing,
        empty,
        arguments: arguments(rest),
        length: end + close.len(),
    })
}

/// The component of JSX that a text begins with: its name begins with a capital, or is none, or it has an expression, which
/// HTML has not. An aside is read like one: Notion writes Markdown into it.
pub(super) fn component(text: &str) -> Option<Tag> {
    let text = within(text, MAX_BYTES);
    let rest = text.strip_prefix('<')?;
    let (closing, rest) = match rest.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let length = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')))
        .unwrap_or(rest.len());
    let (name, inside) = rest.split_at(length);
    let capital = name.starts_with(|c: char| c.is_ascii_uppercase());
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if !(named && inside.starts_with([' ', '\t', '\n', '/', '>'])
        || name.is_empty() && inside.starts_with('>'))
    {
        return None;
    }
    let end = tag_end(inside)?;
    let inner = inside.get(..end)?;
    if !(capital || name.is_empty() || closing || name == "aside" || inner.contains("={")) {
        return None;
    }
    let (inner, empty) = match inner.strip_suffix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    Some(Tag {
        name: name.to_owned(),
        closing,
        empty,
        arguments: arguments(inner),
        length: text.len() - inside.len() + end + 1,
    })
}

/// Where the `>` of a tag is: not in a value.
fn tag_end(inside: &str) -> Option<usize> {
    let (mut quote, mut depth) = (None, 0_usize);
    for (at, byte) in inside.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'' | b'`') => quote = Some(byte),
            (None, b'{') => depth += 1,
            (None, b'}') => depth = depth.saturating_sub(1),
            (None, b'>') if depth == 0 => return Some(at),
            (None, b'<') if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// `name="value"`, `name: value`, `name={"value"}`, and values alone.
pub(super) fn arguments(mut rest: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', ',']);
        if rest.is_empty() || out.len() > 50 {
            return out;
        }
        let length = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '.' | '@')))
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(length);
        if let Some(value) = after.strip_prefix('=').filter(|_| !name.is_empty()) {
            let (value, after) = self::value(value);
            out.push((name.to_ascii_lowercase(), value));
            rest = after;
        } else {
            let (value, after) = self::value(rest);
            out.push((String::new(), value));
            rest = after;
        }
    }
}

/// A value, and what follows it: at least one character less.
fn value(text: &str) -> (String, &str) {
    let quotes = [
        ("{\"", "\"}"),
        ("{'", "'}"),
        ("{`", "`}"),
        ("\"", "\""),
        ("'", "'"),
        ("`", "`"),
        ("“", "”"),
    ];
    for (open, close) in quotes {
        if let Some(inside) = text.strip_prefix(open)
            && let Some(end) = inside.find(close)
        {
            let after = inside.get(end + close.len()..).unwrap_or_default();
            return (inside.get(..end).unwrap_or_default().to_owned(), after);
        }
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    let end = text
        .get(first..)
        .and_then(|rest| rest.find([' ', '\t', '\n', ',']))
        .map_or(text.len(), |end| first + end);
    (
        text.get(..end).unwrap_or_default().to_owned(),
        text.get(end..).unwrap_or_default(),
    )
}

/// Whether what stands in braces can only be an expression: `props.name`, `t("key")`. A single word may be words.
pub(super) fn is_expression(inside: &str) -> bool {
    let name = inside.trim();
    let identifier = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'))
    };
    let path = |text: &str| text.split('.').all(identifier);
    name.contains('.') && path(name)
        || name
            .strip_suffix(')')
            .and_then(|call| call.split_once('('))
            .is_some_and(|(callee, _)| path(callee))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_each_language_have_name_and_arguments() {
        for (text, name, closing, title) in [
            (
                "{% hint style=\"warning\" title=\"A b\" %} x",
                "hint",
                false,
                "A b",
            ),
            ("{%- endhint -%}", "hint", true, ""),
            ("{% /callout %}", "callout", true, ""),
            ("{{< tab name=\"Mac\" >}}", "tab", false, "Mac"),
            ("{{% /notice %}}", "notice", true, ""),
            ("{{partial:note title='A b'}}", "note", false, "A b"),
            ("{{ /partial:note }}", "note", true, ""),
        ] {
            let tag = template(text).unwrap_or_default();
            assert_eq!(
                (tag.name.as_str(), tag.closing, tag.title()),
                (name, closing, title),
                "{text}"
            );
        }
        assert!(template("{{ name }}").is_none());
        for (text, name, empty, title) in [
            ("<Note>x", "Note", false, ""),
            (
                "<Tabs.Item label={\"Mac > 10\"} open>x",
                "Tabs.Item",
                false,
                "Mac > 10",
            ),
            (
                "<Card title='A' onClick={() => { x > 1 }} />",
                "Card",
                true,
                "A",
            ),
            ("<>x", "", false, ""),
            ("<img style={{a: 1}} title='A' />", "img", true, "A"),
        ] {
            let tag = component(text).unwrap_or_default();
            assert_eq!(
                (tag.name.as_str(), tag.empty, tag.title()),
                (name, empty, title),
                "{text}"
            );
        }
        for none in ["<b>", "<Your name", "< A>", "<A<B>", "<Ä>"] {
            assert_eq!(component(none), None, "{none}");
        }
    }
}
