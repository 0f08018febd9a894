//! The stages that cargo carries out.
//!
//! All of them choose the same packages and features, so that every dependency is compiled once: cargo unites the
//! features of all packages that one call names, and another choice can mean other features.

use super::{Session, Verdict};
use crate::{places::Places, process};
use anyhow::Result;
use std::{process::Command, sync::LazyLock};

/// The rooms that run on the server. `frontend` is not among them: it would turn on the browser's half of Leptos.
pub const SERVER_SIDE: [&str; 8] = [
    "--package",
    "domain",
    "--package",
    "app",
    "--package",
    "server",
    "--features",
    "server/test-support",
];

/// Tests of stores and services: one body, run as `on_sqlite` and as `on_postgres`, and what only one of them has.
const ON_ENGINES: &str = "test(/(^|::)(on_)?(sqlite|postgres)(::|$)/)";
/// Tests of the whole server, in `server/tests/`.
const WHOLE_SERVER: &str = "(package(server) & kind(test))";
/// Tests of the quality of answers, in a module `eval`.
const QUALITY: &str = "test(/(^|::)eval::/)";

pub fn fmt(session: &Session) -> Result<Verdict> {
    passed(session.places.cargo().args(["fmt", "--all", "--check"]))
}

/// With and without what only tests may have, and as compiled for browsers.
pub fn clippy(session: &Session) -> Result<Verdict> {
    let for_tests = [SERVER_SIDE.as_slice(), &["--all-targets"]].concat();
    let choices: [&[&str]; 4] = [
        &for_tests,
        &["--package", "domain", "--package", "app", "--package", "server"],
        &["--package", "xtask", "--all-targets"],
        &["--package", "frontend", "--target", "wasm32-unknown-unknown"],
    ];
    let calls = choices.map(|choice| {
        process::run(
            session
                .places
                .cargo()
                .arg("clippy")
                .args(choice)
                .args(["--", "--deny", "warnings"]),
        )
    });
    // All of them first: one of them failing shall not hide the others.
    calls.into_iter().collect::<Result<Vec<_>>>().map(|_| Verdict::Passed)
}

pub fn tools(session: &Session) -> Result<Verdict> {
    passed(
        session
            .places
            .cargo()
            .args(["test", "--package", "xtask", "--"])
            .args(session.name),
    )
}

pub fn unit(session: &Session) -> Result<Verdict> {
    if *HAS_NEXTEST {
        return nextest(
            session,
            &format!("not ({ON_ENGINES} or {WHOLE_SERVER} or {QUALITY})"),
            None,
        );
    }
    // Plain cargo cannot choose as finely, so it runs everything here, and the other stages have nothing left to do.
    session.with_postgres(|postgres| {
        let mut tests = session.places.cargo();
        tests
            .arg("test")
            .args(SERVER_SIDE)
            .args(["--lib", "--bins", "--tests", "--"])
            .args(session.name);
        passed(tests.env(POSTGRES, postgres.url("postgres")))
    })
}

pub fn contract(session: &Session) -> Result<Verdict> {
    on_both_engines(session, &format!("{ON_ENGINES} - {WHOLE_SERVER} - {QUALITY}"))
}

pub fn router(session: &Session) -> Result<Verdict> {
    on_both_engines(session, &format!("{WHOLE_SERVER} - {QUALITY}"))
}

pub fn eval(session: &Session) -> Result<Verdict> {
    on_both_engines(session, QUALITY)
}

pub fn docs(session: &Session) -> Result<Verdict> {
    passed(
        session
            .places
            .cargo()
            .args(["test", "--doc"])
            .args(SERVER_SIDE)
            .arg("--")
            .args(session.name),
    )
}

/// Builds the server that journeys are run against, with a clock that they can move.
///
/// # Errors
/// When it does not compile.
pub fn build_server(places: &Places) -> Result<std::path::PathBuf> {
    process::run(
        places
            .cargo()
            .arg("build")
            .args(SERVER_SIDE)
            .args(["--bins", "--tests"]),
    )?;
    Ok(places.binary("debug", "allmende"))
}

/// Names the server that tests make their databases on.
const POSTGRES: &str = "ALLMENDE_TEST_POSTGRES";

static HAS_NEXTEST: LazyLock<bool> =
    LazyLock::new(|| process::succeeds(Command::new("cargo").args(["nextest", "--version"])));

fn on_both_engines(session: &Session, filter: &str) -> Result<Verdict> {
    if !*HAS_NEXTEST {
        return Ok(Verdict::Elsewhere("in unit"));
    }
    session.with_postgres(|postgres| nextest(session, filter, Some(&postgres.url("postgres"))))
}

fn nextest(session: &Session, filter: &str, postgres: Option<&str>) -> Result<Verdict> {
    let mut tests = session.places.cargo();
    tests
        .args(["nextest", "run", "--no-fail-fast", "--no-tests=pass"])
        .args(SERVER_SIDE)
        .args(["-E", filter]);
    tests
        .args(["--status-level=slow", "--final-status-level=fail"])
        .args(session.name);
    if let Some(url) = postgres {
        tests.env(POSTGRES, url);
    }
    passed(&mut tests)
}

fn passed(command: &mut Command) -> Result<Verdict> {
    process::run(command).map(|()| Verdict::Passed)
}
