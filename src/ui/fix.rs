//! A fix: why it helps, its steps to tick off, and what came of it.

use std::rc::Rc;

use yew::Html;

use crate::guide::{Fix, Passage, Step};
use crate::walk::{Action, step_changed};

use super::answer_buttons::verdict;
use super::el::{When, el, several};
use super::icon::Icon;
use super::passages::{add, passages};
use super::view::{View, changed};
use super::words;

pub(crate) fn fix(view: &View<'_>, fix: &Fix) -> Html {
    let mut parts = vec![
        view.heading("fix", &fix.title),
        add(
            view,
            el("div", "reason").mark("part", "reason"),
            &fix.reason,
        )
        .html(),
    ];
    if !fix.away.is_empty() {
        let said = add(view, el("div", "").add(view.label(words::AWAY)), &fix.away);
        parts.push(
            el("div", "note")
                .add(Icon::Info.html())
                .add(said.add(view.carry("carry", words::CARRY)).html())
                .html(),
        );
    }
    parts.push(steps(view, fix));
    if !fix.more.is_empty() {
        parts.push(passages(view, "body", &fix.more));
    }
    parts.push(verdict(view));
    several(parts)
}

/// The steps that are for this reader.
pub(crate) fn steps(view: &View<'_>, fix: &Fix) -> Html {
    let mut shown = el("ol", "steps")
        .mark("part", "steps")
        .mark("aria-label", words::STEPS);
    for each in view.walk.steps(fix) {
        shown = shown.add(step(view, fix, each));
    }
    shown.html()
}

fn step(view: &View<'_>, fix: &Fix, step: &Step) -> Html {
    let checked = view.progress.ticked(&fix.id, &step.id);
    let session = view.session.clone();
    let tick = Action::Tick {
        step: step.id.clone(),
        done: !checked,
    };
    let mut input = el("input", "")
        .mark("type", "checkbox")
        .mark("data-action", "tick")
        .set("data-id", &step.id)
        .on(When::Changed, Rc::new(move |_| session.act(&tick)));
    input.tag().set_checked(checked);
    // What is more than words stands beside the label: a press on it is no tick.
    let said = &step.passages;
    let words = |passage: &Passage| matches!(passage, Passage::Words(_));
    let named = said.iter().position(|passage| !words(passage));
    let (label, more) = said.split_at(named.unwrap_or(said.len()).max(1).min(said.len()));
    // Within the label: who hears the step hears this as well.
    let edited = step_changed(view.progress, &fix.id, step);
    let words =
        add(view, el("span", "step-words"), label).add(changed(edited, words::STEP_CHANGED));
    let label = el("label", "step").add(input.html()).add(words.html());
    let mut item = el("li", "")
        .mark("part", "step")
        .key(&step.id)
        .add(label.html());
    if !more.is_empty() {
        item = item.add(passages(view, "step-more", more));
    }
    item.html()
}
