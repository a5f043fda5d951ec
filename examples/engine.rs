//! The engine without a browser: walks a guide in the terminal and keeps the answers in a file.
//!
//! ```sh
//! cargo run --example engine -- guides/router.en.html
//! printf 'yes\nno\n' | cargo run --example engine -- guides/router.en.html
//! ```
//!
//! A guide is read by `unstuck_author`, in any of its forms; a screen is `Walk::replay` the guide and the answers; an answer is
//! `apply`, which makes new answers of the old ones. Time comes in, and storage is behind the trait `Store`: the engine has
//! neither of its own.

use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use unstuck_author::{Format, load};
use unstuck_core::Timestamp;
use unstuck_core::guide::{Guide, Passage};
use unstuck_core::persistence::{Copies, RecordKeeper, Store, StoreError};
use unstuck_core::progress::{Answer, Progress};
use unstuck_core::walk::{Action, Screen, Walk, apply, report};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("which guide? `engine FILE`, of HTML, Markdown or JSON");
        return ExitCode::from(2);
    };
    let folder = Folder(std::env::temp_dir());
    let ended = open(&path).and_then(|guide| {
        walk(&guide, &folder, &now, io::stdin().lock(), io::stdout()).map_err(|e| e.to_string())
    });
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Reads a guide's file.
///
/// # Errors
/// Why it cannot be read, or every problem that keeps it from being a guide, with its place.
pub fn open(path: &Path) -> Result<Guide, String> {
    let place = path.display();
    let form = Format::from_file_name(&path.to_string_lossy())
        .ok_or_else(|| format!("{place}: neither .html nor .md nor .json"))?;
    let text = fs::read_to_string(path).map_err(|why| format!("{place}: {why}"))?;
    let loaded = load(form, &text);
    let problems: Vec<String> = loaded.diagnostics.iter().map(ToString::to_string).collect();
    loaded
        .guide
        .ok_or_else(|| format!("{place} makes no guide\n{}", problems.join("\n")))
}

/// Loads the answers in `store`, then applies each line of `input` and shows the resulting screen.
/// `now` returns the current time.
///
/// # Errors
/// What `input` and `output` fail with.
pub fn walk(
    guide: &Guide,
    store: &impl Store,
    now: &dyn Fn() -> Timestamp,
    input: impl BufRead,
    mut output: impl Write,
) -> io::Result<()> {
    let keeper = RecordKeeper::open(store, guide, Copies::First, now());
    // Nothing is ever deleted: what cannot be read is in quarantine, or keeps its place.
    if let Some(notice) = keeper.notice() {
        writeln!(output, "Beginning anew: {}", notice.name())?;
    }
    let mut progress = keeper.progress();
    writeln!(output, "{}\n{}", guide.title, guide.summary)?;
    show(guide, &progress, &mut output)?;
    for line in input.lines() {
        let line = line?;
        let said = line.trim();
        let screen = Walk::replay(guide, &progress).screen;
        let action = match said {
            "quit" => return Ok(()),
            "report" => {
                tried(guide, &progress, &mut output)?;
                continue;
            }
            "back" => Action::Back,
            "restart" => Action::Restart,
            _ => match said.split_once(' ') {
                Some(("tick", step)) => Action::Tick {
                    step: step.to_owned(),
                    done: !screen
                        .fix()
                        .is_some_and(|fix| progress.ticked(&fix.id, step)),
                },
                // An option of a choice is named by its id.
                Some(("choose", option)) => Action::Answer {
                    id: option.to_owned(),
                    answer: Answer::Yes,
                },
                _ => match Answer::named(said) {
                    Some(answer) => Action::Answer {
                        id: screen.id().to_owned(),
                        answer,
                    },
                    None => {
                        writeln!(output, "? {said}")?;
                        continue;
                    }
                },
            },
        };
        // `None` if the screen does not ask for it.
        let now = now();
        let Some(next) = apply(guide, &progress, &action, now) else {
            writeln!(output, "Not here: {said}")?;
            continue;
        };
        keeper.update(next, now);
        progress = keeper.progress();
        if let Some(notice) = keeper.notice() {
            writeln!(output, "This answer is not kept: {}", notice.name())?;
        }
        show(guide, &progress, &mut output)?;
    }
    Ok(())
}

