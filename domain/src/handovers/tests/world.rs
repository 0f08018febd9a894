//! What the tests on both engines share: Lena's drill, Bea who has it for two days, short words for long calls.

pub use super::super::{chain::Flaw, *};
pub use crate::{
    Error, Timestamp,
    bookings::{self, BookingId, Custody, Move, Party, RequestDraft, State},
    forms::Upload,
    listings::testing::Thing,
    members::{self, Me},
    notifications::{BookingTurn, Delivery, Letter},
    on_both_engines,
    photos::{self, Size},
    testing::{PASSWORD, World},
};
pub use futures::future::join_all;
pub use uuid::Uuid;

use std::io::Cursor;

/// Lena, Bea, and Bea's loan of Lena's drill from tomorrow on, agreed.
pub async fn scene(world: &World) -> (Me, Me, BookingId) {
    let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
    let mut thing = Thing::called("Schlagbohrmaschine");
    thing.details.accessories = "Koffer\nBohrer".into();
    thing.details.checklist = "Akku voll".into();
    let listing = thing.publish(&world.ctx, &lena).await;
    let typed = RequestDraft {
        from: "2030-04-30".into(),
        to: "2030-05-01".into(),
        note: "Für ein Regal.".into(),
        once: Uuid::new_v4().to_string(),
        ..RequestDraft::default()
    };
    let booking = bookings::request(&world.ctx, &bea, listing, &typed).await.unwrap();
    act(world, &lena, booking, bookings::Command::Accept).await;
    world.letters().await;
    (lena, bea, booking)
}

pub async fn act(world: &World, who: &Me, id: BookingId, command: bookings::Command) {
    bookings::act(&world.ctx, who, id, command).await.unwrap();
}

/// A PNG, 40 by 30, of a colour.
pub fn picture(red: u8) -> Upload {
    let mut bytes = Cursor::new(Vec::new());
    let pixels = image::RgbImage::from_pixel(40, 30, image::Rgb([red, 90, 60]));
    image::DynamicImage::ImageRgb8(pixels)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    Upload {
        name: "bild.png".into(),
        bytes: bytes.into_inner(),
    }
}

pub fn draft(note: &str, found: &[(usize, &str)], photos: Vec<Upload>) -> Draft {
    Draft {
        note: note.into(),
        found: found.iter().map(|(at, typed)| (*at, (*typed).to_owned())).collect(),
        photos,
        once: Uuid::new_v4().to_string(),
    }
}

pub async fn note(world: &World, who: &Me, id: BookingId, what: Move, words: &str) -> i64 {
    write(&world.ctx, who, id, what, draft(words, &[], Vec::new()))
        .await
        .unwrap()
}

pub async fn record(world: &World, who: &Me, id: BookingId) -> Record {
    check(&world.ctx, who, id).await.unwrap()
}

pub fn refusal<T: std::fmt::Debug, R: std::fmt::Debug>(answer: Result<T, Error<R>>) -> R {
    match answer {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

/// Whom the letters about bookings went to, and what they tell.
pub fn told(letters: &[Delivery]) -> Vec<(&str, BookingTurn, &str)> {
    letters
        .iter()
        .filter_map(|delivery| match &delivery.letter {
            Letter::Booking(news) => Some((delivery.to.name.as_str(), news.what, news.words.as_str())),
            _ => None,
        })
        .collect()
}

/// How many private files there are.
pub async fn files(world: &World) -> usize {
    use futures::StreamExt;
    let keys = world.ctx.blobs.keys();
    keys.filter(|key| std::future::ready(key.as_ref().is_ok_and(|key| key.starts_with("private/"))))
        .count()
        .await
}

/// Changes rows behind the back of everybody.
pub async fn tamper(world: &World, sql: &'static str) {
    let mut tx = world.ctx.db.write().await.unwrap();
    assert!(change!(&mut tx, sqlx::query(sql)).unwrap() > 0, "{sql}");
    tx.commit().await.unwrap();
}
