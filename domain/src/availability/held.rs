//! What is held already.

use std::ops::Range;

/// What occupies one unit of a listing in a slot.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(
    feature = "store",
    derive(sqlx::Type),
    sqlx(type_name = "text", rename_all = "snake_case")
)]
pub enum SlotReason {
    /// Somebody has it.
    Booking,
    /// Its owner needs the time between two loans.
    Buffer,
    /// Its owner has closed the day. Follows from the exceptions; kept where search asks.
    Blocked,
    /// A foreign calendar says that the day is busy. Follows from what was read of it; kept where search asks.
    Imported,
    /// By the hour: no hour of this day is left. Follows from the hours held; kept where search asks.
    Full,
}

/// One slot of one unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Occupied {
    /// The unit, from 0.
    pub unit: i64,
    /// The slot.
    pub slot: i64,
    /// Why.
    pub reason: SlotReason,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct InSlot {
    pub slot: i64,
    /// The units that somebody has, as bits.
    pub lent: u64,
    /// The units that rest between two loans, as bits.
    pub resting: u64,
}

/// The slots of a listing in which something is held, in order. What follows from exceptions is not among them.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Held(Vec<InSlot>);

impl Held {
    /// What is held in these slots.
    pub(super) fn within(&self, slots: Range<i64>) -> &[InSlot] {
        let from = self.0.partition_point(|one| one.slot < slots.start);
        let to = self.0.partition_point(|one| one.slot < slots.end).max(from);
        self.0.get(from..to).unwrap_or_default()
    }
}

impl FromIterator<Occupied> for Held {
    fn from_iter<T: IntoIterator<Item = Occupied>>(all: T) -> Self {
        let mut rows: Vec<InSlot> = all
            .into_iter()
            .filter_map(|row| {
                let unit = 1_u64.checked_shl(u32::try_from(row.unit).ok()?)?;
                let (lent, resting) = match row.reason {
                    SlotReason::Booking => (unit, 0),
                    SlotReason::Buffer => (0, unit),
                    SlotReason::Blocked | SlotReason::Imported | SlotReason::Full => return None,
                };
                Some(InSlot {
                    slot: row.slot,
                    lent,
                    resting,
                })
            })
            .collect();
        rows.sort_unstable_by_key(|row| row.slot);
        rows.dedup_by(|row, kept| {
            let same = row.slot == kept.slot;
            if same {
                kept.lent |= row.lent;
                kept.resting |= row.resting;
            }
            same
        });
        Self(rows)
    }
}
