//! Each problem that can be reported to an author.

use unstuck_adopt::{html, prepare};
use unstuck_core::guide::{Part, check, read, ready};

use super::support::{REAL, checked, marked, parsed, told};

#[test]
fn the_real_guide_is_sound() {
    assert_eq!(check(&parsed(REAL)), []);
}

#[test]
fn an_article_that_is_no_guide_says_why() {
    let title = "the article: has no title; begin it with a heading";
    let fix = "the article: has no fix; mark the heading of each with data-unstuck-id, or leave all marks out";
    for (text, wanted) in [
        ("", vec![title, fix]),
        ("<article></article>", vec![title, fix]),
        (
            "<article><h1> </h1><p>Words only.</p></article>",
            vec![title, fix],
        ),
        ("<article><h1>T</h1><p>Words only.</p></article>", vec![fix]),
        (
            "<article><h1>T</h1><h3>F</h3><ul></ul></article>",
            vec![fix],
        ),
        (
            "<article><h1>T</h1><h3>F</h3><ul><li>Do</li></ul></article>",
            vec![fix],
        ),
        (
            "<article><p>x</p><h2 data-unstuck-id=f>F</h2><ul><li>Do</ul></article>",
            vec![title],
        ),
    ] {
        assert_eq!(told(&marked(text).unwrap_err()), wanted, "{text}");
    }
}

#[test]
fn the_check_names_each_mistake_and_its_place() {
    let fix = "<h2 data-unstuck-id=f>F</h2><ul><li data-unstuck-id=s>Do</ul>";
    let question = |id: &str, more: &str| {
        format!("<p data-unstuck-id='{id}' data-unstuck-ask='Q?' {more}>h</p>")
    };
    let unknown = |place: &str, fact: &str| {
        format!(
            "{place}: has a condition on \"{fact}\", which no question before it asks; ask it, or correct the name"
        )
    };
    let strange = "has an id with more than letters, digits, hyphens, underscores and full stops; use only these";
    let twice = "has a duplicate id; choose a unique one";
    let only_if = |fact: &str| format!("data-unstuck-only-if='{fact}'");
    for (inside, wanted) in [
        (fix.to_owned(), vec![]),
        // A fact that nobody asks: of a question, a note, a fix, a step.
        (question("a", &only_if("b")) + fix, vec![unknown("question \"a\"", "b")]),
        (format!("<p data-unstuck-note {}>N</p>{fix}", only_if("!n")), vec![unknown("a note", "n")]),
        (
            format!("<h2 data-unstuck-id=f {}>F</h2><ul><li>Do</ul>", only_if("x, !y")),
            vec![unknown("fix \"f\"", "x"), unknown("fix \"f\"", "y")],
        ),
        (
            format!("<h2 data-unstuck-id=f>F</h2><ul><li data-unstuck-id=s {}>Do</ul>", only_if("z")),
            vec![unknown("fix \"f\", step \"s\"", "z")],
        ),
        // Asked, but later, or of itself; a fix's check question is no fact.
        (
            question("a", &only_if("b")) + &question("b", "") + fix,
            vec![unknown("question \"a\"", "b")],
        ),
        (question("a", &only_if("a")) + fix, vec![unknown("question \"a\"", "a")]),
        (
            format!("{fix}<h2 data-unstuck-id=g {}>G</h2><ul><li>Do</ul>", only_if("f")),
            vec![unknown("fix \"g\"", "f")],
        ),
        // The same id twice.
        (
            question("a", "") + &question("a", "") + fix,
            vec![format!("question \"a\": {twice}")],
        ),
        (question("f", "") + fix, vec![format!("fix \"f\": {twice}")]),
        (format!("{fix}{fix}"), vec![format!("fix \"f\": {twice}")]),
        (
            "<h2 data-unstuck-id=f>F</h2><ul><li data-unstuck-id=s>A<li data-unstuck-id=s>B</ul>".to_owned(),
            vec![format!("fix \"f\", step \"s\": {twice}")],
        ),
        // Nothing to do.
        (
            "<h2 data-unstuck-id=f>F</h2><p>Words.</p>".to_owned(),
            vec!["fix \"f\": has no step; put a list of steps under its heading".to_owned()],
        ),
        // A risk that says nothing.
        (
            format!("{fix}<div data-unstuck-risk=permanent><p>Careful!</p></div>"),
            vec![
                "fix \"f\": has a risk that does not say what is lost; add a list marked data-unstuck-lost"
                    .to_owned(),
            ],
        ),
        // Ids that a record or a link cannot contain.
        (question("my q", "") + fix, vec![format!("question \"my q\": {strange}")]),
        (question("ü", "") + fix, vec![format!("question \"ü\": {strange}")]),
        (
            "<h2 data-unstuck-id='a\"b'>F</h2><ul><li data-unstuck-id='c\\d'>Do</ul>".to_owned(),
            vec![
                format!("fix \"a\"b\": {strange}"),
                format!("fix \"a\"b\", step \"c\\d\": {strange}"),
            ],
        ),
        ("<h2 data-unstuck-id=A-b_c.9>F</h2><ul><li>Do</ul>".to_owned(), vec![]),
    ] {
        assert_eq!(checked(&inside), wanted, "{inside}");
    }
    let guide =
        parsed("<article data-unstuck-guide='a/b'><h1>T</h1><h2>F</h2><ul><li>Do</ul></article>");
    assert_eq!(told(&check(&guide)), [format!("the guide: {strange}")]);
    // One that has none is named by its place.
    let guide = parsed("<article><h1>!?</h1><h2>F</h2><ul><li>Do</ul></article>");
    assert_eq!(told(&check(&guide)), [""; 0]);
}

/// A value that is none might have meant the opposite of the default.
#[test]
fn a_value_that_is_none_is_refused() {
    for (marks, risk, said) in [
        (
            "pass-on=No",
            "permanent",
            "`pass-on` \"No\"; write yes or no",
        ),
        (
            "pass-on=' no'",
            "permanent",
            "`pass-on` \" no\"; write yes or no",
        ),
        (
            "pass-as=Cannot",
            "permanent",
            "`pass-as` \"Cannot\"; write not-needed or cannot",
        ),
        (
            "pass-as=no",
            "permanent",
            "`pass-as` \"no\"; write not-needed or cannot",
        ),
        (
            "pass-on=no",
            "Reversible",
            "`risk` \"Reversible\"; write permanent or reversible",
        ),
        (
            "pass-on=no",
            "yes",
            "`risk` \"yes\"; write permanent or reversible",
        ),
    ] {
        let article = html::article(&format!(
            "<article><h1>T</h1><section data-unstuck-id=a data-unstuck-ask='So?' data-unstuck-{marks}><h2>A</h2>
             <div data-unstuck-risk='{risk}'><ul data-unstuck-lost><li>All</ul></div><ol><li>Do</ol></section></article>"
        ));
        let problems = read(&article).unwrap_err();
        assert_eq!(told(&problems), [format!("fix \"a\": cannot have {said}")]);
        let found = (problems[0].rule.name(), problems[0].part);
        assert_eq!(found, ("bad-value", Part::Fix(0)));
        assert!(ready(&article).is_none(), "{said}");
        assert!(prepare(&article).is_err(), "{said}");
    }
}
