//! What browsers download besides pages: wasm and its script, styles, pictures. All of it is in the binary.
//!
//! `/pkg/HASH/…` never changes, because another content has another hash: browsers may keep it for good.
//! `/assets/…` serves the pictures under lasting addresses too (icons, mails, feeds), to be asked for again.

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/site_files.rs"));
}

/// One file in the binary, as it is and, where that pays, compressed.
struct File {
    /// Below the package folder: `allmende.js`, `assets/logo.svg`.
    path: &'static str,
    content_type: &'static str,
    /// Names the content; without quotes.
    etag: &'static str,
    plain: &'static [u8],
    br: Option<&'static [u8]>,
    gz: Option<&'static [u8]>,
}

/// Where pages find the site's files: made here, handed to the pages at start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hrefs {
    /// The package folder without slashes at its ends, as Leptos' `site_pkg_dir` wants it: `pkg/HASH`.
    pub folder: String,
    /// The style sheet.
    pub css: String,
    /// The script that loads the wasm. Linked by pages with islands only.
    pub js: String,
    /// The islands.
    pub wasm: String,
    /// Goes before a picture's name: `/pkg/HASH/assets/`.
    pub assets: String,
}

/// Addresses of everything a page links to.
#[must_use]
pub fn hrefs() -> Hrefs {
    let folder = format!("pkg/{}", embedded::HASH);
    Hrefs {
        css: css_href(),
        js: js_href(),
        wasm: wasm_href(),
        assets: asset_href(""),
        folder,
    }
}

/// Address of the style sheet.
#[must_use]
pub fn css_href() -> String {
    href("main.css")
}

/// Address of the script that loads the islands.
#[must_use]
pub fn js_href() -> String {
    href("allmende.js")
}

/// Address of the islands.
#[must_use]
pub fn wasm_href() -> String {
    href("allmende_bg.wasm")
}

/// Address of a picture in `app/assets`, kept by browsers for good.
#[must_use]
pub fn asset_href(name: &str) -> String {
    href(&format!("assets/{name}"))
}

/// Whether this binary holds the islands. Without them (built by plain cargo) pages work as without script.
#[must_use]
pub fn has_islands() -> bool {
    find("allmende_bg.wasm").is_some()
}

/// The routes of the site.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/pkg/{hash}/{*path}", get(versioned))
        .route("/assets/{*path}", get(lasting))
        .route(
            "/favicon.ico",
            get(|headers: HeaderMap| async move { file("assets/favicon.ico", HOURLY, &headers) }),
        )
}

const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const HOURLY: HeaderValue = HeaderValue::from_static("public, max-age=3600");

async fn versioned(Path((hash, path)): Path<(String, String)>, headers: HeaderMap) -> Response {
    // While nodes are renewed one after another, a new page may ask an old node. Nobody must remember that answer.
    if hash == embedded::HASH {
        file(&path, FOR_GOOD, &headers)
    } else {
        missing()
    }
}

async fn lasting(Path(path): Path<String>, headers: HeaderMap) -> Response {
    file(&format!("assets/{path}"), HOURLY, &headers)
}

fn file(path: &str, keep: HeaderValue, asked: &HeaderMap) -> Response {
    let Some(file) = find(path) else { return missing() };
    let (coding, bytes) = file.best_for(&Accepted::by(asked));
    // Each encoding is a representation of its own, so its tag is, too (RFC 9110, 8.8.3).
    let etag = match coding {
        Some(coding) => format!("\"{}-{coding}\"", file.etag),
        None => format!("\"{}\"", file.etag),
    };
    let unchanged = matches_any(asked, &etag);
    let Ok(etag) = HeaderValue::from_str(&etag) else {
        return missing();
    };
    let common = [
        (header::CACHE_CONTROL, keep),
        (header::ETAG, etag),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    if unchanged {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let nosniff = HeaderValue::from_static("nosniff");
    let own = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.content_type)),
        (header::X_CONTENT_TYPE_OPTIONS, nosniff),
    ];
    let coding = coding.map(|coding| [(header::CONTENT_ENCODING, HeaderValue::from_static(coding))]);
    match coding {
        Some(coding) => (common, own, coding, bytes).into_response(),
        None => (common, own, bytes).into_response(),
    }
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-store")]).into_response()
}

