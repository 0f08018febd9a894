//! The command line.

use crate::{
    admin,
    config::{Config, Flags},
    demo, evaluate, serve,
};
use anyhow::Context as _;
use clap::{Parser, Subcommand};
use domain::{Error, backup};
use std::{path::PathBuf, process::ExitCode};
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
    /// Serve the community
    Serve,
    /// Serve an invented community around Bonn and Köln; it is made at the first start
    Demo,
    /// Make the search index anew from the listings
    Reindex,
    /// Write all rows and photos into one new file; the server may go on running
    Backup {
        /// A file that does not exist yet, such as allmende-2026-11-22.tar
        file: PathBuf,
    },
    /// Fill an empty instance from a backup, which may come from the other database engine; the server must not run
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
    /// For the person who runs this instance
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
            println!("Allmende is open at {}", config.settings.public_url);
            serve::run(app, config).await
        }
        Command::Demo => {
            let app = serve::open(config).await?;
            demo::fill(&app.ctx)
                .await
                .context("the demo community could not be made")?;
            demo::greet(config, &app);
            serve::run(app, config).await
        }
        Command::Reindex => {
            let app = serve::open(config).await?;
            println!("{} listings indexed", domain::search::reindex(&app.ctx).await?);
            app.ctx.db.close().await;
            Ok(())
        }
        Command::Backup { file } => {
            let app = serve::open(config).await?;
            let report = backup::write(&app.ctx, &file).await.map_err(in_words)?;
            println!("{}: {} rows, {} files", file.display(), report.rows, report.files);
            app.ctx.db.close().await;
            Ok(())
        }
        Command::Restore { file } => {
            let app = serve::open(config).await?;
            let report = backup::restore(&app.ctx, &file).await.map_err(in_words)?;
            let indexed = domain::search::reindex(&app.ctx).await?;
            println!(
                "{} rows, {} files; {indexed} listings indexed",
                report.rows, report.files
            );
            app.ctx.db.close().await;
            Ok(())
        }
        Command::Eval { command } => evaluate::perform(command).await,
        Command::Admin { command } => admin::perform(command, config).await,
    }
}

fn in_words(error: Error<backup::Refusal>) -> anyhow::Error {
    match error {
        Error::Refused(refusal) => refusal.into(),
        other => anyhow::anyhow!("{other}"),
    }
}
