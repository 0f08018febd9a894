//! Figures of a community of 100,000 listings with 1,000,000 held days on SQLite.

use super::{
    Bencher, Bound, Figure,
    load::{self, load},
};
use crate::{http, process, server::Server};
use anyhow::{Context, Result, ensure};
use jiff::{ToSpan as _, Zoned};
use std::{fs, path::PathBuf, process::Command};

/// What people look for, and the category where they look.
const ASKED: [(&str, &str); 10] = [
    ("Bohrmaschine", "tools"),
    ("Leiter", "tools"),
    ("Zelt", "camping-travel"),
    ("tent", "camping-travel"),
    ("Kinderfahrrad", "bikes-transport"),
    ("Fahrrad", "bikes-transport"),
    ("Rasenm%C3%A4her", "garden"),
    ("bohrmashcine", "tools"),
    ("rote+Leiter", "tools"),
    ("drill", "tools"),
];
/// Where they look: in the middle of Bonn, of Köln, and between.
const CENTRES: [(f64, f64); 4] = [(50.735, 7.100), (50.938, 6.957), (50.827, 6.900), (50.795, 7.207)];
/// Seconds of load for each figure.
const SECONDS: u32 = 10;

pub fn large(bencher: &Bencher) -> Result<Vec<Figure>> {
    let data = community(bencher)?;
    let log = bencher.places.work("logs").join("bench-large.log");
    let server = Server::start(&bencher.binary, "serve", &data, &[], log)?;
    let started = server.started_within.as_secs_f64() * 1e3;
    let (json, pages) = (searches("/api/v1/listings"), searches("/search"));
    let found = found(&server, &json)?;
    load(&server, &json, 2, 1)?;
    let one = load(&server, &json, SECONDS, 1)?;
    let page = load(&server, &pages, SECONDS, 1)?;
    let priced = searches("/api/v1/listings")
        .into_iter()
        .map(|path| format!("{path}&max_price=30&sort=price"))
        .collect::<Vec<_>>();
    self::found(&server, &priced)?;
    let with_price = load(&server, &priced, SECONDS, 1)?;
    let words = load(&server, &words_only(), SECONDS, 1)?;
    let many = load(&server, &json, SECONDS, load::MANY)?;
    let many_pages = load(&server, &pages, SECONDS, load::MANY)?;
    let memory = server.resident_bytes()? as f64 / 1e6;
    Ok(vec![
        Figure::new("100,000: first answer", started, "ms").promised(Bound::AtMost(1000.0)),
        Figure::new("100,000: found by a search, on average", found, ""),
        Figure::new(
            "100,000: words, 5 km, dates, category as JSON, 95 % within",
            one.p95_ms,
            "ms",
        )
        .promised(Bound::AtMost(20.0)),
        Figure::new(
            "100,000: the same, 30 € at most for the days, cheapest first, 95 % within",
            with_price.p95_ms,
            "ms",
        )
        .promised(Bound::AtMost(30.0)),
        Figure::new("100,000: the same as a page, 95 % within", page.p95_ms, "ms"),
        Figure::new("100,000: words alone as JSON, 95 % within", words.p95_ms, "ms"),
        Figure::new("100,000: searches as JSON", many.per_second, "/s"),
        Figure::new("100,000: searches as pages", many_pages.per_second, "/s"),
        Figure::new("100,000: resident memory under this load", memory, "MB").promised(Bound::AtMost(150.0)),
    ])
}

/// A data folder with the community, made once (some minutes) and kept.
fn community(bencher: &Bencher) -> Result<PathBuf> {
    let data = bencher.places.work("bench-large-2");
    let complete = data.join("complete");
    if !complete.exists() {
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        fs::create_dir_all(&data)?;
        process::run(
            bencher
                .places
                .cargo()
                .args([
                    "run",
                    "--release",
                    "--package",
                    "server",
                    "--example",
                    "large_community",
                    "--",
                ])
                .arg(&data),
        )?;
        fs::write(complete, "")?;
    }
    // An index of an older version would be built anew now, and not while measuring.
    process::run(Command::new(&bencher.binary).arg("reindex").arg("--data").arg(&data))?;
    Ok(data)
}

/// Searches with everything: words, five kilometres, days next month, a category.
fn searches(path: &str) -> Vec<String> {
    #[expect(clippy::disallowed_methods, reason = "a release server has no other clock")]
    let from = Zoned::now().date().saturating_add(14.days());
    let to = from.saturating_add(2.days());
    let searches = CENTRES.iter().flat_map(|(lat, lon)| {
        ASKED.iter().map(move |(q, category)| {
            format!("{path}?q={q}&lat={lat}&lon={lon}&radius_km=5&from={from}&to={to}&category={category}")
        })
    });
    searches.collect()
}

fn words_only() -> Vec<String> {
    ASKED.iter().map(|(q, _)| format!("/api/v1/listings?q={q}")).collect()
}

/// How much each of `searches` finds on average; each has to find something, or it measures nothing.
fn found(server: &Server, searches: &[String]) -> Result<f64> {
    let mut sum = 0.0;
    for path in searches {
        let answer = http::get(server.port, path, "")?;
        ensure!(answer.status == 200, "{path} answers {}", answer.status);
        let answer: serde_json::Value = serde_json::from_slice(&answer.body)?;
        let total = answer["total"].as_f64().context("a total")?;
        ensure!(total > 0.0, "{path} finds nothing");
        sum += total;
    }
    Ok(sum / searches.len() as f64)
}
