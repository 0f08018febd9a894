//! The index on SQLite: an FTS5 table of words beside a plain table of rows, and how many listings have each word (FTS5
//! would count them anew for every question).

use super::{
    index::{Candidate, Days, EVERYTHING, Entry, MOST_DAYS, Of, Packed, hash},
    reading::Expression,
};
use crate::{Timestamp, listings::ListingId, places::Cell};
use data_encoding::HEXUPPER;
use serde::Deserialize;
use sqlx::{Executor, SqliteConnection, error::BoxDynError};
use std::{borrow::Cow, collections::BTreeMap};

/// How many candidates come in one value: enough to be quick, and not so many that a wide search takes megabytes.
const AT_ONCE: i64 = 3000;

/// `contentless_delete`: FTS5 keeps no copy of the words but can still take them out. `detail=none`: neither positions nor columns
/// are asked for, which makes the index half as large.
const TABLES: &str = "
    create table search_entry (
      entry_id        integer not null primary key,
      listing_id      blob    not null unique,
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
      amounts         blob    not null
    );
    create virtual table search_words using fts5(
      words, content='', contentless_delete=1, detail=none, tokenize='ascii'
    );
    create table search_word (
      word            text    not null primary key,
      hash            bigint  not null,
      listings        bigint  not null
    ) without rowid;
    create index search_word_hash on search_word (hash);";

pub async fn clear(db: &mut SqliteConnection) -> sqlx::Result<()> {
    // a contentless table is emptied by dropping it
    db.execute("drop table if exists search_word").await?;
    db.execute("drop table if exists search_words").await?;
    db.execute("drop table if exists search_entry").await?;
    db.execute(TABLES).await.map(|_| ())
}

pub async fn tidy(db: &mut SqliteConnection) -> sqlx::Result<()> {
    db.execute("insert into search_words (search_words) values ('optimize')")
        .await
        .map(|_| ())
}

pub async fn add(db: &mut SqliteConnection, entries: &[Entry]) -> sqlx::Result<()> {
    let mut more: BTreeMap<&str, i64> = BTreeMap::new();
    for entry in entries {
        let row: i64 = sqlx::query_scalar(
            "insert into search_entry (listing_id, cell, published_at, unit_count, weekly_plan, lead_days, shortest_days,
                                       longest_days, horizon_days, stays_out, opens, buffer_days, amounts, prices)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning entry_id",
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
        .bind(&entry.prices)
        .fetch_one(&mut *db)
        .await?;
        sqlx::query("insert into search_words (rowid, words) values ($1, $2)")
            .bind(row)
            .bind(entry.words.join(" "))
            .execute(&mut *db)
            .await?;
        // cells, kinds and categories are never counted: they decide, and do not rank
        let counted = |word: &&String| *word == EVERYTHING || entry.amounts.get(hash(word)).is_some();
        for word in entry.words.iter().filter(counted) {
            *more.entry(word).or_insert(0) += 1;
        }
    }
    let more: Vec<(&str, u32, i64)> = more
        .into_iter()
        .map(|(word, times)| (word, hash(word), times))
        .collect();
    sqlx::query(
        // "where true" tells the parser that "on" begins no join
        "insert into search_word (word, hash, listings)
         select j.value ->> 0, j.value ->> 1, j.value ->> 2 from json_each($1) j where true
         on conflict (word) do update set listings = search_word.listings + excluded.listings",
    )
    .bind(serde_json::json!(more).to_string())
    .execute(db)
    .await
    .map(|_| ())
}

pub async fn remove(db: &mut SqliteConnection, id: ListingId) -> sqlx::Result<()> {
    let row: Option<(i64, Vec<u8>)> =
        sqlx::query_as("delete from search_entry where listing_id = $1 returning entry_id, amounts")
            .bind(id)
            .fetch_optional(&mut *db)
            .await?;
    let Some((row, amounts)) = row else { return Ok(()) };
    sqlx::query("delete from search_words where rowid = $1")
        .bind(row)
        .execute(&mut *db)
        .await?;
    // FTS5 keeps no copy of the words; the amounts know them by their hashes
    let hashes: Vec<u32> = Packed::of(&amounts)
        .rows()
        .map(|(hash, _)| hash)
        .chain([hash(EVERYTHING)])
        .collect();
    sqlx::query("update search_word set listings = listings - 1 where hash in (select value from json_each($1))")
        .bind(serde_json::json!(hashes).to_string())
        .execute(db)
        .await
        .map(|_| ())
}

/// A candidate as it comes out of [`candidates`]: id, cell, moment of publishing, amounts in hex, prices.
#[derive(Deserialize)]
struct Line<'a>(ListingId, i64, Timestamp, &'a str, #[serde(borrow)] Cow<'a, str>);

