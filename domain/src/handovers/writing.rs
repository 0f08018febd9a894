//! Writing down in what state it is.

use super::{
    chain,
    model::{Draft, Entry, Event, Photo, Refusal},
    rules, store,
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{self, Booking, BookingId, BookingKey, Move, Party},
    db::Tx,
    error::Fault,
    events, live,
    members::{Me, MemberId},
    photos::{self, Size},
    secrets,
};

/// Keeps an entry: its number. The same form sent twice makes one.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties; otherwise a [`Refusal`], and nothing was kept.
pub async fn write(ctx: &Ctx, me: &Me, id: BookingId, what: Move, draft: Draft) -> Result<i64, Error<Refusal>> {
    let now = ctx.clock.now();
    // Hashing photos takes a while as well.
    let who = me.id;
    let (once, draft) = tokio::task::spawn_blocking(move || (once_key(who, what, &draft), draft)).await?;

    // Taking in photos takes time, so what will not be kept is refused before.
    let mut tx = ctx.db.read().await?;
    let booking = bookings::store::seen_by(&mut tx, id, me.id)
        .await?
        .ok_or(Error::NotFound)?;
    let booking = bookings::rules::as_of(booking, now);
    let party = booking.party(me.id).ok_or(Error::NotFound)?;
    if let Some(seq) = kept_before(&mut tx, booking.key, once.as_deref()).await? {
        return Ok(seq);
    }
    let mine = store::count(&mut tx, booking.key, what, party).await?;
    rules::decide(&booking, what, mine, &draft, draft.photos.len(), now).map_err(Error::Refused)?;
    drop(tx);

    let mut draft = draft;
    let taken = photos::take_in_all_private(ctx, std::mem::take(&mut draft.photos)).await?;
    let taken = taken.map_err(|photos::Rejected { name, why }| Error::Refused(Refusal::NotAPhoto { name, why }))?;
    let kept = match with_digests(ctx, &taken).await {
        Ok(photos) => keep(ctx, me, id, what, &draft, photos, once.as_deref()).await,
        Err(fault) => Err(fault.into()),
    };
    if !matches!(kept, Ok((_, true))) {
        photos::forget_all(ctx, &taken).await?;
    }
    kept.map(|(seq, _)| seq)
}

/// What names a form and all that it held: sent twice, it is one entry. Somebody who goes on writing in a form whose answer
/// was lost sends another, and that is another entry.
fn once_key(who: MemberId, what: Move, draft: &Draft) -> Option<String> {
    if draft.once.is_empty() {
        return None;
    }
    let photos: Vec<String> = draft.photos.iter().map(|photo| chain::digest(&photo.bytes)).collect();
    let held = format!(
        "{who} {} {} {:?} {photos:?} {}",
        what.name(),
        draft.once,
        draft.found,
        draft.note
    );
    Some(secrets::hash(&held))
}

async fn kept_before(tx: &mut Tx, key: BookingKey, once: Option<&str>) -> sqlx::Result<Option<i64>> {
    match once {
        Some(once) => store::made_once(tx, key, once).await,
        None => Ok(None),
    }
}

/// The photos with the hashes of their largest files as they lie in the store.
async fn with_digests(ctx: &Ctx, taken: &[photos::Photo]) -> Result<Vec<Photo>, Fault> {
    let mut all = Vec::with_capacity(taken.len());
    for photo in taken {
        let file = ctx.blobs.get(&photos::private_key(photo.id, Size::Large)).await?;
        let file = file.ok_or_else(|| Fault::Other(format!("photo {} is not where it was put", photo.id)))?;
        all.push(Photo {
            id: photo.id,
            width: photo.width,
            height: photo.height,
            thumbhash: photo.thumbhash.clone(),
            digest: chain::digest(&file),
        });
    }
    Ok(all)
}

/// Keeps an entry: its number, and whether it is new.
async fn keep(
    ctx: &Ctx,
    me: &Me,
    id: BookingId,
    what: Move,
    draft: &Draft,
    photos: Vec<Photo>,
    once: Option<&str>,
) -> Result<(i64, bool), Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (booking, party) = bookings::in_turn(&mut tx, me, id, now)
        .await
        .map_err(|error| error.map_refusal(Refusal::Booking))?;
    // From here on nobody else writes about this booking, so what is read now holds.
    if let Some(seq) = kept_before(&mut tx, booking.key, once).await? {
        return Ok((seq, false));
    }
    let mine = store::count(&mut tx, booking.key, what, party).await?;
    let written = rules::decide(&booking, what, mine, draft, photos.len(), now).map_err(Error::Refused)?;
    let entry = Entry {
        seq: 0,
        what,
        by: party,
        author: me.id,
        late: written.late,
        items: written.items,
        note: written.note,
        photos,
        at: now,
        previous: String::new(),
        hash: String::new(),
    };
    let seq = append(&mut tx, &booking, party, entry, once, now).await?;
    tx.commit().await?;
    ctx.live.tell(id.0);
    Ok((seq, true))
}

async fn append(
    tx: &mut Tx,
    booking: &Booking,
    party: Party,
    entry: Entry,
    once: Option<&str>,
    now: Timestamp,
) -> Result<i64, Fault> {
    let key = booking.key;
    let last = store::last(tx, key).await?;
    let seq = last.as_ref().map_or(0, |(seq, _)| *seq) + 1;
    let entry = chain::sealed(
        key.id,
        Entry { seq, ..entry },
        last.as_ref().map(|(_, hash)| hash.as_str()),
    );
    store::insert(tx, key, &entry, once).await?;
    let kept: Vec<_> = entry.photos.iter().map(|photo| photo.id).collect();
    photos::keep_for_good(tx, &kept).await?;
    let event = Event::Written {
        what: entry.what,
        by: party,
        entry: seq,
        late: entry.late,
        bad: entry.bad().count(),
        photos: entry.photos.len(),
        hash: entry.hash.clone(),
    };
    events::append(tx, key.id.0, now, Some(entry.author), &event).await?;
    live::announce(tx, key.id.0).await?;
    Ok(seq)
}
