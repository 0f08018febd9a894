//! The rows, on both engines: nothing is held twice, whatever happens in whatever order.

use super::scene::{Period, day};
use crate::{
    Day, Timestamp,
    availability::{EVERY_UNIT, Exception, Reason, SlotReason, store as calendar},
    bookings::{self, BookingId, Closeable, Closing, Command, Refusal, RequestDraft, State, act, request},
    listings::{ListingId, own, save_times, steps::TimesForm, testing::Thing},
    members::Me,
    on_both_engines,
    testing::World,
};
use futures::future::join_all;
use std::collections::{BTreeMap, BTreeSet};

/// What Lena lends, with this plan.
async fn thing(world: &World, lena: &Me, times: TimesForm) -> ListingId {
    let mut thing = Thing::called("Lastenrad");
    thing.times = times;
    thing.publish(&world.ctx, lena).await
}

fn by_the_day(units: i64, buffer: i64) -> TimesForm {
    TimesForm {
        units: units.to_string(),
        buffer_days: buffer.to_string(),
        ..Thing::called("").times
    }
}

fn by_the_hour(units: i64, buffer: i64) -> TimesForm {
    TimesForm {
        grain: "hour".into(),
        preset_hours: "any".into(),
        units: units.to_string(),
        buffer_hours: buffer.to_string(),
        longest_hours: "48".into(),
        ..Thing::called("").times
    }
}

fn draft(period: Period) -> RequestDraft {
    RequestDraft {
        from: period.first.to_string(),
        to: period.last.to_string(),
        from_hour: period.hours.map(|hours| hours.from.to_string()).unwrap_or_default(),
        to_hour: period.hours.map(|hours| hours.to.to_string()).unwrap_or_default(),
        ..RequestDraft::default()
    }
}

async fn ask(world: &World, who: &Me, listing: ListingId, period: Period) -> Result<BookingId, Refusal> {
    request(&world.ctx, who, listing, &draft(period)).await.map_err(refusal)
}

