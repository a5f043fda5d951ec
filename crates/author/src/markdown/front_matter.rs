//! What a file says about itself before its text: front matter in YAML, TOML or JSON.
//!
//! Belongs here: where it is, and what is taken from it. Does not: how these languages are written (their parsers know).

use std::borrow::Cow;

use saphyr_parser::{Event, Parser};

use crate::diagnostic::Diagnostic;

/// Most bytes of front matter.
const MAX_BYTES: usize = 64 * 1024;

/// What a file says about itself.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) lang: String,
    /// Where it begins and where the text does, in bytes; the same where there is none.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Why its parser refuses it.
    pub(super) problem: Option<Diagnostic>,
}

/// Its languages: the lines before and after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Yaml,
    Toml,
    Json,
}

impl FrontMatter {
    /// The text with its front matter blanked out, where it has some: offsets and lines stay what they are.
    pub(crate) fn blanked<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.end <= self.start {
            return Cow::Borrowed(text);
        }
        let (before, rest) = text.split_at(self.start);
        let (matter, rest) = rest.split_at(self.end - self.start);
        let mut out = before.to_owned();
        out.extend(
            matter
                .bytes()
                .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
        );
        out.push_str(rest);
        Cow::Owned(out)
    }
}

/// The front matter of a file: before it, there is nothing but blank lines and comments.
pub(crate) fn front_matter(text: &str) -> FrontMatter {
    let start = begins(text);
    let rest = text.get(start..).unwrap_or_default();
    let first = rest.lines().next().unwrap_or_default().trim_end();
    let (language, ends): (_, &[&str]) = match first {
        "---" | "--- yaml" | "---yaml" | "---yml" => (Language::Yaml, &["---", "..."]),
        "---toml" | "--- toml" => (Language::Toml, &["---"]),
        "---json" | "--- json" => (Language::Json, &["---"]),
        "+++" => (Language::Toml, &["+++"]),
        ";;;" => (Language::Json, &[";;;"]),
        "{" => (Language::Json, &["}"]),
        _ => return FrontMatter::default(),
    };
    let open = rest.find('\n').map_or(rest.len(), |end| end + 1);
    let mut at = open;
    for line in rest.get(open..).unwrap_or_default().split_inclusive('\n') {
        if at > MAX_BYTES {
            break;
        }
        if ends.contains(&line.trim_end()) {
            let (from, to) = if first == "{" {
                (0, at + 1)
            } else {
                (open, at)
            };
            let inside = rest.get(from..to).unwrap_or_default();
            let end = start + at + line.len();
            return read(language, inside, start, start + from, end);
        }
        at += line.len();
    }
    FrontMatter::default()
}

/// Where the first line with anything on it begins, comments aside.
fn begins(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let line = rest.split_inclusive('\n').next().unwrap_or_default();
        let comment = line.trim_start().starts_with("<!--");
        if comment {
            match rest.find("-->") {
                Some(end) => at += end + 3,
                None => return at,
            }
        } else if line.trim().is_empty() && !line.is_empty() {
            at += line.len();
        } else {
            return at;
        }
    }
}

fn read(language: Language, inside: &str, start: usize, from: usize, end: usize) -> FrontMatter {
    let mut found = FrontMatter {
        start,
        end,
        ..FrontMatter::default()
    };
    let read = match language {
        Language::Yaml => yaml(inside),
        Language::Toml => toml(inside),
        Language::Json => json(inside),
    };
    match read {
        Ok(Some(fields)) => {
            for (name, value) in fields {
                let to = match name.to_ascii_lowercase().as_str() {
                    "title" => &mut found.title,
                    "description" | "summary" => &mut found.description,
                    "lang" | "language" | "locale" => &mut found.lang,
                    _ => continue,
                };
                if to.is_empty() {
                    value.trim().clone_into(to);
                }
            }
            found
        }
        // Two rules with words between them.
        Ok(None) => FrontMatter::default(),
        Err((at, why)) => {
            found.problem = Some(Diagnostic::warning(
                "front-matter",
                from + at.min(inside.len()),
                &format!("the front matter cannot be read, and nothing is taken from it: {why}"),
                "correct it; a guide takes title, description and lang from it",
            ));
            found
        }
    }
}

type Fields = Vec<(String, String)>;

