//! The widget's root: provides the contexts.

use unstuck_core::persistence::Durability;
use yew::prelude::*;

use crate::frame::Frame;
use crate::hooks::{WidgetHandle, use_walk};
use crate::host::Host;
use crate::session::Session;
use crate::words::Words;

/// What [`App`] is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The guide, opened. Another handle is another widget: give the component a key.
    pub handle: WidgetHandle,
    /// How the widget is set up.
    #[prop_or_default]
    pub host: Host,
}

/// The widget.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// use std::rc::Rc;
/// use unstuck::app::{App, AppProps};
/// use unstuck::hooks::WidgetHandle;
/// use unstuck_author::{Format, load};
///
/// let guide = load(Format::Markdown, "# The lamp stays dark\n\n## Plug it in {id=plug}\n\n1. Find the plug.\n").guide.unwrap();
/// let handle = WidgetHandle::in_memory(Rc::new(guide), Default::default(), Default::default());
/// let app = yew::LocalServerRenderer::<App>::with_props(AppProps { handle, host: Default::default() });
/// assert!(app.render().await.contains("Plug it in"));
/// # }
/// ```
#[component]
pub fn App(props: &AppProps) -> Html {
    let (session, durability) = use_walk(&props.handle, &props.host);
    html! {
        <ContextProvider<&'static Words> context={Words::of(&props.handle.guide().lang)}>
            <ContextProvider<Durability> context={durability}>
                <ContextProvider<Session> context={session}>
                    <Frame />
                </ContextProvider<Session>>
            </ContextProvider<Durability>>
        </ContextProvider<&'static Words>>
    }
}
