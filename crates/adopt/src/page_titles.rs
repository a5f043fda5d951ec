//! What a title says of the whole page: that it is about logs, about reporting, or about something else than trouble.
//!
//! Belongs here: tests on single titles that decide whether a page is walked. Does not: what a title says of its part (see
//! `titles`), or what else decides (see `about`).

use crate::codes::ends_with_version;
use crate::lexicon::{Lexicon, Role};
use crate::titles::{bare, folded, has_word};
use crate::word_lists::{contains_phrase, is_wide, lowered};

/// Words of a title that does no more than name a log: Server log, Where the logs are.
const WORDS_OF_LOG: usize = 4;

impl Lexicon {
    /// Whether a title, folded, is about reading or taking logs. "Check the logs" and "Delete old logs" are remedies, and "Cannot log
    /// in" has none.
    pub(crate) fn is_about_logs(&self, folded: &str) -> bool {
        let words: Vec<&str> = folded.split(' ').map(bare).collect();
        let names_log = words.iter().enumerate().any(|(at, word)| {
            let next = words.get(at + 1).copied().unwrap_or_default();
            has_word(word, |part| self.log_words.contains(part))
                && !self.log_particles.contains(next)
        });
        if !names_log {
            return false;
        }
        let folded = self.after_how_to(folded);
        let words = || folded.split(' ').map(bare);
        let first = words().next().unwrap_or_default();
        self.handles_logs(folded)
            || words().count() <= WORDS_OF_LOG
                && (!self.is_instruction(folded)
                    || self.is_gerund(first) && self.log_words.contains(first))
                && !self.names_trouble(&self.without_log(folded))
    }

    /// A folded title without its log and what kind of log it is: of "Error log is empty" the end.
    fn without_log(&self, folded: &str) -> String {
        let mut words: Vec<&str> = folded.split(' ').collect();
        if let Some(at) = words
            .iter()
            .position(|word| self.log_words.contains(bare(word)))
        {
            words.drain(at.saturating_sub(1)..=at);
        }
        words.join(" ")
    }

    /// Whether a folded title begins or ends with what one does with logs: German verbs are at the end.
    fn handles_logs(&self, folded: &str) -> bool {
        let first = folded.split(' ').next().unwrap_or_default();
        let last = folded.rsplit(' ').next().unwrap_or_default();
        [first, last]
            .iter()
            .any(|word| self.log_verbs.contains(bare(word)))
    }

    /// What follows "How to" in a folded title.
    pub(crate) fn after_how_to<'a>(&self, folded: &'a str) -> &'a str {
        let mut openers = self.how_to.iter();
        openers
            .find_map(|opener| folded.strip_prefix(opener))
            .unwrap_or(folded)
    }

    /// Whether a title names a page that is not about trouble: rules, changes, a move to something else. "Migration fails" is
    /// about one.
    pub(crate) fn is_of_another_kind(&self, title: &str) -> bool {
        let folded = folded(title);
        (contains_phrase(&folded, &self.other_pages) || ends_with_version(title))
            && !self.names_problem(title)
            && !self.names_one_problem(title)
            && !contains_phrase(&folded, &self.repair_titles)
    }

    /// A title without the name of a report: a crash report is about a crash, and the title is not.
    pub(crate) fn without_report(&self, title: &str) -> String {
        let names = self.report_titles.iter().filter(|name| !name.contains('*'));
        let mut names: Vec<&str> = names.copied().collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let lower = lowered(title);
        names.iter().fold(lower, |rest, name| without(&rest, name))
    }

    /// Whether a title is about telling somebody of a problem, and not about one.
    pub(crate) fn reports(&self, title: &str) -> bool {
        let folded = folded(title);
        // "Troubleshooting: log files" is about the files.
        let (kind, rest) = folded.split_once(": ").unwrap_or_default();
        let folded = if self.is_category(kind) {
            rest
        } else {
            &folded
        };
        (contains_phrase(folded, &self.report_titles)
            || self.role(folded) == Role::Support
            || self.is_about_logs(folded) && self.handles_logs(self.after_how_to(folded)))
            && !has_word(&self.without_report(title), |word| {
                let reported =
                    self.categories.contains(word) || self.categories.contains(&format!("{word}s"));
                self.trouble.contains(word) && !reported && !self.fix_words.contains(word)
            })
    }
}

/// Endings of a report's name where it names several.
const PLURALS: [&str; 4] = ["", "s", "e", "en"];

/// A text without a name, where that stands as words of its own: a crash reporter is no crash report.
fn without(text: &str, name: &str) -> String {
    let of_word = |c: char| c.is_alphanumeric() && !is_wide(c);
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(name) {
        let end = if name.ends_with(of_word) {
            after.find(|c| !of_word(c)).unwrap_or(after.len())
        } else {
            0
        };
        let (ending, behind) = after.split_at(end);
        let begins = !name.starts_with(of_word) || !before.ends_with(of_word);
        out.push_str(before);
        if begins && PLURALS.contains(&ending) {
            out.push(' ');
        } else {
            out.push_str(name);
            out.push_str(ending);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_named_by_words_of_its_own() {
        for (language, title, reports) in [
            ("en", "Send a crash report", true),
            ("en", "Crash reports", true),
            ("en", "The crash reporter closes", false),
            ("de", "Fehlerberichte senden", true),
            ("ja", "クラッシュレポートを送る", true),
        ] {
            assert_eq!(Lexicon::of(language).reports(title), reports, "{title}");
        }
    }
}
