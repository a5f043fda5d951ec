//! The icons: drawn as one path each, in the colour of the text around.

use yew::prelude::*;

/// An icon.
#[derive(Clone, Copy)]
pub(crate) enum Icon {
    Warning,
    Back,
    List,
    Clock,
    Info,
    Close,
    Enlarge,
    Speaker,
}

impl Icon {
    /// Its path in a box of 24.
    fn path(self) -> &'static str {
        match self {
            Self::Warning => {
                "M12 9v4.5m0 3.2v.1M10.4 4.2 2.9 17.4a1.9 1.9 0 0 0 1.6 2.8h15a1.9 1.9 0 0 0 1.6-2.8L13.6 4.2a1.9 1.9 0 0 0-3.2 0Z"
            }
            Self::Back => "m14.5 5.5-6.5 6.5 6.5 6.5",
            Self::List => "M9 6.5h11M9 12h11M9 17.5h11M4.2 6.5h.1M4.2 12h.1M4.2 17.5h.1",
            Self::Clock => "M12 7v5.2l3.3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
            Self::Info => "M12 11v5.2M12 7.8v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::Speaker => {
                "M11.5 5.5v13L7 15H3.5V9H7ZM15 9.3a4 4 0 0 1 0 5.4M18 6.6a8 8 0 0 1 0 10.8"
            }
            Self::Enlarge => "M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7",
        }
    }

    /// The drawing, hidden from assistive technology.
    pub(crate) fn html(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={self.path()} /></svg>
        }
    }
}

/// The drawing of a fix, which says nothing that its words do not.
pub(crate) fn drawing(path: &str) -> Html {
    if path.is_empty() {
        return Html::default();
    }
    html! {
        <svg class="drawing" viewBox="0 0 24 24" aria-hidden="true"><path d={path.to_owned()} /></svg>
    }
}

/// A disc and a check in it.
pub(crate) fn done_mark() -> Html {
    html! {
        <svg class="done-mark" viewBox="0 0 64 64" aria-hidden="true">
            <path d="M3 32a29 29 0 1 0 58 0a29 29 0 1 0-58 0Z" />
            <path d="m19 33.5 9 9 17.5-20" />
        </svg>
    }
}
