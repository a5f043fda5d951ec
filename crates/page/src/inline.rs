//! What stands in a page's own text, so that the first question comes with it, in one answer of the network: its style sheets and the
//! script of first screens. Each is a file, too, for policies that forbid such text (`web/src/forbidden.ts`).
//!
//! Belongs here: how a file becomes part of a page. Does not: which files, and what is in them.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::files::read;
use crate::template::escaped;

/// A style sheet. `address` is a file in the folder, by its name as the page names it.
pub(crate) fn style(folder: &Path, address: &str) -> Result<String> {
    element(folder, address, "style", &[])
}

/// A script, and what else its tag says.
pub(crate) fn script(folder: &Path, address: &str, more: &[(&str, &str)]) -> Result<String> {
    element(folder, address, "script", more)
}

fn element(folder: &Path, address: &str, name: &str, more: &[(&str, &str)]) -> Result<String> {
    let file = address.split('?').next().unwrap_or_default();
    let text = read(&folder.join(file))?;
    // Either would end the element early.
    let ends = [&*format!("</{name}"), "<!--"];
    let end = ends.iter().find(|end| text.to_lowercase().contains(**end));
    ensure!(
        end.is_none(),
        "{file} cannot stand in a page's text: it holds \"{}\"",
        end.unwrap_or(&"")
    );
    let file = format!("./{address}");
    let attributes = [("data-file", &*file)];
    let attributes: String = attributes
        .iter()
        .chain(more)
        .map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)))
        .collect();
    Ok(format!("<{name}{attributes}>{text}</{name}>"))
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;
    use crate::files::{remove_dir, write};

    #[test]
    fn a_file_stands_in_the_page_as_it_is() -> Result<()> {
        let folder = env::temp_dir().join(format!("unstuck-inline-{}", std::process::id()));
        write(&folder.join("a.css"), "a>b{}")?;
        write(&folder.join("a.js"), "1<2&&x")?;
        write(&folder.join("bad.js"), "\"</SCRIPT>\"")?;
        assert_eq!(
            style(&folder, "a.css?1")?,
            "<style data-file=\"./a.css?1\">a>b{}</style>"
        );
        assert_eq!(
            script(&folder, "a.js", &[("data-words", "{\"a\"}")])?,
            "<script data-file=\"./a.js\" data-words=\"{&quot;a&quot;}\">1<2&&x</script>"
        );
        write(&folder.join("worse.js"), "x<!--y")?;
        for name in ["bad.js", "worse.js"] {
            let bad = script(&folder, name, &[]).map_err(|error| error.to_string());
            assert!(bad.is_err_and(|error| error.contains(name)));
        }
        remove_dir(&folder)
    }
}
