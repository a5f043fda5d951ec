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
//! [`guide`], [`adopt`], [`walk`] and [`progress`] are pure: no browser, no clock, no storage. They are what a Rust developer takes
//! natively. With the feature `forms` come the other forms of a guide, for authors' tools. With the feature `component`, on wasm32,
//! come the browser's edges and the component for an app written with Yew; with `widget` the custom element; with `reader` and `file-reader` the modules that make a
//! marked article of any other and of a file, with `carry` the one that takes progress along.

pub mod adopt;
pub mod carry;
mod figures;
#[cfg(feature = "files")]
pub mod forms;
pub mod guide;
pub mod progress;
pub mod reader;
mod sum;
pub mod walk;

#[cfg(all(
    any(
        feature = "component",
        feature = "widget",
        feature = "reader",
        feature = "file-reader",
        feature = "carry"
    ),
    target_arch = "wasm32"
))]
pub mod browser;
#[cfg(all(feature = "widget", target_arch = "wasm32"))]
pub mod embed;
#[cfg(all(any(feature = "component", feature = "widget"), target_arch = "wasm32"))]
pub mod ui;

/// The README's example is a test.
#[cfg(all(doctest, feature = "html"))]
#[doc = include_str!("../README.md")]
struct Readme;
