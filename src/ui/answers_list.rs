//! The overview: every question and fix with what was said, each to be changed.

use yew::Html;

use super::words::decimal;
use crate::progress::{Answer, Key, Kind};
use crate::report_text;
use crate::walk::{self, Action, FixState, Outcome};

use super::el::{control, el, several};
use super::view::{View, changed};
use super::words;

/// Most fixes that stand beside the card: each is made anew at each answer. Of a longer guide those around the screen's
/// own stand there, and all of them in the sheet.
pub(crate) const BESIDE: usize = 48;

/// The overview; of at most so many fixes, those around the screen's own.
pub(crate) fn answers_list(view: &View<'_>, most: usize) -> Html {
    let guide = &view.session.guide;
    let mut questions = el("ul", "answers questions");
    for question in &guide.questions {
        let given = view.progress.given(Kind::Question, &question.id);
        let said = given.map(|given| walk::said(question, given.answer));
        if let Some((asked, said)) = said
            && let Some(row) = answer(
                view,
                Kind::Question,
                &question.id,
                asked,
                asked,
                report_text::said(&said),
            )
        {
            questions = questions.add(el("li", "said").key(&question.id).add(row).html());
        }
    }
    let all = &view.walk.fixes;
    let now = |state: &FixState<'_>| {
        let fix = view.walk.screen.fix();
        fix.is_some_and(|fix| fix.id == state.fix.id)
    };
    let here = all.iter().position(now).unwrap_or(0);
    let from = here
        .saturating_sub(most / 2)
        .min(all.len().saturating_sub(most));
    let mut fixes = el("ol", "answers");
    for (place, state) in all.iter().enumerate() {
        if place >= from && place - from < most {
            fixes = fixes.add(fix(view, place + 1, state));
        }
    }
    several(vec![questions.html(), fixes.html()])
}

fn fix(view: &View<'_>, number: usize, state: &FixState<'_>) -> Html {
    let fix = state.fix;
    let now = view
        .walk
        .screen
        .fix()
        .is_some_and(|current| current.id == fix.id);
    let outcome = match state.outcome {
        Outcome::Open if now => words::NOW,
        other => report_text::outcome(other),
    };
    let mut entry = el("li", if now { "entry now" } else { "entry" })
        .key(&fix.id)
        .set("data-id", &fix.id)
        .set("data-fix", &decimal(number as u64))
        .mark("data-outcome", state.outcome.name())
        .add(el("span", "entry-title").words(&fix.title).html())
        .add(el("span", "entry-outcome").words(outcome).html());
    if now {
        entry = entry.mark("aria-current", "step");
    }
    for (kind, label) in [
        (Kind::Check, words::CHECKED),
        (Kind::Confirm, words::RISK),
        (Kind::Verdict, words::RESULT),
    ] {
        // "Change" alone says nothing to those who hear the controls one by one.
        let whole = [label, ", ", &fix.title].concat();
        let given = view.progress.given(kind, &fix.id);
        if let Some(given) = given
            && let Some(row) = answer(view, kind, &fix.id, label, &whole, said(given.answer))
        {
            entry = entry.add(el("div", "said").add(row).html());
        }
    }
    entry.html()
}

/// What was said, with the control to change it.
fn answer(
    view: &View<'_>,
    kind: Kind,
    id: &str,
    label: &str,
    whole: &str,
    said: &str,
) -> Option<Html> {
    let key = Key::new(kind, id.to_owned());
    if !view.walk.can_change(&key, view.progress) {
        return None;
    }
    let edited = walk::answer_changed(&view.session.guide, view.progress, &key);
    let change = control("change", "link", view.press(Action::Change(key)))
        .mark("data-kind", kind.name())
        .set("data-id", id)
        .set("aria-label", &words::change(whole))
        .words(words::CHANGE);
    Some(several(vec![
        el("span", "said-what").words(label).html(),
        el("span", "said-words").words(said).html(),
        change.html(),
        changed(edited, words::CHANGED),
    ]))
}

/// An answer in as few words as a list has room for.
pub(crate) fn said(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => words::YES,
        Answer::No => words::NO,
        Answer::Unsure => words::UNSURE,
        Answer::Confirm => words::CONFIRMED,
        Answer::Skip => report_text::outcome(Outcome::Skipped),
        Answer::Solved => report_text::outcome(Outcome::Solved),
        Answer::NotSolved => report_text::outcome(Outcome::NotSolved),
        Answer::StillRunning => report_text::outcome(Outcome::StillRunning),
        Answer::Cannot => report_text::outcome(Outcome::Cannot),
    }
}
