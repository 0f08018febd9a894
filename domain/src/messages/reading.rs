//! What the two see: their conversations, one of them with what happened to the booking between the messages, and what
//! is new in it.

use super::{
    model::{About, ConversationId, Cursor, MessageId, Refusal, Side},
    rules,
    scene::{self, Door},
    store::{self, MessageRow, PictureRow, Row},
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{self, Actor, BookingKey, Person},
    db::Tx,
    error::Fault,
    events, listings,
    members::{self, Me, MemberId},
    photos::{self, Size},
    signals,
};
use serde::Deserialize;
use uuid::Uuid;

/// How many messages stand on one page of a conversation.
pub const MESSAGES_ON_PAGE: i64 = 100;
/// How many conversations stand on one page of the list.
pub const LINES_ON_PAGE: usize = 30;
/// The most that is handed out at once of what is new.
const MOST_NEW: i64 = 50;

/// A picture of a message. Only the two can have it, by [`photo`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    /// Its key.
    pub id: Uuid,
    /// Width of the largest size, in pixels.
    pub width: i64,
    /// Height of the largest size, in pixels.
    pub height: i64,
    /// A thumbhash in base64.
    pub thumbhash: String,
}

/// A message as one of the two reads it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// In which conversation it was written.
    pub conversation: ConversationId,
    /// Its number there, from 1.
    pub seq: i64,
    /// Its id.
    pub id: MessageId,
    /// Whether the reader wrote it.
    pub mine: bool,
    /// Its text: plain, with line breaks.
    pub text: String,
    /// Its pictures, in order.
    pub pictures: Vec<Picture>,
    /// When it was kept.
    pub at: Timestamp,
}

/// Something that happened to the booking, from its own history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happened {
    /// Its number in the booking's history, from 1.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: Actor,
    /// What.
    pub event: What,
}

/// What stands in a booking's history, as far as a conversation tells it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(untagged)]
pub enum What {
    /// The booking moved on.
    Booking(bookings::Event),
    /// One side told the other something.
    Signal(signals::Event),
}

impl What {
    /// As keys of texts have it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Booking(event) => event.name(),
            Self::Signal(event) => event.name(),
        }
    }
}

/// One line of a conversation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Entry {
    /// Somebody wrote.
    Message(Message),
    /// Something happened.
    Happened(Happened),
}

impl Entry {
    /// When.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        match self {
            Self::Message(message) => message.at,
            Self::Happened(happened) => happened.at,
        }
    }
}

/// A conversation as one of the two sees it.
#[derive(Clone, PartialEq, Debug)]
pub struct ConversationView {
    /// Which.
    pub id: ConversationId,
    /// What it is about.
    pub about: About,
    /// What the thing is called now.
    pub title: String,
    /// The thing's first photo now.
    pub photo: Option<Uuid>,
    /// Whether the listing's page is there for the reader.
    pub listing_shown: bool,
    /// On which side the reader is.
    pub me: Side,
    /// The other.
    pub other: Person,
    /// Whether the reader has blocked the other.
    pub blocked: bool,
    /// What the same asker wrote about the listing before: for bookings only, the oldest first.
    pub earlier: Vec<Message>,
    /// One page of it, the oldest first.
    pub entries: Vec<Entry>,
    /// Before which number the next older page ends, if there is one.
    pub older: Option<i64>,
    /// The number of the first message that had not been shown to the reader before, if one is on this page.
    pub new_from: Option<i64>,
    /// How far the conversation has come: what is new begins behind this.
    pub cursor: Cursor,
    /// Why the reader may not write now, if they may not.
    pub refusal: Option<Refusal>,
}

/// One line of the list of conversations.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Which.
    pub id: ConversationId,
    /// What it is about.
    pub about: About,
    /// What the thing is called now.
    pub title: String,
    /// The other.
    pub other: Person,
    /// The newest message: its text, which may be empty if it has pictures.
    pub text: String,
    /// Whether the reader wrote it.
    pub mine: bool,
    /// When it was kept.
    pub at: Timestamp,
    /// How many messages have not been shown to the reader.
    pub unread: i64,
}

/// One page of a member's conversations, the latest first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Conversations {
    /// The lines.
    pub lines: Vec<Line>,
    /// Whether there is another page.
    pub more: bool,
}

/// What is new in a conversation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct News {
    /// What is new, in order, each with how far one has come with it.
    pub entries: Vec<(Cursor, Entry)>,
    /// How far one has come with all of it.
    pub cursor: Cursor,
}

