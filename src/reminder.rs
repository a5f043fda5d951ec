//! A reminder as a calendar file (RFC 5545): one event with an alarm, in UTC, so that no time zone is needed.

use unstuck_core::guide::Guide;
use unstuck_core::progress::Progress;
use unstuck_core::walk::{Screen, Walk};

use crate::calendar::utc;
use crate::words::Words;

/// When to check a wait again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder<'a> {
    /// Names the event for good: a calendar takes a later file of the same name for a change of it.
    pub uid: &'a str,
    /// When it was made, ms since 1970 UTC.
    pub stamp: u64,
    /// When it is due, ms since 1970 UTC.
    pub at: u64,
    /// What the calendar shows.
    pub summary: &'a str,
    /// What it says below.
    pub description: &'a str,
    /// The page to come back to. Without the reader's answers: calendars are kept on servers.
    pub url: &'a str,
}

/// How long the event lasts, ms: calendars draw none of no length.
const LENGTH: u64 = 15 * 60_000;

/// Most octets of a line.
const MOST: usize = 75;

impl Reminder<'_> {
    /// The calendar file for the wait that shows; none where no wait does, since there is nothing to be reminded of. `stamp` and
    /// `at`: see the fields.
    #[must_use]
    pub fn of_wait(
        guide: &Guide,
        progress: &Progress,
        words: &Words,
        stamp: u64,
        at: u64,
        url: &str,
    ) -> Option<String> {
        let Screen::Wait(fix, given) = Walk::replay(guide, progress).screen else {
            return None;
        };
        let since = given.since.as_millis();
        let reminder = Reminder {
            uid: &format!("{since:x}.{}.{}@unstuck", fix.id, guide.id),
            stamp,
            at,
            summary: words.ask(guide, fix),
            description: &format!("{}\n{}\n{url}", guide.title, fix.title),
            url,
        };
        Some(reminder.to_text())
    }

    /// The calendar file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        let (summary, description) = (escaped(self.summary), escaped(self.description));
        let url: String = self.url.chars().filter(|c| !c.is_control()).collect();
        // A later one of the same name counts.
        let sequence = (self.stamp / 1000) & 0x7fff_ffff;
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Unstuck//Unstuck//EN",
            "BEGIN:VEVENT",
            &format!("UID:{}", escaped(self.uid)),
            &format!("SEQUENCE:{sequence}"),
            &format!("DTSTAMP:{}", moment(self.stamp)),
            &format!("DTSTART:{}", moment(self.at)),
            &format!("DTEND:{}", moment(self.at.saturating_add(LENGTH))),
            &format!("SUMMARY:{summary}"),
            &format!("DESCRIPTION:{description}"),
            &format!("URL:{url}"),
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            &format!("DESCRIPTION:{summary}"),
            "TRIGGER:PT0S",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ] {
            fold(&mut out, line);
        }
        out
    }
}

/// A line, broken where it is too long, between characters.
fn fold(out: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > MOST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// A text as a value: what would end it is escaped, what no line may hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// `20261121T173600Z`.
pub(crate) fn moment(ms: u64) -> String {
    let at = utc(ms);
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}Z",
        at.year(),
        at.month() as u8,
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a case that cannot go on has failed")]
mod tests {
    use unstuck_core::progress::Answer;
    use unstuck_core::walk::{Action, apply};

    use super::*;
    use crate::words::EN;

    const WAIT: Reminder<'_> = Reminder {
        uid: "0123456789abcdef@unstuck",
        stamp: 1_767_225_600_000,
        at: 1_767_229_200_000,
        summary: "Did the backup finish?",
        description: "Fix 2: charge it, connect it; wait\nOpen the page again.",
        url: "https://help.example/iphone?a=1",
    };

    #[test]
    fn times_are_formatted_in_utc() {
        for (ms, told) in [
            (0, "19700101T000000Z"),
            (951_782_399_999, "20000228T235959Z"),
            (951_782_400_000, "20000229T000000Z"),
            (951_868_800_000, "20000301T000000Z"),
            (1_767_225_600_000, "20260101T000000Z"),
            (4_107_542_399_000, "21000228T235959Z"),
            (4_107_542_400_000, "21000301T000000Z"),
            (253_402_300_799_999, "99991231T235959Z"),
        ] {
            assert_eq!(moment(ms), told);
        }
        assert!(moment(u64::MAX).starts_with("99991231T"));
    }

    #[test]
    fn only_a_wait_has_a_reminder() {
        let article = "<article data-unstuck-guide=g><h1>G</h1><h2 data-unstuck-id=f>Fix</h2><p data-unstuck-wait>Look.</p><ul><li>Do</li></ul></article>";
        let guide = unstuck_adopt::html::parse(article).unwrap();
        let file = |progress: &Progress| {
            Reminder::of_wait(&guide, progress, &EN, 0, 3_600_000, "https://a.example/")
        };
        let said = |progress: &Progress, answer| {
            let id = "f".to_owned();
            apply(&guide, progress, &Action::Answer { id, answer }, 26_u64).unwrap()
        };
        let waits = said(&Progress::default(), Answer::StillRunning);
        let text = file(&waits).unwrap();
        assert!(text.contains("\r\nUID:1a.f.g@unstuck\r\n"), "{text}");
        assert!(text.contains("\r\nSUMMARY:Did that fix it?\r\n"), "{text}");
        assert!(
            text.contains("\r\nDESCRIPTION:G\\nFix\\nhttps://a.example/\r\n"),
            "{text}"
        );
        assert!(!text.contains("undefined"));
        // It has ended meanwhile, in another tab.
        for progress in [Progress::default(), said(&waits, Answer::Solved)] {
            assert_eq!(file(&progress), None);
        }
    }

    #[test]
    fn a_reminder_is_an_event_with_an_alarm() {
        let text = WAIT.to_text();
        assert_eq!(
            text.split("\r\n").collect::<Vec<_>>(),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Unstuck//Unstuck//EN",
                "BEGIN:VEVENT",
                "UID:0123456789abcdef@unstuck",
                "SEQUENCE:1767225600",
                "DTSTAMP:20260101T000000Z",
                "DTSTART:20260101T010000Z",
                "DTEND:20260101T011500Z",
                "SUMMARY:Did the backup finish?",
                "DESCRIPTION:Fix 2: charge it\\, connect it\\; wait\\nOpen the page again.",
                "URL:https://help.example/iphone?a=1",
                "TRANSP:TRANSPARENT",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:Did the backup finish?",
                "TRIGGER:PT0S",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ]
        );
    }

    #[test]
    fn no_line_is_too_long_and_none_breaks_a_character() {
        let summary = "Läuft die Sicherung noch? 備份完成了嗎 ".repeat(9);
        let text = Reminder {
            summary: &summary,
            ..WAIT
        }
        .to_text();
        assert!(text.split("\r\n").all(|line| line.len() <= MOST));
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{summary}\r\n")));
    }

    #[test]
    fn every_text_stays_on_its_line() {
        let bad = "a\r\nATTACH:x\nEND:VEVENT\r\u{0}\u{85}b\\;,";
        let text = Reminder {
            summary: bad,
            description: bad,
            url: bad,
            ..WAIT
        }
        .to_text();
        assert!(text.contains("SUMMARY:a\\nATTACH:x\\nEND:VEVENTb\\\\\\;\\,\r\n"));
        assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1);
        assert!(!text.contains("\r\nATTACH") && !text.replace("\r\n", "").contains(['\r', '\n']));
    }
}
