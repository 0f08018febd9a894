//! Where things lie: the workspace, and the folders that builds write to.

use anyhow::{Context, Result};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// The folders that tasks read and write.
pub struct Places {
    /// The workspace: the folder with the top `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo puts finished artefacts: `CARGO_TARGET_DIR`, or `target` in the workspace.
    pub target: PathBuf,
    /// Where cargo puts intermediate artefacts; nearly always the same folder.
    build: PathBuf,
}

impl Places {
    /// Asks cargo, which knows every way of configuring these folders.
    ///
    /// # Errors
    /// When cargo cannot read the workspace.
    pub fn find() -> Result<Self> {
        let here =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), Into::into);
        let root = here.parent().context("xtask lies in the workspace")?.to_path_buf();
        let metadata = crate::process::json(Command::new(cargo()).current_dir(&root).args([
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
        ]))?;
        let folder = |name: &str| metadata[name].as_str().map(PathBuf::from);
        let target = folder("target_directory").context("cargo names no target folder")?;
        let build = folder("build_directory").unwrap_or_else(|| target.clone());
        Ok(Self { root, target, build })
    }

    /// The folder that `server/build.rs` watches and embeds. Holds `current/` and nothing else.
    pub fn site(&self) -> PathBuf {
        self.build.join("site")
    }

    /// A folder of our own for intermediate results and stamps.
    pub fn work(&self, name: &str) -> PathBuf {
        self.build.join("xtask").join(name)
    }

    /// The folder of the browser journeys.
    pub fn end2end(&self) -> PathBuf {
        self.root.join("end2end")
    }

    /// A cargo call in the workspace, without the variables that an outer `cargo run` leaves behind: build scripts
    /// that look at them would run again on every change between the two ways of being called.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(cargo());
        command.current_dir(&self.root);
        let inherited = env::vars_os().filter_map(|(name, _)| name.into_string().ok());
        for name in inherited.filter(|name| left_by_cargo_run(name)) {
            command.env_remove(name);
        }
        command
    }

    /// Where cargo puts a finished binary of `profile` (`debug` or `release`).
    pub fn binary(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(name)
    }

    /// `path` as a person would write it: relative to the workspace where that is shorter.
    pub fn show<'p>(&self, path: &'p Path) -> std::path::Display<'p> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

fn cargo() -> std::ffi::OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn left_by_cargo_run(name: &str) -> bool {
    name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_MANIFEST_")
        || matches!(
            name,
            "CARGO_CRATE_NAME" | "CARGO_BIN_NAME" | "CARGO_PRIMARY_PACKAGE" | "OUT_DIR"
        )
}
