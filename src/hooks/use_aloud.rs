//! Reads aloud, as long as the reader wants it, and keeps the display on meanwhile.
//!
//! A browser may let only a press begin to speak. Yew renders in the press, so that what a press leads to is spoken in it, too.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};
use yew::prelude::*;

use crate::session::{Command, use_session};

#[wasm_bindgen]
extern "C" {
    // web-sys has the wake lock among what may still change alone.
    type WakeLock;
    #[wasm_bindgen(method, catch)]
    fn request(this: &WakeLock, kind: &str) -> Result<Promise, JsValue>;

    type Sentinel;
    #[wasm_bindgen(method, catch)]
    fn release(this: &Sentinel) -> Result<Promise, JsValue>;
}

/// Speaks the sentences in the guide's language, each screen's once, and goes silent when there are none. `awake`: whether the
/// display is kept on. Tells the walk whether there is a voice at all.
#[hook]
pub fn use_aloud(sentences: Vec<String>, awake: bool) {
    let session = use_session();
    let lang = session.state.guide.lang.clone();
    use_voice(lang.clone(), session.run);
    use_effect_with((lang, sentences), |(lang, sentences)| {
        let voice = (!sentences.is_empty()).then(synthesis).flatten();
        if let Some(voice) = &voice {
            for sentence in sentences {
                // What cannot be spoken stays on the screen.
                if let Ok(one) = SpeechSynthesisUtterance::new_with_text(sentence) {
                    one.set_lang(lang);
                    voice.speak(&one);
                }
            }
        }
        move || {
            if let Some(voice) = voice {
                voice.cancel();
            }
        }
    });
    use_effect_with(awake, |awake| {
        let kept = awake.then(Awake::begin);
        move || drop(kept)
    });
}

/// Looks for a voice, now and whenever the browser has found more of them.
#[hook]
fn use_voice(lang: String, run: Callback<Command>) {
    use_effect_with(lang, move |lang| {
        let lang = lang.clone();
        let watched = synthesis().map(|voices| {
            let look = {
                let voices = voices.clone();
                move || run.emit(Command::Voice(speaks(&voices, &lang)))
            };
            look();
            let changed = Closure::<dyn Fn()>::new(look);
            let on_change = changed.as_ref().unchecked_ref();
            // Old browsers tell of no change; they know their voices at once.
            let _ = voices.add_event_listener_with_callback(CHANGED, on_change);
            (voices, changed)
        });
        move || {
            if let Some((voices, changed)) = watched {
                let on_change = changed.as_ref().unchecked_ref();
                let _ = voices.remove_event_listener_with_callback(CHANGED, on_change);
            }
        }
    });
}

const CHANGED: &str = "voiceschanged";

/// What speaks; none in browsers without it.
fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let found = Reflect::get(&window, &"speechSynthesis".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// Whether a voice speaks this language, in whatever country: `pt` is spoken by `pt-BR`, and by Android's `pt_BR`.
fn speaks(voices: &SpeechSynthesis, lang: &str) -> bool {
    let voices = voices.get_voices();
    let mut voices = voices
        .iter()
        .map(|voice| voice.unchecked_into::<SpeechSynthesisVoice>());
    voices.any(|voice| language(&voice.lang()) == language(lang))
}

fn language(tag: &str) -> String {
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    first.to_ascii_lowercase()
}

/// Keeps the display on until it is dropped. A browser ends that whenever the page is out of sight.
struct Awake {
    held: Rc<RefCell<Held>>,
    _again: Option<EventListener>,
}

enum Held {
    /// Asked for, or refused: a battery may be low, a frame not allowed to.
    Not,
    Yes(Sentinel),
    /// What comes now is given back.
    NoMore,
}

impl Awake {
    fn begin() -> Self {
        let held = Rc::new(RefCell::new(Held::Not));
        ask(&held);
        let document = web_sys::window().and_then(|window| window.document());
        let again = document.map(|document| {
            let held = held.clone();
            EventListener::new(&document, "visibilitychange", move |_| ask(&held))
        });
        Self {
            held,
            _again: again,
        }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        give_back(self.held.replace(Held::NoMore));
    }
}

/// Out of sight it is refused.
fn ask(held: &Rc<RefCell<Held>>) {
    let Some(asked) = request_lock() else {
        return;
    };
    let held = held.clone();
    spawn_local(async move {
        let Ok(sentinel) = JsFuture::from(asked).await else {
            return;
        };
        let new = Held::Yes(sentinel.unchecked_into());
        let over = matches!(*held.borrow(), Held::NoMore);
        give_back(if over { new } else { held.replace(new) });
    });
}

fn request_lock() -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let lock = Reflect::get(&navigator, &"wakeLock".into()).ok()?;
    let lock: WakeLock = lock.is_object().then(|| lock.unchecked_into())?;
    lock.request("screen").ok()
}

fn give_back(held: Held) {
    if let Held::Yes(sentinel) = held
        && let Ok(released) = sentinel.release()
    {
        // It is over in any case.
        spawn_local(async move { drop(JsFuture::from(released).await) });
    }
}
