//! Which parts of an article are questions, fixes, notes, risks and waits.

use unstuck_core::guide::{PassAs, Rule, VerdictWords, check};

use super::support::{article, fix_ids, only, parsed, plain, steps};

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
fn a_drawing_is_lines_and_no_more() {
    let long = format!("M0 0{}", "h1".repeat(500));
    for (path, kept) in [
        ("M12 3v8M7.5 6.5a7 7 0 1 0 9 0", true),
        ("M3,8h-1.5Z", true),
        ("", true),
        ("url(#a)", false),
        ("M0 0<", false),
        (&long, false),
    ] {
        let found = article(&format!(
            "<h2 data-unstuck-id=restart data-unstuck-drawing=\"{path}\">Restart</h2><ul><li>Off</li></ul>"
        ));
        let wanted = if kept { path } else { "" };
        assert_eq!(found.fixes[0].drawing, wanted, "{path:?}");
    }
}

#[test]
fn attributes_apply_on_the_heading_or_its_wrapper() {
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
        // Some on each; those of the heading win.
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
fn an_attribute_without_text_makes_a_fix_but_no_risk_or_wait() {
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
    assert_eq!(guide.id, "", "no id is made from a title");
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
    // No check question to belong to: it is still useful.
    assert_eq!(plain(&fix.reason), ["Joins"]);
    assert_eq!(guide.wait_of(fix), guide.wait);
    assert_eq!(guide.intro, []);
    assert_eq!(check(&guide), []);
}

#[test]
fn a_question_needs_no_text_besides_its_ask() {
    let guide = article(
        "<p data-unstuck-id=q data-unstuck-ask='Is it on?'></p>\
         <p data-unstuck-id=a data-unstuck-one-of='Which?' data-unstuck-ask='One'> </p>\
         <div data-unstuck-id=b data-unstuck-one-of='Which?' data-unstuck-ask='Two'></div><p></p>\
         <h2>F</h2><p data-unstuck-hint></p><ul><li>Do</ul>",
    );
    let ids: Vec<&str> = guide
        .questions
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(ids, ["q", "a", "b"]);
    assert!(
        guide
            .questions
            .iter()
            .all(|question| question.hint.is_empty())
    );
    assert!(guide.fixes[0].reason.is_empty() && guide.intro.is_empty());
}

/// Each counts as it would in an empty `div`; a note that says nothing is none.
#[test]
fn an_empty_paragraph_counts_by_its_marks() {
    for tag in ["p", "div"] {
        let empty = |mark: &str| format!("<{tag} data-unstuck-{mark}></{tag}>");
        let guide = article(&format!(
            "{}<h2 data-unstuck-id=f>F</h2>{}<ul><li>Do</ul><h2 data-unstuck-id=l>L</h2><div data-unstuck-risk=permanent>\
             <ul data-unstuck-lost><li>x</ul>{}</div><ul><li>Do</ul><h2 data-unstuck-id=g>G</h2><ul><li>Do</ul>\
             <h2 data-unstuck-support>H</h2>{}<ul><li data-unstuck-need=b></ul>",
            empty("note"),
            empty("risk=permanent"),
            empty("first=g"),
            empty("need=a"),
        ));
        assert_eq!(guide.notes, []);
        assert!(guide.fixes[0].risk.is_some());
        assert!(
            check(&guide)
                .iter()
                .any(|problem| problem.rule == Rule::RiskLost)
        );
        assert_eq!(guide.fixes[1].risk.as_ref().unwrap().first_fix, "g");
        let support = guide.support.unwrap();
        assert_eq!(support.needs, ["a", "b"]);
        assert_eq!(support.passages, []);
    }
}

#[test]
fn what_support_asks_for_is_parted_by_the_commas_of_any_language() {
    for (marked, needs) in [
        ("Model, Version,, Model", ["Model", "Version"]),
        ("機種、iOSのバージョン", ["機種", "iOSのバージョン"]),
        ("型号，iOS 版本", ["型号", "iOS 版本"]),
        ("الطراز، الإصدار", ["الطراز", "الإصدار"]),
    ] {
        let guide = article(&format!(
            "<h2 data-unstuck-id=f>F</h2><ul><li>Do</ul><section data-unstuck-support data-unstuck-need='{marked}'><h2>H</h2></section>"
        ));
        assert_eq!(guide.support.unwrap().needs, needs);
    }
}

#[test]
fn a_risk_lists_losses_and_what_to_back_up() {
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
fn a_risk_says_its_headline_and_what_comes_first_and_its_step_says_it_again() {
    let guide = |risk: &str, step: &str| {
        article(&format!(
            "<section data-unstuck-id=f><h2>F</h2>{risk}<ol><li>Look<li {step}>Wipe</ol></section>
             <h2 data-unstuck-id=g>G</h2><ol><li>Do</ol>"
        ))
    };
    let lost = "<ul data-unstuck-lost><li>a</ul>";
    let of = |marks: &str, inside: &str| {
        let fix = guide(
            &format!("<div data-unstuck-risk {marks}>{lost}{inside}</div>"),
            "",
        );
        fix.fixes[0].risk.clone().unwrap()
    };
    assert_eq!(of("data-unstuck-risk-title='Gone.'", "").title, "Gone.");
    for (marks, inside, first, told) in [
        ("", "<p data-unstuck-first>Copy</p>", "", &["Copy"][..]),
        ("", "<p data-unstuck-first=g>Copy</p>", "g", &["Copy"]),
        (
            "data-unstuck-first=g",
            "<p data-unstuck-first>Copy</p>",
            "g",
            &["Copy"],
        ),
        ("data-unstuck-first=g", "", "g", &[]),
        // As JSX writes an attribute without a value.
        ("", "<p data-unstuck-first=true>Copy</p>", "", &["Copy"]),
    ] {
        let risk = of(marks, inside);
        assert_eq!(risk.first_fix, first, "{marks} {inside}");
        assert_eq!(plain(&risk.first), told, "{marks} {inside}");
    }
    let alone = guide(
        "<p data-unstuck-risk data-unstuck-first=g data-unstuck-lost>All</p>",
        "",
    );
    let alone = alone.fixes[0].risk.clone().unwrap();
    assert_eq!((alone.first_fix.as_str(), alone.lost.len()), ("g", 1));
    for (marks, wanted) in [
        ("", None),
        ("data-unstuck-risk", Some((false, ""))),
        (
            "data-unstuck-risk=reversible data-unstuck-risk-title=Gone",
            Some((true, "Gone")),
        ),
    ] {
        let step = guide("", marks).fixes[0].steps[1].risk.clone();
        let found = step.as_ref().map(|risk| (risk.reversible, &*risk.title));
        assert_eq!(found, wanted, "{marks}");
    }
}

#[test]
fn a_wait_can_be_none() {
    let wait = "<p data-unstuck-wait>Hours</p>";
    for (of_guide, of_fix, inside, can_run, look_for) in [
        ("", "", "", true, &[][..]),
        (wait, "", "", true, &["Hours"]),
        (wait, "data-unstuck-wait=none", "", false, &[]),
        (
            wait,
            "data-unstuck-wait=none",
            "<p data-unstuck-wait>Days</p>",
            true,
            &["Days"],
        ),
        (wait, "data-unstuck-wait=Days", "", true, &["Days"]),
    ] {
        let guide = article(&format!(
            "{of_guide}<section data-unstuck-id=f {of_fix}><h2>F</h2><ol><li>Do</ol>{inside}</section>"
        ));
        let fix = &guide.fixes[0];
        assert_eq!(guide.can_run(fix), can_run, "{of_fix}");
        assert_eq!(plain(guide.wait_of(fix)), look_for, "{of_fix}");
    }
    let guide = parsed(
        "<article data-unstuck-wait=none><h1>T</h1><h2 data-unstuck-id=f>F</h2><ol><li>Do</ol></article>",
    );
    assert!(!guide.can_run(&guide.fixes[0]));
}

#[test]
fn what_not_sure_means_is_the_authors_to_say() {
    let guide = article(
        "<p data-unstuck-id=q data-unstuck-ask='Q?' data-unstuck-unsure=Stop>x</p>
         <h2 data-unstuck-id=f data-unstuck-ask='So?' data-unstuck-unsure=Go>F</h2><ol><li>Do</ol>",
    );
    assert_eq!(guide.questions[0].unsure, "Stop");
    assert_eq!(guide.fixes[0].check.as_ref().unwrap().unsure, "Go");
}

#[test]
fn the_verdict_uses_the_articles_words() {
    let guide = parsed(
        "<article data-unstuck-verdict=a data-unstuck-solved=b data-unstuck-not-solved=c \
         data-unstuck-still-running=d data-unstuck-cannot=e data-unstuck-started=s data-unstuck-guide=g><h1>T</h1>\
         <h2>F</h2><ul><li>Do</ul></article>",
    );
    let words = guide.verdict;
    let all = [
        words.ask,
        words.solved,
        words.not_solved,
        words.still_running,
        words.cannot,
        words.started,
    ];
    assert_eq!(
        all,
        ["a", "b", "c", "d", "e", "s"].map(|own| Some(own.to_owned()))
    );
    assert_eq!(guide.id, "g");
    let own = article("<h2>F</h2><ul><li>Do</ul>").verdict;
    assert_eq!(
        own,
        VerdictWords::default(),
        "the widget has words for what is left out"
    );
}
