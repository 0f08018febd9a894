//! What the two see: what was written, how the moves are to happen, and whether the record is whole.

use super::{
    chain::{self, Flaw},
    model::{Entry, Event, Plans, Refusal},
    rules, store,
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{self, Actor, Booking, BookingId, Move, Party},
    claims,
    db::Tx,
    error::Fault,
    events,
    members::Me,
    photos::{self, Size},
    prices::Late,
    signals,
};
use uuid::Uuid;

/// Everything about the handover and the return of one booking, as one of its two parties sees it. Both sides' entries
/// are in it, so that what was before and what is after can be put side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct Record {
    /// The booking as it stands.
    pub booking: Booking,
    /// The reader's side.
    pub me: Party,
    /// What was written, in order.
    pub entries: Vec<Entry>,
    /// How the moves are to happen.
    pub plans: Plans,
    /// Whether the text of the record is whole. Photos are looked at by [`check`].
    pub whole: Result<(), Flaw>,
    /// Whether the reader is neither of the two, but decides about a claim; they read and write nothing.
    pub judge: bool,
    /// What coming back late came to; nothing while it is still out, because what grows is no record.
    pub late: Option<Late>,
    /// Whether the lender does not want that.
    pub waived: bool,
    /// The instant it is now.
    pub now: Timestamp,
}

impl Record {
    /// What one side wrote about one move, in order.
    pub fn of(&self, what: Move, by: Party) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries
            .iter()
            .filter(move |entry| entry.what == what && entry.by == by)
    }

    /// What was written about one move, in order.
    pub fn about(&self, what: Move) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.what == what)
    }

    /// Whether the reader may write about a move now, and whether that would be late.
    ///
    /// # Errors
    /// Why not.
    pub fn may_write(&self, what: Move) -> Result<bool, Refusal> {
        if self.judge {
            return Err(Refusal::NotYours);
        }
        rules::may_write(&self.booking, what, self.now)
    }

    /// Whether the reader may show a code or enter the other's.
    #[must_use]
    pub fn may_use_code(&self, what: Move) -> bool {
        !self.judge && rules::may_use_code(&self.booking, what, self.me, self.now).is_ok()
    }
}

/// The record of a booking, for its two parties and who decides about a claim, as long as the booking is there.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn of_booking(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Record, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let (booking, judge) = match bookings::store::seen_by(&mut tx, id, me.id).await? {
        Some(booking) => (booking, false),
        None => {
            drop(tx);
            let booking = claims::booking_of_case(ctx, me, id).await?.ok_or(Error::NotFound)?;
            tx = ctx.db.read().await?;
            (booking, true)
        }
    };
    let booking = bookings::rules::as_of(booking, now);
    let party = booking.party(me.id).unwrap_or(Party::Lender);
    let entries = store::entries(&mut tx, booking.key).await?;
    let logged = logged(&mut tx, id).await?;
    let waived = signals::is_waived(&mut tx, id).await?;
    Ok(Record {
        late: booking
            .returned_at
            .and_then(|back| signals::rules::late_fee(&booking, back)),
        waived,
        whole: chain::verify(id, &entries, &logged),
        plans: store::plans(&mut tx, booking.key).await?,
        me: party,
        booking,
        entries,
        judge,
        now,
    })
}

/// The record, and whether all of it is whole: its text, and the files of its photos.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties.
pub async fn check(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Record, Error<Refusal>> {
    let mut record = of_booking(ctx, me, id).await?;
    if record.whole.is_ok() {
        record.whole = files_are_whole(ctx, &record.entries).await?;
    }
    Ok(record)
}

async fn files_are_whole(ctx: &Ctx, entries: &[Entry]) -> Result<Result<(), Flaw>, Fault> {
    for entry in entries {
        for photo in &entry.photos {
            let file = ctx.blobs.get(&photos::private_key(photo.id, Size::Large)).await?;
            if file.is_none_or(|file| chain::digest(&file) != photo.digest) {
                return Ok(Err(Flaw::Photo { entry: entry.seq }));
            }
        }
    }
    Ok(Ok(()))
}

/// Numbers and hashes as the history of the booking has them.
async fn logged(tx: &mut Tx, id: BookingId) -> sqlx::Result<Vec<(i64, String)>> {
    let recorded = events::history::<Event>(tx, id.0).await?;
    Ok(recorded
        .into_iter()
        .filter_map(|recorded| match recorded.event {
            Event::Written { entry, hash, .. } => Some((entry, hash)),
            _ => None,
        })
        .collect())
}

/// One line of what happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happened {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: Actor,
    /// What.
    pub event: Event,
}

/// What happened about the moves of a booking, oldest first, for its two parties.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn history(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Vec<Happened>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let booking = bookings::store::seen_by(&mut tx, id, me.id)
        .await?
        .ok_or(Error::NotFound)?;
    let recorded = events::history::<Event>(&mut tx, id.0).await?;
    Ok(recorded
        .into_iter()
        .map(|r| Happened {
            at: r.at,
            by: r
                .actor
                .and_then(|who| booking.party(who))
                .map_or(Actor::Clock, Actor::from),
            event: r.event,
        })
        .collect())
}

/// The file of a photo, as WebP.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties and who decides about a claim, and for photos that are not in this
/// record.
pub async fn photo(ctx: &Ctx, me: &Me, id: BookingId, photo: Uuid, size: Size) -> Result<Vec<u8>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let key = match bookings::store::key_seen_by(&mut tx, id, me.id).await? {
        Some(key) => key,
        None => {
            drop(tx);
            let booking = claims::booking_of_case(ctx, me, id).await?.ok_or(Error::NotFound)?;
            tx = ctx.db.read().await?;
            booking.key
        }
    };
    if !store::has_photo(&mut tx, key, photo).await? {
        return Err(Error::NotFound);
    }
    drop(tx);
    let file = ctx.blobs.get(&photos::private_key(photo, size)).await?;
    file.ok_or(Error::NotFound)
}
