//! The widget as a component for an app written with Yew: a guide goes in, what the reader does comes out.
//!
//! Belongs here: what the shell does for the tag, a shadow root with the style sheet. Does not: what the widget shows
//! ([`App`]).

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

use crate::app::App;
use crate::guide::Guide;
use crate::hooks::WidgetHandle;
use crate::host::{Capabilities, Handoff, Host, WidgetEvent};

/// The widget's style sheet; [`Unstuck`] adds it to its shadow root.
pub const STYLE: &str = concat!(
    include_str!("../styles/widget.css"),
    include_str!("../styles/later.css")
);

/// What [`Unstuck`] is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct UnstuckProps {
    /// The guide. Another one begins another walk, where the reader left that.
    pub guide: Rc<Guide>,
    /// Whether answers are kept on this device, under the guide's id, or nowhere.
    #[prop_or(true)]
    pub storage: bool,
    /// Level of the first heading, 1 to 6.
    #[prop_or(2)]
    pub heading_level: u8,
    /// `auto`, `light` or `dark`.
    #[prop_or(AttrValue::Static("auto"))]
    pub theme: AttrValue,
    /// What the app lets the widget do. With `transfer`, a link that the widget makes leads to the page's own address.
    #[prop_or(Capabilities { transfer: false, reminder: false, copy: true })]
    pub capabilities: Capabilities,
    /// Hears of everything that the reader does.
    #[prop_or_default]
    pub on_event: Callback<WidgetEvent>,
    /// Asked before the reader's report goes out; `false` where the app takes it over (see [`Host::on_handoff`]).
    #[prop_or_else(|| Callback::from(|_| true))]
    pub on_handoff: Callback<Handoff, bool>,
    /// Gets the widget when it begins: for its answers, its report, and to act in the reader's place.
    #[prop_or_default]
    pub on_ready: Callback<WidgetHandle>,
}

/// Where a widget is rendered, and what it shows.
#[derive(Clone, PartialEq)]
struct Placed {
    root: Element,
    handle: WidgetHandle,
    /// How many there were before in this place.
    key: usize,
    /// There is no clipboard outside of a secure context.
    can_copy: bool,
}

/// A guide, walked. It stands in a shadow root of its own: its styles and ids stay inside, the app's outside. On a server only
/// the place for it is rendered.
#[component]
pub fn Unstuck(props: &UnstuckProps) -> Html {
    let place = use_node_ref();
    let placed = use_state(|| None::<Placed>);
    use_effect_with((props.guide.clone(), props.storage), {
        let (place, placed, on_ready) = (place.clone(), placed.clone(), props.on_ready.clone());
        move |(guide, storage): &(Rc<Guide>, bool)| {
            let root = place
                .cast::<Element>()
                .and_then(|place| shadow_of(&place).ok());
            let next = root.map(|root| Placed {
                root,
                handle: WidgetHandle::open(guide.clone(), *storage, ""),
                key: placed.as_ref().map_or(0, |before| before.key + 1),
                can_copy: web_sys::window().is_some_and(|window| window.is_secure_context()),
            });
            if let Some(next) = &next {
                on_ready.emit(next.handle.clone());
            }
            placed.set(next.clone());
            move || {
                if let Some(placed) = next {
                    placed.handle.leave();
                }
            }
        }
    });
    let widget = (*placed).clone().map(|placed| {
        let Placed {
            root,
            handle,
            key,
            can_copy,
        } = placed;
        let host = Host {
            heading_level: props.heading_level.clamp(1, 6),
            theme: props.theme.clone(),
            capabilities: Capabilities {
                copy: props.capabilities.copy && can_copy,
                ..props.capabilities
            },
            on_event: props.on_event.clone(),
            on_handoff: props.on_handoff.clone(),
            ..Host::default()
        };
        create_portal(html! { <App {key} {handle} {host} /> }, root)
    });
    html! { <div ref={place}>{ widget }</div> }
}

thread_local! {
    static SHEET: Option<CssStyleSheet> = sheet();
}

/// A shadow root with the style sheet, and what to render into: not the root itself, from which Yew would go on into the
/// page.
fn shadow_of(place: &Element) -> Result<Element, JsValue> {
    if let Some(shadow) = place.shadow_root() {
        return shadow.first_element_child().ok_or(JsValue::NULL);
    }
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

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(STYLE).ok()?;
    Some(sheet)
}
