//! What a screen reader hears, line by line: the whole of each screen and each dialog in the order in which it is read, with
//! names, roles, states and descriptions. A dialog that is open is all there is.

use scraper::{ElementRef, Html, Node, Selector};
use unstuck::overlay::Overlay;
use unstuck::state::Aloud;
use unstuck_core::Timestamp;
use unstuck_core::persistence::Notice;
use unstuck_core::progress::Answer::{Confirm, No, NotSolved, Solved, StillRunning, Yes};
use unstuck_core::progress::Kind;
use unstuck_core::transfer::TransferError;

use crate::dialogs::{arrival, asked, reminder_offer, transfer_offer};
use crate::fixture::Do::{Change, Say, Tick};
use crate::fixture::{BEGIN, Do, GUIDE, MINUTE, Widget};
use crate::screens::{THROUGH, TO_RESET};
use crate::tree::{hidden, name, role, text};

/// Every screen and every dialog, by name.
pub(crate) fn screens() -> Vec<(&'static str, Widget)> {
    let reset = |more: &[Do]| Widget::after(&[TO_RESET, more].concat());
    let over = |overlay| reset(&[Say(StillRunning)]).under(overlay);
    vec![
        ("question", Widget::after(&[])),
        ("choice", Widget::after(&[Say(Yes)])),
        ("check_with_a_note", Widget::after(&[Say(No), Say(No)])),
        ("risk", Widget::after(&[Say(Yes), Say(No), Say(Yes)])),
        ("fix", Widget::after(&[Say(No), Say(No), Say(No)])),
        ("fix_with_everything", reset(&[Tick("menu")])),
        ("wait", reset(&[Say(StillRunning)])),
        (
            "wait_come_back_to",
            reset(&[Say(StillRunning)])
                .with(|it| it.state.seen = Timestamp::from_millis(BEGIN + 90 * MINUTE)),
        ),
        ("solved", reset(&[Say(Solved)])),
        ("exhausted", Widget::after(THROUGH)),
        (
            "reopened",
            Widget::after(&[THROUGH, &[Change(Kind::Verdict, "bulb")]].concat()),
        ),
        (
            "not_kept",
            Widget::after(&[Say(Yes)]).with(|it| it.state.notice = Some(Notice::NotKept)),
        ),
        (
            "read_aloud",
            Widget::after(&[Say(Yes)]).with(|it| it.state.aloud = Aloud::On),
        ),
        ("overview", over(Overlay::Overview)),
        ("overview_of_one_fix", over(Overlay::Fix("plug".into()))),
        ("help", asked("https://help.example/new?title={outcome}")),
        ("start_over", over(Overlay::Restart)),
        ("another_device", over(transfer_offer(true))),
        ("paste_a_link", over(Overlay::PasteLink)),
        ("clear", over(Overlay::Clear)),
        ("reminder", over(reminder_offer(true))),
        (
            "a_link_arrives",
            Widget::after(&[Say(No)]).under(arrival(&[Say(No)], 2)),
        ),
        (
            "a_link_is_refused",
            Widget::after(&[]).under(Overlay::Refused(TransferError::Damaged)),
        ),
    ]
}

#[test]
fn each_screen_is_heard_as_it_was() {
    for (screen, widget) in screens() {
        insta::assert_snapshot!(screen, text_of(&heard(&widget.html())));
    }
}

