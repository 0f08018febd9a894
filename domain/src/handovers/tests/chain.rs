//! Whatever is changed in a record is found.

use super::super::{
    chain::{Flaw, NOTHING, digest, hash_of, sealed, text_of, verify},
    *,
};
use crate::{
    Timestamp,
    bookings::{BookingId, Move, Party},
    members::MemberId,
};
use proptest::prelude::*;
use uuid::Uuid;

const BOOKING: BookingId = BookingId(Uuid::from_u128(2));

fn item(name: &str, found: Option<Found>) -> Item {
    Item {
        name: name.into(),
        found,
    }
}

fn first() -> Entry {
    Entry {
        seq: 1,
        what: Move::Handover,
        by: Party::Lender,
        author: MemberId(Uuid::from_u128(4)),
        late: false,
        items: vec![item("Koffer", Some(Found::Fine)), item("Akku", None)],
        note: "Ein Kratzer\nam Griff.".into(),
        photos: vec![Photo {
            id: Uuid::from_u128(9),
            width: 40,
            height: 30,
            thumbhash: "abc".into(),
            digest: digest(b"the file"),
        }],
        at: Timestamp(1_903_672_800_000_001),
        previous: String::new(),
        hash: String::new(),
    }
}

fn whole() -> (Vec<Entry>, Vec<(i64, String)>) {
    let one = sealed(BOOKING, first(), None);
    let two = Entry {
        seq: 2,
        by: Party::Borrower,
        photos: Vec::new(),
        ..first()
    };
    let two = sealed(BOOKING, two, Some(&one.hash));
    let three = Entry {
        seq: 3,
        what: Move::Return,
        late: true,
        items: vec![item("Koffer", Some(Found::Missing))],
        ..first()
    };
    let three = sealed(BOOKING, three, Some(&two.hash));
    let all = vec![one, two, three];
    let logged = all.iter().map(|entry| (entry.seq, entry.hash.clone())).collect();
    (all, logged)
}

#[test]
fn the_text_of_an_entry_can_be_written_down_by_hand() {
    let (all, _) = whole();
    let file = "97bd81e1cc4ac0a7d5a4a7f0c7b4ed1aaf4ba4f5a1d0a4ab3b7f1b5a6c3f2d10".len();
    assert_eq!(all[0].photos[0].digest.len(), file);
    let expected = format!(
        "allmende handover record 1\nbooking 00000000000000000000000000000002\nentry 1\nprevious {NOTHING}\nmove handover\n\
         side lender\nauthor 00000000000000000000000000000004\nat 2030-04-29T06:00:00.000001Z\nlate no\nitem fine Koffer\n\
         item - Akku\nphoto 00000000000000000000000000000009 {}\nnote\nEin Kratzer\nam Griff.",
        digest(b"the file")
    );
    assert_eq!(text_of(BOOKING, &all[0]), expected);
    assert_eq!(all[0].hash, digest(expected.as_bytes()));
    assert!(text_of(BOOKING, &all[1]).contains(&format!("previous {}", all[0].hash)));
    let odd = Entry {
        items: vec![item("a\nnote\\", None)],
        ..first()
    };
    assert!(
        text_of(BOOKING, &odd).contains("item - a\\nnote\\\\\n"),
        "no name can pretend to be a line"
    );
}

#[test]
fn a_whole_chain_is_whole_and_an_empty_one_too() {
    let (all, logged) = whole();
    assert_eq!(verify(BOOKING, &all, &logged), Ok(()));
    assert_eq!(verify(BOOKING, &[], &[]), Ok(()));
}

/// All ways to change one thing in an entry.
fn changes() -> Vec<fn(&mut Entry)> {
    vec![
        |e| {
            e.what = if e.what == Move::Return {
                Move::Handover
            } else {
                Move::Return
            }
        },
        |e| e.by = e.by.other(),
        |e| e.author = MemberId(Uuid::from_u128(77)),
        |e| e.late = !e.late,
        |e| e.items[0].name.push('!'),
        |e| e.items[0].found = None,
        |e| {
            e.items.pop();
        },
        |e| e.items.push(item("Neu", None)),
        |e| e.note.push(' '),
        |e| e.note.clear(),
        |e| e.photos.push(first().photos[0].clone()),
        |e| e.photos.iter_mut().for_each(|photo| photo.digest = digest(b"another")),
        |e| e.at = e.at.plus(1),
        |e| e.previous = digest(b"x"),
        |e| e.hash = digest(b"x"),
    ]
}

#[test]
fn whatever_is_changed_taken_out_or_put_in_is_found() {
    let (all, logged) = whole();
    for at in 0..all.len() {
        for (number, change) in changes().into_iter().enumerate() {
            let mut forged = all.clone();
            change(&mut forged[at]);
            if forged == all {
                continue; // an entry without photos has none to change
            }
            let found = verify(BOOKING, &forged, &logged);
            assert_eq!(
                found,
                Err(Flaw::Changed { entry: at as i64 + 1 }),
                "change {number} of entry {at}"
            );
            // Whoever also writes the hash anew, and those of all that follow, meets the booking's history.
            let mut previous: Option<String> = None;
            for entry in &mut forged {
                *entry = sealed(BOOKING, entry.clone(), previous.as_deref());
                previous = Some(entry.hash.clone());
            }
            if forged != all {
                assert_eq!(
                    verify(BOOKING, &forged, &logged),
                    Err(Flaw::Changed { entry: at as i64 + 1 }),
                    "{number}"
                );
            }
        }
        let mut short = all.clone();
        short.remove(at);
        assert!(verify(BOOKING, &short, &logged).is_err(), "entry {at} is gone");
        let mut long = all.clone();
        long.insert(at, first());
        assert!(
            verify(BOOKING, &long, &logged).is_err(),
            "something was put in before {at}"
        );
    }
    assert_eq!(verify(BOOKING, &all[..2], &logged), Err(Flaw::Missing { entry: 3 }));
    assert_eq!(
        verify(BOOKING, &all, &logged[..2]),
        Err(Flaw::Missing { entry: 3 }),
        "nobody logged it"
    );
    assert!(
        verify(BookingId(Uuid::from_u128(3)), &all, &logged).is_err(),
        "it is the record of another booking"
    );
}

proptest! {
    /// Flipping any bit of what an entry says changes its hash; two entries that say different things have different texts.
    #[test]
    fn any_changed_byte_is_found(
        note in any::<String>(), names in proptest::collection::vec(any::<String>(), 0..4), place in any::<prop::sample::Index>(), bit in 0_u8..8,
        other in any::<String>(), others in proptest::collection::vec(any::<String>(), 0..4),
    ) {
        let with = |note: &str, names: &[String]| Entry {
            note: note.to_owned(),
            items: names.iter().map(|name| item(name, None)).collect(),
            ..first()
        };
        let entry = sealed(BOOKING, with(&note, &names), None);
        let text = text_of(BOOKING, &entry);
        let mut bytes = text.into_bytes();
        let at = place.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert_ne!(digest(&bytes), entry.hash.clone());
        let another = sealed(BOOKING, with(&other, &others), None);
        let same = note == other && names == others;
        prop_assert_eq!(hash_of(BOOKING, &another) == entry.hash, same);
    }
}
