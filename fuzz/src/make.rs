//! Where inputs come from: pieces of each form put together, and real guides changed.
//!
//! Belongs here: the pieces and the changes. Each input comes from a seed and its number alone, so that any can be made
//! again. Does not: what is done with it.

use crc::{CRC_32_ISO_HDLC, Crc};
use data_encoding::BASE64URL_NOPAD;
use fastrand::Rng;
use serde_json::Value;
use unstuck_author::{html, json, markdown};
use unstuck_core::progress::{Answer, Progress};
use unstuck_core::transfer;
use unstuck_core::walk::{Action, Walk, apply};

use crate::form::Form;

const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

const ARTICLES: [&str; 4] = [
    include_str!("../../guides/iphone-backup.en.html"),
    include_str!("../../guides/router.en.html"),
    include_str!("../../guides/printer.en.html"),
    include_str!("../../guides/laptop.en.html"),
];

const HTML: &[&str] = &[
    "<article>",
    "</article>",
    "<article lang=en data-unstuck-guide=g>",
    "<section>",
    "</section>",
    "<div>",
    "</div>",
    "<header>",
    "</header>",
    "<h1>T</h1>",
    "<h2>A",
    "</h2>",
    "<h3>B</h3>",
    "<p>",
    "</p>",
    "Words. ",
    "<ol>",
    "</ol>",
    "<ul>",
    "</ul>",
    "<li>Do",
    "<li data-unstuck-id=s>",
    "</li>",
    "<b>Settings › General</b>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<code>",
    "</code>",
    "<a href=x>y</a>",
    "<a href='java\tscript:x'>",
    "</a>",
    "<br>",
    "<!--",
    "-->",
    "<!doctype html>",
    "<![CDATA[",
    "<script>",
    "</script>",
    "<style>",
    "<template>",
    "</template>",
    "<svg>",
    "</svg>",
    "<math>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<select>",
    "<option>",
    "<textarea>",
    "<title>",
    "<plaintext>",
    "<noscript>",
    "<form>",
    "<p hidden>",
    "<nav>",
    "<section data-unstuck-id=a>",
    "<section data-unstuck-id=b data-unstuck-ask='Q?'>",
    "<div data-unstuck-id=q data-unstuck-ask='Q?'>",
    "<h2 data-unstuck-id=f data-unstuck-only-if='q !r'>",
    "<div data-unstuck-risk=permanent>",
    "<ul data-unstuck-lost>",
    "<p data-unstuck-first>",
    "<p data-unstuck-hint>",
    "<p data-unstuck-wait>",
    "<p data-unstuck-away>",
    "<p data-unstuck-note>",
    "<p data-unstuck-after>",
    "<section data-unstuck-support>",
    "<ul data-unstuck-words>",
    "<p data-unstuck-aks>",
    "<p data-unstuck-only-if=q=yes>",
    "<unstuck-guide>",
    "<h2 data-unstuck-at=7>",
    "&",
    "&amp;",
    "&#0;",
    "&#x202e;",
    "\u{202e}",
    "\u{feff}",
    "\u{a0}",
    "é",
    "<",
    ">",
    "\"",
    "'",
    "=",
    "/",
    "\n",
    " ",
    "\r\n",
    "<a b=",
    "<x y='",
    "<frameset>",
    "<body>",
    "<html>",
];

