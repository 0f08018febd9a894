//! What is asked, and what is found.

use super::attributes::AttributeFilter;
use crate::{
    Day, Timestamp,
    listings::{Kind, ListingId},
    places::{Cell, Point},
};
use serde::{Deserialize, Serialize};

/// Hits of one page.
pub const PAGE_SIZE: usize = 24;

/// The order of hits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Best fitting first; without words the newest.
    #[default]
    Relevance,
    /// Nearest first, measured from cell centres; without a place as [`Self::Relevance`].
    Distance,
    /// Latest published first.
    Newest,
    /// Cheapest first: what the days asked for come to, without days a single day; what has no price comes last.
    Price,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Distance, Self::Newest, Self::Price];

    /// As it stands in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Distance => "distance",
            Self::Newest => "newest",
            Self::Price => "price",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

/// One search. Every part narrows; an empty query finds everything that is published.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Query {
    /// Words as typed, at most 200 characters count.
    pub words: String,
    /// Around where.
    pub centre: Option<Point>,
    /// Within how many metres of `centre`, measured to the centre of a listing's public cell.
    pub radius_m: Option<f64>,
    /// Free on all days from the first to the second, both included, and within the listing's rules for loans.
    pub days: Option<(Day, Day)>,
    /// Today in the community: lead times count from here.
    pub today: Option<Day>,
    /// A category or one of its sub-categories.
    pub category: Option<String>,
    /// What its attributes have to be, all of them.
    pub attributes: Vec<AttributeFilter>,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Costs at most so much, in minor units of the community's currency: as in [`Sort::Price`].
    pub most_minor: Option<i64>,
    /// Only in this public cell, or in the public cells that this larger one holds: what a click on the map chooses.
    pub cell: Option<Cell>,
    /// The order.
    pub sort: Sort,
    /// Which page, from 1.
    pub page: usize,
}

/// One listing found.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hit {
    /// Which.
    pub id: ListingId,
    /// Its public cell.
    pub cell: Cell,
    /// Metres from the centre asked for to the centre of its cell.
    pub distance_m: Option<f64>,
    /// How well it fits; larger is better; 0 without words.
    pub score: f64,
    /// What it costs, in minor units, if the query asks about prices and it has one.
    pub price: Option<i64>,
    /// When it was published.
    pub published_at: Timestamp,
}

/// What a search found.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Found {
    /// How many there are on all pages.
    pub total: usize,
    /// Those of the page asked for, in order.
    pub hits: Vec<Hit>,
    /// How many lie in each public cell, on all pages, not narrowed by [`Query::cell`]; by cell.
    pub cells: Vec<(Cell, usize)>,
}
