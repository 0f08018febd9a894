//! Random tokens and their hashes: the holder keeps the token, the row only its hash.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// 256 random bits as URL-safe text.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new token from the system's randomness.
    #[must_use]
    pub fn new() -> Self {
        Self(URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()))
    }

    /// The text to hand to the holder.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What the row keeps.
    #[must_use]
    pub fn hash(&self) -> String {
        hash(&self.0)
    }
}

impl Default for Token {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Whether two hashes are the same, found out in a time that does not depend on where they differ.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    let different = |(a, b): (u8, u8)| a ^ b;
    one.len() == other.len()
        && one
            .bytes()
            .zip(other.bytes())
            .map(different)
            .fold(0, |sum, byte| sum | byte)
            == 0
}

/// SHA-256 of a token's text, in hex. Tokens have 256 random bits, so no salt and no slow hash is needed.
#[must_use]
pub fn hash(token: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}
