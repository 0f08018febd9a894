//! Reviews' doors: saying how it was by plain forms, and what nobody learns before the time has come.

use super::{
    bookings::{member, value},
    browser::{Answer, Browser},
    crawl::crawl,
};
use app::notifications::letters;
use domain::{
    Timestamp,
    bookings::{self, BookingId, Command, RequestDraft},
    listings::{ListingId, testing::Thing},
    members::Me,
    notifications::Letter,
    on_both_engines,
    reviews::rules::WRITE_WITHIN,
    testing::World,
};
use http::StatusCode;
use std::collections::BTreeMap;

/// A page on which no key of a text shows instead of the text.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [">reviews-", "\"reviews-", ">notice-", "<!>"] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
}

/// A loan for today that is over.
async fn loan(world: &World, lena: &Me, bea: &Me, listing: ListingId) -> BookingId {
    let today = world.ctx.today().to_string();
    let typed = RequestDraft {
        from: today.clone(),
        to: today,
        ..RequestDraft::default()
    };
    let id = bookings::request(&world.ctx, bea, listing, &typed).await.unwrap();
    for (who, command) in [
        (lena, Command::Accept),
        (lena, Command::HandOver),
        (bea, Command::HandOver),
        (bea, Command::Return),
        (lena, Command::Return),
    ] {
        bookings::act(&world.ctx, who, id, command).await.unwrap();
    }
    world.letters().await;
    id
}

async fn send(browser: &Browser, id: BookingId, stars: &str, words: &str) -> Answer {
    browser
        .post(
            &format!("{}/review", id.path()),
            &[("overall", stars), ("words", words)],
        )
        .await
}

/// The page without what is random in it: what makes a form sent twice one, and the id that a new thing would get.
fn without_chance(text: &str) -> String {
    let mut text = text.to_owned();
    for field in ["name=\"once\" value=\"", "type=\"hidden\" name=\"id\" value=\""] {
        let mut parts = text.split(field);
        let mut kept = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            kept += field;
            kept += part.split_once('"').map_or(part, |(_, rest)| rest);
        }
        text = kept;
    }
    text
}

/// Everything that somebody can read from these addresses on, byte for byte.
async fn read(browser: &Browser, seeds: &[String]) -> BTreeMap<String, (StatusCode, String, String)> {
    // A crawl chooses languages too, which then stay chosen.
    browser.forge("lang", "de");
    crawl(browser, seeds.iter().cloned())
        .await
        .into_iter()
        .map(|(path, answer)| {
            let headers = format!("{:?}", answer.headers);
            let text = without_chance(&answer.text);
            (path, (answer.status, headers, text))
        })
        .collect()
}

#[track_caller]
fn same(
    before: &BTreeMap<String, (StatusCode, String, String)>,
    after: &BTreeMap<String, (StatusCode, String, String)>,
) {
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (path, (status, headers, text)) in before {
        let (status_after, headers_after, text_after) = &after[path];
        assert_eq!((status, headers), (status_after, headers_after), "{path}");
        let differ = text.chars().zip(text_after.chars()).position(|(a, b)| a != b);
        let from = differ.unwrap_or(0).saturating_sub(60);
        let around = |text: &str| text.chars().skip(from).take(200).collect::<String>();
        assert!(
            text == text_after,
            "{path}: {} became {}",
            around(text),
            around(text_after)
        );
    }
}

