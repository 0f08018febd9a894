//! Kits' doors.

use super::{
    bookings::member,
    browser::{Answer, Browser},
};
use domain::{listings::testing::Thing, on_both_engines};
use http::StatusCode;

/// A page on which no key of a text shows instead of the text.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [">kits-", ">notice-", "<!>"] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
}

on_both_engines! {
    async fn an_owner_makes_a_kit_and_everybody_sees_what_belongs_to_it(world: World) {
        let ((lena, lenas), (bea, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let cart = Thing::called("Transportkarre").publish(&world.ctx, &lena).await;
        let theirs = Thing::called("Beas Gurte").publish(&world.ctx, &bea).await;
        let kit = Thing::called("Umzugsset").publish(&world.ctx, &lena).await;
        let path = format!("/things/{kit}/kit");
        in_words(lenas.get(&format!("/things/{kit}")).await).says("Set aus mehreren Dingen").says(&path);
        let form = in_words(lenas.get(&path).await.expect(StatusCode::OK)).says("Transportkarre");
        assert!(!form.text.contains("Beas Gurte"));
        beas.get(&path).await.expect(StatusCode::NOT_FOUND);
        beas.post(&path, &[("parts", &theirs.to_string())]).await.expect(StatusCode::NOT_FOUND);
        Browser::stranger(&world).get(&path).await.expect(StatusCode::SEE_OTHER);
        let wrong = lenas.post(&path, &[("parts", &theirs.to_string())]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        in_words(wrong).says("field__error");
        lenas.post(&path, &[("parts", &cart.to_string())]).await.expect(StatusCode::SEE_OTHER);
        in_words(beas.get(&format!("/listings/{kit}")).await).says("Gehört zum Set").says("Transportkarre");
        in_words(beas.get(&format!("/listings/{cart}")).await).says("Gibt es auch im Set").says("Umzugsset");
        let days = [("from", "2030-05-06"), ("to", "2030-05-07")];
        beas.post(&format!("/listings/{kit}/request"), &days).await.expect(StatusCode::SEE_OTHER);
        in_words(lenas.get(&path).await).says("Die Teile sind versprochen");
        in_words(lenas.post(&path, &[("parts", "")]).await.expect(StatusCode::CONFLICT)).says("Die Teile sind versprochen");
    }
}
