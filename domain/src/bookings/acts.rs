//! What can be done about a booking straight from a letter. Pure.
//!
//! A letter carries links for the likely next steps of whoever reads it. Each is bound to what the letter told of: once
//! the booking has moved on, a link to decide something does nothing any more. Telling the other side something binds
//! nobody, so those links outlive a change.

use super::{
    commands::{Command, Refusal},
    model::{Booking, Custody, Party, State},
    rules,
};
use crate::{
    Timestamp,
    notifications::BookingTurn,
    signals::{self, Trouble},
};
use serde::{Deserialize, Serialize};

/// For so long a link in a letter can be used, in microseconds.
pub const LINKS_LIVE: i64 = 14 * Timestamp::DAY;

/// What a link in a letter does, once its button is pressed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Says yes to a request.
    Accept,
    /// Says no to it.
    Decline,
    /// Calls off what is agreed.
    Cancel,
    /// Confirms that it was handed over.
    ConfirmHandover,
    /// Says that it is back, or confirms it.
    Return,
    /// Says that a report is not so.
    Contest,
    /// Takes one's own report back.
    TakeBack,
    /// Says yes to other days.
    Agree,
    /// Says no to them.
    Disagree,
    /// Proposes a later return.
    Extend,
    /// Tells that one is on the way.
    OnMyWay,
    /// Tells that something is wrong.
    Trouble,
}

impl Act {
    /// All. Links in old letters name them by their place: new ones go to the end.
    pub const ALL: [Self; 12] = [
        Self::Accept,
        Self::Decline,
        Self::Cancel,
        Self::ConfirmHandover,
        Self::Return,
        Self::Contest,
        Self::TakeBack,
        Self::Agree,
        Self::Disagree,
        Self::Extend,
        Self::OnMyWay,
        Self::Trouble,
    ];

    /// As keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::Cancel => "cancel",
            Self::ConfirmHandover => "confirm_handover",
            Self::Return => "return",
            Self::Contest => "contest",
            Self::TakeBack => "take_back",
            Self::Agree => "agree",
            Self::Disagree => "disagree",
            Self::Extend => "extend",
            Self::OnMyWay => "on_my_way",
            Self::Trouble => "trouble",
        }
    }

    /// As links have it.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// Reads [`Self::code`].
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).copied()
    }

    /// Whether it only tells the other side something: nothing is decided by it.
    #[must_use]
    pub const fn only_tells(self) -> bool {
        matches!(self, Self::OnMyWay | Self::Trouble)
    }

    /// The command behind it, without words; `None` for what only tells.
    #[must_use]
    pub fn command(self) -> Option<Command> {
        let no_words = String::new;
        Some(match self {
            Self::Accept => Command::Accept,
            Self::Decline => Command::Decline { reason: no_words() },
            Self::Cancel => Command::Cancel {
                reason: no_words(),
                seen: None,
            },
            Self::ConfirmHandover => Command::HandOver,
            Self::Return => Command::Return,
            Self::Contest => Command::Contest { words: no_words() },
            Self::TakeBack => Command::TakeBack,
            Self::Agree => Command::Agree,
            Self::Disagree => Command::Disagree { words: no_words() },
            Self::Extend => Command::ALL.into_iter().find(|command| command.name() == "propose")?,
            Self::OnMyWay | Self::Trouble => return None,
        })
    }

    /// Whether the rules would let `me` do it now, with words and days that make sense.
    ///
    /// # Errors
    /// Why not.
    pub fn allowed(self, booking: &Booking, me: Party, now: Timestamp) -> Result<(), Refusal> {
        match (self, self.command()) {
            (Self::OnMyWay, _) if signals::can_be_on_the_way(booking, now) => Ok(()),
            (Self::Trouble, _) if signals::can_be_in_trouble(booking) => Ok(()),
            (Self::Extend, _) if booking.state == State::Accepted && !is_out(booking.custody) => Err(Refusal::NotNow),
            (_, Some(command)) => rules::decide(booking, &command.fitting(booking, now), me.into(), now).map(|_| ()),
            (_, None) if booking.state.is_open() => Err(Refusal::NotNow),
            (_, None) => Err(Refusal::Over),
        }
    }
}

/// Whether the borrower has it, as far as they themselves know.
pub(super) const fn is_out(custody: Custody) -> bool {
    matches!(custody, Custody::HandingOver { .. } | Custody::WithBorrower)
}

