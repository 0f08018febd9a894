//! The SQL of conversations and their messages.

use super::{
    model::{About, ConversationId, MessageId},
    rules::{Progress, Recent},
};
use crate::{
    Timestamp,
    bookings::{BookingId, BookingKey},
    db::Tx,
    listings::{self, ListingId},
    members::MemberId,
    photos::Photo,
};
use uuid::Uuid;

/// A conversation as its row has it.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct Row {
    /// Which.
    pub id: ConversationId,
    /// About which listing.
    pub listing_id: ListingId,
    /// About which booking, if it is about one.
    pub booking_id: Option<BookingId>,
    /// Who asks or borrows.
    pub asker_id: MemberId,
    /// Whose thing it is.
    pub owner_id: MemberId,
    /// The number of its newest message.
    pub last_seq: i64,
}

impl Row {
    /// What it is about.
    pub fn about(&self) -> About {
        match self.booking_id {
            None => About::Listing(self.listing_id),
            Some(id) => About::Booking(BookingKey {
                listing: self.listing_id,
                id,
            }),
        }
    }
}

/// The conversation, if `member` is one of the two.
pub async fn seen_by(tx: &mut Tx, id: ConversationId, member: MemberId) -> sqlx::Result<Option<Row>> {
    run!(tx, db => sqlx::query_as::<_, Row>(
        "select id, listing_id, booking_id, asker_id, owner_id, last_seq from conversation
          where id = $1 and (asker_id = $2 or owner_id = $2)",
    ).bind(id).bind(member).fetch_optional(db))
}

/// What `asker` wrote about a listing without a booking.
pub async fn asked(tx: &mut Tx, listing: ListingId, asker: MemberId) -> sqlx::Result<Option<Row>> {
    run!(tx, db => sqlx::query_as::<_, Row>(
        "select id, listing_id, booking_id, asker_id, owner_id, last_seq from conversation
          where listing_id = $1 and asker_id = $2 and booking_id is null",
    ).bind(listing).bind(asker).fetch_optional(db))
}

/// Whose a listing is, what it is called, and where it stands. `None` for drafts, which only their owner knows.
pub async fn listing(tx: &mut Tx, id: ListingId) -> sqlx::Result<Option<ListingRow>> {
    run!(tx, db => sqlx::query_as::<_, ListingRow>(
        "select l.owner_id, l.title, l.state,
                (select p.id from listing_photo p where p.listing_id = l.id order by p.position, p.id limit 1) as photo
           from listing l where l.id = $1 and l.state <> 'draft'",
    ).bind(id).fetch_optional(db))
}

/// A listing as far as a conversation is concerned.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ListingRow {
    /// Whose.
    pub owner_id: MemberId,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: listings::State,
    /// Its cover.
    pub photo: Option<Uuid>,
}

/// Begins a conversation, unless it has begun.
pub async fn begin(tx: &mut Tx, row: &Row, now: Timestamp) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into conversation (id, listing_id, booking_id, asker_id, owner_id, last_at, created_at)
             values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing"
        )
        .bind(row.id)
        .bind(row.listing_id)
        .bind(row.booking_id)
        .bind(row.asker_id)
        .bind(row.owner_id)
        .bind(now)
    )
    .map(|_| ())
}

/// Keeps how far one of the two is from now on.
pub async fn begin_side(tx: &mut Tx, id: ConversationId, member: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into conversation_side (conversation_id, member_id) values ($1, $2) on conflict do nothing"
        )
        .bind(id)
        .bind(member)
    )
    .map(|_| ())
}

/// The number of the next message. Everybody else who wants one in this conversation waits until this transaction is
/// over, and if it comes to nothing the number is free again: so numbers have no gaps, and none appears after a greater
/// one.
pub async fn next_number(tx: &mut Tx, id: ConversationId, now: Timestamp) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "update conversation set last_seq = last_seq + 1, last_at = $2 where id = $1 returning last_seq",
    ).bind(id).bind(now).fetch_one(db))
}

/// Makes everybody else wait who wants to write in this conversation: `false` if there is none.
pub async fn take_turn(tx: &mut Tx, id: ConversationId) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("update conversation set last_seq = last_seq where id = $1").bind(id)
    )
    .map(|rows| rows == 1)
}

/// The number of the message that this form made before.
pub async fn made_once(tx: &mut Tx, id: ConversationId, once: &str) -> sqlx::Result<Option<i64>> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select seq from message where conversation_id = $1 and once_key = $2",
    ).bind(id).bind(once).fetch_optional(db))
}

