//! What a page says once after something was done: a closed set of words, carried over the redirect in a cookie.

use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use http::header::SET_COOKIE;
use serde::Deserialize;

/// All notices; the text of each is `notice-NAME`.
pub const ALL: &[&str] = &[
    "signed-in",
    "signed-out",
    "saved",
    "password-changed",
    "address-mail-sent",
    "address-changed",
    "session-ended",
    "sessions-ended",
    "account-deleted",
    "photo-saved",
    "photo-removed",
    "draft-saved",
    "published",
    "paused",
    "resumed",
    "archived",
    "duplicated",
    "removed",
    "requested",
    "accepted-at-once",
    "accepted",
    "declined",
    "withdrawn",
    "asked-too",
    "claim-opened",
    "claim-answered",
    "claim-decided",
    "cancelled",
    "handover-reported",
    "handover-confirmed",
    "return-reported",
    "return-confirmed",
    "contested",
    "taken-back",
    "offered",
    "proposed",
    "days-closed",
    "changed",
    "disagreed",
    "review-saved",
    "review-published",
    "reply-saved",
    "blocked",
    "unblocked",
    "reported",
    "state-kept",
    "plan-proposed",
    "plan-agreed",
    "plan-declined",
    "plan-withdrawn",
    "calendar-closed",
    "calendar-added",
    "calendar-checked",
    "calendar-removed",
    "on-my-way",
    "trouble-told",
    "fee-waived",
    "letters-saved",
    "circle-founded",
    "circle-joined",
    "circle-left",
    "circle-asked",
    "vouched",
    "vouch-withdrawn",
    "waiting",
    "waiting-left",
];

/// The cookie's name.
pub const COOKIE: &str = "notice";

/// The notice a cookie names, if we know it.
#[must_use]
pub fn known(name: &str) -> Option<&'static str> {
    ALL.iter().copied().find(|n| *n == name)
}

/// Goes to `path` (a path of ours), where the notice is shown once.
#[must_use]
pub fn redirect_with(path: &str, notice: &'static str) -> Response {
    with_notice(redirect(path), notice)
}

/// The answer, after which the next page shows a notice once.
#[must_use]
pub fn with_notice(response: Response, notice: &'static str) -> Response {
    debug_assert!(ALL.contains(&notice), "{notice} is not in the list of notices");
    let cookie = format!("{COOKIE}={notice}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    (AppendHeaders([(SET_COOKIE, cookie)]), response).into_response()
}

/// Goes to `path` (a path of ours).
#[must_use]
pub fn redirect(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// `path` if it is a path on this site, otherwise `/`: nobody is sent elsewhere by a forged link.
#[must_use]
pub fn own_path(path: &str) -> &str {
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control)
        && path.len() <= 2_000;
    if own { path } else { "/" }
}

/// Where a form stood, as it says itself.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Back {
    back: String,
}

impl Back {
    /// The way back there; `otherwise`, if it does not say or says nonsense.
    #[must_use]
    pub fn path<'a>(&'a self, otherwise: &'a str) -> &'a str {
        match own_path(&self.back) {
            "/" => otherwise,
            path => path,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_has_its_words() {
        for name in ALL {
            for lang in domain::Lang::ALL {
                assert!(
                    crate::shell::words::has(lang, &format!("notice-{name}")),
                    "notice-{name}"
                );
            }
        }
    }

    #[test]
    fn nobody_is_sent_to_another_site() {
        for away in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "javascript:x",
            "/a\r\nb",
        ] {
            assert_eq!(own_path(away), "/", "{away}");
        }
        assert_eq!(own_path("/search?q=a&place=Bonn"), "/search?q=a&place=Bonn");
    }
}
