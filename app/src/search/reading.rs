//! Reads the parts of an address of a search, each forgivingly.

use super::params::{DEFAULT_RADIUS_KM, Ground, LONGEST_WORDS, Typed};
use domain::{
    Day,
    forms::{Check, Problem, clean},
    places::{Cell, Gazetteer, Point},
    prices,
};

/// Least and greatest radius, in kilometres.
const RADIUS_KM: std::ops::RangeInclusive<f64> = 0.5..=100.0;
/// Most characters of a place's name that count.
const LONGEST_PLACE: usize = 120;
/// Nobody looks further.
pub(super) const MOST_PAGES: usize = 10_000;
/// More days than anything is lent for; a longer wish finds as little, and costs as much as this one.
pub(super) const MOST_DAYS: i64 = 400;

/// Reads part by part, and notes what makes no sense.
pub(super) struct Reader<'a> {
    pub check: Check,
    pub ground: &'a Ground<'a>,
}

impl Reader<'_> {
    pub fn words(&mut self, typed: &str) -> String {
        let words = clean(typed).split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().count() <= LONGEST_WORDS {
            return words;
        }
        self.check.note("q", Problem::TooLong { max: LONGEST_WORDS });
        words
            .chars()
            .take(LONGEST_WORDS)
            .collect::<String>()
            .trim_end()
            .to_owned()
    }

    /// By name, else by coordinates: what it is called and where it is.
    pub fn place(&mut self, typed: &Typed) -> (Option<String>, Option<Point>) {
        let gazetteer = Gazetteer::shared();
        let name = place_name(&typed.place);
        if !name.is_empty() {
            match gazetteer.best(&name) {
                Some(place) => return (Some(place.label()), Some(place.point)),
                None => self.check.note("place", Problem::UnknownPlace),
            }
        }
        if typed.lat.trim().is_empty() && typed.lon.trim().is_empty() {
            return (None, None);
        }
        match (number(&typed.lat), number(&typed.lon)) {
            (Some(lat), Some(lon)) => match Point::new(lat, lon) {
                Ok(exact) => {
                    // Where somebody stands is nobody's business: from here on only the cell counts.
                    let centre = Cell::of(exact, self.ground.resolution).centre();
                    (gazetteer.nearest(centre).map(|place| place.label()), Some(centre))
                }
                Err(_) => self.no_point(),
            },
            _ => self.no_point(),
        }
    }

    /// Whether something is wrong with a field.
    pub fn is_wrong(&self, field: &str) -> bool {
        self.check
            .clone()
            .finish(())
            .is_err_and(|errors| errors.iter().any(|e| e.field == field))
    }

    pub fn no_point(&mut self) -> (Option<String>, Option<Point>) {
        self.check.note("place", Problem::UnknownPlace);
        (None, None)
    }

    pub fn radius(&mut self, typed: &str) -> f64 {
        let text = typed.trim().trim_end_matches("km").trim();
        if text.is_empty() {
            return DEFAULT_RADIUS_KM;
        }
        match number(text) {
            Some(km) if RADIUS_KM.contains(&km) => (km * 10.0).round() / 10.0,
            Some(_) => {
                let (min, max) = (1, *RADIUS_KM.end() as i64);
                self.check.note("radius_km", Problem::OutOfRange { min, max });
                DEFAULT_RADIUS_KM
            }
            None => {
                self.check.note("radius_km", Problem::NotANumber);
                DEFAULT_RADIUS_KM
            }
        }
    }

    pub fn days(&mut self, typed: &Typed) -> Option<(Day, Day)> {
        let from = self.day("from", &typed.from);
        let to = self.day("to", &typed.to);
        if typed.from.trim().is_empty() {
            if to.is_some() {
                self.check.note("from", Problem::Missing);
            }
            return None;
        }
        let from = from?;
        if from < self.ground.today {
            self.check.note("from", Problem::InThePast);
            return None;
        }
        let to = if typed.to.trim().is_empty() { from } else { to? };
        if to < from {
            self.check.note("to", Problem::EndsBeforeItStarts);
            return None;
        }
        Some((from, to.min(from.plus(MOST_DAYS))))
    }

    pub fn day(&mut self, field: &str, typed: &str) -> Option<Day> {
        let text = typed.trim();
        if text.is_empty() {
            return None;
        }
        let day = Day::parse(text).or_else(|| german_day(text));
        if day.is_none() {
            self.check.note(field, Problem::NotADate);
        }
        day
    }

    pub fn max_price(&mut self, typed: &str) -> Option<i64> {
        let read = prices::read_amount(typed, self.ground.currency, prices::MOST_MINOR);
        read.unwrap_or_else(|problem| {
            self.check.note("max_price", problem);
            None
        })
    }

    pub fn category(&mut self, typed: &str) -> Option<String> {
        let categories = self.ground.categories;
        self.choice("category", typed, |id| categories.get(id).map(|c| c.id.clone()))
    }

    pub fn cell(&mut self, typed: &str) -> Option<Cell> {
        let resolution = self.ground.resolution;
        self.choice("cell", typed, |text| {
            text.parse::<Cell>().ok().map(|cell| cell.parent(resolution))
        })
    }

    pub fn choice<T>(&mut self, field: &str, typed: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = typed.trim();
        if text.is_empty() {
            return None;
        }
        let choice = read(text);
        if choice.is_none() {
            self.check.note(field, Problem::NotAChoice);
        }
        choice
    }

    pub fn page(&mut self, typed: &str) -> usize {
        let text = typed.trim();
        if text.is_empty() {
            return 1;
        }
        match text.parse::<u64>() {
            Ok(page) if page > 0 => usize::try_from(page).unwrap_or(MOST_PAGES).min(MOST_PAGES),
            _ => {
                self.check.note("page", Problem::NotANumber);
                1
            }
        }
    }
}

/// As much of a place's name as any has.
pub(super) fn place_name(typed: &str) -> String {
    clean(typed)
        .chars()
        .take(LONGEST_PLACE)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// A finite number, with a point or a comma.
pub fn number(typed: &str) -> Option<f64> {
    typed
        .trim()
        .replace(',', ".")
        .parse::<f64>()
        .ok()
        .filter(|n| n.is_finite())
}

/// `28.11.2026`, as people type where the browser has no calendar.
fn german_day(text: &str) -> Option<Day> {
    let mut parts = text.split('.').map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Day::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
}
