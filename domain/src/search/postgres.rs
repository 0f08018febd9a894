//! The index on PostgreSQL: a `tsvector` with a GIN index, beside how many listings have each word.

use super::{
    index::{Candidate, Days, Entry, Of, Packed},
    reading::Expression,
};
use crate::{Timestamp, listings::ListingId, places::Cell};
use sqlx::{Executor, PgConnection};
use std::collections::BTreeMap;

/// Words are compared byte by byte, as on SQLite. `fastupdate` is off: a search must not pay for pending writes.
const TABLES: &str = "
    create table search_entry (
      listing_id      uuid    not null primary key,
      cell            bigint  not null,
      published_at    bigint  not null,
      unit_count      bigint  not null,
      weekly_plan     bigint  not null,
      lead_days       bigint  not null,
      shortest_days   bigint  not null,
      longest_days    bigint  not null,
      prices          text    not null,
      horizon_days    bigint  not null,
      stays_out       boolean not null,
      opens           boolean not null,
      buffer_days     bigint  not null,
      amounts         bytea   not null,
      words           tsvector not null
    );
    create index search_entry_words on search_entry using gin (words) with (fastupdate = off);
    create table search_word (
      word            text collate \"C\" not null primary key,
      listings        bigint  not null
    );";

pub async fn clear(db: &mut PgConnection) -> sqlx::Result<()> {
    // two processes that start at once would both find the tables missing
    db.execute("select pg_advisory_xact_lock(7243106815)").await?;
    db.execute("drop table if exists search_entry").await?;
    db.execute("drop table if exists search_word").await?;
    db.execute(TABLES).await.map(|_| ())
}

pub async fn add(db: &mut PgConnection, entries: &[Entry]) -> sqlx::Result<()> {
    let mut more: BTreeMap<&str, i64> = BTreeMap::new();
    for entry in entries {
        sqlx::query(
            "insert into search_entry (listing_id, cell, published_at, unit_count, weekly_plan, lead_days, shortest_days,
                                       longest_days, horizon_days, stays_out, opens, buffer_days, amounts, words, prices)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, array_to_tsvector($14), $15)",
        )
        .bind(entry.id)
        .bind(entry.cell)
        .bind(entry.published_at)
        .bind(entry.unit_count)
        .bind(entry.weekly_plan)
        .bind(entry.lead_days)
        .bind(entry.shortest_days)
        .bind(entry.longest_days)
        .bind(entry.horizon_days)
        .bind(entry.stays_out)
        .bind(entry.opens)
        .bind(entry.buffer_days)
        .bind(entry.amounts.0.as_slice())
        .bind(&entry.words)
        .bind(&entry.prices)
        .execute(&mut *db)
        .await?;
        for word in &entry.words {
            *more.entry(word).or_insert(0) += 1;
        }
    }
    count(db, more).await
}

pub async fn remove(db: &mut PgConnection, id: ListingId) -> sqlx::Result<()> {
    let words: Option<Vec<String>> =
        sqlx::query_scalar("delete from search_entry where listing_id = $1 returning tsvector_to_array(words)")
            .bind(id)
            .fetch_optional(&mut *db)
            .await?;
    let fewer = words.iter().flatten().map(|word| (word.as_str(), -1)).collect();
    count(db, fewer).await
}

/// Adds to how many listings have each word; always in the order of the words, so that two writers never wait for
/// each other.
async fn count(db: &mut PgConnection, more: BTreeMap<&str, i64>) -> sqlx::Result<()> {
    let (words, counts): (Vec<&str>, Vec<i64>) = more.into_iter().unzip();
    sqlx::query(
        "insert into search_word (word, listings)
         select m.word, m.listings from unnest($1::text[], $2::bigint[]) with ordinality m (word, listings, place)
          order by m.place
         on conflict (word) do update set listings = search_word.listings + excluded.listings",
    )
    .bind(words)
    .bind(counts)
    .execute(db)
    .await
    .map(|_| ())
}

