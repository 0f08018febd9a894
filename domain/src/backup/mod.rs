//! Everything of an instance in one file, and back into an empty one, on either engine.
//!
//! The file is a plain tar: `rows/TABLE.jsonl` with one JSON object per row ([`rows`]), `blobs/KEY` with each file, and
//! last `manifest.json`, which names every member with its length and SHA-256 ([`archive`]). Left out are sessions and
//! mailed links (people sign in again; a stolen backup opens no account), letters that carry such a link, the key that
//! signs links in letters, and the search index, which is derived: rebuild it after restoring. Deadlines and other letters that wait are in it.

mod archive;
mod rows;
mod schema;
#[cfg(test)]
mod tests;

use crate::{
    Ctx, Error,
    db::{self, Tx},
    error::Fault,
    jobs::Job,
    notifications,
};
use archive::{Manifest, Pieces};
use futures::TryStreamExt;
use rows::{AT_ONCE, Object, Values};
use schema::Table;
use std::{collections::HashSet, path::Path};

/// What was written or restored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Report {
    /// Rows of all tables.
    pub rows: u64,
    /// Photos and other files.
    pub files: u64,
}

/// Why nothing was written or restored.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// A backup never replaces a file.
    #[error("the file exists already; a backup never replaces one")]
    FileExists,
    /// Only an empty instance is restored into; this table has rows.
    #[error("this instance is not empty (table {0}): restore into a new data folder or database")]
    NotEmpty(String),
    /// The backup was written by a newer version.
    #[error("the backup is of schema {backup}, this version only knows {here}: restore it with the newer version")]
    Newer {
        /// Version of the backup's last migration.
        backup: i64,
        /// Version of ours.
        here: i64,
    },
    /// The backup was written by an older version. Its rows have not been through the migrations since.
    #[error(
        "the backup is of schema {backup}, this version has {here}: restore it with the version that wrote it, then \
         start this one, which brings everything up to date"
    )]
    Older {
        /// Version of the backup's last migration.
        backup: i64,
        /// Version of ours.
        here: i64,
    },
    /// The file is no backup, or not as it was written.
    #[error("this is no backup of Allmende, or a damaged one: {0}")]
    Damaged(String),
}

/// What a version of the program fills in by itself before anybody has done anything; a backup replaces it.
const PREPARED: [&str; 4] = ["category", "category_attribute", "instance", "job"];

/// Writes everything into `file` while the instance may go on: all rows as they were at one moment, then all files. A
/// photo that its owner removes meanwhile may be missing. The file appears under its name once it is whole; until then
/// it is `FILE.part`. Only the system's user who wrote it may read it.
///
/// # Errors
/// Refused if `file` exists; a fault when the database, the photos or the disk do not answer.
pub async fn write(ctx: &Ctx, file: &Path) -> Result<Report, Error<Refusal>> {
    let (mut pieces, task) = archive::write(file)?;
    let copied = copy(ctx, &mut pieces).await;
    drop(pieces);
    // If writing failed, copying failed only because of that.
    task.await??;
    Ok(copied?)
}

async fn copy(ctx: &Ctx, out: &mut Pieces) -> Result<Report, Fault> {
    let mut report = Report { rows: 0, files: 0 };
    let mut tx = ctx.db.snapshot().await?;
    for table in schema::tables(&mut tx).await? {
        out.begin(archive::rows_of(&table.name)).await?;
        let mut rows = rows::all(&mut tx, &table);
        while let Some(row) = rows.try_next().await? {
            if !left_out(&table, &row) {
                report.rows += 1;
                out.line(&row).await?;
            }
        }
    }
    drop(tx);
    let mut keys = ctx.blobs.keys();
    while let Some(key) = keys.try_next().await? {
        if let Some(bytes) = ctx.blobs.get(&key).await? {
            report.files += 1;
            out.begin(archive::file_of(&key)).await?;
            out.bytes(bytes).await?;
        }
    }
    out.last(Manifest::new(db::version(), ctx.db.engine(), ctx.clock.now(), report))
        .await?;
    Ok(report)
}

/// Every row of every table that is backed up, as lines of JSON: for tests that nothing has changed.
///
/// # Errors
/// When the database does not answer.
#[cfg(any(test, feature = "test-support"))]
pub async fn all_rows(ctx: &Ctx) -> Result<std::collections::BTreeMap<String, Vec<String>>, Fault> {
    let mut all = std::collections::BTreeMap::new();
    let mut tx = ctx.db.snapshot().await?;
    for table in schema::tables(&mut tx).await? {
        let found: Vec<Object> = rows::all(&mut tx, &table).try_collect().await?;
        let mut lines: Vec<String> = found.iter().filter_map(|row| serde_json::to_string(row).ok()).collect();
        lines.sort();
        all.insert(table.name, lines);
    }
    Ok(all)
}

