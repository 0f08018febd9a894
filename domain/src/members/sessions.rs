//! Who is there: signing in and out, and the list of open sessions.

use super::{
    model::{Me, MemberId, Refusal, SessionId},
    passwords, rules, store,
};
use crate::{Ctx, Error, Timestamp, db::Tx, live, secrets, secrets::Token};

/// A session ends when it was not used for so many days.
pub const SESSION_DAYS: i64 = 60;
/// A session's last use is noted at most this often, so that reading pages does not write.
const NOTE_EVERY: i64 = Timestamp::HOUR;

/// A session that has just been opened.
#[derive(Debug)]
pub struct SignedIn {
    /// Who.
    pub member: MemberId,
    /// What the cookie holds.
    pub token: Token,
}

/// One open session on the member's page of sessions.
#[derive(Clone, Debug)]
pub struct SessionView {
    /// Names it.
    pub id: SessionId,
    /// What the browser calls itself.
    pub agent: String,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was last in use, to the hour.
    pub seen_at: Timestamp,
    /// Whether it is the one asking.
    pub this_one: bool,
}

/// Opens a session for whoever knows the address's password. Takes equally long whether or not the address is known.
///
/// # Errors
/// [`Refusal::WrongCredentials`], never saying what was wrong; also while the address is not confirmed.
pub async fn sign_in(ctx: &Ctx, email: &str, password: String, agent: &str) -> Result<SignedIn, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let member = store::by_address(&mut tx, &rules::address_key(email)).await?;
    drop(tx);
    let stored = member.as_ref().and_then(|m| m.password_hash.clone());
    let fits = passwords::fits(ctx, password, stored).await?;
    match member {
        Some(member) if fits && member.verified_at.is_some() => open(ctx, member.id, agent).await,
        _ => Err(Error::Refused(Refusal::WrongCredentials)),
    }
}

/// Opens a session for a member who has proved who they are in another way, such as a link in a mail.
///
/// # Errors
/// When the database refuses.
pub async fn open(ctx: &Ctx, member: MemberId, agent: &str) -> Result<SignedIn, Error<Refusal>> {
    let now = ctx.clock.now();
    let token = Token::new();
    let agent: String = crate::forms::clean(agent).chars().take(300).collect();
    let mut tx = ctx.db.write().await?;
    store::open_session(
        &mut tx,
        &token.hash(),
        SessionId::at(now),
        member,
        &agent,
        now,
        expiry(now),
    )
    .await?;
    tx.commit().await?;
    Ok(SignedIn { member, token })
}

const fn expiry(now: Timestamp) -> Timestamp {
    now.plus(SESSION_DAYS * Timestamp::DAY)
}

/// Whose session the cookie's token opens; `None` for a stranger.
///
/// # Errors
/// When the database does not answer.
pub async fn me(ctx: &Ctx, token: &str) -> sqlx::Result<Option<Me>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let me = store::me(&mut tx, &secrets::hash(token), now).await?;
    drop(tx);
    if let Some(me) = &me
        && now.since(me.seen_at) >= NOTE_EVERY
    {
        let mut tx = ctx.db.write().await?;
        store::touch_session(&mut tx, me.session, now, expiry(now)).await?;
        tx.commit().await?;
    }
    Ok(me)
}

/// A member who comes by a signed link from a letter, as the use cases want them; `None` once they have left. There is no
/// session behind it: it is nobody's in the list of sessions, and it opens nothing.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn by_letter(tx: &mut Tx, id: MemberId) -> sqlx::Result<Option<Me>> {
    let me = store::by_letter(tx, id).await?;
    Ok(me.map(|me| Me {
        session: SessionId(uuid::Uuid::nil()),
        ..me
    }))
}

/// Whether the session of `me` is still open: for what goes on after the page was answered. It counts neither as use nor
/// keeps the session open.
///
/// # Errors
/// When the database does not answer.
pub async fn still_open(tx: &mut Tx, me: &Me, now: Timestamp) -> sqlx::Result<bool> {
    store::session_lasts(tx, me.id, me.session, now).await
}

/// Ends the session of `me`.
///
/// # Errors
/// When the database refuses.
pub async fn sign_out(ctx: &Ctx, me: &Me) -> Result<(), Error<Refusal>> {
    revoke(ctx, me, me.session).await
}

/// All open sessions of `me`, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn sessions(ctx: &Ctx, me: &Me) -> Result<Vec<SessionView>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let rows = store::sessions_of(&mut tx, me.id, ctx.clock.now()).await?;
    Ok(rows
        .into_iter()
        .map(|row| SessionView {
            this_one: row.id == me.session,
            id: row.id,
            agent: row.agent,
            created_at: row.created_at,
            seen_at: row.seen_at,
        })
        .collect())
}

/// Ends one session of `me`.
///
/// # Errors
/// [`Error::NotFound`] if it is not theirs.
pub async fn revoke(ctx: &Ctx, me: &Me, session: SessionId) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    if !store::end_session(&mut tx, me.id, session).await? {
        return Err(Error::NotFound);
    }
    live::announce(&mut tx, session.0).await?;
    tx.commit().await?;
    ctx.live.tell(session.0);
    Ok(())
}

/// Ends all other sessions of `me`: how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn revoke_others(ctx: &Ctx, me: &Me) -> Result<u64, Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    let ended = store::end_sessions_but(&mut tx, me.id, Some(me.session)).await?;
    tx.commit().await?;
    Ok(ended)
}
