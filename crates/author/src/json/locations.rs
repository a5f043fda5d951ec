//! Where the parts of a guide are in a JSON file.

use crate::location::Locations;

/// The offsets of the parts of a file that [`parse`](super::parse) could read. One pass; strings are skipped as wholes.
pub(crate) fn locations(text: &str) -> Locations {
    let mut locations = Locations::default();
    // For each open array or object: its key.
    let mut open: Vec<(u8, String)> = Vec::new();
    let mut key = String::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                let start = at + 1;
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += 1 + usize::from(bytes[at] == b'\\');
                }
                let after = bytes.get(at + 1..).unwrap_or_default();
                if after.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b':') {
                    key = text.get(start..at).unwrap_or_default().to_owned();
                }
            }
            mark @ (b'[' | b'{') => {
                if mark == b'{' {
                    let path: Vec<&str> = open.iter().map(|(_, key)| key.as_str()).collect();
                    match path.as_slice() {
                        [] => locations.guide = at,
                        ["", "questions"] => locations.questions.push(at),
                        ["", "notes"] => locations.notes.push(at),
                        ["", "fixes"] => {
                            locations.fixes.push(at);
                            locations.steps.push(Vec::new());
                        }
                        ["", "fixes", "", "steps"] => {
                            if let Some(steps) = locations.steps.last_mut() {
                                steps.push(at);
                            }
                        }
                        _ => {}
                    }
                }
                open.push((mark, std::mem::take(&mut key)));
            }
            b']' | b'}' => {
                open.pop();
                key.clear();
            }
            b',' => key.clear(),
            _ => {}
        }
        at += 1;
    }
    locations
}
