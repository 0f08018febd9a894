//! Addresses of the files that browsers download beside pages. Their folder's name holds a hash of their content, so
//! the server tells it at start.

use std::sync::OnceLock;

/// Where the files lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The style sheet.
    pub css: String,
    /// The script that starts the islands; empty when the binary was built without them.
    pub boot: String,
    /// The script that belongs to the wasm.
    pub js: String,
    /// The islands' wasm.
    pub wasm: String,
    /// Goes before a picture's name.
    pub assets: String,
}

static SITE: OnceLock<Site> = OnceLock::new();

/// Tells where the files lie; later calls change nothing.
pub fn set(site: Site) {
    let _ = SITE.set(site);
}

/// Where the files lie.
#[must_use]
pub fn get() -> &'static Site {
    SITE.get_or_init(Site::default)
}
