//! Waiting on both engines: whatever makes days free.

use super::super::*;
use crate::{
    Error, Timestamp,
    bookings::{
        self, BookingId, Closeable, Closing, Command, Refusal as Refused, RequestDraft,
        testing::{ask, because, crowd, drill, join_all, refusal, typed},
    },
    listings::{self, ListingId, testing::Thing},
    members::{self, Me},
    notifications::Letter,
    on_both_engines,
    testing::{PASSWORD, World},
};

fn for_days(from: &str, to: &str) -> WaitDraft {
    WaitDraft {
        from: from.into(),
        to: to.into(),
        ..WaitDraft::default()
    }
}

async fn stand_in_line(world: &World, who: &Me, listing: ListingId, from: &str, to: &str) {
    wait(&world.ctx, who, listing, &for_days(from, to)).await.unwrap();
    world.ctx.clock.advance(Timestamp::MINUTE);
}

/// Whom a letter told that it is their turn.
async fn told(world: &World) -> Vec<String> {
    let letters = world.letters().await;
    let of = |d: crate::notifications::Delivery| matches!(d.letter, Letter::Waiting(_)).then_some(d.to.name);
    letters.into_iter().filter_map(of).collect()
}

async fn lent(world: &World, lender: &Me, borrower: &Me, listing: ListingId, from: &str, to: &str) -> BookingId {
    let id = ask(world, borrower, listing, from, to).await;
    bookings::act(&world.ctx, lender, id, Command::Accept).await.unwrap();
    id
}

async fn cast(world: &World) -> (Me, Me, Me, Me, ListingId) {
    let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
    let (hassan, olga) = (world.member("Hassan").await, world.member("Olga").await);
    let listing = drill(world, &lena).await;
    (lena, bea, hassan, olga, listing)
}

