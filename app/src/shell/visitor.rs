//! Who looks at a page, in which language and light: found out once per request, before any handler.

use super::{
    errors::{self, AppError},
    limits::Limited,
    notices,
    state::App,
};
use axum::{
    body::{Body, Bytes},
    extract::{ConnectInfo, FromRequest, FromRequestParts, Multipart, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use domain::{Ctx, Day, Lang, members::Me};
use http::{HeaderMap, Method, header, request::Parts};
use std::{net::SocketAddr, sync::Arc};

/// Largest form without photos, in bytes. A listing's longest text is far below this.
pub const LARGEST_FORM: usize = 256 * 1024;

/// Light or dark, when the visitor chose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// As it stands in the cookie and in the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == name)
    }
}

/// Who looks. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Visitor(Arc<Inner>);

/// What is known of a visitor.
#[derive(Debug)]
pub struct Inner {
    /// The house.
    pub app: App,
    /// The member, if somebody is signed in.
    pub me: Option<Me>,
    /// The language of the page.
    pub lang: Lang,
    /// Light or dark, if chosen.
    pub theme: Option<Theme>,
    /// What was done just now.
    pub notice: Option<&'static str>,
    /// Path and query of this page.
    pub path: String,
    /// Where choosing a language or a look leads back to: this page; where a form was sent, the page that it was on.
    pub back: String,
    /// The path alone.
    pub place: String,
    /// How many bookings wait for this member.
    pub waiting: i64,
    /// In how many conversations something is unread.
    pub unread: i64,
    /// The visitor's address, for limits; never logged.
    pub address: String,
    /// What the browser calls itself.
    pub agent: String,
}

impl std::ops::Deref for Visitor {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Visitor {
    /// For the use cases.
    #[must_use]
    pub fn ctx(&self) -> &Ctx {
        &self.app.ctx
    }

    /// The calendar day it is in the community.
    #[must_use]
    pub fn today(&self) -> Day {
        self.app.ctx.today()
    }

    /// Counts one against a limit.
    ///
    /// # Errors
    /// [`AppError::TooMany`], with how long to wait.
    pub fn count(&self, what: Limited, key: &str) -> Result<(), AppError> {
        self.app.limits.count(what, key).map_err(AppError::TooMany)
    }
}

/// A visitor who is signed in; others are sent to sign in and come back.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The visitor.
    pub visitor: Visitor,
    /// Who it is.
    pub me: Me,
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| AppError::Fault("a page was routed without the visitor's layer".into()))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for SignedIn {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        let visitor = Visitor::from_request_parts(parts, state).await?;
        match visitor.me.clone() {
            Some(me) => Ok(Self { visitor, me }),
            // After a form there is no page to come back to but the one it stood on.
            None if parts.method == Method::GET => Err(AppError::SignInFirst(visitor.path.clone())),
            None => Err(AppError::SignInFirst(
                referring_path(&parts.headers).unwrap_or_else(|| "/".into()),
            )),
        }
    }
}

fn referring_path(headers: &HeaderMap) -> Option<String> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let after_scheme = referer.split_once("://")?.1;
    let path = &after_scheme[after_scheme.find('/')?..];
    Some(notices::own_path(path).to_owned())
}

/// The cookie that holds the session's token. Bound to the host and to https where there is https.
#[must_use]
pub const fn session_cookie(secure: bool) -> &'static str {
    if secure { "__Host-session" } else { "session" }
}

/// Finds out who looks, hands it to the handler, and turns refusals into pages in the visitor's language.
pub async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visitor = match look(app, &parts).await {
        Ok(visitor) => visitor,
        Err(error) => {
            tracing::error!(%error, "the visitor could not be looked up");
            return (http::StatusCode::SERVICE_UNAVAILABLE, "The database does not answer.").into_response();
        }
    };
    let (typed, body) = match take_form(&parts, body).await {
        Ok(taken) => taken,
        Err(error) => return errors::page(&visitor, &error, &[]),
    };
    if parts.method != Method::GET
        && parts.method != Method::HEAD
        && let Err(error) = visitor.count(Limited::Write, &visitor.address)
    {
        let typed = if typed.is_empty() {
            words_beside_files(Request::from_parts(parts, body)).await
        } else {
            typed
        };
        return errors::page(&visitor, &error, &typed);
    }
    parts.extensions.insert(visitor.clone());
    let asked_lang = query_value(&parts, "lang").and_then(Lang::from_code);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(error) = response.extensions_mut().remove::<Arc<AppError>>() {
        response = errors::page(&visitor, &error, &typed);
    }
    if let Some(lang) = asked_lang {
        super::settings::remember(&mut response, "lang", Some(lang.code()));
    }
    response
        .headers_mut()
        .append(header::VARY, http::HeaderValue::from_static("cookie, accept-language"));
    response
}