/// The scalars of the outermost mapping; nothing where there is none. Event by event: no alias is ever followed.
fn yaml(text: &str) -> Result<Option<Fields>, (usize, String)> {
    let (mut fields, mut depth, mut name) = (Fields::new(), 0_usize, None);
    let mut mapping = false;
    // Of `key: value` on its first line, a file that its parser refuses was meant as front matter.
    let meant = text
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .is_some_and(|line| {
            line.split_once(':')
                .is_some_and(|(key, _)| !key.contains(' '))
        });
    for event in Parser::new_from_str(text) {
        match event {
            Err(error) if mapping || meant => {
                // The parser counts characters.
                let at = text.char_indices().nth(error.marker().index());
                return Err((at.map_or(text.len(), |(at, _)| at), error.info().to_owned()));
            }
            Err(_) => return Ok(None),
            Ok((Event::MappingStart(..), _)) => {
                mapping |= depth == 0;
                depth += 1;
                if depth == 2 {
                    name = None;
                }
            }
            Ok((Event::SequenceStart(..), _)) => {
                if depth == 0 {
                    return Ok(None);
                }
                depth += 1;
                if depth == 2 {
                    name = None;
                }
            }
            Ok((Event::MappingEnd | Event::SequenceEnd, _)) => depth = depth.saturating_sub(1),
            Ok((Event::Scalar(value, ..), _)) if depth == 1 => match name.take() {
                Some(name) => fields.push((name, value.into_owned())),
                None => name = Some(value.into_owned()),
            },
            Ok((Event::Alias(_), _)) if depth == 1 => name = None,
            Ok((Event::Scalar(..), _)) if depth == 0 => return Ok(None),
            Ok(_) => {}
        }
    }
    Ok(mapping.then_some(fields))
}

fn toml(text: &str) -> Result<Option<Fields>, (usize, String)> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        (at, error.message().to_owned())
    })?;
    let fields = table.into_iter();
    let fields = fields.filter_map(|(name, value)| match value {
        toml::Value::String(value) => Some((name, value)),
        _ => None,
    });
    Ok(Some(fields.collect()))
}

fn json(text: &str) -> Result<Option<Fields>, (usize, String)> {
    let table: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(text).map_err(|error| {
            let lines = text
                .split_inclusive('\n')
                .take(error.line().saturating_sub(1));
            (lines.map(str::len).sum(), error.to_string())
        })?;
    let fields = table.into_iter();
    let fields = fields.filter_map(|(name, value)| match value {
        serde_json::Value::String(value) => Some((name, value)),
        _ => None,
    });
    Ok(Some(fields.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_wherever_it_may_stand() {
        for (text, title, description, lang) in [
            (
                "---\ntitle: \"It's stuck\"\nlang: en\nid: 7\n---\n\n## A\n",
                "It's stuck",
                "",
                "en",
            ),
            ("\n \n---\ntitle: 'A: b'\n...\n## A\n", "A: b", "", ""),
            (
                "<!-- lint\noff -->\n\n---\r\ntitle: T # c\r\n---\r\n## A\r\n",
                "T",
                "",
                "",
            ),
            (
                "---\ntitle: >-\n  Two\n  lines\ndescription: |\n  D.\ntags: [title, {title: x}]\nmore:\n  title: no\n---\n",
                "Two lines",
                "D.",
                "",
            ),
            ("---\nid: x\n---\n", "", "", ""),
            (
                "---\n# nothing\nTitle: T\nlanguage: pt-BR\n---\n",
                "T",
                "",
                "pt-BR",
            ),
            (
                "+++\ntitle = \"T \\\"x\\\"\"\ndate = 2024-01-01\n[params]\ntitle = 'no'\n+++\n# A\n",
                "T \"x\"",
                "",
                "",
            ),
            (
                "{\n  \"title\": \"T\",\n  \"weight\": 3\n}\n# A\n",
                "T",
                "",
                "",
            ),
            (";;;\n{\"title\": \"T\"}\n;;;\n", "T", "", ""),
            ("---toml\ntitle = 'T'\n---\n", "T", "", ""),
        ] {
            let found = front_matter(text);
            assert!(
                found.problem.is_none() && found.end > found.start,
                "{text:?}"
            );
            assert_eq!(
                (
                    found.title.as_str(),
                    found.description.as_str(),
                    found.lang.as_str()
                ),
                (title, description, lang),
                "{text:?}"
            );
        }
    }

    #[test]
    fn rules_with_words_between_them_are_none() {
        for text in [
            "# T\n---\n",
            "---\ntitle: x\n",
            "--- x\n---\n",
            "",
            "---\n\nWords.\n\n---\n",
            "---\n- a\n---\n",
            "<!--\n---\na: b\n---\n",
        ] {
            assert_eq!(front_matter(text).end, 0, "{text:?}");
        }
    }

    #[test]
    fn what_its_parser_refuses_is_told_at_its_line() {
        for (text, at) in [
            ("---\ntitle: \"x\nlang: en\n---\n# A\n", "\"x\n"),
            ("---\ntitle: a: b\n---\n# A\n", ": b"),
            (
                "---\nwords: für Ähren über Öl\ntitle: a: b\n---\n# A\n",
                ": b",
            ),
            ("+++\ntitle = x\n+++\n", "x\n"),
            ("{\n\"title\": x\n}\n", "\"title\""),
        ] {
            let found = front_matter(text);
            let problem = found.problem.map(|problem| problem.offset);
            let told = problem.and_then(|offset| text.get(offset..));
            assert!(told.is_some_and(|told| told.starts_with(at)), "{told:?}");
            assert!(found.end > 0, "{text:?}");
        }
    }
}
