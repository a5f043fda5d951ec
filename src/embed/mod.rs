//! What the shell (`embed.js`) calls: mount, the element's methods, unmount.
//!
//! Belongs here: the exports and their types. Does not: anything about the page that the shell can do without WASM; it
//! must go on when this module is dead.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::AppHandle;

use crate::browser::{article, clock};
use crate::guide::{self, Element};
use crate::ui::{Session, Settings, Widget, WidgetProps};
use crate::walk::{Action, report};

/// A widget on the page.
#[wasm_bindgen]
pub struct Mounted {
    session: Rc<Session>,
    app: AppHandle<Widget>,
}

/// Puts a widget into `root`, with the guide of the article `source`. `host` is the element, for its attributes; `emit` is
/// called with an event's name, an id and a value; or, to copy, with `copy` and the words; or with `print`. Nothing where the article is not wholly marked, or not sound: the reader
/// is to mark it first, or to say why it makes no guide.
#[wasm_bindgen]
pub fn mount(
    root: web_sys::Element,
    source: &web_sys::Element,
    host: &HtmlElement,
    emit: js_sys::Function,
) -> Option<Mounted> {
    let guide = guide::ready(&article::tree(source, Element::wants))?;
    let heading_level = host
        .get_attribute("heading-level")
        .and_then(|level| level.parse().ok())
        .filter(|level| (1..=6).contains(level))
        .unwrap_or(2);
    let settings = Settings {
        keep: host.get_attribute("storage").as_deref() != Some("none"),
        heading_level,
        root: root.clone(),
        emit,
    };
    let session = Session::restore(guide, settings);
    let props = WidgetProps {
        session: session.clone(),
        theme: host.get_attribute("theme").unwrap_or_default().into(),
    };
    let app = yew::Renderer::<Widget>::with_root_and_props(root, props).render();
    session.emit("unstuck-ready", &session.guide.id, "");
    session.tell_screen();
    Some(Mounted { session, app })
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the last answer back.
    pub fn back(&self) {
        self.session.act(&Action::Back);
    }

    /// Forgets everything that was said.
    pub fn restart(&self) {
        self.session.act(&Action::Restart);
    }

    /// What was tried, as text.
    #[must_use]
    pub fn report(&self) -> String {
        let guide = &self.session.guide;
        report(guide, &self.session.progress()).text(&|at| clock::moment(at, &guide.lang))
    }

    /// Another place in the history where `moved`. Else this page comes to the fore or another tab has stored something:
    /// there may be newer answers.
    pub fn hear(&self, moved: bool) {
        if moved {
            self.session.went();
        } else {
            self.session.refresh();
        }
    }

    /// Says whether words were copied, which the shell was asked to do.
    pub fn copied(&self, words: &str, well: bool) {
        self.session.set_copied(words, well);
    }

    /// The record, as JSON text.
    #[must_use]
    pub fn progress(&self) -> String {
        self.session.record().to_text()
    }

    /// Takes the widget off the page.
    pub fn unmount(self) {
        self.app.destroy();
    }
}
