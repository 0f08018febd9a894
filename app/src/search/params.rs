//! What an address asks for: every part is read forgivingly, and what makes no sense is an error at its field while the
//! rest of the search is still answered.

use super::{
    attributes::{self, TypedAttributes},
    reading::{Reader, place_name},
};
use crate::shell::{format::query_value, forms::Errors};
use domain::{
    Day,
    forms::Check,
    listings::{Kind, categories::Categories, decimal},
    places::{Point, Resolution},
    prices::Currency,
    search::{Query, Sort},
};

/// The radii offered, in kilometres.
pub const RADII_KM: [u32; 7] = [1, 2, 3, 5, 10, 20, 50];
/// The radius around a place when none is given, in kilometres.
pub const DEFAULT_RADIUS_KM: f64 = 10.0;
/// Words beyond so many characters do not count.
pub const LONGEST_WORDS: usize = 200;

/// Nobody asks for more attributes at once.
const MOST_ATTRIBUTES: usize = 50;

/// The parameters' names, in the order in which addresses carry them.
const NAMES: [&str; 13] = [
    "q",
    "place",
    "lat",
    "lon",
    "radius_km",
    "from",
    "to",
    "category",
    "kind",
    "max_price",
    "sort",
    "cell",
    "page",
];

/// What an address says, as typed. Empty is unsaid.
#[derive(Clone, PartialEq, Eq, Debug, Default, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Typed {
    /// Words, in German or English. At most 200 characters.
    #[param(required = false, max_length = 200, example = "Bohrer")]
    pub q: String,
    /// A place by name or postcode: `Bonn`, `Beuel, Bonn`, `53111`. One that nobody knows is an error.
    #[param(required = false, example = "Bonn")]
    pub place: String,
    /// Latitude in degrees, together with `lon` and instead of `place`. Moved to the centre of its public cell.
    #[param(required = false, value_type = f64, minimum = -90, maximum = 90, example = 50.7351)]
    pub lat: String,
    /// Longitude in degrees.
    #[param(required = false, value_type = f64, minimum = -180, maximum = 180, example = 7.1004)]
    pub lon: String,
    /// Radius around the place in kilometres, 0.5 to 100; 10 if unsaid.
    #[param(required = false, value_type = f64, minimum = 0.5, maximum = 100, example = 2)]
    pub radius_km: String,
    /// First day it must be free, `YYYY-MM-DD`, not before today. Alone it means this one day.
    #[param(required = false, format = Date, example = "2030-05-02")]
    pub from: String,
    /// Last day it must be free, `YYYY-MM-DD`.
    #[param(required = false, format = Date, example = "2030-05-03")]
    pub to: String,
    /// Id of a category; its sub-categories are searched too.
    #[param(required = false, example = "drills")]
    pub category: String,
    /// `lend`, `rent`, `service`, `wanted_thing` or `wanted_help`.
    #[param(
        required = false,
        pattern = "^(lend|rent|service|wanted_thing|wanted_help)$",
        example = "lend"
    )]
    pub kind: String,
    /// Costs at most so much, in whole units of the community's currency: the days asked for, without days a single day.
    #[param(required = false, value_type = f64, minimum = 0, example = 25)]
    pub max_price: String,
    /// `relevance`, `distance`, `newest` or `price`. If unsaid: by relevance with words, else by distance with a place, else the newest.
    #[param(
        required = false,
        pattern = "^(relevance|distance|newest|price)$",
        example = "distance"
    )]
    pub sort: String,
    /// A field of the map: an H3 cell as 15 hexadecimal digits, the public cell of a listing or one that holds it.
    #[param(required = false, pattern = "^[0-9a-f]{15}$")]
    pub cell: String,
    /// Page, from 1.
    #[param(required = false, value_type = u32, minimum = 1, example = 1)]
    pub page: String,
    /// What attributes have to be, by the whole name of the parameter: see [`attributes`].
    #[param(ignore)]
    pub attributes: TypedAttributes,
}