fn find(path: &str) -> Option<&'static File> {
    embedded::FILES.iter().find(|file| file.path == path)
}

fn href(path: &str) -> String {
    format!("/pkg/{}/{path}", embedded::HASH)
}

/// Whether the browser already holds this content. A tag marked weak will do for reading (RFC 9110, 13.1.2).
fn matches_any(asked: &HeaderMap, etag: &str) -> bool {
    let values = asked
        .get_all(header::IF_NONE_MATCH)
        .into_iter()
        .filter_map(|value| value.to_str().ok());
    values
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|tag| tag == "*" || tag.trim_start_matches("W/") == etag)
}

/// What a browser says it can unpack.
struct Accepted {
    br: bool,
    gzip: bool,
}

impl Accepted {
    fn by(asked: &HeaderMap) -> Self {
        let mut accepted = Self { br: false, gzip: false };
        let values = asked
            .get_all(header::ACCEPT_ENCODING)
            .into_iter()
            .filter_map(|value| value.to_str().ok());
        for coding in values.flat_map(|value| value.split(',')) {
            let mut parts = coding.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            // `;q=0` means "not this one" (RFC 9110, 12.4.2).
            let refused = parts
                .filter_map(|part| part.strip_prefix("q="))
                .any(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0));
            match name.to_ascii_lowercase().as_str() {
                "br" => accepted.br = !refused,
                "gzip" | "x-gzip" => accepted.gzip = !refused,
                _ => {}
            }
        }
        accepted
    }
}

impl File {
    fn best_for(&self, accepted: &Accepted) -> (Option<&'static str>, &'static [u8]) {
        match (self.br.filter(|_| accepted.br), self.gz.filter(|_| accepted.gzip)) {
            (Some(bytes), _) => (Some("br"), bytes),
            (None, Some(bytes)) => (Some("gzip"), bytes),
            (None, None) => (None, self.plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{body::Body, http::Request};
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    fn accepting(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    async fn answer(path: &str, headers: &[(&str, &str)]) -> Response {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        routes::<()>()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap()
    }

    fn sample() -> File {
        File {
            path: "a.js",
            content_type: "text/javascript",
            etag: "1",
            plain: b"plain",
            br: Some(b"br"),
            gz: Some(b"gz"),
        }
    }

    #[test]
    fn the_smallest_encoding_that_a_browser_accepts_is_sent() {
        let file = sample();
        for (accepted, coding) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip", Some("gzip")),
            ("br;q=0, gzip;q=0.5", Some("gzip")),
            ("br;q=0.0, gzip; q=0", None),
            ("", None),
            ("\u{20}", None),
        ] {
            assert_eq!(
                file.best_for(&Accepted::by(&accepting(accepted))).0,
                coding,
                "{accepted}"
            );
        }
    }

    #[test]
    fn a_file_that_is_not_compressed_is_sent_as_it_is() {
        let photo = File {
            br: None,
            gz: None,
            ..sample()
        };
        assert_eq!(
            photo.best_for(&Accepted::by(&accepting("br, gzip"))),
            (None, &b"plain"[..])
        );
    }

    #[tokio::test]
    async fn the_style_sheet_may_be_kept_for_good_and_is_not_sent_twice() {
        let first = answer(&css_href(), &[]).await;
        assert_eq!(first.status(), StatusCode::OK);
        assert_eq!(first.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert_eq!(first.headers()[header::CACHE_CONTROL], FOR_GOOD);
        let etag = first.headers()[header::ETAG].to_str().unwrap().to_owned();
        let again = answer(&css_href(), &[("if-none-match", &format!("\"other\", W/{etag}"))]).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert!(again.into_body().collect().await.unwrap().to_bytes().is_empty());
    }

    #[tokio::test]
    async fn an_unknown_file_or_another_version_is_not_found_and_not_remembered() {
        let of_another_version = css_href().replace(embedded::HASH, "0000");
        for path in [
            href("none.css"),
            of_another_version,
            "/assets/none.svg".into(),
            href("../Cargo.toml"),
        ] {
            let answer = answer(&path, &[]).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
            assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-store", "{path}");
        }
    }
}
