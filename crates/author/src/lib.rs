//! The formats a guide can have as a file, and the tools for its author: every problem with its location, and a map.
//!
//! Belongs here: HTML, JSON and Markdown to and from a guide, the limits before any of them is parsed, [`diagnose`] and
//! [`map`]. Does not: files, arguments and what is printed (that is the command, in `crates/cli`); all here is pure, so
//! that an editor in the browser can call it.
//!
//! ```
//! use unstuck_author::{Format, diagnose, json};
//!
//! let text = "# The lamp stays dark {#lamp}\n\nTry this.\n\n## Change the bulb {#bulb}\n\n1. Unscrew it.\n";
//! let loaded = diagnose(Format::Markdown, text);
//! let rules: Vec<&str> = loaded.diagnostics.iter().map(|found| found.rule).collect();
//! assert_eq!(rules, ["no-support"]);
//! let guide = loaded.guide.expect("a guide");
//! assert!(json::write(&guide).contains("\"title\": \"Change the bulb\""));
//! ```

mod answer_count;
mod article;
mod diagnose;
mod diagnostic;
mod explain;
mod facts;
mod format;
mod hidden;
pub mod html;
pub mod json;
mod languages;
pub mod limits;
mod load;
mod location;
pub mod map;
pub mod markdown;
mod tag_scanner;

pub use answer_count::{AnswerCount, count_answers};
pub use article::article;
pub use diagnose::diagnose;
pub use diagnostic::{Diagnostic, Severity};
pub use explain::{Decision, Explanation, explain, left_out};
pub use format::Format;
pub use languages::compare_languages;
pub use load::{Loaded, load};
pub use location::{Location, Locations};