const PAGE: &[&str] = &[
    "<main>",
    "</main>",
    "<article class=post>",
    "</article>",
    "<div class=content>",
    "</div>",
    "<section>",
    "</section>",
    "<h1>How to fix it</h1>",
    "<h2>1. Restart</h2>",
    "<h2>Step 2: Update</h2>",
    "<h3>On a Mac</h3>",
    "<h4>Note</h4>",
    "<h2>Method 3</h2>",
    "<h2>Related articles</h2>",
    "<h2>FAQ</h2>",
    "<h2>",
    "</h2>",
    "<p>Try this first.</p>",
    "<p><strong>1. Do</strong></p>",
    "<p>",
    "</p>",
    "<ol>",
    "</ol>",
    "<ul>",
    "</ul>",
    "<ul class=toc>",
    "<li>",
    "</li>",
    "<li>Press the button.</li>",
    "<li><a href=#x>Go</a></li>",
    "<ol start=4>",
    "<img src=x alt=y>",
    "<figure>",
    "</figure>",
    "<table>",
    "<tr><td>",
    "</table>",
    "<details>",
    "<summary>More</summary>",
    "</details>",
    "<div role=tabpanel aria-labelledby=t>",
    "<div role=tab id=t>Windows</div>",
    "<button>Share</button>",
    "<aside>",
    "</aside>",
    "<nav aria-label=Breadcrumb>",
    "</nav>",
    "<footer>",
    "</footer>",
    "<div aria-hidden=true>",
    "<span class=sr-only>",
    "</span>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "</pre>",
    "<hr>",
    "<br><br>",
    "<dl><dt>A<dd>B</dl>",
    "<div role=heading aria-level=2>Fix</div>",
    "<b>Warning:</b> ",
    "Words and words. ",
    "1. ",
    "2) ",
    "• ",
    "<a href=/x>Next</a>",
    "<iframe>",
    "</iframe>",
    "<h2 id=a>A</h2>",
    "\n",
    "é",
    "<section data-unstuck-id=a>",
    "<h2 data-unstuck-support>Ask</h2>",
    "<meta itemprop=step>",
    "<div itemtype=https://schema.org/HowToStep>",
];

const MARKDOWN: &[&str] = &[
    "# T {#g lang=en}\n\n",
    "## A {#a}\n\n",
    "## B {#b ask=\"Q?\" pass-on=no}\n\n",
    "### C\n\n",
    "Words.\n\n",
    "Words ",
    "1. Do. {#s}\n",
    "1. ",
    "2) ",
    "- ",
    "* ",
    "+ ",
    "> ",
    ">",
    "   ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "{#q ask=\"Q?\"}\n",
    "{note only-if=q}\n",
    "{risk=permanent}\n",
    "{lost}\n",
    "{#a only-if=\"q !r\"}",
    "{",
    "}",
    "{#",
    "{a=\"",
    "\\}",
    "\\",
    "**",
    "*",
    "_",
    "__",
    "~~",
    "`",
    "```\n",
    "~~~\n",
    "[",
    "](",
    "](x)",
    "](javascript:x)",
    "![",
    "<b>",
    "</b>",
    "<br>",
    "<img src=x>",
    "<!--",
    "-->",
    "<div>\n",
    "<https://x>",
    "&amp;",
    "---\n",
    "===\n",
    "| a | b |\n",
    "[x]: y\n",
    "[^1]",
    ":",
    "{Enter}",
    "## Ask {support}\n\n",
    "é",
    "\u{202e}",
    "\r\n",
    "\u{feff}",
    "{words}\n",
    "{wait}\n",
    "{hint}\n",
    "{after}\n",
    "**Settings › General**",
];

const JSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\\"",
    "\\u0000",
    "\\ud800",
    "\\n",
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1e999",
    "\"x\"",
    "\"id\":\"a\"",
    "\"title\":\"T\"",
    "\"fixes\":[",
    "\"steps\":[",
    "\"text\":[",
    "\"questions\":[",
    "\"summary\":\"S\"",
    "{\"id\":\"a\",\"title\":\"A\",\"steps\":[{\"id\":\"s\",\"text\":[\"x\"]}]}",
    "{\"bold\":\"b\"}",
    "{\"link\":{\"href\":\"javascript:x\",\"text\":\"y\"}}",
    "{\"break\":true}",
    "{\"path\":[\"a\",\"b\"]}",
    "{\"code\":\"c\"}",
    "{\"list\":[[\"a\"]]}",
    "\"onlyIf\":\"q !r\"",
    "\"only-if\":\"q\"",
    "\"check\":{\"ask\":\"Q?\"}",
    "\"risk\":{\"lost\":[\"x\"]}",
    "\"support\":{\"title\":\"A\",\"text\":[]}",
    " ",
    "\n",
    "é",
    "\u{202e}",
];

const CONDITION: &[&str] = &[
    "a", "icloud", "!", "!!", "=", "=yes", "=no", "=maybe", " ", ",", "\t", "\n", "!a", "a=b=c",
    "é", "\u{a0}", "=yes=no", "!a=yes", "-", "\"",
];

