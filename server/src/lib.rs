//! The server behind the binary `allmende`: configuration, router, workers, and the ways to the world outside.

pub mod admin;
pub mod commands;
pub mod config;
pub mod couriers;
pub mod demo;
pub mod evaluate;
pub mod headers;
pub mod health;
pub mod router;
pub mod serve;
pub mod site;
#[cfg(feature = "test-support")]
pub mod test_clock;
