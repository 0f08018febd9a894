//! Listings as others see them. Nothing here reads an exact point, an address or a handover note: the statements do not
//! name those columns.

use super::{
    drafts::resolution,
    model::{Cancellation, Condition, Handover, Kind, ListingId, Refusal, State, Tags},
    steps, store,
    views::{Card, Mine, Owner, Photo, PublicListing},
    weekly_plan::WeeklyPlan,
};
use crate::{
    Ctx, Day, Error, Lang, Timestamp,
    availability::Rhythm,
    db::Tx,
    error::Fault,
    members::{Me, MemberId},
    places::{Cell, Resolution},
    prices::PriceTerms,
    reviews,
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Most things shown of one member.
const MOST_OF_MEMBER: i64 = 60;

/// A listing as anybody may see it. Published ones are everybody's; others only their owner's.
///
/// # Errors
/// [`Error::NotFound`] if there is none for this viewer. [`Refusal::Unfinished`] for the owner of a draft that cannot
/// be shown yet: what is missing.
pub async fn public_listing(
    ctx: &Ctx,
    viewer: Option<MemberId>,
    id: ListingId,
) -> Result<PublicListing, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let row = public_row(&mut tx, viewer, id).await?.ok_or(Error::NotFound)?;
    let owner = row.owner_id;
    let (accessories, attributes, photos) = (
        store::accessories(&mut tx, id).await?,
        store::attributes(&mut tx, id).await?,
        store::photos(&mut tx, id).await?,
    );
    match row.read(resolution(&ctx.settings), accessories, attributes, photos) {
        Some(listing) => Ok(listing),
        None => {
            let draft = store::whole(&mut tx, owner, id, ctx.clock.now())
                .await?
                .ok_or(Error::NotFound)?;
            Err(Error::Refused(Refusal::Unfinished(steps::missing(&draft))))
        }
    }
}

/// Cards of published listings in the order of `ids`; those that are not published are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn cards(ctx: &Ctx, ids: &[ListingId]) -> Result<Vec<Card>, Fault> {
    let mut tx = ctx.db.read().await?;
    let mut found: HashMap<ListingId, Card> = HashMap::with_capacity(ids.len());
    for some in ids.chunks(CARDS_AT_ONCE) {
        for row in card_rows(&mut tx, some).await? {
            if let Some(card) = row.read(resolution(&ctx.settings)) {
                found.insert(card.id, card);
            }
        }
    }
    let found = ids.iter().filter_map(|id| found.remove(id)).collect();
    Ok(rated(ctx, &mut tx, found).await?)
}

/// Cards of what a member has published, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(ctx: &Ctx, member: MemberId) -> Result<Vec<Card>, Fault> {
    let mut tx = ctx.db.read().await?;
    let rows = card_rows_of(&mut tx, member).await?;
    let found = rows
        .into_iter()
        .filter_map(|row| row.read(resolution(&ctx.settings)))
        .collect();
    Ok(rated(ctx, &mut tx, found).await?)
}

/// The cards with what borrowers say of them.
async fn rated(ctx: &Ctx, tx: &mut Tx, mut cards: Vec<Card>) -> sqlx::Result<Vec<Card>> {
    let ids: Vec<_> = cards.iter().map(|card| card.id).collect();
    let mut means = reviews::means_of_listings(tx, &ids, ctx.clock.now()).await?;
    for card in &mut cards {
        card.rating = means.remove(&card.id);
    }
    Ok(cards)
}

/// All things of `me`, whatever their state, what changed last first.
///
/// # Errors
/// When the database does not answer.
pub async fn mine(ctx: &Ctx, me: &Me) -> Result<Vec<Mine>, Fault> {
    let mut tx = ctx.db.read().await?;
    Ok(mine_rows(&mut tx, me.id)
        .await?
        .into_iter()
        .map(MineRow::read)
        .collect())
}

/// The first word of a name: what strangers read.
pub(crate) fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

