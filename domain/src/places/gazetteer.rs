//! The gazetteer: every town, district and postcode we know, built into the program.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use thiserror::Error;

use super::fold::{fold, parts, short};
use super::{Place, PlaceKind, Point, distance_m};

/// Metres that one degree of latitude takes at least.
const DEGREE_M: f64 = 111_195.0;

static SHARED: LazyLock<Gazetteer> = LazyLock::new(|| {
    Gazetteer::parse(
        include_str!("../../data/places.tsv"),
        include_str!("../../data/postcodes.tsv"),
        include_str!("../../data/regions.tsv"),
    )
    .expect("the data in the program is well formed: a test reads it")
});

/// Named places, found by name ([`find`](Self::find)), by nearness ([`nearest`](Self::nearest)) or by id.
#[derive(Debug)]
pub struct Gazetteer {
    /// Towns and districts in the order of the file, then postcodes in ascending order.
    places: Vec<Place>,
    /// Beside `places`: folded words that may stand beside the place's name, separated by spaces.
    contexts: Vec<String>,
    /// Beside `places`: what comes first among equals.
    weights: Vec<u32>,
    /// Where the postcodes begin in `places`.
    postcodes: usize,
    /// Folded names, in the order of `keys`.
    names: String,
    /// Sorted by name.
    keys: Vec<Key>,
    /// Indexes of towns and districts, south to north.
    by_latitude: Vec<u32>,
    by_id: HashMap<&'static str, u32>,
}

/// One of the names of a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    start: u32,
    len: u16,
    /// Whether it is only a part of a name: `godesberg`.
    pub(super) part: bool,
    pub(super) place: u32,
}

/// A line of the data that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line} of {file}: {what}")]
pub struct MalformedGazetteer {
    /// Which of the files: "places", "postcodes" or "regions".
    pub file: &'static str,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: &'static str,
}

impl Gazetteer {
    /// The one in the program. The first call reads it, which takes some tens of milliseconds.
    #[must_use]
    pub fn shared() -> &'static Self {
        &SHARED
    }

    /// Reads a gazetteer from the three files that `data/README.md` describes.
    ///
    /// # Errors
    /// [`MalformedGazetteer`] names the first line that makes no sense.
    pub fn parse(
        places: &'static str,
        postcodes: &'static str,
        regions: &'static str,
    ) -> Result<Self, MalformedGazetteer> {
        Reader::default().read(places, postcodes, regions)
    }

    /// The place with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Place> {
        self.by_id.get(id).map(|index| self.place(*index))
    }

    /// The town or district whose middle is nearest to the point: what a cell is called on a map.
    ///
    /// `None` only if the gazetteer is empty.
    #[must_use]
    pub fn nearest(&self, point: Point) -> Option<&Place> {
        let latitude = |index: &u32| self.place(*index).point.lat();
        let here = self.by_latitude.partition_point(|index| latitude(index) < point.lat());
        let (mut south, mut north) = (self.by_latitude[..here].iter().rev(), self.by_latitude[here..].iter());
        let mut best: Option<(f64, u32)> = None;
        // Outwards from this latitude, until latitude alone is farther than the best.
        let mut try_next = |index: Option<&u32>| -> bool {
            let Some(index) = index else { return false };
            if best.is_some_and(|(distance, _)| (latitude(index) - point.lat()).abs() * DEGREE_M > distance) {
                return false;
            }
            let distance = distance_m(point, self.place(*index).point);
            if best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, *index));
            }
            true
        };
        let (mut go_south, mut go_north) = (true, true);
        while go_south || go_north {
            go_south = go_south && try_next(south.next());
            go_north = go_north && try_next(north.next());
        }
        best.map(|(_, index)| self.place(index))
    }

    /// All places: towns and districts, then postcodes.
    pub fn places(&self) -> impl ExactSizeIterator<Item = &Place> {
        self.places.iter()
    }

    pub(super) fn place(&self, index: u32) -> &Place {
        &self.places[index as usize]
    }

    pub(super) fn context(&self, index: u32) -> &str {
        &self.contexts[index as usize]
    }

    pub(super) fn weight(&self, index: u32) -> u32 {
        self.weights[index as usize]
    }

    pub(super) fn keys(&self) -> &[Key] {
        &self.keys
    }

    pub(super) fn name(&self, key: &Key) -> &str {
        let start = key.start as usize;
        &self.names[start..start + usize::from(key.len)]
    }

    /// The keys that begin with `prefix`, which all lie `within` this range if any do.
    pub(super) fn with_prefix(&self, prefix: &str, within: Range<usize>) -> Range<usize> {
        let keys = &self.keys[within.clone()];
        let start = keys.partition_point(|key| self.name(key) < prefix);
        let len = keys[start..].partition_point(|key| self.name(key).starts_with(prefix));
        within.start + start..within.start + start + len
    }

    /// The indexes of the postcodes that begin with these digits, in ascending order.
    pub(super) fn postcodes_with(&self, digits: &str) -> Range<u32> {
        let codes = &self.places[self.postcodes..];
        let start = codes.partition_point(|place| place.name < digits);
        let len = codes[start..].partition_point(|place| place.name.starts_with(digits));
        let index = |offset: usize| u32::try_from(self.postcodes + offset).unwrap_or(u32::MAX);
        index(start)..index(start + len)
    }
}

