//! What a link holds of a reader's answers. Whoever sends one may not be the one who reads on, so it leads past no warning:
//! what safety hangs on is asked where the link arrives.
//!
//! Belongs here: what is left out, alike where a link is made and where one is read that has it all the same. Does not: how
//! it is written, or what the reader is told.

use crate::guide::{Fix, Guide};
use crate::progress::{Answer, Key, Kind, Progress};
use crate::walk::{FixState, Screen, Walk, certain_questions};

/// The part of these answers that a link carries. Left out are
/// - what the reader filled in for support: words stay on the device;
/// - answers that a certain condition hangs on, directly or because they decide whether its question is asked;
/// - that a risk was accepted, or made safe before, and all that leads into a fix with a risk: only what came of the fix is carried, that it was
///   passed over, is running, or its verdict.
///
/// Of a record in a store nothing is left out: nobody but the origin's own pages writes there.
#[must_use]
pub fn carried(guide: &Guide, progress: &Progress) -> Progress {
    let certain = certain_questions(guide);
    let mut kept = progress.clone();
    kept.answers.retain(|(key, given)| match key.kind {
        Kind::Question => !certain.contains(&*key.id),
        Kind::Confirm => matches!(given.answer, Answer::Skip | Answer::First),
        Kind::Check => {
            let fix = guide.fix(&key.id).filter(|fix| fix.risk.is_some());
            fix.is_none_or(|fix| is_passed_over(fix, progress))
        }
        Kind::Wait | Kind::Verdict => true,
    });
    kept.ticks.retain(|(id, _, _)| {
        let fix = guide.fix(id).filter(|fix| fix.risk.is_some());
        fix.is_none() || progress.given(Kind::Verdict, id).is_some()
    });
    let reopened = kept.reopened.take();
    kept.reopened = reopened.filter(|key| kept.given(key.kind, &key.id).is_some());
    kept.needs.clear();
    kept
}

fn is_passed_over(fix: &Fix, progress: &Progress) -> bool {
    let state = FixState::of(fix, progress);
    state.by == Some(Kind::Check) && state.outcome.is_passed_over()
}

/// What the reader of these answers is asked all the same, because no link answers it: the questions that a certain condition
/// hangs on (of a choice, its first), and the risk of each fix that was begun or comes next, and has no verdict.
#[must_use]
pub fn asked_anew(guide: &Guide, before: &Progress) -> Vec<Key> {
    let certain = certain_questions(guide);
    let after = carried(guide, before);
    let walk = Walk::replay(guide, &after);
    let questions = guide.choices().filter_map(|choice| {
        let first = choice
            .first()
            .filter(|first| certain.contains(&*first.id))?;
        let said = |id| before.given(Kind::Question, id).is_some();
        let asked = choice
            .iter()
            .any(|option| walk.shows(option) || said(&option.id));
        asked.then(|| Key::new(Kind::Question, first.id.clone()))
    });
    let begun = |fix: &Fix| {
        let said = |kind| before.given(kind, &fix.id);
        let accepted = said(Kind::Confirm).is_some_and(|given| given.answer == Answer::Confirm);
        let on = match walk.screen {
            Screen::Check(on, _) | Screen::Confirm(on, _) => on.id == fix.id,
            _ => false,
        };
        let state = FixState::of(fix, &after);
        let open = !state.outcome.is_passed_over() && said(Kind::Verdict).is_none();
        open && (on || accepted || said(Kind::Wait).is_some())
    };
    let risks = guide.fixes.iter().filter(|fix| fix.risk.is_some());
    let risks = risks.filter(|fix| begun(fix));
    questions
        .chain(risks.map(|fix| Key::new(Kind::Confirm, fix.id.clone())))
        .collect()
}
