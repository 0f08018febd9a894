//! Members on both engines.

use super::*;
use crate::{
    Error, Lang, Timestamp,
    forms::Problem,
    notifications::{Delivery, Letter},
    on_both_engines,
    testing::PASSWORD,
};

fn typed(email: &str) -> SignUp {
    SignUp {
        name: "Lena".into(),
        email: email.into(),
        password: PASSWORD.into(),
        lang: Lang::En,
        next: None,
    }
}

fn confirmation(letters: &[Delivery]) -> Option<String> {
    letters.iter().find_map(|d| match &d.letter {
        Letter::ConfirmAddress { token, .. } => Some(token.clone()),
        _ => None,
    })
}

fn problem<T: std::fmt::Debug>(answer: Result<T, Error<Refusal>>, field: &str) -> Option<Problem> {
    match answer {
        Err(Error::Refused(Refusal::Invalid(errors))) => errors.iter().find(|e| e.field == field).map(|e| e.problem),
        other => panic!("expected a refusal, got {other:?}"),
    }
}

on_both_engines! {
    async fn an_account_opens_only_by_the_link_in_the_mail(world: World) {
        sign_up(&world.ctx, typed("Lena@Example.org ")).await.unwrap();
        let early = sign_in(&world.ctx, "lena@example.org", PASSWORD.into(), "").await;
        assert!(matches!(early, Err(Error::Refused(Refusal::WrongCredentials))));
        let letters = world.letters().await;
        assert_eq!((letters.len(), letters[0].to.address.as_str(), letters[0].to.lang),
            (1, "Lena@Example.org", Lang::En));
        let token = confirmation(&letters).unwrap();
        confirm_address(&world.ctx, &token).await.unwrap();
        let again = confirm_address(&world.ctx, &token).await;
        assert!(matches!(again, Err(Error::Refused(Refusal::LinkUsedUp))));
        let signed_in = sign_in(&world.ctx, " LENA@example.ORG", PASSWORD.into(), "a browser").await.unwrap();
        let me = me(&world.ctx, signed_in.token.text()).await.unwrap().unwrap();
        assert_eq!((me.name.as_str(), me.lang, me.role), ("Lena", Lang::En, Role::Member));
    }

    async fn no_answer_tells_whether_an_address_has_an_account(world: World) {
        world.member("Lena").await;
        sign_up(&world.ctx, SignUp { name: "Mallory".into(), ..typed("lena@example.org") }).await.unwrap();
        let letters = world.letters().await;
        assert_eq!(letters.len(), 1);
        assert_eq!((&letters[0].letter, letters[0].to.name.as_str()), (&Letter::AlreadyMember, "Lena"));
        request_reset(&world.ctx, "nobody@example.org").await.unwrap();
        assert!(world.letters().await.is_empty());
        for (email, password) in [("lena@example.org", "wrong password"), ("nobody@example.org", PASSWORD)] {
            let answer = sign_in(&world.ctx, email, password.into(), "").await;
            assert!(matches!(answer, Err(Error::Refused(Refusal::WrongCredentials))));
        }
    }

    async fn an_address_never_confirmed_can_be_claimed_by_its_owner(world: World) {
        sign_up(&world.ctx, SignUp { name: "Squatter".into(), password: "not yours to know".into(), ..typed("lena@example.org") })
            .await.unwrap();
        let first = confirmation(&world.letters().await).unwrap();
        sign_up(&world.ctx, typed("lena@example.org")).await.unwrap();
        let second = confirmation(&world.letters().await).unwrap();
        assert!(matches!(confirm_address(&world.ctx, &first).await, Err(Error::Refused(Refusal::LinkUsedUp))));
        confirm_address(&world.ctx, &second).await.unwrap();
        sign_in(&world.ctx, "lena@example.org", PASSWORD.into(), "").await.unwrap();
    }

    async fn links_run_out(world: World) {
        sign_up(&world.ctx, typed("lena@example.org")).await.unwrap();
        let token = confirmation(&world.letters().await).unwrap();
        world.wait(rules::CONFIRM_WITHIN).await;
        assert!(matches!(confirm_address(&world.ctx, &token).await, Err(Error::Refused(Refusal::LinkUsedUp))));
    }

    async fn a_reset_sets_the_password_once_and_ends_all_sessions(world: World) {
        let lena = world.member("Lena").await;
        request_reset(&world.ctx, "LENA@example.org").await.unwrap();
        let letters = world.letters().await;
        let Letter::ResetPassword { token } = &letters[0].letter else { panic!("{letters:?}") };
        assert_eq!(problem(reset_password(&world.ctx, token, "short".into()).await, "password"),
            Some(Problem::TooShort { min: rules::SHORTEST_PASSWORD }));
        reset_password(&world.ctx, token, "a new one, long".into()).await.unwrap();
        assert!(matches!(reset_password(&world.ctx, token, "a new one, long".into()).await,
            Err(Error::Refused(Refusal::LinkUsedUp))));
        assert!(sessions(&world.ctx, &lena).await.unwrap().is_empty());
        assert_eq!(world.letters().await[0].letter, Letter::PasswordChanged);
        sign_in(&world.ctx, "lena@example.org", "a new one, long".into(), "").await.unwrap();
    }

    async fn changing_the_password_needs_the_old_one_and_keeps_only_this_session(world: World) {
        let lena = world.member("Lena").await;
        sign_in(&world.ctx, "lena@example.org", PASSWORD.into(), "another browser").await.unwrap();
        let wrong = change_password(&world.ctx, &lena, "wrong".into(), "a new one, long".into()).await;
        assert_eq!(problem(wrong, "current"), Some(Problem::WrongPassword));
        assert_eq!(sessions(&world.ctx, &lena).await.unwrap().len(), 2);
        change_password(&world.ctx, &lena, PASSWORD.into(), "a new one, long".into()).await.unwrap();
        let left = sessions(&world.ctx, &lena).await.unwrap();
        assert!(left.len() == 1 && left[0].this_one);
    }

    async fn an_address_changes_only_by_the_link_sent_to_the_new_one(world: World) {
        let lena = world.member("Lena").await;
        world.member("Bea").await;
        change_address(&world.ctx, &lena, "new@example.org", PASSWORD.into()).await.unwrap();
        let letters = world.letters().await;
        let Letter::ConfirmNewAddress { token } = &letters[0].letter else { panic!("{letters:?}") };
        assert_eq!(letters[0].to.address, "new@example.org");
        confirm_new_address(&world.ctx, token).await.unwrap();
        let told = world.letters().await;
        assert_eq!((&told[0].letter, told[0].to.address.as_str()), (&Letter::AddressChanged, "lena@example.org"));
        sign_in(&world.ctx, "new@example.org", PASSWORD.into(), "").await.unwrap();
        assert!(sign_in(&world.ctx, "lena@example.org", PASSWORD.into(), "").await.is_err());
        change_address(&world.ctx, &lena, "bea@example.org", PASSWORD.into()).await.unwrap();
        assert_eq!(world.letters().await[0].letter, Letter::AlreadyMember);
    }

    async fn sessions_end_by_their_owner_only_and_by_time(world: World) {
        let lena = world.member("Lena").await;
        let bea = world.member("Bea").await;
        assert!(matches!(revoke(&world.ctx, &bea, lena.session).await, Err(Error::NotFound)));
        let other = sign_in(&world.ctx, "lena@example.org", PASSWORD.into(), "phone").await.unwrap();
        assert_eq!(revoke_others(&world.ctx, &lena).await.unwrap(), 1);
        assert!(me(&world.ctx, other.token.text()).await.unwrap().is_none());
        let third = sign_in(&world.ctx, "lena@example.org", PASSWORD.into(), "phone").await.unwrap();
        world.wait((SESSION_DAYS - 1) * Timestamp::DAY).await;
        assert!(me(&world.ctx, third.token.text()).await.unwrap().is_some());
        world.wait((SESSION_DAYS - 1) * Timestamp::DAY).await;
        assert!(me(&world.ctx, third.token.text()).await.unwrap().is_some(), "it was in use meanwhile");
        world.wait(SESSION_DAYS * Timestamp::DAY).await;
        assert!(me(&world.ctx, third.token.text()).await.unwrap().is_none());
    }

    async fn a_deleted_account_leaves_nothing_personal_and_frees_its_address(world: World) {
        let lena = world.member("Lena").await;
        let wrong = delete_account(&world.ctx, &lena, "wrong".into()).await;
        assert_eq!(problem(wrong, "current"), Some(Problem::WrongPassword));
        delete_account(&world.ctx, &lena, PASSWORD.into()).await.unwrap();
        let letters = world.letters().await;
        assert_eq!((&letters[0].letter, letters[0].to.address.as_str()), (&Letter::AccountDeleted, "lena@example.org"));
        assert!(matches!(profile(&world.ctx, lena.id).await, Err(Error::NotFound)));
        let mut tx = world.ctx.db.read().await.unwrap();
        let row = store::by_id(&mut tx, lena.id).await.unwrap().unwrap();
        assert_eq!((row.email, row.password_hash, row.name.as_str()), (None, None, ""));
        drop(tx);
        assert_ne!(world.member("Lena").await.id, lena.id);
    }

    async fn a_profile_keeps_what_was_typed_and_refuses_unknown_places(world: World) {
        let lena = world.member("Lena").await;
        let draft = ProfileDraft {
            name: "Lena M.".into(), about: "Ich repariere Räder.\nGern auch deins.".into(),
            languages: vec!["de".into(), "tr".into()], place: "53115".into(),
        };
        update_profile(&world.ctx, &lena, &draft).await.unwrap();
        let seen = profile(&world.ctx, lena.id).await.unwrap();
        assert_eq!((seen.name.as_str(), seen.languages.as_str()), ("Lena M.", "de,tr"));
        assert!(seen.place_name.unwrap().contains("53115"));
        let nowhere = ProfileDraft { place: "Xyzzyqwertz".into(), ..draft };
        assert_eq!(problem(update_profile(&world.ctx, &lena, &nowhere).await, "place"), Some(Problem::UnknownPlace));
    }
}
