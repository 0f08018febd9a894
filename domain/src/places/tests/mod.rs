//! Places with the real data, by sub-topic.

use super::*;

mod cells;
mod find;
mod gazetteer;

fn labels(text: &str, limit: usize) -> Vec<String> {
    Gazetteer::shared()
        .find(text, limit)
        .iter()
        .map(|found| found.place.label())
        .collect()
}

fn first(text: &str) -> String {
    Gazetteer::shared().best(text).map(Place::label).unwrap_or_default()
}

fn quality(text: &str) -> Option<Quality> {
    Gazetteer::shared().find(text, 1).first().map(|found| found.quality)
}
