//! Facts instead of badges: how a member dealt with requests and loans lately, each figure with how many cases it comes
//! from. Pure: the same rows give the same figures.

use crate::{Timestamp, bookings::Party};

/// How far back it goes, in microseconds: requests made since then, and what became of them.
pub const LOOKS_BACK: i64 = 365 * Timestamp::DAY;
/// Fewer cases than this say nothing, and nothing is shown.
pub const LEAST_CASES: i64 = 3;

/// What has become of a request, as far as it matters here.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Outcome {
    /// Nobody has answered yet, or it was taken back before.
    Open,
    /// Nobody answered in time.
    Unanswered,
    /// The lender said no.
    Declined,
    /// It gave way when the lender said yes to somebody else.
    GaveWay,
    /// The lender said yes; one side called it off before the thing changed hands, if it was one of the two.
    CalledOff(Option<Party>),
    /// The lender said yes.
    Agreed,
}

impl Outcome {
    /// Reads what a booking's row says. Whatever else a booking may come to after a yes counts as agreed.
    #[must_use]
    pub fn of(state: &str, cancelled_by: Option<Party>, answered: bool, answer_is_due: bool) -> Self {
        match state {
            "expired" => Self::Unanswered,
            "requested" if answer_is_due => Self::Unanswered,
            "declined" => Self::Declined,
            "gave_way" => Self::GaveWay,
            "cancelled" => Self::CalledOff(cancelled_by),
            "requested" | "withdrawn" | "found_elsewhere" => Self::Open,
            _ if answered => Self::Agreed,
            _ => Self::Open,
        }
    }
}

/// One request in which a member was on one side.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Dealing {
    /// Which side the member was on.
    pub side: Party,
    /// What has become of it.
    pub outcome: Outcome,
    /// When it was made.
    pub requested_at: Timestamp,
    /// When the lender said yes or no.
    pub answered_at: Option<Timestamp>,
    /// When the last day was over.
    pub due_at: Timestamp,
    /// When the thing was handed over.
    pub handed_over_at: Option<Timestamp>,
    /// When it was brought back.
    pub returned_at: Option<Timestamp>,
    /// When it was all over.
    pub ended_at: Option<Timestamp>,
}

/// So many of so many cases.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    /// How many it holds for.
    pub count: i64,
    /// Of how many.
    pub of: i64,
}

/// How long something takes, as a rule: the median.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Typical {
    /// Microseconds.
    pub micros: i64,
    /// Of how many cases.
    pub of: i64,
}

/// What is known of a member; what comes from fewer than [`LEAST_CASES`] cases is not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reliability {
    /// As a lender: requests answered, of those that wanted an answer.
    pub answers: Option<Share>,
    /// As a lender: how long an answer takes.
    pub answer_time: Option<Typical>,
    /// As a lender: called off after a yes, of all that were agreed.
    pub lender_cancels: Option<Share>,
    /// As a lender: loans that took place.
    pub lent: Option<i64>,
    /// As a borrower: brought back by the end of the last day, of all that was borrowed and is back or should be.
    pub on_time: Option<Share>,
    /// As a borrower: called off after a yes, of all that were agreed.
    pub borrower_cancels: Option<Share>,
    /// As a borrower: loans that took place.
    pub borrowed: Option<i64>,
}

impl Reliability {
    /// What `dealings` say by `now`. Those requested longer ago than [`LOOKS_BACK`] do not count.
    #[must_use]
    pub fn of(dealings: &[Dealing], now: Timestamp) -> Self {
        let lately: Vec<_> = dealings
            .iter()
            .filter(|d| d.requested_at >= now.plus(-LOOKS_BACK))
            .collect();
        let on = |side: Party| lately.iter().copied().filter(move |d| d.side == side);
        let mut waits: Vec<i64> = on(Party::Lender).filter_map(answer_time).collect();
        waits.sort_unstable();
        let unanswered = on(Party::Lender).filter(|d| d.outcome == Outcome::Unanswered).count();
        Self {
            answers: share(waits.len(), waits.len() + unanswered),
            answer_time: median(&waits),
            lender_cancels: cancels(on(Party::Lender)),
            lent: enough(on(Party::Lender).filter(|d| took_place(d)).count()),
            on_time: on_time(on(Party::Borrower), now),
            borrower_cancels: cancels(on(Party::Borrower)),
            borrowed: enough(on(Party::Borrower).filter(|d| took_place(d)).count()),
        }
    }

    /// Whether anything is known of the member as one who lends.
    #[must_use]
    pub const fn knows_lender(&self) -> bool {
        self.answers.is_some() || self.answer_time.is_some() || self.lender_cancels.is_some() || self.lent.is_some()
    }

    /// Whether anything is known of the member as one who borrows.
    #[must_use]
    pub const fn knows_borrower(&self) -> bool {
        self.on_time.is_some() || self.borrower_cancels.is_some() || self.borrowed.is_some()
    }
}

/// How long the lender took to answer. What gave way was answered by the house, and so was what was answered in the
/// moment it was asked (a thing that can be had without asking): neither says anything about the lender.
fn answer_time(dealing: &Dealing) -> Option<i64> {
    let micros = dealing.answered_at?.since(dealing.requested_at);
    (dealing.outcome != Outcome::GaveWay && micros > 0).then_some(micros)
}

/// Own cancellations of what was agreed.
fn cancels<'a>(dealings: impl Iterator<Item = &'a Dealing>) -> Option<Share> {
    let (mut own, mut agreed) = (0, 0);
    for dealing in dealings {
        match dealing.outcome {
            Outcome::CalledOff(by) => {
                agreed += 1;
                own += usize::from(by == Some(dealing.side));
            }
            Outcome::Agreed => agreed += 1,
            Outcome::Open | Outcome::Unanswered | Outcome::Declined | Outcome::GaveWay => {}
        }
    }
    share(own, agreed)
}

/// Whether the thing changed hands and the loan is over.
fn took_place(dealing: &Dealing) -> bool {
    dealing.outcome == Outcome::Agreed && dealing.handed_over_at.is_some() && dealing.ended_at.is_some()
}

/// Returns in time. What is out and overdue is late already: otherwise who never brings a thing back would look better
/// than who brings it a day late.
fn on_time<'a>(dealings: impl Iterator<Item = &'a Dealing>, now: Timestamp) -> Option<Share> {
    let (mut in_time, mut all) = (0, 0);
    for dealing in dealings.filter(|d| d.handed_over_at.is_some() && d.outcome == Outcome::Agreed) {
        match (dealing.returned_at, dealing.ended_at) {
            (Some(returned_at), Some(_)) => {
                all += 1;
                in_time += usize::from(returned_at <= dealing.due_at);
            }
            (None, None) if dealing.due_at < now => all += 1,
            // Still out, or the two do not agree yet whether it is back.
            _ => {}
        }
    }
    share(in_time, all)
}

/// The middle one, or the mean of the two in the middle.
fn median(sorted: &[i64]) -> Option<Typical> {
    let of = enough(sorted.len())?;
    let (above, below) = (sorted.get(sorted.len() / 2)?, sorted.get((sorted.len() - 1) / 2)?);
    Some(Typical {
        micros: below + (above - below) / 2,
        of,
    })
}

fn share(count: usize, of: usize) -> Option<Share> {
    Some(Share {
        count: i64::try_from(count).ok()?,
        of: enough(of)?,
    })
}

/// So many cases, if they are enough to say something.
fn enough(cases: usize) -> Option<i64> {
    i64::try_from(cases).ok().filter(|cases| *cases >= LEAST_CASES)
}