impl Typed {
    /// Takes what it knows out of the pairs of a query; of a name that comes twice, the first.
    #[must_use]
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in pairs {
            if attributes::parse(&name).is_some() {
                if typed.attributes.len() < MOST_ATTRIBUTES {
                    typed.attributes.entry(name).or_insert(value);
                }
            } else if let Some(field) = typed.field(&name)
                && field.is_empty()
            {
                *field = value;
            }
        }
        typed
    }

    fn field(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "q" => &mut self.q,
            "place" => &mut self.place,
            "lat" => &mut self.lat,
            "lon" => &mut self.lon,
            "radius_km" => &mut self.radius_km,
            "from" => &mut self.from,
            "to" => &mut self.to,
            "category" => &mut self.category,
            "kind" => &mut self.kind,
            "max_price" => &mut self.max_price,
            "sort" => &mut self.sort,
            "cell" => &mut self.cell,
            "page" => &mut self.page,
            _ => return None,
        })
    }
}

/// What reading needs to know.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The category tree.
    pub categories: &'a Categories,
    /// Today in the community.
    pub today: Day,
    /// The community's currency.
    pub currency: Currency,
    /// Of the public cells.
    pub resolution: Resolution,
}

/// A search as it was understood.
#[derive(Clone, Debug)]
pub struct Params {
    /// What fields show again.
    pub typed: Typed,
    /// What is searched for.
    pub query: Query,
    /// What the place is called: as asked for, or what is nearest to the coordinates.
    pub place: Option<String>,
    /// The radius, also where it is not searched by because there is no place.
    pub radius_km: f64,
    /// What was typed and makes no sense, by field. `cell`, `sort` and `page` can only be forged.
    pub errors: Errors,
    /// What addresses carry, in the order of [`NAMES`]: what was understood, and nothing else.
    kept: [String; NAMES.len()],
    /// What addresses carry besides, of attributes.
    kept_attributes: Vec<(String, String)>,
}

impl Params {
    /// Understands what was typed.
    #[must_use]
    pub fn read(typed: Typed, ground: &Ground<'_>) -> Self {
        let mut reader = Reader {
            check: Check::default(),
            ground,
        };
        let words = reader.words(&typed.q);
        let (place, centre) = reader.place(&typed);
        let radius_km = reader.radius(&typed.radius_km);
        let days = reader.days(&typed);
        let category = reader.category(&typed.category);
        let kind = reader.choice("kind", &typed.kind, Kind::from_name);
        let most_minor = reader.max_price(&typed.max_price);
        let said_sort = reader.choice("sort", &typed.sort, Sort::from_name);
        let cell = reader.cell(&typed.cell);
        let page = reader.page(&typed.page);
        let usual_sort = match (words.is_empty(), centre) {
            (false, _) => Sort::Relevance,
            (true, Some(_)) => Sort::Distance,
            (true, None) => Sort::Newest,
        };
        let by_name = centre.is_some() && !reader.is_wrong("place") && !place_name(&typed.place).is_empty();
        let by_point = centre.is_some() && !by_name;
        let text = |kept: bool, text: &dyn Fn() -> String| if kept { text() } else { String::new() };
        let degrees = |part: fn(Point) -> f64| centre.map(|c| format!("{:.5}", part(c))).unwrap_or_default();
        let kept = [
            words.clone(),
            text(by_name, &|| place_name(&typed.place)),
            text(by_point, &|| degrees(Point::lat)),
            text(by_point, &|| degrees(Point::lon)),
            text(centre.is_some() && radius_km != DEFAULT_RADIUS_KM, &|| {
                radius_km.to_string()
            }),
            days.map(|(from, _)| from.to_string()).unwrap_or_default(),
            days.filter(|(from, to)| from != to)
                .map(|(_, to)| to.to_string())
                .unwrap_or_default(),
            category.clone().unwrap_or_default(),
            kind.map(|k| k.name().to_owned()).unwrap_or_default(),
            most_minor
                .map(|minor| decimal::print(minor, ground.currency.exponent()))
                .unwrap_or_default(),
            said_sort
                .filter(|s| *s != usual_sort)
                .map(|s| s.name().to_owned())
                .unwrap_or_default(),
            cell.map(|c| c.to_string()).unwrap_or_default(),
            text(page > 1, &|| page.to_string()),
        ];
        let (attributes, kept_attributes) = attributes::read(
            &mut reader.check,
            &typed.attributes,
            ground.categories,
            category.as_deref(),
        );
        let query = Query {
            words,
            attributes,
            centre,
            radius_m: centre.map(|_| radius_km * 1_000.0),
            days,
            today: Some(ground.today),
            category,
            kind,
            most_minor,
            cell,
            sort: said_sort.unwrap_or(usual_sort),
            page,
        };
        let errors = Errors(reader.check.finish(()).err().unwrap_or_default());
        Self {
            typed,
            query,
            place,
            radius_km,
            errors,
            kept,
            kept_attributes,
        }
    }

