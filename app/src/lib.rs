//! What members see: pages, forms, islands, translations.
//!
//! Pages are rendered on the server and every form works without script (feature `ssr`). Islands improve a page in the
//! browser (feature `hydrate`, compiled to wasm); a page without one ships no script at all.

#[cfg(feature = "ssr")]
#[macro_use]
pub mod shell;

#[cfg(feature = "ssr")]
pub mod calendars;
#[cfg(feature = "ssr")]
pub mod circles;
#[cfg(feature = "ssr")]
pub mod claims;
#[cfg(feature = "ssr")]
pub mod eligibility;
#[cfg(feature = "ssr")]
pub mod kits;
#[cfg(feature = "ssr")]
pub mod landing;
#[cfg(feature = "ssr")]
pub mod members;
#[cfg(feature = "ssr")]
pub mod notifications;

pub mod bookings;
pub mod handovers;
pub mod listings;
pub mod messages;
pub mod places;
#[cfg(feature = "ssr")]
pub mod prices;
pub mod reviews;
pub mod search;
#[cfg(feature = "ssr")]
pub mod signals;
#[cfg(feature = "ssr")]
pub mod waiting;
