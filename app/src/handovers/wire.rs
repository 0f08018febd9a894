//! What the island does in the browser, with the browser's own means: views made there weigh several times as much.

#[cfg(not(all(feature = "hydrate", target_arch = "wasm32")))]
pub fn wire() {}

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use browser::wire;

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod browser {
    use crate::handovers::islands::ids;
    use js_sys::{Array, Function, Object, Promise, Reflect};
    use leptos::{
        prelude::{document, window},
        task::spawn_local,
    };
    use std::{
        cell::{Cell, RefCell},
        rc::Rc,
    };
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use web_sys::{
        DataTransfer, Element, Event, File, FormData, Headers, HtmlElement, HtmlFormElement, HtmlInputElement,
        HtmlTextAreaElement, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode,
        RequestInit, RequestRedirect, Response,
    };

    /// The database of drafts, and the store in it. Its keys are the paths of the forms.
    const DATABASE: &str = "drafts";
    const STORE: &str = "drafts";
    /// How long to wait before what did not arrive is sent again, in milliseconds.
    const AGAIN_AFTER: i32 = 15_000;

    /// What the page needs while it is open. Cheap to clone.
    #[derive(Clone)]
    struct Keeper {
        form: HtmlFormElement,
        database: IdbDatabase,
        /// All photos of the draft. What a field for files holds is only what was chosen last.
        photos: Rc<RefCell<Vec<File>>>,
        /// Whether it is being sent.
        sending: Rc<Cell<bool>>,
    }

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

    fn file_field(id: &str) -> Option<HtmlInputElement> {
        element(id)?.dyn_into().ok()
    }

    /// The files in a field.
    fn chosen(field: &HtmlInputElement) -> Vec<File> {
        let files = field.files();
        files.map_or(Vec::new(), |files| {
            (0..files.length()).filter_map(|at| files.get(at)).collect()
        })
    }

    /// What a request of the database answers.
    async fn answered(request: &IdbRequest) -> Result<JsValue, JsValue> {
        let done = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        done.await?;
        request.result()
    }

    async fn open() -> Result<IdbDatabase, JsValue> {
        let factory = window().indexed_db()?.ok_or(JsValue::NULL)?;
        let request: IdbOpenDbRequest = factory.open_with_u32(DATABASE, 1)?;
        let opening = request.clone();
        request.set_onupgradeneeded(Some(&forever(move |_: Event| {
            if let Ok(database) = opening.result()
                && let Ok(database) = database.dyn_into::<IdbDatabase>()
            {
                let _ = database.create_object_store(STORE);
            }
        })));
        answered(&request).await?.dyn_into()
    }

    /// Brings the page to life. Where the browser keeps nothing (a private window, say) the form stays as it is.
    pub fn wire() {
        let Some(form) = element(ids::FORM).and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
            return;
        };
        spawn_local(async move {
            let Ok(database) = open().await else { return };
            let keeper = Keeper {
                form,
                database,
                photos: Rc::default(),
                sending: Rc::default(),
            };
            let _ = keeper.restore().await;
            keeper.listen();
            // What was chosen before this woke up.
            keeper.gather();
        });
    }

    impl Keeper {
        fn words(&self, name: &str) -> String {
            self.form.get_attribute(name).unwrap_or_default()
        }

        /// The draft's key: the path that the form is sent to.
        fn key(&self) -> JsValue {
            JsValue::from_str(&self.form.get_attribute("action").unwrap_or_default())
        }

        fn store(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
            let transaction = self.database.transaction_with_str_and_mode(STORE, mode)?;
            transaction.object_store(STORE)
        }

        fn listen(&self) {
            let typed = self.clone();
            let on_input = forever(move |_: Event| typed.keep());
            let _ = self.form.add_event_listener_with_callback("input", &on_input);
            for id in [ids::CAMERA, ids::ALBUM] {
                let Some(field) = file_field(id) else { continue };
                let keeper = self.clone();
                field.set_onchange(Some(&forever(move |_: Event| keeper.gather())));
            }
            let keeper = self.clone();
            self.form.set_onsubmit(Some(&forever(move |event: Event| {
                event.prevent_default();
                keeper.send();
            })));
            let keeper = self.clone();
            let back = forever(move |_: Event| keeper.send_again());
            let _ = window().add_event_listener_with_callback("online", &back);
        }

        /// A photo was taken or chosen: it joins those that are there. (To the browser, choosing anew drops the ones before.)
        fn gather(&self) {
            let mut new = Vec::new();
            for id in [ids::CAMERA, ids::ALBUM] {
                new.extend(file_field(id).map_or(Vec::new(), |field| chosen(&field)));
            }
            let there = self.photos.borrow().clone();
            // The field for albums holds those that are there already.
            new.retain(|photo| !there.iter().any(|other| Object::is(photo, other)));
            if !new.is_empty() {
                self.hold([there, new].concat());
                self.keep();
            }
        }

        /// Puts the photos into one field, so that they are sent with the form whoever sends it, and lists them.
        fn hold(&self, photos: Vec<File>) {
            if let (Ok(transfer), Some(album)) = (DataTransfer::new(), file_field(ids::ALBUM)) {
                for photo in &photos {
                    let _ = transfer.items().add_with_file(photo);
                }
                album.set_files(transfer.files().as_ref());
                // From the field now: a list of files gives out objects of its own.
                *self.photos.borrow_mut() = chosen(&album);
            }
            if let Some(camera) = file_field(ids::CAMERA) {
                camera.set_value("");
            }
            self.list();
        }

        fn list(&self) {
            let Some(list) = element(ids::KEPT) else { return };
            list.set_text_content(None);
            for (at, photo) in self.photos.borrow().iter().enumerate() {
                let (Ok(item), Ok(button)) = (document().create_element("li"), document().create_element("button"))
                else {
                    return;
                };
                item.set_text_content(Some(&photo.name()));
                button.set_text_content(Some(&self.words("data-remove")));
                let _ = button.set_attribute("type", "button");
                button.set_class_name("link-button");
                let keeper = self.clone();
                let remove = forever(move |_: Event| {
                    let mut left = keeper.photos.borrow().clone();
                    if at < left.len() {
                        left.remove(at);
                    }
                    keeper.hold(left);
                    keeper.keep();
                });
                if let Some(button) = button.dyn_ref::<HtmlElement>() {
                    button.set_onclick(Some(&remove));
                }
                let _ = item.append_child(&button);
                let _ = list.append_child(&item);
            }
        }

        /// Keeps the draft. What cannot be kept is still in the form.
        fn keep(&self) {
            let keeper = self.clone();
            spawn_local(async move {
                let _ = keeper.put().await;
            });
        }

        /// Fields as pairs of name and value, photos as they are: the browser can keep files.
        async fn put(&self) -> Result<(), JsValue> {
            let (fields, photos) = (Array::new(), Array::new());
            let elements = self.form.elements();
            for at in 0..elements.length() {
                let Some(field) = elements.item(at) else { continue };
                let pair = |name: String, value: String| {
                    fields.push(&Array::of2(&name.into(), &value.into()));
                };
                if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
                    pair(area.name(), area.value());
                } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
                    match input.type_().as_str() {
                        "radio" if input.checked() => pair(input.name(), input.value()),
                        "hidden" => pair(input.name(), input.value()),
                        _ => {}
                    }
                }
            }
            for photo in self.photos.borrow().iter() {
                photos.push(photo);
            }
            let draft = Object::new();
            Reflect::set(&draft, &"fields".into(), &fields)?;
            Reflect::set(&draft, &"photos".into(), &photos)?;
            let request = self
                .store(IdbTransactionMode::Readwrite)?
                .put_with_key(&draft, &self.key())?;
            answered(&request).await.map(|_| ())
        }

        async fn stored(&self) -> Result<JsValue, JsValue> {
            let request = self.store(IdbTransactionMode::Readonly)?.get(&self.key())?;
            answered(&request).await
        }

        /// Puts a draft that was kept back into the form. What the server sent along (it was refused) is newer than what was
        /// kept, except for the photos, which a server cannot send along.
        async fn restore(&self) -> Result<(), JsValue> {
            let draft = self.stored().await?;
            if draft.is_undefined() {
                return Ok(());
            }
            let fields: Array = Reflect::get(&draft, &"fields".into())?.dyn_into()?;
            let pairs: Vec<(String, String)> = fields
                .iter()
                .filter_map(|pair| {
                    let pair: Array = pair.dyn_into().ok()?;
                    Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
                })
                .collect();
            let stands = document().query_selector(".error-summary").ok().flatten().is_some();
            for (name, value) in &pairs {
                if !stands || name == "once" {
                    self.fill(name, value);
                }
            }
            let photos = photos_of(&draft);
            let found = !photos.is_empty();
            if found {
                // Those that were chosen while this woke up are still in their fields and join at once.
                let fields = [ids::CAMERA, ids::ALBUM].into_iter().filter_map(file_field);
                let new: Vec<File> = fields.flat_map(|field| chosen(&field)).collect();
                self.hold([photos, new].concat());
            }
            let typed = pairs.iter().any(|(name, value)| name != "once" && !value.is_empty());
            if typed || found {
                say(&self.words("data-restored"));
            }
            Ok(())
        }

        fn fill(&self, name: &str, value: &str) {
            let elements = self.form.elements();
            for at in 0..elements.length() {
                let Some(field) = elements.item(at) else { continue };
                if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
                    if area.name() == name {
                        area.set_value(value);
                    }
                } else if let Some(input) = field.dyn_ref::<HtmlInputElement>()
                    && input.name() == name
                {
                    match input.type_().as_str() {
                        "radio" => input.set_checked(input.value() == value),
                        "hidden" => input.set_value(value),
                        _ => {}
                    }
                }
            }
        }

        /// Sends the form while the page stays. Once the server says that it has it, the draft is dropped and the page moves
        /// on; what is refused goes the way it goes without script; what does not arrive waits for the net.
        fn send(&self) {
            if self.sending.replace(true) {
                return;
            }
            say(&self.words("data-sending"));
            let keeper = self.clone();
            spawn_local(async move {
                let _ = keeper.put().await;
                match keeper.deliver().await {
                    Delivered::Kept => {
                        let _ = keeper.forget().await;
                        let _ = window().location().assign(&keeper.words("data-after"));
                    }
                    Delivered::Answered => {
                        let _ = keeper.form.submit();
                    }
                    Delivered::Lost => keeper.wait(),
                }
            });
        }

        async fn deliver(&self) -> Delivered {
            let (Ok(data), Ok(headers)) = (FormData::new_with_form(&self.form), Headers::new()) else {
                return Delivered::Answered;
            };
            let _ = headers.set("accept", "application/json");
            let options = RequestInit::new();
            options.set_method("POST");
            options.set_body(&data);
            options.set_headers(&headers);
            options.set_redirect(RequestRedirect::Manual);
            let action = self.form.get_attribute("action").unwrap_or_default();
            let going = window().fetch_with_str_and_init(&action, &options).await;
            match going.ok().and_then(|answer| answer.dyn_into::<Response>().ok()) {
                // Only these words mean that it is kept: a redirect may also lead to signing in.
                Some(answer) if answer.ok() && is_json(&answer) => Delivered::Kept,
                // The house is there and not well: that passes.
                Some(answer) if answer.status() >= 500 => Delivered::Lost,
                Some(_) => Delivered::Answered,
                None => Delivered::Lost,
            }
        }

        /// Says that it waits for the net, and tries again after a while or when the net is back.
        fn wait(&self) {
            say(&self.words("data-waiting"));
            let keeper = self.clone();
            let again = forever(move |_: JsValue| keeper.send_again());
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&again, AGAIN_AFTER);
            let _ = self.form.set_attribute("data-waits", "");
            self.sending.set(false);
        }

        fn send_again(&self) {
            if self.form.has_attribute("data-waits") {
                let _ = self.form.remove_attribute("data-waits");
                self.send();
            }
        }

        async fn forget(&self) -> Result<(), JsValue> {
            let request = self.store(IdbTransactionMode::Readwrite)?.delete(&self.key())?;
            answered(&request).await.map(|_| ())
        }
    }

    enum Delivered {
        /// The server has it.
        Kept,
        /// The server says something else.
        Answered,
        /// Nobody answered.
        Lost,
    }

    fn is_json(answer: &Response) -> bool {
        let kind = answer.headers().get("content-type").ok().flatten();
        kind.is_some_and(|kind| kind.starts_with("application/json"))
    }

    fn photos_of(draft: &JsValue) -> Vec<File> {
        let photos = Reflect::get(draft, &"photos".into())
            .ok()
            .and_then(|photos| photos.dyn_into::<Array>().ok());
        photos.map_or(Vec::new(), |photos| {
            photos.iter().filter_map(|photo| photo.dyn_into().ok()).collect()
        })
    }
}
