//! A page to test in: clean storage, a guide, and a widget to press.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use js_sys::{Function, Promise};
use unstuck::app::{App, AppProps};
use unstuck::guide::Guide;
use unstuck::hooks::WidgetHandle;
use unstuck::host::Host;
use unstuck_author::{Format, load};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// Four fixes without a question.
const GUIDE: &str = "# The lamp stays dark\n\n## Plug it in {#plug}\n\n1. Find the plug.\n2. Push it in.\n\n## Change the bulb {#bulb}\n\n1. Unscrew it.\n\n## Change the fuse {#fuse}\n\n1. Find the box.\n\n## Ask {#ask}\n\n1. Call.\n";

/// A guide of this id.
pub(crate) fn guide(id: &str) -> Rc<Guide> {
    let mut guide = load(Format::Markdown, GUIDE).guide.expect("a sound guide");
    guide.id = id.to_owned();
    guide.into()
}

/// Runs a script; `return` gives its value. One that throws fails the test.
pub(crate) fn js(code: &str) -> JsValue {
    Function::new_no_args(code).call0(&JsValue::NULL).unwrap()
}

/// Runs a script that may `await`.
pub(crate) async fn js_async(code: &str) -> JsValue {
    let code = format!("return (async () => {{ {code} }})()");
    let promise: Promise = js(&code).unchecked_into();
    JsFuture::from(promise).await.unwrap()
}

/// Runs a script whose value is a text.
pub(crate) fn text(code: &str) -> String {
    js(code).as_string().unwrap_or_default()
}

/// A page as it is at the first visit, that can write its history: Chromium takes 200 changes in ten seconds, and ignores more
/// without a word.
pub(crate) async fn clean() {
    js_async(
        "const changes = (window.__changes ??= ['pushState', 'replaceState'].reduce((times, name) => {
           const change = History.prototype[name];
           History.prototype[name] = function (...all) { times.push(Date.now()); return change.apply(this, all); };
           return times;
         }, []));
         while (changes.filter((at) => at > Date.now() - 10_000).length > 100) await new Promise((next) => setTimeout(next, 100));
         localStorage.clear(); sessionStorage.clear(); history.replaceState(null, '');
         await new Promise((done, failed) => {
           const asked = indexedDB.deleteDatabase('unstuck');
           // What is still being written is waited for.
           asked.onsuccess = done;
           asked.onerror = () => failed(asked.error);
         })",
    )
    .await;
}

/// Waits until it is so, 3 seconds at most.
pub(crate) async fn until(what: &str, is: impl Fn() -> bool) {
    for _ in 0..300 {
        if is() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("never: {what}");
}

/// A widget on the page.
pub(crate) struct Mounted {
    pub(crate) root: Element,
    pub(crate) handle: WidgetHandle,
    app: Option<yew::AppHandle<App>>,
}

impl Mounted {
    /// Of a guide, opened.
    pub(crate) async fn of(handle: WidgetHandle) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let props = AppProps {
            handle: handle.clone(),
            host: Host::default(),
        };
        let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
        let mounted = Self {
            root,
            handle,
            app: Some(app),
        };
        until("a screen", || mounted.shown("data-screen").is_some()).await;
        // Its effects come after it.
        TimeoutFuture::new(20).await;
        mounted
    }

    /// Of a guide of this id, kept on this device.
    pub(crate) async fn stored(id: &str) -> Self {
        Self::of(WidgetHandle::open(guide(id), true, "")).await
    }

    /// Of a guide of this id, kept nowhere.
    pub(crate) async fn alone(id: &str) -> Self {
        Self::of(WidgetHandle::open(guide(id), false, "")).await
    }

    pub(crate) fn shown(&self, name: &str) -> Option<String> {
        let widget = self.root.query_selector(".unstuck").unwrap()?;
        widget.get_attribute(name)
    }

    pub(crate) fn id(&self) -> String {
        self.shown("data-id").unwrap_or_default()
    }

    /// Presses a control, and gives nobody time.
    pub(crate) fn press(&self, action: &str) {
        let control = self
            .root
            .query_selector(&format!("[data-action={action}]"))
            .unwrap()
            .unwrap_or_else(|| panic!("no control {action} at {}", self.id()));
        control.unchecked_into::<HtmlElement>().click();
    }

    /// Presses a control, and waits until this is on screen.
    pub(crate) async fn goes(&self, action: &str, id: &str) {
        self.press(action);
        self.comes(id).await;
    }

    pub(crate) async fn comes(&self, id: &str) {
        until(id, || self.id() == id).await;
        TimeoutFuture::new(20).await;
    }

    /// Takes it off the page, as a host does.
    pub(crate) async fn unmount(mut self) {
        self.take().await;
    }

    async fn take(&mut self) {
        self.handle.leave();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
        TimeoutFuture::new(20).await;
    }
}
