//! Prices: from a lender's terms and a stay to lines that anybody can add up, and a total. The one price engine of the
//! marketplace: search, listing, request and receipt show the same [`Quote`].
//!
//! # The law
//!
//! A lender sells **pieces of time**, each at a price:
//!
//! - an hour of a local day,
//! - a local day (with a price of its own on Saturday and Sunday, if she wants),
//! - seven days in a row, thirty days in a row (whichever weekdays they meet: every seven days have one weekend),
//! - and, where she gives a length discount, every run of whole days at least that long, at what its days, weeks and
//!   months cost, less the discount.
//!
//! **The price of a stay is the cheapest set of pieces that covers it.** Pieces may overlap and reach beyond the stay: six
//! days are sold as a week where the week is cheaper, and five days as the seven from which a discount counts. From that
//! one sentence follows what members may rely on:
//!
//! 1. *A longer stay never costs less than a shorter one inside it*: pieces that cover the longer one cover the shorter.
//! 2. *A stay never costs more than its parts bought apart*: the pieces of the parts, put together, cover the whole.
//!
//! The usual "days × price − discount" breaks the first: it asks less for seven days than for six.
//!
//! What comes after keeps both, because each step `f` **grows** with the amount (`a ≤ b` gives `f(a) ≤ f(b)`) and **gains
//! nothing by splitting** (`f(a + b) ≤ f(a) + f(b)`), and steps like that can be put one after the other:
//!
//! | step | |
//! |---|---|
//! | rounding up to the next minor unit | once for the length discount, once for each fee; rounding down or to the nearest would reward whoever books in parts |
//! | the minimum | `max(minimum, a)` |
//! | delivery | `a + delivery`, once a booking |
//! | the borrower's fee | `a +` percentage rounded up `+` fixed part, at most the cap; nothing on nothing |
//! | the lender's fee | the same, and never more than the amount; the lender gets the rest, and never less for more |
//!
//! So discounts are rounded down and fees up, in minor units of the currency (yen, cents, fils), and nowhere else is
//! anything rounded. The lines sum to the total, and the total is what the lender gets and what the operator gets, because
//! each is computed from the others. Nothing is negative, because no price is, no discount exceeds 90 %, and the lender's
//! fee stops at the amount.
//!
//! # Days and hours
//!
//! A stay is whole days, or hours in a row told apart by the local day they lie on ([`Stay`]). The engine knows no
//! clock and no zone, so a day of 23 or 25 hours is simply one on which so many hours lie. Two rules keep hours and days
//! in tune. A price by the day is never above that of [`SHORTEST_DAY`] hours, so no day is cheaper by its hours, whatever
//! the clocks do; with that, both properties hold between stays by the hour and by the day, too. And a length discount
//! needs a price by the day, as it is a discount on days: an evening and the next morning are not two days.
//!
//! # How the cheapest set is found
//!
//! Without discounts: day by day, the cheapest way to cover the first `n` days is the cheapest way to cover one, seven
//! or thirty fewer, and one piece more. (A week or a month that is needed for the last day may as well end on it.)
//!
//! With them, one discounted run is enough: two runs and the days between can be replaced by one run, which is longer, so
//! its discount is no smaller. (The days between are whole, so whatever covers them costs what days, weeks and months
//! cost, or more.) For the same reason that run contains all whole days of the stay, and the first and the last day unless
//! their few hours are cheaper apart. It is exactly as long as these days or as a discount asks for: within one discount, a
//! longer run is never cheaper. So a few runs are compared, and their prices depend on their length and the weekday they
//! begin on only. A year is a few thousand additions; `domain/examples/quote_speed.rs` measures it.

mod cover;
mod late;
mod model;
mod money;
mod reading;
mod rules;
mod stay;
mod summary;
mod terms;
pub use late::{Late, LateFee, Per, late_fee, most as most_late};
pub use model::{Extras, Fee, Fees, Line, LineKind, Quote, Refusal};
pub use money::{Currency, read_amount};
pub use reading::{Checked, DiscountForm, PriceForm, read};
pub use rules::quote;
pub use stay::{LONGEST_STAY, SHORTEST_DAY, Stay};
pub use summary::{Summary, Unit, summary};
pub use terms::{Basis, LengthDiscount, MOST_DISCOUNT_DAYS, MOST_DISCOUNTS, MOST_MINOR, MOST_PERCENT, PriceTerms};

#[cfg(test)]
mod tests;
