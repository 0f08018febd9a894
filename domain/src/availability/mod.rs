//! When a thing can be had: its owner's plan, exceptions from it, what is held already, and what follows for a calendar.
//!
//! A thing is lent by the day or by the hour ([`Grain`]). Either way time is a row of numbered slots in the listing's own
//! zone ([`Period::slots`]), and one unit is in one place in each of them: the key of the table `slot` says so. What
//! may be asked for is decided by a [`Diary`], which holds everything that counts and knows no clock of its own.

mod diary;
mod exceptions;
mod held;
mod period;
mod plan;
mod reason;
mod week;
pub use diary::{CalendarDay, CalendarHour, DayState, Diary};
pub use exceptions::{EVERY_UNIT, Exception, Exceptions};
pub use held::{Held, Occupied, SlotReason};
pub use period::{Grain, Hours, Period, clock};
pub use plan::{HORIZON, MOST_UNITS, Plan, Rhythm};
pub use reason::Reason;
pub use week::{SpanProblem, WeekHours};

#[cfg(feature = "store")]
mod service;
#[cfg(feature = "store")]
pub(crate) mod store;
#[cfg(feature = "store")]
pub use service::{calendar, diary};

#[cfg(test)]
mod tests;
