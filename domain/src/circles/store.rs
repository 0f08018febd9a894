//! The SQL of circles.

use super::{
    model::{Circle, CircleId, Facts, Role},
    reading::{Line, Person},
};
use crate::{Lang, Timestamp, db::Tx, error::Fault, members::MemberId, notifications::Recipient};
use std::collections::BTreeSet;

macro_rules! select_circle {
    ($rest:literal) => {
        concat!(
            "select c.id, c.name, c.about, c.findable, c.invitation_hash is not null as invites, c.created_at, c.version
               from circle c ",
            $rest
        )
    };
}

/// Makes everybody else who wants to change this circle wait until this transaction is over: whether there is one.
pub async fn take_turn(tx: &mut Tx, id: CircleId) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("update circle set version = version + 1 where id = $1").bind(id)
    )
    .map(|rows| rows == 1)
}

/// The circle.
pub async fn by_id(tx: &mut Tx, id: CircleId) -> sqlx::Result<Option<Circle>> {
    run!(tx, db => sqlx::query_as::<_, Circle>(select_circle!("where c.id = $1")).bind(id).fetch_optional(db))
}

/// The circle into which an invitation leads.
pub async fn by_invitation(tx: &mut Tx, hash: &str) -> sqlx::Result<Option<Circle>> {
    run!(tx, db => sqlx::query_as::<_, Circle>(select_circle!("where c.invitation_hash = $1"))
        .bind(hash).fetch_optional(db))
}

/// Adds a circle.
pub async fn insert(tx: &mut Tx, circle: &Circle) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("insert into circle (id, name, about, findable, created_at) values ($1, $2, $3, $4, $5)")
            .bind(circle.id)
            .bind(&circle.name)
            .bind(&circle.about)
            .bind(circle.findable)
            .bind(circle.created_at)
    )
    .map(|_| ())
}

/// Changes name, words, and whether it can be found.
pub async fn edit(tx: &mut Tx, id: CircleId, name: &str, about: &str, findable: bool) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("update circle set name = $2, about = $3, findable = $4 where id = $1")
            .bind(id)
            .bind(name)
            .bind(about)
            .bind(findable)
    )
    .map(|_| ())
}

/// Keeps what an invitation is recognised by; `None` takes it back.
pub async fn set_invitation(tx: &mut Tx, id: CircleId, hash: Option<&str>) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("update circle set invitation_hash = $2 where id = $1")
            .bind(id)
            .bind(hash)
    )
    .map(|_| ())
}

/// Ends a circle that nobody is in. What was lent to it only stays for nobody, until its owner decides.
pub async fn dissolve(tx: &mut Tx, id: CircleId) -> sqlx::Result<()> {
    for sql in [
        "delete from listing_circle where circle_id = $1",
        "delete from circle_member where circle_id = $1",
        "delete from circle where id = $1",
    ] {
        change!(tx, sqlx::query(sql).bind(id))?;
    }
    Ok(())
}

/// What somebody is to a circle.
pub async fn role(tx: &mut Tx, id: CircleId, member: MemberId) -> Result<Role, Fault> {
    let name = run!(tx, db => sqlx::query_scalar::<_, String>(
        "select role from circle_member where circle_id = $1 and member_id = $2",
    ).bind(id).bind(member).fetch_optional(db))?;
    match name {
        None => Ok(Role::Stranger),
        Some(name) => Role::from_name(&name).ok_or(Fault::Row {
            table: "circle_member",
            id: id.to_string(),
            what: format!("role {name}"),
        }),
    }
}

/// Makes somebody something to a circle.
pub async fn set_role(tx: &mut Tx, id: CircleId, member: MemberId, role: Role, since: Timestamp) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into circle_member (circle_id, member_id, role, since) values ($1, $2, $3, $4)
             on conflict (circle_id, member_id) do update set role = excluded.role, since = excluded.since",
        )
        .bind(id)
        .bind(member)
        .bind(role.name())
        .bind(since)
    )
    .map(|_| ())
}

/// Makes a member look after a circle, who stays in it for as long as before.
pub async fn promote(tx: &mut Tx, id: CircleId, member: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("update circle_member set role = 'keeper' where circle_id = $1 and member_id = $2")
            .bind(id)
            .bind(member)
    )
    .map(|_| ())
}

/// Makes somebody nothing to a circle.
pub async fn drop_role(tx: &mut Tx, id: CircleId, member: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from circle_member where circle_id = $1 and member_id = $2")
            .bind(id)
            .bind(member)
    )
    .map(|_| ())
}