#[derive(sqlx::FromRow)]
struct Row {
    listing_id: ListingId,
    cell: Cell,
    published_at: Timestamp,
    amounts: Vec<u8>,
    prices: String,
}

pub async fn candidates(
    db: &mut PgConnection,
    condition: &Expression,
    days: &Days,
    mut of: Of<'_, '_>,
) -> sqlx::Result<Vec<Candidate>> {
    let found: Vec<Row> = sqlx::query_as(
        "select e.listing_id, e.cell, e.published_at, case when $8 then e.amounts else ''::bytea end as amounts,
                case when $9 then e.prices else '' end as prices
           from search_entry e
          where e.words @@ $1::tsquery
            and ($2 = 0 or (e.lead_days <= $3 and e.longest_days >= $4 and e.shortest_days <= $4 and e.horizon_days >= $11
                 and ((e.weekly_plan & $5) = $5 or (e.stays_out and (e.weekly_plan & $10) = $10)
                      or (e.opens and not exists (
                            select 1 from generate_series($6, $7) d (day)
                             where (not e.stays_out or d.day in ($6, $7))
                               and (e.weekly_plan >> ((d.day + 3) % 7)::int) & 1 = 0
                               and not exists (select 1 from listing_exception x
                                                where x.listing_id = e.listing_id and x.day = d.day and x.unit = -1
                                                  and x.is_open))))
                 and (select count(distinct s.unit) from slot s
                       where s.listing_id = e.listing_id and s.unit < e.unit_count
                         and s.slot between $6 and $7 + e.buffer_days
                         and (s.slot <= $7 or s.reason = 'booking')) < e.unit_count))",
    )
    .bind(written(condition))
    .bind(days.asked)
    .bind(days.ahead)
    .bind(days.length)
    .bind(days.weekdays)
    .bind(days.first)
    .bind(days.last)
    .bind(of.score.is_some())
    .bind(of.price.is_some())
    .bind(days.ends)
    .bind(days.beyond)
    .fetch_all(db)
    .await?;
    let rows = found.into_iter().map(|row| Candidate {
        listing_id: row.listing_id,
        cell: row.cell,
        published_at: row.published_at,
        score: of.score.as_mut().map_or(0.0, |score| score(Packed::of(&row.amounts))),
        price: of.price.as_mut().and_then(|price| price(&row.prices)),
    });
    Ok(rows.collect())
}

pub async fn listings_with(db: &mut PgConnection, words: &[&str]) -> sqlx::Result<Vec<(String, i64)>> {
    sqlx::query_as("select word, listings from search_word where word = any($1) and listings > 0")
        .bind(words)
        .fetch_all(db)
        .await
}

pub async fn words_between(db: &mut PgConnection, from: &str, beyond: &str) -> sqlx::Result<Vec<(String, i64)>> {
    sqlx::query_as("select word, listings from search_word where word >= $1 and word < $2 and listings > 0")
        .bind(from)
        .bind(beyond)
        .fetch_all(db)
        .await
}

/// The condition as a `tsquery`. Words are made of letters and digits, and quoted all the same.
fn written(condition: &Expression) -> String {
    let group = |parts: &[Expression], between: &str| {
        let parts: Vec<String> = parts.iter().map(written).collect();
        format!("({})", parts.join(between))
    };
    match condition {
        Expression::Word(word) => format!("'{}'", word.replace(['\'', '\\'], "")),
        Expression::All(parts) => group(parts, " & "),
        Expression::Any(parts) => group(parts, " | "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_written_as_postgres_reads_it() {
        let word = |w: &str| Expression::Word(w.to_owned());
        let condition = Expression::All(vec![
            Expression::Any(vec![word("wleiter"), word("hleiter")]),
            word("klend"),
        ]);
        assert_eq!(written(&condition), "(('wleiter' | 'hleiter') & 'klend')");
    }
}