/// Rows that would be useless or harmful elsewhere: which search index there is, what signs links, and letters with a link that no longer
/// opens anything.
fn left_out(table: &Table, row: &Object) -> bool {
    let text = |column: &str| row.get(column).and_then(serde_json::Value::as_str).unwrap_or_default();
    match table.name.as_str() {
        "instance" => text("name").starts_with(schema::DERIVED) || text("name") == notifications::ACT_KEY,
        "job" => matches!(serde_json::from_str(text("payload")), Ok(Job::Deliver(d)) if d.letter.carries_token()),
        _ => false,
    }
}

/// Fills an empty, migrated instance from `file`, which may come from the other engine. The whole file is checked
/// before anything is written, files come before rows, and all rows appear at once. Nobody may use the instance
/// meanwhile. The caller rebuilds the search index afterwards.
///
/// # Errors
/// Refused if the instance is not empty, or the file damaged or of another version: nothing has changed then. A fault
/// when the file cannot be opened or a store does not answer: files may be there already, rows are not; it can be done
/// again.
pub async fn restore(ctx: &Ctx, file: &Path) -> Result<Report, Error<Refusal>> {
    let manifest = archive::check(file).await?;
    same_version(manifest.schema)?;
    let mut tx = ctx.db.read().await?;
    let tables = schema::tables(&mut tx).await?;
    must_be_empty(&mut tx, &tables).await?;
    drop(tx);
    manifest.must_have(tables.iter().map(|table| table.name.as_str()))?;

    let mut report = Report { rows: 0, files: 0 };
    let mut files = archive::files(file);
    while let Some(found) = files.recv().await {
        let (key, bytes) = found?;
        ctx.blobs.put(&key, bytes).await?;
        report.files += 1;
    }

    let mut tx = ctx.db.write().await?;
    if let Tx::Postgres(tx) = &mut tx {
        // SQLite has one writer. Here somebody could sign up between the look and the rows.
        sqlx::query("lock table member in exclusive mode")
            .execute(&mut **tx)
            .await?;
    }
    must_be_empty(&mut tx, &tables).await?;
    for table in tables.iter().rev() {
        rows::clear(&mut tx, table).await?;
    }
    for table in &tables {
        report.rows += fill(&mut tx, table, file).await?;
    }
    // Whoever held them is not here.
    change!(
        &mut tx,
        sqlx::query("update job set leased_by = null, leased_until = null where leased_by is not null")
    )?;
    tx.commit().await?;
    if report != manifest.report() {
        return Err(Fault::Other("the file changed while it was read".into()).into());
    }
    Ok(report)
}

fn same_version(backup: i64) -> Result<(), Error<Refusal>> {
    let here = db::version();
    match backup.cmp(&here) {
        std::cmp::Ordering::Less => Err(Error::Refused(Refusal::Older { backup, here })),
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => Err(Error::Refused(Refusal::Newer { backup, here })),
    }
}

async fn must_be_empty(tx: &mut Tx, tables: &[Table]) -> Result<(), Error<Refusal>> {
    for table in tables.iter().filter(|table| !PREPARED.contains(&table.name.as_str())) {
        if rows::any(tx, table).await? {
            return Err(Error::Refused(Refusal::NotEmpty(table.name.clone())));
        }
    }
    Ok(())
}

/// Puts a table's rows in, and counts them.
async fn fill(tx: &mut Tx, table: &Table, file: &Path) -> Result<u64, Error<Refusal>> {
    let mut lines = archive::lines(file, archive::rows_of(&table.name), AT_ONCE);
    let mut count = 0;
    let mut tree = Vec::new();
    while let Some(chunk) = lines.recv().await {
        let rows = chunk?
            .iter()
            .map(|line| table.parse(line))
            .collect::<Result<Vec<_>, _>>()
            .map_err(Refusal::Damaged)
            .map_err(Error::Refused)?;
        count += rows.len() as u64;
        if table.within.is_some() {
            tree.extend(rows);
        } else {
            rows::insert(tx, table, &rows).await?;
        }
    }
    if let Some((child, parent)) = table.within {
        for generation in generations(tree, child, parent)? {
            rows::insert(tx, table, &generation).await?;
        }
    }
    Ok(count)
}

/// Rows of a table that refers to itself, parents before children. Such tables are small (the categories), so they fit
/// in memory.
fn generations(mut waiting: Vec<Values>, child: usize, parent: usize) -> Result<Vec<Vec<Values>>, Error<Refusal>> {
    let mut known = HashSet::new();
    let mut all = Vec::new();
    while !waiting.is_empty() {
        let (ready, rest): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|row| row[child].is_null() || known.contains(&row[child].to_string()));
        if ready.is_empty() {
            let words = "rows of a tree have no parent".to_owned();
            return Err(Error::Refused(Refusal::Damaged(words)));
        }
        known.extend(ready.iter().map(|row| row[parent].to_string()));
        all.push(ready);
        waiting = rest;
    }
    Ok(all)
}
