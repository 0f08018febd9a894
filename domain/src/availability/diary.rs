//! Whether a thing can be had at a time, and its calendar. Pure and total.

use super::{
    Exceptions, Grain, Held, Period, Plan, Reason, WeekHours,
    held::InSlot,
    period::{clock, hours_of_day},
    plan::HORIZON,
};
use crate::{Day, Timestamp};
use jiff::tz::TimeZone;
use std::ops::Range;

/// For a start from which the shortest loan does not end at an open time, longer ones are looked at, up to so many days
/// or hours more.
const LONGER: i64 = 24;

/// Everything that decides when a listing can be had. It need not reach farther than what is asked of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Diary {
    /// What its owner laid down.
    pub plan: Plan,
    /// How many identical ones there are.
    pub units: i64,
    /// Days that are not as the plan says.
    pub exceptions: Exceptions,
    /// What is held.
    pub held: Held,
    /// Where its days begin.
    pub zone: TimeZone,
    /// Of a kit, what it consists of: each must be there, too. Their plans are those of the kit.
    pub parts: Vec<Diary>,
}

/// How a day or an hour stands, for somebody who wants to borrow.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DayState {
    /// Over.
    Past,
    /// Nearer than the owner's lead time.
    TooSoon,
    /// Farther ahead than the owner plans.
    TooFar,
    /// Not in the weekly plan.
    NotLent,
    /// Closed by its owner.
    Closed,
    /// Somebody has it; by the hour: no hour is left.
    Taken,
    /// Needed between two loans.
    Resting,
    /// To be had.
    Free,
}

/// One day of a listing's calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CalendarDay {
    /// Which.
    pub day: Day,
    /// How it stands.
    pub state: DayState,
    /// Whether a loan can begin on it, or why not.
    pub start: Result<(), Reason>,
}

/// One hour of a day of a listing that is lent by the hour. Hours that the clocks leave out are missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CalendarHour {
    /// Which: from this hour on the clock to the next.
    pub hour: i8,
    /// How it stands.
    pub state: DayState,
    /// Whether a loan can begin with it, or why not.
    pub start: Result<(), Reason>,
}

impl Diary {
    /// The same without what was closed on these days, of its parts neither: whoever had them before keeps them.
    #[must_use]
    pub fn kept(mut self, period: Period) -> Self {
        self.exceptions = self.exceptions.kept(period);
        self.parts = self.parts.into_iter().map(|part| part.kept(period)).collect();
        self
    }

