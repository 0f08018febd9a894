//! Figures of whole pages, on the demo community.

use super::{Bencher, Bound, Figure, load::load};
use crate::{http, process, server::Server, setup};
use anyhow::{Context, Result, ensure};
use std::process::Command;

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
        load(&server, &[path], 1)?;
    }
    let json = load(&server, &[SEARCH_AS_JSON], SECONDS)?;
    let search = load(&server, &[SEARCH], SECONDS)?;
    let landing = load(&server, &[LANDING], SECONDS)?;
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
    let css = between(&html, "href=\"", "main.css\"").context("the page links main.css")?;
    let mut files = vec![path.to_owned(), format!("{css}main.css")];
    if html.contains("<leptos-island") {
        files.extend([format!("{css}allmende.js"), format!("{css}allmende_bg.wasm")]);
    }
    let mut bytes = 0;
    for file in files {
        let answer = http::get(server.port, &file, "br, gzip")?;
        ensure!(answer.status == 200, "{file} answers {}", answer.status);
        bytes += answer.body.len();
    }
    Ok(bytes as f64 / 1e3)
}

/// The address of some listing, found as a visitor would: on the search page.
fn first_listing(server: &Server) -> Result<String> {
    let html = String::from_utf8(http::get(server.port, SEARCH, "")?.body)?;
    let rest = between(&html, "href=\"/listings/", "\"").context("the search page links no listing")?;
    Ok(format!("/listings/{rest}"))
}

/// What stands before the first `end`, after the last `start` before it.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let first = text.find(start)? + start.len();
    let end = first + text[first..].find(end)?;
    let start = text[..end].rfind(start)? + start.len();
    Some(&text[start..end])
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn an_address_is_cut_out_of_a_page() {
        let html = r#"<link href="/icon.svg"><link href="/pkg/abc/main.css"><a href="/listings/1"></a>"#;
        assert_eq!(between(html, "href=\"", "main.css\""), Some("/pkg/abc/"));
        assert_eq!(between(html, "href=\"/listings/", "\""), Some("1"));
        assert_eq!(between(html, "src=\"", "\""), None);
    }
}
