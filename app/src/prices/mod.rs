//! Prices in words: on cards, as a bill, as a list of what a lender asks. The figures come from [`domain::prices`].

mod bill;
mod late;
mod words;
pub use bill::{bill, examples};
pub use late::{late_line, late_terms};
pub use words::{for_days, in_short, list, refused, total};
