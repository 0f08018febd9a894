//! The cheapest set of pieces of time that covers a stay. Why this finds it stands in the [module's](super) text.
//!
//! Where a discount in percent is taken off, costs are in hundredths of a minor unit, so that they are exact until they are
//! rounded up once.

use super::{LengthDiscount, PriceTerms, Stay, model::ceil_div};

/// The days of a week and of a month, as they are sold.
const WEEK: usize = 7;
/// See [`WEEK`].
const MONTH: usize = 30;
/// The price of what is not for sale: far above all that is, and far enough from the end of the numbers to add to.
const NOT_SOLD: i64 = i64::MAX / 4;

/// What is bought for a stay.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Purchase {
    /// The pieces.
    pub pieces: Pieces,
    /// The discount on a run of whole days among them, and what the run costs without it.
    pub discounted: Option<(LengthDiscount, i64)>,
    /// The length of that run, where it is longer than the stay.
    pub paid_days: Option<i64>,
}

/// How many of each piece.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Pieces {
    pub months: i64,
    pub weeks: i64,
    /// Without those of a weekend at a price of its own.
    pub days: i64,
    pub weekend_days: i64,
    /// Without those of a weekend at a price of its own.
    pub hours: i64,
    pub weekend_hours: i64,
}

/// The cheapest way to cover `stay`. Terms and stay are valid, and the terms sell pieces that can cover it.
pub(super) fn cheapest(terms: &PriceTerms, stay: &Stay) -> Purchase {
    let tariff = Tariff::of(terms);
    let stay = Run::of(stay);
    let mut plain = Cover::default();
    plain.extend(&tariff, stay);
    let mut whole = WholeDays::new(&tariff);
    let mut cheapest = plain.costs[stay.days];
    let mut chosen = None;
    for core in stay.cores(&tariff) {
        let reached =
            |discount: &LengthDiscount| usize::try_from(discount.from_days).is_ok_and(|from| from <= core.days);
        let highest = terms.discounts.iter().rposition(reached).unwrap_or(0);
        for discount in &terms.discounts[highest..] {
            let days = core.days.max(usize::try_from(discount.from_days).unwrap_or(usize::MAX));
            let percent = 100 - i64::from(discount.percent);
            // What is no whole minor unit cheaper costs the same in the end, and what was asked for is easier to explain.
            if tariff.costs_more_than(days, percent, core.apart, 100 * (cheapest - 1)) {
                continue;
            }
            // Starting seven days earlier meets the same weekdays.
            let furthest = if tariff.weekends_differ { WEEK - 1 } else { 0 };
            for earlier in 0..=furthest.min(days - core.days) {
                let weekday = (core.weekday + WEEK - earlier) % WEEK;
                let cost = ceil_div(100 * core.apart + percent * whole.cost(weekday, days), 100);
                if cost < cheapest {
                    cheapest = cost;
                    chosen = Some((core, *discount, weekday, days));
                }
            }
        }
    }
    let Some((core, discount, weekday, days)) = chosen else {
        return Purchase {
            pieces: plain.pieces(&tariff, stay),
            discounted: None,
            paid_days: None,
        };
    };
    let mut pieces = whole.pieces(weekday, days);
    for at in core.ends_apart.into_iter().flatten() {
        pieces.add(&tariff, stay.day(at));
    }
    let apart = core.ends_apart.iter().flatten().count();
    Purchase {
        pieces,
        discounted: Some((discount, whole.cost(weekday, days))),
        paid_days: (days + apart > stay.days).then(|| i64::try_from(days).unwrap_or(i64::MAX)),
    }
}

/// Valid terms as numbers to add up.
struct Tariff {
    /// An hour, by weekday from Monday.
    hour: Option<[i64; WEEK]>,
    /// A whole day, by weekday from Monday.
    day: [i64; WEEK],
    week: i64,
    month: i64,
    /// Whether a weekend's day has a price of its own, and so it matters on which weekday a run of days begins.
    weekends_differ: bool,
}

impl Tariff {
    fn of(terms: &PriceTerms) -> Self {
        let by_weekday = |weekday: i64, weekend: Option<i64>| {
            let weekend = weekend.unwrap_or(weekday);
            [weekday, weekday, weekday, weekday, weekday, weekend, weekend]
        };
        Self {
            hour: terms.hour.map(|hour| by_weekday(hour, terms.weekend_hour)),
            day: terms
                .day
                .map_or([NOT_SOLD; WEEK], |day| by_weekday(day, terms.weekend_day)),
            week: terms.week.unwrap_or(NOT_SOLD),
            month: terms.month.unwrap_or(NOT_SOLD),
            weekends_differ: terms.day.is_some() && terms.weekend_day.is_some_and(|day| Some(day) != terms.day),
        }
    }

