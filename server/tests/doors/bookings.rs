//! Bookings' doors.

use super::browser::{Answer, Browser};
use domain::{
    Timestamp,
    listings::{Kind, ListingId, pause, testing::Thing},
    members::Me,
    on_both_engines,
    prices::PriceForm,
    testing::{PASSWORD, World},
};
use http::StatusCode;

/// Somebody who has an account and is signed in.
pub async fn member(world: &World, name: &str) -> (Me, Browser) {
    let (me, browser) = (world.member(name).await, Browser::stranger(world));
    browser
        .post("/sign-in", &[("email", &me.email), ("password", PASSWORD)])
        .await
        .expect(StatusCode::SEE_OTHER);
    (me, browser)
}

/// The value of an input or the content of a text area, as the page carries it.
pub fn value<'a>(page: &'a Answer, name: &str) -> Option<&'a str> {
    let at = page.text.find(&format!("name=\"{name}\""))?;
    let start = page.text[..at].rfind('<')?;
    let end = at + page.text[at..].find('>')?;
    let tag = &page.text[start..end];
    if tag.starts_with("<textarea") {
        return page.text[end + 1..]
            .split("</textarea>")
            .next()
            .map(|text| text.trim_start_matches('\n'));
    }
    tag.split("value=\"").nth(1)?.split('"').next()
}

/// The page, on which no key of a text may show instead of the text.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [">bookings-", "\"bookings-", ">notice-", "<!>"] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
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

/// Asks by the form on its own page: the path of the booking.
async fn ask(browser: &Browser, listing: ListingId, from: &str, to: &str) -> String {
    let path = format!("/listings/{listing}/request");
    let once = value(&browser.get(&path).await, "once").unwrap().to_owned();
    let form = [("from", from), ("to", to), ("note", "Für ein Regal."), ("once", &once)];
    browser
        .post(&path, &form)
        .await
        .expect(StatusCode::SEE_OTHER)
        .location()
        .to_owned()
}

