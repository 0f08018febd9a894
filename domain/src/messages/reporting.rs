//! Reporting a message to those who run the place.

use super::{
    model::ConversationId,
    reading::{self, Message},
    store::{self, MessageRow},
};
use crate::{
    Ctx, Error,
    db::Tx,
    forms::FieldError,
    members::Me,
    moderation::{self, ReportDraft, ReportId, Subject, SubjectKind},
};

/// A message that `me` could report.
///
/// # Errors
/// [`Error::NotFound`] for messages of one's own and for conversations of others.
pub async fn reported_message(
    ctx: &Ctx,
    me: &Me,
    id: ConversationId,
    seq: i64,
) -> Result<Message, Error<Vec<FieldError>>> {
    let mut tx = ctx.db.read().await?;
    let row = others_message(&mut tx, me, id, seq).await?;
    let mut found = reading::with_pictures(&mut tx, id, me.id, vec![row]).await?;
    found.pop().ok_or(Error::NotFound)
}

/// Reports a message of the other. Reporting it twice is once.
///
/// # Errors
/// [`Error::NotFound`] as [`reported_message`]; refused with what is wrong at the fields `reason` and `words`.
pub async fn report_message(
    ctx: &Ctx,
    me: &Me,
    id: ConversationId,
    seq: i64,
    typed: &ReportDraft,
) -> Result<ReportId, Error<Vec<FieldError>>> {
    let mut tx = ctx.db.write().await?;
    let row = others_message(&mut tx, me, id, seq).await?;
    let subject = Subject {
        kind: SubjectKind::Message,
        id: row.id.0,
        about: Some(row.author_id),
    };
    let report = moderation::report(ctx, &mut tx, me, subject, typed)
        .await?
        .map_err(Error::Refused)?;
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(report)
}

async fn others_message(
    tx: &mut Tx,
    me: &Me,
    id: ConversationId,
    seq: i64,
) -> Result<MessageRow, Error<Vec<FieldError>>> {
    store::seen_by(tx, id, me.id).await?.ok_or(Error::NotFound)?;
    let found = store::messages_after(tx, id, seq.saturating_sub(1), 1).await?;
    found
        .into_iter()
        .find(|message| message.seq == seq && message.author_id != me.id)
        .ok_or(Error::NotFound)
}
