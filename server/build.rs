//! Embeds what browsers download.
//!
//! `cargo xtask` (run, build, test) writes the finished site, compressed and named by its content, to `site/current/` in
//! cargo's build folder, or somebody names another such folder in `ALLMENDE_SITE_DIR`. Without either, plain cargo
//! calls still work: the style sheets and pictures are then embedded as they lie in the workspace, and there is no wasm.
//!
//! Writes `site_files.rs` for `src/site.rs`: the constant `HASH` and the table `FILES`.

use serde_json::Value;
use std::{
    collections::hash_map::DefaultHasher,
    env,
    fmt::Write as _,
    fs,
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    println!("cargo:rerun-if-env-changed=ALLMENDE_SITE_DIR");
    println!("cargo:rerun-if-changed=build.rs");
    let code = match finished_site(&out)? {
        Some(folder) => embed_finished(&folder)?,
        None => embed_bare()?,
    };
    fs::write(out.join("site_files.rs"), code)?;
    Ok(())
}

/// The folder with a finished site, if there is one. Whichever it is, cargo is told to watch it.
fn finished_site(out: &Path) -> Result<Option<PathBuf>, Failure> {
    if let Some(folder) = env::var_os("ALLMENDE_SITE_DIR") {
        let folder = PathBuf::from(folder);
        println!("cargo:rerun-if-changed={}", folder.display());
        return Ok(Some(folder));
    }
    // Cargo marks its own folder, however deep in it we are.
    let Some(build) = out.ancestors().find(|folder| folder.join("CACHEDIR.TAG").exists()) else {
        return Ok(None);
    };
    let site = build.join("site");
    // It must exist to be watched: cargo takes a missing path for one that changes all the time.
    fs::create_dir_all(&site)?;
    println!("cargo:rerun-if-changed={}", site.display());
    Ok(Some(site.join("current")).filter(|current| current.join("manifest.json").exists()))
}

fn embed_finished(folder: &Path) -> Result<String, Failure> {
    let manifest = folder.join("manifest.json");
    let text = fs::read_to_string(&manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
    let manifest: Value = serde_json::from_str(&text)?;
    let word = |value: &Value| {
        value
            .as_str()
            .map(str::to_owned)
            .ok_or("the site's manifest lacks a word")
    };
    let mut table = Table::new(&word(&manifest["hash"])?)?;
    for file in manifest["files"]
        .as_array()
        .ok_or("the site's manifest lacks its files")?
    {
        let path = word(&file["path"])?;
        let encodings = file["encodings"].as_array().map(Vec::as_slice).unwrap_or_default();
        let packed = |encoding: &str| {
            encodings
                .iter()
                .any(|one| one == encoding)
                .then(|| folder.join(format!("{path}.{encoding}")))
        };
        let (plain, etag) = (folder.join(&path), word(&file["sha256"])?[..16].to_owned());
        table.add(
            &path,
            &word(&file["content_type"])?,
            &etag,
            &plain,
            packed("br"),
            packed("gz"),
        )?;
    }
    table.finish()
}

fn embed_bare() -> Result<String, Failure> {
    let workspace = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo sets CARGO_MANIFEST_DIR")?).join("..");
    let mut files = Vec::new();
    for (folder, prefix) in [(workspace.join("style"), ""), (workspace.join("app/assets"), "assets/")] {
        if folder.exists() {
            println!("cargo:rerun-if-changed={}", folder.display());
            collect(&folder, prefix, &mut files)?;
        }
    }
    files.retain(|(name, _)| name.starts_with("assets/") || name.ends_with(".css"));
    files.sort();
    let mut hash = DefaultHasher::new();
    for (name, path) in &files {
        (name, fs::read(path)?).hash(&mut hash);
    }
    let hash = format!("bare-{:016x}", hash.finish());
    let mut table = Table::new(&hash)?;
    for (name, path) in &files {
        // Everything at once is one version here, so its name also says whether one file changed.
        table.add(name, content_type(name), &hash, path, None, None)?;
    }
    table.finish()
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), files)?;
        } else {
            files.push((format!("{prefix}{name}"), entry.path().canonicalize()?));
        }
    }
    Ok(())
}

/// The few kinds that lie in the workspace; the finished site's manifest knows more.
fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "jpg" | "jpeg" => "image/jpeg",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The code of the table, being written.
struct Table(String);

impl Table {
    fn new(hash: &str) -> Result<Self, Failure> {
        let mut code = String::new();
        writeln!(code, "pub(super) const HASH: &str = {hash:?};")?;
        writeln!(code, "pub(super) static FILES: &[super::File] = &[")?;
        Ok(Self(code))
    }

    fn add(
        &mut self,
        path: &str,
        content_type: &str,
        etag: &str,
        plain: &Path,
        br: Option<PathBuf>,
        gz: Option<PathBuf>,
    ) -> Result<(), Failure> {
        let optional =
            |path: Option<PathBuf>| path.map_or("None".to_owned(), |path| format!("Some(include_bytes!({path:?}))"));
        writeln!(
            self.0,
            "    super::File {{ path: {path:?}, content_type: {content_type:?}, etag: {etag:?}, \
             plain: include_bytes!({plain:?}), br: {}, gz: {} }},",
            optional(br),
            optional(gz)
        )?;
        Ok(())
    }

    fn finish(mut self) -> Result<String, Failure> {
        writeln!(self.0, "];")?;
        Ok(self.0)
    }
}
