//! Compresses the site, names it by its content and puts it where `server/build.rs` finds it.

use super::{File, fingerprint};
use crate::places::Places;
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};
use std::{fs, io::Write, path::Path};

/// Counts up when the layout of the folder changes, so that an old one is not taken for current.
const LAYOUT: &str = "1";

/// Writes `current/` unless it already holds exactly these files, and returns a sentence about it.
///
/// # Errors
/// When the folder cannot be written.
pub fn pack(places: &Places, mut files: Vec<File>) -> Result<String> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let pieces = files
        .iter()
        .flat_map(|file| [file.path.as_bytes(), file.bytes.as_slice()]);
    // Eighty bits: enough to tell any two builds apart, short enough for an address.
    let hash = fingerprint([LAYOUT.as_bytes()].into_iter().chain(pieces))[..20].to_owned();
    let current = places.site().join("current");
    if hash_in(&current).is_some_and(|last| last == hash) {
        return Ok(format!("pkg/{hash}, unchanged"));
    }

    let next = places.work("site-next");
    if next.exists() {
        fs::remove_dir_all(&next)?;
    }
    let mut entries = Vec::new();
    let mut sizes = Vec::new();
    for file in &files {
        let (entry, size) = write(&next, file)?;
        if !file.path.starts_with("assets/") {
            sizes.push(format!("{} {:.1} kB", file.path, size as f64 / 1e3));
        }
        entries.push(entry);
    }
    let manifest = json!({ "hash": hash, "files": entries });
    fs::write(next.join("manifest.json"), serde_json::to_string_pretty(&manifest)?)?;
    // Both lie on the same file system, so the change is one step and the server never sees half a site.
    fs::create_dir_all(places.site())?;
    if current.exists() {
        fs::remove_dir_all(&current)?;
    }
    fs::rename(&next, &current).context("cannot put the finished site in its place")?;
    Ok(format!("pkg/{hash}, compressed: {}", sizes.join(", ")))
}

fn hash_in(current: &Path) -> Option<String> {
    let manifest: Value = serde_json::from_slice(&fs::read(current.join("manifest.json")).ok()?).ok()?;
    Some(manifest["hash"].as_str()?.to_owned())
}

/// Writes a file and its compressed siblings. Returns its entry in the manifest and its smallest size in bytes.
fn write(folder: &Path, file: &File) -> Result<(Value, usize)> {
    let path = folder.join(&file.path);
    fs::create_dir_all(path.parent().context("a file has a folder")?)?;
    fs::write(&path, &file.bytes)?;
    let content_type = content_type(&file.path);
    let mut smallest = file.bytes.len();
    let mut encodings = Vec::new();
    if is_compressible(content_type) {
        for (name, packed) in [("br", brotli(&file.bytes)?), ("gz", gzip(&file.bytes)?)] {
            // A few bytes saved are not worth a browser's unpacking.
            if packed.len() + 64 < file.bytes.len() {
                fs::write(folder.join(format!("{}.{name}", file.path)), &packed)?;
                smallest = smallest.min(packed.len());
                encodings.push(name);
            }
        }
    }
    let sha256 = fingerprint([file.bytes.as_slice()]);
    let entry = json!({ "path": file.path, "content_type": content_type, "sha256": sha256, "encodings": encodings });
    Ok((entry, smallest))
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn is_compressible(content_type: &str) -> bool {
    content_type.starts_with("text/")
        || matches!(
            content_type,
            "application/wasm" | "image/svg+xml" | "application/json" | "application/manifest+json" | "image/x-icon"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_gets_compressed_siblings_and_a_photo_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let bytes = b"a{color:red}".repeat(100);
        for path in ["assets/a.css", "assets/a.webp"] {
            write(
                folder.path(),
                &File {
                    path: path.into(),
                    bytes: bytes.clone(),
                },
            )
            .unwrap();
        }
        let there = |name: &str| folder.path().join("assets").join(name).exists();
        assert!(there("a.css") && there("a.css.br") && there("a.css.gz"));
        assert!(there("a.webp") && !there("a.webp.br"));
    }

    #[test]
    fn what_is_compressed_unpacks_to_the_same() {
        use std::io::Read;
        let text = b"borrow from your neighbour ".repeat(50);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut brotli(&text).unwrap().as_slice(), &mut plain).unwrap();
        assert_eq!(plain, text);
        plain.clear();
        flate2::read::GzDecoder::new(gzip(&text).unwrap().as_slice())
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
    }
}
