//! Help, and what somebody looks for: asked, agreed on, done.

use super::world::*;
use crate::{
    listings::{Kind, State as Listed, public_listing, testing::Thing},
    prices::PriceForm,
};

fn offering(offer: &str, from: &str, to: &str) -> RequestDraft {
    RequestDraft {
        offer: offer.into(),
        ..typed(from, to)
    }
}

fn period(first: &str, last: &str) -> Period {
    Period::whole_days(Day::parse(first).unwrap(), Day::parse(last).unwrap())
}

on_both_engines! {
    async fn a_price_is_agreed_on_by_offer_and_counter_offer_and_the_help_is_done(world: World) {
        let (mai, bea) = (world.member("Mai").await, world.member("Bea").await);
        let prices = PriceForm { price_basis: "offer".into(), ..PriceForm::default() };
        let sewing = Thing::called("Hosen kürzen").priced(Kind::Service, prices).publish(&world.ctx, &mai).await;
        let id = ask(&world, &bea, sewing, "2030-05-03", "2030-05-03").await;
        let view = seen(&world, &mai, id).await;
        assert_eq!((view.booking.quote.as_ref(), view.next.step, view.waits), (None, next::Step::NamePrice, true));
        assert_eq!(refusal(act(&world.ctx, &mai, id, Command::Accept).await), Refusal::NamePrice);

        let on = period("2030-05-03", "2030-05-03");
        let later = period("2030-05-04", "2030-05-04");
        let typo = propose(&world.ctx, &mai, id, on, "viel", String::new()).await;
        assert!(matches!(refusal(typo), Refusal::Invalid(errors) if errors[0].field == "offer"));
        propose(&world.ctx, &mai, id, on, "20", "Mit neuem Saum.".into()).await.unwrap();
        let view = seen(&world, &bea, id).await;
        assert_eq!((view.next.step, view.waits, seen(&world, &mai, id).await.waits), (next::Step::AnswerProposal, true, false));
        assert_eq!((waiting_count(&world.ctx, bea.id).await.unwrap(), waiting_count(&world.ctx, mai.id).await.unwrap()), (1, 0));
        propose(&world.ctx, &bea, id, later, "15", String::new()).await.unwrap();
        assert_eq!((waiting_count(&world.ctx, bea.id).await.unwrap(), waiting_count(&world.ctx, mai.id).await.unwrap()), (0, 1));
        let agreed = act(&world.ctx, &mai, id, Command::Agree).await.unwrap();
        assert_eq!((agreed.state, agreed.period, agreed.quote.map(|q| q.total_minor)), (State::Accepted, later, Some(1_500)));

        // The day is held: the next one who asks for it hears so.
        assert!(matches!(refusal(request(&world.ctx, &world.member("Eve").await, sewing, &offering("", "2030-05-04", "2030-05-04")).await),
            Refusal::Unavailable(Reason::Taken(_))));
        // Nothing changes hands; when it is done, one says so and the other confirms.
        assert_eq!(refusal(act(&world.ctx, &mai, id, Command::HandOver).await), Refusal::NotNow);
        world.wait(later.first.starts_in(&agreed.terms.time_zone()).since(world.now())).await;
        let view = seen(&world, &mai, id).await;
        assert_eq!((view.next.step, view.waits), (next::Step::Help, true));
        act(&world.ctx, &mai, id, Command::Return).await.unwrap();
        act(&world.ctx, &bea, id, Command::Contest { words: "Noch ein Bein zu lang.".into() }).await.unwrap();
        let back = act(&world.ctx, &mai, id, Command::TakeBack).await.unwrap();
        assert_eq!(back.custody, Custody::WithLender);
        act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        let done = act(&world.ctx, &mai, id, Command::Return).await.unwrap();
        assert_eq!((done.state, done.handed_over_at), (State::Closed, None));
    }

    async fn what_somebody_looks_for_is_offered_by_three_and_one_is_taken(world: World) {
        let luca = world.member("Luca").await;
        let helpers = [world.member("Bea").await, world.member("Hassan").await, world.member("Mai").await];
        let mut wish = Thing::called("Suche Skischuhe").priced(Kind::WantedThing, PriceForm::default());
        (wish.times.needed_from, wish.times.needed_to) = ("2030-05-10".into(), "2030-05-12".into());
        let wish = wish.publish(&world.ctx, &luca).await;
        let shown = public_listing(&world.ctx, None, wish).await.unwrap();
        assert_eq!(shown.needed_first, Day::parse("2030-05-10"));
        assert_eq!(refusal(request(&world.ctx, &luca, wish, &offering("", "2030-05-10", "2030-05-12")).await), Refusal::OwnListing);

        let mut offers = Vec::new();
        for (helper, sum) in helpers.iter().zip(["", "5", "12,50"]) {
            offers.push(request(&world.ctx, helper, wish, &offering(sum, "2030-05-10", "2030-05-12")).await.unwrap());
        }
        let twice = request(&world.ctx, &helpers[0], wish, &offering("3", "2030-05-11", "2030-05-11")).await;
        assert_eq!(refusal(twice), Refusal::AskedAlready(offers[0]));
        assert_eq!(waiting_count(&world.ctx, luca.id).await.unwrap(), 3);
        assert_eq!(told(&world.letters().await).iter().filter(|(name, what)| (*name, *what) == ("Luca", BookingTurn::Requested)).count(), 3);
        let view = seen(&world, &luca, offers[2]).await;
        assert_eq!((view.me, view.booking.lender, view.booking.quote.as_ref().unwrap().total_minor), (Party::Borrower, helpers[2].id, 1_250));
        // Only who looks for it says yes.
        assert_eq!(refusal(act(&world.ctx, &helpers[1], offers[1], Command::Accept).await), Refusal::NotYours);
        assert!(exact_place(&world.ctx, &helpers[1], offers[1]).await.unwrap().is_none());

        act(&world.ctx, &luca, offers[1], Command::Accept).await.unwrap();
        for (helper, id) in helpers.iter().zip(&offers) {
            let state = seen(&world, helper, *id).await.booking.state;
            assert_eq!(state, if *id == offers[1] { State::Accepted } else { State::GaveWay });
        }
        let brought = world.letters().await;
        let mut letters = told(&brought);
        letters.retain(|(_, what)| *what != BookingTurn::Requested);
        assert_eq!(letters, [("Bea", BookingTurn::GaveWay), ("Hassan", BookingTurn::Accepted), ("Mai", BookingTurn::GaveWay)]);
        // Found: it has left the search, and its owner can put it back.
        let listing = crate::listings::own(&world.ctx, &luca, wish).await.unwrap();
        assert_eq!(listing.state, Listed::Paused);
        assert!(crate::search::find(&world.ctx, &crate::search::Query { words: "Skischuhe".into(), page: 1, ..Default::default() }).await.unwrap().hits.is_empty());
        // The rest is a loan like any other: it goes over and comes back.
        let start = Day::parse("2030-05-10").unwrap().starts_in(&world.ctx.settings.zone);
        world.wait(start.since(world.now())).await;
        act(&world.ctx, &helpers[1], offers[1], Command::HandOver).await.unwrap();
        act(&world.ctx, &luca, offers[1], Command::HandOver).await.unwrap();
        act(&world.ctx, &luca, offers[1], Command::Return).await.unwrap();
        let done = act(&world.ctx, &helpers[1], offers[1], Command::Return).await.unwrap();
        assert_eq!(done.state, State::Closed);
        let counts = counts_of_my_listings(&world.ctx, &luca).await.unwrap();
        assert_eq!((counts[0].listing_id, counts[0].closed), (wish, 1));
    }

    async fn who_answers_a_request_can_propose_other_days_instead_of_saying_no(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        let other = period("2030-05-05", "2030-05-06");
        let early = propose(&world.ctx, &bea, id, other, "", String::new()).await;
        assert_eq!(refusal(early), Refusal::NotNow, "who asked has said what they want");
        world.wait(23 * Timestamp::HOUR).await;
        let open = propose(&world.ctx, &lena, id, other, "", "Da habe ich Zeit.".into()).await.unwrap();
        assert_eq!(open.answer_by, world.now().plus(rules::ANSWER_WITHIN), "there is time to answer to that");
        world.wait(20 * Timestamp::HOUR).await;
        let agreed = act(&world.ctx, &bea, id, Command::Agree).await.unwrap();
        assert_eq!((agreed.state, agreed.period), (State::Accepted, other));
        assert_eq!(held(&world, listing).await, ["2030-05-05", "2030-05-06"]);

        // Unanswered, the whole request expires.
        let id = ask(&world, &bea, listing, "2030-05-13", "2030-05-14").await;
        propose(&world.ctx, &lena, id, period("2030-05-15", "2030-05-16"), "", String::new()).await.unwrap();
        world.wait(25 * Timestamp::HOUR).await;
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Expired);
    }
}
