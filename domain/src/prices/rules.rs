//! The price of a stay. Pure and total; why it is what it is stands in the [module's](super) text.

use super::{
    Basis, Currency, Extras, Fees, Line, LineKind, MOST_MINOR, PriceTerms, Quote, Refusal, Stay,
    cover::{Purchase, cheapest},
};
use crate::forms::Check;

/// What `stay` costs under a lender's `terms`, in the currency of her listing, with what the borrower chose and what the
/// operator takes. What is free goes the same way, and comes out without lines and with a total of 0.
///
/// # Errors
/// A [`Refusal`] names the reason.
pub fn quote(
    terms: &PriceTerms,
    currency: Currency,
    stay: &Stay,
    extras: Extras,
    fees: &Fees,
) -> Result<Quote, Refusal> {
    let mut check = Check::default();
    terms.check_into(&mut check, currency, &[]);
    check.finish(()).map_err(Refusal::BadTerms)?;
    if !(fees.borrower.is_valid() && fees.lender.is_valid()) {
        return Err(Refusal::BadFees);
    }
    stay.check()?;

    let mut lines = Vec::with_capacity(8);
    let paid_days = basis_lines(&mut lines, terms, stay, extras)?;
    match (extras.delivery, terms.delivery) {
        (true, Some(delivery)) => lines.push(Line::one(LineKind::Delivery, delivery)),
        (true, None) => return Err(Refusal::NotDelivered),
        (false, _) => {}
    }
    let asked = sum(&lines)?;
    let borrower_fee = fees.borrower.of(asked).ok_or(Refusal::TooMuch)?;
    let lender_fee = fees.lender.of(asked).ok_or(Refusal::TooMuch)?.min(asked);
    if borrower_fee > 0 {
        lines.push(Line::one(LineKind::BorrowerFee, borrower_fee));
    }
    Ok(Quote {
        currency,
        total_minor: sum(&lines)?,
        lines,
        lender_minor: asked - lender_fee,
        lender_fee_minor: lender_fee,
        operator_minor: borrower_fee.checked_add(lender_fee).ok_or(Refusal::TooMuch)?,
        deposit_minor: terms.deposit.unwrap_or(0),
        paid_days,
    })
}

/// What the time, the service or the offer costs; and for how many days is paid, if for more than asked.
fn basis_lines(lines: &mut Vec<Line>, terms: &PriceTerms, stay: &Stay, extras: Extras) -> Result<Option<i64>, Refusal> {
    match (terms.basis, extras.offer) {
        (Basis::Offer, None) => return Err(Refusal::OnOffer),
        (Basis::Offer, Some(offer)) if !(0..=MOST_MINOR).contains(&offer) => return Err(Refusal::BadOffer),
        (Basis::Offer, Some(offer)) => lines.push(Line::one(LineKind::Offer, offer)),
        (_, Some(_)) => return Err(Refusal::NotOnOffer),
        (Basis::Fixed { minor }, None) => lines.push(Line::one(LineKind::Fixed, minor)),
        (Basis::Time, None) if terms.is_free() => {}
        (Basis::Time, None) if matches!(stay, Stay::Days { .. }) && !terms.sells_days() => {
            return Err(Refusal::NotByDay);
        }
        (Basis::Time, None) => return time_lines(lines, terms, stay),
    }
    Ok(None)
}

/// The pieces of time bought, the discount, and what is missing from the minimum.
fn time_lines(lines: &mut Vec<Line>, terms: &PriceTerms, stay: &Stay) -> Result<Option<i64>, Refusal> {
    let Purchase {
        pieces,
        discounted,
        paid_days,
    } = cheapest(terms, stay);
    for (kind, quantity, price) in [
        (LineKind::Months, pieces.months, terms.month),
        (LineKind::Weeks, pieces.weeks, terms.week),
        (LineKind::Days, pieces.days, terms.day),
        (LineKind::WeekendDays, pieces.weekend_days, terms.weekend_day),
        (LineKind::Hours, pieces.hours, terms.hour),
        (LineKind::WeekendHours, pieces.weekend_hours, terms.weekend_hour),
    ] {
        if quantity > 0 {
            let unit_minor = price.unwrap_or(0);
            lines.push(Line {
                kind,
                quantity,
                unit_minor,
                amount_minor: unit_minor.checked_mul(quantity).ok_or(Refusal::TooMuch)?,
            });
        }
    }
    if let Some((discount, run)) = discounted {
        // Rounded down, so that what is paid is rounded up.
        let less = run.checked_mul(i64::from(discount.percent)).ok_or(Refusal::TooMuch)? / 100;
        let kind = LineKind::LengthDiscount {
            from_days: discount.from_days,
            percent: discount.percent,
        };
        lines.push(Line::one(kind, -less));
    }
    let missing = terms.minimum.unwrap_or(0) - sum(lines)?;
    if missing > 0 {
        lines.push(Line::one(LineKind::Minimum, missing));
    }
    Ok(paid_days)
}

fn sum(lines: &[Line]) -> Result<i64, Refusal> {
    lines
        .iter()
        .try_fold(0_i64, |sum, line| sum.checked_add(line.amount_minor))
        .ok_or(Refusal::TooMuch)
}