fn refusal(error: crate::Error<Refusal>) -> Refusal {
    match error {
        crate::Error::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

#[derive(sqlx::FromRow, Debug)]
struct Held {
    unit: i64,
    slot: i64,
    reason: SlotReason,
    booking_id: Option<BookingId>,
}

async fn rows(world: &World, listing: ListingId) -> Vec<Held> {
    let mut tx = world.ctx.db.read().await.unwrap();
    run!(&mut tx, db => sqlx::query_as::<_, Held>(
        "select unit, slot, reason, booking_id from slot where listing_id = $1 order by unit, slot",
    ).bind(listing).fetch_all(db))
    .unwrap()
}

/// How many slots are held for each reason: booking, buffer, blocked, full.
async fn counts(world: &World, listing: ListingId) -> [usize; 4] {
    let rows = rows(world, listing).await;
    [
        SlotReason::Booking,
        SlotReason::Buffer,
        SlotReason::Blocked,
        SlotReason::Full,
    ]
    .map(|reason| rows.iter().filter(|row| row.reason == reason).count())
}

fn hour(on: &str, from: i8, to: i8) -> Period {
    Period::by_the_hour(day(on), from, day(on), to)
}

on_both_engines! {
    async fn hours_are_lent_side_by_side_with_time_between_them(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = thing(&world, &lena, by_the_hour(1, 1)).await;
        let first = ask(&world, &bea, listing, hour("2030-05-02", 10, 12)).await.unwrap();
        let touching = ask(&world, &hassan, listing, hour("2030-05-02", 12, 14)).await.unwrap();
        let after = ask(&world, &hassan, listing, hour("2030-05-02", 15, 17)).await.unwrap();
        let booking = act(&world.ctx, &lena, first, Command::Accept).await.unwrap();
        assert_eq!(booking.due_at.since(booking.starts_at), 2 * Timestamp::HOUR);
        assert_eq!(counts(&world, listing).await, [2, 1, 0, 0]);
        let state = async |who, id| bookings::booking_seen_by(&world.ctx, who, id).await.unwrap().booking.state;
        assert_eq!(state(&hassan, touching).await, State::GaveWay, "there is an hour between two loans");
        assert_eq!(state(&hassan, after).await, State::Requested);
        assert_eq!(ask(&world, &hassan, listing, hour("2030-05-02", 12, 13)).await,
            Err(Refusal::Unavailable(Reason::Resting(day("2030-05-02"), Some(12)))));
        assert_eq!(ask(&world, &hassan, listing, hour("2030-05-02", 8, 10)).await,
            Err(Refusal::Unavailable(Reason::Resting(day("2030-05-02"), Some(10)))));
        assert_eq!(ask(&world, &hassan, listing, hour("2030-05-02", 11, 13)).await,
            Err(Refusal::Unavailable(Reason::HourTaken(day("2030-05-02"), 11))));
        let before = ask(&world, &hassan, listing, hour("2030-05-02", 7, 9)).await.unwrap();
        act(&world.ctx, &lena, before, Command::Accept).await.unwrap();
        assert_eq!(counts(&world, listing).await, [4, 2, 0, 0]);
        act(&world.ctx, &bea, first, Command::Cancel { reason: "Doch nicht.".into(), seen: None }).await.unwrap();
        assert_eq!(counts(&world, listing).await, [2, 1, 0, 0]);
        assert!(matches!(ask(&world, &bea, listing, Period::whole_days(day("2030-05-03"), day("2030-05-03"))).await,
            Err(Refusal::Invalid(errors)) if errors[0].field == "from_hour"));
    }

    async fn of_fifty_who_take_the_same_hours_at_once_as_many_have_them_as_there_are_units(world: World) {
        let lena = world.member("Lena").await;
        let listing = thing(&world, &lena, TimesForm { instant: "yes".into(), ..by_the_hour(3, 2) }).await;
        let people = bookings::testing::crowd(&world, 50).await;
        // Nobody's hours are quite the others', but all meet another's or the time after it.
        let answers = join_all(people.iter().enumerate().map(|(n, who)| {
            let from = 10 + i8::try_from(n % 3).unwrap();
            ask(&world, who, listing, hour("2030-05-02", from, from + 1))
        })).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 3, "{answers:?}");
        assert_eq!(counts(&world, listing).await, [3, 6, 0, 0]);
        let units: BTreeSet<i64> = rows(&world, listing).await.iter().map(|row| row.unit).collect();
        assert_eq!(units.len(), 3);
    }

    async fn of_fifty_accepts_at_once_none_breaks_into_the_time_between_two_loans(world: World) {
        let lena = world.member("Lena").await;
        let listing = thing(&world, &lena, by_the_day(1, 2)).await;
        let mut ids = Vec::new();
        for (n, who) in bookings::testing::crowd(&world, 50).await.iter().enumerate() {
            let first = day("2030-05-02").plus(i64::try_from(n % 3).unwrap());
            ids.push(ask(&world, who, listing, Period::whole_days(first, first)).await.unwrap());
        }
        let answers = join_all(ids.iter().map(|id| {
            let (ctx, lena, id) = (world.ctx.clone(), lena.clone(), *id);
            tokio::spawn(async move { act(&ctx, &lena, id, Command::Accept).await })
        })).await;
        let yes = answers.into_iter().filter(|answer| answer.as_ref().unwrap().is_ok()).count();
        assert_eq!(yes, 1, "all of them lie within two days of each other");
        assert_eq!(counts(&world, listing).await, [1, 2, 0, 0]);
    }

    async fn the_key_refuses_time_between_loans_that_slips_past_the_rules(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = thing(&world, &lena, by_the_day(1, 2)).await;
        let id = ask(&world, &bea, listing, Period::whole_days(day("2030-05-06"), day("2030-05-07"))).await.unwrap();
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        for (first, last, refused) in [(1, 4, false), (2, 5, true), (9, 9, true), (10, 10, false)] {
            let period = Period::whole_days(day("2030-05-01").plus(first - 1), day("2030-05-01").plus(last - 1));
            let mut tx = world.ctx.db.write().await.unwrap();
            let basis = calendar::basis(&mut tx, listing).await.unwrap();
            let booking = BookingId::at(world.now());
            let held = calendar::hold(&mut tx, &basis, &calendar::Holding { booking, unit: 0, period, buffer: 1 }).await;
            assert_eq!(held.is_err(), refused, "{period:?}");
            assert!(held.err().is_none_or(|error| crate::db::exists_already(&error)));
        }
    }

    async fn a_day_of_which_no_hour_is_left_is_not_found_by_its_date(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let times = TimesForm { preset_hours: "evenings".into(), ..by_the_hour(1, 0) };
        let listing = thing(&world, &lena, times).await;
        let thursday = day("2030-05-02");
        let found = async || {
            let query = crate::search::Query {
                days: Some((thursday, thursday)), today: Some(day("2030-04-29")), ..crate::search::Query::default()
            };
            crate::search::find(&world.ctx, &query).await.unwrap().hits.len()
        };
        assert_eq!(found().await, 1);
        let early = ask(&world, &bea, listing, hour("2030-05-02", 17, 19)).await.unwrap();
        act(&world.ctx, &lena, early, Command::Accept).await.unwrap();
        assert_eq!((found().await, counts(&world, listing).await), (1, [2, 0, 0, 0]));
        let late = ask(&world, &bea, listing, hour("2030-05-02", 19, 21)).await.unwrap();
        act(&world.ctx, &lena, late, Command::Accept).await.unwrap();
        assert_eq!((found().await, counts(&world, listing).await), (0, [4, 0, 0, 1]));
        // Open for longer, something is left again.
        let times = TimesForm { preset_hours: "any".into(), ..by_the_hour(1, 0) };
        save_times(&world.ctx, &lena, listing, None, &times).await.unwrap();
        assert_eq!((found().await, counts(&world, listing).await), (1, [4, 0, 0, 0]));
        act(&world.ctx, &lena, late, Command::Cancel { reason: "Es regnet.".into(), seen: None }).await.unwrap();
        assert_eq!((found().await, counts(&world, listing).await), (1, [2, 0, 0, 0]));
    }

    async fn by_its_dates_search_finds_exactly_what_the_rules_let_out(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let today = day("2030-04-29");
        let mut dice = Dice(17);
        let mut things = Vec::new();
        for _ in 0..24 {
            let from = today.plus(dice.below(20));
            let mut weekdays: Vec<String> = (0..7).filter(|_| dice.below(3) > 0).map(|day| day.to_string()).collect();
            // Two in a row at least, or the shortest loan does not fit.
            let pair = dice.below(7);
            weekdays.extend([pair, (pair + 1) % 7].map(|day| day.to_string()));
            let times = TimesForm {
                instant: "yes".into(),
                weekdays,
                stays_out: if dice.below(2) == 0 { "yes" } else { "no" }.into(),
                lead_days: dice.below(3).to_string(),
                shortest_days: if dice.below(3) == 0 { "2" } else { "1" }.into(),
                longest_days: (2 + dice.below(9)).to_string(),
                horizon_days: (10 + dice.below(30)).to_string(),
                block_from: from.to_string(),
                block_to: from.plus(dice.below(3)).to_string(),
                block_as: if dice.below(2) == 0 { "open" } else { "closed" }.into(),
                ..by_the_day(1 + dice.below(2), dice.below(3))
            };
            let mut one = Thing::called("Lastenrad");
            one.times = times;
            things.push(one.publish(&world.ctx, &lena).await);
        }
        for _ in 0..60 {
            let listing = things[usize::try_from(dice.below(24)).unwrap() % things.len()];
            let first = today.plus(dice.below(20));
            let _ = ask(&world, &bea, listing, Period::whole_days(first, first.plus(dice.below(4)))).await;
        }
        let mut found_some = 0;
        for first in (0..34).map(|at| today.plus(at)) {
            for length in 1..5 {
                let period = Period::whole_days(first, first.plus(length - 1));
                let query = crate::search::Query {
                    days: Some((period.first, period.last)), today: Some(today), ..crate::search::Query::default()
                };
                let found = crate::search::find(&world.ctx, &query).await.unwrap();
                let found: BTreeSet<ListingId> = found.hits.into_iter().map(|hit| hit.id).collect();
                let mut allowed = BTreeSet::new();
                for id in &things {
                    let mut tx = world.ctx.db.read().await.unwrap();
                    let basis = calendar::basis(&mut tx, *id).await.unwrap();
                    let diary = calendar::diary(&mut tx, &basis, (period.first, period.last), None).await.unwrap();
                    if diary.check(period, world.now()).is_ok() {
                        allowed.insert(*id);
                    }
                }
                assert_eq!(found, allowed, "{period:?}");
                found_some += found.len();
            }
        }
        assert!(found_some > 300, "{found_some}");
    }

    async fn a_closed_day_stays_closed_when_what_lay_on_it_goes(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = thing(&world, &lena, by_the_day(1, 2)).await;
        let id = ask(&world, &bea, listing, Period::whole_days(day("2030-05-02"), day("2030-05-03"))).await.unwrap();
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        let closeable = Closeable { period: Period::whole_days(day("2030-05-03"), day("2030-05-06")), unit: None };
        bookings::close_days(&world.ctx, &lena, listing, closeable, Closing::Inform, "Ich bin weg.").await.unwrap();
        assert_eq!(counts(&world, listing).await, [2, 2, 1, 0]);
        act(&world.ctx, &bea, id, Command::Cancel { reason: "Schade.".into(), seen: None }).await.unwrap();
        assert_eq!(counts(&world, listing).await, [0, 0, 4, 0]);
        let mine = own(&world.ctx, &lena, listing).await.unwrap();
        assert_eq!(mine.blocked.len(), 4);
        // And the other way round: open again, the time after a loan is still held.
        let id = ask(&world, &bea, listing, Period::whole_days(day("2030-05-01"), day("2030-05-02"))).await.unwrap();
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        assert_eq!(counts(&world, listing).await, [2, 2, 2, 0]);
        let times = TimesForm {
            block_from: "2030-05-03".into(), block_to: "2030-05-06".into(), block_as: "plan".into(), ..by_the_day(1, 2)
        };
        save_times(&world.ctx, &lena, listing, None, &times).await.unwrap();
        assert_eq!(counts(&world, listing).await, [2, 2, 0, 0]);
    }

    async fn who_has_a_closed_day_already_can_keep_it_for_longer(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = thing(&world, &lena, by_the_day(1, 1)).await;
        let first = Period::whole_days(day("2030-05-02"), day("2030-05-03"));
        let id = ask(&world, &bea, listing, first).await.unwrap();
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        let closeable = Closeable { period: Period::whole_days(day("2030-05-03"), day("2030-05-03")), unit: None };
        bookings::close_days(&world.ctx, &lena, listing, closeable, Closing::Inform, "Ich bin weg.").await.unwrap();
        let longer = Period { last: day("2030-05-05"), ..first };
        act(&world.ctx, &bea, id, Command::Propose { period: longer, offer: None, words: String::new() }).await.unwrap();
        act(&world.ctx, &lena, id, Command::Agree).await.unwrap();
        assert_eq!(counts(&world, listing).await, [4, 1, 0, 0]);
        act(&world.ctx, &bea, id, Command::Cancel { reason: "Schade.".into(), seen: None }).await.unwrap();
        assert_eq!(counts(&world, listing).await, [0, 0, 1, 0]);
    }

    async fn a_unit_is_taken_out_and_its_loans_move_to_another(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = thing(&world, &lena, by_the_day(2, 0)).await;
        let weekend = Period::whole_days(day("2030-05-04"), day("2030-05-05"));
        let first = ask(&world, &bea, listing, weekend).await.unwrap();
        assert_eq!(act(&world.ctx, &lena, first, Command::Accept).await.unwrap().unit, 0);
        world.letters().await;
        let closeable = Closeable { period: weekend, unit: Some(0) };
        let close = async |closeable, words| bookings::close_days(&world.ctx, &lena, listing, closeable, Closing::CallOff, words).await;
        let closed = close(closeable, "").await.unwrap();
        assert_eq!((closed.moved, closed.called_off, closed.informed), (1, 0, 0));
        assert!(world.letters().await.is_empty(), "nothing that was agreed has changed");
        let booking = bookings::booking_seen_by(&world.ctx, &bea, first).await.unwrap().booking;
        assert_eq!((booking.unit, booking.state), (1, State::Accepted));
        assert_eq!(counts(&world, listing).await, [2, 0, 2, 0]);
        assert_eq!(ask(&world, &hassan, listing, weekend).await, Err(Refusal::Unavailable(Reason::Taken(weekend.first))));
        let closed = close(Closeable { unit: Some(1), ..closeable }, "Kaputt.").await.unwrap();
        assert_eq!((closed.moved, closed.called_off), (0, 1));
        assert_eq!(counts(&world, listing).await, [0, 0, 4, 0]);
        assert!(matches!(close(Closeable { unit: Some(2), ..closeable }, "").await, Err(crate::Error::NotFound)));
    }

    async fn fewer_units_and_another_grain_wait_for_the_bookings(world: World) {
        use crate::{forms::Problem, listings};
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = thing(&world, &lena, by_the_day(2, 0)).await;
        let on = Period::whole_days(day("2030-05-04"), day("2030-05-05"));
        let mut ids = Vec::new();
        for who in [&bea, &hassan] {
            let id = ask(&world, who, listing, on).await.unwrap();
            act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
            ids.push(id);
        }
        let problem = async |times: TimesForm| {
            match save_times(&world.ctx, &lena, listing, None, &times).await {
                Err(crate::Error::Refused(listings::Refusal::Invalid(errors))) => Some((errors[0].field.clone(), errors[0].problem)),
                Ok(_) => None,
                other => panic!("{other:?}"),
            }
        };
        let before = own(&world.ctx, &lena, listing).await.unwrap();
        assert_eq!(problem(by_the_day(1, 0)).await, Some(("units".into(), Problem::UnitsLent { least: 2 })));
        assert_eq!(problem(by_the_hour(2, 0)).await, Some(("grain".into(), Problem::OpenBookings { count: 2 })));
        assert_eq!(own(&world.ctx, &lena, listing).await.unwrap(), before, "nothing is lost");
        act(&world.ctx, &hassan, ids[1], Command::Cancel { reason: "Doch nicht.".into(), seen: None }).await.unwrap();
        assert_eq!(problem(by_the_day(1, 0)).await, None, "the second unit is not needed any more");
        act(&world.ctx, &bea, ids[0], Command::Cancel { reason: "Ich auch.".into(), seen: None }).await.unwrap();
        assert_eq!(problem(by_the_hour(1, 0)).await, None);
        assert_eq!(rows(&world, listing).await.len(), 0);
    }

    async fn a_changed_plan_leaves_what_is_agreed_and_names_it(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = thing(&world, &lena, by_the_day(1, 0)).await;
        let weekend = Period::whole_days(day("2030-05-04"), day("2030-05-05"));
        let monday = Period::whole_days(day("2030-05-06"), day("2030-05-06"));
        let (first, second) = (ask(&world, &bea, listing, weekend).await.unwrap(), ask(&world, &hassan, listing, monday).await.unwrap());
        act(&world.ctx, &lena, first, Command::Accept).await.unwrap();
        let before = own(&world.ctx, &lena, listing).await.unwrap();
        let times = TimesForm { preset: "own".into(), weekdays: ["0", "1"].map(String::from).into(), ..by_the_day(1, 0) };
        let (after, errors) = crate::listings::steps::times(&before, &times, Default::default(), day("2030-04-29"));
        assert!(errors.is_empty());
        let outside = bookings::left_outside(&world.ctx, &lena, &before, &after).await.unwrap();
        let outside: Vec<_> = outside.iter().map(|(view, reason)| (view.booking.key.id, *reason)).collect();
        assert_eq!(outside, [(first, Reason::DayNotLent(day("2030-05-04")))]);
        save_times(&world.ctx, &lena, listing, None, &times).await.unwrap();
        assert_eq!(counts(&world, listing).await, [2, 0, 0, 0]);
        act(&world.ctx, &lena, second, Command::Accept).await.unwrap();
        act(&world.ctx, &lena, first, Command::Propose { period: Period::whole_days(weekend.first, monday.last), offer: None, words: String::new() })
            .await.unwrap_err();
        let moved = Period::whole_days(day("2030-05-07"), day("2030-05-07"));
        act(&world.ctx, &bea, first, Command::Propose { period: moved, offer: None, words: String::new() }).await.unwrap();
        act(&world.ctx, &lena, first, Command::Agree).await.unwrap();
        assert_eq!(counts(&world, listing).await, [2, 0, 0, 0]);
    }

    async fn no_history_holds_a_unit_twice_or_forgets_the_time_between(world: World) {
        for (seed, times) in [
            (1_u64, by_the_day(1, 0)), (2, by_the_day(2, 1)), (3, by_the_day(3, 2)),
            (4, by_the_hour(1, 0)), (5, by_the_hour(2, 1)), (6, by_the_hour(2, 3)),
        ] {
            history(&world, seed, times).await;
        }
    }
}

/// Numbers that look random and are the same each time (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % n).unwrap()
    }
}