    /// Whether somebody can have it for this period.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn check(&self, period: Period, now: Timestamp) -> Result<(), Reason> {
        self.allows(period, now)?;
        self.free_unit(period).map(|_| ())
    }

    /// Whether the owner's plan lets it out for this period, whatever is held.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn allows(&self, period: Period, now: Timestamp) -> Result<(), Reason> {
        let lead = self.plan.lead;
        let today = now.day_in(&self.zone);
        if period.grain() != self.plan.grain || self.parts.iter().any(|part| part.plan.grain != self.plan.grain) {
            return Err(Reason::OtherGrain);
        }
        let by_the_hour = period.hours.is_some();
        if period.first < today || (by_the_hour && period.starts_in(&self.zone) < now) {
            return Err(Reason::Past);
        }
        if period.is_backwards() {
            return Err(Reason::EndsBeforeItStarts);
        }
        let latest = today.plus(self.plan.horizon.min(HORIZON));
        if period.last > latest {
            return Err(Reason::TooFarAhead { latest });
        }
        let slots = period.slots(&self.zone);
        let length = slots.end - slots.start;
        if length <= 0 || self.begins_in_a_gap(period) {
            return Err(Reason::NoSuchHour);
        }
        if let Some(reason) = self.wrong_length(length) {
            return Err(reason);
        }
        let from = now.plus(lead.saturating_mul(Timestamp::HOUR));
        if by_the_hour && period.starts_in(&self.zone) < from {
            return Err(Reason::TooSoonByHours { from });
        }
        let earliest = today.plus(lead);
        if !by_the_hour && period.first < earliest {
            return Err(Reason::TooSoon { earliest });
        }
        self.first_gap(period).map_or(Ok(()), Err)
    }

    /// What is wrong with so many slots.
    fn wrong_length(&self, length: i64) -> Option<Reason> {
        let (least, most) = (self.plan.shortest, self.plan.longest);
        match self.plan.grain {
            Grain::Day if length > most => Some(Reason::TooLong { most }),
            Grain::Day if length < least => Some(Reason::TooShort { least }),
            Grain::Hour if length > most => Some(Reason::TooManyHours { most }),
            Grain::Hour if length < least => Some(Reason::TooFewHours { least }),
            Grain::Day | Grain::Hour => None,
        }
    }

    /// Whether the clocks leave the hour out in which it would begin.
    fn begins_in_a_gap(&self, period: Period) -> bool {
        let shown = period.starts_in(&self.zone).zoned(&self.zone).hour();
        period.hours.is_some_and(|hours| hours.from != shown)
    }

    /// Why this period would not be agreed to by this plan, however soon it is and whoever has it: what a changed plan leaves
    /// outside.
    #[must_use]
    pub fn leaves_outside(&self, period: Period) -> Option<Reason> {
        if period.grain() != self.plan.grain {
            return Some(Reason::OtherGrain);
        }
        let slots = period.slots(&self.zone);
        let closed = period
            .days()
            .find(|day| self.exceptions.closed(*day) | self.no_units() == u64::MAX);
        closed
            .map(Reason::Closed)
            .or_else(|| self.wrong_length(slots.end - slots.start))
            .or_else(|| self.first_gap(period))
    }

    /// The first time in a period at which it is not open.
    fn first_gap(&self, period: Period) -> Option<Reason> {
        let Some(hours) = period.hours else {
            let shut = |day: &Day| !self.day_is_open(*day);
            let first = if self.plan.stays_out {
                [period.first, period.last].into_iter().find(shut)
            } else {
                period.days().find(shut)
            };
            return first.map(Reason::DayNotLent);
        };
        if self.plan.stays_out {
            let open = |day: Day, hour: i8| (0..24).contains(&hour) && self.open_hours(day) >> hour & 1 == 1;
            return if !open(period.first, hours.from) {
                Some(Reason::HourNotLent(period.first, hours.from))
            } else if !open(period.last, hours.to - 1) && !open(period.last, hours.to) {
                Some(Reason::HourNotLent(period.last, hours.to.min(23)))
            } else {
                None
            };
        }
        period.days().find_map(|day| {
            let from = if day == period.first { hours.from } else { 0 };
            let to = if day == period.last { hours.to } else { 24 };
            let open = self.open_hours(day);
            let shut = (from..to).find(|hour| open >> hour & 1 == 0)?;
            Some(if open == 0 {
                Reason::DayNotLent(day)
            } else {
                Reason::HourNotLent(day, shut)
            })
        })
    }

    fn day_is_open(&self, day: Day) -> bool {
        self.plan.weekdays.allows(day) || self.exceptions.opens(day)
    }

    /// The hours at which it is open on a day. A day that is open in spite of the plan has the hours that any day has.
    fn open_hours(&self, day: Day) -> u32 {
        let usual = self.plan.hours.on(day.weekday());
        if self.exceptions.opens(day) {
            usual | self.plan.hours.of_any_day()
        } else {
            usual
        }
    }

    /// The lowest unit that is free throughout a period, with the time its owner needs afterwards.
    ///
    /// # Errors
    /// Why the last of them is not.
    pub fn free_unit(&self, period: Period) -> Result<i64, Reason> {
        let gone = self.gone(period, self.no_units())?;
        Ok(i64::from((!gone).trailing_zeros()))
    }

    /// How many units are free throughout a period, with the time their owner needs afterwards.
    #[must_use]
    pub fn free_units(&self, period: Period) -> u32 {
        let own = self.gone(period, self.no_units()).map_or(0, u64::count_zeros);
        self.parts
            .iter()
            .map(|part| part.free_units(period))
            .fold(own, u32::min)
    }

    /// Whether this unit is free throughout a period.
    ///
    /// # Errors
    /// Why it is not.
    pub fn is_free(&self, unit: i64, period: Period) -> Result<(), Reason> {
        let this = u32::try_from(unit).ok().and_then(|unit| 1_u64.checked_shl(unit));
        self.gone(period, self.no_units() | !this.unwrap_or(0)).map(|_| ())
    }

    /// The units there are not, as bits.
    fn no_units(&self) -> u64 {
        let units = u32::try_from(self.units.clamp(1, 63)).unwrap_or(1);
        u64::MAX << units
    }

    /// The units that are not free throughout a period, as bits; at first those in `gone`.
    fn gone(&self, period: Period, mut gone: u64) -> Result<u64, Reason> {
        for day in period.days() {
            gone |= self.exceptions.closed(day);
            if gone == u64::MAX {
                return Err(Reason::Closed(day));
            }
        }
        let slots = period.slots(&self.zone);
        for one in self.held.within(slots.clone()) {
            gone |= one.lent | one.resting;
            if gone == u64::MAX {
                return Err(self.occupied(period, one));
            }
        }
        // The time needed after it may be closed, but nobody else can have it then.
        let after = slots.end.saturating_add(self.plan.buffer.max(0));
        for one in self.held.within(slots.end..after) {
            gone |= one.lent;
            if gone == u64::MAX {
                let hour = period.hours.map(|hours| hours.to.min(23));
                return Err(Reason::Resting(period.last, hour));
            }
        }
        for part in &self.parts {
            part.gone(period, part.no_units())
                .map_err(|reason| Reason::PartGone(reason.day().unwrap_or(period.first)))?;
        }
        Ok(gone)
    }

    /// Whether a part of it is not there in these slots of a day.
    fn lacks_a_part(&self, day: Day, slots: Range<i64>) -> bool {
        self.parts.iter().any(|part| {
            let mut gone = part.no_units() | part.exceptions.closed(day);
            for one in part.held.within(slots.clone()) {
                gone |= one.lent | one.resting;
            }
            gone == u64::MAX
        })
    }

    /// Whether search can take it that nothing is left of a day, because a part of it is not there.
    #[must_use]
    pub fn lacks_a_part_on(&self, day: Day) -> bool {
        match self.plan.grain {
            Grain::Day => self.lacks_a_part(day, day.0..day.0 + 1),
            Grain::Hour => false, // see `full_units`
        }
    }

    fn occupied(&self, period: Period, one: &InSlot) -> Reason {
        match period.hours {
            None if one.lent == 0 => Reason::Resting(Day(one.slot), None),
            None => Reason::Taken(Day(one.slot)),
            Some(_) => {
                // Local hours begin as far into a UTC hour as the first one does.
                let into = period.starts_in(&self.zone).0.rem_euclid(Timestamp::HOUR);
                let at = Timestamp(one.slot.saturating_mul(Timestamp::HOUR)).plus(into);
                let (day, hour) = (at.day_in(&self.zone), at.zoned(&self.zone).hour());
                if one.lent == 0 {
                    Reason::Resting(day, Some(hour))
                } else {
                    Reason::HourTaken(day, hour)
                }
            }
        }
    }

    /// Whether a loan can begin on this day; by the hour, at `hour`.
    ///
    /// # Errors
    /// What stands against the shortest one.
    pub fn may_start(&self, day: Day, hour: i8, now: Timestamp) -> Result<(), Reason> {
        let period = |length: i64| match self.plan.grain {
            Grain::Day => Period::whole_days(day, day.plus(length - 1)),
            Grain::Hour => Period::hours_from(day, hour, length),
        };
        let shortest = self.plan.shortest.max(1);
        let first = self.check(period(shortest), now);
        match first {
            // Brought back at another time it may do; an hour left out makes it shorter than the clock says.
            Err(Reason::DayNotLent(_) | Reason::HourNotLent(..) | Reason::TooFewHours { .. }) => {
                let longest = self.plan.longest.min(shortest + LONGER) + 1;
                let fits = |length: &i64| self.check(period(*length), now).is_ok();
                (shortest + 1..=longest).find(fits).map_or(first, |_| Ok(()))
            }
            answer => answer,
        }
    }

    /// The calendar of the days from `from` to `to`. Who has it stays unsaid.
    #[must_use]
    pub fn calendar(&self, (from, to): (Day, Day), now: Timestamp) -> Vec<CalendarDay> {
        let today = now.day_in(&self.zone);
        from.to(to)
            .map(|day| {
                let (state, start) = match self.plan.grain {
                    Grain::Day => (self.day_state(day, today), self.may_start(day, 0, now)),
                    Grain::Hour => self.day_of_hours(day, today, now),
                };
                CalendarDay { day, state, start }
            })
            .collect()
    }

    /// How a whole day stands.
    fn day_state(&self, day: Day, today: Day) -> DayState {
        if let Some(state) = self.out_of_reach(day, today) {
            return state;
        }
        let slot = self.held.within(day.0..day.0 + 1).first();
        let (lent, resting) = slot.map_or((0, 0), |one| (one.lent, one.resting));
        let closed = self.no_units() | self.exceptions.closed(day);
        if closed == u64::MAX {
            DayState::Closed
        } else if closed | lent | resting == u64::MAX {
            if lent == 0 { DayState::Resting } else { DayState::Taken }
        } else if self.lacks_a_part(day, day.0..day.0 + 1) {
            DayState::Taken
        } else if !self.day_is_open(day) {
            DayState::NotLent
        } else if day < today.plus(self.plan.lead) {
            DayState::TooSoon
        } else {
            DayState::Free
        }
    }

    fn out_of_reach(&self, day: Day, today: Day) -> Option<DayState> {
        if day < today {
            Some(DayState::Past)
        } else if day > today.plus(self.plan.horizon.min(HORIZON)) {
            Some(DayState::TooFar)
        } else {
            None
        }
    }

    /// How a day stands of a thing that is lent by the hour: free if an hour of it is.
    fn day_of_hours(&self, day: Day, today: Day, now: Timestamp) -> (DayState, Result<(), Reason>) {
        let latest = today.plus(self.plan.horizon.min(HORIZON));
        match self.out_of_reach(day, today) {
            Some(DayState::Past) => return (DayState::Past, Err(Reason::Past)),
            Some(state) => return (state, Err(Reason::TooFarAhead { latest })),
            None => {}
        }
        if self.no_units() | self.exceptions.closed(day) == u64::MAX {
            return (DayState::Closed, Err(Reason::Closed(day)));
        }
        let mut states = Vec::with_capacity(24);
        for (hour, state) in self.hour_states(day, now) {
            if state == DayState::Free {
                return (DayState::Free, Ok(()));
            }
            states.push((hour, state));
        }
        let first = |wanted: DayState| states.iter().find(|(_, state)| *state == wanted).map(|(hour, _)| *hour);
        let from = now.plus(self.plan.lead.saturating_mul(Timestamp::HOUR));
        if first(DayState::Taken).is_some() {
            (DayState::Taken, Err(Reason::Taken(day)))
        } else if first(DayState::Resting).is_some() {
            (DayState::Resting, Err(Reason::Resting(day, None)))
        } else if first(DayState::TooSoon).is_some() {
            (DayState::TooSoon, Err(Reason::TooSoonByHours { from }))
        } else if first(DayState::Past).is_some() {
            (DayState::Past, Err(Reason::Past))
        } else {
            (DayState::NotLent, Err(Reason::DayNotLent(day)))
        }
    }

    /// How the hours of a day stand, one by one.
    fn hour_states(&self, day: Day, now: Timestamp) -> impl Iterator<Item = (i8, DayState)> {
        let edges = hours_of_day(day, &self.zone);
        let open = self.open_hours(day);
        let closed = self.no_units() | self.exceptions.closed(day);
        // An hour begins as far into its UTC hour as the day does.
        let into = day.starts_in(&self.zone).0.rem_euclid(Timestamp::HOUR);
        let earliest = now.plus(self.plan.lead.saturating_mul(Timestamp::HOUR));
        (0_i8..24).filter_map(move |hour| {
            let at = usize::try_from(hour).ok()?;
            let slots = *edges.get(at)?..*edges.get(at + 1)?;
            if slots.is_empty() {
                return None;
            }
            let starts = Timestamp(slots.start.saturating_mul(Timestamp::HOUR)).plus(into);
            let (mut lent, mut resting) = (0, 0);
            for one in self.held.within(slots.clone()) {
                lent |= one.lent;
                resting |= one.resting;
            }
            if self.lacks_a_part(day, slots) {
                lent = u64::MAX;
            }
            let state = if starts < now {
                DayState::Past
            } else if closed == u64::MAX {
                DayState::Closed
            } else if closed | lent | resting == u64::MAX {
                if lent == 0 { DayState::Resting } else { DayState::Taken }
            } else if open >> hour & 1 == 0 {
                DayState::NotLent
            } else if starts < earliest {
                DayState::TooSoon
            } else {
                DayState::Free
            };
            Some((hour, state))
        })
    }

    /// The hours of a day, one by one; of a thing lent by the hour.
    #[must_use]
    pub fn hours(&self, day: Day, now: Timestamp) -> Vec<CalendarHour> {
        let today = now.day_in(&self.zone);
        let beyond = self.out_of_reach(day, today);
        self.hour_states(day, now)
            .map(|(hour, state)| CalendarHour {
                hour,
                state: beyond.unwrap_or(state),
                start: self.may_start(day, hour, now),
            })
            .collect()
    }

    /// The units, as bits, of which no open hour of a day is left: what search asks of things lent by the hour.
    #[must_use]
    pub fn full_units(&self, day: Day) -> u64 {
        let open = self.open_hours(day);
        let edges = hours_of_day(day, &self.zone);
        let mut full = !self.no_units();
        if open & WeekHours::ALL_DAY == 0 {
            return 0;
        }
        for hour in (0..24_usize).filter(|hour| open >> hour & 1 == 1) {
            for slot in edges[hour]..edges[hour + 1] {
                let held = self.held.within(slot..slot + 1).first();
                if !self.lacks_a_part(day, slot..slot + 1) {
                    full &= held.map_or(0, |one| one.lent | one.resting);
                }
            }
        }
        full
    }

    /// The instant at which an hour begins, in the listing's zone.
    #[must_use]
    pub fn clock(&self, day: Day, hour: i8) -> Timestamp {
        clock(day, hour, &self.zone)
    }
}
