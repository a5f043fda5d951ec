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

/// Whether entries have keys: without the Navigation API they have none.
struct Keys;

impl Keys {
    fn are(there: bool) -> Self {
        if !there {
            js("window.kept = Object.getOwnPropertyDescriptor(window, 'navigation');
                Object.defineProperty(window, 'navigation', { value: undefined, configurable: true })");
        }
        Self
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        js(
            "if (window.kept) Object.defineProperty(window, 'navigation', window.kept); window.kept = undefined",
        );
    }
}

/// A host's router: it hears of the moves that it is let hear of.
fn listen() {
    js("removeEventListener('popstate', window.router);
        window.heard = [];
        window.router = (event) => window.heard.push(JSON.stringify(event.state));
        addEventListener('popstate', window.router)");
}

const HEARD: &str = "return String(window.heard.length)";

/// Back in the walk is no visit, and leaves what the host keeps in its entry as it was.
#[wasm_bindgen_test]
async fn a_walk_is_none_of_the_hosts_business() {
    for keys in [true, false] {
        for state in [
            "null",
            "[1, 2]",
            "'text'",
            "7",
            "false",
            "new Date(0)",
            "new Map([[1, 2]])",
            "{ turbo: { restorationIdentifier: 'x' }, index: 3, htmx: true }",
        ] {
            clean().await;
            let _keys = Keys::are(keys);
            js(&format!("history.replaceState({state}, '')"));
            let kind = "return Object.prototype.toString.call(history.state)";
            let own = "const own = history.state;
                return JSON.stringify(own?.constructor === Object ? { ...own, 'unstuck:any': undefined } : own)";
            let before = [text(kind), text(own)];
            let widget = Mounted::stored("any").await;
            listen();
            widget.goes("not-solved", "bulb").await;
            widget.goes("not-solved", "fuse").await;
            let theirs = "return Object.keys(history.state).filter((name) => !name.startsWith('unstuck:')).join()";
            assert_eq!(text(theirs), "", "{state}, on an entry of ours");
            widget.goes("back", "bulb").await;
            js("history.back()");
            widget.comes("plug").await;
            if keys || state != "null" {
                assert_eq!([text(kind), text(own)], before, "{state}, {keys}");
            }
            js("history.go(2)");
            widget.comes("fuse").await;
            // A history has room for fifty entries.
            js("history.go(-2)");
            widget.comes("plug").await;
            assert_eq!(text(HEARD), "0", "{state}, {keys}: moves that were heard");
            widget.unmount().await;
        }
    }
}

/// What a host does to our entries, or between them: whether keys are needed, what it does at the second fix, how far the reader
/// then goes, what the host hears of it, and where the walk is.
const MEANWHILE: [(bool, &str, i32, &str, &str); 9] = [
    (
        true,
        "history.replaceState({ x: 0, y: 40 }, '')",
        -1,
        "",
        "plug",
    ),
    (true, "history.replaceState(null, '')", -1, "", "plug"),
    (
        false,
        "history.replaceState({ ...history.state, key: 1 }, '')",
        -1,
        "",
        "plug",
    ),
    (
        false,
        "history.pushState({ theirs: 1 }, '')",
        -1,
        "other",
        "bulb",
    ),
    (
        true,
        "history.pushState({ theirs: 1 }, '')",
        -2,
        "{\"a\":1}",
        "plug",
    ),
    (
        false,
        "history.pushState({ ...history.state, modal: 1 }, '')",
        -1,
        "other",
        "bulb",
    ),
    (
        false,
        "history.pushState(history.state, '')",
        -1,
        "other",
        "bulb",
    ),
    (false, "location.hash = '#theirs'", -1, "null,other", "bulb"),
    (
        true,
        "history.replaceState({}, '', '?other')",
        -1,
        "{\"a\":1}",
        "plug",
    ),
];

#[wasm_bindgen_test]
async fn a_host_hears_of_all_other_moves() {
    for keys in [true, false] {
        for (needs_keys, meanwhile, by, heard, id) in MEANWHILE {
            if needs_keys && !keys {
                continue;
            }
            clean().await;
            let _keys = Keys::are(keys);
            js("history.replaceState({ a: 1 }, '', location.pathname)");
            let widget = Mounted::stored("other").await;
            widget.goes("not-solved", "bulb").await;
            listen();
            js(meanwhile);
            gloo::timers::future::TimeoutFuture::new(50).await;
            js(&format!("history.go({by})"));
            gloo::timers::future::TimeoutFuture::new(100).await;
            widget.comes(id).await;
            let all = text(
                "return window.heard.map((state) => state.includes('unstuck:') ? 'other' : state).join()",
            );
            assert_eq!(all, heard, "{meanwhile}, {keys}");
            js("history.replaceState(null, '', location.pathname)");
            widget.unmount().await;
        }
    }
}

/// The host's own entry in the middle of a walk parts it, and Back leads through all of it.
#[wasm_bindgen_test]
async fn a_walk_goes_on_over_an_entry_of_the_hosts() {
    clean().await;
    let widget = Mounted::stored("over").await;
    let other = Mounted::stored("beside").await;
    widget.goes("not-solved", "bulb").await;
    js("history.pushState({ theirs: 1 }, '')");
    other.goes("not-solved", "bulb").await;
    widget.goes("not-solved", "fuse").await;
    listen();
    for (by, heard, ids) in [
        (-1, "0", ["bulb", "bulb"]),
        (-1, "0", ["bulb", "plug"]),
        (-1, "1", ["bulb", "plug"]),
        (-1, "1", ["plug", "plug"]),
        (4, "2", ["fuse", "bulb"]),
        (-2, "2", ["bulb", "plug"]),
    ] {
        js(&format!("history.go({by})"));
        widget.comes(ids[0]).await;
        other.comes(ids[1]).await;
        gloo::timers::future::TimeoutFuture::new(50).await;
        assert_eq!(text(HEARD), heard, "{by} to {ids:?}");
    }
    widget.unmount().await;
    other.unmount().await;
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
    for keys in [true, false] {
        clean().await;
        let _keys = Keys::are(keys);
        let all: Vec<_> = (0..20)
            .map(|_| WidgetHandle::open(guide("many"), false, ""))
            .collect();
        let names = "return String(Object.keys(history.state ?? {}).length)";
        assert_eq!(text(names), if keys { "0" } else { "20" });
        for each in all {
            each.leave();
        }
        let left = if keys { "null" } else { "{}" };
        assert_eq!(text(STATE), left, "each takes its mark away again");
    }
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
