//! Every guide in `guides/` can be shipped: it is sound, each fix can be reached and can be the one that helps, every walk
//! ends, and its words are short enough for a tired reader.
//!
//! Belongs here: what holds for each guide file, whatever it is about. Does not: the engine (`walk`), what one guide
//! says (`guide_facts.rs`).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod words;

use std::path::Path;

use unstuck_adopt::html;
use unstuck_core::guide::{Fix, Guide, Question, check};
use unstuck_core::progress::{Answer, Progress, RECORD_VERSION, Record};
use unstuck_core::walk::{Action, Screen, Walk, apply};

const RECORD_BYTES: usize = 4096;

/// A date of these years: its digits count in the record.
const START: u64 = 1_763_722_800_000;

struct File {
    /// `router` of `router.en.html`.
    stem: String,
    /// `en` of `router.en.html`.
    lang: String,
    text: String,
    guide: Guide,
}

fn files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../guides");
    let mut files: Vec<File> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let parts: Vec<&str> = name.split('.').collect();
            let [stem, lang, "html"] = parts.as_slice() else {
                panic!("{name} is not named <id>.<language>.html");
            };
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let guide = html::parse(&text).unwrap_or_else(|problems| {
                panic!("{name} is no guide: {problems:?}");
            });
            File {
                stem: (*stem).to_owned(),
                lang: (*lang).to_owned(),
                text,
                guide,
            }
        })
        .collect();
    files.sort_by(|a, b| (&a.stem, &a.lang).cmp(&(&b.stem, &b.lang)));
    files
}

fn guides() -> impl Iterator<Item = Guide> {
    files().into_iter().map(|file| file.guide)
}

/// Walks until the screen that wants no answer; `choose` says what is answered. No walk may be longer than its guide.
fn walked(guide: &Guide, choose: impl Fn(&Screen<'_>) -> Answer) -> Progress {
    let mut progress = Progress::default();
    let most = guide.questions.len() + 4 * guide.fixes.len();
    for minute in 0..=most as u64 {
        let walk = Walk::replay(guide, &progress);
        if matches!(walk.screen, Screen::Solved(..) | Screen::Exhausted) {
            return progress;
        }
        let answer = choose(&walk.screen);
        let id = walk.screen.id().to_owned();
        let said = Action::Answer { id, answer };
        progress = apply(guide, &progress, &said, START + minute * 60_000).unwrap_or_else(|| {
            let screen = &walk.screen;
            panic!("{}: {answer:?} does nothing at {screen:?}", guide.id)
        });
    }
    panic!("{}: a walk does not end", guide.id);
}

/// The answers of a reader whom nothing helps, with `asked` said to every question.
fn nothing_helps(screen: &Screen<'_>, asked: Answer) -> Answer {
    match screen {
        Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => asked,
        Screen::Confirm(..) => Answer::Confirm,
        _ => Answer::NotSolved,
    }
}

/// Every combination of answers to the opening questions.
fn combinations(guide: &Guide) -> Vec<Vec<Answer>> {
    let mut all = vec![Vec::new()];
    for _ in &guide.questions {
        all = all
            .into_iter()
            .flat_map(|said| {
                [Answer::Yes, Answer::No, Answer::Unsure].map(|answer| {
                    let mut said = said.clone();
                    said.push(answer);
                    said
                })
            })
            .collect();
    }
    all
}

/// The answers to the opening questions alone. What is not asked is not answered.
fn opened(guide: &Guide, said: &[Answer]) -> Progress {
    let mut progress = Progress::default();
    let answer = |question: &Question| {
        let place = guide.questions.iter().position(|q| q.id == question.id);
        said[place.unwrap()]
    };
    loop {
        let walk = Walk::replay(guide, &progress);
        let question = match walk.screen {
            Screen::Question(question) => question,
            // The first option that is said yes to is chosen; else what is said to the first is said to all.
            Screen::Choice(options) => options
                .iter()
                .find(|option| walk.shows(option) && answer(option) == Answer::Yes)
                .unwrap_or(&options[0]),
            _ => return progress,
        };
        let (id, answer) = (question.id.clone(), answer(question));
        progress = apply(guide, &progress, &Action::Answer { id, answer }, START).unwrap();
    }
}

#[test]
fn the_finished_guides_are_all_here() {
    let files = files().into_iter().filter(|file| file.lang == "en");
    let names: Vec<String> = files.map(|file| file.stem).collect();
    assert_eq!(names, ["iphone-backup", "laptop", "printer", "router"]);
}

#[test]
fn each_guide_is_sound_and_named_after_its_file() {
    for file in files() {
        let File {
            stem,
            lang,
            text,
            guide,
        } = file;
        assert_eq!(check(&guide), [], "{stem}");
        assert_eq!(guide.id, stem);
        assert_eq!(guide.lang, lang, "{stem}");
        assert!(
            text.starts_with(&format!("<article id=\"{stem}\"")),
            "{stem}: the page finds the article by id=\"{stem}\""
        );
    }
}

#[test]
fn each_guide_is_complete() {
    for guide in guides() {
        let id = &guide.id;
        assert!((6..=9).contains(&guide.fixes.len()), "{id}");
        for (what, there) in [
            ("summary", !guide.summary.is_empty()),
            ("questions", !guide.questions.is_empty()),
            ("support", guide.support.is_some()),
            ("wait", !guide.wait.is_empty()),
            ("after", !guide.after.is_empty()),
            ("verdict", guide.verdict != Default::default()),
            ("checks", guide.fixes.iter().any(|fix| fix.check.is_some())),
            ("risks", guide.fixes.iter().any(|fix| fix.risk.is_some())),
            ("ways back", guide.fixes.iter().any(|f| !f.away.is_empty())),
        ] {
            assert!(there, "{id} has no {what}");
        }
        for fix in &guide.fixes {
            assert!(!fix.reason.is_empty(), "{id}, {}: no reason", fix.id);
            assert!(!fix.drawing.is_empty(), "{id}, {}: no drawing", fix.id);
            assert!(fix.steps.len() > 1, "{id}, {}: one step", fix.id);
            let hint = |fix: &Fix| fix.check.as_ref().is_none_or(|c| !c.hint.is_empty());
            assert!(hint(fix), "{id}, {}: no hint for its check", fix.id);
            let first = |fix: &Fix| fix.risk.as_ref().is_none_or(|r| !r.first.is_empty());
            assert!(first(fix), "{id}, {}: nothing to have safe first", fix.id);
        }
        let mut titles: Vec<&str> = guide.fixes.iter().map(|fix| fix.title.as_str()).collect();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), guide.fixes.len(), "{id}: a title twice");
    }
}

