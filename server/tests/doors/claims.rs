//! Claims' doors: reporting, answering, deciding; strangers, guessed sides, bad sums.

use super::{
    bookings::{member, value},
    browser::{Answer, Browser},
};
use domain::{
    Timestamp,
    bookings::{self, BookingId, Command, RequestDraft},
    listings::testing::Thing,
    members::{self, Me, Role},
    on_both_engines,
    testing::World,
};
use http::StatusCode;

#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [">claims-", "\"claims-", ">bookings-", ">notice-", "<!>"] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
}

/// Lena's drill is worth 90; Bea has brought it back.
async fn returned(world: &World) -> ((Me, Browser), (Me, Browser), BookingId) {
    let (lena, bea) = (member(world, "Lena").await, member(world, "Bea").await);
    let mut thing = Thing::called("Schlagbohrmaschine");
    thing.details.replacement = "90".into();
    let listing = thing.publish(&world.ctx, &lena.0).await;
    let typed = RequestDraft {
        from: "2030-04-30".into(),
        to: "2030-05-01".into(),
        ..RequestDraft::default()
    };
    let id = bookings::request(&world.ctx, &bea.0, listing, &typed).await.unwrap();
    bookings::act(&world.ctx, &lena.0, id, Command::Accept).await.unwrap();
    for command in [Command::HandOver, Command::Return] {
        for who in [&lena.0, &bea.0] {
            bookings::act(&world.ctx, who, id, command.clone()).await.unwrap();
        }
    }
    (lena, bea, id)
}

async fn operator(world: &World, name: &str) -> Browser {
    let (me, browser) = member(world, name).await;
    assert!(members::set_role(&world.ctx, &me.email, Role::Operator).await.unwrap());
    browser
}

async fn decide(browser: &Browser, case: &str, version: &str, amount: &str, words: &str) -> Answer {
    let form = [
        ("version", version),
        ("remedy", "money"),
        ("amount", amount),
        ("words", words),
    ];
    browser.post(case, &form).await
}

