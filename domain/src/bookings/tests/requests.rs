//! Asking, and who gets the days.

use super::world::*;
use crate::{
    availability::{SlotReason, store as calendar},
    forms::Problem,
};

on_both_engines! {
    async fn where_the_owner_said_so_free_days_are_agreed_at_once(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = drill(&world, &lena).await;
        let waiting = ask(&world, &hassan, listing, "2030-05-03", "2030-05-04").await;
        world.letters().await;
        change_listing(&world, listing, "update listing set instant = true where id = $1").await;
        let id = ask(&world, &bea, listing, "2030-05-04", "2030-05-05").await;
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Accepted);
        assert_eq!(held(&world, listing).await, ["2030-05-04", "2030-05-05"]);
        assert_eq!(told(&world.letters().await),
            [("Bea", BookingTurn::Accepted), ("Hassan", BookingTurn::GaveWay), ("Lena", BookingTurn::Accepted)]);
        assert_eq!(seen(&world, &hassan, waiting).await.booking.state, State::GaveWay);
        let story: Vec<_> = history(&world.ctx, &bea, id).await.unwrap().into_iter().map(|e| (e.event.name(), e.by)).collect();
        assert_eq!(story, [("requested", Actor::Borrower), ("accepted", Actor::Clock)]);
        let taken = request(&world.ctx, &hassan, listing, &typed("2030-05-05", "2030-05-06")).await;
        assert!(matches!(refusal(taken), Refusal::Unavailable(Reason::Taken(_))));
    }

    async fn of_fifty_who_take_the_same_days_at_once_one_has_them(world: World) {
        let lena = world.member("Lena").await;
        let listing = drill(&world, &lena).await;
        change_listing(&world, listing, "update listing set instant = true where id = $1").await;
        let people = crowd(&world, 50).await;
        let draft = typed("2030-05-02", "2030-05-02");
        let answers = join_all(people.iter().map(|who| request(&world.ctx, who, listing, &draft))).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        assert_eq!(held(&world, listing).await, ["2030-05-02"]);
    }

    async fn of_fifty_simultaneous_accepts_for_one_day_exactly_one_succeeds(world: World) {
        let lena = world.member("Lena").await;
        let listing = drill(&world, &lena).await;
        let mut requests = Vec::new();
        for (n, neighbour) in crowd(&world, 50).await.iter().enumerate() {
            // All share the second of May; no two ask for quite the same days.
            let (from, to) = [("2030-05-01", "2030-05-02"), ("2030-05-02", "2030-05-03"), ("2030-05-02", "2030-05-02")][n % 3];
            requests.push(ask(&world, neighbour, listing, from, to).await);
        }
        world.letters().await;
        let answers = join_all(requests.iter().map(|id| {
            let (ctx, lena, id) = (world.ctx.clone(), lena.clone(), *id);
            tokio::spawn(async move { act(&ctx, &lena, id, Command::Accept).await })
        })).await;
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for answer in answers {
            match answer.unwrap() {
                Ok(booking) => yes.push(booking),
                refused => no.push(refusal(refused)),
            }
        }
        assert_eq!((yes.len(), no.len()), (1, 49), "{no:?}");
        assert!(no.iter().all(|r| matches!(r, Refusal::Over | Refusal::Unavailable(Reason::Taken(_)))), "{no:?}");
        let days: Vec<_> = yes[0].period.days().map(|d| d.to_string()).collect();
        assert_eq!(held(&world, listing).await, days);
        let letters = world.letters().await;
        let count = |what| told(&letters).iter().filter(|(_, w)| *w == what).count();
        assert_eq!((count(BookingTurn::Accepted), count(BookingTurn::GaveWay)), (1, 49));
        assert_eq!(jobs_waiting(&world).await, 2, "only the winner's deadline and reminder are left");
    }

    async fn the_key_of_the_slots_refuses_what_slips_past_the_rules(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        let mut tx = world.ctx.db.write().await.unwrap();
        let key = store::key_seen_by(&mut tx, id, bea.id).await.unwrap().unwrap();
        let second = Day::parse("2030-05-02").unwrap().0;
        let hold = async |tx: &mut _, slots| {
            calendar::fill(tx, listing, 0, slots, SlotReason::Booking, Some(key.id)).await
        };
        hold(&mut tx, second..second + 2).await.unwrap();
        let twice = hold(&mut tx, second - 3..second + 1).await;
        assert!(crate::db::exists_already(&twice.unwrap_err()));
    }

    async fn a_yes_turns_down_overlapping_requests_and_leaves_the_others(world: World) {
        let (lena, bea, mira, jonas) = (
            world.member("Lena").await, world.member("Bea").await, world.member("Mira").await, world.member("Jonas").await);
        let (listing, other_listing) = (drill(&world, &lena).await, drill(&world, &lena).await);
        let chosen = ask(&world, &bea, listing, "2030-05-02", "2030-05-04").await;
        let overlapping = ask(&world, &mira, listing, "2030-05-04", "2030-05-06").await;
        let after = ask(&world, &jonas, listing, "2030-05-05", "2030-05-06").await;
        let elsewhere = ask(&world, &jonas, other_listing, "2030-05-02", "2030-05-04").await;
        world.letters().await;
        act(&world.ctx, &lena, chosen, Command::Accept).await.unwrap();
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::Accepted), ("Mira", BookingTurn::GaveWay)]);
        assert_eq!(seen(&world, &mira, overlapping).await.booking.state, State::GaveWay);
        assert_eq!(seen(&world, &jonas, after).await.booking.state, State::Requested);
        assert_eq!(seen(&world, &jonas, elsewhere).await.booking.state, State::Requested);
        let gave_way = history(&world.ctx, &mira, overlapping).await.unwrap();
        assert_eq!((gave_way[1].event.clone(), gave_way[1].by), (Event::GaveWay, Actor::Lender));
        let taken = request(&world.ctx, &mira, listing, &typed("2030-05-01", "2030-05-02")).await;
        assert_eq!(refusal(taken), Refusal::Unavailable(Reason::Taken(Day::parse("2030-05-02").unwrap())));
    }

    async fn two_units_are_lent_twice_and_not_three_times(world: World) {
        let lena = world.member("Lena").await;
        let listing = drill(&world, &lena).await;
        change_listing(&world, listing, "update listing set unit_count = 2 where id = $1").await;
        let mut ids = Vec::new();
        for neighbour in crowd(&world, 3).await {
            ids.push(ask(&world, &neighbour, listing, "2030-05-02", "2030-05-02").await);
        }
        let first = act(&world.ctx, &lena, ids[0], Command::Accept).await.unwrap();
        assert_eq!(seen(&world, &lena, ids[2]).await.booking.state, State::Requested, "there is one left");
        let second = act(&world.ctx, &lena, ids[1], Command::Accept).await.unwrap();
        assert_eq!((first.unit, second.unit), (0, 1));
        assert_eq!(seen(&world, &lena, ids[2]).await.booking.state, State::GaveWay);
    }

    async fn days_blocked_meanwhile_cannot_be_promised(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-02", "2030-05-04").await;
        block(&world, listing, "2030-05-03").await;
        let day = Day::parse("2030-05-03").unwrap();
        assert_eq!(refusal(act(&world.ctx, &lena, id, Command::Accept).await), Refusal::Unavailable(Reason::Closed(day)));
        assert_eq!(held(&world, listing).await, ["2030-05-03"], "nothing is half held");
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Requested);
    }

    async fn a_form_sent_again_makes_one_booking(world: World) {
        let (lena, bea, mira) = (world.member("Lena").await, world.member("Bea").await, world.member("Mira").await);
        let listing = drill(&world, &lena).await;
        let form = typed("2030-05-02", "2030-05-03");
        let answers = join_all((0..8).map(|_| {
            let (ctx, bea, form) = (world.ctx.clone(), bea.clone(), form.clone());
            tokio::spawn(async move { request(&ctx, &bea, listing, &form).await.unwrap() })
        })).await;
        let first = *answers[0].as_ref().unwrap();
        assert!(answers.iter().all(|a| *a.as_ref().unwrap() == first));
        assert_eq!(told(&world.letters().await), [("Lena", BookingTurn::Requested)]);
        let elses = request(&world.ctx, &mira, listing, &form).await.unwrap();
        assert_ne!(elses, first, "somebody else's form is another form");
        let again = request(&world.ctx, &bea, listing, &typed("2030-05-03", "2030-05-05")).await;
        assert_eq!(refusal(again), Refusal::AskedAlready(first), "the same days once more are not a replay");
        act(&world.ctx, &bea, first, Command::Withdraw).await.unwrap();
        let changed = RequestDraft { to: "2030-05-04".into(), ..form.clone() };
        assert_ne!(request(&world.ctx, &bea, listing, &changed).await.unwrap(), first, "other days, another wish");
        assert_eq!(request(&world.ctx, &bea, listing, &form).await.unwrap(), first);
    }

    async fn what_cannot_be_asked_for_is_refused_with_its_reason(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let draft = async |from: &str, to: &str| refusal(request(&world.ctx, &bea, listing, &typed(from, to)).await);
        let own = request(&world.ctx, &lena, listing, &typed("2030-05-02", "2030-05-03")).await;
        assert_eq!(refusal(own), Refusal::OwnListing);
        assert!(matches!(draft("2030-04-28", "2030-05-01").await, Refusal::Invalid(e) if e[0].problem == Problem::InThePast));
        assert!(matches!(draft("morgen", "").await, Refusal::Invalid(e) if e.len() == 2));
        assert_eq!(draft("2030-05-01", "2030-05-15").await, Refusal::Unavailable(Reason::TooLong { most: 14 }));
        assert!(matches!(draft("9999-12-30", "9999-12-31").await, Refusal::Unavailable(Reason::TooFarAhead { .. })));
        change_listing(&world, listing, "update listing set lead_days = 3, weekly_plan = 31 where id = $1").await;
        assert_eq!(draft("2030-05-01", "2030-05-01").await, Refusal::Unavailable(Reason::TooSoon { earliest: Day::parse("2030-05-02").unwrap() }));
        assert_eq!(draft("2030-05-03", "2030-05-04").await, Refusal::Unavailable(Reason::DayNotLent(Day::parse("2030-05-04").unwrap())));
        change_listing(&world, listing, "update listing set state = 'paused' where id = $1").await;
        assert_eq!(draft("2030-05-02", "2030-05-02").await, Refusal::NotForLoan);
        change_listing(&world, listing, "update listing set state = 'draft' where id = $1").await;
        let hidden = request(&world.ctx, &bea, listing, &typed("2030-05-02", "2030-05-02")).await;
        assert!(matches!(hidden, Err(Error::NotFound)));
    }

    async fn the_terms_stay_what_they_were_when_asked(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        change_listing(&world, listing, "update listing set title = 'Anderes', house_rules = '', replacement_minor = 1,
                                                            state = 'paused' where id = $1").await;
        let booking = act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        let terms = &booking.terms;
        assert_eq!((terms.title.as_str(), terms.owner_name.as_str(), terms.replacement_minor),
            ("Schlagbohrmaschine", "Lena", Some(9000)));
        assert_eq!((terms.accessories.clone(), terms.house_rules.as_str()), (vec!["Koffer".to_owned()], "Nicht im Regen."));
    }
}
