//! The widget's own words, in one place. The guide's words are the guide's.
//!
//! Short, kind and plain; nothing here is put together from pieces that another language would order otherwise.

pub(crate) const YES: &str = "Yes";
pub(crate) const NO: &str = "No";
pub(crate) const NONE: &str = "None of these";
pub(crate) const UNSURE: &str = "Not sure";
pub(crate) const BACK: &str = "Back";
pub(crate) const RESTART: &str = "Start again";
pub(crate) const ALL_FIXES: &str = "All fixes";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const CHANGE: &str = "Change";
pub(crate) const KEEP: &str = "Keep it";
pub(crate) const SO_FAR: &str = "Your answer: ";

pub(crate) const FIRST: &str = "Before the fixes";
pub(crate) const UNSURE_HINT: &str = "Not sure is fine: then we do this fix.";
pub(crate) const UNSURE_HINT_OPENING: &str = "Not sure is fine: then nothing is left out.";

pub(crate) const BEFORE_YOU_START: &str = "Before you start";
pub(crate) const LOST: &str = "What is lost";
pub(crate) const PERMANENT: &str = "This cannot be undone.";
pub(crate) const REVERSIBLE: &str = "This can be set up again afterwards.";
pub(crate) const SAFE_FIRST: &str = "Have this safe first";
pub(crate) const SKIP: &str = "Leave this fix out";
pub(crate) const CONFIRM: &str = "I understand, show the steps";

pub(crate) const STEPS: &str = "Steps";
pub(crate) const NOTE: &str = "Note";
pub(crate) const WARNING: &str = "Warning";
pub(crate) const AWAY: &str = "Before you leave this page";

pub(crate) const WAITING: &str = "Give it time";
pub(crate) const WHAT_TO_LOOK_FOR: &str = "What to look for";
pub(crate) const SINCE: &str = "Running since";
pub(crate) const LOOKED: &str = "You looked last";
pub(crate) const IM_BACK: &str = "When you are back";
pub(crate) const LEAVE: &str =
    "You can close this page. Open it again and it is here, at this place.";
pub(crate) const LEAVE_NOT_KEPT: &str =
    "Keep this page open: this browser does not keep your place.";
pub(crate) const CARRY: &str = "Continue on another device";
pub(crate) const HAVE: &str = "I have a link from elsewhere";
pub(crate) const REMIND: &str = "Remind me";
pub(crate) const STEPS_AGAIN: &str = "Look at the steps again";

pub(crate) const SOLVED_BY: &str = "What did it";
pub(crate) const TOOK: &str = "How long it took";
pub(crate) const TO_KNOW: &str = "Good to know";

pub(crate) const OUT_OF_FIXES: &str = "That was the last fix";
pub(crate) const OUT_OF_FIXES_TEXT: &str =
    "You do not have to explain it all again. Here is each fix, and what came of it.";
pub(crate) const TRIED: &str = "Every fix and what came of it";
pub(crate) const COPY: &str = "Copy this report";
pub(crate) const COPY_CODE: &str = "Copy";
pub(crate) const COPIED: &str = "Copied";
pub(crate) const COPY_FAILED: &str = "Could not copy. Copy it by hand.";
pub(crate) const PRINT: &str = "Print";
pub(crate) const CHECKED: &str = "The check";
pub(crate) const NOW: &str = "You are here";
pub(crate) const RISK: &str = "The risk";
pub(crate) const RESULT: &str = "Result";
pub(crate) const CONFIRMED: &str = "Accepted";

pub(crate) const RESTART_ASK: &str = "Start again from the beginning?";
pub(crate) const RESTART_TEXT: &str = "Your answers and ticks on this guide will be cleared.";
pub(crate) const RESTART_YES: &str = "Clear and start again";
pub(crate) const RESTART_NO: &str = "Go on where I am";

pub(crate) const STAYS: &str = "Your answers stay on this device.";
pub(crate) const SAVED: &str = "Saved on this device.";
pub(crate) const KEPT: &str = "Your answers are kept on this device.";
pub(crate) const NOT_KEPT: &str =
    "This browser cannot keep your answers: they last as long as this page stays open.";
pub(crate) const KEEP_BY_LINK: &str = "Keep them in a link";
pub(crate) const UNREADABLE: &str =
    "Your earlier answers could not be read. They are set aside, and the guide starts again.";
pub(crate) const NEWER: &str = "A newer version of this page has kept answers here. Load the page again to go on with them: what you say now lasts as long as this page stays open.";
pub(crate) const STEP_CHANGED: &str = "This step has changed since you did it.";
pub(crate) const CHANGED: &str = "This has changed since you answered.";
pub(crate) const NEW_TAB: &str = " (opens in a new tab)";

/// "Fix 3 of 8".
pub(crate) fn fix_of(position: usize, total: usize) -> String {
    [
        "Fix ",
        &decimal(position as u64),
        " of ",
        &decimal(total as u64),
    ]
    .concat()
}

/// "3 fixes".
pub(crate) fn fixes(count: usize) -> String {
    if count == 1 {
        "1 fix".to_owned()
    } else {
        decimal(count as u64) + " fixes"
    }
}

/// "Change: Is there room?"; a bare "Change" says nothing to those who hear the controls one by one.
pub(crate) fn change(what: &str) -> String {
    [CHANGE, ": ", what].concat()
}

/// "Fix 3 of 8: 1 tried, 1 passed over", for those who do not see the bar.
pub(crate) fn progress(place: &str, tried: usize, passed: usize) -> String {
    let (tried, passed) = (decimal(tried as u64), decimal(passed as u64));
    [place, ": ", &tried, " tried, ", &passed, " passed over"].concat()
}

/// "Fix 3 of 8 · Restart and try again".
pub(crate) fn about(place: &str, what: &str) -> String {
    [place, " · ", what].concat()
}

/// ", 3 of 4 steps".
pub(crate) fn steps_done(done: usize, all: usize) -> String {
    [
        ", ",
        &decimal(done as u64),
        " of ",
        &decimal(all as u64),
        " steps",
    ]
    .concat()
}

/// A number in digits.
pub(crate) fn decimal(number: u64) -> String {
    number.to_string()
}