const RECORD: &[&str] = &[
    "{\"v\":1",
    "{\"v\":2",
    "{\"v\":",
    ",\"guide\":\"g\"",
    ",\"guide\":\"",
    "\"",
    ",\"rev\":1",
    ",\"rev\":99999999999",
    ",\"seq\":7",
    ",\"seq\":18446744073709551615",
    ",\"progress\":{\"answers\":[",
    "[\"question\",\"q\",\"yes\",1,1]",
    "[\"verdict\",\"a\",\"solved\",1,1]",
    "[\"check\",\"a\",\"confirm\",1,1]",
    "[\"wait\",\"a\",\"still-running\",0,9]",
    ",",
    "],\"ticks\":[",
    "[\"a\",\"s\"]",
    "],\"reopened\":",
    "null",
    "[\"question\",\"q\"]",
    "}",
    "{",
    "[",
    "]",
    "é",
    "1",
    " ",
];

/// A whole record, for its pieces to be changed.
const LINK: &[&str] = &[
    "#", "unstuck=", "1", "2", "A", "AA", "A-_", "zzzz", "BQ", "=", "%", "é", " ", "\u{0}",
];

const WHOLE_RECORD: &str = "{\"v\":1,\"guide\":\"g\",\"rev\":7,\"seq\":3,\"progress\":{\"answers\":[[\"question\",\"q\",\"yes\",1,1],[\"check\",\"a\",\"no\",2,2],[\"wait\",\"a\",\"still-running\",3,3],[\"verdict\",\"a\",\"solved\",4,4]],\"ticks\":[[\"a\",\"s\"],[\"a\",\"t\"]],\"reopened\":[\"question\",\"q\"]}";

/// Makes inputs.
pub(crate) struct Maker {
    seed: u64,
    /// Real guides, by form: HTML, Markdown, JSON.
    whole: [Vec<String>; 3],
}

impl Maker {
    pub(crate) fn new(seed: u64) -> Self {
        let guides = || {
            ARTICLES
                .iter()
                .filter_map(|text| unstuck_adopt::html::parse(text).ok())
        };
        Self {
            seed,
            whole: [
                ARTICLES
                    .iter()
                    .map(|text| (*text).to_owned())
                    .chain(guides().map(|g| html::write(&g)))
                    .collect(),
                guides().map(|g| markdown::write(&g)).collect(),
                guides().map(|g| json::write(&g)).collect(),
            ],
        }
    }

    pub(crate) fn pieces(form: Form) -> &'static [&'static str] {
        match form {
            Form::Html => HTML,
            Form::Adopt => PAGE,
            Form::Markdown => MARKDOWN,
            Form::Json => JSON,
            Form::Condition => CONDITION,
            Form::Record => RECORD,
            Form::Link => LINK,
        }
    }

    fn real(&self, form: Form) -> &[String] {
        match form {
            Form::Html | Form::Adopt => &self.whole[0],
            Form::Markdown => &self.whole[1],
            Form::Json => &self.whole[2],
            Form::Condition | Form::Record | Form::Link => &[],
        }
    }

    /// The input of this number.
    pub(crate) fn input(&self, form: Form, number: u64) -> String {
        let mut rng = Rng::with_seed(self.seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        if form == Form::Link && rng.u8(..) > 10 {
            return forged(&mut rng);
        }
        let pieces = Self::pieces(form);
        let mut text = match (rng.u8(..), self.real(form)) {
            (_, []) if form == Form::Record && rng.bool() => WHOLE_RECORD.to_owned(),
            // JSON is refused for one comma: most of its changes are made to the tree.
            (60.., real) if form == Form::Json => {
                let text = tree(pick::<String>(real, &mut rng), &mut rng);
                if rng.u8(..) > 40 {
                    return text;
                }
                text
            }
            (_, []) | (0..110, _) => strung(pieces, &mut rng),
            // Whole guides are long: one of sixty.
            (110..114, real) => pick::<String>(real, &mut rng).clone(),
            (114..120, _) => noise(&mut rng),
            (_, real) => part(pick::<String>(real, &mut rng), form, &mut rng),
        };
        for _ in 0..rng.usize(0..5) {
            change(&mut text, pieces, &mut rng);
        }
        if form == Form::Record && rng.u8(..) > 20 {
            text = format!("{text},\"sum\":\"{:08x}\"}}", CRC.checksum(text.as_bytes()));
        }
        text
    }

    /// A pattern by which an input can grow: what stands before, what is repeated, what stands after.
    pub(crate) fn pattern(&self, form: Form, number: u64) -> Pattern {
        let mut rng = Rng::with_seed(self.seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 1);
        let pieces = Self::pieces(form);
        let some = |most: usize, rng: &mut Rng| {
            (0..rng.usize(0..=most))
                .map(|_| word(pieces, rng))
                .collect::<String>()
        };
        let mut repeated = some(3, &mut rng);
        if repeated.is_empty() {
            repeated.push_str(word(pieces, &mut rng));
        }
        Pattern {
            before: [String::new(), head(form).to_owned(), some(2, &mut rng)][rng.usize(0..3)]
                .clone(),
            repeated,
            numbered: rng.bool(),
            after: some(2, &mut rng),
        }
    }
}

