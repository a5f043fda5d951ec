//! Pictures: one among words, and one that stands by itself, with the dialog in which it is as large as it is made.

use unstuck_core::guide::Image;
use yew::prelude::*;

use super::icon::Icon;
use super::view::{View, use_view};
use crate::hooks::{use_dialog, use_shrunk};

/// A picture, fetched when it comes near. Its size, if known, holds its place until then. `loading` comes first:
/// Firefox wants to know before it knows the address. The page that shows a guide's file is not told to its pictures' server.
pub(super) fn image(view: &View, of: &Image, node: &NodeRef) -> Html {
    let referrer = view.session.host.from_file.then_some("no-referrer");
    let known = |size: &String| (!size.is_empty()).then(|| size.clone());
    html! {
        <img
            ref={node.clone()}
            loading="lazy"
            referrerpolicy={referrer}
            src={of.src.clone()}
            alt={of.alt.clone()}
            width={known(&of.width)}
            height={known(&of.height)}
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PictureProps {
    pub(crate) of: Image,
}

#[component]
pub(crate) fn Picture(props: &PictureProps) -> Html {
    let view = use_view();
    let words = view.words;
    let of = &props.of;
    let node = use_node_ref();
    // What says nothing is no larger for being looked at.
    let more = use_shrunk(&node) && !of.alt.is_empty();
    let open = use_state(|| false);
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    let name = AttrValue::from(of.alt.clone());
    let dialog = use_dialog(*open && more, &name, close.clone());
    let show = {
        let open = open.setter();
        Callback::from(move |event: MouseEvent| {
            // Where a step begins with a picture, it stands in the step's label: a press on it is no tick.
            event.prevent_default();
            open.set(true);
        })
    };
    let onclick = {
        let onclick = dialog.onclick;
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            onclick.emit(event);
        })
    };
    let hide = Callback::from(move |_: MouseEvent| close.emit(()));
    html! {
        <>
            <div class={if more { "picture more" } else { "picture" }} onclick={more.then_some(show)}>
                { image(&view, of, &node) }
                if more {
                    <button
                        type="button"
                        class="enlarge"
                        data-action="enlarge"
                        aria-label={words.enlarge(&name)}
                        aria-haspopup="dialog"
                    >
                        { Icon::Enlarge.html() }
                    </button>
                }
            </div>
            <dialog
                ref={dialog.node}
                class="sheet enlarged"
                aria-label={name}
                {onclick}
                oncancel={dialog.oncancel}
            >
                if *open && more {
                    <button
                        type="button"
                        class="link icon-only"
                        data-action="enlarge-close"
                        aria-label={words.close()}
                        onclick={hide}
                    >
                        { Icon::Close.html() }
                    </button>
                    { image(&view, &Image { width: String::new(), height: String::new(), ..of.clone() }, &NodeRef::default()) }
                }
            </dialog>
        </>
    }
}
