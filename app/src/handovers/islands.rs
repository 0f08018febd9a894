//! A form that loses nothing where the line is bad.

use super::wire::wire;
use leptos::prelude::*;

/// Ids of the elements that the server has drawn and this brings to life.
pub(super) mod ids {
    /// The form. Its `data-` attributes hold what is said, and where to go when the server has everything.
    pub const FORM: &str = "state-form";
    /// The field that opens a phone's camera.
    pub const CAMERA: &str = "photos-camera";
    /// The field that holds all photos.
    pub const ALBUM: &str = "photos";
    /// What is going on with the draft.
    pub const SAID: &str = "draft-said";
    /// The photos that are kept.
    pub const KEPT: &str = "draft-photos";
}

/// Keeps what is typed and photographed on the device until the server has said that it has it, and sends it again when the
/// net is back. Without script the form posts, and what is refused comes back as it was typed.
#[island]
pub fn DraftKeeper() -> impl IntoView {
    Effect::new(|_| wire());
    view! {
        <div class="draft">
            <ul class="draft__photos" id=ids::KEPT></ul>
            <p class="draft__said" id=ids::SAID role="status"></p>
        </div>
    }
}
