//! The card: what surrounds the screen, above and below it.

use unstuck_core::persistence::{Durability, Notice};
use unstuck_core::progress::{Answer, Key, Kind};
use unstuck_core::walk::{Action, Screen, Walk, answer_changed, said};
use yew::prelude::*;

use super::icon::Icon;
use super::overview::BESIDE;
use super::passages::passages;
use super::progress_bar::progress_bar;
use super::view::{View, changed, control, p, t};
use crate::overlay::Dialog;
use crate::session::{Command, use_durability};
use crate::state::{Aloud, Direction};
use crate::words::use_words;

/// The card around a screen. `place` names the screen: a new name makes new elements of it, and so starts its motion.
pub(crate) fn card(view: &View, walk: &Walk<'_>, place: &str, screen: Html) -> Html {
    let stage = match view.session.state.direction {
        Direction::Backward => "stage backward",
        Direction::Forward => "stage forward",
    };
    html! {
        <div class="card" part="card">
            <div class="top">
                { top_line(view, walk) }
                { progress_bar(view, walk) }
            </div>
            { notice(view) }
            <div class="stage-frame">
                <div key={place} class={stage}>
                    // Read out with the heading, which takes focus.
                    <div class="before" id="before">
                        { for notes(view, walk) }
                        { reopened(view, walk) }
                    </div>
                    { screen }
                </div>
            </div>
            { bottom(view, walk) }
        </div>
    }
}

fn top_line(view: &View, walk: &Walk<'_>) -> Html {
    // Beside the card there is no room for all fixes of a long guide, and on the last screens nothing: then the dialog stays
    // at hand.
    let class = if walk.fixes.len() > BESIDE || walk.is_over() {
        "link overview-open long"
    } else {
        "link overview-open"
    };
    html! {
        <div class="top-line">
            <p class="context" id="context">{ t(&context(view, walk)) }</p>
            <button
                type="button"
                {class}
                data-action="overview"
                part="overview"
                onclick={view.session.on(Command::Open(Dialog::Overview))}
            >
                { Icon::List.html() }
                { t(view.words.all_fixes()) }
            </button>
        </div>
    }
}

/// The one line over the heading.
fn context(view: &View, walk: &Walk<'_>) -> String {
    let words = view.words;
    let Some((fix, fixes)) = walk.position() else {
        return match walk.screen {
            Screen::Exhausted => words.fixes(walk.offered().count() as u64),
            _ => words.before_the_fixes().to_owned(),
        };
    };
    let mut place = words.fix_of(fix, fixes);
    if let Some(number) = walk.before.and_then(|before| walk.number(before)) {
        place = words.before_fix(&place, number);
    }
    match walk.screen {
        Screen::Check(fix, _) | Screen::Wait(fix, _) => words.about(&place, &fix.title),
        Screen::Confirm(..) => words.about(&place, &words.before_you_start()),
        Screen::Fix(fix) if !fix.time.is_empty() => words.about(&place, &fix.time),
        _ => place,
    }
}

/// The notice about storage. It exists before its text, or screen readers would not announce it.
fn notice(view: &View) -> Html {
    let message = view.session.state.notice.map(|notice| {
        let message = match notice {
            Notice::NotKept => html! {
                <>
                    { p(view.words.not_kept()) }
                    if !view.session.progress().is_empty() {
                        { view.transfer(Dialog::Transfer, view.words.keep_by_link()) }
                    }
                </>
            },
            Notice::Unreadable => p(view.words.unreadable()),
            Notice::Newer => p(view.words.newer()),
            _ => Html::default(),
        };
        html! { <>{ Icon::Info.html() }<div>{ message }</div></> }
    });
    html! { <div class="notice" part="notice" role="status">{ message }</div> }
}

/// The guide's notes, on the first screen after the opening questions.
fn notes(view: &View, walk: &Walk<'_>) -> Vec<Html> {
    let asked = |key: &Key| key.kind == Kind::Question;
    if walk.position().is_none() || !walk.trail.iter().all(asked) {
        return Vec::new();
    }
    let note = |said| {
        html! { <div class="note">{ Icon::Info.html() }<div>{ passages(view, said) }</div></div> }
    };
    walk.notes().map(|one| note(&one.passages)).collect()
}

