//! The SQL of members, their addresses, links and sessions.

use super::model::{Me, Member, MemberId, Profile, SessionId};
use crate::{Lang, Timestamp, db::Tx};

/// Makes everything else that counts what this member does wait until this transaction is over: whether there is such a
/// member. (The row is written as it is; that locks it on PostgreSQL. On SQLite only one writes anyway.)
pub async fn take_turn(tx: &mut Tx, id: MemberId) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("update member set version = version where id = $1").bind(id)
    )
    .map(|rows| rows == 1)
}

/// The account with this id, deleted ones too.
pub async fn by_id(tx: &mut Tx, id: MemberId) -> sqlx::Result<Option<Member>> {
    run!(tx, db => sqlx::query_as::<_, Member>(
        "select id, email, password_hash, name, about, languages, lang, role, place_id, place_name, lat, lon,
                photo_id, verified_at, created_at, deleted_at, version
           from member where id = $1",
    ).bind(id).fetch_optional(db))
}

/// The account that uses this address.
pub async fn by_address(tx: &mut Tx, email_key: &str) -> sqlx::Result<Option<Member>> {
    run!(tx, db => sqlx::query_as::<_, Member>(
        "select m.id, m.email, m.password_hash, m.name, m.about, m.languages, m.lang, m.role, m.place_id,
                m.place_name, m.lat, m.lon, m.photo_id, m.verified_at, m.created_at, m.deleted_at, m.version
           from member_email e join member m on m.id = e.member_id where e.email_key = $1",
    ).bind(email_key).fetch_optional(db))
}

/// What everybody may see of a member who is still here.
pub async fn public_profile(tx: &mut Tx, id: MemberId) -> sqlx::Result<Option<Profile>> {
    run!(tx, db => sqlx::query_as::<_, Profile>(
        "select id, name, about, languages, place_name, photo_id, created_at
           from member where id = $1 and deleted_at is null and verified_at is not null",
    ).bind(id).fetch_optional(db))
}

/// Adds an account. Its address is added by [`take_address`].
pub async fn insert(tx: &mut Tx, member: &Member) -> sqlx::Result<()> {
    change!(tx, sqlx::query(
        "insert into member (id, email, password_hash, name, about, languages, lang, role, place_id, place_name, lat,
                             lon, photo_id, verified_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(member.id).bind(&member.email).bind(&member.password_hash).bind(&member.name).bind(&member.about)
    .bind(&member.languages).bind(member.lang).bind(member.role).bind(&member.place_id).bind(&member.place_name)
    .bind(member.lat).bind(member.lon).bind(member.photo_id).bind(member.verified_at).bind(member.created_at))
    .map(|_| ())
}

/// Writes all that can change of an account, if nobody else did since: whether it was written.
pub async fn update(tx: &mut Tx, member: &Member) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "update member set email = $3, password_hash = $4, name = $5, about = $6, languages = $7, lang = $8,
                place_id = $9, place_name = $10, lat = $11, lon = $12, photo_id = $13, verified_at = $14,
                deleted_at = $15, role = $16, version = version + 1
          where id = $1 and version = $2",
        )
        .bind(member.id)
        .bind(member.version)
        .bind(&member.email)
        .bind(&member.password_hash)
        .bind(&member.name)
        .bind(&member.about)
        .bind(&member.languages)
        .bind(member.lang)
        .bind(&member.place_id)
        .bind(&member.place_name)
        .bind(member.lat)
        .bind(member.lon)
        .bind(member.photo_id)
        .bind(member.verified_at)
        .bind(member.deleted_at)
        .bind(member.role)
    )
    .map(|rows| rows == 1)
}

/// Gives an address to a member: `false` if somebody has it already.
pub async fn take_address(tx: &mut Tx, email_key: &str, member: MemberId) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "insert into member_email (email_key, member_id) values ($1, $2) on conflict (email_key) do nothing",
        )
        .bind(email_key)
        .bind(member)
    )
    .map(|rows| rows == 1)
}

/// Frees all addresses of a member.
pub async fn free_addresses(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from member_email where member_id = $1").bind(member)
    )
    .map(|_| ())
}

/// Keeps the hash of a link's token; earlier links for the same purpose stop working.
pub async fn keep_token(
    tx: &mut Tx,
    hash: &str,
    member: MemberId,
    purpose: &str,
    data: &str,
    now: Timestamp,
    expires: Timestamp,
) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from member_token where member_id = $1 and purpose = $2")
            .bind(member)
            .bind(purpose)
    )?;
    change!(
        tx,
        sqlx::query(
            "insert into member_token (token_hash, member_id, purpose, data, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(hash)
        .bind(member)
        .bind(purpose)
        .bind(data)
        .bind(now)
        .bind(expires)
    )
    .map(|_| ())
}

/// Uses up a link: whose it was and its data.
pub async fn use_token(
    tx: &mut Tx,
    hash: &str,
    purpose: &str,
    now: Timestamp,
) -> sqlx::Result<Option<(MemberId, String)>> {
    run!(tx, db => sqlx::query_as::<_, (MemberId, String)>(
        "delete from member_token where token_hash = $1 and purpose = $2 and expires_at > $3
         returning member_id, data",
    ).bind(hash).bind(purpose).bind(now).fetch_optional(db))
}

