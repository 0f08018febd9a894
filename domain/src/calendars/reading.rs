//! The days on which a foreign calendar is busy. Pure: text in, days out, with bounds on everything.

use super::{
    model::Trouble,
    moments::{self, Moment, Span, Zones},
    repeating::{self, Exceptions},
};
use crate::Day;
use calcard::{
    Entry as Found, Parser,
    icalendar::{
        ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarFreeBusyType, ICalendarParameterName,
        ICalendarParameterValue, ICalendarProperty, ICalendarStatus, ICalendarTransparency, ICalendarValue,
    },
};
use jiff::tz::TimeZone;
use std::collections::{BTreeSet, HashMap};

/// Largest calendar that is read, in bytes.
pub const LARGEST: usize = 1024 * 1024;
/// Most entries of a calendar.
pub const MOST_EVENTS: usize = 5_000;
/// Most parts of any kind, alarms and rules of time zones among them.
const MOST_PARTS: usize = 20_000;
/// How deep parts lie in parts. (A calendar, an event, an alarm, its place.)
const DEEPEST: usize = 8;

/// By what a calendar is read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The zone of the days that are asked for; also of entries that name none.
    pub zone: TimeZone,
    /// The first day that is asked for.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// What stands behind the `@` in names of our own entries: those come back to us, and block nothing.
    pub ours: String,
}

/// What a calendar says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Busy {
    /// The days on which it is busy, of those asked for.
    pub days: BTreeSet<Day>,
    /// How many entries made no sense and were left out.
    pub unread: i64,
}

/// The days on which the calendar in `text` is busy. `patience` is asked again and again whether there is still time.
///
/// Entries that are cancelled or marked as free are left out, as are those that make no sense; these are counted.
///
/// # Errors
/// Why it is not read at all: it is none, or breaks off, or asks for more work than it is worth.
pub fn busy_days(text: &str, by: &Reading, patience: &mut dyn FnMut() -> bool) -> Result<Busy, Trouble> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    check_shape(text)?;
    let mut busy = Busy::default();
    let mut calendars = Vec::new();
    let mut parser = Parser::new(text);
    loop {
        match parser.entry() {
            Found::ICalendar(calendar) => calendars.push(calendar),
            Found::Eof => break,
            Found::TooManyComponents => return Err(Trouble::TooManyEvents),
            _ => {}
        }
    }
    let mut events = 0;
    for calendar in &calendars {
        events += read_calendar(calendar, by, patience, &mut busy)?;
    }
    if events > 0 && busy.unread == events {
        return Err(Trouble::Malformed);
    }
    Ok(busy)
}

/// Looks at the lines before anything is built from them: that parts begin and end in order, and that there are not too
/// many, nor too deep.
fn check_shape(text: &str) -> Result<(), Trouble> {
    if text.len() > LARGEST {
        return Err(Trouble::TooLarge);
    }
    let is_calendar = |line: &str| line.trim_end().eq_ignore_ascii_case("BEGIN:VCALENDAR");
    if !text.lines().next().is_some_and(is_calendar) {
        return Err(Trouble::NotACalendar);
    }
    let (mut open, mut parts, mut events) = (Vec::new(), 0_usize, 0_usize);
    for line in text.lines() {
        let Some((key, name)) = line.split_once(':') else {
            continue;
        };
        let name = name.trim_end();
        if key.eq_ignore_ascii_case("BEGIN") {
            parts += 1;
            events += usize::from(name.eq_ignore_ascii_case("VEVENT"));
            if events > MOST_EVENTS || parts > MOST_PARTS {
                return Err(Trouble::TooManyEvents);
            }
            if open.len() >= DEEPEST {
                return Err(Trouble::Malformed);
            }
            open.push(name);
        } else if key.eq_ignore_ascii_case("END") {
            let begun = open.pop().ok_or(Trouble::Malformed)?;
            if !begun.eq_ignore_ascii_case(name) {
                return Err(Trouble::Malformed);
            }
        }
    }
    // Something that never ends was cut off on its way.
    if open.is_empty() {
        Ok(())
    } else {
        Err(Trouble::Malformed)
    }
}

/// Adds the busy days of one calendar: how many entries it has.
fn read_calendar(
    calendar: &ICalendar,
    by: &Reading,
    patience: &mut dyn FnMut() -> bool,
    busy: &mut Busy,
) -> Result<i64, Trouble> {
    let zones = Zones::of(calendar, &by.zone);
    // What is told of one occurrence alone replaces that occurrence of the whole.
    let mut replaced: HashMap<&str, Exceptions> = HashMap::new();
    for event in events(calendar) {
        if let (Some(uid), Some(entry)) = (event.uid(), event.property(&ICalendarProperty::RecurrenceId)) {
            for moment in moments::all(entry, &zones) {
                replaced.entry(uid).or_default().add(&moment, &zones);
            }
        }
    }
    let mut count = 0;
    for event in events(calendar) {
        if !patience() {
            return Err(Trouble::TooMuchWork);
        }
        count += 1;
        if !blocks(event) || is_ours(event, &by.ours) {
            continue;
        }
        let exceptions = event.uid().and_then(|uid| replaced.get(uid));
        match spans(event, exceptions, &zones, by, patience)? {
            Some(spans) => spans.iter().for_each(|span| add(span, by, &mut busy.days)),
            None => busy.unread += 1,
        }
    }
    for part in &calendar.components {
        if part.component_type == ICalendarComponentType::VFreebusy {
            for span in busy_times(part, &zones) {
                add(&span, by, &mut busy.days);
            }
        }
    }
    Ok(count)
}

