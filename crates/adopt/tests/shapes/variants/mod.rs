//! The same article in other markup makes the same guide: what a site's templates and editors do to markup, and readers do not see.
//!
//! Belongs here: ways to write an article differently, tried on the rows of all tables. Does not: what a guide should be (the rows say).

mod tree;
mod ways;

use unstuck_adopt::{guide, html};
use unstuck_core::guide::Element;

use ways::{VARIANTS, Variant};

/// What is made of an article, written down.
fn made(article: &Element) -> String {
    match guide(article) {
        Ok(guide) => format!(
            "{}\n{}{}",
            guide.title,
            crate::drawn(&guide),
            crate::told(&guide)
        ),
        Err(problems) => format!("refused: {}", problems[0].rule.name()),
    }
}

/// What still makes another guide.
const LEFT: &[(&str, &str)] = &[
    // A rule in the box parts its heading from what follows.
    (
        "rules between blocks",
        "a box with the heading of what follows it, whatever its looks",
    ),
    (
        "buttons that open panels",
        "a box with the heading of what follows it, whatever its looks",
    ),
    // A message in code is no title of what unfolds.
    (
        "buttons that open panels",
        "a message in code over what is behind it, among symptoms",
    ),
    // What unfolds within what unfolds is a part of it.
    (
        "sections that unfold",
        "all that a heading has stands in one note that unfolds",
    ),
    (
        "sections that unfold",
        "summaries under headings that group them",
    ),
    (
        "sections that unfold",
        "summaries below headings that group them",
    ),
    (
        "sections that unfold",
        "summaries below headings and sub-headings, one of which sends to a forum",
    ),
    // The last note is not all that its heading has.
    (
        "what a page has around its article",
        "all that a heading has stands in one note that unfolds",
    ),
];

/// Rows that make another guide in other markup, but for those that are known to.
fn wrong(variants: impl Fn(usize) -> Vec<&'static Variant>) -> Vec<String> {
    // Signs that look the same are the same here, and so are capitals.
    let folded = |text: &str| text.replace('\u{a0}', " ").replace('’', "'").to_lowercase();
    let mut out = Vec::new();
    for (at, case) in crate::all().enumerate() {
        let article = html::article(&format!("<article>{}</article>", case.article));
        let before = made(&article);
        for variant in variants(at) {
            let after = made(&(variant.write)(article.clone()));
            if folded(&before) != folded(&after) && !LEFT.contains(&(variant.name, case.shape)) {
                out.push(format!(
                    "{}, with {}:\n{after}instead of:\n{before}",
                    case.shape, variant.name
                ));
            }
        }
    }
    out
}

#[test]
fn other_markup_makes_the_same_guide() {
    // Each row in one of them; the test below has all.
    let wrong = wrong(|at| vec![&VARIANTS[at % VARIANTS.len()]]);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "the same for all of them takes minutes"]
fn any_other_markup_makes_the_same_guide() {
    let wrong = wrong(|_| VARIANTS.iter().collect());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