/// Everything the rules need to know.
pub async fn facts(tx: &mut Tx, circle: &Circle, me: MemberId, other: Option<MemberId>) -> Result<Facts, Fault> {
    let (members, keepers) = run!(tx, db => sqlx::query_as::<_, (i64, i64)>(
        "select count(case when role <> 'asked' then 1 end),
                count(case when role = 'keeper' then 1 end)
           from circle_member where circle_id = $1",
    ).bind(circle.id).fetch_one(db))?;
    let circles_of_actor = circles_of_count(tx, me).await?;
    let heir = run!(tx, db => sqlx::query_scalar::<_, MemberId>(
        "select member_id from circle_member where circle_id = $1 and role = 'member' order by since, member_id limit 1",
    ).bind(circle.id).fetch_optional(db))?;
    Ok(Facts {
        findable: circle.findable,
        members,
        keepers,
        actor: role(tx, circle.id, me).await?,
        circles_of_actor,
        other: match other {
            Some(other) => role(tx, circle.id, other).await?,
            None => Role::Stranger,
        },
        heir,
    })
}

/// How many circles somebody is in, or asked to join.
pub async fn circles_of_count(tx: &mut Tx, member: MemberId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>("select count(*) from circle_member where member_id = $1")
        .bind(member).fetch_one(db))
}

/// The circles that somebody is in.
pub async fn circles_of(tx: &mut Tx, member: MemberId) -> sqlx::Result<BTreeSet<CircleId>> {
    run!(tx, db => sqlx::query_scalar::<_, CircleId>(
        "select circle_id from circle_member where member_id = $1 and role <> 'asked'",
    ).bind(member).fetch_all(db))
    .map(|ids| ids.into_iter().collect())
}

/// The circles that somebody is in, by name.
pub async fn names_of(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<(CircleId, String)>> {
    run!(tx, db => sqlx::query_as::<_, (CircleId, String)>(
        "select c.id, c.name from circle_member m join circle c on c.id = m.circle_id
          where m.member_id = $1 and m.role <> 'asked' order by c.name, c.id",
    ).bind(member).fetch_all(db))
}

/// The circles to which somebody is anything, by name.
pub async fn lines_of(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<Line>> {
    run!(tx, db => sqlx::query_as::<_, Line>(
        "select c.id, c.name, c.about, m.role,
                (select count(*) from circle_member o where o.circle_id = c.id and o.role <> 'asked') as members,
                case when m.role = 'keeper'
                     then (select count(*) from circle_member o where o.circle_id = c.id and o.role = 'asked')
                     else 0 end as asking
           from circle_member m join circle c on c.id = m.circle_id
          where m.member_id = $1 order by c.name, c.id",
    ).bind(member).fetch_all(db))
}

/// Circles that can be found by somebody who is nothing to them, by name.
pub async fn findable_for(tx: &mut Tx, member: MemberId, limit: i64) -> sqlx::Result<Vec<Line>> {
    run!(tx, db => sqlx::query_as::<_, Line>(
        "select c.id, c.name, c.about, 'stranger' as role,
                (select count(*) from circle_member o where o.circle_id = c.id and o.role <> 'asked') as members,
                cast(0 as bigint) as asking
           from circle c
          where c.findable and not exists (
                select 1 from circle_member m where m.circle_id = c.id and m.member_id = $1)
          order by c.name, c.id limit $2",
    ).bind(member).bind(limit).fetch_all(db))
}

/// Those who are something to a circle: who looks after it first, then by name.
pub async fn people(tx: &mut Tx, id: CircleId) -> sqlx::Result<Vec<Person>> {
    run!(tx, db => sqlx::query_as::<_, Person>(
        "select p.id, p.name, p.photo_id, m.role, m.since
           from circle_member m join member p on p.id = m.member_id
          where m.circle_id = $1
          order by case m.role when 'keeper' then 0 when 'member' then 1 else 2 end, p.name, p.id",
    ).bind(id).fetch_all(db))
}

/// How letters reach those who look after a circle.
pub async fn reach_keepers(tx: &mut Tx, id: CircleId, asker: MemberId) -> sqlx::Result<Vec<Recipient>> {
    let rows = run!(tx, db => sqlx::query_as::<_, (MemberId, String, String, Lang)>(
        "select p.id, p.email, p.name, p.lang from circle_member m join member p on p.id = m.member_id
          where m.circle_id = $1 and m.role = 'keeper' and p.email is not null
            and not exists (select 1 from member_block k where k.member_id = p.id and k.blocked_id = $2)
          order by m.since, p.id",
    ).bind(id).bind(asker).fetch_all(db))?;
    let to = |(id, address, name, lang)| Recipient {
        member: Some(id),
        address,
        name,
        lang,
    };
    Ok(rows.into_iter().map(to).collect())
}
