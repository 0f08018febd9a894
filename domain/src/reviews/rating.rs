//! Many reviews in one figure: the mean, how many there are, and how they are spread. Pure.

use super::model::{Aspect, Stars};
use serde::{Deserialize, Serialize};

/// Stars of many.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Mean {
    /// How many gave stars.
    pub count: i64,
    /// How many stars all of them gave.
    pub sum: i64,
}

impl Mean {
    /// The mean in tenths of a star, halves rounded up; `None` if nobody gave any.
    #[must_use]
    pub const fn tenths(self) -> Option<i64> {
        if self.count <= 0 {
            return None;
        }
        Some((20 * self.sum + self.count) / (2 * self.count))
    }
}

/// What many say about one thing or one member.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rating {
    /// How many gave five stars, four, and so on.
    pub spread: [i64; 5],
    /// Of each aspect that somebody gave stars for.
    pub aspects: Vec<(Aspect, Mean)>,
}

impl Rating {
    /// All in all.
    #[must_use]
    pub fn overall(&self) -> Mean {
        let sum = |mean: Mean, (stars, count): (Stars, i64)| Mean {
            count: mean.count + count,
            sum: mean.sum + stars.number() * count,
        };
        self.lines().fold(Mean::default(), sum)
    }

    /// Stars and how many gave so many, the best first.
    pub fn lines(&self) -> impl Iterator<Item = (Stars, i64)> {
        Stars::ALL.into_iter().zip(self.spread)
    }
}
