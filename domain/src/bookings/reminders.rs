//! Who is reminded of what, and when. Pure.
//!
//! Things come back late because people forget, not because they mean to. So the day before, the morning of the last day,
//! its evening and ever less often afterwards somebody is told, always at a time of day at which one likes to be told
//! something. What is planned follows from the booking alone: when other days are agreed on, other reminders are; when the
//! thing is back, none. A member's own quiet hours come on top: what falls into them is looked at again when they end.

use super::model::{Booking, BookingKey, Custody, Party, State};
use crate::{Day, Timestamp, availability::Period};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// The hour of the morning at which people are reminded.
const MORNING: i8 = 9;
/// The hour of the day before at which they are told about tomorrow.
const AFTERNOON: i8 = 17;
/// The hour of the last day's evening at which it is due soon.
const EVENING: i8 = 20;
/// Nobody is written to from this hour in the evening …
const NIGHT_FROM: i8 = 21;
/// … until this one in the morning.
const NIGHT_UNTIL: i8 = 8;
/// Days after the last one on which somebody is told that it should be back.
const OVERDUE_DAYS: [(Reminder, i64); 3] = [
    (Reminder::Overdue, 1),
    (Reminder::OverdueAgain, 3),
    (Reminder::Operator, OPERATOR_AFTER),
];
/// From then on it is told every so many days, as long as it is not back.
const WEEK: i64 = 7;
/// So many days after the last one whoever runs the instance is told.
const OPERATOR_AFTER: i64 = 14;

/// What somebody is reminded of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reminder {
    /// A request waits for its answer, and half the time is over.
    Answer,
    /// It changes hands tomorrow.
    PickUp,
    /// Today is the last day.
    BringBack,
    /// It is due now, or tonight.
    Due,
    /// It should have been back yesterday.
    Overdue,
    /// It still is not back.
    OverdueAgain,
    /// It still is not back, after a week and every week from then on.
    OverdueStill,
    /// It is not back after two weeks: whoever runs the instance should know.
    Operator,
}

impl Reminder {
    /// As keys of jobs have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::PickUp => "pick_up",
            Self::BringBack => "bring_back",
            Self::Due => "due",
            Self::Overdue => "overdue",
            Self::OverdueAgain => "overdue_again",
            Self::OverdueStill => "overdue_still",
            Self::Operator => "operator",
        }
    }

    /// Who is told.
    #[must_use]
    pub const fn readers(self, answerer: Party) -> &'static [Party] {
        match self {
            Self::Answer => match answerer {
                Party::Lender => &[Party::Lender],
                Party::Borrower => &[Party::Borrower],
            },
            Self::BringBack | Self::Due => &[Party::Borrower],
            Self::PickUp | Self::Overdue | Self::OverdueAgain | Self::OverdueStill => &Party::BOTH,
            Self::Operator => &[],
        }
    }
}

/// A reminder of one booking, at one instant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Planned {
    /// Of which booking.
    pub booking: BookingKey,
    /// What.
    pub what: Reminder,
    /// When.
    pub at: Timestamp,
    /// Whom it is for alone, because the time was not theirs before; `None` is everybody it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Party>,
}

/// All reminders of a booking as it stands that are still to come after `now`; of those that come every week, the next. What
/// lies in the past was sent, or came too late when it was planned.
#[must_use]
pub fn to_come(booking: &Booking, now: Timestamp) -> Vec<Planned> {
    let mut all = planned(booking);
    all.extend(next_week(booking, now));
    all.retain(|reminder| reminder.at > now);
    all
}

/// The next of the reminders that come every week, after `now`.
#[must_use]
pub fn next_week(booking: &Booking, now: Timestamp) -> Option<Planned> {
    if !told_while_out(booking) {
        return None;
    }
    let zone = booking.terms.time_zone();
    let weeks = (now.day_in(&zone).0 - booking.period.last.0).max(WEEK) / WEEK;
    (weeks..=weeks + 1)
        .map(|week| weekly(booking, week, &zone))
        .find(|reminder| reminder.at > now)
}

fn weekly(booking: &Booking, week: i64, zone: &TimeZone) -> Planned {
    Planned {
        booking: booking.key,
        what: Reminder::OverdueStill,
        at: booking.period.last.plus(week * WEEK).at(MORNING, zone),
        only: None,
    }
}

const fn told_while_out(booking: &Booking) -> bool {
    matches!(
        (booking.state, booking.custody),
        (State::Accepted, Custody::HandingOver { .. } | Custody::WithBorrower)
    )
}

/// The reminders of a booking as it stands, without those that come every week.
#[must_use]
pub fn planned(booking: &Booking) -> Vec<Planned> {
    let zone = booking.terms.time_zone();
    let (first, last) = (booking.period.first, booking.period.last);
    let mut all: Vec<(Reminder, Timestamp)> = Vec::new();
    match (booking.state, booking.custody) {
        (State::Requested, _) if booking.proposal.is_none() => {
            all.push((
                Reminder::Answer,
                half_time(booking.requested_at, booking.answer_by, &zone),
            ));
        }
        (State::Accepted, Custody::WithLender) => all.push((Reminder::PickUp, first.plus(-1).at(AFTERNOON, &zone))),
        (State::Accepted, Custody::HandingOver { .. } | Custody::WithBorrower) => {
            all.push((Reminder::BringBack, bring_back(booking, &zone)));
            all.extend(due(booking, &zone).map(|at| (Reminder::Due, at)));
            all.extend(OVERDUE_DAYS.map(|(what, days)| (what, last.plus(days).at(MORNING, &zone))));
        }
        _ => {}
    }
    let of = |(what, at)| Planned {
        booking: booking.key,
        what,
        at,
        only: None,
    };
    all.into_iter().map(of).collect()
}

