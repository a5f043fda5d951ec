//! The markup of a first screen for a page's HTML, made natively: a declarative shadow root, and the tag of the script that shows it.
//!
//! Belongs here: what a page holds of it. Does not: the screen itself (`screen`), and where in a page it goes (`unstuck-page`, the command
//! `unstuck`).

use std::fmt::Write;

use anyhow::Result;
use unstuck_core::characters::{is_banned, is_unseen};
use unstuck_core::guide::Guide;

use crate::screen::{Setting, screen};

/// The style sheet of first screens of this version. It never changes: pages that others have built refer to it.
pub const STYLE: &str = concat!("first-", env!("CARGO_PKG_VERSION"), ".css");
/// The script of first screens of this version. It never changes either.
pub const SCRIPT: &str = concat!("first-", env!("CARGO_PKG_VERSION"), ".js");

/// The declarative shadow root of an `unstuck-guide` element; `sheet` is an element with its looks ([`sheet`]). It is hidden until the script
/// has seen that this reader has not begun. Where there are no scripts, the element's own content is shown, as ever.
///
/// # Errors
/// Where it cannot be rendered.
pub fn shadow(guide: &Guide, sheet: &str) -> Result<String> {
    let locale = unstuck_locales::find(&guide.lang);
    let word = |key: &str| escaped(locale.or_english("shell", key));
    let mut out = format!(
        "<template shadowrootmode=\"open\">{sheet}<div class=\"all\" data-first=\"{}\" data-rev=\"{}\" hidden>\
         <div class=\"view\" role=\"group\" aria-label=\"{}\" part=\"view\" lang=\"{}\">",
        escaped(&guide.id),
        guide.rev,
        word("view"),
        locale.lang
    );
    for (view, pressed) in [("steps", true), ("read", false)] {
        let word = word(view);
        write!(
            out,
            "<button type=\"button\" data-action=\"{view}\" aria-pressed=\"{pressed}\">{word}</button>"
        )?;
    }
    let screen = first(guide)?;
    write!(
        out,
        "</div><div class=\"line\"></div><div class=\"place\" lang=\"{}\">{screen}</div><div class=\"text\" hidden></div></div><slot></slot></template>",
        escaped(&guide.lang)
    )?;
    Ok(out)
}

/// The link to the looks of a first screen. `style` is the address of [`STYLE`].
#[must_use]
pub fn sheet(style: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{}\">", escaped(style))
}

/// The tag that shows the first screens before it. `script` is the address of [`SCRIPT`]; `shell` names the shell's file in the
/// same folder, which it loads once they are seen.
#[must_use]
pub fn tag(script: &str, shell: &str) -> String {
    // Asked for along with the style sheet, and holds up nothing.
    format!(
        "<script src=\"{}\" data-shell=\"{}\" async fetchpriority=\"high\"></script>",
        escaped(script),
        escaped(shell)
    )
}

/// The link to [`STYLE`] and the tag of [`SCRIPT`] beside a shell of this address.
#[must_use]
pub fn beside(shell: &str) -> (String, String) {
    // What comes after the path may hold slashes, too.
    let path = shell.find(['?', '#']).map_or(shell, |end| &shell[..end]);
    let (folder, name) = shell.split_at(path.rfind('/').map_or(0, |at| at + 1));
    (
        sheet(&format!("{folder}{STYLE}")),
        tag(&format!("{folder}{SCRIPT}"), name),
    )
}

/// The first screen itself. The theme is as the shell has it without the attribute: it is the page's color-scheme that counts.
fn first(guide: &Guide) -> Result<String> {
    let setting = Setting {
        heading_level: 2,
        theme: "".into(),
        stored: true,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(spelt_out(&runtime.block_on(screen(guide.clone(), setting))))
}

/// HTML in which nothing is that nobody sees, as in all that the command `unstuck` writes.
fn spelt_out(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for c in html.chars() {
        if is_unseen(c) {
            out.push_str(&format!("&#x{:x};", u32::from(c)));
        } else if !is_banned(c) {
            out.push(c);
        }
    }
    out
}

/// Text in HTML, also in a quoted attribute.
#[must_use]
pub fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    // No address begins a line, which a log could take for its own.
    let text = text.replace('"', "&quot;").replace('\n', "&#xa;");
    spelt_out(&text)
}
