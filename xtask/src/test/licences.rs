//! What comes from outside: may it be used? `deny.toml` says what is allowed, for us and for cargo-deny.

use super::{Session, Verdict};
use crate::process;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{fs, process::Command};

/// Checks the licence of every package in the lock file, and that nothing forbidden is among them.
pub fn check(session: &Session) -> Result<Verdict> {
    let rules: toml::Table = fs::read_to_string(session.places.root.join("deny.toml"))?.parse()?;
    let allowed = words(&rules, "licenses", "allow", |item| item.as_str());
    let banned = words(&rules, "bans", "deny", |item| item.get("crate")?.as_str());
    ensure!(!allowed.is_empty(), "deny.toml allows nothing");
    let metadata = process::json(
        session
            .places
            .cargo()
            .args(["metadata", "--format-version", "1", "--locked"]),
    )?;
    let packages = metadata["packages"].as_array().context("cargo lists packages")?;
    let complaints: Vec<_> = packages
        .iter()
        .filter_map(|package| complaint(package, &allowed, &banned))
        .collect();
    ensure!(complaints.is_empty(), "{}", complaints.join("\n"));
    println!("   {} packages", packages.len());
    Ok(Verdict::Passed)
}

/// Runs cargo-deny where somebody has it; compiling it takes longer than all our tests.
pub fn cargo_deny(session: &Session) -> Result<Verdict> {
    if !process::succeeds(Command::new("cargo").args(["deny", "--version"])) {
        return Ok(Verdict::Absent("cargo-deny"));
    }
    process::run(
        session
            .places
            .cargo()
            .args(["deny", "check", "licenses", "bans", "sources"]),
    )?;
    Ok(Verdict::Passed)
}

fn words<'r>(
    rules: &'r toml::Table,
    section: &str,
    list: &str,
    word: fn(&toml::Value) -> Option<&str>,
) -> Vec<&'r str> {
    let list = rules
        .get(section)
        .and_then(|section| section.get(list))
        .and_then(toml::Value::as_array);
    list.into_iter().flatten().filter_map(word).collect()
}

fn complaint(package: &Value, allowed: &[&str], banned: &[&str]) -> Option<String> {
    let name = package["name"].as_str()?;
    let from = package["source"].as_str();
    if banned.contains(&name) {
        return Some(format!("{name} is banned, see deny.toml"));
    }
    if from.is_some_and(|source| !source.starts_with("registry+") && !source.starts_with("sparse+")) {
        return Some(format!("{name} does not come from a registry"));
    }
    let licence = package["license"].as_str().unwrap_or("none named");
    (!may_be_used(licence, allowed)).then(|| format!("{name}: licence {licence} is not in deny.toml"))
}

/// Whether an SPDX expression is satisfied by the allowed licences: `OR` offers a choice, `AND` asks for both and binds
/// more tightly, `WITH` names one licence together with an exception (SPDX 2.3, annex D). Old packages write `/` for `OR`.
fn may_be_used(expression: &str, allowed: &[&str]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let answer = either(&mut words, allowed);
    answer == Some(true) && words.next().is_none()
}

type Words<'w> = std::iter::Peekable<std::str::SplitWhitespace<'w>>;

fn either(words: &mut Words, allowed: &[&str]) -> Option<bool> {
    let mut answer = both(words, allowed)?;
    while words.next_if_eq(&"OR").is_some() {
        answer |= both(words, allowed)?;
    }
    Some(answer)
}

fn both(words: &mut Words, allowed: &[&str]) -> Option<bool> {
    let mut answer = one(words, allowed)?;
    while words.next_if_eq(&"AND").is_some() {
        answer &= one(words, allowed)?;
    }
    Some(answer)
}

fn one(words: &mut Words, allowed: &[&str]) -> Option<bool> {
    let word = words.next()?;
    if word == "(" {
        let answer = either(words, allowed)?;
        return (words.next()? == ")").then_some(answer);
    }
    if words.next_if_eq(&"WITH").is_some() {
        let together = format!("{word} WITH {}", words.next()?);
        return Some(allowed.contains(&together.as_str()));
    }
    Some(allowed.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::may_be_used;

    const ALLOWED: [&str; 4] = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-3-Clause"];

    #[test]
    fn a_licence_may_be_used_when_what_it_asks_for_is_allowed() {
        for (expression, answer) in [
            ("MIT", true),
            ("GPL-2.0-only", false),
            ("MIT OR GPL-2.0-only", true),
            ("GPL-2.0-only/MIT", true),
            ("MIT AND GPL-2.0-only", false),
            ("GPL-2.0-only OR MIT AND BSD-3-Clause", true),
            ("(GPL-2.0-only OR MIT) AND Unlicense", false),
            ("(MIT OR Apache-2.0) AND BSD-3-Clause", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("MIT WITH LLVM-exception", false),
            ("(MIT", false),
            ("MIT Apache-2.0", false),
            ("none named", false),
            ("", false),
        ] {
            assert_eq!(may_be_used(expression, &ALLOWED), answer, "{expression}");
        }
    }
}
