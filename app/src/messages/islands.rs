//! A conversation that goes on while its page is open.

use super::wire::wire;
use leptos::prelude::*;

/// Ids of the elements that the server has drawn and this brings to life.
pub(super) mod ids {
    /// The lines. `data-after` says how far they go.
    pub const LINES: &str = "messages";
    /// The form to write in. `data-unsent` and `data-sent` are what is read out.
    pub const FORM: &str = "write-form";
    /// Where what is new is read out, without taking the keyboard from anybody.
    pub const SAID: &str = "live-said";
}

/// Appends new lines as they come, and sends without loading the page anew. The page comes whole from the server; without
/// script the form posts and the next page shows what is new.
#[island]
pub fn LiveConversation() -> impl IntoView {
    Effect::new(|_| wire());
    view! { <p class="visually-hidden" id=ids::SAID role="status"></p> }
}
