//! A running Allmende on a port of its own, for journeys and measurements.

use crate::{http, process};
use anyhow::{Context, Result, bail};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A server process. Dropping it stops it.
pub struct Server {
    child: Child,
    pub port: u16,
    /// What it printed.
    pub log: PathBuf,
    /// From the start of the process to its first good answer.
    pub started_within: Duration,
}

/// How long a server may take to come up, seeding a demo community included.
const PATIENCE: Duration = Duration::from_secs(180);

impl Server {
    /// Starts `binary COMMAND --data DATA --listen 127.0.0.1:PORT …` and waits until `/readyz` says so.
    ///
    /// # Errors
    /// When it does not come up; the error then holds the end of its log.
    pub fn start(binary: &Path, command: &str, data: &Path, more: &[&str], log: PathBuf) -> Result<Self> {
        let port = http::free_port()?;
        fs::create_dir_all(log.parent().context("a file has a folder")?)?;
        let written = File::create(&log)?;
        let started = Instant::now();
        let child = Command::new(binary)
            .arg(command)
            .arg("--data")
            .arg(data)
            .args([
                "--listen",
                &format!("127.0.0.1:{port}"),
                "--public-url",
                &format!("http://localhost:{port}"),
            ])
            .args(more)
            // Everybody comes from one address here, and far more often than people do.
            .env("ALLMENDE_RATE_LIMITS", "false")
            .stdin(Stdio::null())
            .stdout(written.try_clone()?)
            .stderr(written)
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        let mut server = Self {
            child,
            port,
            log,
            started_within: Duration::ZERO,
        };
        server.wait_until_ready(started)?;
        Ok(server)
    }

    /// Its address as a browser would type it.
    pub fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// What it holds in memory now, in bytes (`VmRSS`).
    ///
    /// # Errors
    /// On systems without `/proc`, or when the process has ended.
    pub fn resident_bytes(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        resident_bytes(&status).context("no VmRSS in the process status")
    }

    fn wait_until_ready(&mut self, started: Instant) -> Result<()> {
        loop {
            if http::get(self.port, "/readyz", "").is_ok_and(|answer| answer.status == 200) {
                self.started_within = started.elapsed();
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended ({status}):\n{}", process::tail(&self.log, 30));
            }
            if process::interrupted() {
                bail!("interrupted");
            }
            if started.elapsed() > PATIENCE {
                bail!(
                    "the server was not ready in {} s:\n{}",
                    PATIENCE.as_secs(),
                    process::tail(&self.log, 30)
                );
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        process::stop(&mut self.child);
    }
}

fn resident_bytes(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resident_memory_is_read_in_bytes() {
        assert_eq!(
            resident_bytes("Name:\tallmende\nVmRSS:\t    2048 kB\nThreads:\t3\n"),
            Some(2 * 1024 * 1024)
        );
        assert_eq!(resident_bytes("Name:\tallmende\n"), None);
    }
}