/// A message as its row has it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct MessageRow {
    /// Its number in the conversation.
    pub seq: i64,
    /// Its id.
    pub id: MessageId,
    /// Who wrote it.
    pub author_id: MemberId,
    /// Its text.
    pub body: String,
    /// When it was kept.
    pub created_at: Timestamp,
}

/// Adds a message.
pub async fn insert(tx: &mut Tx, id: ConversationId, message: &MessageRow, once: Option<&str>) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into message (conversation_id, seq, id, author_id, body, once_key, created_at)
             values ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(id)
        .bind(message.seq)
        .bind(message.id)
        .bind(message.author_id)
        .bind(&message.body)
        .bind(once)
        .bind(message.created_at)
    )
    .map(|_| ())
}

/// Adds a picture to a message.
pub async fn insert_photo(tx: &mut Tx, id: ConversationId, seq: i64, position: i64, photo: &Photo) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into message_photo (conversation_id, seq, id, position, width, height, thumbhash)
             values ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(id)
        .bind(seq)
        .bind(photo.id)
        .bind(position)
        .bind(photo.width)
        .bind(photo.height)
        .bind(&photo.thumbhash)
    )
    .map(|_| ())
}

/// Notes the newest message that a member has not written.
pub async fn heard(tx: &mut Tx, id: ConversationId, member: MemberId, seq: i64) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("update conversation_side set heard_seq = $3 where conversation_id = $1 and member_id = $2")
            .bind(id)
            .bind(member)
            .bind(seq)
    )
    .map(|_| ())
}

/// Notes what was shown to a member, which only grows: whether that is more than before.
pub async fn read(tx: &mut Tx, id: ConversationId, member: MemberId, seq: i64) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "update conversation_side set read_seq = $3
              where conversation_id = $1 and member_id = $2 and read_seq < $3
                and $3 <= (select last_seq from conversation where id = $1)"
        )
        .bind(id)
        .bind(member)
        .bind(seq)
    )
    .map(|rows| rows == 1)
}

/// How far a member is, for letters; `None` where nothing was written yet.
pub async fn progress(tx: &mut Tx, id: ConversationId, member: MemberId) -> sqlx::Result<Option<Progress>> {
    run!(tx, db => sqlx::query_as::<_, Progress>(
        "select read_seq, told_seq, told_at, letter_at from conversation_side
          where conversation_id = $1 and member_id = $2",
    ).bind(id).bind(member).fetch_optional(db))
}

/// Notes when it is looked again whether a letter is wanted.
pub async fn plan_letter(tx: &mut Tx, id: ConversationId, member: MemberId, at: Option<Timestamp>) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("update conversation_side set letter_at = $3 where conversation_id = $1 and member_id = $2")
            .bind(id)
            .bind(member)
            .bind(at)
    )
    .map(|_| ())
}

/// Notes what a letter told of.
pub async fn told(tx: &mut Tx, id: ConversationId, member: MemberId, seq: i64, now: Timestamp) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "update conversation_side set told_seq = $3, told_at = $4, letter_at = null
              where conversation_id = $1 and member_id = $2"
        )
        .bind(id)
        .bind(member)
        .bind(seq)
        .bind(now)
    )
    .map(|_| ())
}

/// The newest messages before number `before`, the newest first.
pub async fn messages_before(tx: &mut Tx, id: ConversationId, before: i64, most: i64) -> sqlx::Result<Vec<MessageRow>> {
    run!(tx, db => sqlx::query_as::<_, MessageRow>(
        "select seq, id, author_id, body, created_at from message
          where conversation_id = $1 and seq < $2 order by seq desc limit $3",
    ).bind(id).bind(before).bind(most).fetch_all(db))
}

/// The messages after number `after`, the oldest first.
pub async fn messages_after(tx: &mut Tx, id: ConversationId, after: i64, most: i64) -> sqlx::Result<Vec<MessageRow>> {
    run!(tx, db => sqlx::query_as::<_, MessageRow>(
        "select seq, id, author_id, body, created_at from message
          where conversation_id = $1 and seq > $2 order by seq limit $3",
    ).bind(id).bind(after).bind(most).fetch_all(db))
}

/// A picture of a message.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct PictureRow {
    /// Of which message.
    pub seq: i64,
    /// Its key.
    pub id: Uuid,
    /// Width of the largest size, in pixels.
    pub width: i64,
    /// Height of the largest size, in pixels.
    pub height: i64,
    /// A thumbhash in base64.
    pub thumbhash: String,
}

