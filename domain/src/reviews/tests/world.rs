//! What the tests on both engines share: a loan from the request to the return, and short words for long calls.

pub use super::super::{
    rules::{Turn, WRITE_WITHIN},
    *,
};
pub use crate::{
    Error, Lang, Timestamp,
    bookings::{self, BookingId},
    listings::{ListingId, testing::Thing},
    members::{self, Me},
    notifications::{Delivery, Letter, ReviewTurn},
    on_both_engines,
    testing::{PASSWORD, World},
};

use crate::{Day, bookings::RequestDraft};

/// How long after a loan that ended by day somebody is reminded, in microseconds.
pub const REMIND_AFTER: i64 = WRITE_WITHIN / 2;

/// Lena lends a drill to Bea.
pub struct Two {
    pub lena: Me,
    pub bea: Me,
    pub drill: ListingId,
}

pub async fn two(world: &World) -> Two {
    let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
    let drill = Thing::called("Schlagbohrmaschine").publish(&world.ctx, &lena).await;
    Two { lena, bea, drill }
}

pub async fn asked(world: &World, two: &Two) -> BookingId {
    let today: Day = world.ctx.today();
    let typed = RequestDraft {
        from: today.to_string(),
        to: today.to_string(),
        note: String::new(),
        once: uuid::Uuid::new_v4().to_string(),
        ..RequestDraft::default()
    };
    bookings::request(&world.ctx, &two.bea, two.drill, &typed)
        .await
        .unwrap()
}

pub async fn act(world: &World, who: &Me, id: BookingId, command: bookings::Command) {
    bookings::act(&world.ctx, who, id, command).await.unwrap();
}

/// A loan for today: asked for, agreed, handed over, back, confirmed by both.
pub async fn loan(world: &World, two: &Two) -> BookingId {
    use bookings::Command::{Accept, HandOver, Return};
    let id = asked(world, two).await;
    for (who, command) in [
        (&two.lena, Accept),
        (&two.lena, HandOver),
        (&two.bea, HandOver),
        (&two.bea, Return),
        (&two.lena, Return),
    ] {
        act(world, who, id, command).await;
    }
    world.letters().await;
    id
}

pub fn typed(stars: i64, words: &str) -> ReviewDraft {
    ReviewDraft {
        overall: stars.to_string(),
        words: words.into(),
        ..ReviewDraft::default()
    }
}

pub async fn say(world: &World, who: &Me, id: BookingId, stars: i64, words: &str) -> Exchange {
    write(&world.ctx, who, id, &typed(stars, words), Lang::De)
        .await
        .unwrap()
}

pub fn refusal<T: std::fmt::Debug>(answer: Result<T, Error<Refusal>>) -> Refusal {
    match answer {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

pub async fn seen(world: &World, who: &Me, id: BookingId) -> BookingReviews {
    of_booking(&world.ctx, who, id).await.unwrap()
}

pub async fn about(world: &World, what: About) -> Opinions {
    opinions(&world.ctx, what, 1, ON_PAGE).await.unwrap()
}

/// How many stars each gave, what was published last first.
pub fn stars(opinions: &Opinions) -> Vec<i64> {
    opinions.items.iter().map(|o| o.review.overall.number()).collect()
}

/// Whom the letters about reviews went to, and what they are for.
pub fn told(letters: &[Delivery]) -> Vec<(&str, ReviewTurn)> {
    let mut all: Vec<_> = letters
        .iter()
        .filter_map(|d| match &d.letter {
            Letter::Review(news) => Some((d.to.name.as_str(), news.what)),
            _ => None,
        })
        .collect();
    all.sort_by_key(|(name, what)| (*name, what.name()));
    all
}

/// The words and stars of a half, for short comparisons.
pub fn said(half: Option<&Half>) -> Option<(i64, &str)> {
    let review = half?.review.as_ref()?;
    Some((review.overall.number(), review.words.as_str()))
}
