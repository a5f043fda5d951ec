//! A guide as Markdown: an article whose headings, items and parts have the attributes of `docs/article.md` in braces.
//!
//! ```text
//! # When the router has no Internet {#router lang=en}
//! ## Restart it {#restart ask="Have you restarted it?"}
//! 1. Pull the plug. {#pull}
//! ```
//!
//! Belongs here: Markdown to the article's tree and back. Does not: what the tree means (that is `guide::read`).

mod anchors;
mod begin;
mod blocks;
mod braces;
mod build;
mod events;
mod footnotes;
mod front_matter;
mod inline;
mod lines;
mod machinery;
mod map;
mod marks;
mod names;
mod openers;
mod read;
mod roles;
mod run;
mod tags;
mod tree_html;
mod words;
mod write;

#[cfg(feature = "html")]
pub(crate) use front_matter::front_matter;
#[cfg(feature = "html")]
pub(crate) use read::describe;
pub(crate) use read::parse;
pub use write::write;
