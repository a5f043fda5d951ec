//! Persistence: what is written where, which copy counts, what is quarantined, and what the reader is told.
//!
//! A record is kept in two copies of the same text. The first is there at once (localStorage); the second is on the disk
//! once it says so (IndexedDB). The newest that can be read counts.
//!
//! Belongs here: the policy, over traits for the stores, and a store in memory. Does not: a real store, or a clock.

mod exchange;
mod keeper;
mod memory;
mod store;

pub use exchange::{Decision, Found, TransactionalStore};
pub use keeper::{Copies, Durability, FLUSH_TIMEOUT_MS, Notice, RecordKeeper};
pub use memory::MemoryStore;
pub use store::{Restored, Store, StoreError, quarantine_name, record_name, restore};
