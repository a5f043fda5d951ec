//! The table of an article: each block with what becomes of it and the rule that decided.
//!
//! Belongs here: the rows, and recording decisions. Does not: any rule (they decide where their words are), or how the
//! marked article is written from the table (see `build`).
//!
//! Flattening adds a row for all that it meets; what is decided of only a part of a row splits it into pieces, which are
//! rows of their own. In the end every row that is not split has an answer, and the guide is written from the answers.

use std::ops::Deref;

use unstuck_core::guide::{Element, Node};

use crate::dom::{new_element, says};
use crate::marks::AT;
use crate::rules::By;
use crate::tabs::{TABS, tab_label};

/// What becomes of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum BlockRole {
    /// The guide's title.
    Title,
    /// Told before the fixes.
    Introduction,
    /// A question, or what explains it; the option of a choice.
    Question,
    /// Shown with the first fix.
    Note,
    /// The title of a fix.
    FixTitle,
    /// Why the fix helps.
    Reason,
    /// What to do, or part of it.
    Step,
    /// Told after the steps.
    More,
    /// What the fix destroys.
    Risk,
    /// What to look for while it runs.
    Wait,
    /// Told when the fixes run out.
    Support,
    /// Not in the guide.
    LeftOut,
}

impl BlockRole {
    /// Its name, for good.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Introduction => "introduction",
            Self::Question => "question",
            Self::Note => "note",
            Self::FixTitle => "fix-title",
            Self::Reason => "reason",
            Self::Step => "step",
            Self::More => "more",
            Self::Risk => "risk",
            Self::Wait => "wait",
            Self::Support => "support",
            Self::LeftOut => "left-out",
        }
    }
}

/// What becomes of a row, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// What becomes of it.
    pub role: BlockRole,
    /// The rule that decided.
    pub by: By,
    /// The fix that it belongs to, from 0.
    pub fix: Option<usize>,
    /// The step of that fix, from 0; of notes, which of them.
    pub(crate) item: Option<usize>,
    /// What the guide tells in place of all that the row says; only where a rule repeats a part of it.
    pub words: Option<String>,
    /// Whether it is the line over what follows.
    pub(crate) lead: bool,
}

impl Answer {
    pub(crate) fn new(role: BlockRole, by: By) -> Self {
        Self {
            role,
            by,
            fix: None,
            item: None,
            words: None,
            lead: false,
        }
    }

    pub(crate) fn of_fix(role: BlockRole, by: By, fix: usize) -> Self {
        Self {
            fix: Some(fix),
            ..Self::new(role, by)
        }
    }

    /// Whether it is the option of a choice, or what tells one from another.
    pub(crate) fn is_option(&self) -> bool {
        self.role == BlockRole::Question && matches!(self.by, By::SymptomOption | By::TitlePrefix)
    }

    /// The step of its fix, from 0.
    #[must_use]
    pub fn step(&self) -> Option<usize> {
        self.item.filter(|_| self.role == BlockRole::Step)
    }
}

/// A block of the article.
#[derive(Clone, Debug)]
pub struct Row {
    /// What the block is, without what was split from it.
    pub(crate) element: Element,
    /// The row that it is a piece of.
    within: Option<usize>,
    /// The first answer is what becomes of it; the others repeat it, or a part of it, on purpose.
    answers: Vec<Answer>,
    /// Whether its pieces are told in its place.
    split: bool,
}

impl Row {
    /// What becomes of it.
    #[must_use]
    pub fn answer(&self) -> &Answer {
        const UNDECIDED: &Answer = &Answer {
            role: BlockRole::LeftOut,
            by: By::Undecided,
            fix: None,
            item: None,
            words: None,
            lead: false,
        };
        self.answers.first().unwrap_or(UNDECIDED)
    }

    pub(crate) fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// Where a rule repeats it, or a part of it, on purpose.
    #[must_use]
    pub fn also(&self) -> &[Answer] {
        self.answers.get(1..).unwrap_or_default()
    }

    /// The name of its element: `p`, `li`.
    #[must_use]
    pub fn tag(&self) -> &str {
        match self.element.tag.as_str() {
            TABS => "tabs",
            tag => tag,
        }
    }

    /// All that it says, the text of pictures too.
    #[must_use]
    pub fn words(&self) -> String {
        let mut out = String::new();
        gather(&self.element, &mut out);
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The offset of its element in its file, where its source has given offsets.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        offset(&self.element)?.parse().ok()
    }
}

fn gather(element: &Element, out: &mut String) {
    if element.tag == "img" {
        out.push(' ');
        out.push_str(element.attribute("alt").unwrap_or_default());
        out.push(' ');
    }
    if let Some(label) = tab_label(element) {
        out.push_str(label);
        out.push(' ');
    }
    for child in &element.children {
        match child {
            Node::Text(text) => out.push_str(text),
            Node::Element(inner) => {
                let apart = !unstuck_core::guide::is_inline(&inner.tag) || inner.tag == "br";
                if apart {
                    out.push(' ');
                }
                gather(inner, out);
                if apart {
                    out.push(' ');
                }
            }
        }
    }
}

/// The offset of an element, or of the first thing in it that has one.
pub(crate) fn offset(element: &Element) -> Option<&str> {
    element.attribute(AT).or_else(|| {
        element.children.iter().find_map(|child| match child {
            Node::Element(inner) => offset(inner),
            Node::Text(_) => None,
        })
    })
}

/// A block as the rules see it: its element, and its row in the table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    pub(crate) row: usize,
    pub(crate) element: Element,
}

impl Deref for Block {
    type Target = Element;

