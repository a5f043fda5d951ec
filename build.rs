//! Makes the type `Words` of `locales/en.json`, section `widget`: a field for each key, and a method for each text that is
//! filled in. A key that the code asks for and the file lacks, or the other way round, fails the build.
//!
//! The files are in the form of i18next (JSON v4): `{{name}}` is filled in, `_one` and `_other` tell a plural. The other
//! sections are read by the scripts in `web/`.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

const LOCALE: &str = "locales/en.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOCALE}");
    let file: Value = serde_json::from_str(&fs::read_to_string(LOCALE)?)?;
    let section = file["widget"].as_object().ok_or("no section `widget`")?;
    let (mut fields, mut values, mut methods) = (String::new(), String::new(), String::new());
    for (key, text) in section {
        let text = text.as_str().ok_or_else(|| format!("{key} is no text"))?;
        let name = snake_case(key);
        let given = placeholders(text);
        let plural = name.strip_suffix("_one").or(name.strip_suffix("_other"));
        // What is filled in is read by its method alone.
        let public = if given.is_empty() && plural.is_none() {
            "pub(crate) "
        } else {
            ""
        };
        writeln!(fields, "    {public}{name}: &'static str,")?;
        writeln!(values, "    {name}: {text:?},")?;
        match plural {
            Some(_) if given != ["count"] => {
                return Err(format!("{key} is given {given:?}, not the count alone").into());
            }
            Some(plural) if name.ends_with("_other") => writeln!(
                methods,
                "    pub(crate) fn {plural}(&self, count: u64) -> String {{\n        \
                 let text = if count == 1 {{ self.{plural}_one }} else {{ self.{plural}_other }};\n        \
                 fill(text, &[(\"count\", &count)])\n    }}"
            )?,
            None if !given.is_empty() => {
                let parameters = list(&given, |name| format!(", {name}: &dyn Display"));
                let pairs = list(&given, |name| format!("(\"{name}\", {name}), "));
                writeln!(
                    methods,
                    "    pub(crate) fn {name}(&self{parameters}) -> String {{\n        \
                     fill(self.{name}, &[{pairs}])\n    }}"
                )?;
            }
            _ => {}
        }
    }
    let words = format!(
        "/// Every word of the widget, in one language.\n#[deny(dead_code)]\n#[derive(Debug)]\npub struct Words {{\n{fields}}}\n\n\
         /// English.\npub static EN: Words = Words {{\n{values}}};\n\n\
         #[deny(dead_code)]\nimpl Words {{\n{methods}}}\n"
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("words.rs"), words)?;
    Ok(())
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
