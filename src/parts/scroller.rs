//! What may be wider than the card, and then scrolls sideways within it: it says so, and the arrow keys reach it.

use yew::prelude::*;

use crate::hooks::{scrolls, use_measured};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ScrollerProps {
    /// Its element.
    pub(crate) tag: &'static str,
    /// What it is called where it scrolls.
    pub(crate) name: &'static str,
    #[prop_or_default]
    pub(crate) class: &'static str,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Scroller(props: &ScrollerProps) -> Html {
    let node = use_node_ref();
    let so = use_measured(&node, scrolls);
    html! {
        <@{props.tag}
            ref={node}
            class={classes!("scroller", props.class)}
            tabindex={so.then_some("0")}
            role={so.then_some("group")}
            aria-label={so.then_some(props.name)}
        >
            { props.children.clone() }
        </@>
    }
}
