//! The overview: every question and fix with what was said, each to be changed; and a fix that is opened from it.

use unstuck_core::guide::{Fix, Passage};
use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::walk::{self, Action, FixState, Outcome, Walk};
use yew::prelude::*;

use super::passages::{list, passages};
use super::view::{View, changed, control, t, use_view};
use crate::hooks::use_portions;
use crate::overlay::Dialog;
use crate::session::{Command, Session};

/// Most fixes that stand beside the card: each is made anew at each answer. Of a longer guide those around the screen's
/// own stand there, and all of them in the dialog.
pub(crate) const BESIDE: usize = 48;

/// Fixes that come into the dialog in one frame, as a list of their own: one that is out of sight is neither styled nor laid out.
const PORTION: usize = 50;

/// The overview beside the card; of a long guide the fixes around the screen's own.
pub(crate) fn overview(view: &View, walk: &Walk<'_>) -> Html {
    let offered: Vec<_> = walk.offered().collect();
    let here = offered.iter().position(|state| is_on(walk, state.fix));
    let from = here
        .unwrap_or(0)
        .saturating_sub(BESIDE / 2)
        .min(offered.len().saturating_sub(BESIDE));
    let fixes = (1..).zip(offered).skip(from).take(BESIDE);
    let fixes = fixes.map(|(number, state)| entry(view, walk, number, state));
    html! {
        <>
            { questions(view, walk) }
            <ol class="answers">{ for fixes }</ol>
            { withheld(view, walk) }
        </>
    }
}

/// The overview in the dialog: all fixes, however many. What is asked for opens at once, and the rest comes frame by frame:
/// in the end all of it is there, to be found and to be gone to.
#[component]
pub(crate) fn AllFixes() -> Html {
    let view = use_view();
    let walk = view.session.walk();
    let all = walk.offered().count().div_ceil(PORTION);
    let made = use_portions(all);
    html! {
        <>
            { questions(&view, &walk) }
            // In a fragment, whose children all have keys: else Yew would count them from the end, and make each anew.
            <>{ for (0..made).map(|at| html! { <Portion key={at} {at} /> }) }</>
            if made >= all { { withheld(&view, &walk) } }
        </>
    }
}

#[derive(Clone, Copy, PartialEq, Properties)]
struct PortionProps {
    at: usize,
}

/// So many fixes. A component: the next portion leaves those before it as they are.
#[component]
fn Portion(props: &PortionProps) -> Html {
    let view = use_view();
    let walk = view.session.walk();
    let from = props.at * PORTION;
    let fixes = (1..).zip(walk.offered()).skip(from).take(PORTION);
    let fixes = fixes.map(|(number, state)| entry(&view, &walk, number, state));
    html! { <ol class="answers">{ for fixes }</ol> }
}

fn questions(view: &View, walk: &Walk<'_>) -> Html {
    let Session { state, .. } = &view.session;
    let questions = state.guide.questions.iter().filter_map(|question| {
        let given = state.progress.given(Kind::Question, &question.id)?;
        let (asked, said) = walk::said(question, given.answer);
        let key = Key::new(Kind::Question, &question.id);
        let row = row(view, walk, key, asked, asked, view.words.said(&said))?;
        Some(html! { <li key={question.id.as_str()} class="said">{ row }</li> })
    });
    html! { <ul class="answers questions">{ for questions }</ul> }
}

/// What is not for this reader has no number, and stands folded at the end.
fn withheld(view: &View, walk: &Walk<'_>) -> Html {
    let fixes: Vec<Html> = walk
        .withheld()
        .map(|state| {
            html! {
                <li class="entry" data-id={state.fix.id.clone()} data-outcome={state.outcome.name()}>
                    <span class="entry-title">{ t(&state.fix.title) }</span>
                </li>
            }
        })
        .collect();
    if fixes.is_empty() {
        return Html::default();
    }
    let title = view.words.withheld(fixes.len());
    html! {
        <details class="again withheld">
            <summary data-action="withheld">{ t(&title) }</summary>
            <ul class="answers">{ fixes }</ul>
        </details>
    }
}

/// A row: what a press on it opens, what the check said, and the answer that made the outcome, to be changed.
fn entry(view: &View, walk: &Walk<'_>, number: usize, state: &FixState<'_>) -> Html {
    let FixState { fix, outcome, .. } = *state;
    let now = is_on(walk, fix);
    let open = Command::Open(Dialog::Fix(fix.id.clone().into()));
    let progress = view.session.progress();
    let checked = fix.check.as_ref().and_then(|check| {
        let given = progress.given(Kind::Check, &fix.id)?;
        let said = view.words.in_short(given.answer);
        Some(html! {
            <p class="entry-said">{ t(&format!("{} ", check.ask)) }<strong>{ t(said) }</strong></p>
        })
    });
    let said = said_to(walk, progress, fix);
    let edited = said
        .iter()
        .any(|key| walk::answer_changed(walk, progress, key));
    let latest = said.into_iter().next();
    html! {
        <li
            key={fix.id.as_str()}
            class={if now { "entry now" } else { "entry" }}
            data-id={fix.id.clone()}
            data-fix={number.to_string()}
            data-outcome={outcome.name()}
            aria-current={now.then_some("step")}
        >
            <button
                type="button"
                class="entry-open"
                data-action="open-fix"
                data-id={fix.id.clone()}
                onclick={view.session.on(open)}
            >
                <span class="entry-title">{ t(&fix.title) }</span>
                <span class="unseen">{ t(": ") }</span>
                { outcome_of(view, state, now) }
            </button>
            if let Some(key) = latest { { change(view, key, &fix.title) } }
            { checked }
            // Once, whatever of it was said to other words.
            { changed(edited, view.words.answer_changed()) }
        </li>
    }
}

