//! The SQL of reviews. Whatever others may see is asked for with `visible_from <= now`, in every statement of its own.

use super::{
    model::{Aspect, Exchange, Half, Reply, Review, ReviewId, Stars},
    rating::{Mean, Rating},
    reliability::{Dealing, Outcome},
    rules,
};
use crate::{
    Lang, Timestamp,
    bookings::{Booking, BookingId, Party},
    db::Tx,
    error::Fault,
    listings::{self, ListingId},
    members::MemberId,
};
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// A row of `review`.
#[derive(sqlx::FromRow)]
pub struct Row {
    id: ReviewId,
    side: String,
    overall: i64,
    as_described: Option<i64>,
    condition: Option<i64>,
    communication: Option<i64>,
    care: Option<i64>,
    punctuality: Option<i64>,
    words: String,
    lang: Lang,
    visible_from: Timestamp,
    published_at: Option<Timestamp>,
    reply: Option<String>,
    reply_lang: Option<Lang>,
    version: i64,
}

/// Statements that read whole reviews name the same columns.
macro_rules! reviews {
    ($more:literal, $($rest:tt)+) => {
        concat!(
            "select r.id, r.side, r.overall, r.as_described, r.condition, r.communication, r.care, r.punctuality,
                    r.words, r.lang, r.visible_from, r.published_at, r.reply, r.reply_lang, r.version ",
            $more,
            " from review r ",
            $($rest)+
        )
    };
}

impl Row {
    /// Who wrote it, and what.
    fn read(&self) -> Result<(Party, Review), Fault> {
        let nonsense = |what: String| Fault::Row {
            table: "review",
            id: self.id.to_string(),
            what,
        };
        let side = Party::from_name(&self.side).ok_or_else(|| nonsense(format!("side {}", self.side)))?;
        let stars = |number: i64| Stars::try_from(number).map_err(nonsense);
        let mut aspects = BTreeMap::new();
        for (aspect, number) in [
            (Aspect::AsDescribed, self.as_described),
            (Aspect::Condition, self.condition),
            (Aspect::Communication, self.communication),
            (Aspect::Care, self.care),
            (Aspect::Punctuality, self.punctuality),
        ] {
            if let Some(number) = number {
                aspects.insert(aspect, stars(number)?);
            }
        }
        let review = Review {
            overall: stars(self.overall)?,
            aspects,
            words: self.words.clone(),
            lang: self.lang,
        };
        Ok((side, review))
    }

    fn reply(&self) -> Option<Reply> {
        let (words, lang) = (self.reply.clone()?, self.reply_lang?);
        Some(Reply { words, lang })
    }
}

/// Which row a review is, and how often it changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kept {
    /// Its id.
    pub id: ReviewId,
    /// Counts changes.
    pub version: i64,
}

/// The two reviews of a booking, and which rows they are.
#[derive(Clone, Debug)]
pub struct Pair {
    /// As the rules see them.
    pub exchange: Exchange,
    /// The rows by author.
    pub kept: BTreeMap<Party, Kept>,
}

/// The two reviews of a booking, hidden ones too: for the rules, never for a page.
pub async fn pair(tx: &mut Tx, booking: &Booking) -> Result<Pair, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(
        reviews!("", "where r.listing_id = $1 and r.booking_id = $2 order by r.side"),
    ).bind(booking.key.listing).bind(booking.key.id).fetch_all(db))?;
    let reminded = run!(tx, db => sqlx::query_as::<_, (String, Timestamp)>(
        "select side, sent_at from review_reminder where listing_id = $1 and booking_id = $2 order by side",
    ).bind(booking.key.listing).bind(booking.key.id).fetch_all(db))?;
    let mut exchange = rules::unwritten(booking);
    let mut kept = BTreeMap::new();
    for row in rows {
        let (side, review) = row.read()?;
        exchange.published_at = exchange.published_at.max(row.published_at);
        *exchange.half_mut(side) = Half {
            review: Some(review),
            reply: row.reply(),
            reminded_at: None,
        };
        kept.insert(
            side,
            Kept {
                id: row.id,
                version: row.version,
            },
        );
    }
    for (side, sent_at) in reminded {
        if let Some(side) = Party::from_name(&side) {
            exchange.half_mut(side).reminded_at = Some(sent_at);
        }
    }
    Ok(Pair { exchange, kept })
}

