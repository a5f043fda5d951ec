//! What surrounds a widget: how it is set up, and what its surroundings can do.
//!
//! Belongs here: plain props. Features never decide what a component shows; these do.

use std::rc::Rc;

use yew::prelude::*;

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
    /// Hears when the reader has chosen what came by a link, or removed their answers: the walk is what they want to see.
    pub on_import: Callback<()>,
}

impl Default for Host {
    fn default() -> Self {
        Self {
            heading_level: 2,
            theme: AttrValue::Static("auto"),
            from: AttrValue::Static(""),
            from_file: false,
            capabilities: Capabilities::default(),
            on_event: Callback::noop(),
            on_import: Callback::noop(),
        }
    }
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
