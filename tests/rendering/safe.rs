//! Risks and what is done first, waits that the reader comes back to, and what "not sure" means.

use unstuck_core::Timestamp;
use unstuck_core::progress::Answer::{Cannot, Confirm, Done, First, No, StillRunning, Unsure};

use crate::fixture::Do::{self, Say};
use crate::fixture::{BEGIN, MINUTE, Widget, parsed};

const GUIDE: &str = r#"<article data-unstuck-guide="disk" lang="en" data-unstuck-started="It is copying" data-unstuck-still-running="It still copies">
  <h1>The disk is full</h1><p>Make room.</p>
  <p data-unstuck-id="smoke" data-unstuck-ask="Is there smoke?">Look at it.</p>
  <p data-unstuck-id="old" data-unstuck-ask="Is it old?" data-unstuck-unsure="Not sure? Take it for an old one.">Look at its label.</p>
  <section data-unstuck-id="wipe" data-unstuck-only-if="smoke=no"><h2>Wipe the disk</h2>
    <div data-unstuck-risk="permanent" data-unstuck-risk-title="Wiped files can’t be brought back." data-unstuck-first="copy">
      <p>Looking is safe.</p><ul data-unstuck-lost><li>All files</li></ul><p data-unstuck-first>Keep a copy.</p></div>
    <ol><li data-unstuck-id="look">Open <b>Disks › Tools</b>.</li><li data-unstuck-id="wipe" data-unstuck-risk="permanent">Press <b>Wipe</b>.</li>
      <li data-unstuck-id="name" data-unstuck-risk="reversible" data-unstuck-risk-title="The name is gone.">Name it.</li></ol></section>
  <section data-unstuck-id="copy" data-unstuck-ask="Is there a second disk?" data-unstuck-pass-on="no" data-unstuck-pass-as="cannot"><h2>Copy the files</h2>
    <ol><li data-unstuck-id="copy">Copy them.</li></ol><p data-unstuck-wait>Copying takes hours.</p></section>
  <section data-unstuck-id="bin" data-unstuck-wait="none"><h2>Empty the bin</h2><ol><li data-unstuck-id="empty">Empty it.</li></ol></section>
</article>"#;

const STAGE: &str = ".stage";
const TO_RISK: &[Do] = &[Say(No), Say(No)];
const TO_COPY: &[Do] = &[Say(No), Say(No), Say(First), Say(Unsure)];

fn after(way: &[Do], more: &[Do]) -> Widget {
    Widget::of(parsed(GUIDE), &[way, more].concat())
}

/// The page is seen so many minutes after the first answer.
fn seen(widget: Widget, minutes: u64) -> Widget {
    widget.with(|it| it.state.seen = Timestamp::from_millis(BEGIN + minutes * MINUTE))
}

shots! {
    not_sure_of_a_danger: after(&[], &[]), STAGE;
    not_sure_in_the_authors_words: after(&[Say(No)], &[]), "#unsure";
    risk_with_something_to_do_first: after(TO_RISK, &[]), STAGE;
    risk_on_the_steps: after(TO_RISK, &[Say(Confirm)]), STAGE;
    first_its_check: after(TO_RISK, &[Say(First)]), ".context, .heading";
    first_its_steps: after(TO_COPY, &[]), ".context, .stage";
    first_left_running: seen(after(TO_COPY, &[Say(StillRunning)]), 0), ".context, .verdict";
    risk_after_what_was_first: after(TO_COPY, &[Say(Done)]), ".stage > .body, .stage > .controls";
    risk_after_what_could_not_be_done: after(TO_COPY, &[Say(Cannot)]), ".stage > .body";
    verdict_that_shows_at_once: after(&[Say(Unsure), Say(No), Say(No)], &[]), ".verdict";
    wait_come_back_to: seen(after(TO_COPY, &[Say(StillRunning)]), 644), STAGE;
    wait_told_again_to_run: seen(after(TO_COPY, &[Say(StillRunning), Say(StillRunning)]), 5), "[role='status'], .noted";
    wait_come_back_to_once_more: seen(after(TO_COPY, &[Say(StillRunning), Say(StillRunning)]), 90), ".heading, .noted, .rest";
}
