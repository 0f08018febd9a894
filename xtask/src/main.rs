//! The build: everything that takes more than one cargo call has one name here.

mod bench;
mod build;
mod eval;
mod http;
mod places;
mod postgres;
mod process;
mod run;
mod server;
mod setup;
mod site;
mod test;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Builds, runs, tests and measures Allmende.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    after_help = "\
Start here:
  cargo xtask run       a seeded demo community at http://localhost:3000; needs Rust and nothing else
  cargo xtask test      everything that has to hold, on SQLite and PostgreSQL, with and without script

Everything is built below CARGO_TARGET_DIR (or ./target)."
)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build everything and serve a seeded demo community on an embedded SQLite file
    Run(run::Args),
    /// Set up what tests need, then run all of them and print a table
    Test(test::Args),
    /// Build the release binary, everything embedded: target/release/allmende
    Build,
    /// Measure: figures with how to repeat them
    Bench(bench::Args),
    /// Judge the quality of answers on data with known good ones
    #[command(subcommand)]
    Eval(eval::Eval),
    /// Build only what browsers download: wasm, scripts, styles, pictures (`run` and `test` do it anyway)
    Site,
    /// Install what tests and benches need (apt and npm), or list what is missing
    Setup,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match carry_out(cli.task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: Task) -> anyhow::Result<ExitCode> {
    process::watch_for_interrupts()?;
    let places = places::Places::find()?;
    match task {
        Task::Run(args) => run::run(&places, &args).map(|()| ExitCode::SUCCESS),
        Task::Test(args) => test::run(&places, &args),
        Task::Bench(args) => bench::run(&places, &args),
        Task::Setup => setup::ensure(&places, setup::Need::ALL).map(|()| ExitCode::SUCCESS),
        Task::Build => build::release(&places).map(|_| ExitCode::SUCCESS),
        Task::Eval(eval) => eval::run(&places, &eval).map(|()| ExitCode::SUCCESS),
        Task::Site => site::build(&places).map(|()| ExitCode::SUCCESS),
    }
}
