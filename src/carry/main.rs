//! The WASM artefact of what is taken along. It starts nothing by itself: `carry.js` calls the exports of
//! [`unstuck::carry`].

/// Smaller and faster than Rust's own allocator on wasm32.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // Names the crate, so that its exports are linked in.
    use unstuck as _;
}
