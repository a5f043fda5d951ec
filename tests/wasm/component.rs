//! The component for apps written with Yew.

use std::cell::RefCell;
use std::rc::Rc;

use unstuck::guide::Guide;
use unstuck::hooks::WidgetHandle;
use unstuck::host::WidgetEvent;
use unstuck::{Unstuck, UnstuckProps};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::harness::{clean, guide, js, text, until};

struct Placed {
    place: Element,
    events: Rc<RefCell<Vec<WidgetEvent>>>,
    handle: Rc<RefCell<Option<WidgetHandle>>>,
    app: yew::AppHandle<Unstuck>,
}

fn props(guide: Rc<Guide>) -> UnstuckProps {
    yew::props!(UnstuckProps { guide })
}

async fn place(guide: Rc<Guide>) -> Placed {
    let document = web_sys::window().unwrap().document().unwrap();
    let place = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    let (events, handle) = (Rc::default(), Rc::default());
    let mut props = props(guide);
    props.on_event = {
        let events: Rc<RefCell<Vec<WidgetEvent>>> = Rc::clone(&events);
        Callback::from(move |event| events.borrow_mut().push(event))
    };
    props.on_ready = {
        let handle: Rc<RefCell<Option<WidgetHandle>>> = Rc::clone(&handle);
        Callback::from(move |ready| drop(handle.replace(Some(ready))))
    };
    let app = yew::Renderer::<Unstuck>::with_root_and_props(place.clone(), props).render();
    let placed = Placed {
        place,
        events,
        handle,
        app,
    };
    until("a screen", || placed.find(".unstuck").is_some()).await;
    gloo::timers::future::TimeoutFuture::new(20).await;
    placed
}

impl Placed {
    fn find(&self, selector: &str) -> Option<Element> {
        let shadow = self.place.first_element_child()?.shadow_root()?;
        shadow.query_selector(selector).unwrap()
    }

    fn shown(&self, name: &str) -> String {
        let widget = self.find(".unstuck");
        widget
            .and_then(|widget| widget.get_attribute(name))
            .unwrap_or_default()
    }

    fn press(&self, action: &str) {
        let control = self.find(&format!("[data-action={action}]")).unwrap();
        control.unchecked_into::<HtmlElement>().click();
    }

    async fn comes(&self, id: &str) {
        until(id, || self.shown("data-id") == id).await;
    }

    async fn remove(self) {
        self.app.destroy();
        gloo::timers::future::TimeoutFuture::new(20).await;
        self.place.remove();
    }
}

#[wasm_bindgen_test]
async fn component_takes_a_guide_and_reports_events() {
    clean().await;
    let widget = place(guide("app")).await;
    widget.press("not-solved");
    widget.comes("bulb").await;
    let told: Vec<String> = widget
        .events
        .borrow()
        .iter()
        .map(|event| format!("{} {} {}", event.name, event.id, event.value))
        .collect();
    assert_eq!(
        told,
        [
            "unstuck-ready app ",
            "unstuck-screen plug fix",
            "unstuck-verdict plug not-solved",
            "unstuck-screen bulb fix"
        ]
    );
    let handle = widget.handle.borrow().clone().unwrap();
    assert!(handle.report().contains("Plug it in"));
    handle.back();
    widget.comes("plug").await;
    widget.press("not-solved");
    widget.comes("bulb").await;
    handle.restart();
    widget.comes("plug").await;
    assert!(handle.record().progress.is_empty());
    widget.remove().await;
    // Nobody is there any more to do it.
    handle.restart();
}

#[wasm_bindgen_test]
async fn another_guide_is_another_walk() {
    clean().await;
    let mut widget = place(guide("first")).await;
    widget.press("not-solved");
    widget.comes("bulb").await;
    widget.app.update(props(guide("second")));
    widget.comes("plug").await;
    widget.app.update(props(guide("first")));
    widget.comes("bulb").await;
    widget.remove().await;
}

#[wasm_bindgen_test]
async fn full_storage_gives_a_notice() {
    clean().await;
    js("window.__set = Storage.prototype.setItem;
        window.__open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') };");
    let widget = place(guide("full")).await;
    js(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };",
    );
    widget.press("not-solved");
    widget.comes("bulb").await;
    until("the notice", || widget.shown("data-notice") == "not-kept").await;
    let kept = widget.find(".kept").and_then(|line| line.text_content());
    assert!(!kept.unwrap_or_default().contains("kept on this device"));
    js("Storage.prototype.setItem = window.__set; IDBFactory.prototype.open = window.__open;");
    widget.press("not-solved");
    until("the notice to go", || {
        widget.shown("data-notice").is_empty()
    })
    .await;
    widget.remove().await;
}

#[wasm_bindgen_test]
async fn focus_goes_to_the_heading_after_an_answer_and_not_before() {
    clean().await;
    let widget = place(guide("focus")).await;
    let focused = || {
        let shadow = widget.place.first_element_child().unwrap().shadow_root();
        shadow.unwrap().active_element().map(|element| element.id())
    };
    assert_eq!(focused(), None);
    widget.press("not-solved");
    widget.comes("bulb").await;
    until("focus", || focused().as_deref() == Some("heading")).await;
    assert_eq!(text("return document.activeElement.localName"), "div");
    widget.remove().await;
}

/// An app that renders at each event hands over another callback each time.
#[wasm_bindgen_test]
async fn a_listener_that_changes_loses_nothing() {
    clean().await;
    let mut widget = place(guide("listener")).await;
    for id in ["bulb", "fuse"] {
        widget.press("not-solved");
        let events: Rc<RefCell<Vec<WidgetEvent>>> = Rc::default();
        let mut props = props(guide("listener"));
        props.on_event = {
            let events = Rc::clone(&events);
            Callback::from(move |event| events.borrow_mut().push(event))
        };
        widget.app.update(props);
        widget.comes(id).await;
        let kept = || widget.find(".kept").and_then(|line| line.text_content());
        until("what is said of the keeping", || {
            kept().is_some_and(|kept| kept.contains("Saved"))
        })
        .await;
        widget.events = events;
    }
    widget.press("not-solved");
    widget.comes("ask").await;
    until("the newest listener", || widget.events.borrow().len() == 2).await;
    widget.remove().await;
}

/// There is no shell to take a link out of the address: the component does, and keeps it for a reload until it is decided.
#[wasm_bindgen_test]
async fn a_link_is_taken_out_of_the_address() {
    clean().await;
    let before = text("return location.href");
    js("history.replaceState([1, { a: 2 }], '', '#unstuck=1Abc&/route')");
    let mut all = props(guide("app"));
    all.capabilities.transfer = true;
    let document = web_sys::window().unwrap().document().unwrap();
    let place = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    let app = yew::Renderer::<Unstuck>::with_root_and_props(place.clone(), all).render();
    let leave = || {
        let shadow = place.first_element_child()?.shadow_root()?;
        shadow.query_selector("[data-action=carry-leave]").unwrap()
    };
    until("a word on the link", || leave().is_some()).await;
    let address = text("return location.href");
    assert!(address.ends_with("#/route"), "{address}");
    assert_eq!(
        text("return JSON.stringify(history.state)"),
        "[1,{\"a\":2}]"
    );
    let kept = || text("return sessionStorage.getItem('unstuck::link') ?? ''");
    assert!(kept().ends_with("#unstuck=1Abc"), "{}", kept());
    leave().unwrap().unchecked_into::<HtmlElement>().click();
    until("it to be forgotten", || kept().is_empty()).await;
    app.destroy();
    place.remove();
    js(&format!("history.replaceState(null, '', {before:?})"));
}
