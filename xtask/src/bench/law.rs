//! Figures of the law of lending: what a quote and a calendar take, and that of many who say yes one does.

use super::{Bencher, Bound, Figure};
use crate::{build::step, postgres::Postgres, process};
use anyhow::{Context, Result, ensure};

/// A quote, for a year with everything: 50 µs.
const QUOTE_NANOS: f64 = 50_000.0;
/// A year's calendar: 10 ms.
const CALENDAR_MICROS: f64 = 10_000.0;
/// How often fifty say yes at once.
const RACES: f64 = 100.0;

pub fn law(bencher: &Bencher) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for (what, value, unit) in said(bencher, "quote_speed", &[])? {
        figures.push(Figure::new(format!("quote: {what}"), value, unit).promised(Bound::AtMost(QUOTE_NANOS)));
    }
    for (what, value, unit) in said(bencher, "calendar_speed", &[])? {
        figures.push(Figure::new(format!("calendar: {what}"), value, unit).promised(Bound::AtMost(CALENDAR_MICROS)));
    }
    step("accept_races, on both engines");
    let postgres = Postgres::start()?;
    for (what, value, unit) in said(
        bencher,
        "accept_races",
        &[("ALLMENDE_TEST_POSTGRES", &postgres.url("postgres"))],
    )? {
        let figure = Figure::new(what, value, unit);
        figures.push(if unit == "rounds" {
            figure.promised(Bound::AtLeast(RACES))
        } else {
            figure
        });
    }
    Ok(figures)
}

/// What an example of the rules prints: in each line words, a number and its unit.
fn said(bencher: &Bencher, example: &str, environment: &[(&str, &str)]) -> Result<Vec<(String, f64, &'static str)>> {
    let mut command = bencher.places.cargo();
    command.args(["run", "--release", "--quiet", "--package", "domain"]);
    command.args(["--features", "test-support", "--example", example]);
    command.envs(environment.iter().copied());
    let text = process::output(&mut command)?;
    let figures: Vec<_> = text.lines().map(read).collect::<Result<_>>()?;
    ensure!(!figures.is_empty(), "{example} said nothing");
    Ok(figures)
}

fn read(line: &str) -> Result<(String, f64, &'static str)> {
    let (rest, unit) = line.trim().rsplit_once(' ').context("a line without a unit")?;
    let (what, value) = rest.trim().rsplit_once(' ').context("a line without a number")?;
    let unit = match unit {
        "ns" => "ns",
        "µs" => "µs",
        "ms" => "ms",
        "rounds" => "rounds",
        other => anyhow::bail!("a figure in {other}"),
    };
    Ok((what.trim().to_owned(), value.parse()?, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_words_a_number_and_a_unit() {
        let line = "by the hour, 50 units, every hour held     7100 µs";
        assert_eq!(
            read(line).unwrap(),
            ("by the hour, 50 units, every hour held".into(), 7100.0, "µs")
        );
        assert!(read("words alone").is_err());
    }
}
