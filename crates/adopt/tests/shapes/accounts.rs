//! Every word of an article is accounted for: it is in one row of the table, and the guide tells it as often as the table
//! says.
//!
//! Belongs here: the accounts, for all rows of the tables and for articles made at random from a grammar of shapes. Does not:
//! whether a word is told in the right place (the rows say).

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;
use unstuck_adopt::{Adoption, BlockRole, By, Table, adoption, html, marked_table, sanitize};
use unstuck_core::guide::{Element, Guide, Inline, Node, Passage, Rich, is_inline, read};

/// How often each word occurs. Figures alone are no words: numbers of titles come and go.
type Words = BTreeMap<String, i32>;

fn count(text: &str, out: &mut Words) {
    let words = text.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| word.contains(char::is_alphabetic)) {
        *out.entry(word.to_lowercase()).or_default() += 1;
    }
}

/// All that a reader of the page could read, the text of pictures too.
fn source(element: &Element, out: &mut String) {
    if matches!(element.tag.as_str(), "script" | "style" | "template") {
        return;
    }
    if element.tag == "img" {
        out.push_str(&format!(
            " {} ",
            element.attribute("alt").unwrap_or_default()
        ));
    }
    for child in &element.children {
        match child {
            Node::Text(text) => out.push_str(text),
            Node::Element(inner) => {
                let apart = !is_inline(&inner.tag) || inner.tag == "br";
                out.push_str(if apart { " " } else { "" });
                source(inner, out);
                out.push_str(if apart { " " } else { "" });
            }
        }
    }
}

fn passages(all: &[Passage], out: &mut Words) {
    for passage in all {
        match passage {
            Passage::Words(rich) => words(rich, out),
            Passage::Code(code) => count(code, out),
            Passage::Tip {
                passages: inner, ..
            } => passages(inner, out),
            Passage::List { items, .. } => items.iter().for_each(|item| passages(item, out)),
            Passage::Table { rows, .. } => rows.iter().flatten().for_each(|cell| words(cell, out)),
        }
    }
}

/// A picture parts the words beside it.
fn words(rich: &Rich, out: &mut Words) {
    let text = rich.0.iter().map(|inline| match inline {
        Inline::Image(image) => format!(" {} ", image.alt),
        other => Rich(vec![other.clone()]).plain(),
    });
    count(&text.collect::<String>(), out);
}

/// What an adopted guide asks of its symptoms, in each language that has words of its own.
static ASKS_FOR_SYMPTOMS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    fs::read_dir(data)
        .unwrap()
        .filter_map(|language| {
            fs::read_to_string(language.unwrap().path().join("questions.txt")).ok()
        })
        .filter_map(|list| {
            let (_, symptoms) = list.split_once("[symptoms]")?;
            symptoms
                .lines()
                .find(|line| !line.is_empty())
                .map(str::to_owned)
        })
        .collect()
});

/// All that a guide says, but for what its attributes ask and the names of systems.
fn told(guide: &Guide) -> Words {
    let mut out = Words::new();
    count(&guide.title, &mut out);
    count(&guide.summary, &mut out);
    passages(&guide.intro, &mut out);
    for question in &guide.questions {
        if ASKS_FOR_SYMPTOMS.contains(&question.one_of) {
            count(&question.ask, &mut out);
        }
        passages(&question.hint, &mut out);
    }
    guide
        .notes
        .iter()
        .for_each(|note| passages(&note.passages, &mut out));
    for fix in &guide.fixes {
        count(&fix.title, &mut out);
        if let Some(check) = &fix.check {
            passages(&check.hint, &mut out);
        }
        if let Some(risk) = &fix.risk {
            passages(&risk.passages, &mut out);
            passages(&risk.first, &mut out);
            risk.lost.iter().for_each(|lost| passages(lost, &mut out));
        }
        for part in [&fix.reason, &fix.more, &fix.wait, &fix.away] {
            passages(part, &mut out);
        }
        fix.steps
            .iter()
            .for_each(|step| passages(&step.passages, &mut out));
    }
    if let Some(support) = &guide.support {
        count(&support.title, &mut out);
        passages(&support.passages, &mut out);
    }
    passages(&guide.wait, &mut out);
    passages(&guide.after, &mut out);
    out
}

