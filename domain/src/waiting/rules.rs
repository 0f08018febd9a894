//! Whose turn it is, and for how long. Pure.

use super::model::{Entry, Offer, Turn, WaitDraft, Wish};
use crate::{
    Day, Timestamp,
    availability::{Diary, HORIZON, Period},
    bookings::{RequestDraft, asking},
    forms::{Check, FieldError},
    members::MemberId,
};
use jiff::tz::TimeZone;

/// How long one can ask before everybody else.
pub const HEAD_START: i64 = 6 * Timestamp::HOUR;
/// However soon it begins, one has so long.
pub const LEAST: i64 = Timestamp::HOUR;
/// A head start does not end between these hours of the clock, but in the morning.
const NIGHT: (i8, i8) = (22, 10);
/// For so many things one can wait at a time.
pub const MOST_WAITING: i64 = 10;
/// The most days in a row that one can wait for.
pub const LONGEST: i64 = 60;

/// What was typed, as a wish.
///
/// # Errors
/// What is wrong at the fields `from`, `to`, `from_hour`, `to_hour` and `length`.
pub fn read(typed: &WaitDraft) -> Result<Wish, Vec<FieldError>> {
    let request = RequestDraft {
        from: typed.from.clone(),
        to: typed.to.clone(),
        from_hour: typed.from_hour.clone(),
        to_hour: typed.to_hour.clone(),
        ..RequestDraft::default()
    };
    let (window, ..) = asking::read(&request)?;
    let mut check = Check::default();
    let length = match typed.length.trim() {
        "" => None,
        _ if window.hours.is_some() => None,
        some => check.number("length", some, 1, window.length().min(LONGEST)),
    };
    check.finish(Wish {
        window,
        length: length.filter(|length| *length < window.length()),
    })
}

/// What is offered to whom.
pub type Offered = (MemberId, Offer);

/// The times that would fulfil a wish, the earliest first, from today on. Of a wish without end only so many as could be
/// had at all are looked at.
pub fn times(wish: Wish, today: Day) -> impl Iterator<Item = Period> {
    let Wish { mut window, length } = wish;
    if length.is_some() {
        window.last = window.last.min(window.first.max(today).plus(HORIZON + LONGEST));
    }
    let whole = length
        .is_none()
        .then_some(window)
        .filter(|window| window.first >= today);
    let parts = length.map(|length| {
        let last = window.last.plus(1 - length);
        let first = window.first.max(today);
        first
            .to(last)
            .map(move |day| Period::whole_days(day, day.plus(length - 1)))
    });
    whole.into_iter().chain(parts.into_iter().flatten())
}

/// Until when one can ask before everybody else for what begins at `starts`: six hours, not ending at night; but no more
/// than half of the time that is left, and no less than an hour.
#[must_use]
pub fn until(now: Timestamp, starts: Timestamp, zone: &TimeZone) -> Timestamp {
    let usual = now.plus(HEAD_START);
    let (hour, day) = (usual.zoned(zone).hour(), usual.day_in(zone));
    let usual = if hour >= NIGHT.0 {
        day.plus(1).at(NIGHT.1, zone)
    } else if hour < NIGHT.1 {
        day.at(NIGHT.1, zone)
    } else {
        usual
    };
    let half = now.plus((starts.since(now) / 2).max(LEAST));
    usual.min(half)
}

/// What changes in a line, given what is free. The places keep their order; nobody is offered what an earlier one is
/// offered, as far as there are not units enough. `beside` is what is promised in the lines of kits and parts.
#[must_use]
pub fn settle(line: &[Entry], beside: &[Offered], diary: &Diary, now: Timestamp) -> Vec<(MemberId, Turn)> {
    let today = now.day_in(&diary.zone);
    let mut promised: Vec<Period> = beside.iter().map(|(_, offer)| offer.period).collect();
    let mut turns = Vec::new();
    for entry in line {
        match entry.offer {
            Some(offer) if offer.until <= now => turns.push((entry.member, Turn::Over)),
            Some(offer) if has_room(diary, offer.period, &promised, now) => promised.push(offer.period),
            _ => {
                let mut all = times(entry.wish, today)
                    .filter(|period| period.starts_in(&diary.zone) >= now || period.hours.is_none());
                let found = all
                    .by_ref()
                    .find(|period| entry.may_ask && has_room(diary, *period, &promised, now));
                let past = times(entry.wish, today).next().is_none();
                if let Some(period) = found {
                    promised.push(period);
                    let until = until(now, period.starts_in(&diary.zone), &diary.zone);
                    turns.push((entry.member, Turn::Offered(Offer { period, until })));
                } else if past {
                    turns.push((entry.member, Turn::Over));
                } else if entry.offer.is_some() {
                    turns.push((entry.member, Turn::WaitsOn));
                }
            }
        }
    }
    turns
}

/// Whether this time can be had beside what is promised to others.
#[must_use]
pub fn has_room(diary: &Diary, period: Period, promised: &[Period], now: Timestamp) -> bool {
    let others = promised.iter().filter(|other| other.overlaps(period)).count();
    diary.allows(period, now).is_ok() && usize::try_from(diary.free_units(period)).is_ok_and(|free| free > others)
}

/// Until when this time is kept for others who waited for it: nobody else can ask for it before. `offers` are those of the
/// line, and of the lines of kits and parts.
#[must_use]
pub fn kept_for_others(
    offers: &[Offered],
    me: MemberId,
    period: Period,
    diary: &Diary,
    now: Timestamp,
) -> Option<Timestamp> {
    let concerns = |(who, offer): &&Offered| *who != me && offer.until > now && offer.period.overlaps(period);
    let open: Vec<Offer> = offers.iter().filter(concerns).map(|(_, offer)| *offer).collect();
    // What cannot be had at all is not looked at day by day: an address can name any.
    if open.is_empty() || diary.allows(period, now).is_err() {
        return None;
    }
    let free = usize::try_from(diary.free_units(period)).unwrap_or(usize::MAX);
    if free > open.len() {
        return None;
    }
    open.iter().map(|offer| offer.until).min()
}
