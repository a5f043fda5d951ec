//! Starts a browser's driver on a free port, opens one session, and ends both.
//!
//! Not in here: installing anything (xtask does), and what is done in the session.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use super::Outcome;

/// So often a driver, a display or a browser is started before its failure counts: on a busy machine one may not come up.
const STARTS: u32 = 3;
/// Far above any start that succeeds.
const TO_START: Duration = Duration::from_secs(60);
const TO_CLOSE: Duration = Duration::from_secs(10);
/// What the driver itself gives a page to load and a script to end, in ms. Else, a page that hangs holds it for five minutes.
const TO_LOAD: u32 = 60_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    pub const ALL: &'static [Self] = &[Self::Chromium, Self::Firefox, Self::Webkit];

    pub fn from_env() -> Outcome<Self> {
        let wanted = std::env::var("UNSTUCK_ENGINE").unwrap_or_default();
        Self::ALL
            .iter()
            .copied()
            .find(|engine| engine.name() == wanted)
            .ok_or_else(|| {
                format!("UNSTUCK_ENGINE is {wanted:?}: set it to chromium, firefox or webkit.")
                    .into()
            })
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Chromium's headless shell, where xtask names it: the same engine in half of the processor's time. It keeps no page for
    /// its Back.
    fn without_windows(self) -> Option<String> {
        std::env::var("UNSTUCK_BROWSER")
            .ok()
            .filter(|_| self == Self::Chromium)
    }

    /// The driver's name on PATH, for a run by hand.
    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::Webkit => "WebKitWebDriver",
        }
    }

    fn capabilities(self, windows: bool) -> Outcome<Value> {
        let mut capabilities = match self {
            Self::Chromium => {
                let mut options = json!({ "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars",
                    "--force-device-scale-factor=1",
                ] });
                if let Some(binary) = self.without_windows().filter(|_| !windows) {
                    options["binary"] = binary.into();
                    // There, what V8 catches in WebAssembly by a signal ends the tab instead: it checks each access.
                    if let Some(args) = options["args"].as_array_mut() {
                        args.push("--disable-features=WebAssemblyTrapHandler".into());
                    }
                }
                json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
            }
            Self::Firefox => json!({ "moz:firefoxOptions": { "args": ["-headless"], "prefs": {
                // Tab reaches links and buttons alike, whatever the desktop says.
                "accessibility.tabfocus": 7,
                // An older worker steps aside once it has had nothing to do for so long (ms); 30 seconds by default.
                "dom.serviceWorkers.idle_timeout": 200,
                "app.update.enabled": false,
                // Painting is a sixth of a run at 60 a second, and nobody looks.
                "layout.frame_rate": 30,
            } } }),
            Self::Webkit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] },
            }),
        };
        capabilities["timeouts"] = json!({ "pageLoad": TO_LOAD, "script": TO_LOAD });
        Ok(capabilities)
    }
}

pub fn mini_browser() -> Outcome<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for libs in std::fs::read_dir("/usr/lib")?.flatten() {
        for entry in std::fs::read_dir(libs.path())
            .into_iter()
            .flatten()
            .flatten()
        {
            if entry
                .file_name()
                .to_string_lossy()
                .starts_with("webkit2gtk-4.")
            {
                found.push(entry.path().join("MiniBrowser"));
            }
        }
    }
    found.retain(|path| path.is_file());
    found.sort();
    found.pop().ok_or_else(|| {
        "MiniBrowser not found: install the Debian package webkit2gtk-driver.".into()
    })
}

/// Starts something, and again where it would not come up.
pub async fn tried<T>(start: impl AsyncFn() -> Outcome<T>) -> Outcome<T> {
    let mut tries = 1;
    loop {
        match start().await {
            Err(why) if tries < STARTS => eprintln!("start {tries} of {STARTS}: {why}"),
            ended => return ended,
        }
        tries += 1;
    }
}

pub struct Browser {
    pub client: Client,
    /// How many cases it has seen.
    pub seen: usize,
    /// Whether it is the whole browser: every engine's but Chromium's headless shell.
    pub windows: bool,
    driver: Child,
    display: Option<Child>,
}

impl Browser {
    /// Starts the whole browser, or one without windows where there is one.
    pub async fn start(engine: Engine, windows: bool) -> Outcome<Self> {
        tried(async || Self::start_once(engine, windows).await).await
    }

    async fn start_once(engine: Engine, windows: bool) -> Outcome<Self> {
        let windows = windows || engine.without_windows().is_none();
        let path = std::env::var_os("UNSTUCK_DRIVER").unwrap_or_else(|| engine.driver().into());
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut command = Command::new(&path);
        command
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .kill_on_drop(true);
        if std::env::var_os("UNSTUCK_DRIVER_LOG").is_none() {
            command.stderr(Stdio::null());
        }
        let mut display = None;
        if engine == Engine::Webkit {
            let (child, number) = virtual_display().await?;
            display = Some(child);
            command
                .env("DISPLAY", format!(":{number}"))
                .env_remove("WAYLAND_DISPLAY")
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                // Pages are painted without OpenGL, which has no card here either: a sixth less for the processor.
                .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
                // No page here lives long enough to gain from the last of the compilers of WebAssembly: a tenth less.
                .env("JSC_useOMGJIT", "0");
        }
        let mut driver = command.spawn().map_err(|why| {
            format!(
                "could not start the driver {}: {why}",
                Path::new(&path).display()
            )
        })?;
        answers(port, &mut driver).await?;

        let capabilities = match engine.capabilities(windows)? {
            Value::Object(map) => map,
            _ => unreachable!("capabilities are an object"),
        };
        let address = format!("http://127.0.0.1:{port}");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let session = builder.capabilities(capabilities).connect(&address);
        let why = match tokio::time::timeout(TO_START, session).await {
            Ok(Ok(client)) => {
                return Ok(Self {
                    client,
                    seen: 0,
                    windows,
                    driver,
                    display,
                });
            }
            Ok(Err(why)) => why.to_string(),
            Err(_) => format!("no session within {TO_START:?}"),
        };
        end(driver).await;
        Err(format!("{engine:?} would not start: {why}").into())
    }

