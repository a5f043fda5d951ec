//! Each dialog.

use std::rc::Rc;

use unstuck::address::Address;
use unstuck::host::Around;
use unstuck::overlay::{Arrival, Overlay, ReminderFile, ReminderOffer, TransferOffer};
use unstuck::state::Copied;
use unstuck_core::Timestamp;
use unstuck_core::progress::Answer::{
    Cannot, Confirm, No, NotSolved, Skip, StillRunning, Unsure, Yes,
};
use unstuck_core::progress::Progress;
use unstuck_core::transfer::{TransferError, decode, encode};
use unstuck_core::walk::{Action, apply};

use crate::fixture::Do::{Choose, Say};
use crate::fixture::{BEGIN, Do, GUIDE, MINUTE, Widget, certain, parsed, walked};

const SHEET: &str = "dialog.sheet:not(.carry)";
const CARRY: &str = ".unstuck:has(> dialog.carry)";
const LINK: &str = "https://help.example/lamp#unstuck=1abc";
const WAY: &[Do] = &[
    Say(Yes),
    Choose("swells"),
    Say(Unsure),
    Say(NotSolved),
    Say(Confirm),
    Say(StillRunning),
];

shots! {
    none: Widget::after(WAY), SHEET;
    overview: Widget::after(&[Say(Yes), Say(No), Say(Yes), Say(Skip), Say(Confirm), Say(Cannot)]).under(Overlay::Overview), SHEET;
    fix_that_was_tried: Widget::after(&[Say(Yes), Choose("swells"), Say(No), Say(NotSolved), Say(Skip)]).under(Overlay::Fix("plug".into())), SHEET;
    fix_whose_warning_was_read: Widget::after(WAY).under(Overlay::Fix("reset".into())), SHEET;
    fix_that_is_to_come: Widget::after(WAY).under(Overlay::Fix("bulb".into())), SHEET;
    fix_that_is_not_for_this_reader: Widget::after(&[Say(No), Say(No)]).under(Overlay::Fix("cells".into())), SHEET;
    help: asked("https://help.example/new?title={outcome}&body={report}&x={no}"), SHEET;
    help_by_mail: asked("mailto:help@help.example?subject={title}"), ".take";
    restart: Widget::after(WAY).under(Overlay::Restart), SHEET;
    transfer: Widget::after(WAY).under(transfer_offer(false)), CARRY;
    transfer_with_all_there_is: Widget::after(WAY).under(transfer_offer(true)), CARRY;
    transfer_copied: Widget::after(WAY).under(transfer_offer(false)).with(|it| copied(it, true)), ".said-so";
    transfer_to_copy_by_hand: Widget::after(WAY).under(transfer_offer(false)).with(|it| copied(it, false)), ".said-so";
    transfer_of_too_much: Widget::after(WAY).under(too_much()), CARRY;
    paste_link: Widget::after(&[]).under(Overlay::PasteLink), CARRY;
    clear: Widget::after(WAY).under(Overlay::Clear), CARRY;
    reminder: Widget::after(WAY).under(reminder_offer(false)), CARRY;
    reminder_of_an_app: Widget::after(WAY).under(reminder_offer(true)), CARRY;
    reminder_by_a_message: Widget::after(WAY).under(reminder_offer(true)).with(|it| it.state.notified = Some(true)), ".said-so";
    reminder_by_no_message: Widget::after(WAY).under(reminder_offer(true)).with(|it| it.state.notified = Some(false)), ".said-so";
    arrival_where_nothing_is: Widget::after(&[]).under(arrival(&[], 0)), CARRY;
    arrival_where_the_same_is: Widget::after(WAY).under(arrival(WAY, 0)), CARRY;
    arrival_where_something_else_is: Widget::after(&[Say(No)]).under(arrival(&[Say(No)], 2)), CARRY;
    refused_damaged: Widget::after(&[]).under(Overlay::Refused(TransferError::Damaged)), CARRY;
    refused_newer: Widget::after(&[]).under(Overlay::Refused(TransferError::Newer)), CARRY;
    arrival_that_is_asked_again: warned(true, 65), CARRY;
    arrival_of_a_link_from_before_the_warning: warned(false, 65), CARRY;
    arrival_from_tomorrow: warned(true, -300), ".carry p";
    arrival_from_last_year: warned(true, 60 * 24 * 400), ".report-lines .line-said";
    refused_for_its_times: Widget::after(&[]).under(Overlay::Refused(TransferError::ImpossibleTime)), CARRY;
    refused_of_another_guide: Widget::after(&[]).under(Overlay::Refused(TransferError::OtherGuide)), CARRY;
}

