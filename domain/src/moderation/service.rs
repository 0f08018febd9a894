//! Taking down a report, with a receipt to whoever made it.

use super::model::{Reason, ReportDraft, ReportId, Subject};
use crate::{
    Ctx, Timestamp,
    db::Tx,
    error::Fault,
    forms::{Check, FieldError, Problem},
    members::{Me, MemberId},
    notifications::{self, Letter, Recipient},
};
use uuid::Uuid;

/// The most characters of what is said beside the reason.
const LONGEST_WORDS: usize = 2_000;

/// A report as it was taken down.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Report {
    /// Which.
    pub id: ReportId,
    /// The kind of its subject, by name.
    pub subject_kind: String,
    /// Its subject.
    pub subject_id: Uuid,
    /// Whose the subject is.
    pub about_id: Option<MemberId>,
    /// Who reported it.
    pub reporter_id: MemberId,
    /// Why, by name.
    pub reason: String,
    /// What else they said.
    pub words: String,
    /// When.
    pub created_at: Timestamp,
}

/// Takes down a report in the transaction of whoever has seen that `me` may see the subject; a letter confirms it. The
/// same member reports a subject once: afterwards it is the first report that counts. The caller commits.
///
/// # Errors
/// The outer one is ours, the inner one what is wrong at the fields `reason` and `words`: who chooses
/// [`Reason::Other`] says what.
pub async fn report(
    ctx: &Ctx,
    tx: &mut Tx,
    me: &Me,
    subject: Subject,
    typed: &ReportDraft,
) -> Result<Result<ReportId, Vec<FieldError>>, Fault> {
    let mut check = Check::default();
    let reason = Reason::from_name(&typed.reason);
    if reason.is_none() {
        check.note("reason", Problem::ChooseOne);
    }
    let least = if reason == Some(Reason::Other) { 3 } else { 0 };
    let words = check.text("words", &typed.words, least, LONGEST_WORDS);
    let (Some(reason), Ok(words)) = (reason, check.clone().finish(words)) else {
        return Ok(Err(check.finish(()).err().unwrap_or_default()));
    };
    if let Some(before) = report_of(tx, me.id, subject).await? {
        return Ok(Ok(before.id));
    }
    let now = ctx.clock.now();
    let id = ReportId::at(now);
    change!(
        tx,
        sqlx::query(
            "insert into report (id, subject_kind, subject_id, about_id, reporter_id, reason, words, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing"
        )
        .bind(id)
        .bind(subject.kind.name())
        .bind(subject.id)
        .bind(subject.about)
        .bind(me.id)
        .bind(reason.name())
        .bind(&words)
        .bind(now)
    )?;
    // Somebody pressed twice: both read the number of the one that was kept.
    let Some(kept) = report_of(tx, me.id, subject).await? else {
        return Err(Fault::Other("a report was neither kept nor there before".into()));
    };
    if kept.id == id {
        let to = Recipient {
            address: me.email.clone(),
            name: me.name.clone(),
            lang: me.lang,
            member: Some(me.id),
        };
        let receipt = Letter::ReportReceived {
            number: id.number(),
            kind: subject.kind,
            reason,
            words,
        };
        notifications::post(tx, now, to, receipt).await?;
    }
    Ok(Ok(kept.id))
}

/// What a member reported of this subject, if they did.
///
/// # Errors
/// When the database does not answer.
pub async fn report_of(tx: &mut Tx, reporter: MemberId, subject: Subject) -> sqlx::Result<Option<Report>> {
    run!(tx, db => sqlx::query_as::<_, Report>(
        "select id, subject_kind, subject_id, about_id, reporter_id, reason, words, created_at from report
          where subject_kind = $1 and subject_id = $2 and reporter_id = $3",
    ).bind(subject.kind.name()).bind(subject.id).bind(reporter).fetch_optional(db))
}
