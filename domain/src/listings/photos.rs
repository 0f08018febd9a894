//! The photos of a listing. Their pixels are taken in before the transaction, as that takes time.

use super::{
    changes::listing_changed,
    model::{Event, ListingId, State, Step},
    store,
    views::{Listing, Photo},
};
use crate::{
    Ctx, Error, Timestamp,
    db::Tx,
    error::Fault,
    events,
    forms::{Check, FieldError},
    jobs::{self, Job},
    members::Me,
    photos::{self, NotAPhoto, Size},
};
use uuid::Uuid;

/// Most photos of one listing.
pub const MOST_PHOTOS: usize = 12;
/// Most characters of an alternative text.
pub const LONGEST_ALT: usize = 250;

/// Why photos stay as they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PhotoRefusal {
    /// The file is no photo for us.
    NotAPhoto(NotAPhoto),
    /// There are [`MOST_PHOTOS`] already.
    TooMany,
    /// The alternative text does not fit.
    Invalid(Vec<FieldError>),
    /// The listing is archived.
    NotNow,
}

/// Adds a photo at the end.
///
/// # Errors
/// [`PhotoRefusal::NotAPhoto`], [`PhotoRefusal::TooMany`]; [`Error::NotFound`] for others' listings.
pub async fn add_photo(ctx: &Ctx, me: &Me, id: ListingId, bytes: Vec<u8>) -> Result<Photo, Error<PhotoRefusal>> {
    let mut tx = ctx.db.read().await?;
    open(&mut tx, me, id, ctx.clock.now())
        .await
        .and_then(|listing| room(&listing))?;
    drop(tx);
    let taken = match photos::take_in(ctx, bytes).await? {
        Ok(taken) => taken,
        Err(why) => return Err(Error::Refused(PhotoRefusal::NotAPhoto(why))),
    };
    let photo = Photo {
        id: taken.id,
        alt: String::new(),
        width: taken.width,
        height: taken.height,
        thumbhash: taken.thumbhash,
    };
    let added = change(ctx, me, id, |listing| {
        room(listing)?;
        let mut all = listing.photos.clone();
        all.push(photo.clone());
        Ok(all)
    })
    .await;
    if let Err(error) = added {
        photos::forget(ctx, photo.id).await?;
        return Err(error);
    }
    Ok(photo)
}

/// Adds copies of photos that lie in the store already, with what can be seen on them.
///
/// # Errors
/// [`PhotoRefusal::TooMany`]; [`Error::NotFound`] for others' listings.
pub async fn add_copies(ctx: &Ctx, me: &Me, id: ListingId, photos: &[Photo]) -> Result<(), Error<PhotoRefusal>> {
    let copies = copies_of(ctx, photos).await?;
    change(ctx, me, id, |listing| {
        let mut all = listing.photos.clone();
        all.extend(copies);
        if all.len() > MOST_PHOTOS {
            Err(Error::Refused(PhotoRefusal::TooMany))
        } else {
            Ok(all)
        }
    })
    .await
}

/// Says what can be seen on a photo.
///
/// # Errors
/// [`PhotoRefusal::Invalid`] with field `alt`; [`Error::NotFound`] for others' listings and photos not on it.
pub async fn describe_photo(
    ctx: &Ctx,
    me: &Me,
    id: ListingId,
    photo: Uuid,
    typed: &str,
) -> Result<(), Error<PhotoRefusal>> {
    let mut check = Check::default();
    let alt = check.text("alt", typed, 0, LONGEST_ALT).replace(['\n', '\t'], " ");
    let alt = check
        .finish(alt)
        .map_err(|errors| Error::Refused(PhotoRefusal::Invalid(errors)))?;
    change(ctx, me, id, |listing| {
        let at = place_of(listing, photo)?;
        let mut all = listing.photos.clone();
        all[at].alt = alt;
        Ok(all)
    })
    .await
}

/// Moves a photo by so many places towards the front (negative) or the end; it stops there. The first is the cover.
///
/// # Errors
/// [`Error::NotFound`] for others' listings and photos not on it.
pub async fn move_photo(ctx: &Ctx, me: &Me, id: ListingId, photo: Uuid, by: i64) -> Result<(), Error<PhotoRefusal>> {
    change(ctx, me, id, |listing| {
        let at = place_of(listing, photo)?;
        Ok(moved(&listing.photos, at, by))
    })
    .await
}

