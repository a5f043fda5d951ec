//! The words of Unstuck in every language (`locales/`), and how a language writes numbers and dates: for what runs natively,
//! as the first screens in HTML, the page's build and the tests. In a browser the words come as a file and `Intl` does the rest.
//!
//! Belongs here: finding a language, reading its file, holding it to the English one, and what `Intl` does in a browser. Does
//! not: the texts, and what the widget makes of them (`unstuck::words`).

mod check;
mod intl;
mod pseudo;

use std::sync::LazyLock;

use icu_locale::{LanguageIdentifier, LocaleExpander};
use serde_json::{Map, Value};

pub use check::problems;
pub use intl::{categories, category, moment, number, time};
pub use pseudo::{LONG, RIGHT_TO_LEFT, pseudo};

/// Each file's language and text, English first.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

static ALL: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let read = |&(lang, text): &(&'static str, &'static str)| Locale {
        lang,
        // A file that cannot be read is told by `problems`.
        sections: serde_json::from_str(text).unwrap_or_default(),
    };
    FILES.iter().map(read).collect()
});

/// The words in one language.
#[derive(Debug)]
pub struct Locale {
    /// BCP 47, as the file is named.
    pub lang: &'static str,
    sections: Map<String, Value>,
}

impl Locale {
    /// The language's name in itself.
    #[must_use]
    pub fn name(&self) -> &str {
        let name = self.sections.get("name");
        name.and_then(Value::as_str).unwrap_or(self.lang)
    }

    /// A text; none where this language lacks it.
    ///
    /// ```
    /// let english = unstuck_locales::find("en-GB");
    /// assert_eq!((english.lang, english.text("widget", "yes")), ("en", Some("Yes")));
    /// ```
    #[must_use]
    pub fn text(&self, section: &str, key: &str) -> Option<&str> {
        self.sections.get(section)?.get(key)?.as_str()
    }

    /// The texts of a section, by their keys.
    pub fn texts(&self, section: &str) -> impl Iterator<Item = (String, String)> {
        let all = self.sections.get(section).and_then(Value::as_object);
        let texts = all.into_iter().flatten();
        texts.filter_map(|(key, text)| Some((key.clone(), text.as_str()?.to_owned())))
    }

    /// A text, in English where this language lacks it.
    #[must_use]
    pub fn or_english(&self, section: &str, key: &str) -> &str {
        let text = self.text(section, key);
        text.or_else(|| all()[0].text(section, key))
            .unwrap_or_default()
    }

    /// A section, as JSON.
    #[must_use]
    pub fn section(&self, name: &str) -> &Value {
        self.sections.get(name).unwrap_or(&Value::Null)
    }
}

/// All languages, English first.
#[must_use]
pub fn all() -> &'static [Locale] {
    &ALL
}

/// The language that comes nearest to a BCP 47 tag: `de` for `de-AT`, `zh-Hans` for `zh-CN`, English for what there is not.
/// `web/src/locale.ts` does the same.
#[must_use]
pub fn find(tag: &str) -> &'static Locale {
    known(tag).unwrap_or(&all()[0])
}

/// The same, and none for what there is not.
#[must_use]
pub fn known(tag: &str) -> Option<&'static Locale> {
    nearest(tag, all(), |locale| locale.lang)
}

/// The first that is written as a tag says.
fn nearest<'a, T>(tag: &str, all: &'a [T], lang: impl Fn(&T) -> &str) -> Option<&'a T> {
    let wanted = written(tag)?;
    all.iter()
        .find(|each| written(lang(each)).as_ref() == Some(&wanted))
}

/// A language and its script: what makes two tags readable to the same people.
fn written(tag: &str) -> Option<(String, String)> {
    let mut id: LanguageIdentifier = tag.parse().ok()?;
    LocaleExpander::new_common().maximize(&mut id);
    Some((id.language.to_string(), id.script?.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language_is_found() {
        let known = ["en", "ar", "de", "pt-BR", "zh-Hans"];
        for (tag, lang) in [
            ("en", Some("en")),
            ("en-GB", Some("en")),
            ("DE", Some("de")),
            ("de-AT", Some("de")),
            ("de-Latn-CH-1996", Some("de")),
            ("pt", Some("pt-BR")),
            ("pt-PT", Some("pt-BR")),
            ("zh", Some("zh-Hans")),
            ("zh-CN", Some("zh-Hans")),
            ("zh-SG", Some("zh-Hans")),
            ("ar-EG", Some("ar")),
            ("zh-TW", None),
            ("zh-Hant", None),
            ("tlh", None),
            ("", None),
            ("en_US", None),
            ("not a tag", None),
        ] {
            assert_eq!(nearest(tag, &known, |lang| lang).copied(), lang, "{tag}");
        }
        assert_eq!(find("tlh").lang, "en");
    }
}
