//! How well a listing answers a query: BM25F.
//!
//! BM25F (Zaragoza, Craswell, Taylor, Saria, Robertson: *Microsoft Cambridge at TREC-13*, 2004; Robertson and Zaragoza:
//! *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009, section 3.6) adds up how often a word stands in each field, each field weighted
//! and corrected for its length, and lets that sum saturate once:
//!
//! ```text
//! amount(word) = Σ field  weight · times / (1 − b + b · length / usual length)
//! score        = Σ word   ln(1 + (N − n + ½) / (n + ½)) · amount / (k₁ + amount)
//! ```
//! with N listings in all and n of them having the word. The usual lengths are fixed here instead of measured, so that
//! a listing's amounts do not change when other listings come and go, and both database engines give the same order.

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The title: what the thing is.
    Title,
    /// Tags.
    Labels,
    /// Names of categories.
    Category,
    /// The description, which also tells what it goes with and what it is not.
    Description,
}

impl Field {
    /// What one occurrence in a field of `length` terms counts.
    pub fn share(self, length: usize) -> f32 {
        // weight; b, how far length corrects; usual length in terms. Tags are a set, so their number says nothing.
        let (weight, b, usual) = match self {
            Self::Title => (3.0, 0.3, 4.0),
            Self::Labels => (1.8, 0.0, 1.0),
            Self::Category => (0.6, 0.0, 1.0),
            Self::Description => (0.8, 0.6, 20.0),
        };
        #[expect(clippy::cast_precision_loss, reason = "texts are far shorter than 2^24 words")]
        let length = length as f32;
        weight / (1.0 - b + b * length / usual)
    }
}

/// The saturation of BM25F: an amount of `K1` gives half of what any amount can give.
const K1: f32 = 1.2;

/// How much of a word a listing has, in sixteenths, rounded up and capped to one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub u8);

impl Amount {
    /// Rounds a sum of [`Field::share`]s.
    pub fn rounded(amount: f32) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to what fits"
        )]
        Self((amount * 16.0).ceil().clamp(1.0, 255.0) as u8)
    }

    /// Between 0 and 1, growing ever slower.
    pub fn saturated(self) -> f32 {
        let amount = f32::from(self.0) / 16.0;
        amount / (K1 + amount)
    }
}

/// How much a word tells that `having` of `all` listings have: the inverse document frequency of BM25, never negative.
pub fn telling(having: u32, all: u32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a rounded count is as good here")]
    let (n, all) = (having as f32, all.max(having) as f32);
    (1.0 + (all - n + 0.5) / (n + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_counts_more_than_tags_and_tags_more_than_a_description() {
        let one = |field: Field| Amount::rounded(field.share(4)).saturated();
        assert!(one(Field::Title) > one(Field::Labels) && one(Field::Labels) > one(Field::Description));
    }

    #[test]
    fn a_rare_word_tells_more() {
        assert!(telling(1, 1000) > telling(100, 1000) && telling(1000, 1000) > 0.0);
    }

    #[test]
    fn amounts_are_capped_and_never_nothing() {
        assert_eq!(Amount::rounded(1e9), Amount(255));
        assert_eq!(Amount::rounded(0.0), Amount(1));
    }
}
