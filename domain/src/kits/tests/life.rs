//! Kits on both engines.

use super::super::*;
use crate::{
    Day, Error, Timestamp,
    availability::Period,
    bookings::{
        self, BookingId, Closeable, Closing, Command, Reason, Refusal as Refused, State,
        testing::{ask, because, crowd, held, join_all, refusal, seen, typed},
    },
    calendars, eligibility,
    listings::{self, ListingId, testing::Thing},
    members::Me,
    on_both_engines,
    search::{self, Query},
    testing::World,
};

struct Cast {
    lena: Me,
    bea: Me,
    hassan: Me,
    cart: ListingId,
    straps: ListingId,
    kit: ListingId,
}

/// Lena's set for moving: a cart, and straps of which she has two.
async fn cast(world: &World) -> Cast {
    let (lena, bea, hassan) = (
        world.member("Lena").await,
        world.member("Bea").await,
        world.member("Hassan").await,
    );
    let mut cart = Thing::called("Transportkarre");
    cart.details.accessories = "Luftpumpe".into();
    let cart = cart.publish(&world.ctx, &lena).await;
    let mut straps = Thing::called("Spanngurte");
    straps.times.units = "2".into();
    let straps = straps.publish(&world.ctx, &lena).await;
    let kit = Thing::called("Umzugsset").publish(&world.ctx, &lena).await;
    save(&world.ctx, &lena, kit, &of(&[cart, straps])).await.unwrap();
    Cast {
        lena,
        bea,
        hassan,
        cart,
        straps,
        kit,
    }
}

fn of(parts: &[ListingId]) -> KitDraft {
    KitDraft {
        parts: parts.iter().map(ToString::to_string).collect(),
        ..KitDraft::default()
    }
}

async fn lent(world: &World, cast: &Cast, who: &Me, listing: ListingId, from: &str, to: &str) -> BookingId {
    let id = ask(world, who, listing, from, to).await;
    bookings::act(&world.ctx, &cast.lena, id, Command::Accept)
        .await
        .unwrap();
    id
}

async fn refused_for(world: &World, who: &Me, listing: ListingId, from: &str, to: &str) -> Refused {
    refusal(bookings::request(&world.ctx, who, listing, &typed(from, to)).await)
}

/// What search finds that is free on these days, of the three.
async fn found(world: &World, cast: &Cast, from: &str, to: &str) -> Vec<&'static str> {
    let day = |text: &str| Day::parse(text).unwrap();
    let query = Query {
        days: Some((day(from), day(to))),
        today: Some(day("2030-04-29")),
        page: 1,
        ..Query::default()
    };
    let hits = search::find(&world.ctx, &query).await.unwrap().hits;
    let all = [("cart", cast.cart), ("kit", cast.kit), ("straps", cast.straps)];
    all.iter()
        .filter(|(_, id)| hits.iter().any(|hit| hit.id == *id))
        .map(|(name, _)| *name)
        .collect()
}

