//! Opening, securing and closing an account. No answer tells whether an address has one.

use super::{
    model::{Me, Member, MemberId, Refusal, Role},
    passwords, rules, store,
};
use crate::{
    Ctx, Error, Lang, Timestamp,
    db::Tx,
    events,
    forms::{Check, FieldError, Problem},
    jobs::{self, Failure, Job},
    notifications::{self, Letter, Recipient},
    places::{Gazetteer, Place},
    secrets::{self, Token},
};
use serde::{Deserialize, Serialize};

/// What happened to an account.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "member", rename_all = "snake_case")]
pub enum Event {
    /// Signed up.
    SignedUp,
    /// Confirmed the address.
    Verified,
    /// Changed or reset the password.
    PasswordChanged,
    /// Changed the address.
    AddressChanged,
    /// Deleted the account.
    Deleted,
}

/// What a stranger typed to become a member.
#[derive(Clone, Debug, Default)]
pub struct SignUp {
    /// How they want to be called.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// The language of the page they were on.
    pub lang: Lang,
    /// Where they were on their way to, a path of ours.
    pub next: Option<String>,
}

/// An account made by the operator or by a demo, without a mail.
#[derive(Clone, Debug, Default)]
pub struct NewAccount {
    /// How they are called.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// What they may do.
    pub role: Role,
    /// The language of their pages and mails.
    pub lang: Lang,
    /// About them.
    pub about: String,
    /// Codes of languages they speak.
    pub languages: Vec<String>,
    /// Their place, as the gazetteer finds it; empty for none.
    pub place: String,
    /// Since when they are here; now, if not given.
    pub since: Option<Timestamp>,
}

/// Makes an account whose address counts as confirmed.
///
/// # Errors
/// [`Refusal::Invalid`], also when the address is taken (only the operator hears that).
pub async fn create_account(ctx: &Ctx, account: NewAccount) -> Result<MemberId, Error<Refusal>> {
    let mut check = Check::default();
    let name = check.text("name", &account.name, 2, 60);
    let email = rules::check_address(&mut check, "email", &account.email);
    rules::check_password(&mut check, "password", &account.password, &email);
    check
        .finish(())
        .map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    let password_hash = passwords::hash(ctx, account.password).await?;
    let place = Gazetteer::shared().best(&account.place);
    let now = ctx.clock.now();
    let since = account.since.unwrap_or(now);
    let member = Member {
        id: MemberId::at(since),
        email: Some(email.clone()),
        password_hash: Some(password_hash),
        name,
        about: account.about,
        languages: account.languages.join(","),
        lang: account.lang,
        role: account.role,
        place_id: place.map(|p| p.id.to_string()),
        place_name: place.map(Place::label),
        lat: place.map(|p| p.point.lat()),
        lon: place.map(|p| p.point.lon()),
        photo_id: None,
        verified_at: Some(since),
        created_at: since,
        deleted_at: None,
        version: 1,
    };
    let mut tx = ctx.db.write().await?;
    store::insert(&mut tx, &member).await?;
    if !store::take_address(&mut tx, &rules::address_key(&email), member.id).await? {
        let taken = FieldError {
            field: "email".into(),
            problem: Problem::NotAChoice,
        };
        return Err(Error::Refused(Refusal::Invalid(vec![taken])));
    }
    events::append(&mut tx, member.id.0, since, None, &Event::SignedUp).await?;
    tx.commit().await?;
    Ok(member.id)
}

/// Who has this address: for the operator's shell, never for a page.
///
/// # Errors
/// When the database does not answer.
pub async fn find_by_address(ctx: &Ctx, email: &str) -> sqlx::Result<Option<MemberId>> {
    let mut tx = ctx.db.read().await?;
    Ok(store::by_address(&mut tx, &rules::address_key(email))
        .await?
        .map(|member| member.id))
}

const CONFIRM: &str = "confirm";
const RESET: &str = "reset";
const NEW_ADDRESS: &str = "new_address";

fn recipient(member: &Member) -> Option<Recipient> {
    Some(Recipient {
        address: member.email.clone()?,
        name: member.name.clone(),
        lang: member.lang,
        member: Some(member.id),
    })
}

