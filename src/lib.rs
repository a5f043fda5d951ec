//! Unstuck turns a help article into a guided walk: quick questions, one fix at a time, and a report of what was tried.
//!
//! The article is the guide, and progress is the answers. Every screen is a function of the two:
//!
//! ```text
//! article -> blocks -> Guide ─┐
//!                             ├─> Screen ─> view ─> reader
//! Progress <── Action <───────┘                       │
//!     ▲──────────────────────────────────────────────-┘
//! ```
//!
//! The engine is the crate `unstuck-core`, whose modules stand here too. With the feature `component`, on wasm32, come the
//! browser's edges and the component for an app written with Yew; with `widget` the custom element; with `carry` the module
//! that takes progress along.

pub mod carry;
pub mod report_text;
pub use unstuck_core::{Seq, Timestamp, guide, persistence, progress, transfer, walk};

#[cfg(all(
    any(feature = "component", feature = "widget", feature = "carry"),
    target_arch = "wasm32"
))]
pub mod browser;
#[cfg(all(feature = "widget", target_arch = "wasm32"))]
pub mod embed;
#[cfg(all(any(feature = "component", feature = "widget"), target_arch = "wasm32"))]
pub mod ui;

/// The README's example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