/// A gazetteer being read.
#[derive(Default)]
struct Reader {
    places: Vec<Place>,
    contexts: Vec<String>,
    weights: Vec<u32>,
    names: Vec<(String, bool, u32)>,
    by_id: HashMap<&'static str, u32>,
    /// By code: the region's name, and how else it is called, folded.
    regions: HashMap<&'static str, (&'static str, String)>,
}

impl Reader {
    fn read(
        mut self,
        places: &'static str,
        postcodes: &'static str,
        regions: &'static str,
    ) -> Result<Gazetteer, MalformedGazetteer> {
        each_line("regions", regions, |line| self.region(line))?;
        each_line("places", places, |line| self.town_or_district(line))?;
        let first_postcode = self.places.len();
        each_line("postcodes", postcodes, |line| self.postcode(line))?;
        self.names.sort_unstable();
        self.names.dedup();
        let mut names = String::new();
        let mut keys = Vec::with_capacity(self.names.len());
        for (name, part, place) in self.names {
            let (start, len) = (u32::try_from(names.len()), u16::try_from(name.len()));
            if let (Ok(start), Ok(len)) = (start, len) {
                keys.push(Key {
                    start,
                    len,
                    part,
                    place,
                });
                names.push_str(&name);
            }
        }
        let mut by_latitude: Vec<u32> = (0..first_postcode)
            .filter_map(|index| u32::try_from(index).ok())
            .collect();
        by_latitude.sort_by(|a, b| {
            let latitude = |index: u32| self.places[index as usize].point.lat();
            latitude(*a).total_cmp(&latitude(*b))
        });
        Ok(Gazetteer {
            places: self.places,
            contexts: self.contexts,
            weights: self.weights,
            postcodes: first_postcode,
            names,
            keys,
            by_latitude,
            by_id: self.by_id,
        })
    }

