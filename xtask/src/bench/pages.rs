//! Figures of whole pages, on the demo community.

use super::{
    Bencher, Bound, Figure,
    load::{self, load},
};
use crate::{http, process, server::Server, setup};
use anyhow::{Context, Result, ensure};
use std::{collections::BTreeSet, process::Command};

const LANDING: &str = "/";
const SEARCH: &str = "/search?q=Bohrmaschine";
const SEARCH_AS_JSON: &str = "/api/v1/listings?q=Bohrmaschine";

/// Seconds of load for each figure.
const SECONDS: u32 = 10;

pub fn start(bencher: &Bencher) -> Result<Vec<Figure>> {
    // The first start seeds the community; what counts is every later one.
    drop(bencher.demo()?);
    let server = bencher.demo()?;
    let took = server.started_within.as_secs_f64() * 1e3;
    Ok(vec![
        Figure::new("first answer, data present", took, "ms").promised(Bound::AtMost(1000.0)),
    ])
}

pub fn weight(bencher: &Bencher) -> Result<Vec<Figure>> {
    let server = bencher.demo()?;
    Ok(vec![
        Figure::new("first visit to the search page", first_visit(&server, SEARCH)?, "kB")
            .promised(Bound::AtMost(120.0)),
        Figure::new("first visit to the landing page", first_visit(&server, LANDING)?, "kB"),
    ])
}

pub fn throughput(bencher: &Bencher) -> Result<Vec<Figure>> {
    let server = bencher.demo()?;
    for path in [LANDING, SEARCH, SEARCH_AS_JSON] {
        load(&server, &[path.to_owned()], 1, load::MANY)?;
    }
    let json = load(&server, &[SEARCH_AS_JSON.to_owned()], SECONDS, load::MANY)?;
    let search = load(&server, &[SEARCH.to_owned()], SECONDS, load::MANY)?;
    let landing = load(&server, &[LANDING.to_owned()], SECONDS, load::MANY)?;
    let share = |pages: f64| 100.0 * pages / json.per_second;
    let memory = server.resident_bytes()? as f64 / 1e6;
    Ok(vec![
        Figure::new("search as JSON", json.per_second, "/s"),
        Figure::new("search page", search.per_second, "/s"),
        Figure::new("search page, 95 % within", search.p95_ms, "ms"),
        Figure::new("landing page", landing.per_second, "/s"),
        Figure::new("search page of JSON", share(search.per_second), "%").promised(Bound::AtLeast(20.0)),
        Figure::new("landing page of JSON", share(landing.per_second), "%").promised(Bound::AtLeast(20.0)),
        Figure::new("resident memory under this load", memory, "MB").promised(Bound::AtMost(150.0)),
    ])
}

pub fn lighthouse(bencher: &Bencher) -> Result<Vec<Figure>> {
    let server = bencher.demo()?;
    let listing = first_listing(&server)?;
    let mut script = Command::new("node");
    script
        .current_dir(bencher.places.end2end())
        .args(["lighthouse.mjs", &server.url(), LANDING, SEARCH, &listing]);
    script.env("CHROMIUM", setup::chromium().context("no browser")?);
    let scores = process::json(&mut script)?;
    let mut figures = Vec::new();
    for page in scores.as_array().context("a list of pages")? {
        for (category, score) in page["scores"].as_object().context("scores by category")? {
            let score = score.as_f64().context("a score is a number")?;
            figures.push(Figure::new(
                format!("{} {category}", page["path"].as_str().unwrap_or_default()),
                score,
                "of 100",
            ));
        }
    }
    Ok(figures)
}

/// What a browser without anything cached downloads for a page, in kilobytes, pictures left out.
fn first_visit(server: &Server, path: &str) -> Result<f64> {
    let page = http::get(server.port, path, "")?;
    ensure!(page.status == 200, "{path} answers {}", page.status);
    let html = String::from_utf8(page.body)?;
    let mut waiting: Vec<String> = html
        .split('"')
        .filter(|word| is_code(word))
        .map(str::to_owned)
        .collect();
    ensure!(!waiting.is_empty(), "{path} links no style");
    waiting.push(path.to_owned());
    let (mut seen, mut bytes) = (BTreeSet::new(), 0);
    while let Some(file) = waiting.pop() {
        if !seen.insert(file.clone()) {
            continue;
        }
        let answer = http::get(server.port, &file, "br, gzip")?;
        ensure!(answer.status == 200, "{file} answers {}", answer.status);
        bytes += answer.body.len();
        if file.ends_with(".js") {
            let plain = String::from_utf8(http::get(server.port, &file, "")?.body)?;
            waiting.extend(loaded_by(&file, &plain));
        }
    }
    Ok(bytes as f64 / 1e3)
}

/// Whether a word of a page is the address of a style or a script of ours.
fn is_code(word: &str) -> bool {
    word.starts_with("/pkg/") && (word.ends_with(".css") || word.ends_with(".js"))
}

/// What a script of ours loads when it starts: files named from the folder above its own.
fn loaded_by(script: &str, text: &str) -> Vec<String> {
    let above = script.rsplitn(3, '/').nth(2).unwrap_or_default();
    let names = text.split('"').filter_map(|word| word.strip_prefix("../"));
    names.map(|name| format!("{above}/{name}")).collect()
}

/// The address of some listing, found as a visitor would: on the search page.
fn first_listing(server: &Server) -> Result<String> {
    let html = String::from_utf8(http::get(server.port, SEARCH, "")?.body)?;
    let address = html.split('"').find(|word| word.starts_with("/listings/"));
    Ok(address.context("the search page links no listing")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{is_code, loaded_by};

    #[test]
    fn what_a_script_loads_counts_too() {
        let boot = r#"await import("../allmende.js"); new URL("../allmende_bg.wasm", import.meta.url)"#;
        let loaded = loaded_by("/pkg/abc/assets/boot.js", boot);
        assert_eq!(loaded, ["/pkg/abc/allmende.js", "/pkg/abc/allmende_bg.wasm"]);
    }

    #[test]
    fn styles_and_scripts_count_and_pictures_do_not() {
        assert!(is_code("/pkg/abc/main.css") && is_code("/pkg/abc/assets/boot.js"));
        assert!(!is_code("/pkg/abc/assets/logo.svg") && !is_code("https://example.org/pkg/a.js"));
    }
}
