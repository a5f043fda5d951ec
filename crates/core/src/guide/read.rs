//! From an article's blocks to its guide.
//!
//! Belongs here: which parts of an article are questions, fixes, reasons and steps. Does not: whether the guide that
//! comes out is sound (see `check`), or where the blocks come from (see `elements`).

use super::attributes::CHOICES;
use super::block::{Block, Item, Refinements, blocks, refinement};
use super::check::is_sound;
use super::condition::Condition;
use super::elements::Element;
use super::ids::{SLUG_BYTES, make_ids, slug};
use super::model::{
    Check, Fix, Guide, Note, PassAs, Passage, Question, Risk, Section, Step, StepRisk, VerdictWords,
};
use super::needs::{add_needs, needs_of};
use super::passages::{passages, take_summary};
use super::problem::{Part as GuidePart, Problem, Rule};
use super::revision::revision;
use super::rich::{Rich, is_form_address};

/// Most bytes of a drawing.
const DRAWING_BYTES: usize = 1000;
/// The value of `wait` that says that there is none.
const NO_WAIT: &str = "none";

/// A heading with everything up to the next one.
struct Part {
    title: String,
    refinements: Refinements,
    blocks: Vec<Block>,
}

impl Part {
    fn get(&self, name: &str) -> Option<&str> {
        refinement(&self.refinements, name)
    }
}

/// What the marks of an article make of it.
#[derive(Clone, Debug)]
pub struct Reading {
    guide: Guide,
    wholly_marked: bool,
    bad_values: Vec<BadValue>,
}

/// A value that its attribute cannot have, and in which fix: it might have meant the opposite of the default.
#[derive(Clone, Debug)]
struct BadValue {
    fix: usize,
    name: &'static str,
    value: String,
}

/// Reads an article by its marks.
///
/// ```
/// use unstuck_core::guide::{Element, reading};
/// // Nothing is marked here: that takes the rules of another crate.
/// let reading = reading(&Element { tag: "article".into(), ..Element::default() });
/// assert!(!reading.wholly_marked());
/// assert!(reading.into_guide().is_err());
/// ```
#[must_use]
pub fn reading(article: &Element) -> Reading {
    // All that a guide says comes through here, so nothing unseen gets further.
    let article = &*article.cleaned();
    let (opening, mut parts) = split(blocks(article));
    let own = article.refinements();

    // The first heading is the article's title, unless it is itself a fix.
    let mut title = String::new();
    let mut intro_blocks = opening;
    if parts
        .first()
        .is_some_and(|part| part.refinements.is_empty())
    {
        let first = parts.remove(0);
        title = first.title;
        intro_blocks.extend(first.blocks);
    }
    // A page may have it outside the article.
    if title.is_empty() {
        title = refinement(&own, "title").unwrap_or_default().to_owned();
    }

    let mut guide = Guide {
        id: String::new(),
        lang: article.attribute("lang").unwrap_or("en").to_owned(),
        dir: String::new(),
        title,
        summary: String::new(),
        intro: Vec::new(),
        questions: Vec::new(),
        notes: Vec::new(),
        fixes: Vec::new(),
        support: None,
        wait: Vec::new(),
        no_wait: refinement(&own, "wait") == Some(NO_WAIT),
        after: Vec::new(),
        verdict: verdict_words(&own),
        rev: 0,
        edition: refinement(&own, "edition").unwrap_or_default().to_owned(),
    };
    // What its author has not named is named by where it is, never by its words: see `Guide::at`.
    refinement(&own, "guide")
        .unwrap_or_default()
        .clone_into(&mut guide.id);

    let rest = take_marked(intro_blocks, &mut guide);
    let mut intro = passages(rest);
    guide.summary = take_summary(&mut intro);
    guide.intro = intro;

    let mut marked = true;
    let mut bad_values = Vec::new();
    for part in parts {
        marked &= !part.refinements.is_empty()
            || part
                .blocks
                .iter()
                .any(|block| !block.refinements().is_empty());
        if is_marked_fix(&part) {
            let mut bad = |name, value: &str| {
                bad_values.push(BadValue {
                    fix: guide.fixes.len(),
                    name,
                    value: value.to_owned(),
                });
            };
            let fix = read_fix(part, &mut guide.after, &mut bad);
            guide.fixes.push(fix);
        } else if part.get("support").is_some() {
            let mut needs = Vec::new();
            add_needs(&part.refinements, &mut needs);
            needs_of(&part.blocks, &mut needs);
            let issue = part.get("issue").unwrap_or_default().trim();
            let issue = if is_form_address(issue) { issue } else { "" }.to_owned();
            let rest = take_marked(part.blocks, &mut guide);
            guide.support = Some(Section {
                title: part.title,
                passages: passages(rest),
                needs,
                issue,
            });
        } else {
            take_marked(part.blocks, &mut guide);
        }
    }

    make_ids(&mut guide);
    guide.rev = revision(article);
    guide.hand_down_editions();
    let dir = article.attribute("dir").unwrap_or_default();
    if matches!(dir, "rtl" | "ltr") && dir != guide.direction() {
        dir.clone_into(&mut guide.dir);
    }
    Reading {
        wholly_marked: marked && !guide.fixes.is_empty(),
        guide,
        bad_values,
    }
}
impl Reading {
    /// Whether the article has a fix, and every heading but the title is marked or is above one that is. Any other
    /// article must be marked before it makes a guide.
    #[must_use]
    pub fn wholly_marked(&self) -> bool {
        self.wholly_marked
    }

