//! A calendar as programs read it, at an address that only whoever made it knows.

use super::words;
use crate::shell::{App, limits::Limited, visitor};
use axum::{
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use domain::{
    Timestamp,
    calendars::{self, writing},
    error::Fault,
    secrets,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use jiff::tz::TimeZone;

/// Longest token looked up, in bytes; ours have 43.
const LONGEST_TOKEN: usize = 100;

/// `GET /calendars/{token}.ics`
pub async fn serve(State(app): State<App>, Path(file): Path<String>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    if let Err(wait) = app.limits.count(Limited::Read, &visitor::address(&app, &parts)) {
        let wait = [(header::RETRY_AFTER, wait.as_secs().max(1).to_string())];
        return (StatusCode::TOO_MANY_REQUESTS, wait, "Too often.\n").into_response();
    }
    let Some(token) = file.strip_suffix(".ics").filter(|token| token.len() <= LONGEST_TOKEN) else {
        return not_found();
    };
    match read(&app, token).await {
        Ok(Some(served)) => served.answer(&parts.headers),
        Ok(None) => not_found(),
        Err(fault) => {
            tracing::error!(%fault, "a calendar could not be read");
            (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side.\n").into_response()
        }
    }
}

fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "There is no such calendar.\n").into_response()
}

/// A calendar, and how one tells whether one has it already.
struct Served {
    text: String,
    etag: String,
    changed: Timestamp,
}

async fn read(app: &App, token: &str) -> Result<Option<Served>, Fault> {
    let ctx = &app.ctx;
    let Some(feed) = calendars::feed(ctx, token).await? else {
        return Ok(None);
    };
    let host = calendars::host_of(&ctx.settings.public_url);
    let text = writing::write(&words::name(ctx, &feed), &host, &words::entries(ctx, &feed));
    let hash = secrets::hash(&text);
    let changed = calendars::note_read(ctx, token, &hash).await?;
    Ok(Some(Served {
        etag: format!("\"{}\"", &hash[..32]),
        text,
        changed,
    }))
}

impl Served {
    fn answer(self, asked: &HeaderMap) -> Response {
        let changed = self.changed.zoned(&TimeZone::UTC);
        let modified = changed.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        let head = [
            (header::ETAG, self.etag.clone()),
            (header::LAST_MODIFIED, modified),
            // Whoever has it may keep it, and asks whether it still is so.
            (header::CACHE_CONTROL, "private, no-cache".to_owned()),
            (HeaderName::from_static("x-robots-tag"), "noindex".to_owned()),
        ];
        if self.is_known(asked) {
            return (StatusCode::NOT_MODIFIED, head).into_response();
        }
        let kind = [
            (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
            (header::CONTENT_DISPOSITION, "inline; filename=\"allmende.ics\""),
        ];
        (head, kind, self.text).into_response()
    }

    /// Whether the asker has it already (RFC 9110, 13.2.2): the mark decides, and the time only where none was sent.
    fn is_known(&self, asked: &HeaderMap) -> bool {
        let text = |value: &HeaderValue| value.to_str().unwrap_or_default().to_owned();
        if let Some(marks) = asked.get(header::IF_NONE_MATCH).map(text) {
            let known = |mark: &str| mark == "*" || mark.strip_prefix("W/").unwrap_or(mark) == self.etag;
            return marks.split(',').any(|mark| known(mark.trim()));
        }
        let since = asked.get(header::IF_MODIFIED_SINCE).map(text);
        let since = since.and_then(|since| jiff::fmt::rfc2822::parse(&since).ok());
        since.is_some_and(|since| self.changed.0.div_euclid(Timestamp::SECOND) <= since.timestamp().as_second())
    }
}
