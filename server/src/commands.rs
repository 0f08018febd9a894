//! The command line.

use crate::{
    admin,
    config::{Config, Flags},
    demo, evaluate, serve,
};
use anyhow::Context as _;
use app::shell::App;
use clap::{Parser, Subcommand};
use domain::{Error, backup};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};
use tracing_subscriber::EnvFilter;

/// A marketplace for people who live near each other: they list, lend and borrow things, and help each other.
///
/// Nothing needs to be configured to try it: `allmende demo` fills a folder with an invented community and serves it.
/// `allmende serve` does the same with an empty one. Settings come from flags, from the environment
/// (ALLMENDE_…) and from allmende.toml in the data folder, in this order of weight; see docs/operating.md.
#[derive(Parser, Debug)]
#[command(
    name = "allmende",
    version,
    about,
    long_about,
    max_term_width = 100,
    arg_required_else_help = true
)]
struct Cli {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve the community, until Ctrl-C or SIGTERM
    Serve,
    /// Serve an invented community around Bonn and Köln; it is made at the first start
    Demo,
    /// Make the search index anew from the listings
    ///
    /// Never needed in daily life: the index follows every change by itself. The server may go on running; searches find
    /// what is in the index so far.
    Reindex,
    /// Write everything into one new file; the server may go on running
    ///
    /// All rows as they are at one moment, then all photos. Keep the file like a key: it holds addresses and password
    /// hashes. What is not in it, and how to move to another database, stands in docs/operating.md.
    Backup {
        /// A file that does not exist yet, such as allmende-2026-11-22.tar
        file: PathBuf,
    },
    /// Fill an empty instance from a backup; no server may run on it
    ///
    /// The backup may come from the other database engine: this is how to move from SQLite to PostgreSQL, or back. It is
    /// checked as a whole before anything is written.
    ///
    ///   allmende --database postgres://localhost/allmende restore allmende-2026-11-22.tar
    #[command(verbatim_doc_comment)]
    Restore {
        /// What `allmende backup` wrote
        file: PathBuf,
    },
    /// Measure the quality of answers on a set of data
    #[command(hide = true)]
    Eval {
        #[command(subcommand)]
        command: evaluate::Command,
    },
    /// For the person who runs this instance: accounts, listings from a file, failed jobs
    Admin {
        #[command(subcommand)]
        command: admin::Command,
    },
}

/// Runs what the command line says.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let config = match Config::load(&cli.flags) {
        Ok(config) => config,
        Err(mistakes) => {
            eprint!("{mistakes}");
            return ExitCode::from(2);
        }
    };
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info")))
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
    // One provider of cryptography for everything that speaks TLS, before anything does.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(perform(cli.command, &config)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn perform(command: Command, config: &Config) -> anyhow::Result<()> {
    match command {
        Command::Serve => {
            let app = serve::open(config).await?;
            let greet = |_: &App| println!("Allmende is open at {}", config.settings.public_url);
            serve::run(app, config, greet).await
        }
        Command::Demo => {
            let app = serve::open(config).await?;
            demo::fill(&app.ctx)
                .await
                .context("the demo community could not be made")?;
            serve::run(app, config, |app| demo::greet(config, app)).await
        }
        Command::Reindex => {
            let app = serve::open_existing(config).await?;
            println!(
                "Indexed {}.",
                count(domain::search::reindex(&app.ctx).await?, "listing")
            );
            app.ctx.db.close().await;
            Ok(())
        }
        Command::Backup { file } => {
            let app = serve::open_existing(config).await?;
            let report = backup::write(&app.ctx, &file).await.map_err(|e| about(&file, e))?;
            println!("{} holds {}.", file.display(), counts(report));
            app.ctx.db.close().await;
            Ok(())
        }
        Command::Restore { file } => {
            let app = serve::open(config).await?;
            let report = backup::restore(&app.ctx, &file).await.map_err(|e| about(&file, e))?;
            let indexed = domain::search::reindex(&app.ctx).await?;
            println!("Restored {}; indexed {}.", counts(report), count(indexed, "listing"));
            app.ctx.db.close().await;
            Ok(())
        }
        Command::Eval { command } => evaluate::perform(command).await,
        Command::Admin { command } => admin::perform(command, config).await,
    }
}

fn counts(report: backup::Report) -> String {
    format!("{} and {}", count(report.rows, "row"), count(report.files, "file"))
}

/// `1 row`, `2 rows`.
pub(crate) fn count<N: std::fmt::Display + PartialEq + From<u8>>(number: N, what: &str) -> String {
    let plural = if number == N::from(1) { "" } else { "s" };
    format!("{number} {what}{plural}")
}

fn about(file: &Path, error: Error<backup::Refusal>) -> anyhow::Error {
    match error {
        Error::Refused(refusal @ backup::Refusal::NotEmpty(_)) => refusal.into(),
        Error::Refused(refusal) => anyhow::Error::from(refusal).context(file.display().to_string()),
        other => anyhow::anyhow!("{other}"),
    }
}
