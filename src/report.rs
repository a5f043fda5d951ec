//! The report in words: for a support agent, who has not seen the guide, and for the reader, who sees it before anyone else.
//!
//! Belongs here: its lines, and the lines as plain text, as Markdown and in the address of a form. On the screen they are drawn
//! from the same lines (`parts::report`), so that nothing goes out that was not seen. Does not: what was tried
//! ([`unstuck_core::walk::report`]).

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Progress};
use unstuck_core::transfer;
use unstuck_core::walk::{self, Ending, Outcome, Report, ReportFix};

use crate::format;
use crate::host::Around;
use crate::intl;
use crate::words::Words;

/// Most bytes of a text within an address. Some servers and mail programs take no more than 8 KB in all.
const MOST: usize = 6000;

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What came of it all.
    Title,
    /// When, how much, and where it is opened again.
    Fact,
    /// What support asks for.
    Need,
    /// An opening question.
    Question,
    /// A fix.
    Fix,
    /// Something about the fix above.
    Detail,
    /// The guide.
    Guide,
}

/// A line: what it is about, and what is said of that. Empty where that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'r> {
    /// What kind of line.
    pub kind: Kind,
    /// What it is about.
    pub what: String,
    /// What is said.
    pub said: String,
    /// The fix.
    pub fix: Option<&'r ReportFix>,
}

/// The report of these answers, as far as their surroundings are known.
#[must_use]
pub fn of(guide: &Guide, progress: &Progress, around: &Around) -> Report {
    let mut report = walk::report(guide, progress).in_zone(intl::ahead);
    if around.address.page.starts_with("http") {
        report.guide.address = around.address.whole();
        let code = transfer::encode(guide, progress);
        if let Ok(code) = code
            && around.links
            && !progress.is_empty()
        {
            report.guide.link = around.address.carrying(&code);
        }
    }
    report
}

/// The report's lines.
#[must_use]
pub fn lines<'r>(report: &'r Report, words: &Words) -> Vec<Line<'r>> {
    let mut out = Vec::new();
    let mut add = |kind, what: &str, said: String, fix| {
        out.push(Line {
            kind,
            what: what.to_owned(),
            said,
            fix,
        });
    };
    let title = report.guide.title.clone();
    add(Kind::Title, ending(report, words), title, None);
    if let Some((started, updated)) = report.started.zip(report.updated) {
        let zone = started.zone();
        let span = format::lasted(words, started.at, updated.at).unwrap_or_default();
        let said = words.report_span(
            &isolated(words, &started.text()),
            &isolated(words, &updated.text()),
            &zone,
            &span,
        );
        add(Kind::Fact, words.report_when(), said, None);
    }
    let tried = words.tried_of(report.tried, report.offered);
    add(Kind::Fact, words.report_fixes(), tried, None);
    if !report.guide.link.is_empty() {
        add(
            Kind::Fact,
            words.report_reopen(),
            report.guide.link.clone(),
            None,
        );
    }
    for need in &report.needs {
        add(Kind::Need, &need.name, need.text.clone(), None);
    }
    for question in &report.questions {
        let said = words.said(&question.said).to_owned();
        add(Kind::Question, &question.asked, said, None);
    }
    for fix in &report.fixes {
        let mut said = words.outcome(fix.outcome).to_owned();
        if !fix.steps.done.is_empty() {
            said += &words.steps_done(fix.steps.done.len(), fix.steps.all);
        }
        if let Some(at) = fix.at {
            said = words.report_at(&said, &isolated(words, &at.text()));
        }
        add(Kind::Fix, &fix.title, said, Some(fix));
        if let Some(check) = &fix.check {
            let said = words.in_short(check.answer).to_owned();
            add(Kind::Detail, &check.asked, said, Some(fix));
        }
        if let Some(risk) = &fix.risk {
            let lost = risk
                .lost
                .iter()
                .map(|lost| lost.trim_end_matches(['.', '。']).to_owned());
            let lost = lost.reduce(|one, other| words.report_and(&one, &other));
            if let Some(lost) = lost.filter(|_| risk.run && risk.answer == Answer::Confirm) {
                add(Kind::Detail, words.report_lost(), lost, Some(fix));
            } else if fix.outcome == Outcome::Skipped {
                add(
                    Kind::Detail,
                    words.report_why(),
                    words.report_at_warning().to_owned(),
                    Some(fix),
                );
            }
        }
        if let Some((ran, begun)) = fix.ran.zip(fix.at) {
            let since = begun.at.as_millis().saturating_sub(ran * 1000);
            let span = format::lasted(words, since.into(), begun.at).unwrap_or_default();
            add(Kind::Detail, words.report_ran(), span, Some(fix));
        }
    }
    let guide = &report.guide;
    add(
        Kind::Guide,
        words.report_guide(),
        format!("{} ({})", guide.id, guide.revision),
        None,
    );
    if !guide.address.is_empty() {
        add(
            Kind::Guide,
            words.report_page(),
            guide.address.clone(),
            None,
        );
    }
    out
}

