//! What the tests on both engines share: Lena's drill, Bea who asks, short words for long calls.

pub use super::super::*;
pub use crate::{
    Error, Timestamp,
    bookings::{self, BookingId, Command, RequestDraft},
    listings::{self, ListingId, testing::Thing},
    members::{self, Me},
    notifications::{Letter, MessageNews},
    on_both_engines,
    photos::{self, Size},
    testing::{PASSWORD, World},
};
pub use futures::future::join_all;
pub use uuid::Uuid;

use crate::notifications::Delivery;
use std::io::Cursor as Bytes;

/// Where the drill is, which nobody reads in a conversation.
pub const SECRET: &str = "Eduardstraße 99";

pub async fn drill(world: &World, owner: &Me) -> ListingId {
    let mut thing = Thing::called("Schlagbohrmaschine").at(50.713_21, 7.118_76);
    thing.place.address = SECRET.into();
    thing.place.handover_note = format!("{SECRET}, zweiter Hof");
    thing.publish(&world.ctx, owner).await
}

/// Lena, Bea, and Lena's drill.
pub async fn scene(world: &World) -> (Me, Me, ListingId) {
    let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
    let listing = drill(world, &lena).await;
    (lena, bea, listing)
}

pub fn words(text: &str) -> Draft {
    Draft {
        text: text.into(),
        once: Uuid::new_v4().to_string(),
        ..Draft::default()
    }
}

/// A PNG, 40 by 30.
pub fn picture() -> Vec<u8> {
    let mut bytes = Bytes::new(Vec::new());
    image::DynamicImage::new_rgb8(40, 30)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

pub fn with_pictures(text: &str, count: usize) -> Draft {
    let photo = Upload {
        name: "bild.png".into(),
        bytes: picture(),
    };
    Draft {
        photos: vec![photo; count],
        ..words(text)
    }
}

pub async fn ask_owner(world: &World, who: &Me, listing: ListingId, text: &str) -> ConversationId {
    ask(&world.ctx, who, listing, words(text)).await.unwrap().conversation
}

pub async fn say(world: &World, who: &Me, id: ConversationId, text: &str) -> i64 {
    write(&world.ctx, who, id, words(text)).await.unwrap().seq
}

pub async fn view(world: &World, who: &Me, id: ConversationId) -> ConversationView {
    conversation(&world.ctx, who, id, None).await.unwrap()
}

/// The texts and events of a page, in order: `Hallo` or `(accepted)`.
pub fn lines(entries: &[Entry]) -> Vec<String> {
    entries
        .iter()
        .map(|entry| match entry {
            Entry::Message(message) => message.text.clone(),
            Entry::Happened(happened) => format!("({})", happened.event.name()),
        })
        .collect()
}

pub async fn book(world: &World, who: &Me, listing: ListingId, from: &str, to: &str) -> BookingId {
    let typed = RequestDraft {
        from: from.into(),
        to: to.into(),
        note: "Für ein Regal.".into(),
        once: Uuid::new_v4().to_string(),
        ..RequestDraft::default()
    };
    bookings::request(&world.ctx, who, listing, &typed).await.unwrap()
}

pub async fn act(world: &World, who: &Me, id: BookingId, command: Command) {
    bookings::act(&world.ctx, who, id, command).await.unwrap();
}

pub fn refusal<T: std::fmt::Debug, R: std::fmt::Debug>(answer: Result<T, Error<R>>) -> R {
    match answer {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

/// The letters about unread messages: to whom, and what they tell.
pub fn told(letters: &[Delivery]) -> Vec<(&str, &MessageNews)> {
    letters
        .iter()
        .filter_map(|delivery| match &delivery.letter {
            Letter::Messages(news) => Some((delivery.to.name.as_str(), news)),
            _ => None,
        })
        .collect()
}

pub async fn files(world: &World) -> usize {
    use futures::StreamExt;
    let keys = world.ctx.blobs.keys();
    keys.filter(|key| {
        let private = key.as_ref().is_ok_and(|key| key.starts_with("private/"));
        std::future::ready(private)
    })
    .count()
    .await
}
