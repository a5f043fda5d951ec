//! What the shell calls: a widget in an element of the page.
//!
//! Belongs here: the exports, and what a custom element is to the widget: attributes, events, its place. Does not: anything
//! about the page that the shell can do without WebAssembly.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use js_sys::Reflect;
use unstuck::app::App;
use unstuck::guide::Guide;
use unstuck::hooks::{ReportFormat, WidgetHandle};
use unstuck::host::{Capabilities, Handoff, Host, WidgetEvent, heading_level};
use unstuck::words;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    CustomEvent, CustomEventInit, Element, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, Url,
};
use yew::prelude::*;

/// A widget on the page.
#[wasm_bindgen]
pub struct Widget {
    handle: WidgetHandle,
    host: Host,
    key: usize,
    slot: Slot,
    /// Events are dispatched as long as it is on the page.
    _on_page: Rc<()>,
}

/// What Yew has rendered into once, with the app that it rendered.
struct Slot {
    root: Element,
    app: yew::AppHandle<Root>,
}

thread_local! {
    /// The slots of widgets that are off the page, for the next ones: Yew never drops the listeners of a root, so that a
    /// thousand roots would be a thousand times 0.8 KB.
    static IDLE: RefCell<Vec<Slot>> = const { RefCell::new(Vec::new()) };
}

/// Tells the widgets of a slot apart.
static KEYS: AtomicUsize = AtomicUsize::new(0);

#[derive(Clone, Default, PartialEq, Properties)]
struct RootProps {
    /// The widget that is shown; none while the slot is idle.
    shown: Option<(usize, WidgetHandle, Host)>,
}

#[component]
fn Root(props: &RootProps) -> Html {
    let Some((key, handle, host)) = props.shown.clone() else {
        return Html::default();
    };
    html! { <App {key} {handle} {host} /> }
}

#[wasm_bindgen]
impl Widget {
    /// Teaches all widgets a language: guides in the language `tag` get these words, the section `widget` of the file of `lang`.
    pub fn learn(tag: &str, lang: &str, words: &JsValue) {
        words::learn(tag, lang, unstuck_dom::texts(words));
    }

    /// A widget in `place`, which may not be on the page yet, of a marked article. `host` is the element, for its attributes
    /// and its events; `at` is what the guide is called where its author has not named it; `restore` is the record that it had
    /// when it left the page. Nothing where the article is not wholly marked, or not sound: then the reader module is asked.
    #[wasm_bindgen(js_name = fromArticle)]
    pub fn from_article(
        place: &Element,
        host: HtmlElement,
        article: &Element,
        at: &str,
        restore: Option<String>,
    ) -> Option<Self> {
        let guide = unstuck_dom::guide(article)?;
        Self::mount(place, host, guide.at(at), restore).ok()
    }

    /// A widget of a guide that a reader module handed over, as JSON.
    ///
    /// # Errors
    /// An `Error` where it is not the JSON of a guide of this build.
    #[wasm_bindgen(js_name = fromGuide)]
    pub fn from_guide(
        place: &Element,
        host: HtmlElement,
        guide: &str,
        at: &str,
        restore: Option<String>,
    ) -> Result<Self, JsValue> {
        let guide = Guide::from_json(guide).map_err(|error| JsError::new(&error.to_string()))?;
        Self::mount(place, host, guide.at(at), restore)
    }

    /// Takes the last answer back.
    pub fn back(&self) {
        self.handle.back();
    }

    /// Takes all answers back.
    pub fn restart(&self) {
        self.handle.restart();
    }

    /// What was tried: as text, or where `format` says so as Markdown or JSON.
    pub fn report(&self, format: Option<String>) -> String {
        self.handle.report_as(match format.as_deref() {
            Some("markdown") => ReportFormat::Markdown,
            Some("json") => ReportFormat::Json,
            _ => ReportFormat::Text,
        })
    }

    /// The record, as JSON text.
    pub fn progress(&self) -> String {
        self.handle.record().to_text()
    }

    /// Whether the page has come to another entry of this walk's. The walk then follows.
    #[wasm_bindgen(js_name = followHistory)]
    pub fn follow_history(&self) -> bool {
        self.handle.follow_history()
    }

    /// The widget is hidden: the reader wants the article.
    pub fn silence(&self) {
        self.handle.silence();
    }

    /// The attribute `theme` has changed.
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, theme: String) {
        self.host.theme = theme.into();
        self.show();
    }

    /// A link has arrived: its fragment, and whom to tell once the reader has decided.
    pub fn receive(&self, fragment: &str, decided: js_sys::Function) {
        self.handle.receive_link(fragment, decided);
    }

    /// Takes the widget off the page. Gives the record, for the element's next mount.
    pub fn unmount(self) -> String {
        let Self {
            handle, mut slot, ..
        } = self;
        handle.leave();
        slot.root.remove();
        slot.app.update(RootProps::default());
        IDLE.with_borrow_mut(|idle| idle.push(slot));
        handle.record().to_text()
    }

    fn mount(
        place: &Element,
        element: HtmlElement,
        guide: Guide,
        restore: Option<String>,
    ) -> Result<Self, JsValue> {
        // The shell gives them back (web/src/entries.ts).
        unstuck::hooks::set_host_states_aside();
        let stored = element.get_attribute("storage").as_deref() != Some("none");
        let restore = restore.unwrap_or_default();
        if !guide.lang.is_empty() {
            place.set_attribute("lang", &guide.lang)?;
        }
        let handle = WidgetHandle::open(guide.into(), stored, &restore);
        let on_page = Rc::new(());
        let host = host(element, &on_page);
        let key = KEYS.fetch_add(1, Relaxed);
        let slot = match IDLE.with_borrow_mut(Vec::pop) {
            Some(slot) => slot,
            None => Slot::new(place)?,
        };
        place.append_child(&slot.root)?;
        let mut widget = Self {
            handle,
            host,
            key,
            slot,
            _on_page: on_page,
        };
        widget.show();
        Ok(widget)
    }

    fn show(&mut self) {
        self.slot.app.update(RootProps {
            shown: Some((self.key, self.handle.clone(), self.host.clone())),
        });
    }
}

