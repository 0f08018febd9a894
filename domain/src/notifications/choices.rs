//! What members chose about their letters: quiet hours, and what of the optional they do not want.

use super::{quiet::QuietHours, signing, topics::Topic};
use crate::{
    Ctx, Error, Timestamp,
    db::Tx,
    forms::{Check, FieldError},
    members::{Me, MemberId},
};
use std::collections::BTreeSet;

/// What a member chose.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choices {
    /// When they would rather not be written to.
    pub quiet: QuietHours,
    /// What they do not want. None of it is essential.
    pub refused: BTreeSet<Topic>,
}

impl Choices {
    /// Whether a letter about this reaches them.
    #[must_use]
    pub fn wants(&self, topic: Topic) -> bool {
        topic.is_essential() || !self.refused.contains(&topic)
    }
}

/// Why a choice was not kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),
    /// The link is none of ours, or whoever had it has left.
    NoSuchLink,
}

/// What was typed. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ChoiceForm {
    /// An hour, 0 to 23.
    pub quiet_from: String,
    /// An hour, 0 to 23.
    pub quiet_until: String,
    /// The names of the optional topics that are wanted.
    pub wanted: Vec<String>,
}

#[derive(sqlx::FromRow)]
struct HoursRow {
    quiet_from: i64,
    quiet_until: i64,
}

/// What a member chose; the night and everything, for whoever said nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn choices_of(tx: &mut Tx, member: MemberId) -> sqlx::Result<Choices> {
    let hours = run!(&mut *tx, db => sqlx::query_as::<_, HoursRow>(
        "select quiet_from, quiet_until from letter_hours where member_id = $1",
    ).bind(member).fetch_optional(db))?;
    let refused = run!(&mut *tx, db => sqlx::query_scalar::<_, String>(
        "select topic from letter_refusal where member_id = $1",
    ).bind(member).fetch_all(db))?;
    let hour = |hour: i64| i8::try_from(hour.rem_euclid(24)).unwrap_or(0);
    let quiet = hours.map_or(QuietHours::NIGHT, |row| QuietHours {
        from: hour(row.quiet_from),
        until: hour(row.quiet_until),
    });
    let refused = refused.iter().filter_map(|name| Topic::from_name(name)).collect();
    Ok(Choices { quiet, refused })
}

/// What `me` chose.
///
/// # Errors
/// When the database does not answer.
pub async fn my_choices(ctx: &Ctx, me: &Me) -> Result<Choices, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    Ok(choices_of(&mut tx, me.id).await?)
}

/// Keeps what `me` chose. What is essential stays, whatever is typed.
///
/// # Errors
/// [`Refusal::Invalid`] at `quiet_from` and `quiet_until`.
pub async fn choose(ctx: &Ctx, me: &Me, typed: &ChoiceForm) -> Result<Choices, Error<Refusal>> {
    let mut check = Check::default();
    let mut hour = |field: &str, typed: &str| {
        let read = check.number(field, typed.trim(), 0, 23);
        read.and_then(|hour| i8::try_from(hour).ok()).unwrap_or(0)
    };
    let quiet = QuietHours {
        from: hour("quiet_from", &typed.quiet_from),
        until: hour("quiet_until", &typed.quiet_until),
    };
    let quiet = check
        .finish(quiet)
        .map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    change!(
        &mut tx,
        sqlx::query(
            "insert into letter_hours (member_id, quiet_from, quiet_until) values ($1, $2, $3)
             on conflict (member_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until"
        )
        .bind(me.id)
        .bind(i64::from(quiet.from))
        .bind(i64::from(quiet.until))
    )?;
    for topic in Topic::ALL.into_iter().filter(|topic| !topic.is_essential()) {
        let wanted = typed.wanted.iter().any(|name| name == topic.name());
        want(&mut tx, me.id, topic, wanted, now).await?;
    }
    let chosen = choices_of(&mut tx, me.id).await?;
    tx.commit().await?;
    Ok(chosen)
}

async fn want(tx: &mut Tx, member: MemberId, topic: Topic, wanted: bool, now: Timestamp) -> sqlx::Result<()> {
    let done = if wanted {
        change!(
            tx,
            sqlx::query("delete from letter_refusal where member_id = $1 and topic = $2")
                .bind(member)
                .bind(topic.name())
        )
    } else {
        change!(
            tx,
            sqlx::query(
                "insert into letter_refusal (member_id, topic, refused_at) values ($1, $2, $3) on conflict do nothing"
            )
            .bind(member)
            .bind(topic.name())
            .bind(now)
        )
    };
    done.map(|_| ())
}

/// What a link in a footer is about, and whether letters about it reach whoever has it.
///
/// # Errors
/// [`Refusal::NoSuchLink`].
pub async fn unsubscribing(ctx: &Ctx, token: &str) -> Result<(Topic, bool), Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let (member, topic) = whose(&mut tx, token).await?;
    let wants = choices_of(&mut tx, member).await?.wants(topic);
    Ok((topic, wants))
}

/// Stops letters about what a link in a footer names, or begins them again. Doing so twice is once.
///
/// # Errors
/// [`Refusal::NoSuchLink`].
pub async fn unsubscribe(ctx: &Ctx, token: &str, wanted: bool) -> Result<Topic, Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    let (member, topic) = whose(&mut tx, token).await?;
    want(&mut tx, member, topic, wanted, ctx.clock.now()).await?;
    tx.commit().await?;
    Ok(topic)
}

async fn whose(tx: &mut Tx, token: &str) -> Result<(MemberId, Topic), Error<Refusal>> {
    let none = || Error::Refused(Refusal::NoSuchLink);
    let (member, topic) = signing::read_unsubscribe(tx, token).await?.ok_or_else(none)?;
    if topic.is_essential() || crate::members::by_letter(tx, member).await?.is_none() {
        return Err(none());
    }
    Ok((member, topic))
}

/// Forgets what somebody chose who leaves.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn forget(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    change!(
        &mut *tx,
        sqlx::query("delete from letter_hours where member_id = $1").bind(member)
    )?;
    change!(
        tx,
        sqlx::query("delete from letter_refusal where member_id = $1").bind(member)
    )
    .map(|_| ())
}
