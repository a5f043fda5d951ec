//! The JSON file of a guide: the types that its published schema is made from.
//!
//! Belongs here: the names that authors write. Does not: texts (`text`), or what becomes of a file (`convert`).

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::{Item, Passage};

/// A troubleshooting guide.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(title = "Unstuck guide", rename = "guide")
)]
pub(super) struct File {
    /// The address of the schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<String>,
    /// The permanent id of the guide: readers' progress is stored under it.
    pub(super) id: String,
    /// The language of its words, such as `en` or `pt-BR`.
    #[serde(default = "english")]
    pub(super) lang: String,
    /// Which way it runs, `rtl` or `ltr`, where its words do not show it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) dir: String,
    /// Which edition of its words this is, in whatever language: answers to one edition hold for all texts that have the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) edition: String,
    /// The guide's title.
    pub(super) title: String,
    /// One sentence: what it is for.
    pub(super) summary: String,
    /// The rest of the introduction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) intro: Vec<Passage>,
    /// How the question after each fix and its four answers are worded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) verdict: Option<Verdict>,
    /// What to look for while a fix runs that does not say so itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) wait: Vec<Passage>,
    /// Whether fixes that do not say how long they take show their result at once.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) no_wait: bool,
    /// The opening questions, in the order they are asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) questions: Vec<Question>,
    /// Text shown with the first fix if its condition holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<Note>,
    /// The fixes, in sequence.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub(super) fixes: Vec<Fix>,
    /// What to know once it is solved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) after: Vec<Passage>,
    /// What to tell support when the fixes run out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) support: Option<Support>,
}

fn english() -> String {
    "en".into()
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_false(so: &bool) -> bool {
    !so
}

/// Wording of the verdict; missing texts have their defaults.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "verdict"))]
pub(super) struct Verdict {
    /// The question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ask: Option<String>,
    /// It helped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) solved: Option<String>,
    /// It did not help.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) not_solved: Option<String>,
    /// It is begun, and takes time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) started: Option<String>,
    /// Too early to tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) still_running: Option<String>,
    /// It could not be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cannot: Option<String>,
}

/// An opening question, answered yes, no or not sure.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "question"))]
pub(super) struct Question {
    /// Its id, which names the fact.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Za-z0-9._-]+$")))]
    pub(super) id: String,
    /// The question.
    pub(super) ask: String,
    /// How to find the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) hint: Vec<Passage>,
    /// Which edition of its words this is, in whatever language: answers to one edition hold for all texts that have the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) edition: String,
    /// Makes it an option of this question: consecutive questions with the same `one-of` are one choice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) one_of: String,
    /// What not sure means here, of a choice its first option's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) unsure: String,
    /// When it is asked: `icloud`, `!icloud`, or several separated by spaces, which must all hold.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) only_if: String,
}

/// Text shown under a condition.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "note"))]
pub(super) struct Note {
    /// When it is shown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) only_if: String,
    /// What it says.
    pub(super) text: Vec<Passage>,
}

/// What to tell support.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "support"))]
pub(super) struct Support {
    /// Its heading.
    pub(super) title: String,
    /// What it says.
    pub(super) text: Vec<Passage>,
    /// What it asks the reader for, such as `iPhone model`: fields, whose content goes into the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) needs: Vec<String>,
    /// The address of its form (https or mailto), with `{outcome}`, `{title}`, `{report}`, `{link}` where they belong.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) issue: String,
}

/// One remedy.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "fix"))]
pub(super) struct Fix {
    /// The permanent id of the fix.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Za-z0-9._-]+$")))]
    pub(super) id: String,
    /// Its title.
    pub(super) title: String,
    /// When it is offered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) only_if: String,
    /// Asked first: is it needed?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) check: Option<Check>,
    /// Why it helps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) reason: Vec<Passage>,
    /// What it destroys; confirmed before the steps show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) risk: Option<Risk>,
    /// How to come back if a step closes the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) away: Vec<Passage>,
    /// What to do, in order.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub(super) steps: Vec<Step>,
    /// Text after the steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) more: Vec<Passage>,
    /// What to look for while its result takes time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) wait: Vec<Passage>,
    /// Whether its result shows at once, whatever the guide says of waits.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) no_wait: bool,
    /// The question after this fix, instead of the guide's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) verdict: Option<String>,
    /// A line drawing: the path of an SVG, in a box of 24 by 24.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) drawing: String,
    /// Which edition of its words this is, in whatever language: answers to one edition hold for all texts that have the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) edition: String,
    /// How long it takes, such as `2 min` or `overnight`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) time: String,
}

/// Asked before a fix.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "check"))]
pub(super) struct Check {
    /// The question.
    pub(super) ask: String,
    /// How to find the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) hint: Vec<Passage>,
    /// The answer that skips the fix.
    #[serde(default)]
    pub(super) pass_on: PassOn,
    /// The outcome if it is skipped.
    #[serde(default)]
    pub(super) pass_as: PassedAs,
    /// What not sure means here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) unsure: String,
}

/// The answer that skips a fix.
#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "pass-on"))]
pub(super) enum PassOn {
    /// It is so already.
    #[default]
    Yes,
    /// The reader lacks what it needs.
    No,
}

/// The outcome of a skipped fix.
#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "pass-as"))]
pub(super) enum PassedAs {
    /// It is so already.
    #[default]
    NotNeeded,
    /// The reader lacks what it needs.
    Cannot,
}

/// What a fix destroys.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "risk"))]
pub(super) struct Risk {
    /// Whether what is lost can be restored.
    #[serde(default)]
    pub(super) reversible: bool,
    /// The warning in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) title: String,
    /// What happens, in a sentence or two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) text: Vec<Passage>,
    /// What is lost.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub(super) lost: Vec<Item>,
    /// What to back up first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) first: Vec<Passage>,
    /// The id of the later fix that does so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) first_fix: String,
}

/// The warning on a step that destroys something.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "step-risk"))]
pub(super) struct StepRisk {
    /// Whether what is lost can be restored.
    #[serde(default)]
    pub(super) reversible: bool,
    /// The warning in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) title: String,
}

/// One instruction.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "step"))]
pub(super) struct Step {
    /// Names the step for good, within its fix.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Za-z0-9._-]+$")))]
    pub(super) id: String,
    /// When it is offered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) only_if: String,
    /// That it is this step that destroys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) risk: Option<StepRisk>,
    /// Which edition of its words this is, in whatever language: answers to one edition hold for all texts that have the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) edition: String,
    /// What to do.
    pub(super) text: Vec<Passage>,
}
