//! Claims: the rules alone, then everything on both engines.

pub(super) mod rules;
#[cfg(feature = "store")]
mod settling;
