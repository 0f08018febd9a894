//! Writing a message, and noting what was read.

use super::{
    model::{About, ConversationId, Draft, MessageId, Refusal, Reminder},
    rules,
    scene::{self, Door},
    store::{self, MessageRow, Row},
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{BookingId, Person},
    db::Tx,
    jobs::{self, Job},
    listings::ListingId,
    live,
    members::{Me, MemberId},
    photos::{self, Photo},
    secrets,
};

/// A message that was sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sent {
    /// In which conversation.
    pub conversation: ConversationId,
    /// Its number there.
    pub seq: i64,
}

/// What stands on the page on which somebody asks the owner of a listing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asking {
    /// The listing.
    pub listing: ListingId,
    /// What it is called.
    pub title: String,
    /// Whom to ask.
    pub owner: Person,
    /// What the two talk in already: about the listing, or about the booking that is open.
    pub there: Option<ConversationId>,
    /// Why not, if not.
    pub refusal: Option<Refusal>,
}

/// A listing whose owner somebody may want to ask something.
///
/// # Errors
/// [`Error::NotFound`] if it is not to be seen by `me`.
pub async fn asking(ctx: &Ctx, me: &Me, listing: ListingId) -> Result<Asking, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let row = scene::enter(&mut tx, Door::Listing(listing), me.id, now)
        .await?
        .ok_or(Error::NotFound)?;
    let shown = store::listing(&mut tx, listing).await?.ok_or(Error::NotFound)?;
    let owner = store::person(&mut tx, row.owner_id).await?;
    let scene = scene::scene(&mut tx, &row, me.id, now).await?;
    let refusal = rules::may_write(&scene, now).err();
    let there = match refusal {
        Some(Refusal::Moved(booking)) => Some(booking.into()),
        _ => (row.last_seq > 0).then_some(row.id),
    };
    Ok(Asking {
        listing,
        title: shown.title,
        owner: Person {
            id: row.owner_id,
            name: owner.name,
            photo: owner.photo_id,
        },
        there,
        refusal,
    })
}

/// Asks the owner of a listing, or goes on asking. Where the two have a booking of it open, that is where they talk.
///
/// # Errors
/// [`Error::NotFound`] if the listing is not to be seen by `me`; otherwise a [`Refusal`], and nothing was sent.
pub async fn ask(ctx: &Ctx, me: &Me, listing: ListingId, draft: Draft) -> Result<Sent, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let booking = scene::open_booking(&mut tx, listing, me.id, now).await?;
    drop(tx);
    let door = booking.map_or(Door::Listing(listing), |booking: BookingId| {
        Door::Conversation(booking.into())
    });
    send(ctx, me, door, draft).await
}

/// Writes a message. The same form sent twice makes one.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two; otherwise a [`Refusal`], and nothing was sent.
pub async fn write(ctx: &Ctx, me: &Me, id: ConversationId, draft: Draft) -> Result<Sent, Error<Refusal>> {
    send(ctx, me, Door::Conversation(id), draft).await
}

async fn send(ctx: &Ctx, me: &Me, door: Door, draft: Draft) -> Result<Sent, Error<Refusal>> {
    let once = (!draft.once.is_empty()).then(|| secrets::hash(&format!("{} {}", me.id, draft.once)));
    let now = ctx.clock.now();

    // Taking in pictures takes time, so what will not be sent is refused before.
    let mut tx = ctx.db.read().await?;
    let row = scene::enter(&mut tx, door, me.id, now).await?.ok_or(Error::NotFound)?;
    if let Some(sent) = sent_before(&mut tx, &row, once.as_deref()).await? {
        return Ok(sent);
    }
    let scene = scene::scene(&mut tx, &row, me.id, now).await?;
    rules::decide(&scene, &draft.text, draft.photos.len(), now).map_err(Error::Refused)?;
    drop(tx);

    let photos = photos::take_in_all_private(ctx, draft.photos).await?;
    let photos = photos.map_err(|photos::Rejected { name, why }| Error::Refused(Refusal::NotAPhoto { name, why }))?;
    let kept = keep(ctx, me, door, &draft.text, &photos, once.as_deref()).await;
    if !matches!(kept, Ok((_, true))) {
        photos::forget_all(ctx, &photos).await?;
    }
    kept.map(|(sent, _)| sent)
}

