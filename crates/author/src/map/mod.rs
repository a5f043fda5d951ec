//! The flow of a guide as a drawing.
//!
//! Belongs here: what of the flow is drawn, and how. Does not: what the flow is (that is `unstuck_core::walk`).
//!
//! ```
//! use unstuck_author::{Format, load, map};
//!
//! let text = "# The lamp stays dark {#lamp}\n\nTry this.\n\n## Change the bulb {#bulb}\n\n1. Unscrew it.\n";
//! let guide = load(Format::Markdown, text).guide.expect("a guide");
//! assert!(map::mermaid(&guide).starts_with("flowchart TD\n"));
//! assert!(map::svg(&guide).contains("Change the bulb"));
//! ```

mod flow;
mod mermaid;
mod svg;

pub use mermaid::mermaid;
pub use svg::svg;
