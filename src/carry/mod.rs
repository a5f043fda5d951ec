//! Taking progress along: the link for another device, its picture, and the reminder of a wait.
//!
//! Belongs here: what these are made of, and the exports of a WebAssembly module that is loaded only when a reader asks for
//! one of them, or comes by a link. Does not: the form of a link ([`unstuck_core::transfer`]), or the dialogs (`carry.js`,
//! which the build puts into the module's glue).

mod ics;

#[cfg(all(feature = "carry", target_arch = "wasm32"))]
mod exports;

#[cfg(all(feature = "carry", target_arch = "wasm32"))]
pub use exports::{Carry, Offer, carry, code};
pub use ics::Reminder;
pub use unstuck_core::qr;