/// Opens an account and mails a link that confirms the address; if the address has an account already, that is mailed
/// instead. The answer is the same.
///
/// # Errors
/// [`Refusal::Invalid`] with what is wrong, field by field.
pub async fn sign_up(ctx: &Ctx, typed: SignUp) -> Result<(), Error<Refusal>> {
    let mut check = Check::default();
    let name = check.text("name", &typed.name, 2, 60).replace(['\n', '\t'], " ");
    let email = rules::check_address(&mut check, "email", &typed.email);
    rules::check_password(&mut check, "password", &typed.password, &email);
    check
        .finish(())
        .map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;

    let password_hash = passwords::hash(ctx, typed.password).await?;
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let key = rules::address_key(&email);
    let member = Member {
        id: MemberId::at(now),
        email: Some(email),
        password_hash: Some(password_hash),
        name,
        about: String::new(),
        languages: typed.lang.code().into(),
        lang: typed.lang,
        role: Role::Member,
        place_id: None,
        place_name: None,
        lat: None,
        lon: None,
        photo_id: None,
        verified_at: None,
        created_at: now,
        deleted_at: None,
        version: 1,
    };
    match store::by_address(&mut tx, &key).await? {
        None => {
            store::insert(&mut tx, &member).await?;
            if !store::take_address(&mut tx, &key, member.id).await? {
                return Ok(()); // somebody signed up with it this very moment, and gets the mail
            }
            events::append(&mut tx, member.id.0, now, Some(member.id), &Event::SignedUp).await?;
            post_confirmation(&mut tx, &member, typed.next, now).await?;
        }
        // Never confirmed: the newest attempt counts, or anybody could reserve an address by typing it first.
        Some(old) if old.verified_at.is_none() => {
            let renewed = Member {
                id: old.id,
                version: old.version,
                created_at: old.created_at,
                ..member
            };
            store::update(&mut tx, &renewed).await?;
            post_confirmation(&mut tx, &renewed, typed.next, now).await?;
        }
        Some(old) => {
            if let Some(to) = recipient(&old) {
                notifications::post(&mut tx, now, to, Letter::AlreadyMember).await?;
            }
        }
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

async fn post_confirmation(tx: &mut Tx, member: &Member, next: Option<String>, now: Timestamp) -> sqlx::Result<()> {
    let token = Token::new();
    let expires = now.plus(rules::CONFIRM_WITHIN);
    store::keep_token(
        tx,
        &token.hash(),
        member.id,
        CONFIRM,
        next.as_deref().unwrap_or(""),
        now,
        expires,
    )
    .await?;
    let Some(to) = recipient(member) else { return Ok(()) };
    notifications::post(
        tx,
        now,
        to,
        Letter::ConfirmAddress {
            token: token.text().into(),
            next,
        },
    )
    .await
}

/// Confirms the address by the link in the mail: who it is, and where they were on their way to.
///
/// # Errors
/// [`Refusal::LinkUsedUp`].
pub async fn confirm_address(ctx: &Ctx, token: &str) -> Result<(MemberId, Option<String>), Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (id, next) = use_link(&mut tx, token, CONFIRM, now).await?;
    let mut member = store::by_id(&mut tx, id)
        .await?
        .ok_or(Error::Refused(Refusal::LinkUsedUp))?;
    if member.verified_at.is_none() {
        member.verified_at = Some(now);
        store::update(&mut tx, &member).await?;
        events::append(&mut tx, id.0, now, Some(id), &Event::Verified).await?;
    }
    tx.commit().await?;
    Ok((id, (!next.is_empty()).then_some(next)))
}

async fn use_link(
    tx: &mut Tx,
    token: &str,
    purpose: &str,
    now: Timestamp,
) -> Result<(MemberId, String), Error<Refusal>> {
    store::use_token(tx, &secrets::hash(token), purpose, now)
        .await?
        .ok_or(Error::Refused(Refusal::LinkUsedUp))
}

/// Mails a link with which a new password can be chosen, if the address has an account. The answer is the same.
///
/// # Errors
/// [`Refusal::Invalid`] if it is no address at all.
pub async fn request_reset(ctx: &Ctx, typed: &str) -> Result<(), Error<Refusal>> {
    let mut check = Check::default();
    let email = rules::check_address(&mut check, "email", typed);
    check
        .finish(())
        .map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    if let Some(member) = store::by_address(&mut tx, &rules::address_key(&email)).await? {
        let token = Token::new();
        let expires = now.plus(rules::RESET_WITHIN);
        store::keep_token(&mut tx, &token.hash(), member.id, RESET, "", now, expires).await?;
        if let Some(to) = recipient(&member) {
            notifications::post(
                &mut tx,
                now,
                to,
                Letter::ResetPassword {
                    token: token.text().into(),
                },
            )
            .await?;
        }
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Sets a new password by the link in the mail and ends all sessions. Whoever can read the mail owns the address, so it
/// also confirms the address.
///
/// # Errors
/// [`Refusal::Invalid`] (the link stays good then) or [`Refusal::LinkUsedUp`].
pub async fn reset_password(ctx: &Ctx, token: &str, password: String) -> Result<MemberId, Error<Refusal>> {
    let mut check = Check::default();
    rules::check_password(&mut check, "password", &password, "");
    check
        .finish(())
        .map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    let password_hash = passwords::hash(ctx, password).await?;
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (id, _) = use_link(&mut tx, token, RESET, now).await?;
    let mut member = store::by_id(&mut tx, id)
        .await?
        .ok_or(Error::Refused(Refusal::LinkUsedUp))?;
    member.password_hash = Some(password_hash);
    member.verified_at = member.verified_at.or(Some(now));
    password_changed(&mut tx, &member, None, now).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(id)
}

async fn password_changed(
    tx: &mut Tx,
    member: &Member,
    keep: Option<super::SessionId>,
    now: Timestamp,
) -> Result<(), Error<Refusal>> {
    if !store::update(tx, member).await? {
        return Err(Error::NotFound);
    }
    store::end_sessions_but(tx, member.id, keep).await?;
    store::drop_tokens(tx, member.id).await?;
    events::append(tx, member.id.0, now, Some(member.id), &Event::PasswordChanged).await?;
    if let Some(to) = recipient(member) {
        notifications::post(tx, now, to, Letter::PasswordChanged).await?;
    }
    Ok(())
}

/// The account of `me`, if `password` is theirs.
async fn own(ctx: &Ctx, me: &Me, field: &str, password: String) -> Result<Member, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let member = store::by_id(&mut tx, me.id).await?.ok_or(Error::NotFound)?;
    drop(tx);
    if passwords::fits(ctx, password, member.password_hash.clone()).await? {
        return Ok(member);
    }
    let mut check = Check::default();
    check.note(field, Problem::WrongPassword);
    Err(check
        .finish(())
        .map_or_else(|errors| Error::Refused(Refusal::Invalid(errors)), |()| Error::NotFound))
}

/// Changes the password; all other sessions end.
///
/// # Errors
/// [`Refusal::Invalid`] with fields `current` and `password`.
pub async fn change_password(ctx: &Ctx, me: &Me, current: String, password: String) -> Result<(), Error<Refusal>> {
    let mut check = Check::default();
    rules::check_password(&mut check, "password", &password, &me.email);
    check
        .finish(())
        .map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    let mut member = own(ctx, me, "current", current).await?;
    member.password_hash = Some(passwords::hash(ctx, password).await?);
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    password_changed(&mut tx, &member, Some(me.session), now).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Mails a link to the new address; the old one stays until it is opened.
///
/// # Errors
/// [`Refusal::Invalid`] with fields `email` and `current`.
pub async fn change_address(ctx: &Ctx, me: &Me, typed: &str, current: String) -> Result<(), Error<Refusal>> {
    let mut check = Check::default();
    let email = rules::check_address(&mut check, "email", typed);
    check
        .finish(())
        .map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    let member = own(ctx, me, "current", current).await?;
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let to = Recipient {
        address: email.clone(),
        name: member.name.clone(),
        lang: member.lang,
        member: None,
    };
    match store::by_address(&mut tx, &rules::address_key(&email)).await? {
        Some(other) if other.id != me.id => {
            notifications::post(&mut tx, now, to, Letter::AlreadyMember).await?;
        }
        _ => {
            let token = Token::new();
            let expires = now.plus(rules::CONFIRM_WITHIN);
            store::keep_token(&mut tx, &token.hash(), me.id, NEW_ADDRESS, &email, now, expires).await?;
            notifications::post(
                &mut tx,
                now,
                to,
                Letter::ConfirmNewAddress {
                    token: token.text().into(),
                },
            )
            .await?;
        }
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Makes the new address the account's, and tells the old one.
///
/// # Errors
/// [`Refusal::LinkUsedUp`], also when somebody else has taken the address meanwhile.
pub async fn confirm_new_address(ctx: &Ctx, token: &str) -> Result<MemberId, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (id, email) = use_link(&mut tx, token, NEW_ADDRESS, now).await?;
    let mut member = store::by_id(&mut tx, id)
        .await?
        .ok_or(Error::Refused(Refusal::LinkUsedUp))?;
    let old = recipient(&member);
    store::free_addresses(&mut tx, id).await?;
    if !store::take_address(&mut tx, &rules::address_key(&email), id).await? {
        return Err(Error::Refused(Refusal::LinkUsedUp));
    }
    member.email = Some(email);
    member.verified_at = member.verified_at.or(Some(now));
    store::update(&mut tx, &member).await?;
    events::append(&mut tx, id.0, now, Some(id), &Event::AddressChanged).await?;
    if let Some(to) = old {
        notifications::post(&mut tx, now, to, Letter::AddressChanged).await?;
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(id)
}

/// Deletes the account: the row stays without a name, address or place, so that the other party's finished bookings
/// keep their history; listings are archived, sessions end.
///
/// # Errors
/// [`Refusal::OpenBookings`] while something is requested or lent, [`Refusal::OpenClaims`] while a claim runs towards a
/// deadline (one that only waits for somebody to say it is done holds nobody back), [`Refusal::Invalid`] with field
/// `current`.
pub async fn delete_account(ctx: &Ctx, me: &Me, current: String) -> Result<(), Error<Refusal>> {
    let member = own(ctx, me, "current", current).await?;
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let open = store::open_bookings(&mut tx, me.id).await?;
    if open > 0 {
        return Err(Error::Refused(Refusal::OpenBookings(open)));
    }
    let claims = crate::claims::running_of(&mut tx, me.id).await?;
    if claims > 0 {
        return Err(Error::Refused(Refusal::OpenClaims(claims)));
    }
    let to = recipient(&member);
    let photo = member.photo_id;
    let emptied = Member {
        email: None,
        password_hash: None,
        name: String::new(),
        about: String::new(),
        languages: String::new(),
        place_id: None,
        place_name: None,
        lat: None,
        lon: None,
        photo_id: None,
        deleted_at: Some(now),
        ..member
    };
    if !store::update(&mut tx, &emptied).await? {
        return Err(Error::NotFound);
    }
    store::free_addresses(&mut tx, me.id).await?;
    store::drop_tokens(&mut tx, me.id).await?;
    store::end_sessions_but(&mut tx, me.id, None).await?;
    let archived = crate::listings::archive_all_of(&mut tx, me.id, now).await?;
    crate::calendars::forget(&mut tx, me.id, now).await?;
    notifications::forget(&mut tx, me.id).await?;
    crate::waiting::forget(&mut tx, me.id, now).await?;
    crate::circles::forget(&mut tx, me.id, now).await?;
    crate::eligibility::forget(&mut tx, me.id).await?;
    events::append(&mut tx, me.id.0, now, Some(me.id), &Event::Deleted).await?;
    if let Some(to) = to {
        notifications::post(&mut tx, now, to, Letter::AccountDeleted).await?;
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    tracing::info!(archived, "an account was deleted");
    if let Some(photo) = photo {
        super::profiles::forget_photo(ctx, photo).await?;
    }
    Ok(())
}

/// Removes sessions and links that have run out, and comes back tomorrow.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(ctx: &Ctx) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    store::sweep(&mut tx, now).await?;
    let tomorrow = now.plus(Timestamp::DAY);
    let key = format!("sweep:{}", tomorrow.0 / Timestamp::DAY);
    jobs::queue(&mut tx, now, tomorrow, Some(&key), &Job::Sweep).await?;
    tx.commit().await?;
    Ok(())
}
