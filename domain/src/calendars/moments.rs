//! Points in time as calendars write them: days, times by some clock, times in UTC. Pure.

use crate::{Day, Timestamp};
use calcard::{
    common::{PartialDateTime, timezone::Tz},
    icalendar::{
        ICalendar, ICalendarComponent, ICalendarEntry, ICalendarPeriod, ICalendarProperty, ICalendarValue,
        timezone::TzResolver,
    },
};
use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time},
    tz::{Offset, TimeZone},
};

/// Longest entry, in seconds: beyond any days that are asked for.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 800);

/// A point in time.
#[derive(Clone, PartialEq, Debug)]
pub struct Moment {
    /// What the clock shows; midnight where only a day is named.
    pub shown: DateTime,
    /// Whose clock; `None` where only a day is named.
    pub zone: Option<TimeZone>,
}

/// From one point on for some time.
#[derive(Clone, PartialEq, Debug)]
pub struct Span {
    /// Its beginning.
    pub start: Moment,
    /// How much later the clock shows its end.
    pub length: SignedDuration,
}

/// The zones that a calendar names.
pub struct Zones<'a> {
    named: TzResolver<&'a str>,
    /// Of times that name none, or one that nobody knows.
    pub usual: TimeZone,
}

impl<'a> Zones<'a> {
    /// Those of a calendar; `usual` is the zone of times that name none.
    pub fn of(calendar: &'a ICalendar, usual: &TimeZone) -> Self {
        Self {
            named: calendar.build_tz_resolver(),
            usual: usual.clone(),
        }
    }

    /// The zone that an entry names, in the words of whichever program wrote it.
    fn of_entry(&self, entry: &ICalendarEntry) -> TimeZone {
        let zone = match entry.tz_id().and_then(|name| self.named.resolve(name)) {
            Some(Tz::Fixed(offset)) => Offset::from_seconds(offset.local_minus_utc()).ok().map(TimeZone::fixed),
            Some(zone) => zone.name().and_then(|name| TimeZone::get(&name).ok()),
            None => None,
        };
        zone.unwrap_or_else(|| self.usual.clone())
    }
}

impl Moment {
    /// What was written; by the clock of `zone` where it names none.
    pub fn read(written: &PartialDateTime, zone: &TimeZone) -> Option<Self> {
        let small = |n: Option<u8>| i8::try_from(n?).ok();
        let date = Date::new(
            i16::try_from(written.year?).ok()?,
            small(written.month)?,
            small(written.day)?,
        )
        .ok()?;
        if written.hour.is_none() {
            return Some(Self {
                shown: date.to_datetime(Time::midnight()),
                zone: None,
            });
        }
        // A leap second is the one before, which is near enough for days.
        let second = small(written.second.or(Some(0)))?.min(59);
        let time = Time::new(small(written.hour)?, small(written.minute.or(Some(0)))?, second, 0).ok()?;
        let zone = match written.tz_hour {
            None => zone.clone(),
            Some(hours) => {
                let seconds = i32::from(hours) * 3600 + i32::from(written.tz_minute.unwrap_or(0)) * 60;
                let offset = Offset::from_seconds(if written.tz_minus { -seconds } else { seconds }).ok()?;
                if seconds == 0 {
                    TimeZone::UTC
                } else {
                    TimeZone::fixed(offset)
                }
            }
        };
        Some(Self {
            shown: date.to_datetime(time),
            zone: Some(zone),
        })
    }

    /// The same clock, when it shows something else.
    pub fn when(&self, shown: DateTime) -> Self {
        Self {
            shown,
            zone: self.zone.clone(),
        }
    }

    /// The instant, if it is one. A time that the clock leaves out is the first one after; of one that comes twice, the
    /// first.
    pub fn instant(&self) -> Option<Timestamp> {
        let zoned = self.zone.as_ref()?.to_ambiguous_zoned(self.shown).compatible().ok()?;
        Some(Timestamp(zoned.timestamp().as_microsecond()))
    }

    /// The same moment, as the clock of `zone` shows it.
    pub fn shown_in(&self, zone: &TimeZone) -> DateTime {
        self.instant().map_or(self.shown, |at| at.zoned(zone).datetime())
    }
}

impl Span {
    /// The first and the last day it touches, by the calendar of `zone`. What ends at midnight does not touch the day that
    /// begins then.
    pub fn days(&self, zone: &TimeZone) -> (Day, Day) {
        let end = self.start.when(self.start.shown.saturating_add(self.length));
        let (from, to) = match (self.start.instant(), end.instant()) {
            (Some(from), Some(to)) => (from.zoned(zone).datetime(), to.max(from).zoned(zone).datetime()),
            _ => (self.start.shown, end.shown),
        };
        let first = Day::from(from.date());
        let last = Day::from(to.date());
        let over = to.time() == Time::midnight() && last > first;
        (first, if over { last.plus(-1) } else { last })
    }
}

/// The first value of a part's property, if it is a point in time.
pub fn first(part: &ICalendarComponent, property: &ICalendarProperty, zones: &Zones<'_>) -> Option<Moment> {
    all(part.property(property)?, zones).into_iter().next()
}

/// All points in time that an entry lists.
pub fn all(entry: &ICalendarEntry, zones: &Zones<'_>) -> Vec<Moment> {
    let zone = zones.of_entry(entry);
    let read = |value: &ICalendarValue| Moment::read(value.as_partial_date_time()?, &zone);
    entry.values.iter().filter_map(read).collect()
}

/// How long an event takes by the clock it begins by; `None` if its end makes no sense. Without an end, a day is a day
/// and a time is a moment.
pub fn length(event: &ICalendarComponent, start: &Moment, zones: &Zones<'_>) -> Option<SignedDuration> {
    let whole_day = SignedDuration::from_hours(24);
    let least = if start.zone.is_none() {
        whole_day
    } else {
        SignedDuration::ZERO
    };
    let length = if let Some(entry) = event.property(&ICalendarProperty::Dtend) {
        let end = all(entry, zones).into_iter().next()?;
        // By the clock of the beginning, so that a flight east is as long as it is.
        let end = start.zone.as_ref().map_or(end.shown, |zone| end.shown_in(zone));
        end.duration_since(start.shown)
    } else {
        match event
            .property(&ICalendarProperty::Duration)
            .map(|entry| entry.values.first())
        {
            None => least,
            Some(Some(ICalendarValue::Duration(length))) => SignedDuration::from_secs(length.as_seconds()),
            Some(_) => return None,
        }
    };
    Some(length.clamp(least, LONGEST))
}

/// A period, as lists of busy times have them.
pub fn period(value: &ICalendarValue, entry: &ICalendarEntry, zones: &Zones<'_>) -> Option<Span> {
    let zone = zones.of_entry(entry);
    let ICalendarValue::Period(period) = value else {
        return None;
    };
    let (start, length) = match period {
        ICalendarPeriod::Range { start, end } => {
            let (start, end) = (Moment::read(start, &zone)?, Moment::read(end, &zone)?);
            let end = start.zone.as_ref().map_or(end.shown, |zone| end.shown_in(zone));
            let length = end.duration_since(start.shown);
            (start, length)
        }
        ICalendarPeriod::Duration { start, duration } => {
            let length = SignedDuration::from_secs(duration.as_seconds());
            (Moment::read(start, &zone)?, length)
        }
    };
    Some(Span {
        start,
        length: length.clamp(SignedDuration::ZERO, LONGEST),
    })
}
