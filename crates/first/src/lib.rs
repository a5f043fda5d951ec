//! The first screen of a guide as HTML: what the widget shows to who has not answered yet, rendered by the widget's own components.
//! Natively for pages that hold it in their HTML, where the script `web/src/first.ts` shows it; in a browser for a page whose tag
//! shows it before the widget is there (`web/src/opening.ts`). Both take what is pressed; the shell puts the widget in its place.
//!
//! Belongs here: that screen, its markup and its tag. Does not: where in a page they go (`unstuck-page`, the command `unstuck`), what a
//! screen looks like (`unstuck`), or how an article becomes a guide.

#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg(not(target_arch = "wasm32"))]
mod markup;
mod screen;

#[cfg(target_arch = "wasm32")]
pub use exports::{FirstScreen, learn};
#[cfg(not(target_arch = "wasm32"))]
pub use markup::{SCRIPT, STYLE, beside, escaped, shadow, sheet, tag};
