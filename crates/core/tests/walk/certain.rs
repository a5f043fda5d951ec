//! An answer that safety hangs on counts for the words that it was given to.

use proptest::prelude::*;
use unstuck_core::guide::{Condition, Guide};
use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::walk::{Action, Screen, Walk, apply, step_changed};

use super::support::{change, only_if, parsed, place, said, say};

/// A question of its own that a certain condition names, one that decides whether it is asked, a choice, and a risk.
const GAS: &str = r#"<article data-unstuck-guide="gas"><h1>No hot water</h1>
  <p data-unstuck-id="winter" data-unstuck-ask="Is it winter?">x</p>
  <p data-unstuck-id="old" data-unstuck-ask="Is it older than ten years?">x</p>
  <p data-unstuck-id="indoors" data-unstuck-ask="Is the heater indoors?">x</p>
  <p data-unstuck-id="gas" data-unstuck-only-if="indoors" data-unstuck-ask="Do you smell gas?">x</p>
  <p data-unstuck-id="none" data-unstuck-one-of="What is lit?" data-unstuck-ask="Nothing">x</p>
  <p data-unstuck-id="red" data-unstuck-only-if="old" data-unstuck-one-of="What is lit?" data-unstuck-ask="A red lamp">x</p>
  <h2 data-unstuck-id="match" data-unstuck-only-if="gas=no">Strike a match</h2><ol><li data-unstuck-id="strike">Do</li></ol>
  <h2 data-unstuck-id="valve">Turn the valve</h2>
  <ol><li data-unstuck-id="turn">Turn</li><li data-unstuck-id="open" data-unstuck-only-if="red=no">Open it</li></ol>
  <section data-unstuck-id="drain" data-unstuck-ask="Is it empty?"><h2>Drain it</h2>
    <div data-unstuck-risk="permanent"><p>The floor gets wet.</p><ul data-unstuck-lost><li>A carpet</li></ul>
    <p data-unstuck-first>Have a bucket.</p></div><ol><li data-unstuck-id="plug">Pull the plug.</li></ol></section>
  <h2 data-unstuck-id="call">Call someone</h2><ol><li>Do</li></ol>
</article>"#;

use Answer::{Confirm, No, NotSolved, Skip, Yes};

/// No, no, yes, no, "Nothing", and the first fix done.
fn on_the_second_fix(guide: &Guide) -> Progress {
    let progress = said(guide, &[No, No, Yes, No]);
    let chosen = Action::Answer {
        id: "none".into(),
        answer: Yes,
    };
    let progress = apply(guide, &progress, &chosen, 1).unwrap();
    say(guide, &progress, NotSolved, 1).unwrap()
}

#[test]
fn an_answer_to_other_words_is_asked_again_where_a_certain_condition_hangs_on_it() {
    let guide = parsed(GAS);
    let progress = on_the_second_fix(&guide);
    for (from, to, screen) in [
        ("", "", ("fix", "valve")),
        (
            "Do you smell gas?",
            "Do you like autumn?",
            ("question", "gas"),
        ),
        // It decides whether the other is asked.
        (
            "Is the heater indoors?",
            "Is it blue?",
            ("question", "indoors"),
        ),
        (
            "Is it older than ten years?",
            "Is it old?",
            ("question", "old"),
        ),
        // Of a choice the option's words, its question, and an option that was not there.
        (
            "ask=\"Nothing\"",
            "ask=\"A green lamp\"",
            ("question", "none"),
        ),
        ("What is lit?", "What is not?", ("question", "none")),
        ("data-unstuck-only-if=\"old\" ", "", ("question", "none")),
        // Nothing hangs on it.
        ("Is it winter?", "Is it cold?", ("fix", "valve")),
        // The explanation next to it is no word of the question.
        (
            "ask=\"Do you smell gas?\">x",
            "ask=\"Do you smell gas?\">Sniff.",
            ("fix", "valve"),
        ),
    ] {
        let edited = parsed(&GAS.replace(from, to));
        let walk = Walk::replay(&edited, &progress);
        assert_eq!(place(&walk.screen), (screen.0, screen.1.to_owned()), "{to}");
        if screen.0 == "question" {
            // Said again, it counts, and what came after it still stands.
            let again = say(&edited, &progress, No, 9).unwrap();
            let next = place(&Walk::replay(&edited, &again).screen);
            assert!(next.0 == "fix", "{to}: {next:?}");
        }
    }
}

