//! Makes the methods of the type `Words` of `locales/en.json`, section `widget`: one for each text, with what is filled in as its
//! parameters, and one for each text that goes by a count. A key that the code asks for and the file lacks, or the other way round,
//! fails the build. The English text stands where it is asked for, so a module has those alone that it shows. Other languages are held to this file by `unstuck-locales`.
//!
//! The files are in the form of i18next (JSON v4): `{{name}}` is filled in, and `_one`, `_other` … are CLDR's plural categories.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

const LOCALE: &str = "locales/en.json";

/// What is filled in as a whole number, as the language writes it; all else is put in as it is.
const NUMBERS: [&str; 8] = [
    "count", "position", "total", "tried", "passed", "number", "done", "all",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOCALE}");
    let file: Value = serde_json::from_str(&fs::read_to_string(LOCALE)?)?;
    let section = file["widget"].as_object().ok_or("no section `widget`")?;
    let mut methods = String::new();
    for (key, text) in section {
        let text = text.as_str().ok_or_else(|| format!("{key} is no text"))?;
        let given = placeholders(text);
        if let Some(stem) = key.strip_suffix("_other") {
            if given != ["count"] {
                return Err(format!("{key} is given {given:?}, not the count alone").into());
            }
            let one = section.get(&format!("{stem}_one")).and_then(Value::as_str);
            let one = one.ok_or_else(|| format!("there is no {stem}_one"))?;
            methods += &plural_method(stem, one, text);
        } else if !key.ends_with("_one") {
            methods += &text_method(key, text, &given);
        }
    }
    let path = Path::new(&env::var("OUT_DIR")?).join("words.rs");
    let code =
        format!("/// A method for each text.\n#[deny(dead_code)]\nimpl Words {{\n{methods}}}\n");
    fs::write(path, code)?;
    Ok(())
}

/// The method of a text, with what is filled in.
fn text_method(key: &str, text: &str, given: &[String]) -> String {
    let name = snake_case(key);
    let of_key = format!("self.text({key:?}, {text:?})");
    if given.is_empty() {
        return format!(
            "    pub(crate) fn {name}(&self) -> &'static str {{\n        {of_key}\n    }}\n"
        );
    }
    let number = |name: &String| NUMBERS.contains(&name.as_str());
    let parameters = list(given, |name| match number(name) {
        true => format!(", {name}: usize"),
        false => format!(", {name}: &dyn Display"),
    });
    let pairs = list(given, |name| match number(name) {
        true => format!("(\"{name}\", &self.number({name} as u64)), "),
        false => format!("(\"{name}\", {name}), "),
    });
    format!(
        "    pub(crate) fn {name}(&self{parameters}) -> String {{\n        fill({of_key}, &[{pairs}])\n    }}\n"
    )
}

/// The method of a text that goes by a count.
fn plural_method(stem: &str, one: &str, other: &str) -> String {
    let name = snake_case(stem);
    format!(
        "    pub(crate) fn {name}(&self, count: u64) -> String {{\n        self.counted({stem:?}, [{one:?}, {other:?}], count)\n    }}\n"
    )
}

fn list(names: &[String], write: impl Fn(&String) -> String) -> String {
    names.iter().map(write).collect()
}

/// The names in `{{…}}`, each once, in their order.
fn placeholders(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in text.split("{{").skip(1) {
        let name = part.split("}}").next().unwrap_or_default().to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// `fixOf` as `fix_of`.
fn snake_case(key: &str) -> String {
    let mut out = String::new();
    for c in key.chars() {
        if c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
