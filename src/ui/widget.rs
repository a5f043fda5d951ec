//! The widget: one card with one screen, the overview beside it or over it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::words::decimal;
use crate::persistence::{Durability, Notice};
use crate::progress::{Answer, Key, Kind};
use crate::report_text;
use crate::walk::{self, Action, Screen, Walk};

use super::answers_list::{BESIDE, answers_list, said};
use super::confirm::confirm;
use super::el::{Press, control, el, several};
use super::exhausted::exhausted;
use super::fix::fix;
use super::icon::Icon;
use super::passages::passages;
use super::progress_bar::progress_bar;
use super::question::{choice, question};
use super::session::{Over, Session};
use super::sheet;
use super::solved::solved;
use super::view::{View, controls};
use super::wait::wait;
use super::words;

/// Where a widget finds its session. Empty while it waits for its next one: what Yew has once rendered into keeps
/// listeners for good, so an app is used again and not taken down.
pub type Seat = Rc<RefCell<Option<Rc<Session>>>>;

/// What the widget is given. Who changes what is in the seat sends it a message.
#[derive(Clone, PartialEq, Properties)]
pub struct WidgetProps {
    /// The session that it shows.
    pub seat: Seat,
}

/// The widget. No function component: the machinery of hooks would cost 1 KB.
pub struct Widget;

impl Component for Widget {
    type Message = ();
    type Properties = WidgetProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &*context.props().seat.borrow() {
            Some(session) => {
                session.on_change(context.link().callback(|()| ()));
                view(session)
            }
            None => Html::default(),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let seat = context.props().seat.borrow();
        let Some(session) = &*seat else {
            return;
        };
        let root = &session.settings.root;
        sheet::settle(root, session.over() != Over::Nothing);
        let progress = session.progress();
        if session.takes_focus(&place(&Walk::replay(&session.guide, &progress))) {
            focus(root);
        }
    }
}

/// Names the screen: two of one name are the same, with other answers.
fn place(walk: &Walk<'_>) -> String {
    [kind(&walk.screen), " ", walk.screen.id()].concat()
}

fn view(session: &Rc<Session>) -> Html {
    let progress = session.progress();
    let walk = Walk::replay(&session.guide, &progress);
    let view = View {
        session,
        walk: &walk,
        progress: &progress,
    };
    let place = place(&walk);
    let layout = el("div", "layout")
        .add(card(&view, &place))
        .add(aside(&view));
    let mut widget = el("div", "unstuck")
        .set("lang", &session.guide.lang)
        .set("data-theme", &session.settings.theme)
        .mark("data-screen", walk.screen.name())
        .set("data-id", walk.screen.id())
        .set("data-seq", &decimal(session.seq().0))
        .add(layout.html());
    if let Some((fix, fixes)) = walk.position() {
        widget = widget
            .set("data-fix", &decimal(fix as u64))
            .set("data-fixes", &decimal(fixes as u64));
    }
    if let Some(notice) = session.notice() {
        widget = widget.mark("data-notice", notice.name());
    }
    let over = match session.over() {
        Over::Nothing => None,
        Over::Overview => Some((words::ALL_FIXES, answers_list(&view, usize::MAX))),
        Over::Restart => Some((words::RESTART_ASK, restart(&view))),
    };
    widget.add(sheet::sheet(&view, over)).html()
}

/// Lays something over the card when pressed.
fn lay(view: &View<'_>, over: Over) -> Press {
    let session = view.session.clone();
    Rc::new(move |_| session.lay(over))
}

fn card(view: &View<'_>, place: &str) -> Html {
    // Beside the card there is no room for all fixes of a long guide: then the sheet stays at hand.
    let class = if view.walk.fixes.len() > BESIDE {
        "link overview-open long"
    } else {
        "link overview-open"
    };
    let all = control("overview", class, lay(view, Over::Overview))
        .mark("part", "overview")
        .add(Icon::List.html())
        .words(words::ALL_FIXES);
    let line = el("div", "top-line")
        .add(el("p", "context").words(&context(view)).html())
        .add(all.html());
    let top = el("div", "top").add(line.html()).add(progress_bar(view));
    let mut card = el("div", "card").mark("part", "card").add(top.html());
    // There before its words are, or they would not be heard.
    let mut notice = el("div", "notice")
        .mark("part", "notice")
        .mark("role", "status");
    if let Some(what) = view.session.notice() {
        let mut told = el("div", "");
        if what == Notice::NotKept {
            told = told.add(el("p", "").words(words::NOT_KEPT).html());
            if !view.progress.is_empty() {
                told = told.add(view.carry("carry", words::KEEP_BY_LINK));
            }
        } else {
            let why = if what == Notice::Newer {
                words::NEWER
            } else {
                words::UNREADABLE
            };
            told = told.add(el("p", "").words(why).html());
        }
        notice = notice.add(Icon::Info.html()).add(told.html());
    }
    card = card.add(notice.html());
    // The key makes a new element of each screen, and so starts its motion.
    let stage = if view.session.backward() {
        "stage backward"
    } else {
        "stage forward"
    };
    let stage = el("div", stage)
        .key(place)
        // Read out with the heading, which takes focus.
        .add(
            el("div", "before")
                .mark("id", "before")
                .add(notes(view))
                .add(reopened(view))
                .html(),
        )
        .add(screen(view));
    let mut bottom = el("div", "bottom");
    if view.walk.can_go_back() {
        let back = control("back", "link back", view.press(Action::Back))
            .mark("part", "back")
            .add(Icon::Back.html())
            .words(words::BACK);
        bottom = bottom.add(back.html());
    }
    let begun = !view.progress.is_empty();
    let kept = match view.session.durability() {
        Durability::MemoryOnly => "",
        _ if !begun => words::STAYS,
        // The line has its place.
        Durability::Unknown | Durability::Pending => "\u{a0}",
        Durability::BestEffort => words::KEPT,
        Durability::Durable => words::SAVED,
    };
    bottom = bottom.add(el("p", "kept").words(kept).html());
    if begun {
        let restart = control("restart", "link", lay(view, Over::Restart)).words(words::RESTART);
        bottom = bottom
            .add(restart.html())
            .add(view.carry("carry", words::CARRY));
    } else {
        // Shown in an installed app alone (widget.css): its storage may be another one than the browser's.
        bottom = bottom.add(view.carry("have", words::HAVE));
    }
    // Keyed, so that a notice that comes or goes does not make a new element of the stage.
    let stage = el("div", "stage-frame").key("stage").add(stage.html());
    card.add(stage.html())
        .add(bottom.key("bottom").html())
        .html()
}