on_both_engines! {
    async fn whoever_has_the_kit_has_its_parts_and_the_other_way_round(world: World) {
        let cast = cast(&world).await;
        let loan = lent(&world, &cast, &cast.bea, cast.kit, "2030-05-06", "2030-05-07").await;
        assert_eq!(held(&world, cast.cart).await, ["2030-05-06", "2030-05-07"]);
        assert_eq!(held(&world, cast.straps).await, ["2030-05-06", "2030-05-07"], "one of two");
        assert!(matches!(
            refused_for(&world, &cast.hassan, cast.cart, "2030-05-07", "2030-05-08").await,
            Refused::Unavailable(Reason::Taken(_))
        ));
        assert_eq!(found(&world, &cast, "2030-05-07", "2030-05-08").await, ["straps"]);
        let straps = lent(&world, &cast, &cast.hassan, cast.straps, "2030-05-06", "2030-05-06").await;
        let terms = seen(&world, &cast.bea, loan).await.booking.terms;
        assert_eq!(terms.accessories, ["Transportkarre", "Transportkarre: Luftpumpe", "Spanngurte"]);
        bookings::act(&world.ctx, &cast.bea, loan, because("Doch nicht")).await.unwrap();
        assert!(held(&world, cast.cart).await.is_empty());
        assert_eq!(held(&world, cast.straps).await, ["2030-05-06"], "Hassan's stays");
        assert_eq!(found(&world, &cast, "2030-05-06", "2030-05-06").await, ["cart", "kit", "straps"]);

        let cart = lent(&world, &cast, &cast.hassan, cast.cart, "2030-05-10", "2030-05-11").await;
        assert_eq!(
            refused_for(&world, &cast.bea, cast.kit, "2030-05-11", "2030-05-12").await,
            Refused::Unavailable(Reason::PartGone(Day::parse("2030-05-11").unwrap()))
        );
        assert_eq!(found(&world, &cast, "2030-05-11", "2030-05-12").await, ["straps"]);
        for id in [straps, cart] {
            bookings::act(&world.ctx, &cast.hassan, id, because("Doch nicht")).await.unwrap();
        }
        assert_eq!(found(&world, &cast, "2030-05-11", "2030-05-12").await, ["cart", "kit", "straps"]);
        ask(&world, &cast.bea, cast.kit, "2030-05-11", "2030-05-12").await;
    }

    async fn a_yes_for_the_one_turns_requests_for_the_other_down_kindly(world: World) {
        let cast = cast(&world).await;
        let kit = ask(&world, &cast.bea, cast.kit, "2030-05-06", "2030-05-07").await;
        let cart = ask(&world, &cast.hassan, cast.cart, "2030-05-07", "2030-05-08").await;
        let straps = ask(&world, &cast.hassan, cast.straps, "2030-05-07", "2030-05-08").await;
        bookings::act(&world.ctx, &cast.lena, kit, Command::Accept).await.unwrap();
        assert_eq!(seen(&world, &cast.hassan, cart).await.booking.state, State::GaveWay);
        assert_eq!(seen(&world, &cast.hassan, straps).await.booking.state, State::Requested, "there are two");
        let again = ask(&world, &cast.bea, cast.kit, "2030-05-20", "2030-05-21").await;
        lent(&world, &cast, &cast.hassan, cast.cart, "2030-05-21", "2030-05-22").await;
        assert_eq!(seen(&world, &cast.bea, again).await.booking.state, State::GaveWay);
    }

    async fn of_fifty_yeses_to_kit_and_part_at_once_exactly_one_succeeds(world: World) {
        let cast = cast(&world).await;
        let people = crowd(&world, 50).await;
        let mut asked = Vec::new();
        for (n, who) in people.iter().enumerate() {
            let what = if n % 2 == 0 { cast.kit } else { cast.cart };
            asked.push(ask(&world, who, what, "2030-05-06", "2030-05-07").await);
        }
        let answers = join_all(asked.iter().map(|id| bookings::act(&world.ctx, &cast.lena, *id, Command::Accept))).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        assert_eq!(held(&world, cast.cart).await, ["2030-05-06", "2030-05-07"]);
    }

    async fn parts_stay_while_they_are_promised_and_only_ones_own_can_be_chosen(world: World) {
        let cast = cast(&world).await;
        let theirs = Thing::called("Beas Karre").publish(&world.ctx, &cast.bea).await;
        let foreign = save(&world.ctx, &cast.lena, cast.kit, &of(&[theirs])).await;
        assert!(matches!(foreign, Err(Error::Refused(Refusal::Invalid(_)))));
        assert!(matches!(save(&world.ctx, &cast.bea, cast.kit, &of(&[theirs])).await, Err(Error::NotFound)));
        assert!(matches!(choosing(&world.ctx, &cast.bea, cast.kit).await, Err(Error::NotFound)));
        let nested = save(&world.ctx, &cast.lena, cast.cart, &of(&[cast.straps])).await;
        assert!(matches!(nested, Err(Error::Refused(Refusal::IsPart))));
        let loan = ask(&world, &cast.bea, cast.kit, "2030-05-06", "2030-05-07").await;
        let fixed = save(&world.ctx, &cast.lena, cast.kit, &of(&[cast.cart])).await;
        assert!(matches!(fixed, Err(Error::Refused(Refusal::OpenBookings(1)))));
        let busy = listings::archive(&world.ctx, &cast.lena, cast.cart, None).await;
        assert!(matches!(busy, Err(Error::Refused(listings::Refusal::OpenBookings(1)))), "promised with the kit");
        bookings::act(&world.ctx, &cast.bea, loan, Command::Withdraw).await.unwrap();
        // What is lent in the kit only is paused.
        listings::pause(&world.ctx, &cast.lena, cast.cart, None).await.unwrap();
        lent(&world, &cast, &cast.bea, cast.kit, "2030-05-06", "2030-05-07").await;
        let (parts, _) = of_listing(&world.ctx, cast.kit).await.unwrap();
        assert_eq!(parts.iter().map(|part| part.id.is_some()).collect::<Vec<_>>(), [false, true]);
    }

    async fn what_is_archived_leaves_its_kits_which_wait_for_their_owner(world: World) {
        let cast = cast(&world).await;
        let copy = listings::duplicate(&world.ctx, &cast.lena, cast.kit).await.unwrap();
        assert_eq!(of_listing(&world.ctx, copy).await.unwrap().0.len(), 2, "a copy has the same parts");
        listings::discard(&world.ctx, &cast.lena, copy, None).await.unwrap();
        listings::archive(&world.ctx, &cast.lena, cast.cart, None).await.unwrap();
        assert_eq!(listings::own(&world.ctx, &cast.lena, cast.kit).await.unwrap().state, listings::State::Paused);
        assert_eq!(of_listing(&world.ctx, cast.kit).await.unwrap().0.len(), 1);
    }

    async fn closing_days_of_a_part_shows_whom_it_concerns_through_the_kit(world: World) {
        let cast = cast(&world).await;
        let loan = lent(&world, &cast, &cast.bea, cast.kit, "2030-05-06", "2030-05-07").await;
        let whose = calendars::Whose::Listing(cast.cart);
        let token = calendars::make_key(&world.ctx, &cast.lena, whose).await.unwrap();
        let feed = calendars::feed(&world.ctx, token.text()).await.unwrap().unwrap();
        assert_eq!(feed.loans.iter().map(|one| one.booking.key.id).collect::<Vec<_>>(), [loan], "its calendar has it");
        let day = |text: &str| Day::parse(text).unwrap();
        let period = Period::whole_days(day("2030-05-05"), day("2030-05-09"));
        let concerned = bookings::on_days(&world.ctx, &cast.lena, cast.cart, period, None).await.unwrap();
        assert_eq!(concerned.iter().map(|view| view.booking.key.id).collect::<Vec<_>>(), [loan]);
        // One of the two straps: the kit just gets the other.
        let first = Closeable { period, unit: Some(0) };
        let moved = bookings::close_days(&world.ctx, &cast.lena, cast.straps, first, Closing::CallOff, "Gerissen").await.unwrap();
        assert_eq!((moved.moved, moved.called_off), (1, 0));
        let cart = Closeable { period, unit: None };
        let done = bookings::close_days(&world.ctx, &cast.lena, cast.cart, cart, Closing::CallOff, "Achse gebrochen").await.unwrap();
        assert_eq!(done.called_off, 1);
        assert!(matches!(seen(&world, &cast.bea, loan).await.booking.state, State::Cancelled(_)));
        let gone = refused_for(&world, &cast.bea, cast.kit, "2030-05-06", "2030-05-07").await;
        assert!(matches!(gone, Refused::Unavailable(Reason::PartGone(_))));
    }

    async fn what_is_asked_for_a_part_is_asked_for_its_kit(world: World) {
        let cast = cast(&world).await;
        let rules = eligibility::RulesDraft {
            loans: "1".into(),
            ..eligibility::RulesDraft::default()
        };
        eligibility::save(&world.ctx, &cast.lena, cast.cart, &rules).await.unwrap();
        let first_loan = |refused: &Refused| matches!(refused, Refused::NotEligible(missing)
            if missing == &[eligibility::Reason::FinishedLoans { least: 1, have: 0 }]);
        for listing in [cast.cart, cast.kit] {
            let refused = refused_for(&world, &cast.bea, listing, "2030-05-02", "2030-05-03").await;
            assert!(first_loan(&refused), "{refused:?}");
        }
        ask(&world, &cast.bea, cast.straps, "2030-05-02", "2030-05-03").await;
        let asked = [cast.cart, cast.straps, cast.kit];
        let not_yet = eligibility::not_yet(&world.ctx, &cast.bea, &asked).await.unwrap();
        assert_eq!(asked.map(|one| not_yet.contains(&one)), [true, false, true]);
    }

    async fn whoever_has_a_kit_or_a_part_of_it_next_is_warned_when_it_is_late(world: World) {
        let cast = cast(&world).await;
        let kit = lent(&world, &cast, &cast.bea, cast.kit, "2030-04-29", "2030-04-30").await;
        let cart = lent(&world, &cast, &cast.hassan, cast.cart, "2030-05-02", "2030-05-02").await;
        let again = lent(&world, &cast, &cast.bea, cast.kit, "2030-05-03", "2030-05-04").await;
        for who in [&cast.lena, &cast.bea] {
            bookings::act(&world.ctx, who, kit, Command::HandOver).await.unwrap();
        }
        world.wait(60 * Timestamp::HOUR).await;
        for id in [cart, again] {
            let who = if id == cart { &cast.hassan } else { &cast.bea };
            assert!(seen(&world, who, id).await.booking.warned_at.is_some());
        }
        for who in [&cast.bea, &cast.lena] {
            bookings::act(&world.ctx, who, kit, Command::Return).await.unwrap();
        }
        // And the other way round: a part is late, and the kit is next.
        for who in [&cast.lena, &cast.hassan] {
            bookings::act(&world.ctx, who, cart, Command::HandOver).await.unwrap();
        }
        let third = lent(&world, &cast, &cast.bea, cast.kit, "2030-05-06", "2030-05-07").await;
        bookings::act(&world.ctx, &cast.bea, again, because("Brauche ich nicht mehr.")).await.unwrap();
        world.wait(72 * Timestamp::HOUR).await;
        assert!(seen(&world, &cast.bea, third).await.booking.warned_at.is_some());
    }

    async fn a_kit_with_a_closed_day_of_a_part_under_it_can_be_kept_longer(world: World) {
        let cast = cast(&world).await;
        let kit = lent(&world, &cast, &cast.bea, cast.kit, "2030-04-29", "2030-05-01").await;
        for who in [&cast.lena, &cast.bea] {
            bookings::act(&world.ctx, who, kit, Command::HandOver).await.unwrap();
        }
        let day = |text: &str| Day::parse(text).unwrap();
        let days = Closeable { period: Period::whole_days(day("2030-05-01"), day("2030-05-01")), unit: None };
        bookings::close_days(&world.ctx, &cast.lena, cast.cart, days, Closing::Inform, "Ich bin nicht da.").await.unwrap();
        let booking = seen(&world, &cast.bea, kit).await.booking;
        assert!(!bookings::longer::free(&world.ctx, &booking).await.unwrap().is_empty());
    }
}
