//! What the cases stand on: the run itself, one browser session for all cases of an engine, a server of its own for each case.
//!
//! Not in here: anything about what a screen says.

pub mod driver;
pub mod page;
pub mod server;
pub mod walker;

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use driver::{Browser, Engine};
use libtest_mimic::{Arguments, Failed, Trial};
pub use page::Page;
pub use server::Site;

pub type Fail = Box<dyn std::error::Error + Send + Sync>;
pub type Outcome<T = ()> = Result<T, Fail>;

/// A case that hangs must not hang the run.
const CASE_LIMIT: Duration = Duration::from_secs(60);

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

pub struct Case {
    name: String,
    engines: &'static [Engine],
    run: Box<dyn FnOnce(Page) -> Running + Send>,
}

/// A case for all engines. It gets a page that is not yet opened, at a new origin: nothing is stored there.
pub fn case<F>(name: impl Into<String>, run: F) -> Case
where
    F: AsyncFnOnce(Page) -> Outcome + Send + 'static,
{
    Case {
        name: name.into(),
        engines: Engine::ALL,
        run: Box::new(move |page| Box::pin(async move { run(page).await })),
    }
}

impl Case {
    pub fn only_in(mut self, engines: &'static [Engine]) -> Self {
        self.engines = engines;
        self
    }
}

struct Stage {
    runtime: tokio::runtime::Runtime,
    engine: Engine,
    dist: PathBuf,
    browser: Mutex<Option<Browser>>,
    /// Set when the browser would not start: no need to try for every case.
    broken: AtomicBool,
    /// Kept to the end: a port that stays taken is an origin that no other case meets, with all that it stored.
    sites: Mutex<Vec<Site>>,
}

impl Stage {
    fn run(&self, case: Case) -> Result<(), Failed> {
        let mut browser = self
            .browser
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let outcome: Outcome = self.runtime.block_on(async {
            let live = match browser.as_mut() {
                Some(live) => live,
                None if self.broken.load(Relaxed) => {
                    return Err("the browser would not start: see the first failure".into());
                }
                None => match Browser::start(self.engine).await {
                    Ok(started) => browser.insert(started),
                    Err(why) => {
                        self.broken.store(true, Relaxed);
                        return Err(why);
                    }
                },
            };
            let site = Site::start(&self.dist).await?;
            self.sites
                .lock()
                .unwrap_or_else(|poisoned| poisoned.into_inner())
                .push(site.clone());
            let page = Page::new(live.client.clone(), self.engine, site);
            let ended = tokio::time::timeout(CASE_LIMIT, (case.run)(page.clone())).await;
            match ended {
                Ok(Ok(())) => Ok(()),
                Ok(Err(fail)) => Err(format!("{fail}\n{}", page.evidence().await).into()),
                Err(_) => Err(format!(
                    "still running after {CASE_LIMIT:?}\n{}",
                    page.evidence().await
                )
                .into()),
            }
        });
        outcome.map_err(|fail| Failed::from(fail.to_string()))
    }

    fn close(&self) {
        let taken = self
            .browser
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .take();
        if let Some(browser) = taken {
            self.runtime.block_on(browser.close());
        }
    }
}

pub fn run(cases: Vec<Case>) -> ExitCode {
    let mut args = Arguments::from_args();
    // One browser, one session: one case at a time.
    args.test_threads = Some(1);
    let stage = match stage() {
        Ok(stage) => Arc::new(stage),
        Err(fail) => {
            eprintln!("{fail}");
            return ExitCode::FAILURE;
        }
    };
    let trials = cases
        .into_iter()
        .filter(|case| case.engines.contains(&stage.engine))
        .map(|case| {
            let stage = Arc::clone(&stage);
            let kind = stage.engine.name();
            Trial::test(case.name.clone(), move || stage.run(case)).with_kind(kind)
        })
        .collect();
    let conclusion = libtest_mimic::run(&args, trials);
    stage.close();
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
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    Ok(Stage {
        runtime,
        engine,
        dist,
        browser: Mutex::new(None),
        broken: AtomicBool::new(false),
        sites: Mutex::new(Vec::new()),
    })
}
