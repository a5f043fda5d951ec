//! The page object: opens the page, reads the widget, and waits for conditions; never for a time.
//!
//! Not in here: acting on it (`actions.rs`), and what the right answer to anything is.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use fantoccini::Client;
use serde_json::{Value, json};

use super::Outcome;
use super::driver::{self, Browser, Engine};
use super::server::Site;
use crate::{check, same};

const READER: &str = include_str!("reader.js");

/// Longer than any boot on a busy machine; what is waited for comes much sooner. As long as `until` in reader.js.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// What the root of the widget says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    pub kind: String,
    pub id: String,
    pub fix: Option<u64>,
    pub fixes: Option<u64>,
    pub notice: Option<String>,
}

impl Screen {
    pub fn is(&self, kind: &str, id: &str) -> bool {
        self.kind == kind && self.id == id
    }

    /// A check question: a question that belongs to a fix.
    pub fn is_check(&self) -> bool {
        self.kind == "question" && self.fix.is_some()
    }
}

/// All that a reader could tell one screen from another by.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    pub screen: Screen,
    pub ticks: BTreeMap<String, bool>,
    pub text: String,
    pub progress: Value,
}

#[derive(Clone, Debug)]
pub struct Focus {
    pub inside: bool,
    pub tag: String,
    pub action: Option<String>,
    pub id: Option<String>,
    pub text: String,
}

#[derive(Clone)]
pub struct Page {
    pub client: Client,
    pub engine: Engine,
    pub site: Site,
    windows: bool,
}

impl Page {
    pub fn new(browser: &Browser, engine: Engine, site: Site) -> Self {
        Self {
            client: browser.client.clone(),
            engine,
            site,
            windows: browser.windows,
        }
    }

    /// The same browser, for another site.
    pub fn of(&self, site: Site) -> Self {
        Self {
            site,
            ..self.clone()
        }
    }

    // Opening

    /// Closes the windows that were opened beside the page's.
    pub async fn close_other_windows(&self) -> Outcome {
        let here = self.client.window().await?;
        for other in self.client.windows().await? {
            if other != here {
                self.client.switch_to_window(other).await?;
                self.client.close_window().await?;
            }
        }
        Ok(self.client.switch_to_window(here).await?)
    }

    /// Of fifty entries Chromium drops the oldest that nobody pressed for, which may be the first of a walk: a case begins in a
    /// window without so long a past.
    pub async fn without_a_past(&self) -> Outcome {
        if self.engine != Engine::Chromium {
            return Ok(());
        }
        let long = "return history.length > 20";
        if self.client.execute(long, Vec::new()).await? == json!(true) {
            let new = self.client.new_window(true).await?.handle;
            self.client.switch_to_window(new).await?;
            self.close_other_windows().await?;
        }
        Ok(())
    }

    /// Opens the page in a window of middling width, and waits until the widget is there.
    pub async fn open(&self) -> Outcome {
        self.window(700, 900).await?;
        self.open_raw().await?;
        self.ready().await
    }

    /// Opens the page and waits for nothing.
    pub async fn open_raw(&self) -> Outcome {
        Ok(self.client.goto(&self.site.page()).await?)
    }

    /// Goes to a page and does not wait for its load event, which a file that is held keeps from coming.
    pub async fn go(&self, address: &str) -> Outcome {
        self.client.goto(&self.site.blank()).await?;
        let going = self.client.execute(
            "setTimeout((to) => { location.href = to }, 0, arguments[0])",
            vec![json!(address)],
        );
        going.await?;
        self.wait(
            "the page",
            &format!(
                "return location.href.startsWith({address:?}.split('#')[0]) && !location.pathname.startsWith('/-/')"
            ),
        )
        .await
    }

    /// Opens the page with exactly this much room. Firefox and WebKit have no window as narrow as a phone: there, it is a frame.
    pub async fn open_at(&self, width: u32, height: u32) -> Outcome {
        if self.engine == Engine::Chromium {
            self.window(width, height).await?;
            self.open_raw().await?;
        } else {
            self.window(width.max(700), height).await?;
            self.open_frame(width, height, None).await?;
        }
        self.ready().await?;
        let size = self
            .js("return [innerWidth, innerHeight]", json!([]))
            .await?;
        same!(size, json!([width, height]), "the room for the page");
        Ok(())
    }

    /// Opens the page in a frame, and goes into it.
    pub async fn open_frame(&self, width: u32, height: u32, sandbox: Option<&str>) -> Outcome {
        self.client
            .goto(&self.site.framed(width, height, sandbox))
            .await?;
        Ok(self.client.enter_frame(0).await?)
    }

