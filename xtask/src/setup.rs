//! What tests and benches need besides Rust: found, installed where we may, or listed.

use crate::{build::step, places::Places, postgres, process};
use anyhow::{Context, Result, bail, ensure};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Something a task cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// `initdb` and `postgres`.
    Postgres,
    /// A browser: Chromium or Chrome.
    Chromium,
    /// Node.js with npm.
    Node,
    /// The packages of `end2end/`, exactly as its lock file says.
    Packages,
    /// The load generator.
    Wrk,
}

impl Need {
    pub const ALL: &'static [Self] = &[Self::Postgres, Self::Chromium, Self::Node, Self::Packages, Self::Wrk];

    fn is_met(self, places: &Places) -> bool {
        match self {
            Self::Postgres => postgres::programs().is_some(),
            Self::Chromium => chromium().is_some(),
            Self::Node => on_path("node").is_some() && on_path("npm").is_some(),
            Self::Packages => Packages::of(places).are_current(),
            Self::Wrk => on_path("wrk").is_some(),
        }
    }

    /// The names of Debian's packages.
    fn debian(self) -> &'static [&'static str] {
        match self {
            Self::Postgres => &["postgresql"],
            // Fonts with letters and emoji: without any, every text is a row of boxes.
            Self::Chromium => &["chromium", "fonts-dejavu-core", "fonts-noto-color-emoji"],
            Self::Node => &["nodejs", "npm"],
            Self::Packages => &[],
            Self::Wrk => &["wrk"],
        }
    }

    /// What to do by hand.
    fn by_hand(self) -> &'static str {
        match self {
            Self::Postgres => {
                "PostgreSQL 15 or newer: `initdb` and `postgres` on the PATH or below /usr/lib/postgresql"
            }
            Self::Chromium => "Chromium or Chrome on the PATH, or its program in the variable CHROMIUM",
            Self::Node => "Node.js 20 or newer, with npm, on the PATH",
            Self::Packages => "the packages of end2end: `npm ci` in that folder",
            Self::Wrk => "wrk on the PATH",
        }
    }
}

/// Sees to it that all needs are met.
///
/// # Errors
/// A list of what is missing and could not be installed.
pub fn ensure(places: &Places, needs: &[Need]) -> Result<()> {
    let from_debian: Vec<_> = needs
        .iter()
        .filter(|need| !need.is_met(places))
        .flat_map(|need| need.debian())
        .copied()
        .collect();
    if !from_debian.is_empty() {
        match Apt::find() {
            Some(apt) => apt.install(&from_debian)?,
            None => {
                println!("   cannot install with apt here (no apt-get, or neither root nor sudo without a password)")
            }
        }
    }
    let packages = Packages::of(places);
    if needs.contains(&Need::Packages) && Need::Node.is_met(places) && !packages.are_current() {
        packages.install()?;
    }
    check(places, needs)
}

/// Looks without installing anything.
///
/// # Errors
/// A list of what is missing.
pub fn check(places: &Places, needs: &[Need]) -> Result<()> {
    let missing: Vec<_> = needs
        .iter()
        .filter(|need| !need.is_met(places))
        .map(|need| format!("\n  - {}", need.by_hand()))
        .collect();
    ensure!(missing.is_empty(), "missing here:{}", missing.concat());
    Ok(())
}

/// The browser: the variable `CHROMIUM`, or the first one on the `PATH`.
pub fn chromium() -> Option<PathBuf> {
    match env::var_os("CHROMIUM") {
        Some(named) => Some(PathBuf::from(named)).filter(|program| program.exists()),
        None => ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
            .into_iter()
            .find_map(on_path),
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Debian's installer, used as root or through a `sudo` that does not ask.
struct Apt {
    sudo: bool,
}

impl Apt {
    fn find() -> Option<Self> {
        on_path("apt-get")?;
        if process::is_root() {
            return Some(Self { sudo: false });
        }
        process::succeeds(Command::new("sudo").args(["-n", "true"])).then_some(Self { sudo: true })
    }

    fn install(&self, packages: &[&str]) -> Result<()> {
        step(&format!("apt-get install {}", packages.join(" ")));
        process::run(self.command().args(["-q", "update"])).context("apt-get update")?;
        process::run(
            self.command()
                .args(["-q", "install", "--yes", "--no-install-recommends"])
                .args(packages),
        )
    }

    fn command(&self) -> Command {
        let mut command = Command::new(if self.sudo { "sudo" } else { "env" });
        if self.sudo {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    }
}

/// The npm packages of the journeys.
struct Packages {
    folder: PathBuf,
}

impl Packages {
    fn of(places: &Places) -> Self {
        Self {
            folder: places.end2end(),
        }
    }

    fn are_current(&self) -> bool {
        let lock = fs::read(self.folder.join("package-lock.json"));
        lock.is_ok_and(|lock| fs::read(self.stamp()).is_ok_and(|stamp| stamp == lock))
    }

    fn install(&self) -> Result<()> {
        step("npm ci in end2end");
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&self.folder);
        // Playwright would fetch browsers of its own; the installed one serves.
        npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .env("PUPPETEER_SKIP_DOWNLOAD", "1");
        process::run(&mut npm)?;
        let lock = self.folder.join("package-lock.json");
        if !Path::new(&lock).exists() {
            bail!("end2end has no package-lock.json");
        }
        fs::copy(lock, self.stamp())?;
        Ok(())
    }

    /// A copy of the lock file that the installed packages came from; goes with them.
    fn stamp(&self) -> PathBuf {
        self.folder.join("node_modules/.installed-from")
    }
}