/// Ids are for good, and no accident: none is left to be made from words that may change.
#[test]
fn each_id_is_written_down() {
    for File { text, guide, .. } in files() {
        let ids = guide
            .questions
            .iter()
            .map(|question| &question.id)
            .chain(guide.fixes.iter().map(|fix| &fix.id))
            .chain(
                guide
                    .fixes
                    .iter()
                    .flat_map(|fix| fix.steps.iter().map(|step| &step.id)),
            );
        for id in ids {
            let written = text.matches(&format!("data-unstuck-id=\"{id}\"")).count();
            assert_eq!(written, 1, "{}: {id}", guide.id);
        }
    }
}

#[test]
fn the_same_answer_everywhere_leads_to_the_end() {
    for guide in guides() {
        for asked in [Answer::Yes, Answer::No, Answer::Unsure] {
            let progress = walked(&guide, |screen| nothing_helps(screen, asked));
            let walk = Walk::replay(&guide, &progress);
            assert!(matches!(walk.screen, Screen::Exhausted), "{}", guide.id);
            assert!(walk.offered().count() > 0, "{} {asked:?}", guide.id);
            if asked == Answer::Unsure {
                // All but those that want a certain answer.
                let open = |fix: &&Fix| fix.only_if.0.iter().all(|term| !term.certain);
                let open = guide.fixes.iter().filter(open).count();
                assert_eq!(walk.offered().count(), open, "{}", guide.id);
            }
        }
    }
}

#[test]
fn each_fix_can_be_the_one_that_helps() {
    for guide in guides() {
        for fix in &guide.fixes {
            let progress = walked(&guide, |screen| match screen {
                Screen::Fix(now) if now.id == fix.id => Answer::Solved,
                Screen::Question(question) => certain(fix, &question.id),
                _ => nothing_helps(screen, Answer::Unsure),
            });
            let walk = Walk::replay(&guide, &progress);
            assert!(
                matches!(walk.screen, Screen::Solved(by, _) if by.id == fix.id),
                "{}, {}: {:?}",
                guide.id,
                fix.id,
                walk.screen
            );
        }
    }
}

/// The answer to a question that a fix wants for certain; else the one that leaves everything open.
fn certain(fix: &Fix, question: &str) -> Answer {
    let mut terms = fix.only_if.0.iter();
    match terms.find(|term| term.certain && term.fact == question) {
        Some(term) if term.holds => Answer::Yes,
        Some(_) => Answer::No,
        None => Answer::Unsure,
    }
}

#[test]
fn each_case_has_fixes_and_each_fix_has_steps() {
    for guide in guides() {
        for said in combinations(&guide) {
            let progress = opened(&guide, &said);
            let walk = Walk::replay(&guide, &progress);
            assert!(walk.offered().count() > 0, "{} {said:?}", guide.id);
            for state in walk.offered() {
                let steps = walk.steps(state.fix).count();
                assert!(steps > 0, "{}, {}: {said:?}", guide.id, state.fix.id);
            }
        }
    }
}