    /// Makes the page's own room this large, as far as the engine goes.
    pub async fn window(&self, width: u32, height: u32) -> Outcome {
        let frame = match self.engine {
            Engine::Chromium if !self.windows => 0,
            Engine::Chromium => 143,
            Engine::Firefox => 86,
            Engine::Webkit => 38,
        };
        Ok(self
            .client
            .set_window_rect(0, 0, width, height + frame)
            .await?)
    }

    /// Lets go the files that are held, and waits for the widget.
    pub async fn let_in(&self) -> Outcome {
        self.site.release();
        self.ready().await
    }

    /// Waits until the widget has taken over.
    pub async fn ready(&self) -> Outcome {
        self.ready_within(PATIENCE).await
    }

    /// The same, for a page that takes its time.
    pub async fn ready_within(&self, patience: Duration) -> Outcome {
        self.wait_for(
            patience,
            "the widget to be ready",
            "return host?.dataset.state === 'ready' && Boolean(root())",
        )
        .await
    }

    /// Loads the page again, as a reader would, and waits until the widget is there.
    pub async fn reload(&self) -> Outcome {
        self.client.refresh().await?;
        self.ready().await
    }

    // Scripts

    /// Runs a script that finds the reader's names; `args` is an array, in `arguments`.
    pub async fn js(&self, code: &str, args: Value) -> Outcome<Value> {
        let args = match args {
            Value::Array(list) => list,
            other => vec![other],
        };
        Ok(self
            .client
            .execute(&format!("{READER}\n{code}"), args)
            .await?)
    }

    /// Waits until a widget that is there has heard of the second copy of its answers.
    async fn second_copy(&self) -> Outcome {
        self.wait(
            "the second copy to answer",
            "return shadow?.querySelector('.kept')?.textContent !== '\\u00a0'",
        )
        .await
    }

    /// Forgets all that this origin has stored, as on another device: both copies of every record.
    pub async fn forget(&self) -> Outcome {
        // One that is still on its way would come after.
        self.second_copy().await?;
        self.js_async(
            "localStorage.clear();
             await new Promise((done, failed) => {
               const asked = indexedDB.deleteDatabase('unstuck');
               asked.onsuccess = done;
               asked.onerror = () => failed(asked.error);
             })",
            json!([]),
        )
        .await?;
        Ok(())
    }

    /// Runs an asynchronous script; its `return` is the outcome.
    pub async fn js_async(&self, code: &str, args: Value) -> Outcome<Value> {
        let args = match args {
            Value::Array(list) => list,
            other => vec![other],
        };
        let script = format!(
            "{READER}\nconst answer = arguments[arguments.length - 1];\n\
             (async (...arguments_) => {{ {} }})(...arguments).then((value) => answer({{ value: value ?? null }}), \
             (why) => answer({{ fail: String(why && why.message || why) }}));",
            code.replace("arguments[", "arguments_[")
        );
        let answer = self.client.execute_async(&script, args).await?;
        match answer.get("fail").and_then(Value::as_str) {
            Some(why) => Err(why.to_owned().into()),
            None => Ok(answer.get("value").cloned().unwrap_or_default()),
        }
    }

    /// Waits until the script returns something true.
    pub async fn wait(&self, what: &str, code: &str) -> Outcome {
        self.wait_for(PATIENCE, what, code).await
    }

