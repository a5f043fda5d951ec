//! Short names between WebAssembly and its glue. wasm-bindgen's tell what they are and end in a checksum, and stand in
//! both files: that is 3 KB of what a reader loads.
//!
//! Belongs here: the names of a module's imports and exports, and their likes in the glue. Does not: anything else of
//! either file.

use anyhow::{Context, Result, bail};

/// Notes on the module, for tools: who made it, and what it takes of an engine.
const NOTES: u8 = 0;
/// The sections of a module that hold names to the outside.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// Gives short names to what a module and its glue call each other, in both. A name that does not stand in the glue the
/// way that it should is left as it is. The module's notes are left out: all tools have been over it.
pub(crate) fn shorten(code: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut glue = glue.to_owned();
    let mut out = code.get(..8).context("this is no module")?.to_vec();
    let mut read = Reader { code, at: 8 };
    while read.at < code.len() {
        let section = read.byte()?;
        let length = read.number()?;
        let body = read.take(length)?;
        let body = match section {
            IMPORTS | EXPORTS => renamed(section, body, &mut glue)?,
            NOTES => continue,
            _ => body.to_vec(),
        };
        out.push(section);
        put_number(body.len(), &mut out);
        out.extend(body);
    }
    Ok((out, glue))
}

/// A section of imports or exports with short names.
fn renamed(section: u8, body: &[u8], glue: &mut String) -> Result<Vec<u8>> {
    let mut read = Reader { code: body, at: 0 };
    let mut out = Vec::new();
    let count = read.number()?;
    put_number(count, &mut out);
    for place in 0..count {
        if section == IMPORTS {
            // The glue names the module once, for all its imports.
            let module = read.name()?;
            let found = format!("\"{module}\":");
            let once = glue.matches(&found).count() == 1;
            if once {
                *glue = glue.replace(&found, "\"m\":");
            }
            let short = once || place > 0 && glue.contains("\"m\":");
            put_name(if short { "m" } else { module }, &mut out);
        }
        let name = read.name()?;
        let short = letters(place);
        let (before, after) = if section == IMPORTS {
            (" ", ": ")
        } else {
            ("wasm.", "")
        };
        let found = replace_word(glue, before, name, after, &short);
        put_name(if found { &short } else { name }, &mut out);
        let kind = read.at;
        if section == IMPORTS {
            read.kind_of_import()?;
        } else {
            // An export by its kind and number.
            read.byte()?;
            read.number()?;
        }
        out.extend(&body[kind..read.at]);
    }
    Ok(out)
}

/// Replaces a name wherever it stands as a word between these. Whether it did.
fn replace_word(text: &mut String, before: &str, name: &str, after: &str, short: &str) -> bool {
    let wanted = format!("{before}{name}{after}");
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    let mut found = false;
    while let Some(at) = rest.find(&wanted) {
        let end = at + wanted.len();
        let whole = !after.is_empty() || !rest[end..].starts_with(part);
        out.push_str(&rest[..at]);
        if whole {
            out.push_str(&format!("{before}{short}{after}"));
        } else {
            out.push_str(&rest[at..end]);
        }
        found |= whole;
        rest = &rest[end..];
    }
    out.push_str(rest);
    *text = out;
    found
}

/// `a` to `z`, then `ba` and so on.
pub(crate) fn letters(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    if number < 26 {
        letter.to_string()
    } else {
        format!("{}{letter}", letters(number / 26))
    }
}

/// A module, or a part of one, from its first byte to its last.
pub(crate) struct Reader<'a> {
    code: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(code: &'a [u8]) -> Self {
        Self { code, at: 0 }
    }

    /// How many bytes are read.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let end = self.at.saturating_add(length);
        let taken = self
            .code
            .get(self.at..end)
            .context("the module ends too soon")?;
        self.at = end;
        Ok(taken)
    }

    pub(crate) fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// A number in WebAssembly's way: seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("the module holds a number that is too long")
    }

    pub(crate) fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        Ok(std::str::from_utf8(self.take(length)?)?)
    }

    /// What an import is, after its names: its kind, with all that is said of it read over.
    pub(crate) fn kind_of_import(&mut self) -> Result<u8> {
        let kind = self.byte()?;
        match kind {
            // A function by its type.
            0 => {
                self.number()?;
            }
            // A table or a memory: what it holds, and its limits.
            1 | 2 => {
                if kind == 1 {
                    self.byte()?;
                }
                if self.byte()? & 1 == 1 {
                    self.number()?;
                }
                self.number()?;
            }
            // A global: its type, and whether it changes.
            3 => {
                self.take(2)?;
            }
            other => bail!("the module has an import of a kind {other}, which is not known here"),
        }
        Ok(kind)
    }
}

pub(crate) fn put_number(mut number: usize, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap_or_default());
}

fn put_name(name: &str, out: &mut Vec<u8>) {
    put_number(name.len(), out);
    out.extend(name.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_short_in_both_files() {
        let mut code = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |number: u8, body: &[u8]| {
            code.push(number);
            put_number(body.len(), &mut code);
            code.extend(body);
        };
        let mut imports = vec![3];
        for (name, kind) in [
            ("__wbg_at_0123456789abcdef", &[0, 5][..]),
            ("__wbg_at_0123", &[1, 0x70, 1, 1, 200, 1]),
            ("unheard", &[3, 0x7f, 0]),
        ] {
            put_name("./x_bg.js", &mut imports);
            put_name(name, &mut imports);
            imports.extend(kind);
        }
        section(IMPORTS, &imports);
        let mut exports = vec![2];
        for (name, kind) in [("free_all", [0, 1]), ("free", [0, 2])] {
            put_name(name, &mut exports);
            exports.extend(kind);
        }
        section(EXPORTS, &exports);
        section(NOTES, b"by whom");
        section(10, b"free");
        let glue = "{ __wbg_at_0123456789abcdef: f, __wbg_at_0123: g }; \"./x_bg.js\": h; wasm.free(wasm.free_all); free";
        let (short, glue) = shorten(&code, glue).unwrap_or_default();
        assert_eq!(glue, "{ a: f, b: g }; \"m\": h; wasm.b(wasm.a); free");
        assert_eq!(
            short,
            b"\0asm\x01\0\0\0\x02\x1e\x03\x01m\x01a\0\x05\x01m\x01b\x01\x70\x01\x01\xc8\x01\x01m\x07unheard\x03\x7f\0\x07\x09\x02\x01a\0\x01\x01b\0\x02\x0a\x04free"
        );
        for end in 9..code.len() - 1 {
            let _ = shorten(&code[..end], &glue);
        }
        let names: Vec<String> = [0, 25, 26, 27, 51, 52].map(letters).into();
        assert_eq!(names, ["a", "z", "ba", "bb", "bz", "ca"]);
    }
}
