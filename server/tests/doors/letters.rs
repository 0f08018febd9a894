//! Doors of letters: links that act without signing in, choices, and how letters stop.

use super::{
    bookings::{member, value},
    browser::{Answer, Browser, encoded},
};
use axum::body::Body;
use domain::{
    Timestamp,
    backup::all_rows,
    bookings::{self, Act, BookingId, Command, RequestDraft, State, booking_seen_by},
    listings::testing::Thing,
    members::{self, Me},
    messages,
    notifications::{Delivery, Topic},
    on_both_engines,
    testing::{PASSWORD, World},
};
use http::{Request, StatusCode, header};

const SECRET: &str = "Eduardstraße 99";

/// The page, on which no key of a text may show instead of the text.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [
        ">act-",
        ">letters-",
        ">signals-",
        ">bookings-",
        ">prices-",
        ">notice-",
        "\"act-",
        "<!>",
        SECRET,
    ] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
}

/// Lena, and Bea's loan of her drill from today until tomorrow, as far as `stage` goes: asked, agreed, or out.
async fn loan(world: &World, stage: usize) -> (Me, Me, BookingId) {
    let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
    let mut thing = Thing::called("Schlagbohrmaschine");
    thing.place.address = SECRET.into();
    let listing = thing.publish(&world.ctx, &lena).await;
    let typed = RequestDraft {
        from: "2030-04-29".into(),
        to: "2030-04-30".into(),
        note: "Für ein Regal.".into(),
        ..RequestDraft::default()
    };
    let id = bookings::request(&world.ctx, &bea, listing, &typed).await.unwrap();
    if stage > 0 {
        bookings::act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
    }
    for who in [&lena, &bea] {
        if stage > 1 {
            bookings::act(&world.ctx, who, id, Command::HandOver).await.unwrap();
        }
    }
    (lena, bea, id)
}

fn link(letters: &[Delivery], who: &Me, act: Act) -> String {
    let mine = letters.iter().filter(|d| d.to.member == Some(who.id));
    let found = mine.flat_map(|d| &d.links.acts).find(|(found, _)| *found == act);
    let (_, token) = found.unwrap_or_else(|| panic!("no {act:?} in {letters:?}"));
    format!("/act/{token}")
}

async fn state(world: &World, who: &Me, id: BookingId) -> State {
    booking_seen_by(&world.ctx, who, id).await.unwrap().booking.state
}

/// A letter about messages that lie unread, to Lena.
async fn unread(world: &World) -> (Me, Delivery) {
    let (lena, bea, id) = loan(world, 1).await;
    let draft = messages::Draft {
        text: "Passt es um sechs?".into(),
        ..messages::Draft::default()
    };
    messages::write(&world.ctx, &bea, id.into(), draft).await.unwrap();
    world.letters().await;
    world.wait(messages::rules::LETTER_AFTER).await;
    let letters = world.letters().await;
    let about = letters.into_iter().find(|d| d.letter.topic() == Topic::Messages);
    (lena, about.expect("a letter about messages"))
}

