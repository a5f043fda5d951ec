//! Test programs, run with what they print passed on, and how many tests ended how in all of them.
//!
//! Belongs here: the lines that libtest, and what prints as it does, close with. Does not: which programs run.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

use crate::run::{could_not_start, succeeded};

/// How many tests ended how. Several threads may run programs.
#[derive(Default)]
pub(crate) struct Tally(Mutex<Counts>);

#[derive(Default)]
struct Counts {
    passed: u32,
    failed: u32,
    ignored: u32,
    /// The lines on tests that failed at first, and passed at the second try.
    second_tries: Vec<String>,
}

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
            self.note(&line);
        }
        let status = child.wait().with_context(|| could_not_start(command))?;
        succeeded(command, status)
    }

    /// Takes `test result: ok. 12 passed; 3 failed; 1 ignored; …` and `second try: …`; passes over all other lines.
    fn note(&self, line: &str) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if line.starts_with("second try: ") {
            counts.second_tries.push(line.to_owned());
        }
        let numbers = line.strip_prefix("test result: ").unwrap_or_default();
        let number = |word: &str| -> u32 {
            let mut parts = numbers.split(['.', ';']);
            let number = parts.find_map(|part| part.strip_suffix(word)?.trim().parse().ok());
            number.unwrap_or(0)
        };
        counts.passed += number(" passed");
        counts.failed += number(" failed");
        counts.ignored += number(" ignored");
    }
}

/// The second tries, then one closing line for all, in libtest's form.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for line in &counts.second_tries {
            writeln!(f, "{line}")?;
        }
        let word = if counts.failed == 0 { "ok" } else { "FAILED" };
        write!(
            f,
            "test result: {word}. {} passed; {} failed; {} ignored; 0 measured; 0 filtered out",
            counts.passed, counts.failed, counts.ignored
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_added_up() {
        let tally = Tally::default();
        for line in [
            "running 3 tests",
            "test a ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.02s",
            "second try: [webkit] b failed at the first: no page",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            tally.note(line);
        }
        assert_eq!(
            tally.to_string(),
            "second try: [webkit] b failed at the first: no page\n\
             test result: FAILED. 15 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out"
        );
    }
}