/// A few dozen random steps; after each, the rows are what the bookings and exceptions say.
async fn history(world: &World, seed: u64, times: TimesForm) {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut below = |n: u64| dice.below(n);
    let people = bookings::testing::crowd_named(world, 5, &format!("h{seed}")).await;
    let lena = &people[0];
    let hourly = times.grain == "hour";
    let listing = thing(world, lena, times).await;
    // Around the day on which the clocks change in autumn.
    let base = day("2030-10-24");
    let start = base.plus(-2).at(8, &world.ctx.settings.zone);
    world.ctx.clock.advance(start.since(world.now()).max(0));
    let mut known: Vec<(usize, BookingId)> = Vec::new();
    for _ in 0..80 {
        let first = base.plus(below(10));
        let period = if hourly {
            Period::hours_from(first, i8::try_from(below(24)).unwrap(), 1 + below(20))
        } else {
            Period::whole_days(first, first.plus(below(3)))
        };
        match below(10) {
            0..=3 => {
                let who = usize::try_from(1 + below(4)).unwrap();
                if let Ok(id) = ask(world, &people[who], listing, period).await {
                    known.push((who, id));
                }
            }
            4..=8 if !known.is_empty() => {
                let at = usize::try_from(below(u64::try_from(known.len()).unwrap())).unwrap();
                let (who, id) = known[at];
                let (actor, command) = match below(6) {
                    0..=2 => (lena, Command::Accept),
                    3 => (
                        &people[who],
                        Command::Cancel {
                            reason: "Doch nicht.".into(),
                            seen: None,
                        },
                    ),
                    4 => (
                        &people[who],
                        Command::Propose {
                            period,
                            offer: None,
                            words: String::new(),
                        },
                    ),
                    _ => (lena, Command::Agree),
                };
                let _ = act(&world.ctx, actor, id, command).await;
            }
            _ => {
                let unit = (below(2) == 0).then_some(0);
                let closeable = Closeable {
                    period: Period::whole_days(first, first),
                    unit,
                };
                if below(2) == 0 {
                    let _ = bookings::close_days(&world.ctx, lena, listing, closeable, Closing::Inform, "Zu.").await;
                } else {
                    let mut tx = world.ctx.db.write().await.unwrap();
                    let unit = unit.unwrap_or(EVERY_UNIT);
                    calendar::unexcept(
                        &mut tx,
                        listing,
                        Exception {
                            day: first,
                            unit,
                            open: false,
                        },
                    )
                    .await
                    .unwrap();
                    let basis = calendar::basis(&mut tx, listing).await.unwrap();
                    calendar::derive(&mut tx, &basis, (first, first)).await.unwrap();
                    tx.commit().await.unwrap();
                }
            }
        }
        agrees(world, lena, listing, &known).await;
    }
    assert!(known.len() > 5, "something happened");
}

