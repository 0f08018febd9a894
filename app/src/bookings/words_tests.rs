use super::*;
use domain::{
    bookings::{
        Actor, Booking, BookingId, BookingKey, Entry, Event, Period, Person, Proposal, Terms,
        next::{next_step, overdue, waits_for},
        rules::open_to,
    },
    listings::{Handover, ListingId},
    members::MemberId,
    prices::{Extras, PriceTerms},
};
use leptos::prelude::*;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_903_672_800_000_000);

fn view(
    kind: Kind,
    (state, custody): (State, Custody),
    handover: Handover,
    me: Party,
    proposed_by: Option<Party>,
) -> BookingView {
    let today = NOW.day_in(&TimeZone::UTC);
    let person = |id, name: &str| Person {
        id,
        name: name.into(),
        photo: None,
    };
    let (borrower, lender) = (MemberId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(2)));
    let booking = Booking {
        key: BookingKey {
            listing: ListingId(Uuid::nil()),
            id: BookingId(Uuid::nil()),
        },
        borrower,
        lender,
        asked_by: if kind.is_wanted() {
            Party::Lender
        } else {
            Party::Borrower
        },
        state,
        custody,
        period: Period::whole_days(today.plus(-2), today.plus(-1)),
        unit: 0,
        note: String::new(),
        reason: String::new(),
        terms: Terms {
            kind,
            zone: "UTC".into(),
            handover,
            prices: if kind == Kind::Service {
                PriceTerms::on_offer()
            } else {
                PriceTerms::default()
            },
            ..Terms::default()
        },
        requested_at: NOW.plus(-1),
        answer_by: NOW.plus(Timestamp::HOUR),
        starts_at: today.plus(-2).starts_in(&TimeZone::UTC),
        due_at: today.starts_in(&TimeZone::UTC),
        answered_at: None,
        custody_since: Some(NOW.plus(-1)),
        handed_over_at: None,
        returned_at: None,
        ended_at: None,
        extras: Extras::default(),
        quote: None,
        owed_minor: None,
        warned_at: None,
        proposal: proposed_by.map(|by| Proposal {
            by,
            period: Period::whole_days(today.plus(-2), today.plus(3)),
            offer: (kind == Kind::Service).then_some(1_000),
            words: String::new(),
            answer_by: NOW.plus(Timestamp::HOUR),
        }),
        version: 1,
    };
    BookingView {
        me,
        borrower: person(borrower, "Bea"),
        lender: person(lender, ""),
        photo: None,
        category: None,
        listing_shown: true,
        next: next_step(&booking, me, NOW),
        waits: waits_for(&booking, me, NOW),
        overdue: overdue(&booking, NOW),
        booking,
    }
}

fn views() -> Vec<BookingView> {
    let mut all = Vec::new();
    let kinds = Kind::ALL.iter().flat_map(|k| State::ALL.map(|s| (*k, s)));
    for (kind, state, custody) in kinds.flat_map(|(k, s)| Custody::ALL.map(|c| (k, s, c))) {
        for (handover, me) in Handover::ALL.iter().flat_map(|h| Party::BOTH.map(|p| (*h, p))) {
            let proposed = [None, Some(Party::Borrower), Some(Party::Lender)];
            all.extend(proposed.map(|by| view(kind, (state, custody), handover, me, by)));
        }
    }
    all
}

#[test]
fn there_are_words_for_every_state_of_every_booking_on_both_sides() {
    for lang in Lang::ALL {
        let voice = Voice::new(lang, NOW, TimeZone::UTC);
        for view in views() {
            let mut texts = vec![voice.next_title(&view), voice.next_text(&view), voice.whose(&view)];
            texts.extend(voice.next_until(&view));
            texts.push(voice.tag(&view).0);
            texts.extend(
                open_to(&view.booking, view.me, NOW)
                    .iter()
                    .map(|c| voice.button(c, &view)),
            );
            for text in texts {
                assert!(
                    !text.is_empty() && !text.contains("bookings-") && !text.contains('$'),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn every_event_has_its_line() {
    let words = String::from("Weil.");
    let period = Period::whole_days(Day(0), Day(0));
    let events = [
        Event::Requested {
            period,
            note: words.clone(),
            answer_by: NOW,
            quote: None,
        },
        Event::Accepted,
        Event::Declined { reason: words.clone() },
        Event::GaveWay,
        Event::Withdrawn,
        Event::FoundElsewhere,
        Event::Expired,
        Event::Cancelled {
            by: Party::Lender,
            reason: words.clone(),
            owed_minor: 0,
        },
        Event::HandoverReported { by: Party::Lender },
        Event::HandedOver,
        Event::HandedOverByCode,
        Event::ReturnReported { by: Party::Lender },
        Event::Returned,
        Event::ReturnedByCode,
        Event::Contested { words: words.clone() },
        Event::Proposed {
            by: Party::Borrower,
            period,
            offer: Some(500),
            words: words.clone(),
            answer_by: NOW,
        },
        Event::Changed {
            from: period,
            to: period,
            starts_at: NOW,
            due_at: NOW,
            offer: None,
            quote: None,
        },
        Event::Disagreed { words },
        Event::ProposalDropped,
        Event::ProposalExpired,
        Event::TakenBack,
        Event::Lapsed,
        Event::Closed,
    ];
    let entries: Vec<_> = events
        .into_iter()
        .flat_map(|event| {
            Actor::ALL.map(|by| Entry {
                at: NOW,
                by,
                event: event.clone(),
            })
        })
        .collect();
    for lang in Lang::ALL {
        let voice = Voice::new(lang, NOW, TimeZone::UTC);
        let view = view(
            Kind::Lend,
            (State::Requested, Custody::WithLender),
            Handover::PickUp,
            Party::Lender,
            None,
        );
        let html = super::super::timeline::timeline(&voice, &view, &entries, Vec::new()).to_html();
        assert!(!html.contains("bookings-"), "{html}");
        assert_eq!(html.matches("timeline__step").count(), entries.len() + 4);
    }
}

#[test]
fn near_days_have_names_of_their_own() {
    let voice = Voice::new(Lang::De, NOW, TimeZone::UTC);
    assert_eq!(voice.on(voice.today), "heute");
    assert_eq!(voice.by(voice.today.plus(1)), "morgen");
    assert_eq!(voice.on(voice.today.plus(2)), "am Mi., 1. Mai");
    assert_eq!(voice.by(voice.today.plus(2)), "Mi., 1. Mai");
    assert_eq!(voice.moment(NOW.plus(Timestamp::DAY)), "morgen, 06:00 Uhr");
}
