//! Doors of who may borrow: what is said before asking, the owner's page, circles, vouching.

use super::{
    bookings::{member, value},
    browser::{Answer, Browser},
};
use domain::{
    bookings::{self, Command, RequestDraft},
    eligibility,
    listings::{ListingId, testing::Thing},
    members::Me,
    on_both_engines,
    testing::World,
};
use http::StatusCode;

/// A page on which no key of a text shows instead of the text.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [">eligibility-", ">circles-", "\"circles-", ">notice-", "<!>"] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
}

async fn finished(world: &World, lender: &Me, borrower: &Me, listing: ListingId) {
    let typed = RequestDraft {
        from: "2030-04-29".into(),
        to: "2030-04-29".into(),
        ..RequestDraft::default()
    };
    let id = bookings::request(&world.ctx, borrower, listing, &typed).await.unwrap();
    for (who, command) in [
        (lender, Command::Accept),
        (lender, Command::HandOver),
        (borrower, Command::HandOver),
        (borrower, Command::Return),
        (lender, Command::Return),
    ] {
        bookings::act(&world.ctx, who, id, command).await.unwrap();
    }
}

on_both_engines! {
    async fn everybody_reads_what_is_asked_and_who_is_refused_reads_what_helps(world: World) {
        let ((lena, lenas), (bea, beas), (hassan, _)) =
            (member(&world, "Lena").await, member(&world, "Bea").await, member(&world, "Hassan").await);
        let first = Thing::called("Hammer").publish(&world.ctx, &lena).await;
        let listing = Thing::called("Schlagbohrmaschine").publish(&world.ctx, &lena).await;
        let who = format!("/things/{listing}/who");
        in_words(lenas.get(&format!("/things/{listing}")).await).says("Wer sich melden darf").says(&who);
        in_words(lenas.get(&who).await.expect(StatusCode::OK)).says("Wer darf sich melden?");
        in_words(lenas.post(&who, &[("loans", "99")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY)).says("field__error");
        lenas.post(&who, &[("loans", "1"), ("vouched", "yes")]).await.expect(StatusCode::SEE_OTHER);

        let path = format!("/listings/{listing}");
        let stranger = Browser::stranger(&world);
        in_words(stranger.get(&path).await.expect(StatusCode::OK)).says("mindestens eine beendete Ausleihe").says("bestätigt, dich zu kennen");
        let page = in_words(beas.get(&path).await.expect(StatusCode::OK));
        let page = page.says("Noch nicht für dich").says("Dir fehlt noch 1 beendete Ausleihe.").says("Lass dich von jemandem bestätigen");
        assert_eq!(value(&page, "once"), None, "there is no form to fill in for nothing");
        beas.get("/search?q=schlagbohrmaschine").await.expect(StatusCode::OK).says("noch nicht für dich");
        let form = [("from", "2030-05-02"), ("to", "2030-05-03")];
        in_words(beas.post(&format!("{path}/request"), &form).await.expect(StatusCode::CONFLICT)).says("Noch nicht für dich.");

        finished(&world, &lena, &hassan, first).await;
        finished(&world, &lena, &bea, Thing::called("Zange").publish(&world.ctx, &lena).await).await;
        eligibility::vouch(&world.ctx, &hassan, bea.id).await.unwrap();
        in_words(beas.get(&path).await.expect(StatusCode::OK)).says("Nicht für alle, aber für dich");
        beas.post(&format!("{path}/request"), &form).await.expect(StatusCode::SEE_OTHER);
    }

    async fn knowing_somebody_is_between_the_two(world: World) {
        let ((lena, lenas), (bea, beas), (_, hassans)) =
            (member(&world, "Lena").await, member(&world, "Bea").await, member(&world, "Hassan").await);
        let listing = Thing::called("Hammer").publish(&world.ctx, &lena).await;
        let (profile, word) = (format!("/members/{}", bea.id), format!("/members/{}/vouch", bea.id));
        in_words(lenas.get(&profile).await).says("Bestätigen kann erst, wer selbst eine Ausleihe beendet hat");
        in_words(lenas.post(&word, &[]).await.expect(StatusCode::CONFLICT)).says("Bestätigen kann erst");
        finished(&world, &lena, &bea, listing).await;
        in_words(lenas.get(&profile).await).says("Ich kenne diese Person");
        assert_eq!(lenas.post(&word, &[("back", &profile)]).await.expect(StatusCode::SEE_OTHER).location(), profile);
        in_words(beas.get("/me/known").await.expect(StatusCode::OK)).says("Lena");
        in_words(beas.get(&format!("/members/{}", lena.id)).await).says("hat bestätigt, dich zu kennen");
        for others in [hassans.get(&profile).await, Browser::stranger(&world).get(&profile).await] {
            assert!(!others.text.contains("hat bestätigt"), "nobody else's business");
        }
        lenas.post(&format!("/members/{}/withdraw-vouch", bea.id), &[]).await.expect(StatusCode::SEE_OTHER);
        in_words(beas.get("/me/known").await).says("Bisher hat das niemand bestätigt.");
        lenas.post("/members/0190000000000000000000000000dead/vouch", &[]).await.expect(StatusCode::NOT_FOUND);
        Browser::stranger(&world).post(&word, &[]).await.expect(StatusCode::SEE_OTHER);
    }

    async fn circles_tell_strangers_nothing(world: World) {
        let ((lena, lenas), (_, beas), (hassan, hassans)) =
            (member(&world, "Lena").await, member(&world, "Bea").await, member(&world, "Hassan").await);
        in_words(lenas.post("/circles", &[("name", "x")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY)).says("field__error");
        let circle = lenas.post("/circles", &[("name", "Geheimes Haus")]).await.expect(StatusCode::SEE_OTHER).location().to_owned();
        in_words(lenas.get(&circle).await.expect(StatusCode::OK)).says("Geheimes Haus").says("Du bist allein im Kreis.");
        for path in [circle.clone(), format!("{circle}/invite"), format!("{circle}/leave"), format!("{circle}/ask")] {
            beas.post(&path, &[("name", "Meins")]).await.expect(StatusCode::NOT_FOUND);
        }
        beas.get(&circle).await.expect(StatusCode::NOT_FOUND);
        beas.get("/circles/unsinn").await.expect(StatusCode::NOT_FOUND);
        beas.get("/circles/join/geraten").await.expect(StatusCode::NOT_FOUND);
        beas.post("/circles/join/geraten", &[]).await.expect(StatusCode::NOT_FOUND);
        Browser::stranger(&world).get(&circle).await.expect(StatusCode::SEE_OTHER);

        let page = in_words(lenas.post(&format!("{circle}/invite"), &[]).await.expect(StatusCode::OK));
        let link = page.text.split("/circles/join/").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        let link = format!("/circles/join/{link}");
        in_words(hassans.get(&link).await.expect(StatusCode::OK)).says("Einladung in den Kreis");
        assert_eq!(hassans.post(&link, &[]).await.expect(StatusCode::SEE_OTHER).location(), circle);
        in_words(hassans.get(&circle).await.expect(StatusCode::OK)).says("Lena").says("2 Mitglieder");
        hassans.post(&format!("{circle}/remove"), &[("member", &lena.id.to_string())]).await.expect(StatusCode::NOT_FOUND);

        let listing = Thing::called("Beamer").publish(&world.ctx, &lena).await;
        let chosen = circle.trim_start_matches("/circles/").to_owned();
        beas.post(&format!("/things/{listing}/who"), &[("circles", &chosen)]).await.expect(StatusCode::NOT_FOUND);
        lenas.post(&format!("/things/{listing}/who"), &[("circles", &chosen)]).await.expect(StatusCode::SEE_OTHER);
        let path = format!("/listings/{listing}");
        for page in [beas.get(&path).await, Browser::stranger(&world).get(&path).await, beas.get("/circles").await] {
            assert!(!in_words(page).text.contains("Geheimes Haus"), "which circle is not told");
        }
        in_words(beas.get(&path).await).says("Du bist in keinem der Kreise");
        in_words(hassans.get(&path).await).says("Mitglied im Kreis Geheimes Haus");
        let profile = beas.get(&format!("/members/{}", hassan.id)).await;
        assert!(!profile.text.contains("Geheimes Haus") && !profile.text.contains("Kreis"), "{}", profile.text);
    }
}
