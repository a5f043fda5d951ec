//! The name of a guide whose author has given none: where it is.
//!
//! Belongs here: making an id of a place. Does not: what the place is (the shell's `place.ts` tells it).

use super::model::Guide;
use crate::checksum::crc64;

/// Longest id that is made from a place, in bytes.
const PLACE_BYTES: usize = 200;

impl Guide {
    /// The guide, called after its place if its author has not named it. The place is ASCII and holds a slash or a percent sign,
    /// which no author's id has; one that is too long is cut, and told apart by the checksum of all of it.
    ///
    /// ```
    /// # fn main() -> Result<(), Vec<unstuck_core::guide::Problem>> {
    /// let article = "<article><h1>No sound</h1><h2 data-unstuck-id=mute>Unmute</h2><ol><li>Press mute.</li></ol></article>";
    /// let guide = unstuck_adopt::html::parse(article)?;
    /// assert_eq!(guide.at("/help/sound@1").id, "/help/sound@1");
    /// let named = article.replace("<article>", "<article data-unstuck-guide=sound>");
    /// assert_eq!(unstuck_adopt::html::parse(&named)?.at("/help/sound@1").id, "sound");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn at(mut self, place: &str) -> Self {
        if self.id.is_empty() {
            self.id = bounded(place);
        }
        self
    }
}

fn bounded(place: &str) -> String {
    if place.len() <= PLACE_BYTES {
        return place.to_owned();
    }
    // No place that the shell tells holds an equals sign.
    let mut start = String::new();
    for c in place.chars() {
        if start.len() + c.len_utf8() > PLACE_BYTES - 17 {
            break;
        }
        start.push(c);
    }
    format!("{start}={:016x}", crc64("place", place))
}
