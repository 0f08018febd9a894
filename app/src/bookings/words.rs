//! A booking in words: what is next, what can be done, why not.

use super::changing;
use crate::shell::{format, forms::problem, pieces::member_name, words::variant};
use domain::{
    Day, Lang, Timestamp,
    availability::{Period, Reason},
    bookings::{
        Booking, BookingView, Command, Custody, Move, Party, Refusal, State,
        next::{Step, Whose, overdue},
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
    /// What kind of listing it is about, where some things are called otherwise.
    pub kind: Kind,
}

impl Voice {
    /// A voice for things that lie in `zone`.
    #[must_use]
    pub fn new(lang: Lang, now: Timestamp, zone: TimeZone) -> Self {
        let today = now.day_in(&zone);
        let kind = Kind::Lend;
        Self {
            lang,
            now,
            zone,
            today,
            kind,
        }
    }

    /// About a booking: in the zone of its thing, and of its kind.
    #[must_use]
    pub fn of(lang: Lang, now: Timestamp, booking: &Booking) -> Self {
        Self::new(lang, now, booking.terms.time_zone()).about(booking.terms.kind)
    }

    /// The same voice about a listing of this kind.
    #[must_use]
    pub fn about(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The key under which this is called as it is for a listing of the kind spoken about.
    #[must_use]
    pub fn named(&self, key: &str) -> String {
        kind_key(self.lang, key, self.kind)
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
            how = booking.handover().name(),
            fetched = if booking.extras.delivery { "yes" } else { "no" },
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
        let (key, class) = tag_key(&view.booking, view.waits, view.overdue);
        (t!(self.lang, key), class)
    }

    /// In what state it is, in a word or two, for somebody who may know no more than that.
    #[must_use]
    pub fn state(&self, booking: &Booking) -> String {
        t!(self.lang, tag_key(booking, false, overdue(booking, self.now)).0)
    }
}

/// The key under which something is called for a listing of this kind.
#[must_use]
pub fn kind_key(lang: Lang, key: &str, kind: Kind) -> String {
    variant(lang, key, endings(kind))
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
            State::FoundElsewhere => "bookings-over-found-elsewhere",
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
            | Command::FindElsewhere
            | Command::Expire
            | Command::ExpireProposal
            | Command::ConfirmByTime
            | Command::Lapse
            | Command::Warn,
            _,
        ) => "bookings-do-take-back",
    }
}

const fn tag_key(booking: &Booking, waits: bool, overdue: bool) -> (&'static str, &'static str) {
    match (booking.state, booking.custody) {
        (State::Requested, _) if waits => ("bookings-tag-requested", "tag tag--sun"),
        (State::Accepted, Custody::HandingOver { .. }) => ("bookings-tag-handing-over", "tag tag--green"),
        (State::Accepted, Custody::WithBorrower) if overdue => ("bookings-tag-overdue", "tag tag--red"),
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
        (state, _) => state_tag(state),
    }
}

/// The key of a state in a word or two, and the colour of its tag.
#[must_use]
pub const fn state_tag(state: State) -> (&'static str, &'static str) {
    match state {
        State::Requested => ("bookings-tag-requested", "tag"),
        State::Accepted => ("bookings-tag-accepted", "tag tag--green"),
        State::Withdrawn => ("bookings-tag-withdrawn", "tag"),
        State::FoundElsewhere => ("bookings-tag-found-elsewhere", "tag"),
        State::Declined => ("bookings-tag-declined", "tag"),
        State::GaveWay => ("bookings-tag-gave-way", "tag"),
        State::Expired => ("bookings-tag-expired", "tag"),
        State::Cancelled(_) => ("bookings-tag-cancelled", "tag"),
        State::Lapsed => ("bookings-tag-lapsed", "tag"),
        State::Closed => ("bookings-tag-closed", "tag"),
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
        Refusal::NotEligible(missing) => {
            let say = |reason: &domain::eligibility::Reason| crate::eligibility::missing(lang, *reason);
            let reasons = missing.iter().map(say).collect::<Vec<_>>().join(" ");
            t!(lang, "eligibility-refused", reasons = reasons)
        }
        Refusal::TooMuch(too_much) => {
            // Pages that know the names of categories say it with those.
            let tree = domain::listings::categories::Categories::new(Vec::new());
            let say = |one| crate::eligibility::too_much(lang, &tree, one);
            too_much.iter().map(say).collect::<Vec<_>>().join(" ")
        }
        Refusal::KeptForOthers { until } => t!(lang, "waiting-kept", until = voice.moment(*until)),
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
        Refusal::ChangedMeanwhile => t!(lang, "bookings-refused-changed-meanwhile"),
        Refusal::Busy => t!(lang, "bookings-refused-busy"),
    }
}

/// Why a thing cannot be had, in words.
#[must_use]
pub fn unavailable(voice: &Voice, reason: Reason) -> String {
    let lang = voice.lang;
    let day = |day: Day| format::short_day(lang, day, voice.today);
    let named = |key: &str| voice.named(key);
    match reason {
        Reason::Past => t!(lang, "bookings-refused-past"),
        Reason::EndsBeforeItStarts => problem(lang, Problem::EndsBeforeItStarts),
        Reason::OtherGrain => t!(lang, "bookings-refused-other-grain"),
        Reason::NoSuchHour => t!(lang, "bookings-refused-no-such-hour"),
        Reason::TooSoon { earliest } => t!(lang, "bookings-refused-too-soon", day = day(earliest)),
        Reason::TooSoonByHours { from } => t!(lang, "bookings-refused-too-soon-hours", from = voice.moment(from)),
        Reason::TooFarAhead { latest } => t!(lang, "bookings-refused-too-far", day = day(latest)),
        Reason::TooShort { least } => t!(lang, &named("bookings-refused-too-short"), days = least),
        Reason::TooFewHours { least } => t!(lang, &named("bookings-refused-too-few-hours"), hours = least),
        Reason::TooLong { most } => t!(lang, &named("bookings-refused-too-long"), days = most),
        Reason::TooManyHours { most } => t!(lang, "bookings-refused-too-many-hours", hours = most),
        Reason::DayNotLent(on) => t!(lang, &named("bookings-refused-day-not-lent"), day = day(on)),
        Reason::HourNotLent(on, hour) => t!(
            lang,
            &named("bookings-refused-hour-not-lent"),
            day = day(on),
            hour = hour
        ),
        Reason::Closed(on) => t!(lang, &named("bookings-refused-closed"), day = day(on)),
        Reason::PartGone(on) => t!(lang, "kits-part-taken", day = day(on)),
        Reason::Taken(on) => t!(lang, "bookings-refused-taken", day = day(on)),
        Reason::HourTaken(on, hour) => t!(lang, "bookings-refused-hour-taken", day = day(on), hour = hour),
        Reason::Resting(on, None) => t!(lang, &named("bookings-refused-resting"), day = day(on)),
        Reason::Resting(on, Some(hour)) => t!(
            lang,
            &named("bookings-refused-hour-resting"),
            day = day(on),
            hour = hour
        ),
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
#[path = "words_tests.rs"]
mod tests;
