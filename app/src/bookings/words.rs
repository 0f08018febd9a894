//! A booking in words: what is next, what can be done, why not.

use super::changing;
use crate::shell::{format, forms::problem, pieces::member_name, words::variant};
use domain::{
    Day, Lang, Timestamp,
    availability::{Period, Reason},
    bookings::{
        Booking, BookingView, Command, Custody, Move, Party, Refusal, State,
        next::{Step, Whose},
    },
    forms::{FieldError, Problem},
    listings::Kind,
};
use jiff::tz::TimeZone;

/// Says things about one booking to one reader.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The reader's language.
    pub lang: Lang,
    /// The instant it is now.
    pub now: Timestamp,
    /// The zone of the listing.
    pub zone: TimeZone,
    /// The day it is in that zone.
    pub today: Day,
}

impl Voice {
    /// A voice for things that lie in `zone`.
    #[must_use]
    pub fn new(lang: Lang, now: Timestamp, zone: TimeZone) -> Self {
        let today = now.day_in(&zone);
        Self { lang, now, zone, today }
    }

    /// `heute`, `morgen`, `am Sa., 28. November`.
    #[must_use]
    pub fn on(&self, day: Day) -> String {
        self.near(day).unwrap_or_else(|| {
            t!(
                self.lang,
                "bookings-on-day",
                day = format::short_day(self.lang, day, self.today)
            )
        })
    }

    /// `heute`, `morgen`, `Sa., 28. November`.
    #[must_use]
    pub fn by(&self, day: Day) -> String {
        self.near(day).unwrap_or_else(|| {
            t!(
                self.lang,
                "bookings-by-day",
                day = format::short_day(self.lang, day, self.today)
            )
        })
    }

    fn near(&self, day: Day) -> Option<String> {
        match day.0 - self.today.0 {
            -1 => Some(t!(self.lang, "bookings-on-yesterday")),
            0 => Some(t!(self.lang, "bookings-on-today")),
            1 => Some(t!(self.lang, "bookings-on-tomorrow")),
            _ => None,
        }
    }

    /// `morgen, 10:31 Uhr`, `Sa., 28. November, 10:31 Uhr`.
    #[must_use]
    pub fn moment(&self, at: Timestamp) -> String {
        let zoned = at.zoned(&self.zone);
        let time = format!("{:02}:{:02}", zoned.hour(), zoned.minute());
        match at.day_in(&self.zone).0 - self.today.0 {
            -1 => t!(self.lang, "bookings-moment-yesterday", time = time),
            0 => t!(self.lang, "bookings-moment-today", time = time),
            1 => t!(self.lang, "bookings-moment-tomorrow", time = time),
            _ => format::instant(self.lang, at, self.now, &self.zone),
        }
    }

    /// A moment from which on something holds; when a day begins, only the day.
    fn since(&self, at: Timestamp) -> String {
        let zoned = at.zoned(&self.zone);
        if (zoned.hour(), zoned.minute()) == (0, 0) {
            self.by(at.day_in(&self.zone))
        } else {
            self.moment(at)
        }
    }