/// Under plain answers, without the "not sure" that opens both ways: else a question, fix, step or note is for nobody.
#[test]
fn every_part_can_be_reached() {
    for guide in guides() {
        let mut cases = combinations(&guide);
        cases.retain(|said| !said.contains(&Answer::Unsure));
        let cases: Vec<Progress> = cases.iter().map(|said| opened(&guide, said)).collect();
        let walks: Vec<Walk<'_>> = cases
            .iter()
            .map(|case| Walk::replay(&guide, case))
            .collect();
        for question in &guide.questions {
            let asked = |walk: &Walk<'_>| walk.trail.iter().any(|key| key.id == question.id);
            assert!(walks.iter().any(asked), "{}, {}", guide.id, question.id);
        }
        for note in &guide.notes {
            let shown = |walk: &Walk<'_>| walk.notes().any(|shown| shown == note);
            assert!(walks.iter().any(shown), "{}: {note:?}", guide.id);
        }
        for fix in &guide.fixes {
            for step in &fix.steps {
                let shown = |walk: &Walk<'_>| {
                    walk.offered().any(|state| state.fix.id == fix.id)
                        && walk.steps(fix).any(|shown| shown.id == step.id)
                };
                assert!(walks.iter().any(shown), "{}, {}", guide.id, step.id);
            }
        }
    }
}

/// A battery that may burn: whatever else is said, there is no other fix, nothing to press before it, and its first words
/// are about getting away.
#[test]
fn a_dangerous_battery_is_never_charged() {
    let guide = guides().find(|guide| guide.id == "laptop").unwrap();
    let question = guide.questions.first().unwrap();
    assert_eq!(question.id, "danger");
    for said in combinations(&guide) {
        let progress = opened(&guide, &said);
        let walk = Walk::replay(&guide, &progress);
        let offered: Vec<&str> = walk.offered().map(|s| s.fix.id.as_str()).collect();
        match said[0] {
            Answer::No => assert!(!offered.contains(&"stop"), "{said:?}"),
            // Not sure whether it may burn is the same as yes.
            _ => assert_eq!(offered, ["stop"], "{said:?}"),
        }
        if said[0] != Answer::No {
            assert!(matches!(walk.screen, Screen::Fix(fix) if fix.id == "stop"));
            assert!(walk.notes().count() > 0, "{said:?}");
        }
    }
    let stop = guide.fix("stop").unwrap();
    let step = |place: usize| stop.steps[place].passages[0].plain();
    assert!(step(0).contains("leave the room"), "{}", step(0));
    let all: Vec<String> = (0..stop.steps.len()).map(step).collect();
    let all = all.join("\n");
    for words in ["Do not charge", "pierce", "emergency number", "repair shop"] {
        assert!(all.contains(words), "{words}: {all}");
    }
}

/// The longest record there can be: everything asked, ticked, waited for and not solved.
#[test]
fn the_record_of_a_full_walk_is_small() {
    for guide in guides() {
        let mut progress = Progress::default();
        let mut seq = 0;
        let mut now = START;
        loop {
            let walk = Walk::replay(&guide, &progress);
            let answer = match walk.screen {
                Screen::Exhausted => break,
                Screen::Fix(_) => Answer::StillRunning,
                Screen::Question(question) => {
                    let wanted = guide.fixes.iter().map(|fix| certain(fix, &question.id));
                    let mut wanted = wanted.filter(|answer| *answer != Answer::Unsure);
                    wanted.next().unwrap_or(Answer::Unsure)
                }
                ref screen => nothing_helps(screen, Answer::Unsure),
            };
            let mut actions = Vec::new();
            if let Screen::Fix(fix) = walk.screen {
                actions.extend(walk.steps(fix).map(|step| Action::Tick {
                    step: step.id.clone(),
                    done: true,
                }));
            }
            let id = walk.screen.id().to_owned();
            actions.push(Action::Answer { id, answer });
            for action in actions {
                now += 60_000;
                seq += 1;
                progress = apply(&guide, &progress, &action, now).unwrap();
            }
        }
        for state in Walk::replay(&guide, &progress).offered() {
            let fix = state.fix;
            let ticked = |step: &str| progress.ticked(&fix.id, step);
            assert!(fix.steps.iter().all(|step| ticked(&step.id)), "{}", fix.id);
        }
        let record = Record {
            v: RECORD_VERSION,
            guide: guide.id.clone(),
            rev: u32::MAX,
            seq: unstuck_core::Seq(seq),
            progress,
        };
        let text = record.to_text();
        assert!(
            text.len() <= RECORD_BYTES,
            "{}: {} bytes",
            guide.id,
            text.len()
        );
        assert_eq!(Record::from_text(&text, &guide.id, u64::MAX), Ok(record));
    }
}