on_both_engines! {
    async fn both_say_by_plain_forms_how_it_was(world: World) {
        let ((lena, lenas), (bea, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = Thing::called("Schlagbohrmaschine").publish(&world.ctx, &lena).await;
        let id = loan(&world, &lena, &bea, listing).await;
        let (booking, form) = (id.path(), format!("{}/review", id.path()));
        let thing = format!("/listings/{listing}");

        let page = in_words(beas.get(&booking).await).says("Wie war es?").says(&format!("href=\"{form}\""));
        page.says("Du hast Zeit bis");
        in_words(beas.get("/loans").await).says(&format!("href=\"{form}\""));
        let page = in_words(beas.get(&form).await.expect(StatusCode::OK)).says("Wie war es bei Lena?");
        let page = page.says("War es so, wie es beschrieben ist?").says("sehr gut");
        assert!(!page.text.contains("Pünktlichkeit"), "that is asked of lenders");
        let page = in_words(send(&beas, id, "", "").await.expect(StatusCode::UNPROCESSABLE_ENTITY));
        page.says("Hier fehlt noch etwas.").says("href=\"#overall\"");
        let page = in_words(send(&beas, id, "2", "Naja.").await.expect(StatusCode::UNPROCESSABLE_ENTITY));
        let page = page.says("Bitte mindestens 10 Zeichen.");
        assert_eq!(value(&page, "words"), Some("Naja."));
        assert!(page.text.contains("value=\"2\" checked"), "{}", page.text);
        for evil in ["</textarea><script>alert(1)</script>", "<img src=x onerror=alert(1)>"] {
            send(&beas, id, "1", evil).await.expect(StatusCode::SEE_OTHER);
            let page = beas.get(&booking).await;
            assert!(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"));
        }

        let aspects = [("overall", "4"), ("as_described", "5"), ("condition", ""), ("words", "Läuft wie neu.")];
        let answer = beas.post(&form, &aspects).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), format!("{booking}#reviews"));
        assert_eq!(beas.notice(), Some("review-saved".into()));
        let page = in_words(beas.get(&booking).await).says("Das liest noch niemand.").says("Läuft wie neu.");
        page.says("wie beschrieben: sehr gut");
        let page = in_words(beas.get(&form).await);
        assert_eq!(value(&page, "words"), Some("Läuft wie neu."));
        assert!(!beas.get("/loans").await.text.contains(&form), "she has said it");

        let page = in_words(lenas.get(&form).await).says("Wie war es mit Bea?").says("Wie pünktlich");
        assert!(!page.text.contains("Läuft wie neu."));
        send(&lenas, id, "5", "Alles sauber zurück.").await.expect(StatusCode::SEE_OTHER);
        assert_eq!(lenas.notice(), Some("review-published".into()));
        send(&lenas, id, "5", " Alles sauber zurück. ").await.expect(StatusCode::SEE_OTHER);
        let page = in_words(send(&lenas, id, "1", "Doch nicht so sauber.").await.expect(StatusCode::CONFLICT));
        let page = page.says("nicht mehr ändern");
        assert_eq!(value(&page, "words"), Some("Doch nicht so sauber."), "nothing typed is lost");
        for browser in [&lenas, &beas] {
            in_words(browser.get(&booking).await).says("Läuft wie neu.").says("Alles sauber zurück.");
            assert_eq!(browser.get(&form).await.expect(StatusCode::SEE_OTHER).location(), format!("{booking}#reviews"));
        }
        let letter = world.letters().await.into_iter().find(|d| matches!(d.letter, Letter::Review(_))).unwrap();
        let mail = letters::write(&world.ctx, &letter);
        assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("bea@example.org", "Lena sagt, wie es war: Schlagbohrmaschine"));
        assert!(mail.text.contains("> Alles sauber zurück.") && mail.text.contains("#reviews"));

        lenas.post(&format!("{form}/reply"), &[("reply", "")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        for _ in 0..2 {
            let answer = lenas.post(&format!("{form}/reply"), &[("reply", "Danke, gern wieder!")]).await;
            answer.expect(StatusCode::SEE_OTHER);
        }
        let again = lenas.post(&format!("{form}/reply"), &[("reply", "Noch etwas.")]).await;
        in_words(again.expect(StatusCode::CONFLICT)).says("Darauf hast du schon geantwortet.");

        let stranger = Browser::stranger(&world);
        let page = in_words(stranger.get(&thing).await).says("Was andere sagen").says("Läuft wie neu.").says("Danke, gern wieder!");
        let page = page.says("\"aggregateRating\":{\"@type\":\"AggregateRating\"").says("\"ratingValue\":\"4.0\"");
        let page = page.says("\"reviewCount\":1").says("<caption").says("April 2030");
        assert!(!page.text.contains("Alles sauber"), "that is about Bea");
        in_words(stranger.get(&format!("{thing}/reviews")).await.expect(StatusCode::OK)).says("Läuft wie neu.");
        let page = in_words(stranger.get(&format!("/members/{}", bea.id)).await).says("Wenn Bea ausleiht").says("Alles sauber zurück.");
        assert!(!page.text.contains("Schlagbohrmaschine"), "what somebody borrowed is nobody's business");
        in_words(stranger.get(&format!("/members/{}", lena.id)).await).says("Wenn Lena verleiht").says("Läuft wie neu.");
        let page = stranger.get(&format!("/members/{}/reviews?as=borrower&page=99", lena.id)).await.expect(StatusCode::OK);
        in_words(page).says("Noch keine Bewertungen");
        stranger.get("/search?q=schlagbohrmaschine").await.says("4,0 von 5 Sternen, eine Bewertung");
        for path in ["/api/v1/listings".to_owned(), format!("/api/v1/listings/{listing}")] {
            stranger.get(&path).await.says("\"rating\":{\"mean\":4.0,\"count\":1}");
        }
        stranger.get("/api/v1/openapi.json").await.says("\"RatingItem\":{");
        let english = Browser::stranger(&world).reading_english();
        in_words(english.get(&thing).await).says("What others say").says("lang=\"de\"").says("4 stars of 5");
    }

    async fn a_hidden_review_changes_no_byte_that_others_can_read(world: World) {
        let ((lena, lenas), (bea, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let (_, eves) = member(&world, "Eve").await;
        let listing = Thing::called("Schlagbohrmaschine").publish(&world.ctx, &lena).await;
        // Published ones are there already, so that means, counts and pages could move.
        for stars in ["5", "4", "5", "5"] {
            let id = loan(&world, &lena, &bea, listing).await;
            send(&beas, id, stars, "Gern wieder.").await.expect(StatusCode::SEE_OTHER);
            send(&lenas, id, stars, "Jederzeit.").await.expect(StatusCode::SEE_OTHER);
        }
        let stranger = Browser::stranger(&world);
        for (author, reader) in [(&beas, &lenas), (&lenas, &beas)] {
            let secret = if std::ptr::eq(author, &beas) { "Leider war der Koffer voller Sägemehl." } else { "Leider klebte Koffein daran." };
            let id = loan(&world, &lena, &bea, listing).await;
            let mut seeds: Vec<String> = [
                "/", "/search", "/search?q=schlagbohrmaschine&sort=newest", "/loans", "/loans?as=lender", "/me", "/things",
                "/api/v1/listings", "/api/v1/openapi.json", "/sitemap.xml", "/feed.xml", "/robots.txt", "/dev/mail",
            ].map(str::to_owned).to_vec();
            for page in ["", "?page=1", "?page=2"] {
                seeds.push(format!("/listings/{listing}/reviews{page}"));
            }
            for who in [&lena, &bea] {
                seeds.push(format!("/members/{}", who.id));
                seeds.extend(["lender", "borrower"].map(|side| format!("/members/{}/reviews?as={side}", who.id)));
            }
            seeds.extend([format!("/listings/{listing}"), format!("/api/v1/listings/{listing}")]);
            seeds.extend(["", "/review", "/review/reply"].map(|rest| format!("{}{rest}", id.path())));
            // What a page says once is said before anything is compared.
            for browser in [reader, &stranger, &eves] {
                browser.get("/").await;
            }
            let tries = async || {
                reader.forge("lang", "de");
                let reply = reader.post(&format!("{}/review/reply", id.path()), &[("reply", "Ist da etwas?")]).await;
                let write = send(reader, id, "1", "").await;
                [reply, write].map(|answer| (answer.status, format!("{:?}", answer.headers), answer.text))
            };
            let everybody = [&stranger, &eves, reader];
            let (mut before, tried) = (Vec::new(), tries().await);
            for browser in everybody {
                before.push(read(browser, &seeds).await);
            }
            assert!(before[2][&id.path()].2.contains("Sag, wie es war"), "the crawl sees the page of the booking");
            assert!(before[0][&format!("/listings/{listing}")].2.contains(" Bewertungen</span>"));

            send(author, id, "1", secret).await.expect(StatusCode::SEE_OTHER);
            for (browser, before) in everybody.into_iter().zip(&before) {
                same(before, &read(browser, &seeds).await);
            }
            send(author, id, "2", secret).await.expect(StatusCode::SEE_OTHER);
            for (browser, before) in everybody.into_iter().zip(&before) {
                same(before, &read(browser, &seeds).await);
            }
            assert_eq!(tries().await, tried);
            assert!(world.letters().await.is_empty());

            // A microsecond before the end there is still nothing, and then there is.
            world.wait(WRITE_WITHIN - 1).await;
            for letter in world.letters().await {
                assert!(!letters::write(&world.ctx, &letter).text.contains("Leider"));
            }
            let about = if std::ptr::eq(author, &beas) { &lena } else { &bea };
            let page = format!("/members/{}", about.id);
            for browser in everybody {
                assert!(!browser.get(&page).await.text.contains(secret));
            }
            world.wait(1).await;
            for browser in everybody {
                browser.get(&page).await.says(secret);
            }
            world.letters().await;
        }
    }

    async fn only_the_two_get_through_the_doors_of_a_review(world: World) {
        let ((lena, lenas), (bea, _)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let (_, eves) = member(&world, "Eve").await;
        let listing = Thing::called("Schlagbohrmaschine").publish(&world.ctx, &lena).await;
        let id = loan(&world, &lena, &bea, listing).await;
        let form = format!("{}/review", id.path());
        let stranger = Browser::stranger(&world);
        let answer = stranger.get(&form).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), format!("/sign-in?next={form}"));
        let answer = send(&stranger, id, "5", "Gern wieder.").await.expect(StatusCode::SEE_OTHER);
        assert!(answer.location().contains("Gern"), "what was typed is carried along: {}", answer.location());
        let page = lenas.get(&format!("{form}?overall=5&words=Gern+wieder.")).await.expect(StatusCode::OK);
        assert_eq!(value(&page, "words"), Some("Gern wieder."));
        for path in [form.clone(), format!("{form}/reply")] {
            eves.get(&form).await.expect(StatusCode::NOT_FOUND);
            eves.post(&path, &[("overall", "5"), ("reply", "Hallo")]).await.expect(StatusCode::NOT_FOUND);
        }
        for nonsense in ["/bookings/nonsense/review", "/listings/nonsense/reviews", "/members/nonsense/reviews"] {
            lenas.get(nonsense).await.expect(StatusCode::NOT_FOUND);
        }
        let open = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let typed = RequestDraft { from: "2030-05-02".into(), to: "2030-05-03".into(), ..RequestDraft::default() };
        let open = bookings::request(&world.ctx, &bea, open, &typed).await.unwrap();
        assert_eq!(lenas.get(&format!("{}/review", open.path())).await.expect(StatusCode::SEE_OTHER).location(),
            format!("{}#reviews", open.path()));
        let page = in_words(send(&lenas, open, "5", "").await.expect(StatusCode::CONFLICT));
        page.says("wenn die Ausleihe zu Ende ist");
        world.wait(WRITE_WITHIN).await;
        let page = in_words(send(&lenas, id, "5", "Zu spät, aber gut.").await.expect(StatusCode::CONFLICT));
        let page = page.says("Die Zeit dafür ist leider um");
        assert_eq!(value(&page, "words"), Some("Zu spät, aber gut."));
    }

    async fn facts_stand_on_the_pages_from_three_cases_on(world: World) {
        let ((lena, _), (bea, _)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = Thing::called("Schlagbohrmaschine").publish(&world.ctx, &lena).await;
        let stranger = Browser::stranger(&world);
        for n in 1..=3 {
            let page = stranger.get(&format!("/listings/{listing}")).await.expect(StatusCode::OK);
            assert!(!page.text.contains("zwölf Monaten") && !page.text.contains("verliehen</span>"), "{n}");
            loan(&world, &lena, &bea, listing).await;
            world.wait(Timestamp::DAY).await;
        }
        in_words(stranger.get(&format!("/listings/{listing}")).await).says("3-mal verliehen").says("zwölf Monaten");
        let page = in_words(stranger.get(&format!("/members/{}", lena.id)).await);
        page.says("Wenn Lena verleiht").says("Von 3 Zusagen keine wieder abgesagt");
        let page = in_words(stranger.get(&format!("/members/{}", bea.id)).await);
        page.says("Wenn Bea ausleiht").says("3 von 3 Mal pünktlich zurückgebracht");
    }
}
