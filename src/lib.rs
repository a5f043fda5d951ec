//! The widget: a guide, walked. A Yew component library, and what the module behind the tag is made of.
//!
//! ```text
//! Guide ─┐
//!        ├─▶ Walk ─▶ screens ─▶ reader
//! Progress ◀── Action ◀── dispatch ◀─┘
//! ```
//!
//! Belongs here: what a reader sees and presses, and the browser's edges behind hooks. Does not: what an answer leads to
//! (`unstuck-core`), or what must outlive WebAssembly (`web/`). Everything renders natively, too: nothing here touches the
//! browser while it renders.

pub mod address;
pub mod aloud;
pub mod app;
mod calendar;
pub mod format;
pub mod frame;
pub mod hooks;
pub mod host;
mod intl;
pub mod overlay;
mod parts;
pub mod reminder;
pub mod report;
mod screens;
pub mod session;
pub mod state;
pub mod stores;
mod unstuck;
pub mod words;

pub use crate::unstuck::{STYLE, Unstuck, UnstuckProps};
pub use unstuck_core::{guide, progress, walk};

/// The README's example, compiled and run as a doctest.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
