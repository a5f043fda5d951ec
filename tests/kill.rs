//! A browser with a real profile on disk is killed (SIGKILL to its whole process group) as soon as the widget says "Saved on
//! this device.", and started again: the same screen and the same answers are there. `cargo xtask kill` runs it.
//!
//! Belongs here: the browsers as a reader has them, without a driver: a page that answers by itself, and tells this program.
//! Does not: what becomes of the two copies in other ways (tests/browser/page/durable.rs, crates/core/tests/persistence).
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "a test that cannot go on has failed; and the driver's module holds more than is used here"
)]

#[path = "browser/harness/driver.rs"]
mod driver;

use std::path::{Path, PathBuf};
use std::process::{ExitCode, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use driver::Engine;
use serde_json::{Value, json};
use tokio::process::{Child, Command};
use tokio::sync::mpsc;
use tower_http::services::ServeDir;

pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A browser that has said nothing by then never will: a first start on a busy machine takes long.
const PATIENCE: Duration = Duration::from_secs(90);

/// Does what a reader does, and tells of it. `task` says how many answers to give; none is only to look.
const HAND: &str = r#"<script>
(async () => {
  const wait = () => new Promise((next) => setTimeout(next, 5));
  const until = async (holds) => { for (;;) { const value = holds(); if (value) return value; await wait(); } };
  const report = (what) => fetch('/-/report', { method: 'POST', body: JSON.stringify(what) });
  try {
    const task = await (await fetch('/-/task')).json();
    const host = await until(() => document.querySelector('unstuck-guide[data-state=ready]'));
    const root = () => host.shadowRoot.querySelector('[data-screen]');
    const kept = () => host.shadowRoot.querySelector('.kept')?.textContent;
    const press = async (names) => {
      const seq = root().dataset.seq;
      const all = names.flatMap((name) => [...host.shadowRoot.querySelectorAll(`[data-action=${name}]`)]);
      all[task.roll % all.length].click();
      return seq;
    };
    // The second copy may still be on its way: a browser that was killed takes its time to open its stores again.
    // Its answers are told before the screen is drawn.
    const found = () => ({ screen: root().dataset.screen, id: root().dataset.id, progress: JSON.stringify(host.progress) });
    const same = (found, said) => ['screen', 'id', 'progress'].every((name) => found[name] === said[name]);
    if (task.said) await until(() => same(found(), task.said) || performance.now() > 60000);
    for (let given = 0; given < task.answers; given++) {
      const ends = ['solved', 'exhausted'].includes(root().dataset.screen);
      if (ends) await press(['restart']);
      if (ends) await until(() => host.shadowRoot.querySelector('[data-action=restart-yes]'));
      const seq = await press(ends ? ['restart-yes'] : ['yes', 'no', 'unsure', 'confirm', 'not-solved', 'still-running', 'cannot']);
      await until(() => root().dataset.seq !== seq);
      if (ends) given--;
    }
    if (task.answers) await until(() => kept() === 'Saved on this device.');
    await report(found());
  } catch (error) {
    await report({ error: String(error?.stack ?? error) });
  }
})();
</script>"#;

#[derive(Clone)]
struct Site {
    dist: Arc<PathBuf>,
    task: Arc<Mutex<Value>>,
    /// What was asked for since the browser started.
    asked: Arc<Mutex<Vec<String>>>,
    report: mpsc::UnboundedSender<Value>,
}

async fn answer(State(site): State<Site>, request: Request) -> Response {
    site.asked.lock().unwrap().push(request.uri().to_string());
    match request.uri().path() {
        "/-/task" => {
            let task = site.task.lock().unwrap().to_string();
            ([(header::CONTENT_TYPE, "application/json")], task).into_response()
        }
        "/-/report" => {
            let body = axum::body::to_bytes(request.into_body(), 1 << 16).await;
            let report = body
                .ok()
                .and_then(|body| serde_json::from_slice(&body).ok());
            let _ = site.report.send(report.unwrap_or_default());
            "".into_response()
        }
        "/" => {
            let page = std::fs::read_to_string(site.dist.join("index.html")).unwrap_or_default();
            let page = page.replacen("<title", &format!("{HAND}<title"), 1);
            ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
        }
        _ => match ServeDir::new(site.dist.as_path()).try_call(request).await {
            Ok(response) => response.map(Body::new),
            Err(why) => why.to_string().into_response(),
        },
    }
}

/// A browser in a process group of its own.
fn start(engine: Engine, profile: &Path, display: &str, url: &str) -> Outcome<Child> {
    let first = |names: &[&str]| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path)
            .flat_map(|dir| names.iter().map(move |name| dir.join(name)))
            .find(|program| program.is_file())
            .ok_or_else(|| format!("none of {names:?} is on PATH"))
    };
    let mut command = match engine {
        Engine::Chromium => {
            let mut command =
                Command::new(first(&["chromium", "chromium-browser", "google-chrome"])?);
            command.args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // Nothing of ours: the profile's passwords are not to wait for a keyring.
                "--password-store=basic",
            ]);
            command.arg(format!("--user-data-dir={}", profile.display()));
            command
        }
        Engine::Firefox => {
            // A killed browser asks whether to come back as it was; here it is to open the page.
            std::fs::write(
                profile.join("user.js"),
                "user_pref('browser.sessionstore.resume_from_crash', false);\n\
                 user_pref('toolkit.startup.max_resumed_crashes', -1);\n\
                 user_pref('browser.shell.checkDefaultBrowser', false);\n\
                 user_pref('browser.aboutwelcome.enabled', false);\n\
                 user_pref('datareporting.policy.dataSubmissionEnabled', false);\n\
                 user_pref('app.update.enabled', false);\n",
            )?;
            let mut command = Command::new(first(&["firefox-esr", "firefox"])?);
            command
                .args(["--headless", "--no-remote", "--profile"])
                .arg(profile);
            command
        }
        Engine::Webkit => {
            let mut command = Command::new(driver::mini_browser()?);
            command
                .env("HOME", profile)
                .env("XDG_DATA_HOME", profile.join("data"))
                .env("XDG_CACHE_HOME", profile.join("cache"))
                .env("XDG_CONFIG_HOME", profile.join("config"))
                .env("DISPLAY", format!(":{display}"))
                .env_remove("WAYLAND_DISPLAY")
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                .env("LIBGL_ALWAYS_SOFTWARE", "1");
            command
        }
    };
    command
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .kill_on_drop(true);
    Ok(command.spawn()?)
}

