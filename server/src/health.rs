//! Whether we live, and whether we can work.

use app::shell::App;
use axum::extract::State;
use http::StatusCode;

/// `GET /healthz`: the process answers.
pub async fn alive() -> &'static str {
    "ok"
}

/// `GET /readyz`: the database answers too.
pub async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.ctx.db.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}
