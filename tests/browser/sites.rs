//! Real sites of real generators, routers and morphers, with the package installed from its tarball. Only on request: `cargo
//! xtask sites` builds them and names them in `UNSTUCK_SITES`. Each has the same checks, and one for each way in which it draws
//! its page again: those are in its `site.json`, and so are the checks in which a known fault shows (`fails`). Everything is served
//! as it was built.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::driver::{Engine, console};
use crate::harness::{Case, Outcome, Page, Site, case};
use crate::{check, same};

/// The pages of each site: what is in its address in `site.json`, and its heading. The last has no article.
const PAGES: [(&str, &str); 3] = [
    ("lamp", "The lamp stays dark"),
    ("door", "The doorbell stays silent"),
    ("plain", "About"),
];
/// The one without an article.
const PLAIN: usize = 2;
/// The checks, each with how many pages without an article it meets: there, one plain line on the console is no fault.
const CHECKS: [(&str, usize); 10] = [
    ("load", 0),
    ("navigate", 0),
    ("away", 0),
    ("same", 0),
    ("back", 0),
    ("back-visited", 0),
    ("leave", 2),
    ("state", 0),
    ("plain", 2),
    ("entered", 1),
];
/// For what can only come to nothing, such as a second widget.
const PATIENCE: Duration = Duration::from_secs(8);

/// Stands before the scripts of these cases.
const SCRIPT: &str = r#"
    const all = () => [...document.querySelectorAll("unstuck-guide")];
    // What there is to see, one line a widget: its screen and the title of its guide. One without a box is none.
    const widgets = () => all().filter((each) => shown(each)).map((each) =>
      `${each.dataset.state} ${each.shadowRoot?.querySelector("[data-screen]")?.dataset.fix} of ${each.report?.().split("\n")[0]}`);
    const path = (url) => new URL(url, location.href).pathname.replace(/(index)?(\.html)?\/?$/, "");
    const link = (to) => [...document.links].find((each) => each.checkVisibility() && path(each.href) === path(to));
    const at = (to, heading) => path(location.href) === path(to) &&
      [...document.querySelectorAll("h1")].some((each) => each.textContent.includes(heading));
    const idle = () => new Promise((done) => requestIdleCallback(done));
    const article = document.querySelector("article, .vp-doc");
    // The page as its server sends it.
    const served = async () => new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    // The entry's state without our marks.
    const host_state = () => history.state && typeof history.state === "object" && !Array.isArray(history.state)
      ? Object.fromEntries(Object.entries(history.state).filter(([name]) => !name.startsWith("unstuck"))) : history.state;
"#;

pub fn cases() -> Vec<Case> {
    let list = std::env::var("UNSTUCK_SITES").unwrap_or_default();
    let list: Vec<Value> = serde_json::from_str(&list).unwrap_or_default();
    list.iter().flat_map(of_site).collect()
}

fn of_site(about: &Value) -> Vec<Case> {
    let one_page = text(about, "door").is_empty();
    let mut checks: Vec<(&str, usize, &str)> = CHECKS
        .iter()
        .filter(|(check, _)| !one_page || *check == "load")
        .map(|(check, plain)| (*check, *plain, ""))
        .collect();
    for (redraw, code) in about["again"].as_object().into_iter().flatten() {
        checks.push((redraw, 0, code.as_str().unwrap_or_default()));
    }
    // A site whose articles hold the widget in several ways is tried on each of them.
    let both = about["both"] == json!(true);
    let mut cases = Vec::new();
    for (here, (start, _)) in PAGES.iter().enumerate().take(if both { 2 } else { 1 }) {
        for (check, plain, code) in &checks {
            let (check, plain, code) = ((*check).to_owned(), *plain, (*code).to_owned());
            let about = about.clone();
            let name = format!("site::{}::{start}::{check}", text(&about, "name"));
            let run = async move |page: Page| {
                let fault = json!(check);
                let known = about["fails"]
                    .as_array()
                    .is_some_and(|all| all.contains(&fault));
                let visit = Visit::start(&page, about, here).await?;
                let mut ended = visit.check(&check, &code).await;
                if ended.is_ok() {
                    ended = visit.quiet(plain).await;
                }
                if !known {
                    return ended;
                }
                check!(
                    ended.is_err(),
                    "a known fault holds again: take it out of site.json"
                );
                Ok(())
            };
            cases.push(case(name, run).only_in(&[Engine::Chromium]));
        }
    }
    cases
}

fn text(about: &Value, name: &str) -> String {
    about[name].as_str().unwrap_or_default().to_owned()
}

/// One reader on one site.
struct Visit {
    page: Page,
    about: Value,
    /// The page that is tried, as an index of `PAGES`.
    here: usize,
}

