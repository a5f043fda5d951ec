//! A fix: why it helps, its steps to tick off, and what came of it.

use unstuck_core::guide::{Fix, Passage, Step};
use unstuck_core::walk::{Action, Walk, step_changed};
use yew::prelude::*;

use super::confirm::{Told, step_warning, warning};
use crate::overlay::Dialog;
use crate::parts::view::{View, changed};
use crate::parts::{Icon, drawing, passages, picture, verdict};
use crate::session::Command;

pub(super) fn screen<'g>(view: &View, walk: &Walk<'g>, fix: &'g Fix) -> Html {
    let words = view.words;
    let about = match fix.risk {
        Some(_) => "context before risk",
        None => "context before",
    };
    html! {
        <>
            { view.heading_about("fix", &fix.title, about) }
            <div class="reason" part="reason">{ drawing(&fix.drawing) }{ passages(view, &fix.reason) }</div>
            if !fix.away.is_empty() {
                <div class="note">
                    { Icon::Info.html() }
                    <div>
                        { view.label(words.away()) }
                        { passages(view, &fix.away) }
                        { view.transfer(Dialog::Transfer, words.transfer()) }
                    </div>
                </div>
            }
            <div class="work">
                { steps(view, walk, fix) }
                if !fix.more.is_empty() { <div class="body">{ passages(view, &fix.more) }</div> }
                { verdict(view, walk, fix, false) }
            </div>
        </>
    }
}

/// The steps that are for this reader, and above them what they destroy.
pub(super) fn steps<'g>(view: &View, walk: &Walk<'g>, fix: &'g Fix) -> Html {
    let told = match walk.steps(fix).any(|step| step.risk.is_some()) {
        true => Told::Headline,
        false => Told::Short,
    };
    let steps = walk.steps(fix).enumerate();
    let steps = steps.map(|(place, one)| step(view, fix, one, place + 1));
    html! {
        <>
            if let Some(risk) = &fix.risk { { warning(view, risk, told) } }
            <ol class="steps" part="steps" aria-label={view.words.steps()}>{ for steps }</ol>
        </>
    }
}

fn step(view: &View, fix: &Fix, step: &Step, number: usize) -> Html {
    let session = &view.session;
    let checked = session.progress().ticked(&fix.id, &step.id);
    let tick = Action::Tick {
        step: step.id.clone(),
        done: !checked,
    };
    // Content other than text is next to the label: pressing it is not a tick.
    let said = &step.passages;
    let words =
        |passage: &Passage| matches!(passage, Passage::Words(words) if picture(words).is_none());
    let named = said.iter().position(|passage| !words(passage));
    let (label, more) = said.split_at(named.unwrap_or(said.len()).max(1).min(said.len()));
    let edited = step_changed(session.progress(), &fix.id, step);
    html! {
        <li part="step" key={step.id.as_str()}>
            <label class="step">
                <input
                    type="checkbox"
                    data-action="tick"
                    data-id={step.id.clone()}
                    data-step={number.to_string()}
                    {checked}
                    onchange={session.on(Command::Act(tick))}
                />
                <span class="step-words">
                    { step_warning(view, step) }
                    { passages(view, label) }
                    // Inside the label, so that it is announced with the step.
                    { changed(edited, view.words.step_changed()) }
                </span>
            </label>
            if !more.is_empty() { <div class="step-more">{ passages(view, more) }</div> }
        </li>
    }
}
