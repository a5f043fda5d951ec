//! The number that a title begins with: `3. Restart`, `2.1 Restart`, 1️⃣.
//!
//! Belongs here: figures in any script. Does not: ordinals in words, Method 2 (see `titles`).

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
}