impl Visit {
    async fn start(page: &Page, about: Value, here: usize) -> Outcome<Self> {
        let site = Site::start(Path::new(&text(&about, "root"))).await?;
        site.whole();
        // A router may hold its links to the address that the site is built for.
        let map = std::fs::read_to_string(site.built().join("sitemap.xml")).unwrap_or_default();
        if !map.is_empty() {
            let map = map.replace("https://lamps.example", &site.origin());
            site.put("/sitemap.xml", "application/xml", map);
        }
        let page = page.of(site);
        console(&page.client).await?;
        // Wide: with their menus beside the text, and no link hidden.
        page.window(1300, 900).await?;
        Ok(Self { page, about, here })
    }

    /// Loads a page by its address.
    async fn open(&self, which: usize) -> Outcome {
        let address = text(&self.about, PAGES[which].0);
        Ok(self
            .page
            .client
            .goto(&format!("{}{address}", self.page.site.origin()))
            .await?)
    }

    async fn run(&self, code: &str, args: Value) -> Outcome<Value> {
        self.page.js_async(&format!("{SCRIPT}\n{code}"), args).await
    }

    async fn until(&self, what: &str, code: &str) -> Outcome {
        self.page
            .wait_for(PATIENCE, what, &format!("{SCRIPT}\n{code}"))
            .await
    }

    /// What the site itself does at a load or a visit is done: until then its router may not take its links.
    async fn settled(&self) -> Outcome {
        let settled = text(&self.about, "settled");
        let settled = if settled.is_empty() { "true" } else { &settled };
        self.until(
            "the site to be done",
            &format!("return document.readyState === 'complete' && {settled}"),
        )
        .await
    }

    /// Goes to a page by the site's own link.
    async fn follow(&self, which: usize) -> Outcome {
        self.settled().await?;
        self.run(
            "window.stays = true; link(arguments[0]).click()",
            json!([text(&self.about, PAGES[which].0)]),
        )
        .await?;
        self.arrived(which).await
    }

    async fn arrived(&self, which: usize) -> Outcome {
        self.settled().await?;
        let (page, heading) = PAGES[which];
        let address = text(&self.about, page);
        self.until(
            &format!("the page {page}"),
            &format!("return at({address:?}, {heading:?})"),
        )
        .await?;
        let loads = self.about["loads"] == json!(true);
        let stays = self.run("return window.stays === true", json!([])).await?;
        check!(loads || stays == json!(true), "{page} was loaded anew");
        Ok(())
    }

    /// One widget is to be seen, on this fix of this page's article; also once the page has nothing left to do, when what was
    /// there before may have been replaced, or another have come beside it.
    async fn once(&self, which: usize, fix: u64) -> Outcome {
        let wanted = json!([format!("ready {fix} of {}", PAGES[which].1)]).to_string();
        let only = format!("return JSON.stringify(widgets()) === {wanted:?} || widgets()");
        let what = format!("the only widget, {wanted}");
        self.until(&what, &only).await?;
        self.run("await idle()", json!([])).await?;
        self.until(&what, &only).await
    }

    /// Nothing is to be seen of any widget.
    async fn none(&self) -> Outcome {
        let seen = self.run(
            "await until(() => document.readyState === 'complete'); await idle(); return widgets()",
            json!([]),
        );
        same!(
            seen.await?,
            json!([]),
            "the widgets of a page without an article"
        );
        Ok(())
    }

    /// Answers the fix in vain.
    async fn answer(&self, next: u64) -> Outcome {
        let screen = self.page.act("not-solved").await?;
        same!(screen.fix, Some(next), "the fix after an answer");
        Ok(())
    }

    /// The browser's Back.
    async fn back(&self) -> Outcome {
        Ok(self.page.client.back().await?)
    }

    /// Nothing was said on the console, but for what the host says itself, and so many plain lines of ours.
    async fn quiet(&self, ours: usize) -> Outcome {
        let says = text(&self.about, "says");
        let mut lines = console(&self.page.client).await?;
        // Their articles have no name, which their author is told.
        lines.retain(|line| !line.contains("is not named"));
        lines.retain(|line| says.is_empty() || !line.contains(&says));
        let plain = |line: &String| line.contains("\"unstuck: ") && !line.contains("\\n");
        check!(
            lines.len() <= ours && lines.iter().all(plain),
            "on the console, where {ours} plain lines are allowed: {lines:#?}"
        );
        Ok(())
    }

    async fn check(&self, check: &str, redraw: &str) -> Outcome {
        match check {
            "load" => self.load().await,
            "navigate" => self.navigate().await,
            "away" => self.away().await,
            "same" => self.same().await,
            "back" => {
                self.begin().await?;
                self.walk_back().await
            }
            // The same where the router has put a mark of its own on the entry.
            "back-visited" => {
                self.open(1 - self.here).await?;
                self.follow(self.here).await?;
                self.walk_back().await
            }
            "leave" => self.leave().await,
            "state" => self.state().await,
            "plain" => self.plain().await,
            "entered" => self.entered().await,
            _ if !redraw.is_empty() => self.redraw(redraw).await,
            _ => Err(format!("there is no check {check}").into()),
        }
    }

