//! The checksum that records and revisions go by. Once, and not inlined: it is paid for by the reader.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

// Without a table: the texts are short, and a table costs a kilobyte of WASM.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// CRC-32 of the text's bytes.
#[inline(never)]
pub(crate) fn crc32(text: &str) -> u32 {
    CRC.checksum(text.as_bytes())
}
