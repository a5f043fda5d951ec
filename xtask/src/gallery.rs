//! The gallery of looks, `gallery.html`: each on a piece of a page, with the CSS that makes it to copy.
//!
//! Belongs here: which looks there are, and that they take public properties alone. Does not: their CSS (`gallery/`).

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::api;
use crate::files::{hash, read, write};
use crate::template::{escaped, fill};

/// A look of the gallery: its file in `gallery/`, its name, what it is for, the guide that it shows, and more attributes.
struct Look {
    file: &'static str,
    name: &'static str,
    about: &'static str,
    guide: &'static str,
    more: &'static str,
}

const LOOKS: [Look; 3] = [
    Look {
        file: "magazine",
        name: "Magazine",
        about: "Warm paper, serif type, thin lines, square corners. Light and dark with the reader’s system.",
        guide: "printer",
        more: "",
    },
    Look {
        file: "developer",
        name: "Developer documentation",
        about: "Dense and dark, in the font of the page around it. For a page that is always dark, so there is one table.",
        guide: "router",
        more: " theme=\"dark\"",
    },
    Look {
        file: "brand",
        name: "Consumer brand",
        about: "Loud and round: heavy type, thick edges, high contrast. Light and dark with the reader’s system.",
        guide: "laptop",
        more: "",
    },
];

/// The element, as a look's CSS names it.
const ELEMENT: &str = "unstuck-guide {";

/// Writes `gallery.html` and its style sheet: each look on a piece of a page, with the CSS that makes it beneath.
pub(crate) fn write_page(root: &Path, page: &Path) -> Result<()> {
    let source = |name: String| read(&root.join("gallery").join(name));
    let properties = api::read_table()?.property_names();
    let mut css = read(&root.join("styles").join("gallery.css"))?;
    let (mut looks, mut links) = (String::new(), String::new());
    for look in &LOOKS {
        let Look {
            file,
            name,
            about,
            guide,
            more,
        } = look;
        let own = source(format!("{file}.css"))?;
        if let Some(problem) = not_public(&own, &properties) {
            bail!("gallery/{file}.css: {problem}");
        }
        css.push_str(&own.replace(ELEMENT, &format!(".{file} {ELEMENT}")));
        let widget = format!(
            "<unstuck-guide guide=\"{guide}\" storage=\"none\" heading-level=\"4\"{more}><p>The guide stands here, where it starts.</p></unstuck-guide>"
        );
        let piece = source(format!("{file}.html"))?;
        let piece = fill(&piece, &[("__UNSTUCK_WIDGET__", &widget)]).context(*file)?;
        looks.push_str(&format!(
            "<section class=\"look {file}\" id=\"{file}\" aria-labelledby=\"{file}-name\">\n\
             <div class=\"about\"><h2 id=\"{file}-name\">{name}</h2><p>{about}</p></div>\n\
             <div class=\"stage\">\n{piece}</div>\n\
             <div class=\"copy\"><h3>The CSS of “{name}”</h3><pre tabindex=\"0\"><code>{}</code></pre></div>\n</section>\n",
            escaped(own.trim_end())
        ));
        links.push_str(&format!("<li><a href=\"#{file}\">{name}</a></li>"));
    }
    let sheet = format!("gallery-{}.css", hash(css.as_bytes()));
    write(&page.join(&sheet), &css)?;
    let text = fill(
        &source("page.html".to_owned())?,
        &[
            ("__UNSTUCK_GALLERY_CSS__", &sheet),
            ("__UNSTUCK_LOOK_LINKS__", &links),
            ("__UNSTUCK_LOOKS__", &looks),
        ],
    )
    .context("gallery/page.html")?;
    write(&page.join("gallery.html"), &text)
}

/// What in a look's CSS is not made with documented properties alone.
fn not_public(css: &str, properties: &[String]) -> Option<String> {
    for line in css.lines().map(str::trim) {
        let frame = ["", "}", ELEMENT, "@media (prefers-color-scheme: dark) {"];
        if frame.contains(&line) {
            continue;
        }
        let name = line.split_once(':').map_or(line, |(name, _)| name);
        if !name.starts_with("--") || !properties.iter().any(|property| property == name) {
            return Some(format!("{line:?} is no documented property"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_take_documented_properties_alone() {
        let table = api::read_table();
        let properties = table
            .map(|table| table.property_names())
            .unwrap_or_default();
        for (css, well) in [
            ("unstuck-guide {\n  --unstuck-accent: #f00;\n}\n", true),
            ("unstuck-guide {\n  --unstuck-nothing: #f00;\n}\n", false),
            ("unstuck-guide {\n  color: red;\n}\n", false),
            ("unstuck-guide::part(card) {\n}\n", false),
            ("unstuck-guide, a {\n}\n", false),
        ] {
            assert_eq!(not_public(css, &properties).is_none(), well, "{css}");
        }
        for look in &LOOKS {
            let css = read(&crate::run::root().join(format!("gallery/{}.css", look.file)));
            let css = css.unwrap_or_default();
            assert!(css.contains(ELEMENT), "{}", look.file);
            assert_eq!(not_public(&css, &properties), None, "{}", look.file);
        }
    }
}
