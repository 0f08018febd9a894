//! `cargo xtask test`: everything that has to hold, one stage after the other, and a table at the end.

mod browser;
mod licences;
mod rust;

use crate::{build::step, places::Places, postgres::Postgres, process, setup, setup::Need, site};
use anyhow::{Context, Result, bail};
use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

#[derive(clap::Args)]
#[command(after_help = stages_for_help())]
pub struct Args {
    /// Only tests whose name contains this; runs the stages that have named tests
    name: Option<String>,
    /// Only these stages (comma-separated); the beginning of a name will do: `--only fmt,clippy`, `--only journeys`
    #[arg(long, value_delimiter = ',', value_name = "STAGE")]
    only: Vec<String>,
    /// Install nothing; say what is missing instead
    #[arg(long)]
    no_setup: bool,
}

/// One thing that has to hold.
struct Stage {
    name: &'static str,
    about: &'static str,
    needs: &'static [Need],
    /// Whether a test's name can be given.
    named: bool,
    run: fn(&Session) -> Result<Verdict>,
}

/// How a stage that did not fail ended.
enum Verdict {
    Passed,
    /// It needs a tool that is not here and that nobody has to have.
    Absent(&'static str),
    /// Another stage has done it.
    Elsewhere(&'static str),
}

const BROWSER: &[Need] = &[Need::Chromium, Need::Node, Need::Packages];
const BROWSER_AND_POSTGRES: &[Need] = &[Need::Postgres, Need::Chromium, Need::Node, Need::Packages];

/// In the order of running: what is quick to say no comes first.
const STAGES: &[Stage] = &[
    Stage {
        name: "fmt",
        about: "the code is formatted",
        needs: &[],
        named: false,
        run: rust::fmt,
    },
    Stage {
        name: "licences",
        about: "what comes from outside may be used (deny.toml)",
        needs: &[],
        named: false,
        run: licences::check,
    },
    Stage {
        name: "deny",
        about: "cargo-deny agrees, where it is installed",
        needs: &[],
        named: false,
        run: licences::cargo_deny,
    },
    Stage {
        name: "site",
        about: "wasm, script and styles build",
        needs: &[],
        named: false,
        run: |session| session.site(),
    },
    Stage {
        name: "clippy",
        about: "no warnings, for the server and for the browser",
        needs: &[],
        named: false,
        run: rust::clippy,
    },
    Stage {
        name: "tools",
        about: "the tests of this tool itself",
        needs: &[],
        named: true,
        run: rust::tools,
    },
    Stage {
        name: "unit",
        about: "rules, models, pages",
        needs: &[],
        named: true,
        run: rust::unit,
    },
    Stage {
        name: "contract",
        about: "stores and services on SQLite and PostgreSQL",
        needs: &[Need::Postgres],
        named: true,
        run: rust::contract,
    },
    Stage {
        name: "router",
        about: "the whole server, door by door",
        needs: &[Need::Postgres],
        named: true,
        run: rust::router,
    },
    Stage {
        name: "eval",
        about: "floors of search quality",
        needs: &[],
        named: true,
        run: rust::eval,
    },
    Stage {
        name: "docs",
        about: "examples in docstrings",
        needs: &[],
        named: true,
        run: rust::docs,
    },
    Stage {
        name: "types",
        about: "the journeys' TypeScript",
        needs: &[Need::Node, Need::Packages],
        named: false,
        run: browser::types,
    },
    Stage {
        name: "journeys-sqlite",
        about: "a person's way through, without script and with wasm",
        needs: BROWSER,
        named: true,
        run: browser::journeys_on_sqlite,
    },
    Stage {
        name: "journeys-postgres",
        about: "the same on PostgreSQL",
        needs: BROWSER_AND_POSTGRES,
        named: true,
        run: browser::journeys_on_postgres,
    },
    Stage {
        name: "a11y",
        about: "accessibility of the pages",
        needs: BROWSER,
        named: true,
        run: browser::accessibility,
    },
];

/// What the stages share.
struct Session<'a> {
    places: &'a Places,
    /// Only tests with this in their name.
    name: Option<&'a str>,
    site: OnceCell<bool>,
    server: OnceCell<Option<PathBuf>>,
    postgres: RefCell<Option<Postgres>>,
}

/// Sets up, runs the stages and prints the table. A failing stage does not hide those after it.
///
/// # Errors
/// When nothing can be tested: an unknown stage, or something missing.
pub fn run(places: &Places, args: &Args) -> Result<ExitCode> {
    let stages = chosen(args)?;
    let needs: BTreeSet<Need> = stages.iter().flat_map(|stage| stage.needs).copied().collect();
    let needs: Vec<_> = needs.into_iter().collect();
    if args.no_setup {
        setup::check(places, &needs)?
    } else {
        setup::ensure(places, &needs)?
    }

    let session = Session {
        places,
        name: args.name.as_deref(),
        site: OnceCell::new(),
        server: OnceCell::new(),
        postgres: RefCell::default(),
    };
    let mut results = Vec::new();
    for stage in stages {
        if process::interrupted() {
            break;
        }
        step(stage.name);
        let started = Instant::now();
        let verdict = (stage.run)(&session);
        if let Err(error) = &verdict {
            eprintln!("{}: {error:#}", stage.name);
        }
        results.push((stage, verdict, started.elapsed()));
    }
    drop(session);
    Ok(report(&results))
}

impl Session<'_> {
    /// Builds the site, once, for all stages that need it.
    fn site(&self) -> Result<Verdict> {
        if *self.site.get_or_init(|| match site::build(self.places) {
            Ok(()) => true,
            Err(error) => {
                eprintln!("{error:#}");
                false
            }
        }) {
            return Ok(Verdict::Passed);
        }
        bail!("the site does not build")
    }

