//! The islands, compiled to wasm. They register themselves; this crate only brings them in.

use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Readies the islands of the page. The loader then wakes each of them.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