    pub async fn close(self) {
        // Found while the driver is their parent: it ends a browser that a shell script started by ending the script.
        let started = descendants(&self.driver).await;
        // The browser first, by itself: then what it stores is whole.
        let _ = tokio::time::timeout(TO_CLOSE, self.client.close()).await;
        kill(&started).await;
        end(self.driver).await;
        if let Some(mut display) = self.display {
            let _ = display.kill().await;
        }
    }
}

/// Ends a driver with the browser that it has started, and the browser's own processes: one that is killed alone leaves them
/// behind, and a page in an endless loop goes on forever.
async fn end(mut driver: Child) {
    kill(&descendants(&driver).await).await;
    let _ = driver.kill().await;
}

/// The processes that a driver has started, and those that they have.
async fn descendants(driver: &Child) -> Vec<String> {
    let mut generation = driver.id().map(|id| id.to_string());
    let mut all = Vec::new();
    while let Some(parents) = generation.take() {
        let found = Command::new("pgrep").args(["-P", &parents]).output().await;
        let found = found.map(|found| String::from_utf8_lossy(&found.stdout).into_owned());
        let children: Vec<String> = found
            .iter()
            .flat_map(|found| found.split_whitespace())
            .map(str::to_owned)
            .collect();
        generation = (!children.is_empty()).then(|| children.join(","));
        all.extend(children);
    }
    all
}

async fn kill(processes: &[String]) {
    if !processes.is_empty() {
        let mut kill = Command::new("kill");
        kill.arg("-KILL").args(processes).stderr(Stdio::null());
        let _ = kill.status().await;
    }
}

/// WebKit's driver hangs without a display. The server itself picks a free number, and dies with its one parent.
pub async fn virtual_display() -> Outcome<(Child, String)> {
    let mut child = Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x1200x24",
            "-nolisten",
            "tcp",
            // Else it begins anew when its last window closes, and turns away a browser that starts meanwhile.
            "-noreset",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|why| format!("could not start Xvfb (Debian package xvfb): {why}"))?;
    let pipe = child.stdout.take().ok_or("Xvfb has no output")?;
    let mut number = String::new();
    tokio::time::timeout(TO_START, BufReader::new(pipe).read_line(&mut number))
        .await
        .map_err(|_| format!("Xvfb named no display within {TO_START:?}"))??;
    match number.trim() {
        "" => Err("Xvfb ended without naming a display".into()),
        number => Ok((child, number.to_owned())),
    }
}

async fn answers(port: u16, driver: &mut Child) -> Outcome {
    let until = Instant::now() + TO_START;
    loop {
        if tokio::net::TcpStream::connect(("127.0.0.1", port))
            .await
            .is_ok()
        {
            return Ok(());
        }
        if let Some(status) = driver.try_wait()? {
            return Err(format!("the driver ended at once: {status}").into());
        }
        if Instant::now() > until {
            return Err(format!("the driver did not answer within {TO_START:?}").into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A command that the client has no word for: its path below the session's, and what is posted there; without, it is asked for.
#[derive(Debug)]
struct Raw {
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}

/// A command of Chromium's own protocol.
pub async fn dev_tools(client: &Client, command: &str, params: Value) -> Outcome<Value> {
    let raw = Raw {
        path: "goog/cdp/execute".to_owned(),
        body: Some(json!({ "cmd": command, "params": params })),
    };
    Ok(client.issue_cmd(raw).await?)
}

/// What the engine itself calls an element by, for assistive technology: `element` as a script returns it.
pub async fn computed_label(client: &Client, element: &Value) -> Outcome<String> {
    let id = element.as_object().and_then(|map| map.values().next());
    let id = id.and_then(Value::as_str).ok_or("no element")?;
    let raw = Raw {
        path: format!("element/{id}/computedlabel"),
        body: None,
    };
    let label = client.issue_cmd(raw).await?;
    Ok(label.as_str().unwrap_or_default().to_owned())
}

/// Chromium's console since the last look, failed requests included.
pub async fn console(client: &Client) -> Outcome<Vec<String>> {
    let raw = Raw {
        path: "se/log".to_owned(),
        body: Some(json!({ "type": "browser" })),
    };
    let answer = client.issue_cmd(raw).await?;
    let lines = answer.as_array().into_iter().flatten();
    Ok(lines
        .map(|line| format!("{}: {}", line["level"], line["message"]))
        .collect())
}