    /// Takes out the problems of attributes that have a value which they cannot have, so that the guide has the defaults
    /// in their place: for a tool that wants to know what else is wrong.
    pub fn take_bad_values(&mut self) -> Vec<Problem> {
        let bad_values = std::mem::take(&mut self.bad_values).into_iter();
        let problems = bad_values.map(|bad| {
            let id = self.guide.fixes.get(bad.fix).map_or("", |fix| &fix.id);
            let choices = CHOICES.iter().find(|(name, ..)| *name == bad.name);
            Problem {
                rule: Rule::BadValue,
                part: GuidePart::Fix(bad.fix),
                place: format!("fix \"{id}\""),
                message: format!("cannot have `{}` \"{}\"", bad.name, bad.value),
                help: choices.map_or("", |(_, _, help)| help),
            }
        });
        problems.collect()
    }

    /// The guide. Whether it is sound is for [`check`](super::check) to say.
    ///
    /// # Errors
    /// Every mistake that keeps the article from being a guide, each with its place and what helps.
    pub fn into_guide(mut self) -> Result<Guide, Vec<Problem>> {
        let mut problems = self.take_bad_values();
        let guide = self.guide;
        if guide.title.is_empty() {
            problems.push(Problem::of_article(
                Rule::NoTitle,
                "has no title",
                "begin it with a heading",
            ));
        }
        if guide.fixes.is_empty() {
            problems.push(Problem::of_article(
                Rule::NoFix,
                "has no fix",
                "mark the heading of each with data-unstuck-id, or leave all marks out",
            ));
        }
        if problems.is_empty() {
            Ok(guide)
        } else {
            Err(problems)
        }
    }
}

/// The guide of a marked article: fixes are what is marked as such.
///
/// # Errors
/// As [`Reading::into_guide`].
pub fn read(article: &Element) -> Result<Guide, Vec<Problem>> {
    reading(article).into_guide()
}

/// The guide of an article that is wholly marked and sound. For any other there is `None`: saying why takes code that a
/// reader need not load.
#[must_use]
pub fn ready(article: &Element) -> Option<Guide> {
    let Reading {
        guide,
        wholly_marked,
        bad_values,
    } = reading(article);
    let ready = wholly_marked && bad_values.is_empty() && !guide.title.is_empty();
    (ready && is_sound(&guide)).then_some(guide)
}

/// Parts by heading; content before the first heading comes first.
fn split(all: Vec<Block>) -> (Vec<Block>, Vec<Part>) {
    let mut opening = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    for block in all {
        match block {
            Block::Heading {
                words, refinements, ..
            } => parts.push(Part {
                title: words.plain(),
                refinements,
                blocks: Vec::new(),
            }),
            other => parts
                .last_mut()
                .map_or(&mut opening, |part| &mut part.blocks)
                .push(other),
        }
    }
    (opening, parts)
}

