//! The module that the tag loads. It starts nothing by itself: the shell (`web/src/`), which must go on when this module is
//! dead, calls the exports of `element`.

#[cfg(target_arch = "wasm32")]
mod element;

/// Smaller and faster than Rust's own allocator on wasm32.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
