//! What is wrong with a language's file.
//!
//! Belongs here: what is missing, what nobody asks for, and what is not where it belongs, each with its place. Does not: whether
//! the words are good.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::{Map, Value};

use crate::{FILES, categories};

/// What a file may hold beside its sections: the language's name in itself, and where somebody should still look, by key, with
/// the reason.
const BESIDE: [&str; 2] = ["name", "review"];

/// All that is wrong with the files, a line for each: `locales/de.json:12: widget.fixOf: lacks {{total}}`.
#[must_use]
pub fn problems() -> Vec<String> {
    let english = FILES.first().map_or("", |(_, text)| text);
    let mut out = Vec::new();
    for (lang, text) in FILES {
        out.extend(problems_of(lang, text, english));
    }
    out
}

fn problems_of(lang: &str, text: &str, english: &str) -> Vec<String> {
    let read = |text: &str| serde_json::from_str::<Map<String, Value>>(text);
    let (own, english) = match (read(text), read(english)) {
        (Ok(own), Ok(english)) => (own, english),
        (Err(error), _) | (_, Err(error)) => {
            return vec![format!("locales/{lang}.json: {error}")];
        }
    };
    let mut out = Vec::new();
    let mut say = |key: &str, words: &str| {
        let leaf = key.rsplit('.').next().unwrap_or(key);
        let line = text
            .lines()
            .position(|line| line.trim_start().starts_with(&format!("\"{leaf}\"")));
        let mut place = format!("locales/{lang}.json");
        if let Some(line) = line {
            // Writing to a string cannot fail.
            let _ = write!(place, ":{}", line + 1);
        }
        out.push(format!("{place}: {key}: {words}"));
    };
    if !own.get("name").is_some_and(Value::is_string) {
        say("name", "is missing: the language's name in itself");
    }
    for name in own.keys().filter(|name| !BESIDE.contains(&name.as_str())) {
        if !english.contains_key(name) {
            say(name, "is not a section of locales/en.json");
        }
    }
    for key in own
        .get("review")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(Map::keys)
    {
        let known = key.split_once('.').is_some_and(|(section, key)| {
            own.get(section)
                .is_some_and(|section| section.get(key).is_some())
        });
        if !known {
            say(key, "is marked for review, and there is no such text");
        }
    }
    let sections = english
        .iter()
        .filter(|(name, _)| !BESIDE.contains(&name.as_str()));
    for (section, texts) in sections {
        let (Some(texts), own) = (
            texts.as_object(),
            own.get(section).and_then(Value::as_object),
        ) else {
            say(section, "is not a section: write an object of texts");
            continue;
        };
        let empty = Map::new();
        let own = own.unwrap_or(&empty);
        let expected = expected(texts, lang);
        for (key, model) in &expected {
            let path = format!("{section}.{key}");
            let Some(text) = own.get(key) else {
                say(&path, "is missing");
                continue;
            };
            let Some(text) = text.as_str().filter(|text| !text.is_empty()) else {
                say(&path, "must be text, and not empty");
                continue;
            };
            let (wanted, given) = (placeholders(model), placeholders(text));
            // "One fix" needs no figure.
            let tells = ["_zero", "_one", "_two"]
                .iter()
                .any(|form| key.ends_with(form));
            let may_lack = |name: &str| tells && name == "count";
            for name in wanted.difference(&given).filter(|name| !may_lack(name)) {
                say(&path, &format!("lacks {{{{{name}}}}}"));
            }
            for name in given.difference(&wanted) {
                say(
                    &path,
                    &format!("has the unknown placeholder {{{{{name}}}}}"),
                );
            }
        }
        for key in own.keys() {
            if !expected.iter().any(|(known, _)| known == key) {
                say(
                    &format!("{section}.{key}"),
                    "is not used: locales/en.json has no such text",
                );
            }
        }
    }
    out
}

/// The keys that a language has in the place of the English ones, each with the English text: plurals in the categories of
/// its own.
fn expected<'a>(english: &'a Map<String, Value>, lang: &str) -> Vec<(String, &'a str)> {
    let categories = categories(lang);
    let mut out = Vec::new();
    for (key, text) in english {
        let text = text.as_str().unwrap_or_default();
        match key.strip_suffix("_other") {
            Some(stem) => out.extend(
                categories
                    .iter()
                    .map(|each| (format!("{stem}_{each}"), text)),
            ),
            None if is_plural(key) => {}
            None => out.push((key.clone(), text)),
        }
    }
    out
}

fn is_plural(key: &str) -> bool {
    ["_zero", "_one", "_two", "_few", "_many"]
        .iter()
        .any(|suffix| key.ends_with(suffix))
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    let parts = text.split("{{").skip(1);
    parts.filter_map(|part| part.split("}}").next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = r#"{"name": "English", "widget": {"of": "{{a}} of {{b}}", "fixes_one": "{{count}} fix", "fixes_other": "{{count}} fixes"}}"#;

    #[test]
    fn every_language_is_whole() {
        assert_eq!(problems(), Vec::<String>::new());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let text = r#"{
"widget": {
  "of": "{{a}} von {{c}}",
  "fixes_one": "eine Lösung",
  "fixes_many": "viele"
},
"shell": {},
"review": {"widget.nothing": "?"}
}"#;
        assert_eq!(
            problems_of("de", text, ENGLISH),
            [
                "locales/de.json: name: is missing: the language's name in itself",
                "locales/de.json:7: shell: is not a section of locales/en.json",
                "locales/de.json: widget.nothing: is marked for review, and there is no such text",
                "locales/de.json: widget.fixes_other: is missing",
                "locales/de.json:3: widget.of: lacks {{b}}",
                "locales/de.json:3: widget.of: has the unknown placeholder {{c}}",
                "locales/de.json:5: widget.fixes_many: is not used: locales/en.json has no such text",
            ]
        );
        assert!(problems_of("ar", "{", ENGLISH)[0].starts_with("locales/ar.json: EOF"));
        assert!(problems_of("en", ENGLISH, ENGLISH).is_empty());
    }
}