/// A part that its author has marked as a fix.
fn is_marked_fix(part: &Part) -> bool {
    part.get("support").is_none()
        && ["id", "ask", "only-if", "risk", "wait", "verdict"]
            .iter()
            .any(|name| part.get(name).is_some())
}

/// Takes the questions, notes and closing words out of blocks that belong to no fix; returns what is left.
fn take_marked(all: Vec<Block>, guide: &mut Guide) -> Vec<Block> {
    let mut rest = Vec::new();
    for block in all {
        let marks = block.refinements();
        let only_if = Condition::parse(refinement(marks, "only-if").unwrap_or_default());
        if let Some(ask) = refinement(marks, "ask") {
            guide.questions.push(Question {
                id: id_or_slug(marks, ask),
                unsure: refinement(marks, "unsure").unwrap_or_default().to_owned(),
                ask: ask.to_owned(),
                only_if,
                one_of: refinement(marks, "one-of").unwrap_or_default().to_owned(),
                edition: refinement(marks, "edition").unwrap_or_default().to_owned(),
                hint: passages(vec![block]),
            });
        } else if refinement(marks, "note").is_some() {
            let passages = passages(vec![block]);
            // A note that says nothing is none.
            if !passages.is_empty() {
                guide.notes.push(Note { only_if, passages });
            }
        } else if refinement(marks, "wait").is_some() {
            guide.wait.extend(passages(vec![block]));
        } else if refinement(marks, "after").is_some() {
            guide.after.extend(passages(vec![block]));
        } else {
            rest.push(block);
        }
    }
    rest
}

