//! A fix left running: what to look for, since when, and the verdict on return.

use yew::Html;

use crate::guide::Fix;
use crate::persistence::Durability;
use crate::progress::GivenAnswer;

use super::answer_buttons::verdict;
use super::el::{el, several};
use super::fix::steps;
use super::icon::Icon;
use super::passages::add;
use super::view::{View, fact};
use super::words;

pub(crate) fn wait(view: &View<'_>, fix: &Fix, given: GivenAnswer) -> Html {
    let mut times = el("dl", "").add(fact(words::SINCE, &view.moment(given.since)));
    if given.at > given.since {
        times = times.add(fact(words::LOOKED, &view.moment(given.at)));
    }
    let rest = el("div", "rest").add(Icon::Clock.html()).add(times.html());
    let leave = if view.session.durability() == Durability::MemoryOnly {
        words::LEAVE_NOT_KEPT
    } else {
        words::LEAVE
    };
    let look = el("div", "body").add(view.label(words::WHAT_TO_LOOK_FOR));
    let look =
        add(view, look, view.session.guide.wait_of(fix)).add(el("p", "").words(leave).html());
    let look = look.add(view.carry("remind", words::REMIND));
    let again = el("details", "again")
        .add(el("summary", "").words(words::STEPS_AGAIN).html())
        .add(steps(view, fix));
    several(vec![
        view.heading("fix", words::WAITING),
        rest.html(),
        look.html(),
        again.html(),
        verdict(view),
    ])
}