on_both_engines! {
    async fn free_days_are_had_at_once_where_the_owner_said_so(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let times = format!("/things/{listing}/times");
        in_words(lenas.get(&times).await.expect(StatusCode::OK)).says("Wer sagt zu?").says("genaue Adresse");
        let week: Vec<_> = ["0", "1", "2", "3", "4", "5", "6"].map(|day| ("weekdays", day)).into();
        let form = [week, vec![("lead_days", "0"), ("longest_days", "14"), ("instant", "yes")]].concat();
        lenas.post(&times, &form).await.expect(StatusCode::SEE_OTHER);
        in_words(lenas.get(&format!("/things/{listing}")).await).says("sofort zugesagt");
        let page = in_words(beas.get(&format!("/listings/{listing}")).await);
        page.says("Die Zusage kommt sofort.").says(">Ausleihen<");
        let booking = ask(&beas, listing, "2030-05-04", "2030-05-05").await;
        assert_eq!(beas.notice(), Some("accepted-at-once".into()));
        in_words(beas.get(&booking).await).says(SECRET).says("von allein");
    }

    async fn days_are_closed_after_seeing_whom_it_concerns(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let booking = ask(&beas, listing, "2030-05-04", "2030-05-05").await;
        let path = format!("/things/{listing}/close");
        beas.get(&path).await.expect(StatusCode::NOT_FOUND);
        beas.post(&path, &[("from", "2030-05-01"), ("to", "2030-05-09"), ("reason", "Weg damit")]).await
            .expect(StatusCode::NOT_FOUND);
        Browser::stranger(&world).get(&path).await.expect(StatusCode::SEE_OTHER);

        in_words(lenas.get(&path).await.expect(StatusCode::OK)).says("Kaputt oder im Urlaub?");
        let wrong = lenas.get(&format!("{path}?from=2030-05-09&to=2030-05-01")).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(value(&in_words(wrong), "from"), Some("2030-05-09"), "what was typed stays");
        let page = lenas.get(&format!("{path}?from=2030-05-01&to=2030-05-09")).await.expect(StatusCode::OK);
        in_words(page).says("Das betrifft eine Ausleihe oder Anfrage.").says("Bea").says("hat angefragt").says("Alles absagen");
        let days = [("from", "2030-05-01"), ("to", "2030-05-09"), ("how", "call-off")];
        let silent = lenas.post(&path, &days).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        in_words(silent).says("Was ist los?").says("field__error");
        let mut form = days.to_vec();
        form.push(("reason", "Der Motor qualmt."));
        lenas.post(&path, &form).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(lenas.notice(), Some("days-closed".into()));
        in_words(beas.get(&booking).await).says("Lena kann diesmal nicht").says("Der Motor qualmt.");
        let quiet = lenas.get(&format!("{path}?from=2030-06-01&to=2030-06-02")).await.expect(StatusCode::OK);
        in_words(quiet).says("Da hat niemand etwas ausgemacht oder angefragt.");
        lenas.post(&path, &[("from", "2030-06-01"), ("to", "2030-06-02")]).await.expect(StatusCode::SEE_OTHER);
    }

    async fn other_days_are_proposed_and_agreed_by_plain_forms(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let booking = ask(&beas, listing, "2030-05-04", "2030-05-05").await;
        lenas.post(&format!("{booking}/accept"), &[]).await.expect(StatusCode::SEE_OTHER);
        let propose = format!("{booking}/propose");
        let wrong = beas.post(&propose, &[("from", "2030-05-04"), ("to", "bald"), ("reason", "Bitte")]).await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        let wrong = in_words(wrong);
        assert_eq!((value(&wrong, "to"), value(&wrong, "from")), (Some("bald"), Some("2030-05-04")));
        let far = beas.post(&propose, &[("from", "2030-05-04"), ("to", "2039-05-04")]).await.expect(StatusCode::CONFLICT);
        assert_eq!(value(&in_words(far), "to"), Some("2039-05-04"));
        beas.post(&propose, &[("from", "2030-05-06"), ("to", "2030-05-07"), ("reason", "Es regnet.")]).await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(beas.notice(), Some("proposed".into()));
        in_words(beas.get(&booking).await).says("Du hast andere Tage vorgeschlagen");
        in_words(lenas.get(&booking).await).says("Bea möchte andere Tage").says("Es regnet.").says("Ja, so machen wir es");
        lenas.post(&format!("{booking}/agree"), &[]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(lenas.notice(), Some("changed".into()));
        in_words(beas.get(&booking).await).says("2030-05-06").says("Auf andere Tage geeinigt");
        // Signing in on the way keeps what was typed.
        let stranger = Browser::stranger(&world);
        let sent = stranger.post(&propose, &[("from", "2030-05-06"), ("to", "2030-05-08"), ("reason", "Länger")]).await;
        assert!(sent.location().contains("2030-05-08") && sent.location().contains("propose"), "{}", sent.location());
    }

    async fn a_loan_by_plain_forms_from_the_request_to_the_return(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let press = async |browser: &Browser, path: String| {
            browser.post(&path, &[]).await.expect(StatusCode::SEE_OTHER);
            browser.notice()
        };

        let booking = ask(&beas, listing, "2030-04-30", "2030-05-01").await;
        let page = in_words(beas.get(&booking).await).says("Lena antwortet bis morgen, 08:00 Uhr").says("Anfrage zurückziehen");
        assert!(!page.text.contains(SECRET), "the place is a secret before the yes");
        let loans = in_words(lenas.get("/loans").await).says("Das wartet auf dich").says("nav__count");
        loans.says("Bea möchte es ausleihen");
        let page = in_words(lenas.get(&booking).await).says("Möchtest du es Bea leihen?").says("Für ein Regal.");
        page.says("Ja, zusagen").says("Nein, diesmal nicht");
        assert_eq!(press(&lenas, format!("{booking}/accept")).await, Some("accepted".into()));
        assert_eq!(press(&lenas, format!("{booking}/accept")).await, Some("accepted".into()), "sent twice is no mistake");

        let page = in_words(beas.get(&booking).await).says("Hol es morgen bei Lena ab").says(SECRET).says("Werkstatt");
        page.says("Zusatzgriff").says("Nicht im Regen.").says("90");
        assert_eq!(press(&beas, format!("{booking}/hand-over")).await, Some("handover-reported".into()));
        in_words(lenas.get(&booking).await).says("Hast du es Bea gegeben?");
        assert_eq!(press(&lenas, format!("{booking}/hand-over")).await, Some("handover-confirmed".into()));
        in_words(beas.get(&booking).await).says("Bring es bis");

        world.wait(4 * Timestamp::DAY).await;
        in_words(beas.get(&booking).await).says("Bring es bitte heute zurück").says("data-whose=\"late\"");
        in_words(lenas.get("/loans?as=lender").await).says("überfällig");
        assert_eq!(press(&beas, format!("{booking}/return")).await, Some("return-reported".into()));
        assert_eq!(press(&lenas, format!("{booking}/return")).await, Some("return-confirmed".into()));
        let page = in_words(beas.get(&booking).await).says("Alles ist zurück. Danke!").says("Abgeschlossen");
        assert!(!page.text.contains(SECRET), "the place is a secret again");
        assert!(!lenas.get("/loans").await.text.contains("nav__count"));
    }

    async fn a_request_comes_back_with_what_was_typed_and_what_is_wrong(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
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
            ("0000-00-00", "2030-05-02", "</textarea><script>alert(1)</script>", "Das ist kein Datum."),
        ];
        for (from, to, note, message) in cases {
            let form = [("from", from), ("to", to), ("note", note), ("once", "a")];
            let page = beas.post(&path, &form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            let page = in_words(page).says(message).says("error-summary").says("aria-invalid=\"true\"");
            assert_eq!(value(&page, "to"), Some(to), "what was typed stays");
            assert!(!page.text.contains("<script>alert"));
            if !note.contains(['\0', '<']) {
                assert_eq!(value(&page, "note"), Some(note));
            }
        }
        let huge = "n".repeat(300_000);
        let form = [("from", "2030-05-01"), ("to", "2030-05-02"), ("note", huge.as_str())];
        beas.post(&path, &form).await.expect(StatusCode::PAYLOAD_TOO_LARGE);

        let form = [("from", "2030-05-01"), ("to", "2030-05-02"), ("note", ""), ("once", "the same form")];
        let first = beas.post(&path, &form).await.expect(StatusCode::SEE_OTHER);
        let again = beas.post(&path, &form).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(again.location(), first.location(), "a replayed form");
        let other = [("from", "2030-05-02"), ("to", "2030-05-03"), ("note", "Noch einmal"), ("once", "another")];
        let asked = beas.post(&path, &other).await.says("Für einen dieser Tage hast du schon angefragt.");
        asked.says(first.location());
        lenas.post(&path, &form).await.expect(StatusCode::CONFLICT).says("Das gehört dir selbst.");

        lenas.post(&format!("{}/accept", first.location()), &[]).await.expect(StatusCode::SEE_OTHER);
        let (_, miras) = member(&world, "Mira").await;
        let taken = miras.post(&path, &form).await.says("ist es schon vergeben");
        assert_eq!(value(&taken, "from"), Some("2030-05-01"));
        pause(&world.ctx, &lena, listing, None).await.unwrap();
        miras.post(&path, &form).await.expect(StatusCode::CONFLICT).says("Gerade nicht zu haben");
        miras.get(&path).await.expect(StatusCode::NOT_FOUND);
    }

    async fn words_that_are_missing_are_asked_for_where_they_belong(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let booking = ask(&beas, listing, "2030-04-30", "2030-05-01").await;
        let cancel = format!("{booking}/cancel");
        lenas.post(&format!("{booking}/accept"), &[]).await.expect(StatusCode::SEE_OTHER);
        let page = beas.post(&cancel, &[("reason", " ")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Hier fehlt noch etwas.").says("<details open");
        let long = "Weil ".repeat(300);
        let page = beas.post(&cancel, &[("reason", &long)]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(value(&page, "reason"), Some(long.as_str()));
        let early = lenas.post(&format!("{booking}/return"), &[]).await.expect(StatusCode::CONFLICT);
        early.says("Das geht gerade nicht.");
        beas.post(&cancel, &[("reason", "Leider krank.")]).await.expect(StatusCode::SEE_OTHER);
        lenas.get(&booking).await.says("Bea hat die Ausleihe abgesagt").says("Leider krank.");
        lenas.post(&format!("{booking}/hand-over"), &[]).await.expect(StatusCode::CONFLICT).says("schon zu Ende");
    }

    async fn strangers_find_no_booking_and_visitors_sign_in_first(world: World) {
        let ((lena, _), (_, beas), (_, eves)) =
            (member(&world, "Lena").await, member(&world, "Bea").await, member(&world, "Eve").await);
        let nobody = Browser::stranger(&world);
        let listing = drill(&world, &lena).await;
        let booking = ask(&beas, listing, "2030-04-30", "2030-05-01").await;
        let forged = "/bookings/018f0000000070008000000000000000";
        let commands = ["accept", "decline", "withdraw", "cancel", "hand-over", "return", "contest", "take-back"];
        for path in [booking.as_str(), forged, "/bookings/nonsense", "/bookings/%F0%9F%A7%B0"] {
            eves.get(path).await.expect(StatusCode::NOT_FOUND);
            for command in commands {
                eves.post(&format!("{path}/{command}"), &[("reason", "Nur so.")]).await.expect(StatusCode::NOT_FOUND);
            }
        }
        for command in ["expire", "lapse", "give-way", "confirm-by-time", "nonsense"] {
            beas.post(&format!("{booking}/{command}"), &[]).await.expect(StatusCode::NOT_FOUND);
        }
        eves.get("/listings/nonsense/request").await.expect(StatusCode::NOT_FOUND);
        eves.get("/loans?as=nobody&page=-7").await.expect(StatusCode::OK).says("Noch nichts geliehen");

        for path in [booking.as_str(), "/loans"] {
            let answer = nobody.get(path).await.expect(StatusCode::SEE_OTHER);
            assert!(answer.location().starts_with("/sign-in?next=") && answer.location().contains(path));
        }
        let door = format!("/listings/{listing}/request");
        let form = [("from", "2030-05-06"), ("to", "2030-05-07"), ("note", "Für ein Regal & mehr")];
        let sent = nobody.post(&door, &form).await.expect(StatusCode::SEE_OTHER);
        let next = sent.location().strip_prefix("/sign-in?next=").unwrap();
        let next = next.replace("%3F", "?").replace("%3D", "=").replace("%26", "&").replace("%25", "%");
        let back = eves.get(&next).await.expect(StatusCode::OK);
        assert_eq!((value(&back, "from"), value(&back, "to")), (Some("2030-05-06"), Some("2030-05-07")));
        assert_eq!(value(&back, "note"), Some("Für ein Regal &amp; mehr"));
        let long = "sehr gern ".repeat(250);
        let stays = nobody.post(&door, &[("from", "2030-05-06"), ("to", "2030-05-07"), ("note", &long)]).await;
        assert_eq!(value(&stays.expect(StatusCode::OK), "note"), Some(long.as_str()));
        let reason = nobody.post(&format!("{booking}/decline"), &[("reason", "Leider nein")]).await;
        assert!(reason.location().contains("decline") && reason.location().contains("Leider"));
    }

    async fn pages_of_bookings_speak_both_languages(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let booking = ask(&beas, listing, "2030-04-30", "2030-05-01").await;
        for browser in [&lenas, &beas] {
            let page = in_words(browser.get(&format!("{booking}?lang=en")).await).says("lang=\"en\"").says("History");
            assert!(!page.text.contains("Verlauf"));
            in_words(browser.get("/loans?lang=en").await).says("Loans");
            let panel = browser.get(&format!("/listings/{listing}/request?lang=en")).await.expect(StatusCode::OK);
            assert!(!panel.text.contains("Zurückbringen"));
        }
        lenas.post(&format!("{booking}/accept"), &[]).await.expect(StatusCode::SEE_OTHER);
        in_words(beas.get(&format!("{booking}?lang=en")).await).says("Pick it up from Lena tomorrow");
    }
}

on_both_engines! {
    /// Nobody asks for something that costs money without having seen how much.
    async fn what_costs_something_is_asked_for_with_its_price_seen(world: World) {
        let ((lena, owner), (_, browser)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let prices = PriceForm { price_day: "20".into(), delivery_fee: "8".into(), ..PriceForm::default() };
        let bike = Thing::called("Lastenrad").priced(Kind::Rent, prices).publish(&world.ctx, &lena).await;
        let path = format!("/listings/{bike}");
        let page = in_words(browser.get(&path).await.expect(StatusCode::OK));
        page.says("20\u{a0}€ am Tag");
        // The days picked in the calendar come with their price.
        let page = browser.get(&format!("{path}?from=2030-05-03&to=2030-05-05")).await.expect(StatusCode::OK);
        page.says("3 Tage zu je 20\u{a0}€").says("60\u{a0}€").says("name=\"seen\" value=\"6000\"");
        let page = browser.get(&format!("{path}?from=2030-05-03&to=2030-05-05&delivery=yes&note=Hallo")).await;
        page.says("68\u{a0}€").says(">\nHallo<");

        let form = |seen: &'static str, delivery: &'static str| {
            [("from", "2030-05-03"), ("to", "2030-05-05"), ("note", "Für den Umzug."), ("once", "abc"), ("seen", seen),
             ("delivery", delivery)]
        };
        let ask = format!("{path}/request");
        for (seen, delivery, total) in [("", "", "60"), ("1", "", "60"), ("6000", "yes", "68"), ("-6000", "", "60")] {
            let page = browser.post(&ask, &form(seen, delivery)).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            let page = in_words(page).says(&format!("Das kostet {total}\u{a0}€.")).says("Für den Umzug.");
            assert!(!page.text.contains("error-summary"), "that is no mistake");
        }
        let booking = browser.post(&ask, &form("6800", "yes")).await.expect(StatusCode::SEE_OTHER).location().to_owned();
        let page = in_words(browser.get(&booking).await);
        page.says("68\u{a0}€").says("Bringen und Abholen").says("Ihr rechnet das bei der Übergabe unter euch ab");

        // Other days cost something else, and both see it before they agree.
        owner.post(&format!("{booking}/accept"), &[]).await.expect(StatusCode::SEE_OTHER);
        // With delivery it is brought, whatever the listing says otherwise.
        in_words(browser.get(&booking).await).says("Lena bringt es dir").says("Von hier kommt es");
        in_words(owner.get(&booking).await).says("Bring es ");
        let longer = [("from", "2030-05-03"), ("to", "2030-05-06")];
        browser.post(&format!("{booking}/propose"), &longer).await.expect(StatusCode::SEE_OTHER);
        for reader in [&owner, &browser] {
            in_words(reader.get(&booking).await).says("88\u{a0}€ statt 68\u{a0}€");
        }
        owner.post(&format!("{booking}/agree"), &[]).await.expect(StatusCode::SEE_OTHER);
        in_words(owner.get(&booking).await).says("4 Tage zu je 20\u{a0}€").says("88\u{a0}€");
    }
}

on_both_engines! {
    /// Days come by an address, too: those that cannot be had get a reason, and no bill.
    async fn days_of_an_address_that_cannot_be_had_say_why(world: World) {
        let ((lena, _), (_, browser)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let prices = PriceForm { price_day: "20".into(), ..PriceForm::default() };
        let mut thing = Thing::called("Lastenrad").priced(Kind::Rent, prices);
        thing.times.block_from = "2030-05-04".into();
        thing.times.block_to = "2030-05-04".into();
        let bike = thing.publish(&world.ctx, &lena).await;
        let days = "from=2030-05-03&to=2030-05-05";
        for path in [format!("/listings/{bike}?{days}"), format!("/listings/{bike}/request?{days}")] {
            let page = in_words(browser.get(&path).await.expect(StatusCode::OK));
            let page = page.says("Am Sa., 4. Mai ist es nicht zu haben.").says("value=\"2030-05-03\"");
            for not in ["name=\"seen\"", "60\u{a0}€", "Ausgewählt"] {
                assert!(!page.text.contains(not), "{not} at {path}");
            }
        }
    }

    /// A thing without a photo has the sign of its category wherever it is named.
    async fn a_booking_without_a_photo_shows_the_sign_of_its_category(world: World) {
        let ((lena, _), (_, browser)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let drill = drill(&world, &lena).await;
        let booking = ask(&browser, drill, "2030-05-03", "2030-05-04").await;
        for path in [booking.as_str(), "/loans"] {
            let page = browser.get(path).await.expect(StatusCode::OK);
            assert!(page.text.contains("#cat-tools"), "no sign of a category at {path}");
        }
    }
}

on_both_engines! {
    /// Who did not get it sees what else is free on those days, and only that.
    async fn who_is_turned_down_sees_what_is_free_instead(world: World) {
        let ((lena, owner), (mai, _), (_, browser)) =
            (member(&world, "Lena").await, member(&world, "Mai").await, member(&world, "Bea").await);
        let drill = Thing::called("Schlagbohrmaschine").publish(&world.ctx, &lena).await;
        let free = Thing::called("Bohrmaschine mit Koffer").publish(&world.ctx, &mai).await;
        let mut taken = Thing::called("Bohrmaschine aus dem Keller");
        taken.times.block_from = "2030-05-04".into();
        let taken = taken.publish(&world.ctx, &mai).await;
        let form = [("from", "2030-05-03"), ("to", "2030-05-05"), ("note", ""), ("once", "x")];
        let path = format!("/listings/{drill}/request");
        let booking = browser.post(&path, &form).await.expect(StatusCode::SEE_OTHER).location().to_owned();
        assert!(!browser.get(&booking).await.text.contains("Das ist frei"), "it is still open");
        owner.post(&format!("{booking}/decline"), &[("reason", "")]).await.expect(StatusCode::SEE_OTHER);
        let page = in_words(browser.get(&booking).await);
        let page = page.says("Das ist frei").says(&format!("/listings/{free}?from=2030-05-03&amp;to=2030-05-05"));
        assert!(!page.text.contains(&taken.to_string()), "not free on all days");
        assert!(!owner.get(&booking).await.text.contains("Das ist frei"), "that is for who asked");
    }

    /// Three offer what somebody looks for, by plain forms; one is taken.
    async fn a_wish_is_answered_by_plain_forms(world: World) {
        let (_, ruth) = member(&world, "Ruth").await;
        let form = ruth.get("/things/new").await.expect(StatusCode::OK);
        let form = in_words(form.says("Hilfe suchen").says("/things/new?kind=wanted_help"));
        drop(form);
        let page = ruth.get("/things/new?kind=wanted_help").await.expect(StatusCode::OK).says("Wobei brauchst du Hilfe?");
        let id = value(&page, "id").unwrap().to_owned();
        let what = [("id", id.as_str()), ("kind", "wanted_help"), ("title", "Klavier tragen"), ("category", "help")];
        ruth.post("/things/new", &what).await.expect(StatusCode::SEE_OTHER);
        let thing = format!("/things/{}", id.parse::<ListingId>().unwrap());
        ruth.post(&format!("{thing}/details"), &[("description", "In den dritten Stock."), ("go", "next")]).await;
        let place = [("address", "Bonn"), ("handover", "pick_up"), ("go", "next")];
        ruth.post(&format!("{thing}/place"), &place).await.expect(StatusCode::SEE_OTHER);
        let page = ruth.get(&format!("{thing}/times")).await.says("Wann brauchst du es?");
        drop(in_words(page));
        let wrong = [("needed_from", "2030-05-12"), ("needed_to", "2030-05-10"), ("go", "next")];
        ruth.post(&format!("{thing}/times"), &wrong).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let needed = [("needed_from", "2030-05-11"), ("needed_to", ""), ("go", "next")];
        ruth.post(&format!("{thing}/times"), &needed).await.expect(StatusCode::SEE_OTHER);
        let listing = ruth.post(&format!("{thing}/publish"), &[]).await.expect(StatusCode::SEE_OTHER).location().to_owned();

        let mut offers = Vec::new();
        for (name, sum) in [("Bea", ""), ("Hassan", "10"), ("Mai", "25,50")] {
            let (_, helper) = member(&world, name).await;
            let page = in_words(helper.get(&listing).await).says("Gebraucht").says("value=\"2030-05-11\"").says("Ruth Hilfe anbieten");
            drop(page);
            let form = [("from", "2030-05-11"), ("to", "2030-05-11"), ("note", "Ich habe Gurte."), ("offer", sum), ("once", name)];
            let answer = helper.post(&format!("{listing}/request"), &form).await.expect(StatusCode::SEE_OTHER);
            offers.push((helper, answer.location().to_owned()));
        }
        let (hassan, offer) = &offers[1];
        in_words(ruth.get(offer).await).says("Hassan möchte dir helfen").says("Ich habe Gurte.").says("10\u{a0}€").says("Ja, gern annehmen");
        ruth.post(&format!("{offer}/accept"), &[]).await.expect(StatusCode::SEE_OTHER);
        in_words(hassan.get(offer).await).says("Hilf Ruth");
        in_words(offers[0].0.get(&offers[0].1).await).says("hat schon jemanden gefunden");
        // It is found no more, and says so to its owner.
        offers[2].0.get(&listing).await.expect(StatusCode::NOT_FOUND);
        ruth.get(&thing).await.says("Das ist pausiert");
    }
}

on_both_engines! {
    /// One request to several, by plain forms: chosen with their prices, and told kindly.
    async fn several_are_asked_by_one_form(world: World) {
        let ((lena, owner), (mai, mais), (_, browser)) =
            (member(&world, "Lena").await, member(&world, "Mai").await, member(&world, "Bea").await);
        let prices = PriceForm { price_day: "20".into(), ..PriceForm::default() };
        let drill = drill(&world, &lena).await;
        let other = Thing::called("Schlagbohrmaschine").priced(Kind::Rent, prices).publish(&world.ctx, &mai).await;
        world.settle().await;
        let booking = ask(&browser, drill, "2030-05-03", "2030-05-04").await;
        let page = in_words(browser.get(&booking).await).says("Auch andere fragen").says("Schlagbohrmaschine von Mai");
        let page = page.says("40\u{a0}€");
        let value = format!("{other}:4000");
        assert!(page.text.contains(&format!("value=\"{value}\"")), "{}", page.text);
        assert!(!in_words(owner.get(&booking).await).text.contains("Auch andere fragen"));
        let together = format!("{booking}/together");
        browser.post(&together, &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY).says("Wähle mindestens eines aus.");
        // The total that was shown is not what it costs: it is shown anew, and what was ticked stays.
        let stale = format!("{other}:3000");
        let page = browser.post(&together, &[("with", &stale)]).await.expect(StatusCode::CONFLICT);
        in_words(page).says("Bei einem davon hat sich eben etwas geändert.").says(&format!("value=\"{value}\" checked"));
        owner.post(&together, &[("with", &value)]).await.expect(StatusCode::NOT_FOUND);
        Browser::stranger(&world).post(&together, &[("with", &value)]).await.expect(StatusCode::SEE_OTHER);
        browser.post(&together, &[("with", &value)]).await.expect(StatusCode::SEE_OTHER);
        in_words(browser.get(&booking).await).says("Zugleich gefragt").says("Schlagbohrmaschine von Mai");
        in_words(owner.get(&booking).await).says("Bea hat mehrere zugleich gefragt.");

        let asked = mais.get("/loans?as=lender").await;
        let start = asked.text.find("/bookings/").unwrap();
        let asked = asked.text[start..].split('"').next().unwrap().to_owned();
        mais.post(&format!("{asked}/accept"), &[]).await.expect(StatusCode::SEE_OTHER);
        in_words(browser.get(&booking).await).says("Jemand anderes hat zuerst zugesagt").says("zugesagt");
        in_words(owner.get(&booking).await).says("Bea hat es schon von jemand anderem").says("Bei jemand anderem gefunden");
        owner.post(&format!("{booking}/accept"), &[]).await.expect(StatusCode::CONFLICT);
    }
}

on_both_engines! {
    /// What calling off costs is said before, and holds.
    async fn nobody_owes_for_calling_off_what_they_have_not_seen(world: World) {
        let ((lena, owner), (_, browser)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let prices = PriceForm { price_day: "20".into(), ..PriceForm::default() };
        let bike = Thing::called("Lastenrad").priced(Kind::Rent, prices).publish(&world.ctx, &lena).await;
        owner.get(&format!("/things/{bike}/price")).await.says("Was gilt, wenn jemand absagt?");
        let price = [("price_day", "20"), ("cancellation", "strict"), ("go", "save")];
        owner.post(&format!("/things/{bike}/price"), &price).await.expect(StatusCode::SEE_OTHER);
        let wrong = [("price_day", "20"), ("cancellation", "never"), ("go", "save")];
        owner.post(&format!("/things/{bike}/price"), &wrong).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        browser.get(&format!("/listings/{bike}")).await.says("umsonst bis zwei Wochen vorher");
        // It begins on the 10th of May: from the 26th of April on half, from the 3rd on everything.
        let form = [("from", "2030-05-10"), ("to", "2030-05-11"), ("note", ""), ("once", "x"), ("seen", "4000")];
        let path = format!("/listings/{bike}/request");
        let booking = browser.post(&path, &form).await.expect(StatusCode::SEE_OTHER).location().to_owned();
        owner.post(&format!("{booking}/accept"), &[]).await.expect(StatusCode::SEE_OTHER);
        in_words(browser.get(&booking).await).says("Absagen kostet dich jetzt nichts.").says("Das gilt bis");
        in_words(owner.get(&booking).await).says("Sagst du ab, braucht Bea nichts zu bezahlen.");
        world.wait(2 * Timestamp::HOUR).await;
        in_words(browser.get(&booking).await).says("Absagen kostet dich jetzt 20\u{a0}€ (50 % des Preises).");
        world.wait(5 * Timestamp::DAY).await;
        // The page from before said less than it is now.
        let cancel = |seen: &'static str| [("reason", "Leider krank."), ("seen", seen)];
        let page = browser.post(&format!("{booking}/cancel"), &cancel("2000")).await.expect(StatusCode::CONFLICT);
        in_words(page).says("Absagen kostet jetzt etwas.").says("Absagen kostet dich jetzt 40\u{a0}€").says("Leider krank.");
        browser.post(&format!("{booking}/cancel"), &cancel("4000")).await.expect(StatusCode::SEE_OTHER);
        in_words(browser.get(&booking).await).says("Du schuldest dafür 40\u{a0}€.");
        in_words(owner.get(&booking).await).says("Du bekommst dafür 40\u{a0}€.");
    }
}
