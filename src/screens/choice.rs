//! A choice: each option by itself, then none of them and not sure, quieter.

use unstuck_core::guide::Question;
use unstuck_core::progress::Answer;
use unstuck_core::walk::{Action, Screen};
use yew::prelude::*;

use crate::parts::passages;
use crate::parts::view::{View, controls, part, t, use_view};

#[component]
pub(crate) fn ChoiceScreen() -> Html {
    let view = use_view();
    let walk = view.session.walk();
    let Screen::Choice(options) = walk.screen else {
        return Html::default();
    };
    let words = view.words;
    let asked = options.first().map_or("", |first| &first.one_of);
    let id = walk.screen.id();
    let shown = options.iter().filter(|option| walk.shows(option));
    let answers = html! {
        <>
            { for shown.map(|one| option(&view, one)) }
            <div class="pair">
                { view.answer(id, Answer::No, "button quiet", words.none_of_these) }
                { view.answer(id, Answer::Unsure, "button quiet", words.not_sure) }
            </div>
        </>
    };
    html! {
        <>
            { view.heading("question", asked) }
            { controls("heading", answers) }
            <p class="small">{ t(words.not_sure_question) }</p>
        </>
    }
}

fn option(view: &View, option: &Question) -> Html {
    let id = option.id.clone();
    let answer = Answer::Yes;
    html! {
        <>
            <button
                type="button"
                class="button option"
                data-action={answer.name()}
                data-id={id.clone()}
                part={part(answer)}
                onclick={view.session.press(Action::Answer { id, answer })}
            >
                { t(&option.ask) }
            </button>
            if !option.hint.is_empty() {
                <div class="body hint">{ passages(view, &option.hint) }</div>
            }
        </>
    }
}
