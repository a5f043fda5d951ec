//! A question: an opening one, or a fix's check.

use yew::Html;

use crate::guide::Passage;

use super::answer_buttons::yes_no;
use super::el::{el, several};
use super::passages::passages;
use super::view::View;

pub(crate) fn question(view: &View<'_>, ask: &str, hint: &[Passage], unsure: &str) -> Html {
    several(vec![
        view.heading("question", ask),
        passages("body", hint),
        yes_no(view),
        el("p", "small").words(unsure).html(),
    ])
}