/// The way to a person, where support asks for something and has a form.
pub(crate) fn asked(form: &str) -> Widget {
    let mut guide = parsed(GUIDE);
    if let Some(support) = &mut guide.support {
        support.needs = vec!["Model".into(), "Made in".into()];
        support.issue = form.into();
    }
    let mut progress = walked(&guide, &[Say(Yes), Say(No), Say(Yes), Say(Skip)]);
    let fill = Action::Fill {
        need: "Model".into(),
        text: "L & \u{202E}7".into(),
    };
    progress = apply(&guide, &progress, &fill, BEGIN).unwrap();
    Widget::of(guide, &[]).under(Overlay::Help).with(|it| {
        it.state.progress = progress.into();
        it.state.around = Around {
            can_share: true,
            ..crate::report::around()
        }
        .into();
    })
}

pub(crate) fn transfer_offer(all: bool) -> Overlay {
    Overlay::Transfer(Rc::new(TransferOffer {
        link: Ok(LINK.into()),
        address: Address::of("https://help.example/lamp", "", None),
        asked_anew: all,
        can_share: all,
        home_screen: all,
    }))
}

fn too_much() -> Overlay {
    Overlay::Transfer(Rc::new(TransferOffer {
        link: Err(TransferError::TooLong),
        address: Address::default(),
        asked_anew: false,
        can_share: true,
        home_screen: false,
    }))
}

fn copied(widget: &mut Widget, done: bool) {
    widget.state.copied = Some(Copied {
        text: LINK.into(),
        done,
    });
}

pub(crate) fn reminder_offer(can_notify: bool) -> Overlay {
    let file = |hours: u64| ReminderFile {
        at: Timestamp::from_millis(BEGIN + hours * 60 * MINUTE),
        href: format!("blob:https://help.example/{hours}").into(),
    };
    Overlay::Reminder(Rc::new(ReminderOffer {
        files: [file(1), file(3), file(20)],
        address: Address::of("https://help.example/lamp?token=1", "part", None),
        can_notify,
    }))
}

/// A link, made so many minutes ago, that arrives where a fix is only for those who surely have no battery; `there`: also
/// where it was made.
fn warned(there: bool, minutes: i64) -> Widget {
    let here = parsed(&certain());
    let there = if there { here.clone() } else { parsed(GUIDE) };
    let now = Timestamp::from_millis(BEGIN.saturating_add_signed(minutes * MINUTE.cast_signed()));
    let link = encode(&there, &walked(&there, WAY)).unwrap();
    let transfer = decode(&link, &here, now).unwrap();
    let arrived = Arrival::new(&here, transfer, &Progress::default(), now);
    let overlay = Overlay::Arrival(Rc::new(arrived));
    Widget::of(here, &[])
        .under(overlay)
        .with(|widget| widget.state.now = now)
}

/// A link of a reader who walked `WAY` an hour ago.
pub(crate) fn arrival(here: &[Do], unknown: usize) -> Overlay {
    let guide = parsed(GUIDE);
    let here: Progress = walked(&guide, here);
    let now = Timestamp::from_millis(BEGIN + 65 * MINUTE);
    let link = encode(&guide, &walked(&guide, WAY)).unwrap();
    let mut transfer = decode(&link, &guide, now).unwrap();
    transfer.unknown = unknown;
    Overlay::Arrival(Rc::new(Arrival::new(&guide, transfer, &here, now)))
}
