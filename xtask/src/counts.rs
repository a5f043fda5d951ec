//! How many tests ended how: read from what test programs print, added up, and told in one line.

use std::fmt;

/// How many tests ended how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
    /// The lines on tests that failed at first, and passed at the second try.
    pub(crate) second: Vec<String>,
}

impl Counts {
    pub(crate) fn any(&self) -> bool {
        *self != Self::default()
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.second.extend_from_slice(&other.second);
    }

    /// Notes what a line of a test program tells: its closing line, or of a test that only passed at the second try.
    pub(crate) fn note(&mut self, line: &str) {
        if let Some(read) = Self::read(line) {
            self.add(&read);
        } else if line.starts_with("second try: ") {
            self.second.push(line.to_owned());
        }
    }

    /// Reads a test program's closing line: `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
    fn read(line: &str) -> Option<Self> {
        let (_, numbers) = line
            .trim()
            .strip_prefix("test result: ")?
            .split_once(". ")?;
        let number = |word: &str| {
            let part = numbers
                .split("; ")
                .find_map(|part| part.strip_suffix(word))?;
            part.trim().parse().ok()
        };
        Some(Self {
            passed: number(" passed")?,
            failed: number(" failed")?,
            skipped: number(" ignored")?,
            second: Vec::new(),
        })
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        for line in &self.second {
            write!(f, "\n{line}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_read_and_others_are_not() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.02s";
        assert_eq!(
            Counts::read(line),
            Some(Counts {
                passed: 12,
                failed: 3,
                skipped: 1,
                second: Vec::new(),
            })
        );
        for line in [
            "",
            "test a ... ok",
            "running 3 tests",
            "test result: of nothing",
        ] {
            assert_eq!(Counts::read(line), None, "{line}");
        }
    }

    #[test]
    fn the_closing_line_is_plain() {
        assert_eq!(
            Counts {
                passed: 2,
                failed: 0,
                skipped: 0,
                second: Vec::new(),
            }
            .to_string(),
            "2 passed, 0 failed"
        );
        assert_eq!(
            Counts {
                passed: 2,
                failed: 1,
                skipped: 3,
                second: Vec::new(),
            }
            .to_string(),
            "2 passed, 1 failed, 3 skipped"
        );
    }

    #[test]
    fn what_needed_a_second_try_is_told_last() {
        let mut counts = Counts::default();
        for line in [
            "running 1 test",
            "test a ... ok",
            "second try: [webkit] a failed at the first: no page",
            "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            counts.note(line);
        }
        assert_eq!(
            counts.to_string(),
            "1 passed, 0 failed\nsecond try: [webkit] a failed at the first: no page"
        );
    }
}