/// Removes a photo, and its files.
///
/// # Errors
/// [`Error::NotFound`] for others' listings and photos not on it.
pub async fn remove_photo(ctx: &Ctx, me: &Me, id: ListingId, photo: Uuid) -> Result<(), Error<PhotoRefusal>> {
    change(ctx, me, id, |listing| {
        let at = place_of(listing, photo)?;
        let mut all = listing.photos.clone();
        all.remove(at);
        Ok(all)
    })
    .await
}

/// The list with the one at `at` moved by so many places.
fn moved<T: Clone>(all: &[T], at: usize, by: i64) -> Vec<T> {
    let mut all = all.to_vec();
    let one = all.remove(at);
    let to = i64::try_from(at)
        .unwrap_or(0)
        .saturating_add(by)
        .clamp(0, i64::try_from(all.len()).unwrap_or(0));
    all.insert(usize::try_from(to).unwrap_or(0), one);
    all
}

async fn open(tx: &mut Tx, me: &Me, id: ListingId, now: Timestamp) -> Result<Listing, Error<PhotoRefusal>> {
    let listing = store::whole(tx, me.id, id, now).await?.ok_or(Error::NotFound)?;
    if listing.state == State::Archived {
        return Err(Error::Refused(PhotoRefusal::NotNow));
    }
    Ok(listing)
}

fn room(listing: &Listing) -> Result<(), Error<PhotoRefusal>> {
    if listing.photos.len() < MOST_PHOTOS {
        Ok(())
    } else {
        Err(Error::Refused(PhotoRefusal::TooMany))
    }
}

fn place_of(listing: &Listing, photo: Uuid) -> Result<usize, Error<PhotoRefusal>> {
    listing.photos.iter().position(|p| p.id == photo).ok_or(Error::NotFound)
}

async fn change(
    ctx: &Ctx,
    me: &Me,
    id: ListingId,
    with: impl FnOnce(&Listing) -> Result<Vec<Photo>, Error<PhotoRefusal>>,
) -> Result<(), Error<PhotoRefusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    // Counting the change first makes others wait, so that photos sent at the same time all find their place.
    if !store::touch(&mut tx, me.id, id, now).await? {
        return Err(Error::NotFound);
    }
    let listing = open(&mut tx, me, id, now).await?;
    let next = with(&listing)?;
    if next == listing.photos {
        return Ok(());
    }
    for gone in listing
        .photos
        .iter()
        .filter(|p| !next.iter().any(|kept| kept.id == p.id))
    {
        forget_later(&mut tx, now, gone.id).await?;
    }
    store::set_photos(&mut tx, id, &next).await?;
    events::append(&mut tx, id.0, now, Some(me.id), &Event::Edited { step: Step::Photos }).await?;
    if listing.state != State::Draft {
        listing_changed(&mut tx, id).await?;
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Removes the files of a photo once the transaction that drops it is committed.
pub(super) async fn forget_later(tx: &mut Tx, now: Timestamp, photo: Uuid) -> sqlx::Result<()> {
    jobs::queue(tx, now, now, None, &Job::ForgetPhoto { photo }).await
}

/// The same photos under ids of their own, so that each listing can lose its photos without the other. One whose files
/// are gone meanwhile is left out.
pub(super) async fn copies_of(ctx: &Ctx, all: &[Photo]) -> Result<Vec<Photo>, Fault> {
    let mut copies = Vec::with_capacity(all.len());
    'photos: for photo in all {
        let copy = Photo {
            id: Uuid::new_v4(),
            ..photo.clone()
        };
        for size in Size::ALL {
            let Some(bytes) = ctx.blobs.get(&photos::key(photo.id, size)).await? else {
                continue 'photos;
            };
            ctx.blobs.put(&photos::key(copy.id, size), bytes).await?;
        }
        copies.push(copy);
    }
    Ok(copies)
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn a_photo_moves_and_stops_at_the_ends() {
        let all = ["a", "b", "c"];
        assert_eq!(moved(&all, 2, -1), ["a", "c", "b"]);
        assert_eq!(moved(&all, 0, 1), ["b", "a", "c"]);
        assert_eq!(moved(&all, 0, -1), all);
        assert_eq!(moved(&all, 1, i64::MAX), ["a", "c", "b"]);
        assert_eq!(moved(&all, 1, i64::MIN), ["b", "a", "c"]);
    }
}
