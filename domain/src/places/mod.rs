//! Places: where things are, and how much of that the public may know.
//!
//! Three kinds of "where", from exact to coarse:
//! - a [`Point`] is a precise position. Only its owner and the other party of an accepted booking ever receive one;
//! - a [`Cell`] is a hexagon of about 0.7 km² that a point lies in. Its centre is the only coordinate of a listing that
//!   the public sees, and what public distances are measured from. [`cover`] turns "within 5 km of here" into cells;
//! - a [`Place`] is a town, a district or a postcode with a name, found in the [`Gazetteer`] that is built in.
//!
//! Cells and the gazetteer need the feature `store`; [`Point`], [`Resolution`], [`Place`] and [`distance_m`] do not.

#[cfg(feature = "store")]
mod cells;
#[cfg(feature = "store")]
mod find;
#[cfg(feature = "store")]
mod fold;
#[cfg(feature = "store")]
mod gazetteer;
mod model;
#[cfg(all(test, feature = "store"))]
mod tests;

#[cfg(feature = "store")]
pub use cells::{Cell, InvalidCell, cover};
#[cfg(feature = "store")]
pub use find::{Match, Quality};
#[cfg(feature = "store")]
pub use gazetteer::{Gazetteer, MalformedGazetteer};
pub use model::{
    ATTRIBUTION, InvalidPoint, InvalidResolution, Place, PlaceKind, Point, Resolution, Source, distance_m,
};
