//! What foreign calendars say, in all the ways in which programs say it, and in those in which nobody should.

use crate::{
    Day,
    calendars::{
        Entry, Standing, Trouble,
        reading::{Busy, LARGEST, MOST_EVENTS, Reading, busy_days},
        writing::write,
    },
};
use jiff::tz::TimeZone;
use proptest::prelude::*;

fn by() -> Reading {
    Reading {
        zone: TimeZone::get("Europe/Berlin").unwrap(),
        first: Day::parse("2030-03-01").unwrap(),
        last: Day::parse("2032-02-28").unwrap(),
        ours: "allmende.example".into(),
    }
}

fn read(text: &str) -> Result<Busy, Trouble> {
    busy_days(text, &by(), &mut || true)
}

/// A calendar around these lines.
fn calendar(lines: &str) -> String {
    let lines: String = lines.lines().map(|line| format!("{}\r\n", line.trim())).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{lines}END:VCALENDAR\r\n")
}

/// An event of these lines.
fn event(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\nUID:1@elsewhere.example\n{lines}\nEND:VEVENT"))
}

#[track_caller]
fn days(text: &str) -> Vec<String> {
    let busy = read(text).unwrap();
    assert_eq!(busy.unread, 0);
    busy.days.iter().map(ToString::to_string).collect()
}

#[test]
fn the_end_of_whole_days_is_not_busy() {
    assert_eq!(
        days(&event("DTSTART;VALUE=DATE:20300502\nDTEND;VALUE=DATE:20300504")),
        ["2030-05-02", "2030-05-03"]
    );
    assert_eq!(days(&event("DTSTART;VALUE=DATE:20300502")), ["2030-05-02"]);
    assert_eq!(
        days(&event("DTSTART;VALUE=DATE:20300502\nDURATION:P2D")),
        ["2030-05-02", "2030-05-03"]
    );
    // Ended before it began: at least the day it names.
    assert_eq!(
        days(&event("DTSTART;VALUE=DATE:20300502\nDTEND;VALUE=DATE:20300401")),
        ["2030-05-02"]
    );
    // Before and after what was asked for.
    assert!(days(&event("DTSTART;VALUE=DATE:20290502")).is_empty());
    assert_eq!(
        days(&event("DTSTART;VALUE=DATE:20300101\nDTEND;VALUE=DATE:20300303")).len(),
        2
    );
    assert_eq!(
        days(&event("DTSTART;VALUE=DATE:20300501\nDTEND;VALUE=DATE:99990101")).len(),
        669
    );
}

#[test]
fn times_are_days_where_the_thing_is() {
    // Half past eleven in Greenwich is half past one on the next day.
    assert_eq!(days(&event("DTSTART:20300501T233000Z\nDURATION:PT1H")), ["2030-05-02"]);
    let new_york = "DTSTART;TZID=America/New_York:20300501T190000\nDTEND;TZID=America/New_York:20300501T210000";
    assert_eq!(days(&event(new_york)), ["2030-05-02"]);
    // By no clock: by ours. Over midnight: both days. Until midnight: not the next.
    assert_eq!(
        days(&event("DTSTART:20300501T220000\nDTEND:20300502T020000")),
        ["2030-05-01", "2030-05-02"]
    );
    assert_eq!(
        days(&event("DTSTART:20300501T220000\nDTEND:20300502T000000")),
        ["2030-05-01"]
    );
    assert_eq!(days(&event("DTSTART:20300501T220000")), ["2030-05-01"]);
    // As Outlook calls it, and as nobody does.
    let outlook = "DTSTART;TZID=W. Europe Standard Time:20300501T233000\nDURATION:PT10M";
    assert_eq!(days(&event(outlook)), ["2030-05-01"]);
    assert_eq!(
        days(&event("DTSTART;TZID=Mondzeit:20300501T233000\nDURATION:PT10M")),
        ["2030-05-01"]
    );
    let tokyo = "DTSTART;TZID=Tokyo Standard Time:20300502T060000\nDURATION:PT1H";
    assert_eq!(days(&event(tokyo)), ["2030-05-01"]);
}

