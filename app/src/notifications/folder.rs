//! A folder that mails are written into when no mail server is configured.

use super::letters::Mail;
use domain::Timestamp;
use serde::{Deserialize, Serialize};
use std::{
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

/// The folder.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// A mail as it lies in the folder.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// The file's name without its ending: sorts by time.
    pub file: String,
    /// When it was written.
    pub at: Timestamp,
    /// The mail.
    #[serde(flatten)]
    pub mail: Mail,
}

impl Folder {
    /// The folder at `path`, made if it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn at(path: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(path)?;
        Ok(Self(path.to_owned()))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a mail.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn keep(&self, mail: Mail, at: Timestamp) -> io::Result<()> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "{:020}-{:06}",
            at.0.max(0),
            COUNT.fetch_add(1, Ordering::Relaxed) % 1_000_000
        );
        let kept = Kept {
            file: name.clone(),
            at,
            mail,
        };
        let unfinished = self.0.join(format!("{name}.part"));
        std::fs::write(&unfinished, serde_json::to_vec_pretty(&kept)?)?;
        std::fs::rename(unfinished, self.0.join(format!("{name}.json")))
    }

    /// The newest mails, newest first, at most `limit`; only those to `to`, if given.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn newest(&self, to: Option<&str>, limit: usize) -> io::Result<Vec<Kept>> {
        let mut names: Vec<PathBuf> = std::fs::read_dir(&self.0)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|e| e == "json"))
            .collect();
        names.sort();
        let mails = names
            .into_iter()
            .rev()
            .filter_map(|path| serde_json::from_slice(&std::fs::read(path).ok()?).ok());
        Ok(mails
            .filter(|kept: &Kept| to.is_none_or(|to| kept.mail.to.eq_ignore_ascii_case(to)))
            .take(limit)
            .collect())
    }

    /// One mail by its name.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn one(&self, name: &str) -> io::Result<Option<Kept>> {
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_digit() || c == '-') {
            return Ok(None);
        }
        match std::fs::read(self.0.join(format!("{name}.json"))) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}
