//! What can be read: by everybody, and by the two of a booking.

use super::{
    model::{Half, Refusal, Reply, Review},
    rating::Rating,
    reliability::{LOOKS_BACK, Reliability},
    rules::{self, Turn, WRITE_WITHIN},
    store,
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{self, BookingId, Party},
    db::Tx,
    error::Fault,
    listings::{self, ListingId, first_name},
    members::{Me, MemberId},
};
use std::collections::HashSet;

/// How many reviews stand on a page of their own.
pub const ON_PAGE: i64 = 10;
/// How many stand on the page of a thing or a member.
pub const TOP: i64 = 3;
/// The last page that is looked for.
const LAST_PAGE: i64 = 10_000;

/// What reviews are about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// A thing and how it was lent.
    Thing(ListingId),
    /// A member as one who lends.
    Lender(MemberId),
    /// A member as one who borrows.
    Borrower(MemberId),
}

/// Who wrote a review, as everybody may know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Author {
    /// Who.
    pub id: MemberId,
    /// Their first name; empty once they have left.
    pub name: String,
    /// Their photo.
    pub photo: Option<uuid::Uuid>,
}

/// A review that everybody may read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opinion {
    /// Who wrote it.
    pub author: Author,
    /// What they say.
    pub review: Review,
    /// Since when it can be read.
    pub since: Timestamp,
    /// Which thing it is about, if that is everybody's to know: a lender's, as long as it is to be had. What somebody
    /// borrowed is nobody's business.
    pub thing: Option<(ListingId, String)>,
    /// What the other side answers.
    pub reply: Option<Reply>,
    /// The first name of whom it is about.
    pub subject: String,
}

/// One page of reviews about something, and all of them in figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opinions {
    /// All of them.
    pub rating: Rating,
    /// Those of this page, what was published last first.
    pub items: Vec<Opinion>,
    /// Which page, from 1.
    pub page: i64,
    /// How many pages.
    pub pages: i64,
}

/// What everybody may read about something, `per_page` on a page; beyond the last page it is the last.
///
/// # Errors
/// When the database does not answer.
pub async fn opinions(ctx: &Ctx, about: About, page: i64, per_page: i64) -> Result<Opinions, Fault> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let rating = in_figures(&mut tx, about, now).await?;
    let (count, per_page) = (rating.overall().count, per_page.max(1));
    let pages = ((count + per_page - 1) / per_page).clamp(1, LAST_PAGE);
    let page = page.clamp(1, pages);
    let skip = (page - 1) * per_page;
    let rows = match about {
        _ if count == 0 => Vec::new(),
        About::Thing(id) => store::of_listing(&mut tx, id, now, per_page, skip).await?,
        About::Lender(id) => store::of_member(&mut tx, id, Party::Borrower, now, per_page, skip).await?,
        About::Borrower(id) => store::of_member(&mut tx, id, Party::Lender, now, per_page, skip).await?,
    };
    let items = rows.into_iter().map(opinion).collect::<Result<_, _>>()?;
    Ok(Opinions {
        rating,
        items,
        page,
        pages,
    })
}

async fn in_figures(tx: &mut Tx, about: About, now: Timestamp) -> sqlx::Result<Rating> {
    match about {
        About::Thing(id) => store::rating_of_listing(tx, id, now).await,
        About::Lender(id) => store::rating_of_member(tx, id, Party::Borrower, now).await,
        About::Borrower(id) => store::rating_of_member(tx, id, Party::Lender, now).await,
    }
}

fn opinion(row: store::OpinionRow) -> Result<Opinion, Fault> {
    let (side, review, since, reply) = row.read()?;
    let public = side == Party::Borrower && row.listing_state == listings::State::Published;
    Ok(Opinion {
        author: Author {
            id: row.author_id,
            name: first_name(&row.author_name),
            photo: row.author_photo,
        },
        review,
        since,
        thing: public.then_some((row.listing_id, row.listing_title)),
        reply,
        subject: first_name(&row.subject_name),
    })
}

/// The reviews of a booking as one of its two parties sees them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BookingReviews {
    /// What the reader can do now.
    pub turn: Turn,
    /// What the reader wrote.
    pub mine: Option<Half>,
    /// What the other side wrote, once it can be read.
    pub theirs: Option<Half>,
    /// Whether everybody can read what there is.
    pub public: bool,
}

/// The reviews of a booking as one of its two parties sees them.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn of_booking(ctx: &Ctx, me: &Me, id: BookingId) -> Result<BookingReviews, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let booking = bookings::store::seen_by(&mut tx, id, me.id)
        .await?
        .ok_or(Error::NotFound)?;
    let booking = bookings::rules::as_of(booking, now);
    let party = booking.party(me.id).ok_or(Error::NotFound)?;
    let exchange = store::pair(&mut tx, &booking).await?.exchange;
    Ok(BookingReviews {
        turn: rules::turn(&exchange, party, now),
        mine: rules::reading(&exchange, party, party, now).cloned(),
        theirs: rules::reading(&exchange, party.other(), party, now).cloned(),
        public: rules::is_public(&exchange, now),
    })
}

/// The bookings about which `me` has written lately: those whose time to write may still run.
///
/// # Errors
/// When the database does not answer.
pub async fn written_lately(ctx: &Ctx, me: &Me) -> sqlx::Result<HashSet<BookingId>> {
    let mut tx = ctx.db.read().await?;
    store::written_since(&mut tx, me.id, ctx.clock.now().plus(-WRITE_WITHIN)).await
}

/// What everybody may read about something, in figures alone.
///
/// # Errors
/// When the database does not answer.
pub async fn rating(ctx: &Ctx, about: About) -> sqlx::Result<Rating> {
    let mut tx = ctx.db.read().await?;
    in_figures(&mut tx, about, ctx.clock.now()).await
}

/// What the requests and loans of the last twelve months say about a member.
///
/// # Errors
/// When the database does not answer.
pub async fn reliability(ctx: &Ctx, member: MemberId) -> sqlx::Result<Reliability> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let dealings = store::dealings(&mut tx, member, now.plus(-LOOKS_BACK), now).await?;
    Ok(Reliability::of(&dealings, now))
}