/// When it is time to think of bringing it back. Who has it for one day only hears of it in the afternoon, and not while
/// carrying it home; by the hour, an hour before it is due, or half-way through a shorter loan.
fn bring_back(booking: &Booking, zone: &TimeZone) -> Timestamp {
    let Period { first, last, hours } = booking.period;
    if hours.is_some() {
        let length = booking.due_at.since(booking.starts_at);
        let before = booking.due_at.plus(-Timestamp::HOUR.min(length / 2));
        let evening = last.plus(-1).at(NIGHT_FROM, zone).plus(-1);
        // At night nobody is written to: who brings it back early hears of it the evening before, if it was out by then.
        return if before < last.at(NIGHT_UNTIL, zone) && evening > booking.starts_at {
            evening
        } else {
            before
        };
    }
    last.at(if first == last { AFTERNOON } else { MORNING }, zone)
}

/// When it is said that it is due: by the hour, at that moment; by the day it is due at midnight, so in the evening before.
/// Who has it for one day only has heard of it that afternoon.
fn due(booking: &Booking, zone: &TimeZone) -> Option<Timestamp> {
    let Period { first, last, hours } = booking.period;
    match hours {
        Some(_) => Some(booking.due_at),
        None => (first != last).then(|| last.at(EVENING, zone)),
    }
}

/// Whether it is no use any more to say that it is due: that is past, and soon it will be told that it is late.
#[must_use]
pub fn said_better_soon(booking: &Booking, now: Timestamp) -> bool {
    let past = now >= booking.due_at.plus(Timestamp::HOUR);
    let late = booking.period.last.plus(1).at(MORNING, &booking.terms.time_zone());
    past && late.since(now) < 12 * Timestamp::HOUR
}

/// Whether a reminder that was planned is still meant.
#[must_use]
pub fn still_meant(booking: &Booking, reminder: &Planned) -> bool {
    let everybody = Planned {
        only: None,
        ..*reminder
    };
    if reminder.what == Reminder::OverdueStill {
        return next_week(booking, reminder.at.plus(-1)) == Some(everybody);
    }
    planned(booking).contains(&everybody)
}

/// The middle between two instants; not at night, unless there is no day between them.
#[must_use]
pub fn half_time(from: Timestamp, until: Timestamp, zone: &TimeZone) -> Timestamp {
    let half = from.plus(until.since(from) / 2);
    let hour = half.zoned(zone).hour();
    if (NIGHT_UNTIL..NIGHT_FROM).contains(&hour) {
        return half;
    }
    let day = half.day_in(zone);
    let (evening, morning) = if hour < NIGHT_UNTIL {
        (day.plus(-1).at(NIGHT_FROM, zone).plus(-1), day.at(NIGHT_UNTIL, zone))
    } else {
        (day.at(NIGHT_FROM, zone).plus(-1), day.plus(1).at(NIGHT_UNTIL, zone))
    };
    // In the morning if that leaves an hour, else in the evening before.
    if morning.plus(Timestamp::HOUR) <= until {
        morning
    } else if evening > from {
        evening
    } else {
        half
    }
}

/// How soon after now the next booking begins whose borrower is warned that the thing may not be back, in days.
pub const WARN_WITHIN: i64 = 3;

/// The days on which somebody else's booking begins so soon that they should know.
#[must_use]
pub fn soon(now: Timestamp, zone: &TimeZone) -> (Day, Day) {
    let today = now.day_in(zone);
    (today, today.plus(WARN_WITHIN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").unwrap()
    }

    fn local(text: &str, hour: i8) -> Timestamp {
        Day::parse(text).unwrap().at(hour, &berlin())
    }

    #[test]
    fn half_time_is_not_at_night_if_there_is_a_day() {
        let zone = berlin();
        let (eight, tomorrow) = (local("2030-04-29", 8), local("2030-04-30", 8));
        assert_eq!(half_time(eight, tomorrow, &zone), local("2030-04-29", 20));
        let afternoon = half_time(local("2030-04-29", 16), local("2030-04-30", 16), &zone);
        assert_eq!(afternoon, local("2030-04-30", 8), "4 in the morning becomes 8");
        let late = half_time(local("2030-04-29", 19), local("2030-04-30", 0), &zone);
        assert_eq!(late, local("2030-04-29", 21).plus(-1), "tomorrow would be too late");
        let night = half_time(local("2030-04-29", 22), local("2030-04-30", 0), &zone);
        assert_eq!(night, local("2030-04-29", 23), "there is only night");
    }

    #[test]
    fn a_reminder_keeps_its_hour_when_the_clocks_change() {
        // On 2030-10-27 the clocks go back in Berlin.
        for day in ["2030-10-26", "2030-10-27", "2030-10-28"] {
            assert_eq!(local(day, MORNING).zoned(&berlin()).hour(), MORNING, "{day}");
        }
    }

    proptest! {
        #[test]
        fn half_time_lies_between(from in 0_i64..2_000_000, length in 1_i64..2_000) {
            let from = Timestamp(from * 60 * Timestamp::SECOND);
            let until = from.plus(length * Timestamp::MINUTE);
            let half = half_time(from, until, &berlin());
            prop_assert!(from <= half && half <= until);
        }
    }
}
