//! Argon2id, off the async threads and bounded in number.

use crate::{Ctx, error::Fault};
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use std::sync::LazyLock;

/// A hash that no password fits: checked when there is no account, so that both answers take equally long.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_now(crate::secrets::Token::new().text()));

fn hash_now(password: &str) -> String {
    // Default parameters are those OWASP recommends: 19 MiB, two passes, one lane.
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .unwrap_or_default()
}

/// Hashes a password into PHC format.
pub async fn hash(ctx: &Ctx, password: String) -> Result<String, Fault> {
    let _turn = ctx.hashing.acquire().await.map_err(|e| Fault::Other(e.to_string()))?;
    let hashed = tokio::task::spawn_blocking(move || hash_now(&password)).await?;
    if hashed.is_empty() {
        Err(Fault::Other("a password could not be hashed".into()))
    } else {
        Ok(hashed)
    }
}

/// Whether `password` fits `stored`; takes as long when there is nothing stored.
pub async fn fits(ctx: &Ctx, password: String, stored: Option<String>) -> Result<bool, Fault> {
    let _turn = ctx.hashing.acquire().await.map_err(|e| Fault::Other(e.to_string()))?;
    let fits = tokio::task::spawn_blocking(move || {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| NOBODY.clone());
        let fits = PasswordHash::new(&stored)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        known && fits
    })
    .await?;
    Ok(fits)
}
