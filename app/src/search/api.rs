//! The JSON interface: the same search as the page's, and one listing as anybody may see it.

use super::{
    items::{ListingDetail, ListingPage, detail, item},
    pages::resolution,
    params::{Ground, Params, Typed},
    results::{pages, with_cards},
};
use crate::shell::{App, forms::Asked, limits::Limited, visitor};
use axum::{
    Json,
    extract::{FromRequestParts, Path, State},
    response::{IntoResponse, Response},
};
use domain::{
    Error,
    error::Fault,
    listings::{ListingId, categories_of, public_listing},
    prices::Currency,
    reviews::{About, rating},
    search::{PAGE_SIZE, find},
};
use http::{StatusCode, header, request::Parts};
use serde::Serialize;
use std::{sync::LazyLock, time::Duration};
use utoipa::{OpenApi, ToSchema};

/// What went wrong (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// The status in words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What was wrong with which parameter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ParameterProblem>,
}

/// What is wrong with a parameter.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParameterProblem {
    /// The parameter.
    parameter: String,
    /// What is wrong, for people.
    detail: String,
}

/// Why there is no answer.
#[derive(Debug)]
pub enum Refused {
    /// A parameter makes no sense.
    Parameters(Vec<ParameterProblem>),
    /// No such listing.
    NotFound,
    /// Too often: wait so long.
    TooMany(Duration),
    /// Ours.
    Fault(Fault),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (status, errors, wait) = match self {
            Self::Parameters(errors) => (StatusCode::BAD_REQUEST, errors, None),
            Self::NotFound => (StatusCode::NOT_FOUND, Vec::new(), None),
            Self::TooMany(wait) => (StatusCode::TOO_MANY_REQUESTS, Vec::new(), Some(wait.as_secs().max(1))),
            Self::Fault(why) => {
                tracing::error!(%why, "the JSON interface failed");
                (StatusCode::INTERNAL_SERVER_ERROR, Vec::new(), None)
            }
        };
        let problem = Problem {
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            errors,
        };
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            http::HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = wait {
            headers.insert(header::RETRY_AFTER, http::HeaderValue::from(seconds));
        }
        response
    }
}

/// Somebody who asks, counted by address.
#[derive(Debug)]
pub struct Counted;

impl FromRequestParts<App> for Counted {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refused> {
        let address = visitor::address(app, parts);
        app.limits.count(Limited::Read, &address).map_err(Refused::TooMany)?;
        Ok(Self)
    }
}

/// Search for listings
///
/// The same search as on the page `/search`. Distances are measured between centres of public cells.
///
/// # Errors
/// [`Refused::Parameters`] names every parameter that makes no sense.
#[utoipa::path(
    get, path = "/api/v1/listings", tag = "listings", summary = "Search for listings",
    params(
        Typed,
        ("attributes" = Option<BTreeMap<String, String>>, Query, style = DeepObject, explode,
            description = "What attributes have to be, as `attributes[battery]=true`: `true` or `false`, or the key of a \
                choice. Counts together with a category that has the attribute."),
        ("at_least" = Option<BTreeMap<String, f64>>, Query, style = DeepObject, explode,
            description = "The least a number has to be, as `at_least[power_w]=500`, in the attribute's unit."),
        ("at_most" = Option<BTreeMap<String, f64>>, Query, style = DeepObject, explode,
            description = "The most a number may be, as `at_most[power_w]=1500`."),
    ),
    description = "The same search as on the page /search. Distances are measured between centres of public cells.",
    responses(
        (status = 200, description = "What was found", body = ListingPage),
        (status = 400, description = "A parameter makes no sense", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests; see Retry-After", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn listings(
    _: Counted,
    State(app): State<App>,
    Asked(pairs): Asked<Vec<(String, String)>>,
) -> Result<Json<ListingPage>, Refused> {
    let ctx = &app.ctx;
    let tree = categories_of(ctx).await?;
    let ground = Ground {
        categories: &tree,
        today: ctx.today(),
        currency: Currency::of(&ctx.settings.currency),
        resolution: resolution(ctx),
    };
    let params = Params::read(Typed::from_pairs(pairs), &ground);
    if !params.errors.is_empty() {
        return Err(Refused::Parameters(params.errors.0.into_iter().map(in_words).collect()));
    }
    let found = find(ctx, &params.query).await?;
    let cards = with_cards(ctx, &found.hits).await?;
    let days = params.query.days;
    Ok(Json(ListingPage {
        items: cards
            .into_iter()
            .map(|(card, metres)| item(ctx, card, metres, days))
            .collect(),
        total: found.total,
        page: params.query.page,
        pages: pages(found.total),
        page_size: PAGE_SIZE,
    }))
}

/// One listing
///
/// As anybody may see it. Only published ones are found.
///
/// # Errors
/// [`Refused::NotFound`].
#[utoipa::path(
    get, path = "/api/v1/listings/{id}", tag = "listings", summary = "One listing",
    description = "As anybody may see it. Only published ones are found.",
    params(("id" = String, Path, description = "The listing's id, a UUID")),
    responses(
        (status = 200, description = "The listing", body = ListingDetail),
        (status = 404, description = "There is none of this id for everybody", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests; see Retry-After", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn listing(
    _: Counted,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<ListingDetail>, Refused> {
    let id: ListingId = id.parse().map_err(|_| Refused::NotFound)?;
    match public_listing(&app.ctx, None, id).await {
        Ok(listing) => {
            let rating = rating(&app.ctx, About::Thing(id)).await.map_err(Fault::from)?;
            Ok(Json(detail(&app.ctx, listing, rating.overall())))
        }
        Err(Error::NotFound | Error::Refused(_)) => Err(Refused::NotFound),
        Err(Error::Fault(fault)) => Err(Refused::Fault(fault)),
    }
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Allmende",
        description = "What neighbours lend, as JSON. Positions are public cells of about a square kilometre; nobody's address is in here.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    paths(listings, listing),
    components(schemas(Problem)),
    tags((name = "listings", description = "Things lent, offered and wanted")),
)]
struct Described;

/// `GET /api/v1/openapi.json`: what this interface is, for machines.
pub async fn openapi(_: Counted) -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| Described::openapi().to_json().unwrap_or_default());
    ([(header::CONTENT_TYPE, "application/json")], TEXT.as_str()).into_response()
}

fn in_words(error: domain::forms::FieldError) -> ParameterProblem {
    ParameterProblem {
        detail: crate::shell::forms::problem(domain::Lang::En, error.problem),
        parameter: error.field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_names_every_path_and_parameter() {
        let described: serde_json::Value = serde_json::from_str(&Described::openapi().to_json().unwrap()).unwrap();
        let search = &described["paths"]["/api/v1/listings"]["get"];
        let names: Vec<_> = search["parameters"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|p| p["name"].as_str())
            .collect();
        assert_eq!(
            names,
            [
                "q",
                "place",
                "lat",
                "lon",
                "radius_km",
                "from",
                "to",
                "category",
                "kind",
                "max_price",
                "sort",
                "cell",
                "page",
                "attributes",
                "at_least",
                "at_most"
            ]
        );
        assert!(
            search["parameters"]
                .as_array()
                .unwrap()
                .iter()
                .all(|p| p["required"] == false && p["in"] == "query")
        );
        assert!(described["paths"]["/api/v1/listings/{id}"]["get"]["responses"]["404"].is_object());
        assert!(described["components"]["schemas"]["PlaceItem"].is_object());
    }
}
