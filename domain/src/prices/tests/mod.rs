//! Prices: a table worked out by hand, the properties of the law, a slow second way to the same answer, and forms.

mod golden;
mod laws;
mod money;
mod oracle;
mod reading;
mod summary;
mod world;
