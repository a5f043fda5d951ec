//! What holds for all that is rendered.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};
use unstuck::overlay::Overlay;
use unstuck_core::progress::Answer::{Confirm, No, NotSolved, StillRunning, Unsure, Yes};
use unstuck_core::transfer::TransferError;

use crate::fixture::Do::{Choose, Say};
use crate::fixture::{Do, Widget, parsed};
use crate::tree;

/// Every screen on the way, and a few dialogs.
fn rendered() -> Vec<String> {
    let way: &[Do] = &[
        Say(Yes),
        Choose("swells"),
        Say(Unsure),
        Say(NotSolved),
        Say(Confirm),
        Say(StillRunning),
        Say(NotSolved),
        Say(Confirm),
        Say(NotSolved),
        Say(NotSolved),
    ];
    let mut all: Vec<String> = (0..=way.len())
        .map(|end| Widget::after(&way[..end]).under(Overlay::Overview).html())
        .collect();
    for overlay in [
        Overlay::Restart,
        Overlay::PasteLink,
        Overlay::Clear,
        Overlay::Refused(TransferError::Damaged),
    ] {
        all.push(Widget::after(&[Say(No)]).under(overlay).html());
    }
    all
}

fn found<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// The page's own article keeps its pictures as they are; those of a file tell their server no page.
#[test]
fn pictures_of_a_file_send_no_referrer() {
    let guide =
        "<article><h1>T</h1><h2 data-unstuck-id=f>F</h2><ol><li>Do<img src=a.png></ol></article>";
    for from_file in [false, true] {
        let mut widget = Widget::of(parsed(guide), &[]);
        widget.host.from_file = from_file;
        let html = Html::parse_fragment(&widget.html());
        let pictures = found(&html, "img");
        let policy = pictures[0].attr("referrerpolicy");
        assert_eq!(policy, from_file.then_some("no-referrer"));
    }
}

#[test]
fn controls_are_not_nested() {
    let pressed = ":is(button, a, summary)";
    for html in rendered() {
        let html = Html::parse_fragment(&html);
        let nested = format!("{pressed} :is(button, a, summary, input)");
        let nested: Vec<_> = found(&html, &nested).iter().map(ElementRef::html).collect();
        assert!(nested.is_empty(), "{nested:?}");
        assert!(!found(&html, pressed).is_empty());
    }
}

#[test]
fn every_control_has_a_name() {
    let named = [
        "button", "link", "checkbox", "textbox", "summary", "dialog", "group",
    ];
    for html in rendered() {
        for (role, name) in tree::roles(&html) {
            let plain = role.split(',').next().unwrap_or_default();
            // Of details, the summary says what they are.
            assert!(
                !named.contains(&plain) || !name.is_empty() || plain == "group",
                "{role}: {html}"
            );
        }
        let html = Html::parse_fragment(&html);
        for control in found(&html, "button, input, a.button") {
            assert!(control.attr("data-action").is_some(), "{}", control.html());
        }
    }
}

#[test]
fn each_id_is_there_once() {
    for html in rendered() {
        let html = Html::parse_fragment(&html);
        let mut ids: Vec<_> = found(&html, "[id]")
            .iter()
            .filter_map(|one| one.attr("id"))
            .collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "{ids:?}");
    }
}

/// A translator's element takes the place of a text, and what Yew writes into that is never seen. Screens, and what is said in
/// dialogs, are made anew; what stays around them says something else in place.
#[test]
fn text_that_turns_to_another_has_an_element_to_itself() {
    for html in rendered() {
        let html = Html::parse_fragment(&html);
        for element in found(&html, ".top *, .bottom *, .aside *") {
            let words = element
                .children()
                .filter(|child| child.value().is_text())
                .count();
            let own = element.value().name() == "span";
            assert!(words == 0 || own, "{}", element.html());
        }
    }
}

/// `api.toml` is what pages style by: a part that is rendered is listed there, and a listed one is rendered, here or by the
/// shell.
#[test]
fn parts_are_the_public_ones() {
    const OF_THE_SHELL: [&str; 3] = ["view", "article", "retry"];
    let api = include_str!("../../api.toml");
    let listed: BTreeSet<&str> = api
        .split("[[part]]\n")
        .skip(1)
        .filter_map(|entry| entry.strip_prefix("name = \"")?.split('"').next())
        .collect();
    let mut seen: BTreeSet<String> = OF_THE_SHELL.map(String::from).into();
    seen.retain(|part| listed.contains(part.as_str()));
    for html in rendered() {
        let html = Html::parse_fragment(&html);
        for element in found(&html, "[part]") {
            let parts = element.attr("part").unwrap_or_default();
            seen.extend(parts.split_whitespace().map(String::from));
        }
    }
    assert_eq!(
        seen.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        listed
    );
}
