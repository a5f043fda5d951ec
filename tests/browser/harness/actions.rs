//! The page object: acts on the widget as a reader does, and waits for what follows.
//!
//! Not in here: opening a page and reading it (`page.rs`).

use std::time::Instant;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::page::{PATIENCE, Screen, screen_of};
use super::{Fail, Outcome, Page};
use crate::check;

impl Page {
    /// Presses the control by script, and waits until the screen or its answers are others.
    pub async fn act(&self, action: &str) -> Outcome<Screen> {
        self.act_on(action, json!({})).await
    }

    pub async fn act_on(&self, action: &str, which: Value) -> Outcome<Screen> {
        let at = self
            .js_async(
                "const [action, which] = [arguments[0], arguments[1]];
                 const key = () => { const s = state(); return s && [s.screen, s.id, s.fix, s.seq].join(); };
                 let found = await until(() => controls(action, which)[0]);
                 if (!found) throw new Error(`no control ${action} ${JSON.stringify(which)} on ${JSON.stringify(state())}`);
                 const all = controls(action, which);
                 // Yes to a choice is its first option, which it is named by.
                 const first = all.filter((e) => e.dataset.id === state().id);
                 if (all.length > 1 && first.length === 1) found = first[0];
                 else if (all.length > 1) throw new Error(`several controls ${action} on ${JSON.stringify(state())}`);
                 const before = key();
                 found.click();
                 if (!(await until(() => key() && key() !== before)))
                   throw new Error(`${action} changed nothing on ${JSON.stringify(state())}`);
                 return state();",
                json!([action, which]),
            )
            .await?;
        screen_of(&at)
    }

    pub async fn act_all(&self, actions: &[&str]) -> Outcome<Screen> {
        for action in actions {
            self.act(action).await?;
        }
        self.screen().await
    }

    /// Waits until the screen that an answer brought has focus. That comes with its second frame, and would take it from whatever a case
    /// gives it to before.
    pub async fn heading_focused(&self) -> Outcome {
        self.wait("the next heading", "return focus().heading")
            .await
    }

    /// Presses a control that does not answer anything (overview, copy, ...): the caller waits for what it does.
    pub async fn press(&self, action: &str, which: Value) -> Outcome {
        self.js_async(
            "const found = await until(() => controls(arguments[0], arguments[1])[0]);
             if (!found) throw new Error(`no control ${arguments[0]} on ${JSON.stringify(state())}`);
             found.click();",
            json!([action, which]),
        )
        .await?;
        Ok(())
    }

    pub async fn has(&self, action: &str) -> Outcome<bool> {
        Ok(self
            .js("return controls(arguments[0]).length > 0", json!([action]))
            .await?
            == json!(true))
    }

    /// Ticks or unticks a step.
    pub async fn tick(&self, step: &str) -> Outcome {
        let before = self.ticks().await?.get(step).copied();
        let before = before.ok_or_else(|| Fail::from(format!("no step {step} to tick")))?;
        self.js(
            "shadow.querySelector(`[data-action=tick][data-id=\"${arguments[0]}\"]`).click()",
            json!([step]),
        )
        .await?;
        self.wait(
            &format!("the tick of {step}"),
            &format!("return ticks()[{step:?}] === {}", !before),
        )
        .await
    }

    /// Clicks with the engine's own pointer, and waits until the screen is another.
    pub async fn click(&self, action: &str) -> Outcome<Screen> {
        let before = self.js("return state()", json!([])).await?;
        // What comes sooner is the end of a double tap, and meant for the screen before.
        self.wait(
            "the reader to look at the screen",
            "return performance.now() - __seen.changed > 500",
        )
        .await?;
        self.touch(action).await?;
        let until = Instant::now() + PATIENCE;
        loop {
            let now = self.js("return state()", json!([])).await?;
            if now != before {
                return screen_of(&now);
            }
            if Instant::now() > until {
                return Err(format!("a click on {action} changed nothing on {before}").into());
            }
        }
    }

    /// Clicks with the engine's own pointer a control that does not answer anything: the caller waits for what it does.
    pub async fn touch(&self, action: &str) -> Outcome {
        // In the middle: at an edge something of the page's may lie over it. And once it keeps still: a new screen is brought to its
        // place with the second frame, however late that comes.
        let found = self
            .js_async(
                "const found = controls(arguments[0])[0];
                 found?.scrollIntoView({ block: 'center' });
                 for (let last, still = 0; found && still < 2; ) {
                   const { x, y } = found.getBoundingClientRect();
                   still = last === `${x} ${y}` ? still + 1 : 0;
                   last = `${x} ${y}`;
                   await new Promise(requestAnimationFrame);
                 }
                 return found",
                json!([action]),
            )
            .await?;
        let id = found
            .as_object()
            .and_then(|map| map.values().next())
            .and_then(Value::as_str)
            .ok_or_else(|| format!("no control {action} to click"))?;
        Ok(
            Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))
                .click()
                .await?,
        )
    }

    /// Types keys, one after the other.
    pub async fn keys(&self, keys: &[char]) -> Outcome {
        let mut typed = KeyActions::new("keyboard".to_owned());
        for &value in keys {
            typed = typed
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(typed).await?)
    }

    /// The browser's own Back (-1) and Forward (1).
    pub async fn history(&self, by: i32) -> Outcome<Screen> {
        let at = self
            .js_async(
                "const key = () => { const s = state(); return s && [s.screen, s.id, s.fix, s.seq].join(); };
                 const before = key();
                 history.go(arguments[0]);
                 if (!(await until(() => key() && key() !== before)))
                   throw new Error(`history.go(${arguments[0]}) changed nothing on ${JSON.stringify(state())}`);
                 return state();",
                json!([by]),
            )
            .await?;
        screen_of(&at)
    }

    /// Reopens an answer from the overview.
    pub async fn change(&self, kind: &str, id: &str) -> Outcome<Screen> {
        self.open_overview().await?;
        self.act_on("change", json!({ "id": id, "kind": kind }))
            .await
    }

    /// Opens the overview, or finds it beside the card where there is room.
    pub async fn open_overview(&self) -> Outcome {
        if !self.has("change").await? {
            self.press("overview", json!({})).await?;
        }
        self.wait(
            "the overview's list",
            "return controls('change').length > 0",
        )
        .await
    }

    /// Waits for a notice of the widget's.
    pub async fn notice(&self, name: &str) -> Outcome {
        self.wait(
            &format!("the notice {name}"),
            &format!("return state()?.notice === {name:?}"),
        )
        .await
    }

    /// Nothing went wrong in the page that it did not catch.
    pub async fn no_errors(&self) -> Outcome {
        let errors = self.errors().await?;
        check!(errors.is_empty(), "errors in the page: {errors:?}");
        check!(
            !self.events().await?.contains(&"error".to_owned()),
            "the widget reported unstuck-error"
        );
        Ok(())
    }
}
