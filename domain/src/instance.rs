//! Facts about this instance itself, by name.

use crate::db::Tx;

/// The fact of this name.
///
/// # Errors
/// When the database does not answer.
pub async fn fact(tx: &mut Tx, name: &str) -> sqlx::Result<Option<String>> {
    run!(tx, db => sqlx::query_scalar::<_, String>("select value from instance where name = $1")
        .bind(name).fetch_optional(db))
}

/// Notes a fact; an older one of the same name is replaced.
///
/// # Errors
/// When the database refuses.
pub async fn note(tx: &mut Tx, name: &str, value: &str) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into instance (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value"
        )
        .bind(name)
        .bind(value)
    )
    .map(|_| ())
}

/// Notes a fact that does not change any more; one that is there stays.
///
/// # Errors
/// When the database refuses.
pub async fn note_first(tx: &mut Tx, name: &str, value: &str) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("insert into instance (name, value) values ($1, $2) on conflict (name) do nothing")
            .bind(name)
            .bind(value)
    )
    .map(|_| ())
}
