//! The widget as a whole: one card with one screen, the overview next to it, a dialog over it.

use unstuck_core::Timestamp;
use unstuck_core::walk::{Screen, Walk};
use yew::prelude::*;

use crate::aloud::aloud;
use crate::hooks::{use_aloud, use_print, use_screen_focus, use_typing, use_width};
use crate::intl;
use crate::overlay::Overlay;
use crate::parts::view::{View, t, use_view};
use crate::parts::{aside, card, carry_dialog, paper, sheet};
use crate::screens::{first, screen};
use crate::state::{Aloud, Print};

/// All that is seen of the widget.
#[component]
pub fn Frame() -> Html {
    let view = use_view();
    let root = &view.session.root;
    let beside = use_node_ref();
    let state = &view.session.state;
    let walk = view.session.walk();
    let place = place(&walk);
    use_screen_focus(&place);
    use_typing(root);
    use_width(&beside, !walk.is_over());
    use_print();
    // The last screens are for the eye, and nobody looks at a wait for hours.
    let far = state.aloud == Aloud::On && !walk.is_over();
    let awake = far && !matches!(walk.screen, Screen::Wait(..));
    let sentences = match far {
        true => aloud(view.words, &view.session, &walk),
        false => Vec::new(),
    };
    use_aloud(sentences, awake);
    let inside = html! {
        <>
            { layout(&view, &walk, &beside, screen(&view, &walk)) }
            { sheet(&view, &walk) }
            if let Some(print) = &state.print {
                if view.session.overlay() == Some(&Overlay::Help) || walk.is_over() { { paper(&view) } }
                { printed(&view, print) }
            }
        </>
    };
    html! {
        <>
            { region(&view, &walk, far, inside) }
            { carry_dialog(&view) }
        </>
    }
}

/// What [`Frame`] shows to a reader who has said nothing yet, and nothing else: no other screen, and nothing that a press leads to. For
/// a page that shows the first screen before the widget is there.
#[component]
pub fn FirstScreen() -> Html {
    let view = use_view();
    let walk = view.session.walk();
    let inside = layout(&view, &walk, &NodeRef::default(), first(&view, &walk));
    region(&view, &walk, false, inside)
}

/// The widget's own element, which says what it shows. `far`: in type that can be read from afar.
fn region(view: &View, walk: &Walk<'_>, far: bool, inside: Html) -> Html {
    let state = &view.session.state;
    let (fix, fixes) = walk.position().unzip();
    let helps = view.session.overlay() == Some(&Overlay::Help);
    html! {
        <div
            ref={view.session.root.clone()}
            class={if far { "unstuck far" } else { "unstuck" }}
            role="region"
            aria-label={view.words.region(&state.guide.title)}
            lang={state.guide.lang.clone()}
            dir={(state.guide.direction() == "rtl").then_some("rtl")}
            data-theme={view.session.host.theme.clone()}
            data-screen={if helps { "help" } else { walk.screen.name() }}
            data-id={walk.screen.id().to_owned()}
            data-seq={state.seq.to_string()}
            data-fix={fix.map(|fix| fix.to_string())}
            data-fixes={fixes.map(|fixes| fixes.to_string())}
            data-notice={state.notice.map(|notice| notice.name())}
        >
            { inside }
        </div>
    }
}

/// The card, and what stands beside it.
fn layout(view: &View, walk: &Walk<'_>, beside: &NodeRef, screen: Html) -> Html {
    html! {
        <div class={if walk.is_over() { "layout alone" } else { "layout" }}>
            { card(view, walk, &place(walk), screen) }
            if !walk.is_over() { { aside(view, walk, beside) } }
        </div>
    }
}

/// Where and when it was printed, with the year.
fn printed(view: &View, print: &Print) -> Html {
    let at = intl::moment(print.at, Timestamp::default(), view.tag());
    html! { <p class="printed">{ t(&[&print.address, " · ", &at].concat()) }</p> }
}

/// The screen's key: screens with the same key differ in answers only. A check and its fix have the same id.
fn place(walk: &Walk<'_>) -> String {
    let kind = match walk.screen {
        Screen::Check(..) => "check",
        other => other.name(),
    };
    [kind, " ", walk.screen.id()].concat()
}
