//! What would be too much. Pure.

use super::model::{Asked, Exceeded, Held, Limits, Quotas, Standing};
use crate::{Day, availability::Period};

/// The highest limit that can be laid down.
pub const HIGHEST: i64 = 10_000;

/// Whether one more would be within what the operator and the owner laid down.
///
/// # Errors
/// Everything that it would be too much of.
pub fn within(quotas: &Quotas, held: &[Held], asked: &Asked) -> Result<(), Vec<Exceeded>> {
    let mut too_much = Vec::new();
    let all: Vec<&Held> = held.iter().collect();
    too_much.extend(beyond(quotas.usual, &all, asked, None));
    for (category, limits) in &quotas.categories {
        if asked.categories.contains(category) {
            let these: Vec<&Held> = held.iter().filter(|one| one.categories.contains(category)).collect();
            too_much.extend(beyond(*limits, &these, asked, Some(category)));
        }
    }
    if let Some(period) = asked.period
        && asked.per_month > 0
    {
        let same = |one: &&Held| one.listing == asked.listing && month_of(one.period.first) == month_of(period.first);
        let have = count(held.iter().filter(same));
        if have >= asked.per_month {
            too_much.push(Exceeded::Often {
                most: asked.per_month,
                have,
                month: period.first,
            });
        }
    }
    if too_much.is_empty() { Ok(()) } else { Err(too_much) }
}

fn beyond(limits: Limits, held: &[&Held], asked: &Asked, category: Option<&String>) -> Vec<Exceeded> {
    let mut too_much = Vec::new();
    let waiting = count(held.iter().filter(|one| one.standing == Standing::Requested));
    if limits.open_requests > 0 && waiting >= limits.open_requests {
        too_much.push(Exceeded::OpenRequests {
            most: limits.open_requests,
            have: waiting,
            category: category.cloned(),
        });
    }
    let Some(period) = asked.period else { return too_much };
    let open = || held.iter().filter(|one| one.standing != Standing::Over);
    let at = |day: Day| count(open().filter(|one| on(one.period, day)));
    let most_at_once = period.days().map(at).max().unwrap_or(0);
    if limits.loans > 0 && most_at_once >= limits.loans {
        too_much.push(Exceeded::Loans {
            most: limits.loans,
            have: most_at_once,
            category: category.cloned(),
        });
    }
    if limits.days_per_month > 0 {
        for (month, more) in days_by_month(period) {
            let in_it = |period: Period| count(period.days().filter(|day| month_of(*day) == month_of(month)));
            let have: i64 = held.iter().map(|one| in_it(one.period)).sum();
            if have + more > limits.days_per_month {
                too_much.push(Exceeded::Days {
                    most: limits.days_per_month,
                    have,
                    month,
                    category: category.cloned(),
                });
            }
        }
    }
    too_much
}

/// The months of a period, each by its first day in it, with how many of its days lie there.
fn days_by_month(period: Period) -> Vec<(Day, i64)> {
    let mut months: Vec<(Day, i64)> = Vec::new();
    for day in period.days() {
        match months.last_mut() {
            Some((first, days)) if month_of(*first) == month_of(day) => *days += 1,
            _ => months.push((day, 1)),
        }
    }
    months
}

fn on(period: Period, day: Day) -> bool {
    period.first <= day && day <= period.last
}

fn month_of(day: Day) -> (i16, i8) {
    let date = day.date();
    (date.year(), date.month())
}

fn count(all: impl Iterator) -> i64 {
    i64::try_from(all.count()).unwrap_or(i64::MAX)
}
