//! Calendars: ours, for the programs that members keep their days in, and foreign ones whose busy days block a listing.
//!
//! Out: [`feed`] is what stands in the calendar of a secret address, [`writing`] makes it a text. In: [`add`] fetches a
//! foreign calendar ([`fetching`], only where [`Reach`] allows) and reads its busy days ([`reading`]); a job repeats that.

mod model;
pub use model::{Due, Entry, Import, ImportId, Refusal, Standing, Trouble, pause};

#[cfg(feature = "store")]
pub mod address;
#[cfg(feature = "store")]
mod feeds;
#[cfg(feature = "store")]
pub mod fetching;
#[cfg(feature = "store")]
mod imports;
#[cfg(feature = "store")]
mod moments;
mod reach;
#[cfg(feature = "store")]
pub mod reading;
#[cfg(feature = "store")]
mod repeating;
#[cfg(feature = "store")]
mod store;
pub mod writing;
pub use reach::{Reach, is_public};
#[cfg(feature = "store")]
pub use {
    feeds::{Feed, Loan, Whose, drop_key, feed, key, make_key, note_read},
    imports::{Imports, MOST_IMPORTS, add, check, due, forget, imports, remove, sweep},
    store::{Collision, Key},
};

#[cfg(all(test, feature = "store"))]
mod tests;

/// The name of the machine in an address of ours: what stands behind the `@` in names of our entries.
#[must_use]
pub fn host_of(public_url: &str) -> String {
    let host = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    host.split(['/', ':']).next().unwrap_or_default().to_owned()
}
