//! Fills a data folder with a community as large as we promise to be quick for, by the use cases that people go through:
//! `cargo run --release --package server --example large_community -- FOLDER [LISTINGS]`. What `cargo xtask bench large`
//! measures. The words are those of the demo's things, varied; they lie in and between the towns from Bonn to Köln;
//! half of them cost something; each is held for ten days of the coming three months, a million in all.

use allmende_server::{
    config::{Config, Flags},
    serve,
};
use anyhow::Context as _;
use domain::{
    listings::{self, ListingId},
    members::{self, NewAccount},
};
use rand::{
    RngExt as _, SeedableRng as _,
    rngs::StdRng,
    seq::{IndexedRandom as _, index::sample},
};
use sqlx::{SqlitePool, sqlite::SqliteConnectOptions};
use std::{env, io::Cursor, path::PathBuf, time::Instant};

/// Centres of towns with how far things lie around them, in degrees.
const TOWNS: [(f64, f64, f64); 6] = [
    (50.938, 6.957, 0.06),
    (50.735, 7.100, 0.04),
    (51.034, 6.984, 0.03),
    (50.795, 7.207, 0.03),
    (50.827, 6.900, 0.03),
    (50.840, 7.050, 0.20),
];
/// What makes two things of a name differ.
const VARIETIES: [&str; 14] = [
    "rot",
    "blau",
    "gebraucht",
    "neuwertig",
    "groß",
    "klein",
    "leicht",
    "robust",
    "vom Opa",
    "Bosch",
    "Makita",
    "Vaude",
    "Kärcher",
    "Ikea",
];
/// On how many days each thing is held, and among how many.
const HELD: usize = 10;
/// See [`HELD`].
const COMING: i64 = 90;

/// The words of one of the demo's things.
#[derive(serde::Deserialize)]
struct Words {
    title: String,
    description: String,
    category: String,
    lang: String,
    tags: Vec<String>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut args = env::args().skip(1);
    let folder = PathBuf::from(args.next().context("which folder?")?);
    let count: usize = args.next().map_or(Ok(100_000), |typed| typed.parse())?;
    let flags = Flags {
        data: Some(folder.clone()),
        ..Flags::default()
    };
    let ctx = serve::open(&Config::load(&flags)?).await?.ctx;
    let account = NewAccount {
        name: "Vera".into(),
        email: "vera@example.org".into(),
        password: "viele viele sachen".into(),
        ..NewAccount::default()
    };
    let owner = members::create_account(&ctx, account).await?;

    let mut dice = StdRng::seed_from_u64(42);
    let started = Instant::now();
    let report = listings::import_csv(&ctx, owner, Cursor::new(file(count, &mut dice)?)).await?;
    let seconds = started.elapsed().as_secs_f64();
    println!("{} listings taken in within {seconds:.1} s", report.imported.len());
    anyhow::ensure!(report.refused.is_empty(), "refused: {:?}", report.refused.first());

    let started = Instant::now();
    let today = ctx.today();
    let file = SqliteConnectOptions::new().filename(folder.join("allmende.sqlite"));
    let pool = SqlitePool::connect_with(file).await?;
    for imported in report.imported.chunks(1_000) {
        let listings: Vec<_> = imported.iter().map(|one| one.id).collect();
        let mut days = |_: &ListingId| -> Vec<i64> {
            sample(&mut dice, COMING as usize, HELD)
                .iter()
                .map(|day| today.plus(day as i64).0)
                .collect()
        };
        let held: Vec<Vec<i64>> = listings.iter().map(&mut days).collect();
        hold(&pool, &listings, &held).await?;
    }
    pool.close().await;
    println!("days held within {:.1} s", started.elapsed().as_secs_f64());
    ctx.db.close().await;
    Ok(())
}

/// Holds days of listings, past the use cases: a million loans would take a day.
async fn hold(pool: &SqlitePool, listings: &[ListingId], held: &[Vec<i64>]) -> anyhow::Result<()> {
    let mut tx = pool.begin().await?;
    for (listing, days) in listings.iter().zip(held) {
        sqlx::query(
            "insert into slot (listing_id, unit, slot, reason) select $1, 0, value, 'blocked' from json_each($2)",
        )
        .bind(listing)
        .bind(serde_json::to_string(days)?)
        .execute(&mut *tx)
        .await?;
    }
    Ok(tx.commit().await?)
}

/// The file that is imported.
fn file(count: usize, dice: &mut StdRng) -> anyhow::Result<Vec<u8>> {
    let words = include_str!("../demo/listings.jsonl")
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<Vec<Words>, _>>()?;
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record([
        "id",
        "title",
        "description",
        "category",
        "kind",
        "price_minor_per_day",
        "lang",
        "lat",
        "lon",
        "tags",
    ])?;
    for number in 0..count {
        let thing = words.choose(dice).context("the demo has things")?;
        let variety = VARIETIES.choose(dice).context("there are some")?;
        let (lat, lon, spread) = *TOWNS.choose(dice).context("there are some")?;
        // two dice make the middle of a town fuller than its edge
        let near = |middle: f64, dice: &mut StdRng| {
            middle + spread * (dice.random_range(-1.0..1.0) + dice.random_range(-1.0..1.0)) / 2.0
        };
        let (kind, price) = if number % 2 == 0 {
            ("lend", 0)
        } else {
            ("rent", dice.random_range(3..40) * 100)
        };
        rows.write_record([
            number.to_string(),
            format!("{} {variety}", thing.title.chars().take(60).collect::<String>()),
            thing.description.clone(),
            thing.category.clone(),
            kind.into(),
            price.to_string(),
            thing.lang.clone(),
            format!("{:.5}", near(lat, dice)),
            format!("{:.5}", near(lon, dice)),
            thing.tags.join(";"),
        ])?;
    }
    Ok(rows.into_inner()?)
}
