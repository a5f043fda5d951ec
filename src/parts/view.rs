//! What screens and parts render from, and the few pieces that several of them are made of.
//!
//! Belongs here: plain functions for leaves; a component for each would be six times as large. Does not: what
//! has state or a screen's shape.

use unstuck_core::Timestamp;
use unstuck_core::characters::runs;
use unstuck_core::progress::Answer;
use unstuck_core::walk::{Action, Walk};
use yew::prelude::*;

use crate::intl;
use crate::overlay::Dialog;
use crate::session::{Command, Session, use_session};
use crate::words::{Words, use_words};

/// The session and the words.
#[derive(Clone, PartialEq)]
pub(crate) struct View {
    pub(crate) session: Session,
    pub(crate) words: &'static Words,
}

/// The view of the widget around.
#[hook]
pub(crate) fn use_view() -> View {
    View {
        session: use_session(),
        words: use_words(),
    }
}

/// Text in its own element, in which short words such as Wi-Fi and USB-C stay whole where lines break. Another text makes the
/// element anew: page translators replace text nodes, and what Yew writes into one of those is never seen. The fragment keeps the
/// key to itself, for the same words may stand twice in a row.
pub(crate) fn t(words: &str) -> Html {
    html! { <><span key={words}>{ for runs(words).iter().map(run) }</span></> }
}

/// The same in an element that is made anew with it: by a key, or because its words are the guide's, which stay. Each element that
/// is not there is one less to make, to style and to lay out at an answer.
pub(crate) fn fixed(words: &str) -> Html {
    match runs(words).as_slice() {
        [one @ (false, _)] => run(one),
        // One box: in a control the words stand side by side with an icon.
        several => html! { <span>{ for several.iter().map(run) }</span> },
    }
}

fn run((whole, words): &(bool, &str)) -> Html {
    if *whole {
        html! { <span class="whole">{ *words }</span> }
    } else {
        html! { { *words } }
    }
}

/// Text as it is to be copied: code, and what is given to others. In its own element for the reason given at [`t`].
pub(crate) fn exact(text: &str) -> Html {
    html! { <><span key={text}>{ text }</span></> }
}

/// A paragraph.
pub(crate) fn p(words: &str) -> Html {
    html! { <><p key={words}>{ fixed(words) }</p></> }
}

/// A control, and what a press on it does.
pub(crate) fn control(
    action: &'static str,
    class: &'static str,
    words: &str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" {class} data-action={action} {onclick}>{ t(words) }</button> }
}

/// The control that gets focus when its dialog opens.
pub(crate) fn safe_control(
    action: &'static str,
    class: &'static str,
    words: &str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" {class} data-action={action} autofocus=true {onclick}>{ t(words) }</button>
    }
}

/// A group of controls, named by the heading of this id.
pub(crate) fn controls(named_by: &'static str, inside: Html) -> Html {
    html! { <div class="controls" role="group" aria-labelledby={named_by}>{ inside }</div> }
}

/// The same, with what is to be read before one of them is pressed.
pub(crate) fn controls_about(named_by: &'static str, about: &'static str, inside: Html) -> Html {
    html! {
        <div class="controls" role="group" aria-labelledby={named_by} aria-describedby={about}>
            { inside }
        </div>
    }
}

/// A term and what it means, for a `dl`.
pub(crate) fn fact(term: &str, meaning: &str) -> Html {
    html! { <div><dt>{ t(term) }</dt><dd>{ t(meaning) }</dd></div> }
}

/// Says that the guide has another text since the reader said something to it, where that is so.
pub(crate) fn changed(so: bool, words: &str) -> Html {
    if so {
        html! { <span class="changed">{ t(words) }</span> }
    } else {
        Html::default()
    }
}

impl View {
    /// The screen's heading; focus goes there after an answer. Also the name of a group of controls, by its id.
    pub(crate) fn heading(&self, part: &'static str, words: &str) -> Html {
        self.heading_about(part, words, "context before")
    }

    /// The same, read out with what else has these ids: it stands around the heading, which takes focus.
    pub(crate) fn heading_about(
        &self,
        part: &'static str,
        words: &str,
        about: &'static str,
    ) -> Html {
        html! {
            <@{self.level(0)} class="heading" id="heading" tabindex="-1" aria-describedby={about} {part}>
                { t(words) }
            </@>
        }
    }

    /// A heading below that of the screen.
    pub(crate) fn label(&self, words: &str) -> Html {
        html! { <><@{self.level(1)} key={words} class="label">{ fixed(words) }</@></> }
    }

    fn level(&self, below: u8) -> &'static str {
        match self.session.host.heading_level.saturating_add(below) {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    /// A control that answers what is asked under this id.
    pub(crate) fn answer(
        &self,
        id: &str,
        answer: Answer,
        class: &'static str,
        words: &str,
    ) -> Html {
        self.answer_of(id, answer, class, None, words, fixed(words))
    }

    /// The control for "not sure", with what it leads to.
    pub(crate) fn unsure(&self, id: &str) -> Html {
        self.answer(id, Answer::Unsure, "button quiet", self.words.not_sure())
    }

    /// A control that answers: `option` where several give the same answer, its words, and what is in it. Other words make it anew.
    pub(crate) fn answer_of(
        &self,
        id: &str,
        answer: Answer,
        class: &'static str,
        option: Option<&str>,
        words: &str,
        inside: Html,
    ) -> Html {
        // Read with what it leads to.
        let about = (answer == Answer::Unsure).then_some("unsure");
        html! {
            <>
                <button
                    key={words}
                    type="button"
                    {class}
                    data-action={answer.name()}
                    data-id={option.map(str::to_owned)}
                    part={part(answer)}
                    aria-describedby={about}
                    onclick={self.session.press(Action::Answer { id: id.to_owned(), answer })}
                >
                    { inside }
                </button>
            </>
        }
    }

    /// What "not sure" leads to: as the author says it, else as `usual`; and told as a warning where it keeps fixes from the
    /// reader.
    pub(crate) fn unsure_means(&self, walk: &Walk<'_>, own: &str, usual: &str) -> Html {
        let withheld = walk.withheld_if_unsure() as u64;
        let careful = self.words.not_sure_withholds(withheld);
        let (class, usual) = match withheld {
            0 => ("small", usual),
            _ => ("small careful", &*careful),
        };
        let words = if own.is_empty() { usual } else { own };
        html! { <><p key={words} {class} id="unsure">{ fixed(words) }</p></> }
    }

    /// A control for the link to another device, or from one; none where the host has no links.
    pub(crate) fn transfer(&self, dialog: Dialog, words: &str) -> Html {
        let action = match dialog {
            Dialog::PasteLink => "have",
            _ => "carry",
        };
        if self.session.host.capabilities.transfer {
            let open = self.session.on(Command::Open(dialog));
            control(action, "link carry", words, open)
        } else {
            Html::default()
        }
    }

    /// The language that dates are written in.
    pub(crate) fn tag(&self) -> &str {
        self.words.tag(&self.session.guide().lang)
    }

    /// A moment in the reader's words.
    pub(crate) fn moment(&self, at: Timestamp) -> String {
        intl::moment(at, self.session.state.now, self.tag())
    }
}

/// The part of a control that answers.
fn part(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "answer answer-yes",
        Answer::No => "answer answer-no",
        Answer::Unsure => "answer answer-unsure",
        _ => "answer",
    }
}
