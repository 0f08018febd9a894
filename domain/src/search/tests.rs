//! The index on both engines: it finds what a plain look at every listing finds, and follows every change.

use super::{
    AttributeFilter, Found, PAGE_SIZE, Query, Sort, Wanted,
    document::{Document, ListingText},
    find,
    language::built_in_concepts,
    prepare, refresh, reindex,
    shelf::Shelf,
    similar,
};
use crate::{
    Day, Lang, Timestamp,
    listings::{Kind, ListingId, pause, resume, testing::Thing},
    members::Me,
    on_both_engines,
    places::{Cell, Point, Resolution, distance_m},
    prices::PriceTerms,
    testing::{START, World},
};
use std::collections::{BTreeMap, HashSet};

const BONN: (f64, f64) = (50.7351, 7.1004);

fn words(words: &str) -> Query {
    Query {
        words: words.into(),
        page: 1,
        ..Query::default()
    }
}

async fn ids(world: &World, query: &Query) -> Vec<ListingId> {
    find(&world.ctx, query)
        .await
        .expect("search")
        .hits
        .iter()
        .map(|hit| hit.id)
        .collect()
}

on_both_engines! {
    async fn a_published_thing_is_found_by_other_words_for_it(world: World) {
        let lena = world.member("Lena").await;
        let drill = Thing::called("Schlagbohrmaschine").publish(&world.ctx, &lena).await;
        Thing::called("Küchenradio").in_category("projectors").publish(&world.ctx, &lena).await;
        for query in ["Bohrmaschine", "drill", "Bohrer", "Bohrmashcine", "schlagbohrmaschinen", "bohr maschine"] {
            assert_eq!(ids(&world, &words(query)).await, [drill], "{query}");
        }
        assert!(ids(&world, &words("Rad")).await.is_empty());
        assert!(ids(&world, &words("🔧 !")).await.is_empty());
        assert_eq!(find(&world.ctx, &words("")).await.unwrap().total, 2);
    }

    async fn the_index_follows_every_change(world: World) {
        let lena = world.member("Lena").await;
        let ladder = Thing::called("Stehleiter").publish(&world.ctx, &lena).await;
        assert_eq!(ids(&world, &words("Leiter")).await, [ladder]);
        pause(&world.ctx, &lena, ladder, None).await.expect("pause");
        assert!(ids(&world, &words("Leiter")).await.is_empty());
        resume(&world.ctx, &lena, ladder, None).await.expect("resume");
        assert_eq!(ids(&world, &words("Leiter")).await, [ladder]);
        let mut tx = world.ctx.db.write().await.unwrap();
        change!(&mut tx, sqlx::query("update listing set title = 'Zelt' where id = $1").bind(ladder)).unwrap();
        refresh(&mut tx, ladder).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(ids(&world, &words("tent")).await, [ladder]);
        assert_eq!(reindex(&world.ctx).await.unwrap(), 1);
        assert_eq!(ids(&world, &words("tent")).await, [ladder]);
    }

    async fn an_index_of_another_version_gives_way(world: World) {
        let lena = world.member("Lena").await;
        let ladder = Thing::called("Stehleiter").publish(&world.ctx, &lena).await;
        let mut tx = world.ctx.db.write().await.unwrap();
        change!(&mut tx, sqlx::query("drop table search_word")).unwrap();
        change!(&mut tx, sqlx::query("create table search_word (something_else bigint)")).unwrap();
        crate::instance::note(&mut tx, "search_index", "an older one").await.unwrap();
        tx.commit().await.unwrap();
        prepare(&world.ctx).await.unwrap();
        assert_eq!(ids(&world, &words("Leiter")).await, [ladder]);
    }

    async fn similar_things_come_from_around(world: World) {
        let lena = world.member("Lena").await;
        let drill = Thing::called("Bohrmaschine Bosch").publish(&world.ctx, &lena).await;
        let other = Thing::called("Schlagbohrmaschine").at(50.74, 7.11).publish(&world.ctx, &lena).await;
        let far = Thing::called("Bohrmaschine Makita").at(53.55, 10.0).publish(&world.ctx, &lena).await;
        let tent = Thing::called("Kuppelzelt").in_category("tents").publish(&world.ctx, &lena).await;
        let found = similar(&world.ctx, drill, None, 3).await.unwrap();
        assert_eq!(found.first(), Some(&other));
        assert!(!found.contains(&far) && !found.contains(&drill) && !found.contains(&tent));
    }

    async fn only_what_is_free_on_all_the_days_is_found(world: World) {
        let lena = world.member("Lena").await;
        let today = Day::parse("2030-04-29").unwrap(); // a Monday
        let mut thing = Thing::called("Lastenrad");
        thing.times.weekdays = ["0", "1", "2", "3", "4"].map(String::from).to_vec();
        thing.times.lead_days = "2".into();
        thing.times.longest_days = "3".into();
        let bike = thing.publish(&world.ctx, &lena).await;
        let asked = |from: i64, to: i64| Query {
            days: Some((today.plus(from), today.plus(to))), today: Some(today), ..words("cargo bike")
        };
        let mut free = HashSet::new();
        for (from, to) in [(1, 1), (2, 2), (2, 4), (2, 5), (7, 9), (7, 10), (4, 7), (4, 3), (-1, 0)] {
            if ids(&world, &asked(from, to)).await == [bike] {
                free.insert((from, to));
            }
        }
        assert_eq!(free, HashSet::from([(2, 2), (2, 4), (7, 9)]));
        let mut tx = world.ctx.db.write().await.unwrap();
        change!(&mut tx, sqlx::query("insert into slot (listing_id, unit, slot, reason) values ($1, 0, $2, 'blocked')")
            .bind(bike).bind(today.plus(8))).unwrap();
        tx.commit().await.unwrap();
        assert!(ids(&world, &asked(7, 9)).await.is_empty());
        assert_eq!(ids(&world, &asked(9, 10)).await, [bike]);
    }

    async fn ten_thousand_listings_are_found_as_a_plain_look_at_each_finds_them(world: World) {
        let lena = world.member("Lena").await;
        let town = Town::settle(&world, &lena, 10_000).await;
        assert_eq!(reindex(&world.ctx).await.unwrap(), 10_000);
        let mut dice = Dice(7);
        let mut found_something = 0;
        for number in 0..120 {
            let query = town.some_query(&mut dice);
            let (expected, found) = (town.look_at_each(&query), find(&world.ctx, &query).await.unwrap());
            found_something += usize::from(expected.total > 0);
            assert_eq!(found.total, expected.total, "{number}: {query:?}");
            assert_eq!(found.cells, expected.cells, "{number}: {query:?}");
            assert_eq!(found.hits, expected.hits, "{number}: {query:?}");
        }
        assert!(found_something > 60, "{found_something} queries found anything");
    }
}

