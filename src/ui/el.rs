//! Elements, built by calls.
//!
//! In place of `html!`: the macro unrolls every element where it stands, and the widget's views would weigh twice as
//! much. These functions are there once. What they make are Yew's own nodes, so that both ways mix.

use std::rc::Rc;

use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VNode, VTag, VText,
};
use yew::{AttrValue, Html};

use crate::walk::Action;

use super::session::Session;

/// Every attribute that the widget sets. One list for all elements: Yew then compares values place by place, and the build
/// leaves its other ways to compare out (xtask/src/unreached.rs).
const NAMES: &[&str] = &[
    "class",
    "autofocus",
    "part",
    "id",
    "type",
    "role",
    "lang",
    // Firefox wants to know before it knows the address.
    "loading",
    "src",
    "alt",
    "width",
    "height",
    "href",
    "target",
    "rel",
    "tabindex",
    "d",
    "viewBox",
    "data-action",
    "data-fix",
    "data-fixes",
    "data-id",
    "data-kind",
    "data-notice",
    "data-outcome",
    "data-screen",
    "data-seq",
    "data-theme",
    "aria-current",
    "aria-describedby",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
];

/// An element in the making. Boxed, so that a chain of calls moves a pointer.
pub(crate) struct El(Box<Parts>);

struct Parts {
    tag: VTag,
    values: Vec<Option<AttributeOrProperty>>,
}

/// An element with its classes; none where `class` is empty.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: &'static str) -> El {
    let el = El(Box::new(Parts {
        tag: VTag::new(AttrValue::Static(tag)),
        values: vec![None; NAMES.len()],
    }));
    if class.is_empty() {
        el
    } else {
        el.mark("class", class)
    }
}

impl El {
    /// Sets an attribute to a word of ours.
    #[inline(never)]
    pub(crate) fn mark(mut self, name: &'static str, value: &'static str) -> Self {
        self.put(name, AttributeOrProperty::Static(value));
        self
    }

    /// Sets an attribute.
    #[inline(never)]
    pub(crate) fn set(mut self, name: &'static str, value: &str) -> Self {
        self.put(
            name,
            AttributeOrProperty::Attribute(AttrValue::Rc(value.into())),
        );
        self
    }

    fn put(&mut self, name: &'static str, value: AttributeOrProperty) {
        let place = NAMES.iter().position(|known| *known == name);
        debug_assert!(place.is_some(), "{name} is missing in NAMES");
        if let Some(slot) = place.and_then(|place| self.0.values.get_mut(place)) {
            *slot = Some(value);
        }
    }

    /// Adds what stands in it.
    #[inline(never)]
    pub(crate) fn add(mut self, child: Html) -> Self {
        self.0.tag.add_child(child);
        self
    }

    /// Adds words, in an element of their own: page translators rewrite bare text nodes, and with them break what Yew
    /// knows of the page.
    #[inline(never)]
    pub(crate) fn words(self, words: &str) -> Self {
        let text = VNode::VText(VText::new(AttrValue::Rc(words.into())));
        self.add(el("span", "").add(text).html())
    }

    /// Names it among its siblings.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Calls when something happens to it.
    #[inline(never)]
    pub(crate) fn on(mut self, kind: When, call: Press) -> Self {
        self.0.tag.add_listener(Rc::new(On { kind, call }));
        self
    }

    /// The element as it is.
    #[inline(never)]
    pub(crate) fn html(self) -> Html {
        let Parts { mut tag, values } = *self.0;
        tag.set_attributes(Attributes::Dynamic {
            keys: NAMES,
            values: values.into(),
        });
        tag.into()
    }

    /// The node itself, for what only some elements have.
    pub(crate) fn tag(&mut self) -> &mut VTag {
        &mut self.0.tag
    }
}

/// What can happen to an element.
#[derive(Clone, Copy)]
pub(crate) enum When {
    Pressed,
    Changed,
    /// A dialog is asked to close, by Escape.
    Cancelled,
}

/// Calls when something happens.
struct On {
    kind: When,
    call: Press,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            When::Pressed => ListenerKind::onclick,
            When::Changed => ListenerKind::onchange,
            When::Cancelled => ListenerKind::oncancel,
        }
    }

    fn handle(&self, event: web_sys::Event) {
        (self.call)(&event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Several elements without one around them.
#[inline(never)]
pub(crate) fn several(all: Vec<Html>) -> Html {
    VList::with_children(all, None).into()
}

/// What a control does when it is pressed.
pub(crate) type Press = Rc<dyn Fn(&web_sys::Event)>;

/// Does something of the walk when pressed.
pub(crate) fn press(session: &Rc<Session>, action: Action) -> Press {
    let session = session.clone();
    Rc::new(move |event| {
        if !session.is_echo(event) {
            session.act(&action);
        }
    })
}

/// A control, without its words.
#[inline(never)]
pub(crate) fn control(action: &'static str, class: &'static str, press: Press) -> El {
    el("button", class)
        .mark("type", "button")
        .mark("data-action", action)
        .on(When::Pressed, press)
}
