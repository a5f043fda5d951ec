//! Each screen, in each state that it looks different in.

use unstuck::state::{Copied, Direction, Print};
use unstuck_core::guide::Guide;
use unstuck_core::persistence::{Durability, Notice};
use unstuck_core::progress::Answer::{
    Cannot, Confirm, No, NotSolved, Skip, Solved, StillRunning, Tried, Unsure, Yes,
};
use unstuck_core::progress::Kind;

use crate::fixture::Do::{Change, Choose, Say, Tick};
use crate::fixture::{Do, GUIDE, Widget, certain, parsed};

/// The screen without its surroundings.
const STAGE: &str = ".stage";
const CARD: &str = ".card";

/// The way to the fix that has everything.
pub(crate) const TO_RESET: &[Do] = &[
    Say(Yes),
    Choose("swells"),
    Say(Unsure),
    Say(NotSolved),
    Say(Confirm),
];
/// Through the whole guide.
pub(crate) const THROUGH: &[Do] = &[
    Say(Yes),
    Say(No),
    Say(Yes),
    Say(Skip),
    Say(Confirm),
    Say(Cannot),
    Say(NotSolved),
];

fn then(way: &[Do], more: &[Do]) -> Vec<Do> {
    [way, more].concat()
}

shots! {
    question_first: Widget::after(&[]), ".unstuck";
    choice_with_all_its_options: Widget::after(&[Say(Yes)]), CARD;
    choice_without_the_option_for_others: Widget::after(&[Say(No)]), STAGE;
    check_with_the_first_note: Widget::after(&[Say(No), Say(No)]), CARD;
    check_with_the_other_note: Widget::after(&[Say(Yes), Choose("blinks")]), STAGE;
    confirm_with_lists: Widget::after(&[Say(Yes), Say(No), Say(Yes)]), CARD;
    confirm_without_lists: Widget::after(&[Say(Yes), Say(No), Say(Yes), Say(Skip)]), STAGE;
    fix_bare: Widget::after(&[Say(No), Say(No), Say(No)]), STAGE;
    fix_with_everything: Widget::after(TO_RESET), CARD;
    fix_with_ticks: Widget::after(&then(TO_RESET, &[Tick("menu"), Tick("press")])), ".steps";
    fix_with_its_own_verdict: Widget::after(&[Say(Yes), Say(No), Say(Yes), Say(Skip), Say(Confirm)]), STAGE;
    fix_whose_code_was_copied: Widget::after(TO_RESET).with(|it| copied(it, true)), ".code";
    fix_whose_code_could_not_be_copied: Widget::after(TO_RESET).with(|it| copied(it, false)), ".code";
    fix_without_a_host_that_can: Widget::after(TO_RESET).with(|it| it.host = unstuck::host::Host::default()), CARD;
    wait_begun: Widget::after(&then(TO_RESET, &[Say(StillRunning)])), CARD;
    wait_looked_at_again: Widget::after(&then(TO_RESET, &[Say(StillRunning), Say(StillRunning)])), ".rest";
    wait_that_is_not_kept: Widget::after(&then(TO_RESET, &[Say(StillRunning)])).with(|it| it.durability = Durability::MemoryOnly), CARD;
    wait_for_the_guides_words: Widget::after(&then(TO_RESET, &[Say(NotSolved), Say(Confirm), Say(StillRunning)])), STAGE;
    solved: Widget::after(&then(TO_RESET, &[Tick("menu"), Say(StillRunning), Say(Solved)])), CARD;
    exhausted_with_all_outcomes: Widget::after(THROUGH), CARD;
    exhausted_whose_report_could_not_be_copied: Widget::after(THROUGH).with(report_not_copied), ".take";
    the_report_on_paper: Widget::after(THROUGH).with(on_paper), ".paper";
    reopened_question: Widget::after(&then(THROUGH, &[Change(Kind::Question, "battery")])), CARD;
    reopened_choice: Widget::after(&then(TO_RESET, &[Change(Kind::Question, "swells")])), ".before";
    reopened_risk: Widget::after(&then(THROUGH, &[Change(Kind::Confirm, "reset")])), ".before";
    reopened_verdict: Widget::after(&then(THROUGH, &[Change(Kind::Verdict, "bulb")])), ".before";
    notice_not_kept: Widget::after(&[Say(Yes)]).with(|it| notice(it, Notice::NotKept)), ".unstuck";
    notice_newer: Widget::after(&[]).with(|it| notice(it, Notice::Newer)), ".notice";
    notice_unreadable: Widget::after(&[]).with(|it| notice(it, Notice::Unreadable)), ".notice";
    kept_before_it_is_on_the_disk: Widget::after(&[Say(Yes)]).with(|it| it.durability = Durability::BestEffort), ".bottom";
    kept_nobody_knows_yet: Widget::after(&[Say(Yes)]).with(|it| it.durability = Durability::Pending), ".bottom";
    guide_of_another_host: Widget::after(&[Say(Yes)]).with(|it| it.host.from = "guides.example:8443".into()), ".bottom";
    backward: Widget::after(&[Say(Yes)]).with(|it| it.state.direction = Direction::Backward), ".stage > .heading";
    headings_deep_in_a_page: Widget::after(TO_RESET).with(|it| it.host.heading_level = 6), ".stage :is(.heading, .label)";
    overview_beside_the_card: Widget::after(&[Say(No), Say(No), Say(Tried), Say(Confirm), Say(NotSolved)]), ".aside";
    no_overview_beside_the_report: Widget::after(THROUGH), ".layout > *, .overview-open";
    fix_whose_risk_was_accepted: Widget::after(&[Say(Yes), Say(No), Say(Yes), Say(Confirm)]), STAGE;
    fix_with_a_risk_at_a_reopened_verdict: Widget::after(&then(TO_RESET, &[Say(NotSolved), Change(Kind::Verdict, "reset")])), ".stage .risk, .stage .steps";
    question_asked_again: reworded_where_it_is_certain(), CARD;
    changed_words: reworded(TO_RESET, &[Tick("menu")]), ".unstuck .changed";
    long_guide: Widget::of(long(), &[]), ".aside, .bar, .overview-open";
    right_to_left: Widget::of(parsed(RTL), &[Say(Yes)]), ".unstuck";
}

