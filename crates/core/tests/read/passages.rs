//! What a text says: lists, code, tables, pictures, links, menu paths.

use unstuck_core::guide::{Inline, Passage};

use super::support::{article, only, plain, step_ids, steps};

#[test]
fn a_nested_list_belongs_to_its_step() {
    let fix = only(
        "<h2>F</h2><ol><li>One<ul><li>a</li><li>b<ol><li>deep</li></ol></li></ul>after</li><li>Two</li></ol>",
    );
    assert_eq!(steps(&fix), ["One|a\nb\ndeep|after", "Two"]);
    assert_eq!(step_ids(&fix), ["one-a-b-deep-after", "two"]);
}

/// The content of a step after its first paragraph, one line per piece.
#[test]
fn content_of_a_step_is_kept() {
    for (inside, said) in [
        (
            "<b>a<br>b</b> c",
            r#"Words(Rich([Strong("a"), Break, Strong("b"), Text(" c")]))"#,
        ),
        (
            "x <b> y </b>z",
            r#"Words(Rich([Text("x "), Strong("y"), Text(" z")]))"#,
        ),
        (
            "<em>a <b>b</b></em><kbd><kbd>Ctrl</kbd>+<kbd>C</kbd></kbd>",
            r#"Words(Rich([Emphasis("a"), Text(" "), Strong("b"), Key("Ctrl+C")]))"#,
        ),
        (
            "<a href=x><b>a</b> <code>b</code></a>",
            r#"Words(Rich([Link { href: "x", text: "a b" }]))"#,
        ),
        (
            "<a href=x><div>a</div><div>b</div></a>",
            r#"Words(Rich([Link { href: "x", text: "a" }, Break, Link { href: "x", text: "b" }]))"#,
        ),
        (
            "<pre>\n  a <b>b</b><br>\r\n\n c  \n</pre>",
            r#"Code("  a b\n\n\n c")"#,
        ),
        ("<pre> \n </pre>x", r#"Words(Rich([Text("x")]))"#),
        (
            "<p>Do</p><ol><li>a</ol>",
            r#"Words(Rich([Text("Do")])) List { ordered: true, items: [[Words(Rich([Text("a")]))]] }"#,
        ),
        (
            "<table><caption>C</caption><tr><th>a<th>b<tr><td>1<td>2<br>3<td></table>",
            r#"Words(Rich([Text("C")])) Table { head: true, rows: [[Rich([Text("a")]), Rich([Text("b")])], [Rich([Text("1")]), Rich([Text("2"), Break, Text("3")])]] }"#,
        ),
        (
            "<table><tr><td>a<tr><td>b</table>",
            r#"Words(Rich([Text("a")])) Words(Rich([Text("b")]))"#,
        ),
        (
            "<table><tr><td>a<td><ul><li>b</ul></table>",
            r#"Words(Rich([Text("a")])) List { ordered: false, items: [[Words(Rich([Text("b")]))]] }"#,
        ),
        (
            "<div data-unstuck-tip=warning><h4>T</h4><p>a</p></div>",
            r#"Tip { warning: true, passages: [Words(Rich([Text("T")])), Words(Rich([Text("a")]))] }"#,
        ),
        (
            "<p data-unstuck-tip>a</p><p data-unstuck-tip></p>",
            r#"Tip { warning: false, passages: [Words(Rich([Text("a")]))] }"#,
        ),
    ] {
        let fix = only(&format!("<h2>F</h2><ol><li>{inside}</li></ol>"));
        let told: Vec<String> = fix.steps[0]
            .passages
            .iter()
            .map(|passage| format!("{passage:?}"))
            .collect();
        assert_eq!(told.join(" "), said, "{inside}");
    }
}

#[test]
fn only_safe_pictures_are_kept() {
    for (attributes, kept) in [
        (
            "src=a.png alt=' a  b ' width=20 height=10",
            Some("a b 20x10"),
        ),
        (
            "src='HTTPS://example.org/a.svg' width=100% height=020",
            Some(" x"),
        ),
        ("src=//example.org/a.png", Some(" x")),
        ("src='data:image/png;base64,AA'", Some(" x")),
        (
            "src='data:image/webp,AA' width=9999 height=10000",
            Some(" 9999x"),
        ),
        ("src='data:image/svg+xml,AA'", None),
        ("src='data:text/html,AA'", None),
        ("src='java\nscript:x'", None),
        ("src='blob:x'", None),
        ("src=a.gif width=1 height=1", None),
        ("alt=a", None),
    ] {
        let fix = only(&format!("<h2>F</h2><ol><li>x <img {attributes}></li></ol>"));
        let Passage::Words(words) = &fix.steps[0].passages[0] else {
            panic!("no words");
        };
        let found = words.0.iter().find_map(|inline| match inline {
            Inline::Image(image) => Some(format!("{} {}x{}", image.alt, image.width, image.height)),
            _ => None,
        });
        assert_eq!(found.as_deref(), kept, "{attributes}");
    }
}

#[test]
fn entities_are_decoded() {
    let fix =
        only("<h2>Turn Off &amp; Delete &lt;it&gt;</h2><ul><li>5&nbsp;GHz &rsaquo; &#x1F600;</ul>");
    assert_eq!(fix.title, "Turn Off & Delete <it>");
    assert_eq!(steps(&fix), ["5\u{a0}GHz › 😀"]);
}

#[test]
fn content_outside_the_article_is_left_out() {
    let clean = article("<p>Short</p><h2>Fix</h2><p>Why</p><ul><li>Do it</li></ul>");
    for machinery in [
        "<script>x()</script>",
        "<style>p{}</style>",
        "<noscript>No scripts</noscript>",
        "<template><p>Later</p></template>",
        "<nav><ul><li>Elsewhere</li></ul></nav>",
        "<button>Copy link</button>",
        "<p hidden>Secret</p>",
        "<div hidden><h2>Secret</h2><ul><li>Do not</li></ul></div>",
        "<unstuck-guide><h2>Fallback</h2><p>Loading</p></unstuck-guide>",
        "<!-- a comment -->",
        "<img alt='A picture'>",
    ] {
        let among = article(&format!(
            "<p>Short</p>{machinery}<h2>Fix</h2>{machinery}<p>Why</p>{machinery}<ul>{machinery}<li>Do it{machinery}</li></ul>{machinery}"
        ));
        assert_eq!(among.fixes, clean.fixes, "{machinery}");
        assert_eq!(
            (&among.summary, &among.intro),
            (&clean.summary, &clean.intro)
        );
    }
}

#[test]
fn hidden_inline_content_is_left_out() {
    for machinery in [
        "<script>x()</script>",
        "<style>p{}</style>",
        "<button>Copy link</button>",
        "<span hidden>secret</span>",
        "<b hidden>secret</b>",
        "<a hidden href=x>secret</a>",
        "<template>later</template>",
    ] {
        let fix = only(&format!(
            "<h2>Fix{machinery}</h2><p>W{machinery}hy <b>b{machinery}old</b></p>\
             <ul><li><span>D{machinery}o</span></li></ul>"
        ));
        assert_eq!(fix.title, "Fix", "{machinery}");
        assert_eq!(plain(&fix.reason), ["Why bold"], "{machinery}");
        assert_eq!(steps(&fix), ["Do"], "{machinery}");
    }
}

#[test]
fn unsafe_links_become_plain_text() {
    let fix = only(
        "<h2>F</h2><ul><li><a href='javascript:alert(1)'>a</a> <a href=' JAVA&#10;SCRIPT:x'>b</a> \
         <a href='data:text/html,x'>c</a> <a>d</a> <a href='https://example.org/?a:b'><b>e</b></a> \
         <a href=''>f</a><a href=tel:+1></a></ul>",
    );
    assert_eq!(steps(&fix), ["a b c d e f"]);
    let Passage::Words(words) = &fix.steps[0].passages[0] else {
        panic!("a list")
    };
    let links: Vec<&str> = words
        .0
        .iter()
        .filter_map(|inline| match inline {
            Inline::Link { href, .. } => Some(href.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(links, ["https://example.org/?a:b", ""]);
}

#[test]
fn menu_paths_are_items_and_other_emphasis_is_not() {
    let fix = only(
        "<h2>F</h2><ul><li><b>Settings › [your name] &gt; iCloud → Backups</b> <b>Back Up Now</b> \
         <b>› next</b> <i></i><code>a > b</code></ul>",
    );
    let Passage::Words(words) = &fix.steps[0].passages[0] else {
        panic!("a list")
    };
    let items = ["Settings", "[your name]", "iCloud", "Backups"];
    assert_eq!(words.0[0], Inline::Path(items.map(String::from).into()));
    assert_eq!(words.0[2], Inline::Strong("Back Up Now".into()));
    assert_eq!(words.0[4], Inline::Strong("› next".into()));
    assert_eq!(words.0.last(), Some(&Inline::Code("a > b".into())));
    assert_eq!(
        steps(&fix),
        ["Settings › [your name] › iCloud › Backups Back Up Now › next a > b"]
    );
}
