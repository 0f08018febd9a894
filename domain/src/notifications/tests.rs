//! What reaches whom, and when; links that stop letters.

use super::*;
use crate::{
    Timestamp,
    bookings::Party,
    error::Fault,
    jobs,
    members::{self, Me, MemberId},
    on_both_engines,
    testing::{PASSWORD, World},
};
use std::collections::BTreeSet;

fn about_reviews(what: ReviewTurn) -> Letter {
    Letter::Review(ReviewNews {
        what,
        you: Party::Lender,
        path: "/bookings/1".into(),
        title: "Leiter".into(),
        other: "Bea".into(),
        until: None,
        zone: "Europe/Berlin".into(),
        words: String::new(),
    })
}

fn messages() -> Letter {
    Letter::Messages(MessageNews {
        path: "/conversations/1".into(),
        title: "Leiter".into(),
        other: "Bea".into(),
        count: 1,
        photos: 0,
        words: "Hallo".into(),
    })
}

async fn send(world: &World, to: &Me, letter: Letter) {
    let mut tx = world.ctx.db.write().await.unwrap();
    let recipient = Recipient {
        address: to.email.clone(),
        name: to.name.clone(),
        lang: to.lang,
        member: Some(to.id),
    };
    post(&mut tx, world.now(), recipient, letter).await.unwrap();
    tx.commit().await.unwrap();
}

fn form(from: &str, until: &str, wanted: &[Topic]) -> ChoiceForm {
    ChoiceForm {
        quiet_from: from.into(),
        quiet_until: until.into(),
        wanted: wanted.iter().map(|topic| topic.name().to_owned()).collect(),
    }
}

fn topics(letters: &[Delivery]) -> Vec<Topic> {
    let mut all: Vec<_> = letters.iter().map(|delivery| delivery.letter.topic()).collect();
    // Jobs of the same instant come in any order.
    all.sort();
    all
}

async fn all_rows(world: &World) -> Result<std::collections::BTreeMap<String, Vec<String>>, Fault> {
    crate::backup::all_rows(&world.ctx).await
}

#[test]
fn what_is_essential_is_said_once_for_everybody() {
    let optional: Vec<_> = Topic::ALL.into_iter().filter(|topic| !topic.is_essential()).collect();
    assert_eq!(
        optional,
        [Topic::Messages, Topic::ReviewReminders, Topic::Reviews, Topic::Trust]
    );
    for (at, topic) in Topic::ALL.into_iter().enumerate() {
        assert_eq!(
            (topic as usize, Topic::from_name(topic.name())),
            (at, Some(topic)),
            "old links name it by its place"
        );
    }
    let everything_refused = Choices {
        refused: Topic::ALL.into_iter().collect(),
        ..Choices::default()
    };
    for topic in Topic::ALL {
        assert_eq!(everything_refused.wants(topic), topic.is_essential());
    }
}

on_both_engines! {
    // The world begins at 8 in the morning in Berlin.

    async fn nobody_can_do_without_what_is_essential_and_what_is_refused_does_not_come(world: World) {
        let lena = world.member("Lena").await;
        assert_eq!(my_choices(&world.ctx, &lena).await.unwrap(), Choices::default());
        // Whoever names what cannot be refused refuses nothing by it.
        let chosen = choose(&world.ctx, &lena, &form("22", "6", &[Topic::Reviews])).await.unwrap();
        assert_eq!(chosen.quiet, QuietHours { from: 22, until: 6 });
        assert_eq!(chosen.refused, BTreeSet::from([Topic::Messages, Topic::ReviewReminders, Topic::Trust]));
        for letter in [messages(), about_reviews(ReviewTurn::Remind), about_reviews(ReviewTurn::Published), Letter::PasswordChanged] {
            send(&world, &lena, letter).await;
        }
        assert_eq!(topics(&world.letters().await), [Topic::Account, Topic::Reviews]);
        choose(&world.ctx, &lena, &form("22", "6", &[Topic::Messages])).await.unwrap();
        send(&world, &lena, messages()).await;
        assert_eq!(topics(&world.letters().await), [Topic::Messages]);
        for wrong in [form("24", "6", &[]), form("", "6", &[]), form("x", "-1", &[])] {
            let answer = choose(&world.ctx, &lena, &wrong).await;
            assert!(matches!(answer, Err(crate::Error::Refused(Refusal::Invalid(_)))), "{answer:?}");
        }
    }

    async fn a_letter_that_waits_is_not_sent_to_whoever_stops_them_meanwhile(world: World) {
        let lena = world.member("Lena").await;
        world.wait(15 * Timestamp::HOUR).await; // 23 o'clock
        for letter in [messages(), about_reviews(ReviewTurn::Remind), Letter::PasswordChanged] {
            send(&world, &lena, letter).await;
        }
        assert_eq!(topics(&world.letters().await), [Topic::Account], "what is urgent comes at night");
        choose(&world.ctx, &lena, &form("21", "8", &[Topic::ReviewReminders])).await.unwrap();
        world.wait(8 * Timestamp::HOUR).await;
        assert_eq!(topics(&world.letters().await), [], "seven is early");
        world.wait(Timestamp::HOUR).await;
        assert_eq!(topics(&world.letters().await), [Topic::ReviewReminders]);
        assert!(jobs::failed(&world.ctx).await.unwrap().is_empty());
    }

    async fn a_link_stops_one_kind_and_begins_it_again_and_opening_it_does_neither(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        send(&world, &lena, messages()).await;
        let letters = world.letters().await;
        let (topic, token) = letters[0].links.stop.clone().unwrap();
        assert_eq!(topic, Topic::Messages);
        let before = all_rows(&world).await.unwrap();
        assert_eq!(unsubscribing(&world.ctx, &token).await.unwrap(), (Topic::Messages, true));
        assert_eq!(all_rows(&world).await.unwrap(), before);
        for _ in 0..2 {
            assert_eq!(unsubscribe(&world.ctx, &token, false).await.unwrap(), Topic::Messages);
        }
        assert_eq!(unsubscribing(&world.ctx, &token).await.unwrap(), (Topic::Messages, false));
        send(&world, &lena, messages()).await;
        send(&world, &bea, messages()).await;
        let came = world.letters().await;
        assert_eq!(came.iter().map(|d| d.to.name.as_str()).collect::<Vec<_>>(), ["Bea"], "hers alone");
        unsubscribe(&world.ctx, &token, true).await.unwrap();
        send(&world, &lena, messages()).await;
        assert_eq!(world.letters().await.len(), 1);

        // No link is made up, and none outlives its account.
        let essential = signing::sign_unsubscribe(&world.ctx, lena.id, Topic::Bookings).await.unwrap().unwrap();
        let nobody = signing::sign_unsubscribe(&world.ctx, MemberId(uuid::Uuid::nil()), topic).await.unwrap().unwrap();
        for none in [essential, nobody, format!("{token}A"), token[1..].to_owned(), String::new()] {
            let answer = unsubscribe(&world.ctx, &none, false).await;
            assert!(matches!(answer, Err(crate::Error::Refused(Refusal::NoSuchLink))), "{none}: {answer:?}");
        }
        members::delete_account(&world.ctx, &lena, PASSWORD.into()).await.unwrap();
        let gone = unsubscribe(&world.ctx, &token, false).await;
        assert!(matches!(gone, Err(crate::Error::Refused(Refusal::NoSuchLink))));
        let rows = all_rows(&world).await.unwrap();
        assert!(rows["letter_refusal"].is_empty() && rows["letter_hours"].is_empty(), "nothing of it is kept");
    }
}
