//! A PostgreSQL server of our own: made for one run, on loopback, fast instead of safe, gone afterwards.

use crate::{http::free_port, process};
use anyhow::{Context, Result, bail};
use std::{
    env,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// The folder with `initdb` and `postgres`, newest version first: Debian keeps them off the `PATH`.
pub fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin")))
        })
        .collect();
    versions.sort();
    let debian = versions.into_iter().rev().map(|(_, folder)| folder);
    let on_path = env::var_os("PATH")
        .map(|path| env::split_paths(&path).collect::<Vec<_>>())
        .unwrap_or_default();
    debian
        .chain(on_path)
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

/// A running server. Dropping it stops it and removes its data.
pub struct Postgres {
    /// The shell that guards the server; see [`GUARD`].
    guard: Child,
    port: u16,
    password: String,
    // Removed last: fields are dropped in order, after `drop` has stopped the server.
    _folder: TempDir,
}

/// Runs the server and waits for the end of its own input, which we hold: however we end, even killed, the server is
/// stopped. A Ctrl-C from the terminal must not end the guard first. SIGINT is PostgreSQL's "fast shutdown".
const GUARD: &str = r#"trap '' INT; "$@" & server=$!; cat >/dev/null; kill -INT $server 2>/dev/null; wait $server"#;

impl Postgres {
    /// Makes a data folder and starts a server on it. Takes about two seconds.
    ///
    /// # Errors
    /// When PostgreSQL is not installed or does not come up; the error then holds the end of its log.
    pub fn start() -> Result<Self> {
        let programs = programs().context("PostgreSQL is not installed (`cargo xtask setup` installs it)")?;
        let folder = tempfile::Builder::new().prefix("allmende-postgres-").tempdir()?;
        let account = Account::choose(folder.path())?;
        let data = folder.path().join("data");
        let password = password()?;
        let password_file = folder.path().join("password");
        fs::write(&password_file, &password)?;
        account.own(&password_file)?;

        let mut initdb = account.command(&programs.join("initdb"));
        initdb.args([
            "--username=allmende",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ]);
        initdb
            .arg("--pwfile")
            .arg(&password_file)
            .arg("--pgdata")
            .arg(&data)
            .current_dir(folder.path());
        process::output(&mut initdb)?;

        let port = free_port()?;
        let log = folder.path().join("log");
        let mut server = account.command(Path::new("sh"));
        server
            .args(["-c", GUARD, "postgres"])
            .arg(programs.join("postgres"))
            .arg("-D")
            .arg(&data);
        server
            .arg("-k")
            .arg(folder.path())
            .args(["-h", "127.0.0.1", "-p", &port.to_string()]);
        for setting in FAST {
            server.args(["-c", setting]);
        }
        let written = File::create(&log)?;
        server
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(written.try_clone()?)
            .stderr(written);
        let guard = server.spawn().context("cannot start PostgreSQL")?;
        let mut postgres = Self {
            guard,
            port,
            password,
            _folder: folder,
        };
        postgres.wait_until_ready(&programs, &log)?;
        Ok(postgres)
    }

    /// The address of a database on this server, with its password. `postgres` always exists.
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgres://allmende:{}@127.0.0.1:{}/{database}",
            self.password, self.port
        )
    }

    /// Makes an empty database and returns its address.
    ///
    /// # Errors
    /// When the server refuses, for example because there is one of that name.
    pub fn create(&self, database: &str) -> Result<String> {
        let programs = programs().context("PostgreSQL went away")?;
        let port = self.port.to_string();
        process::run(
            Command::new(programs.join("createdb"))
                .args(["-h", "127.0.0.1", "-U", "allmende", "-p", &port, database])
                .env("PGPASSWORD", &self.password),
        )?;
        Ok(self.url(database))
    }

    fn wait_until_ready(&mut self, programs: &Path, log: &Path) -> Result<()> {
        let port = self.port.to_string();
        let started = Instant::now();
        loop {
            if process::succeeds(Command::new(programs.join("pg_isready")).args(["-h", "127.0.0.1", "-p", &port])) {
                return Ok(());
            }
            let ended = self.guard.try_wait()?.is_some();
            if ended || process::interrupted() || started.elapsed() > Duration::from_secs(60) {
                bail!("PostgreSQL did not start:\n{}", process::tail(log, 20));
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // Closing its input tells the guard to stop the server.
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

/// Nothing here has to survive a crash. Many tests run at once, each with a few connections.
const FAST: [&str; 7] = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_connections=300",
    "shared_buffers=128MB",
];

/// Who runs the server: PostgreSQL refuses to run as root.
enum Account {
    Ours,
    Postgres,
}

impl Account {
    fn choose(folder: &Path) -> Result<Self> {
        if !process::is_root() {
            return Ok(Self::Ours);
        }
        let account = Self::Postgres;
        account
            .own(folder)
            .context("root needs the account `postgres`, which Debian's package makes")?;
        Ok(account)
    }

    fn command(&self, program: &Path) -> Command {
        match self {
            Self::Ours => Command::new(program),
            Self::Postgres => {
                let mut command = Command::new("runuser");
                command.args(["-u", "postgres", "--"]).arg(program);
                command
            }
        }
    }

    fn own(&self, path: &Path) -> Result<()> {
        match self {
            Self::Ours => Ok(()),
            Self::Postgres => process::run(Command::new("chown").arg("postgres").arg(path)),
        }
    }
}

/// Other accounts of this machine can reach loopback, too.
fn password() -> Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