    fn deref(&self) -> &Element {
        &self.element
    }
}

/// The rows of an article.
#[derive(Clone, Debug, Default)]
pub struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// The table of an article; its first row is the article itself, for the title that its page gives it.
    pub(crate) fn of(article: &Element, title: &str) -> Self {
        let mut table = Self::default();
        let mut own = new_element("article", vec![Node::Text(title.to_owned())]);
        own.attributes.extend(
            article
                .attributes
                .iter()
                .filter(|(name, _)| name == AT)
                .cloned(),
        );
        table.add(own, None);
        table
    }

    /// The rows that have an answer, in the order of the article.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        let rows = self.order().into_iter().filter_map(|at| self.rows.get(at));
        // The first row is that of a title which the page gives, if it does.
        rows.filter(|row| !row.answers.is_empty() || says(&row.element) && row.tag() != "article")
    }

    /// All that is told, in the order of the article: each row with each of its answers.
    pub(crate) fn all_told(&self) -> impl Iterator<Item = (&Row, &Answer)> {
        let told = |row| Row::answers(row).iter().map(move |answer| (row, answer));
        self.rows()
            .flat_map(told)
            .filter(|(_, answer)| answer.role != BlockRole::LeftOut)
    }

    /// What is told in one role.
    pub(crate) fn told(&self, role: BlockRole) -> impl Iterator<Item = (&Row, &Answer)> {
        self.all_told()
            .filter(move |(_, answer)| answer.role == role)
    }

    /// What is told in each fix, in the order of the fixes.
    pub(crate) fn by_fix(&self, fixes: usize) -> Vec<Vec<(&Row, &Answer)>> {
        let mut out = vec![Vec::new(); fixes];
        for (row, answer) in self.all_told() {
            if let Some(of) = answer.fix.and_then(|fix| out.get_mut(fix)) {
                of.push((row, answer));
            }
        }
        out
    }

    /// Takes off the elements of told rows what is not told of them; `take` puts it with the rule into its second argument.
    pub(crate) fn settle(&mut self, take: impl Fn(&mut Element, &mut Vec<(Element, By)>)) {
        for at in 0..self.rows.len() {
            let row = &mut self.rows[at];
            if row.split || row.answer().role == BlockRole::LeftOut {
                continue;
            }
            let mut left_out = Vec::new();
            take(&mut row.element, &mut left_out);
            for (element, by) in left_out {
                self.take_out(element, Some(at), by);
            }
        }
    }

    /// Records one more answer of the first row that is told in a role.
    pub(crate) fn tell_first(&mut self, role: BlockRole, answer: Answer) {
        let told = |at: &usize| {
            let answers = self.rows.get(*at).map(Row::answers);
            answers.is_some_and(|answers| answers.iter().any(|answer| answer.role == role))
        };
        if let Some(at) = self.order().into_iter().find(told) {
            self.tell(at, answer);
        }
    }

    /// The places of the rows that are not split, in the order of the article: pieces stand where their row would.
    fn order(&self) -> Vec<usize> {
        let mut pieces: Vec<Vec<usize>> = vec![Vec::new(); self.rows.len()];
        let mut open = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let siblings = row.within.and_then(|within| pieces.get_mut(within));
            siblings.unwrap_or(&mut open).push(at);
        }
        open.reverse();
        let mut out = Vec::with_capacity(self.rows.len());
        while let Some(at) = open.pop() {
            if !self.rows[at].split {
                out.push(at);
            }
            open.extend(pieces[at].iter().rev());
        }
        out
    }

    /// A new row; a piece of another one if it is within one.
    pub(crate) fn add(&mut self, element: Element, within: Option<usize>) -> Block {
        if let Some(row) = within.and_then(|within| self.rows.get_mut(within)) {
            row.split = true;
        }
        self.rows.push(Row {
            element: element.clone(),
            within,
            answers: Vec::new(),
            split: false,
        });
        Block {
            row: self.rows.len() - 1,
            element,
        }
    }

    /// Takes back a row whose words another one has.
    pub(crate) fn withdraw(&mut self, row: usize) {
        if let Some(row) = self.rows.get_mut(row) {
            row.split = true;
        }
    }

    /// A row beside another one, which was taken out of it.
    pub(crate) fn take_out(&mut self, element: Element, within: Option<usize>, by: By) {
        let row = Row {
            element,
            within,
            answers: vec![Answer::new(BlockRole::LeftOut, by)],
            split: false,
        };
        // Signs alone, such as that of a link from a heading to itself, nobody misses.
        if by == By::UnsafePicture || row.words().contains(char::is_alphanumeric) {
            self.rows.push(row);
        }
    }

    /// The element of a row.
    pub(crate) fn element(&self, row: usize) -> &Element {
        static NOTHING: Element = Element {
            tag: String::new(),
            attributes: Vec::new(),
            children: Vec::new(),
        };
        self.rows.get(row).map_or(&NOTHING, |row| &row.element)
    }

    /// Records what becomes of a row; where that is decided already, that it is told once more. What the author skips stays
    /// out.
    pub(crate) fn tell(&mut self, row: usize, answer: Answer) {
        if let Some(row) = self.rows.get_mut(row)
            && row
                .answers
                .first()
                .is_none_or(|first| first.by != By::AuthorSkip)
        {
            row.answers.push(answer);
        }
    }

    /// Leaves a row out, unless it is told already.
    pub(crate) fn leave_out(&mut self, row: usize, by: By) {
        if let Some(row) = self.rows.get_mut(row)
            && row.answers.is_empty()
        {
            row.answers.push(Answer::new(BlockRole::LeftOut, by));
        }
    }
}