    /// `Sa., 28. November bis So., 29. November`, `Sa., 28. November, 10 bis 12 Uhr`.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        format::period(self.lang, period, self.today)
    }

    /// The name of the other party.
    #[must_use]
    pub fn other(&self, view: &BookingView) -> String {
        member_name(self.lang, &view.other().name)
    }

    /// The key under which this is called as it is for such a booking.
    #[must_use]
    pub fn key(&self, key: &str, booking: &Booking) -> String {
        let asked = (booking.state == State::Requested).then_some("-asked");
        let endings: Vec<&str> = asked
            .into_iter()
            .chain(endings(booking.terms.kind).iter().copied())
            .collect();
        variant(self.lang, key, &endings)
    }

    /// A text that may take anything there is to say about a booking.
    fn say(&self, key: &str, view: &BookingView) -> String {
        let booking = &view.booking;
        let key = &self.key(key, booking);
        let until = view.next.until.unwrap_or(booking.answer_by);
        let role = match (booking.state, booking.custody) {
            (State::Cancelled(by), _) if by == view.me => "me",
            (State::Cancelled(_), _) => "other",
            (_, Custody::Contested { by, .. }) if by == view.me => "reporter",
            _ => "contester",
        };
        let (day, hour) = match view.next.step {
            Step::BringBack => (booking.period.last, booking.period.hours.map(|hours| hours.to)),
            _ => (booking.period.first, booking.period.hours.map(|hours| hours.from)),
        };
        let at = |day: String| match hour {
            None => day,
            Some(hour) => t!(self.lang, "days-at-hour", day = day, hour = hour),
        };
        t!(
            self.lang,
            key,
            side = view.me.name(),
            role = role,
            how = booking.terms.handover.name(),
            other = self.other(view),
            on = at(self.on(day)),
            by = at(self.by(day)),
            from = self.since(booking.starts_at.plus(-domain::bookings::rules::HAND_OVER_FROM)),
            until = self.moment(until),
            days = changing::agreed(self, view),
            proposed = changing::proposed(self, view),
        )
    }

    /// What is next, as a headline.
    #[must_use]
    pub fn next_title(&self, view: &BookingView) -> String {
        self.say(next_key(view), view)
    }

    /// What is next, in a sentence or two.
    #[must_use]
    pub fn next_text(&self, view: &BookingView) -> String {
        let too_early = matches!(view.next.step, Step::HandOver | Step::Help) && view.next.main.is_none();
        let key = if too_early {
            format!("{}-later", next_key(view))
        } else {
            format!("{}-text", next_key(view))
        };
        self.say(&key, view)
    }

    /// Until when the reader has time, and what happens then.
    #[must_use]
    pub fn next_until(&self, view: &BookingView) -> Option<String> {
        let waits = matches!(
            view.next.step,
            Step::Answer | Step::NamePrice | Step::ConfirmHandover | Step::ConfirmReturn | Step::AnswerProposal
        );
        (waits && view.next.whose == Whose::Mine).then(|| self.say(&format!("{}-until", next_key(view)), view))
    }

    /// Whose turn it is.
    #[must_use]
    pub fn whose(&self, view: &BookingView) -> String {
        match view.next.whose {
            Whose::Mine | Whose::Late => t!(self.lang, "bookings-whose-mine"),
            Whose::Theirs => t!(self.lang, "bookings-whose-theirs", other = self.other(view)),
            Whose::Nobodys if view.booking.state == State::Closed => t!(self.lang, "bookings-whose-closed"),
            Whose::Nobodys => t!(self.lang, "bookings-whose-over"),
        }
    }

    /// The words on the button of a command.
    #[must_use]
    pub fn button(&self, command: &Command, view: &BookingView) -> String {
        self.say(button_key(command, view), view)
    }

    /// In what state it is, in a word or two, and the colour of the tag.
    #[must_use]
    pub fn tag(&self, view: &BookingView) -> (String, &'static str) {
        let (key, class) = tag_key(view);
        (t!(self.lang, key), class)
    }
}

/// The endings of keys under which things are called otherwise where they are of this kind.
#[must_use]
pub const fn endings(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Lend | Kind::Rent => &[],
        Kind::Service => &["-help"],
        Kind::WantedThing => &["-offer"],
        Kind::WantedHelp => &["-help-offer", "-help", "-offer"],
    }
}

/// The key of the next step's headline; `-text` follows for the sentence below.
fn next_key(view: &BookingView) -> &'static str {
    match (view.next.step, view.next.whose) {
        (Step::Answer, _) => "bookings-next-answer",
        (Step::NamePrice, _) => "bookings-next-name-price",
        (Step::Help, _) => "bookings-next-help",
        (Step::HandOver, _) => "bookings-next-hand-over",
        (Step::ConfirmHandover, Whose::Theirs) => "bookings-next-handover-waiting",
        (Step::ConfirmHandover, _) => "bookings-next-confirm-handover",
        (Step::BringBack, _) if view.overdue => "bookings-next-late",
        (Step::BringBack, _) => "bookings-next-bring-back",
        (Step::ConfirmReturn, Whose::Theirs) => "bookings-next-return-waiting",
        (Step::ConfirmReturn, _) => "bookings-next-confirm-return",
        (Step::SettleHandover, _) => "bookings-next-settle-handover",
        (Step::SettleReturn, _) => "bookings-next-settle-return",
        (Step::AnswerProposal, _) => "bookings-next-answer-proposal",
        (Step::Over, _) => match view.booking.state {
            State::Withdrawn => "bookings-over-withdrawn",
            State::Declined => "bookings-over-declined",
            State::GaveWay => "bookings-over-gave-way",
            State::Expired => "bookings-over-expired",
            State::Cancelled(_) => "bookings-over-cancelled",
            State::Lapsed => "bookings-over-lapsed",
            State::Requested | State::Accepted | State::Closed => "bookings-over-closed",
        },
    }
}

