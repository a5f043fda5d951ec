//! Where a link can be pasted: an app on the home screen has no address bar, and its own storage.

use yew::prelude::*;

use super::view::{control, t, use_view};
use crate::hooks::input;
use crate::overlay::find_link;
use crate::session::Command;

#[component]
pub(crate) fn PasteLink() -> Html {
    let view = use_view();
    let words = view.words;
    let field = use_node_ref();
    let no_link = use_state(|| false);
    let onclick = {
        let (field, no_link, run) = (field.clone(), no_link.setter(), view.session.run.clone());
        Callback::from(move |_| match find_link(&input::value(&field)) {
            Some(link) => run.emit(Command::OpenLink(link.to_owned().into())),
            None => no_link.set(true),
        })
    };
    html! {
        <>
            <input
                ref={field}
                class="address"
                autocomplete="off"
                spellcheck="false"
                aria-label={words.paste_link()}
                placeholder={words.paste_link()}
                data-action="carry-paste"
            />
            { control("carry-use", "button", words.use_link(), onclick) }
            <p class="said-so" role="status">if *no_link { { t(words.no_link()) } }</p>
        </>
    }
}
