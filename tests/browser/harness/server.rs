//! A static host for one case: serves the built page, keeps a log of what was asked for, and fails on demand.
//!
//! Not in here: anything about the widget. What is put into the page's head is plain eavesdropping.

mod held;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

pub use self::held::LET_GO;
use super::{Outcome, hold};
use crate::check;

/// What notes what happens in a page. A page whose policy forbids what stands in its text takes it as a file.
pub const RECORDER: &str = include_str!("recorder.js");
/// By this a case's policy allows what the harness puts into the page's text.
const NONCE: &str = "harness";

/// What goes wrong with the files whose path ends so.
#[derive(Clone, Debug)]
pub enum Fault {
    Status(u16),
    /// Not answered until [`Site::release`], or for as long as the case runs.
    Held,
    Mime(&'static str),
    Bytes(&'static [u8]),
    /// As a host answers that gives its page for whatever it does not know.
    Page,
    /// No other origin may read it.
    NoCors,
    /// Half of the file, then nothing: the connection breaks.
    Cut,
}

#[derive(Default)]
struct Rules {
    prefix: String,
    faults: Vec<(String, Fault)>,
    head: Vec<String>,
    edits: Vec<(String, String)>,
    header: Vec<(header::HeaderName, HeaderValue)>,
    article: Option<String>,
    strip_scripts: bool,
    /// Files that are not the built page's: path, type, content.
    files: Vec<(String, String, Vec<u8>)>,
    /// What is served is byte for byte what was built, its worker with it.
    whole: bool,
    /// In the place of the built page: that of another version.
    other: Option<PathBuf>,
    /// So many more files, then the server stops.
    left: Option<usize>,
}

#[derive(Clone)]
pub struct Site {
    port: u16,
    dist: Arc<PathBuf>,
    rules: Arc<Mutex<Rules>>,
    log: Arc<Mutex<Vec<String>>>,
    /// Each request's address and headers, as one text.
    heard: Arc<Mutex<String>>,
    /// Lets go the requests that are held.
    let_go: Arc<Notify>,
    /// Whether the server runs. Once it is told to stop it refuses connections, and those that are open end.
    up: Arc<watch::Sender<bool>>,
    running: Arc<tokio::sync::Mutex<Option<JoinHandle<()>>>>,
}

impl Site {
    pub async fn start(dist: &Path) -> Outcome<Self> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let site = Self {
            port: listener.local_addr()?.port(),
            dist: Arc::new(dist.to_owned()),
            rules: Arc::default(),
            log: Arc::default(),
            heard: Arc::default(),
            let_go: Arc::default(),
            up: Arc::new(watch::Sender::new(true)),
            running: Arc::default(),
        };
        site.script(RECORDER);
        site.serve(listener).await;
        Ok(site)
    }

    async fn serve(&self, listener: tokio::net::TcpListener) {
        let router = Router::new().fallback(answer).with_state(self.clone());
        let mut up = self.up.subscribe();
        let stopped = async move {
            let _ = up.wait_for(|up| !up).await;
        };
        let server = axum::serve(listener, router).with_graceful_shutdown(stopped);
        *self.running.lock().await = Some(tokio::spawn(async move {
            let _ = server.await;
        }));
    }

    /// Another origin with the same files, as a CDN is to a page.
    pub async fn other(&self) -> Outcome<Self> {
        Self::start(&self.dist).await
    }

    /// Waits until a file whose path ends so was asked for.
    pub async fn asked_for(&self, ending: &str, patience: Duration) -> Outcome {
        let until = Instant::now() + patience;
        while !self.log().iter().any(|path| path.ends_with(ending)) {
            check!(
                Instant::now() < until,
                "{ending} was never asked for: {:?}",
                self.log()
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    /// Stops the server: nobody listens at its port when this returns.
    pub async fn stop(&self) -> Outcome {
        self.up.send_replace(false);
        self.release();
        if let Some(running) = self.running.lock().await.take() {
            tokio::time::timeout(Duration::from_secs(20), running).await??;
        }
        Ok(())
    }

    /// Starts it again at the same port.
    pub async fn start_again(&self) -> Outcome {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", self.port)).await?;
        hold(&self.rules).left = None;
        self.up.send_replace(true);
        self.serve(listener).await;
        Ok(())
    }

    /// Stops the server once it has answered for so many more files.
    pub fn stop_after(&self, files: usize) {
        hold(&self.rules).left = Some(files);
    }

    /// Serves what was built byte for byte, with the worker that holds it to that. Else the page comes with what the cases
    /// put into it, and without its worker.
    pub fn whole(&self) {
        hold(&self.rules).whole = true;
    }

    /// Serves the page in this folder in the place of the built one.
    pub fn version(&self, folder: &Path) {
        hold(&self.rules).other = Some(folder.to_owned());
    }

    /// Where the built page lies.
    pub fn built(&self) -> PathBuf {
        self.dist.as_path().to_owned()
    }

    /// Where the page lies that is served.
    pub fn folder(&self) -> PathBuf {
        let other = hold(&self.rules).other.clone();
        other.unwrap_or_else(|| self.dist.as_path().to_owned())
    }

    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The page's address.
    pub fn page(&self) -> String {
        format!("{}{}/", self.origin(), hold(&self.rules).prefix)
    }

    /// An empty page of the same origin.
    pub fn blank(&self) -> String {
        format!("{}/-/blank", self.origin())
    }

    /// A page that holds the page in a frame of this size; `sandbox` is the frame's attribute, if any.
    pub fn framed(&self, width: u32, height: u32, sandbox: Option<&str>) -> String {
        format!(
            "{}/-/frame?{width},{height},{}",
            self.origin(),
            sandbox.map_or("-".to_owned(), |s| s.replace(' ', "+"))
        )
    }

    /// Serves the page under this path, and nothing of it elsewhere.
    pub fn under(&self, prefix: &str) {
        hold(&self.rules).prefix = prefix.to_owned();
    }

    pub fn fault(&self, ending: &str, fault: Fault) {
        hold(&self.rules).faults.push((ending.to_owned(), fault));
    }

    /// Takes the faults away. Who waits for what is held goes on waiting.
    pub fn heal(&self) {
        let mut rules = hold(&self.rules);
        rules.faults.clear();
        rules.header.clear();
    }

    /// Takes away the files of the case's own.
    pub fn clear(&self) {
        hold(&self.rules).files.clear();
    }

    /// The one file of the built page whose name begins and ends so.
    pub fn file(&self, start: &str, end: &str) -> Outcome<String> {
        std::fs::read_dir(self.dist.as_path())?
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .find(|name| name.starts_with(start) && name.ends_with(end))
            .ok_or_else(|| format!("the built page has no file {start}…{end}").into())
    }

    /// What a file of the built page holds.
    pub fn bytes(&self, name: &str) -> Outcome<Vec<u8>> {
        Ok(std::fs::read(self.dist.join(name))?)
    }

    /// Puts this first into the page's head: it runs before anything of the page.
    pub fn head(&self, html: &str) {
        hold(&self.rules).head.push(html.to_owned());
    }

    /// Puts this script first into the page's head.
    pub fn script(&self, code: &str) {
        self.head(&format!("<script nonce={NONCE}>{code}</script>"));
    }

    /// Serves a file of the case's own; an empty type is none. A later one of the same path takes its place.
    pub fn put(&self, path: &str, mime: &str, content: impl Into<Vec<u8>>) {
        let mut rules = hold(&self.rules);
        rules.files.retain(|(known, ..)| known != path);
        rules
            .files
            .push((path.to_owned(), mime.to_owned(), content.into()));
    }

    /// Serves a page of the case's own, with what the page's head gets.
    pub fn put_page(&self, path: &str, html: &str) {
        let head = hold(&self.rules).head.concat();
        let html = html.replacen("<head>", &format!("<head>{head}"), 1);
        self.put(path, "text/html; charset=utf-8", html);
    }

    /// Changes the page's text as it is served.
    pub fn edit(&self, from: &str, to: &str) {
        hold(&self.rules)
            .edits
            .push((from.to_owned(), to.to_owned()));
    }

    pub fn header(&self, name: header::HeaderName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            hold(&self.rules).header.push((name, value));
        }
    }

    /// Serves the page with this article, and the element in it, in the place of its own.
    pub fn article(&self, html: &str) {
        hold(&self.rules).article = Some(html.to_owned());
    }

    /// Serves the page as a proxy that takes out all scripts would.
    pub fn strip_scripts(&self) {
        let mut rules = hold(&self.rules);
        rules.strip_scripts = true;
        rules.head.clear();
    }

    /// All that was said to the server so far: addresses and headers.
    pub fn heard(&self) -> String {
        hold(&self.heard).clone()
    }

    /// The paths asked for so far.
    pub fn log(&self) -> Vec<String> {
        hold(&self.log).clone()
    }
}

async fn answer(State(site): State<Site>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    hold(&site.heard).push_str(&format!("{} {:?}\n", request.uri(), request.headers()));
    if let Some(own) = path.strip_prefix("/-/") {
        return own_page(&site, own, request.uri().query().unwrap_or_default());
    }
    hold(&site.log).push(path.clone());
    // From before the faults are read: what is let go meanwhile must not wait.
    let let_go = site.let_go.notified();
    // Whether it can be reached is all that a HEAD asks.
    let counted = request.method() == Method::GET;
    let over = match &mut hold(&site.rules).left {
        _ if !counted => false,
        Some(0) => true,
        Some(left) => {
            *left -= 1;
            false
        }
        None => false,
    };
    if over {
        site.up.send_replace(false);
        return broken(b"");
    }
    let (prefix, fault, extra, whole) = {
        let rules = hold(&site.rules);
        let fault = rules
            .faults
            .iter()
            .find(|(ending, _)| path.ends_with(ending.as_str()))
            .map(|(_, fault)| fault.clone());
        (
            rules.prefix.clone(),
            fault,
            rules.header.clone(),
            rules.whole,
        )
    };
    let Some(inner) = path
        .strip_prefix(&prefix)
        .filter(|rest| rest.starts_with('/'))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let own = hold(&site.rules)
        .files
        .iter()
        .find(|(path, ..)| path == inner)
        .cloned();
    let mut mime = None;
    let mut cors = true;
    match fault {
        Some(Fault::Status(code)) => {
            return StatusCode::from_u16(code)
                .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
                .into_response();
        }
        Some(Fault::Held) => let_go.await,
        Some(Fault::Cut) => {
            let bytes = std::fs::read(site.folder().join(inner.trim_start_matches('/')));
            return broken(&bytes.unwrap_or_default());
        }
        Some(Fault::Mime(kind)) => mime = Some(kind),
        Some(Fault::Page) => {
            return axum::response::Html("<!doctype html><title>Home</title>").into_response();
        }
        Some(Fault::NoCors) => cors = false,
        Some(Fault::Bytes(bytes)) => {
            return ([(header::CONTENT_TYPE, "application/wasm")], bytes).into_response();
        }
        None => {}
    }
    let mut response = if let Some((_, mime, content)) = own {
        let mut response = content.into_response();
        response.headers_mut().remove(header::CONTENT_TYPE);
        if let Ok(mime) = HeaderValue::from_str(&mime)
            && !mime.is_empty()
        {
            response.headers_mut().insert(header::CONTENT_TYPE, mime);
        }
        response
    } else if inner == "/" {
        document(&site, "index.html")
    } else if inner.ends_with(".html") && !inner.starts_with("/guides/") && !whole {
        document(&site, inner.trim_start_matches('/'))
    } else {
        *request.uri_mut() = inner.parse().unwrap_or_default();
        match ServeDir::new(site.folder()).try_call(request).await {
            Ok(response) => response.map(Body::new),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => {
                StatusCode::NOT_FOUND.into_response()
            }
            Err(why) => (StatusCode::INTERNAL_SERVER_ERROR, why.to_string()).into_response(),
        }
    };
    let headers = response.headers_mut();
    // A frame without an origin of its own must still get the page's files.
    if cors {
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        );
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(kind) = mime {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    for (name, value) in extra {
        headers.insert(name, value);
    }
    response
}

fn document(site: &Site, name: &str) -> Response {
    let mut html = match std::fs::read_to_string(site.folder().join(name)) {
        Ok(html) => html,
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => {
            return StatusCode::NOT_FOUND.into_response();
        }
        Err(why) => return (StatusCode::INTERNAL_SERVER_ERROR, why.to_string()).into_response(),
    };
    let rules = hold(&site.rules);
    // What is held to its integrity value comes as it was built.
    if rules.whole || name.contains("unstuck-guide-") {
        return ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
    }
    html = without_worker(&html);
    html = without(&html, "<link href=manifest.", ">");
    for (from, to) in &rules.edits {
        html = html.replace(from, to);
    }
    if let Some(article) = &rules.article
        && let (Some(start), Some(end)) = (html.find("<article"), html.find("</article>"))
    {
        // The page's own script goes with its article.
        let article = format!("{article}<script src=embed.js async></script>");
        html.replace_range(start..end + "</article>".len(), &article);
    }
    if rules.strip_scripts {
        html = without_scripts(&html);
    }
    // After the head's own tag, or where a parser would open one.
    let lower = html.to_ascii_lowercase();
    let at = ["<head>", "<head ", "<html", "<!doctype"]
        .iter()
        .find_map(|tag| lower.find(tag))
        .and_then(|start| lower[start..].find('>').map(|end| start + end + 1))
        .unwrap_or(0);
    html.insert_str(at, &rules.head.concat());
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

/// A page that does not load the script that registers its worker.
pub fn without_worker(html: &str) -> String {
    without(html, " data-offline=\"", "\"")
}

fn without_scripts(html: &str) -> String {
    without(html, "<script", "</script>")
}

/// A text without what begins and ends so.
fn without(html: &str, start: &str, end: &str) -> String {
    let mut rest = html;
    let mut kept = String::with_capacity(html.len());
    while let Some(at) = rest.find(start) {
        kept.push_str(&rest[..at]);
        rest = rest[at..].split_once(end).map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// Half of a file, and then the connection breaks.
fn broken(bytes: &[u8]) -> Response {
    let half = bytes[..bytes.len() / 2].to_vec();
    let parts = [Ok(half), Err(std::io::Error::other("cut"))];
    Body::from_stream(futures_util::stream::iter(parts)).into_response()
}

fn own_page(site: &Site, name: &str, query: &str) -> Response {
    if name == "release" {
        site.release();
    }
    let body = if name == "frame" {
        let mut parts = query.splitn(3, ',');
        let (width, height) = (parts.next().unwrap_or("390"), parts.next().unwrap_or("844"));
        let sandbox = match parts.next() {
            None | Some("-") => String::new(),
            Some(rules) => format!(" sandbox=\"{}\"", rules.replace('+', " ")),
        };
        format!(
            "<!doctype html><html lang=en><title>frame</title><body style=\"margin:0\">\
             <iframe title=page src=\"{}\" width={width} height={height} style=\"border:0;display:block\"{sandbox}></iframe>",
            site.page()
        )
    } else {
        "<!doctype html><html lang=en><title>blank</title>".to_owned()
    };
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
}