/// Small numbers that look random and are the same every time (xorshift64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn near(&mut self, middle: f64, spread: f64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let step = (self.below(2001) as f64 - 1000.0) / 1000.0;
        middle + step * step.abs() * spread
    }
}

const NAMES: [&str; 24] = [
    "Bohrmaschine",
    "Schlagbohrmaschine",
    "Stehleiter",
    "Stichsäge",
    "Rasenmäher",
    "Lastenrad",
    "Cargo bike",
    "Kuppelzelt",
    "Tent",
    "Beamer",
    "Projector",
    "Waffeleisen",
    "Raclette",
    "Kinderfahrrad",
    "Fahrradanhänger",
    "Hochdruckreiniger",
    "Gitarre",
    "Ukulele",
    "Schlafsack",
    "Küchenradio",
    "Nähmaschine",
    "Pressure washer",
    "Umzugskartons",
    "Bierzeltgarnitur",
];
const ADJECTIVES: [&str; 8] = ["rot", "neu", "klein", "groß", "leicht", "Bosch", "Makita", "vintage"];
const ASKED: [&str; 30] = [
    "",
    "",
    "",
    "bohrer",
    "drill",
    "leiter",
    "säge",
    "rad",
    "fahrrad",
    "bike",
    "zelt",
    "tents",
    "beamer",
    "projektor",
    "waffeln",
    "mäher",
    "rote leiter",
    "Bosch Bohrmaschine",
    "anhänger fahrrad",
    "bohrmashcine",
    "fahhrad",
    "radio",
    "nähen",
    "instrument",
    "kinder",
    "makitta",
    "garten",
    "zelt makita waffeleisen",
    "xyzzy",
    "maschine",
];
const CATEGORIES: [&str; 5] = ["drills", "tents", "projectors", "tools", "camping"];