/// In every other language the same is heard in the same order, each thing by a name, in words of that language: a text for each
/// language holds all screens. The guide's own words stay English here.
#[test]
fn each_language_is_heard_alike() {
    let english = &unstuck_locales::all()[0];
    assert_eq!(english.lang, "en");
    for locale in &unstuck_locales::all()[1..] {
        let mut whole = String::new();
        for (screen, widget) in screens() {
            let expected = heard(&widget.clone().html());
            let found = heard(&widget.html_in(locale.lang));
            let alike = |lines: &[Line]| lines.iter().map(Line::shape).collect::<Vec<_>>();
            assert_eq!(
                alike(&found),
                alike(&expected),
                "{screen} in {}",
                locale.lang
            );
            let found = text_of(&found);
            for (key, words) in english.section("widget").as_object().unwrap() {
                let words = words.as_str().unwrap();
                let same = locale.text("widget", key) == Some(words);
                let whole = words.contains(' ') && !words.contains("{{");
                assert!(
                    same || !whole || !found.contains(words) || GUIDE.contains(words),
                    "{screen} in {}: {key} is English",
                    locale.lang
                );
            }
            whole.push_str(&format!("== {screen}\n{found}\n\n"));
        }
        insta::assert_snapshot!(format!("in_{}", locale.lang), whole);
    }
}

/// One announcement an answer: focus goes to the one heading that can take it, and nothing that is announced by itself has
/// words on a screen that an answer leads to, but for the heading of a wait.
#[test]
fn an_answer_is_announced_once() {
    let way = [
        TO_RESET,
        &[Say(NotSolved), Say(Confirm), Say(NotSolved), Say(NotSolved)],
    ]
    .concat();
    for end in 1..=way.len() {
        let html = Widget::after(&way[..end]).html();
        let html = Html::parse_fragment(&html);
        let found = |selector: &str| {
            let selector = Selector::parse(selector).unwrap();
            html.select(&selector).map(text).collect::<Vec<_>>()
        };
        assert_eq!(found("#heading[tabindex='-1']").len(), 1, "{end}");
        let live = found("[role=status], [role=alert], [aria-live]");
        assert!(live.iter().all(String::is_empty), "{end}: {live:?}");
    }
}

/// Voice control presses what is read out: the visible words of a control are in its name, at its beginning.
#[test]
fn names_begin_with_what_is_seen() {
    for (screen, widget) in screens() {
        let document = Html::parse_fragment(&widget.html());
        let controls = Selector::parse("button, a, summary").unwrap();
        for control in document.select(&controls) {
            let (seen, name) = (text(control), name(&document, control));
            assert!(
                name.starts_with(&seen),
                "{screen}: {seen:?} is called {name:?}"
            );
        }
    }
}

/// What is not shown on a screen: paper's, and what only an installed app shows.
const UNSEEN: &str = ".paper, .printed, [data-action='have'], .questions:empty";

/// All that is heard, a line for each thing.
fn heard(html: &str) -> Vec<Line> {
    let document = Html::parse_fragment(html);
    let first = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        document
            .select(&selector)
            .find(|found| found.has_children())
    };
    let root = first("dialog").or_else(|| first(".unstuck"));
    let mut reader = Reader {
        document: &document,
        unseen: Selector::parse(UNSEEN).unwrap(),
        lines: Vec::new(),
        run: String::new(),
    };
    if let Some(root) = root {
        reader.read(root, 0);
    }
    reader.lines
}

fn text_of(lines: &[Line]) -> String {
    let lines: Vec<String> = lines.iter().map(Line::text).collect();
    lines.join("\n")
}

/// What is heard in one go.
struct Line {
    depth: usize,
    /// None of mere words.
    role: Option<String>,
    name: String,
    states: String,
    about: String,
}

impl Line {
    fn text(&self) -> String {
        let mut text = "  ".repeat(self.depth);
        match &self.role {
            None => text.push_str(&self.name),
            Some(role) if self.name.is_empty() => text.push_str(role),
            Some(role) => text.push_str(&format!("{role} \"{}\"", self.name)),
        }
        text.push_str(&self.states);
        if !self.about.is_empty() {
            text.push_str(&format!("; {}", self.about));
        }
        text
    }

    /// All but the words.
    fn shape(&self) -> String {
        let role = self.role.as_deref().unwrap_or("words");
        let about = if self.about.is_empty() { "" } else { "; …" };
        let name = if self.name.is_empty() { "" } else { " …" };
        format!("{}{role}{name}{}{about}", self.depth, self.states)
    }
}

