//! Bookings through the whole router: what a browser without script sends and gets.
#![cfg(feature = "test-support")]

use app::shell::{App, limits::Limits};
use axum::{Router, body::Body};
use domain::{
    bookings::BookingId,
    listings::{ListingId, testing::Thing},
    members::{self, Me},
    on_both_engines,
    testing::World,
};
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use std::sync::Arc;
use tower::ServiceExt;

/// A browser in which somebody is signed in, or nobody.
struct Browser {
    router: Router,
    cookie: String,
}

/// What came back.
struct Page {
    status: StatusCode,
    location: String,
    html: String,
}

impl Page {
    fn shows(&self, text: &str) -> bool {
        self.html.contains(text)
    }

    /// The value of an input or the content of a text area, as the page carries it.
    fn value(&self, name: &str) -> Option<&str> {
        let at = self.html.find(&format!("name=\"{name}\""))?;
        let tag_start = self.html[..at].rfind('<')?;
        let tag_end = at + self.html[at..].find('>')?;
        let tag = &self.html[tag_start..tag_end];
        if tag.starts_with("<textarea") {
            let rest = &self.html[tag_end + 1..];
            return rest
                .split("</textarea>")
                .next()
                .map(|text| text.trim_start_matches('\n'));
        }
        tag.split("value=\"").nth(1)?.split('"').next()
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let value = app::shell::format::query_value;
    fields
        .iter()
        .map(|(name, text)| format!("{name}={}", value(text)))
        .collect::<Vec<_>>()
        .join("&")
}

impl Browser {
    async fn of(world: &World, who: Option<&Me>) -> Self {
        let cookie = match who {
            Some(me) => {
                let signed_in = members::open(&world.ctx, me.id, "test").await.unwrap();
                format!("session={}", signed_in.token.text())
            }
            None => String::new(),
        };
        let app = App {
            ctx: world.ctx.clone(),
            limits: Arc::new(Limits::new(false)),
            secure: false,
            behind_proxy: false,
            mails: None,
        };
        Self {
            router: allmende_server::router::router(app),
            cookie,
        }
    }

    async fn send(&self, request: http::request::Builder, body: String) -> Page {
        let request = request
            .header(header::COOKIE, &self.cookie)
            .body(Body::from(body))
            .unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let location = answer
            .headers()
            .get(header::LOCATION)
            .map_or("", |l| l.to_str().unwrap())
            .to_owned();
        let status = answer.status();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        let html = String::from_utf8(bytes.to_vec()).unwrap();
        assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR, "{html}");
        for leak in [">bookings-", "\"bookings-", ">notice-", "<!>"] {
            assert!(!html.contains(leak), "{leak} in {html}");
        }
        Page { status, location, html }
    }

    async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path), String::new()).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, encoded(fields)).await
    }
}

const SECRET: &str = "Eduardstraße 99";

async fn drill(world: &World, owner: &Me) -> ListingId {
    let mut thing = Thing::called("Schlagbohrmaschine mit Koffer");
    thing.details.accessories = "Koffer\nZusatzgriff".into();
    thing.details.house_rules = "Nicht im Regen.".into();
    thing.details.replacement = "90".into();
    thing.details.condition = "good".into();
    thing.place.address = SECRET.into();
    thing.place.handover_note = "bei „Werkstatt“ klingeln".into();
    thing.publish(&world.ctx, owner).await
}

async fn ask(browser: &Browser, listing: ListingId, from: &str, to: &str) -> String {
    let path = format!("/listings/{listing}/request");
    let once = browser.get(&path).await.value("once").unwrap().to_owned();
    let sent = browser
        .post(
            &path,
            &[("from", from), ("to", to), ("note", "Für ein Regal."), ("once", &once)],
        )
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.html);
    sent.location
}

