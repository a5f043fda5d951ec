//! What nobody sees does not get into a guide, wherever it stands in the article.

use unstuck_adopt::{adopt, html, sanitize};
use unstuck_core::characters::{clean, is_banned, is_unseen, shown};
use unstuck_core::guide::{Guide, Inline, Passage, read};

/// What is dropped, one of each kind.
const DROPPED: [char; 17] = [
    '\u{1}',
    '\u{7}',
    '\u{8}',
    '\u{1B}',
    '\u{7F}',
    '\u{9B}',
    '\u{202A}',
    '\u{202E}',
    '\u{2066}',
    '\u{2069}',
    '\u{206F}',
    '\u{FEFF}',
    '\u{FFF9}',
    '\u{FFFF}',
    '\u{E0041}',
    '\u{1D173}',
    '\u{1BCA0}',
];

/// What is another way to end a line.
const LINE_ENDS: [char; 6] = ['\u{B}', '\u{C}', '\r', '\u{85}', '\u{2028}', '\u{2029}'];

/// What words may need, and code does not.
const IN_WORDS: [char; 9] = [
    '\u{34F}', '\u{3164}', '\u{AD}', '\u{61C}', '\u{200B}', '\u{200E}', '\u{200F}', '\u{2060}',
    '\u{180E}',
];

/// An article with something within the words of everything that a guide says.
fn article(within: &str) -> String {
    "<article lang='e|n' data-unstuck-guide='g|1' data-unstuck-verdict='V|?' data-unstuck-solved='S|o' data-unstuck-not-solved='N|o'
       data-unstuck-still-running='R|u' data-unstuck-cannot='C|a'><h1>T|t</h1><p>S|s.</p><p>I|i.</p>
     <p data-unstuck-id='q|1' data-unstuck-ask='Q|q?' data-unstuck-one-of='O|o?'>H|h.</p>
     <p data-unstuck-id='q|2' data-unstuck-ask='P|p?' data-unstuck-one-of='O|o?'>H|h.</p>
     <div data-unstuck-note data-unstuck-only-if='q|1'>N|n.</div>
     <section data-unstuck-id='a|b' data-unstuck-ask='D|d?' data-unstuck-verdict='W|w?'><h2>F|f</h2><p>R|r <b>B|b</b> <b>A|a › C|c</b>
       <em>E|e</em> <kbd>K|k</kbd> <a href='https://example.org/x|y'>L|l</a> <img src='x|y.png' alt='M|m'></p>
       <div data-unstuck-hint>H|h.</div>
       <div data-unstuck-risk=permanent><p>X|x.</p><ul data-unstuck-lost><li>Y|y</ul><p data-unstuck-first>Z|z.</p></div>
       <div data-unstuck-away>A|a.</div><ol><li data-unstuck-id='s|t'>D|d.<p data-unstuck-tip>T|t.</p>
       <table><tr><th>U|u<th>V|v</table></ol><p data-unstuck-wait>W|w.</p></section>
     <section data-unstuck-support><h2>G|g</h2><p>J|j.</p></section><p data-unstuck-after>A|a.</p></article>"
        .replace('|', within)
}

fn guide_of(text: &str) -> Guide {
    read(&html::article(text)).unwrap_or_else(|problems| panic!("{problems:?} in {text:?}"))
}

#[test]
fn what_nobody_sees_is_dropped_from_every_part_of_a_guide() {
    let (plain, broken) = (guide_of(&article("")), guide_of(&article("\n")));
    for c in DROPPED {
        assert!(is_banned(c), "{c:?}");
        assert_eq!(guide_of(&article(&c.to_string())), plain, "{c:?}");
    }
    for c in LINE_ENDS {
        assert!(is_banned(c), "{c:?}");
        assert_eq!(guide_of(&article(&c.to_string())), broken, "{c:?}");
    }
    for c in IN_WORDS {
        assert!(is_unseen(c) && !is_banned(c), "{c:?}");
        let guide = guide_of(&article(&c.to_string()));
        assert_eq!(guide.title, format!("T{c}t"));
    }
    // Joiners shape what is seen.
    for c in ['\u{200C}', '\u{200D}', '\u{FE0F}', '\u{A0}', 'a', '\u{5D0}'] {
        assert!(!is_unseen(c), "{c:?}");
    }
}

#[test]
fn code_holds_nothing_that_nobody_sees() {
    for c in DROPPED.into_iter().chain(IN_WORDS) {
        let text = format!(
            "<article><h1>T</h1><section data-unstuck-id=a><h2>A</h2><ol><li><code>r{c}m</code></li></ol><pre>l{c}s\n-{c}l</pre></section></article>"
        );
        let fix = guide_of(&text).fixes.remove(0);
        let [Passage::Words(words)] = fix.steps[0].passages.as_slice() else {
            panic!("{fix:?}")
        };
        assert_eq!(words.0, [Inline::Code("rm".into())], "{c:?}");
        assert_eq!(fix.more, [Passage::Code("ls\n-l".into())], "{c:?}");
    }
}

/// Ids that are made from words, and all that the rules decide by them, are the same as without.
#[test]
fn an_article_without_marks_is_adopted_as_if_it_held_none() {
    let article = |within: &str| {
        let text = "<article><h1>The la|mp stays da|rk</h1><h2>Cha|nge the bulb</h2><ol><li>Uns|crew it.</li><li>Ta|ke another.</li></ol>
            <h2>Res|tart it</h2><ol><li>Tu|rn it off.</li></ol></article>";
        html::article(&text.replace('|', within))
    };
    let plain = adopt(&article("")).unwrap();
    for c in DROPPED {
        let with = article(&c.to_string());
        assert_eq!(adopt(&with).unwrap(), plain, "{c:?}");
        assert_eq!(sanitize(&with), sanitize(&article("")), "{c:?}");
    }
}

#[test]
fn a_link_is_judged_by_what_is_left_of_it() {
    for c in DROPPED {
        let text = format!(
            "<article><h1>T</h1><section data-unstuck-id=a><h2>A</h2><ol><li><a href='java{c}script:x'>w</a><img src='java{c}script:x'></ol></section></article>"
        );
        let fix = guide_of(&text).fixes.remove(0);
        assert!(!format!("{fix:?}").contains("script"), "{c:?} {fix:?}");
        let shown = format!("{:?}", sanitize(&html::article(&text)));
        assert!(!shown.contains("script"), "{c:?} {shown}");
    }
}

#[test]
fn what_is_shown_is_one_line_in_which_all_is_seen() {
    for c in DROPPED
        .into_iter()
        .chain(LINE_ENDS)
        .chain(IN_WORDS)
        .chain(['\t', '\n'])
    {
        let text = shown(&format!("a{c}b"));
        assert!(text.starts_with("a\\") && text.ends_with('b'), "{text:?}");
        assert!(
            !text.contains(is_unseen) && !text.contains(['\t', '\n']),
            "{text:?}"
        );
    }
    assert_eq!(shown("plain é 🏳️‍🌈"), "plain é 🏳️‍🌈");
    assert_eq!(clean("a\r\nb\rc"), "a\nb\nc");
}