const fn button_key(command: &Command, view: &BookingView) -> &'static str {
    match (command, view.booking.custody) {
        (Command::Accept, _) => "bookings-do-accept",
        (Command::Decline { .. }, _) => "bookings-do-decline",
        (Command::Withdraw, _) => "bookings-do-withdraw",
        (Command::Cancel { .. }, _) => "bookings-do-cancel",
        (Command::HandOver, Custody::WithLender) => "bookings-do-hand-over",
        (Command::HandOver, _) => "bookings-do-hand-over-confirm",
        (Command::Return, Custody::WithLender | Custody::WithBorrower | Custody::HandingOver { .. }) => {
            "bookings-do-return"
        }
        (Command::Return, _) => "bookings-do-return-confirm",
        (Command::Contest { .. }, _) => "bookings-do-contest",
        (Command::Propose { .. }, _) => "bookings-do-propose",
        (Command::Agree, _) => "bookings-do-agree",
        (Command::Disagree { .. }, _) => "bookings-do-disagree",
        (Command::DropProposal, _) => "bookings-do-drop-proposal",
        // The others are nobody's to press.
        (
            Command::TakeBack
            | Command::AcceptAtOnce
            | Command::HandOverByCode
            | Command::ReturnByCode
            | Command::GiveWay
            | Command::Expire
            | Command::ExpireProposal
            | Command::ConfirmByTime
            | Command::Lapse,
            _,
        ) => "bookings-do-take-back",
    }
}

const fn tag_key(view: &BookingView) -> (&'static str, &'static str) {
    match (view.booking.state, view.booking.custody) {
        (State::Requested, _) if view.waits => ("bookings-tag-requested", "tag tag--sun"),
        (State::Requested, _) => ("bookings-tag-requested", "tag"),
        (State::Accepted, Custody::WithLender) => ("bookings-tag-accepted", "tag tag--green"),
        (State::Accepted, Custody::HandingOver { .. }) => ("bookings-tag-handing-over", "tag tag--green"),
        (State::Accepted, Custody::WithBorrower) if view.overdue => ("bookings-tag-overdue", "tag tag--red"),
        (State::Accepted, Custody::WithBorrower) => ("bookings-tag-with-borrower", "tag tag--green"),
        (State::Accepted, Custody::Returning { .. } | Custody::Returned) => {
            ("bookings-tag-returning", "tag tag--green")
        }
        (
            State::Accepted,
            Custody::Contested {
                what: Move::Handover | Move::Return,
                ..
            },
        ) => ("bookings-tag-contested", "tag tag--red"),
        (State::Withdrawn, _) => ("bookings-tag-withdrawn", "tag"),
        (State::Declined, _) => ("bookings-tag-declined", "tag"),
        (State::GaveWay, _) => ("bookings-tag-gave-way", "tag"),
        (State::Expired, _) => ("bookings-tag-expired", "tag"),
        (State::Cancelled(_), _) => ("bookings-tag-cancelled", "tag"),
        (State::Lapsed, _) => ("bookings-tag-lapsed", "tag"),
        (State::Closed, _) => ("bookings-tag-closed", "tag"),
    }
}

/// What stands in the hidden part of a command that goes with words: the label of its field and of its button.
#[must_use]
pub fn with_words(lang: Lang, command: &Command, other: String) -> Option<(String, String)> {
    Some(match command {
        Command::Decline { .. } => (
            t!(lang, "bookings-do-decline-words", other = other),
            t!(lang, "bookings-do-decline-button"),
        ),
        Command::Cancel { .. } => (
            t!(lang, "bookings-do-cancel-words", other = other),
            t!(lang, "bookings-do-cancel-button"),
        ),
        Command::Disagree { .. } => (
            t!(lang, "bookings-do-disagree-words", other = other),
            t!(lang, "bookings-do-disagree-button"),
        ),
        Command::Contest { .. } => (
            t!(lang, "bookings-do-contest-words", other = other),
            t!(lang, "bookings-do-contest-button"),
        ),
        _ => return None,
    })
}

