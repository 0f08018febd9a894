//! Taking the position of the visitor's device for a place. The elements come from the server, hidden; the island only
//! brings them to life, because views that are made in the browser weigh several times as much.

#[cfg(feature = "ssr")]
use leptos::prelude::*;

/// Id of the button.
const BUTTON: &str = "place-here";
/// Id of the line that says what was found.
const SAID: &str = "place-said";
/// Ids of the hidden fields `lat` and `lon`.
const POINT: [&str; 2] = ["place-lat", "place-lon"];

/// What the button and the line beside it say.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug)]
pub struct LocateWords {
    /// What the button does.
    pub label: String,
    /// While the device looks for itself.
    pub looking: String,
    /// When it does not tell.
    pub failed: String,
}

/// The button, the line beside it, and the hidden fields with the coordinates that are searched around now.
#[cfg(feature = "ssr")]
#[must_use]
pub fn locate(words: LocateWords, coordinates: Option<(&str, &str)>) -> AnyView {
    use crate::shell::pieces::icon;
    let nowhere = coordinates.is_none();
    let (lat, lon) = coordinates.unwrap_or_default();
    view! {
        <input type="hidden" id=POINT[0] name="lat" value=lat.to_owned() disabled=nowhere/>
        <input type="hidden" id=POINT[1] name="lon" value=lon.to_owned() disabled=nowhere/>
        <button class="locate__button" type="button" id=BUTTON hidden data-looking=words.looking data-failed=words.failed>
            {icon("locate")}
            <span class="visually-hidden">{words.label}</span>
        </button>
        <p class="locate__said" id=SAID role="status"></p>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
pub use browser::{forget, wire};

#[cfg(not(feature = "hydrate"))]
mod server {
    use leptos::{html::Input, prelude::NodeRef};

    pub fn wire(_: NodeRef<Input>) {}
    pub fn forget() {}
}
#[cfg(not(feature = "hydrate"))]
pub use server::{forget, wire};

#[cfg(feature = "hydrate")]
mod browser {
    use super::{BUTTON, POINT, SAID};
    use crate::places::suggest::place_here;
    use leptos::{html::Input, prelude::*, task::spawn_local};
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use web_sys::{Element, HtmlElement, HtmlInputElement};

    fn element(id: &str) -> Option<Element> {
        document().get_element_by_id(id)
    }

    fn say(text: &str) {
        if let Some(line) = element(SAID) {
            line.set_text_content(Some(text));
        }
    }

    fn say_attribute(name: &str) {
        say(&element(BUTTON)
            .and_then(|button| button.get_attribute(name))
            .unwrap_or_default());
    }

    fn set_point(values: Option<[&str; 2]>) {
        for (at, id) in POINT.into_iter().enumerate() {
            if let Some(field) = element(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
                field.set_disabled(values.is_none());
                if let Some(values) = values {
                    field.set_value(values[at]);
                }
            }
        }
    }

    /// Somebody typed a place: that counts.
    pub fn forget() {
        set_point(None);
        say("");
    }

    /// Shows the button and lets it work.
    pub fn wire(field: NodeRef<Input>) {
        let Some(button) = element(BUTTON).and_then(|button| button.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        button.set_hidden(false);
        let clicked = Closure::<dyn FnMut()>::new(move || {
            say_attribute("data-looking");
            if !ask(field) {
                say_attribute("data-failed");
            }
        });
        button.set_onclick(Some(clicked.as_ref().unchecked_ref()));
        clicked.forget(); // it lives as long as the page
    }

    /// Asks the device where it is; `false` if it cannot be asked.
    fn ask(field: NodeRef<Input>) -> bool {
        let Some(device) = window().navigator().geolocation().ok() else {
            return false;
        };
        let found = Closure::once_into_js(move |position: web_sys::Position| {
            let at = position.coords();
            // a hundred metres are exact enough for a cell
            let degrees = |degrees: f64| js_sys::Number::from(degrees).to_fixed(3).map(String::from);
            if let (Ok(lat), Ok(lon)) = (degrees(at.latitude()), degrees(at.longitude())) {
                spawn_local(take(field, lat, lon));
            }
        });
        let failed = Closure::once_into_js(|_: JsValue| say_attribute("data-failed"));
        device
            .get_current_position_with_error_callback(found.unchecked_ref(), Some(failed.unchecked_ref()))
            .is_ok()
    }

    /// Searches around the cell of this position from now on.
    async fn take(field: NodeRef<Input>, lat: String, lon: String) {
        let Ok(here) = place_here(lat, lon).await else {
            say_attribute("data-failed");
            return;
        };
        set_point(Some([&here.lat, &here.lon]));
        if let Some(input) = field.get_untracked() {
            input.set_value("");
        }
        say(&here.label);
    }
}
