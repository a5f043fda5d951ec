//! What the shell (`embed.js`) calls: mount, the element's methods, unmount.
//!
//! Belongs here: the exports and their types. Does not: anything about the page that the shell can do without WASM; it
//! must go on when this module is dead.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::AppHandle;

use crate::browser::clock;
use crate::guide::{self, Element};
use crate::persistence::Copies;
use crate::report_text;
use crate::ui::{Seat, Session, Settings, Widget, WidgetProps};
use crate::walk::{Action, report};

/// A widget on the page.
#[wasm_bindgen]
pub struct Mounted {
    session: Rc<Session>,
    app: App,
}

/// What Yew has rendered into once, with the app that it rendered.
struct App {
    root: web_sys::Element,
    seat: Seat,
    handle: AppHandle<Widget>,
}

thread_local! {
    /// The apps of widgets that are off the page, for the next ones: Yew never gives back the listeners of a root, so that
    /// a thousand roots would be a thousand times 0.8 KB.
    static IDLE: RefCell<Vec<App>> = const { RefCell::new(Vec::new()) };
}

/// Puts a widget into `place`, with the guide of the article `source`. `host` is the element, for its attributes; `emit` is
/// called with an event's name, an id and a value; or, to copy, with `copy` and the words; or with `print`; or with `carry` and what of it; or, to meet the second
/// copy of the record, with `keep` and its name; or with `kept`, when another widget of this guide has something to take up. `kept` is the record that the element had when it left the page. Nothing where the article is not wholly marked, or not sound: the reader
/// is to mark it first, or to say why it makes no guide.
#[wasm_bindgen]
pub fn mount(
    place: web_sys::Element,
    source: &web_sys::Element,
    host: &HtmlElement,
    emit: js_sys::Function,
    kept: &str,
) -> Option<Mounted> {
    let mut guide = guide::ready(&unstuck_dom::tree(source, Element::wants))?;
    // An article is in the language of what it stands in.
    if let Ok(Some(named)) = source.closest("[lang]")
        && let Some(lang) = named.get_attribute("lang")
    {
        guide.lang = lang;
    }
    let heading_level = host
        .get_attribute("heading-level")
        .and_then(|level| level.parse().ok())
        .filter(|level| (1..=6).contains(level))
        .unwrap_or(2);
    let idle = IDLE.with_borrow_mut(Vec::pop);
    let root = match &idle {
        Some(app) => app.root.clone(),
        None => place.clone(),
    };
    let settings = Settings {
        copies: match host.get_attribute("storage").as_deref() {
            Some("none") => Copies::None,
            _ => Copies::Both,
        },
        heading_level,
        theme: host.get_attribute("theme").unwrap_or_default(),
        root: root.clone(),
        emit,
    };
    let session = Session::restore(guide, settings);
    let app = match idle {
        Some(app) => {
            place.append_child(&app.root).ok()?;
            app.seat.replace(Some(session.clone()));
            app.handle.send_message(());
            app
        }
        None => {
            let seat = Seat::new(Some(session.clone()).into());
            let props = WidgetProps { seat: seat.clone() };
            let handle = yew::Renderer::with_root_and_props(root.clone(), props).render();
            App { root, seat, handle }
        }
    };
    session.emit("unstuck-ready", &session.guide.id, "");
    session.take_up(kept, false);
    session.tell_screen();
    session.sync();
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
        let report = report(guide, &self.session.progress());
        report_text::text(&report, &|at| clock::moment(at, &guide.lang))
    }

    /// Another place in the history where `moved`. Else this page comes to the fore or another tab has stored something:
    /// there may be newer answers.
    pub fn hear(&self, moved: bool) {
        if moved {
            self.session.went();
        } else {
            self.session.hear();
        }
    }

    /// Takes up a record that is newer than what is here, because the reader chose it.
    pub fn take(&self, record: &str) {
        self.session.take(record);
    }

    /// What became of something that was asked of the page: of words to copy (0); of the second copy of the record, whether the
    /// record in hand is on the disk with it (1); or, in the transaction before, the second copy itself (2), empty where there
    /// is none: then whether it can be read.
    pub fn told(&self, what: u8, text: &str, well: bool) -> bool {
        match what {
            0 => self.session.set_copied(text, well),
            1 => self.session.settled(well),
            _ => {
                self.session.refresh();
                return self.session.take_up(text, true);
            }
        }
        well
    }

    /// Whether a newer version has written a copy of the record: then neither is written over.
    #[must_use]
    pub fn outdated(&self) -> bool {
        self.session.is_outdated()
    }

    /// The record, as JSON text.
    #[must_use]
    pub fn progress(&self) -> String {
        self.session.record().to_text()
    }

    /// Takes the widget off the page.
    pub fn unmount(self) {
        let app = self.app;
        app.root.remove();
        app.seat.take();
        app.handle.send_message(());
        IDLE.with_borrow_mut(|idle| idle.push(app));
    }
}
