//! Links in letters that carry their own proof: HMAC-SHA256 over what they say, by a key that never leaves the instance.
//!
//! A stored token for each link would be a row for each of the four links of each letter, kept for weeks, and the letter
//! that waits in the queue would hold the secret. Signed links cost nothing until they are opened, and the queue, the
//! backup and the log of jobs hold none: they are made when the letter is handed to the courier. What a stored token would
//! give, that it works once, follows here from what it is bound to (see [`crate::bookings::lettered`]).

use super::topics::Topic;
use crate::{
    Ctx, Timestamp,
    bookings::{Act, BookingId},
    db::Tx,
    instance,
    members::{MemberId, rules::address_key},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

/// The fact under which the key of links about bookings is kept. It is not in backups: whoever finds one must not act in
/// the names of all members.
pub const ACT_KEY: &str = "letter_act_key";
/// The fact under which the key of links that stop letters is kept. It is in backups: such links hold for ever.
const STOP_KEY: &str = "letter_stop_key";

/// What a link about a booking says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Claim {
    /// Whose letter it stood in.
    pub member: MemberId,
    /// Which booking.
    pub booking: BookingId,
    /// What it does.
    pub act: Act,
    /// The version of the booking that the letter told of.
    pub version: i64,
    /// When it was made.
    pub made_at: Timestamp,
}

const CLAIM_LENGTH: usize = 1 + 16 + 16 + 1 + 8 + 8;
const STOP_LENGTH: usize = 16 + 1;
const MAC_LENGTH: usize = 32;

impl Claim {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![1];
        bytes.extend(self.member.0.as_bytes());
        bytes.extend(self.booking.0.as_bytes());
        bytes.push(self.act.code());
        bytes.extend(self.version.to_be_bytes());
        bytes.extend(self.made_at.0.to_be_bytes());
        bytes
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; CLAIM_LENGTH] = bytes.try_into().ok()?;
        let uuid = |at: usize| Uuid::from_slice(bytes.get(at..at + 16)?).ok();
        let number = |at: usize| Some(i64::from_be_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        (bytes[0] == 1).then_some(())?;
        Some(Self {
            member: MemberId(uuid(1)?),
            booking: BookingId(uuid(17)?),
            act: Act::from_code(bytes[33])?,
            version: number(34)?,
            made_at: Timestamp(number(42)?),
        })
    }
}

type Signer = Hmac<Sha256>;

fn signer(key: &[u8], purpose: &[u8], bytes: &[u8], address: &str) -> Option<Signer> {
    let mut mac = Signer::new_from_slice(key).ok()?;
    // Each part with its length, so that no two lists of parts read alike.
    for part in [purpose, bytes, address.as_bytes()] {
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(part);
    }
    Some(mac)
}

/// The links of one letter about a booking: what each does, and the secret part of its address. They hold for this address
/// of this member only.
///
/// # Errors
/// When the database does not answer.
pub async fn sign(ctx: &Ctx, claims: &[Claim], address: &str) -> sqlx::Result<Vec<(Act, String)>> {
    if claims.is_empty() {
        return Ok(Vec::new());
    }
    let key = key_of(ctx, ACT_KEY).await?;
    let signed = |claim: &Claim| {
        let bytes = claim.bytes();
        let mac = signer(&key, b"act", &bytes, &address_key(address))?
            .finalize()
            .into_bytes();
        Some((claim.act, written(&bytes, &mac)))
    };
    Ok(claims.iter().filter_map(signed).collect())
}

/// What a link about a booking says, before anybody knows whether it is true: the second half is for [`holds`].
#[must_use]
pub fn read(token: &str) -> Option<(Claim, Vec<u8>)> {
    let bytes = parted(token, CLAIM_LENGTH)?;
    let claim = Claim::read(&bytes[..CLAIM_LENGTH])?;
    Some((claim, bytes[CLAIM_LENGTH..].to_vec()))
}

/// Whether we made this link, for this address.
///
/// # Errors
/// When the database does not answer.
pub async fn holds(tx: &mut Tx, claim: &Claim, mac: &[u8], address: &str) -> sqlx::Result<bool> {
    let Some(key) = known_key(tx, ACT_KEY).await? else {
        return Ok(false);
    };
    let signer = signer(&key, b"act", &claim.bytes(), &address_key(address));
    Ok(signer.is_some_and(|signer| signer.verify_slice(mac).is_ok()))
}

