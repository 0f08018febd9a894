//! Members' doors.

use super::browser::Browser;
use domain::{on_both_engines, testing::PASSWORD};
use http::StatusCode;

on_both_engines! {
    async fn a_refused_form_comes_back_with_what_was_typed_and_the_error_at_the_field(world: World) {
        let visitor = Browser::stranger(&world).reading_english();
        let form = [("name", "Bea \"B\" <b>"), ("email", "bea.example.org"), ("password", "short")];
        let page = visitor.post("/sign-up", &form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let page = page.says("value=\"Bea &quot;B&quot; &lt;b&gt;\"").says("value=\"bea.example.org\"");
        let page = page.says("id=\"email-error\"").says("href=\"#password\"").says("aria-invalid=\"true\"");
        assert!(!page.text.contains("value=\"short\""), "a password is never sent back");
    }

    async fn signing_up_leads_back_to_where_one_was_going(world: World) {
        let visitor = Browser::stranger(&world);
        let form = [("name", "Bea"), ("email", "bea@example.org"), ("password", PASSWORD), ("next", "/loans")];
        visitor.post("/sign-up", &form).await.expect(StatusCode::SEE_OTHER);
        let letters = world.letters().await;
        let domain::notifications::Letter::ConfirmAddress { token, .. } = &letters[0].letter else { panic!() };
        // Mail programs open links by themselves: looking at it opens nothing.
        visitor.get(&format!("/confirm?token={token}")).await.expect(StatusCode::OK);
        let answer = visitor.post("/confirm", &[("token", token)]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!((answer.location(), visitor.notice().as_deref()), ("/loans", Some("signed-in")));
        visitor.get("/loans").await.expect(StatusCode::OK).says("Schön, dass du da bist.");
        assert_eq!(visitor.notice(), None, "a notice is shown once");
        visitor.post("/confirm", &[("token", token)]).await.expect(StatusCode::GONE);
    }

    async fn nobody_is_sent_to_another_site_after_signing_in(world: World) {
        Browser::member(&world, "Lena").await;
        let visitor = Browser::stranger(&world);
        let form = [("email", "lena@example.org"), ("password", PASSWORD), ("next", "//evil.example/x")];
        let answer = visitor.post("/sign-in", &form).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), "/");
    }

    async fn a_session_ends_where_its_owner_says_so(world: World) {
        let lena = Browser::member(&world, "Lena").await;
        let phone = Browser::stranger(&world);
        phone.post("/sign-in", &[("email", "lena@example.org"), ("password", PASSWORD)]).await.expect(StatusCode::SEE_OTHER);
        phone.get("/me").await.expect(StatusCode::OK);
        lena.post("/me/sessions/end-others", &[]).await.expect(StatusCode::SEE_OTHER);
        phone.get("/me").await.expect(StatusCode::SEE_OTHER);
        let bea = Browser::member(&world, "Bea").await;
        bea.post("/me/sessions/end", &[("session", "0190a000-0000-7000-8000-000000000000")]).await.expect(StatusCode::NOT_FOUND);
        lena.post("/sign-out", &[]).await.expect(StatusCode::SEE_OTHER);
        lena.get("/me").await.expect(StatusCode::SEE_OTHER);
    }

    async fn a_profile_is_public_without_address_or_coordinates(world: World) {
        let lena = Browser::member(&world, "Lena").await;
        let form = [("name", "Lena"), ("about", "Hallo\n<script>alert(1)</script>"), ("place", "53115"), ("languages", "de"),
            ("languages", "tr")];
        lena.post("/me", &form).await.expect(StatusCode::SEE_OTHER);
        let edit = lena.get("/me").await;
        let path = edit.text.split("href=\"/members/").nth(1).and_then(|t| t.split('"').next()).unwrap().to_owned();
        let page = Browser::stranger(&world).get(&format!("/members/{path}")).await.expect(StatusCode::OK);
        let page = page.says("&lt;script&gt;").says("53115 Bonn").says("Türkisch");
        assert!(!page.text.contains("lena@example.org") && !page.text.contains("50.7"));
    }

    async fn a_file_that_is_no_photo_is_refused_in_words(world: World) {
        let lena = Browser::member(&world, "Lena").await;
        lena.upload("/me/photo", "photo", "a.jpg", b"").await.expect(StatusCode::UNPROCESSABLE_ENTITY).says("Wähle bitte erst");
        let page = lena.upload("/me/photo", "photo", "holiday.jpg", b"%PDF-1.7 not a picture").await;
        page.expect(StatusCode::UNPROCESSABLE_ENTITY).says("Das ist kein Foto");
        let heavy = vec![0_u8; 40 * 1024 * 1024];
        lena.upload("/me/photo", "photo", "heavy.jpg", &heavy).await.expect(StatusCode::PAYLOAD_TOO_LARGE).says("zu groß");
    }

    async fn leaving_needs_the_password_and_leaves_nobody(world: World) {
        let lena = Browser::member(&world, "Lena").await;
        lena.post("/me/delete", &[("current", "wrong")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY)
            .says("nicht dein jetziges Passwort");
        lena.post("/me/delete", &[("current", PASSWORD)]).await.expect(StatusCode::SEE_OTHER);
        lena.get("/me").await.expect(StatusCode::SEE_OTHER);
    }
}
