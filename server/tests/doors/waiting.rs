//! The waiting list's doors.

use super::{
    bookings::{member, value},
    browser::{Answer, Browser},
};
use domain::{
    bookings::{self, Command, RequestDraft},
    listings::testing::Thing,
    notifications::Letter,
    on_both_engines,
};
use http::StatusCode;

/// A page on which no key of a text shows instead of the text.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [">waiting-", "\"waiting-text", ">notice-", ">eligibility-", "<!>"] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
}

on_both_engines! {
    async fn waiting_from_the_thing_to_the_letter_and_back(world: World) {
        let ((lena, lenas), (bea, _), (_, hassans), (_, olgas)) = (
            member(&world, "Lena").await, member(&world, "Bea").await, member(&world, "Hassan").await, member(&world, "Olga").await,
        );
        let listing = Thing::called("Beamer").publish(&world.ctx, &lena).await;
        let typed = RequestDraft { from: "2030-05-06".into(), to: "2030-05-07".into(), ..RequestDraft::default() };
        let loan = bookings::request(&world.ctx, &bea, listing, &typed).await.unwrap();
        bookings::act(&world.ctx, &lena, loan, Command::Accept).await.unwrap();
        let page = format!("/listings/{listing}");
        let (wait, chosen) = (format!("{page}/wait"), format!("{page}?from=2030-05-06&to=2030-05-07"));
        in_words(Browser::stranger(&world).get(&chosen).await).says("Wenn du angemeldet bist");
        let form = in_words(hassans.get(&chosen).await.expect(StatusCode::OK)).says("Sag mir, wenn es frei wird");
        assert_eq!(value(&form, "length"), Some(""));
        assert!(!lenas.get(&chosen).await.text.contains("Sag mir, wenn es frei wird"), "not for its owner");

        in_words(hassans.post(&wait, &[("from", "2030-05-10"), ("to", "2030-05-11")]).await.expect(StatusCode::CONFLICT)).says("frag einfach");
        in_words(hassans.post(&wait, &[("from", ""), ("to", "")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY)).says("field__error");
        let days = [("from", "2030-05-06"), ("to", "2030-05-07")];
        hassans.post(&wait, &days).await.expect(StatusCode::SEE_OTHER);
        olgas.post(&wait, &days).await.expect(StatusCode::SEE_OTHER);
        in_words(Browser::stranger(&world).get(&page).await).says("2 Personen warten");
        let seen = in_words(olgas.get("/loans").await).says("Worauf du wartest").says("Vor dir wartet eine Person.");
        assert!(!seen.text.contains("Hassan"), "who waits is not told");
        olgas.post(&format!("{page}/leave-line"), &[]).await.expect(StatusCode::SEE_OTHER);
        assert!(!olgas.get("/loans").await.text.contains("Worauf du wartest"));
        Browser::stranger(&world).post(&wait, &days).await.expect(StatusCode::SEE_OTHER);
        olgas.post("/listings/0190000000000000000000000000dead/wait", &days).await.expect(StatusCode::NOT_FOUND);

        let why = Command::Cancel { reason: "Regen".into(), seen: None };
        bookings::act(&world.ctx, &bea, loan, why).await.unwrap();
        let letters = world.letters().await;
        let letter = letters.iter().find(|d| matches!(d.letter, Letter::Waiting(_))).unwrap();
        let mail = app::notifications::letters::write(&world.ctx, letter);
        assert!(mail.subject.contains("Frei geworden: Beamer") && mail.text.contains("kannst nur du danach fragen"), "{mail:?}");
        assert!(mail.text.contains(&format!("{page}/request?from=2030-05-06&to=2030-05-07")), "{}", mail.text);
        in_words(olgas.get(&chosen).await).says("zuerst jemandem versprochen");
        in_words(hassans.get("/loans").await).says("Du bist dran");
        let ask = format!("{page}/request");
        in_words(olgas.post(&ask, &days).await.expect(StatusCode::UNPROCESSABLE_ENTITY)).says("zuerst jemandem versprochen");
        hassans.post(&ask, &days).await.expect(StatusCode::SEE_OTHER);
    }
}
