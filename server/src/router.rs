//! All doors of the house.

use crate::{headers, health, site};
use app::shell::{App, AppError, photo, settings, visitor};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{get, post},
};
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer};

/// The whole application over its state.
pub fn router(app: App) -> Router {
    let pages = Router::new()
        .merge(app::landing::routes())
        .merge(app::members::routes())
        .merge(app::listings::routes())
        .merge(app::search::routes())
        .merge(app::bookings::routes())
        .merge(app::calendars::routes())
        .merge(app::claims::routes())
        .merge(app::circles::routes())
        .merge(app::eligibility::routes())
        .merge(app::waiting::routes())
        .merge(app::kits::routes())
        .merge(app::reviews::routes())
        .merge(app::handovers::routes())
        .merge(app::signals::routes())
        .merge(app::messages::routes())
        .merge(app::notifications::routes())
        .route("/settings/language", post(settings::language))
        .route("/settings/theme", post(settings::theme))
        .fallback(not_found)
        .layer(DefaultBodyLimit::max(visitor::LARGEST_FORM))
        .layer(middleware::from_fn_with_state(app.clone(), visitor::layer))
        .layer(CsrfLayer::new())
        // Pages are made for each visitor, so they are packed as they go: quickly rather than tightly.
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)));
    let machines = Router::new()
        // The islands' server functions: reading only.
        .route("/api/{*function}", get(leptos_axum::handle_server_fns))
        .merge(app::search::api_routes())
        .merge(app::calendars::machine_routes())
        .route("/photo/{id}/{file}", get(photo::serve))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready));
    #[cfg(feature = "test-support")]
    let machines = machines.route("/__test__/clock", post(crate::test_clock::advance));
    machines
        .merge(pages)
        .with_state(app.clone())
        .merge(site::routes())
        .layer(middleware::from_fn_with_state(app, headers::layer))
        .layer(CatchPanicLayer::new())
}

async fn not_found(_: visitor::Visitor) -> AppError {
    AppError::NotFound
}
