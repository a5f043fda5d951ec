//! What the widget renders, natively: each screen and each dialog in each state that matters, by Yew's own server renderer.
//!
//! A snapshot contains what a screen reader announces (roles and names, in order) and the HTML; those of `heard` are all that is
//! heard of a screen, line by line.
//! To see what a change does to them:
//! `cargo insta review`, or `INSTA_UPDATE=always cargo test -p unstuck --test rendering` and the diff. Belongs here: what is
//! rendered from what state. Does not: what an answer leads to (`unstuck-core`), or what a browser does with the elements
//! (`tests/browser`).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

/// Snapshots: a test for each name, of what the widget renders under the selector.
macro_rules! shots {
    ($($name:ident: $widget:expr, $selector:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!($widget.shot($selector));
        })*
    };
}

mod aloud;
mod dialogs;
mod fixture;
mod heard;
mod languages;
mod report;
mod rules;
mod safe;
mod screens;
mod tree;
