//! Signing up, in and out.

use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    format::query_value,
    forms::{Asked, Errors, Field, Sent},
    limits::Limited,
    notices::{own_path, redirect, redirect_with},
    page::Width,
    pieces::icon,
    visitor::session_cookie,
};
use axum::response::Response;
use domain::members::{self, Refusal, SESSION_DAYS, SignUp, rules::SHORTEST_PASSWORD};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use serde::Deserialize;

/// Where somebody was on their way to.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Next {
    next: String,
}

/// What the form of a new member sends.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct SignUpForm {
    name: String,
    email: String,
    password: String,
    next: String,
}

/// `GET /sign-up`
pub async fn sign_up_page(visitor: Visitor, Asked(next): Asked<Next>) -> Answer {
    if visitor.me.is_some() {
        return Ok(redirect(own_path(&next.next)));
    }
    Ok(sign_up_form(
        &visitor,
        &SignUpForm {
            next: next.next,
            ..SignUpForm::default()
        },
        Errors::default(),
    ))
}

/// `POST /sign-up`
pub async fn sign_up(visitor: Visitor, Sent(form): Sent<SignUpForm>) -> Answer {
    visitor.count(Limited::SignUpFrom, &visitor.address)?;
    visitor.count(Limited::MailTo, &members::rules::address_key(&form.email))?;
    let next = (!form.next.is_empty()).then(|| own_path(&form.next).to_owned());
    let typed = SignUp {
        name: form.name.clone(),
        email: form.email.clone(),
        password: form.password.clone(),
        lang: visitor.lang,
        next,
    };
    match members::sign_up(visitor.ctx(), typed).await {
        Ok(()) => Ok(redirect("/sign-up/sent")),
        Err(domain::Error::Refused(Refusal::Invalid(errors))) => Ok(sign_up_form(&visitor, &form, Errors(errors))),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

fn sign_up_form(visitor: &Visitor, form: &SignUpForm, errors: Errors) -> Response {
    let lang = visitor.lang;
    let labels = move |field: &str| match field {
        "name" => t!(lang, "members-name"),
        "email" => t!(lang, "members-email"),
        _ => t!(lang, "members-password"),
    };
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let fields = [
        Field::new("name", t!(lang, "members-name"))
            .hint(t!(lang, "members-name-hint"))
            .value(&form.name)
            .autocomplete("nickname")
            .longest(60)
            .show(lang, &errors),
        Field::new("email", t!(lang, "members-email"))
            .kind("email")
            .value(&form.email)
            .autocomplete("email")
            .longest(254)
            .show(lang, &errors),
        Field::new("password", t!(lang, "members-password"))
            .kind("password")
            .hint(t!(
                lang,
                "members-password-hint",
                min = i64::try_from(SHORTEST_PASSWORD).unwrap_or(0)
            ))
            .autocomplete("new-password")
            .show(lang, &errors),
    ];
    let next = form.next.clone();
    let sign_in = format!("/sign-in?next={}", query_value(&next));
    Page::new(visitor, t!(lang, "members-sign-up-title")).status(status).hidden().width(Width::Narrow).show(move || {
        view! {
            <div class="auth">
                <header class="page__head">
                    <h1>{t!(lang, "members-sign-up-title")}</h1>
                    <p class="page__lead">{t!(lang, "members-sign-up-lead")}</p>
                </header>
                {errors.summary(lang, labels)}
                <form class="form" method="post" action="/sign-up" novalidate=true>
                    {fields}
                    <input type="hidden" name="next" value=next/>
                    <p class="field__hint">
                        {t!(lang, "members-sign-up-conduct")}" "<a href="/conduct">{t!(lang, "footer-conduct")}</a>
                    </p>
                    <div class="form__actions">
                        <button class="button button--large button--block">{t!(lang, "members-sign-up-button")}</button>
                    </div>
                </form>
                <p class="auth__other">{t!(lang, "members-have-account")}" "<a href=sign_in>{t!(lang, "nav-sign-in")}</a></p>
            </div>
        }
    })
}

/// `GET /sign-up/sent`: the same for everybody.
pub async fn sent_page(visitor: Visitor) -> Answer {
    let lang = visitor.lang;
    let mail_page = visitor.app.mails.is_some();
    Ok(Page::new(&visitor, t!(lang, "members-sent-title")).hidden().width(Width::Narrow).show(move || {
        view! {
            <div class="auth">
                <header class="page__head">
                    {icon("mail")}
                    <h1>{t!(lang, "members-sent-title")}</h1>
                    <p class="page__lead">{t!(lang, "members-sent-text")}</p>
                </header>
                <p>{t!(lang, "members-sent-nothing")}" "<a href="/sign-up">{t!(lang, "members-sent-again")}</a></p>
                {mail_page.then(|| view! { <p><a class="button" href="/dev/mail">{t!(lang, "members-sent-dev")}</a></p> })}
            </div>
        }
    }))
}

/// What the sign-in form sends.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct SignInForm {
    email: String,
    password: String,
    next: String,
}

/// `GET /sign-in`
pub async fn sign_in_page(visitor: Visitor, Asked(next): Asked<Next>) -> Answer {
    if visitor.me.is_some() {
        return Ok(redirect(own_path(&next.next)));
    }
    Ok(sign_in_form(
        &visitor,
        &SignInForm {
            next: next.next,
            ..SignInForm::default()
        },
        false,
    ))
}

/// `POST /sign-in`
pub async fn sign_in(visitor: Visitor, Sent(form): Sent<SignInForm>) -> Answer {
    visitor.count(Limited::SignInFrom, &visitor.address)?;
    visitor.count(Limited::SignInTo, &members::rules::address_key(&form.email))?;
    match members::sign_in(visitor.ctx(), &form.email, form.password.clone(), &visitor.agent).await {
        Ok(session) => Ok(with_session(&visitor, session.token.text(), own_path(&form.next))),
        Err(domain::Error::Refused(Refusal::WrongCredentials)) => Ok(sign_in_form(&visitor, &form, true)),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// Goes to `path` with the session's cookie set. A session that was open before is another row, never this token.
pub(super) fn with_session(visitor: &Visitor, token: &str, path: &str) -> Response {
    let mut response = redirect_with(path, "signed-in");
    let secure = visitor.app.secure;
    let cookie = format!(
        "{}={token}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}",
        session_cookie(secure),
        SESSION_DAYS * 24 * 60 * 60,
        if secure { "; Secure" } else { "" },
    );
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn sign_in_form(visitor: &Visitor, form: &SignInForm, wrong: bool) -> Response {
    let lang = visitor.lang;
    let errors = Errors::default();
    let fields = [
        Field::new("email", t!(lang, "members-email"))
            .kind("email")
            .value(&form.email)
            .autocomplete("username")
            .longest(254)
            .show(lang, &errors),
        Field::new("password", t!(lang, "members-password"))
            .kind("password")
            .autocomplete("current-password")
            .show(lang, &errors),
    ];
    let next = form.next.clone();
    let sign_up = format!("/sign-up?next={}", query_value(&next));
    let status = if wrong {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Page::new(visitor, t!(lang, "members-sign-in-title")).status(status).hidden().width(Width::Narrow).show(move || {
        view! {
            <div class="auth">
                <header class="page__head"><h1>{t!(lang, "members-sign-in-title")}</h1></header>
                {wrong.then(|| view! {
                    <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                        <h2 class="error-summary__title">{t!(lang, "form-not-yet")}</h2>
                        <p>{t!(lang, "members-wrong-credentials")}</p>
                    </div>
                })}
                <form class="form" method="post" action="/sign-in" novalidate=true>
                    {fields}
                    <input type="hidden" name="next" value=next/>
                    <div class="form__actions">
                        <button class="button button--large button--block">{t!(lang, "members-sign-in-button")}</button>
                    </div>
                </form>
                <p class="auth__other"><a href="/reset">{t!(lang, "members-forgot")}</a></p>
                <p class="auth__other">{t!(lang, "members-no-account")}" "<a href=sign_up>{t!(lang, "members-sign-up-title")}</a></p>
            </div>
        }
    })
}

/// `POST /sign-out`
pub async fn sign_out(SignedIn { visitor, me }: SignedIn) -> Answer {
    match members::sign_out(visitor.ctx(), &me).await {
        Ok(()) | Err(domain::Error::NotFound) => Ok(without_session(&visitor, "/", "signed-out")),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// Goes to `path` with the session's cookie removed.
pub(super) fn without_session(visitor: &Visitor, path: &str, notice: &'static str) -> Response {
    let mut response = redirect_with(path, notice);
    let secure = visitor.app.secure;
    let cookie = format!(
        "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{}",
        session_cookie(secure),
        if secure { "; Secure" } else { "" },
    );
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
