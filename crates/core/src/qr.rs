//! A text as a QR code, drawn here: who asks a server for the picture has sent it the text.

use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of white around the code; the standard asks for four.
const MARGIN: i32 = 4;

/// A QR code as the path of an SVG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrPicture {
    /// Its version, 1 to 40: how many modules it has, 21 and four more for each.
    pub version: u8,
    /// Width and height in units of the path, white margin included.
    pub size: u32,
    /// The dark modules, as the attribute `d`.
    pub path: String,
}

/// Encodes a text; `None` if it is too long for a code. Uses as much redundancy as fits into the size that the text needs.
#[must_use]
pub fn encode(text: &str) -> Option<QrPicture> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let (left, top, width) = (from + MARGIN, y + MARGIN, x - from);
                path.push_str(&format!("M{left} {top}h{width}v1h-{width}z"));
            }
            x += 1;
        }
    }
    Some(QrPicture {
        version: code.version().value(),
        size: u32::try_from(code.size() + 2 * MARGIN).ok()?,
        path,
    })
}
