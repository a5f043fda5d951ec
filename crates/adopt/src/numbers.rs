//! The number of a title in a series: `3. Restart`, `2.1 Restart`, 1️⃣, Method 2.
//!
//! Belongs here: figures in any script, and ordinals. Does not: what else a title says (see `titles`), or whether a series is
//! whole (see `sets`).

use crate::lexicon::Lexicon;
use crate::word_lists::{is_wide, lowered};

/// The kind of a title that begins with a number alone.
pub(crate) const NUMBER: &str = "number";

/// Whether the number of a title is one below another: `2.1 Restart`.
pub(crate) fn is_sub_number(title: &str) -> bool {
    let figures = title.trim_start().trim_start_matches('#');
    let rest = figures.trim_start_matches(|c: char| c.is_ascii_digit());
    let sub = rest.strip_prefix('.').unwrap_or_default();
    number(title).is_some() && sub.starts_with(|c: char| c.is_ascii_digit())
}

/// The title without a leading `3.`, `3)`, `3 -`.
pub(crate) fn without_number(title: &str) -> &str {
    let title = title.trim_start();
    number(title).map_or(title, |(_, rest)| rest)
}

/// What parts a number from the words behind it.
const MARKS: [char; 12] = [
    '.', ')', ':', '-', '–', '—', '/', '、', '．', '）', '：', '。',
];

/// The value of a figure, which Chinese and Japanese also write as wide as their letters.
fn figure(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}

/// The number that a text of figures is.
pub(crate) fn figures(text: &str) -> Option<u32> {
    let mut sum: Option<u32> = None;
    for c in text.chars() {
        let figure = figure(c)?;
        sum = Some(sum.unwrap_or(0).checked_mul(10)?.checked_add(figure)?);
    }
    sum
}

/// Whether a letter is a small picture, or joins some.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}')
}

/// A leading number and what follows it: `3. Restart`, `3) Restart`, `3 - Restart`, `2.1 Restart`.
pub(crate) fn number(title: &str) -> Option<(u32, &str)> {
    let title = title.trim_start().trim_start_matches(is_picture);
    let title = title.trim_start().trim_start_matches('#');
    let end = title.find(|c: char| figure(c).is_none())?;
    let number: u32 = figures(title.get(..end)?)?;
    let mut rest = title.get(end..)?;
    // The frame of a key around a figure: 1️⃣.
    if let Some(words) = rest
        .strip_prefix('\u{fe0f}')
        .unwrap_or(rest)
        .strip_prefix('\u{20e3}')
    {
        let words = words.trim_start_matches(MARKS).trim_start();
        return (!words.is_empty()).then_some((number, words));
    }
    // Of 2.1.3 the last part counts.
    let mut last = number;
    while let Some(further) = rest.strip_prefix('.') {
        let end = further
            .find(|c: char| figure(c).is_none())
            .unwrap_or(further.len());
        let Some(part) = further.get(..end).and_then(figures) else {
            break;
        };
        last = part;
        rest = further.get(end..)?;
    }
    let marked = rest.trim_start();
    let after = marked.trim_start_matches(MARKS);
    let words = after.trim_start();
    let unit = words
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    // "2.4 GHz" measures something; "2 factor codes" has no mark after it.
    let nested = last != number || title.get(end..)?.starts_with('.');
    let counts = after.len() < marked.len()
        || nested
            && rest.starts_with(' ')
            && !matches!(
                unit.as_str(),
                "ghz" | "mhz" | "gb" | "mb" | "kb" | "tb" | "v" | "a" | "w" | "inch"
            );
    (counts && !words.is_empty()).then_some((last, words))
}

impl Lexicon {
    /// The kind and the number of a title like `Method 2: Restart` or `Step 3 — Restart`.
    pub(crate) fn ordinal(&self, title: &str) -> Option<(&'static str, u32)> {
        let title = lowered(title);
        let title = title.trim_start_matches(|c: char| !c.is_alphanumeric());
        let kinds = self.ordinals.iter();
        let mut names =
            kinds.flat_map(|(kind, names)| names.iter().map(move |name| (*kind, *name)));
        names.find_map(|(kind, name)| Some((kind, self.number_at(title, name)?)))
    }

