//! What the tests on both engines share: Lena's drill, neighbours, short words for long calls.

pub use super::super::*;
pub use crate::{
    Day, Error, Timestamp,
    listings::ListingId,
    members::Me,
    notifications::{BookingTurn, Letter},
    on_both_engines,
    testing::World,
};
pub use futures::future::join_all;
pub use uuid::Uuid;

use crate::{
    Lang,
    availability::{EVERY_UNIT, Exception, store as calendar},
    listings::testing::Thing,
    members::{MemberId, Role, SessionId},
    notifications::Delivery,
};

pub const EXACT: (f64, f64) = (50.713_21, 7.118_76);

/// Lena's drill, published, lent every day from today on for up to two weeks.
pub async fn drill(world: &World, owner: &Me) -> ListingId {
    let mut thing = Thing::called("Schlagbohrmaschine").at(EXACT.0, EXACT.1);
    thing.details.condition = "good".into();
    thing.details.house_rules = "Nicht im Regen.".into();
    thing.details.accessories = "Koffer".into();
    thing.details.replacement = "90".into();
    thing.place.address = "Eduardstraße 99".into();
    thing.place.handover_note = "Zweiter Hof, bei „Werkstatt“ klingeln".into();
    thing.publish(&world.ctx, owner).await
}

/// Changes one column of a listing, as its owner would.
pub async fn change_listing(world: &World, listing: ListingId, sql: &'static str) {
    let mut tx = world.ctx.db.write().await.unwrap();
    change!(&mut tx, sqlx::query(sql).bind(listing)).unwrap();
    tx.commit().await.unwrap();
}

/// Closes a day of all units, as its owner would.
pub async fn block(world: &World, listing: ListingId, day: &str) {
    let mut tx = world.ctx.db.write().await.unwrap();
    let day = Day::parse(day).unwrap();
    let (unit, open) = (EVERY_UNIT, false);
    calendar::except(&mut tx, listing, Exception { day, unit, open })
        .await
        .unwrap();
    let basis = calendar::basis(&mut tx, listing).await.unwrap();
    calendar::derive(&mut tx, &basis, (day, day)).await.unwrap();
    tx.commit().await.unwrap();
}

pub async fn held(world: &World, listing: ListingId) -> Vec<String> {
    let mut tx = world.ctx.db.read().await.unwrap();
    let days =
        run!(&mut tx, db => sqlx::query_scalar::<_, Day>("select slot from slot where listing_id = $1 order by slot")
        .bind(listing).fetch_all(db))
        .unwrap();
    days.iter().map(ToString::to_string).collect()
}

/// Members without the slow parts of signing up.
pub async fn crowd(world: &World, count: u32) -> Vec<Me> {
    crowd_named(world, count, "n").await
}

/// Others than those of another name.
pub async fn crowd_named(world: &World, count: u32, name: &str) -> Vec<Me> {
    let mut tx = world.ctx.db.write().await.unwrap();
    let mut all = Vec::new();
    for n in 0..count {
        let (id, email) = (MemberId::at(world.now()), format!("{name}{n}@example.org"));
        change!(
            &mut tx,
            sqlx::query("insert into member (id, email, name, created_at, verified_at) values ($1, $2, $3, $4, $4)")
                .bind(id)
                .bind(&email)
                .bind(format!("{name}{n}"))
                .bind(world.now())
        )
        .unwrap();
        all.push(Me {
            id,
            session: SessionId(Uuid::nil()),
            name: format!("{name}{n}"),
            email,
            lang: Lang::De,
            role: Role::Member,
            lat: None,
            lon: None,
            place_name: None,
            seen_at: world.now(),
        });
    }
    tx.commit().await.unwrap();
    all
}

pub fn typed(from: &str, to: &str) -> RequestDraft {
    RequestDraft {
        from: from.into(),
        to: to.into(),
        note: "Für ein Regal.".into(),
        once: Uuid::new_v4().to_string(),
        ..RequestDraft::default()
    }
}

pub async fn ask(world: &World, who: &Me, listing: ListingId, from: &str, to: &str) -> BookingId {
    request(&world.ctx, who, listing, &typed(from, to)).await.unwrap()
}

pub async fn seen(world: &World, who: &Me, id: BookingId) -> BookingView {
    booking_seen_by(&world.ctx, who, id).await.unwrap()
}

pub fn refusal<T: std::fmt::Debug>(answer: Result<T, Error<Refusal>>) -> Refusal {
    match answer {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

/// Whom the letters went to, and what they tell.
pub fn told(letters: &[Delivery]) -> Vec<(&str, BookingTurn)> {
    let mut all: Vec<_> = letters
        .iter()
        .filter_map(|d| match &d.letter {
            Letter::Booking(news) => Some((d.to.name.as_str(), news.what)),
            _ => None,
        })
        .collect();
    all.sort_by_key(|(name, what)| (*name, what.name()));
    all
}

pub fn because(words: &str) -> Command {
    Command::Cancel {
        reason: words.into(),
        seen: None,
    }
}

pub async fn jobs_waiting(world: &World) -> i64 {
    let mut tx = world.ctx.db.read().await.unwrap();
    run!(&mut tx, db => sqlx::query_scalar::<_, i64>("select count(*) from job where kind <> 'review'").fetch_one(db))
        .unwrap()
}
