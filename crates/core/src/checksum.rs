//! The checksums of records, revisions and links. Without tables: the texts are short, and a table is a kilobyte of the
//! widget.

use crc::{CRC_32_ISO_HDLC, CRC_64_XZ, Crc, NoTable};

const CRC_32: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
const CRC_64: Crc<u64, NoTable> = Crc::<u64, NoTable>::new(&CRC_64_XZ);

/// CRC-32 of the text's bytes.
pub(crate) fn crc32(text: &str) -> u32 {
    CRC_32.checksum(text.as_bytes())
}

/// CRC-64 of a kind and an id, with a zero byte between them.
pub(crate) fn crc64(kind: &str, id: &str) -> u64 {
    let mut digest = CRC_64.digest();
    digest.update(kind.as_bytes());
    digest.update(&[0]);
    digest.update(id.as_bytes());
    digest.finalize()
}
