//! The tags of an HTML text in one linear pass, before any parser sees it: for the limits, and to know where each is.
//!
//! Belongs here: where a tag begins and ends. Does not: the tree (a parser makes that). Where a script or a title holds
//! what looks like a tag it is reported too: for a limit that errs on the safe side.

/// A tag as it is in the text.
pub(super) struct Tag {
    /// In lower case.
    pub(super) name: String,
    /// Of its `<`, in bytes.
    pub(super) at: usize,
    /// Just behind its name.
    #[cfg_attr(
        not(feature = "html"),
        expect(dead_code, reason = "for the parser alone")
    )]
    pub(super) name_end: usize,
    /// Whether it is a closing tag.
    pub(super) closing: bool,
    /// At least as many as it has attributes.
    pub(super) attributes: usize,
}

/// Calls `each` for every tag until it returns false.
pub(super) fn scan(text: &str, mut each: impl FnMut(Tag) -> bool) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|b| *b == b'<'))
    {
        let start = at + found;
        let rest = &bytes[start + 1..];
        if rest.starts_with(b"!") {
            at = start + 2 + after_declaration(&rest[1..]);
            continue;
        }
        let closing = rest.first() == Some(&b'/');
        let name_start = start + 1 + usize::from(closing);
        if !bytes.get(name_start).is_some_and(u8::is_ascii_alphabetic) {
            at = start + 1;
            continue;
        }
        let name_len = bytes[name_start..]
            .iter()
            .position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
            .unwrap_or(bytes.len() - name_start);
        let name_end = name_start + name_len;
        let (end, attributes) = attributes(bytes, name_end);
        let name = text.get(name_start..name_end).unwrap_or_default();
        let tag = Tag {
            // No known name is longer.
            name: name
                .chars()
                .take(32)
                .collect::<String>()
                .to_ascii_lowercase(),
            at: start,
            name_end,
            closing,
            attributes,
        };
        if !each(tag) {
            return;
        }
        at = end;
    }
}

/// Length of a comment or declaration behind its `<!`.
fn after_declaration(rest: &[u8]) -> usize {
    let Some(comment) = rest.strip_prefix(b"--") else {
        return rest
            .iter()
            .position(|b| *b == b'>')
            .map_or(rest.len(), |end| end + 1);
    };
    if comment.starts_with(b">") {
        return 3;
    }
    if comment.starts_with(b"->") {
        return 4;
    }
    let mut from = 0;
    while let Some(found) = comment[from..].iter().position(|b| *b == b'>') {
        let end = from + found;
        if comment[..end].ends_with(b"--") || comment[..end].ends_with(b"--!") {
            return 2 + end + 1;
        }
        from = end + 1;
    }
    rest.len()
}

/// Where a tag ends, and at least how many attributes it has.
fn attributes(bytes: &[u8], from: usize) -> (usize, usize) {
    let (mut count, mut quote, mut before) = (0, None, b' ');
    for (place, byte) in bytes.iter().enumerate().skip(from) {
        if let Some(mark) = quote {
            if *byte == mark {
                quote = None;
                before = b' ';
            }
            continue;
        }
        match byte {
            b'>' => return (place + 1, count),
            b'"' | b'\'' if before == b'=' => quote = Some(*byte),
            b'/' | b'=' => count += 1,
            b if b.is_ascii_whitespace() && !before.is_ascii_whitespace() => count += 1,
            _ => {}
        }
        // Space between the equals sign and the quote changes nothing.
        if !(before == b'=' && byte.is_ascii_whitespace()) {
            before = *byte;
        }
    }
    (bytes.len(), count)
}