    /// What this day's hours cost by the hour.
    fn by_hour(&self, day: Wanted) -> i64 {
        match (self.hour, day.hours) {
            (Some(hour), Some(hours)) => hour[day.weekday] * i64::from(hours),
            _ => NOT_SOLD,
        }
    }

    /// What a day of a stay costs by itself.
    fn alone(&self, day: Wanted) -> i64 {
        self.day[day.weekday].min(self.by_hour(day))
    }

    /// Whether so many days in a row, at so many percent, and what is bought apart cost more than `hundredths` in any case:
    /// no day of them is cheaper than the cheapest day, a seventh of a week or a thirtieth of a month.
    fn costs_more_than(&self, days: usize, percent: i64, apart: i64, hundredths: i64) -> bool {
        // 210 is the least number that both 7 and 30 divide.
        let a_day = self.day.iter().min().copied().unwrap_or(NOT_SOLD).saturating_mul(210);
        let a_day = a_day
            .min(self.week.saturating_mul(30))
            .min(self.month.saturating_mul(7));
        let days = i64::try_from(days).unwrap_or(i64::MAX);
        let run = i128::from(a_day) * i128::from(days) * i128::from(percent);
        run + 210 * 100 * i128::from(apart) > 210 * i128::from(hundredths)
    }
}

/// A day of a stay: its weekday from Monday, and the hours wanted of it; `None` is the whole day.
#[derive(Clone, Copy)]
struct Wanted {
    weekday: usize,
    hours: Option<u8>,
}

/// Days in a row.
#[derive(Clone, Copy)]
struct Run<'a> {
    /// The weekday of the first, from Monday.
    weekday: usize,
    days: usize,
    /// The hours wanted of each; `None` if they are whole days.
    hours: Option<&'a [u8]>,
}

impl<'a> Run<'a> {
    fn of(stay: &'a Stay) -> Self {
        let (first, days) = stay.touches();
        Self {
            weekday: first.weekday() as usize,
            days: usize::try_from(days).unwrap_or(0),
            hours: match stay {
                Stay::Days { .. } => None,
                Stay::Hours { hours, .. } => Some(hours),
            },
        }
    }

    fn day(&self, at: usize) -> Wanted {
        Wanted {
            weekday: (self.weekday + at) % WEEK,
            hours: self.hours.map(|hours| hours[at]),
        }
    }

    /// What a discounted run may contain: all its days, or all but an end whose few hours are cheaper than the day.
    fn cores(&self, tariff: &Tariff) -> impl Iterator<Item = Core> {
        let last = self.days - 1;
        let cheap_hours = |at: usize| {
            let day = self.day(at);
            let hours = tariff.by_hour(day);
            (hours < tariff.day[day.weekday]).then_some((at, hours))
        };
        let (first_apart, last_apart) = (cheap_hours(0), cheap_hours(last));
        let (weekday, all) = (self.weekday, self.days);
        let core = move |first: Option<(usize, i64)>, last: Option<(usize, i64)>| {
            let days = all.checked_sub(usize::from(first.is_some()) + usize::from(last.is_some()))?;
            (days > 0).then(|| Core {
                weekday: (weekday + usize::from(first.is_some())) % WEEK,
                days,
                apart: first.map_or(0, |(_, cost)| cost) + last.map_or(0, |(_, cost)| cost),
                ends_apart: [first.map(|(at, _)| at), last.map(|(at, _)| at)],
            })
        };
        let all_four = [
            core(None, None),
            first_apart.and_then(|_| core(first_apart, None)),
            last_apart.and_then(|_| core(None, last_apart)),
            first_apart.and(last_apart).and_then(|_| core(first_apart, last_apart)),
        ];
        all_four.into_iter().flatten()
    }
}

/// Days of a stay that a discounted run contains, and what is bought by the hour beside it.
#[derive(Clone, Copy)]
struct Core {
    weekday: usize,
    days: usize,
    /// What the hours of the ends that are bought apart cost.
    apart: i64,
    /// Which days of the stay these are.
    ends_apart: [Option<usize>; 2],
}

/// What covering the first day, the first two, the first three … days of a run costs at least, discounts apart.
#[derive(Default)]
struct Cover {
    /// By the number of days; the first is 0 for none.
    costs: Vec<i64>,
}

