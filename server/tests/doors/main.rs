//! The whole router, as browsers meet it, on both engines.

mod bookings;
mod browser;
mod headers;
mod listings;
mod members;
mod nonsense;
