//! The gazetteer: every town, district and postcode we know, built into the program.

use std::collections::HashMap;
use std::iter::once;
use std::ops::Range;
use std::sync::LazyLock;

use thiserror::Error;

use super::fold::{fold, parts, short};
use super::{Cell, Place, PlaceKind, Point, distance_m};

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
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// Towns and districts in the order of the file, then postcodes in ascending order.
    places: Vec<Place>,
    /// Beside `places`.
    ranks: Vec<Rank>,
    /// Where the postcodes begin in `places`.
    postcodes: usize,
    /// Folded words, where `keys` and `ranks` point into.
    words: String,
    /// Sorted by name.
    keys: Vec<Key>,
    /// Indexes of towns and districts, south to north.
    by_latitude: Vec<u32>,
    /// Indexes of all, sorted by id.
    by_id: Vec<u32>,
}

/// What finding needs to know of a place beyond its names.
#[derive(Clone, Copy, Debug)]
struct Rank {
    /// What comes first among equals.
    weight: u32,
    /// Words that may stand beside its name, separated by spaces.
    context: Words,
    /// The town whose context it shares; itself for a town.
    town: u32,
}

/// A piece of `Gazetteer::words`.
#[derive(Clone, Copy, Debug)]
struct Words {
    start: u32,
    len: u16,
}

/// One of the names of a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    name: Words,
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
        let mut reader = Reader::default();
        each_line("regions", regions, |line| reader.region(line))?;
        each_line("places", places, |line| reader.town_or_district(line))?;
        reader.gazetteer.postcodes = reader.gazetteer.places.len();
        each_line("postcodes", postcodes, |line| reader.postcode(line))?;
        Ok(reader.finish())
    }

    /// The place with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Place> {
        let at = self.by_id.partition_point(|index| self.place(*index).id < id);
        self.by_id
            .get(at)
            .map(|index| self.place(*index))
            .filter(|place| place.id == id)
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

    /// The most populous town whose middle lies in the cell.
    #[must_use]
    pub fn largest_town_in(&self, cell: Cell) -> Option<&Place> {
        let latitudes = || cell.boundary().into_iter().map(Point::lat);
        let (south, north) = (latitudes().fold(90.0, f64::min), latitudes().fold(-90.0, f64::max));
        let from = self
            .by_latitude
            .partition_point(|index| self.place(*index).point.lat() < south);
        self.by_latitude[from..]
            .iter()
            .map(|index| self.place(*index))
            .take_while(|place| place.point.lat() <= north)
            .filter(|place| place.kind == PlaceKind::Town && Cell::of(place.point, cell.resolution()) == cell)
            .max_by_key(|place| place.population)
    }

    /// All places: towns and districts, then postcodes.
    pub fn places(&self) -> impl ExactSizeIterator<Item = &Place> {
        self.places.iter()
    }

    pub(super) fn place(&self, index: u32) -> &Place {
        &self.places[index as usize]
    }

    /// The folded words that may stand beside the place's name.
    pub(super) fn context(&self, index: u32) -> impl Iterator<Item = &str> {
        let rank = self.ranks[index as usize];
        let town = self.ranks[rank.town as usize].context;
        let towns = if rank.town == index { "" } else { self.text(town) };
        self.text(rank.context)
            .split(' ')
            .chain(towns.split(' '))
            .filter(|word| !word.is_empty())
    }

    pub(super) fn weight(&self, index: u32) -> u32 {
        self.ranks[index as usize].weight
    }

    pub(super) fn keys(&self) -> &[Key] {
        &self.keys
    }

    pub(super) fn name(&self, key: &Key) -> &str {
        self.text(key.name)
    }

    fn text(&self, words: Words) -> &str {
        let start = words.start as usize;
        &self.words[start..start + usize::from(words.len)]
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
    gazetteer: Gazetteer,
    /// By id, the towns that districts and postcodes lie in.
    towns: HashMap<&'static str, u32>,
    /// By code: the region's name, and how else it is called, folded.
    regions: HashMap<&'static str, (&'static str, String)>,
}

