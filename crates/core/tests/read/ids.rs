//! Ids that are made from words.

use unstuck_core::guide::check;

use super::support::{article, fix_ids, plain, step_ids};

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
fn generated_ids_are_plain_short_and_unique() {
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
    // Text in other scripts gets distinct, stable ids too.
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
fn an_authors_id_is_never_reused_for_a_generated_one() {
    // Progress is kept under the author's ids: a heading that reads the same must not move them.
    let guide = article(
        "<h2 data-unstuck-ask='So?'>Restart</h2><ul><li>Off</li><li data-unstuck-id=off>On</li></ul>\
         <h2 data-unstuck-id=restart>Start anew</h2><ul><li>Do</ul>",
    );
    assert_eq!(fix_ids(&guide), ["restart-2", "restart"]);
    assert_eq!(step_ids(&guide.fixes[0]), ["off-2", "off"]);
    assert_eq!(check(&guide), []);
}

/// A browser's translation puts elements around words, and leaves all else as it is.
#[test]
fn elements_around_words_part_nothing() {
    let plain = "<h2>Reset</h2><p>Why <b>so</b></p><ol><li>Tap <b>Reset</b>, then <a href=x>wait</a>.</li></ol>";
    let before = article(plain);
    for tag in ["font", "ins", "label"] {
        let around = |words: &str| format!("<{tag}><{tag}>{words}</{tag}></{tag}>");
        let wrapped = format!(
            "<h2>{}</h2><p>{}<b>{}</b></p><ol><li>{}<b>{}</b>{}<a href=x>{}</a>{}</li></ol>",
            around("Reset"),
            around("Why "),
            around("so"),
            around("Tap "),
            around("Reset"),
            around(", then "),
            around("wait"),
            around("."),
        );
        assert_eq!(article(&wrapped).fixes, before.fixes, "{tag}");
    }
}
