//! What the cases stand on: the run itself, browsers that go from one case to the next, a server of its own for each case.
//!
//! Not in here: anything about what a screen says.

mod actions;
pub mod driver;
pub mod names;
pub mod page;
pub mod server;
pub mod walker;

use std::collections::BTreeMap;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use driver::{Browser, Engine};
use libtest_mimic::{Arguments, Failed, Trial};
pub use page::Page;
pub use server::Site;

pub type Fail = Box<dyn std::error::Error + Send + Sync>;
pub type Outcome<T = ()> = Result<T, Fail>;

/// A case that hangs must not hang the run. Far above any that does not, on however busy a machine.
const CASE_LIMIT: Duration = Duration::from_secs(120);
/// After a case, so long the browser has to say where the page stood and to tidy up: it may be what hangs.
const AFTER_LIMIT: Duration = Duration::from_secs(10);
/// So many failed cases have a second try in Firefox and WebKit, each in a new browser. Where more fail, the page is at fault
/// and not the machine. Chromium has none: what fails there once is a race, in the page or in the case.
const SECOND_TRIES: usize = 8;
/// After so many cases WebKit is started anew: when it has seen hundreds of pages it takes twice the time for the next. The
/// others do not, and take longer to start.
const CASES_A_WEBKIT: usize = 50;
/// So many of the slowest cases are named at the end.
const SLOWEST: usize = 10;

/// Fails a case with a message, unless the condition holds.
#[macro_export]
macro_rules! check {
    ($holds:expr, $($why:tt)+) => {
        if !$holds {
            return Err(format!($($why)+).into());
        }
    };
}

/// Fails a case unless both values are equal, and shows both.
#[macro_export]
macro_rules! same {
    ($left:expr, $right:expr, $($why:tt)+) => {
        // A match keeps what the two borrow from alive.
        match (&$left, &$right) {
            (left, right) => {
                if left != right {
                    let why = format!($($why)+);
                    return Err(format!("{why}\n   found: {left:?}\n  wanted: {right:?}").into());
                }
            }
        }
    };
}

type Running = Pin<Box<dyn Future<Output = Outcome>>>;

/// Where a case runs without `UNSTUCK_FULL=1`, which runs every case in every engine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Its outcome depends on the engine: history, back/forward cache, storage, service worker, policies, loading of modules,
    /// focus, page life cycle, layout, faults.
    EveryEngine,
    /// Its outcome is the same in every engine: Chromium alone.
    #[default]
    Chromium,
    /// A native test shows the same, or another case goes the same way: nowhere.
    Full,
}

impl Scope {
    fn takes(self, engine: Engine) -> bool {
        match self {
            Self::EveryEngine => true,
            Self::Chromium => engine == Engine::Chromium,
            Self::Full => false,
        }
    }
}

pub struct Case {
    name: String,
    engines: &'static [Engine],
    scope: Scope,
    windows: bool,
    run: Box<dyn Fn(Page) -> Running + Send>,
}

/// A case that Chromium alone runs by default. It gets a page that is not yet opened, at a new origin: nothing is stored there.
pub fn case<F>(name: impl Into<String>, run: F) -> Case
where
    F: AsyncFnOnce(Page) -> Outcome + Clone + Send + 'static,
{
    Case {
        name: name.into(),
        engines: Engine::ALL,
        scope: Scope::default(),
        windows: false,
        run: Box::new(move |page| {
            let run = run.clone();
            Box::pin(async move { run(page).await })
        }),
    }
}

impl Case {
    /// Where it runs by default.
    pub fn scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// For what depends on the engine.
    pub fn in_every_engine(self) -> Self {
        self.scope(Scope::EveryEngine)
    }

    /// For what is shown elsewhere too: see [`Scope::Full`].
    pub fn in_full_runs(self) -> Self {
        self.scope(Scope::Full)
    }

    /// For what the other engines cannot do at all.
    pub fn only_in(mut self, engines: &'static [Engine]) -> Self {
        self.engines = engines;
        self
    }

    /// For what a browser without windows cannot do.
    pub fn with_windows(mut self) -> Self {
        self.windows = true;
        self
    }
}

struct Stage {
    runtime: tokio::runtime::Runtime,
    engine: Engine,
    dist: PathBuf,
    /// Browsers that no case has at the moment.
    idle: Mutex<Vec<Browser>>,
    /// Set when the browser would not start: no need to try for every case.
    broken: AtomicBool,
    /// Kept to the end: a port that stays taken is an origin that no other case meets, with all that it stored.
    sites: Mutex<Vec<Site>>,
    /// Second tries that are left.
    tries: AtomicUsize,
    /// What to say of the run at its end.
    summary: Mutex<Summary>,
}

#[derive(Default)]
struct Summary {
    times: Vec<(Duration, String)>,
    /// Cases that only passed at the second try, each with why it failed at the first.
    second: Vec<String>,
}

impl Stage {
    fn run(&self, case: &Case) -> Result<(), Failed> {
        let begun = Instant::now();
        let mut outcome = self.attempt(case);
        if let Err(first) = &outcome
            && !self.broken.load(Relaxed)
            && self
                .tries
                .fetch_update(Relaxed, Relaxed, |left| left.checked_sub(1))
                .is_ok()
        {
            let first = first.to_string();
            outcome = self.attempt(case);
            match &outcome {
                Ok(()) => hold(&self.summary).second.push(format!(
                    "second try: [{}] {} failed at the first: {first}",
                    self.engine.name(),
                    case.name
                )),
                Err(_) => eprintln!("the first of two tries of {}: {first}", case.name),
            }
        }
        hold(&self.summary)
            .times
            .push((begun.elapsed(), case.name.clone()));
        outcome.map_err(|fail| Failed::from(fail.to_string()))
    }

