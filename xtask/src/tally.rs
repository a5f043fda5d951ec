//! Test programs, run with what they print passed on, and how many tests ended how in all of them.
//!
//! Belongs here: the lines that libtest, and what prints as it does, close with. Does not: which programs run.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};

use crate::run::{could_not_start, succeeded};

const RESULT: &str = "test result: ";
const SECOND_TRY: &str = "second try: ";

/// The closing lines, and those on tests that passed at the second try. Several threads may run programs.
#[derive(Default)]
pub(crate) struct Tally(Mutex<Vec<String>>);

impl Tally {
    /// Runs a test program to its end. What it prints goes where ours goes, each line with the label before it.
    pub(crate) fn run(&self, label: &str, command: &mut Command) -> Result<()> {
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| could_not_start(command))?;
        let stdout = child.stdout.take().map(BufReader::new);
        for line in stdout.into_iter().flat_map(|stdout| stdout.split(b'\n')) {
            let line = String::from_utf8_lossy(&line?).into_owned();
            println!("{label}{line}");
            self.note(line);
        }
        let status = child.wait().with_context(|| could_not_start(command))?;
        succeeded(command, status)
    }

    /// Keeps `test result: ok. 12 passed; 3 failed; 1 ignored; …` and `second try: …`.
    fn note(&self, line: String) {
        if line.starts_with(RESULT) || line.starts_with(SECOND_TRY) {
            self.lines().push(line);
        }
    }

    /// Whether no test has run.
    pub(crate) fn is_empty(&self) -> bool {
        self.sum(" passed") + self.sum(" failed") == 0
    }

    /// Of all closing lines, the numbers before a word.
    fn sum(&self, word: &str) -> u32 {
        let lines = self.lines();
        let results = lines.iter().filter(|line| line.starts_with(RESULT));
        let parts = results.flat_map(|line| line.split(['.', ';']));
        let number = |part: &str| part.strip_suffix(word)?.trim().parse::<u32>().ok();
        parts.filter_map(number).sum()
    }

    fn lines(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The second tries, then one closing line for all, in libtest's form.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in self
            .lines()
            .iter()
            .filter(|line| line.starts_with(SECOND_TRY))
        {
            writeln!(f, "{line}")?;
        }
        let (passed, failed, ignored) = (
            self.sum(" passed"),
            self.sum(" failed"),
            self.sum(" ignored"),
        );
        let word = if failed == 0 { "ok" } else { "FAILED" };
        write!(
            f,
            "{RESULT}{word}. {passed} passed; {failed} failed; {ignored} ignored; 0 measured; 0 filtered out"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_added_up() {
        let tally = Tally::default();
        tally.note(
            "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 4 filtered out".to_owned(),
        );
        assert!(tally.is_empty());
        for line in [
            "running 3 tests",
            "test a ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.02s",
            "second try: [webkit] b failed at the first: no page",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            tally.note(line.to_owned());
        }
        assert!(!tally.is_empty());
        assert_eq!(
            tally.to_string(),
            "second try: [webkit] b failed at the first: no page\n\
             test result: FAILED. 15 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out"
        );
    }
}
