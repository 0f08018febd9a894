//! Calendars' doors: a secret address that programs read, and the pages behind which it is looked after.

use super::{
    bookings::member,
    browser::{Answer, Browser},
};
use axum::body::Body;
use domain::{
    Timestamp,
    bookings::{self, BookingId, Command, RequestDraft},
    calendars::Reach,
    context::Settings,
    listings::{ListingId, testing::Thing},
    members::Me,
    on_both_engines,
    testing::World,
};
use http::{Request, StatusCode, header};
use std::sync::Arc;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

const ADDRESS: &str = "Eduardstraße 99";

async fn drill(world: &World, lena: &Me) -> ListingId {
    let mut thing = Thing::called("Bohrmaschine, groß; rot");
    thing.place.address = ADDRESS.into();
    thing.place.handover_note = "Code 4711".into();
    thing.publish(&world.ctx, lena).await
}

async fn loan(world: &World, lena: &Me, bea: &Me, listing: ListingId) -> BookingId {
    let typed = RequestDraft {
        from: "2030-05-02".into(),
        to: "2030-05-03".into(),
        ..RequestDraft::default()
    };
    let id = bookings::request(&world.ctx, bea, listing, &typed).await.unwrap();
    bookings::act(&world.ctx, lena, id, Command::Accept).await.unwrap();
    id
}

/// The path of the address on a page that shows it.
fn address_on(page: &Answer) -> String {
    let rest = page
        .text
        .split("value=\"http://localhost:3000/calendars/")
        .nth(1)
        .expect("an address");
    format!("/calendars/{}", rest.split('"').next().unwrap())
}

async fn make(browser: &Browser, base: &str) -> String {
    address_on(&in_words(
        browser
            .post(&format!("{base}/address"), &[])
            .await
            .expect(StatusCode::OK),
    ))
}

/// A page on which no key of a text shows instead of the text.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [">calendars-", "\"calendars-", ">notice-", "<!>"] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
}

/// A machine next door that always answers with these bytes.
async fn next_door(answer: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/private/kalender-0815.ics", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 1024];
            let _ = stream.read(&mut head).await;
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    url
}

