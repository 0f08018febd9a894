//! Saying it, on both engines.

use super::{Refusal, Trouble, Typed, history, of_booking, rules, say, waive_fee};
use crate::{
    Error, Timestamp,
    bookings::{
        self, BookingId, Command,
        lettered::Typed as LinkTyped,
        testing::{ask, change_listing, drill, join_all, seen, told},
    },
    members::Me,
    messages,
    notifications::{BookingTurn, Letter, More},
    on_both_engines,
    prices::Late,
    testing::World,
};

async fn out(world: &World, lender: &Me, borrower: &Me) -> BookingId {
    let listing = drill(world, lender).await;
    let sql = "update listing set prices = '{\"late\":{\"per\":\"day\",\"minor\":300,\"cap\":9000}}' where id = $1";
    change_listing(world, listing, sql).await;
    let id = ask(world, borrower, listing, "2030-04-29", "2030-04-30").await;
    bookings::act(&world.ctx, lender, id, Command::Accept).await.unwrap();
    for who in [lender, borrower] {
        bookings::act(&world.ctx, who, id, Command::HandOver).await.unwrap();
    }
    world.letters().await;
    id
}

fn on_the_way(minutes: &str) -> Typed {
    Typed {
        minutes: minutes.into(),
        ..Typed::default()
    }
}

fn trouble(what: &str, words: &str) -> Typed {
    Typed {
        trouble: Some(what.into()),
        words: words.into(),
        ..Typed::default()
    }
}

fn more(letter: &Letter) -> &More {
    match letter {
        Letter::Booking(news) => &news.more,
        other => panic!("{other:?}"),
    }
}

