//! What a conversation is at this moment, as the rules want it: also before its first message.

use super::{
    model::{About, ConversationId, Side},
    rules::{BEGUN_WITHIN, SENT_WITHIN, Scene, Stage},
    store::{self, Row},
};
use crate::{
    Timestamp,
    bookings::{self, BookingId},
    db::Tx,
    error::Fault,
    listings::{self, ListingId},
    members::{self, MemberId},
};

/// Where somebody comes in.
#[derive(Clone, Copy, Debug)]
pub enum Door {
    /// At the conversation itself.
    Conversation(ConversationId),
    /// At a listing, to ask its owner.
    Listing(ListingId),
}

/// The conversation behind a door, for `me`; `None` if there is none for them. One that has not begun yet is made up: a
/// booking has its own, and whoever may see a listing can ask its owner, who may be themselves.
pub async fn enter(tx: &mut Tx, door: Door, me: MemberId, now: Timestamp) -> Result<Option<Row>, Fault> {
    match door {
        Door::Conversation(id) => {
            if let Some(row) = store::seen_by(tx, id, me).await? {
                return Ok(Some(row));
            }
            let booking = bookings::store::seen_by(tx, BookingId(id.0), me).await?;
            Ok(booking.map(|booking| Row {
                id,
                listing_id: booking.key.listing,
                booking_id: Some(booking.key.id),
                asker_id: booking.borrower,
                owner_id: booking.lender,
                last_seq: 0,
            }))
        }
        Door::Listing(id) => {
            if let Some(row) = store::asked(tx, id, me).await? {
                return Ok(Some(row));
            }
            let Some(listing) = store::listing(tx, id).await? else {
                return Ok(None);
            };
            let shown = listing.state == listings::State::Published
                || listing.owner_id == me
                || open_booking(tx, id, me, now).await?.is_some();
            Ok(shown.then(|| Row {
                id: ConversationId::at(now),
                listing_id: id,
                booking_id: None,
                asker_id: me,
                owner_id: listing.owner_id,
                last_seq: 0,
            }))
        }
    }
}

/// The booking of a listing that a member has open, the next to begin.
pub async fn open_booking(
    tx: &mut Tx,
    listing: ListingId,
    borrower: MemberId,
    now: Timestamp,
) -> Result<Option<BookingId>, Fault> {
    let open = bookings::store::open_bookings_of(tx, listing, borrower).await?;
    Ok(open
        .into_iter()
        .map(|booking| bookings::rules::as_of(booking, now))
        .find(|booking| booking.state.is_open())
        .map(|booking| booking.key.id))
}

impl Row {
    /// On which side `me` is.
    pub fn side(&self, me: MemberId) -> Side {
        if me == self.owner_id { Side::Owner } else { Side::Asker }
    }

    /// The one across the table.
    pub fn other(&self, me: MemberId) -> MemberId {
        match self.side(me) {
            Side::Owner => self.asker_id,
            Side::Asker => self.owner_id,
        }
    }
}

/// Everything that the rules ask about a message of `me`.
pub async fn scene(tx: &mut Tx, row: &Row, me: MemberId, now: Timestamp) -> Result<Scene, Fault> {
    let other = row.other(me);
    let stage = match row.about() {
        About::Listing(id) => Stage::Listing {
            // A draft has no conversations.
            state: store::listing(tx, id)
                .await?
                .map_or(listings::State::Draft, |l| l.state),
            begins: row.last_seq == 0,
            booking: open_booking(tx, id, row.asker_id, now).await?,
        },
        About::Booking(key) => {
            let booking = bookings::store::by_key(tx, key).await?.ok_or_else(|| Fault::Row {
                table: "conversation",
                id: row.id.to_string(),
                what: "its booking is not there".into(),
            })?;
            let booking = bookings::rules::as_of(booking, now);
            Stage::Booking {
                state: booking.state,
                ended_at: booking.ended_at,
            }
        }
    };
    Ok(Scene {
        stage,
        me: row.side(me),
        gone: store::person(tx, other).await?.deleted_at.is_some(),
        blocked: members::stands_between(tx, me, other).await?,
        sent: store::sent_since(tx, me, now.plus(-SENT_WITHIN)).await?,
        begun: store::begun_since(tx, me, now.plus(-BEGUN_WITHIN)).await?,
    })
}