    /// The address of this search with some parameters changed or, by an empty value, left out. A changed search
    /// starts at its first page.
    #[must_use]
    pub fn href(&self, changes: &[(&str, &str)]) -> String {
        let value = |name: &str| -> &str {
            let changed = changes
                .iter()
                .find(|(changed, _)| *changed == name)
                .map(|(_, value)| *value);
            let kept = NAMES
                .iter()
                .position(|n| *n == name)
                .map_or("", |at| self.kept[at].as_str());
            match changed {
                Some(value) => value,
                None if name == "page" && !changes.is_empty() => "",
                None => kept,
            }
        };
        let placed = !value("place").is_empty() || !value("lat").is_empty();
        let dated = !value("from").is_empty();
        let pairs = NAMES
            .iter()
            .map(|name| (*name, value(name)))
            .filter(|(name, value)| {
                let stands = match *name {
                    "radius_km" => placed,
                    "to" => dated,
                    _ => true,
                };
                stands && !value.is_empty()
            })
            .map(|(name, value)| (name.to_owned(), value));
        // another category has other attributes
        let stays = |name: &str| {
            !changes
                .iter()
                .any(|(changed, _)| *changed == name || *changed == "category")
        };
        let attributes = self.kept_attributes.iter().filter(|(name, _)| stays(name));
        let pairs = pairs
            .chain(attributes.map(|(name, value)| (query_value(name), value.as_str())))
            .map(|(name, value)| format!("{name}={}", query_value(value)))
            .collect::<Vec<_>>();
        if pairs.is_empty() {
            "/search".into()
        } else {
            format!("/search?{}", pairs.join("&"))
        }
    }

    /// The page of this search, moved to the last one there is.
    pub fn stay_within(&mut self, pages: usize) {
        self.query.page = self.query.page.clamp(1, pages.max(1));
        self.kept[NAMES.len() - 1] = if self.query.page > 1 {
            self.query.page.to_string()
        } else {
            String::new()
        };
    }

    /// Whether search engines should know this page: places and categories, not every wish of a visitor.
    #[must_use]
    pub fn is_general(&self) -> bool {
        let q = &self.query;
        let kept = |name: &str| {
            NAMES
                .iter()
                .zip(&self.kept)
                .any(|(n, value)| *n == name && !value.is_empty())
        };
        self.errors.is_empty()
            && q.words.is_empty()
            && q.days.is_none()
            && q.attributes.is_empty()
            && !kept("lat")
            && !kept("max_price")
            && !kept("sort")
            && !kept("cell")
    }

    /// The parameters of attributes that its addresses carry.
    pub fn attribute_names(&self) -> impl Iterator<Item = &str> {
        self.kept_attributes.iter().map(|(name, _)| name.as_str())
    }

    /// Coordinates instead of a place's name, as addresses carry them.
    #[must_use]
    pub fn coordinates(&self) -> Option<(&str, &str)> {
        (!self.kept[2].is_empty()).then_some((self.kept[2].as_str(), self.kept[3].as_str()))
    }
}

#[cfg(test)]
#[path = "params_tests.rs"]
mod tests;
