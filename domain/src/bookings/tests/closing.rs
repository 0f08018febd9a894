//! Broken or on holiday: days are closed and everybody hears of it.

use super::world::*;

async fn accepted(world: &World, lender: &Me, borrower: &Me, listing: ListingId, from: &str, to: &str) -> BookingId {
    let id = ask(world, borrower, listing, from, to).await;
    act(&world.ctx, lender, id, Command::Accept).await.unwrap();
    id
}

fn days(first: &str, last: &str) -> Period {
    Period::whole_days(Day::parse(first).unwrap(), Day::parse(last).unwrap())
}

/// All units of these days.
const fn all(period: Period) -> Closeable {
    Closeable { period, unit: None }
}

on_both_engines! {
    async fn days_are_closed_and_those_who_had_them_are_called_off_in_one_step(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = drill(&world, &lena).await;
        let out = accepted(&world, &lena, &bea, listing, "2030-04-29", "2030-05-02").await;
        for who in [&lena, &bea] {
            act(&world.ctx, who, out, Command::HandOver).await.unwrap();
        }
        let agreed = accepted(&world, &lena, &hassan, listing, "2030-05-04", "2030-05-05").await;
        let asked = ask(&world, &bea, listing, "2030-05-06", "2030-05-07").await;
        let later = ask(&world, &bea, listing, "2030-05-20", "2030-05-21").await;
        world.letters().await;
        let fortnight = days("2030-05-01", "2030-05-10");

        let before = on_days(&world.ctx, &lena, listing, fortnight, None).await.unwrap();
        assert_eq!(before.iter().map(|view| view.booking.key.id).collect::<Vec<_>>(), [out, agreed, asked]);
        let silent = close_days(&world.ctx, &lena, listing, all(fortnight), Closing::CallOff, " ").await;
        assert!(matches!(refusal(silent), Refusal::Invalid(errors) if errors[0].field == "reason"));
        assert_eq!(held(&world, listing).await.len(), 6, "nothing has changed");

        let closed = close_days(&world.ctx, &lena, listing, all(fortnight), Closing::CallOff, "Der Motor qualmt.").await.unwrap();
        assert_eq!(closed, Closed { called_off: 2, informed: 1, moved: 0 });
        assert_eq!(told(&world.letters().await), [
            ("Bea", BookingTurn::Declined), ("Bea", BookingTurn::OwnerNotice), ("Hassan", BookingTurn::Cancelled),
        ]);
        let state = async |who, id| seen(&world, who, id).await.booking.state;
        assert_eq!(state(&hassan, agreed).await, State::Cancelled(Party::Lender));
        assert_eq!((state(&bea, asked).await, state(&bea, later).await), (State::Declined, State::Requested));
        assert_eq!(state(&bea, out).await, State::Accepted, "what is out keeps its way back");
        let first_of = Day::parse("2030-04-29").unwrap();
        let expected: Vec<_> = first_of.to(Day::parse("2030-05-10").unwrap()).map(|day| day.to_string()).collect();
        assert_eq!(held(&world, listing).await, expected);
        let again = request(&world.ctx, &hassan, listing, &typed("2030-05-09", "2030-05-09")).await;
        assert_eq!(refusal(again), Refusal::Unavailable(Reason::Closed(Day::parse("2030-05-09").unwrap())));
    }

    async fn people_can_be_told_without_calling_anything_off(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = accepted(&world, &lena, &bea, listing, "2030-05-04", "2030-05-05").await;
        world.letters().await;
        let closed = close_days(&world.ctx, &lena, listing, all(days("2030-05-03", "2030-05-05")), Closing::Inform, "Der Koffer fehlt.").await;
        assert_eq!(closed.unwrap(), Closed { called_off: 0, informed: 1, moved: 0 });
        let letters = world.letters().await;
        assert_eq!(told(&letters), [("Bea", BookingTurn::OwnerNotice)]);
        let Letter::Booking(news) = &letters[0].letter else { panic!("{letters:?}") };
        assert_eq!((news.words.as_str(), news.other.as_str()), ("Der Koffer fehlt.", "Lena"));
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Accepted);
        assert_eq!(held(&world, listing).await, ["2030-05-03", "2030-05-04", "2030-05-05"]);
    }

    async fn only_the_owner_closes_days_and_nobody_is_bothered_where_nothing_is_booked(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        change_listing(&world, listing, "update listing set unit_count = 2 where id = $1").await;
        let stranger = close_days(&world.ctx, &bea, listing, all(days("2030-05-03", "2030-05-04")), Closing::CallOff, "Nein!").await;
        assert!(matches!(stranger, Err(Error::NotFound)));
        assert!(on_days(&world.ctx, &bea, listing, days("2030-05-03", "2030-05-04"), None).await.unwrap().is_empty());
        let closed = close_days(&world.ctx, &lena, listing, all(days("2030-05-03", "2030-05-04")), Closing::CallOff, "").await;
        assert_eq!(closed.unwrap(), Closed::default());
        assert_eq!(held(&world, listing).await.len(), 4, "both units");
        assert!(world.letters().await.is_empty());
    }
}

#[test]
fn days_to_close_begin_today_at_the_earliest() {
    let today = Day::parse("2030-04-29").unwrap();
    let read = |from, to| read_days(from, to, today);
    assert_eq!(read("2030-04-01", "2030-04-30"), Ok(days("2030-04-29", "2030-04-30")));
    for (from, to) in [
        ("", ""),
        ("2030-05-02", "2030-05-01"),
        ("2030-04-01", "2030-04-28"),
        ("morgen", "2030-05-01"),
    ] {
        assert!(matches!(read(from, to), Err(Refusal::Invalid(_))), "{from} {to}");
    }
    assert!(matches!(
        read("2030-05-01", "2032-05-01"),
        Err(Refusal::Unavailable(Reason::TooFarAhead { .. }))
    ));
}