/// Why something was refused, in words.
#[must_use]
pub fn refusal(voice: &Voice, refusal: &Refusal) -> String {
    let lang = voice.lang;
    match refusal {
        Refusal::Invalid(errors) => errors.first().map(|e| problem(lang, e.problem)).unwrap_or_default(),
        Refusal::OwnListing => t!(lang, "bookings-refused-own"),
        Refusal::NotForLoan => t!(lang, "bookings-refused-not-for-loan"),
        Refusal::Unavailable(reason) => unavailable(voice, *reason),
        Refusal::AskedAlready(_) => t!(lang, "bookings-refused-asked-already"),
        Refusal::Price(refusal) => crate::prices::refused(lang, refusal),
        Refusal::SeePrice { .. } => t!(lang, "prices-title"),
        Refusal::SeeFee { .. } => t!(lang, "bookings-refused-see-fee"),
        Refusal::NamePrice => t!(lang, "bookings-refused-name-price"),
        Refusal::SameDays => t!(lang, "bookings-refused-same-days"),
        Refusal::AlreadyOut => t!(lang, "bookings-refused-already-out"),
        Refusal::NotYours => t!(lang, "bookings-refused-not-yours"),
        Refusal::NotNow => t!(lang, "bookings-refused-not-now"),
        Refusal::Over => t!(lang, "bookings-refused-over"),
        Refusal::TooLate => t!(lang, "bookings-refused-too-late"),
        Refusal::TooEarly { from } => t!(lang, "bookings-refused-too-early", from = voice.since(*from)),
        Refusal::WaitsForOther => t!(lang, "bookings-refused-waits"),
        Refusal::Busy => t!(lang, "bookings-refused-busy"),
    }
}

/// Why a thing cannot be had, in words.
#[must_use]
pub fn unavailable(voice: &Voice, reason: Reason) -> String {
    let lang = voice.lang;
    let day = |day: Day| format::short_day(lang, day, voice.today);
    match reason {
        Reason::Past => t!(lang, "bookings-refused-past"),
        Reason::EndsBeforeItStarts => problem(lang, Problem::EndsBeforeItStarts),
        Reason::OtherGrain => t!(lang, "bookings-refused-other-grain"),
        Reason::NoSuchHour => t!(lang, "bookings-refused-no-such-hour"),
        Reason::TooSoon { earliest } => t!(lang, "bookings-refused-too-soon", day = day(earliest)),
        Reason::TooSoonByHours { from } => t!(lang, "bookings-refused-too-soon-hours", from = voice.moment(from)),
        Reason::TooFarAhead { latest } => t!(lang, "bookings-refused-too-far", day = day(latest)),
        Reason::TooShort { least } => t!(lang, "bookings-refused-too-short", days = least),
        Reason::TooFewHours { least } => t!(lang, "bookings-refused-too-few-hours", hours = least),
        Reason::TooLong { most } => t!(lang, "bookings-refused-too-long", days = most),
        Reason::TooManyHours { most } => t!(lang, "bookings-refused-too-many-hours", hours = most),
        Reason::DayNotLent(on) => t!(lang, "bookings-refused-day-not-lent", day = day(on)),
        Reason::HourNotLent(on, hour) => t!(lang, "bookings-refused-hour-not-lent", day = day(on), hour = hour),
        Reason::Closed(on) => t!(lang, "bookings-refused-closed", day = day(on)),
        Reason::Taken(on) => t!(lang, "bookings-refused-taken", day = day(on)),
        Reason::HourTaken(on, hour) => t!(lang, "bookings-refused-hour-taken", day = day(on), hour = hour),
        Reason::Resting(on, None) => t!(lang, "bookings-refused-resting", day = day(on)),
        Reason::Resting(on, Some(hour)) => t!(lang, "bookings-refused-hour-resting", day = day(on), hour = hour),
    }
}

/// The messages of a refusal by the field of the request form at which they belong; `None` is the whole form.
#[must_use]
pub fn at_fields(voice: &Voice, refused: &Refusal) -> Vec<(Option<String>, String)> {
    match refused {
        Refusal::Invalid(errors) => errors
            .iter()
            .map(|FieldError { field, problem: wrong }| (Some(field.clone()), problem(voice.lang, *wrong)))
            .collect(),
        // That is no mistake: the page shows the price and asks again.
        Refusal::SeePrice { .. } => Vec::new(),
        other => vec![(other.field().map(str::to_owned), refusal(voice, other))],
    }
}

/// The side of a booking that an address names.
#[must_use]
pub fn side(name: &str) -> Option<Party> {
    Party::from_name(name)
}

#[cfg(test)]
mod tests {
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
            icon: None,
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
}
