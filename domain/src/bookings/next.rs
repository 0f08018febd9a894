//! What a booking wants next, from whom and until when: what pages, lists and the navigation show. Pure.

use super::{
    commands::Command,
    model::{Booking, Custody, Move, Party, State},
    rules::{self, HAND_OVER_FROM},
};
use crate::{Day, Timestamp};

/// The one next step of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Step {
    /// The lender says yes or no.
    Answer,
    /// The answering side names a sum, because there is none yet.
    NamePrice,
    /// The two meet, and the thing changes hands.
    HandOver,
    /// The one helps the other.
    Help,
    /// The other side says whether the reported handover took place.
    ConfirmHandover,
    /// The borrower brings it back.
    BringBack,
    /// The other side says whether it is back.
    ConfirmReturn,
    /// The two see the handover differently and find out what is so.
    SettleHandover,
    /// The two see the return differently and find out what is so.
    SettleReturn,
    /// The other side says whether other days suit them.
    AnswerProposal,
    /// Nothing: it is over.
    Over,
}

impl Step {
    /// As keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::NamePrice => "name_price",
            Self::HandOver => "hand_over",
            Self::Help => "help",
            Self::ConfirmHandover => "confirm_handover",
            Self::BringBack => "bring_back",
            Self::ConfirmReturn => "confirm_return",
            Self::SettleHandover => "settle_handover",
            Self::SettleReturn => "settle_return",
            Self::AnswerProposal => "answer_proposal",
            Self::Over => "over",
        }
    }
}

/// Whose turn it is, seen from one side.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Whose {
    /// Mine.
    Mine,
    /// Mine, and it should have been done.
    Late,
    /// The other side's.
    Theirs,
    /// Nobody's.
    Nobodys,
}

/// The one next step, seen from one side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextStep {
    /// What.
    pub step: Step,
    /// Whose.
    pub whose: Whose,
    /// Until when: to answer, to confirm, to bring back.
    pub until: Option<Timestamp>,
    /// The command behind the one large button, if this side can do something now.
    pub main: Option<Command>,
}

/// The one next step of `booking`, seen from the side of `me`. Give it the booking [as it stands](rules::as_of) at `now`.
#[must_use]
pub fn next_step(booking: &Booking, me: Party, now: Timestamp) -> NextStep {
    let turn = |party: Party| if party == me { Whose::Mine } else { Whose::Theirs };
    let asked_of_me = booking.proposal.as_ref().is_some_and(|proposal| proposal.by != me);
    let confirms_first = matches!(booking.custody, Custody::HandingOver { by } if by != me);
    let (step, whose, main) = match (booking.state, booking.custody) {
        (State::Accepted, _) if asked_of_me && !confirms_first => (Step::AnswerProposal, Whose::Mine, Command::Agree),
        (State::Requested, _) if asked_of_me => (Step::AnswerProposal, Whose::Mine, Command::Agree),
        (State::Requested, _) if booking.proposal.is_some() => (Step::Answer, Whose::Theirs, Command::Accept),
        (State::Requested, _) if booking.lacks_price() => (Step::NamePrice, turn(booking.answerer()), Command::Accept),
        (State::Requested, _) => (Step::Answer, turn(booking.answerer()), Command::Accept),
        (State::Accepted, Custody::WithLender) if !booking.terms.kind.changes_hands() => {
            (Step::Help, turn(Party::Lender), Command::Return)
        }
        (State::Accepted, Custody::WithLender) => (Step::HandOver, turn(Party::Borrower), Command::HandOver),
        (State::Accepted, Custody::HandingOver { by }) => (Step::ConfirmHandover, turn(by.other()), Command::HandOver),
        (State::Accepted, Custody::WithBorrower) if overdue(booking, now) && me == Party::Borrower => {
            (Step::BringBack, Whose::Late, Command::Return)
        }
        (State::Accepted, Custody::WithBorrower) => (Step::BringBack, turn(Party::Borrower), Command::Return),
        (State::Accepted, Custody::Returning { by }) => (Step::ConfirmReturn, turn(by.other()), Command::Return),
        // Either can end it: one by confirming after all, the other by taking the report back.
        (State::Accepted, Custody::Contested { what, by }) => match (what, by == me) {
            (Move::Handover, true) => (Step::SettleHandover, Whose::Mine, Command::TakeBack),
            (Move::Handover, false) => (Step::SettleHandover, Whose::Mine, Command::HandOver),
            (Move::Return, true) => (Step::SettleReturn, Whose::Mine, Command::TakeBack),
            (Move::Return, false) => (Step::SettleReturn, Whose::Mine, Command::Return),
        },
        _ => {
            return NextStep {
                step: Step::Over,
                whose: Whose::Nobodys,
                until: None,
                main: None,
            };
        }
    };
    let until = match step {
        Step::BringBack => Some(booking.due_at),
        Step::HandOver | Step::Help => None,
        Step::AnswerProposal => booking.proposal.as_ref().map(|proposal| proposal.answer_by),
        Step::ConfirmHandover | Step::ConfirmReturn => rules::confirm_by(booking),
        _ => rules::next_deadline(booking).map(|(_, at)| at),
    };
    let main = rules::decide(booking, &main, me.into(), now).is_ok().then_some(main);
    NextStep {
        step,
        whose,
        until,
        main,
    }
}

