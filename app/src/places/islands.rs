//! The field for a place. Without script it is a plain field whose text the server looks up.

use super::suggest::{Suggestion, suggest_places};
use leptos::{ev::KeyboardEvent, html::Input, prelude::*, task::spawn_local};

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
    /// Whether the elements of [`super::locate`] stand beside it.
    here: bool,
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
    if here {
        Effect::new(move |_| super::locate::wire(field));
    }
    let take = move |at: usize| {
        if let (Some(input), Some(place)) = (field.get_untracked(), found.with_untracked(|f| f.get(at).cloned())) {
            input.set_value(&place.label);
            if here {
                super::locate::forget();
            }
            close();
        }
    };
    let ask = move |_| {
        let Some(input) = field.get_untracked() else { return };
        let text = input.value();
        if here && !text.trim().is_empty() {
            super::locate::forget();
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
        </div>
    }
}
