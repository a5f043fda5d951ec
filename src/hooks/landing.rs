//! Where a screen lands: its top below whatever sticks to the top of the page, always at the same place.
//!
//! Belongs here: where that is, and scrolling there. Does not: when (`use_focus`). What comes after the frame goes by all that is around;
//! what comes before it saves the reader a jump.
//!
//! What is asked of the page's own elements is asked by the browser's accessors (`final`), as in `unstuck_dom`: in a form that
//! names a field `parentElement` a walk upwards would never end.

use std::cell::RefCell;
use std::iter::successors;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{
    CssStyleDeclaration, DomRect, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, ScrollToOptions,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Document)]
    type AnyDocument;

    #[wasm_bindgen(method, final, js_class = "Document", js_name = elementsFromPoint)]
    fn elements_from_point(this: &AnyDocument, x: f64, y: f64) -> Vec<AnyElement>;

    #[derive(PartialEq, Clone)]
    #[wasm_bindgen(js_name = Element)]
    type AnyElement;

    #[wasm_bindgen(method, final, getter, js_class = "Node", js_name = parentElement)]
    fn parent_element(this: &AnyElement) -> Option<AnyElement>;

    #[wasm_bindgen(method, final, getter, js_class = "Element", js_name = assignedSlot)]
    fn assigned_slot(this: &AnyElement) -> Option<AnyElement>;

    #[wasm_bindgen(method, final, js_class = "Node", js_name = getRootNode)]
    fn root_node(this: &AnyElement) -> JsValue;

    #[wasm_bindgen(method, final, getter, js_class = "Element", js_name = shadowRoot)]
    fn shadow_root(this: &AnyElement) -> Option<AnyRoot>;

    #[wasm_bindgen(method, final, js_class = "Element", js_name = getBoundingClientRect)]
    fn rect(this: &AnyElement) -> DomRect;

    #[wasm_bindgen(method, final, js_class = "Element", js_name = scrollBy)]
    fn scroll_by(this: &AnyElement, options: &ScrollToOptions);

    #[wasm_bindgen(js_name = ShadowRoot)]
    type AnyRoot;

    #[wasm_bindgen(method, final, getter, js_class = "ShadowRoot", js_name = host)]
    fn host(this: &AnyRoot) -> AnyElement;

    #[wasm_bindgen(method, final, js_class = "ShadowRoot", js_name = elementsFromPoint)]
    fn elements_from_point(this: &AnyRoot, x: f64, y: f64) -> Vec<AnyElement>;
}

/// The room over it: `--unstuck-scroll-margin`, in widget.css.
const MARGIN: &str = "scroll-margin-top";
/// So many things stick one below the other at most.
const STUCK: usize = 4;
/// So many frames in which it stays where it is say that nothing moves it any more.
const STILL: u8 = 2;
/// The same on a page that scrolls smoothly: its first frames move nothing.
const STILL_SMOOTH: u8 = 10;
/// So many frames are waited for at most.
const FRAMES: u8 = 40;

/// The frame that is waited for; dropped, nothing is.
#[derive(Clone, Default)]
pub(super) struct Landing(Rc<RefCell<Option<AnimationFrame>>>);

impl Landing {
    /// Brings the top of `root` to its place, and back to it where scroll anchoring or the history, which come later, have
    /// moved the page.
    pub(super) fn land(&self, root: &HtmlElement) {
        let around = around(root);
        let smooth = |element| computed(element, "scroll-behavior").as_deref() == Some("smooth");
        let still = if around.iter().any(smooth) {
            STILL_SMOOTH
        } else {
            STILL
        };
        let place = align(root, &around);
        let held = Held {
            root: root.clone(),
            around,
            still,
        };
        self.hold(held, place, still, FRAMES);
    }

    fn hold(&self, held: Held, place: f64, still: u8, frames: u8) {
        if still == 0 || frames == 0 {
            return;
        }
        let landing = self.clone();
        let frame = request_animation_frame(move |_| {
            if near(top(&held.root), place) {
                landing.hold(held, place, still - 1, frames - 1);
            } else {
                let (place, still) = (align(&held.root, &held.around), held.still);
                landing.hold(held, place, still, frames - 1);
            }
        });
        self.0.replace(Some(frame));
    }
}

/// Brings the top of `root` to its place before what it holds is another, unless it is there.
pub(super) fn approach(root: &HtmlElement) {
    if !near(top(root), margin(root)) {
        align(root, &around(root));
    }
}

/// What an element is in, from within.
fn around(root: &HtmlElement) -> Rc<[AnyElement]> {
    successors(parent(root.unchecked_ref()), parent).collect()
}

/// What is held at its place.
struct Held {
    root: HtmlElement,
    around: Rc<[AnyElement]>,
    still: u8,
}

