//! Listings: the things lent, rented, offered and wanted.

mod model;
pub use model::ListingId;

#[cfg(feature = "store")]
mod service;
#[cfg(feature = "store")]
pub use service::archive_all_of;
