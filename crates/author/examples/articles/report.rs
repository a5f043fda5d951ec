//! The report: an article a line, what differs below it, and sums.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::compare::{Comparison, Outcome};
use crate::content::Content;
use crate::label::Label;

/// Percentages to reach: exact and usable of those that suit, refused of those that do not.
const WANTED: [usize; 3] = [80, 90, 80];

/// How many lost words a line shows.
const SHOWN: usize = 12;

/// What became of an article.
pub(crate) struct Row {
    pub(crate) label: Label,
    pub(crate) outcome: Outcome,
    pub(crate) comparison: Comparison,
    /// What `unstuck check` calls errors.
    pub(crate) errors: Vec<String>,
    /// What is in the guide, where there is one.
    pub(crate) content: Option<Content>,
}

/// The report for people.
pub(crate) fn text(rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        line(row, &mut out);
    }
    out.push('\n');
    sums(
        "by what made the page",
        rows,
        |row| &row.label.format,
        &mut out,
    );
    sums("by language", rows, |row| &row.label.language, &mut out);
    let all = Sum::of(rows.iter());
    let _ = writeln!(out, "all: {}", all.tell());
    let content = rows.iter().filter_map(|row| row.content.as_ref());
    let (mut guides, mut lost, mut unread, mut twice, mut raw) = (0, 0, 0, 0, 0);
    for content in content {
        guides += 1;
        lost += usize::from(!content.lost.is_empty());
        unread += usize::from(!content.unread.is_empty());
        twice += usize::from(!content.twice.is_empty());
        raw += usize::from(!content.raw.is_empty());
    }
    let _ = writeln!(
        out,
        "of {guides} guides {lost} lack words that nothing names as left out, {unread} lack some that another reader finds, {twice} have some twice, {raw} show markup"
    );
    out
}

/// A table of addresses and figures, without a word of an article.
pub(crate) fn tsv(folder: &str, rows: &[Row]) -> String {
    let mut out = String::from(
        "folder\trepository\tcommit\tpath\tformat\tlanguage\tsuits\tfixes\toutcome\tfound\tsteps\tlost\n",
    );
    for row in rows {
        let label = &row.label;
        let content = row.content.as_ref();
        let figure = |of: fn(&Content) -> usize| {
            content.map_or_else(|| "-".to_owned(), |content| of(content).to_string())
        };
        let _ = writeln!(
            out,
            "{folder}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            label.repository,
            label.commit,
            label.path,
            label.format,
            label.language,
            label.suits.name(),
            label.titles.len(),
            row.outcome.name().to_lowercase(),
            figure(|content| content.fixes),
            figure(|content| content.steps),
            figure(|content| content.lost.len()),
        );
    }
    out
}

/// Whether the figures are those wanted.
pub(crate) fn is_good_enough(rows: &[Row]) -> bool {
    let all = Sum::of(rows.iter());
    let [exact, usable, refused] = WANTED;
    all.exact * 100 >= all.suit * exact
        && all.usable * 100 >= all.suit * usable
        && all.refused * 100 >= all.unfit * refused
}

fn line(row: &Row, out: &mut String) {
    let label = &row.label;
    let _ = write!(
        out,
        "{:8} {:8} {:13} {:3}",
        row.outcome.name(),
        label.file,
        label.format,
        label.language
    );
    if let Some(content) = &row.content {
        let some = |count: usize, what: &str| match count {
            0 => String::new(),
            count => format!(", {what} {count}"),
        };
        let _ = write!(
            out,
            " fixes {}, steps {}{}{}{}{}{}{}{}",
            content.fixes,
            content.steps,
            some(content.questions, "questions"),
            some(content.risks, "risks"),
            some(content.waits, "waits"),
            some(content.notes, "notes"),
            some(usize::from(content.support), "support"),
            some(content.lost.len(), "lost"),
            some(content.twice.len(), "twice"),
        );
    }
    out.push('\n');
    for error in &row.errors {
        let _ = writeln!(out, "         error: {error}");
    }
    if label.suits() && row.content.is_some() {
        for title in &row.comparison.missing {
            let _ = writeln!(out, "         not found: {title}");
        }
        for title in &row.comparison.extra {
            let _ = writeln!(out, "         too many:  {title}");
        }
    }
    if let Some(content) = &row.content {
        if !content.left_out.is_empty() {
            let rules = content.left_out.iter();
            let rules = rules.map(|(rule, count)| format!("{count} {rule}"));
            let _ = writeln!(
                out,
                "         left out: {}",
                rules.collect::<Vec<_>>().join(", ")
            );
        }
        for (what, words) in [
            ("lost", &content.lost),
            ("not read", &content.unread),
            ("twice", &content.twice),
        ] {
            if !words.is_empty() {
                let more = if words.len() > SHOWN { " …" } else { "" };
                let first = words.iter().take(SHOWN).map(String::as_str);
                let _ = writeln!(
                    out,
                    "         {what}: {}{more}",
                    first.collect::<Vec<_>>().join(" ")
                );
            }
        }
        if !content.raw.is_empty() {
            let _ = writeln!(out, "         shows markup: {}", content.raw.join(" "));
        }
    }
}

fn sums(by: &str, rows: &[Row], key: fn(&Row) -> &String, out: &mut String) {
    let mut groups: BTreeMap<&String, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        groups.entry(key(row)).or_default().push(row);
    }
    if groups.len() < 2 {
        return;
    }
    let _ = writeln!(out, "{by}:");
    for (name, rows) in groups {
        let _ = writeln!(out, "  {name:13} {}", Sum::of(rows.into_iter()).tell());
    }
}

/// How many of each outcome.
#[derive(Default)]
struct Sum {
    suit: usize,
    exact: usize,
    usable: usize,
    lost: usize,
    unfit: usize,
    refused: usize,
}

impl Sum {
    fn of<'r>(rows: impl Iterator<Item = &'r Row>) -> Self {
        let mut sum = Self::default();
        for row in rows {
            let suits = row.label.suits();
            sum.suit += usize::from(suits);
            sum.unfit += usize::from(!suits);
            match row.outcome {
                Outcome::Exact => {
                    sum.exact += 1;
                    sum.usable += 1;
                }
                Outcome::Usable => sum.usable += 1,
                Outcome::Lost => sum.lost += 1,
                Outcome::Refused => sum.refused += 1,
                Outcome::Wrong | Outcome::Adopted => {}
            }
        }
        sum
    }

    fn tell(&self) -> String {
        let percent = |part: usize, of: usize| match of {
            0 => String::new(),
            of => format!(" ({} %)", part * 100 / of),
        };
        format!(
            "of {} that suit {} exact{}, {} usable{}, {} refused; of {} that do not {} refused{}",
            self.suit,
            self.exact,
            percent(self.exact, self.suit),
            self.usable,
            percent(self.usable, self.suit),
            self.lost,
            self.unfit,
            self.refused,
            percent(self.refused, self.unfit)
        )
    }
}
