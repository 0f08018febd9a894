//! What stands in our calendars, for whom, and for how long.

use crate::{
    Day, Error, Timestamp,
    bookings::{self, BookingId, Command, Party, Period, RequestDraft, State},
    calendars::{Feed, Whose, drop_key, feed, key, make_key, note_read},
    listings::{ListingId, testing::Thing},
    members::{self, Me},
    on_both_engines,
    testing::{PASSWORD, World},
};

const ADDRESS: &str = "Eduardstraße 99";

async fn drill(world: &World, owner: &Me) -> ListingId {
    let mut thing = Thing::called("Schlagbohrmaschine");
    thing.place.address = ADDRESS.into();
    thing.place.handover_note = "Code 4711".into();
    thing.publish(&world.ctx, owner).await
}

async fn ask(world: &World, who: &Me, listing: ListingId, from: &str, to: &str) -> BookingId {
    let typed = RequestDraft {
        from: from.into(),
        to: to.into(),
        once: from.into(),
        ..RequestDraft::default()
    };
    bookings::request(&world.ctx, who, listing, &typed).await.unwrap()
}

async fn act(world: &World, who: &Me, id: BookingId, command: Command) {
    bookings::act(&world.ctx, who, id, command).await.unwrap();
}

async fn token(world: &World, who: &Me, whose: Whose) -> String {
    make_key(&world.ctx, who, whose).await.unwrap().text().to_owned()
}

async fn read(world: &World, token: &str) -> Feed {
    feed(&world.ctx, token).await.unwrap().expect("a calendar")
}

fn cancel() -> Command {
    Command::Cancel {
        reason: "Kaputt.".into(),
        seen: None,
    }
}