on_both_engines! {
    async fn a_loan_by_plain_forms_from_the_request_to_the_return(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let (lenas, beas) = (Browser::of(&world, Some(&lena)).await, Browser::of(&world, Some(&bea)).await);

        let booking = ask(&beas, listing, "2030-04-30", "2030-05-01").await;
        let page = beas.get(&booking).await;
        assert!(page.shows("Lena antwortet bis morgen, 08:00 Uhr") && page.shows("Anfrage zurückziehen"));
        assert!(!page.shows(SECRET), "the place is a secret before the yes");

        let loans = lenas.get("/loans").await;
        assert!(loans.shows("Das wartet auf dich") && loans.shows("Bea möchte es ausleihen"));
        assert!(loans.shows("nav__count"));
        let page = lenas.get(&booking).await;
        assert!(page.shows("Möchtest du es Bea leihen?") && page.shows("Für ein Regal."));
        assert!(page.shows("Ja, zusagen") && page.shows("Nein, diesmal nicht"));
        let yes = lenas.post(&format!("{booking}/accept"), &[]).await;
        assert_eq!((yes.status, yes.location.as_str()), (StatusCode::SEE_OTHER, booking.as_str()));
        let twice = lenas.post(&format!("{booking}/accept"), &[]).await;
        assert_eq!(twice.status, StatusCode::SEE_OTHER, "a form sent twice is no mistake");

        let page = beas.get(&booking).await;
        assert!(page.shows("Hol es morgen bei Lena ab") && page.shows(SECRET) && page.shows("Werkstatt"));
        assert!(page.shows("Zusatzgriff") && page.shows("Nicht im Regen.") && page.shows("90"));
        assert_eq!(beas.post(&format!("{booking}/hand-over"), &[]).await.status, StatusCode::SEE_OTHER);
        assert!(lenas.get(&booking).await.shows("Hast du es Bea gegeben?"));
        assert_eq!(lenas.post(&format!("{booking}/hand-over"), &[]).await.status, StatusCode::SEE_OTHER);
        assert!(beas.get(&booking).await.shows("Bring es bis"));

        world.wait(4 * domain::Timestamp::DAY).await;
        let page = beas.get(&booking).await;
        assert!(page.shows("Bring es bitte heute zurück") && page.shows("data-whose=\"late\""));
        assert!(lenas.get("/loans?as=lender").await.shows("überfällig"));
        assert_eq!(beas.post(&format!("{booking}/return"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(lenas.post(&format!("{booking}/return"), &[]).await.status, StatusCode::SEE_OTHER);
        let page = beas.get(&booking).await;
        assert!(page.shows("Alles ist zurück. Danke!") && page.shows("Abgeschlossen"));
        assert!(!page.shows(SECRET), "the place is a secret again");
        assert!(!lenas.get("/loans").await.shows("nav__count"));
    }

    async fn a_form_comes_back_with_what_was_typed_and_what_is_wrong(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let beas = Browser::of(&world, Some(&bea)).await;
        let path = format!("/listings/{listing}/request");
        let long = "x".repeat(200);
        let cases: [(&str, &str, &str, &str); 9] = [
            ("", "", "", "Hier fehlt noch etwas."),
            ("morgen", "31.12.2030", "🧰 مرحبا", "Das ist kein Datum."),
            ("2030-04-28", "2030-04-30", "Gestern", "Dieser Tag ist schon vorbei."),
            ("2030-05-02", "2030-05-01", "Rückwärts", "Das Ende liegt vor dem Anfang."),
            ("2030-05-01", "2030-05-15", "Lang", "Es wird höchstens 14 Tage am Stück verliehen."),
            ("9999-12-30", "9999-12-31", "Weit", "Der späteste Tag ist"),
            ("2030-05-01", "2030-05-02", &long, "Ein Wort ist zu lang."),
            ("2030-05-01\0", "2030-05-02", "\0", "Das ist kein Datum."),
            ("0000-00-00", "2030-05-02", "<script>alert(1)</script>", "Das ist kein Datum."),
        ];
        for (from, to, note, message) in cases {
            let page = beas.post(&path, &[("from", from), ("to", to), ("note", note), ("once", "a")]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{from} {to}");
            assert!(page.shows(message) && page.shows("error-summary"), "{message}: {}", page.html);
            assert_eq!(page.value("to"), Some(to), "what was typed stays");
            assert!(!page.shows("<script>alert"));
            if !note.contains(['\0', '<']) {
                assert_eq!(page.value("note"), Some(note));
            }
        }
        let ninety = "n".repeat(300_000);
        let huge = beas.post(&path, &[("from", "2030-05-01"), ("to", "2030-05-02"), ("note", &ninety)]).await;
        assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);

        let form = [("from", "2030-05-01"), ("to", "2030-05-02"), ("note", ""), ("once", "the same form")];
        let first = beas.post(&path, &form).await;
        let again = beas.post(&path, &form).await;
        assert_eq!((again.status, &again.location), (StatusCode::SEE_OTHER, &first.location), "a replayed form");
        let other = [("from", "2030-05-02"), ("to", "2030-05-03"), ("note", "Noch einmal"), ("once", "another")];
        let asked = beas.post(&path, &other).await;
        assert!(asked.shows("Für einen dieser Tage hast du schon angefragt.") && asked.shows(&first.location));

        let lenas = Browser::of(&world, Some(&lena)).await;
        assert_eq!(lenas.post(&path, &form).await.status, StatusCode::CONFLICT, "one’s own thing");
        lenas.post(&format!("{}/accept", first.location), &[]).await;
        let mira = world.member("Mira").await;
        let taken = Browser::of(&world, Some(&mira)).await.post(&path, &form).await;
        assert!(taken.shows("ist es schon vergeben") && taken.value("from") == Some("2030-05-01"));
        domain::listings::pause(&world.ctx, &lena, listing, None).await.unwrap();
        let gone = Browser::of(&world, Some(&mira)).await.post(&path, &form).await;
        assert!(gone.status == StatusCode::CONFLICT && gone.shows("Gerade nicht zu haben"));
        assert_eq!(Browser::of(&world, Some(&mira)).await.get(&path).await.status, StatusCode::NOT_FOUND);
    }

    async fn words_that_are_missing_are_asked_for_where_they_belong(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let (lenas, beas) = (Browser::of(&world, Some(&lena)).await, Browser::of(&world, Some(&bea)).await);
        let booking = ask(&beas, listing, "2030-04-30", "2030-05-01").await;
        lenas.post(&format!("{booking}/accept"), &[]).await;
        let page = beas.post(&format!("{booking}/cancel"), &[("reason", " ")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows("Hier fehlt noch etwas.") && page.shows("<details open"));
        let long = "Weil ".repeat(300);
        let page = beas.post(&format!("{booking}/cancel"), &[("reason", &long)]).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.value("reason") == Some(long.as_str()));
        let early = lenas.post(&format!("{booking}/return"), &[]).await;
        assert!(early.status == StatusCode::CONFLICT && early.shows("Das geht gerade nicht."));
        let off = beas.post(&format!("{booking}/cancel"), &[("reason", "Leider krank.")]).await;
        assert_eq!(off.status, StatusCode::SEE_OTHER);
        assert!(lenas.get(&booking).await.shows("Bea hat die Ausleihe abgesagt"));
        let over = lenas.post(&format!("{booking}/hand-over"), &[]).await;
        assert!(over.status == StatusCode::CONFLICT && over.shows("schon zu Ende"));
    }

    async fn strangers_find_nothing_and_visitors_sign_in_first(world: World) {
        let (lena, bea, eve) = (world.member("Lena").await, world.member("Bea").await, world.member("Eve").await);
        let listing = drill(&world, &lena).await;
        let booking = ask(&Browser::of(&world, Some(&bea)).await, listing, "2030-04-30", "2030-05-01").await;
        let (eves, nobody) = (Browser::of(&world, Some(&eve)).await, Browser::of(&world, None).await);
        let forged = BookingId("018f0000-0000-7000-8000-000000000000".parse().unwrap()).path();
        let commands = ["accept", "decline", "withdraw", "cancel", "hand-over", "return", "contest", "take-back"];
        for path in [booking.as_str(), &forged, "/bookings/nonsense", "/bookings/%F0%9F%A7%B0"] {
            assert_eq!(eves.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
            for command in commands {
                let answer = eves.post(&format!("{path}/{command}"), &[("reason", "Nur so.")]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}/{command}");
            }
        }
        for command in ["expire", "lapse", "give-way", "confirm-by-time", "nonsense"] {
            let beas = Browser::of(&world, Some(&bea)).await;
            assert_eq!(beas.post(&format!("{booking}/{command}"), &[]).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(eves.get("/listings/nonsense/request").await.status, StatusCode::NOT_FOUND);
        assert!(eves.get("/loans?as=nobody&page=-7").await.shows("Noch nichts geliehen"));

        for path in [booking.as_str(), "/loans"] {
            let answer = nobody.get(path).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            assert!(answer.location.starts_with("/sign-in?next=") && answer.location.contains(path));
        }
        let form = [("from", "2030-05-06"), ("to", "2030-05-07"), ("note", "Für ein Regal & mehr")];
        let sent = nobody.post(&format!("/listings/{listing}/request"), &form).await;
        let next = sent.location.strip_prefix("/sign-in?next=").unwrap();
        let next = next.replace("%3F", "?").replace("%3D", "=").replace("%26", "&").replace("%25", "%");
        let back = eves.get(&next).await;
        assert_eq!((back.value("from"), back.value("to")), (Some("2030-05-06"), Some("2030-05-07")));
        assert_eq!(back.value("note"), Some("Für ein Regal &amp; mehr"));
        let long = "sehr gern ".repeat(250);
        let form = [("from", "2030-05-06"), ("to", "2030-05-07"), ("note", long.as_str())];
        let stays = nobody.post(&format!("/listings/{listing}/request"), &form).await;
        assert_eq!((stays.status, stays.value("note")), (StatusCode::OK, Some(long.as_str())));
        let reason = nobody.post(&format!("{booking}/decline"), &[("reason", "Leider nein")]).await;
        assert!(reason.location.contains("decline") && reason.location.contains("Leider"));
    }

    async fn every_page_speaks_both_languages(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let (lenas, beas) = (Browser::of(&world, Some(&lena)).await, Browser::of(&world, Some(&bea)).await);
        let booking = ask(&beas, listing, "2030-04-30", "2030-05-01").await;
        for browser in [&lenas, &beas] {
            let page = browser.get(&format!("{booking}?lang=en")).await;
            assert!(page.shows("lang=\"en\"") && page.shows("History") && !page.shows("Verlauf"));
            assert!(browser.get("/loans?lang=en").await.shows("Loans"));
            let panel = browser.get(&format!("/listings/{listing}/request?lang=en")).await;
            assert!(panel.status == StatusCode::OK && !panel.shows("Zurückbringen"));
        }
        lenas.post(&format!("{booking}/accept"), &[]).await;
        assert!(beas.get(&format!("{booking}?lang=en")).await.shows("Pick it up from Lena tomorrow"));
    }
}