impl Cover {
    /// Makes it reach to the end of `run`, which begins with the days it covers already.
    fn extend(&mut self, tariff: &Tariff, run: Run<'_>) {
        if self.costs.is_empty() {
            self.costs.reserve(run.days + 1);
            self.costs.push(0);
        }
        for days in self.costs.len()..=run.days {
            let ending_with = |length: usize, price: i64| self.costs[days.saturating_sub(length)] + price;
            let cost = ending_with(1, tariff.alone(run.day(days - 1)))
                .min(ending_with(WEEK, tariff.week))
                .min(ending_with(MONTH, tariff.month));
            self.costs.push(cost);
        }
    }

    /// The pieces that cover `run`, which it reaches to. Of two that cost the same, the longer.
    fn pieces(&self, tariff: &Tariff, run: Run<'_>) -> Pieces {
        let mut pieces = Pieces::default();
        let mut left = run.days;
        while left > 0 {
            let ends_with =
                |length: usize, price: i64| self.costs[left] == self.costs[left.saturating_sub(length)] + price;
            let length = if ends_with(MONTH, tariff.month) {
                pieces.months += 1;
                MONTH
            } else if ends_with(WEEK, tariff.week) {
                pieces.weeks += 1;
                WEEK
            } else {
                pieces.add(tariff, run.day(left - 1));
                1
            };
            left = left.saturating_sub(length);
        }
        pieces
    }
}

impl Pieces {
    /// A day by itself: by the hour if that is cheaper.
    fn add(&mut self, tariff: &Tariff, day: Wanted) {
        let weekend = day.weekday >= 5;
        match day.hours {
            Some(hours) if tariff.by_hour(day) < tariff.day[day.weekday] => {
                let differs = tariff.hour.is_some_and(|hour| hour[day.weekday] != hour[0]);
                *if weekend && differs {
                    &mut self.weekend_hours
                } else {
                    &mut self.hours
                } += i64::from(hours);
            }
            _ if weekend && tariff.weekends_differ => self.weekend_days += 1,
            _ => self.days += 1,
        }
    }
}

/// Covers of whole days, by the weekday they begin on; made when they are asked for.
struct WholeDays<'t> {
    tariff: &'t Tariff,
    covers: [Cover; WEEK],
}

impl<'t> WholeDays<'t> {
    fn new(tariff: &'t Tariff) -> Self {
        Self {
            tariff,
            covers: Default::default(),
        }
    }

    fn run(&self, weekday: usize, days: usize) -> Run<'static> {
        Run {
            // Without a weekend's price all weekdays are alike.
            weekday: if self.tariff.weekends_differ { weekday } else { 0 },
            days,
            hours: None,
        }
    }

    /// What so many days cost at least that begin on this weekday.
    fn cost(&mut self, weekday: usize, days: usize) -> i64 {
        let run = self.run(weekday, days);
        let cover = &mut self.covers[run.weekday];
        cover.extend(self.tariff, run);
        cover.costs[days]
    }

    /// The pieces that cost so much.
    fn pieces(&mut self, weekday: usize, days: usize) -> Pieces {
        self.cost(weekday, days);
        let run = self.run(weekday, days);
        self.covers[run.weekday].pieces(self.tariff, run)
    }
}

/// What whole days in a row cost at least and at most, over all weekdays they may begin on, in hundredths of a minor
/// unit: for one day, for two, and so on to `longest`.
pub(super) fn least_and_most(terms: &PriceTerms, longest: usize) -> Vec<(i64, i64)> {
    let tariff = Tariff::of(terms);
    let weekdays = if tariff.weekends_differ { WEEK } else { 1 };
    let furthest = terms.discounts.last().map_or(0, |discount| discount.from_days);
    let furthest = longest.max(usize::try_from(furthest).unwrap_or(0));
    let covers: Vec<Cover> = (0..weekdays)
        .map(|weekday| {
            let mut cover = Cover::default();
            let (days, hours) = (furthest, None);
            cover.extend(&tariff, Run { weekday, days, hours });
            cover
        })
        .collect();
    let percent = |days: usize| {
        let reached = |discount: &&LengthDiscount| usize::try_from(discount.from_days).is_ok_and(|from| from <= days);
        100 - i64::from(
            terms
                .discounts
                .iter()
                .rfind(reached)
                .map_or(0, |discount| discount.percent),
        )
    };
    let mut costs: Vec<(i64, i64)> = (1..=furthest)
        .map(|days| {
            let costs = covers.iter().map(|cover| percent(days) * cover.costs[days]);
            costs.fold((i64::MAX, 0), |(least, most), cost| (least.min(cost), most.max(cost)))
        })
        .collect();
    // Whoever stays shorter may buy the longer run.
    for shorter in (1..costs.len()).rev() {
        costs[shorter - 1].0 = costs[shorter - 1].0.min(costs[shorter].0);
    }
    costs.truncate(longest);
    costs
}
