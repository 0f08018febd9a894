//! Foreign calendars and the days they block, hour after hour.

use super::served::{Reply, Served, answer_of, busy, calendar};
use crate::{
    Day, Error, Timestamp,
    availability::{self, DayState},
    bookings::{self, BookingId, Command, Period, RequestDraft},
    calendars::{Import, Imports, MOST_IMPORTS, Reach, Refusal, Trouble, add, check, imports, pause, remove},
    context::Settings,
    listings::{self, ListingId, testing::Thing},
    members::{self, Me},
    on_both_engines,
    testing::{PASSWORD, World},
};
use std::sync::Arc;

/// The same world, with a machine next door that may be asked.
fn near(mut world: World) -> World {
    let settings = Settings {
        reach: Reach::AlsoThisMachine,
        ..(*world.ctx.settings).clone()
    };
    world.ctx.settings = Arc::new(settings);
    world
}

async fn drill(world: &World, owner: &Me) -> ListingId {
    Thing::called("Schlagbohrmaschine").publish(&world.ctx, owner).await
}

async fn try_to_ask(world: &World, who: &Me, listing: ListingId, day: &str) -> Option<BookingId> {
    let typed = RequestDraft {
        from: day.into(),
        to: day.into(),
        once: format!("{day} {}", world.now().0),
        ..RequestDraft::default()
    };
    bookings::request(&world.ctx, who, listing, &typed).await.ok()
}

/// The days of May that nobody can have.
async fn may(world: &World, listing: ListingId) -> Vec<i8> {
    let thing = listings::public_listing(&world.ctx, None, listing).await.unwrap();
    let day = |text| Day::parse(text).unwrap();
    let days = availability::calendar(&world.ctx, &thing, day("2030-05-01"), day("2030-05-31"))
        .await
        .unwrap();
    let free = |state: DayState| matches!(state, DayState::Free);
    days.iter()
        .filter(|day| !free(day.state))
        .map(|day| day.day.date().day())
        .collect()
}

/// What holds the slots of a listing, day by day.
async fn reasons(world: &World, listing: ListingId) -> Vec<String> {
    let mut tx = world.ctx.db.read().await.unwrap();
    run!(&mut tx, db => sqlx::query_scalar("select reason from slot where listing_id = $1 order by slot, unit")
        .bind(listing).fetch_all(db))
    .unwrap()
}

async fn seen(world: &World, who: &Me, listing: ListingId) -> Imports {
    imports(&world.ctx, who, listing).await.unwrap()
}

