//! From articles as people write them to guides, and the check that proves a guide sound.
//!
//! Belongs here: what of an article becomes what of a guide, the ids made from words, hostile articles, and each
//! problem an author can be told. Does not: the facts of the real article (`guide_facts.rs`), or the walk (`walk.rs`).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use unstuck_adopt::html;
use unstuck_core::guide::{
    Block, Element, Fix, Guide, Inline, MAX_DEPTH, MAX_NODES, Node, PassAs, Passage, Problem,
    VerdictWords, blocks, check, read,
};

const REAL: &str = include_str!("../../../guides/iphone-backup.en.html");

/// Reads an article; where none of its fixes is marked, all headings of the second level are.
fn marked(text: &str) -> Result<Guide, Vec<Problem>> {
    let own = ["<h2 data-unstuck", "<section data-unstuck"];
    let text = if own.iter().any(|mark| text.contains(mark)) {
        text.to_owned()
    } else {
        text.replace("<h2>", "<h2 data-unstuck-id>")
    };
    read(&html::article(&text))
}

fn parsed(text: &str) -> Guide {
    marked(text).unwrap_or_else(|problems| panic!("{problems:?} in {text}"))
}

/// An article of this inside, with a title.
fn article(inside: &str) -> Guide {
    parsed(&format!("<article><h1>Title</h1>{inside}</article>"))
}

/// The only fix of an article of this inside.
fn only(inside: &str) -> Fix {
    let mut guide = article(inside);
    assert_eq!(guide.fixes.len(), 1, "{inside}");
    guide.fixes.remove(0)
}

fn plain(passages: &[Passage]) -> Vec<String> {
    passages.iter().map(Passage::plain).collect()
}

fn steps(fix: &Fix) -> Vec<String> {
    let steps = fix.steps.iter();
    steps.map(|step| plain(&step.passages).join("|")).collect()
}

fn fix_ids(guide: &Guide) -> Vec<&str> {
    guide.fixes.iter().map(|fix| fix.id.as_str()).collect()
}

fn step_ids(fix: &Fix) -> Vec<&str> {
    fix.steps.iter().map(|step| step.id.as_str()).collect()
}

/// What is wrong, as the author reads it.
fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// What `check` says of an article of this inside.
fn checked(inside: &str) -> Vec<String> {
    told(&check(&article(inside)))
}

#[test]
fn the_real_guide_is_sound() {
    assert_eq!(check(&parsed(REAL)), []);
}

#[test]
fn wrappers_around_headings_and_lists_change_nothing() {
    let bare = "<h2>Restart</h2><p>Why.</p><ol><li>Off</li><li>On</li></ol><p>More.</p>\
                <h2>Update</h2><ul><li>Get it</li></ul>";
    let wanted = article(bare);
    assert_eq!(fix_ids(&wanted), ["restart", "update"]);
    assert_eq!(plain(&wanted.fixes[0].reason), ["Why."]);
    assert_eq!(steps(&wanted.fixes[0]), ["Off", "On"]);
    assert_eq!(plain(&wanted.fixes[0].more), ["More."]);
    for inside in [
        "<section><h2>Restart</h2><p>Why.</p><ol><li>Off</li><li>On</li></ol><p>More.</p></section>\
         <section><h2>Update</h2><ul><li>Get it</li></ul></section>",
        "<div class=card><div class=head><h2>Restart</h2></div><div class=body><p>Why.</p>\
         <div><ol><li>Off</li><li>On</li></ol></div></div></div><div>More.</div>\
         <main><aside><h2><span>Up</span>date</h2></aside><div><ul><li><p>Get it</p></ul></div></main>",
        "<h2>Restart</h2>Why.<ol>\n<!-- x --><li>\n Off\n</li>loose<li><div><p>On</p></div></ol>More.\
         <h2>\n Update </h2><ul><li>Get\n\tit</ul>",
    ] {
        let found = article(inside);
        assert_eq!(found.fixes, wanted.fixes, "{inside}");
    }
}

