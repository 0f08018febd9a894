//! Language and light: two forms in the frame of every page, remembered in cookies.

use super::{
    Answer, Visitor,
    errors::AppError,
    notices::{own_path, redirect},
    visitor::Theme,
};
use axum::{Form, response::Response};
use domain::Lang;
use http::{HeaderValue, header};
use serde::Deserialize;

/// Sets a cookie for a year, or removes it. Values are ours, never typed.
pub fn remember(response: &mut Response, name: &str, value: Option<&str>) {
    let cookie = match value {
        Some(value) => format!("{name}={value}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"),
        None => format!("{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"),
    };
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// What the two forms send.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Choice {
    lang: String,
    theme: String,
    back: String,
}

/// `POST /settings/language`
///
/// # Errors
/// [`AppError::BadForm`] for a language we do not speak.
pub async fn language(visitor: Visitor, Form(choice): Form<Choice>) -> Answer {
    let lang = Lang::from_code(&choice.lang).ok_or(AppError::BadForm)?;
    if let Some(me) = &visitor.me {
        domain::members::set_language(visitor.ctx(), me, lang)
            .await
            .map_err(AppError::from_domain)?;
    }
    let mut response = redirect(&without_lang(own_path(&choice.back)));
    remember(&mut response, "lang", Some(lang.code()));
    Ok(response)
}

/// `POST /settings/theme`
///
/// # Errors
/// None.
pub async fn theme(Form(choice): Form<Choice>) -> Answer {
    let mut response = redirect(own_path(&choice.back));
    remember(&mut response, "theme", Theme::from_name(&choice.theme).map(Theme::name));
    Ok(response)
}

/// The path without `lang=`, which would win over the choice just made.
fn without_lang(path: &str) -> String {
    let Some((place, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let kept: Vec<_> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
    if kept.is_empty() {
        place.to_owned()
    } else {
        format!("{place}?{}", kept.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::without_lang;

    #[test]
    fn the_chosen_language_is_not_undone_by_the_address() {
        assert_eq!(without_lang("/search?q=a&lang=en&place=b"), "/search?q=a&place=b");
        assert_eq!(without_lang("/?lang=de"), "/");
        assert_eq!(without_lang("/me"), "/me");
    }
}
