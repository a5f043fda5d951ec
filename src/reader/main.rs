//! The reader's WASM artefact. It starts nothing by itself: `road.js` calls the exports of [`unstuck::reader`].

/// Smaller and faster than Rust's own allocator on wasm32.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // Names the crate, so that its exports are linked in.
    use unstuck as _;
}