/// A link whose bytes were changed under a checksum that fits; now and then one whose characters were.
fn forged(rng: &mut Rng) -> String {
    let guide = crate::form::guide();
    let mut progress = Progress::default();
    for now in 0..rng.u64(0..60) {
        let screen = Walk::replay(guide, &progress).screen;
        let step = screen.fix().and_then(|fix| fix.steps.get(rng.usize(0..6)));
        let action = match step {
            Some(step) if rng.bool() => Action::Tick {
                step: step.id.clone(),
                done: true,
            },
            _ => Action::Answer {
                id: screen.id().to_owned(),
                answer: Answer::ALL[rng.usize(0..9)],
            },
        };
        let at = now.wrapping_mul(rng.u64(..) >> rng.u32(0..64));
        progress = apply(guide, &progress, &action, at).unwrap_or(progress);
    }
    let text = transfer::encode(guide, &progress).unwrap_or_default();
    let body = text
        .get(transfer::FRAGMENT_PREFIX.len() + 1..text.len().saturating_sub(6))
        .unwrap_or_default();
    let mut bytes = BASE64URL_NOPAD.decode(body.as_bytes()).unwrap_or_default();
    for _ in 0..rng.usize(0..4) {
        let at = rng.usize(0..=bytes.len());
        match rng.u8(0..4) {
            0 => bytes.insert(at, rng.u8(..)),
            1 => bytes.truncate(at.max(9)),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = rng.u8(..);
                }
            }
        }
    }
    let mut body = format!("1{}", BASE64URL_NOPAD.encode(&bytes));
    if rng.u8(..) < 20 {
        change(&mut body, LINK, rng);
    }
    let sum = BASE64URL_NOPAD.encode(&CRC.checksum(body.as_bytes()).to_be_bytes());
    format!("{}{body}{sum}", transfer::FRAGMENT_PREFIX)
}

/// What grows.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) before: String,
    pub(crate) repeated: String,
    /// Whether each copy carries its number in the place of the ids `a`, `s` and `q`.
    pub(crate) numbered: bool,
    pub(crate) after: String,
}

impl Pattern {
    pub(crate) fn of(&self, form: Form, copies: usize) -> String {
        let mut text = self.before.clone();
        for copy in 0..copies {
            if self.numbered {
                let numbered = |text: &str, from: &str| {
                    text.replace(&format!("{from}a"), &format!("{from}a{copy}"))
                        .replace(&format!("{from}q"), &format!("{from}q{copy}"))
                        .replace(&format!("{from}s"), &format!("{from}s{copy}"))
                };
                let mut one = self.repeated.clone();
                for from in ["=", "\"", "#"] {
                    one = numbered(&one, from);
                }
                text.push_str(&one);
            } else {
                text.push_str(&self.repeated);
            }
        }
        text.push_str(&self.after);
        if form == Form::Record {
            text = format!("{text},\"sum\":\"{:08x}\"}}", CRC.checksum(text.as_bytes()));
        }
        text
    }
}

/// A beginning with which a file of this form can become a guide.
fn head(form: Form) -> &'static str {
    match form {
        Form::Html => {
            "<article lang=en data-unstuck-guide=g><h1>T</h1><section data-unstuck-id=f><h2>F</h2><ol><li>Do</ol></section>"
        }
        Form::Adopt => {
            "<article><h1>How to fix it</h1><p>It broke.</p><h2>Restart</h2><ol><li>Turn it off.<li>Turn it on.</ol>"
        }
        Form::Markdown => "# T {#g}\n\nS.\n\n## F {#f}\n\n1. Do.\n\n",
        Form::Json => {
            "{\"id\":\"g\",\"title\":\"T\",\"fixes\":[{\"id\":\"f\",\"title\":\"F\",\"steps\":[{\"id\":\"s\",\"text\":[\"x\"]}]},"
        }
        Form::Condition => "",
        Form::Link => "unstuck=1A",
        Form::Record => "{\"v\":1,\"guide\":\"g\",\"rev\":1,\"seq\":1,\"progress\":{\"answers\":[",
    }
}