async fn sent_before(tx: &mut Tx, row: &Row, once: Option<&str>) -> sqlx::Result<Option<Sent>> {
    let Some(once) = once else { return Ok(None) };
    let seq = store::made_once(tx, row.id, once).await?;
    Ok(seq.map(|seq| Sent {
        conversation: row.id,
        seq,
    }))
}

/// Keeps a message: which, and whether it is new.
async fn keep(
    ctx: &Ctx,
    me: &Me,
    door: Door,
    text: &str,
    photos: &[Photo],
    once: Option<&str>,
) -> Result<(Sent, bool), Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let row = scene::enter(&mut tx, door, me.id, now).await?.ok_or(Error::NotFound)?;
    let row = begin(&mut tx, row, now).await?;
    let seq = store::next_number(&mut tx, row.id, now).await?;
    // From here on nobody else writes in this conversation, so what is read now holds.
    if let Some(sent) = sent_before(&mut tx, &row, once).await? {
        return Ok((sent, false));
    }
    let row = Row {
        last_seq: seq - 1,
        ..row
    };
    let scene = scene::scene(&mut tx, &row, me.id, now).await?;
    let body = rules::decide(&scene, text, photos.len(), now).map_err(Error::Refused)?;
    let message = MessageRow {
        seq,
        id: MessageId::at(now),
        author_id: me.id,
        body,
        created_at: now,
    };
    store::insert(&mut tx, row.id, &message, once).await?;
    for (position, photo) in (0..).zip(photos) {
        store::insert_photo(&mut tx, row.id, seq, position, photo).await?;
    }
    let kept: Vec<_> = photos.iter().map(|photo| photo.id).collect();
    photos::keep_for_good(&mut tx, &kept).await?;
    let other = row.other(me.id);
    store::heard(&mut tx, row.id, other, seq).await?;
    plan_letter(&mut tx, row.id, other, now).await?;
    live::announce(&mut tx, row.id.0).await?;
    tx.commit().await?;
    ctx.live.tell(row.id.0);
    let sent = Sent {
        conversation: row.id,
        seq,
    };
    Ok((sent, true))
}

/// Sees to it that the conversation is there. Two who begin the same one at the same moment both go on with the one that
/// came first.
async fn begin(tx: &mut Tx, row: Row, now: Timestamp) -> sqlx::Result<Row> {
    if row.last_seq > 0 || row.asker_id == row.owner_id {
        return Ok(row);
    }
    store::begin(tx, &row, now).await?;
    let row = match row.about() {
        About::Listing(listing) => store::asked(tx, listing, row.asker_id).await?.unwrap_or(row),
        About::Booking(_) => row,
    };
    for member in [row.asker_id, row.owner_id] {
        store::begin_side(tx, row.id, member).await?;
    }
    Ok(row)
}

async fn plan_letter(tx: &mut Tx, conversation: ConversationId, member: MemberId, now: Timestamp) -> sqlx::Result<()> {
    let progress = store::progress(tx, conversation, member).await?.unwrap_or_default();
    let Some(at) = rules::letter_plan(&progress, now) else {
        return Ok(());
    };
    store::plan_letter(tx, conversation, member, Some(at)).await?;
    let reminder = Reminder { conversation, member };
    jobs::queue(tx, now, at, None, &Job::Messages(reminder)).await
}

/// Notes that the messages up to number `seq` were shown to `me`. Nobody else ever learns it. Conversations of others and
/// numbers that do not exist change nothing.
///
/// # Errors
/// When the database refuses.
pub async fn mark_read(ctx: &Ctx, me: &Me, id: ConversationId, seq: i64) -> Result<(), Error<Refusal>> {
    if seq <= 0 {
        return Ok(());
    }
    let mut tx = ctx.db.write().await?;
    if store::read(&mut tx, id, me.id, seq).await? {
        tx.commit().await?;
    }
    Ok(())
}
