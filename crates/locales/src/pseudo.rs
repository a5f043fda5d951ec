//! Languages that nobody speaks, for tests: English words that show whether a text is translatable, has room and runs the
//! right way.
//!
//! Belongs here: making them. Does not: where they are shown.

/// 40 % longer than English, every letter with an accent: what shows without accents is not from `locales/`.
pub const LONG: &str = "en-XA";
/// Written from right to left, with the letters of Arabic.
pub const RIGHT_TO_LEFT: &str = "ar-XB";

const ACCENTED: [(char, char); 12] = [
    ('a', 'á'),
    ('e', 'é'),
    ('i', 'í'),
    ('o', 'ó'),
    ('u', 'ú'),
    ('y', 'ý'),
    ('A', 'Á'),
    ('E', 'É'),
    ('I', 'Í'),
    ('O', 'Ó'),
    ('U', 'Ú'),
    ('Y', 'Ý'),
];
/// A letter for each of a to z; upper and lower case alike.
const ARABIC: [char; 26] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ',
    'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه',
];

/// An English text in one of these languages. What stands in `{{…}}` stays.
///
/// ```
/// use unstuck_locales::{LONG, pseudo};
/// assert_eq!(pseudo(LONG, "Fix {{position}}"), "⟦Fíx {{position}} ~⟧");
/// ```
#[must_use]
pub fn pseudo(lang: &str, text: &str) -> String {
    let mut out = String::new();
    let mut letters = 0;
    let mut within = 0_usize;
    for c in text.chars() {
        match c {
            '{' => within += 1,
            '}' => within = within.saturating_sub(1),
            _ => {}
        }
        if within > 0 || c == '}' {
            out.push(c);
            continue;
        }
        letters += usize::from(c.is_alphabetic());
        out.push(if lang == LONG { accented(c) } else { arabic(c) });
    }
    if lang != LONG {
        return out;
    }
    // In words of eight, so that a line has somewhere to break.
    let longer = (letters * 2).div_ceil(5).saturating_sub(2).max(1);
    let tail: Vec<char> = (0..longer)
        .map(|at| if at % 8 == 7 { ' ' } else { '~' })
        .collect();
    let tail: String = tail.into_iter().collect();
    // Spaces at the ends part it from what stands beside it.
    let start = &text[..text.len() - text.trim_start().len()];
    let end = &text[text.trim_end().len()..];
    format!("{start}⟦{} {}⟧{end}", out.trim(), tail.trim())
}

fn accented(c: char) -> char {
    let found = ACCENTED.iter().find(|(plain, _)| *plain == c);
    found.map_or(c, |(_, accented)| *accented)
}

fn arabic(c: char) -> char {
    let at = u32::from(c.to_ascii_lowercase()).checked_sub(u32::from('a'));
    let letter = at.and_then(|at| ARABIC.get(at as usize));
    letter
        .filter(|_| c.is_ascii_alphabetic())
        .copied()
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_and_outer_spaces_stay() {
        assert_eq!(pseudo(LONG, ", then"), "⟦, thén ~⟧");
        assert_eq!(pseudo(LONG, "Your answer: "), "⟦Ýóúr ánswér: ~~⟧ ");
        assert_eq!(pseudo(RIGHT_TO_LEFT, "Yes {{what}}"), "نجغ {{what}}");
    }

    #[test]
    fn it_is_long() {
        let text = "You won’t have to explain it all again.";
        let long = pseudo(LONG, text).chars().count();
        assert!(long * 10 >= text.chars().count() * 13, "{long}");
    }
}
