//! The waiting list of a listing: when days become free, the first in the line hears of it and can ask for them before
//! everybody else, for some hours; then the next.
//!
//! Nothing is held for who waits: what they have is that nobody else can ask meanwhile. Each place in the line is good for
//! one turn, so nobody can sit in it.

mod model;
pub mod rules;
pub use model::{Entry, Look, Offer, Refusal, Turn, WaitDraft, Wish};

#[cfg(feature = "store")]
mod service;
#[cfg(feature = "store")]
mod store;
#[cfg(feature = "store")]
pub use service::{Mine, Queue, asking_path, leave, look_came, mine, queue, sweep, wait};
#[cfg(feature = "store")]
pub(crate) use service::{asked, forget, look, promised};

#[cfg(test)]
mod tests;