/// What was said before, where the reader has come back to change it.
fn reopened(view: &View, walk: &Walk<'_>) -> Html {
    let Some(answer) = walk.reopened else {
        return asked_again(view, walk);
    };
    html! {
        <div class="note reopened">
            <p>{ t(view.words.your_answer()) }<strong>{ t(&said_before(view, answer)) }</strong></p>
            { control("keep", "link", view.words.keep_answer(), view.session.press(Action::Back)) }
        </div>
    }
}

/// That there was an answer, where it was to other words and therefore counts no more.
fn asked_again(view: &View, walk: &Walk<'_>) -> Html {
    let keys: Vec<Key> = match walk.screen {
        Screen::Question(question) => vec![Key::new(Kind::Question, &question.id)],
        Screen::Choice(options) => options
            .iter()
            .map(|option| Key::new(Kind::Question, &option.id))
            .collect(),
        Screen::Confirm(fix, _) => vec![Key::new(Kind::Confirm, &fix.id)],
        _ => Vec::new(),
    };
    let edited = |key: &Key| answer_changed(walk, view.session.progress(), key);
    if keys.iter().any(edited) {
        html! { <div class="note">{ changed(true, view.words.answer_changed()) }</div> }
    } else {
        Html::default()
    }
}

/// The answer that is reopened, in the words that it was given by.
fn said_before(view: &View, answer: Answer) -> String {
    let guide = view.session.guide();
    let reopened = view.session.progress().reopened();
    let question = reopened
        .filter(|key| key.kind == Kind::Question)
        .and_then(|key| guide.question(&key.id));
    match question {
        Some(question) => view.words.said(&said(question, answer).1).to_owned(),
        None => view.words.verdict(guide, answer).to_owned(),
    }
}

fn bottom(view: &View, walk: &Walk<'_>) -> Html {
    let words = view.words;
    let begun = !view.session.progress().is_empty();
    let from = &view.session.host.from;
    html! {
        <div class="bottom">
            if walk.can_go_back() {
                <button
                    type="button"
                    class="link back"
                    data-action="back"
                    part="back"
                    onclick={view.session.press(Action::Back)}
                >
                    { Icon::Back.html() }
                    { t(words.back()) }
                </button>
            }
            if begun {
                { control("restart", "link", words.restart(), view.session.on(Command::Open(Dialog::Restart))) }
            }
            // At the start of the line, or beside the link below: what comes late moves nothing.
            if !begun { { read_aloud(view, walk) } }
            { control("help", "link", words.get_help(), view.session.on(Command::Open(Dialog::Help))) }
            <Kept {begun} />
            if !from.is_empty() {
                <p class="kept">{ t(&words.guide_from(from)) }</p>
            }
            if begun {
                { view.transfer(Dialog::Transfer, words.transfer()) }
                { read_aloud(view, walk) }
            } else {
                // Shown in an installed app alone (widget.css): its storage may be another one than the browser's.
                { view.transfer(Dialog::PasteLink, words.have_link()) }
            }
        </div>
    }
}

/// The control that has screens read aloud; none where there is no voice. The last screens are for the eye.
fn read_aloud(view: &View, walk: &Walk<'_>) -> Html {
    let aloud = view.session.state.aloud;
    if aloud == Aloud::Unavailable || walk.is_over() {
        return Html::default();
    }
    let on = aloud == Aloud::On;
    html! {
        <button
            type="button"
            class="link aloud"
            data-action="aloud"
            aria-pressed={if on { "true" } else { "false" }}
            onclick={view.session.on(Command::ReadAloud(!on))}
        >
            { Icon::Speaker.html() }
            { t(view.words.read_aloud()) }
        </button>
    }
}

#[derive(Clone, Copy, PartialEq, Properties)]
struct KeptProps {
    /// Whether there are answers.
    begun: bool,
}

/// Where the answers are. A component: it alone is rendered when the newest one has come to the disk.
#[component]
fn Kept(props: &KeptProps) -> Html {
    let words = use_words();
    let kept = match use_durability() {
        Durability::MemoryOnly => "",
        _ if !props.begun => words.stays(),
        // The line has its place.
        Durability::Unknown | Durability::Pending => "\u{a0}",
        Durability::BestEffort => words.kept(),
        Durability::Durable => words.saved(),
    };
    html! { <p class="kept">{ t(kept) }</p> }
}
