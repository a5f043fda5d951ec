//! Articles that are deep, long or random.

use proptest::prelude::*;
use unstuck_adopt::html;
use unstuck_core::guide::limits::{
    MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH, MAX_FIXES, MAX_NODES, MAX_PIECES, MAX_QUESTIONS,
    MAX_TERMS,
};
use unstuck_core::guide::{Block, Element, Node, Part, Rule, Size, blocks, check, read, ready};

use super::support::{marked, parsed};

/// The rule by which an article is refused, and what it names.
fn refused(text: &str) -> Option<(Rule, String)> {
    let problem = html::read(text).err()?;
    Some((problem.rule, problem.message))
}

#[test]
fn deep_nesting_is_refused() {
    // `object` bounds the parser's scopes: 100,000 nested `div` take it minutes, whatever is done with them.
    for (tag, depth) in [("object", 100_000), ("div", 3_000)] {
        let deep = format!("<{tag}>").repeat(depth);
        let (rule, message) = refused(&format!("<article><h1>T</h1>{deep}x</article>")).unwrap();
        assert_eq!(rule, Rule::TooDeep, "{tag}");
        assert!(message.contains("100 levels"), "{message}");
    }
    let within = |depth: usize| {
        let (open, close) = ("<div>".repeat(depth), "</div>".repeat(depth));
        format!("<article><h1>T</h1>{open}<h2>F</h2><ul><li>Do</li></ul>{close}</article>")
    };
    // A heading and its words are two more.
    assert!(marked(&within(MAX_DEPTH - 4)).is_ok());
    assert!(marked(&within(MAX_DEPTH)).is_err());
}

/// What is at a bound is let in, and one more is refused, by the name of the bound.
#[test]
fn an_article_is_refused_above_each_bound() {
    let article = |inside: &str| format!("<article>{inside}</article>");
    let nodes = |more: usize| article(&"<br>".repeat(MAX_NODES + more));
    let words = |more: usize| article(&"x".repeat(MAX_BYTES + more));
    let value = |more: usize| article(&format!("<p title={}>", "x".repeat(MAX_BYTES + more)));
    let comments = |more: usize| article(&"<!---->".repeat(MAX_NODES + more));
    let attributes = |more: usize| {
        let names: String = (0..MAX_ATTRIBUTES + more)
            .map(|n| format!(" a{n}"))
            .collect();
        article(&format!("<p{names}>"))
    };
    for (make, what) in [
        (
            &nodes as &dyn Fn(usize) -> String,
            "100000 elements and texts",
        ),
        (&comments, "100000 elements and texts"),
        (&words, "2097152 bytes"),
        (&value, "2097152 bytes"),
        (&attributes, "256 attributes"),
    ] {
        assert_eq!(refused(&make(0)), None, "{what}");
        let (rule, message) = refused(&make(1)).unwrap();
        assert_eq!(rule, Rule::TooLarge, "{message}");
        assert!(message.contains(what), "{message}");
    }
}

/// The tree of a file is counted as a whole: the same bounds.
#[test]
fn a_tree_is_counted_like_an_article() {
    let tree = html::article(&format!("<article>{}</article>", "<br>x".repeat(1_000)));
    assert_eq!(Size::check(&tree), Ok(()));
    let many = vec![Node::Text(String::new()); MAX_NODES + 1];
    let tree = |children| Element {
        tag: "article".into(),
        attributes: Vec::new(),
        children,
    };
    assert_eq!(Size::check(&tree(many)).unwrap_err().rule, Rule::TooLarge);
    let deep = (0..MAX_DEPTH).fold(Element::default(), |inner, _| {
        tree(vec![Node::Element(inner)])
    });
    assert_eq!(Size::check(&deep), Ok(()));
    let deeper = tree(vec![Node::Element(deep)]);
    assert_eq!(Size::check(&deeper).unwrap_err().rule, Rule::TooDeep);
}

