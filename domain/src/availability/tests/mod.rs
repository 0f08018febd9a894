//! When a thing can be had: the rules, the clocks of all zones, random histories against the rows, on both engines.

mod clocks;
#[cfg(feature = "store")]
mod rows;
mod rules;
mod scene;
mod week;