/// SIGKILL to the browser and all that it has started.
async fn kill(mut browser: Child) -> Outcome {
    let group = browser.id().ok_or("the browser has ended by itself")?;
    let killed = std::process::Command::new("kill")
        .args(["-KILL", "--", &format!("-{group}")])
        .status()?;
    if !killed.success() {
        return Err("the browser could not be killed".into());
    }
    browser.wait().await?;
    Ok(())
}

async fn run(engine: Engine, times: u32) -> Outcome<u32> {
    let dist = std::env::var_os("UNSTUCK_DIST").ok_or("UNSTUCK_DIST is not set")?;
    let profile = std::env::temp_dir().join(format!(
        "unstuck-kill-{}-{}",
        engine.name(),
        std::process::id()
    ));
    std::fs::create_dir_all(&profile)?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let url = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
    let (report, mut hears) = mpsc::unbounded_channel();
    let site = Site {
        dist: Arc::new(dist.into()),
        task: Arc::default(),
        asked: Arc::default(),
        report,
    };
    let router = Router::new().fallback(answer).with_state(site.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let display = match engine {
        Engine::Webkit => Some(driver::tried(driver::virtual_display).await?),
        _ => None,
    };
    let number = display.as_ref().map_or("", |(_, number)| number);
    let mut once = async |task: Value| -> Outcome<Value> {
        *site.task.lock().unwrap() = task;
        site.asked.lock().unwrap().clear();
        // What a browser said that came too late is not this one's.
        while hears.try_recv().is_ok() {}
        let mut browser = start(engine, &profile, number, &url)?;
        let report = tokio::select! {
            report = tokio::time::timeout(PATIENCE, hears.recv()) => report,
            ended = browser.wait() => return Err(format!("the browser ended by itself: {}", ended?).into()),
        };
        kill(browser).await?;
        let report = report
            .map_err(|_| {
                format!(
                    "the page reported nothing; it asked for {:?}",
                    site.asked.lock().unwrap()
                )
            })?
            .unwrap_or_default();
        Ok(report)
    };
    // A browser that does not come up has lost nothing yet: it is started once more.
    let mut turn = async |task: Value| -> Outcome<Value> {
        let report = match once(task.clone()).await {
            Err(why) => {
                eprintln!("{}: started again: {why}", engine.name());
                once(task).await?
            }
            Ok(report) => report,
        };
        match report.get("error") {
            Some(error) => Err(error.to_string().into()),
            None => Ok(report),
        }
    };
    let mut kept = 0;
    for time in 0..times {
        // Another answer each time, and one to three of them: the later ones meet a copy that is still being written.
        let roll = u64::from(time).wrapping_mul(2_654_435_761) >> 7;
        let said = turn(json!({ "answers": 1 + roll % 3, "roll": roll })).await?;
        let found = turn(json!({ "answers": 0, "roll": 0, "said": said })).await?;
        if found == said {
            kept += 1;
        } else {
            eprintln!(
                "{} {time}: LOST\n   said: {said}\n  found: {found}",
                engine.name()
            );
        }
    }
    std::fs::remove_dir_all(&profile)?;
    println!(
        "{}: {kept} of {times} kept through a kill right after \"Saved\"",
        engine.name()
    );
    Ok(kept)
}

fn main() -> ExitCode {
    let times = std::env::var("UNSTUCK_KILLS")
        .ok()
        .and_then(|times| times.parse().ok())
        .unwrap_or(3);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let outcome = Engine::from_env().and_then(|engine| runtime.block_on(run(engine, times)));
    match outcome {
        Ok(kept) if kept == times => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
