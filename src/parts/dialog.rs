//! A modal dialog: its head with the title and a close button, and its content.

use yew::prelude::*;

use super::icon::Icon;
use super::view::{t, use_view};
use crate::hooks::use_dialog;
use crate::session::Command;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DialogProps {
    /// Whether it covers the card.
    pub(crate) open: bool,
    /// Whether it is about taking progress along. Such a dialog has a box of its own beside the widget, in the language of our
    /// own words, and is there only while it is open.
    #[prop_or_default]
    pub(crate) carry: bool,
    /// Its title.
    pub(crate) title: AttrValue,
    #[prop_or_default]
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let view = use_view();
    let close = view.session.on(Command::Close);
    let handle = use_dialog(props.open, &props.title, close);
    let (class, title_id, action) = if props.carry {
        ("sheet carry", "carry-title", "carry-close")
    } else {
        ("sheet", "sheet-title", "close")
    };
    let dialog = html! {
        <dialog
            ref={handle.node}
            {class}
            aria-labelledby={title_id}
            onclick={handle.onclick}
            oncancel={handle.oncancel}
        >
            if props.open {
                <div class="sheet-inner">
                    <div class="sheet-head">
                        // The first that can have focus: what opens is heard from its title on.
                        <h2 class="sheet-title" id={title_id} tabindex="-1">{ t(&props.title) }</h2>
                        <button
                            type="button"
                            class="link icon-only"
                            data-action={action}
                            aria-label={view.words.close()}
                            onclick={view.session.on(Command::Close)}
                        >
                            { Icon::Close.html() }
                        </button>
                    </div>
                    { props.children.clone() }
                </div>
            }
        </dialog>
    };
    if props.carry {
        html! {
            <div class="unstuck" data-theme={view.session.host.theme.clone()} lang={view.words.lang} dir={view.words.direction()}>
                { dialog }
            </div>
        }
    } else {
        dialog
    }
}
