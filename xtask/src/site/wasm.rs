//! The islands as wasm: compile, bind to JavaScript, shrink.

use super::{File, files_below, fingerprint, relative};
use crate::{places::Places, process};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_bindgen_cli_support::Bindgen;

/// Older ones read what today's compilers write and break it: 108, which Debian 12 has, confuses the two tables that
/// `wasm-bindgen` needs, and no island wakes up.
const OLDEST_SHRINKER: u32 = 123;

const TARGET: &str = "wasm32-unknown-unknown";

/// What the two files are called: `allmende.js`, `allmende_bg.wasm`.
const NAME: &str = "allmende";

/// Compiles the frontend and returns the files a browser needs to run it.
///
/// # Errors
/// When the target cannot be installed or the frontend does not compile.
pub fn build(places: &Places) -> Result<Vec<File>> {
    ensure_target(places)?;
    process::run(
        places
            .cargo()
            .args(["build", "--package", "frontend", "--target", TARGET])
            .args(["--profile", "wasm-release"]),
    )?;
    let compiled = places.target.join(TARGET).join("wasm-release/frontend.wasm");
    let bytes = fs::read(&compiled).with_context(|| format!("no wasm at {}", compiled.display()))?;

    let shrinker = Shrinker::find(places);
    let version = shrinker.as_ref().map_or("none", |shrinker| &shrinker.version);
    let inputs = fingerprint([bytes.as_slice(), version.as_bytes(), include_bytes!("wasm.rs")]);
    let (out, stamp) = (places.work("wasm"), places.work("wasm.stamp"));
    if fs::read_to_string(&stamp).is_ok_and(|last| last == inputs) {
        return collect(&out);
    }
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    bind(&compiled, &out)?;
    let bound = out.join(format!("{NAME}_bg.wasm"));
    match shrinker {
        Some(shrinker) => shrinker.shrink(&bound)?,
        None => {
            println!(
                "   no wasm-opt from {OLDEST_SHRINKER} on here: the wasm stays larger than it could be (`cargo xtask setup` brings one)"
            )
        }
    }
    fs::write(&stamp, inputs)?;
    collect(&out)
}

fn collect(out: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in files_below(out)? {
        files.push(File {
            path: relative(out, &path)?,
            bytes: fs::read(&path)?,
        });
    }
    Ok(files)
}

/// Adds the wasm target to the toolchain when it is not there.
fn ensure_target(places: &Places) -> Result<()> {
    let sysroot = process::output(
        Command::new("rustc")
            .current_dir(&places.root)
            .args(["--print", "sysroot"]),
    )?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    println!("   adding {TARGET} to the toolchain");
    process::run(
        Command::new("rustup")
            .current_dir(&places.root)
            .args(["target", "add", TARGET]),
    )
    .with_context(|| {
        format!("this toolchain cannot compile for browsers; please install its `{TARGET}` standard library")
    })
}

/// Same version as the `wasm-bindgen` crate (both are pinned), or the two would not understand each other.
fn bind(compiled: &Path, out: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .out_name(NAME)
        .generate(out)
        .context("wasm-bindgen cannot read the compiled frontend")
}

/// Binaryen's `wasm-opt`, where there is one.
struct Shrinker {
    program: PathBuf,
    version: String,
}

impl Shrinker {
    /// The one of the browser tests first: its version is pinned. Then whatever is installed.
    fn find(places: &Places) -> Option<Self> {
        [
            places.end2end().join("node_modules/binaryen/bin/wasm-opt"),
            PathBuf::from("wasm-opt"),
        ]
        .into_iter()
        .find_map(|program| {
            let output = Command::new(&program).arg("--version").output().ok()?;
            let version = String::from_utf8(output.stdout).ok()?.trim().to_owned();
            let known_good = number(&version).is_some_and(|number| number >= OLDEST_SHRINKER);
            (output.status.success() && known_good).then_some(Self { program, version })
        })
    }

    /// Replaces the file by a smaller one. Where it cannot be read, the file stays as it is.
    fn shrink(&self, wasm: &Path) -> Result<()> {
        let smaller = wasm.with_extension("smaller");
        let done = Command::new(&self.program)
            .arg("-Oz")
            .arg(wasm)
            .arg("-o")
            .arg(&smaller)
            .output()?;
        if !done.status.success() || !smaller.exists() {
            println!(
                "   {} cannot read this wasm, which stays larger than it could be",
                self.version
            );
            let _ = fs::remove_file(&smaller);
            return Ok(());
        }
        ensure!(
            fs::metadata(&smaller)?.len() > 0,
            "{} wrote an empty file",
            self.version
        );
        fs::rename(&smaller, wasm)?;
        Ok(())
    }
}

/// The number in `wasm-opt version 132 (version_132)`.
fn number(version: &str) -> Option<u32> {
    let digits = version.strip_prefix("wasm-opt version ")?;
    digits.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn the_number_of_a_version_is_read() {
        assert_eq!(number("wasm-opt version 108"), Some(108));
        assert_eq!(number("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(number("wasm-opt of the day"), None);
    }
}
