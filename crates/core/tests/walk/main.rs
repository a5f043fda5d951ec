//! The walk, proved from outside: which screens there are, what each answer leads to, Back, changed answers, edited
//! guides, outcomes and the report.
//!
//! Belongs here: what holds for every guide, shown on the real one and on made ones. Does not: the stored form
//! (`record.rs`), how articles are read (`read.rs`), the facts of the real article.
//!
//! The rest of a walk depends only on the facts and the position in the guide, so screens are identified by these two, and
//! each answer of each screen is tried once: the cost is linear in screens and answers, not in the ways through them.

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod certain;
mod changes;
mod choices;
mod editions;
mod edits;
mod first;
mod random;
mod report;
mod screens;
#[path = "../common/slow.rs"]
mod slow;
mod support;
mod unsure;
