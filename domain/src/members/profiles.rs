//! What a member tells the others about themselves.

use super::{
    model::{Me, Member, MemberId, Profile, ProfileDraft, Refusal},
    rules, store,
};
use crate::{
    Ctx, Error, Lang,
    error::Fault,
    forms::{Check, Problem},
    photos,
    places::{Gazetteer, Place},
};
use uuid::Uuid;

/// What everybody may see of a member.
///
/// # Errors
/// [`Error::NotFound`] for strangers, deleted and unconfirmed accounts.
pub async fn profile(ctx: &Ctx, id: MemberId) -> Result<Profile, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    store::public_profile(&mut tx, id).await?.ok_or(Error::NotFound)
}

/// The whole account of `me`, for its owner's forms.
///
/// # Errors
/// [`Error::NotFound`] if it was deleted meanwhile.
pub async fn account(ctx: &Ctx, me: &Me) -> Result<Member, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    store::by_id(&mut tx, me.id)
        .await?
        .filter(|m| m.deleted_at.is_none())
        .ok_or(Error::NotFound)
}

/// Changes name, about, languages and place. An empty place is no place.
///
/// # Errors
/// [`Refusal::Invalid`], with [`Problem::UnknownPlace`] if the gazetteer knows no such place.
pub async fn update_profile(ctx: &Ctx, me: &Me, typed: &ProfileDraft) -> Result<(), Error<Refusal>> {
    let draft = rules::check_profile(typed).map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    let place = Gazetteer::shared().best(&draft.place);
    if place.is_none() && !draft.place.is_empty() {
        let mut check = Check::default();
        check.note("place", Problem::UnknownPlace);
        return check
            .finish(())
            .map_err(|errors| Error::Refused(Refusal::Invalid(errors)));
    }
    let mut tx = ctx.db.write().await?;
    let member = store::by_id(&mut tx, me.id).await?.ok_or(Error::NotFound)?;
    let changed = Member {
        name: draft.name,
        about: draft.about,
        languages: draft.languages.join(","),
        place_id: place.map(|p| p.id.to_string()),
        place_name: place.map(Place::label),
        lat: place.map(|p| p.point.lat()),
        lon: place.map(|p| p.point.lon()),
        ..member
    };
    if !store::update(&mut tx, &changed).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(())
}

/// Replaces or removes the member's photo; the old one is deleted.
///
/// # Errors
/// When the database or the photo store does not answer.
pub async fn set_photo(ctx: &Ctx, me: &Me, photo: Option<Uuid>) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    let member = store::by_id(&mut tx, me.id).await?.ok_or(Error::NotFound)?;
    let old = member.photo_id;
    if !store::update(
        &mut tx,
        &Member {
            photo_id: photo,
            ..member
        },
    )
    .await?
    {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    if let Some(old) = old {
        forget_photo(ctx, old).await?;
    }
    Ok(())
}

pub(super) async fn forget_photo(ctx: &Ctx, photo: Uuid) -> Result<(), Fault> {
    photos::forget(ctx, photo).await
}

/// Remembers the language a member reads.
///
/// # Errors
/// When the database refuses.
pub async fn set_language(ctx: &Ctx, me: &Me, lang: Lang) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    store::set_lang(&mut tx, me.id, lang).await?;
    tx.commit().await?;
    Ok(())
}