fn stars(review: &Review, aspect: Aspect) -> Option<i64> {
    review.aspects.get(&aspect).map(|stars| stars.number())
}

/// Adds what `side` says, to be read from `visible_from` on.
pub async fn insert(
    tx: &mut Tx,
    booking: &Booking,
    side: Party,
    id: ReviewId,
    review: &Review,
    now: Timestamp,
    visible_from: Timestamp,
) -> sqlx::Result<()> {
    change!(tx, sqlx::query(
        "insert into review (listing_id, booking_id, side, id, author_id, subject_id, overall, as_described, condition,
                             communication, care, punctuality, words, lang, written_at, visible_from)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(booking.key.listing).bind(booking.key.id).bind(side.name()).bind(id)
    .bind(booking.member(side)).bind(booking.member(side.other())).bind(review.overall.number())
    .bind(stars(review, Aspect::AsDescribed)).bind(stars(review, Aspect::Condition))
    .bind(stars(review, Aspect::Communication)).bind(stars(review, Aspect::Care))
    .bind(stars(review, Aspect::Punctuality)).bind(&review.words).bind(review.lang).bind(now).bind(visible_from))
    .map(|_| ())
}

/// Writes what `kept` says now, if nobody else changed it since: whether it was written.
pub async fn change(tx: &mut Tx, kept: Kept, review: &Review) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "update review set overall = $3, as_described = $4, condition = $5, communication = $6, care = $7,
                           punctuality = $8, words = $9, lang = $10, version = version + 1
          where id = $1 and version = $2 and published_at is null",
        )
        .bind(kept.id)
        .bind(kept.version)
        .bind(review.overall.number())
        .bind(stars(review, Aspect::AsDescribed))
        .bind(stars(review, Aspect::Condition))
        .bind(stars(review, Aspect::Communication))
        .bind(stars(review, Aspect::Care))
        .bind(stars(review, Aspect::Punctuality))
        .bind(&review.words)
        .bind(review.lang)
    )
    .map(|rows| rows == 1)
}

/// Lets everybody read it from `visible_from` on, if nobody else changed it since: whether it was written.
pub async fn publish(tx: &mut Tx, kept: Kept, now: Timestamp, visible_from: Timestamp) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "update review set published_at = $3, visible_from = $4, version = version + 1
              where id = $1 and version = $2 and published_at is null",
        )
        .bind(kept.id)
        .bind(kept.version)
        .bind(now)
        .bind(visible_from)
    )
    .map(|rows| rows == 1)
}

/// Writes the answer, if there is none yet: whether it was written.
pub async fn answer(tx: &mut Tx, kept: Kept, reply: &Reply, now: Timestamp) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "update review set reply = $3, reply_lang = $4, replied_at = $5, version = version + 1
              where id = $1 and version = $2 and replied_at is null",
        )
        .bind(kept.id)
        .bind(kept.version)
        .bind(&reply.words)
        .bind(reply.lang)
        .bind(now)
    )
    .map(|rows| rows == 1)
}

/// Notes that `side` is reminded: `false` if they were before.
pub async fn remind(tx: &mut Tx, booking: &Booking, side: Party, now: Timestamp) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "insert into review_reminder (listing_id, booking_id, side, sent_at) values ($1, $2, $3, $4)
             on conflict (listing_id, booking_id, side) do nothing",
        )
        .bind(booking.key.listing)
        .bind(booking.key.id)
        .bind(side.name())
        .bind(now)
    )
    .map(|rows| rows == 1)
}

/// The bookings about which a member has written since `since`.
pub async fn written_since(tx: &mut Tx, author: MemberId, since: Timestamp) -> sqlx::Result<HashSet<BookingId>> {
    let ids = run!(tx, db => sqlx::query_scalar::<_, BookingId>(
        "select booking_id from review where author_id = $1 and written_at >= $2",
    ).bind(author).bind(since).fetch_all(db))?;
    Ok(ids.into_iter().collect())
}

/// A review with what its readers see beside it.
#[derive(sqlx::FromRow)]
pub struct OpinionRow {
    #[sqlx(flatten)]
    row: Row,
    /// Of which thing.
    pub listing_id: ListingId,
    /// What it is called.
    pub listing_title: String,
    /// What has become of it.
    pub listing_state: listings::State,
    /// Who wrote it.
    pub author_id: MemberId,
    /// Their name; empty once they have left.
    pub author_name: String,
    /// Their photo.
    pub author_photo: Option<Uuid>,
    /// The name of whom it is about; empty once they have left.
    pub subject_name: String,
}

