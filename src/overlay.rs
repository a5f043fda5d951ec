//! What can lie over the card, with all that it shows: a dialog renders from its variant alone.
//!
//! Belongs here: plain data. It is gathered by the hooks when the dialog opens, since only they know the page's address,
//! the clock and what the browser can do.

use std::rc::Rc;

use unstuck_core::Timestamp;
use unstuck_core::guide::Guide;
use unstuck_core::progress::Progress;
use unstuck_core::transfer::{Transfer, TransferError, carried};
use yew::AttrValue;

use crate::address::Address;

/// The dialog over the card.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    /// All fixes with their outcomes.
    Overview,
    /// One of them, by its id: what it is, and what was said to it.
    Fix(AttrValue),
    /// A way to a person, with what was tried so far.
    Help,
    /// Whether to start again.
    Restart,
    /// The link for another device.
    Transfer(Rc<TransferOffer>),
    /// A field for a link from another device, before there are answers.
    PasteLink,
    /// Whether to remove the answers from this device.
    Clear,
    /// When to be reminded.
    Reminder(Rc<ReminderOffer>),
    /// What a link has brought, to be taken or left.
    Arrival(Rc<Arrival>),
    /// A link has come that cannot be used.
    Refused(TransferError),
}

/// What a reader can ask to have laid over the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// All fixes with their outcomes.
    Overview,
    /// One of them, by its id.
    Fix(AttrValue),
    /// A way to a person.
    Help,
    /// Whether to start again.
    Restart,
    /// The link for another device.
    Transfer,
    /// A field for a link from another device.
    PasteLink,
    /// Whether to remove the answers from this device.
    Clear,
    /// When to be reminded.
    Reminder,
}

/// The link for another device, and the ways to hand it over.
#[derive(Clone, Debug, PartialEq)]
pub struct TransferOffer {
    /// The link as a whole, or why there is none.
    pub link: Result<AttrValue, TransferError>,
    /// The page that it opens.
    pub address: Address,
    /// Whether something is asked anew where it arrives.
    pub asked_anew: bool,
    /// Whether the device has a share dialog.
    pub can_share: bool,
    /// Whether this page could be put on the home screen, where its storage would be another one.
    pub home_screen: bool,
}

/// Calendar files, and whether a message can come in their place.
#[derive(Clone, Debug, PartialEq)]
pub struct ReminderOffer {
    /// In one hour, in three hours, tomorrow at nine.
    pub files: [ReminderFile; 3],
    /// The page that they name.
    pub address: Address,
    /// Whether this app may show a message when it is due; then it can for the first two.
    pub can_notify: bool,
}

/// A calendar file with one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderFile {
    /// When it is due.
    pub at: Timestamp,
    /// Where to download it from, as long as the dialog is open.
    pub href: AttrValue,
}

/// What a link holds, for the reader to decide on.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// What came by it.
    pub transfer: Transfer,
    /// How it compares to what is here.
    pub comparison: Comparison,
    /// When it came.
    pub now: Timestamp,
}

/// How the answers that are here compare to those that have come. Times do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// There are none here.
    Empty,
    /// They say the same.
    Same,
    /// They say something else, and would be replaced.
    Different,
}

impl Arrival {
    /// Compares what came with what is here.
    #[must_use]
    pub fn new(guide: &Guide, mut transfer: Transfer, here: &Progress, now: Timestamp) -> Self {
        // A link names no words. Where its guide is this very one, they are the same.
        if transfer.rev == guide.rev {
            transfer.progress =
                unstuck_core::walk::with_current_revisions(guide, transfer.progress);
        }
        let comparison = if here.is_empty() {
            Comparison::Empty
        } else if carried(guide, here).says_the_same(&transfer.progress) {
            Comparison::Same
        } else {
            Comparison::Different
        };
        Self {
            transfer,
            comparison,
            now,
        }
    }

    /// When the last of the answers that came was given.
    #[must_use]
    pub fn last_answer(&self) -> Option<Timestamp> {
        let answers = self.transfer.progress.answers();
        answers.map(|(_, given)| given.at).max()
    }
}

/// The link's fragment within a text that was pasted, as it comes, with words around it: `#unstuck=…`, and the page's own
/// fragment behind it.
#[must_use]
pub fn find_link(text: &str) -> Option<&str> {
    const MARK: &str = "#unstuck=";
    let start = text.find(MARK)?;
    let link = &text[start..];
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let body = link[MARK.len()..].find(|c| !word(c));
    let end = match body {
        Some(0) => return None,
        None if link.len() == MARK.len() => return None,
        None => link.len(),
        Some(body) => MARK.len() + body,
    };
    let rest = &link[end..];
    let own = match rest.strip_prefix('&') {
        Some(_) => rest.find(char::is_whitespace).unwrap_or(rest.len()),
        None => 0,
    };
    Some(&link[..end + own])
}

#[cfg(test)]
mod tests {
    use super::find_link;

    #[test]
    fn a_link_is_found_in_surrounding_text() {
        for (text, link) in [
            ("https://a.example/x#unstuck=Ab-_9", Some("#unstuck=Ab-_9")),
            (
                "See https://a.example/#unstuck=Ab9 now",
                Some("#unstuck=Ab9"),
            ),
            (
                "#unstuck=Ab9&/route?x=1 there",
                Some("#unstuck=Ab9&/route?x=1"),
            ),
            ("<#unstuck=Ab9>", Some("#unstuck=Ab9")),
            ("#unstuck=Ab9.", Some("#unstuck=Ab9")),
            ("#unstuck=", None),
            ("#unstuck= Ab9", None),
            ("unstuck=Ab9", None),
            ("", None),
        ] {
            assert_eq!(find_link(text), link, "{text}");
        }
    }
}
