//! What a module is made of, by crate and by function.
//!
//! Belongs here: the report. It is of the module as the compiler leaves it: wasm-opt, which takes off a third, takes the names, too.
//! Does not: what is loaded and how large that may be (see `size`).

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use clap::ValueEnum;
use rustc_demangle::demangle;
use unstuck_page::files::bytes;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::run::target_dir;
use crate::tools::WASM_TARGET;

/// So many functions are named.
const MOST: usize = 40;

/// A module that a page loads.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Module {
    Widget,
    FirstScreen,
    Reader,
    FileReader,
}

impl Module {
    fn file(self) -> &'static str {
        match self {
            Self::Widget => "unstuck-widget.wasm",
            Self::FirstScreen => "unstuck-first-screen.wasm",
            Self::Reader => "unstuck-reader.wasm",
            Self::FileReader => "unstuck-file-reader.wasm",
        }
    }
}

/// Prints the sizes, the largest first.
pub(crate) fn show(module: Module) -> Result<()> {
    let file = target_dir().join(format!("{WASM_TARGET}/wasm/{}", module.file()));
    let module = bytes(&file).context("build the page first")?;
    let functions = functions(&module)?;
    let all: usize = functions.iter().map(|(_, size)| size).sum();
    let mut crates = BTreeMap::<&str, usize>::new();
    for (name, size) in &functions {
        *crates.entry(crate_of(name)).or_default() += size;
    }
    println!(
        "{all} bytes of code before wasm-opt, in {} functions",
        functions.len()
    );
    for (title, rows) in [
        ("crate", crates.into_iter().collect::<Vec<_>>()),
        (
            "function",
            functions
                .iter()
                .map(|(name, size)| (&**name, *size))
                .collect(),
        ),
    ] {
        println!("\n{:>8}  {:>6}  {title}", "bytes", "%");
        let mut rows = rows;
        rows.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        for (name, size) in rows.iter().take(MOST) {
            println!(
                "{size:>8}  {:>6.1}  {name}",
                *size as f64 * 100.0 / all as f64
            );
        }
    }
    Ok(())
}

/// The functions of a module by their names, with the bytes of each.
fn functions(module: &[u8]) -> Result<Vec<(String, usize)>> {
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(all) = section.as_known() else {
                    continue;
                };
                for part in all {
                    let Name::Function(part) = part? else {
                        continue;
                    };
                    for one in part {
                        let one = one?;
                        names.insert(one.index as usize, format!("{:#}", demangle(one.name)));
                    }
                }
            }
            _ => {}
        }
    }
    let named = |(at, size): (usize, usize)| {
        let name = names.get(&(imported + at));
        (name.cloned().unwrap_or_else(|| "?".to_owned()), size)
    };
    Ok(sizes.into_iter().enumerate().map(named).collect())
}

/// The crate of a function: of a method, that of its type.
fn crate_of(name: &str) -> &str {
    let path = name.trim_start_matches(['<', '&', '*', '(', '[']);
    let path = ["mut ", "dyn ", "const "]
        .iter()
        .fold(path, |path, word| path.trim_start_matches(word));
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
    let found = &path[..end.unwrap_or(path.len())];
    if found.is_empty() { "?" } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_type() {
        for (name, wanted) in [
            ("yew::scheduler::start", "yew"),
            ("<unstuck::frame::Frame as yew::Component>::view", "unstuck"),
            (
                "<&mut serde_json_core::de::Deserializer as x>::y",
                "serde_json_core",
            ),
            ("<dyn core::any::Any>::type_id", "core"),
            ("memcpy", "memcpy"),
            ("", "?"),
        ] {
            assert_eq!(crate_of(name), wanted, "{name}");
        }
    }
}