/// Whether something waits for `me` now: it then comes first in lists and is counted in the navigation. A handover waits
/// from the time at which it can be reported, bringing back from a day before it is due. Give it the booking
/// [as it stands](rules::as_of) at `now`.
#[must_use]
pub fn waits_for(booking: &Booking, me: Party, now: Timestamp) -> bool {
    let next = next_step(booking, me, now);
    match (next.step, next.whose) {
        (_, Whose::Theirs | Whose::Nobodys) => false,
        (Step::HandOver | Step::Help, _) => now >= booking.starts_at.plus(-HAND_OVER_FROM),
        (Step::BringBack, _) => now >= booking.due_at.plus(-BRING_BACK_SOON),
        _ => true,
    }
}

/// How long before a thing is due its return waits for the borrower, in microseconds.
pub const BRING_BACK_SOON: i64 = 24 * Timestamp::HOUR;

/// Whether the borrower should have brought it back: it is due at the end of the last day in the listing's zone.
#[must_use]
pub fn overdue(booking: &Booking, now: Timestamp) -> bool {
    booking.state == State::Accepted && booking.custody == Custody::WithBorrower && now >= booking.due_at
}

/// How many days after the last day it is now in the listing's zone; 0 if it is not overdue.
#[must_use]
pub fn days_overdue(booking: &Booking, now: Timestamp) -> i64 {
    if !overdue(booking, now) {
        return 0;
    }
    let Day(today) = now.day_in(&booking.terms.time_zone());
    today - booking.period.last.0
}

/// Whether the borrower may see the exact place now: from the lender's yes until the end.
#[must_use]
pub const fn shows_exact_place(booking: &Booking) -> bool {
    matches!(booking.state, State::Accepted)
}

/// Whether what `me` asks for is so already, so that a form sent twice is no mistake.
#[must_use]
pub fn already_so(booking: &Booking, command: &Command, me: Party) -> bool {
    match command {
        Command::Accept | Command::Agree => booking.state == State::Accepted && booking.proposal.is_none(),
        Command::Decline { .. } => booking.state == State::Declined,
        Command::Withdraw => booking.state == State::Withdrawn,
        Command::FindElsewhere => booking.state == State::FoundElsewhere,
        Command::Cancel { .. } => booking.state == State::Cancelled(me),
        Command::HandOver => {
            matches!(booking.custody, Custody::HandingOver { by } if by == me)
                || booking.custody == Custody::WithBorrower
        }
        Command::Return => {
            matches!(booking.custody, Custody::Returning { by } if by == me) || booking.custody == Custody::Returned
        }
        Command::HandOverByCode => booking.custody == Custody::WithBorrower,
        Command::ReturnByCode => booking.custody == Custody::Returned,
        Command::Contest { .. } => matches!(booking.custody, Custody::Contested { by, .. } if by != me),
        Command::TakeBack => booking.custody == Custody::WithLender && booking.custody_since.is_some(),
        Command::Propose { period, offer, .. } => {
            matches!(&booking.proposal, Some(open) if open.by == me && open.period == *period && open.offer == *offer)
        }
        Command::Disagree { .. } | Command::DropProposal => false,
        Command::AcceptAtOnce
        | Command::GiveWay
        | Command::Expire
        | Command::ExpireProposal
        | Command::ConfirmByTime
        | Command::Lapse
        | Command::Warn => false,
    }
}
