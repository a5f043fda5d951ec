//! Persistence: what is written where, which copy counts, what is quarantined, and what the reader is told of it.
//!
//! Belongs here: the policy, over traits for the stores, and the store in memory. Does not: a real store, or a clock.

mod keeper;
mod store;

pub use keeper::{Durability, Notice, RecordKeeper};
pub use store::{MemoryStore, Restored, Store, StoreError, quarantine_name, record_name, restore};
