//! Photos on pages, and where browsers get them.

use super::{AppError, state::App};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use domain::photos::{self, Size};
use http::header;
use leptos::prelude::*;
use uuid::Uuid;

/// The path of a photo in a size.
#[must_use]
pub fn address(id: Uuid, size: Size) -> String {
    format!("/photo/{}/{}.webp", id.as_simple(), size.name())
}

/// What is shown of a photo.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Which photo.
    pub id: Uuid,
    /// What it shows, for those who do not see it; empty if the text beside it says the same.
    pub alt: String,
    /// Width of the largest size, in pixels.
    pub width: i64,
    /// Height of the largest size, in pixels.
    pub height: i64,
    /// Its thumbhash in base64.
    pub thumbhash: String,
}

/// A photo that loads when it comes into view (or at once, for the first of a page), over its mean colour.
/// `sizes` says how wide it is shown, as in HTML.
#[must_use]
pub fn photo(shown: &Shown, sizes: &'static str, at_once: bool) -> AnyView {
    photo_below(&format!("/photo/{}", shown.id.as_simple()), shown, sizes, at_once)
}

/// As [`photo`], where its files lie below another path of ours: `BELOW/small.webp` …
#[must_use]
pub fn photo_below(below: &str, shown: &Shown, sizes: &'static str, at_once: bool) -> AnyView {
    let set = Size::ALL
        .into_iter()
        .map(|size| {
            let longest = shown.width.max(shown.height).max(1);
            let side = i64::from(size.side()).min(longest);
            format!("{below}/{}.webp {}w", size.name(), shown.width * side / longest)
        })
        .collect::<Vec<_>>()
        .join(", ");
    let tone = mean_colour(&shown.thumbhash);
    view! {
        <svg class="photo__tone" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 1 1">
            <rect width="1" height="1" fill=tone></rect>
        </svg>
        <img
            src=format!("{below}/{}.webp", Size::Medium.name()) srcset=set sizes=sizes
            width=shown.width.to_string() height=shown.height.to_string() alt=shown.alt.clone()
            loading=if at_once { "eager" } else { "lazy" } fetchpriority=at_once.then_some("high") decoding="async"
        />
    }
    .into_any()
}

/// The mean colour in a thumbhash as `#rrggbb`. Formula: <https://evanw.github.io/thumbhash/> (`thumbHashToAverageRGBA`).
#[must_use]
pub fn mean_colour(thumbhash: &str) -> String {
    const PAPER: &str = "#d8d3c4";
    let Ok(bytes) = STANDARD_NO_PAD.decode(thumbhash) else {
        return PAPER.into();
    };
    let Ok((red, green, blue, _)) = photos::mean_colour(&bytes) else {
        return PAPER.into();
    };
    let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    format!("#{:02x}{:02x}{:02x}", byte(red), byte(green), byte(blue))
}

/// `GET /photo/{id}/{size}.webp`: the id names one picture for good, so browsers keep it.
///
/// # Errors
/// [`AppError::NotFound`].
pub async fn serve(State(app): State<App>, Path((id, file)): Path<(String, String)>) -> Result<Response, AppError> {
    let id: Uuid = id.parse().map_err(|_| AppError::NotFound)?;
    let size = file
        .strip_suffix(".webp")
        .and_then(Size::from_name)
        .ok_or(AppError::NotFound)?;
    let bytes = app
        .ctx
        .blobs
        .get(&photos::key(id, size))
        .await
        .map_err(domain::error::Fault::from)?;
    let bytes = bytes.ok_or(AppError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "image/webp"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    Ok((headers, bytes).into_response())
}