    /// `code, name, other names`
    fn region(&mut self, line: &'static str) -> Result<(), &'static str> {
        let [code, name, also] = columns(line)?;
        self.regions.insert(code, (name, fold(&format!("{name} {also}"))));
        Ok(())
    }

    /// `id, kind, name, id of the parent, hint, region, population, latitude, longitude, other names`
    ///
    /// A district's town stands somewhere before it.
    fn town_or_district(&mut self, line: &'static str) -> Result<(), &'static str> {
        let [id, kind, name, parent, hint, region, population, lat, lon, also] = columns(line)?;
        let country = region.get(..2).ok_or("a region without a country")?;
        let (region, region_words) = self.regions.get(region).ok_or("an unknown region")?;
        let mut context = fold(&format!("{name} {also}"));
        let population = if population.is_empty() {
            0
        } else {
            population.parse().map_err(|_| "no population")?
        };
        let mut weight = population;
        let mut place = Place {
            id,
            name,
            kind: PlaceKind::Town,
            parent: None,
            hint,
            region,
            country,
            population,
            point: point(lat, lon)?,
        };
        match (kind, parent) {
            ("t", "") => add_words(&mut context, &[&fold(hint), region_words, country_words(country)]),
            ("d", _) => {
                let town = *self.by_id.get(parent).ok_or("an unknown parent")?;
                let parent = self.places[town as usize];
                place = Place {
                    kind: PlaceKind::District,
                    parent: Some(parent.name),
                    hint: parent.hint,
                    ..place
                };
                add_words(&mut context, &[&self.contexts[town as usize]]);
                if population == 0 {
                    // Nobody counted: one of many districts of its town.
                    weight = parent.population / 64;
                }
            }
            _ => return Err("neither a town nor a district"),
        }
        let index = self.add(place, context, weight)?;
        for name in std::iter::once(name).chain(also.split('|').filter(|name| !name.is_empty())) {
            let (whole, short) = (fold(name), short(name));
            self.names
                .extend(parts(&whole).map(|part| (part.to_owned(), true, index)));
            self.names.push((short, false, index));
            self.names.push((whole, false, index));
        }
        Ok(())
    }

    /// `id, latitude, longitude, ids of its towns`, the largest town first.
    fn postcode(&mut self, line: &'static str) -> Result<(), &'static str> {
        let [id, lat, lon, towns] = columns(line)?;
        let name = id
            .strip_prefix('p')
            .filter(|code| code.len() == 5)
            .ok_or("no postcode")?;
        if self
            .places
            .last()
            .is_some_and(|last| last.kind == PlaceKind::Postcode && last.name >= name)
        {
            return Err("not in ascending order");
        }
        let mut context = String::new();
        let mut largest = None;
        for town in towns.split(',') {
            let index = *self.by_id.get(town).ok_or("an unknown town")?;
            largest.get_or_insert(self.places[index as usize]);
            add_words(&mut context, &[&self.contexts[index as usize]]);
        }
        let town = largest.ok_or("a postcode without a town")?;
        let place = Place {
            id,
            name,
            kind: PlaceKind::Postcode,
            parent: Some(town.name),
            population: 0,
            point: point(lat, lon)?,
            ..town
        };
        self.add(place, context, 0).map(|_| ())
    }

    fn add(&mut self, place: Place, context: String, weight: u32) -> Result<u32, &'static str> {
        let index = u32::try_from(self.places.len()).map_err(|_| "too many places")?;
        self.places.push(place);
        self.contexts.push(context);
        self.weights.push(weight);
        match self.by_id.insert(place.id, index) {
            None => Ok(index),
            Some(_) => Err("an id for the second time"),
        }
    }
}

fn each_line(
    file: &'static str,
    text: &'static str,
    mut read: impl FnMut(&'static str) -> Result<(), &'static str>,
) -> Result<(), MalformedGazetteer> {
    for (index, line) in text.lines().enumerate() {
        read(line).map_err(|what| MalformedGazetteer {
            file,
            line: index + 1,
            what,
        })?;
    }
    Ok(())
}

fn columns<const N: usize>(line: &'static str) -> Result<[&'static str; N], &'static str> {
    let mut columns = [""; N];
    let mut rest = line.split('\t');
    for column in &mut columns {
        *column = rest.next().ok_or("too few columns")?;
    }
    if rest.next().is_some() {
        Err("too many columns")
    } else {
        Ok(columns)
    }
}

fn point(lat: &str, lon: &str) -> Result<Point, &'static str> {
    let degrees = |text: &str| text.parse::<f64>().map_err(|_| "no coordinate");
    Point::new(degrees(lat)?, degrees(lon)?).map_err(|_| "not on Earth")
}

fn add_words(context: &mut String, words: &[&str]) {
    for words in words {
        context.push(' ');
        context.push_str(words);
    }
}

/// What people write for a country, folded: in German, in English, in its own language and on letters ("D-53111").
fn country_words(code: &str) -> &'static str {
    match code {
        "DE" => "d de deutschland germany",
        "AT" => "a at osterreich austria",
        "CH" => "ch schweiz switzerland suisse svizzera",
        "NL" => "nl niederlande netherlands nederland holland",
        "BE" => "b be belgien belgium belgie belgique",
        "LU" => "l lu luxemburg luxembourg",
        "FR" => "f fr frankreich france",
        _ => "",
    }
}
