//! Whatever a visitor sends gets a clear answer, and never a fault of ours.

use super::{
    browser::{Browser, encoded},
    headers::{PRIVATE, PUBLIC},
};
use axum::body::Body;
use domain::on_both_engines;
use http::{Request, header};

/// Things people and robots type.
fn nonsense() -> Vec<String> {
    vec![
        String::new(),
        "x".repeat(10_000),
        "🧰🚲".repeat(50),
        "مرحبا \u{202E}abc".into(),
        "'; drop table member; --".into(),
        "\" onmouseover=\"alert(1)".into(),
        "\0\u{1}\u{7f}".into(),
        "-1".into(),
        "99999999999999999999".into(),
        "NaN".into(),
        "2026-02-30".into(),
        "0190a000-0000-7000-8000-000000000000".into(),
        "../../etc/passwd".into(),
        "*:* AND (NEAR".into(),
        "%00%ff%fe".into(),
    ]
}

on_both_engines! {
    async fn no_query_breaks_a_page(world: World) {
        let visitor = Browser::stranger(&world);
        let names = ["q", "place", "lat", "lon", "radius_km", "from", "to", "category", "kind", "sort", "page", "cell", "next",
            "token", "lang"];
        for path in PUBLIC {
            for word in nonsense() {
                // An address of more than 64 kB reaches no server: long words stand in the first field alone.
                let fields = if word.len() > 1_000 { &names[..1] } else { &names[..] };
                let query = fields.iter().map(|n| format!("{n}={}", encoded(&word))).collect::<Vec<_>>().join("&");
                let answer = visitor.get(&format!("{path}?{query}")).await;
                assert!(!answer.status.is_server_error(), "{path}?{query}: {}", answer.status);
            }
        }
    }

    async fn no_form_breaks_a_page(world: World) {
        let lena = Browser::member(&world, "Lena").await;
        let doors = ["/sign-up", "/sign-in", "/confirm", "/confirm-address", "/reset", "/reset/choose", "/me", "/me/sessions/end",
            "/me/password", "/me/address", "/settings/language", "/settings/theme"];
        for door in doors {
            for word in nonsense() {
                let names = ["name", "email", "password", "current", "token", "next", "place", "about", "languages", "session",
                    "lang", "theme", "back"];
                let form: Vec<_> = names.iter().map(|name| (*name, word.as_str())).collect();
                let answer = lena.post(door, &form).await;
                assert!(!answer.status.is_server_error(), "{door} {word}: {}", answer.status);
            }
            let unread = Request::post(door).header(header::CONTENT_TYPE, "application/json").body(Body::from("{")).unwrap();
            let answer = lena.send(unread).await;
            assert!(!answer.status.is_server_error(), "{door}: {}", answer.status);
        }
    }

    async fn no_id_and_no_cookie_breaks_a_page(world: World) {
        let lena = Browser::member(&world, "Lena").await;
        for word in nonsense().into_iter().filter(|w| !w.is_empty() && w.len() < 5_000) {
            for path in ["/members/", "/listings/", "/bookings/", "/photo/", "/dev/mail/", "/api/v1/listings/", "/api/"] {
                let answer = lena.get(&format!("{path}{}", encoded(&word).replace('/', "%2F"))).await;
                assert!(answer.status.is_client_error() || answer.status.is_redirection(), "{path}{word}: {}", answer.status);
            }
        }
        for value in ["", "x", "%", "\"", "a=b", &"y".repeat(5_000)] {
            let visitor = Browser::stranger(&world);
            for cookie in ["session", "__Host-session", "lang", "theme", "notice"] {
                visitor.forge(cookie, value);
            }
            for path in PUBLIC.into_iter().chain(PRIVATE) {
                let answer = visitor.get(path).await;
                assert!(!answer.status.is_server_error(), "{path} {value}: {}", answer.status);
            }
        }
    }
}
