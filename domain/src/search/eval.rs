//! Measuring how well searching works, on listings and queries whose answers are known.
//!
//! The data is in two files: `listings.csv` (`id,title,description,category,kind,price_minor_per_day,lang,lat,lon,tags`, tags separated by `;`) and
//! `queries.jsonl` (`id, q, expect_ids_any[], expect_not_ids[], kind`). Queries are split by a hash of their id: one
//! half is for tuning, the other is looked at only through its figures.

use std::{collections::BTreeMap, io::Read};

use serde::Deserialize;

use crate::Lang;

/// Results that are looked at: a person rarely reads further.
pub const DEPTH: usize = 10;

/// One row of `listings.csv`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Row {
    /// The id that queries expect.
    pub id: String,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// Category, as a key or name.
    pub category: String,
    /// Kind of listing: `lend`, `rent`, `service`, …
    pub kind: String,
    /// Price per day in minor units; 0 is free.
    pub price_minor_per_day: i64,
    /// Two-letter language code.
    pub lang: String,
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// Tags, separated by `;`.
    pub tags: String,
}

impl Row {
    /// Its tags.
    pub fn labels(&self) -> Vec<&str> {
        self.tags
            .split(';')
            .map(str::trim)
            .filter(|tag| !tag.is_empty())
            .collect()
    }

    /// The language it is written in.
    pub fn tongue(&self) -> Option<Lang> {
        Lang::from_code(&self.lang)
    }
}

/// One line of `queries.jsonl`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// What is typed.
    pub q: String,
    /// Any of these should be found.
    #[serde(default)]
    pub expect_ids_any: Vec<String>,
    /// None of these should be found.
    #[serde(default)]
    pub expect_not_ids: Vec<String>,
    /// What it tries: `compound`, `typo`, `must_not`, …
    pub kind: String,
}

impl Question {
    /// Whether it belongs to the half that is never tuned on: by the top bit of the id's FNV-1a hash, mixed once more.
    pub fn is_holdout(&self) -> bool {
        let hash = self.id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 63 == 1
    }
}

/// Why evaluation data could not be read.
#[derive(Debug, thiserror::Error)]
pub enum BadData {
    /// A row of the listings.
    #[error("listings: {0}")]
    Listing(#[from] csv::Error),
    /// A line of the queries, counted from 1.
    #[error("queries, line {line}: {source}")]
    Query {
        /// Which line.
        line: usize,
        /// What the parser says.
        source: serde_json::Error,
    },
}

/// Reads `listings.csv`.
///
/// # Errors
/// The first row that has not the ten columns or a number where one belongs.
pub fn rows(csv: impl Read) -> Result<Vec<Row>, BadData> {
    Ok(csv::Reader::from_reader(csv).deserialize().collect::<Result<_, _>>()?)
}

/// Reads `queries.jsonl`.
///
/// # Errors
/// The first line that is no such JSON object.
pub fn questions(jsonl: &str) -> Result<Vec<Question>, BadData> {
    let lines = jsonl.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| serde_json::from_str(line).map_err(|source| BadData::Query { line: at + 1, source }))
        .collect()
}

/// How often searching did what was expected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Questions that expect something.
    pub expecting: u32,
    /// … that found any of it among the first [`DEPTH`].
    pub found: u32,
    /// Questions that forbid something.
    pub forbidding: u32,
    /// … that found any of it among the first [`DEPTH`].
    pub forbidden_found: u32,
}

impl Figures {
    /// Counts one answer: the ids found, best first.
    pub fn count(&mut self, question: &Question, ids: &[String]) {
        let first = &ids[..ids.len().min(DEPTH)];
        let any_of = |wanted: &[String]| wanted.iter().any(|id| first.contains(id));
        self.expecting += u32::from(!question.expect_ids_any.is_empty());
        self.found += u32::from(any_of(&question.expect_ids_any));
        self.forbidding += u32::from(!question.expect_not_ids.is_empty());
        self.forbidden_found += u32::from(any_of(&question.expect_not_ids));
    }

    /// Share of the expecting questions that found something, 0 to 1.
    pub fn recall(self) -> f64 {
        if self.expecting == 0 {
            1.0
        } else {
            f64::from(self.found) / f64::from(self.expecting)
        }
    }

    /// Share of the forbidding questions that found something forbidden, 0 to 1.
    pub fn fallout(self) -> f64 {
        if self.forbidding == 0 {
            0.0
        } else {
            f64::from(self.forbidden_found) / f64::from(self.forbidding)
        }
    }
}

/// Figures per kind of question, and over all (under the empty name).
pub fn figures<'a>(answers: impl IntoIterator<Item = (&'a Question, Vec<String>)>) -> BTreeMap<String, Figures> {
    let mut all: BTreeMap<String, Figures> = BTreeMap::new();
    for (question, ids) in answers {
        all.entry(String::new()).or_default().count(question, &ids);
        all.entry(question.kind.clone()).or_default().count(question, &ids);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{
        document::{Document, ListingText},
        language::built_in_concepts,
        shelf::Shelf,
    };

    fn shelf(rows: &[Row]) -> Shelf<'static> {
        let concepts = built_in_concepts();
        let document = |row: &Row| {
            let labels = row.labels();
            let (title, description) = (row.title.as_str(), row.description.as_str());
            Document::of(
                &ListingText {
                    title,
                    description,
                    labels: &labels,
                    categories: &[row.category.as_str()],
                    tongue: row.tongue(),
                },
                concepts,
            )
        };
        Shelf::new(concepts, rows.iter().map(document).collect())
    }

    fn measured(csv: &[u8], jsonl: &str, asked: impl Fn(&Question) -> bool) -> BTreeMap<String, Figures> {
        let rows = rows(csv).unwrap();
        let questions = questions(jsonl).unwrap();
        let shelf = shelf(&rows);
        let answer = |question: &Question| -> Vec<String> {
            shelf
                .find(&question.q)
                .hits
                .iter()
                .map(|(at, _)| rows[*at].id.clone())
                .collect()
        };
        let chosen: Vec<&Question> = questions.iter().filter(|question| asked(question)).collect();
        assert!(chosen.len() * 3 > questions.len(), "a good part is asked");
        figures(chosen.into_iter().map(|question| (question, answer(question))))
    }

    fn is_good_enough(figures: &BTreeMap<String, Figures>) {
        let all = figures[""];
        assert!(all.recall() >= 0.90, "{figures:#?}");
        assert!(all.fallout() <= 0.05, "{figures:#?}");
    }

    #[test]
    fn searching_is_good_enough_on_the_holdout() {
        is_good_enough(&measured(
            include_bytes!("../../eval/search/listings.csv"),
            include_str!("../../eval/search/queries.jsonl"),
            Question::is_holdout,
        ));
    }

    #[test]
    fn searching_is_good_enough_on_what_somebody_else_would_type() {
        is_good_enough(&measured(
            include_bytes!("../../eval/second/listings.csv"),
            include_str!("../../eval/second/queries.jsonl"),
            |_| true,
        ));
    }
}
