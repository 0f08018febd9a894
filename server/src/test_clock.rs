//! `POST /__test__/clock`: tests move the time. Only in builds with the feature `test-support`.

use app::shell::App;
use axum::{Json, extract::State};
use http::StatusCode;
use serde::Deserialize;

/// How far.
#[derive(Deserialize, Debug)]
pub struct Advance {
    advance_seconds: i64,
}

/// Moves the clock and does the jobs that have come due, before it answers.
pub async fn advance(State(app): State<App>, Json(by): Json<Advance>) -> StatusCode {
    if !app.ctx.clock.advance(by.advance_seconds.saturating_mul(1_000_000)) {
        return StatusCode::CONFLICT;
    }
    match domain::jobs::run_due(&app.ctx, "test-clock").await {
        Ok(_) => StatusCode::NO_CONTENT,
        Err(error) => {
            tracing::error!(%error, "jobs after moving the clock");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}