on_both_engines! {
    async fn one_after_the_other_is_told_and_has_a_head_start(world: World) {
        let (lena, bea, hassan, olga, listing) = cast(&world).await;
        let loan = lent(&world, &lena, &bea, listing, "2030-05-06", "2030-05-08").await;
        stand_in_line(&world, &hassan, listing, "2030-05-06", "2030-05-07").await;
        stand_in_line(&world, &olga, listing, "2030-05-07", "2030-05-08").await;
        let seen = queue(&world.ctx, Some(olga.id), listing, None).await.unwrap();
        assert_eq!((seen.count, seen.mine.unwrap().before), (2, 1));
        assert!(told(&world).await.is_empty());
        bookings::act(&world.ctx, &bea, loan, because("Doch nicht")).await.unwrap();
        assert_eq!(told(&world).await, ["Hassan"]);
        let turn = mine(&world.ctx, &hassan).await.unwrap()[0].offer.unwrap();
        let early = refusal(bookings::request(&world.ctx, &olga, listing, &typed("2030-05-07", "2030-05-08")).await);
        assert_eq!(early, Refused::KeptForOthers { until: turn.until });
        ask(&world, &bea, listing, "2030-05-08", "2030-05-08").await;
        world.wait(turn.until.since(world.now())).await;
        assert_eq!(told(&world).await, ["Olga"], "the head start is over");
        assert!(mine(&world.ctx, &hassan).await.unwrap().is_empty(), "one turn each");
        let late = refusal(bookings::request(&world.ctx, &hassan, listing, &typed("2030-05-06", "2030-05-07")).await);
        assert!(matches!(late, Refused::KeptForOthers { .. }));
        ask(&world, &olga, listing, "2030-05-07", "2030-05-08").await;
        assert!(mine(&world.ctx, &olga).await.unwrap().is_empty(), "who has asked waits no more");
        ask(&world, &hassan, listing, "2030-05-06", "2030-05-07").await;
    }

    async fn whatever_frees_days_is_noticed(world: World) {
        let (lena, bea, hassan, olga, listing) = cast(&world).await;
        // An early return.
        let loan = lent(&world, &lena, &bea, listing, "2030-04-29", "2030-05-03").await;
        bookings::act(&world.ctx, &lena, loan, Command::HandOver).await.unwrap();
        bookings::act(&world.ctx, &bea, loan, Command::HandOver).await.unwrap();
        stand_in_line(&world, &hassan, listing, "2030-05-02", "2030-05-03").await;
        bookings::act(&world.ctx, &bea, loan, Command::Return).await.unwrap();
        assert!(told(&world).await.is_empty());
        bookings::act(&world.ctx, &lena, loan, Command::Return).await.unwrap();
        assert_eq!(told(&world).await, ["Hassan"]);
        leave(&world.ctx, &hassan, listing).await.unwrap();
        // Fewer days.
        let loan = lent(&world, &lena, &bea, listing, "2030-05-06", "2030-05-10").await;
        stand_in_line(&world, &olga, listing, "2030-05-09", "2030-05-10").await;
        let shorter = bookings::Period::whole_days(crate::Day::parse("2030-05-06").unwrap(), crate::Day::parse("2030-05-08").unwrap());
        bookings::propose(&world.ctx, &bea, loan, shorter, "", String::new()).await.unwrap();
        bookings::act(&world.ctx, &lena, loan, Command::Agree).await.unwrap();
        assert_eq!(told(&world).await, ["Olga"]);
        leave(&world.ctx, &olga, listing).await.unwrap();
        // Days that their owner closed, and opens again.
        let may = |day: &str| crate::Day::parse(day).unwrap();
        let days = Closeable { period: bookings::Period::whole_days(may("2030-05-20"), may("2030-05-22")), unit: None };
        bookings::close_days(&world.ctx, &lena, listing, days, Closing::CallOff, "").await.unwrap();
        stand_in_line(&world, &hassan, listing, "2030-05-21", "2030-05-21").await;
        assert!(told(&world).await.is_empty());
        let mut times = Thing::called("Schlagbohrmaschine").times;
        (times.shown_from, times.shown_to) = ("2030-05-01".into(), "2030-05-31".into());
        listings::save_times(&world.ctx, &lena, listing, None, &times).await.unwrap();
        assert_eq!(told(&world).await, ["Hassan"]);
    }

    async fn of_many_cancellations_at_once_each_tells_one_and_nobody_twice(world: World) {
        let (lena, bea, ..) = cast(&world).await;
        let mut thing = Thing::called("Bierbank");
        thing.times.units = "8".into();
        let listing = thing.publish(&world.ctx, &lena).await;
        let others = crowd(&world, 7).await;
        let mut loans = Vec::new();
        for who in std::iter::once(&bea).chain(&others) {
            loans.push((who, lent(&world, &lena, who, listing, "2030-05-06", "2030-05-06").await));
        }
        let waiting = bookings::testing::crowd_named(&world, 12, "w").await;
        for who in &waiting {
            stand_in_line(&world, who, listing, "2030-05-06", "2030-05-06").await;
        }
        world.letters().await;
        let gone = join_all(loans.iter().map(|(who, id)| bookings::act(&world.ctx, who, *id, because("Regen")))).await;
        assert!(gone.iter().all(Result::is_ok), "{gone:?}");
        let looked = join_all((0..4).map(|_| look_came(&world.ctx, Look { listing }))).await;
        assert!(looked.iter().any(Result::is_ok));
        let mut names = told(&world).await;
        names.sort();
        let mut expected: Vec<_> = waiting.iter().take(8).map(|me| me.name.clone()).collect();
        expected.sort();
        assert_eq!(names, expected, "the first eight, once each");
        world.wait(7 * Timestamp::HOUR).await;
        let mut rest = told(&world).await;
        rest.sort();
        let mut expected: Vec<_> = waiting.iter().skip(8).map(|me| me.name.clone()).collect();
        expected.sort();
        assert_eq!(rest, expected);
    }

    async fn who_cannot_wait_is_told_why(world: World) {
        let (lena, bea, hassan, _, listing) = cast(&world).await;
        let refused = |answer: Result<(), Error<Refusal>>| match answer {
            Err(Error::Refused(refusal)) => refusal,
            other => panic!("{other:?}"),
        };
        let free = refused(wait(&world.ctx, &bea, listing, &for_days("2030-05-06", "2030-05-07")).await);
        assert!(matches!(free, Refusal::Free(_)));
        assert_eq!(refused(wait(&world.ctx, &lena, listing, &for_days("2030-05-06", "2030-05-07")).await), Refusal::OwnListing);
        let long = refused(wait(&world.ctx, &bea, listing, &for_days("2030-05-06", "2030-06-20")).await);
        assert!(matches!(long, Refusal::Never(_)));
        assert!(matches!(refused(wait(&world.ctx, &bea, listing, &for_days("", "")).await), Refusal::Invalid(_)));
        lent(&world, &lena, &bea, listing, "2030-05-06", "2030-05-07").await;
        members::block(&world.ctx, &lena, hassan.id).await.unwrap();
        assert_eq!(refused(wait(&world.ctx, &hassan, listing, &for_days("2030-05-06", "2030-05-07")).await), Refusal::NotNow);
        members::unblock(&world.ctx, &lena, hassan.id).await.unwrap();
        listings::pause(&world.ctx, &lena, listing, None).await.unwrap();
        assert!(matches!(wait(&world.ctx, &hassan, listing, &for_days("2030-05-06", "2030-05-07")).await, Err(Error::NotFound)));
    }

    async fn lines_end_with_the_day_with_the_listing_and_with_the_member(world: World) {
        let (lena, bea, hassan, olga, listing) = cast(&world).await;
        let loan = lent(&world, &lena, &bea, listing, "2030-05-06", "2030-05-06").await;
        stand_in_line(&world, &hassan, listing, "2030-05-06", "2030-05-06").await;
        stand_in_line(&world, &olga, listing, "2030-05-06", "2030-05-06").await;
        members::delete_account(&world.ctx, &olga, PASSWORD.into()).await.unwrap();
        assert_eq!(queue(&world.ctx, None, listing, None).await.unwrap().count, 1);
        // Taken out of the search, nobody is told; back in it, they are.
        listings::pause(&world.ctx, &lena, listing, None).await.unwrap();
        bookings::act(&world.ctx, &bea, loan, because("Regen")).await.unwrap();
        assert!(told(&world).await.is_empty());
        listings::resume(&world.ctx, &lena, listing, None).await.unwrap();
        assert_eq!(told(&world).await, ["Hassan"]);
        world.wait(9 * Timestamp::DAY).await;
        assert!(mine(&world.ctx, &hassan).await.unwrap().is_empty());
        assert_eq!(queue(&world.ctx, Some(hassan.id), listing, None).await.unwrap(), Queue::default());
        let other = RequestDraft { from: "2030-05-20".into(), to: "2030-05-20".into(), ..RequestDraft::default() };
        let id = bookings::request(&world.ctx, &bea, listing, &other).await.unwrap();
        bookings::act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        stand_in_line(&world, &hassan, listing, "2030-05-20", "2030-05-20").await;
        bookings::act(&world.ctx, &bea, id, because("Regen")).await.unwrap();
        listings::archive(&world.ctx, &lena, listing, None).await.unwrap();
        assert!(told(&world).await.is_empty() && mine(&world.ctx, &hassan).await.unwrap().is_empty());
    }
}
