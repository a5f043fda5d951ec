//! Editions: answers given in one language hold in the others.

use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Progress};
use unstuck_core::walk::{Action, Screen, Walk, answer_changed, apply, step_changed};

use super::support::parsed;

/// A guide whose safety hangs on answers: a question that a condition wants exactly, a choice, a risk and steps.
const ENGLISH: &str = r#"<article lang="en" data-unstuck-guide="lamp" data-unstuck-edition="1"><h1>The lamp stays dark</h1>
  <p data-unstuck-id="smell" data-unstuck-ask="Does it smell burnt?">x</p>
  <p data-unstuck-id="wall" data-unstuck-one-of="Where is it?" data-unstuck-ask="On the wall">x</p>
  <p data-unstuck-id="desk" data-unstuck-one-of="Where is it?" data-unstuck-ask="On the desk">x</p>
  <section data-unstuck-id="bulb" data-unstuck-only-if="smell=no" data-unstuck-ask="Is the bulb new?"><h2>Change the bulb</h2>
    <div data-unstuck-risk="permanent"><ul data-unstuck-lost><li>The old bulb is gone.</li></ul></div>
    <ol><li data-unstuck-id="out">Take it out.</li><li data-unstuck-id="in">Put one in.</li></ol></section></article>"#;

/// Its words in another language.
fn german() -> String {
    let words = [
        ("lang=\"en\"", "lang=\"de\""),
        ("The lamp stays dark", "Die Lampe bleibt dunkel"),
        ("Does it smell burnt?", "Riecht sie verbrannt?"),
        ("Where is it?", "Wo ist sie?"),
        ("On the wall", "An der Wand"),
        ("On the desk", "Auf dem Tisch"),
        ("Is the bulb new?", "Ist die Birne neu?"),
        ("Change the bulb", "Birne wechseln"),
        ("The old bulb is gone.", "Die alte Birne ist weg."),
        ("Take it out.", "Dreh sie heraus."),
        ("Put one in.", "Dreh eine neue hinein."),
    ];
    let english = ENGLISH.to_owned();
    words.iter().fold(english, |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

/// Through all that is asked, and a tick.
fn answered(guide: &Guide) -> Progress {
    let mut progress = Progress::default();
    for (id, answer) in [
        ("smell", Answer::No),
        ("desk", Answer::Yes),
        ("bulb", Answer::No),
        ("bulb", Answer::Confirm),
    ] {
        let id = id.to_owned();
        let action = Action::Answer { id, answer };
        progress = apply(guide, &progress, &action, 1000).unwrap();
    }
    let step = "out".to_owned();
    let tick = Action::Tick { step, done: true };
    apply(guide, &progress, &tick, 2000).unwrap()
}

/// Where the answers to one guide lead in another, and whether any of them counts as given to other words.
fn followed(from: &str, to: &str) -> (String, bool) {
    let (from, to) = (parsed(from), parsed(to));
    let progress = answered(&from);
    let walk = Walk::replay(&to, &progress);
    let mut changed = progress
        .answers()
        .any(|(key, _)| answer_changed(&walk, &progress, key));
    for fix in &to.fixes {
        changed |= fix
            .steps
            .iter()
            .any(|step| step_changed(&progress, &fix.id, step));
    }
    (walk.screen.name().to_owned(), changed)
}

#[test]
fn answers_hold_in_every_language_of_an_edition() {
    assert_eq!(followed(ENGLISH, &german()), ("fix".to_owned(), false));
    assert_eq!(followed(&german(), ENGLISH), ("fix".to_owned(), false));
    assert_eq!(parsed(ENGLISH).rev, parsed(&german()).rev);
}

#[test]
fn without_an_edition_other_words_are_other_words() {
    let bare = |text: &str| text.replace(" data-unstuck-edition=\"1\"", "");
    // What safety hangs on is asked anew.
    assert_eq!(
        followed(&bare(ENGLISH), &bare(&german())),
        ("question".to_owned(), true)
    );
    assert_ne!(parsed(&bare(ENGLISH)).rev, parsed(&bare(&german())).rev);
}

#[test]
fn an_edition_that_is_told_later_changes_nothing() {
    let bare = ENGLISH.replace(" data-unstuck-edition=\"1\"", "");
    assert_eq!(followed(&bare, ENGLISH), ("fix".to_owned(), false));
}

#[test]
fn another_edition_is_other_words_for_what_it_stands_on() {
    for (mark, screen) in [
        ("data-unstuck-id=\"smell\"", "question"),
        ("data-unstuck-id=\"wall\"", "fix"),
        ("data-unstuck-id=\"bulb\"", "confirm"),
        ("data-unstuck-id=\"out\"", "fix"),
        ("lang=\"de\"", "question"),
    ] {
        let marked = match mark {
            "lang=\"de\"" => german().replace("edition=\"1\"", "edition=\"2\""),
            mark => german().replace(mark, &format!("{mark} data-unstuck-edition=\"2\"")),
        };
        assert_eq!(
            followed(ENGLISH, &marked),
            (screen.to_owned(), true),
            "{mark}"
        );
        assert_ne!(parsed(ENGLISH).rev, parsed(&marked).rev, "{mark}");
    }
}

#[test]
fn a_risk_that_cannot_be_undone_any_more_is_told_again() {
    let reversible = ENGLISH.replace("permanent", "reversible");
    assert_eq!(followed(&reversible, ENGLISH).0, "confirm");
}

#[test]
fn what_is_within_inherits_the_edition() {
    let text = ENGLISH.replace(
        "data-unstuck-id=\"bulb\"",
        "data-unstuck-id=\"bulb\" data-unstuck-edition=\"3\"",
    );
    let guide = parsed(&text);
    let fix = &guide.fixes[0];
    let steps: Vec<&str> = fix.steps.iter().map(|step| &*step.edition).collect();
    assert_eq!((&*fix.edition, steps), ("3", vec!["3", "3"]));
    assert!(
        guide
            .questions
            .iter()
            .all(|question| question.edition == "1")
    );
    let Screen::Question(first) = Walk::replay(&guide, &Progress::default()).screen else {
        panic!("a question comes first");
    };
    assert_eq!(first.id, "smell");
}