/// What differs between two accounts, word by word.
fn difference(expected: &Words, found: &Words) -> Vec<String> {
    let words = expected.keys().chain(found.keys());
    let mut out: Vec<String> = words
        .filter(|word| expected.get(*word) != found.get(*word))
        .map(|word| {
            let of = |words: &Words| words.get(word).copied().unwrap_or_default();
            format!("{word}: {} expected, {} found", of(expected), of(found))
        })
        .collect();
    out.dedup();
    out
}

/// What is wrong with the accounts of an article.
fn faults(article: &Element) -> Vec<String> {
    let Adoption {
        table,
        article: made,
        ..
    } = adoption(article);
    let guide = made.and_then(|made| read(&sanitize(&made)));
    faults_of(article, &table, guide.ok().as_ref())
}

fn faults_of(article: &Element, table: &Table, guide: Option<&Guide>) -> Vec<String> {
    let mut all = String::new();
    source(article, &mut all);
    let mut in_source = Words::new();
    count(&all, &mut in_source);
    let mut in_rows = Words::new();
    let mut expected = Words::new();
    let mut out = Vec::new();
    for row in table.rows() {
        let words = row.words();
        if row.answer().by != By::PageTitle {
            count(&words, &mut in_rows);
        }
        if row.answer().by == By::Undecided {
            out.push(format!("undecided: {words}"));
        }
        for answer in std::iter::once(row.answer()).chain(row.also()) {
            if answer.role != BlockRole::LeftOut {
                count(answer.words.as_deref().unwrap_or(&words), &mut expected);
            }
        }
    }
    let lost = difference(&in_source, &in_rows);
    out.extend(lost.iter().map(|word| format!("in rows, {word}")));
    if let Some(guide) = guide {
        let wrong = difference(&expected, &told(guide));
        out.extend(wrong.iter().map(|word| format!("in the guide, {word}")));
    }
    out
}

fn parsed(inside: &str) -> Element {
    html::article(&format!("<article lang=en>{inside}</article>"))
}

#[test]
fn every_word_of_the_rows_is_accounted_for() {
    let mut wrong = Vec::new();
    for case in crate::all() {
        let article = html::article(&format!("<article>{}</article>", case.article));
        let faults = faults(&article);
        wrong.extend(
            faults
                .into_iter()
                .map(|fault| format!("{}: {fault}", case.shape)),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The attributes decide there, and the table says the same.
#[test]
fn every_word_of_a_marked_article_is_accounted_for() {
    let mut read_some = false;
    for entry in std::fs::read_dir("../../guides").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "html") {
            let article = html::article(&std::fs::read_to_string(&path).unwrap());
            let guide = read(&article).unwrap();
            let faults = faults_of(&article, &marked_table(&article), Some(&guide));
            assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
            read_some = true;
        }
    }
    assert!(read_some);
}

#[test]
fn the_words_of_a_film_stand_apart_from_those_beside_it() {
    let film = "<video><a href='v.mp4'>film one</a></video>";
    for beside in [
        format!("{film}loose words"),
        format!("loose words{film}"),
        format!("<p>Watch{film}<b>two</b> and press.</p>"),
        format!("<p>Watch {film}, then press.</p>"),
    ] {
        let faults = faults(&parsed(&format!("<h1>It does not work</h1>{beside}")));
        assert!(faults.is_empty(), "{beside}: {faults:#?}");
    }
}

/// A piece of an article; `#` stands for a word of its own.
fn fill(shape: &str) -> String {
    let mut out = String::new();
    for (at, piece) in shape.split('#').enumerate() {
        if at > 0 {
            out.push_str(&format!("w{at}x"));
        }
        out.push_str(piece);
    }
    out
}

fn sentence() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Press #.",
        "Open # and select #.",
        "Make sure that # is on.",
        "The # is #.",
        "This happens when # is full.",
        "If # is off, turn it on.",
        "You can # it.",
        "Select <b>#</b>.",
        "Open <b>Settings &gt; #</b>.",
        "Run <code>#</code>.",
        "For more information, see <a href='x.html'>#</a>.",
        "See <a href='x.html'>#</a> for details.",
        "If # persists, contact our support.",
        "If that did not help, go to the next method #.",
        "This will delete all #.",
        "It can take up to two hours until # is done.",
        "Last updated #",
        "Do # as follows:",
        "If it does not #:",
        "You should see this # output:",
        "You may see one of the following error messages #:",
        "On Windows:",
        "On your Mac:",
        "<strong>Note:</strong> # is blue.",
        "<strong>Warning</strong> This erases your #.",
        "<img src='a.png' alt='picture #'>",
        "# <img src='a.png' alt='#'> #",
    ])
}