struct House {
    id: ListingId,
    cell: Cell,
    kind: Kind,
    categories: Vec<String>,
    published_at: Timestamp,
    unit_count: i64,
    weekly_plan: i64,
    lead_days: i64,
    longest_days: i64,
    slots: HashSet<(i64, i64)>,
    attributes: Vec<(&'static str, String)>,
    prices: PriceTerms,
}

/// Many listings and what is known of them without the index.
struct Town {
    houses: Vec<House>,
    shelf: Shelf<'static>,
    today: Day,
}

impl Town {
    async fn settle(world: &World, owner: &Me, count: usize) -> Self {
        let mut dice = Dice(42);
        let today = world.ctx.today();
        let mut tx = world.ctx.db.write().await.unwrap();
        #[derive(sqlx::FromRow)]
        struct Category {
            id: String,
            parent_id: Option<String>,
            name_de: String,
            name_en: String,
        }
        let tree =
            run!(&mut tx, db => sqlx::query_as::<_, Category>("select id, parent_id, name_de, name_en from category")
            .fetch_all(db))
            .unwrap();
        let leaves: Vec<&Category> = tree.iter().filter(|category| category.parent_id.is_some()).collect();
        let (mut houses, mut documents) = (Vec::new(), Vec::new());
        for number in 0..count {
            let name = dice.one(&NAMES);
            let title = format!("{name} {}", dice.one(&ADJECTIVES));
            let description = format!("{} für {}.", dice.one(&ADJECTIVES), dice.one(&NAMES));
            let lang = if dice.below(3) == 0 { "en" } else { "de" };
            let kind = [Kind::Rent, Kind::Lend, Kind::Lend, Kind::Lend, Kind::WantedThing][dice.below(5)];
            let category = leaves[dice.below(leaves.len())];
            let parent = tree.iter().find(|above| Some(&above.id) == category.parent_id.as_ref());
            let middle = if dice.below(3) == 0 { (50.94, 6.96) } else { BONN };
            let point = Point::new(dice.near(middle.0, 0.25), dice.near(middle.1, 0.35)).unwrap();
            let house = House {
                id: ListingId::at(Timestamp(START.0 + number as i64)),
                cell: Cell::of(point, Resolution::PUBLIC),
                kind,
                categories: std::iter::once(category)
                    .chain(parent)
                    .map(|category| category.id.clone())
                    .collect(),
                published_at: Timestamp(START.0 - dice.below(5000) as i64),
                unit_count: 1 + (dice.below(5) / 4) as i64,
                weekly_plan: if dice.below(3) == 0 { 0b11_1110 } else { 127 },
                lead_days: dice.below(3) as i64,
                longest_days: 3 + dice.below(12) as i64,
                slots: (0..dice.below(4))
                    .map(|_| (dice.below(2) as i64, today.0 + dice.below(20) as i64))
                    .collect(),
                attributes: Self::some_attributes(&mut dice),
                prices: if kind == Kind::Rent {
                    Self::some_prices(&mut dice)
                } else {
                    PriceTerms::default()
                },
            };
            change!(&mut tx, sqlx::query(
                "insert into listing (id, owner_id, kind, state, title, description, lang, category_id, currency, tags,
                    place_name, cell, region, zone, unit_count, weekly_plan, lead_days, longest_days, created_at,
                    updated_at, published_at, prices)
                 values ($1, $2, $3, 'published', $4, $5, $6, $7, 'EUR', 'verleih', 'Bonn', $8, $9, 'Europe/Berlin', $10,
                    $11, $12, $13, 0, 0, $14, $15)")
                .bind(house.id).bind(owner.id).bind(kind).bind(&title).bind(&description).bind(lang).bind(&category.id)
                .bind(house.cell).bind(house.cell.region()).bind(house.unit_count).bind(house.weekly_plan)
                .bind(house.lead_days).bind(house.longest_days).bind(house.published_at)
                .bind(house.prices.stored())).unwrap();
            for (unit, slot) in &house.slots {
                change!(
                    &mut tx,
                    sqlx::query("insert into slot (listing_id, unit, slot, reason) values ($1, $2, $3, 'blocked')")
                        .bind(house.id)
                        .bind(unit)
                        .bind(slot)
                )
                .unwrap();
            }
            for (key, value) in &house.attributes {
                change!(
                    &mut tx,
                    sqlx::query("insert into listing_attribute (listing_id, attribute_key, value) values ($1, $2, $3)")
                        .bind(house.id)
                        .bind(*key)
                        .bind(value)
                )
                .unwrap();
            }
            let mut categories = vec![category.name_de.as_str(), category.name_en.as_str()];
            categories.extend(
                parent
                    .iter()
                    .flat_map(|parent| [parent.name_de.as_str(), parent.name_en.as_str()]),
            );
            let labels = ["verleih"];
            let (title, description) = (title.as_str(), format!("{description}\n"));
            let text = ListingText {
                title,
                description: &description,
                labels: &labels,
                categories: &categories,
                tongue: Lang::from_code(lang),
            };
            documents.push(Document::of(&text, built_in_concepts()));
            houses.push(house);
        }
        tx.commit().await.unwrap();
        Self {
            houses,
            shelf: Shelf::new(built_in_concepts(), documents),
            today,
        }
    }

