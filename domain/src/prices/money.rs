//! Currencies, and amounts of money as people type them.
//!
//! Everything is counted in minor units: the smallest amount of a currency, one cent of the euro, one yen, one fils.
//! How many of them are one whole unit, its exponent says (ISO 4217): 2 for the euro, 0 for the yen, 3 for the dinar of
//! Kuwait.

use crate::{forms::Problem, listings::decimal};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A currency: its three letters (ISO 4217).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");
    /// The yen.
    pub const JPY: Self = Self(*b"JPY");
    /// The dinar of Kuwait.
    pub const KWD: Self = Self(*b"KWD");

    /// Reads three capital letters. Communities may use a currency of their own, so any three will do.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    /// The currency of a row; the code for none (`XXX`, ISO 4217) should the row make no sense.
    #[must_use]
    pub fn of(code: &str) -> Self {
        Self::from_code(code).unwrap_or(Self(*b"XXX"))
    }

    /// Its three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many decimal places its minor unit has. ISO 4217 says 2 for all but those named here; a test compares them
    /// with the list of the `iso_currency` crate, which is too large for a browser. 2 as well where nobody knows.
    #[must_use]
    pub const fn exponent(self) -> u8 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF" | b"UGX"
            | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }

    /// How many minor units are one whole unit.
    #[must_use]
    pub const fn one(self) -> i64 {
        10_i64.pow(self.exponent() as u32)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for Currency {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::from_code(&code).ok_or_else(|| format!("{code:?} is no currency: three capital letters are"))
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

/// Reads an amount as people type it, in minor units: `12`, `12,50`, `12.50 €`, `EUR 1.200`, `1 200,5`, `12,-`. Which
/// comma is the decimal one, [`decimal::parse`] says. `None` if nothing was typed.
///
/// # Errors
/// [`Problem::NotANumber`] for what is no number or has more decimal places than the currency; [`Problem::OutOfRange`]
/// (in whole units) below zero and above `most_minor`.
pub fn read_amount(typed: &str, currency: Currency, most_minor: i64) -> Result<Option<i64>, Problem> {
    let number = without_sign(typed, currency);
    if number.is_empty() {
        return if typed.trim().is_empty() {
            Ok(None)
        } else {
            Err(Problem::NotANumber)
        };
    }
    let minor = decimal::parse(number, currency.exponent()).ok_or(Problem::NotANumber)?;
    if (0..=most_minor).contains(&minor) {
        Ok(Some(minor))
    } else {
        let (min, max) = (0, most_minor / currency.one());
        Err(Problem::OutOfRange { min, max })
    }
}

/// The number in `12,50 €`, `EUR 12.50`, `12,-`.
fn without_sign(typed: &str, currency: Currency) -> &str {
    let mut text = typed.trim();
    let letters = currency.code().len();
    if text
        .get(..letters)
        .is_some_and(|start| start.eq_ignore_ascii_case(currency.code()))
    {
        text = &text[letters..];
    } else if let Some(at) = text.len().checked_sub(letters)
        && text
            .get(at..)
            .is_some_and(|end| end.eq_ignore_ascii_case(currency.code()))
    {
        text = &text[..at];
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '€' | '$' | '£' | '¥'));
    [",-", ".-", ",–", ",—"]
        .iter()
        .find_map(|nothing| text.strip_suffix(nothing))
        .unwrap_or(text)
}
