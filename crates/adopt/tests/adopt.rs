//! The content of an article without marks: steps, notes, ids.
//!
//! Belongs here: everything but which parts are fixes (`shapes/`), and what marks mean (`read.rs`).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use unstuck_adopt::{adopt, html, prepare};
use unstuck_core::guide::{Fix, Guide, Image, Inline, Passage, Rule, check};

fn guide(inside: &str) -> Guide {
    let text = format!(
        "<article><h1>The phone is stuck</h1><p>Try these.</p>{inside}<h2>Update it</h2><ol><li>Tap Update.</li></ol></article>"
    );
    let guide = html::parse(&text).unwrap_or_else(|problems| panic!("{problems:?} in {text}"));
    assert_eq!(check(&guide), [], "{text}");
    guide
}

fn first(inside: &str) -> Fix {
    guide(inside).fixes.remove(0)
}

fn plain(passages: &[Passage]) -> Vec<String> {
    passages.iter().map(Passage::plain).collect()
}

#[test]
fn content_of_a_step_stays_in_it() {
    let fix = first(
        "<h2>Reset it</h2><ol><li>Press <kbd>Esc</kbd> and <em>wait</em>.<img src=esc.png alt='The key' width=40></li></ol>
         <pre><code>reset\n  now</code></pre><ol start=2><li>Open it.<ul><li>Left</li><li>Right</li></ul></li></ol>",
    );
    assert_eq!(fix.steps.len(), 2);
    let [Passage::Words(words), Passage::Code(code)] = fix.steps[0].passages.as_slice() else {
        panic!("{:?}", fix.steps[0]);
    };
    assert!(words.0.contains(&Inline::Key("Esc".into())), "{words:?}");
    assert!(
        words.0.contains(&Inline::Emphasis("wait".into())),
        "{words:?}"
    );
    let image = words.0.iter().find_map(|inline| match inline {
        Inline::Image(Image { src, alt, .. }) => Some((src.as_str(), alt.as_str())),
        _ => None,
    });
    assert_eq!(image, Some(("esc.png", "The key")));
    assert_eq!(code, "reset\n  now");
    let list = &fix.steps[1].passages[1];
    assert!(
        matches!(list, Passage::List { ordered: false, items } if items.len() == 2),
        "{list:?}"
    );
}

#[test]
fn spaces_with_an_element_of_their_own_part_words() {
    let fix = first(
        "<h2>Mount it again</h2><p>Press<b> </b>Enter and run:</p>
         <pre><span></span>mount<span class=w> </span>-o<span class=w> </span>rw<span class=w> </span>/</pre>",
    );
    let steps = fix.steps.iter().flat_map(|step| plain(&step.passages));
    let steps: Vec<String> = steps.collect();
    assert_eq!(steps, ["Press Enter and run:", "mount -o rw /"]);
}

#[test]
fn notes_and_warnings_are_set_apart() {
    let fix = first(
        "<h2>Reset it</h2><ol><li>Tap Reset.<div class='admonition note'><p class=admonition-title>Note</p><p>It asks for the code.</p></div></li>
         <li><p>Tap Yes.</p><p><strong>Warning:</strong> Hold it still.</p></li></ol>",
    );
    let tips: Vec<(bool, Vec<String>)> = fix
        .steps
        .iter()
        .flat_map(|step| &step.passages)
        .filter_map(|passage| match passage {
            Passage::Tip { warning, passages } => Some((*warning, plain(passages))),
            _ => None,
        })
        .collect();
    assert_eq!(
        tips,
        [
            (false, vec!["It asks for the code.".to_owned()]),
            (true, vec!["Hold it still.".to_owned()])
        ]
    );
}

#[test]
fn losses_become_risks_to_confirm_first() {
    let fix = first(
        "<h2>Reset it</h2><div class='admonition warning'><p>Warning</p><p>Do this at home. All photos will be deleted.</p></div><ol><li>Tap Reset.</li></ol>",
    );
    let risk = fix.risk.expect("a risk");
    assert!(!risk.reversible);
    assert_eq!(plain(&risk.passages), ["Do this at home."]);
    assert_eq!(plain(&risk.lost[0]), ["All photos will be deleted."]);
    assert!(fix.reason.is_empty(), "{:?}", fix.reason);
    let without = first(
        "<h2>Reset it</h2><div class='admonition warning'><p>Hold it still.</p></div><ol><li>Tap Reset.</li></ol>",
    );
    assert_eq!(without.risk, None);
}

