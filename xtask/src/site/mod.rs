//! What browsers download: wasm and its script, styles, pictures. Built here, embedded by `server/build.rs`.
//!
//! Each step is skipped while what it reads has not changed, and the finished folder is replaced only when its content
//! is another: the server is then not compiled again for nothing.

mod pack;
mod styles;
mod wasm;

use crate::{build::step, places::Places};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// One file of the site.
pub struct File {
    /// Its path below the package folder, with `/`: `allmende.js`, `assets/logo.svg`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Builds the site into `<build folder>/site/current/`: the files, their `.br` and `.gz` siblings, `manifest.json`.
///
/// # Errors
/// When the frontend does not compile, or a style names a file that is not there.
pub fn build(places: &Places) -> Result<()> {
    let started = std::time::Instant::now();
    step("site: wasm");
    let mut files = wasm::build(places)?;
    step("site: styles and pictures");
    files.extend(assets(&places.root.join("app/assets"))?);
    let names: Vec<_> = files.iter().map(|file| file.path.clone()).collect();
    files.push(styles::build(&places.root.join("style"), &names)?);
    let packed = pack::pack(places, files)?;
    println!("   {packed} ({:.1} s)", started.elapsed().as_secs_f64());
    Ok(())
}

fn assets(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in files_below(folder)? {
        let name = relative(folder, &path)?;
        files.push(File {
            path: format!("assets/{name}"),
            bytes: fs::read(&path)?,
        });
    }
    Ok(files)
}

/// All files below a folder, sorted, without hidden ones. A folder that is not there has none.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if !folder.exists() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn relative(folder: &Path, path: &Path) -> Result<String> {
    let relative = path.strip_prefix(folder)?;
    Ok(relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/"))
}

/// A SHA-256 in hexadecimal over several pieces, each preceded by its length so that they cannot run together.
fn fingerprint<'b>(pieces: impl IntoIterator<Item = &'b [u8]>) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for piece in pieces {
        hash.update((piece.len() as u64).to_le_bytes());
        hash.update(piece);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_tells_where_a_piece_ends() {
        assert_eq!(fingerprint([&b"ab"[..], b"c"]), fingerprint([&b"ab"[..], b"c"]));
        assert_ne!(fingerprint([&b"ab"[..], b"c"]), fingerprint([&b"a"[..], b"bc"]));
    }

    #[test]
    fn files_are_found_in_folders_sorted_and_without_hidden_ones() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("icons")).unwrap();
        for name in ["z.svg", "icons/a.svg", ".hidden"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let paths: Vec<_> = assets(folder.path())
            .unwrap()
            .into_iter()
            .map(|file| file.path)
            .collect();
        assert_eq!(paths, ["assets/icons/a.svg", "assets/z.svg"]);
    }
}