impl Reader {
    /// `code, name, other names`
    fn region(&mut self, line: &'static str) -> Result<(), &'static str> {
        let [code, name, also] = columns(line)?;
        self.regions.insert(code, (name, fold(&format!("{name} {also}"))));
        Ok(())
    }

    /// `id, kind, name, id of the parent, hint, region, population, latitude, longitude, other names`
    ///
    /// A population after a tilde is a guess that only serves for ordering. A district's town stands somewhere before it.
    fn town_or_district(&mut self, line: &'static str) -> Result<(), &'static str> {
        let [id, kind, name, parent, hint, region, population, lat, lon, also] = columns(line)?;
        let country = region.get(..2).ok_or("a region without a country")?;
        let (region, region_words) = self.regions.get(region).ok_or("an unknown region")?;
        let (digits, guessed) = population
            .strip_prefix('~')
            .map_or((population, false), |guess| (guess, true));
        let weight = match digits {
            "" => 0,
            digits => digits.parse().map_err(|_| "no population")?,
        };
        let population = if guessed { 0 } else { weight };
        let town = Place {
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
        let mut context = fold(name);
        let index = match (kind, parent) {
            ("t", "") => {
                for words in [fold(also).as_str(), &fold(hint), region_words, country_words(country)] {
                    context.push(' ');
                    context.push_str(words);
                }
                let index = self.add(town, &context, weight, None)?;
                self.towns.insert(id, index);
                index
            }
            ("d", _) => {
                let parent_index = *self.towns.get(parent).ok_or("an unknown parent")?;
                let parent = *self.gazetteer.place(parent_index);
                let place = Place {
                    kind: PlaceKind::District,
                    parent: Some(parent.name),
                    hint: parent.hint,
                    ..town
                };
                self.add(place, &context, weight, Some(parent_index))?
            }
            _ => return Err("neither a town nor a district"),
        };
        for name in once(name).chain(also.split('|').filter(|name| !name.is_empty())) {
            let whole = fold(name);
            for part in parts(&whole) {
                self.key(part, true, index)?;
            }
            if let Some(short) = short(name) {
                self.key(&short, false, index)?;
            }
            self.key(&whole, false, index)?;
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
        let last = self.gazetteer.places[self.gazetteer.postcodes..].last();
        if last.is_some_and(|last| last.name >= name) {
            return Err("not in ascending order");
        }
        let mut context = String::new();
        let mut largest = None;
        for town in towns.split(',') {
            let index = *self.towns.get(town).ok_or("an unknown town")?;
            if *largest.get_or_insert(index) != index {
                context.push(' ');
                context.push_str(&fold(self.gazetteer.place(index).name));
            }
        }
        let town = largest.ok_or("a postcode without a town")?;
        let of_town = *self.gazetteer.place(town);
        let place = Place {
            id,
            name,
            kind: PlaceKind::Postcode,
            parent: Some(of_town.name),
            population: 0,
            point: point(lat, lon)?,
            ..of_town
        };
        self.add(place, &context, 0, Some(town)).map(|_| ())
    }

    fn add(&mut self, place: Place, context: &str, weight: u32, town: Option<u32>) -> Result<u32, &'static str> {
        let index = u32::try_from(self.gazetteer.places.len()).map_err(|_| "too many places")?;
        let context = self.words(context)?;
        self.gazetteer.places.push(place);
        self.gazetteer.ranks.push(Rank {
            weight,
            context,
            town: town.unwrap_or(index),
        });
        Ok(index)
    }

    fn key(&mut self, name: &str, part: bool, place: u32) -> Result<(), &'static str> {
        let name = self.words(name)?;
        self.gazetteer.keys.push(Key { name, part, place });
        Ok(())
    }

    fn words(&mut self, words: &str) -> Result<Words, &'static str> {
        let start = u32::try_from(self.gazetteer.words.len()).map_err(|_| "too many names")?;
        let len = u16::try_from(words.len()).map_err(|_| "too long a name")?;
        self.gazetteer.words.push_str(words);
        Ok(Words { start, len })
    }

    fn finish(self) -> Gazetteer {
        let mut whole = self.gazetteer;
        let order = |key: &Key| (key.part, key.place);
        let mut keys = std::mem::take(&mut whole.keys);
        keys.sort_unstable_by(|a, b| whole.name(a).cmp(whole.name(b)).then_with(|| order(a).cmp(&order(b))));
        keys.dedup_by(|a, b| whole.name(a) == whole.name(b) && order(a) == order(b));
        keys.shrink_to_fit();
        whole.keys = keys;
        let indexes = |count: usize| {
            (0..count)
                .filter_map(|index| u32::try_from(index).ok())
                .collect::<Vec<_>>()
        };
        let mut by_latitude = indexes(whole.postcodes);
        let latitude = |index: &u32| whole.place(*index).point.lat();
        by_latitude.sort_by(|a, b| latitude(a).total_cmp(&latitude(b)));
        let mut by_id = indexes(whole.places.len());
        by_id.sort_by_key(|index| whole.place(*index).id);
        whole.by_latitude = by_latitude;
        whole.by_id = by_id;
        whole.places.shrink_to_fit();
        whole.ranks.shrink_to_fit();
        whole.words.shrink_to_fit();
        whole
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
