//! The widget as a component for an app written with Yew: a guide goes in, what the reader does comes out.
//!
//! Belongs here: what the shell does for the tag (the shadow root, the style sheet, copying, printing, what is heard from
//! the page). The widget of the tag does not link any of it. Does not: what the widget shows.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

use crate::guide::Guide;
use crate::persistence::Copies;

use super::session::{Session, Settings};
use super::widget::{Seat, Widget};

/// The widget's style sheet, for a shadow root of its own. [`Unstuck`] puts it there.
pub const STYLE: &str = include_str!("../../styles/widget.css");

/// What a reader did, or came to: ids only, never free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The event's name, as the element has it: `unstuck-screen`, `unstuck-answer`, `unstuck-verdict`, `unstuck-solved`,
    /// `unstuck-exhausted`.
    pub name: String,
    /// The id of the question or the fix; empty where no fix is left.
    pub id: String,
    /// Of an answer its name, of a screen the screen's.
    pub value: String,
}

/// What [`Unstuck`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct UnstuckProps {
    /// The guide. Another one begins another walk, where the reader left that.
    pub guide: Rc<Guide>,
    /// Whether answers are kept in localStorage, under the guide's id, or nowhere.
    #[prop_or(true)]
    pub keep: bool,
    /// Level of the first heading, 1 to 6.
    #[prop_or(2)]
    pub heading_level: u8,
    /// `auto`, `light` or `dark`.
    #[prop_or(AttrValue::Static("auto"))]
    pub theme: AttrValue,
    /// Hears of everything that the reader does.
    #[prop_or_default]
    pub ontold: Callback<Told>,
    /// Gets the session when it begins: for its answers, its report, and to act in the reader's place.
    #[prop_or_default]
    pub onsession: Callback<Rc<Session>>,
}

/// A guide, walked. It stands in a shadow root of its own: its styles and ids stay inside, the app's outside.
pub struct Unstuck {
    place: NodeRef,
    root: Option<Element>,
    live: Option<Live>,
}

struct Live {
    session: Rc<Session>,
    seat: Seat,
    /// Kept for as long as they may be called.
    _tell: Closure<dyn Fn(String, String, String)>,
    _heard: Vec<EventListener>,
}

/// What reaches the component from inside.
pub enum Message {
    /// There is somewhere to render into.
    Placed,
    /// The session tells of something, or asks for it.
    Told(Told),
    /// These words were copied, or not.
    Copied(String, bool),
}

thread_local! {
    static SHEET: Option<CssStyleSheet> = sheet();
    /// All of the app, since two may walk one guide.
    static SESSIONS: RefCell<Vec<Weak<Session>>> = const { RefCell::new(Vec::new()) };
}

impl Component for Unstuck {
    type Message = Message;
    type Properties = UnstuckProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            place: NodeRef::default(),
            root: None,
            live: None,
        }
    }

    fn changed(&mut self, context: &Context<Self>, before: &UnstuckProps) -> bool {
        let now = context.props();
        if (&now.guide, now.keep, now.heading_level)
            != (&before.guide, before.keep, before.heading_level)
        {
            self.begin(context);
        } else if let Some(root) = &self.root {
            wear(root, &now.theme);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let Some(live) = &self.live else {
            return true;
        };
        match message {
            Message::Placed => return true,
            Message::Copied(words, well) => live.session.set_copied(&words, well),
            Message::Told(told) => match told.name.as_str() {
                "copy" => context.link().send_future(async move {
                    let well = copy(&told.id).await.is_ok();
                    Message::Copied(told.id, well)
                }),
                // A page may forbid it; then there is nothing to print with.
                "print" => drop(web_sys::window().map(|window| window.print())),
                "kept" => refresh(&live.session),
                // Nothing to flush: the first copy is all there is.
                "keep" => {}
                _ => context.props().ontold.emit(told),
            },
        }
        false
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let widget = self.live.as_ref().zip(self.root.clone());
        let widget = widget
            .map(|(live, root)| create_portal(html! { <Widget seat={live.seat.clone()} /> }, root));
        html! { <div ref={&self.place}>{widget}</div> }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            let place = self.place.cast::<Element>();
            self.root = place.and_then(|place| inner(&place).ok());
            self.begin(context);
            context.link().send_message(Message::Placed);
        }
    }
}

impl Unstuck {
    fn begin(&mut self, context: &Context<Self>) {
        let Some(root) = self.root.clone() else {
            return;
        };
        let props = context.props();
        let told = context.link().callback(Message::Told);
        let tell: Closure<dyn Fn(String, String, String)> =
            Closure::new(move |name, id, value| told.emit(Told { name, id, value }));
        let settings = Settings {
            // The second copy is kept by live.js, which an app has not got: localStorage is all there is.
            copies: if props.keep {
                Copies::First
            } else {
                Copies::None
            },
            heading_level: props.heading_level.clamp(1, 6),
            theme: props.theme.to_string(),
            root,
            emit: tell.as_ref().unchecked_ref::<js_sys::Function>().clone(),
        };
        let session = Session::restore(Guide::clone(&props.guide), settings);
        SESSIONS.with_borrow_mut(|all| {
            all.retain(|known| known.strong_count() > 0);
            all.push(Rc::downgrade(&session));
        });
        self.live = Some(Live {
            session: session.clone(),
            seat: Seat::new(Some(session.clone()).into()),
            _tell: tell,
            _heard: heard(&session),
        });
        props.onsession.emit(session.clone());
        session.tell_screen();
    }
}

/// Another widget of the app that walks the same guide shows what was said in this one.
fn refresh(from: &Rc<Session>) {
    let all = SESSIONS.with_borrow(|all| all.iter().filter_map(Weak::upgrade).collect::<Vec<_>>());
    for session in all {
        if !Rc::ptr_eq(&session, from) {
            session.refresh();
        }
    }
}

/// Hears from the page where it went in its history, and when another tab may have said something.
fn heard(session: &Rc<Session>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    ["popstate", "storage", "pageshow", "visibilitychange"]
        .into_iter()
        .map(|event| {
            let session = Rc::downgrade(session);
            EventListener::new(&window, event, move |_| match session.upgrade() {
                Some(session) if event == "popstate" => session.went(),
                Some(session) => session.refresh(),
                None => {}
            })
        })
        .collect()
}

/// A shadow root with the style sheet, and what to render into: not the root itself, from which Yew would go on into the
/// page.
fn inner(place: &Element) -> Result<Element, JsValue> {
    let shadow = place.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            let sheets = js_sys::Array::of1(sheet);
            // An old browser has no sheets of this kind, and shows the widget plain.
            let _ = js_sys::Reflect::set(&shadow, &"adoptedStyleSheets".into(), &sheets);
        }
    });
    let document = place.owner_document().ok_or(JsValue::NULL)?;
    let root = document.create_element("div")?;
    shadow.append_child(&root)?;
    Ok(root)
}

/// Another theme for what is there already.
fn wear(root: &Element, theme: &str) {
    if let Ok(Some(widget)) = root.query_selector(".unstuck") {
        // An attribute of this name can be set on any element.
        let _ = widget.set_attribute("data-theme", theme);
    }
}

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(STYLE).ok()?;
    Some(sheet)
}

/// Puts words on the clipboard. An error where the page has none, or must not use it.
async fn copy(words: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into())?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.write_text(words)).await.map(drop)
}
