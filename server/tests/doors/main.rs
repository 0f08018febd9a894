//! The whole router, as browsers meet it, on both engines.

mod browser;
mod headers;
mod members;
mod nonsense;
