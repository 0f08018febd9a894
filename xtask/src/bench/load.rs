//! Load on loopback with wrk: bounded in time, several addresses in turn, percentiles.

use crate::{process, server::Server};
use anyhow::{Context, Result, ensure};
use std::{fs, process::Command};

/// What wrk saw.
pub struct Load {
    /// Good answers in each second.
    pub per_second: f64,
    /// Milliseconds within which 95 % were answered.
    pub p95_ms: f64,
}

/// How many requests are under way at once where the server shall have plenty to do.
pub const MANY: u32 = 8;

/// Asks for `paths` in turn for `seconds`, `at_once` at a time, on one thread of wrk's so that the server keeps most of
/// the machine. One at a time tells how long one request takes inside the server (and on loopback), more how many it
/// can take.
///
/// # Errors
/// When wrk fails, or any answer was no success: a fast refusal is no figure.
pub fn load(server: &Server, paths: &[String], seconds: u32, at_once: u32) -> Result<Load> {
    let folder = tempfile::tempdir()?;
    let script = folder.path().join("turns.lua");
    fs::write(&script, lua(paths))?;
    let printed = process::output(
        Command::new("wrk")
            .args([
                "-t",
                "1",
                "-c",
                &at_once.to_string(),
                "-d",
                &format!("{seconds}s"),
                "-s",
            ])
            .arg(&script)
            .arg(format!("http://127.0.0.1:{}", server.port)),
    )?;
    let summary = Summary::parse(&printed).context("wrk printed no summary")?;
    ensure!(
        summary.bad == 0,
        "{} of {} answers were no success",
        summary.bad,
        summary.requests
    );
    Ok(Load {
        per_second: summary.requests / (summary.duration_us / 1e6),
        p95_ms: summary.p95_us / 1e3,
    })
}

fn lua(paths: &[String]) -> String {
    // A quoted JSON string without control characters is a quoted Lua string as well.
    let paths: Vec<_> = paths.iter().map(|path| format!("{path:?}")).collect();
    format!(
        r#"local paths = {{ {} }}
local turn = 0
request = function()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn], {{ ["Accept-Language"] = "de" }})
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("summary %d %d %d %d\n", summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(95)))
end
"#,
        paths.join(", ")
    )
}

/// The line that our script prints: counts, and times in microseconds.
struct Summary {
    requests: f64,
    duration_us: f64,
    bad: u64,
    p95_us: f64,
}

impl Summary {
    fn parse(printed: &str) -> Option<Self> {
        let line = printed.lines().find_map(|line| line.strip_prefix("summary "))?;
        let numbers: Vec<f64> = line.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
        let [requests, duration_us, bad, p95_us] = numbers[..] else {
            return None;
        };
        Some(Self {
            requests,
            duration_us,
            bad: bad as u64,
            p95_us,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_found_among_what_wrk_prints() {
        let summary = Summary::parse("Running 1s test\nsummary 500 1000000 0 2100\nRequests/sec: 500\n").unwrap();
        assert_eq!(
            (summary.requests, summary.duration_us, summary.bad, summary.p95_us),
            (500.0, 1e6, 0, 2100.0)
        );
        assert!(Summary::parse("unable to connect").is_none());
    }
}
