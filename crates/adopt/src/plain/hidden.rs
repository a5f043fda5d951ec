//! What a page hides: a panel that a control opens is content, a dialog or a banner is not.
//!
//! Belongs here: telling them apart. Does not: finding the controls (see `survey` and `panels`).

use unstuck_core::guide::Element;

use super::page::Page;
use crate::dom::{is_silent, name_words};

/// Whether a page keeps an element from being seen until something happens.
pub(super) fn is_hidden(element: &Element) -> bool {
    element.attribute("hidden").is_some() || is_styled_away(element)
}

fn is_styled_away(element: &Element) -> bool {
    let style = element.attribute("style").unwrap_or_default();
    let style: String = style.split_whitespace().collect();
    let style = style.to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Whether an element is a dialog, shown or not: what it says is about the page.
pub(super) fn is_dialog(element: &Element) -> bool {
    element.attribute("aria-modal") == Some("true")
        || matches!(element.attribute("role"), Some("dialog" | "alertdialog"))
}

/// Whether an element lies over the page, or is another part of it: a dialog, a menu, a cookie banner.
pub(super) fn is_overlay(element: &Element) -> bool {
    matches!(element.tag.as_str(), "dialog" | "nav" | "menu" | "template")
        || is_dialog(element)
        || matches!(
            element.attribute("role"),
            Some(
                "menu"
                    | "menubar"
                    | "listbox"
                    | "tooltip"
                    | "navigation"
                    | "search"
                    | "status"
                    | "banner"
            )
        )
        || name_words(element).iter().any(|word| {
            matches!(
                word.as_str(),
                "modal"
                    | "dialog"
                    | "popup"
                    | "popover"
                    | "lightbox"
                    | "overlay"
                    | "cookie"
                    | "cookies"
                    | "consent"
                    | "gdpr"
                    | "menu"
                    | "dropdown"
                    | "tooltip"
                    | "toast"
                    | "snackbar"
                    | "drawer"
                    | "offcanvas"
                    | "banner"
                    | "share"
                    | "search"
                    | "spinner"
                    | "skeleton"
            )
        })
}

impl Page<'_> {
    /// Whether a hidden element is part of the article: something in it opens the element, or the browser's search does.
    pub(super) fn is_shown(&self, element: &Element) -> bool {
        if is_overlay(element) || !holds_any(element) {
            return false;
        }
        let is = |name: &str, ids: &std::collections::BTreeSet<&str>| {
            let value = element.attribute(name).unwrap_or_default();
            value.split_whitespace().any(|id| ids.contains(id))
        };
        element.attribute("hidden") == Some("until-found")
            || element.attribute("role") == Some("tabpanel")
            || is("id", &self.controlled)
            || is("aria-labelledby", &self.headers)
    }
}

/// Whether anything in an element says something, whether the element is hidden or not.
pub(super) fn holds_any(element: &Element) -> bool {
    element.tag == "img" || element.children.iter().any(|child| !is_silent(child))
}

/// An element without what hides it.
pub(super) fn shown(element: &Element) -> Element {
    let mut out = element.clone();
    show(&mut out);
    out
}

/// The same, in place.
pub(super) fn show(element: &mut Element) {
    let styled = is_styled_away(element);
    element
        .attributes
        .retain(|(name, _)| name != "hidden" && !(styled && name == "style"));
}

/// Hides an element by its attribute, whatever hides it.
pub(super) fn hide(element: &mut Element) {
    if element.attribute("hidden").is_none() {
        element.attributes.push(("hidden".into(), String::new()));
    }
}