#[test]
fn summer_time_neither_adds_nor_loses_a_day() {
    // Clocks go forward on 31 March 2030 and back on 27 October.
    let at_half_past_two = "DTSTART;TZID=Europe/Berlin:20300330T023000\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=3";
    assert_eq!(
        days(&event(at_half_past_two)),
        ["2030-03-30", "2030-03-31", "2030-04-01"]
    );
    let until_midnight = "DTSTART;TZID=Europe/Berlin:20301026T000000\nDTEND;TZID=Europe/Berlin:20301027T000000\n\
                          RRULE:FREQ=DAILY;COUNT=3";
    assert_eq!(days(&event(until_midnight)), ["2030-10-26", "2030-10-27", "2030-10-28"]);
    let late = "DTSTART;TZID=Europe/Berlin:20300330T233000\nDURATION:PT29M\nRRULE:FREQ=WEEKLY;COUNT=2";
    assert_eq!(days(&event(late)), ["2030-03-30", "2030-04-06"]);
    let whole = "DTSTART;VALUE=DATE:20300331\nDTEND;VALUE=DATE:20300401\nRRULE:FREQ=WEEKLY;UNTIL=20300408T000000Z";
    assert_eq!(days(&event(whole)), ["2030-03-31", "2030-04-07"]);
}

#[test]
fn what_repeats_is_followed_with_its_exceptions() {
    let begun_long_ago = "DTSTART;VALUE=DATE:20050103\nRRULE:FREQ=WEEKLY;BYDAY=MO";
    assert_eq!(days(&event(begun_long_ago)).len(), 104);
    assert_eq!(days(&event("DTSTART:19700101T120000\nRRULE:FREQ=DAILY")).len(), 730);
    let third_friday = "DTSTART:20300315T180000\nRRULE:FREQ=MONTHLY;BYDAY=3FR;COUNT=3";
    assert_eq!(days(&event(third_friday)), ["2030-03-15", "2030-04-19", "2030-05-17"]);
    let without = "DTSTART;TZID=Europe/Berlin:20300501T100000\nRRULE:FREQ=DAILY;UNTIL=20300505T080000Z\n\
                   EXDATE;TZID=Europe/Berlin:20300502T100000\nEXDATE:20300503T080000Z\nRDATE;TZID=Europe/Berlin:20300601T100000";
    assert_eq!(
        days(&event(without)),
        ["2030-05-01", "2030-05-04", "2030-05-05", "2030-06-01"]
    );
    let by_day = "DTSTART:20300501T100000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20300502";
    assert_eq!(days(&event(by_day)), ["2030-05-01", "2030-05-03"]);
    let over = "DTSTART:20300501T100000\nRRULE:FREQ=DAILY;UNTIL=20300401T000000Z";
    assert!(days(&event(over)).is_empty());
    let never = "DTSTART:20300301T100000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
    assert!(days(&event(never)).is_empty());
    // A long one that began before and reaches into the days asked for.
    let reaches_in = "DTSTART;VALUE=DATE:20300220\nDTEND;VALUE=DATE:20300303\nRRULE:FREQ=YEARLY;COUNT=1";
    assert_eq!(days(&event(reaches_in)), ["2030-03-01", "2030-03-02"]);
}

#[test]
fn one_occurrence_can_be_moved_or_dropped() {
    let series = "BEGIN:VEVENT\nUID:s\nDTSTART;TZID=Europe/Berlin:20300501T100000\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT
        BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;TZID=Europe/Berlin:20300502T100000\nDTSTART;TZID=Europe/Berlin:20300510T100000\nEND:VEVENT
        BEGIN:VEVENT\nUID:s\nRECURRENCE-ID:20300503T080000Z\nDTSTART:20300503T080000Z\nSTATUS:CANCELLED\nEND:VEVENT
        BEGIN:VEVENT\nUID:other\nDTSTART:20300502T080000Z\nEND:VEVENT";
    assert_eq!(days(&calendar(series)), ["2030-05-01", "2030-05-02", "2030-05-10"]);
}

#[test]
fn what_is_free_cancelled_or_our_own_blocks_nothing() {
    for free in [
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "UID:booking-1@allmende.example",
    ] {
        let text = calendar(&format!(
            "BEGIN:VEVENT\n{free}\nDTSTART;VALUE=DATE:20300502\nEND:VEVENT"
        ));
        assert!(days(&text).is_empty(), "{free}");
    }
    for busy in [
        "STATUS:TENTATIVE",
        "UID:1@notallmende.example",
        "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
    ] {
        let text = calendar(&format!(
            "BEGIN:VEVENT\n{busy}\nDTSTART;VALUE=DATE:20300502\nEND:VEVENT"
        ));
        assert_eq!(days(&text), ["2030-05-02"], "{busy}");
    }
    let other_parts =
        "BEGIN:VTODO\nDTSTART;VALUE=DATE:20300502\nEND:VTODO\nBEGIN:VJOURNAL\nDTSTART:20300502\nEND:VJOURNAL";
    assert!(days(&calendar(other_parts)).is_empty());
    let lists = "BEGIN:VFREEBUSY\nFREEBUSY:20300502T080000Z/PT3H,20300504T080000Z/20300505T080000Z\n\
                 FREEBUSY;FBTYPE=FREE:20300601T080000Z/PT3H\nEND:VFREEBUSY";
    assert_eq!(days(&calendar(lists)), ["2030-05-02", "2030-05-04", "2030-05-05"]);
}

