//! Code, line for line, with a control that copies it.

use yew::prelude::*;

use super::copy::{Copier, copier};
use super::view::{t, use_view};
use crate::hooks::use_clipboard;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CodeBlockProps {
    /// The code.
    pub(crate) lines: AttrValue,
}

#[component]
pub(crate) fn CodeBlock(props: &CodeBlockProps) -> Html {
    let view = use_view();
    let clipboard = use_clipboard();
    let copy = Copier {
        text: props.lines.clone(),
        action: "copy-code",
        class: "link",
        name: view.words.copy_code,
    };
    html! {
        <div class="code">
            // Whoever has no pointer scrolls it by the arrow keys.
            <pre tabindex="0">{ t(&props.lines) }</pre>
            if view.session.host.capabilities.copy { { copier(&view, &clipboard, copy) } }
        </div>
    }
}
