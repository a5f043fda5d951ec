//! The two copies of a record: what is restored is a state that the reader really had, the newest that was said to be saved
//! or a newer one.
//!
//! Belongs here: the policy, against a model of browsers and stores that fail. Does not: real browsers.

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cleared;
mod copies;
mod flush;
mod kills;
mod model;
mod newer;
mod notices;
mod places;
#[path = "../common/sealed.rs"]
mod sealed;
mod store;
