//! A choice: each option by itself, then none of them and not sure, quieter.

use unstuck_core::guide::{Inline, Passage, Question};
use unstuck_core::progress::Answer;
use unstuck_core::walk::Walk;
use yew::prelude::*;

use crate::parts::view::{View, controls, fixed};
use crate::parts::{passages, rich};

pub(super) fn screen(view: &View, walk: &Walk<'_>, options: &[Question]) -> Html {
    let words = view.words;
    let asked = options.first().map_or("", |first| &first.one_of);
    let unsure = options.first().map_or("", |first| &first.unsure);
    let id = walk.screen.id();
    let shown = options.iter().filter(|option| walk.shows(option));
    let answers = html! {
        <>
            { for shown.map(|one| option(view, one)) }
            <div class="pair">
                { view.answer(id, Answer::No, "button quiet", words.none_of_these()) }
                { view.unsure(id) }
            </div>
            { view.unsure_means(walk, unsure, words.not_sure_question()) }
        </>
    };
    html! {
        <>
            { view.heading("question", asked) }
            { controls("heading", answers) }
        </>
    }
}

fn option(view: &View, option: &Question) -> Html {
    // A press on a few words is a press on the option that they explain; what can be pressed itself stands below.
    let (within, below) = match option.hint.as_slice() {
        [Passage::Words(words)] if words.0.iter().all(is_text) => (Some(words), [].as_slice()),
        hint => (None, hint),
    };
    let inside = html! {
        <>
            { fixed(&option.ask) }
            if let Some(words) = within { <span class="hint">{ rich(view, words) }</span> }
        </>
    };
    html! {
        <>
            { view.answer_of(&option.id, Answer::Yes, "button option", Some(&option.id), &option.ask, inside) }
            if !below.is_empty() {
                <><div key={option.id.as_str()} class="body hint">{ passages(view, below) }</div></>
            }
        </>
    }
}

fn is_text(inline: &Inline) -> bool {
    !matches!(inline, Inline::Link { .. } | Inline::Image(_))
}
