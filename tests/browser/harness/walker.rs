//! Walks the guide by a policy: what to press on each screen. Also the shortest way to each kind of screen.
//!
//! The guide's outline stands here once, as the issue gives it, and not as the article has it.

use super::Outcome;
use super::page::{Page, Screen};
use crate::check;

pub struct Fix {
    pub id: &'static str,
    pub icloud_only: bool,
    /// The answer of the check question that passes the fix over; none without a check question.
    pub passes: Option<&'static str>,
    pub risky: bool,
}

const fn fix(
    id: &'static str,
    icloud_only: bool,
    passes: Option<&'static str>,
    risky: bool,
) -> Fix {
    Fix {
        id,
        icloud_only,
        passes,
        risky,
    }
}

/// The eight fixes in their order.
pub const FIXES: [Fix; 8] = [
    fix("storage", false, Some("yes"), true),
    fix("power-wifi", false, Some("yes"), false),
    fix("restart", false, Some("yes"), false),
    fix("update", false, Some("yes"), false),
    fix("fresh-backup", true, Some("no"), true),
    fix("reset-network", true, None, true),
    fix("finder-backup", false, Some("no"), true),
    fix("system-status", true, Some("yes"), false),
];

pub fn of(id: &str) -> Outcome<&'static Fix> {
    FIXES
        .iter()
        .find(|fix| fix.id == id)
        .ok_or_else(|| format!("no such fix: {id:?}").into())
}

pub fn ids() -> Vec<&'static str> {
    FIXES.iter().map(|fix| fix.id).collect()
}

/// The ids of the fixes for a backup to a computer.
pub fn ids_for_finder() -> Vec<&'static str> {
    FIXES
        .iter()
        .filter(|fix| !fix.icloud_only)
        .map(|fix| fix.id)
        .collect()
}

/// The other answer of the check question: it leads into the fix.
pub fn opens(fix: &Fix) -> &'static str {
    if fix.passes == Some("no") {
        "yes"
    } else {
        "no"
    }
}

/// Every screen of a walk, and what was pressed there.
pub type Trace = Vec<(Screen, String)>;

/// Presses what `policy` says, screen by screen, until the walk has ended.
pub async fn walk(page: &Page, policy: impl Fn(&Screen) -> Outcome<String>) -> Outcome<Trace> {
    let mut trace = Trace::new();
    loop {
        let screen = page.screen().await?;
        if screen.kind == "solved" || screen.kind == "exhausted" {
            trace.push((screen, String::new()));
            return Ok(trace);
        }
        check!(trace.len() < 80, "the walk does not end: {trace:?}");
        let action = policy(&screen)?;
        trace.push((screen, action.clone()));
        page.act(&action).await?;
    }
}

/// The ids of the fixes that a trace went by, each once, in order.
pub fn fixes_met(trace: &Trace) -> Vec<&str> {
    let mut met: Vec<&str> = trace
        .iter()
        .filter(|(screen, _)| screen.fix.is_some())
        .map(|(s, _)| s.id.as_str())
        .collect();
    met.dedup();
    met
}

/// Answers of a walk that does every fix, to iCloud, in vain.
pub fn in_vain(screen: &Screen) -> Outcome<String> {
    Ok(match screen.kind.as_str() {
        "question" if screen.is_check() => opens(of(&screen.id)?),
        "question" => "yes",
        "confirm" => "confirm",
        _ => "not-solved",
    }
    .to_owned())
}

/// One way to each kind of screen: its name, the screen and id it must have, and what is pressed from the start.
pub struct Way {
    pub name: &'static str,
    pub kind: &'static str,
    pub id: &'static str,
    pub actions: &'static [&'static str],
}

pub const WAYS: [Way; 6] = [
    Way {
        name: "check",
        kind: "question",
        id: "storage",
        actions: &["yes"],
    },
    Way {
        name: "confirm",
        kind: "confirm",
        id: "storage",
        actions: &["yes", "no"],
    },
    Way {
        name: "fix",
        kind: "fix",
        id: "storage",
        actions: &["yes", "no", "confirm"],
    },
    Way {
        name: "wait",
        kind: "wait",
        id: "power-wifi",
        actions: &["yes", "yes", "no", "still-running"],
    },
    Way {
        name: "solved",
        kind: "solved",
        id: "",
        actions: &["yes", "yes", "no", "solved"],
    },
    Way {
        name: "exhausted",
        kind: "exhausted",
        id: "",
        actions: &["yes", "yes", "yes", "yes", "yes", "no", "skip", "no", "yes"],
    },
];

impl Way {
    pub async fn go(&self, page: &Page) -> Outcome<Screen> {
        let screen = page.act_all(self.actions).await?;
        self.arrived(&screen)?;
        Ok(screen)
    }

    /// Goes there but for the last answer, which is returned.
    pub async fn go_before(&self, page: &Page) -> Outcome<&'static str> {
        let (last, before) = self.actions.split_last().ok_or("a way has an action")?;
        page.act_all(before).await?;
        Ok(last)
    }

    pub fn arrived(&self, screen: &Screen) -> Outcome {
        check!(
            screen.kind == self.kind && (self.id.is_empty() || screen.id == self.id),
            "the way to {} led to {screen:?}",
            self.name
        );
        Ok(())
    }
}
