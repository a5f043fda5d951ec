//! The link for another device: shared, copied, seen by the other's camera, or pasted there.

use std::rc::Rc;

use unstuck_core::qr::encode;
use yew::prelude::*;

use super::paste_link::PasteLink;
use super::view::{View, control, controls, p, t, use_view};
use crate::address::Address;
use crate::hooks::input;
use crate::overlay::{Dialog, TransferOffer};
use crate::session::Command;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TransferProps {
    /// The link, and the ways to hand it over.
    pub(crate) offer: Rc<TransferOffer>,
}

#[component]
pub(crate) fn Transfer(props: &TransferProps) -> Html {
    let view = use_view();
    let words = view.words;
    let offer = &props.offer;
    let field = use_node_ref();
    let link = offer.link.as_ref().ok();
    let copied = link.and_then(|link| view.session.copied(link));
    input::use_focus_when(&field, copied == Some(false));
    let code = use_memo(link.cloned(), |link| encode(link.as_ref()?));
    html! {
        <>
            { p(words.transfer_text()) }
            if offer.asked_anew { { p(words.transfer_anew()) } }
            if offer.home_screen { { p(words.home_screen()) } }
            if let Some(link) = link {
                { hand_over(&view, link, offer.can_share) }
                <p class="said-so" role="status">
                    if let Some(done) = copied {
                        { t(if done { words.copied() } else { words.copy_link_failed() }) }
                    }
                </p>
                if let Some(code) = &*code {
                    <p class="center">{ t(words.point_camera()) }</p>
                    <svg
                        class="qr"
                        viewBox={format!("0 0 {0} {0}", code.size)}
                        role="img"
                        aria-label={words.qr_code()}
                        shape-rendering="crispEdges"
                    >
                        <path d={code.path.clone()} />
                    </svg>
                }
                <input
                    ref={field}
                    class="address"
                    readonly=true
                    value={link}
                    aria-label={words.link()}
                    data-action="carry-link"
                    onfocus={input::select_all}
                />
                { opens(&view, &offer.address) }
            } else {
                { p(words.link_too_long()) }
            }
            <details class="again">
                <summary data-action="carry-have">{ t(words.have_link()) }</summary>
                <PasteLink />
            </details>
            { control("clear", "button quiet", words.clear(), view.session.on(Command::Open(Dialog::Clear))) }
        </>
    }
}

/// The page that is handed on with it: what is private in an address may not be seen at its end.
pub(super) fn opens(view: &View, address: &Address) -> Html {
    html! {
        <p class="small">
            { t(&view.words.address_is(&address.whole())) }
            if address.less { { t(view.words.address_less()) } }
        </p>
    }
}

/// Share, where the device has a dialog for it, and copy.
fn hand_over(view: &View, link: &AttrValue, can_share: bool) -> Html {
    let words = view.words;
    let share = view.session.on(Command::Share(link.clone()));
    let copy = view.session.on(Command::Copy(link.clone()));
    let class = if can_share { "button" } else { "button first" };
    let inside = html! {
        <>
            if can_share { { control("carry-share", "button first", words.share_link(), share) } }
            { control("carry-copy", class, words.copy_link(), copy) }
        </>
    };
    controls("carry-title", inside)
}