fn events(calendar: &ICalendar) -> impl Iterator<Item = &ICalendarComponent> {
    calendar
        .components
        .iter()
        .filter(|part| part.component_type == ICalendarComponentType::VEvent)
}

/// Whether whoever the calendar is of has no time then.
fn blocks(event: &ICalendarComponent) -> bool {
    let free_in_outlook = event.entries.iter().any(|entry| {
        matches!(&entry.name, ICalendarProperty::Other(name) if name.eq_ignore_ascii_case("X-MICROSOFT-CDO-BUSYSTATUS"))
            && matches!(entry.values.first(), Some(ICalendarValue::Text(value)) if value.eq_ignore_ascii_case("FREE"))
    });
    event.status() != Some(&ICalendarStatus::Cancelled)
        && event.transparency() != Some(&ICalendarTransparency::Transparent)
        && !free_in_outlook
}

fn is_ours(event: &ICalendarComponent, ours: &str) -> bool {
    event
        .uid()
        .and_then(|uid| uid.strip_suffix(ours))
        .is_some_and(|uid| !ours.is_empty() && uid.ends_with('@'))
}

/// When an event takes place, in or near the days asked for; `None` if it makes no sense.
fn spans(
    event: &ICalendarComponent,
    replaced: Option<&Exceptions>,
    zones: &Zones<'_>,
    by: &Reading,
    patience: &mut dyn FnMut() -> bool,
) -> Result<Option<Vec<Span>>, Trouble> {
    let Some(start) = moments::first(event, &ICalendarProperty::Dtstart, zones) else {
        return Ok(None);
    };
    let Some(length) = moments::length(event, &start, zones) else {
        return Ok(None);
    };
    let single = event.has_property(&ICalendarProperty::RecurrenceId);
    if single || !event.is_recurrent() {
        return Ok(Some(vec![start.lasting(length)]));
    }
    let mut exceptions = replaced.cloned().unwrap_or_default();
    for entry in event.properties(&ICalendarProperty::Exdate) {
        for moment in moments::all(entry, zones) {
            exceptions.add(&moment, zones);
        }
    }
    let mut spans = Vec::new();
    for entry in event.properties(&ICalendarProperty::Rrule) {
        let Some(ICalendarValue::RecurrenceRule(rule)) = entry.values.first() else {
            return Ok(None);
        };
        match repeating::starts(rule, &start, length, by, patience)? {
            Some(starts) => spans.extend(starts.into_iter().map(|start| start.lasting(length))),
            None => return Ok(None),
        }
    }
    for entry in event.properties(&ICalendarProperty::Rdate) {
        spans.extend(
            moments::all(entry, zones)
                .into_iter()
                .map(|start| start.lasting(length)),
        );
        spans.extend(
            entry
                .values
                .iter()
                .filter_map(|value| moments::period(value, entry, zones)),
        );
    }
    if !event.has_property(&ICalendarProperty::Rrule) {
        spans.push(start.lasting(length));
    }
    spans.retain(|span| !exceptions.has(&span.start, zones));
    Ok(Some(spans))
}

/// What a list of busy times (VFREEBUSY) says.
fn busy_times<'a>(part: &'a ICalendarComponent, zones: &'a Zones<'_>) -> impl Iterator<Item = Span> + 'a {
    let is_free = |entry: &calcard::icalendar::ICalendarEntry| {
        matches!(
            entry.parameter(&ICalendarParameterName::Fbtype),
            Some(ICalendarParameterValue::Fbtype(ICalendarFreeBusyType::Free))
        )
    };
    part.properties(&ICalendarProperty::Freebusy)
        .filter(move |entry| !is_free(entry))
        .flat_map(move |entry| {
            entry
                .values
                .iter()
                .filter_map(move |value| moments::period(value, entry, zones))
        })
}

/// Adds the days that a span touches, of those asked for.
fn add(span: &Span, by: &Reading, days: &mut BTreeSet<Day>) {
    let (first, last) = span.days(&by.zone);
    days.extend(first.max(by.first).to(last.min(by.last)));
}

impl Moment {
    fn lasting(&self, length: jiff::SignedDuration) -> Span {
        Span {
            start: self.clone(),
            length,
        }
    }
}