/// What became of a fix, and how long it takes.
fn outcome_of(view: &View, state: &FixState<'_>, now: bool) -> Html {
    let said = match state.outcome {
        Outcome::Open if now => view.words.now(),
        other => view.words.outcome(other),
    };
    html! {
        <span class="entry-outcome">
            { t(said) }
            if !state.fix.time.is_empty() { <span class="when">{ t(&state.fix.time) }</span> }
        </span>
    }
}

/// Whether the screen is about this fix.
fn is_on(walk: &Walk<'_>, fix: &Fix) -> bool {
    walk.screen.fix().is_some_and(|on| on.id == fix.id)
}

/// What was said to a fix and can be changed, the latest first.
fn said_to(walk: &Walk<'_>, progress: &Progress, fix: &Fix) -> Vec<Key> {
    let keys = [Kind::Verdict, Kind::Confirm, Kind::Check].map(|kind| Key::new(kind, &fix.id));
    let said = keys
        .into_iter()
        .filter(|key| walk.can_change(key, progress));
    said.collect()
}

/// One fix, for a look at it: what became of it, why it helps, its steps where the reader has seen them, and all that was said
/// to it.
pub(super) fn open_fix(view: &View, walk: &Walk<'_>, state: &FixState<'_>) -> Html {
    let FixState { fix, by, .. } = *state;
    let words = view.words;
    let progress = view.session.progress();
    let now = is_on(walk, fix);
    let place = walk.offered().count();
    let place = walk.number(fix).map(|number| words.fix_of(number, place));
    let given = |kind| progress.given(kind, &fix.id);
    let accepted = given(Kind::Confirm).is_some_and(|given| given.answer == Answer::Confirm);
    let seen = matches!(by, Some(Kind::Verdict | Kind::Wait)) && (fix.risk.is_none() || accepted);
    let steps: Vec<Vec<Passage>> = walk.steps(fix).map(|step| step.passages.clone()).collect();
    let ask = fix.check.as_ref().map_or("", |check| &check.ask);
    let guide = view.session.guide();
    let rows = [
        (Kind::Check, ask),
        (Kind::Confirm, words.risk()),
        (Kind::Verdict, words.ask(guide, fix)),
    ];
    let rows = rows.into_iter().filter_map(|(kind, asked)| {
        let given = given(kind)?;
        let said = match kind {
            Kind::Verdict => words.verdict(guide, given.answer),
            _ => words.in_short(given.answer),
        };
        let whole = format!("{asked} {}", fix.title);
        let row = row(view, walk, Key::new(kind, &fix.id), asked, &whole, said)?;
        Some(html! { <li class="said">{ row }</li> })
    });
    let rows: Vec<Html> = rows.collect();
    html! {
        <>
        <div key={fix.id.as_str()} class="body open-fix" data-id={fix.id.clone()}>
            <p class="context">
                { t(&words.about(&place.unwrap_or_default(), &"")) }{ outcome_of(view, state, now) }
            </p>
            { passages(view, &fix.reason) }
            if seen {
                { view.label(words.steps()) }
                { list(view, "ol", &steps) }
            }
            if !rows.is_empty() { <ul class="answers">{ rows }</ul> }
            { control("overview", "button quiet", words.all_fixes(), view.session.on(Command::Open(Dialog::Overview))) }
        </div>
        </>
    }
}

/// What was said, with the control to change it; nothing where it cannot be changed. `whole` names what it is about.
fn row(
    view: &View,
    walk: &Walk<'_>,
    key: Key,
    label: &str,
    whole: &str,
    said: &str,
) -> Option<Html> {
    let progress = view.session.progress();
    if !walk.can_change(&key, progress) {
        return None;
    }
    let edited = walk::answer_changed(walk, progress, &key);
    Some(html! {
        <>
            <span class="said-what">{ t(label) }</span>
            <span class="said-words">{ t(said) }</span>
            { change(view, key, whole) }
            { changed(edited, view.words.answer_changed()) }
        </>
    })
}

/// The control that asks again. "Change" alone means nothing in a screen reader's list of controls.
fn change(view: &View, key: Key, whole: &str) -> Html {
    html! {
        <button
            type="button"
            class="link"
            data-action="change"
            data-kind={key.kind.name()}
            data-id={key.id.clone()}
            aria-label={view.words.change_what(&whole)}
            onclick={view.session.press(Action::Change(key))}
        >
            { t(view.words.change()) }
        </button>
    }
}