on_both_engines! {
    async fn one_tap_tells_the_other_at_once_and_stands_in_the_conversation(world: World) {
        let (lena, bea, eve) = (world.member("Lena").await, world.member("Bea").await, world.member("Eve").await);
        let id = out(&world, &lena, &bea).await;
        for _ in 0..2 {
            say(&world.ctx, &bea, id, &on_the_way("20")).await.unwrap();
        }
        let letters = world.letters().await;
        assert_eq!(told(&letters), [("Lena", BookingTurn::OnMyWay)], "the same tap twice is told once");
        assert_eq!(more(&letters[0].letter).minutes, Some(20));
        say(&world.ctx, &bea, id, &trouble("late", "Der Zug steht.")).await.unwrap();
        say(&world.ctx, &lena, id, &trouble("lost_key", "")).await.unwrap();
        let letters = world.letters().await;
        assert_eq!(told(&letters), [("Bea", BookingTurn::Trouble), ("Lena", BookingTurn::Trouble)]);
        assert!(letters.iter().any(|d| more(&d.letter).trouble == Some(Trouble::Late)));

        let seen = messages::conversation(&world.ctx, &lena, id.into(), None).await.unwrap();
        let names: Vec<_> = seen.entries.iter().filter_map(|entry| match entry {
            messages::Entry::Happened(happened) => Some(happened.event.name()),
            messages::Entry::Message(_) => None,
        }).collect();
        assert_eq!(names, ["requested", "accepted", "handover_reported", "handed_over", "on_my_way", "trouble", "trouble"]);
        // The booking itself reads its own history only, and has not moved.
        let view = seen_by(&world, &bea, id).await;
        assert_eq!(bookings::history(&world.ctx, &bea, id).await.unwrap().len(), 4);
        let said = history(&world.ctx, &bea, id).await.unwrap();
        let page = of_booking(&view.booking, view.me, &said, world.now());
        assert_eq!(page.latest.len(), 2, "the newest word of each side");
        assert!(matches!(say(&world.ctx, &eve, id, &on_the_way("")).await, Err(Error::NotFound)));
        let wrong = say(&world.ctx, &bea, id, &trouble("other", "")).await;
        assert!(matches!(wrong, Err(Error::Refused(Refusal::Invalid(_)))), "{wrong:?}");
    }

    async fn being_late_costs_what_was_agreed_and_the_lender_can_do_without(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let id = out(&world, &lena, &bea).await;
        // Whatever the listing says afterwards, what was agreed holds.
        let listing = seen_by(&world, &bea, id).await.booking.key.listing;
        change_listing(&world, listing, "update listing set prices = '{\"late\":{\"per\":\"hour\",\"minor\":99900,\"cap\":99900}}' where id = $1").await;
        // Due at midnight before 1 May; back on the second day after, at ten.
        world.wait((24 + 24 + 26) * Timestamp::HOUR).await;
        let late = async || rules::late_fee(&seen_by(&world, &bea, id).await.booking, world.now());
        let two_days = Late { per: crate::prices::Per::Day, started: 2, unit_minor: 300, amount_minor: 600, capped: false };
        assert_eq!(late().await, Some(two_days));
        let early = waive_fee(&world.ctx, &lena, id).await;
        assert!(matches!(early, Err(Error::Refused(Refusal::NotNow))), "{early:?}");
        bookings::act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        world.letters().await;
        world.wait(23 * Timestamp::HOUR).await;
        assert_eq!(late().await, Some(two_days), "it stops with the report");
        bookings::act(&world.ctx, &lena, id, Command::Return).await.unwrap();
        assert_eq!(late().await, Some(two_days));
        let letters = world.letters().await;
        let returned = letters.iter().find(|d| matches!(&d.letter, Letter::Booking(n) if n.what == BookingTurn::Returned)).unwrap();
        assert_eq!(more(&returned.letter).late.map(|(late, _)| late), Some(two_days));
        assert!(matches!(waive_fee(&world.ctx, &bea, id).await, Err(Error::Refused(Refusal::NotYours))));
        for answer in join_all((0..3).map(|_| waive_fee(&world.ctx, &lena, id))).await {
            answer.unwrap();
        }
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::FeeWaived)]);
        let said = history(&world.ctx, &bea, id).await.unwrap();
        let view = seen_by(&world, &lena, id).await;
        let page = of_booking(&view.booking, view.me, &said, world.now());
        assert!(page.waived && !page.can_waive && page.late == Some(two_days));
    }

    async fn a_fee_that_is_waived_before_the_return_is_confirmed_is_not_told_as_owed(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let id = out(&world, &lena, &bea).await;
        world.wait((24 + 24 + 26) * Timestamp::HOUR).await;
        bookings::act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        let record = async || crate::handovers::of_booking(&world.ctx, &bea, id).await.unwrap();
        assert!(record().await.late.is_some() && !record().await.waived);
        waive_fee(&world.ctx, &lena, id).await.unwrap();
        world.letters().await;
        bookings::act(&world.ctx, &lena, id, Command::Return).await.unwrap();
        let letters = world.letters().await;
        let returned = letters.iter().find(|d| matches!(&d.letter, Letter::Booking(n) if n.what == BookingTurn::Returned)).unwrap();
        assert_eq!(more(&returned.letter).late, None);
        assert!(record().await.late.is_some() && record().await.waived, "what it came to stays on the record, and that it is waived");
    }

    async fn a_link_says_it_once_however_often_it_is_pressed(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let id = out(&world, &lena, &bea).await;
        world.wait(25 * Timestamp::HOUR).await; // the morning of the last day
        let letters = world.letters().await;
        let reminder = letters.iter().find(|d| d.to.member == Some(bea.id)).expect("a reminder");
        let (_, token) = reminder.links.acts.iter().find(|(act, _)| *act == bookings::Act::OnMyWay).unwrap();
        let typed = LinkTyped { minutes: "15".into(), ..LinkTyped::default() };
        for answer in join_all((0..4).map(|_| bookings::lettered::act(&world.ctx, token, &typed))).await {
            assert_eq!(answer.unwrap().unwrap().standing, bookings::lettered::Standing::Done);
        }
        world.wait(Timestamp::HOUR).await;
        let again = bookings::lettered::act(&world.ctx, token, &LinkTyped::default()).await.unwrap().unwrap();
        assert_eq!(again.standing, bookings::lettered::Standing::Done);
        let came = world.letters().await;
        let count = told(&came).iter().filter(|(_, what)| *what == BookingTurn::OnMyWay).count();
        assert_eq!((count, history(&world.ctx, &bea, id).await.unwrap().len()), (1, 1));
    }
}

async fn seen_by(world: &World, who: &Me, id: BookingId) -> bookings::BookingView {
    seen(world, who, id).await
}
