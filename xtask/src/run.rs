//! `cargo xtask run`: from a clone to a running community.

use crate::{build, places::Places, site};
use anyhow::{Result, anyhow};
use std::{os::unix::process::CommandExt, process::Command};

#[derive(clap::Args)]
pub struct Args {
    /// Build and run the optimised server instead of the quickly built one
    #[arg(long)]
    release: bool,
    /// Passed on to `allmende demo`, e.g. `-- --listen 0.0.0.0:8080 --data /tmp/somewhere`
    #[arg(last = true, value_name = "ARGS")]
    passed_on: Vec<String>,
}

/// Builds the site and the server and becomes `allmende demo`, which seeds its data on the first start.
///
/// # Errors
/// When anything does not compile or the server cannot be started.
pub fn run(places: &Places, args: &Args) -> Result<()> {
    let binary = if args.release {
        build::release(places)?
    } else {
        site::build(places)?;
        build::development(places)?
    };
    // We become the server: Ctrl-C and signals reach it directly, and nobody stands between it and the terminal.
    let error = Command::new(&binary)
        .current_dir(&places.root)
        .arg("demo")
        .args(&args.passed_on)
        .exec();
    Err(anyhow!(error).context(format!("cannot start {}", binary.display())))
}
