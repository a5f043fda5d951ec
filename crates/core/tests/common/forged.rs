//! A link as anyone could write it.

use data_encoding::BASE64URL_NOPAD;
use unstuck_core::transfer::FRAGMENT_PREFIX;

/// A link's body under a checksum that fits.
pub(crate) fn sealed(body: &str) -> String {
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(body.as_bytes());
    format!(
        "{FRAGMENT_PREFIX}{body}{}",
        BASE64URL_NOPAD.encode(&sum.to_be_bytes())
    )
}

/// The payload of a link, and a link of a payload.
pub(crate) fn payload(link: &str) -> Vec<u8> {
    let body = &link[FRAGMENT_PREFIX.len() + 1..link.len() - 6];
    BASE64URL_NOPAD.decode(body.as_bytes()).unwrap()
}

pub(crate) fn of_payload(payload: &[u8]) -> String {
    sealed(&format!("1{}", BASE64URL_NOPAD.encode(payload)))
}
