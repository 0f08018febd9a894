//! The whole router, as browsers meet it, on both engines.

mod availability;
mod bookings;
mod browser;
mod calendars;
mod claims;
mod courier;
mod crawl;
mod eligibility;
mod handovers;
mod headers;
mod kits;
mod letter_texts;
mod letters;
mod limits;
mod listings;
mod members;
mod messages;
mod nonsense;
mod openapi;
mod privacy;
mod reviews;
mod trilateration;
mod waiting;
