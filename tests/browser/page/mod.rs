//! The standalone page: one behaviour a file.

mod ability;
mod access;
mod aloud;
mod back;
mod boot;
mod change;
mod choice;
mod durable;
mod element;
mod entries;
pub mod first;
mod gallery;
mod guides;
mod keyboard;
mod languages;
mod layout;
mod long;
mod print;
mod reload;
mod report;
mod rich;
mod safe;
mod sheets;
mod shots;
mod storage;
mod transfer;
mod walk;

pub use access::set_theme;

use crate::harness::{Case, Outcome};

pub fn cases() -> Vec<Case> {
    [
        walk::cases(),
        back::cases(),
        change::cases(),
        reload::cases(),
        report::cases(),
        print::cases(),
        rich::cases(),
        choice::cases(),
        safe::cases(),
        element::cases(),
        entries::cases(),
        first::cases(),
        gallery::cases(),
        guides::cases(),
        storage::cases(),
        transfer::cases(),
        durable::cases(),
        boot::cases(),
        keyboard::cases(),
        languages::cases(),
        layout::cases(),
        long::cases(),
        ability::cases(),
        access::cases(),
        aloud::cases(),
        sheets::cases(),
        shots::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A stored record as a newer version may write it: of another form, with a checksum that fits.
fn of_a_newer_version(stored: Option<String>) -> Outcome<String> {
    let stored = stored.ok_or("nothing is stored")?;
    let (body, _) = stored.rsplit_once(",\"sum\"").ok_or("no checksum")?;
    let body = body.replacen("\"v\":2", "\"v\":99", 1);
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(body.as_bytes());
    Ok(format!("{body},\"sum\":\"{sum:08x}\"}}"))
}
