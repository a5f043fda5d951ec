//! What a link has brought, for the reader to take or leave.

use std::rc::Rc;

use unstuck_core::guide::{Fix, Guide};
use unstuck_core::progress::{Key, Kind, Progress};
use unstuck_core::walk::{self, FixState, Outcome, Walk};
use yew::prelude::*;

use super::view::{View, control, controls, p, safe_control, t};
use crate::format::lasted;
use crate::overlay::{Arrival, Comparison};
use crate::session::Command;

pub(crate) fn arrival(view: &View, arrived: &Rc<Arrival>) -> Html {
    let words = view.words;
    let guide = view.session.guide();
    let progress = &arrived.transfer.progress;
    let walk = Walk::replay(guide, progress);
    let age = arrived.last_answer().map(|last| {
        let age = lasted(words, last, arrived.now);
        let told = age.map(|age| words.arrival_last(&age));
        p(&told.unwrap_or_else(|| words.arrival_last_at(&view.moment(last))))
    });
    let holds = answers(view, guide, progress);
    let anew = arrived.transfer.asked_anew.iter();
    let anew: Vec<Html> = anew.filter_map(|key| asked(view, guide, key)).collect();
    let place = walk.position().zip(walk.screen.fix());
    let place =
        place.map(|((position, total), fix)| p(&words.arrival_at(position, total, &fix.title)));
    html! {
        <>
            { p(words.arrival_text()) }
            <p class="carried">{ t(&guide.title) }</p>
            { age }
            if !holds.is_empty() {
                { view.label(words.arrival_holds()) }
                <ul class="report-lines plain">{ holds }</ul>
            }
            if !anew.is_empty() {
                { view.label(words.arrival_anew()) }
                <ul class="report-lines plain">{ anew }</ul>
            }
            { place }
            if arrived.transfer.unknown > 0 { { p(words.arrival_unknown()) } }
            { match arrived.comparison {
                Comparison::Empty => Html::default(),
                Comparison::Same => p(words.arrival_same()),
                Comparison::Different => html! { <p class="warn">{ t(words.arrival_replaces()) }</p> },
            } }
            <div class="decide">{ choice(view, arrived) }</div>
        </>
    }
}

/// All that was answered, in the guide's order: each question, and each fix with what came of it.
fn answers(view: &View, guide: &Guide, progress: &Progress) -> Vec<Html> {
    let questions = guide.questions.iter().filter_map(|question| {
        let given = progress.given(Kind::Question, &question.id)?;
        let (asked, said) = walk::said(question, given.answer);
        Some(line(asked, view.words.said(&said)))
    });
    let fixes = guide.fixes.iter().flat_map(|fix| {
        let check = fix.check.as_ref().and_then(|check| {
            let given = progress.given(Kind::Check, &fix.id)?;
            Some(line(&check.ask, view.words.in_short(given.answer)))
        });
        [check, tried(view, fix, progress)]
    });
    questions.chain(fixes.flatten()).collect()
}

/// A fix that something came of, or was begun: what, and when.
fn tried(view: &View, fix: &Fix, progress: &Progress) -> Option<Html> {
    let FixState { outcome, at, .. } = FixState::of(fix, progress);
    let ticked = |id: &str| progress.ticked(&fix.id, id);
    let done = fix.steps.iter().filter(|step| ticked(&step.id)).count();
    if outcome == Outcome::Open && done == 0 {
        return None;
    }
    let mut said = view.words.outcome(outcome).to_owned();
    if done > 0 {
        said += &view.words.steps_done(done, fix.steps.len());
    }
    if let Some(at) = at {
        said = [&said, " · ", &view.moment(at)].concat();
    }
    Some(line(&fix.title, &said))
}

/// What no link answers.
fn asked(view: &View, guide: &Guide, key: &Key) -> Option<Html> {
    let what = match key.kind {
        Kind::Question => {
            let question = guide.question(&key.id)?;
            let choice = Some(&question.one_of).filter(|choice| !choice.is_empty());
            choice.unwrap_or(&question.ask).to_owned()
        }
        _ => view.words.arrival_risk(&guide.fix(&key.id)?.title),
    };
    Some(html! { <li class="line"><span class="line-what">{ t(&what) }</span></li> })
}

fn line(what: &str, said: &str) -> Html {
    html! {
        <li class="line">
            <span class="line-what">{ t(what) }</span>
            <span class="line-said">{ t(said) }</span>
        </li>
    }
}

/// The safe choice comes first, and has focus.
fn choice(view: &View, arrived: &Rc<Arrival>) -> Html {
    let comparison = arrived.comparison;
    let words = view.words;
    let leave = view.session.on(Command::Close);
    let take = match comparison {
        // There is nothing to take.
        Comparison::Same => leave.clone(),
        Comparison::Empty | Comparison::Different => {
            view.session.on(Command::Import(arrived.clone()))
        }
    };
    let inside = if comparison == Comparison::Different {
        html! {
            <>
                { safe_control("carry-leave", "button first", words.arrival_keep(), leave) }
                { control("carry-take", "button danger", words.arrival_replace(), take) }
            </>
        }
    } else {
        html! {
            <>
                { safe_control("carry-take", "button first", words.arrival_take(), take) }
                { control("carry-leave", "button", words.arrival_leave(), leave) }
            </>
        }
    };
    controls("carry-title", inside)
}
