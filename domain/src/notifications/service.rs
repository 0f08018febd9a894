//! Queueing letters.

use super::model::{Delivery, Letter, Recipient};
use crate::{
    Timestamp,
    db::Tx,
    jobs::{self, Failure, Job},
};

/// Brings letters to people: by SMTP, into a folder, or into a test's list.
#[async_trait::async_trait]
pub trait Courier: Send + Sync + 'static {
    /// Brings one letter.
    ///
    /// # Errors
    /// Says whether another attempt makes sense.
    async fn deliver(&self, delivery: &Delivery) -> Result<(), Failure>;
}

/// Queues a letter in the transaction that causes it.
///
/// # Errors
/// When the database refuses.
pub async fn post(tx: &mut Tx, now: Timestamp, to: Recipient, letter: Letter) -> sqlx::Result<()> {
    jobs::queue(tx, now, now, None, &Job::Deliver(Box::new(Delivery { to, letter }))).await
}
