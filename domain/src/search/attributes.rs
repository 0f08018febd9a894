//! What is asked of a listing's attributes.

use crate::{db::Tx, listings::ListingId};
use std::collections::HashSet;

/// What one attribute of a listing has to be. A listing that does not state it is not found.
#[derive(Clone, PartialEq, Debug)]
pub struct AttributeFilter {
    /// The attribute's key.
    pub key: String,
    /// What its value has to be.
    pub wanted: Wanted,
}

/// What a value has to be.
#[derive(Clone, PartialEq, Debug)]
pub enum Wanted {
    /// This one: the key of a choice, `true` or `false`.
    Value(String),
    /// A number in this range, ends included, in the attribute's unit.
    Range {
        /// The least, if there is one.
        least: Option<f64>,
        /// The greatest, if there is one.
        most: Option<f64>,
    },
}

impl Wanted {
    /// Whether a stored value will do.
    #[must_use]
    pub fn fits(&self, value: &str) -> bool {
        match self {
            Self::Value(wanted) => wanted == value,
            Self::Range { least, most } => value.parse::<f64>().is_ok_and(|number| {
                least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most)
            }),
        }
    }
}

/// The listings that meet all filters; `None` if there are none to meet.
pub async fn fitting(tx: &mut Tx, filters: &[AttributeFilter]) -> sqlx::Result<Option<HashSet<ListingId>>> {
    let mut fitting: Option<HashSet<ListingId>> = None;
    for filter in filters {
        let stated = run!(tx, db => sqlx::query_as::<_, (ListingId, String)>(
            "select listing_id, value from listing_attribute where attribute_key = $1",
        ).bind(&filter.key).fetch_all(db))?;
        let these = stated
            .into_iter()
            .filter(|(_, value)| filter.wanted.fits(value))
            .map(|(id, _)| id);
        fitting = Some(match fitting {
            None => these.collect(),
            Some(those) => these.filter(|id| those.contains(id)).collect(),
        });
    }
    Ok(fitting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_fits_as_a_whole_and_a_number_between_the_ends() {
        let value = Wanted::Value("keyed".into());
        assert!(value.fits("keyed") && !value.fits("keyless") && !value.fits(""));
        let range = |least, most| Wanted::Range { least, most };
        assert!(range(Some(1.5), Some(3.0)).fits("1.5") && range(Some(1.5), Some(3.0)).fits("3"));
        assert!(!range(Some(1.5), None).fits("1.4") && !range(None, Some(3.0)).fits("3.1"));
        assert!(
            !range(None, None).fits("as wide as the door"),
            "only a number lies between numbers"
        );
    }
}
