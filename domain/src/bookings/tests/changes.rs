//! Other days: proposed, agreed, refused, too late, in the way of others.

use super::world::*;
use crate::bookings::{
    next::{Step, Whose},
    rules::ANSWER_WITHIN,
};

fn propose(first: &str, last: &str) -> Command {
    Command::Propose {
        offer: None,
        period: Period::whole_days(Day::parse(first).unwrap(), Day::parse(last).unwrap()),
        words: "Es regnet.".into(),
    }
}

fn disagree() -> Command {
    Command::Disagree {
        words: "Da brauche ich sie selbst.".into(),
    }
}

async fn accepted(world: &World, lender: &Me, borrower: &Me, listing: ListingId, from: &str, to: &str) -> BookingId {
    let id = ask(world, borrower, listing, from, to).await;
    act(&world.ctx, lender, id, Command::Accept).await.unwrap();
    world.letters().await;
    id
}

async fn handed_over(world: &World, lender: &Me, borrower: &Me, id: BookingId) {
    for who in [lender, borrower] {
        act(&world.ctx, who, id, Command::HandOver).await.unwrap();
    }
    world.letters().await;
}

on_both_engines! {
    async fn a_loan_that_is_out_is_extended_and_whoever_asked_for_those_days_is_told(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = drill(&world, &lena).await;
        let id = accepted(&world, &lena, &bea, listing, "2030-04-29", "2030-04-30").await;
        handed_over(&world, &lena, &bea, id).await;
        let waiting = ask(&world, &hassan, listing, "2030-05-01", "2030-05-02").await;
        world.letters().await;

        act(&world.ctx, &bea, id, propose("2030-04-29", "2030-05-01")).await.unwrap();
        let letters = world.letters().await;
        assert_eq!(told(&letters), [("Lena", BookingTurn::Proposed)]);
        let Letter::Booking(news) = &letters[0].letter else { panic!("{letters:?}") };
        assert_eq!((news.words.as_str(), news.until), ("Es regnet.", Some(world.now().plus(ANSWER_WITHIN))));
        assert_eq!(news.proposed.map(|(_, last)| last.to_string()), Some("2030-05-01".into()));
        assert_eq!(held(&world, listing).await, ["2030-04-29", "2030-04-30"], "nothing moves before both agree");
        let view = seen(&world, &lena, id).await;
        assert_eq!((view.next.step, view.next.whose, view.next.main, view.waits),
            (Step::AnswerProposal, Whose::Mine, Some(Command::Agree), true));
        assert_eq!(waiting_count(&world.ctx, lena.id).await.unwrap(), 2, "the proposal and Hassan's request");

        let changed = act(&world.ctx, &lena, id, Command::Agree).await.unwrap();
        assert_eq!((changed.period.last.to_string().as_str(), changed.proposal), ("2030-05-01", None));
        assert_eq!(changed.due_at, Day::parse("2030-05-02").unwrap().starts_in(&changed.terms.time_zone()));
        assert_eq!(held(&world, listing).await, ["2030-04-29", "2030-04-30", "2030-05-01"]);
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::Changed), ("Hassan", BookingTurn::GaveWay)]);
        assert_eq!(seen(&world, &hassan, waiting).await.booking.state, State::GaveWay);

        act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        act(&world.ctx, &lena, id, Command::Return).await.unwrap();
        assert!(held(&world, listing).await.is_empty());
        world.letters().await;
        assert_eq!(jobs_waiting(&world).await, 0, "no deadline is left");
        let story: Vec<_> = history(&world.ctx, &bea, id).await.unwrap().into_iter().map(|e| e.event.name()).collect();
        assert_eq!(story[4..6], ["proposed", "changed"]);
    }

    async fn days_that_somebody_has_cannot_be_proposed_nor_agreed_to(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = drill(&world, &lena).await;
        let id = accepted(&world, &lena, &bea, listing, "2030-05-03", "2030-05-04").await;
        accepted(&world, &lena, &hassan, listing, "2030-05-08", "2030-05-09").await;
        let taken = act(&world.ctx, &bea, id, propose("2030-05-03", "2030-05-08")).await;
        assert_eq!(refusal(taken), Refusal::Unavailable(Reason::Taken(Day::parse("2030-05-08").unwrap())));

        act(&world.ctx, &bea, id, propose("2030-05-06", "2030-05-07")).await.unwrap();
        block(&world, listing, "2030-05-07").await;
        let taken = act(&world.ctx, &lena, id, Command::Agree).await;
        assert_eq!(refusal(taken), Refusal::Unavailable(Reason::Closed(Day::parse("2030-05-07").unwrap())));
        let booking = seen(&world, &bea, id).await.booking;
        assert!(booking.proposal.is_some(), "it can still be answered");
        assert_eq!(booking.period.first.to_string(), "2030-05-03");

        // Back and forth: a counter-proposal takes its place.
        act(&world.ctx, &lena, id, propose("2030-05-05", "2030-05-06")).await.unwrap();
        assert_eq!(refusal(act(&world.ctx, &lena, id, Command::Agree).await), Refusal::WaitsForOther);
        act(&world.ctx, &bea, id, Command::Agree).await.unwrap();
        assert_eq!(held(&world, listing).await,
            ["2030-05-05", "2030-05-06", "2030-05-07", "2030-05-08", "2030-05-09"]);
    }

    async fn a_proposal_that_nobody_answers_changes_nothing(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = accepted(&world, &lena, &bea, listing, "2030-05-03", "2030-05-04").await;
        act(&world.ctx, &bea, id, propose("2030-05-06", "2030-05-07")).await.unwrap();
        world.letters().await;
        world.wait(ANSWER_WITHIN - 1).await;
        assert!(world.letters().await.is_empty());
        world.wait(1).await;
        assert_eq!(told(&world.letters().await),
            [("Bea", BookingTurn::ProposalExpired), ("Lena", BookingTurn::ProposalExpired)]);
        assert_eq!(refusal(act(&world.ctx, &lena, id, Command::Agree).await), Refusal::NotNow);
        assert_eq!(held(&world, listing).await, ["2030-05-03", "2030-05-04"]);

        act(&world.ctx, &lena, id, propose("2030-05-10", "2030-05-11")).await.unwrap();
        act(&world.ctx, &bea, id, disagree()).await.unwrap();
        act(&world.ctx, &lena, id, propose("2030-05-10", "2030-05-11")).await.unwrap();
        assert_eq!(refusal(act(&world.ctx, &bea, id, Command::DropProposal).await), Refusal::NotYours);
        act(&world.ctx, &lena, id, Command::DropProposal).await.unwrap();
        assert_eq!(told(&world.letters().await), [
            ("Bea", BookingTurn::ProposalDropped), ("Bea", BookingTurn::Proposed), ("Bea", BookingTurn::Proposed),
            ("Lena", BookingTurn::Disagreed),
        ]);
        assert_eq!(waiting_count(&world.ctx, bea.id).await.unwrap(), 0);
    }

    async fn of_several_units_the_one_that_is_out_stays(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = drill(&world, &lena).await;
        change_listing(&world, listing, "update listing set unit_count = 2 where id = $1").await;
        let first = accepted(&world, &lena, &bea, listing, "2030-04-29", "2030-04-30").await;
        let second = accepted(&world, &lena, &hassan, listing, "2030-05-02", "2030-05-03").await;
        assert_eq!(seen(&world, &hassan, second).await.booking.unit, 0);
        // Not handed over yet, it may be another unit.
        act(&world.ctx, &bea, first, propose("2030-05-02", "2030-05-02")).await.unwrap();
        let moved = act(&world.ctx, &lena, first, Command::Agree).await.unwrap();
        assert_eq!(moved.unit, 1);
        act(&world.ctx, &bea, first, propose("2030-04-29", "2030-05-01")).await.unwrap();
        act(&world.ctx, &lena, first, Command::Agree).await.unwrap();
        handed_over(&world, &lena, &bea, first).await;
        let unit = seen(&world, &bea, first).await.booking.unit;
        let other = ask(&world, &hassan, listing, "2030-05-06", "2030-05-07").await;
        act(&world.ctx, &lena, other, Command::Accept).await.unwrap();
        // Out, it stays the one it is: if that one is taken, the other does not help.
        act(&world.ctx, &bea, first, propose("2030-04-29", "2030-05-06")).await.map_or_else(
            |error| assert_eq!(unit, 0, "{error}"),
            |booking| assert_eq!((unit, booking.unit), (1, 1)),
        );
    }

    async fn both_pressing_at_once_leaves_one_truth(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        for round in 0..6 {
            let first = Day::parse("2030-05-03").unwrap().plus(round * 5);
            let id = accepted(&world, &lena, &bea, listing, &first.to_string(), &first.to_string()).await;
            act(&world.ctx, &bea, id, propose(&first.to_string(), &first.plus(1).to_string())).await.unwrap();
            let (agreed, dropped) =
                futures::join!(act(&world.ctx, &lena, id, Command::Agree), act(&world.ctx, &bea, id, Command::DropProposal));
            assert!(agreed.is_ok() != dropped.is_ok(), "{agreed:?} {dropped:?}");
            let booking = seen(&world, &bea, id).await.booking;
            assert_eq!(booking.period.length(), if agreed.is_ok() { 2 } else { 1 });
            assert_eq!(booking.proposal, None);
            act(&world.ctx, &bea, id, because("Fertig")).await.unwrap();
        }
        assert!(held(&world, listing).await.is_empty());
    }
}