    fn attempt(&self, case: &Case) -> Outcome {
        self.runtime.block_on(async {
            let mut browser = self.browser(case.windows).await?;
            browser.seen += 1;
            let site = Site::start(&self.dist).await?;
            hold(&self.sites).push(site.clone());
            let page = Page::new(&browser, self.engine, site);
            let outcome = run_on(&page, case).await;
            page.site.release();
            // It may be the browser that failed: what follows has another.
            let alone =
                async || tokio::time::timeout(AFTER_LIMIT, page.close_other_windows()).await;
            if outcome.is_ok() && alone().await.is_ok() {
                hold(&self.idle).push(browser);
            } else {
                browser.close().await;
            }
            outcome
        })
    }

    /// A browser that no case has, or a new one.
    async fn browser(&self, windows: bool) -> Outcome<Browser> {
        let idle = hold(&self.idle).pop();
        if let Some(browser) = idle {
            let tired = self.engine == Engine::Webkit && browser.seen >= CASES_A_WEBKIT;
            if !tired && (browser.windows || !windows) {
                return Ok(browser);
            }
            browser.close().await;
        }
        if self.broken.load(Relaxed) {
            return Err("the browser would not start: see the first failure".into());
        }
        Browser::start(self.engine, windows)
            .await
            .inspect_err(|_| self.broken.store(true, Relaxed))
    }

    fn close(&self) {
        let idle = std::mem::take(&mut *hold(&self.idle));
        for browser in idle {
            self.runtime.block_on(browser.close());
        }
    }

    fn print_summary(&self) {
        let mut summary = hold(&self.summary);
        summary.times.sort();
        let all = std::env::var_os("UNSTUCK_GROUP_TIMES").is_some();
        if all {
            let mut groups: BTreeMap<&str, (usize, Duration)> = BTreeMap::new();
            for (time, name) in &summary.times {
                let group = name.split("::").next().unwrap_or_default();
                let sum = groups.entry(group).or_default();
                *sum = (sum.0 + 1, sum.1 + *time);
            }
            println!("by group:");
            for (group, (cases, time)) in groups {
                println!("  {:6.1} s, {cases:3} cases: {group}", time.as_secs_f32());
            }
        }
        if all || summary.times.len() > SLOWEST {
            println!("the slowest:");
            let shown = if all { usize::MAX } else { SLOWEST };
            for (time, name) in summary.times.iter().rev().take(shown) {
                println!("  {:5.1} s {name}", time.as_secs_f32());
            }
        }
        for line in &summary.second {
            println!("{line}");
        }
    }
}

/// Runs a case to its end, or to its limit; a failure says where the page stood.
async fn run_on(page: &Page, case: &Case) -> Outcome {
    let run = async {
        page.without_a_past().await?;
        (case.run)(page.clone()).await
    };
    let fail = match tokio::time::timeout(CASE_LIMIT, run).await {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(fail)) => fail.to_string(),
        Err(_) => format!("still running after {CASE_LIMIT:?}"),
    };
    let evidence = tokio::time::timeout(AFTER_LIMIT, page.evidence()).await;
    let evidence = evidence.unwrap_or_else(|_| "  at: the page does not answer".to_owned());
    let (asked, held) = (page.site.log(), page.site.held());
    Err(format!("{fail}\n{evidence}\n  asked for: {asked:?}\n  held: {held:?}").into())
}

fn hold<T>(what: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    what.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

pub fn run(mut cases: Vec<Case>) -> ExitCode {
    // Last what takes another browser.
    cases.sort_by_key(|case| case.windows);
    let mut args = Arguments::from_args();
    // As many browsers, each with one session and one case at a time.
    args.test_threads.get_or_insert(1);
    let stage = match stage() {
        Ok(stage) => Arc::new(stage),
        Err(fail) => {
            eprintln!("{fail}");
            return ExitCode::FAILURE;
        }
    };
    // What is asked for by name runs, whatever its scope.
    let all = std::env::var("UNSTUCK_FULL").is_ok_and(|set| set == "1") || args.filter.is_some();
    let trials = cases
        .into_iter()
        .filter(|case| case.engines.contains(&stage.engine))
        .filter(|case| all || case.scope.takes(stage.engine))
        .map(|case| {
            let stage = Arc::clone(&stage);
            let kind = stage.engine.name();
            Trial::test(case.name.clone(), move || stage.run(&case)).with_kind(kind)
        })
        .collect();
    let conclusion = libtest_mimic::run(&args, trials);
    stage.close();
    stage.print_summary();
    conclusion.exit_code()
}

fn stage() -> Outcome<Stage> {
    let engine = Engine::from_env()?;
    let dist = PathBuf::from(std::env::var_os("UNSTUCK_DIST").ok_or(
        "UNSTUCK_DIST is not set: the folder of the built page. `cargo xtask test` sets it.",
    )?);
    if !dist.join("index.html").is_file() {
        return Err(format!("UNSTUCK_DIST holds no index.html: {}", dist.display()).into());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    Ok(Stage {
        runtime,
        engine,
        dist,
        idle: Mutex::default(),
        broken: AtomicBool::new(false),
        sites: Mutex::new(Vec::new()),
        tries: AtomicUsize::new(second_tries(engine)),
        summary: Mutex::default(),
    })
}

fn second_tries(engine: Engine) -> usize {
    if engine == Engine::Chromium || std::env::var_os("UNSTUCK_ONE_TRY").is_some() {
        0
    } else {
        SECOND_TRIES
    }
}