fn calendar(kind: &str, lines: &str) -> String {
    let body = format!("BEGIN:VCALENDAR\r\n{lines}END:VCALENDAR\r\n");
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

const BUSY: &str = "BEGIN:VEVENT\r\nUID:1@elsewhere.example\r\nDTSTART;VALUE=DATE:20300503\r\nDTEND;VALUE=DATE:20300505\r\nEND:VEVENT\r\n";

fn near(mut world: World) -> World {
    let settings = Settings {
        reach: Reach::AlsoThisMachine,
        ..(*world.ctx.settings).clone()
    };
    world.ctx.settings = Arc::new(settings);
    world
}

on_both_engines! {
    async fn programs_read_a_calendar_without_cookies_by_its_secret_address(world: World) {
        let ((lena, lenas), (bea, _)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let drill = drill(&world, &lena).await;
        let id = loan(&world, &lena, &bea, drill).await;
        lenas.get("/me/calendar").await.expect(StatusCode::OK).says("Geheime Adresse machen");
        let path = make(&lenas, "/me/calendar").await;
        let page = in_words(lenas.get("/me/calendar").await.expect(StatusCode::OK)).says("Noch nie abgerufen.");
        assert!(!page.text.contains("/calendars/"), "an address is shown once");
        let program = Browser::stranger(&world);
        let read = program.get(&path).await.expect(StatusCode::OK);
        assert_eq!(read.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
        assert!(!read.headers.contains_key(header::SET_COOKIE) && !read.headers.contains_key(header::VARY));
        assert!(read.text.starts_with("BEGIN:VCALENDAR\r\n") && read.text.ends_with("END:VCALENDAR\r\n"));
        let unfolded = read.text.replace("\r\n ", "");
        for line in [
            "SUMMARY:Bohrmaschine\\, groß\\; rot (an Bea)", "STATUS:CONFIRMED", "DTSTART;VALUE=DATE:20300502",
            "DTEND;VALUE=DATE:20300504", "LOCATION:Eduardstraße 99", "SEQUENCE:1", "TRANSP:TRANSPARENT",
        ] {
            assert!(unfolded.contains(&format!("\r\n{line}\r\n")), "{line} in {unfolded}");
        }
        assert!(unfolded.contains(&format!("UID:booking-{id}@localhost")) && unfolded.contains("DESCRIPTION:Zugesagt.\\nhttp://localhost:3000/bookings/"));
        assert!(!read.text.contains("4711"), "codes of key boxes stay here");
        lenas.get("/me/calendar").await.expect(StatusCode::OK).says("Zuletzt abgerufen:");
    }

    async fn who_has_a_calendar_already_is_told_so(world: World) {
        let ((lena, lenas), (bea, _)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let drill = drill(&world, &lena).await;
        let id = loan(&world, &lena, &bea, drill).await;
        let path = make(&lenas, "/me/calendar").await;
        let program = Browser::stranger(&world);
        let read = program.get(&path).await.expect(StatusCode::OK);
        let (etag, modified) = (read.headers[header::ETAG].clone(), read.headers[header::LAST_MODIFIED].clone());
        let ask = async |name: header::HeaderName, value: &str| {
            program.send(Request::get(&path).header(name, value).body(Body::empty()).unwrap()).await
        };
        let etag = etag.to_str().unwrap();
        world.wait(3 * Timestamp::HOUR).await;
        for mark in [etag.to_owned(), format!("W/{etag}"), format!("\"other\", {etag}"), "*".to_owned()] {
            let answer = ask(header::IF_NONE_MATCH, &mark).await.expect(StatusCode::NOT_MODIFIED);
            assert_eq!((answer.text.as_str(), answer.headers[header::ETAG].to_str().unwrap()), ("", etag), "{mark}");
        }
        ask(header::IF_NONE_MATCH, "\"other\"").await.expect(StatusCode::OK);
        let modified = modified.to_str().unwrap();
        ask(header::IF_MODIFIED_SINCE, modified).await.expect(StatusCode::NOT_MODIFIED);
        ask(header::IF_MODIFIED_SINCE, "Mon, 29 Apr 2030 05:00:00 GMT").await.expect(StatusCode::OK);
        ask(header::IF_MODIFIED_SINCE, "gestern").await.expect(StatusCode::OK);
        let reason = Command::Cancel { reason: "Kaputt.".into(), seen: None };
        bookings::act(&world.ctx, &lena, id, reason).await.unwrap();
        ask(header::IF_MODIFIED_SINCE, modified).await.expect(StatusCode::OK);
        let read = ask(header::IF_NONE_MATCH, etag).await.expect(StatusCode::OK);
        assert!(read.text.contains("STATUS:CANCELLED") && read.text.contains("SEQUENCE:2") && !read.text.contains("LOCATION"));
    }

    async fn an_address_that_is_wrong_renewed_or_switched_off_opens_nothing(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let drill = drill(&world, &lena).await;
        let program = Browser::stranger(&world);
        for path in ["/calendars/x.ics", "/calendars/x", "/calendars/.ics", &format!("/calendars/{}.ics", "x".repeat(5_000))] {
            program.get(path).await.expect(StatusCode::NOT_FOUND);
        }
        let base = format!("/things/{drill}/calendar");
        for base in ["/me/calendar", &base] {
            let first = make(&lenas, base).await;
            program.get(&first).await.expect(StatusCode::OK);
            let second = make(&lenas, base).await;
            program.get(&first).await.expect(StatusCode::NOT_FOUND);
            program.get(&second).await.expect(StatusCode::OK);
            lenas.post(&format!("{base}/close"), &[]).await.expect(StatusCode::SEE_OTHER);
            in_words(lenas.get(base).await.expect(StatusCode::OK)).says("Die Adresse ist abgeschaltet.");
            program.get(&second).await.expect(StatusCode::NOT_FOUND);
            program.get(&second.replace(".ics", "")).await.expect(StatusCode::NOT_FOUND);
        }
        for path in ["", "/address", "/close", "/add", "/check", "/remove"] {
            let whole = format!("{base}{path}");
            let (hers, strangers) = if path.is_empty() {
                (beas.get(&whole).await, program.get(&whole).await)
            } else {
                let form = [("import", "0190a000-0000-7000-8000-000000000000"), ("url", "https://a.example/")];
                (beas.post(&whole, &form).await, program.post(&whole, &form).await)
            };
            if path == "/remove" {
                // As if it had been removed already; the page it leads to is not hers.
                beas.get(hers.location()).await.expect(StatusCode::NOT_FOUND);
            } else {
                hers.expect(StatusCode::NOT_FOUND);
            }
            assert!(strangers.expect(StatusCode::SEE_OTHER).location().starts_with("/sign-in"));
        }
    }

    async fn a_foreign_calendar_is_added_shown_and_removed_by_plain_forms(world: World) {
        let world = near(world);
        let ((lena, lenas), (bea, _)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let drill = drill(&world, &lena).await;
        let id = loan(&world, &lena, &bea, drill).await;
        let base = format!("/things/{drill}/calendar");
        lenas.get(&format!("/things/{drill}")).await.expect(StatusCode::OK).says(&format!("href=\"{base}\""));
        let url = next_door(calendar("text/calendar", BUSY)).await;
        let add = format!("{base}/add");
        lenas.post(&add, &[("url", &url)]).await.expect(StatusCode::SEE_OTHER);
        let page = in_words(lenas.get(&base).await.expect(StatusCode::OK));
        let page = page.says("Seine belegten Tage sind gesperrt.").says("Sagt für 2 Tage ab heute: belegt.");
        let page = page.says("Eine Leihe liegt auf belegten Tagen").says(&format!("href=\"/bookings/{id}\""));
        assert!(!page.text.contains("/private/kalender"), "a secret of its owner is not shown");
        lenas.post(&add, &[("url", &url)]).await.expect(StatusCode::UNPROCESSABLE_ENTITY).says("ist schon dabei");
        let import = page.text.split("name=\"import\" value=\"").nth(1).and_then(|t| t.split('"').next()).unwrap().to_owned();
        lenas.post(&format!("{base}/check"), &[("import", &import)]).await.expect(StatusCode::SEE_OTHER);
        lenas.post(&format!("{base}/check"), &[("import", "nonsense")]).await.expect(StatusCode::NOT_FOUND);
        for _ in 0..2 {
            lenas.post(&format!("{base}/remove"), &[("import", &import)]).await.expect(StatusCode::SEE_OTHER);
        }
        let page = in_words(lenas.get(&format!("{base}?lang=en")).await.expect(StatusCode::OK));
        assert!(!page.text.contains("name=\"import\"") && page.text.contains("Block days from another calendar"));
    }

    async fn what_is_wrong_with_a_foreign_calendar_stands_at_its_field_with_what_was_typed(world: World) {
        let world = near(world);
        let (lena, lenas) = member(&world, "Lena").await;
        let drill = drill(&world, &lena).await;
        let add = format!("/things/{drill}/calendar/add");
        let page_instead = next_door(calendar("text/html", "<p>")).await;
        let cut_off = next_door("HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\nBEGIN:VCALENDAR\r\n".into()).await;
        for (typed, says) in [
            ("", "Das ist keine Adresse"), ("ftp://a.example/", "muss mit https://"),
            ("https://u:p@a.example/", "ein Passwort"), ("http://10.0.0.1/", "in einem privaten Netz"),
            (&page_instead, "Dort liegt kein Kalender"), (&cut_off, "bricht mittendrin ab"),
        ] {
            let page = in_words(lenas.post(&add, &[("url", typed)]).await.expect(StatusCode::UNPROCESSABLE_ENTITY));
            let page = page.says(says).says("id=\"url-error\"").says("href=\"#url\"").says(&format!("value=\"{typed}\""));
            assert!(!page.text.contains("name=\"import\""));
        }
        let plain = Browser::limited(&world);
        plain.post("/sign-in", &[("email", "lena@example.org"), ("password", domain::testing::PASSWORD)]).await.expect(StatusCode::SEE_OTHER);
        for _ in 0..10 {
            plain.post(&add, &[("url", "x")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        plain.post(&add, &[("url", "x")]).await.expect(StatusCode::TOO_MANY_REQUESTS).says("value=\"x\"");
    }
}