fn label() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Symptoms",
        "Cause #",
        "Resolution",
        "Procedure",
        "Prerequisites",
        "Verification",
        "Additional resources",
        "Related articles",
        "Still need help?",
        "Before you begin",
        "On Windows",
        "macOS",
        "Restart the #",
        "Check the # for #",
        "The # does not work",
        "Error #",
        "About #",
        "Method 1: Reset the #",
        "Method 2: Replace the #",
        "1. Open the #",
        "2. Close the #",
        "3. Turn the # off",
        "Why # fails",
        "How do I #?",
        "The <img src='a.png' alt='#'> # does not work",
        "#",
    ])
}

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 1..3).prop_map(|all| format!("<p>{}</p>", all.join(" ")))
}

fn item() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => sentence().prop_map(|words| format!("<li>{words}</li>")),
        1 => paragraph().prop_map(|inner| format!("<li>{inner}</li>")),
        1 => (sentence(), leaf()).prop_map(|(words, inner)| format!("<li>{words}{inner}</li>")),
        1 => (label(), sentence())
            .prop_map(|(lead, words)| format!("<li><strong>{lead}</strong>: {words}</li>")),
        1 => sentence().prop_map(|words| format!("<li data-unstuck-skip>{words}</li>")),
    ]
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("<pre>command # --all</pre>".to_owned()),
        Just("<pre>ERROR: # failed\n  #</pre>".to_owned()),
        Just(
            "<figure><img src='a.png' alt='#'><figcaption>Figure #</figcaption></figure>"
                .to_owned()
        ),
        Just("<button>Copy #</button>".to_owned()),
        Just("<nav><a href='/'>Home #</a></nav>".to_owned()),
        Just("<div class='feedback'>Was this helpful? #</div>".to_owned()),
        Just("<p><a href='#top'>Back to top</a></p>".to_owned()),
        Just("<p hidden>hidden #</p>".to_owned()),
        Just("loose # words ".to_owned()),
        Just("<hr>".to_owned()),
        Just("<video><a href='v.mp4'>film #</a></video>".to_owned()),
        Just(
            "<p>If <math><mi>#</mi></math> is too large, turn <svg><title>#</title></svg> off.</p>"
                .to_owned()
        ),
        Just("<dialog><p>dialog #</p></dialog>".to_owned()),
        Just(
            "<p>A <select><option>choice #</option></select> and <label>label #</label>.</p>"
                .to_owned()
        ),
        paragraph().prop_map(|inner| format!("<blockquote>{inner}</blockquote>")),
        paragraph().prop_map(|inner| format!(
            "<div class='admonition note'><p class=admonition-title>Note</p>{inner}</div>"
        )),
        paragraph().prop_map(|inner| format!("<div class='alert alert-danger'>{inner}</div>")),
        paragraph().prop_map(|inner| format!("<aside>{inner}</aside>")),
        sentence().prop_map(|words| format!("<p data-unstuck-skip>{words}</p>")),
        sentence().prop_map(|words| format!("<p data-unstuck-note>{words}</p>")),
        sentence().prop_map(|words| format!("<p data-unstuck-support>{words}</p>")),
        sentence().prop_map(|words| format!("<p data-unstuck-steps>{words}</p>")),
        sentence().prop_map(|words| format!("<p data-unstuck-tip>{words}</p>")),
    ]
}

