//! Who runs the place.

use super::{model::Role, rules::address_key};
use crate::{Ctx, error::Fault};

/// Gives a member another role: whether there is somebody with this address.
///
/// # Errors
/// When the database does not answer.
pub async fn set_role(ctx: &Ctx, email: &str, role: Role) -> Result<bool, Fault> {
    let mut tx = ctx.db.write().await?;
    let rows = change!(
        &mut tx,
        sqlx::query(
            "update member set role = $2, version = version + 1
              where deleted_at is null and id = (select e.member_id from member_email e where e.email_key = $1)"
        )
        .bind(address_key(email))
        .bind(role)
    )?;
    tx.commit().await?;
    Ok(rows == 1)
}
