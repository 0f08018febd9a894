//! Prices in words: on cards, as a bill, as a list of what a lender asks. The figures come from [`domain::prices`].

mod bill;
mod words;
pub use bill::{bill, examples};
pub use words::{for_days, in_short, list, refused, total};