#[test]
fn attributes_stand_on_the_heading_or_on_its_wrapper() {
    let marks = "data-unstuck-id=x data-unstuck-ask='So?' data-unstuck-pass-on=no \
                 data-unstuck-pass-as=cannot data-unstuck-only-if=q data-unstuck-risk='Much' \
                 data-unstuck-wait='Look' data-unstuck-verdict='Well?'";
    let question = "<p data-unstuck-id=q data-unstuck-ask='Q?'>Hint</p>";
    let rest = "<p>Why.</p><ul><li>Do</li></ul>";
    let on_heading = article(&format!("{question}<h2 {marks}>Fix</h2>{rest}"));
    let fix = &on_heading.fixes[0];
    assert_eq!((fix.id.as_str(), fix.title.as_str()), ("x", "Fix"));
    let asked = fix.check.as_ref().unwrap();
    assert_eq!(
        (asked.ask.as_str(), asked.pass_on, asked.pass_as),
        ("So?", false, PassAs::Cannot)
    );
    assert_eq!(fix.risk.as_ref().unwrap().lost[0][0].plain(), "Much");
    assert!(!fix.risk.as_ref().unwrap().reversible);
    assert_eq!(plain(&fix.wait), ["Look"]);
    assert_eq!(fix.verdict.as_deref(), Some("Well?"));
    assert_eq!(check(&on_heading), []);
    for inside in [
        format!("<section {marks}><h2>Fix</h2>{rest}</section>"),
        format!("<section {marks}><div><header><h2>Fix</h2></header></div>{rest}</section>"),
        format!("<div><section {marks}>\n<h2>Fix</h2></section>{rest}</div>"),
        // Half on each; the heading's own win.
        format!("<section {marks}><h2 data-unstuck-id=x>Fix</h2>{rest}</section>"),
        format!(
            "<section {marks} data-unstuck-other=1><h2 data-unstuck-id=x>Fix</h2>{rest}</section>"
        ),
    ] {
        let found = article(&format!("{question}{inside}"));
        assert_eq!(found.fixes, on_heading.fixes, "{inside}");
        assert_eq!(found.questions, on_heading.questions);
    }
    let both = only(
        "<section data-unstuck-id=outer><h2 data-unstuck-id=inner>F</h2><ul><li>Do</ul></section>",
    );
    assert_eq!(both.id, "inner");
}

#[test]
fn a_mark_without_words_makes_a_fix_but_neither_risk_nor_wait() {
    let fix = only(
        "<h2 data-unstuck-risk data-unstuck-wait>Fix</h2><ul><li>Do</ul><h2>Other</h2><ul><li>Do</ul>",
    );
    assert_eq!((fix.id.as_str(), fix.risk, fix.wait), ("fix", None, vec![]));
}

#[test]
fn only_marked_parts_are_fixes() {
    let list = "<ul><li>Do</li></ul>";
    let one = article(&format!(
        "<h2>A</h2>{list}<h2 data-unstuck-id=c>C</h2>{list}"
    ));
    assert_eq!(fix_ids(&one), ["c"]);
    let support = article(&format!(
        "<h2 data-unstuck-id>A</h2>{list}<section data-unstuck-support><h2>Help</h2><p>Say:</p>{list}</section>"
    ));
    assert_eq!(fix_ids(&support), ["a"]);
    let support = support.support.unwrap();
    assert_eq!(support.title, "Help");
    assert_eq!(plain(&support.passages), ["Say:", "Do"]);
}

#[test]
fn a_nested_list_is_told_within_its_step() {
    let fix = only(
        "<h2>F</h2><ol><li>One<ul><li>a</li><li>b<ol><li>deep</li></ol></li></ul>after</li><li>Two</li></ol>",
    );
    assert_eq!(steps(&fix), ["One|a\nb\ndeep|after", "Two"]);
    assert_eq!(step_ids(&fix), ["one-a-b-deep-after", "two"]);
}

