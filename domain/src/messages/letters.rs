//! One letter about what lies unread, not one for each message.

use super::{
    model::Reminder,
    rules::{self, LetterStep},
    store::{self, MessageRow},
};
use crate::{
    Ctx, Timestamp, bookings,
    db::Tx,
    jobs::{self, Failure, Job},
    members,
    notifications::{self, Letter, MessageNews},
};

/// The most unread messages that one letter tells of.
const MOST_TOLD: i64 = 500;
/// The most messages that a letter quotes.
const MOST_QUOTED: usize = 10;
/// The most characters that a letter quotes.
const LONGEST_QUOTE: usize = 1_500;

/// The time has come to look whether somebody wants to be told what lies unread.
///
/// # Errors
/// When the database does not answer; the job is then tried again.
pub async fn remind(ctx: &Ctx, reminder: Reminder) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    if !store::take_turn(&mut tx, reminder.conversation).await? {
        return Ok(());
    }
    look(ctx, &mut tx, reminder, now).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

async fn look(ctx: &Ctx, tx: &mut Tx, reminder: Reminder, now: Timestamp) -> sqlx::Result<()> {
    let Reminder { conversation, member } = reminder;
    let Some(progress) = store::progress(tx, conversation, member).await? else {
        return Ok(());
    };
    let after = progress.read_seq.max(progress.told_seq);
    let unread: Vec<_> = store::messages_after(tx, conversation, after, MOST_TOLD)
        .await?
        .into_iter()
        .filter(|message| message.author_id != member)
        .collect();
    let waits_since = unread.first().map(|message| message.created_at);
    let step = match rules::letter_step(&progress, waits_since, now) {
        // What is read before the morning need not be told in the morning.
        LetterStep::Write => {
            let awake = notifications::choices_of(tx, member)
                .await?
                .quiet
                .next_awake(now, &ctx.settings.zone);
            if awake > now {
                LetterStep::Wait(awake)
            } else {
                LetterStep::Write
            }
        }
        step => step,
    };
    match step {
        LetterStep::Nothing => store::plan_letter(tx, conversation, member, None).await,
        LetterStep::Wait(at) => {
            store::plan_letter(tx, conversation, member, Some(at)).await?;
            jobs::queue(tx, now, at, None, &Job::Messages(reminder)).await
        }
        LetterStep::Write => write(tx, reminder, &unread, now).await,
    }
}

async fn write(tx: &mut Tx, reminder: Reminder, unread: &[MessageRow], now: Timestamp) -> sqlx::Result<()> {
    let Reminder { conversation, member } = reminder;
    let Some(last) = unread.last().map(|message| message.seq) else {
        return Ok(());
    };
    store::told(tx, conversation, member, last, now).await?;
    let Some(row) = store::seen_by(tx, conversation, member).await? else {
        return Ok(());
    };
    let other = row.other(member);
    let (_, to) = bookings::store::reach(tx, member).await?;
    // Who has left cannot be told, and who blocked the other meanwhile does not want to.
    let Some(to) = to else { return Ok(()) };
    if members::stands_between(tx, member, other).await?.by_me {
        return Ok(());
    }
    let Some(listing) = store::listing(tx, row.listing_id).await? else {
        return Ok(());
    };
    let first = unread.first().map_or(last, |message| message.seq);
    let photos = store::photos_between(tx, conversation, first, last).await?;
    let photos = photos
        .iter()
        .filter(|photo| unread.iter().any(|message| message.seq == photo.seq))
        .count();
    let news = MessageNews {
        path: conversation.path(),
        title: listing.title,
        other: store::person(tx, other).await?.name,
        count: i64::try_from(unread.len()).unwrap_or(i64::MAX),
        photos: i64::try_from(photos).unwrap_or(i64::MAX),
        words: quoted(unread),
    };
    notifications::post(tx, now, to, Letter::Messages(news)).await
}

/// The first words of what is unread, as far as a letter has room.
fn quoted(unread: &[MessageRow]) -> String {
    let words: Vec<_> = unread
        .iter()
        .filter(|message| !message.body.is_empty())
        .take(MOST_QUOTED)
        .map(|message| message.body.as_str())
        .collect();
    let words = words.join("\n\n");
    match words.char_indices().nth(LONGEST_QUOTE) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words,
    }
}