#[test]
fn long_operations_become_waits() {
    let fix = first(
        "<h2>Reset it</h2><ol><li>Tap Reset.</li><li>Wait. It can take up to two hours.</li></ol>",
    );
    assert_eq!(plain(&fix.wait), ["It can take up to two hours."]);
    assert!(
        first("<h2>Reset it</h2><ol><li>Tap Reset.</li></ol>")
            .wait
            .is_empty()
    );
}

#[test]
fn phrases_leading_to_the_next_fix_are_left_out() {
    let fix = first(
        "<h2>Reset it</h2><ol><li>Tap Reset.</li><li>If it is still stuck, go to the next method.</li></ol>",
    );
    assert_eq!(fix.steps.len(), 1, "{:?}", fix.steps);
}

#[test]
fn small_edits_of_a_title_leave_its_id() {
    let id = |title: &str| first(&format!("<h2>{title}</h2><ol><li>Tap Reset.</li></ol>")).id;
    let before = id("Reset the settings");
    for title in [
        "Reset your settings",
        "2. Reset the settings",
        "Reset the Settings.",
        "Step 1: Reset settings",
        "Reset your setting",
        "Reset <font><font>the settings</font></font>",
    ] {
        assert_eq!(id(title), before, "{title}");
    }
    for other in [
        "Reset the network",
        "Reset no settings",
        "The settings reset",
        "Reset 2 settings",
    ] {
        assert_ne!(id(other), before, "{other}");
    }
    for (many, one) in [
        ("Charge the batteries", "Charge the battery"),
        ("Check all switches", "Check all switch"),
        ("2. 設定をリセットする", "設定をリセットする。"),
    ] {
        assert_eq!(id(many), id(one));
    }
    assert_ne!(id("設定をリセットする"), id("設定をリセット"));
}

/// Of two fixes that small edits make alike, neither takes over what was said to the other.
#[test]
fn a_fix_that_goes_leaves_its_answers_to_none() {
    const ALL: [(&str, &str); 5] = [
        ("Restart the phone", "Hold the key."),
        ("Restart the phones", "Hold the key."),
        ("Check the light", "Look at the front."),
        ("Check the light", "Look at the back."),
        ("Reset it", "Tap Reset."),
    ];
    let ids = |fixes: &[(&str, &str)]| -> Vec<String> {
        let fix = |(title, step)| format!("<h2>{title}</h2><ol><li>{step}</li><li>Wait.</li></ol>");
        let all: String = fixes.iter().copied().map(fix).collect();
        guide(&all).fixes.into_iter().map(|fix| fix.id).collect()
    };
    let before = ids(&ALL);
    // Each set of them that may be left, one at least.
    for set in 1..1 << ALL.len() {
        let left: Vec<usize> = (0..ALL.len()).filter(|at| set >> at & 1 == 1).collect();
        let fixes: Vec<_> = left.iter().map(|at| ALL[*at]).collect();
        for (own, id) in left.iter().zip(ids(&fixes)) {
            let of = before.iter().position(|other| *other == id);
            assert!(of.is_none_or(|of| of == *own), "{id} of {fixes:?}");
        }
    }
}

#[test]
fn the_authors_marks_are_kept() {
    let guide = guide(
        "<p data-unstuck-id=old data-unstuck-ask='Is it an old one?'>Look at its back.</p>
         <section data-unstuck-id=again data-unstuck-ask='Did you restart it?' data-unstuck-only-if=old><h2>Restart it</h2><p data-unstuck-hint>Since it is stuck.</p><ol><li>Hold the key.</li></ol></section>",
    );
    assert_eq!(guide.questions[0].id, "old");
    let fix = &guide.fixes[0];
    assert_eq!((fix.id.as_str(), guide.fixes.len()), ("again", 2));
    assert_eq!(
        plain(&fix.check.as_ref().unwrap().hint),
        ["Since it is stuck."]
    );
    assert_eq!(fix.only_if.0[0].fact, "old");
}

#[test]
fn before_you_begin_shows_with_the_first_fix_and_support_at_the_end() {
    let guide = guide(
        "<h2>Before you begin</h2><ul><li>Charge it.</li></ul><h2>Still need help?</h2><p>Call us.</p>",
    );
    assert_eq!(guide.notes.len(), 1);
    assert!(
        plain(&guide.notes[0].passages)
            .join(" ")
            .contains("Charge it.")
    );
    assert_eq!(guide.support.unwrap().title, "Still need help?");
}

#[test]
fn the_page_around_gives_title_and_language() {
    let text = "<html lang=de><head><title>Hilfe</title></head><body><h1>Der Drucker druckt nicht</h1><article><h2>Neu starten</h2><ol><li>Ausschalten.</li><li>Warten.</li></ol><h2>Papier</h2><ol><li>Nachlegen.</li></ol></article></body></html>";
    let guide = html::parse(text).unwrap();
    assert_eq!(
        (guide.title.as_str(), guide.lang.as_str()),
        ("Der Drucker druckt nicht", "de")
    );
    assert_eq!(guide.fixes.len(), 2);
}

