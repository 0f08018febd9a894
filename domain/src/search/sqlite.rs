//! The index on SQLite: an FTS5 table of words beside a plain table of rows.

use super::{
    index::{Candidate, Days, Entry},
    reading::Expression,
};
use crate::listings::ListingId;
use sqlx::{Executor, SqliteConnection};

/// `contentless_delete`: FTS5 keeps no copy of the words but can still take them out. `detail=none`: neither positions nor columns
/// are asked for, which makes the index half as large.
const TABLES: &str = "
    create table if not exists search_entry (
      entry_id        integer not null primary key,
      listing_id      blob    not null unique,
      cell            bigint  not null,
      published_at    bigint  not null,
      unit_count      bigint  not null,
      weekly_plan     bigint  not null,
      lead_days       bigint  not null,
      longest_days    bigint  not null,
      amounts         blob    not null
    );
    create virtual table if not exists search_words using fts5(
      words, content='', contentless_delete=1, detail=none, tokenize='ascii'
    );
    create virtual table if not exists search_word using fts5vocab('search_words', 'row');";

pub async fn create(db: &mut SqliteConnection) -> sqlx::Result<()> {
    db.execute(TABLES).await.map(|_| ())
}

pub async fn clear(db: &mut SqliteConnection) -> sqlx::Result<()> {
    // a contentless table is emptied by dropping it
    db.execute("drop table if exists search_word").await?;
    db.execute("drop table if exists search_words").await?;
    db.execute("drop table if exists search_entry").await?;
    create(db).await
}

pub async fn tidy(db: &mut SqliteConnection) -> sqlx::Result<()> {
    db.execute("insert into search_words (search_words) values ('optimize')")
        .await
        .map(|_| ())
}

pub async fn add(db: &mut SqliteConnection, entries: &[Entry]) -> sqlx::Result<()> {
    for entry in entries {
        let row: i64 = sqlx::query_scalar(
            "insert into search_entry (listing_id, cell, published_at, unit_count, weekly_plan, lead_days, longest_days,
                                       amounts)
             values ($1, $2, $3, $4, $5, $6, $7, $8) returning entry_id",
        )
        .bind(entry.id)
        .bind(entry.cell)
        .bind(entry.published_at)
        .bind(entry.unit_count)
        .bind(entry.weekly_plan)
        .bind(entry.lead_days)
        .bind(entry.longest_days)
        .bind(entry.amounts.0.as_slice())
        .fetch_one(&mut *db)
        .await?;
        sqlx::query("insert into search_words (rowid, words) values ($1, $2)")
            .bind(row)
            .bind(entry.words.join(" "))
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

pub async fn remove(db: &mut SqliteConnection, id: ListingId) -> sqlx::Result<()> {
    let row: Option<i64> = sqlx::query_scalar("delete from search_entry where listing_id = $1 returning entry_id")
        .bind(id)
        .fetch_optional(&mut *db)
        .await?;
    if let Some(row) = row {
        sqlx::query("delete from search_words where rowid = $1")
            .bind(row)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

pub async fn candidates(
    db: &mut SqliteConnection,
    condition: &Expression,
    days: &Days,
    ranked: bool,
) -> sqlx::Result<Vec<Candidate>> {
    sqlx::query_as(
        "select e.listing_id, e.cell, e.published_at, case when $8 then e.amounts else x'' end as amounts
           from search_words cross join search_entry e on e.entry_id = search_words.rowid
          where search_words match $1
            and ($2 = 0 or (e.lead_days <= $3 and e.longest_days >= $4 and (e.weekly_plan & $5) = $5
                 and (select count(distinct s.unit) from slot s
                       where s.listing_id = e.listing_id and s.unit < e.unit_count and s.slot between $6 and $7) < e.unit_count))",
    )
    .bind(written(condition))
    .bind(days.asked)
    .bind(days.ahead)
    .bind(days.length)
    .bind(days.weekdays)
    .bind(days.first)
    .bind(days.last)
    .bind(ranked)
    .fetch_all(db)
    .await
}

pub async fn listings_with(db: &mut SqliteConnection, words: &[&str]) -> sqlx::Result<Vec<(String, i64)>> {
    let list = serde_json::json!(words).to_string();
    sqlx::query_as("select j.value, v.doc from json_each($1) j cross join search_word v where v.term = j.value")
        .bind(list)
        .fetch_all(db)
        .await
}

pub async fn words_between(db: &mut SqliteConnection, from: &str, beyond: &str) -> sqlx::Result<Vec<(String, i64)>> {
    sqlx::query_as("select term, doc from search_word where term >= $1 and term < $2")
        .bind(from)
        .bind(beyond)
        .fetch_all(db)
        .await
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
