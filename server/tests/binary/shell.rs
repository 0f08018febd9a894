//! Runs the binary on a folder of its own.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Output, Stdio},
};
use tempfile::TempDir;

/// A folder for everything a test writes, and the binary with nothing configured from outside.
pub struct Shell {
    folder: TempDir,
}

/// What a command answered.
#[derive(Debug)]
pub struct Answer {
    /// Standard output and standard error.
    pub text: String,
    pub good: bool,
}

impl Answer {
    /// The answer of a command that did what it should, and says this.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.good, "{}", self.text);
        self.has(words)
    }

    /// The answer of a command that refused, and says this.
    #[track_caller]
    pub fn refuses(self, words: &str) -> Self {
        assert!(!self.good, "{}", self.text);
        self.has(words)
    }

    #[track_caller]
    pub fn has(self, words: &str) -> Self {
        assert!(self.text.contains(words), "\"{words}\" is not in: {}", self.text);
        for code in ["{ ", "Some(", "FieldError", "Refused", "panicked"] {
            assert!(!self.text.contains(code), "code instead of words: {}", self.text);
        }
        self
    }
}

impl Shell {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file in the folder: its path.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn command(&self, data: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_allmende"));
        command
            .arg("--data")
            .arg(data)
            .args(arguments)
            .current_dir(self.folder.path());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("ALLMENDE_")) {
            command.env_remove(name);
        }
        command
            .env("ALLMENDE_LOG", "warn")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs a command on the data folder `data` with this on its standard input.
    pub fn run_with(&self, data: &str, input: &str, arguments: &[&str]) -> Answer {
        let mut child = self.command(&self.path(data), arguments).spawn().unwrap();
        // A command that refuses at once reads nothing.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        Answer {
            text: String::from_utf8([stdout, stderr].concat()).unwrap(),
            good: status.success(),
        }
    }

    /// Runs a command on the data folder `data`.
    pub fn run(&self, data: &str, arguments: &[&str]) -> Answer {
        self.run_with(data, "", arguments)
    }

    /// Serves the data folder `data` on a free port, with these settings in the environment. Returns when it listens.
    pub fn serve(&self, data: &str, settings: &[(&str, &str)]) -> Server {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = self.command(&self.path(data), &["serve", "--listen", &format!("127.0.0.1:{port}")]);
        let mut child = command.envs(settings.iter().copied()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let mut server = Server { child, port, out };
        if !line.contains("is open at") {
            let _ = server.child.kill();
            panic!("it did not start: {line}{}", server.log());
        }
        server
    }
}

/// A server that runs. Ends with the test.
pub struct Server {
    child: Child,
    pub port: u16,
    out: BufReader<ChildStdout>,
}

impl Server {
    /// Tells it to stop, as a service manager does.
    pub fn terminate(&self) {
        let told = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(told.success());
    }

    /// Waits for its end: whether it was a good one, and what it had logged.
    pub fn end(&mut self) -> (bool, String) {
        let log = self.log();
        (self.child.wait().unwrap().success(), log)
    }

    fn log(&mut self) -> String {
        let mut log = String::new();
        if let Some(errors) = &mut self.child.stderr {
            errors.read_to_string(&mut log).unwrap();
        }
        self.out.read_to_string(&mut log).unwrap();
        log
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