    /// Opens the page that is tried.
    async fn begin(&self) -> Outcome {
        self.open(self.here).await?;
        self.once(self.here, 1).await
    }

    /// The walk goes on from here: what shows is not just a picture of it.
    async fn lives(&self, next: u64) -> Outcome {
        self.answer(next).await?;
        self.once(self.here, next).await
    }

    async fn load(&self) -> Outcome {
        self.begin().await?;
        self.answer(2).await?;
        self.page.reload().await?;
        self.once(self.here, 2).await?;
        self.lives(3).await
    }

    /// Each article has its own answers, and finds them again.
    async fn navigate(&self) -> Outcome {
        let (here, other) = (self.here, 1 - self.here);
        self.begin().await?;
        self.answer(2).await?;
        self.follow(other).await?;
        self.once(other, 1).await?;
        self.answer(2).await?;
        self.answer(3).await?;
        self.follow(here).await?;
        self.once(here, 2).await?;
        self.follow(other).await?;
        self.once(other, 3).await
    }

    /// Away by a link and back by the browser, twice: a router's cache has seen the widget by then.
    async fn away(&self) -> Outcome {
        let (here, other) = (self.here, 1 - self.here);
        self.begin().await?;
        self.answer(2).await?;
        for _ in 0..2 {
            self.follow(other).await?;
            self.once(other, 1).await?;
            self.back().await?;
            self.arrived(here).await?;
            self.once(here, 2).await?;
        }
        self.lives(3).await
    }

    /// A link to the page itself.
    async fn same(&self) -> Outcome {
        self.begin().await?;
        self.answer(2).await?;
        self.follow(self.here).await?;
        self.once(self.here, 2).await?;
        self.lives(3).await
    }

    /// Back in the walk is no visit of a page: nothing is asked for or replaced, and the focus is where it always is.
    async fn walk_back(&self) -> Outcome {
        self.once(self.here, 1).await?;
        self.answer(2).await?;
        self.answer(3).await?;
        self.run("all()[0].kept = article.kept = true", json!([]))
            .await?;
        let before = self.page.site.log();
        self.page.press("back", json!({})).await?;
        self.went_back(2).await?;
        self.back().await?;
        self.went_back(1).await?;
        same!(self.page.site.log(), before, "what was asked for meanwhile");
        let kept = self.run("return [all()[0].kept, article.kept]", json!([]));
        same!(
            kept.await?,
            json!([true, true]),
            "the element and the article from before"
        );
        Ok(())
    }

    async fn went_back(&self, fix: u64) -> Outcome {
        self.once(self.here, fix).await?;
        self.until(
            "focus on the widget's heading",
            "return focus().heading || focus()",
        )
        .await
    }

    /// Back beyond the first answer leads to the page before, Forward into the walk.
    async fn leave(&self) -> Outcome {
        self.begin().await?;
        self.follow(PLAIN).await?;
        self.follow(self.here).await?;
        self.once(self.here, 1).await?;
        self.answer(2).await?;
        self.answer(3).await?;
        for fix in [2, 1] {
            self.back().await?;
            self.once(self.here, fix).await?;
        }
        self.back().await?;
        self.arrived(PLAIN).await?;
        self.none().await?;
        self.page.client.forward().await?;
        self.arrived(self.here).await?;
        self.once(self.here, 1).await?;
        self.lives(2).await
    }

    /// What the host keeps in its entry's state is still there after a walk, and its router goes on from it.
    async fn state(&self) -> Outcome {
        let (here, other) = (self.here, 1 - self.here);
        self.begin().await?;
        self.follow(other).await?;
        self.follow(here).await?;
        self.once(here, 1).await?;
        let before = self.run("return host_state()", json!([])).await?;
        self.answer(2).await?;
        self.answer(3).await?;
        for fix in [2, 1] {
            self.back().await?;
            self.once(here, fix).await?;
        }
        let after = self.run("return host_state()", json!([])).await?;
        same!(after, before, "the state of the host's entry");
        self.answer(2).await?;
        self.follow(other).await?;
        self.once(other, 1).await?;
        self.back().await?;
        self.arrived(here).await?;
        self.once(here, 2).await
    }

    /// Nothing is shown where no article is, neither after a load nor after a visit from an article.
    async fn plain(&self) -> Outcome {
        self.open(PLAIN).await?;
        self.none().await?;
        self.begin().await?;
        self.follow(PLAIN).await?;
        self.none().await
    }

    /// From a page without an article to one with it.
    async fn entered(&self) -> Outcome {
        self.open(PLAIN).await?;
        self.none().await?;
        self.follow(self.here).await?;
        self.once(self.here, 1).await?;
        self.lives(2).await
    }

    /// The page is drawn again as this host does it; twice, as it does it often.
    async fn redraw(&self, code: &str) -> Outcome {
        self.begin().await?;
        self.answer(2).await?;
        for _ in 0..2 {
            self.run(code, json!([])).await?;
            self.once(self.here, 2).await?;
        }
        self.lives(3).await
    }
}