fn aside(view: &View<'_>) -> Html {
    el("div", "aside")
        .mark("part", "overview")
        .mark("role", "region")
        .mark("aria-label", words::ALL_FIXES)
        .add(el("p", "aside-title").words(words::ALL_FIXES).html())
        .add(answers_list(view, BESIDE))
        .html()
}

fn restart(view: &View<'_>) -> Html {
    let stay = lay(view, Over::Nothing);
    let clear = control("restart-yes", "button danger", view.press(Action::Restart));
    // The safe choice has focus.
    let stay = control("restart-no", "button first", stay).mark("autofocus", "");
    let choice = controls("controls", "sheet-title")
        .add(stay.words(words::RESTART_NO).html())
        .add(clear.words(words::RESTART_YES).html());
    several(vec![
        el("p", "").words(words::RESTART_TEXT).html(),
        choice.html(),
    ])
}

/// Puts focus on the screen's heading, after an answer.
fn focus(root: &Element) {
    if let Ok(Some(heading)) = root.query_selector("#heading") {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let heading: &HtmlElement = heading.unchecked_ref();
        let _ = heading.focus_with_options(&options);
    }
    // A long screen may have been left with its top out of sight.
    if root.get_bounding_client_rect().top() < 0.0 {
        root.scroll_into_view();
    }
}

/// Tells a check from the fix that it stands before; both have the fix's id.
fn kind(screen: &Screen<'_>) -> &'static str {
    match screen {
        Screen::Check(..) => "check",
        _ => screen.name(),
    }
}

/// The one line over the heading.
fn context(view: &View<'_>) -> String {
    let Some((fix, fixes)) = view.walk.position() else {
        return match view.walk.screen {
            Screen::Exhausted => words::fixes(view.walk.offered().count()),
            _ => words::FIRST.to_owned(),
        };
    };
    let place = words::fix_of(fix, fixes);
    match view.walk.screen {
        Screen::Check(fix, _) | Screen::Wait(fix, _) => words::about(&place, &fix.title),
        Screen::Confirm(..) => words::about(&place, words::BEFORE_YOU_START),
        _ => place,
    }
}

fn screen(view: &View<'_>) -> Html {
    match view.walk.screen {
        Screen::Question(of) => question(view, &of.ask, &of.hint, words::UNSURE_HINT_OPENING),
        Screen::Choice(options) => choice(view, options),
        Screen::Check(_, check) => question(view, &check.ask, &check.hint, words::UNSURE_HINT),
        Screen::Confirm(of, risk) => confirm(view, of, risk),
        Screen::Fix(of) => fix(view, of),
        Screen::Wait(of, given) => wait(view, of, given),
        Screen::Solved(by, given) => solved(view, by, given),
        Screen::Exhausted => exhausted(view),
    }
}

/// The guide's notes, on the first screen after the opening questions.
fn notes(view: &View<'_>) -> Html {
    let asked = |key: &Key| key.kind == Kind::Question;
    if view.walk.position().is_none() || !view.walk.trail.iter().all(asked) {
        return Html::default();
    }
    let notes = view.walk.notes().map(|note| {
        el("div", "note")
            .add(Icon::Info.html())
            .add(passages(view, "", &note.passages))
            .html()
    });
    several(notes.collect())
}

/// What was said before, where the reader has come back to change it.
fn reopened(view: &View<'_>) -> Html {
    let Some(answer) = view.walk.reopened else {
        return Html::default();
    };
    let own = &view.session.guide.verdict;
    // Of a choice, the option that was chosen.
    let option = view
        .progress
        .reopened()
        .filter(|key| key.kind == Kind::Question);
    let option = option.and_then(|key| view.session.guide.question(&key.id));
    let of_option;
    let said = match (answer, option) {
        (_, Some(option)) => {
            of_option = walk::said(option, answer).1;
            report_text::said(&of_option)
        }
        (Answer::Solved, _) => report_text::solved(own),
        (Answer::NotSolved, _) => report_text::not_solved(own),
        (Answer::Cannot, _) => report_text::cannot(own),
        _ => said(answer),
    };
    let words = el("p", "")
        .words(words::SO_FAR)
        .add(el("strong", "").words(said).html());
    let keep = control("keep", "link", view.press(Action::Back)).words(words::KEEP);
    el("div", "note reopened")
        .add(words.html())
        .add(keep.html())
        .html()
}