/// What a letter offers its reader to do, the likeliest first. Asks the rules for all but what is only possible later: a
/// letter of the day before is read on the day itself.
#[must_use]
pub fn offered(what: BookingTurn, booking: &Booking, you: Party, trouble: Option<Trouble>, now: Timestamp) -> Vec<Act> {
    use BookingTurn as Turn;
    let likely: &[Act] = match (what, you) {
        (Turn::Requested | Turn::RemindAnswer, _) => &[Act::Accept, Act::Decline],
        (Turn::Accepted | Turn::OwnerNotice, _) => &[Act::Cancel],
        (Turn::HandoverReported, _) => &[Act::ConfirmHandover, Act::Contest],
        (Turn::HandedOver, Party::Borrower) => &[Act::Extend, Act::Trouble],
        (Turn::ReturnReported, _) => &[Act::Return, Act::Contest],
        (Turn::Contested, _) => &[Act::TakeBack],
        (Turn::Proposed, _) => &[Act::Agree, Act::Disagree],
        (Turn::RemindPickUp, _) => &[Act::OnMyWay, Act::Trouble, Act::Cancel],
        (Turn::RemindReturn | Turn::RemindDue | Turn::RemindOverdue, Party::Borrower) => {
            &[Act::Extend, Act::OnMyWay, Act::Return, Act::Trouble]
        }
        (Turn::RemindDue | Turn::RemindOverdue, Party::Lender) => &[Act::Return, Act::Trouble],
        (Turn::WarnNext, _) => &[Act::Cancel],
        (Turn::Trouble, _) => match trouble {
            Some(Trouble::Late) => &[Act::Return, Act::Extend, Act::Cancel],
            Some(Trouble::CannotCome) => &[Act::Extend, Act::Cancel],
            Some(Trouble::Broken) => &[Act::Cancel],
            _ => &[],
        },
        _ => &[],
    };
    let later = |act: Act| act == Act::OnMyWay && what == Turn::RemindPickUp;
    let offered = likely
        .iter()
        .copied()
        .filter(|act| later(*act) || act.allowed(booking, you, now).is_ok());
    offered.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookings::{
        rules::HAND_OVER_FROM,
        tests::rules::{moments, requested, with_proposal},
    };
    use std::fmt::Write;

    #[test]
    fn codes_in_old_letters_mean_what_they_meant() {
        for (at, act) in Act::ALL.into_iter().enumerate() {
            assert_eq!((usize::from(act.code()), Act::from_code(act.code())), (at, Some(act)));
        }
        assert_eq!(Act::from_code(12), None);
        let first: Vec<_> = Act::ALL.iter().take(12).map(|act| act.name()).collect();
        assert_eq!(
            first,
            [
                "accept",
                "decline",
                "cancel",
                "confirm_handover",
                "return",
                "contest",
                "take_back",
                "agree",
                "disagree",
                "extend",
                "on_my_way",
                "trouble"
            ]
        );
    }

    /// A booking as it stands when this letter is written.
    fn when_told(what: BookingTurn) -> Vec<(Booking, Timestamp)> {
        use BookingTurn as Turn;
        let asked = requested("2030-05-03", "2030-05-05");
        let accepted = Booking {
            state: State::Accepted,
            ..asked.clone()
        };
        let since = accepted.starts_at;
        let with = |custody: Custody| Booking {
            custody,
            custody_since: Some(since),
            ..accepted.clone()
        };
        let out = with(Custody::WithBorrower);
        let eve = accepted.starts_at.plus(-HAND_OVER_FROM / 3);
        let just = |booking: Booking| {
            let now = booking.requested_at;
            vec![(booking, now)]
        };
        match what {
            Turn::Requested | Turn::RemindAnswer => just(asked),
            Turn::Accepted | Turn::OwnerNotice | Turn::WarnNext => just(accepted),
            Turn::RemindPickUp | Turn::OnMyWay => vec![(accepted, eve)],
            Turn::HandoverReported => Party::BOTH
                .map(|by| (with(Custody::HandingOver { by }), since))
                .to_vec(),
            Turn::ReturnReported => Party::BOTH.map(|by| (with(Custody::Returning { by }), since)).to_vec(),
            Turn::Contested => {
                let what = crate::bookings::Move::Return;
                Party::BOTH
                    .map(|by| (with(Custody::Contested { what, by }), since))
                    .to_vec()
            }
            Turn::Proposed => vec![(with_proposal(&accepted, Party::Lender).unwrap(), accepted.requested_at)],
            Turn::HandedOver => vec![(out.clone(), out.starts_at)],
            Turn::RemindReturn | Turn::RemindDue => vec![(out.clone(), out.due_at.plus(-Timestamp::HOUR))],
            Turn::RemindOverdue | Turn::Trouble => vec![(out.clone(), out.due_at.plus(9 * Timestamp::HOUR))],
            _ => Vec::new(),
        }
    }

    #[test]
    fn each_letter_offers_what_its_reader_may_do_next() {
        let mut table = String::from("What each letter lets its reader do without signing in.\n\n");
        for what in BookingTurn::ALL {
            for (booking, now) in when_told(what) {
                for you in Party::BOTH {
                    let troubles: Vec<_> = match what {
                        BookingTurn::Trouble => Trouble::ALL.into_iter().map(Some).collect(),
                        _ => vec![None],
                    };
                    for trouble in troubles {
                        let acts = offered(what, &booking, you, trouble, now);
                        for act in &acts {
                            let early = *act == Act::OnMyWay;
                            assert!(early || act.allowed(&booking, you, now).is_ok(), "{what:?} {act:?}");
                        }
                        let acts: Vec<_> = acts.into_iter().map(Act::name).collect();
                        let of = trouble
                            .map(|trouble| format!(" ({})", trouble.name()))
                            .unwrap_or_default();
                        writeln!(table, "{}{of}, {}: {}", what.name(), you.name(), acts.join(", ")).unwrap();
                    }
                }
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn nothing_is_offered_once_it_is_over() {
        for state in State::ALL.into_iter().filter(|state| !state.is_open()) {
            let booking = Booking {
                state,
                ..requested("2030-05-03", "2030-05-05")
            };
            for (what, you) in BookingTurn::ALL
                .into_iter()
                .flat_map(|what| Party::BOTH.map(|you| (what, you)))
            {
                for (_, now) in moments(&booking) {
                    let acts = offered(what, &booking, you, None, now);
                    assert!(acts.iter().all(|act| *act == Act::OnMyWay), "{what:?} {acts:?}");
                }
            }
        }
    }
}
