//! A long list, made portion by portion: what is seen first is there at once, and no frame waits for all of it.

use yew::prelude::*;

use super::after_frame::AfterFrame;

/// How many portions of `all` are to be made by now: one, and another after each frame.
#[hook]
pub(crate) fn use_portions(all: usize) -> usize {
    let made = use_state_eq(|| 1);
    let frame = use_mut_ref(AfterFrame::default);
    use_effect_with((*made, all), {
        let made = made.clone();
        move |(so_far, all)| {
            if so_far < all {
                frame.borrow().run(move || made.set(*made + 1));
            }
        }
    });
    (*made).min(all)
}
