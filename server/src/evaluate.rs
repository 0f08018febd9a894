//! Measuring the product's own search on data with known answers: the rows are imported as listings of a member into an
//! instance of their own, and each query goes the way of a visitor's.

use crate::{
    config::{Config, Flags},
    serve,
};
use anyhow::{Context as _, bail};
use clap::Subcommand;
use domain::{
    listings::{self, ListingId},
    members::{self, NewAccount},
    search::{self, Query},
};
use serde::Deserialize;
use std::{
    collections::HashMap,
    fmt::Write as _,
    fs::{self, File},
    path::{Path, PathBuf},
};

/// What is measured.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Run the product's own search over DIR/listings.csv and DIR/queries.jsonl
    Search {
        /// The folder with the two files
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// Where to write `query_id TAB rank TAB listing_id`
        #[arg(long, value_name = "OUT.tsv")]
        ranked: PathBuf,
    },
}

/// Does it.
///
/// # Errors
/// When a file cannot be read or written.
pub async fn perform(command: Command) -> anyhow::Result<()> {
    let Command::Search { data, ranked } = command;
    let instance = std::env::temp_dir().join(format!("allmende-eval-{}", std::process::id()));
    let answered = answer(&data, &instance).await;
    let _ = fs::remove_dir_all(&instance);
    fs::write(&ranked, answered?).with_context(|| ranked.display().to_string())
}

#[derive(Deserialize)]
struct Question {
    id: String,
    q: String,
}

async fn answer(data: &Path, instance: &Path) -> anyhow::Result<String> {
    let flags = Flags {
        data: Some(instance.to_owned()),
        ..Flags::default()
    };
    let ctx = serve::open(&Config::load(&flags)?).await?.ctx;
    let account = NewAccount {
        name: "Eval".into(),
        email: "eval@example.org".into(),
        password: "nobody signs in here".into(),
        ..NewAccount::default()
    };
    let owner = members::create_account(&ctx, account).await?;
    let rows = data.join("listings.csv");
    let rows = File::open(&rows).with_context(|| rows.display().to_string())?;
    let report = listings::import_csv(&ctx, owner, rows).await?;
    if report.imported.is_empty() {
        bail!("no row of listings.csv could be taken in: {:?}", report.refused.first());
    }
    println!(
        "{} rows taken in, {} refused",
        report.imported.len(),
        report.refused.len()
    );
    let names: HashMap<ListingId, String> = report.imported.into_iter().map(|row| (row.id, row.key)).collect();
    let queries = data.join("queries.jsonl");
    let queries = fs::read_to_string(&queries).with_context(|| queries.display().to_string())?;
    let mut lines = String::new();
    for (at, line) in queries.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let question: Question =
            serde_json::from_str(line).with_context(|| format!("queries.jsonl, line {}", at + 1))?;
        let query = Query {
            words: question.q,
            page: 1,
            ..Query::default()
        };
        for (rank, hit) in search::find(&ctx, &query).await?.hits.iter().enumerate() {
            if let Some(name) = names.get(&hit.id) {
                writeln!(lines, "{}\t{}\t{name}", question.id, rank + 1)?;
            }
        }
    }
    ctx.db.close().await;
    Ok(lines)
}
