//! A calendar as text (RFC 5545). Pure: the same entries give the same text, so that who has it already need not read it
//! again.
//!
//! Ours and not a library's: the one that is kept, `icalendar`, folds some lines one octet too late, and takes the clock
//! for what is not given.

use super::model::{Entry, Standing};
use crate::{Day, Timestamp, forms::clean};
use jiff::tz::TimeZone;

/// Longest line in octets, without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The calendar called `name`. Entries are named with `host` behind them, so that they are one of a kind in the world.
#[must_use]
pub fn write(name: &str, host: &str, entries: &[Entry]) -> String {
    let mut text = String::with_capacity(512 + entries.len() * 512);
    let name = escaped(name);
    for (key, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Allmende//Allmende//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", &name),
        ("X-WR-CALNAME", &name),
        // It is worth asking again after an hour: by the standard (RFC 7986), and as programs did before it.
        ("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
        ("X-PUBLISHED-TTL", "PT1H"),
    ] {
        line(&mut text, key, value);
    }
    for entry in entries {
        event(&mut text, entry, host);
    }
    line(&mut text, "END", "VCALENDAR");
    text
}

fn event(text: &mut String, entry: &Entry, host: &str) {
    let changed = instant(entry.changed);
    line(text, "BEGIN", "VEVENT");
    line(text, "UID", &escaped(&format!("{}@{host}", entry.uid)));
    line(text, "SEQUENCE", &entry.sequence.max(0).to_string());
    line(text, "DTSTAMP", &changed);
    line(text, "LAST-MODIFIED", &changed);
    if let Some((from, to)) = entry.hours {
        line(text, "DTSTART", &instant(from));
        line(text, "DTEND", &instant(to));
    } else {
        line(text, "DTSTART;VALUE=DATE", &date(entry.first));
        // The end is the first day on which it is over.
        line(text, "DTEND;VALUE=DATE", &date(entry.last.plus(1)));
    }
    let standing = match entry.standing {
        Standing::Tentative => "TENTATIVE",
        Standing::Confirmed => "CONFIRMED",
        Standing::Cancelled => "CANCELLED",
    };
    line(text, "STATUS", standing);
    line(text, "TRANSP", if entry.busy { "OPAQUE" } else { "TRANSPARENT" });
    line(text, "SUMMARY", &escaped(&entry.title));
    if !entry.words.is_empty() {
        line(text, "DESCRIPTION", &escaped(&entry.words));
    }
    if let Some(place) = &entry.place {
        line(text, "LOCATION", &escaped(place));
    }
    if let Some(link) = &entry.link {
        line(text, "URL", &clean(link).replace('\n', ""));
    }
    line(text, "END", "VEVENT");
}

/// One content line, folded between characters so that no line is longer than [`LONGEST_LINE`].
fn line(text: &mut String, key: &str, value: &str) {
    let mut room = LONGEST_LINE;
    for c in key.chars().chain([':']).chain(value.chars()) {
        if c.len_utf8() > room {
            text.push_str("\r\n ");
            room = LONGEST_LINE - 1;
        }
        text.push(c);
        room -= c.len_utf8();
    }
    text.push_str("\r\n");
}

/// A text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// `20300502`
fn date(day: Day) -> String {
    let date = day.date();
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// To the second, in UTC: `20300429T060000Z`.
fn instant(at: Timestamp) -> String {
    at.zoned(&TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}
