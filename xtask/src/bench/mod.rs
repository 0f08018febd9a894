//! `cargo xtask bench`: the figures we promise, measured the same way every time.
//!
//! Figures depend on the machine and on what else it does, so they are measured on purpose and never inside a timed test.
//! To add one: write a function that returns [`Figure`]s and give it a line in [`BENCHES`].

mod large;
mod law;
mod load;
mod pages;

use crate::{
    build::{self, step},
    places::Places,
    process,
    server::Server,
    setup::{self, Need},
};
use anyhow::{Result, bail};
use std::{fmt, fs, path::PathBuf, process::ExitCode};

#[derive(clap::Args)]
#[command(after_help = benches_for_help())]
pub struct Args {
    /// Only this one
    name: Option<String>,
    /// Measure the binary that is already there instead of building it
    #[arg(long)]
    no_build: bool,
}

/// Something to measure.
struct Bench {
    name: &'static str,
    about: &'static str,
    needs: &'static [Need],
    run: fn(&Bencher) -> Result<Vec<Figure>>,
}

const BENCHES: &[Bench] = &[
    Bench {
        name: "start",
        about: "from the start of the binary to its first answer",
        needs: &[],
        run: pages::start,
    },
    Bench {
        name: "weight",
        about: "what a first visit downloads, without pictures",
        needs: &[],
        run: pages::weight,
    },
    Bench {
        name: "throughput",
        about: "pages against the same search as JSON, and memory meanwhile",
        needs: &[Need::Wrk],
        run: pages::throughput,
    },
    Bench {
        name: "large",
        about: "searching 100,000 listings on SQLite: time and memory",
        needs: &[Need::Wrk],
        run: large::large,
    },
    Bench {
        name: "law",
        about: "quotes, a year's calendar, fifty who say yes at once a hundred times",
        needs: &[Need::Postgres],
        run: law::law,
    },
    Bench {
        name: "lighthouse",
        about: "the four scores of the main pages",
        needs: &[Need::Chromium, Need::Node, Need::Packages],
        run: pages::lighthouse,
    },
];

/// What benches share: the release binary and a place for its data.
struct Bencher<'a> {
    places: &'a Places,
    binary: PathBuf,
}

/// One measured number and the bound that was promised, if any.
struct Figure {
    what: String,
    value: f64,
    unit: &'static str,
    bound: Option<Bound>,
}

/// What a figure may be.
#[derive(Clone, Copy)]
enum Bound {
    AtMost(f64),
    AtLeast(f64),
}

/// Builds the release binary, measures, and prints a table in Markdown, as `docs/performance.md` holds it.
///
/// # Errors
/// When there is no such bench, or one cannot be carried out. A missed bound is no error but exits with 1.
pub fn run(places: &Places, args: &Args) -> Result<ExitCode> {
    let benches: Vec<_> = BENCHES
        .iter()
        .filter(|bench| args.name.as_ref().is_none_or(|name| bench.name == name))
        .collect();
    if benches.is_empty() {
        bail!("there is no such bench; there are:{}", benches_for_help());
    }
    let needs: Vec<_> = benches.iter().flat_map(|bench| bench.needs).copied().collect();
    setup::ensure(places, &needs)?;
    let binary = if args.no_build {
        places.binary("release", "allmende")
    } else {
        build::release(places)?
    };
    let bencher = Bencher { places, binary };
    let mut figures = Vec::new();
    for bench in benches {
        if process::interrupted() {
            bail!("interrupted");
        }
        step(&format!("{}: {}", bench.name, bench.about));
        figures.extend((bench.run)(&bencher)?);
    }
    println!("\n| figure | measured | promised | |\n|---|---:|---:|---|");
    for figure in &figures {
        println!("{figure}");
    }
    let all_kept = figures.iter().all(Figure::is_kept);
    Ok(if all_kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Bencher<'_> {
    /// A release server with the demo community. Its data stay, so that a second start shows what a start costs.
    fn demo(&self) -> Result<Server> {
        let data = self.places.work("bench-demo");
        fs::create_dir_all(&data)?;
        Server::start(
            &self.binary,
            "demo",
            &data,
            &[],
            self.places.work("logs").join("bench-demo.log"),
        )
    }
}

impl Figure {
    fn new(what: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self {
            what: what.into(),
            value,
            unit,
            bound: None,
        }
    }

    fn promised(self, bound: Bound) -> Self {
        Self {
            bound: Some(bound),
            ..self
        }
    }

    fn is_kept(&self) -> bool {
        match self.bound {
            None => true,
            Some(Bound::AtMost(most)) => self.value <= most,
            Some(Bound::AtLeast(least)) => self.value >= least,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, value, unit, .. } = self;
        let (bound, answer) = match self.bound {
            None => (String::new(), ""),
            Some(bound) => (
                format!("{bound} {unit}"),
                if self.is_kept() { "kept" } else { "MISSED" },
            ),
        };
        write!(f, "| {what} | {value:.1} {unit} | {bound} | {answer} |")
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(most) => write!(f, "≤ {most}"),
            Self::AtLeast(least) => write!(f, "≥ {least}"),
        }
    }
}

fn benches_for_help() -> String {
    let lines = BENCHES
        .iter()
        .map(|bench| format!("\n  {:<14}{}", bench.name, bench.about));
    format!("Benches:{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_says_whether_its_promise_is_kept() {
        let figure = Figure::new("first answer", 250.0, "ms");
        assert_eq!(figure.to_string(), "| first answer | 250.0 ms |  |  |");
        let kept = figure.promised(Bound::AtMost(1000.0));
        assert_eq!(kept.to_string(), "| first answer | 250.0 ms | ≤ 1000 ms | kept |");
        assert!(!Figure::new("share", 0.1, "").promised(Bound::AtLeast(0.2)).is_kept());
    }
}