on_both_engines! {
    async fn something_broken_is_settled_by_plain_forms(world: World) {
        let ((_, lenas), (_, beas), id) = returned(&world).await;
        let booking = id.path();
        in_words(lenas.get(&booking).await).says("Etwas ist kaputt, fehlt oder war nicht wie ausgemacht?");
        let claim = format!("{booking}/claim");
        in_words(lenas.get(&claim).await.expect(StatusCode::OK)).says("Höchstens 90\u{a0}€");
        let form = |amount: &'static str, words: &'static str| [("remedy", "money"), ("amount", amount), ("words", words)];
        for (amount, words, said) in [
            ("", "Der Griff ist abgebrochen.", "Hier fehlt noch etwas."),
            ("viel", "Der Griff ist abgebrochen.", "Zahl"),
            ("90,01", "Der Griff ist abgebrochen.", "Mehr als 90\u{a0}€ geht nicht."),
            ("20", "Kaputt", "Bitte mindestens 10 Zeichen."),
        ] {
            let page = lenas.post(&claim, &form(amount, words)).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            in_words(page).says(words).says(said);
        }
        let sent = lenas.post(&claim, &form("60", "Der Griff ist abgebrochen.")).await.expect(StatusCode::SEE_OTHER);
        let path = sent.location().to_owned();
        assert_eq!(path, format!("{booking}/claims/lender"));
        in_words(lenas.get(&path).await).says("antwortet bis").says("Der Griff ist abgebrochen.");
        lenas.get(&claim).await.expect(StatusCode::SEE_OTHER);

        let page = in_words(beas.get(&booking).await).says("Lena möchte: 60\u{a0}€").says("Der Griff ist abgebrochen.");
        in_words(beas.get("/loans").await).says("Noch zu klären");
        let version = value(&page, "version").unwrap().to_owned();
        let counter = [("version", version.as_str()), ("remedy", "money"), ("amount", "20"), ("words", "Er war vorher schon locker.")];
        beas.post(&format!("{path}/counter"), &counter).await.expect(StatusCode::SEE_OTHER);
        let page = beas.post(&format!("{path}/counter"), &counter).await.expect(StatusCode::CONFLICT);
        in_words(page).says("Inzwischen hat sich etwas geändert.");
        let page = in_words(lenas.get(&path).await).says("Bea möchte: 20\u{a0}€").says("Er war vorher schon locker.");
        let version = value(&page, "version").unwrap().to_owned();
        lenas.post(&format!("{path}/accept"), &[("version", version.as_str())]).await.expect(StatusCode::SEE_OTHER);
        let page = in_words(lenas.get(&path).await).says("Geeinigt: 20\u{a0}€").says("Ich habe das Geld bekommen");
        let version = value(&page, "version").unwrap().to_owned();
        in_words(beas.get(&path).await).says("Lena bestätigt, wenn es erledigt ist.");
        lenas.post(&format!("{path}/confirm"), &[("version", version.as_str())]).await.expect(StatusCode::SEE_OTHER);
        in_words(beas.get(&path).await).says("Geklärt: 20\u{a0}€");
    }

    async fn who_decides_sees_the_record_and_gives_a_reason(world: World) {
        let ((_, lenas), (_, beas), id) = returned(&world).await;
        let (olga, petra) = (operator(&world, "Olga").await, operator(&world, "Petra").await);
        let booking = id.path();
        let form = [("remedy", "money"), ("amount", "60"), ("words", "Der Griff ist abgebrochen.")];
        let path = lenas.post(&format!("{booking}/claim"), &form).await.expect(StatusCode::SEE_OTHER).location().to_owned();
        let case = format!("/operator{path}").replace("/bookings/", "/claims/").replace("/claims/lender", "/lender");
        for path in [case.as_str(), &format!("{booking}/record")] {
            olga.get(path).await.expect(StatusCode::NOT_FOUND);
        }
        let version = |page: &Answer| value(page, "version").unwrap().to_owned();
        let page = beas.get(&path).await;
        beas.post(&format!("{path}/escalate"), &[("version", &version(&page))]).await.expect(StatusCode::SEE_OTHER);
        for browser in [&lenas, &beas] {
            browser.get("/operator/claims").await.expect(StatusCode::NOT_FOUND);
            browser.get(&case).await.expect(StatusCode::NOT_FOUND);
            browser.post(&case, &form).await.expect(StatusCode::NOT_FOUND);
        }
        in_words(olga.get("/operator/claims").await).says("Schlagbohrmaschine");
        olga.get("/me").await.says("Ansprüche entscheiden");
        olga.get(&format!("{booking}/record")).await.expect(StatusCode::OK);
        let page = in_words(olga.get(&case).await.expect(StatusCode::OK)).says("Deine Entscheidung").says("Der Griff ist abgebrochen.");
        let first = version(&page);
        let page = decide(&olga, &case, &first, "30", "Darum.").await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        in_words(page).says("Darum.");
        decide(&olga, &case, &first, "30", "Auf den Bildern ist der Griff vorher heil.").await.expect(StatusCode::SEE_OTHER);
        decide(&petra, &case, &first, "40", "Auf den Bildern ist der Griff vorher heil.").await.expect(StatusCode::CONFLICT);
        let page = in_words(beas.get(&path).await).says("Entschieden: 30\u{a0}€").says("vorher heil").says("Widersprechen");
        let appeal = [("version", version(&page)), ("words", "Die Bilder sind von einem anderen Tag.".into())];
        let appeal: Vec<_> = appeal.iter().map(|(name, value)| (*name, value.as_str())).collect();
        beas.post(&format!("{path}/appeal"), &appeal).await.expect(StatusCode::SEE_OTHER);
        in_words(olga.get(&case).await).says("Jemand anderes muss entscheiden.");
        let page = in_words(petra.get(&case).await).says("Deine Entscheidung");
        let second = version(&page);
        decide(&petra, &case, &second, "10", "Es lässt sich nur ein Teil davon belegen.").await.expect(StatusCode::SEE_OTHER);
        in_words(lenas.get(&path).await).says("Endgültig entschieden: 10\u{a0}€").says("nur ein Teil");
    }

    async fn strangers_find_nothing_and_what_is_too_late_is_said(world: World) {
        let ((_, lenas), (_, beas), id) = returned(&world).await;
        let (_, hassan) = member(&world, "Hassan").await;
        let booking = id.path();
        let form = [("remedy", "repair"), ("words", "Der Griff ist abgebrochen.")];
        hassan.get(&format!("{booking}/claim")).await.expect(StatusCode::NOT_FOUND);
        hassan.post(&format!("{booking}/claim"), &form).await.expect(StatusCode::NOT_FOUND);
        Browser::stranger(&world).post(&format!("{booking}/claim"), &form).await.expect(StatusCode::SEE_OTHER);
        beas.get(&format!("{booking}/claims/lender")).await.expect(StatusCode::NOT_FOUND);
        beas.get(&format!("{booking}/claims/nobody")).await.expect(StatusCode::NOT_FOUND);
        beas.post(&format!("{booking}/claims/lender/accept"), &[("version", "1")]).await.expect(StatusCode::NOT_FOUND);
        beas.post(&format!("{booking}/claims/lender/decide"), &form).await.expect(StatusCode::NOT_FOUND);
        let none = in_words(beas.get(&format!("{booking}/claim")).await);
        assert!(!none.text.contains("value=\"money\""), "what cost nothing is not claimed back in money");
        let money = [("remedy", "money"), ("amount", "1"), ("words", "Sie ging von Anfang an nicht.")];
        let page = beas.post(&format!("{booking}/claim"), &money).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        in_words(page).says("ihr habt keinen Wert vereinbart");
        world.wait(3 * Timestamp::DAY).await;
        lenas.get(&format!("{booking}/claim")).await.expect(StatusCode::SEE_OTHER);
        let page = lenas.post(&format!("{booking}/claim"), &form).await.expect(StatusCode::CONFLICT);
        in_words(page).says("Dafür ist es zu spät.");
    }
}
