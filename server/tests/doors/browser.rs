//! A browser without a screen: keeps cookies, sends forms, reads pages.

use allmende_server::router::router;
use app::shell::{App, limits::Limits, notices, site};
use axum::{
    Router,
    body::{Body, Bytes},
};
use domain::{
    notifications::Letter,
    testing::{PASSWORD, World},
};
use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};
use tower::ServiceExt;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
    /// The body as it came, for what is no text.
    pub bytes: Bytes,
}

impl Answer {
    /// Where it sends the browser.
    pub fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .and_then(|l| l.to_str().ok())
            .unwrap_or_default()
    }

    /// The answer, which must have this status.
    #[track_caller]
    pub fn expect(self, status: StatusCode) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// The answer, whose page must say this.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.text.contains(words), "\"{words}\" is not in: {}", self.text);
        self
    }
}

/// One person's browser.
pub struct Browser {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
    lang: &'static str,
}

/// The house over a world. Where things are limited, visitors may say what address they have.
pub fn house(world: &World, limited: bool) -> Router {
    site::set(site::Site::default());
    let app = App {
        ctx: world.ctx.clone(),
        limits: Arc::new(Limits::new(limited, world.ctx.clock.clone())),
        secure: false,
        behind_proxy: limited,
        mails: None,
    };
    router(app)
}

impl Browser {
    /// A stranger who reads German.
    pub fn stranger(world: &World) -> Self {
        Self {
            router: house(world, false),
            cookies: Mutex::default(),
            lang: "de",
        }
    }

    /// A stranger in a house of their own where things are limited.
    pub fn limited(world: &World) -> Self {
        Self {
            router: house(world, true),
            ..Self::stranger(world)
        }
    }

    /// The same stranger, reading English.
    pub fn reading_english(mut self) -> Self {
        self.lang = "en";
        self
    }

    /// Somebody who has signed up, opened the mailed link and is signed in. Their address is `NAME@example.org`.
    pub async fn member(world: &World, name: &str) -> Self {
        let browser = Self::stranger(world);
        let email = format!("{}@example.org", name.to_lowercase());
        let form = [("name", name), ("email", &email), ("password", PASSWORD)];
        browser.post("/sign-up", &form).await.expect(StatusCode::SEE_OTHER);
        let token = world
            .letters()
            .await
            .into_iter()
            .find_map(|delivery| match delivery.letter {
                Letter::ConfirmAddress { token, .. } if delivery.to.address == email => Some(token),
                _ => None,
            })
            .expect("a letter with a link");
        browser
            .post("/confirm", &[("token", &token)])
            .await
            .expect(StatusCode::SEE_OTHER);
        browser
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = form
            .iter()
            .map(|(k, v)| format!("{}={}", encoded(k), encoded(v)))
            .collect::<Vec<_>>()
            .join("&");
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// Sends a form with a file.
    pub async fn upload(&self, path: &str, field: &str, name: &str, bytes: &[u8]) -> Answer {
        let mut body = format!(
            "--cut\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\ncontent-type: image/jpeg\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--cut--\r\n");
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// Sends any request with this browser's cookies and language, and keeps what cookies come back.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.open(request).await;
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }

    /// As [`Self::send`], for answers that come bit by bit.
    pub async fn open(&self, mut request: Request<Body>) -> (http::response::Parts, Body) {
        let cookies: Vec<String> = self
            .cookies
            .lock()
            .unwrap()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request
                .headers_mut()
                .insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        request
            .headers_mut()
            .entry(header::ACCEPT_LANGUAGE)
            .or_insert(self.lang.parse().unwrap());
        request.headers_mut().insert(header::HOST, "localhost".parse().unwrap());
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, rest) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let mut jar = self.cookies.lock().unwrap();
            if rest.contains("Max-Age=0") {
                jar.remove(name);
            } else {
                jar.insert(name.to_owned(), value.to_owned());
            }
        }
        (parts, body)
    }

    /// What the next page will say, once.
    pub fn notice(&self) -> Option<String> {
        self.cookies.lock().unwrap().get(notices::COOKIE).cloned()
    }

    /// Sets a cookie, as somebody who forges one would.
    pub fn forge(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }
}

/// As browsers write values of forms.
pub fn encoded(text: &str) -> String {
    app::shell::format::query_value(text)
}
