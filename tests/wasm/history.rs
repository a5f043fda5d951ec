//! The browser's history, and what is left in it.

use unstuck::hooks::WidgetHandle;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Mounted, clean, guide, js, text};

const STATE: &str = "return JSON.stringify(history.state)";

#[wasm_bindgen_test]
async fn an_answer_is_saved_before_anything_else_happens() {
    clean().await;
    let widget = Mounted::stored("saved").await;
    widget.press("not-solved");
    let stored = text("return localStorage.getItem('unstuck:saved')");
    assert!(stored.contains("not-solved"), "{stored}");
    assert_eq!(widget.id(), "plug", "it is shown before it is saved");
    widget.comes("bulb").await;
    widget.unmount().await;
}

#[wasm_bindgen_test]
async fn widget_back_uses_browser_history() {
    clean().await;
    let widget = Mounted::stored("back").await;
    widget.goes("not-solved", "bulb").await;
    widget.goes("not-solved", "fuse").await;
    widget.goes("back", "bulb").await;
    js("history.back()");
    widget.comes("plug").await;
    js("history.go(2)");
    widget.comes("fuse").await;
    widget.goes("restart", "fuse").await;
    widget.goes("restart-yes", "plug").await;
    js("history.back()");
    widget.comes("fuse").await;
    widget.unmount().await;
}

#[wasm_bindgen_test]
async fn earlier_entries_are_known_after_a_reload() {
    clean().await;
    let widget = Mounted::stored("reload").await;
    widget.goes("not-solved", "bulb").await;
    widget.goes("not-solved", "fuse").await;
    widget.unmount().await;
    // Another page of the same tab has what the first one had stored.
    let widget = Mounted::stored("reload").await;
    assert_eq!(widget.id(), "fuse");
    js("history.go(-2)");
    widget.comes("plug").await;
    js("history.go(2)");
    widget.comes("fuse").await;
    widget.unmount().await;
}

#[wasm_bindgen_test]
async fn a_state_of_any_type_is_left_alone() {
    for state in [
        "[1, 2]",
        "'text'",
        "7",
        "false",
        "new Date(0)",
        "new Map([[1, 2]])",
        "{ router: { at: [1] } }",
    ] {
        clean().await;
        js(&format!("history.replaceState({state}, '')"));
        let before = text(STATE);
        let kind = "return Object.prototype.toString.call(history.state)";
        let kind_before = text(kind);
        let widget = Mounted::stored("any-state").await;
        assert_eq!(text(kind), kind_before, "{state}");
        if state.starts_with('{') {
            assert_eq!(text("return history.state.router.at.join()"), "1");
        } else {
            assert_eq!(text(STATE), before, "{state}");
        }
        widget.goes("not-solved", "bulb").await;
        js("history.back()");
        widget.comes("plug").await;
        assert_eq!(text(kind), kind_before, "{state}, come back to");
        js("history.forward()");
        widget.comes("bulb").await;
        widget.goes("back", "plug").await;
        widget.unmount().await;
    }
}

#[wasm_bindgen_test]
async fn no_answer_is_in_the_history() {
    for stored in [true, false] {
        clean().await;
        let handle = WidgetHandle::open(guide("words"), stored, "");
        let widget = Mounted::of(handle).await;
        widget.goes("not-solved", "bulb").await;
        widget.goes("not-solved", "fuse").await;
        let state = text(STATE);
        for word in ["solved", "plug", "bulb", "answers"] {
            assert!(!state.contains(word), "{state}");
        }
        widget.unmount().await;
    }
}

#[wasm_bindgen_test]
async fn without_storage_a_walk_starts_from_the_beginning() {
    clean().await;
    let widget = Mounted::alone("nowhere").await;
    widget.goes("not-solved", "bulb").await;
    widget.goes("not-solved", "fuse").await;
    js("history.back()");
    widget.comes("bulb").await;
    widget.goes("not-solved", "fuse").await;
    widget.unmount().await;
    let stored = "return String(localStorage.length + sessionStorage.length)";
    assert_eq!(text(stored), "0");
    let widget = Mounted::alone("nowhere").await;
    assert_eq!(widget.id(), "plug");
    js("history.back()");
    gloo::timers::future::TimeoutFuture::new(100).await;
    assert_eq!(widget.id(), "plug", "answers of before a reload are back");
    widget.unmount().await;
}

#[wasm_bindgen_test]
async fn widgets_without_storage_share_nothing() {
    clean().await;
    let all: Vec<_> = (0..20)
        .map(|_| WidgetHandle::open(guide("many"), false, ""))
        .collect();
    let names = "return String(Object.keys(history.state).length)";
    assert_eq!(text(names), "20");
    for each in all {
        each.leave();
    }
    assert_eq!(text(STATE), "{}", "each takes its mark away again");
}

#[wasm_bindgen_test]
async fn clearing_empties_earlier_history_entries() {
    use unstuck::session::Command;
    clean().await;
    let widget = Mounted::stored("clear").await;
    widget.goes("not-solved", "bulb").await;
    widget.goes("not-solved", "fuse").await;
    js("localStorage.setItem('unstuck:clear:unreadable', 'old answers')");
    widget.handle.run(Command::Clear);
    widget.comes("plug").await;
    let left = "return JSON.stringify([localStorage, sessionStorage])";
    for word in ["solved", "old answers"] {
        assert!(!text(left).contains(word), "{}", text(left));
    }
    js("history.back()");
    gloo::timers::future::TimeoutFuture::new(100).await;
    assert_eq!(widget.id(), "plug", "the history has the answers still");
    widget.unmount().await;
}

#[wasm_bindgen_test]
async fn two_widgets_of_a_guide_stay_in_sync() {
    clean().await;
    let one = Mounted::stored("two").await;
    let other = Mounted::stored("two").await;
    let third = Mounted::stored("three").await;
    one.press("not-solved");
    other.comes("bulb").await;
    other.press("not-solved");
    one.comes("fuse").await;
    assert_eq!(third.id(), "plug");
    js("history.back()");
    one.comes("bulb").await;
    other.comes("bulb").await;
    for widget in [one, other, third] {
        widget.unmount().await;
    }
}

/// Effects come after the first rendering, and can be late.
#[wasm_bindgen_test]
async fn an_entry_that_is_gone_to_before_anyone_listens_is_noticed() {
    clean().await;
    let widget = Mounted::stored("early").await;
    widget.goes("not-solved", "bulb").await;
    widget.goes("not-solved", "fuse").await;
    widget.unmount().await;
    let handle = WidgetHandle::open(guide("early"), true, "");
    js("history.back()");
    gloo::timers::future::TimeoutFuture::new(100).await;
    let widget = Mounted::of(handle).await;
    widget.comes("bulb").await;
    widget.unmount().await;
}
