//! From any article, or a guide's file, to a marked article that the widget can take as it is.
//!
//! Belongs here: the order of the steps, what of a foreign article may stand in the page, and the exports of two
//! WebAssembly modules, each loaded only where it is wanted: one for articles, one for files. Does not: the rules that find fixes ([`crate::adopt`]),
//! the forms of a file (`crate::forms`), or the fetching of one (`road.js`, which the build puts into the first module's glue).

mod clean;
#[cfg(all(
    any(feature = "reader", feature = "file-reader"),
    target_arch = "wasm32"
))]
mod exports;

pub use clean::clean;
#[cfg(all(feature = "reader", target_arch = "wasm32"))]
pub use exports::adopt;
#[cfg(all(feature = "file-reader", target_arch = "wasm32"))]
pub use exports::read_file;

use crate::guide::{self, Element, Guide, Problem};

/// The article marked, with nothing in it that may not stand in the page, and its guide.
///
/// # Errors
/// Why it makes no guide: each with its place and its mend. A guide that is not sound is refused like one that is none.
pub fn marked(article: &Element) -> Result<(Element, Guide), Vec<Problem>> {
    let mut marked = if guide::marked(article) {
        clean(article)
    } else {
        clean(&crate::adopt::adopt(article)?)
    };
    // What holds an article in a file may be its body.
    marked.tag = "article".into();
    let guide = guide::read(&marked)?;
    let problems = guide::check(&guide);
    if problems.is_empty() {
        Ok((marked, guide))
    } else {
        Err(problems)
    }
}
