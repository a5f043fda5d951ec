//! The overview: every question and fix with what was said, each to be changed.

use unstuck_core::progress::{Key, Kind};
use unstuck_core::walk::{self, Action, FixState, Outcome, Walk};
use yew::prelude::*;

use super::view::{View, changed, t};
use crate::session::Session;

/// Most fixes that stand beside the card: each is made anew at each answer. Of a longer guide those around the screen's
/// own stand there, and all of them in the dialog.
pub(crate) const BESIDE: usize = 48;

/// The overview; of at most so many fixes, those around the screen's own.
pub(crate) fn overview(view: &View, walk: &Walk<'_>, most: usize) -> Html {
    let Session { state, .. } = &view.session;
    let questions = state.guide.questions.iter().filter_map(|question| {
        let given = state.progress.given(Kind::Question, &question.id)?;
        let (asked, said) = walk::said(question, given.answer);
        let key = Key::new(Kind::Question, &question.id);
        let row = row(view, walk, key, asked, asked, view.words.said(&said))?;
        Some(html! { <li key={question.id.as_str()} class="said">{ row }</li> })
    });
    let on = walk.screen.fix().map(|fix| &fix.id);
    let here = walk
        .fixes
        .iter()
        .position(|state| on == Some(&state.fix.id));
    let from = here
        .unwrap_or(0)
        .saturating_sub(most / 2)
        .min(walk.fixes.len().saturating_sub(most));
    let fixes = (1..).zip(&walk.fixes).skip(from).take(most);
    let fixes = fixes.map(|(number, state)| fix(view, walk, number, state));
    html! {
        <>
            <ul class="answers questions">{ for questions }</ul>
            <ol class="answers">{ for fixes }</ol>
        </>
    }
}

fn fix(view: &View, walk: &Walk<'_>, number: usize, state: &FixState<'_>) -> Html {
    let FixState { fix, outcome, .. } = *state;
    let words = view.words;
    let now = walk
        .screen
        .fix()
        .is_some_and(|current| current.id == fix.id);
    let said = match outcome {
        Outcome::Open if now => words.now,
        other => words.outcome(other),
    };
    let rows = [
        (Kind::Check, words.check),
        (Kind::Confirm, words.risk),
        (Kind::Verdict, words.result),
    ];
    let rows = rows.into_iter().filter_map(|(kind, label)| {
        let given = view.session.progress().given(kind, &fix.id)?;
        let key = Key::new(kind, &fix.id);
        // "Change" alone means nothing in a screen reader's list of controls.
        let whole = format!("{label}, {}", fix.title);
        let row = row(
            view,
            walk,
            key,
            label,
            &whole,
            view.words.in_short(given.answer),
        )?;
        Some(html! { <div class="said">{ row }</div> })
    });
    html! {
        <li
            key={fix.id.as_str()}
            class={if now { "entry now" } else { "entry" }}
            data-id={fix.id.clone()}
            data-fix={number.to_string()}
            data-outcome={outcome.name()}
            aria-current={now.then_some("step")}
        >
            <span class="entry-title">{ t(&fix.title) }</span>
            <span class="entry-outcome">{ t(said) }</span>
            { for rows }
        </li>
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
    let session = &view.session;
    if !walk.can_change(&key, session.progress()) {
        return None;
    }
    let edited = walk::answer_changed(walk, session.progress(), &key);
    let (kind, id) = (key.kind.name(), key.id.clone());
    let name = view.words.change_what(&whole);
    Some(html! {
        <>
            <span class="said-what">{ t(label) }</span>
            <span class="said-words">{ t(said) }</span>
            <button
                type="button"
                class="link"
                data-action="change"
                data-kind={kind}
                data-id={id}
                aria-label={name}
                onclick={session.press(Action::Change(key))}
            >
                { t(view.words.change) }
            </button>
            { changed(edited, view.words.answer_changed) }
        </>
    })
}
