//! What not sure keeps from the reader, told before it is said.

use unstuck_core::progress::{Answer, Progress};
use unstuck_core::walk::{Action, Walk, apply};

use super::support::parsed;

/// A guide of questions, and of fixes under these conditions.
fn withheld(questions: &[(&str, &str)], fixes: &[&str], said: &[Answer]) -> usize {
    let mut text = "<article><h1>Stuck</h1>".to_owned();
    for (id, marks) in questions {
        text += &format!("<p data-unstuck-id={id} data-unstuck-ask='{id}?' {marks}>x</p>");
    }
    for (place, only_if) in fixes.iter().enumerate() {
        text += &format!(
            "<h2 data-unstuck-id=f{place} data-unstuck-only-if='{only_if}'>Fix {place}</h2><ol><li>Do</li></ol>"
        );
    }
    let guide = parsed(&format!("{text}</article>"));
    let mut progress = Progress::default();
    for answer in said {
        let id = Walk::replay(&guide, &progress).screen.id().to_owned();
        progress = apply(
            &guide,
            &progress,
            &Action::Answer {
                id,
                answer: *answer,
            },
            1_000,
        )
        .unwrap();
    }
    Walk::replay(&guide, &progress).withheld_if_unsure()
}

#[test]
fn not_sure_withholds_what_wants_to_be_certain() {
    let (a, b) = (("a", ""), ("b", ""));
    let b_if_safe = ("b", "data-unstuck-only-if=a=no");
    let none: &[Answer] = &[];
    for (questions, fixes, said, count) in [
        (&[a][..], &["", "a", "!a"][..], none, 0),
        (&[a], &["a=no", "a=no", "a", ""], none, 2),
        (&[a], &["a=yes", "a=no", ""], none, 2),
        // A fix that another certain question decides is none of this one's doing.
        (&[a, b], &["a=no", "b=no", ""], none, 1),
        (&[a, b], &["a=no", "b=no", ""], &[Answer::No], 1),
        (&[a, b], &["a=no b=no", ""], &[Answer::Yes], 0),
        // Not asked, and so answered no: what hangs on it is withheld too.
        (&[a, b_if_safe], &["b", "a=no", ""], none, 2),
        (&[a, b_if_safe], &["!b", ""], none, 0),
    ] {
        assert_eq!(
            withheld(questions, fixes, said),
            count,
            "{questions:?} {fixes:?} {said:?}"
        );
    }
}

#[test]
fn of_a_choice_it_counts_as_a_whole() {
    let option = "data-unstuck-one-of=Which";
    let options = [("a", option), ("b", option)];
    assert_eq!(withheld(&options, &["a", "b", ""], &[]), 0);
    assert_eq!(withheld(&options, &["a=yes", "b", ""], &[]), 1);
}