impl Slot {
    /// In a separate element: from a shadow root Yew's events would continue into the page.
    fn new(place: &Element) -> Result<Self, JsValue> {
        let document = place.owner_document().ok_or(JsValue::NULL)?;
        let root = document.create_element("div")?;
        let app = yew::Renderer::<Root>::with_root(root.clone()).render();
        Ok(Self { root, app })
    }
}

/// What a custom element is to a widget.
fn host(element: HtmlElement, on_page: &Rc<()>) -> Host {
    let secure = web_sys::window().is_some_and(|window| window.is_secure_context());
    // An article that is named comes before a file.
    let file = element.get_attribute("src");
    let file = file.filter(|_| !element.has_attribute("article"));
    let from_file = file.is_some();
    let from = file.and_then(|file| foreign_host(&element, &file));
    Host {
        heading_level: heading_level(element.get_attribute("heading-level")),
        theme: element.get_attribute("theme").unwrap_or_default().into(),
        from: from.unwrap_or_default().into(),
        from_file,
        capabilities: Capabilities {
            transfer: true,
            reminder: true,
            // There is no clipboard outside of a secure context.
            copy: secure,
        },
        on_event: dispatcher(element.clone(), Rc::downgrade(on_page)),
        on_handoff: asker(element.clone(), Rc::downgrade(on_page)),
        on_import: Callback::from(move |()| show_steps(&element)),
    }
}

/// The host of a file, where it is of another origin than the page.
fn foreign_host(element: &HtmlElement, file: &str) -> Option<String> {
    let base = element.base_uri().ok()??;
    let file = Url::new_with_base(file, &base).ok()?;
    let page = web_sys::window()?.location().origin().ok()?;
    (file.origin() != page).then(|| file.host())
}

/// Dispatches events on the element, in a microtask: whoever listens may call its methods, which must not come into a call
/// that is not over.
fn dispatcher(element: HtmlElement, on_page: Weak<()>) -> Callback<WidgetEvent> {
    Callback::from(move |event: WidgetEvent| {
        let (element, on_page) = (element.clone(), on_page.clone());
        spawn_local(async move {
            if on_page.strong_count() > 0 {
                // What a listener throws is the page's, and is not handed on by the browser.
                drop(dispatch(&element, &event));
            }
        });
    })
}

/// Asks whoever listens, in the press itself: later the browser would neither copy nor share.
fn asker(element: HtmlElement, on_page: Weak<()>) -> Callback<Handoff, bool> {
    Callback::from(move |handoff: Handoff| {
        on_page.strong_count() == 0 || ask(&element, &handoff).unwrap_or(true)
    })
}

fn ask(element: &HtmlElement, handoff: &Handoff) -> Result<bool, JsValue> {
    let detail = js_sys::Object::new();
    for (name, value) in [
        ("id", &*handoff.id),
        ("via", handoff.via.name()),
        ("text", &handoff.text),
        ("markdown", &handoff.markdown),
    ] {
        Reflect::set(&detail, &name.into(), &value.into())?;
    }
    Reflect::set(
        &detail,
        &"report".into(),
        &js_sys::JSON::parse(&handoff.json)?,
    )?;
    fire(element, "unstuck-handoff", &detail, true)
}

fn dispatch(element: &HtmlElement, event: &WidgetEvent) -> Result<bool, JsValue> {
    let detail = js_sys::Object::new();
    let set = |name: &str, value: &str| Reflect::set(&detail, &name.into(), &value.into());
    set("id", &event.id)?;
    match event.name {
        "unstuck-screen" => set("screen", event.value)?,
        _ if event.value.is_empty() => false,
        _ => set("answer", event.value)?,
    };
    fire(element, event.name, &detail, false)
}

/// Whether whoever listens lets it be.
fn fire(
    element: &HtmlElement,
    name: &str,
    detail: &js_sys::Object,
    cancelable: bool,
) -> Result<bool, JsValue> {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(detail);
    let event = CustomEvent::new_with_event_init_dict(name, &init)?;
    element.dispatch_event(&event)
}

/// Who was reading the article goes on step by step.
fn show_steps(element: &HtmlElement) {
    if element.get_attribute("data-view").as_deref() == Some("read")
        && let Some(root) = element.shadow_root()
        && let Ok(Some(control)) = root.query_selector("[data-action=steps]")
    {
        control.unchecked_into::<HtmlElement>().click();
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
