//! What a real browser does with the widget's hooks and stores. `cargo xtask test --only unit` runs it in Chromium, headless.
//!
//! Belongs here: storage, history and focus, met by the real thing. Does not: what is rendered from what state
//! (`tests/rendering`, natively), or the element on a page (`tests/browser`).

#![cfg(target_arch = "wasm32")]
// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod component;
mod harness;
mod history;
mod stores;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