struct Reader<'d> {
    document: &'d Html,
    unseen: Selector,
    lines: Vec<Line>,
    /// Words that go on.
    run: String,
}

impl Reader<'_> {
    fn read(&mut self, element: ElementRef<'_>, depth: usize) {
        if hidden(element) || self.unseen.matches(&element) {
            return;
        }
        let tag = element.value().name();
        let mut inside = depth;
        let block = !matches!(
            tag,
            "span" | "strong" | "em" | "kbd" | "code" | "b" | "i" | "u"
        );
        if block {
            self.end_run(depth);
        }
        if let Some(role) = role(element) {
            self.end_run(depth);
            let line = self.line(element, role, depth);
            self.lines.push(line);
            if is_read_by_its_name(element) {
                return;
            }
            inside += 1;
        }
        // What is folded is not read, but for what unfolds it.
        let folded = tag == "details" && element.attr("open").is_none();
        for child in element.children() {
            match child.value() {
                Node::Text(words) => self.run.push_str(words),
                _ => {
                    if let Some(child) = ElementRef::wrap(child)
                        && (!folded || child.value().name() == "summary")
                    {
                        // A box is called by its label, of which the links alone are left to read.
                        if tag == "label" && !is_box(child) && labels_a_box(element) {
                            self.read_links(child, inside);
                        } else {
                            self.read(child, inside);
                        }
                    }
                }
            }
        }
        if block {
            self.end_run(inside);
        }
    }

    fn read_links(&mut self, element: ElementRef<'_>, depth: usize) {
        for child in element.child_elements() {
            match child.value().name() {
                "a" => self.read(child, depth),
                _ => self.read_links(child, depth),
            }
        }
    }

    fn line(&self, element: ElementRef<'_>, role: String, depth: usize) -> Line {
        let mut states = String::new();
        for (attribute, value, state) in STATES {
            let is = element.attr(attribute);
            if is.is_some_and(|is| value.is_empty() || is == value) {
                states.push_str(", ");
                states.push_str(state);
            }
        }
        if role == "list" {
            states.push_str(&format!(" of {}", element.child_elements().count()));
        }
        let ids = element.attr("aria-describedby").unwrap_or_default();
        let about: Vec<String> = ids
            .split_whitespace()
            .filter_map(|id| Selector::parse(&format!("[id='{id}']")).ok())
            .filter_map(|id| self.document.select(&id).next())
            .map(text)
            .filter(|words| !words.is_empty())
            .collect();
        Line {
            depth,
            role: Some(role),
            name: name(self.document, element),
            states,
            about: about.join(" "),
        }
    }

    fn end_run(&mut self, depth: usize) {
        let words: Vec<&str> = self.run.split_whitespace().collect();
        if !words.is_empty() {
            self.lines.push(Line {
                depth,
                role: None,
                name: words.join(" "),
                states: String::new(),
                about: String::new(),
            });
        }
        self.run.clear();
    }
}

/// An attribute, its value if that matters, and what is said of it.
const STATES: [(&str, &str, &str); 6] = [
    ("aria-pressed", "true", "pressed"),
    ("aria-pressed", "false", "not pressed"),
    ("aria-current", "", "current"),
    ("disabled", "", "unavailable"),
    ("autofocus", "", "has focus"),
    ("open", "", "unfolded"),
];

fn labels_a_box(label: ElementRef<'_>) -> bool {
    label.child_elements().any(is_box)
}

fn is_box(element: ElementRef<'_>) -> bool {
    element.value().name() == "input"
}

/// Whether nothing is in it that its name does not say.
fn is_read_by_its_name(element: ElementRef<'_>) -> bool {
    let tag = element.value().name();
    matches!(
        tag,
        "a" | "button" | "summary" | "img" | "input" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
    ) || element.attr("role") == Some("img")
}
