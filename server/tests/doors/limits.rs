//! What is done too often is refused for a while, in words, and nothing typed is lost. The numbers are those of
//! docs/operating.md.

use super::{
    bookings::value,
    browser::{Answer, Browser},
};
use domain::{
    Timestamp,
    listings::testing::Thing,
    on_both_engines,
    testing::{PASSWORD, World},
};
use http::{Request, StatusCode, header};

/// The seconds after which it may be tried again.
fn wait(answer: &Answer) -> i64 {
    answer.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap()
}

/// The refusal: a page in the visitor's language that says how long.
#[track_caller]
fn too_many(answer: Answer, words: &str) -> Answer {
    let seconds = wait(&answer);
    let answer = answer.expect(StatusCode::TOO_MANY_REQUESTS).says(words);
    answer.says(&format!("{seconds}"))
}

/// Reads a page as somebody from this address.
async fn from(browser: &Browser, path: &str, address: &str) -> Answer {
    let request = Request::get(path).header("x-forwarded-for", format!("spoofed, {address}"));
    browser.send(request.body(axum::body::Body::empty()).unwrap()).await
}

async fn pass(world: &World, seconds: i64) {
    world.ctx.clock.advance(seconds * Timestamp::SECOND);
}

on_both_engines! {
    async fn passwords_of_one_account_are_tried_eight_times_and_then_once_a_minute(world: World) {
        world.member("Lena").await;
        world.member("Bea").await;
        let visitor = Browser::limited(&world);
        let wrong = [("email", "lena@example.org"), ("password", "not the password"), ("next", "/loans")];
        for _ in 0..8 {
            visitor.post("/sign-in", &wrong).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        let right = [("email", "Lena@Example.org"), ("password", PASSWORD), ("next", "/loans")];
        let page = too_many(visitor.post("/sign-in", &right).await, "Das war gerade etwas viel");
        assert!((1..=61).contains(&wait(&page)));
        assert_eq!((value(&page, "email"), value(&page, "next")), (Some("Lena@Example.org"), Some("/loans")));
        assert!(!page.text.contains(PASSWORD), "a password is never sent back");
        // Nobody else waits for that.
        let other = [("email", "bea@example.org"), ("password", "not the password")];
        visitor.post("/sign-in", &other).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        pass(&world, wait(&page)).await;
        visitor.post("/sign-in", &right).await.expect(StatusCode::SEE_OTHER);
    }

    async fn mails_to_one_address_are_three_and_then_one_in_five_minutes(world: World) {
        let visitor = Browser::limited(&world).reading_english();
        let form = [("name", "Bea"), ("email", "bea@example.org"), ("password", PASSWORD)];
        for _ in 0..3 {
            visitor.post("/sign-up", &form).await.expect(StatusCode::SEE_OTHER);
        }
        let page = too_many(visitor.post("/sign-up", &form).await, "That was a bit much just now").says("Please wait");
        assert_eq!((value(&page, "name"), value(&page, "email")), (Some("Bea"), Some("bea@example.org")));
        too_many(visitor.post("/reset", &[("email", "bea@example.org")]).await, "Please wait");
        pass(&world, 301).await;
        visitor.post("/reset", &[("email", "bea@example.org")]).await.expect(StatusCode::OK);
        too_many(visitor.post("/reset", &[("email", "bea@example.org")]).await, "Please wait");
    }

    async fn a_request_too_many_keeps_every_word_and_is_sent_again_by_a_button(world: World) {
        let lena = world.member("Lena").await;
        let listing = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        world.member("Bea").await;
        let bea = Browser::limited(&world);
        let account = [("email", "bea@example.org"), ("password", PASSWORD)];
        bea.post("/sign-in", &account).await.expect(StatusCode::SEE_OTHER);
        let path = format!("/listings/{listing}/request");
        for _ in 0..30 {
            bea.post(&path, &[("from", "nonsense")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        let note = "Für \"Omas\" Regal,\nam liebsten <früh> & leise.";
        let form = [("from", "2030-05-02"), ("to", "2030-05-03"), ("note", note), ("once", "a key")];
        let page = too_many(bea.post(&path, &form).await, "Was du geschrieben hast, ist noch da.");
        let page = page.says(&format!("action=\"{path}\"")).says("Noch einmal absenden");
        pass(&world, wait(&page)).await;
        let kept: Vec<_> = ["from", "to", "note", "once"]
            .map(|name| (name, value(&page, name).unwrap()))
            .map(|(name, value)| (name, value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")))
            .to_vec();
        let kept: Vec<_> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let sent = bea.post(&path, &kept).await.expect(StatusCode::SEE_OTHER);
        let booking = bea.get(sent.location()).await.expect(StatusCode::OK);
        booking.says("am liebsten &lt;früh&gt; &amp; leise.");
    }

    async fn forms_of_one_address_are_a_hundred_and_twenty_and_then_one_a_second(world: World) {
        let visitor = Browser::limited(&world);
        for _ in 0..120 {
            visitor.post("/settings/theme", &[("theme", "dark"), ("back", "/how")]).await.expect(StatusCode::SEE_OTHER);
        }
        let page = too_many(visitor.post("/settings/theme", &[("theme", "dark"), ("back", "/how")]).await, "etwas viel");
        let page = page.says("<input type=\"hidden\" name=\"theme\" value=\"dark\">");
        page.says("<input type=\"hidden\" name=\"back\" value=\"/how\">");
        visitor.get("/").await.expect(StatusCode::OK);
        pass(&world, 1).await;
        visitor.post("/settings/theme", &[("theme", "dark")]).await.expect(StatusCode::SEE_OTHER);
    }

    async fn searches_of_one_address_are_six_hundred_and_then_one_a_second(world: World) {
        let machine = Browser::limited(&world);
        for _ in 0..600 {
            from(&machine, "/api/v1/openapi.json", "192.0.2.7").await.expect(StatusCode::OK);
        }
        for path in ["/api/v1/openapi.json", "/api/v1/listings", "/api/v1/listings/nonsense"] {
            let refused = from(&machine, path, "192.0.2.7").await.expect(StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(refused.headers[header::CONTENT_TYPE], "application/problem+json");
            let told: serde_json::Value = serde_json::from_str(&refused.text).unwrap();
            assert_eq!((told["status"].as_i64(), wait(&refused)), (Some(429), 1), "{path}");
        }
        too_many(from(&machine, "/search", "192.0.2.7").await, "Das war gerade etwas viel");
        from(&machine, "/search", "192.0.2.8").await.expect(StatusCode::OK);
        // Whoever has IPv6 has many addresses: they count as one.
        for n in 0..600 {
            from(&machine, "/api/v1/openapi.json", &format!("2001:db8:1:2::{n:x}")).await.expect(StatusCode::OK);
        }
        from(&machine, "/search", "2001:db8:1:2:ffff::1").await.expect(StatusCode::TOO_MANY_REQUESTS);
        from(&machine, "/search", "2001:db8:1:3::1").await.expect(StatusCode::OK);
        pass(&world, 1).await;
        from(&machine, "/search", "192.0.2.7").await.expect(StatusCode::OK);
    }
}