    /// The number of a title behind a name, or where its `*` is.
    fn number_at(&self, title: &str, name: &str) -> Option<u32> {
        let (before, after) = name.split_once('*').unwrap_or((name, ""));
        let rest = title.strip_prefix(before)?;
        // "Problemi con" is no problem I: the name ends where its word ends.
        let ends = |c: char| !c.is_alphabetic() || is_wide(c);
        if !rest.starts_with(ends) && !before.ends_with(is_wide) {
            return None;
        }
        let rest = rest.trim_start();
        let rest = rest.trim_start_matches(['#', '(', '（']);
        let rest = ["n°", "nº", "n.º", "nr.", "no."]
            .iter()
            .find_map(|sign| rest.strip_prefix(sign))
            .unwrap_or(rest)
            .trim_start();
        let end = match after {
            "" => rest.find(|c: char| !c.is_alphanumeric()),
            after => Some(rest.find(after)?),
        };
        let figure = rest.get(..end.unwrap_or(rest.len()))?;
        let named = || {
            let mut numbers = self.numbers.iter();
            numbers.find(|(_, words)| words.contains(&figure))
        };
        figures(figure).or_else(|| Some(named()?.0))
    }

    /// By what a title is a member of a numbered set: the word of its ordinal, or [`NUMBER`].
    pub(crate) fn counts(&self, title: &str) -> Option<&'static str> {
        let ordinal = self.ordinal(title).map(|(kind, _)| kind);
        ordinal.or(number(title).map(|_| NUMBER))
    }

    /// What follows the ordinal of a title and its mark: of `Method 2: Restart` the word Restart.
    pub(crate) fn after_ordinal<'a>(&self, folded: &'a str) -> Option<&'a str> {
        self.ordinal(folded)?;
        let (_, rest) =
            folded.split_once([':', '-', '–', '—', '.', '：', '、', '．', '】', '\u{3000}'])?;
        Some(rest)
    }

    /// The same where a space alone may follow the number: Step 6 Restart.
    pub(crate) fn without_ordinal<'a>(&self, folded: &'a str) -> &'a str {
        let mut words = folded.splitn(3, ' ');
        let counted = words.nth(1).and_then(figures).and(words.next());
        counted
            .or_else(|| self.after_ordinal(folded))
            .unwrap_or_default()
            .trim_start_matches(|c: char| !c.is_alphanumeric())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_measures() {
        for (title, number_of) in [
            ("3. Restart", Some(3)),
            ("3) Restart", Some(3)),
            ("2.4 GHz", None),
            ("2 factor codes", None),
            ("10 - Reset", Some(10)),
            ("2.1. Go", Some(1)),
        ] {
            assert_eq!(number(title).map(|(n, _)| n), number_of, "{title}");
        }
    }

    #[test]
    fn ordinals() {
        let english = Lexicon::of("en");
        assert_eq!(english.ordinal("Method 2: Restart"), Some(("method", 2)));
        assert_eq!(english.ordinal("Step 3 — Restart"), Some(("step", 3)));
        assert_eq!(english.ordinal("Fix the cable"), None);
    }

    #[test]
    fn ordinals_of_other_languages() {
        for (language, title, expected, rest) in [
            (
                "de",
                "Methode 2: Neu starten",
                ("method", 2),
                " neu starten",
            ),
            (
                "de",
                "1. Methode: Neu starten",
                ("method", 1),
                " neu starten",
            ),
            (
                "es",
                "Solución n.º 3: Reiniciar",
                ("solution", 3),
                " reiniciar",
            ),
            ("fr", "Étape 1 : Redémarrer", ("step", 1), " redémarrer"),
            ("pt", "Passo dois: reiniciar", ("step", 2), " reiniciar"),
            ("it", "Metodo 4 – Riavvia", ("method", 4), " riavvia"),
            ("nl", "Stap 2: Start opnieuw", ("step", 2), " start opnieuw"),
            ("ja", "方法１：再起動する", ("method", 1), "再起動する"),
            ("ja", "【ステップ2】再起動する", ("step", 2), "再起動する"),
            ("zh", "方法三：重启", ("method", 3), "重启"),
            ("zh", "第二步：重启", ("step", 2), "重启"),
        ] {
            let lexicon = Lexicon::of(language);
            assert_eq!(lexicon.ordinal(title), Some(expected), "{title}");
            let lower = lowered(title);
            let after = lexicon.after_ordinal(&lower).unwrap_or_default();
            assert!(after.ends_with(rest), "{title}: {after}");
        }
    }
}