    /// Builds the server that journeys are run against, once, and returns where it is.
    fn server(&self) -> Result<&Path> {
        let built = self.server.get_or_init(|| {
            let built = rust::build_server(self.places);
            built.inspect_err(|error| eprintln!("{error:#}")).ok()
        });
        built.as_deref().context("the server does not build")
    }

    /// Does something with the one PostgreSQL server of this run, started when first needed.
    fn with_postgres<T>(&self, work: impl FnOnce(&Postgres) -> Result<T>) -> Result<T> {
        let mut slot = self.postgres.borrow_mut();
        let postgres = match &mut *slot {
            Some(postgres) => postgres,
            empty => empty.insert(Postgres::start()?),
        };
        work(postgres)
    }
}

fn chosen(args: &Args) -> Result<Vec<&'static Stage>> {
    for only in &args.only {
        if !STAGES.iter().any(|stage| stage.name.starts_with(only.as_str())) {
            bail!(
                "there is no stage `{only}`; there are: {}",
                STAGES.iter().map(|s| s.name).collect::<Vec<_>>().join(", ")
            );
        }
    }
    let is_meant = |stage: &&Stage| match (args.only.is_empty(), &args.name) {
        (true, None) => true,
        (true, Some(_)) => stage.named,
        (false, _) => args.only.iter().any(|only| stage.name.starts_with(only.as_str())),
    };
    Ok(STAGES.iter().filter(is_meant).collect())
}

fn report(results: &[(&Stage, Result<Verdict>, Duration)]) -> ExitCode {
    let (mut passed, mut failed) = (0, 0);
    println!("\n{:<20}{:<28}{:>8}", "stage", "result", "seconds");
    for (stage, verdict, took) in results {
        let word = match verdict {
            Ok(Verdict::Passed) => {
                passed += 1;
                "passed".to_owned()
            }
            Ok(Verdict::Absent(tool)) => format!("{tool} not installed"),
            Ok(Verdict::Elsewhere(stage)) => (*stage).to_owned(),
            Err(_) => {
                failed += 1;
                "FAILED".to_owned()
            }
        };
        println!("{:<20}{word:<28}{:>8.1}", stage.name, took.as_secs_f64());
    }
    if process::interrupted() {
        println!("interrupted");
    }
    println!("\n{passed} passed, {failed} failed");
    if failed > 0 || process::interrupted() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn stages_for_help() -> String {
    let lines = STAGES
        .iter()
        .map(|stage| format!("\n  {:<20}{}", stage.name, stage.about));
    format!("Stages:{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(only: &[&str], name: Option<&str>) -> Vec<&'static str> {
        let only = only.iter().map(ToString::to_string).collect();
        let args = Args {
            name: name.map(str::to_owned),
            only,
            no_setup: true,
        };
        chosen(&args)
            .map(|stages| stages.iter().map(|stage| stage.name).collect())
            .unwrap_or_default()
    }

    #[test]
    fn the_beginning_of_a_name_chooses_all_stages_that_begin_so() {
        assert_eq!(
            names(&["journeys", "fmt"], None),
            ["fmt", "journeys-sqlite", "journeys-postgres"]
        );
        assert_eq!(names(&[], None).len(), STAGES.len());
    }

    #[test]
    fn a_test_name_leaves_out_stages_without_named_tests() {
        assert!(!names(&[], Some("booking")).contains(&"clippy"));
        assert!(names(&[], Some("booking")).contains(&"unit"));
    }

    #[test]
    fn an_unknown_stage_is_refused() {
        assert!(names(&["untt"], None).is_empty());
    }
}
