//! For tests of any noun: a thing that somebody lends, made the way a member makes it.

use super::{
    Kind, ListingId, Step, begin, publish, save_details, save_place, save_prices, save_times, save_what,
    steps::{DetailsForm, PlaceForm, TimesForm, WhatForm},
};
use crate::{Ctx, members::Me, prices::PriceForm};

/// What to lend. Everything has a plain value until it is changed.
#[derive(Clone, Debug)]
pub struct Thing {
    /// What it is about.
    pub kind: Kind,
    /// First step.
    pub what: WhatForm,
    /// Second step.
    pub details: DetailsForm,
    /// Fourth step.
    pub place: PlaceForm,
    /// Fifth step.
    pub times: TimesForm,
    /// Sixth step, of what has one.
    pub prices: PriceForm,
}

impl Thing {
    /// A drill of this title in the middle of Bonn, lent on all days for up to 14 of them.
    #[must_use]
    pub fn called(title: &str) -> Self {
        Self {
            kind: Kind::Lend,
            what: WhatForm {
                title: title.into(),
                category: "drills".into(),
                ..WhatForm::default()
            },
            details: DetailsForm {
                description: format!("{title}, zum Ausleihen."),
                ..DetailsForm::default()
            },
            place: PlaceForm {
                handover: "pick_up".into(),
                ..PlaceForm::default()
            },
            times: TimesForm {
                weekdays: (0..7).map(|d| d.to_string()).collect(),
                lead_days: "0".into(),
                longest_days: "14".into(),
                ..TimesForm::default()
            },
            prices: PriceForm::default(),
        }
        .at(50.7351, 7.1004)
    }

    /// At this exact point.
    #[must_use]
    pub fn at(mut self, lat: f64, lon: f64) -> Self {
        (self.place.lat, self.place.lon) = (lat.to_string(), lon.to_string());
        self
    }

    /// Described in these words.
    #[must_use]
    pub fn described(mut self, description: &str) -> Self {
        self.details.description = description.into();
        self
    }

    /// In this category.
    #[must_use]
    pub fn in_category(mut self, id: &str) -> Self {
        self.what.category = id.into();
        self
    }

    /// Of this kind, for these prices.
    #[must_use]
    pub fn priced(mut self, kind: Kind, prices: PriceForm) -> Self {
        (self.kind, self.prices) = (kind, prices);
        self
    }

    /// Makes a finished draft of it.
    pub async fn draft(&self, ctx: &Ctx, owner: &Me) -> ListingId {
        let id = ListingId::at(ctx.clock.now());
        begin(ctx, owner, id, self.kind).await.expect("begin");
        save_what(ctx, owner, id, None, &self.what).await.expect("what");
        save_details(ctx, owner, id, None, &self.details)
            .await
            .expect("details");
        save_place(ctx, owner, id, None, &self.place).await.expect("place");
        save_times(ctx, owner, id, None, &self.times).await.expect("times");
        if Step::of(self.kind).contains(&Step::Price) {
            save_prices(ctx, owner, id, None, &self.prices, "")
                .await
                .expect("prices");
        }
        id
    }

    /// Makes and publishes it.
    pub async fn publish(&self, ctx: &Ctx, owner: &Me) -> ListingId {
        let id = self.draft(ctx, owner).await;
        publish(ctx, owner, id, None).await.expect("publish");
        id
    }
}