#[derive(sqlx::FromRow)]
struct PublicRow {
    id: ListingId,
    owner_id: MemberId,
    owner_name: String,
    owner_photo: Option<Uuid>,
    owner_languages: String,
    owner_since: Timestamp,
    kind: Kind,
    state: State,
    title: String,
    description: String,
    lang: Lang,
    category_id: Option<String>,
    condition: Option<Condition>,
    house_rules: String,
    replacement_minor: Option<i64>,
    #[sqlx(try_from = "String")]
    prices: PriceTerms,
    currency: String,
    cancellation: Cancellation,
    handover: Handover,
    tags: String,
    cell: Option<Cell>,
    place_name: Option<String>,
    zone: String,
    unit_count: i64,
    weekly_plan: WeeklyPlan,
    lead_days: i64,
    longest_days: i64,
    needed_first: Option<Day>,
    needed_last: Option<Day>,
    published_at: Option<Timestamp>,
    #[sqlx(flatten)]
    rhythm: Rhythm,
}

impl PublicRow {
    /// The listing; `None` while a draft has no category or place. A cell finer than the operator wants is made coarser.
    fn read(
        self,
        resolution: Resolution,
        accessories: Vec<String>,
        attributes: BTreeMap<String, String>,
        photos: Vec<Photo>,
    ) -> Option<PublicListing> {
        Some(PublicListing {
            id: self.id,
            owner: Owner {
                id: self.owner_id,
                name: first_name(&self.owner_name),
                photo_id: self.owner_photo,
                languages: self.owner_languages,
                since: self.owner_since,
            },
            kind: self.kind,
            state: self.state,
            title: self.title,
            description: self.description,
            lang: self.lang,
            category: self.category_id?,
            condition: self.condition,
            attributes,
            accessories,
            house_rules: self.house_rules,
            replacement_minor: self.replacement_minor,
            prices: self.prices,
            currency: self.currency,
            cancellation: self.cancellation,
            handover: self.handover,
            tags: Tags::from(self.tags),
            cell: self.cell?.parent(resolution),
            place_name: self.place_name?,
            zone: self.zone,
            unit_count: self.unit_count,
            weekly_plan: self.weekly_plan,
            lead_days: self.lead_days,
            longest_days: self.longest_days,
            needed_first: self.needed_first,
            needed_last: self.needed_last,
            rhythm: self.rhythm,
            photos,
            published_at: self.published_at,
        })
    }
}

async fn public_row(tx: &mut Tx, viewer: Option<MemberId>, id: ListingId) -> sqlx::Result<Option<PublicRow>> {
    run!(tx, db => sqlx::query_as::<_, PublicRow>(
        "select l.id, l.owner_id, m.name as owner_name, m.photo_id as owner_photo, m.languages as owner_languages,
                m.created_at as owner_since, l.kind, l.state, l.title, l.description, l.lang, l.category_id,
                l.condition, l.house_rules, l.replacement_minor, l.prices, l.currency, l.cancellation, l.handover, l.tags, l.cell,
                l.place_name, l.zone, l.unit_count, l.weekly_plan, l.lead_days, l.longest_days, l.needed_first,
                l.needed_last, l.published_at,
                l.grain, l.week_hours, l.stays_out, l.buffer, l.shortest, l.lead_hours, l.longest_hours, l.horizon_days
           from listing l join member m on m.id = l.owner_id
          where l.id = $1 and (l.state = 'published' or l.owner_id = $2)",
    ).bind(id).bind(viewer).fetch_optional(db))
}

/// The columns of a cover, from a left join.
#[derive(sqlx::FromRow)]
struct CoverRow {
    photo_id: Option<Uuid>,
    photo_alt: Option<String>,
    photo_width: Option<i64>,
    photo_height: Option<i64>,
    photo_thumbhash: Option<String>,
}