/// What a step says beside its first paragraph, in a line for each piece.
#[test]
fn what_a_step_holds_is_kept() {
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
fn only_pictures_that_can_do_no_harm_are_kept() {
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

/// A table is no list of steps, and a tip with a list in it neither.
#[test]
fn steps_are_the_lists_of_the_fix_itself() {
    let fix = only(
        "<h2>F</h2><ul data-unstuck-tip><li>a</ul><ol><li>Do</ol><div data-unstuck-tip=warning><ul><li>b</ul></div>\
         <table><tr><td>c<td>d</table><pre>e</pre>",
    );
    assert_eq!(steps(&fix), ["Do"]);
    assert_eq!(plain(&fix.reason), ["a"]);
    assert_eq!(plain(&fix.more), ["b", "c | d", "e"]);
}

#[test]
fn two_lists_of_one_fix_are_one_run_of_steps() {
    let fix = only("<h2>F</h2><p>Why</p><ol><li>1</ol><p>Then</p><ol><li>2</ol><p>End</p>");
    assert_eq!(steps(&fix), ["1", "2"]);
    assert_eq!(plain(&fix.reason), ["Why"]);
    assert_eq!(plain(&fix.more), ["Then", "End"]);
}

#[test]
fn the_opening_gives_title_summary_and_introduction() {
    let guide = parsed(
        "<html lang=de><body><nav><h1>Site</h1></nav><article lang=en-GB>Loose first\
         <header><h1>The <em>title</em></h1><p>In short.</p></header><p>More.</p><ul><li>a<li>b</ul>\
         <h2>F</h2><ul><li>Do</ul></article><article><h1>Another</h1></article>",
    );
    assert_eq!(guide.title, "The title");
    assert_eq!(guide.id, "the-title");
    assert_eq!(guide.lang, "en-GB");
    assert_eq!(guide.summary, "Loose first");
    assert_eq!(plain(&guide.intro), ["In short.", "More.", "a\nb"]);
    assert_eq!(article("<h2>F</h2><ul><li>Do</ul>").lang, "en");
}

#[test]
fn a_text_without_an_article_is_read_as_a_whole() {
    let guide = parsed("<h1>T</h1><h2>F</h2><ul><li>Do</ul>");
    assert_eq!((guide.title.as_str(), guide.fixes.len()), ("T", 1));
}

#[test]
fn questions_notes_wait_and_closing_words_are_taken_out_of_the_text() {
    let guide = article(
        "<p>Short</p><p data-unstuck-id=q data-unstuck-ask='Q?'>Hint</p>\
         <div data-unstuck-id=r data-unstuck-only-if='!q' data-unstuck-ask='R?'><p>a</p><ul><li>b</ul></div>\
         <p data-unstuck-ask='No id here?'>c</p>\
         <p data-unstuck-note data-unstuck-only-if=q>Note</p><p data-unstuck-wait>Wait</p>\
         <h2 data-unstuck-id=f data-unstuck-only-if=r>F</h2><p data-unstuck-hint>Joins</p><ul><li>Do</ul>\
         <p data-unstuck-away>Away</p><p data-unstuck-after>After</p>",
    );
    let ids: Vec<&str> = guide.questions.iter().map(|q| q.id.as_str()).collect();
    assert_eq!(ids, ["q", "r", "no-id-here"]);
    assert_eq!(plain(&guide.questions[1].hint), ["a", "b"]);
    assert_eq!(plain(&guide.notes[0].passages), ["Note"]);
    assert_eq!(plain(&guide.wait), ["Wait"]);
    assert_eq!(plain(&guide.after), ["After"]);
    let fix = &guide.fixes[0];
    assert_eq!(plain(&fix.away), ["Away"]);
    // No check question to belong to: it still tells something.
    assert_eq!(plain(&fix.reason), ["Joins"]);
    assert_eq!(guide.wait_of(fix), guide.wait);
    assert_eq!(guide.intro, []);
    assert_eq!(check(&guide), []);
}

#[test]
fn a_risk_tells_what_is_lost_and_what_to_have_safe() {
    let fix = only(
        "<h2 data-unstuck-id=f data-unstuck-ask='So?'>F</h2><p>Why</p><p data-unstuck-hint>Hint</p>\
         <div data-unstuck-risk=reversible><p>Lead</p><ul data-unstuck-lost><li>a<li>b</ul>\
         <div data-unstuck-first><p>First</p><ul><li>c</ul></div><p>Tail</p></div><ol><li>Do</ol>",
    );
    let risk = fix.risk.as_ref().unwrap();
    assert!(risk.reversible);
    let lost: Vec<String> = risk.lost.iter().map(|lost| lost[0].plain()).collect();
    assert_eq!(lost, ["a", "b"]);
    assert_eq!(plain(&risk.first), ["First", "c"]);
    assert_eq!(plain(&risk.passages), ["Lead", "Tail"]);
    assert_eq!(steps(&fix), ["Do"], "what is lost is no step");
    assert_eq!(plain(&fix.check.unwrap().hint), ["Hint"]);
    assert_eq!(plain(&fix.reason), ["Why"]);
}

#[test]
fn the_words_of_the_verdict_are_the_articles() {
    let guide = parsed(
        "<article data-unstuck-verdict=a data-unstuck-solved=b data-unstuck-not-solved=c \
         data-unstuck-still-running=d data-unstuck-cannot=e data-unstuck-guide=g><h1>T</h1>\
         <h2>F</h2><ul><li>Do</ul></article>",
    );
    let words = guide.verdict;
    let all = [
        words.ask,
        words.solved,
        words.not_solved,
        words.still_running,
        words.cannot,
    ];
    assert_eq!(
        all,
        ["a", "b", "c", "d", "e"].map(|own| Some(own.to_owned()))
    );
    assert_eq!(guide.id, "g");
    let own = article("<h2>F</h2><ul><li>Do</ul>").verdict;
    assert_eq!(
        own,
        VerdictWords::default(),
        "the widget has words for what is left out"
    );
}

#[test]
fn ids_made_from_words_survive_edits_elsewhere() {
    let before = article(
        "<h2>Check the cable</h2><ul><li>Unplug it</li><li>Plug it in</li></ul>\
         <h2>Restart &amp; wait</h2><ul><li>Hold the <b>side button</b></li></ul>",
    );
    assert_eq!(fix_ids(&before), ["check-the-cable", "restart-wait"]);
    let after = article(
        "<p>New.</p><h2>Something new</h2><ul><li>Plug it in</li></ul>\
         <h2>Restart &amp; wait</h2><p>A reason.</p><ul><li>New step</li><li>Hold the side\n button</li></ul>\
         <div><h2>Check the cable</h2><ol><li>Plug it in</li></ol></div>",
    );
    for fix in &before.fixes {
        let now = after.fix(&fix.id).unwrap();
        assert_eq!(now.title, fix.title);
        for step in &now.steps {
            if let Some(was) = fix.steps.iter().find(|was| was.id == step.id) {
                assert_eq!(plain(&was.passages), plain(&step.passages));
            }
        }
    }
    assert_eq!(
        step_ids(&after.fixes[1]),
        ["new-step", "hold-the-side-button"]
    );
    assert_ne!(before.rev, after.rev);
}

#[test]
fn ids_made_from_words_are_plain_short_and_told_apart() {
    let long = "Words ".repeat(30);
    for (title, id) in [
        ("Restart", "restart"),
        ("  1. Don’t PANIC — yet!  ", "1-don-t-panic-yet"),
        ("Ré\u{AD}sumé", "r-sum"),
        ("C:\\Users\\\"me\"", "c-users-me"),
        (&long, "words-words-words-words-words-words-word"),
        ("…", "part"),
    ] {
        let guide = article(&format!("<h2>{title}</h2><ul><li>Do</ul>"));
        assert_eq!(fix_ids(&guide), [id], "{title:?}");
    }
    // Words of other scripts are told apart too, and always get the same id.
    let titles = [
        "重启手机",
        "重置网络",
        "Сброс настроек",
        "Restart 手机",
        "أعد التشغيل",
        "😀",
        "😁",
    ];
    let headed: String = titles
        .iter()
        .map(|title| format!("<h2>{title}</h2><ul><li>Do</ul>"))
        .collect();
    let guide = article(&headed);
    assert_eq!(check(&guide), []);
    let mut ids = fix_ids(&guide);
    for (title, id) in titles.iter().zip(&ids) {
        let alone = article(&format!("<h2>{title}</h2><ul><li>Do</ul>"));
        assert_eq!(fix_ids(&alone), [*id]);
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), titles.len());
}

#[test]
fn the_same_title_twice_gets_a_number() {
    let list = "<ul><li>Do</li><li>Do</li><li>Do 2</li><li>do!</li></ul>";
    let guide = article(&format!(
        "<h2>Try</h2>{list}<h2>Try</h2>{list}<h2>Try 2</h2>{list}"
    ));
    // What its own words name keeps that name; the numbers go around it.
    assert_eq!(fix_ids(&guide), ["try", "try-3", "try-2"]);
    // Steps are named within their fix.
    for fix in &guide.fixes {
        assert_eq!(step_ids(fix), ["do", "do-3", "do-2", "do-4"]);
    }
    assert_eq!(check(&guide), []);
}

#[test]
fn an_id_that_the_author_gave_is_never_taken_by_words() {
    // Progress is kept under the author's ids: a heading that reads the same must not move them.
    let guide = article(
        "<h2 data-unstuck-ask='So?'>Restart</h2><ul><li>Off</li><li data-unstuck-id=off>On</li></ul>\
         <h2 data-unstuck-id=restart>Start anew</h2><ul><li>Do</ul>",
    );
    assert_eq!(fix_ids(&guide), ["restart-2", "restart"]);
    assert_eq!(step_ids(&guide.fixes[0]), ["off-2", "off"]);
    assert_eq!(check(&guide), []);
}

#[test]
fn entities_are_the_characters_they_stand_for() {
    let fix =
        only("<h2>Turn Off &amp; Delete &lt;it&gt;</h2><ul><li>5&nbsp;GHz &rsaquo; &#x1F600;</ul>");
    assert_eq!(fix.title, "Turn Off & Delete <it>");
    assert_eq!(steps(&fix), ["5\u{a0}GHz › 😀"]);
}

#[test]
fn what_is_no_part_of_the_text_is_left_out() {
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
fn what_is_hidden_within_a_line_is_left_out() {
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
    assert_eq!(article(&base.replace("Log in", "Log\n   in")).rev, rev);
    for (from, to) in [
        ("Log in", "Log on"),
        ("=a>", "=b>"),
        ("a.example", "b.example"),
        ("<li>Do", "<li>Do<li>Do"),
        ("h2", "h3"),
        ("=a>", "=a data-unstuck-risk>"),
    ] {
        assert_ne!(article(&base.replace(from, to)).rev, rev, "{from} -> {to}");
    }
}

#[test]
fn unsafe_links_keep_their_words_only() {
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
fn marks_that_turn_text_around_are_dropped_everywhere() {
    let fix = only(
        "<h2>A\u{202E}B</h2><p><b>C\u{2066}D</b> <a href='/'>E\u{202D}F</a> <code>G\u{2069}H</code></p>\
         <ul><li>I\u{202A}J</ul>",
    );
    assert_eq!(fix.title, "AB");
    assert_eq!(plain(&fix.reason), ["CD EF GH"]);
    assert_eq!(steps(&fix), ["IJ"]);
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
            "{place}: has a condition on \"{fact}\", which no question before it asks; ask it, or mend the name"
        )
    };
    let strange = "has an id with more than letters, figures, hyphens, underscores and full stops; mend the id";
    let twice = "has an id that stands already; give it one of its own";
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
        // Ids that a record or a link could not carry.
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
    let guide = parsed("<article><h1>!?</h1><h2>F</h2><ul><li>Do</ul></article>");
    assert_eq!(told(&check(&guide)), [format!("the guide: {strange}")]);
}

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
    fn no_article_whatever_harms_the_reading(inside in prop::collection::vec(any_markup(), 0..8)) {
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
