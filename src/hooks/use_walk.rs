//! The walk of a widget, from its record to its session.

use std::rc::Rc;

use unstuck_core::persistence::Durability;
use unstuck_core::walk::Walk;
use yew::prelude::*;

use super::handle::WidgetHandle;
use super::use_clipboard;
use super::use_history::use_history;
use super::use_record::use_record;
use super::use_reminder::{reminder, use_reminder};
use super::use_transfer::{self, use_transfer};
use super::walker::{Show, Walker};
use crate::host::{Handoff, Host, Via};
use crate::overlay::{Dialog, Overlay};
use crate::report;
use crate::session::{Command, Session};
use crate::state::WalkAction;
use crate::words::Words;

/// The session of a widget, and where its newest answer is. It begins anew only with the component: give that another key for another handle.
#[hook]
pub fn use_walk(handle: &WidgetHandle, host: &Host) -> (Session, Durability) {
    let state = use_reducer({
        let handle = handle.clone();
        move || handle.state()
    });
    let durability = use_state_eq(|| handle.durability());
    let root = use_node_ref();
    let walker = use_memo((), {
        let (handle, on_event) = (handle.clone(), host.on_event.clone());
        let show = Show {
            state: state.dispatcher(),
            durability: durability.setter(),
            root: root.clone(),
        };
        move |()| Walker::new(handle, show, on_event)
    });
    use_effect_with(host.on_event.clone(), {
        let walker = walker.clone();
        move |on_event| walker.set_on_event(on_event.clone())
    });
    handle.set_links(host.capabilities.transfer);
    use_history(&walker);
    use_record(&walker);
    use_transfer(&walker, host);
    use_reminder(state.overlay.as_ref());
    use_effect_with(handle.clone(), {
        let walker = walker.clone();
        move |handle| {
            walker.tell("unstuck-ready", &handle.guide().id, "");
            let progress = handle.record().progress;
            let walk = Walk::replay(handle.guide(), &progress);
            if walk.is_over() {
                walker.look_around();
            }
            walker.tell_screen(&walk.screen);
        }
    });
    let run = use_callback((walker.clone(), host.clone()), |command, (walker, host)| {
        run(walker, host, command);
    });
    use_effect_with((handle.clone(), run.clone()), |(handle, run)| {
        handle.set_run(run.clone());
        let handle = handle.clone();
        // The two hold each other.
        move || handle.set_run(Callback::noop())
    });
    let hand_off = use_callback(
        (walker.clone(), host.on_handoff.clone()),
        |via, (walker, ask)| ask.emit(handoff(&walker.handle, via)),
    );
    let is_echo = use_callback(walker, |clicks, walker| walker.is_echo(clicks));
    let session = Session {
        state: Rc::new((*state).clone()),
        host: host.clone(),
        run,
        is_echo,
        root,
        hand_off,
    };
    (session, *durability)
}

fn handoff(handle: &WidgetHandle, via: Via) -> Handoff {
    let report = handle.tried();
    let words = Words::of(&handle.guide().lang);
    Handoff {
        via,
        id: handle.guide().id.as_str().into(),
        text: report::text(&report, words),
        markdown: report::markdown(&report, words),
        json: report.to_json(),
    }
}

fn run(walker: &Rc<Walker>, host: &Host, command: Command) {
    match command {
        Command::Act(action) => walker.act(&action),
        Command::Open(dialog) => {
            if let Some(overlay) = overlay(walker, dialog) {
                let helps = overlay == Overlay::Help;
                if helps {
                    walker.look_around();
                }
                walker.show(Some(overlay));
                if helps {
                    walker.tell_help(true);
                }
            }
        }
        Command::Close => {
            walker.show(None);
            walker.tell_help(false);
            use_transfer::decided();
        }
        Command::Copy(text) => use_clipboard::copy(walker, text),
        Command::Print => print(),
        Command::Share(link) => use_transfer::share(walker, |data| data.set_url(&link)),
        Command::ShareText(text) => use_transfer::share(walker, |data| data.set_text(&text)),
        Command::LookForLink => use_transfer::arrive(walker),
        Command::FollowHistory => walker.catch_up(),
        Command::OpenLink(fragment) => {
            walker.show(None);
            use_transfer::open_link(&fragment);
        }
        Command::Import(arrival) => use_transfer::import(walker, host, &arrival),
        Command::Clear => use_transfer::clear(walker, host),
        Command::Notify(at) => super::use_reminder::notify(walker, at),
        Command::OnPaper(print) => walker.dispatch(WalkAction::OnPaper(print)),
        Command::Voice(there) => walker.dispatch(WalkAction::Voice(there)),
        Command::ReadAloud(on) => walker.dispatch(WalkAction::ReadAloud(on)),
        Command::Widen(wide) => walker.dispatch(WalkAction::Wide(wide)),
    }
}

/// A dialog with all that it shows. None where there is nothing to show any more.
fn overlay(walker: &Walker, dialog: Dialog) -> Option<Overlay> {
    Some(match dialog {
        Dialog::Overview => Overlay::Overview,
        Dialog::Fix(id) => Overlay::Fix(id),
        Dialog::Help => Overlay::Help,
        Dialog::Restart => Overlay::Restart,
        Dialog::PasteLink => Overlay::PasteLink,
        Dialog::Clear => Overlay::Clear,
        Dialog::Transfer => Overlay::Transfer(use_transfer::offer(walker).into()),
        Dialog::Reminder => Overlay::Reminder(reminder(walker)?.into()),
    })
}

fn print() {
    if let Some(window) = web_sys::window() {
        // A page may forbid it (a sandboxed frame); then there is nothing to print with.
        let _ = window.print();
    }
}

impl Walker {
    /// Lays something over the card, or takes it away.
    pub(super) fn show(&self, overlay: Option<Overlay>) {
        self.dispatch(WalkAction::Show(overlay));
    }
}