/// The secret part of a link that stops letters about `topic`. It holds as long as the account.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_unsubscribe(ctx: &Ctx, member: MemberId, topic: Topic) -> sqlx::Result<Option<String>> {
    let key = key_of(ctx, STOP_KEY).await?;
    let bytes = stop_bytes(member, topic);
    Ok(signer(&key, b"stop", &bytes, "").map(|mac| written(&bytes, &mac.finalize().into_bytes())))
}

/// Whose letters about what such a link stops; `None` if it is none of ours.
pub(super) async fn read_unsubscribe(tx: &mut Tx, token: &str) -> sqlx::Result<Option<(MemberId, Topic)>> {
    let Some(bytes) = parted(token, STOP_LENGTH) else {
        return Ok(None);
    };
    let (claim, mac) = bytes.split_at(STOP_LENGTH);
    let Some(key) = known_key(tx, STOP_KEY).await? else {
        return Ok(None);
    };
    let member = Uuid::from_slice(&claim[..16]).ok().map(MemberId);
    let topic = Topic::ALL.get(usize::from(claim[16])).copied();
    let ours = signer(&key, b"stop", claim, "").is_some_and(|signer| signer.verify_slice(mac).is_ok());
    Ok(member.zip(topic).filter(|_| ours))
}

fn stop_bytes(member: MemberId, topic: Topic) -> Vec<u8> {
    let mut bytes = member.0.as_bytes().to_vec();
    bytes.push(topic as u8);
    bytes
}

fn written(bytes: &[u8], mac: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode([bytes, mac].concat())
}

/// What a token says and its proof, if it has the right length. (Base64 that ends in spare bits is refused by the decoder,
/// so that each link has one spelling.)
fn parted(token: &str, length: usize) -> Option<Vec<u8>> {
    if token.len() > 200 {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    (bytes.len() == length + MAC_LENGTH).then_some(bytes)
}

async fn known_key(tx: &mut Tx, name: &str) -> sqlx::Result<Option<Vec<u8>>> {
    let text = instance::fact(tx, name).await?;
    Ok(text.and_then(|text| URL_SAFE_NO_PAD.decode(text).ok()))
}

/// The key of this name, made the first time that one is wanted. Of two processes that make one, the first decides.
async fn key_of(ctx: &Ctx, name: &str) -> sqlx::Result<Vec<u8>> {
    let mut tx = ctx.db.read().await?;
    if let Some(key) = known_key(&mut tx, name).await? {
        return Ok(key);
    }
    drop(tx);
    let made = URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
    let mut tx = ctx.db.write().await?;
    instance::note_first(&mut tx, name, &made).await?;
    let key = known_key(&mut tx, name).await?;
    tx.commit().await?;
    key.ok_or_else(|| sqlx::Error::Protocol(format!("the fact {name} is no key")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn claim() -> Claim {
        Claim {
            member: MemberId(Uuid::from_u128(1)),
            booking: BookingId(Uuid::from_u128(2)),
            act: Act::Extend,
            version: 7,
            made_at: Timestamp(1_903_672_800_000_000),
        }
    }

    fn token(key: &[u8], claim: &Claim, address: &str) -> String {
        let bytes = claim.bytes();
        written(
            &bytes,
            &signer(key, b"act", &bytes, address).unwrap().finalize().into_bytes(),
        )
    }

    fn true_under(key: &[u8], token: &str, address: &str) -> Option<Claim> {
        let (claim, mac) = read(token)?;
        signer(key, b"act", &claim.bytes(), address)?.verify_slice(&mac).ok()?;
        Some(claim)
    }

    #[test]
    fn a_link_says_what_it_was_made_for_under_its_key_and_address_only() {
        let text = token(b"key", &claim(), "bea@example.org");
        assert_eq!(true_under(b"key", &text, "bea@example.org"), Some(claim()));
        assert_eq!(true_under(b"other", &text, "bea@example.org"), None);
        assert_eq!(true_under(b"key", &text, "lena@example.org"), None);
        assert!(text.len() < 120, "it fits into a line of a mail: {}", text.len());
        for none in [
            "",
            "a",
            "🧰",
            "AAAA",
            &text[1..],
            &format!("{text}A"),
            &"A".repeat(5_000),
        ] {
            assert_eq!(true_under(b"key", none, "bea@example.org"), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn no_changed_sign_passes(at in 0_usize..110, sign in "[A-Za-z0-9_-]") {
            let text = token(b"key", &claim(), "bea@example.org");
            let at = at % text.len();
            let changed = format!("{}{sign}{}", &text[..at], &text[at + 1..]);
            let answer = true_under(b"key", &changed, "bea@example.org");
            prop_assert_eq!(answer.is_some(), changed == text);
        }
    }
}
