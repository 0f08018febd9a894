//! Circles: groups with a name, such as a house or a club, whose members lend each other what they would not lend to
//! everybody. Who is in which circle is known to its members only.

mod model;
pub mod rules;
pub use model::{Circle, CircleDraft, CircleId, Command, Event, Facts, Refusal, Role};

#[cfg(feature = "store")]
mod acting;
#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
mod store;
#[cfg(feature = "store")]
pub(crate) use {
    acting::forget,
    store::{circles_of, names_of},
};
#[cfg(feature = "store")]
pub use {
    acting::{act, edit, found, invite, join},
    reading::{CircleView, Circles, Line, Person, circle, circles, invited_to},
};

#[cfg(test)]
mod tests;
