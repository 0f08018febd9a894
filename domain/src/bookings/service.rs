//! Use cases of bookings.

use super::model::Deadline;
use crate::{Ctx, jobs::Failure};

/// A deadline has come.
///
/// # Errors
/// When the database does not answer.
pub async fn deadline_came(_ctx: &Ctx, _deadline: Deadline) -> Result<(), Failure> {
    Ok(())
}