fn block() -> impl Strategy<Value = String> {
    let items = || prop::collection::vec(item(), 1..4);
    prop_oneof![
        4 => paragraph(),
        3 => items().prop_map(|items| format!("<ol>{}</ol>", items.concat())),
        3 => items().prop_map(|items| format!("<ul>{}</ul>", items.concat())),
        1 => items().prop_map(|items| format!("<ul><div>{}</div>stray #</ul>", items.concat())),
        3 => leaf(),
        2 => label().prop_map(|words| format!("<p><b>{words}</b></p>")),
        1 => (label(), items())
            .prop_map(|(words, items)| format!("<div class=olist><div class=title>{words}</div><ol>{}</ol></div>", items.concat())),
        1 => prop::collection::vec((label(), sentence()), 1..4).prop_map(|rows| {
            let rows = rows.iter().map(|(first, words)| format!("<tr><td>{first}</td><td>{words}</td></tr>"));
            format!("<table><caption>table #</caption><tr><th>Problem</th><th>Remedy #</th></tr>{}</table>", rows.collect::<String>())
        }),
        1 => prop::collection::vec((label(), paragraph()), 1..4).prop_map(|entries| {
            let entries = entries.iter().map(|(term, inner)| format!("<dt>{term}</dt><dd>{inner}</dd>"));
            format!("<dl>{}<div><dt>term #</dt><dd>Press #.</dd></div>stray #</dl>", entries.collect::<String>())
        }),
        1 => (label(), paragraph(), items())
            .prop_map(|(words, inner, items)| format!("<details><summary>{words}</summary>{inner}<ol>{}</ol></details>", items.concat())),
        1 => (items(), paragraph()).prop_map(|(items, inner)| format!(
            "<div class=tabs><ul role=tablist><li role=tab>Windows</li><li role=tab>Tab #</li></ul><div role=tabpanel><ol>{}</ol></div><div role=tabpanel>{inner}</div>beside #</div>",
            items.concat()
        )),
        1 => (paragraph(), leaf()).prop_map(|(one, two)| format!("<div class=card><section>{one}{two}</section></div>")),
    ]
}

fn section() -> impl Strategy<Value = String> {
    let marks = prop_oneof![
        12 => Just(""),
        1 => Just(" data-unstuck-skip"),
        1 => Just(" data-unstuck-support"),
    ];
    let link = prop_oneof![3 => Just(""), 1 => Just("<a class=headerlink href='#x'>¶ #</a>")];
    (
        1..5_u8,
        label(),
        marks,
        link,
        prop::collection::vec(block(), 0..5),
    )
        .prop_map(|(level, words, marks, link, blocks)| {
            let level = level + 1;
            format!(
                "<h{level}{marks}>{words}{link}</h{level}>{}",
                blocks.concat()
            )
        })
}

fn article() -> impl Strategy<Value = String> {
    let title = prop_oneof![
        4 => Just("<h1>The # does not work</h1>"),
        1 => Just("<h1>Troubleshooting #</h1>"),
        1 => Just(""),
    ];
    let blocks = prop::collection::vec(block(), 0..4);
    let sections = prop::collection::vec(section(), 0..6);
    (title, blocks, sections).prop_map(|(title, blocks, sections)| {
        fill(&[title, &blocks.concat(), &sections.concat()].concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_any_article_is_accounted_for(inside in article()) {
        let faults = faults(&parsed(&inside));
        prop_assert!(faults.is_empty(), "{faults:#?} in {inside}");
    }
}
