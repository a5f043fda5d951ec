//! What every view is given, and the few pieces that several of them are made of.

use std::rc::Rc;

use yew::Html;

use crate::progress::{Answer, Progress};
use crate::walk::{Action, Walk};

use super::el::{El, Press, control, el, press};
use super::session::Session;

/// What a view renders from.
pub(crate) struct View<'a> {
    pub(crate) session: &'a Rc<Session>,
    pub(crate) walk: &'a Walk<'a>,
    pub(crate) progress: &'a Progress,
}

impl View<'_> {
    /// The screen's heading; focus goes there after an answer. Also the name of a group of controls, by its id.
    pub(crate) fn heading(&self, part: &'static str, words: &str) -> Html {
        let heading = el(self.level(0), "heading").mark("id", "heading");
        heading
            .mark("tabindex", "-1")
            .mark("aria-describedby", "before")
            .mark("part", part)
            .words(words)
            .html()
    }

    /// A heading below the screen's own.
    pub(crate) fn label(&self, words: &str) -> Html {
        el(self.level(1), "label").words(words).html()
    }

    fn level(&self, below: u8) -> &'static str {
        match self.session.settings.heading_level + below {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    /// Does something of the walk when pressed.
    pub(crate) fn press(&self, action: Action) -> Press {
        press(self.session, action)
    }

    /// A control that answers what the screen asks.
    pub(crate) fn answer(&self, answer: Answer, class: &'static str, words: &str) -> Html {
        self.answer_to(self.walk.screen.id(), answer, class, words)
            .html()
    }

    /// A control that answers a question of this id.
    pub(crate) fn answer_to(
        &self,
        id: &str,
        answer: Answer,
        class: &'static str,
        words: &str,
    ) -> El {
        let action = Action::Answer {
            id: id.to_owned(),
            answer,
        };
        let part = match answer {
            Answer::Yes => "answer answer-yes",
            Answer::No => "answer answer-no",
            Answer::Unsure => "answer answer-unsure",
            _ => "answer",
        };
        let control = control(answer.name(), class, self.press(action));
        control.mark("part", part).words(words)
    }

    /// A control for what the shell loads when it is asked for: `carry`, `have` or `remind`.
    /// None in an app written with Yew, which has no shell.
    pub(crate) fn carry(&self, action: &'static str, words: &str) -> Html {
        if !cfg!(feature = "widget") {
            return Html::default();
        }
        let session = self.session.clone();
        let press: Press = Rc::new(move |_| session.emit("carry", action, ""));
        control(action, "link carry", press).words(words).html()
    }

    /// A moment in the reader's words.
    pub(crate) fn moment(&self, at: crate::Timestamp) -> String {
        crate::browser::clock::moment(at, &self.session.guide.lang)
    }
}

/// A term and what it means, for a `dl`.
pub(crate) fn fact(term: &str, meaning: &str) -> Html {
    let term = el("dt", "").words(term).html();
    let meaning = el("dd", "").words(meaning).html();
    el("div", "").add(term).add(meaning).html()
}

/// Says that the guide has another text since the reader said something to it, where that is so.
pub(crate) fn changed(so: bool, words: &str) -> Html {
    if so {
        el("span", "changed").words(words).html()
    } else {
        Html::default()
    }
}

/// A group of controls, named by the screen's heading.
pub(crate) fn controls(class: &'static str, named_by: &'static str) -> El {
    el("div", class)
        .mark("role", "group")
        .mark("aria-labelledby", named_by)
}