impl CoverRow {
    fn read(self) -> Option<Photo> {
        Some(Photo {
            id: self.photo_id?,
            alt: self.photo_alt?,
            width: self.photo_width?,
            height: self.photo_height?,
            thumbhash: self.photo_thumbhash?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct CardRow {
    id: ListingId,
    kind: Kind,
    title: String,
    lang: Lang,
    category_id: Option<String>,
    owner_id: MemberId,
    owner_name: String,
    cell: Option<Cell>,
    place_name: Option<String>,
    #[sqlx(try_from = "String")]
    prices: PriceTerms,
    currency: String,
    longest_days: i64,
    published_at: Option<Timestamp>,
    #[sqlx(flatten)]
    cover: CoverRow,
}

impl CardRow {
    fn read(self, resolution: Resolution) -> Option<Card> {
        Some(Card {
            id: self.id,
            kind: self.kind,
            title: self.title,
            lang: self.lang,
            category: self.category_id?,
            owner_id: self.owner_id,
            owner_name: first_name(&self.owner_name),
            cell: self.cell?.parent(resolution),
            place_name: self.place_name?,
            photo: self.cover.read(),
            prices: self.prices,
            currency: self.currency,
            longest_days: self.longest_days,
            published_at: self.published_at?,
            rating: None,
            not_yet: false,
        })
    }
}

macro_rules! select_card {
    ($rest:literal) => {
        concat!(
            "select l.id, l.kind, l.title, l.lang, l.category_id, l.owner_id, m.name as owner_name, l.cell,
                    l.place_name, l.prices, l.currency,
                    case when l.grain = 'hour' then (l.longest_hours + 23) / 24 else l.longest_days end as longest_days,
                    l.published_at, p.id as photo_id, p.alt as photo_alt,
                    p.width as photo_width, p.height as photo_height, p.thumbhash as photo_thumbhash
               from listing l join member m on m.id = l.owner_id
               left join listing_photo p on p.listing_id = l.id and p.position = 0
              where l.state = 'published' and ",
            $rest
        )
    };
}

/// How many ids one statement takes: its text is fixed, as SQL is never put together here.
const CARDS_AT_ONCE: usize = 24;

/// The cards of up to [`CARDS_AT_ONCE`] listings; places left over repeat the last id.
async fn card_rows(tx: &mut Tx, ids: &[ListingId]) -> sqlx::Result<Vec<CardRow>> {
    let Some(last) = ids.last() else { return Ok(Vec::new()) };
    run!(tx, db => (0..CARDS_AT_ONCE).fold(
        sqlx::query_as::<_, CardRow>(select_card!(
            "l.id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                      $22, $23, $24)"
        )),
        |query, at| query.bind(ids.get(at).unwrap_or(last)),
    ).fetch_all(db))
}

async fn card_rows_of(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<CardRow>> {
    run!(tx, db => sqlx::query_as::<_, CardRow>(select_card!(
        "l.owner_id = $1 order by l.published_at desc, l.id desc limit $2"
    )).bind(member).bind(MOST_OF_MEMBER).fetch_all(db))
}

#[derive(sqlx::FromRow)]
struct MineRow {
    id: ListingId,
    kind: Kind,
    state: State,
    title: String,
    lang: Lang,
    step: i64,
    updated_at: Timestamp,
    version: i64,
    category_id: Option<String>,
    #[sqlx(flatten)]
    cover: CoverRow,
}

impl MineRow {
    fn read(self) -> Mine {
        Mine {
            id: self.id,
            kind: self.kind,
            state: self.state,
            title: self.title,
            lang: self.lang,
            photo: self.cover.read(),
            step: self.step,
            updated_at: self.updated_at,
            version: self.version,
            category: self.category_id,
        }
    }
}

async fn mine_rows(tx: &mut Tx, owner: MemberId) -> sqlx::Result<Vec<MineRow>> {
    run!(tx, db => sqlx::query_as::<_, MineRow>(
        "select l.id, l.kind, l.state, l.title, l.lang, l.step, l.updated_at, l.version, l.category_id,
                p.id as photo_id, p.alt as photo_alt, p.width as photo_width, p.height as photo_height,
                p.thumbhash as photo_thumbhash
           from listing l left join listing_photo p on p.listing_id = l.id and p.position = 0
          where l.owner_id = $1 order by l.updated_at desc, l.id desc",
    ).bind(owner).fetch_all(db))
}
