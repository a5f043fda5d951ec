//! Characters that nobody sees, and that make a text read, or a terminal behave, as it should not; and the hyphens in short words.
//!
//! Belongs here: which they are, taking them out of what a guide is read from, making them visible where a text is
//! shown, and which words no line should end in. Does not: how a format writes them (that is the format's).

use std::borrow::Cow;

/// Whether no guide ever holds this character: controls but for tab and new line, what turns the text around it
/// (embeddings, overrides, isolates), line ends of other systems, tags, formats of music and shorthand, and what is no
/// character at all.
#[must_use]
pub fn is_banned(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{FFFE}'
        | '\u{FFFF}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}' => true,
        c => c.is_control(),
    }
}

/// Whether a character is written as an escape wherever a text leaves us: those that are banned, and those that words may
/// need but nobody sees. Direction marks place a full stop in Arabic or Hebrew and turn no letters around, soft hyphens
/// and zero-width spaces say where a long word breaks, fillers stand for letters. Joiners and variation selectors are not
/// among them: they shape the letters of Persian and Indic words, and emoji.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    const NEEDED: [char; 14] = [
        '\u{AD}', '\u{34F}', '\u{61C}', '\u{115F}', '\u{1160}', '\u{17B4}', '\u{17B5}', '\u{180E}',
        '\u{200B}', '\u{200E}', '\u{200F}', '\u{2060}', '\u{3164}', '\u{FFA0}',
    ];
    is_banned(c) || NEEDED.contains(&c) || ('\u{2061}'..='\u{2065}').contains(&c)
}

/// A text as a guide may hold it: every line end is a new line, and what else is banned is gone.
///
/// ```
/// use unstuck_core::characters::clean;
/// assert_eq!(clean("Tap\u{202E} Back\u{2028}Up\u{1B}[31m\r\n"), "Tap Back\nUp[31m\n");
/// ```
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_banned) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            c if is_banned(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// A text of someone else's on one line, as a terminal or a message may show it: what nobody sees is spelt out.
///
/// ```
/// use unstuck_core::characters::shown;
/// assert_eq!(shown("a\u{1B}[31m\n\u{202E}b"), "a\\u{1b}[31m\\n\\u{202e}b");
/// ```
#[must_use]
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' => out.extend(c.escape_default()),
            c if is_unseen(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// A text in runs, and whether one is a short word with a hyphen, such as Wi-Fi or USB-C: no line should end within it.
///
/// ```
/// use unstuck_core::characters::runs;
/// assert_eq!(runs("Off Wi-Fi, step-by-step"), [(false, "Off "), (true, "Wi-Fi"), (false, ", step-by-step")]);
/// assert_eq!(runs("安定したWi-Fiに"), [(false, "安定した"), (true, "Wi-Fi"), (false, "に")]);
/// ```
#[must_use]
pub fn runs(text: &str) -> Vec<(bool, &str)> {
    let mut runs = Vec::new();
    let (mut rest, mut at) = (0, 0);
    // Chinese and Japanese put no space around them.
    for piece in text.split_inclusive(|c: char| c.is_ascii_whitespace() || !c.is_ascii()) {
        if let Some((before, word)) = hyphenated(piece) {
            let start = at + before;
            if start > rest {
                runs.push((false, &text[rest..start]));
            }
            rest = start + word.len();
            runs.push((true, word));
        }
        at += piece.len();
    }
    if rest < text.len() {
        runs.push((false, &text[rest..]));
    }
    runs
}

/// The short word with a hyphen in a piece, without the marks around it, and how many bytes stand before it.
fn hyphenated(piece: &str) -> Option<(usize, &str)> {
    let is_mark = |c: char| !c.is_ascii_alphanumeric();
    let from_word = piece.trim_start_matches(is_mark);
    let word = from_word.trim_end_matches(is_mark);
    let is_short = word.len() <= 6 && word.contains('-');
    let is_plain = word.bytes().all(|c| c == b'-' || c.is_ascii_alphanumeric());
    (is_short && is_plain).then_some((piece.len() - from_word.len(), word))
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn short_words_stay_whole_and_no_others() {
        for (text, whole) in [
            ("Keep Wi-Fi steady", &["Wi-Fi"][..]),
            ("Wi-Fi", &["Wi-Fi"]),
            ("Off the Wi-Fi, then (USB-C)?", &["Wi-Fi", "USB-C"]),
            ("信頼できるWi-Fiと（USB-C）で", &["Wi-Fi", "USB-C"]),
            ("A step-by-step guide", &[]),
            ("See a-b.example/x-y", &[]),
            ("2 - 1", &[]),
            ("", &[]),
        ] {
            let runs = runs(text);
            let all: String = runs.iter().map(|(_, run)| *run).collect();
            assert_eq!(all, text);
            let found = runs.iter().filter(|(whole, _)| *whole);
            let found: Vec<&str> = found.map(|(_, run)| *run).collect();
            assert_eq!(found, whole, "{text}");
        }
    }
}
