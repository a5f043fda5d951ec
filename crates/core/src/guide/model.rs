//! The guide's types. Names are those of the design's word list.

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::rich::Rich;

/// A whole troubleshooting article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// The permanent id of the guide: progress is stored under it. Empty where its author has given none: see [`Guide::at`].
    pub id: String,
    /// BCP 47 language of its words.
    pub lang: String,
    /// Which way it runs, `rtl` or `ltr`, where its author says another than its words do; else empty. See
    /// [`Guide::direction`].
    pub dir: String,
    /// Its title.
    pub title: String,
    /// One sentence: what it is for.
    pub summary: String,
    /// The rest of the introduction.
    pub intro: Vec<Passage>,
    /// The opening questions, in the order they are asked.
    pub questions: Vec<Question>,
    /// Text shown with the fixes if its condition holds.
    pub notes: Vec<Note>,
    /// The fixes, in sequence.
    pub fixes: Vec<Fix>,
    /// What to tell support when the fixes run out.
    pub support: Option<Section>,
    /// What to look for while a fix runs that does not say so itself.
    pub wait: Vec<Passage>,
    /// Whether fixes that do not say how long they take show their result at once.
    pub no_wait: bool,
    /// What to know once the problem is solved.
    pub after: Vec<Passage>,
    /// How the verdict is asked for.
    pub verdict: VerdictWords,
    /// Changes when anything in the guide does: CRC-32 over its ids and words; of a guide with an edition, over ids and editions.
    pub rev: u32,
    /// Which edition of its words this is, whatever language they are in: answers given to one edition hold for all that have the
    /// same, as translations do. Empty where the words themselves tell.
    pub edition: String,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Passage {
    /// A paragraph.
    Words(Rich),
    /// A list.
    List {
        /// Whether its items have an order.
        ordered: bool,
        /// What each item says.
        items: Vec<Vec<Passage>>,
    },
    /// Code, line by line.
    Code(String),
    /// A table of words.
    Table {
        /// Whether the first row is the head.
        head: bool,
        /// Its rows of cells. Their lengths may differ: empty cells at the end of a row are left out.
        rows: Vec<Vec<Rich>>,
    },
    /// A tip, shown in a box.
    Tip {
        /// Whether it warns.
        warning: bool,
        /// What it says.
        passages: Vec<Passage>,
    },
}

/// Text shown under a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When it is shown.
    pub only_if: Condition,
    /// What it says.
    pub passages: Vec<Passage>,
}

/// A titled part of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// What it says.
    pub passages: Vec<Passage>,
    /// What support asks the reader for, by name.
    pub needs: Vec<String>,
    /// The address of its form, with `{outcome}`, `{report}` and the like in it; empty if there is none.
    pub issue: String,
}

/// A question, answered yes, no or not sure; its answer is a fact by the question's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id, which names the fact.
    pub id: String,
    /// The question itself.
    pub ask: String,
    /// How to find the answer.
    pub hint: Vec<Passage>,
    /// When it is asked.
    pub only_if: Condition,
    /// The question of the choice that this is an option of; empty if it is asked by itself.
    pub one_of: String,
    /// What not sure means here, of a choice its first option's; empty if its author has not said.
    pub unsure: String,
    /// The edition of its words: its own, else the guide's.
    pub edition: String,
}

impl Question {
    /// Whether it is an option of the same choice as the next question.
    #[must_use]
    pub fn joins(&self, next: &Self) -> bool {
        !self.one_of.is_empty() && self.one_of == next.one_of
    }
}

/// One remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Why it helps.
    pub reason: Vec<Passage>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// Text after the steps.
    pub more: Vec<Passage>,
    /// Asked before the fix: is it needed?
    pub check: Option<Check>,
    /// When the fix is offered.
    pub only_if: Condition,
    /// What it destroys; confirmed before the steps show.
    pub risk: Option<Risk>,
    /// What to look for while its result takes time; empty if the fix does not mention a wait.
    pub wait: Vec<Passage>,
    /// Whether its result shows at once, whatever the guide says of waits.
    pub no_wait: bool,
    /// How to come back if a step closes the page: a restart, an update.
    pub away: Vec<Passage>,
    /// Asked after the fix instead of the guide's question.
    pub verdict: Option<String>,
    /// A line drawing: the path of an SVG, in a box of 24 by 24. Empty where there is none.
    pub drawing: String,
    /// How long it takes, in the author's words; empty where they do not say.
    pub time: String,
    /// The edition of its words: its own, else the guide's.
    pub edition: String,
}

/// One instruction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its id, unique within the fix.
    pub id: String,
    /// What to do.
    pub passages: Vec<Passage>,
    /// When it is offered.
    pub only_if: Condition,
    /// That it is this step that destroys.
    pub risk: Option<StepRisk>,
    /// The edition of its words: its own, else the fix's.
    pub edition: String,
}

/// The warning on a step that destroys something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepRisk {
    /// Whether what is lost can be restored.
    pub reversible: bool,
    /// The warning in a few words; empty for the usual ones.
    pub title: String,
}

/// A check question: asked before a fix. Not sure means to do the fix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The question.
    pub ask: String,
    /// How to find the answer.
    pub hint: Vec<Passage>,
    /// Which answer skips the fix: yes (`true`) or no.
    pub pass_on: bool,
    /// The reason for skipping it.
    pub pass_as: PassAs,
    /// What not sure means here; empty if its author has not said.
    pub unsure: String,
}

/// Why a check skips its fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PassAs {
    /// It is already so.
    NotNeeded,
    /// The reader lacks what the fix needs.
    Cannot,
}

/// What a fix destroys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Risk {
    /// Whether what is lost can be restored.
    pub reversible: bool,
    /// The warning in a few words; empty for the usual ones.
    pub title: String,
    /// What happens, in a sentence or two.
    pub passages: Vec<Passage>,
    /// What is lost, thing by thing.
    pub lost: Vec<Vec<Passage>>,
    /// What to back up first.
    pub first: Vec<Passage>,
    /// The later fix of the guide that does so; empty if there is none.
    pub first_fix: String,
}

/// The guide's own wording of the verdict, if it has any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictWords {
    /// The question after each fix.
    pub ask: Option<String>,
    /// The answer that it is solved.
    pub solved: Option<String>,
    /// The answer that it is not.
    pub not_solved: Option<String>,
    /// The answer that the fix was begun and takes time.
    pub started: Option<String>,
    /// The answer, on return, that it still does.
    pub still_running: Option<String>,
    /// The answer that it could not be done.
    pub cannot: Option<String>,
}

impl Guide {
    /// The fix with this id.
    #[must_use]
    pub fn fix(&self, id: &str) -> Option<&Fix> {
        self.fixes.iter().find(|fix| fix.id == id)
    }

    /// What to look for while this fix runs: the fix's text, or else the guide's.
    #[must_use]
    pub fn wait_of<'g>(&'g self, fix: &'g Fix) -> &'g [Passage] {
        match fix.wait.as_slice() {
            [] if self.can_run(fix) => &self.wait,
            own => own,
        }
    }

    /// Whether this fix can be left running.
    #[must_use]
    pub fn can_run(&self, fix: &Fix) -> bool {
        !fix.wait.is_empty() || !(fix.no_wait || self.no_wait)
    }

    /// The opening questions as they are asked: each by itself, or as the options of one choice, of which one at most is
    /// answered yes.
    pub fn choices(&self) -> impl Iterator<Item = &[Question]> {
        self.questions.chunk_by(Question::joins)
    }

    /// The opening question with this id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}
