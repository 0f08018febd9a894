//! `cargo xtask eval`: hands judged data to the server's own commands, so that what is measured is the product.

use crate::{build, places::Places, process};
use anyhow::Result;
use std::{path::PathBuf, process::Command};

#[derive(clap::Subcommand)]
pub enum Eval {
    /// Search judged queries: reads DIR/listings.csv and DIR/queries.jsonl, writes query, rank and listing as TSV
    Search {
        /// Folder with listings.csv and queries.jsonl
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// File to write: query_id TAB rank TAB listing_id
        #[arg(long, value_name = "OUT.tsv")]
        ranked: PathBuf,
    },
}

/// Builds the server and lets it answer.
///
/// # Errors
/// When it does not compile or refuses the data.
pub fn run(places: &Places, eval: &Eval) -> Result<()> {
    let binary = build::development(places)?;
    let Eval::Search { data, ranked } = eval;
    process::run(
        Command::new(binary)
            .args(["eval", "search", "--data"])
            .arg(data)
            .arg("--ranked")
            .arg(ranked),
    )
}