/// Its widget is 200 fixes long: it has no room for all of them next to the card.
fn long() -> Guide {
    let fixes: String = (0..200)
        .map(|n| format!("<h2 data-unstuck-id=f{n}>Fix {n}</h2><ul><li>Do</li></ul>"))
        .collect();
    parsed(&format!(
        "<article data-unstuck-guide=long><h1>Long</h1>{fixes}</article>"
    ))
}

const RTL: &str = r#"<article data-unstuck-guide="rtl" lang="ar"><h1>المصباح</h1>
  <p data-unstuck-id="a" data-unstuck-ask="هل يعمل؟">انظر.</p>
  <h2 data-unstuck-id="b">غيّر المصباح</h2><ul><li data-unstuck-id="c">جرّب غيره.</li></ul></article>"#;

fn copied(widget: &mut Widget, done: bool) {
    let text = "lamp reset --hard\nlamp status".into();
    widget.state.copied = Some(Copied { text, done });
}

fn on_paper(widget: &mut Widget) {
    widget.state.around = crate::report::around().into();
    widget.state.print = Some(Print {
        at: widget.state.now,
        address: "https://a.example/lamp".to_owned(),
    });
}

fn report_not_copied(widget: &mut Widget) {
    let text = crate::report::text_of(&widget.state.guide, &widget.state.progress);
    widget.state.copied = Some(Copied {
        text: text.into(),
        done: false,
    });
}

fn notice(widget: &mut Widget, notice: Notice) {
    widget.state.notice = Some(notice);
    widget.durability = Durability::MemoryOnly;
}

/// The first question has other words since it was answered, and the last fix is only for those who surely said no to it.
fn reworded_where_it_is_certain() -> Widget {
    let certain = certain();
    let now = certain.replace("run on batteries?", "run on batteries alone?");
    let mut widget = Widget::of(parsed(&certain), &[Say(No), Say(No), Say(Yes)]);
    widget.state.guide = parsed(&now).into();
    widget
}

/// The guide has other words since the reader said this.
fn reworded(way: &[Do], more: &[Do]) -> Widget {
    let now = GUIDE
        .replace("run on batteries?", "run on batteries alone?")
        .replace("Open <b>Settings", "Now open <b>Settings")
        .replace("Push it into", "Put it into");
    let mut widget = Widget::after(&then(way, more));
    widget.state.guide = parsed(&now).into();
    widget
}