#[test]
fn what_makes_no_sense_is_counted_and_the_rest_is_read() {
    let mixed = "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20300230\nEND:VEVENT
        BEGIN:VEVENT\nUID:2\nSUMMARY:nie\nEND:VEVENT
        BEGIN:VEVENT\nUID:3\nDTSTART:20300501T100000\nRRULE:FREQ=IRGENDWANN\nEND:VEVENT
        BEGIN:VEVENT\nUID:4\nDTSTART;VALUE=DATE:20300502\nEND:VEVENT";
    let busy = read(&calendar(mixed)).unwrap();
    assert_eq!((busy.days.len(), busy.unread), (1, 3));
    assert_eq!(read(&event("SUMMARY:nie")), Err(Trouble::Malformed));
    assert_eq!(read(&calendar("")), Ok(Busy::default()), "an empty calendar is one");
}

#[test]
fn lines_may_be_folded_ended_and_spelled_as_programs_do() {
    assert_eq!(
        days(&event("DTSTART;VALUE=DA\n TE:20300502").replace("\r\nTE", "\r\n TE")),
        ["2030-05-02"]
    );
    let plain = event("dtstart;value=date:20300502").replace("\r\n", "\n");
    assert_eq!(days(&plain), ["2030-05-02"]);
    assert_eq!(
        days(&format!("\u{feff}{}", event("DTSTART;VALUE=DATE:20300502"))),
        ["2030-05-02"]
    );
    let twice = event("DTSTART;VALUE=DATE:20300502") + &event("DTSTART;VALUE=DATE:20300503");
    assert_eq!(days(&twice), ["2030-05-02", "2030-05-03"]);
}

#[test]
fn what_is_no_calendar_or_breaks_off_is_refused_as_a_whole() {
    let whole = event("DTSTART;VALUE=DATE:20300502\nDTEND;VALUE=DATE:20300504");
    for (text, trouble) in [
        ("", Trouble::NotACalendar),
        (
            "<!DOCTYPE html><html><body>BEGIN:VCALENDAR</body></html>",
            Trouble::NotACalendar,
        ),
        ("{\"error\":\"not found\"}", Trouble::NotACalendar),
        ("BEGIN:VCARD\r\nEND:VCARD\r\n", Trouble::NotACalendar),
        ("BEGIN:VCALENDAR\r\n", Trouble::Malformed),
        ("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", Trouble::Malformed),
        (
            "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n",
            Trouble::Malformed,
        ),
        (&whole[..whole.len() - 20], Trouble::Malformed),
        (&whole[..whole.len() / 2], Trouble::Malformed),
    ] {
        assert_eq!(read(text), Err(trouble), "{text}");
    }
}

#[test]
fn what_asks_for_too_much_is_refused() {
    let deep = "BEGIN:VCALENDAR\r\n".to_owned() + &"BEGIN:X\r\n".repeat(50_000) + &"END:X\r\n".repeat(50_000);
    assert_eq!(read(&(deep + "END:VCALENDAR\r\n")), Err(Trouble::Malformed));
    let many = "BEGIN:VEVENT\nDTSTART:20300501\nEND:VEVENT\n".repeat(MOST_EVENTS + 1);
    assert_eq!(read(&calendar(&many)), Err(Trouble::TooManyEvents));
    let alarms = "BEGIN:VALARM\nEND:VALARM\n".repeat(20_001);
    assert_eq!(read(&calendar(&alarms)), Err(Trouble::TooManyEvents));
    assert_eq!(read(&calendar(&"X-A:b\n".repeat(LARGEST / 4))), Err(Trouble::TooLarge));
    let numbers = |most: u8| (0..most).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    for rule in [
        "FREQ=SECONDLY".to_owned(),
        "FREQ=MINUTELY;INTERVAL=1440".to_owned(),
        "FREQ=HOURLY".to_owned(),
        format!(
            "FREQ=YEARLY;BYHOUR={};BYMINUTE={};BYSECOND={}",
            numbers(24),
            numbers(60),
            numbers(60)
        ),
        format!("FREQ=DAILY;BYHOUR={}", numbers(24)),
        format!("FREQ=DAILY;BYMONTHDAY={}1", "1,".repeat(400)),
    ] {
        let text = event(&format!("DTSTART:20300501T100000\nRRULE:{rule}"));
        assert_eq!(read(&text), Err(Trouble::TooOften), "{rule}");
    }
    let since_ever = event("DTSTART:18000101T100000\nRRULE:FREQ=DAILY");
    assert_eq!(read(&since_ever), Err(Trouble::TooOften));
}

