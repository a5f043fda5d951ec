//! Progress: what one reader said on one guide, keyed by the ids of questions, fixes and steps, and its stored form.
//!
//! Belongs here: the answers, and the record with its version and checksum. Does not: what the answers lead to (that is
//! [`crate::walk`]), where the record is stored (that is [`crate::persistence`]), or the link that takes it to another
//! device ([`crate::transfer`]).

mod answers;
mod record;
mod stored;

pub use answers::{Answer, GivenAnswer, Key, Kind, Progress};
pub use record::{RECORD_VERSION, Record, RecordError};