fn query_value<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    let mut pairs = parts.uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find_map(|(key, value)| (key == name).then_some(value))
}

/// The bytes of a plain form, read before the handler does, so that a page of refusal can hand them back. Files pass by.
async fn take_form(parts: &Parts, body: Body) -> Result<(Bytes, Body), AppError> {
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
        return Ok((Bytes::new(), body));
    }
    let bytes = axum::body::to_bytes(body, LARGEST_FORM)
        .await
        .map_err(|_| AppError::TooLarge)?;
    Ok((bytes.clone(), Body::from(bytes)))
}

/// What was typed in a form that carries files, as a plain form has it: everything that comes before the first file. The
/// files are not read. Nothing, for other requests.
async fn words_beside_files(request: Request) -> Bytes {
    let (mut words, mut length) = (Vec::new(), 0);
    if let Ok(mut parts) = Multipart::from_request(request, &()).await {
        while let Ok(Some(part)) = parts.next_field().await {
            let (Some(name), None) = (part.name().map(str::to_owned), part.file_name()) else {
                break;
            };
            let Ok(text) = part.text().await else { break };
            length += name.len() + text.len();
            if length > LARGEST_FORM {
                break;
            }
            words.push((name, text));
        }
    }
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(words)
        .finish();
    form.into()
}

async fn look(app: App, parts: &Parts) -> Result<Visitor, domain::error::Fault> {
    let jar = CookieJar::from_headers(&parts.headers);
    let header = |name: header::HeaderName| parts.headers.get(name).and_then(|v| v.to_str().ok());
    let me = match jar.get(session_cookie(app.secure)) {
        Some(cookie) if cookie.value().len() <= 100 => domain::members::me(&app.ctx, cookie.value()).await?,
        _ => None,
    };
    let (waiting, unread) = match &me {
        Some(me) => (
            domain::bookings::waiting_count(&app.ctx, me.id).await?
                + domain::claims::waiting_count(&app.ctx, me.id).await?,
            domain::messages::unread_count(&app.ctx, me.id).await?,
        ),
        None => (0, 0),
    };
    let lang = query_value(parts, "lang")
        .and_then(Lang::from_code)
        .or_else(|| jar.get("lang").and_then(|c| Lang::from_code(c.value())))
        .or_else(|| me.as_ref().map(|me| me.lang))
        .or_else(|| header(header::ACCEPT_LANGUAGE).and_then(Lang::from_accept_language))
        .unwrap_or_default();
    let path = parts
        .uri
        .path_and_query()
        .map_or_else(|| "/".into(), ToString::to_string);
    let back = match parts.method {
        Method::GET | Method::HEAD => path.clone(),
        _ => header(header::REFERER).map_or("/", path_of).to_owned(),
    };
    let address = address(&app, parts);
    Ok(Visitor(Arc::new(Inner {
        lang,
        theme: jar.get("theme").and_then(|c| Theme::from_name(c.value())),
        notice: jar.get(notices::COOKIE).and_then(|c| notices::known(c.value())),
        place: parts.uri.path().to_owned(),
        path,
        back,
        waiting,
        unread,
        address,
        agent: header(header::USER_AGENT).unwrap_or_default().to_owned(),
        me,
        app,
    })))
}

/// The path of a whole address; of another site's as well, which then is a path of ours or leads nowhere.
fn path_of(address: &str) -> &str {
    let behind = address.split_once("://").map_or("", |(_, rest)| rest);
    notices::own_path(behind.find('/').map_or("/", |at| &behind[at..]))
}

/// The address to count by: of the connection or, behind a proxy of ours, the one that the proxy saw.
pub(crate) fn address(app: &App, parts: &Parts) -> String {
    let forwarded = || {
        let list = parts.headers.get("x-forwarded-for")?.to_str().ok()?;
        list.rsplit(',').next()?.trim().parse::<std::net::IpAddr>().ok()
    };
    let direct = || {
        parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0.ip())
    };
    let address = if app.behind_proxy {
        forwarded().or_else(direct)
    } else {
        direct()
    };
    match address {
        // Somebody with IPv6 has a whole /64 to themselves.
        Some(std::net::IpAddr::V6(v6)) => {
            let s = v6.segments();
            format!("{:x}:{:x}:{:x}:{:x}::/64", s[0], s[1], s[2], s[3])
        }
        Some(v4) => v4.to_string(),
        None => "unknown".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn the_page_that_a_form_was_on_is_a_path_of_ours() {
        assert_eq!(path_of("https://allmende.example/bookings/1?a=b"), "/bookings/1?a=b");
        assert_eq!(path_of("https://allmende.example"), "/");
        assert_eq!(path_of("https://allmende.example//elsewhere.example/"), "/");
        assert_eq!(path_of("nonsense"), "/");
    }
}
