//! The words of the guides: short enough for a tired reader, and with links that are safe to follow.

use unstuck_core::guide::{Guide, Inline, Passage, Rich};

use super::{files, guides};

const SENTENCE_WORDS: usize = 30;

const ASK_CHARS: usize = 100;

const TITLE_CHARS: usize = 48;

const STEP_CHARS: usize = 240;

const REASON_PASSAGES: usize = 2;

/// What ends a sentence, in any of the languages.
const ENDS: &[char] = &['.', ':', '!', '?', '؟', '。', '：', '！', '？'];

const QUESTION_MARKS: &[char] = &['?', '؟', '？'];

/// Every text of a guide with its place.
fn texts(guide: &Guide) -> Vec<(String, Rich)> {
    fn add(out: &mut Vec<(String, Rich)>, place: &str, passages: &[Passage]) {
        for passage in passages {
            match passage {
                Passage::Words(words) => out.push((place.to_owned(), words.clone())),
                Passage::List { items, .. } => items.iter().for_each(|item| add(out, place, item)),
                Passage::Tip { passages, .. } => add(out, place, passages),
                Passage::Table { rows, .. } => {
                    out.extend(
                        rows.iter()
                            .flatten()
                            .map(|cell| (place.to_owned(), cell.clone())),
                    );
                }
                Passage::Code(_) => {}
            }
        }
    }
    let id = &guide.id;
    let mut out = vec![
        (format!("{id}, title"), Rich::text(&guide.title)),
        (format!("{id}, summary"), Rich::text(&guide.summary)),
    ];
    if let Some(ask) = &guide.verdict.ask {
        out.push((format!("{id}, verdict"), Rich::text(ask)));
    }
    add(&mut out, &format!("{id}, introduction"), &guide.intro);
    add(&mut out, &format!("{id}, wait"), &guide.wait);
    add(&mut out, &format!("{id}, after"), &guide.after);
    if let Some(support) = &guide.support {
        add(&mut out, &format!("{id}, support"), &support.passages);
    }
    for note in &guide.notes {
        add(&mut out, &format!("{id}, note"), &note.passages);
    }
    for question in &guide.questions {
        let place = format!("{id}, {}", question.id);
        out.push((place.clone(), Rich::text(&question.ask)));
        out.push((place.clone(), Rich::text(&question.one_of)));
        add(&mut out, &place, &question.hint);
    }
    for fix in &guide.fixes {
        let place = format!("{id}, {}", fix.id);
        out.push((place.clone(), Rich::text(&fix.title)));
        for said in [&fix.reason, &fix.more, &fix.wait, &fix.away] {
            add(&mut out, &place, said);
        }
        if let Some(verdict) = &fix.verdict {
            out.push((place.clone(), Rich::text(verdict)));
        }
        if let Some(check) = &fix.check {
            out.push((place.clone(), Rich::text(&check.ask)));
            add(&mut out, &place, &check.hint);
        }
        if let Some(risk) = &fix.risk {
            add(&mut out, &place, &risk.passages);
            add(&mut out, &place, &risk.first);
            risk.lost
                .iter()
                .for_each(|lost| add(&mut out, &place, lost));
        }
        for step in &fix.steps {
            add(&mut out, &format!("{place}, {}", step.id), &step.passages);
        }
    }
    out
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    // A full stop inside an address or a figure ends nothing.
    text.split_inclusive([' ', '\n'])
        .scan(0, |at, word| {
            *at += word.len();
            Some((*at, word.trim_end().ends_with(ENDS)))
        })
        .filter(|(_, ends)| *ends)
        .map(|(at, _)| at)
        .chain([text.len()])
        .scan(0, |from, to| {
            let sentence = &text[*from..to];
            *from = to;
            Some(sentence.trim())
        })
        .filter(|sentence| !sentence.is_empty())
}

fn count(text: &str) -> usize {
    text.chars().count()
}

#[test]
fn the_words_are_short() {
    for guide in guides() {
        for (place, words) in texts(&guide) {
            for sentence in sentences(&words.plain()) {
                let long = sentence.split_whitespace().count();
                assert!(long <= SENTENCE_WORDS, "{place}: {long} words: {sentence}");
            }
        }
        let asks = guide.questions.iter().map(|question| {
            let choice = Some(&question.one_of).filter(|choice| !choice.is_empty());
            choice.unwrap_or(&question.ask)
        });
        let checks = guide.fixes.iter().filter_map(|fix| fix.check.as_ref());
        for ask in asks.chain(checks.map(|check| &check.ask)) {
            assert!(ask.ends_with(QUESTION_MARKS), "{}: {ask}", guide.id);
            assert!(count(ask) <= ASK_CHARS, "{}: {ask}", guide.id);
        }
        for fix in &guide.fixes {
            let place = format!("{}, {}", guide.id, fix.id);
            assert!(count(&fix.title) <= TITLE_CHARS, "{place}: {}", fix.title);
            assert!(fix.reason.len() <= REASON_PASSAGES, "{place}: reason");
            for step in &fix.steps {
                let said: Vec<String> = step.passages.iter().map(Passage::plain).collect();
                let said = said.join(" ");
                let long = count(&said);
                assert!(long <= STEP_CHARS, "{place}: {long} characters: {said}");
            }
        }
    }
}

#[test]
fn a_sentence_ends_where_people_end_it() {
    for (text, parts) in [
        ("", vec![]),
        ("One. Two? Three", vec!["One.", "Two?", "Three"]),
        (
            "Open https://1.1.1.1 at 2.4 GHz.",
            vec!["Open https://1.1.1.1 at 2.4 GHz."],
        ),
    ] {
        assert_eq!(sentences(text).collect::<Vec<_>>(), parts);
    }
}

#[test]
fn links_are_https() {
    let mut links = 0;
    for guide in guides() {
        for (place, words) in texts(&guide) {
            for inline in words.0 {
                if let Inline::Link { href, .. } = inline {
                    assert!(href.starts_with("https://"), "{place}: {href}");
                    links += 1;
                }
            }
        }
    }
    // The reading must not have lost them: then this would prove nothing.
    let written: usize = files().iter().map(|f| f.text.matches("<a ").count()).sum();
    assert_eq!(links, written);
}
