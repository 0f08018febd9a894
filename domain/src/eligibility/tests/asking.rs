//! Who may ask, on both engines.

use super::super::{Reason, Refusal, RulesDraft, Standing, choosing, not_yet, save, vouch};
use crate::{
    Error,
    bookings::{
        self, Command, Refusal as Refused, State,
        testing::{ask, drill, refusal, seen, typed},
    },
    circles::{self, CircleDraft, CircleId},
    listings::{self, Kind, ListingId, testing::Thing},
    members::Me,
    on_both_engines,
    testing::World,
};

fn rules(loans: &str, vouched: bool, circles: &[CircleId]) -> RulesDraft {
    RulesDraft {
        loans: loans.into(),
        vouched: if vouched { "yes" } else { "" }.into(),
        circles: circles.iter().map(ToString::to_string).collect(),
        ..RulesDraft::default()
    }
}

/// A loan from the one to the other, over and done with.
pub async fn finished(world: &World, lender: &Me, borrower: &Me, listing: ListingId, day: &str) {
    let id = ask(world, borrower, listing, day, day).await;
    for (who, command) in [
        (lender, Command::Accept),
        (lender, Command::HandOver),
        (borrower, Command::HandOver),
        (borrower, Command::Return),
        (lender, Command::Return),
    ] {
        bookings::act(&world.ctx, who, id, command).await.unwrap();
    }
    assert_eq!(seen(world, borrower, id).await.booking.state, State::Closed);
}

async fn house(world: &World, keeper: &Me, others: &[&Me]) -> CircleId {
    let typed = CircleDraft {
        name: "Haus 9".into(),
        ..CircleDraft::default()
    };
    let id = circles::found(&world.ctx, keeper, &typed).await.unwrap();
    let token = circles::invite(&world.ctx, keeper, id).await.unwrap();
    for other in others {
        circles::join(&world.ctx, other, token.text()).await.unwrap();
    }
    id
}

async fn standing_of(world: &World, who: Option<&Me>, listing: ListingId) -> Standing {
    let me = who.map(|me| me.id);
    bookings::offering(&world.ctx, me, listing).await.unwrap().standing
}

on_both_engines! {
    async fn everything_missing_is_said_before_and_holds_when_asking(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let home = house(&world, &lena, &[]).await;
        save(&world.ctx, &lena, listing, &rules("1", true, &[home])).await.unwrap();
        let missing = vec![Reason::FinishedLoans { least: 1, have: 0 }, Reason::Voucher, Reason::Circle];
        let seen = standing_of(&world, Some(&bea), listing).await;
        assert_eq!((seen.missing.as_ref(), seen.circles.len()), (Some(&missing), 0), "which circle is not told");
        assert_eq!(standing_of(&world, None, listing).await.missing, None);
        let refused = refusal(bookings::request(&world.ctx, &bea, listing, &typed("2030-05-02", "2030-05-03")).await);
        assert_eq!(refused, Refused::NotEligible(missing));
        let found = not_yet(&world.ctx, &bea, &[listing]).await.unwrap();
        assert!(found.contains(&listing));
        assert!(not_yet(&world.ctx, &lena, &[]).await.unwrap().is_empty());
    }

    async fn one_reason_after_the_other_goes_away(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let (open, listing) = (drill(&world, &lena).await, drill(&world, &lena).await);
        let home = house(&world, &lena, &[]).await;
        save(&world.ctx, &lena, listing, &rules("1", true, &[home])).await.unwrap();
        finished(&world, &lena, &bea, open, "2030-04-29").await;
        let left = |standing: Standing| standing.missing.unwrap();
        assert_eq!(left(standing_of(&world, Some(&bea), listing).await), [Reason::Voucher, Reason::Circle]);
        vouch(&world.ctx, &lena, bea.id).await.unwrap();
        assert_eq!(left(standing_of(&world, Some(&bea), listing).await), [Reason::Circle]);
        let token = circles::invite(&world.ctx, &lena, home).await.unwrap();
        circles::join(&world.ctx, &bea, token.text()).await.unwrap();
        let now = standing_of(&world, Some(&bea), listing).await;
        assert_eq!((left(now.clone()).len(), now.circles), (0, vec!["Haus 9".to_owned()]));
        ask(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
    }

    async fn what_was_asked_before_goes_on(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        save(&world.ctx, &lena, listing, &rules("5", true, &[])).await.unwrap();
        bookings::act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Accepted);
        let later = refusal(bookings::request(&world.ctx, &bea, listing, &typed("2030-05-06", "2030-05-07")).await);
        assert!(matches!(later, Refused::NotEligible(_)));
    }

    async fn having_it_at_once_and_answering_a_wish_are_no_ways_around(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let mut thing = Thing::called("Anhänger");
        thing.times.instant = "yes".into();
        let at_once = thing.publish(&world.ctx, &lena).await;
        let mut wish = Thing::called("Suche Leiter");
        wish.kind = Kind::WantedThing;
        let wish = wish.publish(&world.ctx, &lena).await;
        for listing in [at_once, wish] {
            save(&world.ctx, &lena, listing, &rules("", true, &[])).await.unwrap();
            let refused = refusal(bookings::request(&world.ctx, &bea, listing, &typed("2030-05-02", "2030-05-03")).await);
            assert_eq!(refused, Refused::NotEligible(vec![Reason::Voucher]));
        }
    }

    async fn only_its_owner_decides_and_only_about_their_own_circles(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let others = house(&world, &bea, &[]).await;
        assert!(matches!(choosing(&world.ctx, &bea, listing).await, Err(Error::NotFound)));
        assert!(matches!(save(&world.ctx, &bea, listing, &rules("1", false, &[])).await, Err(Error::NotFound)));
        let wrong = save(&world.ctx, &lena, listing, &rules("", false, &[others])).await;
        assert!(matches!(wrong, Err(Error::Refused(Refusal::Invalid(_)))), "a circle that she is not in");
        let version = choosing(&world.ctx, &lena, listing).await.unwrap().version.to_string();
        save(&world.ctx, &lena, listing, &RulesDraft { version: version.clone(), ..rules("2", false, &[]) }).await.unwrap();
        let late = save(&world.ctx, &lena, listing, &RulesDraft { version, ..rules("3", false, &[]) }).await;
        assert!(matches!(late, Err(Error::Refused(Refusal::ChangedMeanwhile))));
        assert_eq!(choosing(&world.ctx, &lena, listing).await.unwrap().rules.finished_loans, 2);
    }

    async fn a_copy_asks_for_the_same_and_a_draft_goes_without_a_trace(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let home = house(&world, &lena, &[&bea]).await;
        save(&world.ctx, &lena, listing, &rules("2", true, &[home])).await.unwrap();
        let copy = listings::duplicate(&world.ctx, &lena, listing).await.unwrap();
        let (one, other) = (choosing(&world.ctx, &lena, listing).await.unwrap(), choosing(&world.ctx, &lena, copy).await.unwrap());
        assert_eq!(one.rules, other.rules);
        listings::discard(&world.ctx, &lena, copy, None).await.unwrap();
        circles::act(&world.ctx, &lena, home, circles::Command::Leave).await.unwrap();
        assert!(standing_of(&world, Some(&bea), listing).await.missing.unwrap().contains(&Reason::Voucher));
        circles::act(&world.ctx, &bea, home, circles::Command::Leave).await.unwrap();
        let gone = choosing(&world.ctx, &lena, listing).await.unwrap();
        assert_eq!(gone.rules.circles.map(|circles| circles.len()), Some(0), "nobody, rather than everybody");
    }
}
