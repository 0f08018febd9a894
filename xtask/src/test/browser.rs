//! The stages that a browser carries out, each against a server with a fresh demo community.

use super::{Session, Verdict};
use crate::{build::step, process, server::Server, setup};
use anyhow::{Context, Result};
use std::process::Command;

pub fn types(session: &Session) -> Result<Verdict> {
    process::run(playwright_folder(session, "tsc").arg("--noEmit"))?;
    Ok(Verdict::Passed)
}

/// Projects one after the other; within a group Playwright mixes them.
type Groups<'a> = &'a [&'a [&'a str]];

/// Journeys that move the clock move it for everybody, so they wait until the others are through.
const CLOCK: &[&str] = &["clock"];

pub fn journeys_on_sqlite(session: &Session) -> Result<Verdict> {
    visit(
        session,
        "sqlite",
        &[&["no-script", "wasm-phone", "wasm-desktop"], CLOCK],
        None,
    )
}

/// Without the desktop, where only the layout differs.
pub fn journeys_on_postgres(session: &Session) -> Result<Verdict> {
    let database = session.with_postgres(|postgres| postgres.create("journeys"))?;
    visit(
        session,
        "postgres",
        &[&["no-script", "wasm-phone"], CLOCK],
        Some(&database),
    )
}

pub fn accessibility(session: &Session) -> Result<Verdict> {
    visit(session, "sqlite", &[&["a11y"]], None)
}

/// Runs the Playwright projects against a server of their own.
fn visit(session: &Session, engine: &str, groups: Groups<'_>, database: Option<&str>) -> Result<Verdict> {
    if let Some(name) = session.name {
        // Not every group has it, but one of them must: nothing that passes is nothing that was looked at.
        let mut list = journeys(session, &groups.concat(), &["--list"]);
        process::run(&mut list).with_context(|| format!("no journey is called {name:?}"))?;
    }
    session.site()?;
    let binary = session.server()?;
    let data = tempfile::Builder::new().prefix("allmende-journeys-").tempdir()?;
    let log = session
        .places
        .work("logs")
        .join(format!("{}-{engine}.log", groups[0][0]));
    let database = database.map(|url| ["--database", url]);
    let server = Server::start(
        binary,
        "demo",
        data.path(),
        database.as_ref().map_or(&[], |d| d.as_slice()),
        log,
    )?;
    let took = server.started_within.as_secs_f64();
    step(&format!(
        "{} on {engine}, ready after {took:.1} s",
        groups.concat().join(", ")
    ));
    for projects in groups {
        walk(session, engine, projects, &server)?;
    }
    Ok(Verdict::Passed)
}

fn walk(session: &Session, engine: &str, projects: &[&str], server: &Server) -> Result<()> {
    let mut playwright = journeys(session, projects, &["--pass-with-no-tests"]);
    playwright
        .env("ALLMENDE_URL", server.url())
        .env("ALLMENDE_ENGINE", engine);
    playwright.env("CHROMIUM", setup::chromium().context("no browser")?);
    process::run(&mut playwright).with_context(|| {
        format!(
            "what the server said last, of {}:\n{}",
            server.log.display(),
            process::tail(&server.log, 20)
        )
    })
}

/// Playwright over these projects, and over the journeys of a name if one was given.
fn journeys(session: &Session, projects: &[&str], more: &[&str]) -> Command {
    let mut playwright = playwright_folder(session, "playwright");
    playwright
        .arg("test")
        .args(more)
        .args(projects.iter().map(|name| format!("--project={name}")));
    if let Some(name) = session.name {
        playwright.arg("--grep").arg(literally(name));
    }
    playwright
}

fn playwright_folder(session: &Session, program: &str) -> Command {
    let folder = session.places.end2end();
    let mut command = Command::new(folder.join("node_modules/.bin").join(program));
    command.current_dir(folder);
    command
}

/// Playwright takes regular expressions; a name from the command line is meant as it stands.
fn literally(name: &str) -> String {
    let mut pattern = String::with_capacity(name.len());
    for character in name.chars() {
        if !character.is_alphanumeric() && !character.is_whitespace() {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_with_special_characters_is_meant_as_it_stands() {
        assert_eq!(super::literally("borrow (free)"), "borrow \\(free\\)");
    }
}