/// Removes links and sessions that have run out.
pub async fn sweep(tx: &mut Tx, now: Timestamp) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from member_token where expires_at <= $1").bind(now)
    )?;
    change!(tx, sqlx::query("delete from session where expires_at <= $1").bind(now)).map(|_| ())
}

/// Removes all links of a member.
pub async fn drop_tokens(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from member_token where member_id = $1").bind(member)
    )
    .map(|_| ())
}

/// Bookings of a member that are not over.
pub async fn open_bookings(tx: &mut Tx, member: MemberId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from booking
          where (borrower_id = $1 or lender_id = $1) and state in ('requested', 'accepted')",
    ).bind(member).fetch_one(db))
}

/// Opens a session.
pub async fn open_session(
    tx: &mut Tx,
    hash: &str,
    id: SessionId,
    member: MemberId,
    agent: &str,
    now: Timestamp,
    expires: Timestamp,
) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into session (token_hash, id, member_id, agent, created_at, seen_at, expires_at)
         values ($1, $2, $3, $4, $5, $5, $6)",
        )
        .bind(hash)
        .bind(id)
        .bind(member)
        .bind(agent)
        .bind(now)
        .bind(expires)
    )
    .map(|_| ())
}

/// Whose session this is, if it has not run out.
pub async fn me(tx: &mut Tx, hash: &str, now: Timestamp) -> sqlx::Result<Option<Me>> {
    run!(tx, db => sqlx::query_as::<_, Me>(
        "select m.id, s.id as session, m.name, m.email, m.lang, m.role, m.lat, m.lon, m.place_name, s.seen_at
           from session s join member m on m.id = s.member_id
          where s.token_hash = $1 and s.expires_at > $2 and m.deleted_at is null and m.email is not null",
    ).bind(hash).bind(now).fetch_optional(db))
}

/// The member, if they are still here, as whoever comes by a link from a letter: without a session.
pub async fn by_letter(tx: &mut Tx, id: MemberId) -> sqlx::Result<Option<Me>> {
    run!(tx, db => sqlx::query_as::<_, Me>(
        "select m.id, m.id as session, m.name, m.email, m.lang, m.role, m.lat, m.lon, m.place_name, m.created_at as seen_at
           from member m
          where m.id = $1 and m.deleted_at is null and m.email is not null and m.verified_at is not null",
    ).bind(id).fetch_optional(db))
}

/// Whether this session of a member who is still here has neither ended nor run out.
pub async fn session_lasts(tx: &mut Tx, member: MemberId, id: SessionId, now: Timestamp) -> sqlx::Result<bool> {
    let open = run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from session s join member m on m.id = s.member_id
          where s.member_id = $1 and s.id = $2 and s.expires_at > $3 and m.deleted_at is null",
    ).bind(member).bind(id).bind(now).fetch_one(db))?;
    Ok(open > 0)
}

/// Notes that a session is in use.
pub async fn touch_session(tx: &mut Tx, id: SessionId, now: Timestamp, expires: Timestamp) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("update session set seen_at = $2, expires_at = $3 where id = $1")
            .bind(id)
            .bind(now)
            .bind(expires)
    )
    .map(|_| ())
}

/// One open session as its owner sees it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SessionRow {
    /// Names it.
    pub id: SessionId,
    /// What the browser calls itself.
    pub agent: String,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was last in use.
    pub seen_at: Timestamp,
}

/// All open sessions of a member, the latest first.
pub async fn sessions_of(tx: &mut Tx, member: MemberId, now: Timestamp) -> sqlx::Result<Vec<SessionRow>> {
    run!(tx, db => sqlx::query_as::<_, SessionRow>(
        "select id, agent, created_at, seen_at from session
          where member_id = $1 and expires_at > $2 order by seen_at desc, id",
    ).bind(member).bind(now).fetch_all(db))
}

/// Ends one session of a member: whether there was one.
pub async fn end_session(tx: &mut Tx, member: MemberId, id: SessionId) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("delete from session where member_id = $1 and id = $2")
            .bind(member)
            .bind(id)
    )
    .map(|rows| rows == 1)
}

/// Ends all sessions of a member but one.
pub async fn end_sessions_but(tx: &mut Tx, member: MemberId, but: Option<SessionId>) -> sqlx::Result<u64> {
    match but {
        Some(kept) => change!(
            tx,
            sqlx::query("delete from session where member_id = $1 and id <> $2")
                .bind(member)
                .bind(kept)
        ),
        None => change!(tx, sqlx::query("delete from session where member_id = $1").bind(member)),
    }
}

/// Sets the language of a member's pages and mails.
pub async fn set_lang(tx: &mut Tx, member: MemberId, lang: Lang) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("update member set lang = $2, version = version + 1 where id = $1")
            .bind(member)
            .bind(lang)
    )
    .map(|_| ())
}

/// How letters reach whoever runs the instance.
pub async fn operators(tx: &mut Tx) -> sqlx::Result<Vec<MemberId>> {
    run!(tx, db => sqlx::query_scalar::<_, MemberId>(
        "select id from member where role = 'operator' and deleted_at is null and email is not null order by id",
    ).fetch_all(db))
}