/// A date in figures, which in a text from right to left would fall apart at its hyphens.
fn isolated(words: &Words, date: &str) -> String {
    match words.direction() {
        "rtl" => format!("\u{2066}{date}\u{2069}"),
        _ => date.to_owned(),
    }
}

fn ending(report: &Report, words: &Words) -> &'static str {
    match report.outcome {
        Ending::Solved => words.report_solved(),
        Ending::NotSolved => words.report_not_solved(),
        Ending::Waiting => words.report_waiting(),
        Ending::Unfinished => words.report_unfinished(),
    }
}

/// What came of it, in a line.
#[must_use]
pub fn title(report: &Report, words: &Words) -> String {
    let ending = words.report_label(&ending(report, words));
    format!("{ending} {}", report.guide.title)
}

impl Line<'_> {
    /// What is said, with a blank where nothing is.
    #[must_use]
    pub fn filled(&self) -> &str {
        if self.said.is_empty() {
            "________"
        } else {
            &self.said
        }
    }

    /// What it is about, with the mark between that and what is said.
    #[must_use]
    pub fn asked(&self, words: &Words) -> String {
        let number = self.fix.and_then(|fix| fix.number);
        let number = number.filter(|_| self.kind == Kind::Fix);
        let number = number.map_or_else(String::new, |number| format!("{number}. "));
        let what = match self
            .what
            .ends_with(['?', '.', '!', ':', '؟', '？', '。', '！', '：'])
        {
            true => self.what.clone(),
            false => words.report_label(&self.what),
        };
        number + &what
    }
}

/// The report as text.
#[must_use]
pub fn text(report: &Report, words: &Words) -> String {
    write(&lines(report, words), |line| {
        let said = line.filled();
        match line.kind {
            Kind::Title => format!("{} {said}", intl::capitals(words.lang, &line.asked(words))),
            Kind::Fix => {
                let id = line.fix.map_or("", |fix| &fix.id);
                format!("{} {said} [{id}]", line.asked(words))
            }
            Kind::Detail => format!("   {} {said}", line.asked(words)),
            _ => format!("{} {said}", line.asked(words)),
        }
    })
}

/// The report as Markdown.
#[must_use]
pub fn markdown(report: &Report, words: &Words) -> String {
    write(&lines(report, words), |line| {
        let (asked, said) = (escaped(&line.asked(words)), line.filled());
        let said = if said.starts_with("http") {
            format!("<{said}>")
        } else {
            escaped(said)
        };
        match line.kind {
            Kind::Title => format!("### {asked} {said}"),
            Kind::Fix => {
                let id = line.fix.map_or("", |fix| &fix.id);
                format!("- **{asked}** {said} `{}`", id.replace('`', ""))
            }
            Kind::Detail => format!("  - {asked} {said}"),
            _ => format!("- {asked} {said}"),
        }
    })
}

/// Each line, with an empty one between those of different kinds.
fn write(lines: &[Line<'_>], line: impl Fn(&Line<'_>) -> String) -> String {
    let mut out = String::new();
    let mut before = Kind::Title;
    for one in lines {
        let kind = if one.kind == Kind::Detail {
            Kind::Fix
        } else {
            one.kind
        };
        if kind != before {
            out.push('\n');
        }
        before = kind;
        out.push_str(&line(one));
        out.push('\n');
    }
    out
}

/// Words that stay words in Markdown, whatever they hold.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!'
        ) {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

/// The author's address of a form, with the report in it: `{outcome}`, `{title}`, `{report}`, `{markdown}`, `{link}` and `{guide}`.
/// Values are encoded, so that none can change where it leads.
#[must_use]
pub fn form(template: &str, report: &Report, words: &Words) -> String {
    let mut parts = template.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or(("", part));
        let value = match name {
            "outcome" => title(report, words),
            "title" => report.guide.title.clone(),
            "report" => text(report, words),
            "markdown" => markdown(report, words),
            "link" => report.guide.link.clone(),
            "guide" => report.guide.id.clone(),
            _ => {
                out.push('{');
                out.push_str(part);
                continue;
            }
        };
        out.push_str(&encoded(&value));
        out.push_str(rest);
    }
    out
}

/// A text within an address; what is too long ends in an ellipsis.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let mut buffer = [0; 4];
        let c = utf8_percent_encode(c.encode_utf8(&mut buffer), NON_ALPHANUMERIC).to_string();
        if out.len() + c.len() > MOST {
            out.push_str("%E2%80%A6");
            break;
        }
        out.push_str(&c);
    }
    out
}