/// A guide above a bound is not walked, and the problem is at the first part that is too many.
#[test]
fn a_guide_is_refused_above_each_bound() {
    let fix = |id: usize, inside: &str| {
        format!("<h2 data-unstuck-id=f{id}>F</h2>{inside}<ol><li>Do</ol>")
    };
    let fixes = |more: usize| {
        (0..MAX_FIXES + more)
            .map(|n| fix(n, ""))
            .collect::<String>()
    };
    let questions = |more: usize| {
        let asked = |n| format!("<p data-unstuck-id=q{n} data-unstuck-ask=Q{n}>X</p>");
        (0..MAX_QUESTIONS + more).map(asked).collect::<String>() + &fix(0, "")
    };
    let terms = |more: usize| {
        let terms = "q ".repeat(MAX_TERMS + more);
        format!(
            "<p data-unstuck-id=q data-unstuck-ask=Q>X</p><h2 data-unstuck-id=f data-unstuck-only-if='{terms}'>F</h2><ol><li>Do</ol>"
        )
    };
    // A fix has a step with its words, and each paragraph two pieces.
    let pieces = |more: usize| fix(0, &"<p>x</p>".repeat((MAX_PIECES - 3) / 2 + more));
    let outside = |more: usize| "<p>x</p>".repeat(MAX_PIECES / 2 + 1 + more) + &fix(0, "");
    let runs = |more: usize| {
        fix(
            0,
            &format!("<p>{}</p>", "a<b>b</b> ".repeat(MAX_PIECES / 2 - 2 + more)),
        )
    };
    for (make, part, what) in [
        (
            &fixes as &dyn Fn(usize) -> String,
            Part::Fix(MAX_FIXES),
            "5000 fixes",
        ),
        (&questions, Part::Question(MAX_QUESTIONS), "500 questions"),
        (&terms, Part::Fix(0), "50000 conditions"),
        (&pieces, Part::Fix(0), "in one fix"),
        (&runs, Part::Fix(0), "in one fix"),
        (&outside, Part::Guide, "outside its fixes"),
    ] {
        let article = |more| html::article(&format!("<article><h1>T</h1>{}</article>", make(more)));
        assert_eq!(check(&read(&article(0)).unwrap()), [], "{what}");
        assert!(ready(&article(0)).is_some(), "{what}");
        let problems = check(&read(&article(1)).unwrap());
        assert_eq!(problems.len(), 1, "{what}");
        assert_eq!(
            (problems[0].rule, problems[0].part),
            (Rule::TooLarge, part),
            "{what}"
        );
        assert!(
            problems[0].message.contains(what),
            "{}",
            problems[0].message
        );
        assert!(ready(&article(1)).is_none(), "{what}");
    }
}

#[test]
fn a_tree_made_by_hand_is_read_like_a_parsed_one() {
    let text = |words: &str| Node::Text(words.into());
    let element = |tag: &str, children: Vec<Node>| Element {
        tag: tag.into(),
        attributes: Vec::new(),
        children,
    };
    let node = |tag: &str, children| Node::Element(element(tag, children));
    let tree = element(
        "article",
        vec![
            node("h1", vec![text("T")]),
            Node::Element(Element {
                attributes: vec![("data-unstuck-id".into(), String::new())],
                ..element("h2", vec![text("F")])
            }),
            node("ul", vec![node("li", vec![text("Do")])]),
        ],
    );
    let wanted = parsed("<article><h1>T</h1><h2>F</h2><ul><li>Do</li></ul></article>");
    assert_eq!(read(&tree), Ok(wanted));
    let found = blocks(&tree);
    assert!(matches!(found[0], Block::Heading { level: 1, .. }));
    assert!(matches!(found[1], Block::Heading { level: 2, .. }));
    assert!(matches!(&found[2], Block::List { items, .. } if items.len() == 1));
    assert_eq!(found.len(), 3);
}

/// A piece of an article, as odd as pages are.
fn any_markup() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "[a-z<>&\"' ]{0,8}",
        any::<String>(),
        Just("<br>".to_owned()),
        Just("<!--x-->".to_owned()),
        Just("<p data-unstuck-ask='Q?' data-unstuck-id=q>h</p>".to_owned()),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        let tags = prop::sample::select(vec![
            "p", "div", "section", "h1", "h2", "h3", "ul", "ol", "li", "b", "a", "code", "span",
            "table", "script",
        ]);
        let marks = prop::sample::select(vec![
            "",
            " data-unstuck-id='x'",
            " data-unstuck-id=''",
            " data-unstuck-ask='A?'",
            " data-unstuck-risk",
            " data-unstuck-lost",
            " data-unstuck-only-if='q'",
            " data-unstuck-only-if='! ,'",
            " data-unstuck-support",
            " data-unstuck-hint",
            " hidden",
            " href='javascript:x'",
        ]);
        (tags, marks, prop::collection::vec(inner, 0..6))
            .prop_map(|(tag, marks, inner)| format!("<{tag}{marks}>{}</{tag}>", inner.concat()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn no_article_breaks_reading(inside in prop::collection::vec(any_markup(), 0..8)) {
        let inside = inside.concat();
        let text = format!("<article><h1>T</h1>{inside}<h2 data-unstuck-id=f>F</h2><ul><li>Do</ul></article>");
        let first = marked(&text);
        prop_assert_eq!(&first, &marked(&text), "read twice, it is the same");
        if let Ok(guide) = first {
            let _ = check(&guide);
            for fix in &guide.fixes {
                prop_assert!(!fix.id.is_empty());
            }
            let ids: std::collections::BTreeSet<_> = guide.fixes.iter().map(|fix| &fix.id).collect();
            // Whatever has the same id twice was given it by its author, and is named.
            prop_assert!(ids.len() == guide.fixes.len() || !check(&guide).is_empty());
        }
    }
}