/// A conversation as one of the two sees it: its newest page, or the one that ends before number `before`. Nothing is
/// noted as read by this.
///
/// # Errors
/// [`Error::NotFound`] for everybody else. The two parties of a booking have a conversation about it also before anybody
/// wrote.
pub async fn conversation(
    ctx: &Ctx,
    me: &Me,
    id: ConversationId,
    before: Option<i64>,
) -> Result<ConversationView, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let row = scene::enter(&mut tx, Door::Conversation(id), me.id, now)
        .await?
        .ok_or(Error::NotFound)?;
    let scene = scene::scene(&mut tx, &row, me.id, now).await?;
    let listing = store::listing(&mut tx, row.listing_id).await?.ok_or(Error::NotFound)?;
    let side = row.side(me.id);
    let other = store::person(&mut tx, row.other(me.id)).await?;

    let until = before.unwrap_or(i64::MAX);
    let mut rows = store::messages_before(&mut tx, id, until, MESSAGES_ON_PAGE + 1).await?;
    let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > MESSAGES_ON_PAGE;
    if more {
        rows.pop();
    }
    rows.reverse();
    let older = rows.first().filter(|_| more).map(|first| first.seq);
    let history = history(&mut tx, &row).await?;
    let cursor = Cursor {
        message: row.last_seq,
        event: history.last().map_or(0, |happened| happened.seq),
    };
    // Of what happened, that which belongs between these messages.
    let from = older.and(rows.first()).map(|first| first.created_at);
    let to = match before {
        Some(before) => store::messages_after(&mut tx, id, before.saturating_sub(1), 1).await?,
        None => Vec::new(),
    };
    let to = to.first().map(|next| next.created_at);
    let happened = history
        .into_iter()
        .filter(|h| from.is_none_or(|from| h.at >= from) && to.is_none_or(|to| h.at < to))
        .collect();
    let read = store::progress(&mut tx, id, me.id).await?.unwrap_or_default().read_seq;
    let new_from = rows
        .iter()
        .find(|message| message.seq > read && message.author_id != me.id)
        .map(|message| message.seq);
    let messages = with_pictures(&mut tx, id, me.id, rows).await?;
    let earlier = match older {
        None => earlier(&mut tx, &row, &scene, me.id).await?,
        Some(_) => Vec::new(),
    };
    Ok(ConversationView {
        id,
        about: row.about(),
        title: listing.title,
        photo: listing.photo,
        listing_shown: listing.state == listings::State::Published || side == Side::Owner,
        me: side,
        other: Person {
            id: row.other(me.id),
            name: other.name,
            photo: other.photo_id,
        },
        blocked: scene.blocked.by_me,
        earlier,
        entries: merged(messages, happened),
        older,
        new_from,
        cursor,
        refusal: rules::may_write(&scene, now).err(),
    })
}

/// What happened to the booking, oldest first; nothing for a listing. It is read from the booking's own history and kept
/// nowhere else.
async fn history(tx: &mut Tx, row: &Row) -> sqlx::Result<Vec<Happened>> {
    let Some(BookingKey { id, .. }) = row.about().booking() else {
        return Ok(Vec::new());
    };
    let recorded = events::history::<What>(tx, id.0).await?;
    let by = |who: Option<MemberId>| match who {
        Some(who) if who == row.owner_id => Actor::Lender,
        Some(who) if who == row.asker_id => Actor::Borrower,
        _ => Actor::Clock,
    };
    Ok(recorded
        .into_iter()
        .map(|r| Happened {
            seq: r.seq,
            at: r.at,
            by: by(r.actor),
            event: r.event,
        })
        .collect())
}

/// What was written about the listing until the booking was over. While it is open the two write here only, so nothing is
/// missed.
async fn earlier(tx: &mut Tx, row: &Row, scene: &rules::Scene, me: MemberId) -> sqlx::Result<Vec<Message>> {
    let rules::Stage::Booking { ended_at, .. } = scene.stage else {
        return Ok(Vec::new());
    };
    let Some(asked) = store::asked(tx, row.listing_id, row.asker_id).await? else {
        return Ok(Vec::new());
    };
    let mut rows = store::messages_before(tx, asked.id, i64::MAX, MESSAGES_ON_PAGE).await?;
    rows.retain(|message| ended_at.is_none_or(|ended_at| message.created_at < ended_at));
    rows.reverse();
    with_pictures(tx, asked.id, me, rows).await
}

/// Messages that follow each other, with their pictures.
pub(super) async fn with_pictures(
    tx: &mut Tx,
    conversation: ConversationId,
    me: MemberId,
    rows: Vec<MessageRow>,
) -> sqlx::Result<Vec<Message>> {
    let pictures = match (rows.first(), rows.last()) {
        (Some(first), Some(last)) => store::photos_between(tx, conversation, first.seq, last.seq).await?,
        _ => Vec::new(),
    };
    let of = |seq: i64| {
        let mine = pictures.iter().filter(|picture| picture.seq == seq);
        mine.map(picture).collect()
    };
    Ok(rows
        .into_iter()
        .map(|row| Message {
            conversation,
            seq: row.seq,
            id: row.id,
            mine: row.author_id == me,
            text: row.body,
            pictures: of(row.seq),
            at: row.created_at,
        })
        .collect())
}

