//! All that a guide says, piece by piece, each with its place.

use unstuck_core::guide::{Guide, Inline, Part, Passage, Rich};

/// A piece of a guide: a paragraph, an item, a title.
pub(super) struct Text {
    pub(super) part: Part,
    pub(super) role: Role,
    /// What it says. A name, as menus and buttons have them, is one word: [`NAME`].
    pub(super) words: String,
    /// The words of its links.
    pub(super) links: Vec<String>,
}

/// What a piece is to its reader.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A question that is answered with yes or no.
    YesNo,
    /// A step, all of its words together.
    Step,
    /// Anything else.
    Other,
}

/// Stands for a name that is set apart: of a menu, a button, a file. How long it is, is not the author's doing.
pub(super) const NAME: &str = "Name";

/// All pieces, in the order of the guide.
pub(super) fn texts(guide: &Guide) -> Vec<Text> {
    let mut all = All { out: Vec::new() };
    all.plain(Part::Guide, Role::Other, &guide.summary);
    all.passages(Part::Guide, &guide.intro);
    for (place, question) in guide.questions.iter().enumerate() {
        let part = Part::Question(place);
        let role = match question.one_of.is_empty() {
            true => Role::YesNo,
            false => Role::Other,
        };
        all.plain(part, role, &question.ask);
        all.passages(part, &question.hint);
    }
    for (place, note) in guide.notes.iter().enumerate() {
        all.passages(Part::Note(place), &note.passages);
    }
    for (place, fix) in guide.fixes.iter().enumerate() {
        let part = Part::Fix(place);
        all.passages(part, &fix.reason);
        if let Some(check) = &fix.check {
            all.plain(part, Role::YesNo, &check.ask);
            all.passages(part, &check.hint);
        }
        if let Some(risk) = &fix.risk {
            all.passages(part, &risk.passages);
            risk.lost.iter().for_each(|lost| all.passages(part, lost));
            all.passages(part, &risk.first);
        }
        all.passages(part, &fix.away);
        for (at, step) in fix.steps.iter().enumerate() {
            all.step(Part::Step(place, at), &step.passages);
        }
        all.passages(part, &fix.more);
        all.passages(part, &fix.wait);
        if let Some(ask) = &fix.verdict {
            all.plain(part, Role::YesNo, ask);
        }
    }
    all.passages(Part::Guide, &guide.wait);
    all.passages(Part::Guide, &guide.after);
    if let Some(support) = &guide.support {
        all.passages(Part::Guide, &support.passages);
    }
    all.out
}

struct All {
    out: Vec<Text>,
}

impl All {
    fn plain(&mut self, part: Part, role: Role, words: &str) {
        if !words.is_empty() {
            self.out.push(Text {
                part,
                role,
                words: words.to_owned(),
                links: Vec::new(),
            });
        }
    }

    fn passages(&mut self, part: Part, passages: &[Passage]) {
        for passage in passages {
            each(passage, &mut |rich| {
                self.out.push(text(part, Role::Other, rich));
            });
        }
    }

    /// A step is one piece. Lists in it are its parts or its choices, and pieces of their own.
    fn step(&mut self, part: Part, passages: &[Passage]) {
        let mut whole = text(part, Role::Step, &Rich::default());
        for passage in passages {
            match passage {
                Passage::Words(rich) => {
                    let next = text(part, Role::Step, rich);
                    whole.words.push_str(&next.words);
                    whole.words.push('\n');
                    whole.links.extend(next.links);
                }
                other => self.passages(part, std::slice::from_ref(other)),
            }
        }
        self.out.push(whole);
    }
}

fn each(passage: &Passage, then: &mut impl FnMut(&Rich)) {
    match passage {
        Passage::Words(rich) => then(rich),
        Passage::List { items, .. } => items.iter().flatten().for_each(|inner| each(inner, then)),
        Passage::Tip { passages, .. } => passages.iter().for_each(|inner| each(inner, then)),
        // Code is no prose, and cells are seldom sentences.
        Passage::Code(_) | Passage::Table { .. } => {}
    }
}

fn text(part: Part, role: Role, rich: &Rich) -> Text {
    let mut words = String::new();
    let mut links = Vec::new();
    for inline in &rich.0 {
        match inline {
            Inline::Text(text) | Inline::Emphasis(text) => words.push_str(text),
            Inline::Strong(_) | Inline::Key(_) | Inline::Code(_) | Inline::Path(_) => {
                words.push_str(NAME);
            }
            Inline::Link { text, .. } => {
                words.push_str(text);
                links.push(text.clone());
            }
            Inline::Image(_) => {}
            Inline::Break => words.push('\n'),
        }
    }
    Text {
        part,
        role,
        words,
        links,
    }
}
