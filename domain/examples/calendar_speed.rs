//! Prints how long the calendar of a year takes, in microseconds:
//! `cargo run --release -p domain --features test-support --example calendar_speed`. The aim is 10 ms for the fullest.
//!
//! First the rules alone, with everything in memory; then with the rows of an SQLite file that a year of loans has filled.

use domain::{
    Day,
    availability::{
        self, Diary, EVERY_UNIT, Exception, Exceptions, Grain, Held, Occupied, Period, Plan, SlotReason, WeekHours,
    },
    bookings::{self, RequestDraft},
    listings::{public_listing, testing::Thing},
    testing::{Engine, START, World},
};
use jiff::tz::TimeZone;
use std::{hint::black_box, time::Instant};

/// How often each is timed; the quickest counts, as all others were disturbed.
const ROUNDS: u32 = 50;
/// The days of a year and a month: as far as the page of a thing looks.
const DAYS: i64 = 400;

#[tokio::main]
async fn main() {
    let zone = TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC);
    let today = START.day_in(&zone);
    let evenings = (17..21).fold(0, |bits, hour| bits | 1_u32 << hour);
    let by_the_hour = Plan {
        grain: Grain::Hour,
        hours: WeekHours([evenings; 7]),
        buffer: 1,
        longest: 48,
        ..Plan::USUAL
    };
    let week = Plan {
        shortest: 3,
        stays_out: true,
        ..Plan::USUAL
    };
    for (what, plan, units, every) in [
        ("by the day, nothing held", Plan::USUAL, 1, 0),
        ("by the day, 50 units, every other day held", Plan::USUAL, 50, 2),
        (
            "by the day, three at least, 50 units, every day held but one unit",
            week,
            50,
            1,
        ),
        ("by the hour, nothing held", by_the_hour, 1, 0),
        ("by the hour, 50 units, every other hour held", by_the_hour, 50, 2),
        ("by the hour, 50 units, every hour held", by_the_hour, 50, 1),
    ] {
        let diary = full(plan, units, every, today, &zone);
        let micros = quickest(|| {
            black_box(black_box(&diary).calendar((today, today.plus(DAYS)), START));
        });
        println!("{what:68} {micros:>8} µs");
    }
    rows().await;
}

/// A diary in which every so-and-so-many slot of all units is held; 0 is none.
fn full(plan: Plan, units: i64, every: i64, today: Day, zone: &TimeZone) -> Diary {
    let all = match plan.grain {
        Grain::Day => Period::whole_days(today, today.plus(DAYS)),
        Grain::Hour => Period::by_the_hour(today, 0, today.plus(DAYS), 24),
    };
    let slots = all.slots(zone).filter(|slot| every > 0 && slot % every == 0);
    let held: Vec<Occupied> = slots
        .flat_map(|slot| {
            (0..units).map(move |unit| Occupied {
                unit,
                slot,
                reason: SlotReason::Booking,
            })
        })
        .collect();
    let days = (0..20).map(|n| Exception {
        day: today.plus(n * 17),
        unit: EVERY_UNIT,
        open: n % 2 == 0,
    });
    Diary {
        plan,
        units,
        exceptions: Exceptions::from_iter(days),
        held: Held::from_iter(held),
        zone: zone.clone(),
        parts: Vec::new(),
    }
}

fn quickest(mut work: impl FnMut()) -> u128 {
    let times = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_micros()
    });
    times.min().unwrap_or(0)
}

/// The same from the rows of a listing of several units that are lent every evening of the year.
async fn rows() {
    let mut world = World::on(Engine::Sqlite).await;
    world.without_quotas();
    let lena = world.member("Lena").await;
    let mut thing = Thing::called("Lastenrad");
    thing.times.grain = "hour".into();
    thing.times.preset_hours = "evenings".into();
    thing.times.buffer_hours = "1".into();
    thing.times.units = "5".into();
    thing.times.instant = "yes".into();
    let id = thing.publish(&world.ctx, &lena).await;
    let today = world.ctx.today();
    let mut loans = 0;
    for name in ["Bea", "Hassan", "Olga", "Jonas"] {
        let member = world.member(name).await;
        for day in today.plus(1).to(today.plus(360)) {
            let draft = RequestDraft {
                from: day.to_string(),
                from_hour: "17".into(),
                to_hour: "20".into(),
                ..RequestDraft::default()
            };
            loans += i64::from(bookings::request(&world.ctx, &member, id, &draft).await.is_ok());
        }
    }
    let listing = public_listing(&world.ctx, None, id).await.expect("a listing");
    let mut quickest = u128::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let days = availability::calendar(&world.ctx, &listing, today, today.plus(DAYS))
            .await
            .expect("a calendar");
        quickest = quickest.min(start.elapsed().as_micros());
        black_box(days);
    }
    let what = format!("from an SQLite file: by the hour, 5 units, {loans} loans");
    println!("{what:68} {quickest:>8} µs");
}
