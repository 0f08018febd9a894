//! What goes into a price beside the lender's terms, and what comes out.

use super::{Currency, MOST_MINOR};
use crate::forms::FieldError;
use serde::{Deserialize, Serialize};

/// What the borrower chose.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Extras {
    /// Have it brought and fetched.
    pub delivery: bool,
    /// The sum the two agreed on, in minor units, where terms say [`Basis::Offer`](super::Basis::Offer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer: Option<i64>,
}

/// What the operator of the instance takes from both sides. Counted from everything the lender asks, delivery included,
/// so that nothing is gained by moving the price into the delivery.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Fees {
    /// On top of what the lender asks.
    pub borrower: Fee,
    /// Out of what the lender asks; never more than that.
    pub lender: Fee,
}

/// A fee on an amount. Nothing on nothing: what is free stays free.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Fee {
    /// A share in basis points: 100 are one percent; 0 to 10 000.
    pub basis_points: i64,
    /// What is added to the share, in minor units.
    pub fixed: i64,
    /// The most that share and fixed part come to, in minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<i64>,
}

impl Fee {
    /// The greatest share, in basis points.
    pub const MOST_BASIS_POINTS: i64 = 10_000;

    /// Whether a price can be made with it: nothing negative, nothing above the bounds.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let amount = 0..=MOST_MINOR;
        (0..=Self::MOST_BASIS_POINTS).contains(&self.basis_points)
            && amount.contains(&self.fixed)
            && self.cap.is_none_or(|cap| amount.contains(&cap))
    }

    /// The fee on `amount`: its share rounded up to a minor unit, plus the fixed part, at most the cap. `None` where it
    /// leaves the range of numbers, which valid fees on amounts of a quote never do.
    #[must_use]
    pub fn of(&self, amount: i64) -> Option<i64> {
        if amount == 0 {
            return Some(0);
        }
        // In two parts, so that the product stays small: whole ten thousands have no remainder.
        let (whole, rest) = (amount / 10_000, amount % 10_000);
        let share = whole
            .checked_mul(self.basis_points)?
            .checked_add(ceil_div(rest * self.basis_points, 10_000))?;
        let fee = share.checked_add(self.fixed)?;
        Some(self.cap.map_or(fee, |cap| fee.min(cap)))
    }
}

/// Division, rounded up, of a number that is not negative.
pub(super) fn ceil_div(number: i64, by: i64) -> i64 {
    number / by + i64::from(number % by != 0)
}

/// What a line is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LineKind {
    /// Thirty days in a row.
    Months,
    /// Seven days in a row.
    Weeks,
    /// Days; from Monday to Friday if the weekend has a price of its own.
    Days,
    /// Saturdays and Sundays at a price of their own.
    WeekendDays,
    /// Hours; from Monday to Friday if the weekend has a price of its own.
    Hours,
    /// Hours on Saturdays and Sundays at a price of their own.
    WeekendHours,
    /// A service at a fixed price.
    Fixed,
    /// What the two agreed on.
    Offer,
    /// Less for many days in a row; negative.
    LengthDiscount {
        /// From how many days on.
        from_days: i64,
        /// Percent of the days, weeks and months above.
        percent: u8,
    },
    /// What is missing from the lender's minimum.
    Minimum,
    /// Bringing and fetching.
    Delivery,
    /// The operator's fee for the borrower.
    BorrowerFee,
    /// The operator's fee for the lender; negative, and on the lender's side only.
    LenderFee,
}

/// One line of a price: `quantity` × `unit_minor` = `amount_minor`, in minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Line {
    /// What for.
    #[serde(flatten)]
    pub kind: LineKind,
    /// How many.
    pub quantity: i64,
    /// What one costs.
    pub unit_minor: i64,
    /// What all of them cost; negative for what is taken off.
    pub amount_minor: i64,
}

impl Line {
    /// One of something.
    #[must_use]
    pub const fn one(kind: LineKind, amount_minor: i64) -> Self {
        Self {
            kind,
            quantity: 1,
            unit_minor: amount_minor,
            amount_minor,
        }
    }
}

/// A price, explained. In minor units of its currency, and none of the sums is negative.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Quote {
    /// The currency.
    pub currency: Currency,
    /// What the borrower pays for; sums to `total_minor`. Empty for what is free.
    pub lines: Vec<Line>,
    /// What the borrower pays: what the lender gets and what the operator gets.
    pub total_minor: i64,
    /// What the lender gets.
    pub lender_minor: i64,
    /// What the operator takes from the lender.
    pub lender_fee_minor: i64,
    /// What the operator gets from both.
    pub operator_minor: i64,
    /// What the borrower leaves as security beside the total, and gets back.
    pub deposit_minor: i64,
    /// For how many days is paid, where those are more than were asked for, because with their discount they cost less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_days: Option<i64>,
}

impl Quote {
    /// Whether nothing is paid.
    #[must_use]
    pub const fn is_free(&self) -> bool {
        self.total_minor == 0
    }

    /// The lender's side: the same lines without the borrower's fee, with the lender's; sums to `lender_minor`.
    #[must_use]
    pub fn lender_lines(&self) -> Vec<Line> {
        let shared = self.lines.iter().filter(|line| line.kind != LineKind::BorrowerFee);
        let fee = (self.lender_fee_minor > 0).then(|| Line::one(LineKind::LenderFee, -self.lender_fee_minor));
        shared.copied().chain(fee).collect()
    }
}

/// Why there is no price.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The stay ends before it starts, or has no length.
    EndsBeforeItStarts,
    /// Longer than any price goes.
    TooLong {
        /// The most days.
        most: i64,
    },
    /// The hours of the stay do not follow each other.
    BrokenHours,
    /// It has a price by the hour only, and whole days were asked for.
    NotByDay,
    /// There is no price before the two agree on one.
    OnOffer,
    /// A sum was offered for something that has a price.
    NotOnOffer,
    /// It is not brought.
    NotDelivered,
    /// The offer is negative or too large.
    BadOffer,
    /// The lender's terms do not make sense; what is wrong, by the field of [`PriceForm`](super::PriceForm).
    BadTerms(Vec<FieldError>),
    /// The operator's fees do not make sense.
    BadFees,
    /// The sum is too large for any purse, and for the machine.
    TooMuch,
}