impl Line<'_> {
    /// `amounts` is room to unpack in, used again for each line.
    fn read(self, of: &mut Of<'_, '_>, amounts: &mut Vec<u8>) -> Result<Candidate, BoxDynError> {
        let score = match &mut of.score {
            Some(score) => {
                amounts.resize(HEXUPPER.decode_len(self.3.len())?, 0);
                HEXUPPER
                    .decode_mut(self.3.as_bytes(), amounts)
                    .map_err(|partial| partial.error)?;
                score(Packed::of(amounts))
            }
            None => 0.0,
        };
        Ok(Candidate {
            listing_id: self.0,
            cell: Cell::try_from(self.1)?,
            published_at: self.2,
            score,
            price: of.price.as_mut().and_then(|price| price(&self.4)),
        })
    }
}

pub async fn candidates(
    db: &mut SqliteConnection,
    condition: &Expression,
    days: &Days,
    mut of: Of<'_, '_>,
) -> sqlx::Result<Vec<Candidate>> {
    let condition = written(condition);
    let (mut candidates, mut amounts, mut after) = (Vec::new(), Vec::new(), 0);
    let each_day: Vec<i64> = (days.first..=days.last).take(MOST_DAYS).collect();
    let each_day = serde_json::json!(each_day).to_string();
    loop {
        // Hundreds as one value: each row would be a message between two threads, which takes longer than finding it.
        let (found, count, last): (String, i64, Option<i64>) = sqlx::query_as(
            "select json_group_array(json_array(f.listing_id, f.cell, f.published_at, f.amounts, f.prices)), count(*), max(f.entry_id)
               from (select e.entry_id, hex(e.listing_id) as listing_id, e.cell, e.published_at,
                            iif($8, hex(e.amounts), '') as amounts, iif($11, e.prices, '') as prices
                       from search_words cross join search_entry e on e.entry_id = search_words.rowid
                      where search_words match $1 and search_words.rowid > $9
                        and ($2 = 0 or (e.lead_days <= $3 and e.longest_days >= $4 and e.shortest_days <= $4
                             and e.horizon_days >= $13
                             and ((e.weekly_plan & $5) = $5 or (e.stays_out and (e.weekly_plan & $12) = $12)
                                  or (e.opens and not exists (
                                        select 1 from json_each($14) d
                                         where (not e.stays_out or d.value in ($6, $7))
                                           and (e.weekly_plan >> ((d.value + 3) % 7)) & 1 = 0
                                           and not exists (select 1 from listing_exception x
                                                            where x.listing_id = e.listing_id and x.day = d.value
                                                              and x.unit = -1 and x.is_open))))
                             and (select count(distinct s.unit) from slot s
                                   where s.listing_id = e.listing_id and s.unit < e.unit_count
                                     and s.slot between $6 and $7 + e.buffer_days
                                     and (s.slot <= $7 or s.reason = 'booking')) < e.unit_count))
                      order by search_words.rowid limit $10) f",
        )
        .bind(&condition)
        .bind(days.asked)
        .bind(days.ahead)
        .bind(days.length)
        .bind(days.weekdays)
        .bind(days.first)
        .bind(days.last)
        .bind(of.score.is_some())
        .bind(after)
        .bind(AT_ONCE)
        .bind(of.price.is_some())
        .bind(days.ends)
        .bind(days.beyond)
        .bind(&each_day)
        .fetch_one(&mut *db)
        .await?;
        let lines: Vec<Line> = serde_json::from_str(&found).map_err(|error| sqlx::Error::Decode(error.into()))?;
        for line in lines {
            candidates.push(line.read(&mut of, &mut amounts).map_err(sqlx::Error::Decode)?);
        }
        match last {
            Some(last) if count == AT_ONCE => after = last,
            _ => return Ok(candidates),
        }
    }
}

pub async fn listings_with(db: &mut SqliteConnection, words: &[&str]) -> sqlx::Result<Vec<(String, i64)>> {
    sqlx::query_as(
        "select word, listings from search_word where word in (select value from json_each($1)) and listings > 0",
    )
    .bind(serde_json::json!(words).to_string())
    .fetch_all(db)
    .await
}

pub async fn words_between(db: &mut SqliteConnection, from: &str, beyond: &str) -> sqlx::Result<Vec<(String, i64)>> {
    // as one value, as in `candidates`
    let found: String = sqlx::query_scalar(
        "select json_group_array(json_array(word, listings)) from search_word
          where word >= $1 and word < $2 and listings > 0",
    )
    .bind(from)
    .bind(beyond)
    .fetch_one(db)
    .await?;
    serde_json::from_str(&found).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// The condition in FTS5's query language. Words are made of letters and digits, and quoted all the same.
fn written(condition: &Expression) -> String {
    let group = |parts: &[Expression], between: &str| {
        let parts: Vec<String> = parts.iter().map(written).collect();
        format!("({})", parts.join(between))
    };
    match condition {
        Expression::Word(word) => format!("\"{}\"", word.replace('"', "")),
        Expression::All(parts) => group(parts, " AND "),
        Expression::Any(parts) => group(parts, " OR "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_written_as_fts5_reads_it() {
        let word = |w: &str| Expression::Word(w.to_owned());
        let condition = Expression::All(vec![
            Expression::Any(vec![word("wleiter"), word("hleiter")]),
            word("klend"),
        ]);
        assert_eq!(written(&condition), r#"(("wleiter" OR "hleiter") AND "klend")"#);
    }
}
