//! What every answer carries, and who may send forms.

use super::browser::Browser;
use axum::body::Body;
use domain::on_both_engines;
use http::{Request, StatusCode, header};

/// Pages that anybody may read.
pub const PUBLIC: [&str; 9] = [
    "/", "/how", "/conduct", "/privacy", "/credits", "/sign-in", "/sign-up", "/reset", "/search",
];
/// Pages that only members may read.
pub const PRIVATE: [&str; 10] = [
    "/me",
    "/me/letters",
    "/me/calendar",
    "/me/sessions",
    "/me/account",
    "/me/blocked",
    "/loans",
    "/conversations",
    "/things",
    "/things/new",
];

on_both_engines! {
    async fn every_public_page_is_there_in_both_languages_with_nothing_inline(world: World) {
        for lang in ["de", "en"] {
            let visitor = Browser::stranger(&world);
            for path in PUBLIC {
                let page = visitor.get(&format!("{path}?lang={lang}")).await.expect(StatusCode::OK);
                assert!(page.text.contains(&format!("<html lang=\"{lang}\"")), "{path}");
                assert!(!page.text.contains(" style=\"") && !page.text.contains(" onclick"), "{path}");
                for script in page.text.split("<script").skip(1) {
                    assert!(script.starts_with(" type=\"application/ld+json\"") || script.contains("src="), "{path}");
                }
                let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
                assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), "{path}");
                assert_eq!(page.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
            }
        }
    }

    async fn members_pages_send_strangers_to_sign_in_and_back(world: World) {
        let visitor = Browser::stranger(&world);
        for path in PRIVATE {
            let answer = visitor.get(path).await.expect(StatusCode::SEE_OTHER);
            assert_eq!(answer.location(), format!("/sign-in?next={path}"));
        }
        let lena = Browser::member(&world, "Lena").await;
        for path in PRIVATE {
            let page = lena.get(path).await;
            assert!(page.status == StatusCode::OK || path == "/things/new", "{path}: {}", page.status);
        }
    }

    async fn forms_sent_by_other_sites_are_refused(world: World) {
        let lena = Browser::member(&world, "Lena").await;
        for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
            let request = Request::post("/sign-out").header(name, value).body(Body::empty()).unwrap();
            lena.send(request).await.expect(StatusCode::FORBIDDEN);
        }
        lena.get("/me").await.expect(StatusCode::OK);
    }

    async fn what_is_not_there_says_so_kindly(world: World) {
        let visitor = Browser::stranger(&world);
        visitor.get("/nothing/here").await.expect(StatusCode::NOT_FOUND).says("Das gibt es hier nicht");
        visitor.get("/dev/mail").await.expect(StatusCode::NOT_FOUND);
        visitor.get("/photo/0/small.webp").await.expect(StatusCode::NOT_FOUND);
        visitor.get("/healthz").await.expect(StatusCode::OK);
        visitor.get("/readyz").await.expect(StatusCode::OK).says("ready");
    }
}