fn pick<'a, T>(of: &'a [T], rng: &mut Rng) -> &'a T {
    &of[rng.usize(0..of.len())]
}

fn strung(pieces: &[&str], rng: &mut Rng) -> String {
    (0..rng.usize(1..40)).map(|_| word(pieces, rng)).collect()
}

fn noise(rng: &mut Rng) -> String {
    let any = |rng: &mut Rng| match rng.u8(0..4) {
        0 => rng.char(..),
        1 => rng.char('\u{80}'..'\u{3000}'),
        _ => rng.char(' '..'\u{7f}'),
    };
    (0..rng.usize(1..120)).map(|_| any(rng)).collect()
}

/// Some lines of a real file, mostly after a beginning that makes a guide of them.
fn part(whole: &str, form: Form, rng: &mut Rng) -> String {
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    let from = rng.usize(0..lines.len());
    let to = (from + rng.usize(1..24)).min(lines.len());
    let head = if rng.u8(..) < 200 { head(form) } else { "" };
    format!("{head}{}", lines[from..to].concat())
}

/// A real guide in JSON with two of its fixes, and some of its values changed.
fn tree(whole: &str, rng: &mut Rng) -> String {
    let mut guide: Value = serde_json::from_str(whole).unwrap_or_default();
    if let Some(fixes) = guide.get_mut("fixes").and_then(Value::as_array_mut) {
        rng.shuffle(fixes);
        fixes.truncate(rng.usize(1..3));
    }
    for _ in 0..rng.usize(0..4) {
        value(&mut guide, rng);
    }
    guide.to_string()
}

/// Changes a value, or one within it.
fn value(at: &mut Value, rng: &mut Rng) {
    if rng.u8(..) > 40 {
        let inner = match at {
            Value::Array(items) if !items.is_empty() => {
                let place = rng.usize(0..items.len());
                items.get_mut(place)
            }
            Value::Object(fields) if !fields.is_empty() => {
                let place = rng.usize(0..fields.len());
                fields.values_mut().nth(place)
            }
            _ => None,
        };
        if let Some(inner) = inner {
            return value(inner, rng);
        }
    }
    *at = match (rng.u8(0..8), at.take()) {
        (0, _) => Value::Null,
        (1, _) => word(CONDITION, rng).into(),
        (2, _) => word(HTML, rng).into(),
        (3, _) => rng.i64(-3..3).into(),
        (4, value) => Value::Array(vec![value]),
        (5, Value::Array(mut items)) => {
            items.extend_from_within(..);
            items.into()
        }
        (_, Value::String(text)) => format!("{text}{}", word(MARKDOWN, rng)).into(),
        (_, value) => value,
    };
}

/// One change somewhere.
fn change(text: &mut String, pieces: &[&str], rng: &mut Rng) {
    let place = |text: &str, rng: &mut Rng| {
        let at = rng.usize(0..=text.len());
        (at..=text.len())
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(text.len())
    };
    let (one, two) = (place(text, rng), place(text, rng));
    let (from, to) = (one.min(two), one.max(two));
    let near = (from..=(from + 40).min(to))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(from);
    match rng.u8(0..6) {
        0 => text.replace_range(from..near, ""),
        1 => {
            let again = text[from..near].repeat(rng.usize(1..6));
            text.insert_str(near, &again);
        }
        2 => {
            let moved = text[from..near].to_owned();
            text.replace_range(from..near, "");
            let to = place(text, rng);
            text.insert_str(to, &moved);
        }
        3 => text.replace_range(from..near, word(pieces, rng)),
        4 => text.truncate(to),
        _ => text.insert_str(from, word(pieces, rng)),
    }
}

fn word<'a>(pieces: &[&'a str], rng: &mut Rng) -> &'a str {
    pieces[rng.usize(0..pieces.len())]
}
