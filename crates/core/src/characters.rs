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

/// The short word with a hyphen in what stands between two spaces, without the marks around it. No line should end in it.
///
/// ```
/// use unstuck_core::characters::hyphenated;
/// assert_eq!(hyphenated("(Wi-Fi,"), Some("Wi-Fi"));
/// assert_eq!(hyphenated("step-by-step"), None);
/// ```
#[must_use]
pub fn hyphenated(word: &str) -> Option<&str> {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let is_short = word.len() <= 6 && word.contains('-');
    let is_plain = word.bytes().all(|c| c == b'-' || c.is_ascii_alphanumeric());
    (is_short && is_plain).then_some(word)
}
