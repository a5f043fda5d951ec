//! Articles that are deep, long or random.

use proptest::prelude::*;
use unstuck_adopt::html;
use unstuck_core::guide::{Block, Element, MAX_DEPTH, MAX_NODES, Node, blocks, check, read};

use super::support::{marked, parsed, plain};

#[test]
fn deep_nesting_ends_at_its_limit() {
    // `object` bounds the parser's scopes: 100,000 nested `div` take it minutes, whatever is done with them.
    for (tag, depth) in [("object", 100_000), ("div", 3_000)] {
        let deep = format!("<{tag}>").repeat(depth);
        let text = format!(
            "<article><h1>T</h1><h2>F</h2><ul><li>Do</li></ul><p>Before</p>{deep}<p>Deep</p></article>"
        );
        let guide = parsed(&text);
        assert_eq!(plain(&guide.fixes[0].more), ["Before"], "{tag}");
    }
    let within = |depth: usize| {
        let (open, close) = ("<div>".repeat(depth), "</div>".repeat(depth));
        format!("<article><h1>T</h1>{open}<h2>F</h2><ul><li>Do</li></ul>{close}</article>")
    };
    // A heading and its words are two more.
    assert!(marked(&within(MAX_DEPTH - 4)).is_ok());
    assert!(marked(&within(MAX_DEPTH)).is_err());
}

#[test]
fn a_long_article_ends_at_its_limit() {
    let text = format!(
        "<article><h1>T</h1><h2>F</h2><ul><li>Do</li></ul>{}</article>",
        "<i></i>".repeat(MAX_NODES)
    );
    assert_eq!(html::article(&text).children.len(), MAX_NODES - 4);
    assert_eq!(parsed(&text).fixes.len(), 1);
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