    /// Some state how strong they are, some whether they run on a battery, some nothing.
    fn some_attributes(dice: &mut Dice) -> Vec<(&'static str, String)> {
        let mut attributes = Vec::new();
        if dice.below(3) == 0 {
            attributes.push(("power_w", (50 * (1 + dice.below(30))).to_string()));
        }
        if dice.below(3) == 0 {
            attributes.push(("battery", (dice.below(2) == 0).to_string()));
        }
        attributes
    }

    /// By the day, by the week too, or by the hour only, which says nothing about days.
    fn some_prices(dice: &mut Dice) -> PriceTerms {
        let day = 100 * (1 + dice.below(40)) as i64;
        match dice.below(4) {
            0 => PriceTerms {
                hour: Some(day),
                ..PriceTerms::default()
            },
            1 => PriceTerms {
                week: Some(4 * day),
                ..PriceTerms::per_day(Some(day))
            },
            _ => PriceTerms::per_day(Some(day)),
        }
    }

    /// What a house costs for the days asked for, without any a single one on a working day.
    fn price(&self, house: &House, query: &Query) -> Option<i64> {
        let asked = query.most_minor.is_some() || query.sort == Sort::Price;
        if !asked || house.kind.is_wanted() {
            return None;
        }
        let (first, last) = query.days.unwrap_or((self.today, self.today));
        assert!(self.today.weekday() < 5, "the world begins on a working day");
        let days = last.0 - first.0 + 1;
        let prices = &house.prices;
        let by_day = prices.day.map(|day| day * days);
        let by_week = prices.week.map(|week| {
            let (weeks, rest) = (days / 7, prices.day.unwrap_or(0) * (days % 7));
            week * weeks + rest.min(week)
        });
        match (by_day, by_week, prices.hour) {
            (None, None, Some(_)) => None,
            (by_day, by_week, _) => Some(by_day.into_iter().chain(by_week).min().unwrap_or(0)),
        }
    }

    fn some_filters(dice: &mut Dice) -> Vec<AttributeFilter> {
        let mut filters = Vec::new();
        if dice.below(5) == 0 {
            let (least, most) = (100.0 * dice.below(8) as f64, 150.0 * dice.below(12) as f64);
            let wanted = Wanted::Range {
                least: (dice.below(2) == 0).then_some(least),
                most: (dice.below(2) == 0).then_some(most),
            };
            filters.push(AttributeFilter {
                key: "power_w".into(),
                wanted,
            });
        }
        if dice.below(6) == 0 {
            filters.push(AttributeFilter {
                key: "battery".into(),
                wanted: Wanted::Value((dice.below(2) == 0).to_string()),
            });
        }
        filters
    }

    fn some_query(&self, dice: &mut Dice) -> Query {
        let place = dice.below(3);
        let first = self.today.plus(dice.below(10) as i64);
        let first_cell = self.houses[0].cell;
        Query {
            words: dice.one(&ASKED).into(),
            centre: (place > 0).then(|| Point::new(dice.near(BONN.0, 0.1), dice.near(BONN.1, 0.1)).unwrap()),
            radius_m: (place > 1).then(|| [300.0, 2_000.0, 5_000.0, 15_000.0, 60_000.0][dice.below(5)]),
            days: (dice.below(2) == 0).then(|| (first, first.plus(dice.below(6) as i64))),
            today: Some(self.today),
            category: (dice.below(3) == 0).then(|| dice.one(&CATEGORIES).into()),
            kind: (dice.below(4) == 0).then_some(Kind::Lend),
            attributes: Self::some_filters(dice),
            cell: match dice.below(12) {
                0 => Some(first_cell),
                1 => Some(first_cell.parent(Resolution::try_from(7).unwrap())),
                _ => None,
            },
            most_minor: (dice.below(5) == 0).then(|| 100 * dice.below(120) as i64),
            sort: Sort::ALL[dice.below(4)],
            page: 1 + dice.below(3),
        }
    }

