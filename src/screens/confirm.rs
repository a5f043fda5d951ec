//! A fix's risk, before its steps show: what is lost, and what to do first. Reading the steps destroys nothing, so they are the
//! first choice; the warning stands again on the step that destroys.

use unstuck_core::guide::{Fix, Risk, Step, StepRisk};
use unstuck_core::progress::{Answer, Kind};
use unstuck_core::walk::{FixState, Outcome, Walk};
use yew::prelude::*;

use crate::parts::view::{View, controls_about, fixed, t};
use crate::parts::{Icon, list, passages};
use crate::words::Words;

pub(super) fn screen(view: &View, walk: &Walk<'_>, fix: &Fix, risk: &Risk) -> Html {
    let words = view.words;
    let first = walk.first_of(fix);
    let choice = html! {
        <>
            { view.answer(&fix.id, Answer::Confirm, "button first", words.confirm()) }
            { view.answer(&fix.id, Answer::Skip, "button quiet", words.skip()) }
        </>
    };
    html! {
        <>
            { view.heading_about("fix", &fix.title, "context before risk") }
            { warning(view, risk, Told::Whole) }
            if !risk.first.is_empty() || first.is_some() {
                <div class="body">
                    { view.label(words.safe_first()) }
                    { passages(view, &risk.first) }
                    if let Some(state) = first { { go_first(view, fix, state) } }
                </div>
            }
            { controls_about("heading", "risk", choice) }
        </>
    }
}

/// The control that leads to the fix that is to be done first; where that is over, what came of it.
fn go_first(view: &View, fix: &Fix, first: FixState<'_>) -> Html {
    let words = view.words;
    let given = view.session.progress().given(Kind::Confirm, &fix.id);
    let title = &first.fix.title;
    let over = match first.outcome {
        _ if given.is_some_and(|given| given.answer == Answer::Done) => words.first_done(title),
        Outcome::Open | Outcome::StillRunning => {
            let label = words.go_first(title);
            return view.answer(&fix.id, Answer::First, "button", &label);
        }
        Outcome::Solved | Outcome::NotSolved => words.first_done(title),
        other => words.first_not_done(title, &words.outcome(other)),
    };
    html! { <p class="first-over">{ Icon::Info.html() }{ t(&over) }</p> }
}

/// How much is told of a risk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// All of it.
    Whole,
    /// As few words as tell what it is.
    Short,
    /// Its headline: the step that destroys says the rest.
    Headline,
}

/// What the fix destroys. Stands wherever the steps do, however the reader came there.
pub(super) fn warning(view: &View, risk: &Risk, told: Told) -> Html {
    let words = view.words;
    let title = risk_headline(words, risk);
    let lost = match told {
        Told::Whole => !risk.lost.is_empty(),
        Told::Short => risk.passages.is_empty() && !risk.lost.is_empty(),
        Told::Headline => false,
    };
    html! {
        <div class="risk" id="risk">
            <p class="risk-head">{ Icon::Warning.html() }<strong>{ fixed(title) }</strong></p>
            if told != Told::Headline { { passages(view, &risk.passages) } }
            if lost {
                { view.label(words.lost()) }
                { list(view, "ul", &risk.lost) }
            }
        </div>
    }
}

/// The warning on a step that destroys.
pub(super) fn step_warning(view: &View, step: &Step) -> Html {
    let words = view.words;
    let Some(risk) = &step.risk else {
        return Html::default();
    };
    let title = step_headline(words, risk);
    html! {
        <p class="step-risk">
            { Icon::Warning.html() }
            <span class="unseen">{ fixed(words.step_warning()) }</span>
            <strong>{ fixed(title) }</strong>
        </p>
    }
}

/// The first line of a risk.
pub(crate) fn risk_headline<'a>(words: &'a Words, risk: &'a Risk) -> &'a str {
    headline(
        &risk.title,
        risk.reversible,
        words.permanent(),
        words.reversible(),
    )
}

/// The same of a step's.
pub(crate) fn step_headline<'a>(words: &'a Words, risk: &'a StepRisk) -> &'a str {
    headline(
        &risk.title,
        risk.reversible,
        words.step_permanent(),
        words.step_reversible(),
    )
}

/// The author's own words, or the usual ones.
fn headline<'a>(own: &'a str, reversible: bool, permanent: &'a str, undone: &'a str) -> &'a str {
    match own {
        "" if reversible => undone,
        "" => permanent,
        own => own,
    }
}