impl OpinionRow {
    /// Who wrote it, what, since when it can be read, and the answer.
    pub fn read(&self) -> Result<(Party, Review, Timestamp, Option<Reply>), Fault> {
        let (side, review) = self.row.read()?;
        Ok((side, review, self.row.visible_from, self.row.reply()))
    }
}

macro_rules! opinions {
    ($rest:literal) => {
        reviews!(
            ", l.id as listing_id, l.title as listing_title, l.state as listing_state, r.author_id,
               a.name as author_name, a.photo_id as author_photo, s.name as subject_name",
            concat!(
                "join listing l on l.id = r.listing_id join member a on a.id = r.author_id
                 join member s on s.id = r.subject_id ",
                $rest
            )
        )
    };
}

/// One page of what borrowers say about a thing and how it was lent, what was published last first.
pub async fn of_listing(
    tx: &mut Tx,
    listing: ListingId,
    now: Timestamp,
    most: i64,
    skip: i64,
) -> sqlx::Result<Vec<OpinionRow>> {
    run!(tx, db => sqlx::query_as::<_, OpinionRow>(
        opinions!("where r.listing_id = $1 and r.side = 'borrower' and r.visible_from <= $2
                   order by r.visible_from desc, r.id desc limit $3 offset $4"),
    ).bind(listing).bind(now).bind(most).bind(skip).fetch_all(db))
}

/// One page of what those on the side of `author` say about a member, what was published last first.
pub async fn of_member(
    tx: &mut Tx,
    subject: MemberId,
    author: Party,
    now: Timestamp,
    most: i64,
    skip: i64,
) -> sqlx::Result<Vec<OpinionRow>> {
    run!(tx, db => sqlx::query_as::<_, OpinionRow>(
        opinions!("where r.subject_id = $1 and r.side = $2 and r.visible_from <= $3
                   order by r.visible_from desc, r.id desc limit $4 offset $5"),
    ).bind(subject).bind(author.name()).bind(now).bind(most).bind(skip).fetch_all(db))
}

/// How many gave so many stars, and for what.
#[derive(sqlx::FromRow)]
pub struct RatingRow {
    overall: i64,
    reviews: i64,
    as_described_count: i64,
    as_described_sum: i64,
    condition_count: i64,
    condition_sum: i64,
    communication_count: i64,
    communication_sum: i64,
    care_count: i64,
    care_sum: i64,
    punctuality_count: i64,
    punctuality_sum: i64,
}

macro_rules! rating {
    ($where:literal) => {
        concat!(
            "select overall, count(*) as reviews,
                    count(as_described) as as_described_count,
                    cast(coalesce(sum(as_described), 0) as bigint) as as_described_sum,
                    count(condition) as condition_count,
                    cast(coalesce(sum(condition), 0) as bigint) as condition_sum,
                    count(communication) as communication_count,
                    cast(coalesce(sum(communication), 0) as bigint) as communication_sum,
                    count(care) as care_count,
                    cast(coalesce(sum(care), 0) as bigint) as care_sum,
                    count(punctuality) as punctuality_count,
                    cast(coalesce(sum(punctuality), 0) as bigint) as punctuality_sum
               from review ",
            $where,
            " group by overall order by overall"
        )
    };
}

/// What borrowers say about a thing, in figures.
pub async fn rating_of_listing(tx: &mut Tx, listing: ListingId, now: Timestamp) -> sqlx::Result<Rating> {
    let rows = run!(tx, db => sqlx::query_as::<_, RatingRow>(
        rating!("where listing_id = $1 and side = 'borrower' and visible_from <= $2"),
    ).bind(listing).bind(now).fetch_all(db))?;
    Ok(sum_up(&rows))
}

/// What those on the side of `author` say about a member, in figures.
pub async fn rating_of_member(tx: &mut Tx, subject: MemberId, author: Party, now: Timestamp) -> sqlx::Result<Rating> {
    let rows = run!(tx, db => sqlx::query_as::<_, RatingRow>(
        rating!("where subject_id = $1 and side = $2 and visible_from <= $3"),
    ).bind(subject).bind(author.name()).bind(now).fetch_all(db))?;
    Ok(sum_up(&rows))
}

fn sum_up(rows: &[RatingRow]) -> Rating {
    let mut rating = Rating::default();
    for (count, stars) in rating.spread.iter_mut().zip(Stars::ALL) {
        *count = rows
            .iter()
            .filter(|row| row.overall == stars.number())
            .map(|row| row.reviews)
            .sum();
    }
    for aspect in Aspect::ALL {
        let mean = rows.iter().fold(Mean::default(), |mean, row| {
            let (count, sum) = match aspect {
                Aspect::AsDescribed => (row.as_described_count, row.as_described_sum),
                Aspect::Condition => (row.condition_count, row.condition_sum),
                Aspect::Communication => (row.communication_count, row.communication_sum),
                Aspect::Care => (row.care_count, row.care_sum),
                Aspect::Punctuality => (row.punctuality_count, row.punctuality_sum),
            };
            Mean {
                count: mean.count + count,
                sum: mean.sum + sum,
            }
        });
        if mean.count > 0 {
            rating.aspects.push((aspect, mean));
        }
    }
    rating
}

/// How many ids one statement takes: its text is fixed, as SQL is never put together here.
const LISTINGS_AT_ONCE: usize = 24;

/// The mean of each of these things that somebody has said something about; one statement for a page of cards.
pub async fn means_of_listings(
    tx: &mut Tx,
    ids: &[ListingId],
    now: Timestamp,
) -> sqlx::Result<HashMap<ListingId, Mean>> {
    let mut means = HashMap::new();
    for some in ids.chunks(LISTINGS_AT_ONCE) {
        let Some(last) = some.last() else { continue };
        // Places left over repeat the last id.
        let rows = run!(tx, db => (0..LISTINGS_AT_ONCE).fold(
            sqlx::query_as::<_, (ListingId, i64, i64)>(
                "select listing_id, count(*), cast(sum(overall) as bigint) from review
                  where side = 'borrower' and visible_from <= $1
                    and listing_id in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                                       $20, $21, $22, $23, $24, $25)
                  group by listing_id",
            ).bind(now),
            |query, at| query.bind(some.get(at).unwrap_or(last)),
        ).fetch_all(db))?;
        means.extend(rows.into_iter().map(|(id, count, sum)| (id, Mean { count, sum })));
    }
    Ok(means)
}

#[derive(sqlx::FromRow)]
struct DealingRow {
    state: String,
    cancelled_by: Option<String>,
    requested_at: Timestamp,
    answer_by: Timestamp,
    answered_at: Option<Timestamp>,
    due_at: Timestamp,
    handed_over_at: Option<Timestamp>,
    returned_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
}

impl DealingRow {
    fn read(self, side: Party, now: Timestamp) -> Dealing {
        let by = self.cancelled_by.as_deref().and_then(Party::from_name);
        Dealing {
            side,
            outcome: Outcome::of(&self.state, by, self.answered_at.is_some(), self.answer_by <= now),
            requested_at: self.requested_at,
            answered_at: self.answered_at,
            due_at: self.due_at,
            handed_over_at: self.handed_over_at,
            returned_at: self.returned_at,
            ended_at: self.ended_at,
        }
    }
}

macro_rules! dealings {
    ($side:literal) => {
        concat!(
            "select state, cancelled_by, requested_at, answer_by, answered_at, due_at, handed_over_at, returned_at,
                    ended_at from booking where ",
            $side,
            " = $1 and requested_at >= $2"
        )
    };
}

/// What a member was asked to lend or do, and has asked others for, since `since`. Answers to what somebody looks for are
/// offers, and count as neither.
pub async fn dealings(tx: &mut Tx, member: MemberId, since: Timestamp, now: Timestamp) -> sqlx::Result<Vec<Dealing>> {
    let lending = run!(tx, db => sqlx::query_as::<_, DealingRow>(dealings!("asked_by = 'borrower' and lender_id"))
        .bind(member).bind(since).fetch_all(db))?;
    let borrowing = run!(tx, db => sqlx::query_as::<_, DealingRow>(dealings!("asked_by = 'borrower' and borrower_id"))
        .bind(member).bind(since).fetch_all(db))?;
    let lending = lending.into_iter().map(|row| row.read(Party::Lender, now));
    let borrowing = borrowing.into_iter().map(|row| row.read(Party::Borrower, now));
    Ok(lending.chain(borrowing).collect())
}