#[test]
fn an_unknown_revision_is_none() {
    let guide = parsed(GAS);
    let other = parsed(&GAS.replace("=no", ""));
    let progress = on_the_second_fix(&guide);
    let unknown = super::support::unknown_revisions(&guide, &progress);
    let screen = |guide: &Guide| place(&Walk::replay(guide, &unknown).screen);
    assert_eq!(screen(&guide), ("question", "old".into()));
    assert_eq!(screen(&other).0, "fix", "nothing is certain there");
}

#[test]
fn a_risk_is_accepted_as_it_was_told() {
    let guide = parsed(GAS);
    let valve = on_the_second_fix(&guide);
    let check = say(&guide, &valve, NotSolved, 1).unwrap();
    let confirm = say(&guide, &check, No, 1).unwrap();
    let accepted = say(&guide, &confirm, Confirm, 1).unwrap();
    let skipped = say(&guide, &confirm, Skip, 1).unwrap();
    let done = say(&guide, &accepted, NotSolved, 1).unwrap();
    for (from, to, asked) in [
        ("", "", false),
        ("The floor gets wet.", "The house gets wet.", true),
        ("A carpet", "All carpets", true),
        ("Have a bucket.", "Have two.", true),
        ("=\"permanent\"", "=\"reversible\"", true),
        ("Drain it", "Drain all", true),
        ("Pull the plug.", "Pull it.", false),
        ("The floor gets wet.", "<b>The floor</b> gets wet.", false),
    ] {
        let edited = parsed(&GAS.replace(from, to));
        let screen = |progress| place(&Walk::replay(&edited, progress).screen);
        let wanted = if asked { "confirm" } else { "fix" };
        assert_eq!(screen(&accepted), (wanted, "drain".into()), "{to}");
        assert_eq!(screen(&skipped), ("fix", "call".into()), "{to}");
        // A verdict speaks for itself; its steps do not show before the risk was accepted.
        assert_eq!(screen(&done), ("fix", "call".into()), "{to}");
        let back = apply(&edited, &done, &Action::Back, 1).unwrap();
        assert_eq!(screen(&back), (wanted, "drain".into()), "{to}");
        let reopened = change(&edited, &done, Kind::Verdict, "drain").unwrap();
        let walk = Walk::replay(&edited, &reopened);
        assert_eq!(place(&walk.screen), (wanted, "drain".into()), "{to}");
        assert_eq!(walk.reopened, Some(NotSolved), "{to}");
        // Back leaves the verdict as it was; accepting leads to it.
        let left = apply(&edited, &reopened, &Action::Back, 1).unwrap();
        assert_eq!(
            (screen(&left).1.as_str(), left.answers().count()),
            ("call", done.answers().count())
        );
        if asked {
            let on = say(&edited, &reopened, Confirm, 1).unwrap();
            let walk = Walk::replay(&edited, &on);
            assert_eq!(place(&walk.screen), ("fix", "drain".into()));
            assert_eq!(walk.reopened, Some(NotSolved));
            let drain = edited.fix("drain").unwrap();
            assert!(!step_changed(&on, "drain", &drain.steps[0]));
        }
    }
}

/// Whether a question's fact is known of an answer to these very words: its own, its choice's, or one that kept it from being
/// asked.
fn is_sure(guide: &Guide, walk: &Walk<'_>, progress: &Progress, id: &str) -> bool {
    let Some(choice) = guide
        .choices()
        .find(|choice| choice.iter().any(|one| one.id == *id))
    else {
        return true;
    };
    let own = choice.iter().any(|option| {
        let key = Key::new(Kind::Question, option.id.clone());
        let given = progress.given(Kind::Question, &option.id);
        given.is_some_and(|given| given.rev == walk.revision(&key))
    });
    let one = guide.question(id).unwrap();
    let deciders = |condition: &Condition| -> bool {
        let mut terms = condition.0.iter();
        !condition.0.is_empty() && terms.all(|term| is_sure(guide, walk, progress, &term.fact))
    };
    own || (!walk.shows(one) && deciders(&one.only_if))
}

