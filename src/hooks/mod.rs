//! The browser's edges. Only these files and `stores/` know gloo or web-sys; nothing here touches the browser while it renders.

pub mod clock;
pub mod input;
mod use_dialog;

pub use use_dialog::{DialogHandle, use_dialog};

/// Stub.
#[yew::hook]
pub fn use_screen_focus(_root: &yew::NodeRef, _place: &str) {}
