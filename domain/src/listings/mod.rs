//! Listings: the things lent, rented, offered and wanted.
//!
//! What its owner sees is a [`Listing`], what everybody else gets a [`PublicListing`] or a [`Card`], which hold no exact
//! position at all. A listing is made in steps ([`steps`]) as a draft that may stay unfinished, then published, paused,
//! archived ([`rules`]).

pub mod categories;
pub mod decimal;
mod model;
pub mod rules;
mod weekly_plan;
pub use model::{Cancellation, Checklist, Condition, Event, Handover, Kind, ListingId, Refusal, State, Step, Tags};
pub use weekly_plan::WeeklyPlan;

#[cfg(feature = "store")]
mod category_data;
#[cfg(feature = "store")]
mod changes;
#[cfg(feature = "store")]
mod drafts;
#[cfg(feature = "store")]
mod import;
#[cfg(feature = "store")]
mod photos;
#[cfg(feature = "store")]
mod public;
#[cfg(feature = "store")]
mod states;
#[cfg(feature = "store")]
pub mod steps;
#[cfg(feature = "store")]
mod store;
#[cfg(feature = "store")]
mod times;
#[cfg(feature = "store")]
mod views;
#[cfg(feature = "store")]
pub(crate) use public::first_name;
#[cfg(feature = "store")]
pub use {
    category_data::{Cache as CategoryCache, load_into as load_categories, tree as categories_of},
    drafts::{begin, own, save_details, save_place, save_prices, save_times, save_what},
    import::{Imported, Report, Why, import_csv},
    photos::{LONGEST_ALT, MOST_PHOTOS, PhotoRefusal, add_copies, add_photo, describe_photo, move_photo, remove_photo},
    public::{cards, mine, of_member, public_listing},
    states::{archive, archive_all_of, discard, duplicate, pause, publish, refresh_cells, resume},
    views::{Card, Listing, Mine, Owner, Photo, PublicListing},
};

#[cfg(feature = "store")]
pub(crate) use {states::take_out, store::touch_version, views::zone};

#[cfg(all(feature = "store", any(test, feature = "test-support")))]
pub mod testing;
#[cfg(all(test, feature = "store"))]
mod tests;