on_both_engines! {
    async fn a_link_shows_what_it_will_do_and_only_its_button_does_it(world: World) {
        let (lena, _, id) = loan(&world, 0).await;
        let path = link(&world.letters().await, &lena, Act::Accept);
        let stranger = Browser::stranger(&world);
        let before = all_rows(&world.ctx).await.unwrap();
        for lang in ["de", "en"] {
            let page = in_words(stranger.get(&format!("{path}?lang={lang}")).await.expect(StatusCode::OK));
            assert!(page.text.contains("Schlagbohrmaschine") && page.text.contains("Bea"));
            assert!(!page.text.contains("Für ein Regal"), "the page says less than the letter did");
            assert!(page.text.contains("noindex"));
        }
        for method in ["HEAD", "OPTIONS", "PUT", "DELETE"] {
            stranger.send(Request::builder().method(method).uri(&path).body(Body::empty()).unwrap()).await;
        }
        assert_eq!(all_rows(&world.ctx).await.unwrap(), before, "looking changes nothing, in no table");
        assert_eq!(state(&world, &lena, id).await, State::Requested);

        let german = Browser::stranger(&world);
        in_words(german.post(&path, &[]).await.expect(StatusCode::OK)).says("Du hast für „Schlagbohrmaschine“ zugesagt.").says("zugesagt");
        assert_eq!(state(&world, &lena, id).await, State::Accepted);
        let told = world.letters().await.len();
        for _ in 0..2 {
            in_words(german.post(&path, &[]).await.expect(StatusCode::OK)).says("Erledigt");
            in_words(german.get(&path).await.expect(StatusCode::OK)).says("Erledigt");
        }
        assert_eq!((told, world.letters().await.len()), (1, 0), "nothing is done twice");
        // It opened no session.
        german.get("/loans").await.expect(StatusCode::SEE_OTHER);
    }

    async fn whatever_is_wrong_with_a_link_is_said_kindly_and_nothing_happens(world: World) {
        let (lena, bea, id) = loan(&world, 0).await;
        let path = link(&world.letters().await, &lena, Act::Accept);
        let visitor = Browser::stranger(&world);
        let before = all_rows(&world.ctx).await.unwrap();
        let token = path.strip_prefix("/act/").unwrap();
        let flipped = |at: usize| {
            let other = if token.as_bytes()[at] == b'A' { 'B' } else { 'A' };
            format!("{}{other}{}", &token[..at], &token[at + 1..])
        };
        let mut wrong: Vec<String> = (0..token.len() - 1).step_by(9).map(flipped).collect();
        wrong.extend([token[1..].into(), format!("{token}A"), "x".into(), "..".into(), "%00".into(), encoded("🧰"), "A".repeat(3_000)]);
        for token in wrong {
            for answer in [visitor.get(&format!("/act/{token}")).await, visitor.post(&format!("/act/{token}"), &[]).await] {
                assert!(answer.status == StatusCode::GONE || answer.status == StatusCode::NOT_FOUND, "{token}: {}", answer.status);
                assert!(!answer.text.contains("Schlagbohrmaschine") && !answer.text.contains("Lena"), "{token}");
            }
        }
        assert_eq!(all_rows(&world.ctx).await.unwrap(), before);
        // What has moved on says how it stands, and the way on.
        bookings::act(&world.ctx, &bea, id, Command::Withdraw).await.unwrap();
        let page = in_words(visitor.post(&path, &[]).await.expect(StatusCode::GONE)).says("tut er nichts mehr");
        page.says("Stand jetzt: zurückgezogen").says(&id.path());
        world.wait(bookings::LINKS_LIVE).await;
        in_words(visitor.get(&path).await.expect(StatusCode::GONE)).says("zu alt");
        members::delete_account(&world.ctx, &lena, PASSWORD.into()).await.unwrap();
        in_words(visitor.post(&path, &[]).await.expect(StatusCode::GONE)).says("Dieses Konto gibt es nicht mehr");
    }

    async fn longer_is_chosen_on_the_page_and_agreed_to_from_the_next_letter(world: World) {
        let (lena, bea, id) = loan(&world, 2).await;
        world.letters().await;
        world.wait(25 * Timestamp::HOUR).await;
        let path = link(&world.letters().await, &bea, Act::Extend);
        let visitor = Browser::stranger(&world);
        let page = in_words(visitor.get(&path).await.expect(StatusCode::OK)).says("Verlängern?").says("kostet nichts dazu");
        let page = page.says("Ein anderer Tag");
        assert_eq!(value(&page, "until"), Some("2030-05-01"), "the next day comes first");
        let first = page.text.split("value=\"2030-05-01\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(first.contains("checked"), "{first}");
        let nonsense = [("until", "gestern"), ("words", "Der Putz ist härter als gedacht.")];
        let again = in_words(visitor.post(&path, &nonsense).await.expect(StatusCode::UNPROCESSABLE_ENTITY)).says("href=\"#until\"");
        assert_eq!(value(&again, "words"), Some("Der Putz ist härter als gedacht."));
        in_words(visitor.post(&path, &[("until", "2030-05-01"), ("to", "2030-05-02")]).await.expect(StatusCode::OK)).says("längere Zeit vorgeschlagen");
        let agree = link(&world.letters().await, &lena, Act::Agree);
        in_words(visitor.get(&agree).await.expect(StatusCode::OK)).says("2. Mai");
        in_words(visitor.post(&agree, &[]).await.expect(StatusCode::OK));
        let booking = booking_seen_by(&world.ctx, &bea, id).await.unwrap().booking;
        assert_eq!(booking.period.last.to_string(), "2030-05-02", "the day that was typed wins over the one offered");
        in_words(visitor.get(&path).await.expect(StatusCode::GONE)).says("Stand jetzt: ausgeliehen");
    }

    async fn on_my_way_and_a_problem_are_said_from_the_letter_and_from_the_page(world: World) {
        let (lena, bea, id) = loan(&world, 2).await;
        world.letters().await;
        world.wait(25 * Timestamp::HOUR).await;
        let letters = world.letters().await;
        let visitor = Browser::stranger(&world);
        let way = link(&letters, &bea, Act::OnMyWay);
        in_words(visitor.post(&way, &[("minutes", "bald")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY)).says("id=\"minutes-error\"");
        in_words(visitor.post(&way, &[("minutes", "20")]).await.expect(StatusCode::OK)).says("unterwegs");
        let trouble = link(&letters, &bea, Act::Trouble);
        in_words(visitor.post(&trouble, &[("words", "Hm")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY)).says("href=\"#trouble\"");
        in_words(visitor.post(&trouble, &[("trouble", "lost_key"), ("words", "Im Zug.")]).await.expect(StatusCode::OK));
        assert_eq!(world.letters().await.len(), 2);

        let lenas = Browser::stranger(&world);
        lenas.post("/sign-in", &[("email", &lena.email), ("password", PASSWORD)]).await.expect(StatusCode::SEE_OTHER);
        let page = lenas.get(&id.path()).await.expect(StatusCode::OK);
        let page = page.says("Bea meldet ein Problem: Der Schlüssel ist weg.").says("Im Zug.").says("ob es einen zweiten Schlüssel gibt");
        page.says("Bea ist unterwegs und in etwa 20 Minuten da.").says("Ein Problem melden");
        let talk = lenas.get(&format!("/conversations/{id}")).await.expect(StatusCode::OK);
        talk.says("Bea meldet ein Problem").says("Im Zug.");
        let say = |what: &str| format!("{}/say/{what}", id.path());
        lenas.post(&say("on-my-way"), &[("minutes", "")]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(lenas.notice(), Some("on-my-way".into()));
        lenas.post(&say("trouble"), &[("trouble", "")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY).says("href=\"#trouble\"");
        lenas.post(&say("waive"), &[]).await.expect(StatusCode::CONFLICT);
        let eve = member(&world, "Eve").await.1;
        for what in ["on-my-way", "trouble", "waive"] {
            eve.post(&say(what), &[("trouble", "late")]).await.expect(StatusCode::NOT_FOUND);
            visitor.post(&say(what), &[]).await.expect(StatusCode::SEE_OTHER);
        }
    }

    async fn links_are_opened_forty_times_and_then_once_in_ten_seconds(world: World) {
        let visitor = Browser::limited(&world);
        for _ in 0..40 {
            visitor.get("/act/nonsense").await.expect(StatusCode::GONE);
        }
        visitor.get("/act/nonsense").await.expect(StatusCode::TOO_MANY_REQUESTS).says("etwas viel");
        visitor.post("/letters/stop/nonsense", &[]).await.expect(StatusCode::TOO_MANY_REQUESTS);
        world.ctx.clock.advance(10 * Timestamp::SECOND);
        visitor.get("/act/nonsense").await.expect(StatusCode::GONE);
    }

    async fn a_mail_program_stops_letters_by_one_post_without_cookies(world: World) {
        let (lena, letter) = unread(&world).await;
        let mail = app::notifications::letters::write(&world.ctx, &letter);
        let address = mail.unsubscribe.clone().expect("a header");
        let path = address.strip_prefix("http://localhost:3000").unwrap().to_owned();
        assert!(mail.text.contains(&address) && mail.html.contains(&address), "and a link for people");
        let visitor = Browser::stranger(&world);
        let before = all_rows(&world.ctx).await.unwrap();
        visitor.get(&path).await.expect(StatusCode::OK).says("Ungelesene Nachrichten").says("Abbestellen");
        assert_eq!(all_rows(&world.ctx).await.unwrap(), before);
        // RFC 8058, 3.2: with either form of body, no cookies, and no word of where it comes from.
        let kinds = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=cut"];
        for (kind, body) in kinds.into_iter().zip(["List-Unsubscribe=One-Click",
            "--cut\r\ncontent-disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--cut--\r\n"]) {
            let request = Request::post(&path).header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap();
            Browser::stranger(&world).send(request).await.expect(StatusCode::OK).says("Abbestellt");
        }
        let choices = domain::notifications::my_choices(&world.ctx, &lena).await.unwrap();
        assert!(!choices.wants(Topic::Messages) && choices.wants(Topic::Reviews));
        let page = visitor.get(&path).await.expect(StatusCode::OK).says("Doch wieder bestellen");
        assert_eq!(value(&page, "again"), Some("yes"));
        visitor.post(&path, &[("again", "yes")]).await.expect(StatusCode::OK).says("Wieder bestellt");
        assert!(domain::notifications::my_choices(&world.ctx, &lena).await.unwrap().wants(Topic::Messages));
        visitor.post(&format!("{path}A"), &[]).await.expect(StatusCode::GONE).says("stimmt nicht");
        // From another site's page it does not go.
        let forged = Request::post(&path).header("sec-fetch-site", "cross-site").body(Body::empty()).unwrap();
        visitor.send(forged).await.expect(StatusCode::FORBIDDEN);
    }

    async fn members_choose_what_comes_and_when_it_is_quiet(world: World) {
        let (lena, lenas) = member(&world, "Lena").await;
        let page = lenas.get("/me/letters").await.expect(StatusCode::OK).says("Wann soll es ruhig sein?").says("Das kommt immer");
        let page = page.says("value=\"21\" selected").says("value=\"8\" selected").says("lena@example.org").says("auf Deutsch");
        assert_eq!(page.text.matches("type=\"checkbox\"").count(), 4, "what is essential has no box");
        let form = [("quiet_from", "23"), ("quiet_until", "7"), ("wanted", "reviews"), ("wanted", "account")];
        lenas.post("/me/letters", &form).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(lenas.notice(), Some("letters-saved".into()));
        let kept = domain::notifications::my_choices(&world.ctx, &lena).await.unwrap();
        assert_eq!((kept.quiet.from, kept.quiet.until, kept.refused.len()), (23, 7, 3));
        let wrong = lenas.post("/me/letters", &[("quiet_from", "25"), ("quiet_until", "")]).await;
        wrong.expect(StatusCode::UNPROCESSABLE_ENTITY).says("href=\"#quiet_from\"").says("href=\"#quiet_until\"");
        lenas.get("/me/letters?lang=en").await.expect(StatusCode::OK).says("When should it be quiet?");
    }

    async fn what_being_late_costs_is_shown_before_asking_and_explained_afterwards(world: World) {
        let (lena, bea) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let mut thing = Thing::called("Leiter");
        thing.details.replacement = "90".into();
        thing.details.late_fee = "3".into();
        let listing = thing.publish(&world.ctx, &lena.0).await;
        let terms = "3\u{a0}€ je angefangenem Tag, höchstens 90\u{a0}€. Die erste Stunde zählt nicht.";
        for path in [format!("/listings/{listing}"), format!("/listings/{listing}/request")] {
            bea.1.get(&path).await.expect(StatusCode::OK).says(terms);
        }
        let details = lena.1.get(&format!("/things/{listing}/details")).await.expect(StatusCode::OK);
        assert_eq!((value(&details, "late_fee"), value(&details, "late_cap")), (Some("3"), Some("")));
        let typed = RequestDraft { from: "2030-04-29".into(), to: "2030-04-29".into(), ..RequestDraft::default() };
        let id = bookings::request(&world.ctx, &bea.0, listing, &typed).await.unwrap();
        bookings::act(&world.ctx, &lena.0, id, Command::Accept).await.unwrap();
        for who in [&lena.0, &bea.0] {
            bookings::act(&world.ctx, who, id, Command::HandOver).await.unwrap();
        }
        bea.1.get(&id.path()).await.expect(StatusCode::OK).says(terms);
        world.wait((16 + 30) * Timestamp::HOUR).await;
        let line = "2 Tage zu spät: 2 × 3\u{a0}€ = 6\u{a0}€";
        bea.1.get(&id.path()).await.expect(StatusCode::OK).says(line).says("So viel wäre es jetzt.");
        bookings::act(&world.ctx, &bea.0, id, Command::Return).await.unwrap();
        bookings::act(&world.ctx, &lena.0, id, Command::Return).await.unwrap();
        lena.1.get(&id.path()).await.expect(StatusCode::OK).says(line).says("Darauf verzichten");
        bea.1.get(&format!("{}/record", id.path())).await.expect(StatusCode::OK).says(line);
        lena.1.post(&format!("{}/say/waive", id.path()), &[]).await.expect(StatusCode::SEE_OTHER);
        bea.1.get(&id.path()).await.expect(StatusCode::OK).says("Lena verzichtet darauf.").says("<s>");
    }
}