on_both_engines! {
    async fn both_sides_see_their_loans_and_the_address_only_while_they_may(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let drill = drill(&world, &lena).await;
        let (mine, hers) = (token(&world, &lena, Whose::Mine).await, token(&world, &bea, Whose::Mine).await);
        let id = ask(&world, &bea, drill, "2030-05-02", "2030-05-03").await;
        for (token, side, other) in [(&mine, Party::Lender, "Bea"), (&hers, Party::Borrower, "Lena")] {
            let loans = read(&world, token).await.loans;
            assert_eq!((loans.len(), loans[0].me, loans[0].other.as_str()), (1, side, other));
            assert_eq!((loans[0].booking.state, &loans[0].place), (State::Requested, &None));
            assert_eq!(loans[0].changed, world.now());
        }
        world.wait(Timestamp::MINUTE).await;
        act(&world, &lena, id, Command::Accept).await;
        let loan = read(&world, &hers).await.loans.remove(0);
        assert_eq!((loan.place.as_deref(), loan.changed), (Some(ADDRESS), world.now()));
        assert!(loan.booking.version > 1);
        world.wait(Timestamp::MINUTE).await;
        act(&world, &lena, id, cancel()).await;
        let loan = read(&world, &hers).await.loans.remove(0);
        assert_eq!((loan.booking.state, loan.place), (State::Cancelled(Party::Lender), None));
        world.wait(29 * Timestamp::DAY).await;
        assert_eq!(read(&world, &hers).await.loans.len(), 1);
        world.wait(2 * Timestamp::DAY).await;
        assert!(read(&world, &hers).await.loans.is_empty(), "long called off");
    }

    async fn what_is_over_stays_for_a_year_without_an_address(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let drill = drill(&world, &lena).await;
        let id = ask(&world, &bea, drill, "2030-04-29", "2030-04-29").await;
        for (who, command) in [
            (&lena, Command::Accept), (&lena, Command::HandOver), (&bea, Command::HandOver), (&bea, Command::Return),
            (&lena, Command::Return),
        ] {
            act(&world, who, id, command).await;
        }
        let hers = token(&world, &bea, Whose::Mine).await;
        world.wait(300 * Timestamp::DAY).await;
        let loan = read(&world, &hers).await.loans.remove(0);
        assert_eq!((loan.booking.state, loan.place), (State::Closed, None));
        world.wait(70 * Timestamp::DAY).await;
        assert!(read(&world, &hers).await.loans.is_empty());
    }

    async fn a_listings_calendar_has_its_loans_and_closed_days_and_nothing_else(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let (one, other) = (drill(&world, &lena).await, drill(&world, &lena).await);
        let id = ask(&world, &bea, one, "2030-05-02", "2030-05-03").await;
        ask(&world, &bea, other, "2030-05-10", "2030-05-11").await;
        let closed = bookings::Closeable { period: Period::whole_days(Day::parse("2030-05-20").unwrap(), Day::parse("2030-05-22").unwrap()), unit: None };
        bookings::close_days(&world.ctx, &lena, one, closed, bookings::Closing::Inform, "").await.unwrap();
        let feed = read(&world, &token(&world, &lena, Whose::Listing(one)).await).await;
        assert_eq!(feed.listing, Some((one, "Schlagbohrmaschine".into())));
        assert_eq!(feed.loans.iter().map(|loan| loan.booking.key.id).collect::<Vec<_>>(), [id]);
        assert_eq!(feed.closed, [closed.period]);
        assert_eq!(read(&world, &token(&world, &lena, Whose::Mine).await).await.loans.len(), 2);
    }

    async fn an_address_opens_until_it_is_renewed_or_taken_back(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let drill = drill(&world, &lena).await;
        assert_eq!(key(&world.ctx, &lena, Whose::Mine).await.unwrap(), None);
        let first = token(&world, &lena, Whose::Mine).await;
        assert_eq!(key(&world.ctx, &lena, Whose::Mine).await.unwrap().unwrap().read_at, None);
        let second = token(&world, &lena, Whose::Mine).await;
        assert!(feed(&world.ctx, &first).await.unwrap().is_none(), "renewed");
        assert!(feed(&world.ctx, "").await.unwrap().is_none() && feed(&world.ctx, "x").await.unwrap().is_none());
        drop_key(&world.ctx, &bea, Whose::Mine).await.unwrap();
        read(&world, &second).await;
        drop_key(&world.ctx, &lena, Whose::Mine).await.unwrap();
        assert!(feed(&world.ctx, &second).await.unwrap().is_none(), "taken back");
        for whose in [Whose::Listing(drill), Whose::Listing(ListingId::at(world.now()))] {
            assert!(matches!(make_key(&world.ctx, &bea, whose).await, Err(Error::NotFound)));
            assert!(matches!(key(&world.ctx, &bea, whose).await, Err(Error::NotFound)));
            assert!(matches!(drop_key(&world.ctx, &bea, whose).await, Err(Error::NotFound)));
        }
        let last = token(&world, &lena, Whose::Listing(drill)).await;
        members::delete_account(&world.ctx, &lena, PASSWORD.into()).await.unwrap();
        assert!(feed(&world.ctx, &last).await.unwrap().is_none(), "whoever leaves takes it along");
    }

    async fn a_calendar_knows_since_when_it_is_as_it_is(world: World) {
        let lena = world.member("Lena").await;
        let mine = token(&world, &lena, Whose::Mine).await;
        world.wait(Timestamp::MINUTE).await;
        let begun = world.now();
        assert_eq!(note_read(&world.ctx, &mine, "a").await.unwrap(), begun);
        world.wait(3 * Timestamp::HOUR).await;
        assert_eq!(note_read(&world.ctx, &mine, "a").await.unwrap(), begun);
        let read_at = key(&world.ctx, &lena, Whose::Mine).await.unwrap().unwrap().read_at;
        assert_eq!(read_at, Some(world.now()));
        world.wait(Timestamp::MINUTE).await;
        assert_eq!(note_read(&world.ctx, &mine, "b").await.unwrap(), world.now());
    }
}
