//! A question: an opening one, a choice of several, or a fix's check.

use yew::Html;

use crate::guide::{Passage, Question};
use crate::progress::Answer;

use super::answer_buttons::yes_no;
use super::el::{el, several};
use super::passages::passages;
use super::view::{View, controls};
use super::words;

pub(crate) fn question(view: &View<'_>, ask: &str, hint: &[Passage], unsure: &str) -> Html {
    several(vec![
        view.heading("question", ask),
        passages(view, "body", hint),
        yes_no(view),
        el("p", "small").words(unsure).html(),
    ])
}

/// A choice: each option by itself, then none of them and not sure, quieter.
pub(crate) fn choice(view: &View<'_>, options: &[Question]) -> Html {
    let mut all = controls("controls", "heading");
    for option in options.iter().filter(|option| view.walk.shows(option)) {
        let control = view.answer_to(&option.id, Answer::Yes, "button option", &option.ask);
        all = all.add(control.set("data-id", &option.id).html());
        if !option.hint.is_empty() {
            all = all.add(passages(view, "body hint", &option.hint));
        }
    }
    let pair = el("div", "pair")
        .add(view.answer(Answer::No, "button quiet", words::NONE))
        .add(view.answer(Answer::Unsure, "button quiet", words::UNSURE));
    let asked = options.first().map_or("", |first| &first.one_of);
    several(vec![
        view.heading("question", asked),
        all.add(pair.html()).html(),
        el("p", "small").words(words::UNSURE_HINT_OPENING).html(),
    ])
}
