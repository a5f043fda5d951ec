//! The first screen itself, rendered to HTML by the widget's own components.

use std::rc::Rc;

use unstuck::frame::FirstScreen;
use unstuck::host::{Capabilities, Host};
use unstuck::session::Session;
use unstuck::state::WalkState;
use unstuck::words::Words;
use unstuck_core::Seq;
use unstuck_core::guide::Guide;
use unstuck_core::persistence::Durability;
use unstuck_core::progress::Progress;
use yew::prelude::*;

/// What a screen depends on beside its guide.
pub(crate) struct Setting {
    /// See [`Host::heading_level`].
    pub(crate) heading_level: u8,
    /// See [`Host::theme`].
    pub(crate) theme: AttrValue,
    /// Whether answers may be kept.
    pub(crate) stored: bool,
}

/// The first screen, as HTML.
pub(crate) async fn screen(guide: Guide, setting: Setting) -> String {
    let state = WalkState::new(Rc::new(guide), Progress::default(), Seq::default());
    let host = Host {
        heading_level: setting.heading_level,
        theme: setting.theme,
        capabilities: Capabilities {
            transfer: true,
            reminder: true,
            copy: true,
        },
        ..Host::default()
    };
    let session = Session::new(state, host);
    let durability = match setting.stored {
        true => Durability::Unknown,
        false => Durability::MemoryOnly,
    };
    let props = StageProps {
        session,
        durability,
    };
    let renderer = yew::LocalServerRenderer::<Stage>::with_props(props);
    renderer.hydratable(false).render().await
}

#[derive(Clone, PartialEq, Properties)]
struct StageProps {
    session: Session,
    durability: Durability,
}

#[component]
fn Stage(props: &StageProps) -> Html {
    html! {
        <ContextProvider<&'static Words> context={Words::of(&props.session.guide().lang)}>
            <ContextProvider<Durability> context={props.durability}>
                <ContextProvider<Session> context={props.session.clone()}><FirstScreen /></ContextProvider<Session>>
            </ContextProvider<Durability>>
        </ContextProvider<&'static Words>>
    }
}