/// An article whose conditions are picked by numbers: of each question that comes before, none, yes, no, or certainly no.
fn article(questions: &[(u8, bool)], fixes: &[u8], word: &str) -> String {
    let condition = |pick, before| only_if(pick, before, &[("", ""), ("", "=no"), ("!", "")]);
    let mut out = String::from("<article data-unstuck-guide='random'><h1>Random</h1>");
    for (at, (pick, joins)) in questions.iter().enumerate() {
        // An option's condition can name no option of its choice: none is named here.
        let (one_of, only_if) = if *joins {
            ("data-unstuck-one-of='Which?'", condition(*pick, at.min(1)))
        } else {
            ("", condition(*pick, at))
        };
        out.push_str(&format!(
            "<p data-unstuck-id='q{at}' data-unstuck-ask='Q{at}{word}?' {one_of} {only_if}>x</p>"
        ));
    }
    for (at, pick) in fixes.iter().enumerate() {
        let only_if = condition(*pick, questions.len());
        out.push_str(&format!(
            "<h2 data-unstuck-id='f{at}' {only_if}>F{at}</h2><ol><li data-unstuck-id='s'>Do</li></ol>"
        ));
    }
    out + "</article>"
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    /// Whatever guides the answers were given in before.
    #[test]
    fn no_fix_behind_a_certain_condition_shows_before_its_question_was_answered_as_it_is_asked_now(
        questions in prop::collection::vec((any::<u8>(), any::<bool>()), 1..4),
        edited in prop::collection::vec((any::<u8>(), any::<bool>()), 1..4),
        fixes in prop::collection::vec(any::<u8>(), 1..5),
        rewords in any::<bool>(),
        forgets in any::<bool>(),
        picks in prop::collection::vec((any::<u8>(), any::<u8>()), 1..24),
    ) {
        let word = if rewords { " now" } else { "" };
        let before = unstuck_adopt::html::parse(&article(&questions, &fixes, ""));
        let after = unstuck_adopt::html::parse(&article(&edited, &fixes, word));
        let (Ok(before), Ok(after)) = (before, after) else { return Ok(()) };
        let mut progress = Progress::default();
        for (step, (pick, which)) in picks.iter().enumerate() {
            let guide = if step < picks.len() / 2 { &before } else { &after };
            if forgets && step == picks.len() / 2 {
                progress = super::support::unknown_revisions(guide, &progress);
            }
            let walk = Walk::replay(guide, &progress);
            if let Screen::Fix(fix) = walk.screen {
                for term in fix.only_if.0.iter().filter(|term| term.certain) {
                    prop_assert!(is_sure(guide, &walk, &progress, &term.fact), "{} {term:?} {progress:?}", fix.id);
                }
            }
            let action = match pick % 8 {
                0 => Action::Back,
                1 => {
                    let given: Vec<Key> = progress.answers().map(|(key, _)| key.clone()).collect();
                    match given.get(usize::from(*which) % given.len().max(1)) {
                        Some(key) => Action::Change(key.clone()),
                        None => Action::Back,
                    }
                }
                _ => {
                    let id = match walk.screen {
                        Screen::Choice(options) => options[usize::from(*which) % options.len()].id.clone(),
                        screen => screen.id().to_owned(),
                    };
                    let answer = [Answer::Yes, No, Answer::Unsure, NotSolved][usize::from(which % 4)];
                    let answer = if matches!(walk.screen, Screen::Fix(_)) { NotSolved } else { answer };
                    Action::Answer { id, answer }
                }
            };
            progress = apply(guide, &progress, &action, 1).unwrap_or(progress);
        }
    }
}
