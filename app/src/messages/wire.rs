//! What the island does in the browser, with the browser's own means: views made there weigh several times as much.

#[cfg(not(all(feature = "hydrate", target_arch = "wasm32")))]
pub fn wire() {}

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use browser::wire;

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod browser {
    use crate::messages::islands::ids;
    use js_sys::Function;
    use leptos::{
        prelude::{document, window},
        task::spawn_local,
    };
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{
        Element, Event, EventSource, FormData, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, MessageEvent,
        RequestInit, RequestRedirect, Response, ResponseType,
    };

    /// How near the end of the lines must be to the window for new ones to be scrolled to, in pixels.
    const NEAR: f64 = 300.0;

    /// A function for the browser that lives as long as the page.
    fn forever<E: wasm_bindgen::convert::FromWasmAbi + 'static>(act: impl FnMut(E) + 'static) -> Function {
        Closure::<dyn FnMut(E)>::new(act).into_js_value().unchecked_into()
    }

    fn element(id: &str) -> Option<Element> {
        document().get_element_by_id(id)
    }

    fn say(text: &str) {
        if let Some(line) = element(ids::SAID) {
            line.set_text_content(Some(text));
        }
    }

    fn path() -> String {
        window().location().pathname().unwrap_or_default()
    }

    /// Brings the page to life.
    pub fn wire() {
        let Some(lines) = element(ids::LINES) else { return };
        let after = lines.get_attribute("data-after").unwrap_or_default();
        let Ok(source) = EventSource::new(&format!("{}/events?after={after}", path())) else {
            return;
        };
        let arrived = forever(move |event: MessageEvent| append(&lines, &event.data().as_string().unwrap_or_default()));
        let _ = source.add_event_listener_with_callback("line", &arrived);
        document().set_onvisibilitychange(Some(&forever(|_: Event| note_read())));
        if let Some(form) = element(ids::FORM).and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            form.clone().set_onsubmit(Some(&forever(move |event: Event| {
                event.prevent_default();
                send(form.clone(), source.clone());
            })));
        }
    }

    /// Adds a line unless it is there, and reads out what it says.
    fn append(lines: &Element, html: &str) {
        // A line begins with its id, which names it on this page.
        let there = html.split('"').nth(1).is_some_and(|id| element(id).is_some());
        if there {
            return;
        }
        let height = window()
            .inner_height()
            .ok()
            .and_then(|h| h.as_f64())
            .unwrap_or_default();
        let followed = lines.get_bounding_client_rect().bottom() < height + NEAR;
        let _ = lines.insert_adjacent_html("beforeend", html);
        let Some(line) = lines.last_element_child() else { return };
        if let Some(words) = line.get_attribute("data-said") {
            say(&words);
        }
        if followed {
            line.scroll_into_view_with_bool(false);
        }
        note_read();
    }

    /// Tells the server what was shown, if somebody can see it. Nobody else learns it.
    fn note_read() {
        if document().hidden() {
            return;
        }
        let mut line = element(ids::LINES).and_then(|lines| lines.last_element_child());
        while let Some(this) = line {
            if let Some(seq) = this.get_attribute("data-seq") {
                let _ = window().navigator().send_beacon(&format!("{}/read/{seq}", path()));
                return;
            }
            line = this.previous_element_sibling();
        }
    }

    /// Sends the form while the page stays. What is refused goes the way it goes without script: to a page that says why
    /// and holds the words. What does not arrive stays where it was typed.
    fn send(form: HtmlFormElement, source: EventSource) {
        if form.has_attribute("data-busy") {
            return;
        }
        let Ok(data) = FormData::new_with_form(&form) else {
            return;
        };
        let options = RequestInit::new();
        options.set_method("POST");
        options.set_body(&data);
        options.set_redirect(RequestRedirect::Manual);
        let _ = form.set_attribute("data-busy", "");
        let typed = text(&form).map(|field| field.value());
        let going = window().fetch_with_str_and_init(&form.action(), &options);
        spawn_local(async move {
            let answer = going.await.ok().and_then(|answer| answer.dyn_into::<Response>().ok());
            let _ = form.remove_attribute("data-busy");
            match answer {
                None => say(&form.get_attribute("data-unsent").unwrap_or_default()),
                Some(answer) if answer.type_() != ResponseType::Opaqueredirect => {
                    let _ = form.submit();
                }
                Some(_) if source.ready_state() == EventSource::OPEN => clear(&form, typed.as_deref()),
                Some(_) => {
                    let _ = window().location().reload();
                }
            }
        });
    }

    fn text(form: &HtmlFormElement) -> Option<HtmlTextAreaElement> {
        form.query_selector("textarea").ok()??.dyn_into().ok()
    }

    fn input(form: &HtmlFormElement, selector: &str) -> Option<HtmlInputElement> {
        form.query_selector(selector).ok()??.dyn_into().ok()
    }

    /// Makes the form ready for the next message. What was typed on while this one was under way stays.
    fn clear(form: &HtmlFormElement, typed: Option<&str>) {
        say(&form.get_attribute("data-sent").unwrap_or_default());
        if let Some(field) = text(form).filter(|field| Some(field.value().as_str()) == typed) {
            field.set_value("");
            let _ = field.focus();
        }
        if let Some(files) = input(form, "[type=file]") {
            files.set_value("");
        }
        if let Some(once) = input(form, "[name=once]") {
            // Another mark, or the next message would count as this one.
            once.set_value(&format!("{}+", once.value()));
        }
    }
}
