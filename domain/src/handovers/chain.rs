//! The record as a chain: each entry has a text that anybody can write down again from what it says, and the SHA-256 of that
//! text is its hash. The text names the hash before it, so nothing can be changed, taken out or put in without being seen.
//!
//! The text is UTF-8 with `\n` between lines and none at the end:
//!
//! ```text
//! allmende handover record 1
//! booking 0190…
//! entry 2
//! previous 9f86…
//! move return
//! side lender
//! author 0190…
//! at 2030-05-01T10:00:00.000000Z
//! late no
//! item fine Koffer
//! item missing Bohrer 8 mm
//! item - Akku
//! photo 1b9d… e3b0…
//! note
//! Everything from here on is the note.
//! ```
//!
//! In the name of an item a backslash is written `\\` and a line break `\n`. A photo has its key and the SHA-256 of its
//! largest file.

use super::model::{Entry, Found};
use crate::{Timestamp, bookings::BookingId};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What the first entry names as the hash before it.
pub const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Where a chain is not whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// An entry is not what was kept.
    Changed {
        /// Its number.
        entry: i64,
    },
    /// An entry is gone, or stands where it should not.
    Missing {
        /// The number that should be there.
        entry: i64,
    },
    /// The file of a photo is not what was kept, or gone.
    Photo {
        /// The number of its entry.
        entry: i64,
    },
}

/// SHA-256 in hex.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// The text of an entry.
#[must_use]
pub fn text_of(booking: BookingId, entry: &Entry) -> String {
    let mut text = format!(
        "allmende handover record 1\nbooking {booking}\nentry {}\nprevious {}\nmove {}\nside {}\nauthor {}\nat {}\nlate {}\n",
        entry.seq,
        entry.previous,
        entry.what.name(),
        entry.by.name(),
        entry.author,
        instant(entry.at),
        if entry.late { "yes" } else { "no" },
    );
    for item in &entry.items {
        let name = item.name.replace('\\', "\\\\").replace('\n', "\\n");
        // Writing to a text cannot fail.
        let _ = writeln!(text, "item {} {name}", item.found.map_or("-", Found::name));
    }
    for photo in &entry.photos {
        let _ = writeln!(text, "photo {} {}", photo.id.as_simple(), photo.digest);
    }
    text.push_str("note\n");
    text.push_str(&entry.note);
    text
}

/// In UTC to the microsecond, as RFC 3339 writes it.
fn instant(at: Timestamp) -> String {
    at.zoned(&jiff::tz::TimeZone::UTC)
        .strftime("%Y-%m-%dT%H:%M:%S%.6fZ")
        .to_string()
}

/// The hash of an entry.
#[must_use]
pub fn hash_of(booking: BookingId, entry: &Entry) -> String {
    digest(text_of(booking, entry).as_bytes())
}

/// The entry with the hash before it and its own.
#[must_use]
pub fn sealed(booking: BookingId, entry: Entry, before: Option<&str>) -> Entry {
    let entry = Entry {
        previous: before.unwrap_or(NOTHING).to_owned(),
        ..entry
    };
    Entry {
        hash: hash_of(booking, &entry),
        ..entry
    }
}

/// Says whether a chain is whole: every entry as it was kept, none missing, none added. `logged` are the numbers and hashes in
/// the history of the booking. Pure.
///
/// # Errors
/// The first [`Flaw`].
pub fn verify(booking: BookingId, entries: &[Entry], logged: &[(i64, String)]) -> Result<(), Flaw> {
    let mut previous = NOTHING;
    for (number, entry) in (1..).zip(entries) {
        if entry.seq != number {
            return Err(Flaw::Missing { entry: number });
        }
        if entry.previous != previous || entry.hash != hash_of(booking, entry) {
            return Err(Flaw::Changed { entry: number });
        }
        previous = &entry.hash;
    }
    for number in 1..=entries.len().max(logged.len()) {
        let (entry, log) = (entries.get(number - 1), logged.get(number - 1));
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        match (entry, log) {
            (Some(entry), Some((seq, hash))) if *seq == number && entry.hash == *hash => {}
            (Some(_), Some(_)) => return Err(Flaw::Changed { entry: number }),
            _ => return Err(Flaw::Missing { entry: number }),
        }
    }
    Ok(())
}