#[test]
fn reading_ends_when_its_time_is_over() {
    let text = event("DTSTART:20300501T100000\nRRULE:FREQ=DAILY");
    assert_eq!(busy_days(&text, &by(), &mut || false), Err(Trouble::TooMuchWork));
    let mut left = 3;
    let mut patience = move || {
        left -= 1;
        left >= 0
    };
    assert_eq!(busy_days(&text, &by(), &mut patience), Err(Trouble::TooMuchWork));
}

#[test]
fn our_own_calendars_read_by_another_house_are_busy_there() {
    let entry = Entry {
        uid: "booking-1".into(),
        sequence: 0,
        changed: crate::Timestamp(0),
        first: Day::parse("2030-05-02").unwrap(),
        last: Day::parse("2030-05-04").unwrap(),
        hours: None,
        standing: Standing::Confirmed,
        busy: true,
        title: "Bohrmaschine".into(),
        words: String::new(),
        place: None,
        link: None,
    };
    let text = write("Bohrmaschine", "nebenan.example", std::slice::from_ref(&entry));
    assert_eq!(days(&text), ["2030-05-02", "2030-05-03", "2030-05-04"]);
    assert!(
        days(&write("K", "allmende.example", &[entry])).is_empty(),
        "at home they are known already"
    );
}

const LINES: &[&str] = &[
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VTIMEZONE",
    "END:VTIMEZONE",
    "BEGIN:VALARM",
    "END:VALARM",
    "BEGIN:VFREEBUSY",
    "END:VFREEBUSY",
    "UID:1",
    "TZID:W. Europe Standard Time",
    "DTSTART:20300501T100000",
    "DTSTART;VALUE=DATE:20300501",
    "DTSTART;TZID=Europe/Berlin:20300331T023000",
    "DTSTART:99991231T235959Z",
    "DTSTART:00000000",
    "DTEND:99991231T235959",
    "DTEND;VALUE=DATE:20300101",
    "DURATION:-P9999999W",
    "DURATION:PT0S",
    "DURATION:P99999999999999999999D",
    "RECURRENCE-ID:20300501T100000",
    "RRULE:FREQ=DAILY",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,53TU,-53WE;COUNT=4294967295",
    "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;BYSETPOS=-1;INTERVAL=65535",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=-31,31;UNTIL=00010101",
    "RRULE:FREQ=YEARLY;BYYEARDAY=366;UNTIL=99991231T235959Z",
    "RRULE:FREQ=HOURLY;BYHOUR=25;INTERVAL=0",
    "EXDATE:20300501T100000,20300502",
    "RDATE;VALUE=PERIOD:20300501T100000Z/PT1H,20300501T100000Z/20200101T000000Z",
    "FREEBUSY:20300501T100000Z/P1D",
    "TRANSP:OPAQUE",
    "STATUS:",
    ":",
    ";=;:;",
    " gefaltet",
];

proptest! {
    #[test]
    fn whatever_comes_is_read_or_refused_within_bounds(
        picked in proptest::collection::vec((0..LINES.len(), proptest::option::weighted(0.1, any::<String>())), 0..30),
    ) {
        let body: String = picked.iter().map(|(at, noise)| format!("{}{}\r\n", LINES[*at], noise.as_deref().unwrap_or(""))).collect();
        for text in [format!("BEGIN:VCALENDAR\r\n{body}END:VCALENDAR\r\n"), calendar(&format!("BEGIN:VEVENT\n{body}\nEND:VEVENT"))] {
            if let Ok(busy) = read(&text) {
                prop_assert!(busy.days.iter().all(|day| (by().first..=by().last).contains(day)));
            }
        }
    }

    #[test]
    fn a_calendar_that_was_cut_off_blocks_nothing(at in 0_usize..400) {
        let text = event("DTSTART;VALUE=DATE:20300502\nDTEND;VALUE=DATE:20300504\nSUMMARY:Straßenfest\nRRULE:FREQ=YEARLY");
        let at = at.min(text.len() - 3);
        if text.is_char_boundary(at) {
            prop_assert!(read(&text[..at]).is_err());
        }
    }
}