async fn only(world: &World, who: &Me, listing: ListingId) -> Import {
    let mut all = seen(world, who, listing).await.all;
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn trouble(answer: Result<(), Error<Refusal>>) -> Trouble {
    match answer {
        Err(Error::Refused(Refusal::Trouble(trouble))) => trouble,
        other => panic!("expected trouble, got {other:?}"),
    }
}

on_both_engines! {
    async fn busy_days_are_blocked_and_booked_days_stay_booked(world: World) {
        let world = near(world);
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let drill = drill(&world, &lena).await;
        let booked = try_to_ask(&world, &bea, drill, "2030-05-03").await.unwrap();
        bookings::act(&world.ctx, &lena, booked, Command::Accept).await.unwrap();
        let next_door = Served::with(Reply::Calendar(busy("2030-05-02", "2030-05-04"))).await;
        add(&world.ctx, &lena, drill, &next_door.url).await.unwrap();
        assert_eq!(may(&world, drill).await, [2, 3, 4]);
        assert_eq!(reasons(&world, drill).await, ["imported", "booking", "imported"]);
        assert_eq!(try_to_ask(&world, &bea, drill, "2030-05-02").await, None);
        let now = seen(&world, &lena, drill).await;
        let import = &now.all[0];
        assert_eq!((import.busy_days, import.trouble, import.unread), (3, None, 0));
        assert_eq!(now.collisions.iter().map(|c| (c.booking, c.agreed)).collect::<Vec<_>>(), [(booked, true)]);
        // The day that becomes free is blocked at once.
        let reason = Command::Cancel { reason: "Kaputt.".into(), seen: None };
        bookings::act(&world.ctx, &lena, booked, reason).await.unwrap();
        assert_eq!(may(&world, drill).await, [2, 3, 4]);
        assert_eq!(reasons(&world, drill).await, ["imported"; 3]);
        assert!(seen(&world, &lena, drill).await.collisions.is_empty());
        remove(&world.ctx, &lena, drill, import.id).await.unwrap();
        assert!(may(&world, drill).await.is_empty() && seen(&world, &lena, drill).await.all.is_empty());
        assert!(matches!(remove(&world.ctx, &lena, drill, import.id).await, Err(Error::NotFound)));
        let asked = next_door.times();
        world.wait(3 * Timestamp::HOUR).await;
        assert_eq!(next_door.times(), asked, "what was removed is not asked for");
    }

    async fn a_calendar_is_read_again_every_hour_and_only_if_it_has_changed(world: World) {
        let world = near(world);
        let lena = world.member("Lena").await;
        let drill = drill(&world, &lena).await;
        let next_door = Served::with(Reply::Calendar(busy("2030-05-02", "2030-05-02"))).await;
        add(&world.ctx, &lena, drill, &next_door.url).await.unwrap();
        world.wait(59 * Timestamp::MINUTE).await;
        assert_eq!(next_door.times(), 1);
        world.wait(Timestamp::MINUTE).await;
        assert_eq!(next_door.times(), 2);
        assert!(next_door.asked.lock().unwrap()[1].contains("if-none-match"));
        assert_eq!(only(&world, &lena, drill).await.succeeded_at, world.now());
        next_door.answers(Reply::Calendar(busy("2030-05-10", "2030-05-11")));
        world.wait(Timestamp::HOUR).await;
        assert_eq!((next_door.times(), may(&world, drill).await), (3, vec![10, 11]));
        // After a week it is read as a whole, unchanged or not: there are new days ahead.
        world.wait(8 * Timestamp::DAY).await;
        let asked = next_door.asked.lock().unwrap().last().unwrap().clone();
        assert!(!asked.contains("if-none-match"), "{asked}");
    }

    async fn trouble_is_told_and_blocks_nothing_more_and_frees_nothing(world: World) {
        let world = near(world);
        let lena = world.member("Lena").await;
        let drill = drill(&world, &lena).await;
        let next_door = Served::with(Reply::Calendar(busy("2030-05-02", "2030-05-03"))).await;
        add(&world.ctx, &lena, drill, &next_door.url).await.unwrap();
        let added = world.now();
        next_door.answers(Reply::Bytes(answer_of("404 Not Found\r\ncontent-length: 0", "")));
        world.wait(Timestamp::HOUR).await;
        let import = only(&world, &lena, drill).await;
        assert_eq!((import.trouble, import.succeeded_at), (Some(Trouble::Status { code: 404 }), added));
        assert_eq!(import.next_at, world.now().plus(2 * Timestamp::HOUR), "the pauses grow");
        assert_eq!(may(&world, drill).await, [2, 3]);
        // Half of a calendar is none.
        let cut_off = calendar(&busy("2030-05-20", "2030-05-21")).replace("END:VCALENDAR", "");
        next_door.answers(Reply::Bytes(answer_of("200 OK\r\ncontent-type: text/calendar", &cut_off)));
        world.wait(2 * Timestamp::HOUR).await;
        let import = only(&world, &lena, drill).await;
        assert_eq!((import.trouble, import.next_at), (Some(Trouble::Malformed), world.now().plus(4 * Timestamp::HOUR)));
        assert_eq!(may(&world, drill).await, [2, 3]);
        next_door.answers(Reply::Calendar(busy("2030-05-05", "2030-05-05")));
        check(&world.ctx, &lena, drill, import.id).await.unwrap();
        let import = only(&world, &lena, drill).await;
        assert_eq!((import.trouble, import.next_at), (None, world.now().plus(Timestamp::HOUR)));
        assert_eq!(may(&world, drill).await, [5]);
    }

    async fn what_cannot_be_read_is_not_added(world: World) {
        let world = near(world);
        let lena = world.member("Lena").await;
        let drill = drill(&world, &lena).await;
        let served = |kind: &str, body: &str| Reply::Bytes(answer_of(&format!("200 OK\r\ncontent-type: {kind}"), body));
        let often = "BEGIN:VEVENT\nDTSTART:20300501T100000\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n";
        let router = answer_of("302 Found\r\nlocation: http://10.0.0.1/\r\ncontent-length: 0", "");
        for (reply, expected) in [
            (Reply::Endless, Trouble::TooLarge),
            (Reply::Bytes(router), Trouble::Private),
            (Reply::Bytes(b"HTTP/1.1 304 Not Modified\r\n\r\n".to_vec()), Trouble::NoAnswer),
            (served("text/html", "<p>"), Trouble::NotACalendar),
            (served("text/calendar", "<p>"), Trouble::NotACalendar),
            (served("text/calendar", "BEGIN:VCALENDAR\r\n"), Trouble::Malformed),
            (Reply::Calendar(often.to_owned() + &busy("2030-05-02", "2030-05-03")), Trouble::TooOften),
        ] {
            let next_door = Served::with(reply.clone()).await;
            assert_eq!(trouble(add(&world.ctx, &lena, drill, &next_door.url).await), expected, "{reply:?}");
        }
        assert_eq!(trouble(add(&world.ctx, &lena, drill, "kalender").await), Trouble::NotAnAddress);
        assert_eq!(trouble(add(&world.ctx, &lena, drill, "http://192.168.178.1/x.ics").await), Trouble::Private);
        assert!(seen(&world, &lena, drill).await.all.is_empty() && may(&world, drill).await.is_empty());
    }

    async fn several_calendars_share_days_up_to_a_few(world: World) {
        let world = near(world);
        let lena = world.member("Lena").await;
        let drill = drill(&world, &lena).await;
        let one = Served::with(Reply::Calendar(busy("2030-05-02", "2030-05-03"))).await;
        let other = Served::with(Reply::Calendar(busy("2030-05-03", "2030-05-04"))).await;
        add(&world.ctx, &lena, drill, &one.url).await.unwrap();
        world.wait(Timestamp::MINUTE).await;
        add(&world.ctx, &lena, drill, &other.url).await.unwrap();
        let twice = add(&world.ctx, &lena, drill, &one.url).await;
        assert!(matches!(twice, Err(Error::Refused(Refusal::Twice))), "{twice:?}");
        assert_eq!(may(&world, drill).await, [2, 3, 4]);
        let first = seen(&world, &lena, drill).await.all[0].id;
        remove(&world.ctx, &lena, drill, first).await.unwrap();
        assert_eq!(may(&world, drill).await, [3, 4], "what the other says stays");
        for n in 1..MOST_IMPORTS {
            add(&world.ctx, &lena, drill, &format!("{}/{n}", one.url)).await.unwrap();
        }
        let more = add(&world.ctx, &lena, drill, &format!("{}/more", one.url)).await;
        assert!(matches!(more, Err(Error::Refused(Refusal::TooMany { most: MOST_IMPORTS }))), "{more:?}");
    }

    async fn days_that_the_owner_blocks_are_not_freed_with_the_calendar(world: World) {
        let world = near(world);
        let lena = world.member("Lena").await;
        let drill = drill(&world, &lena).await;
        let day = Day::parse("2030-05-02").unwrap();
        let closed = bookings::Closeable { period: Period::whole_days(day, day), unit: None };
        bookings::close_days(&world.ctx, &lena, drill, closed, bookings::Closing::Inform, "").await.unwrap();
        let next_door = Served::with(Reply::Calendar(busy("2030-05-02", "2030-05-03"))).await;
        add(&world.ctx, &lena, drill, &next_door.url).await.unwrap();
        remove(&world.ctx, &lena, drill, only(&world, &lena, drill).await.id).await.unwrap();
        assert_eq!(may(&world, drill).await, [2]);
    }

    async fn calendars_are_their_owners_business_and_go_with_them(world: World) {
        let world = near(world);
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let (one, other) = (drill(&world, &lena).await, drill(&world, &lena).await);
        let next_door = Served::with(Reply::Calendar(busy("2030-05-02", "2030-05-03"))).await;
        for listing in [one, other] {
            assert!(matches!(add(&world.ctx, &bea, listing, &next_door.url).await, Err(Error::NotFound)));
            add(&world.ctx, &lena, listing, &next_door.url).await.unwrap();
        }
        let import = only(&world, &lena, one).await.id;
        assert!(matches!(imports(&world.ctx, &bea, one).await, Err(Error::NotFound)));
        assert!(matches!(remove(&world.ctx, &bea, one, import).await, Err(Error::NotFound)));
        assert!(matches!(check(&world.ctx, &bea, one, import).await, Err(Error::NotFound)));
        assert!(matches!(check(&world.ctx, &lena, other, import).await, Err(Error::NotFound)));
        listings::archive(&world.ctx, &lena, one, None).await.unwrap();
        world.wait(Timestamp::HOUR).await;
        assert!(seen(&world, &lena, one).await.all.is_empty(), "an archived thing needs none");
        assert_eq!(only(&world, &lena, other).await.busy_days, 2);
        members::delete_account(&world.ctx, &lena, PASSWORD.into()).await.unwrap();
        let mut tx = world.ctx.db.read().await.unwrap();
        for count in [
            "select count(*) from calendar_import", "select count(*) from calendar_import_day", "select count(*) from slot",
        ] {
            let left = run!(&mut tx, db => sqlx::query_scalar::<_, i64>(count).fetch_one(db)).unwrap();
            assert_eq!(left, 0, "{count}");
        }
    }

    async fn a_calendar_whose_job_was_lost_is_found_by_the_daily_sweep(world: World) {
        let world = near(world);
        let lena = world.member("Lena").await;
        let drill = drill(&world, &lena).await;
        let next_door = Served::with(Reply::Calendar(busy("2030-05-02", "2030-05-03"))).await;
        add(&world.ctx, &lena, drill, &next_door.url).await.unwrap();
        let mut tx = world.ctx.db.write().await.unwrap();
        change!(&mut tx, sqlx::query("delete from job where kind = 'calendar'")).unwrap();
        crate::jobs::queue(&mut tx, world.now(), world.now().plus(Timestamp::DAY), None, &crate::jobs::Job::Sweep).await.unwrap();
        tx.commit().await.unwrap();
        world.wait(23 * Timestamp::HOUR).await;
        assert_eq!(next_door.times(), 1);
        world.wait(Timestamp::HOUR).await;
        assert_eq!((next_door.times(), only(&world, &lena, drill).await.checked_at), (2, world.now()));
        world.wait(Timestamp::HOUR).await;
        assert_eq!(next_door.times(), 3, "and goes on");
    }
}

#[test]
fn pauses_grow_from_an_hour_to_a_day() {
    let hours: Vec<_> = (0..7).map(|failures| pause(failures) / Timestamp::HOUR).collect();
    assert_eq!(hours, [1, 2, 4, 8, 16, 24, 24]);
    assert_eq!((pause(i64::MAX), pause(-1)), (Timestamp::DAY, Timestamp::HOUR));
}