/// Called with the name of an attribute and a value that it cannot have.
type Bad<'b> = &'b mut dyn FnMut(&'static str, &str);

/// The value of a mark among those that it can have; empty, for the default, where it has none of them.
fn chosen(marks: &[(String, String)], name: &str, bad: Bad<'_>) -> &'static str {
    let Some((name, values, _)) = CHOICES.iter().find(|(known, ..)| *known == name) else {
        return "";
    };
    let value = refinement(marks, name).unwrap_or_default();
    let found = values.iter().find(|known| **known == value);
    if found.is_none() && !value.is_empty() {
        bad(name, value);
    }
    found.copied().unwrap_or_default()
}

fn read_fix(part: Part, after: &mut Vec<Passage>, bad: Bad<'_>) -> Fix {
    let mut fix = Fix {
        id: part.get("id").unwrap_or_default().to_owned(),
        check: part.get("ask").map(|ask| Check {
            ask: ask.to_owned(),
            hint: Vec::new(),
            pass_on: chosen(&part.refinements, "pass-on", bad) != "no",
            pass_as: match chosen(&part.refinements, "pass-as", bad) {
                "cannot" => PassAs::Cannot,
                _ => PassAs::NotNeeded,
            },
            unsure: part.get("unsure").unwrap_or_default().to_owned(),
        }),
        only_if: Condition::parse(part.get("only-if").unwrap_or_default()),
        risk: part
            .get("risk")
            .filter(|risk| !risk.is_empty())
            .map(|risk| Risk {
                title: part.get("risk-title").unwrap_or_default().to_owned(),
                lost: vec![vec![Passage::Words(Rich::text(risk))]],
                ..Risk::default()
            }),
        no_wait: part.get("wait") == Some(NO_WAIT),
        wait: part
            .get("wait")
            .filter(|wait| !wait.is_empty() && *wait != NO_WAIT)
            .map_or_else(Vec::new, |wait| vec![Passage::Words(Rich::text(wait))]),
        verdict: part.get("verdict").map(str::to_owned),
        drawing: drawing(part.get("drawing").unwrap_or_default()),
        time: part.get("time").unwrap_or_default().to_owned(),
        edition: part.get("edition").unwrap_or_default().to_owned(),
        title: part.title,
        reason: Vec::new(),
        steps: Vec::new(),
        more: Vec::new(),
        away: Vec::new(),
    };
    for block in part.blocks {
        let marks = block.refinements();
        let has = |name| refinement(marks, name).is_some();
        if has("risk") {
            fix.risk = Some(read_risk(block, bad));
        } else if has("wait") {
            fix.wait = passages(vec![block]);
        } else if has("away") {
            fix.away = passages(vec![block]);
        } else if has("after") {
            after.extend(passages(vec![block]));
        } else if has("hint") {
            // A hint without a check question is still useful: it is added to the reason.
            match &mut fix.check {
                Some(check) => check.hint = passages(vec![block]),
                None => fix.reason.extend(passages(vec![block])),
            }
        } else if has("tip") || !matches!(block, Block::List { .. }) {
            let to = if fix.steps.is_empty() {
                &mut fix.reason
            } else {
                &mut fix.more
            };
            to.extend(passages(vec![block]));
        } else if let Block::List { items, .. } = block {
            let steps = items.into_iter().map(|item| read_step(item, bad));
            // A step that says nothing is none.
            fix.steps
                .extend(steps.filter(|step| !step.passages.is_empty()));
        }
    }
    fix
}

/// A fix's drawing as it is written, where it is lines and no more; else empty.
#[must_use]
pub fn drawing(path: &str) -> String {
    let of_lines = |c: char| "MmLlHhVvCcSsQqTtAaZz0123456789+-., ".contains(c);
    if path.len() <= DRAWING_BYTES && path.chars().all(of_lines) {
        path.to_owned()
    } else {
        String::new()
    }
}

fn read_step(item: Item, bad: Bad<'_>) -> Step {
    let marks = &item.refinements;
    Step {
        risk: refinement(marks, "risk").map(|_| warning(marks, bad)),
        id: refinement(marks, "id").unwrap_or_default().to_owned(),
        only_if: Condition::parse(refinement(marks, "only-if").unwrap_or_default()),
        edition: refinement(marks, "edition").unwrap_or_default().to_owned(),
        passages: passages(item.blocks),
    }
}

/// What a part or a step that is marked as a risk warns of.
fn warning(marks: &[(String, String)], bad: Bad<'_>) -> StepRisk {
    let title = refinement(marks, "risk-title").unwrap_or_default();
    StepRisk {
        reversible: chosen(marks, "risk", bad) == "reversible",
        title: title.to_owned(),
    }
}

fn read_risk(block: Block, bad: Bad<'_>) -> Risk {
    let marks = block.refinements();
    let StepRisk { reversible, title } = warning(marks, bad);
    let mut risk = Risk {
        reversible,
        title,
        ..Risk::default()
    };
    first_fix(marks, &mut risk);
    let inner = match block {
        Block::Part { blocks, .. } => blocks,
        other => vec![other],
    };
    for block in inner {
        let marks = block.refinements();
        if refinement(marks, "lost").is_some() {
            for passage in passages(vec![block]) {
                match passage {
                    Passage::List { items, .. } => risk.lost.extend(items),
                    other => risk.lost.push(vec![other]),
                }
            }
        } else if refinement(marks, "first").is_some() && refinement(marks, "risk").is_none() {
            first_fix(marks, &mut risk);
            risk.first.extend(passages(vec![block]));
        } else {
            risk.passages.extend(passages(vec![block]));
        }
    }
    risk
}

/// Which fix is to be done first, as a risk or its part says. What JSX makes of an attribute without a value is none.
fn first_fix(marks: &[(String, String)], risk: &mut Risk) {
    let fix = refinement(marks, "first").unwrap_or_default();
    if !matches!(fix, "" | "true") {
        fix.clone_into(&mut risk.first_fix);
    }
}

fn verdict_words(own: &[(String, String)]) -> VerdictWords {
    let mut words = VerdictWords::default();
    for (name, value) in own {
        let slot = match name.as_str() {
            "verdict" => &mut words.ask,
            "solved" => &mut words.solved,
            "not-solved" => &mut words.not_solved,
            "started" => &mut words.started,
            "still-running" => &mut words.still_running,
            "cannot" => &mut words.cannot,
            _ => continue,
        };
        *slot = Some(value.clone());
    }
    words
}

fn id_or_slug(refinements: &[(String, String)], words: &str) -> String {
    match refinement(refinements, "id") {
        Some(id) if !id.is_empty() => id.to_owned(),
        _ => slug(words, SLUG_BYTES),
    }
}