/// Writes what the reader sees, and what can be said to it.
fn show(guide: &Guide, progress: &Progress, output: &mut impl Write) -> io::Result<()> {
    let walk = Walk::replay(guide, progress);
    let screen = walk.screen;
    writeln!(output, "\n[{} {}]", screen.name(), screen.id())?;
    if let Some((fix, fixes)) = walk.position() {
        writeln!(output, "Fix {fix} of {fixes}")?;
    }
    match screen {
        Screen::Question(question) => writeln!(output, "{}", question.ask)?,
        Screen::Choice(options) => {
            for option in options.iter().filter(|option| walk.shows(option)) {
                writeln!(output, "choose {}: {}", option.id, option.ask)?;
            }
        }
        Screen::Check(_, check) => writeln!(output, "{}", check.ask)?,
        Screen::Confirm(fix, risk) => {
            writeln!(output, "Before you start: {}", fix.title)?;
            words(&risk.passages, output)?;
        }
        Screen::Fix(fix) => {
            writeln!(output, "{}", fix.title)?;
            words(&fix.reason, output)?;
            for step in walk.steps(fix) {
                let done = if progress.ticked(&fix.id, &step.id) {
                    "x"
                } else {
                    " "
                };
                writeln!(output, "[{done}] {}", step.id)?;
                words(&step.passages, output)?;
            }
        }
        Screen::Wait(fix, since) => {
            writeln!(
                output,
                "{}: running since {}",
                fix.title,
                since.at.as_millis()
            )?;
            words(guide.wait_of(fix), output)?;
        }
        Screen::Solved(fix, _) => writeln!(output, "Solved by: {}", fix.title)?,
        Screen::Exhausted => tried(guide, progress, output)?,
    }
    let answers = Answer::ALL
        .into_iter()
        .filter(|answer| walk.key(screen.id(), *answer).is_some());
    let answers: Vec<&str> = answers.map(Answer::name).collect();
    writeln!(output, "> {}", answers.join(", "))
}

fn words(passages: &[Passage], output: &mut impl Write) -> io::Result<()> {
    passages
        .iter()
        .try_for_each(|passage| writeln!(output, "  {}", passage.plain()))
}

/// What was tried. The engine gives outcomes and times; each program chooses the words.
fn tried(guide: &Guide, progress: &Progress, output: &mut impl Write) -> io::Result<()> {
    let report = report(guide, progress);
    writeln!(output, "{}\nTried so far", report.guide.title)?;
    for question in &report.questions {
        writeln!(output, "{} {:?}", question.asked, question.said)?;
    }
    for fix in &report.fixes {
        // What is not for this reader has no number.
        if let Some(number) = fix.number {
            write!(output, "{number}. ")?;
        }
        write!(output, "{}: {}", fix.title, fix.outcome.name())?;
        if !fix.steps.done.is_empty() {
            let (done, all) = (fix.steps.done.len(), fix.steps.all);
            write!(output, ", {done} of {all} steps done")?;
        }
        writeln!(output)?;
    }
    Ok(())
}

/// A folder as a store: a file for each record.
pub struct Folder(pub PathBuf);

impl Folder {
    fn file(&self, name: &str) -> PathBuf {
        // A guide's id is letters, digits and hyphens; the colon in the name is for no file system.
        self.0.join(name.replace(':', "-")).with_extension("json")
    }
}

impl Store for Folder {
    fn load(&self, name: &str) -> Result<Option<String>, StoreError> {
        match fs::read_to_string(self.file(name)) {
            Ok(text) => Ok(Some(text)),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(_) => Err(StoreError::Blocked),
        }
    }

    fn save(&self, name: &str, text: &str) -> Result<(), StoreError> {
        fs::write(self.file(name), text).map_err(|_| StoreError::Full)
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let copied = fs::copy(self.file(from), self.file(to));
        copied.map(drop).map_err(|_| StoreError::Full)
    }
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let millis = since.map_or(0, |since| since.as_millis().try_into().unwrap_or(u64::MAX));
    Timestamp::from_millis(millis)
}
