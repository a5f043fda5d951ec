//! The guide's revision.

use super::support::{REAL, article, parsed};

#[test]
fn the_widget_in_the_article_does_not_change_its_revision() {
    let with = REAL.replace(
        "</header>",
        "</header><unstuck-guide article='#x'><p>Loading</p></unstuck-guide>",
    );
    assert_eq!(parsed(&with), parsed(REAL));
}

#[test]
fn an_edit_of_any_word_or_mark_changes_the_revision() {
    let base = "<h2 data-unstuck-id=a>F</h2><p>Log in <a href='https://a.example/'>here</a></p><ul><li>Do</ul>";
    let rev = article(base).rev;
    for (from, to) in [
        ("Log in", "Log\n   in"),
        ("<p>", "\n  <p>\n"),
        ("</p>", " </p> "),
        ("<li>Do", "<li> <!-- a comment -->Do "),
    ] {
        assert_eq!(article(&base.replace(from, to)).rev, rev, "{from} -> {to}");
    }
    for (from, to) in [
        ("Log in", "Log on"),
        ("=a>", "=b>"),
        ("a.example", "b.example"),
        ("<li>Do", "<li>Do<li>Do"),
        ("h2", "h3"),
        ("=a>", "=a data-unstuck-risk>"),
        // Where a word, a value or an element ends.
        ("Log in", "Login"),
        ("Log in <a", "Log in<a"),
        ("<li>Do", "<li>D<b>o</b>"),
        ("=a>", "='a data-unstuck-risk'>"),
        ("<ul><li>Do</ul>", "<ul><li>Do<ul></ul></ul>"),
    ] {
        assert_ne!(article(&base.replace(from, to)).rev, rev, "{from} -> {to}");
    }
}
