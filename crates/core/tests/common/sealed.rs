//! The text of a stored record, as anyone could write it.

use crc::{CRC_32_ISO_HDLC, Crc};

/// A record without its end, under a checksum that fits.
pub(crate) fn sealed(body: &str) -> String {
    let sum = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(body.as_bytes());
    format!("{body},\"sum\":\"{sum:08x}\"}}")
}
