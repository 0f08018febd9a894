//! What is written is what another house's reader reads, and keeps to the letter of the standard.

use crate::{
    Day, Timestamp,
    calendars::{Entry, Standing, writing::write},
    forms::clean,
};
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty, ICalendarStatus, ICalendarTransparency};
use proptest::prelude::*;

fn entry() -> Entry {
    Entry {
        uid: "booking-1".into(),
        sequence: 3,
        changed: Timestamp(1_903_672_800_000_000),
        first: Day::parse("2030-05-02").unwrap(),
        last: Day::parse("2030-05-04").unwrap(),
        hours: None,
        standing: Standing::Confirmed,
        busy: false,
        title: "Bohrmaschine; groß, \"gelb\" \\ neu".into(),
        words: "Von Lena.\nAbgemacht: ja".into(),
        place: Some("Eduardstraße 99, 53173 Bonn".into()),
        link: Some("https://allmende.example/bookings/1".into()),
    }
}

#[test]
fn an_entry_is_written_to_the_letter() {
    let text = write("Lenas Kalender", "allmende.example", &[entry()]);
    assert_eq!(
        text.split("\r\n").collect::<Vec<_>>(),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Allmende//Allmende//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "NAME:Lenas Kalender",
            "X-WR-CALNAME:Lenas Kalender",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H",
            "BEGIN:VEVENT",
            "UID:booking-1@allmende.example",
            "SEQUENCE:3",
            "DTSTAMP:20300429T060000Z",
            "LAST-MODIFIED:20300429T060000Z",
            "DTSTART;VALUE=DATE:20300502",
            "DTEND;VALUE=DATE:20300505",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            "SUMMARY:Bohrmaschine\\; groß\\, \"gelb\" \\\\ neu",
            "DESCRIPTION:Von Lena.\\nAbgemacht: ja",
            "LOCATION:Eduardstraße 99\\, 53173 Bonn",
            "URL:https://allmende.example/bookings/1",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    );
}

#[test]
fn hours_are_written_in_utc() {
    let at = |hours: i64| Timestamp(1_903_672_800_000_000).plus(hours * Timestamp::HOUR);
    let text = write(
        "K",
        "h",
        &[Entry {
            hours: Some((at(0), at(3))),
            ..entry()
        }],
    );
    assert!(
        text.contains("\r\nDTSTART:20300429T060000Z\r\nDTEND:20300429T090000Z\r\n"),
        "{text}"
    );
}

#[test]
fn lines_are_folded_between_characters() {
    let long = Entry {
        title: "ß🪛".repeat(60),
        ..entry()
    };
    let text = write("K", "h", &[long]);
    let folded: Vec<_> = text.split("\r\n").filter(|line| line.starts_with(' ')).collect();
    assert!(
        folded.len() >= 4 && folded.iter().all(|line| line.len() <= 75),
        "{folded:?}"
    );
    // As full as they can be: another character would not have fitted.
    assert!(folded[..folded.len() - 1].iter().all(|line| line.len() > 75 - 4));
}

fn text_of(part: &ICalendarComponent, property: &ICalendarProperty) -> String {
    let values = part
        .property(property)
        .map(|entry| entry.values.as_slice())
        .unwrap_or_default();
    values.iter().filter_map(|value| value.as_text()).collect()
}

fn day_of(part: &ICalendarComponent, property: &ICalendarProperty) -> Option<Day> {
    let date = part.property(property)?.values.first()?.as_partial_date_time()?;
    assert!(date.hour.is_none(), "a day, not a time");
    Day::parse(&format!("{:04}-{:02}-{:02}", date.year?, date.month?, date.day?))
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zäß,;:\\\\\"\n\r\t 🪛]{0,200}",
        "(BEGIN|END):(VEVENT|VCALENDAR)\r?\n?",
    ]
}

prop_compose! {
    fn any_entry()(
        (title, words) in (any_text(), any_text()),
        place in proptest::option::of(any_text()),
        first in 0_i64..40_000, length in 0_i64..400, sequence in 0_i64..1_000,
        changed in 0_i64..4_000_000_000_000_000,
        (busy, standing) in (any::<bool>(), 0_u8..3),
    ) -> Entry {
        Entry {
            title, words, place, sequence, busy, first: Day(first), last: Day(first + length), changed: Timestamp(changed),
            standing: [Standing::Tentative, Standing::Confirmed, Standing::Cancelled][usize::from(standing)],
            ..entry()
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_by_another_reader(entries in proptest::collection::vec(any_entry(), 0..4), name in any_text()) {
        let text = write(&name, "allmende.example", &entries);
        for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        }
        let calendar = ICalendar::parse(&text).unwrap();
        let events: Vec<_> = calendar.components.iter().filter(|part| part.component_type.is_event()).collect();
        prop_assert_eq!(events.len(), entries.len());
        for (event, entry) in events.into_iter().zip(&entries) {
            prop_assert_eq!(event.uid(), Some("booking-1@allmende.example"));
            prop_assert_eq!(text_of(event, &ICalendarProperty::Summary), clean(&entry.title));
            prop_assert_eq!(text_of(event, &ICalendarProperty::Description), clean(&entry.words));
            prop_assert_eq!(text_of(event, &ICalendarProperty::Location), clean(entry.place.as_deref().unwrap_or_default()));
            prop_assert_eq!(day_of(event, &ICalendarProperty::Dtstart), Some(entry.first));
            prop_assert_eq!(day_of(event, &ICalendarProperty::Dtend), Some(entry.last.plus(1)));
            let sequence = event.property(&ICalendarProperty::Sequence).and_then(|e| e.values.first()?.as_integer());
            prop_assert_eq!(sequence, Some(entry.sequence));
            let standing = match event.status() {
                Some(ICalendarStatus::Tentative) => Standing::Tentative,
                Some(ICalendarStatus::Cancelled) => Standing::Cancelled,
                _ => Standing::Confirmed,
            };
            prop_assert_eq!(standing, entry.standing);
            prop_assert_eq!(event.transparency() == Some(&ICalendarTransparency::Opaque), entry.busy);
        }
    }
}