/// Scrolls, and gives where the top is then: at the end of a page it may not come to its place. `around` is what `root` is in,
/// from within.
fn align(root: &HtmlElement, around: &[AnyElement]) -> f64 {
    let margin = margin(root);
    // What is in something that sticks itself does not move while the page scrolls, but within that it may.
    if let Some(held) = around.iter().position(sticks) {
        if let Some(scroller) = around.iter().take(held + 1).find(scrolls) {
            let options = ScrollToOptions::new();
            options.set_behavior(ScrollBehavior::Instant);
            options.set_top(top(root) - margin - scroller.rect().top());
            scroller.scroll_by(&options);
        }
        return top(root);
    }
    let mut room = margin;
    scroll(root);
    // What begins to stick by this very scroll is seen after it.
    for _ in 0..2 {
        let missing = below_stuck(root, around, top(root) - margin) + margin - top(root);
        if missing < 1.0 {
            break;
        }
        room += missing.ceil();
        // What is no length leaves it as it is.
        let _ = root
            .style()
            .set_property(MARGIN, &format!("{}px", room as i32));
        scroll(root);
    }
    let _ = root.style().remove_property(MARGIN);
    top(root)
}

fn margin(root: &HtmlElement) -> f64 {
    computed(root.unchecked_ref(), MARGIN)
        // Rust's own reading and writing of fractions would add 20 KB.
        .map(|margin| js_sys::parse_float(&margin))
        .filter(|margin| margin.is_finite())
        .unwrap_or(0.0)
}

fn scroll(root: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    // However smoothly the page scrolls otherwise: who looks for the next screen is not to wait for it.
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Start);
    options.set_inline(ScrollLogicalPosition::Nearest);
    root.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The lower end of what sticks at `y` over `root`, and below that again; `y` where nothing does.
fn below_stuck(root: &HtmlElement, around: &[AnyElement], y: f64) -> f64 {
    let rect = root.get_bounding_client_rect();
    let x = rect.left() + rect.width() / 2.0;
    let height = window().inner_height().ok();
    // What covers the page, such as a dialog's backdrop, is no header.
    let most = height.and_then(|height| height.as_f64()).unwrap_or(0.0) / 2.0;
    let page: AnyDocument = document().unchecked_into();
    let mut end = y;
    for _ in 0..STUCK {
        let next = page
            .elements_from_point(x, end + 1.0)
            .into_iter()
            .filter_map(|element| stuck(innermost(element, around, x, end + 1.0), around))
            .filter(|bottom| *bottom < most)
            .fold(end, f64::max);
        if next <= end {
            break;
        }
        end = next;
    }
    end
}

/// The lower end of an element, where it or what it is in sticks, and the widget is not in it as well.
fn stuck(element: AnyElement, around: &[AnyElement]) -> Option<f64> {
    let within = successors(Some(element), parent);
    let mut within = within.take_while(|element| !around.contains(element));
    Some(within.find(sticks)?.rect().bottom())
}

fn sticks(element: &AnyElement) -> bool {
    let position = computed(element, "position");
    position.is_some_and(|position| position.ends_with("sticky") || position == "fixed")
}

/// What is at this point in the shadow roots of an element, which headers may have, too. The widget's own, the first around it, is
/// not looked into: what sticks there are its dialogs.
fn innermost(element: AnyElement, around: &[AnyElement], x: f64, y: f64) -> AnyElement {
    let own = around.iter().find(|host| host.shadow_root().is_some());
    let inner = element.shadow_root().filter(|_| own != Some(&element));
    let inner = inner.and_then(|root| {
        let found = root.elements_from_point(x, y);
        // What lies over them is given as well.
        let mut found = found.into_iter();
        found.find(|inner| inner.root_node() == *AsRef::<JsValue>::as_ref(&root))
    });
    match inner {
        Some(inner) => innermost(inner, around, x, y),
        None => element,
    }
}

fn scrolls(element: &&AnyElement) -> bool {
    let overflow = computed(element, "overflow-y");
    overflow.is_some_and(|overflow| overflow == "auto" || overflow == "scroll")
}

/// What an element is in, out of shadow roots as well.
fn parent(element: &AnyElement) -> Option<AnyElement> {
    element
        .assigned_slot()
        .or_else(|| element.parent_element())
        .or_else(|| Some(element.root_node().dyn_into::<AnyRoot>().ok()?.host()))
}

fn computed(element: &AnyElement, property: &str) -> Option<String> {
    let style = window().get_computed_style(element.unchecked_ref());
    let style: CssStyleDeclaration = style.ok()??;
    style.get_property_value(property).ok()
}

fn top(root: &HtmlElement) -> f64 {
    root.get_bounding_client_rect().top()
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1.0
}