/// The rows of a listing are exactly what its accepted bookings need, and what follows from its exceptions.
async fn agrees(world: &World, lena: &Me, listing: ListingId, known: &[(usize, BookingId)]) {
    let mut needed: BTreeMap<(i64, i64), (SlotReason, Option<BookingId>)> = BTreeMap::new();
    let mut hold = |key, value| assert_eq!(needed.insert(key, value), None, "held twice");
    for (_, id) in known {
        let booking = bookings::booking_seen_by(&world.ctx, lena, *id).await.unwrap().booking;
        if booking.state != State::Accepted {
            continue;
        }
        let slots = booking.period.slots(&booking.terms.time_zone());
        for slot in slots.clone() {
            hold((booking.unit, slot), (SlotReason::Booking, Some(*id)));
        }
        for slot in slots.end..slots.end + booking.terms.buffer {
            hold((booking.unit, slot), (SlotReason::Buffer, Some(*id)));
        }
    }
    let mut tx = world.ctx.db.read().await.unwrap();
    let basis = calendar::basis(&mut tx, listing).await.unwrap();
    let all = (Day(0), Day(100_000));
    for one in calendar::exceptions(&mut tx, listing, all.0, all.1).await.unwrap() {
        for unit in (0..basis.units).filter(|unit| one.unit == EVERY_UNIT || one.unit == *unit) {
            needed.entry((unit, one.day.0)).or_insert((SlotReason::Blocked, None));
        }
    }
    drop(tx);
    let rows = rows(world, listing).await;
    let held: BTreeMap<_, _> = rows
        .iter()
        .filter(|row| row.reason != SlotReason::Full)
        .map(|row| ((row.unit, row.slot), (row.reason, row.booking_id)))
        .collect();
    assert_eq!(held, needed);
}
