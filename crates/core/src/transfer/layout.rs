//! Layout of a link's payload: the byte with a name's answers, and minutes.

use crate::progress::Kind;

pub(super) const MINUTE: u64 = 60_000;

/// The last minute that a browser's `Date` can represent.
pub(super) const LAST: u64 = 8_640_000_000_000_000 / MINUTE;

/// The kinds of answer that a fix can have, with the position of each in the byte of its answers: first bit and width.
/// A question's answer has the same position as a check's.
pub(super) const FIX: [(Kind, u32, u8); 4] = [
    (Kind::Check, 0, 3),
    (Kind::Confirm, 2, 3),
    (Kind::Wait, 4, 1),
    (Kind::Verdict, 5, 3),
];
pub(super) const QUESTION: [(Kind, u32, u8); 1] = [(Kind::Question, 0, 3)];
/// Set if steps are ticked.
pub(super) const TICKED: u16 = 0x80;
/// A check that is answered "tried", which its own two bits have no room for: in the second byte, which links have from version 2
/// on.
pub(super) const TRIED: u16 = 0x100;

pub(super) fn places(question: bool) -> &'static [(Kind, u32, u8)] {
    if question { &QUESTION } else { &FIX }
}