/// The pictures of the messages from number `first` to `last`, in order.
pub async fn photos_between(tx: &mut Tx, id: ConversationId, first: i64, last: i64) -> sqlx::Result<Vec<PictureRow>> {
    run!(tx, db => sqlx::query_as::<_, PictureRow>(
        "select seq, id, width, height, thumbhash from message_photo
          where conversation_id = $1 and seq between $2 and $3 order by seq, position, id",
    ).bind(id).bind(first).bind(last).fetch_all(db))
}

/// Whether this picture is in a conversation of `member`'s.
pub async fn has_photo(tx: &mut Tx, id: ConversationId, photo: Uuid, member: MemberId) -> sqlx::Result<bool> {
    let found = run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from message_photo p join conversation c on c.id = p.conversation_id
          where p.conversation_id = $1 and p.id = $2 and (c.asker_id = $3 or c.owner_id = $3)",
    ).bind(id).bind(photo).bind(member).fetch_one(db))?;
    Ok(found > 0)
}

/// How many of a conversation's messages a member has neither written nor been shown.
pub async fn unread_in(tx: &mut Tx, id: ConversationId, member: MemberId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from message n join conversation_side s
                on s.conversation_id = n.conversation_id and s.member_id = $2
          where n.conversation_id = $1 and n.seq > s.read_seq and n.author_id <> $2",
    ).bind(id).bind(member).fetch_one(db))
}

/// In how many of a member's conversations something is unread.
pub async fn unread_conversations(tx: &mut Tx, member: MemberId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from conversation_side where member_id = $1 and heard_seq > read_seq",
    ).bind(member).fetch_one(db))
}

/// What a member sent since `since`.
pub async fn sent_since(tx: &mut Tx, author: MemberId, since: Timestamp) -> sqlx::Result<Recent> {
    run!(tx, db => sqlx::query_as::<_, Recent>(
        "select count(*) as count, min(created_at) as first_at from message where author_id = $1 and created_at > $2",
    ).bind(author).bind(since).fetch_one(db))
}

/// The conversations about listings that a member began since `since`.
pub async fn begun_since(tx: &mut Tx, asker: MemberId, since: Timestamp) -> sqlx::Result<Recent> {
    run!(tx, db => sqlx::query_as::<_, Recent>(
        "select count(*) as count, min(created_at) as first_at from conversation
          where asker_id = $1 and created_at > $2 and booking_id is null",
    ).bind(asker).bind(since).fetch_one(db))
}

/// One of the two, as the other sees them.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PersonRow {
    /// Their name; empty once they have left.
    pub name: String,
    /// Their photo.
    pub photo_id: Option<Uuid>,
    /// When they left.
    pub deleted_at: Option<Timestamp>,
}

/// How somebody is called, and whether they are still here.
pub async fn person(tx: &mut Tx, member: MemberId) -> sqlx::Result<PersonRow> {
    run!(tx, db => sqlx::query_as::<_, PersonRow>("select name, photo_id, deleted_at from member where id = $1")
        .bind(member).fetch_one(db))
}

/// One line of a member's list of conversations.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct LineRow {
    /// The conversation.
    #[sqlx(flatten)]
    pub conversation: Row,
    /// When its newest message was kept.
    pub last_at: Timestamp,
    /// The other's name; empty once they have left.
    pub other_name: String,
    /// The other's photo.
    pub other_photo: Option<Uuid>,
    /// What the thing is called.
    pub title: String,
    /// Who wrote the newest message.
    pub author_id: MemberId,
    /// What it says.
    pub body: String,
    /// How many messages are unread.
    pub unread: i64,
}

/// A member's conversations, the latest first.
pub async fn lines(tx: &mut Tx, member: MemberId, most: i64, skip: i64) -> sqlx::Result<Vec<LineRow>> {
    run!(tx, db => sqlx::query_as::<_, LineRow>(
        "select c.id, c.listing_id, c.booking_id, c.asker_id, c.owner_id, c.last_seq, c.last_at,
                o.name as other_name, o.photo_id as other_photo, l.title, m.author_id, m.body,
                (select count(*) from message n
                  where n.conversation_id = c.id and n.seq > s.read_seq and n.author_id <> s.member_id) as unread
           from conversation_side s
                join conversation c on c.id = s.conversation_id
                join member o on o.id = case when c.asker_id = s.member_id then c.owner_id else c.asker_id end
                join listing l on l.id = c.listing_id
                join message m on m.conversation_id = c.id and m.seq = c.last_seq
          where s.member_id = $1 order by c.last_at desc, c.id desc limit $2 offset $3",
    ).bind(member).bind(most).bind(skip).fetch_all(db))
}
