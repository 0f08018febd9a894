//! Address, password, and leaving.

use super::{doors::without_session, profile::tabs};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::{Errors, Field, Sent},
    limits::Limited,
    notices::redirect_with,
    page::Width,
};
use axum::response::Response;
use domain::{
    forms::FieldError,
    members::{self, Me, Refusal, rules::SHORTEST_PASSWORD},
};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// Which of the three forms came back, with what.
#[derive(Default, Debug)]
struct Back {
    form: &'static str,
    errors: Errors,
    email: String,
    still_open: Option<String>,
}

/// `GET /me/account`
pub async fn page(SignedIn { visitor, me }: SignedIn) -> Answer {
    Ok(show(&visitor, &me, Back::default()))
}

/// A new password and the old one.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct PasswordForm {
    current: String,
    password: String,
}

/// `POST /me/password`
pub async fn password(SignedIn { visitor, me }: SignedIn, Sent(form): Sent<PasswordForm>) -> Answer {
    visitor.count(Limited::SignInTo, &me.email)?;
    match members::change_password(visitor.ctx(), &me, form.current, form.password).await {
        Ok(()) => Ok(redirect_with("/me/account", "password-changed")),
        Err(domain::Error::Refused(Refusal::Invalid(errors))) => Ok(show(
            &visitor,
            &me,
            Back {
                form: "password",
                errors: Errors(errors),
                ..Back::default()
            },
        )),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// A new address and the password.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct AddressForm {
    email: String,
    current: String,
}

/// `POST /me/address`
pub async fn address(SignedIn { visitor, me }: SignedIn, Sent(form): Sent<AddressForm>) -> Answer {
    visitor.count(Limited::SignInTo, &me.email)?;
    visitor.count(Limited::MailTo, &members::rules::address_key(&form.email))?;
    match members::change_address(visitor.ctx(), &me, &form.email, form.current).await {
        Ok(()) => Ok(redirect_with("/me/account", "address-mail-sent")),
        Err(domain::Error::Refused(Refusal::Invalid(errors))) => {
            let back = Back {
                form: "address",
                errors: Errors(errors),
                email: form.email,
                ..Back::default()
            };
            Ok(show(&visitor, &me, back))
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// The password, to leave.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct DeleteForm {
    current: String,
}

/// `POST /me/delete`
pub async fn delete(SignedIn { visitor, me }: SignedIn, Sent(form): Sent<DeleteForm>) -> Answer {
    visitor.count(Limited::SignInTo, &me.email)?;
    let back = match members::delete_account(visitor.ctx(), &me, form.current).await {
        Ok(()) => return Ok(without_session(&visitor, "/", "account-deleted")),
        Err(domain::Error::Refused(Refusal::Invalid(errors))) => Back {
            form: "delete",
            errors: Errors(errors),
            ..Back::default()
        },
        Err(domain::Error::Refused(Refusal::OpenBookings(open))) => Back {
            form: "delete",
            still_open: Some(t!(visitor.lang, "members-delete-open", count = open)),
            ..Back::default()
        },
        Err(domain::Error::Refused(Refusal::OpenClaims(open))) => Back {
            form: "delete",
            still_open: Some(t!(visitor.lang, "members-delete-open-claims", count = open)),
            ..Back::default()
        },
        Err(other) => return Err(AppError::from_domain(other)),
    };
    Ok(show(&visitor, &me, back))
}

fn show(visitor: &Visitor, me: &Me, back: Back) -> Response {
    let lang = visitor.lang;
    let failed = !back.errors.is_empty() || back.still_open.is_some();
    let status = if failed {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let none = Errors::default();
    let errors_of = |form: &str| if back.form == form { &back.errors } else { &none };
    let current = |form: &str| {
        Field::new("current", t!(lang, "members-current-password"))
            .within(form)
            .kind("password")
            .autocomplete("current-password")
            .show(lang, errors_of(form))
    };
    let password_fields = [
        current("password"),
        Field::new("password", t!(lang, "members-new-password"))
            .within("password")
            .kind("password")
            .hint(t!(
                lang,
                "members-password-hint",
                min = i64::try_from(SHORTEST_PASSWORD).unwrap_or(0)
            ))
            .autocomplete("new-password")
            .show(lang, errors_of("password")),
    ];
    let address_fields = [
        Field::new("email", t!(lang, "members-new-address"))
            .within("address")
            .kind("email")
            .autocomplete("email")
            .value(&back.email)
            .longest(254)
            .show(lang, errors_of("address")),
        current("address"),
    ];
    let delete_field = current("delete");
    let labels = move |field: &str| match field {
        "current" => t!(lang, "members-current-password"),
        "email" => t!(lang, "members-new-address"),
        _ => t!(lang, "members-new-password"),
    };
    let in_form = |error: &FieldError| FieldError {
        field: format!("{}-{}", back.form, error.field),
        ..error.clone()
    };
    let summary = Errors(back.errors.0.iter().map(in_form).collect()).summary(lang, move |id| {
        labels(id.split_once('-').map_or(id, |(_, field)| field))
    });
    let email = me.email.clone();
    let open = back.still_open.clone();
    let open_fold = (back.form == "delete").then_some(true);
    let tabs = tabs(visitor, "/me/account");
    Page::new(visitor, t!(lang, "members-account-title")).status(status).hidden().width(Width::Text).show(move || {
        view! {
            <header class="page__head"><h1>{t!(lang, "members-account-title")}</h1></header>
            {tabs}
            <div class="stack stack--wide">
                {summary}
                <section class="section section--first">
                    <div class="section__head"><h2>{t!(lang, "members-address-head")}</h2></div>
                    <p>{t!(lang, "members-address-now")}" "<strong><bdi>{email}</bdi></strong></p>
                    <form class="form" method="post" action="/me/address" novalidate=true>
                        {address_fields}
                        <div class="form__actions"><button class="button">{t!(lang, "members-address-button")}</button></div>
                    </form>
                </section>
                <section class="section">
                    <div class="section__head"><h2>{t!(lang, "members-password-head")}</h2></div>
                    <form class="form" method="post" action="/me/password" novalidate=true>
                        {password_fields}
                        <div class="form__actions"><button class="button">{t!(lang, "members-password-button")}</button></div>
                    </form>
                </section>
                <section class="panel panel--danger">
                    <h2>{t!(lang, "members-delete-title")}</h2>
                    <p>{t!(lang, "members-delete-text")}</p>
                    {open.map(|text| view! {
                        <div class="notice" data-kind="error" role="alert">
                            <p>{text}" "<a href="/loans">{t!(lang, "nav-loans")}</a></p>
                        </div>
                    })}
                    <details class="fold" open=open_fold>
                        <summary class="fold__head">{t!(lang, "members-delete-open-form")}</summary>
                        <form class="form fold__body" method="post" action="/me/delete" novalidate=true>
                            {delete_field}
                            <div class="form__actions">
                                <button class="button button--danger">{t!(lang, "members-delete-button")}</button>
                            </div>
                        </form>
                    </details>
                </section>
            </div>
        }
    })
}
