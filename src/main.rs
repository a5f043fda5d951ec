//! The module that the tag loads. It starts nothing by itself: the shell (`web/src/`), which must go on when this module is
//! dead, calls the exports of `element`.

#[cfg(target_arch = "wasm32")]
mod element;

fn main() {}