/// What a mark says needs no words besides, in an article whose fixes are found as in any other.
#[test]
fn marks_without_words_are_kept() {
    for tag in ["p", "div"] {
        let guide = guide(&format!(
            "<{tag} data-unstuck-id=red data-unstuck-one-of='Which light?' data-unstuck-ask='Red'></{tag}>\
             <{tag} data-unstuck-id=blue data-unstuck-one-of='Which light?' data-unstuck-ask='Blue'></{tag}>\
             <h2>Reset it</h2><ol><li>Tap Reset.</li></ol>\
             <h2 data-unstuck-support>Ask us</h2><p>By phone.</p><{tag} data-unstuck-need='Model'></{tag}>"
        ));
        let ids: Vec<&str> = guide
            .questions
            .iter()
            .map(|question| &*question.id)
            .collect();
        assert_eq!(ids, ["red", "blue"], "{tag}");
        assert_eq!(guide.support.unwrap().needs, ["Model"], "{tag}");
    }
}

/// Who names an article decides: the doubt comes with the guide.
#[test]
fn what_is_doubtful_can_be_walked_all_the_same() {
    for (what, text, rule) in [
        (
            "a tutorial",
            "<h1>Build a shelf</h1><h2>Install the rail</h2><ol><li>Drill a hole.</li></ol><h2>Add boards</h2><ol><li>Cut them.</li></ol>",
            Rule::NoProblem,
        ),
        (
            "one fix of many sections",
            "<h1>Slow boats</h1><h2>Hulls</h2><p>Wood.</p><h2>Sails</h2><p>Cloth.</p><h2>Masts</h2><p>Spruce.</p><h2>Clean the hull</h2><ol><li>Scrub it.</li></ol>",
            Rule::LoneFix,
        ),
    ] {
        let article = html::article(&format!("<article>{text}</article>"));
        let prepared = prepare(&article).unwrap();
        assert_eq!(prepared.doubt.map(|doubt| doubt.rule), Some(rule), "{what}");
        assert!(!prepared.guide.fixes.is_empty(), "{what}");
        let refused = adopt(&article).unwrap_err();
        assert_eq!(refused[0].rule, rule, "{what}");
    }
    // What cannot be walked is refused, whoever names it.
    let article =
        html::article("<article><h1>Lamps</h1><h2>Light</h2><p>It is bright.</p></article>");
    assert_eq!(prepare(&article).unwrap_err()[0].rule, Rule::NoFix);
    // What is marked is meant.
    let marked = "<article><h1>Build a shelf</h1><h2 data-unstuck-id=a>Install the rail</h2><ol><li>Drill.</li></ol><h2>Add boards</h2><ol><li>Cut them.</li></ol></article>";
    assert_eq!(prepare(&html::article(marked)).unwrap().doubt, None);
}

#[test]
fn articles_beside_each_other_are_the_sections_of_a_page() {
    let cards = "<article><h2>The lid is stuck</h2><p>Pull the lever.</p></article>
        <article><h2>The lamp does not light up</h2><p>Replace the bulb. Then press the button.</p></article>";
    let titles = |page: &str| -> Vec<String> {
        let guide = html::parse(page).unwrap();
        guide.fixes.into_iter().map(|fix| fix.title).collect()
    };
    let page = format!("<body><h1>Printer troubleshooting</h1><div>{cards}</div></body>");
    assert_eq!(
        titles(&page),
        ["The lid is stuck", "The lamp does not light up"]
    );
    // What has a title of its own is an article of its own.
    let own = "<article><h1>The printer is slow</h1><h2>Restart it</h2><p>Press the button.</p><h2>Use the other cable, the blue one</h2><p>Plug it in at the back.</p></article>";
    let page = format!("<body><h1>Help</h1><div>{cards}{own}</div></body>");
    assert_eq!(
        titles(&page),
        ["Restart it", "Use the other cable, the blue one"]
    );
}

#[test]
fn problems_that_are_each_instructed_are_walked_however_many_there_are() {
    let section = |at: usize| format!("<h2>Error {at}</h2><p>Press button {at}.</p>");
    let page = |sections: String| format!("<article><h1>Troubleshooting</h1>{sections}</article>");
    let guide = html::parse(&page((1..=60).map(section).collect())).unwrap();
    assert_eq!((guide.fixes.len(), guide.questions.len()), (60, 60));
}