fn picture(row: &PictureRow) -> Picture {
    Picture {
        id: row.id,
        width: row.width,
        height: row.height,
        thumbhash: row.thumbhash.clone(),
    }
}

/// Messages and events in one line, each in its own order, and by time between them. What happened at the very moment of
/// a message comes before it.
fn merged(messages: Vec<Message>, happened: Vec<Happened>) -> Vec<Entry> {
    let mut all = Vec::with_capacity(messages.len() + happened.len());
    let mut happened = happened.into_iter().peekable();
    for message in messages {
        while let Some(before) = happened.next_if(|h| h.at <= message.at) {
            all.push(Entry::Happened(before));
        }
        all.push(Entry::Message(message));
    }
    all.extend(happened.map(Entry::Happened));
    all
}

/// What is new in a conversation behind `after`; without it nothing is, and the answer says how far it has come. At most
/// 50 messages at once: ask again from where it ends. `None` once the session of `me` is over or the conversation is not
/// theirs.
///
/// # Errors
/// When the database does not answer.
pub async fn news(ctx: &Ctx, me: &Me, id: ConversationId, after: Option<Cursor>) -> Result<Option<News>, Fault> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    if !members::still_open(&mut tx, me, now).await? {
        return Ok(None);
    }
    let Some(row) = scene::enter(&mut tx, Door::Conversation(id), me.id, now).await? else {
        return Ok(None);
    };
    let history = history(&mut tx, &row).await?;
    let Some(after) = after else {
        let cursor = Cursor {
            message: row.last_seq,
            event: history.last().map_or(0, |happened| happened.seq),
        };
        return Ok(Some(News {
            entries: Vec::new(),
            cursor,
        }));
    };
    let rows = store::messages_after(&mut tx, id, after.message, MOST_NEW).await?;
    let messages = with_pictures(&mut tx, id, me.id, rows).await?;
    let happened = history.into_iter().filter(|h| h.seq > after.event).collect();
    let mut cursor = after;
    let entries = merged(messages, happened)
        .into_iter()
        .map(|entry| {
            match &entry {
                Entry::Message(message) => cursor.message = message.seq,
                Entry::Happened(happened) => cursor.event = happened.seq,
            }
            (cursor, entry)
        })
        .collect();
    Ok(Some(News { entries, cursor }))
}

/// One page of a member's conversations in which something was written; `page` counts from 0.
///
/// # Errors
/// When the database does not answer.
pub async fn conversations(ctx: &Ctx, me: &Me, page: i64) -> Result<Conversations, Error<Refusal>> {
    let per_page = i64::try_from(LINES_ON_PAGE).unwrap_or(i64::MAX);
    let mut tx = ctx.db.read().await?;
    let mut rows = store::lines(&mut tx, me.id, per_page + 1, page.clamp(0, 10_000) * per_page).await?;
    let more = rows.len() > LINES_ON_PAGE;
    rows.truncate(LINES_ON_PAGE);
    let lines = rows
        .into_iter()
        .map(|row| Line {
            id: row.conversation.id,
            about: row.conversation.about(),
            title: row.title,
            other: Person {
                id: row.conversation.other(me.id),
                name: row.other_name,
                photo: row.other_photo,
            },
            text: row.body,
            mine: row.author_id == me.id,
            at: row.last_at,
            unread: row.unread,
        })
        .collect();
    Ok(Conversations { lines, more })
}

/// In how many of a member's conversations something is unread: the number in the navigation.
///
/// # Errors
/// When the database does not answer.
pub async fn unread_count(ctx: &Ctx, me: MemberId) -> sqlx::Result<i64> {
    let mut tx = ctx.db.read().await?;
    store::unread_conversations(&mut tx, me).await
}

/// How many messages of a conversation have not been shown to `me`; 0 for conversations of others.
///
/// # Errors
/// When the database does not answer.
pub async fn unread_in(ctx: &Ctx, me: MemberId, id: ConversationId) -> sqlx::Result<i64> {
    let mut tx = ctx.db.read().await?;
    store::unread_in(&mut tx, id, me).await
}

/// The file of a picture, as WebP.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two, and for pictures that are not in this conversation.
pub async fn photo(ctx: &Ctx, me: &Me, id: ConversationId, photo: Uuid, size: Size) -> Result<Vec<u8>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    if !store::has_photo(&mut tx, id, photo, me.id).await? {
        return Err(Error::NotFound);
    }
    drop(tx);
    let file = ctx.blobs.get(&photos::private_key(photo, size)).await?;
    file.ok_or(Error::NotFound)
}
