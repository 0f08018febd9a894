//! `cargo xtask build`, and the two ways in which the server is compiled.

use crate::{places::Places, process, site};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};

/// Builds the site and the release binary, and returns where it is. Where `CARGO_TARGET_DIR` points elsewhere, a copy
/// lies at `target/release/allmende` in the workspace all the same, because that is where people look.
///
/// # Errors
/// When anything does not compile.
pub fn release(places: &Places) -> Result<PathBuf> {
    site::build(places)?;
    step("server, optimised (some minutes the first time)");
    process::run(
        places
            .cargo()
            .args(["build", "--release", "--package", "server", "--bin", "allmende"]),
    )?;
    let built = places.binary("release", "allmende");
    let expected = places.root.join("target/release/allmende");
    if built != expected {
        fs::create_dir_all(expected.parent().context("a file has a folder")?)?;
        fs::copy(&built, &expected).with_context(|| format!("cannot copy to {}", expected.display()))?;
    }
    let size = fs::metadata(&expected)?.len();
    println!(
        "\n{} ({:.1} MB), everything embedded",
        places.show(&expected),
        size as f64 / 1e6
    );
    Ok(expected)
}

/// Builds the server for developing: quick to compile, what `cargo xtask run` starts.
///
/// # Errors
/// When it does not compile.
pub fn development(places: &Places) -> Result<PathBuf> {
    step("server");
    process::run(
        places
            .cargo()
            .args(["build", "--package", "server", "--bin", "allmende"]),
    )?;
    Ok(places.binary("debug", "allmende"))
}

/// Says what comes next.
pub fn step(what: &str) {
    println!("── {what}");
}
