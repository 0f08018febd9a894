//! Running other programs, so that Ctrl-C and a termination end them too and nothing is left running.

use anyhow::{Context, Result, anyhow, bail};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::{
    fs,
    io::Read,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, LazyLock, atomic::AtomicBool, atomic::Ordering},
    thread,
    time::{Duration, Instant},
};

static INTERRUPTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// How often a running program is looked at.
const GLANCE: Duration = Duration::from_millis(20);

/// How long a program may take to stop before it is killed.
const GRACE: Duration = Duration::from_secs(8);

/// From now on an interrupt is remembered instead of ending us at once, so that what we started can be stopped.
///
/// # Errors
/// When the system refuses the signal handler.
pub fn watch_for_interrupts() -> Result<()> {
    for signal in [SIGINT, SIGTERM] {
        signal_hook::flag::register(signal, INTERRUPTED.clone()).context("cannot watch for Ctrl-C")?;
    }
    Ok(())
}

/// Whether somebody asked us to stop.
pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}

/// Runs a program to its end, showing what it prints.
///
/// # Errors
/// When it cannot be started, fails, or we are interrupted.
pub fn run(command: &mut Command) -> Result<()> {
    let name = name_of(command);
    let child = command.spawn().with_context(|| format!("cannot start {name}"))?;
    succeeded(&name, wait(child)?)
}

/// Runs a program to its end and returns what it printed; its complaints are shown.
///
/// # Errors
/// As [`run`].
pub fn output(command: &mut Command) -> Result<String> {
    let name = name_of(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {name}"))?;
    let mut pipe = child.stdout.take().context("a piped program has an output")?;
    let reader = thread::spawn(move || {
        let mut text = Vec::new();
        pipe.read_to_end(&mut text).map(|_| text)
    });
    let status = wait(child)?;
    let text = reader.join().map_err(|_| anyhow!("reading from {name} failed"))??;
    succeeded(&name, status)?;
    String::from_utf8(text).with_context(|| format!("{name} printed something that is not text"))
}

/// Runs a program that prints JSON.
///
/// # Errors
/// As [`run`], and when the output is not JSON.
pub fn json(command: &mut Command) -> Result<serde_json::Value> {
    let name = name_of(command);
    serde_json::from_str(&output(command)?).with_context(|| format!("{name} printed no JSON"))
}

/// Whether a program can be started and is content; it prints nothing.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Asks a program to stop, waits, and kills it when it does not.
pub fn stop(child: &mut Child) {
    signal(child, "TERM");
    let asked = Instant::now();
    while asked.elapsed() < GRACE {
        match child.try_wait() {
            Ok(None) => thread::sleep(GLANCE),
            _ => return,
        }
    }
    // It may have ended in this very moment: nothing else can go wrong here.
    let _ = child.kill();
    let _ = child.wait();
}

/// Whether we may do everything on this machine.
pub fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

/// The last lines of a file, for an error message. Empty when it cannot be read.
pub fn tail(file: &Path, lines: usize) -> String {
    let text = fs::read(file).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let all: Vec<_> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

fn wait(mut child: Child) -> Result<ExitStatus> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if interrupted() {
            stop(&mut child);
            bail!("interrupted");
        }
        thread::sleep(GLANCE);
    }
}

/// The standard library only kills; asking takes a signal, and every Unix has a `kill` in its shell.
fn signal(child: &Child, signal: &str) {
    succeeds(
        Command::new("sh")
            .arg("-c")
            .arg(format!("kill -{signal} {}", child.id())),
    );
}

fn succeeded(name: &str, status: ExitStatus) -> Result<()> {
    if interrupted() {
        bail!("interrupted");
    }
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

fn name_of(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let program = program.rsplit('/').next().unwrap_or_default().to_owned();
    match command.get_args().next() {
        Some(first) => format!("{program} {}", first.to_string_lossy()),
        None => program,
    }
}