    /// The oracle: every listing is looked at, without any index.
    fn look_at_each(&self, query: &Query) -> Found {
        let distance = |house: &House| query.centre.map(|centre| distance_m(centre, house.cell.centre()));
        let fits = |at: usize| {
            let house = &self.houses[at];
            let near = distance(house)
                .zip(query.radius_m)
                .is_none_or(|(distance, radius)| distance <= radius);
            let right_kind = query.kind.is_none_or(|kind| kind == house.kind);
            let right_category = query.category.as_ref().is_none_or(|id| house.categories.contains(id));
            let right_attributes = query.attributes.iter().all(|filter| {
                let stated = house.attributes.iter().find(|(key, _)| *key == filter.key);
                stated.is_some_and(|(_, value)| match &filter.wanted {
                    Wanted::Value(wanted) => wanted == value,
                    Wanted::Range { least, most } => {
                        let number: f64 = value.parse().unwrap();
                        number >= least.unwrap_or(f64::MIN) && number <= most.unwrap_or(f64::MAX)
                    }
                })
            });
            let price = self.price(house, query);
            let affordable = query
                .most_minor
                .is_none_or(|most| price.is_some_and(|price| price <= most));
            near && affordable && right_kind && right_category && right_attributes && self.is_free(house, query.days)
        };
        let matched: Vec<(usize, f32)> = if query.words.is_empty() {
            (0..self.houses.len())
                .filter(|at| fits(*at))
                .map(|at| (at, 0.0))
                .collect()
        } else {
            self.shelf.find_among(&query.words, &fits).hits
        };
        let mut cells: BTreeMap<Cell, usize> = BTreeMap::new();
        let mut hits: Vec<super::Hit> = Vec::new();
        for (at, score) in matched {
            let house = &self.houses[at];
            *cells.entry(house.cell).or_default() += 1;
            if query
                .cell
                .is_none_or(|cell| cell == house.cell.parent(cell.resolution()))
            {
                let (id, cell, published_at) = (house.id, house.cell, house.published_at);
                hits.push(super::Hit {
                    id,
                    cell,
                    distance_m: distance(house),
                    score: score.into(),
                    price: self.price(house, query),
                    published_at,
                });
            }
        }
        let by_words = !query.words.is_empty();
        hits.sort_by(|a, b| {
            let newer = (b.published_at, b.id).cmp(&(a.published_at, a.id));
            let better = b.score.total_cmp(&a.score);
            let nearer = a.distance_m.unwrap_or(0.0).total_cmp(&b.distance_m.unwrap_or(0.0));
            match (query.sort, query.centre) {
                (Sort::Newest, _) => newer,
                (Sort::Price, _) => {
                    let cheaper = a.price.unwrap_or(i64::MAX).cmp(&b.price.unwrap_or(i64::MAX));
                    cheaper.then(better).then(nearer).then(newer)
                }
                (Sort::Distance, Some(_)) => nearer.then(better).then(newer),
                _ if by_words => better.then(nearer).then(newer),
                _ => newer,
            }
        });
        let total = hits.len();
        let hits = hits
            .into_iter()
            .skip((query.page - 1) * PAGE_SIZE)
            .take(PAGE_SIZE)
            .collect();
        Found {
            total,
            hits,
            cells: cells.into_iter().collect(),
        }
    }

    fn is_free(&self, house: &House, days: Option<(Day, Day)>) -> bool {
        let Some((first, last)) = days else { return true };
        let in_plan = first.to(last).all(|day| house.weekly_plan >> day.weekday() & 1 == 1);
        let in_time = first.0 - self.today.0 >= house.lead_days && last.0 - first.0 < house.longest_days;
        let unit_is_free = |unit: i64| first.to(last).all(|day| !house.slots.contains(&(unit, day.0)));
        in_plan && in_time && (0..house.unit_count).any(unit_is_free)
    }
}
