//! The marketplace itself: its nouns, their rules, and (feature `store`) their rows, services and jobs. No web in it.
//!
//! Each noun's folder has the same files: `model` (types), `rules` (pure decisions), `store` (SQL), `service`
//! (use cases) and tests. What they share stands beside them in this folder.

#[macro_use]
mod ids;
pub mod forms;
pub mod language;
pub mod time;

#[cfg(feature = "store")]
pub mod blobs;
#[cfg(feature = "store")]
pub mod clock;
#[cfg(feature = "store")]
pub mod context;
#[cfg(feature = "store")]
#[macro_use]
pub mod db;
#[cfg(feature = "store")]
pub mod backup;
#[cfg(feature = "store")]
pub mod events;
#[cfg(feature = "store")]
pub mod instance;
#[cfg(feature = "store")]
pub mod jobs;
#[cfg(feature = "store")]
pub mod live;
#[cfg(feature = "store")]
pub mod photos;
#[cfg(feature = "store")]
pub mod secrets;
#[cfg(all(feature = "store", any(test, feature = "test-support")))]
pub mod testing;

pub mod availability;
pub mod bookings;
pub mod calendars;
pub mod circles;
pub mod claims;
pub mod eligibility;
pub mod handovers;
pub mod kits;
pub mod listings;
pub mod members;
pub mod messages;
pub mod moderation;
pub mod notifications;
pub mod places;
pub mod prices;
pub mod quotas;
pub mod reviews;
pub mod search;
pub mod signals;
pub mod waiting;

#[cfg(feature = "store")]
pub mod error;
pub use language::Lang;
pub use time::{Day, Timestamp};
#[cfg(feature = "store")]
pub use {context::Ctx, error::Error};
