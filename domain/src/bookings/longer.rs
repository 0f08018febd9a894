//! Keeping it longer: which later returns are free, and what each would cost.

use super::{
    acting, acts, asking,
    commands::Refusal,
    model::{Booking, State},
};
use crate::{Ctx, Error, Timestamp, availability::Period, db::Tx};

/// The most later returns that are offered at once.
const MOST_OFFERED: usize = 6;
/// How far ahead is looked, in days.
const DAYS_AHEAD: i64 = 14;

/// A later return that is free.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Later {
    /// The whole period then.
    pub period: Period,
    /// What that costs more, in minor units; 0 for what is free.
    pub more_minor: i64,
}

/// The later returns that a booking could have, the next first: by the day each later day, by the hour each later hour of
/// the day. Nothing for what is not out.
///
/// # Errors
/// When the database does not answer.
pub async fn free(ctx: &Ctx, booking: &Booking) -> Result<Vec<Later>, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    free_in(&mut tx, booking, now).await
}

async fn free_in(tx: &mut Tx, booking: &Booking, now: Timestamp) -> Result<Vec<Later>, Error<Refusal>> {
    if booking.state != State::Accepted || !acts::is_out(booking.custody) {
        return Ok(Vec::new());
    }
    let all = candidates(booking, now);
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        return Ok(Vec::new());
    };
    // What is held is read once, for all of them.
    let whole = Period {
        first: first.first,
        ..*last
    };
    let diary = acting::diary_for(tx, booking, whole).await?.kept(booking.period);
    let now_costs = booking.quote.as_ref().map_or(0, |quote| quote.total_minor);
    let mut free = Vec::new();
    for period in all {
        if asking::unit_for_change(booking, &diary, period).is_err() {
            // What does not go for one day more does not go for two.
            break;
        }
        let Ok(quote) = booking.terms.quote(period, booking.extras) else {
            continue;
        };
        free.push(Later {
            period,
            more_minor: quote.total_minor - now_costs,
        });
    }
    free.truncate(MOST_OFFERED);
    Ok(free)
}

/// What could be proposed, whether free or not, the next first. Pure.
fn candidates(booking: &Booking, now: Timestamp) -> Vec<Period> {
    let zone = booking.terms.time_zone();
    let today = now.day_in(&zone);
    let period = booking.period;
    let Some(hours) = period.hours else {
        let from = period.last.plus(1).max(today);
        return from
            .to(from.plus(DAYS_AHEAD - 1))
            .map(|last| Period { last, ..period })
            .collect();
    };
    let first_day = period.last.max(today);
    let mut all = Vec::new();
    for day in [first_day, first_day.plus(1)] {
        let from = if day == period.last { hours.to + 1 } else { 1 };
        for to in from..=24 {
            let later = Period::by_the_hour(period.first, hours.from, day, to);
            if later.ends_in(&zone) > now.max(booking.due_at) {
                all.push(later);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Day, bookings::tests::rules::requested};

    #[test]
    fn later_returns_begin_with_the_next_and_never_lie_in_the_past() {
        let mut booking = requested("2030-05-03", "2030-05-05");
        let day = |text: &str| Day::parse(text).unwrap();
        let all = candidates(&booking, booking.starts_at);
        assert_eq!((all[0].last, all.len()), (day("2030-05-06"), 14));
        let late = candidates(&booking, booking.due_at.plus(50 * Timestamp::HOUR));
        assert_eq!(late[0].last, day("2030-05-08"), "today, and not yesterday");
        booking.period = Period::by_the_hour(day("2030-05-03"), 10, day("2030-05-03"), 14);
        let zone = booking.terms.time_zone();
        (booking.starts_at, booking.due_at) = (booking.period.starts_in(&zone), booking.period.ends_in(&zone));
        let all = candidates(&booking, booking.starts_at);
        assert_eq!(
            all[0],
            Period::by_the_hour(day("2030-05-03"), 10, day("2030-05-03"), 15)
        );
        let overdue = candidates(&booking, day("2030-05-03").at(17, &zone).plus(1));
        assert_eq!(overdue[0].hours.unwrap().to, 18);
        let night = candidates(&booking, day("2030-05-03").at(23, &zone).plus(Timestamp::HOUR / 2));
        assert_eq!((night[0].last, night[0].hours.unwrap().to), (day("2030-05-03"), 24));
        assert_eq!((night[1].last, night[1].hours.unwrap().to), (day("2030-05-04"), 1));
    }
}
