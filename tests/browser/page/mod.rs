//! The standalone page: one behaviour a file.

mod access;
mod back;
mod boot;
mod change;
mod choice;
mod durable;
mod element;
mod entries;
mod gallery;
mod guides;
mod keyboard;
mod layout;
mod long;
mod reload;
mod report;
mod rich;
mod shots;
mod storage;
mod transfer;
mod walk;

pub use access::set_theme;

use crate::harness::Case;

pub fn cases() -> Vec<Case> {
    [
        walk::cases(),
        back::cases(),
        change::cases(),
        reload::cases(),
        report::cases(),
        rich::cases(),
        choice::cases(),
        element::cases(),
        entries::cases(),
        gallery::cases(),
        guides::cases(),
        storage::cases(),
        transfer::cases(),
        durable::cases(),
        boot::cases(),
        keyboard::cases(),
        layout::cases(),
        long::cases(),
        access::cases(),
        shots::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
