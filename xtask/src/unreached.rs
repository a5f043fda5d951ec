//! Parts of Yew that no view of ours reaches, taken out of the widget's module before anything else sees it: 2 KB of what
//! a reader loads. The compiler has to keep them, for it cannot know which kinds of node are ever made.
//!
//! Belongs here: which functions these are, and how a trap takes their place. What only they used, wasm-bindgen and
//! wasm-opt then drop. Does not: anything that some guide could come to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::short_names::{Reader, put_number};

/// Functions by parts of their names, as rustc writes them (v0): a name that holds all parts of a line is meant.
/// The widget makes elements, texts and lists of them (src/ui/el.rs). So nothing is attached of raw HTML, of a portal
/// (the component for Yew apps is not in this module), of a suspense, or of a component within the widget's own. And all
/// attributes stand in one list, so that two sorts of list are never compared.
const UNREACHED: [[&str; 2]; 10] = [
    ["10dom_bundle4brawN", "12Reconcilable6attach"],
    ["10dom_bundle4brawN", "13detach_bundle"],
    ["10dom_bundle7bportalN", "12Reconcilable6attach"],
    ["10dom_bundle9bsuspenseN", "12Reconcilable6attach"],
    ["10dom_bundle5bcompN", "12Reconcilable6attach"],
    ["17find_parent_scope", "12BaseSuspense"],
    ["10attributesN", "18apply_diff_as_maps"],
    ["5vcomp5VComp", "15unwrap_or_clone"],
    ["7vportal7VPortal", "15unwrap_or_clone"],
    ["9vsuspense9VSuspense", "15unwrap_or_clone"],
];

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;

/// A body without variables that stops at once.
const TRAP: [u8; 4] = [3, 0, 0, 0x0b];

/// Takes out of the module in this file what is never reached.
///
/// # Errors
/// Where the file is no module, or has no function of one of the names: then Yew or the compiler has changed, and the
/// list is to be looked at.
pub(crate) fn take_out(file: &Path) -> Result<()> {
    let code = fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
    let out = without(&code, &UNREACHED)?;
    // A new file: cargo's own copy is the same one under another name.
    let new = file.with_extension("new");
    fs::write(&new, out)
        .and_then(|()| fs::rename(&new, file))
        .with_context(|| format!("could not write {}", file.display()))
}

fn without(code: &[u8], unreached: &[[&str; 2]]) -> Result<Vec<u8>> {
    let dead = numbers(code, unreached)?;
    let mut out = code.get(..8).context("this is no module")?.to_vec();
    for (kind, body) in sections(code)? {
        let mut slim = Vec::new();
        let body = if kind == CODE {
            let mut read = Reader::new(body);
            let count = read.number()?;
            put_number(count, &mut slim);
            for place in 0..count {
                let start = read.at();
                let length = read.number()?;
                read.take(length)?;
                slim.extend(if dead.contains(&place) {
                    &TRAP
                } else {
                    &body[start..read.at()]
                });
            }
            &slim
        } else {
            body
        };
        out.push(kind);
        put_number(body.len(), &mut out);
        out.extend(body);
    }
    Ok(out)
}

/// The places, among the module's own functions, of those that are never reached.
fn numbers(code: &[u8], unreached: &[[&str; 2]]) -> Result<Vec<usize>> {
    let mut imported = 0;
    let mut found = vec![false; unreached.len()];
    let mut dead = Vec::new();
    for (kind, body) in sections(code)? {
        let mut read = Reader::new(body);
        if kind == IMPORTS {
            for _ in 0..read.number()? {
                read.name()?;
                read.name()?;
                imported += usize::from(read.kind_of_import()? == 0);
            }
        } else if kind == CUSTOM && read.name()? == "name" {
            while read.at() < body.len() {
                let of_functions = read.byte()? == 1;
                let length = read.number()?;
                let mut read = Reader::new(read.take(length)?);
                for _ in 0..if of_functions { read.number()? } else { 0 } {
                    let number = read.number()?;
                    let name = read.name()?;
                    for (parts, found) in unreached.iter().zip(&mut found) {
                        if parts.iter().all(|part| name.contains(part)) {
                            *found = true;
                            dead.extend(number.checked_sub(imported));
                        }
                    }
                }
            }
        }
    }
    if let Some((parts, _)) = unreached.iter().zip(found).find(|(_, found)| !found) {
        bail!("the widget's module has no function {}", parts.join("…"));
    }
    Ok(dead)
}

/// Each section's kind and body.
fn sections(code: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    let mut read = Reader::new(code);
    read.take(8)?;
    let mut all = Vec::new();
    while read.at() < code.len() {
        let kind = read.byte()?;
        let length = read.number()?;
        all.push((kind, read.take(length)?));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(bodies: &[&[u8]]) -> Vec<u8> {
        let mut code = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |kind: u8, body: &[u8]| {
            code.push(kind);
            put_number(body.len(), &mut code);
            code.extend(body);
        };
        section(IMPORTS, b"\x02\x01m\x01f\0\0\x01m\x01g\x03\x7f\0");
        let mut all = vec![u8::try_from(bodies.len()).unwrap_or_default()];
        for body in bodies {
            put_number(body.len(), &mut all);
            all.extend(*body);
        }
        section(CODE, &all);
        section(
            CUSTOM,
            b"\x04name\x01\x12\x03\x00\x01f\x01\x05one_x\x02\x05two_x",
        );
        code
    }

    #[test]
    fn a_trap_stands_where_a_function_is_never_reached() {
        let code = module(&[b"\0\x01\x0b", b"\0\x41\x07\x1a\x0b"]);
        let slim = without(&code, &[["two", "_x"]]).unwrap_or_default();
        assert_eq!(slim, module(&[b"\0\x01\x0b", b"\0\0\x0b"]));
        let slim = without(&code, &[["one", "_x"]]).unwrap_or_default();
        assert_eq!(slim, module(&[b"\0\0\x0b", b"\0\x41\x07\x1a\x0b"]));
        assert!(without(&code, &[["two", "_y"]]).is_err());
        for end in 9..code.len() - 1 {
            let _ = without(&code[..end], &[["two", "_x"]]);
        }
    }
}
