//! The files in `server/demo`; their fields are explained in the README beside them.

use anyhow::Context as _;

use domain::{
    Lang,
    listings::steps::TimesForm,
    members::Role,
    photos::{Prepared, Size},
    prices::PriceForm,
};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;

static PICTURES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/ready/pictures");
static PORTRAITS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/ready/portraits");

/// A member.
#[derive(Deserialize, Debug)]
pub struct Person {
    pub key: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub about: String,
    pub languages: Vec<String>,
    pub preferred_language: Lang,
    pub place: Place,
    pub portrait: Option<String>,
    pub joined_days_ago: i64,
}

/// Where a member lives.
#[derive(Deserialize, Debug)]
pub struct Place {
    pub postcode: String,
}

/// A listing.
#[derive(Deserialize, Debug)]
pub struct Thing {
    pub key: String,
    pub owner: String,
    pub kind: String,
    pub state: String,
    pub title: String,
    pub description: String,
    pub lang: String,
    pub category: String,
    pub attributes: BTreeMap<String, serde_json::Value>,
    pub condition: Option<String>,
    pub accessories: Vec<String>,
    pub house_rules: Option<String>,
    pub replacement_value_minor: Option<i64>,
    pub handover: String,
    pub handover_note: Option<String>,
    pub lat: f64,
    pub lon: f64,
    pub weekdays: Vec<String>,
    pub lead_time_days: i64,
    pub longest_days: i64,
    pub blocked_days: Vec<i64>,
    pub pictures: Vec<Picture>,
    pub tags: Vec<String>,
    pub price: Option<PriceForm>,
    /// What else is typed into the step "when".
    #[serde(default)]
    pub times: TimesForm,
    pub published_days_ago: Option<i64>,
}

/// A picture of a listing.
#[derive(Deserialize, Debug)]
pub struct Picture {
    pub name: String,
    pub alt: String,
}

/// A loan.
#[derive(Deserialize, Debug)]
pub struct Loan {
    pub key: String,
    pub listing: String,
    pub borrower: String,
    pub from: i64,
    pub to: i64,
    pub events: Vec<Step>,
}

/// What happened to a loan, and when: by day and time, or counted back from now.
#[derive(Deserialize, Debug)]
pub struct Step {
    pub what: String,
    pub by: String,
    pub note: Option<String>,
    pub day: Option<i64>,
    pub time: Option<String>,
    pub hours_ago: Option<f64>,
}

/// What one side of a loan says about the other, or answers.
#[derive(Deserialize, Debug)]
pub struct Said {
    pub loan: String,
    pub what: String,
    pub by: String,
    pub days_later: i64,
    pub overall: Option<i64>,
    pub aspects: BTreeMap<String, i64>,
    pub words: String,
    pub lang: Lang,
}

fn lines<T: DeserializeOwned>(file: &str, text: &str) -> anyhow::Result<Vec<T>> {
    let read =
        |(at, line): (usize, &str)| serde_json::from_str(line).with_context(|| format!("{file}, line {}", at + 1));
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .enumerate()
        .map(read)
        .collect()
}

/// All members.
pub fn people() -> anyhow::Result<Vec<Person>> {
    lines("members.jsonl", include_str!("../../demo/members.jsonl"))
}

/// All things.
pub fn things() -> anyhow::Result<Vec<Thing>> {
    lines("listings.jsonl", include_str!("../../demo/listings.jsonl"))
}

/// All loans.
pub fn loans() -> anyhow::Result<Vec<Loan>> {
    lines("histories.jsonl", include_str!("../../demo/histories.jsonl"))
}

/// All reviews and answers.
pub fn said() -> anyhow::Result<Vec<Said>> {
    lines("reviews.jsonl", include_str!("../../demo/reviews.jsonl"))
}

/// What is not lent to everybody, or lent together.
#[derive(Deserialize, Debug)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Sharing {
    /// A circle, and what is lent to it only.
    Circle {
        name: String,
        about: String,
        findable: bool,
        keeper: String,
        members: Vec<String>,
        only: Vec<String>,
    },
    /// A thing for those who have finished so many loans, and for each so often in a month.
    Known {
        listing: String,
        loans: i64,
        per_month: i64,
    },
    /// Things that are lent together.
    Kit { listing: String, parts: Vec<String> },
}

/// How things are shared.
pub fn sharing() -> anyhow::Result<Vec<Sharing>> {
    lines("sharing.jsonl", include_str!("../../demo/sharing.jsonl"))
}

/// A member's portrait.
pub fn portrait(name: &str) -> anyhow::Result<Prepared> {
    ready(&PORTRAITS, name)
}

/// A picture of a thing.
pub fn picture(name: &str) -> anyhow::Result<Prepared> {
    ready(&PICTURES, name)
}

#[derive(Deserialize)]
struct Measures {
    name: String,
    width: i64,
    height: i64,
    thumbhash: String,
}

fn ready(folder: &Dir<'_>, name: &str) -> anyhow::Result<Prepared> {
    let list = folder
        .get_file("list.jsonl")
        .and_then(|file| file.contents_utf8())
        .context("there is no list.jsonl")?;
    let all: Vec<Measures> = lines("list.jsonl", list)?;
    let one = all
        .into_iter()
        .find(|m| m.name == name)
        .with_context(|| format!("there is no picture {name}"))?;
    let files = Size::ALL
        .into_iter()
        .map(|size| {
            let path = format!("{}/{name}.webp", size.name());
            let file = folder.get_file(&path).with_context(|| format!("there is no {path}"))?;
            Ok((size, file.contents().to_vec()))
        })
        .collect::<anyhow::Result<Vec<_>>>()?;
    Ok(Prepared {
        files,
        width: one.width,
        height: one.height,
        thumbhash: one.thumbhash,
    })
}
