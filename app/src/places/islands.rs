//! The field for a place. Without script it is a plain field whose text the server looks up.

use super::suggest::{Suggestion, place_here, suggest_places};
use leptos::{ev::KeyboardEvent, html::Input, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// A field that also takes the position of the visitor's device, snapped to its public cell.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HereButton {
    /// What the button says.
    pub label: String,
    /// What is said while the device looks for itself.
    pub looking: String,
    /// What is said when it does not tell.
    pub failed: String,
    /// The icon, as the address of a symbol.
    pub icon: String,
    /// The latitude that is searched around now; empty if none.
    pub lat: String,
    /// The longitude.
    pub lon: String,
}

/// A field that suggests places: a combobox with a list, as the ARIA authoring practices describe it.
/// All words come from the server, in the visitor's language.
#[island]
pub fn PlaceField(
    /// The field's name and id.
    name: String,
    /// What stands in it.
    value: String,
    /// An example inside the empty field.
    placeholder: String,
    /// What the list is called for those who do not see it.
    list_label: String,
    /// Ids of hint and error.
    described: Option<String>,
    /// Whether what was typed was refused.
    invalid: bool,
    /// Whether it can be filled from the visitor's device; then the form sends `lat` and `lon` while nothing is typed.
    here: Option<HereButton>,
) -> impl IntoView {
    let found = RwSignal::new(Vec::<Suggestion>::new());
    let chosen = RwSignal::new(None::<usize>);
    let asked = StoredValue::new(0_u32);
    let field = NodeRef::<Input>::new();
    let list_id = format!("{name}-list");
    let option_id = {
        let list_id = list_id.clone();
        move |at: usize| format!("{list_id}-{at}")
    };
    // Also for an answer that is still under way: the list would open again over whatever comes next.
    let close = move || {
        asked.update_value(|n| *n += 1);
        found.set(Vec::new());
        chosen.set(None);
    };
    let point = RwSignal::new(
        here.as_ref()
            .map(|here| (here.lat.clone(), here.lon.clone()))
            .unwrap_or_default(),
    );
    let take = move |at: usize| {
        if let (Some(input), Some(place)) = (field.get_untracked(), found.with_untracked(|f| f.get(at).cloned())) {
            input.set_value(&place.label);
            point.set((String::new(), String::new()));
            close();
        }
    };
    let ask = move |_| {
        let Some(input) = field.get_untracked() else { return };
        let text = input.value();
        if !text.trim().is_empty() {
            point.set((String::new(), String::new()));
        }
        asked.update_value(|n| *n += 1);
        let turn = asked.get_value();
        chosen.set(None);
        if text.trim().chars().count() < 2 {
            found.set(Vec::new());
            return;
        }
        spawn_local(async move {
            let places = suggest_places(text).await.unwrap_or_default();
            // A later letter has asked meanwhile: its answer counts.
            if asked.get_value() == turn {
                found.set(places);
            }
        });
    };
    let keys = move |key: KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        match (key.key().as_str(), chosen.get_untracked()) {
            ("ArrowDown", at) if count > 0 => {
                key.prevent_default();
                chosen.set(Some(at.map_or(0, |n| (n + 1) % count)));
            }
            ("ArrowUp", at) if count > 0 => {
                key.prevent_default();
                chosen.set(Some(at.map_or(count - 1, |n| (n + count - 1) % count)));
            }
            ("Enter", Some(at)) => {
                key.prevent_default();
                take(at);
            }
            ("Escape", _) => close(),
            _ => {}
        }
    };
    let active = {
        let option_id = option_id.clone();
        move || chosen.get().map(&option_id)
    };
    let here = here.map(|here| view! { <Locate here field point/> });
    view! {
        <div class="suggest">
            <input class="input" id=name.clone() name=name.clone() value=value placeholder=placeholder type="text" dir="auto"
                node_ref=field autocomplete="off" maxlength="120" role="combobox" aria-autocomplete="list"
                aria-expanded=move || if found.with(Vec::is_empty) { "false" } else { "true" }
                aria-controls=list_id.clone() aria-activedescendant=active
                aria-invalid=invalid.then_some("true") aria-describedby=described
                on:input=ask on:keydown=keys on:blur=move |_| close()/>
            <ul class="suggest__list" id=list_id role="listbox" aria-label=list_label hidden=move || found.with(Vec::is_empty)>
                {move || found.get().into_iter().enumerate().map(|(at, place)| {
                    let selected = move || if chosen.get() == Some(at) { "true" } else { "false" };
                    view! {
                        <li class="suggest__item" id=option_id(at) role="option" aria-selected=selected
                            // Before the field loses the keyboard, which closes the list.
                            on:mousedown=move |press| { press.prevent_default(); take(at) }>
                            {place.label}" "<span class="suggest__note">{place.note}</span>
                        </li>
                    }
                }).collect_view()}
            </ul>
            {here}
        </div>
    }
}

/// The button beside the field, which appears once there is a script to work it, and what it found.
#[component]
fn Locate(here: HereButton, field: NodeRef<Input>, point: RwSignal<(String, String)>) -> impl IntoView {
    let works = RwSignal::new(false);
    Effect::new(move |_| works.set(true));
    let said = RwSignal::new(String::new());
    let (looking, failed) = (here.looking, StoredValue::new(here.failed));
    let found = move |lat: f64, lon: f64| {
        spawn_local(async move {
            let Ok(here) = place_here(lat, lon).await else {
                said.set(failed.get_value());
                return;
            };
            point.set((format!("{:.5}", here.lat), format!("{:.5}", here.lon)));
            if let Some(input) = field.get_untracked() {
                input.set_value("");
                input.set_placeholder(&here.label);
            }
            said.set(here.label);
        });
    };
    let locate = move |_| {
        said.set(looking.clone());
        if !position(found, move || said.set(failed.get_value())) {
            said.set(failed.get_value());
        }
    };
    view! {
        <input type="hidden" name="lat" prop:value=move || point.get().0 value=here.lat
            disabled=move || point.with(|p| p.0.is_empty())/>
        <input type="hidden" name="lon" prop:value=move || point.get().1 value=here.lon
            disabled=move || point.with(|p| p.0.is_empty())/>
        <button class="suggest__here" type="button" hidden=move || !works.get() on:click=locate>
            <svg class="icon" aria-hidden="true"><use href=here.icon></use></svg>
            <span class="visually-hidden">{here.label}</span>
        </button>
        <span class="suggest__said" role="status" hidden=move || said.with(String::is_empty)>{move || said.get()}</span>
    }
}

/// Asks the device where it is; `false` if it cannot be asked.
fn position(found: impl Fn(f64, f64) + 'static, failed: impl Fn() + 'static) -> bool {
    use wasm_bindgen::{JsCast, closure::Closure};
    let Some(device) = web_sys::window().and_then(|window| window.navigator().geolocation().ok()) else {
        return false;
    };
    let found = Closure::once_into_js(move |position: web_sys::Position| {
        let at = position.coords();
        found(at.latitude(), at.longitude());
    });
    let failed = Closure::once_into_js(move |_: wasm_bindgen::JsValue| failed());
    device
        .get_current_position_with_error_callback(found.unchecked_ref(), Some(failed.unchecked_ref()))
        .is_ok()
}
