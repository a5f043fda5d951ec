//! What surrounds a widget: how it is set up, and what its surroundings can do.
//!
//! Belongs here: plain props. Features never decide what a component shows; these do.

use std::rc::Rc;

use yew::prelude::*;

use crate::address::Address;

/// How a widget is set up, and what its host can do.
#[derive(Clone, Debug, PartialEq)]
pub struct Host {
    /// Level of the first heading, 1 to 6.
    pub heading_level: u8,
    /// `auto`, `light` or `dark`.
    pub theme: AttrValue,
    /// The host that the guide came from, where the page's owner does not hold it; else empty. The reader is told.
    pub from: AttrValue,
    /// Whether the guide is a file that may be of another site.
    pub from_file: bool,
    /// What the host can do beyond showing the widget.
    pub capabilities: Capabilities,
    /// Hears of everything that the reader does: ids only, never words.
    pub on_event: Callback<WidgetEvent>,
    /// Asked before the reader's report is sent, copied or shared, in the press itself; `false` where the host takes it over.
    pub on_handoff: Callback<Handoff, bool>,
    /// Hears when the reader has chosen what came by a link, or removed their answers: the walk is what they want to see.
    pub on_import: Callback<()>,
}

impl Default for Host {
    fn default() -> Self {
        Self {
            heading_level: heading_level(None),
            theme: AttrValue::Static("auto"),
            from: AttrValue::Static(""),
            from_file: false,
            capabilities: Capabilities::default(),
            on_event: Callback::noop(),
            on_handoff: Callback::from(|_| true),
            on_import: Callback::noop(),
        }
    }
}

/// The level that an attribute gives the first heading; 2 where it gives none.
#[must_use]
pub fn heading_level(attribute: Option<String>) -> u8 {
    let given = attribute.and_then(|level| level.parse().ok());
    given.filter(|level| (1..=6).contains(level)).unwrap_or(2)
}

/// What a host can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Progress can go to another device by a link to this page, and come by one.
    pub transfer: bool,
    /// A reminder can be offered while a fix runs.
    pub reminder: bool,
    /// Text can be put on the clipboard.
    pub copy: bool,
}

/// How a report goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// Onto the clipboard.
    Copy,
    /// By the device's share dialog.
    Share,
    /// As the draft of a mail.
    Mail,
    /// As a file.
    File,
    /// To the form that the author names.
    Issue,
}

impl Via {
    /// The name in events, and of the control.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Share => "share",
            Self::Mail => "mail",
            Self::File => "file",
            Self::Issue => "issue",
        }
    }
}

/// A report that the reader sends, copies or shares. It holds words: what they were shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Handoff {
    /// How.
    pub via: Via,
    /// The id of the guide.
    pub id: Rc<str>,
    /// The report as text.
    pub text: String,
    /// The report as Markdown.
    pub markdown: String,
    /// The report as JSON: docs/report.schema.json.
    pub json: String,
}

/// What a report tells of the widget's surroundings. Gathered by the hooks: only they know the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The page's address, without what is private.
    pub address: Address,
    /// Whether a link to it can bring answers along.
    pub links: bool,
    /// Whether the device has a share dialog.
    pub can_share: bool,
}

/// What a reader did, or came to: ids only, never free text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WidgetEvent {
    /// The event's name, as the element has it: `unstuck-screen`, `unstuck-answer` …
    pub name: &'static str,
    /// The id of the guide, the question or the fix; empty where no fix is left.
    pub id: Rc<str>,
    /// Of an answer its name, of a screen the screen's; else empty.
    pub value: &'static str,
}