    pub async fn wait_for(&self, patience: Duration, what: &str, code: &str) -> Outcome {
        let until = Instant::now() + patience;
        loop {
            // While a document is replaced there is nothing to run a script in.
            let held = self.js(code, json!([])).await;
            if held.as_ref().is_ok_and(|value| *value == json!(true)) {
                return Ok(());
            }
            if Instant::now() > until {
                return Err(format!("waited {patience:?} for {what}; last: {held:?}").into());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    // Reading

    pub async fn screen(&self) -> Outcome<Screen> {
        screen_of(&self.js("return state()", json!([])).await?)
    }

    /// The text of what the widget shows, spaces made one.
    pub async fn text(&self) -> Outcome<String> {
        string(
            self.js("return plain(root()?.innerText)", json!([]))
                .await?,
        )
    }

    pub async fn focus(&self) -> Outcome<Focus> {
        let found = self.js("return focus()", json!([])).await?;
        let text = |name: &str| found.get(name).and_then(Value::as_str).map(str::to_owned);
        Ok(Focus {
            inside: found["inside"] == json!(true),
            tag: text("tag").unwrap_or_default(),
            action: text("action"),
            id: text("id"),
            text: text("text").unwrap_or_default(),
        })
    }

    pub async fn ticks(&self) -> Outcome<BTreeMap<String, bool>> {
        Ok(serde_json::from_value(
            self.js("return ticks()", json!([])).await?,
        )?)
    }

    /// The progress as stored, once the store has caught up with the screen; without its empty parts, so that nothing stored
    /// and nothing said are the same.
    pub async fn progress(&self) -> Outcome<Value> {
        self.js_async(
            "const prune = (v) => {
               if (!v || typeof v !== 'object') return v;
               if (Array.isArray(v)) return v.length ? v : null;
               const full = Object.entries(v).map(([name, part]) => [name, prune(part)]).filter(([, part]) => part !== null);
               return full.length ? Object.fromEntries(full) : null;
             };
             const fresh = () => stored() === null && !state()?.seq && { progress: null };
             const kept = await until(() => { const r = record(); return (r && r.seq === state()?.seq && r) || fresh(); });
             if (!kept) throw new Error(`the stored record does not follow the screen: data-seq ${state()?.seq}, stored ${stored()}`);
             return prune(kept.progress);",
            json!([]),
        )
        .await
    }

    /// The stored record's very text.
    pub async fn stored(&self, key: &str) -> Outcome<Option<String>> {
        Ok(self
            .js("return localStorage.getItem(arguments[0])", json!([key]))
            .await?
            .as_str()
            .map(str::to_owned))
    }

    pub async fn snapshot(&self) -> Outcome<Snapshot> {
        let progress = self.progress().await?;
        let mut shot = self.snapshot_unstored().await?;
        shot.progress = progress;
        Ok(shot)
    }

    /// A snapshot where nothing can be stored.
    pub async fn snapshot_unstored(&self) -> Outcome<Snapshot> {
        // What is said of the keeping comes a moment after the answer.
        self.second_copy().await?;
        let text = self.text().await?;
        Ok(Snapshot {
            screen: self.screen().await?,
            ticks: self.ticks().await?,
            // "since 10:14" and "took 2 minutes" may tell another number a moment later.
            text: text.chars().filter(|c| !c.is_ascii_digit()).collect(),
            progress: Value::Null,
        })
    }

    /// The names of the events so far, without their prefix.
    pub async fn events(&self) -> Outcome<Vec<String>> {
        Ok(serde_json::from_value(
            self.js("return __seen.events.map((e) => e.name)", json!([]))
                .await?,
        )?)
    }

    /// What the page complained of so far.
    pub async fn errors(&self) -> Outcome<Vec<String>> {
        Ok(serde_json::from_value(
            self.js("return window.__seen?.errors ?? []", json!([]))
                .await?,
        )?)
    }

    // The article's word on its guide

    /// The title of a fix.
    pub async fn title(&self, fix: &str) -> Outcome<String> {
        string(
            self.js("return plain(document.querySelector(`section[data-unstuck-id=\"${arguments[0]}\"] h2`)?.textContent)", json!([fix]))
                .await?,
        )
    }

    pub async fn dev_tools(&self, command: &str, params: Value) -> Outcome<Value> {
        driver::dev_tools(&self.client, command, params).await
    }

    /// For the message of a failure: where the page stood.
    pub async fn evidence(&self) -> String {
        let state = self
            .js(
                "return { state: state(), host: host?.dataset.state ?? null, stored: JSON.stringify(stored())?.slice(0, 700) ?? null, errors: window.__seen?.errors ?? null, logged: window.__seen?.logged ?? null,
                   events: window.__seen?.events.map((e) => e.name).slice(-8) ?? null, focus: focus(), text: plain(root()?.innerText).slice(0, 300) }",
                json!([]),
            )
            .await;
        match state {
            Ok(state) => format!("  at: {state}"),
            Err(why) => format!("  at: unreadable ({why})"),
        }
    }
}

pub fn string(value: Value) -> Outcome<String> {
    value
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| format!("no text: {value}").into())
}

pub(super) fn screen_of(state: &Value) -> Outcome<Screen> {
    check!(state.is_object(), "the widget shows no screen");
    let text = |name: &str| state[name].as_str().unwrap_or_default().to_owned();
    Ok(Screen {
        kind: text("screen"),
        id: text("id"),
        fix: state["fix"].as_u64(),
        fixes: state["fixes"].as_u64(),
        notice: state["notice"].as_str().map(str::to_owned),
    })
}
