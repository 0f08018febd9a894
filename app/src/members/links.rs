//! Links from mails. Opening one only shows a page with a button, because mail programs open links by themselves.

use super::doors::with_session;
use crate::shell::{
    Answer, AppError, Page, Visitor,
    forms::{Asked, Errors, Field, Sent},
    limits::Limited,
    notices::{own_path, redirect_with},
    page::Width,
};
use axum::response::Response;
use domain::members::{self, MemberId, Refusal, rules::SHORTEST_PASSWORD};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// The secret part of a link.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Link {
    token: String,
}

/// What a button page says.
struct Words {
    title: String,
    text: String,
    button: String,
}

fn button_page(visitor: &Visitor, words: Words, action: &'static str, token: String) -> Response {
    Page::new(visitor, words.title.clone()).hidden().width(Width::Narrow).show(move || {
        view! {
            <div class="auth">
                <header class="page__head"><h1>{words.title}</h1><p class="page__lead">{words.text}</p></header>
                <form class="form" method="post" action=action>
                    <input type="hidden" name="token" value=token/>
                    <div class="form__actions"><button class="button button--large button--block">{words.button}</button></div>
                </form>
            </div>
        }
    })
}

/// The page of a link that was used, has run out or never existed.
fn used_up(visitor: &Visitor) -> Response {
    let lang = visitor.lang;
    Page::new(visitor, t!(lang, "members-link-title"))
        .status(StatusCode::GONE)
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            view! {
                <div class="auth">
                    <header class="page__head">
                        <h1>{t!(lang, "members-link-title")}</h1>
                        <p class="page__lead">{t!(lang, "members-link-text")}</p>
                    </header>
                    <div class="cluster">
                        <a class="button" href="/sign-in">{t!(lang, "nav-sign-in")}</a>
                        <a class="button button--quiet" href="/reset">{t!(lang, "members-forgot")}</a>
                    </div>
                </div>
            }
        })
}

async fn enter(visitor: &Visitor, member: MemberId, path: &str) -> Answer {
    let session = members::open(visitor.ctx(), member, &visitor.agent)
        .await
        .map_err(AppError::from_domain)?;
    Ok(with_session(visitor, session.token.text(), path))
}

/// `GET /confirm?token=`
pub async fn confirm_page(visitor: Visitor, Asked(link): Asked<Link>) -> Answer {
    let lang = visitor.lang;
    let words = Words {
        title: t!(lang, "members-confirm-title"),
        text: t!(lang, "members-confirm-text"),
        button: t!(lang, "members-confirm-button"),
    };
    Ok(button_page(&visitor, words, "/confirm", link.token))
}

/// `POST /confirm`: opens the account and signs in.
pub async fn confirm(visitor: Visitor, Sent(link): Sent<Link>) -> Answer {
    match members::confirm_address(visitor.ctx(), &link.token).await {
        Ok((member, next)) => enter(&visitor, member, own_path(next.as_deref().unwrap_or("/"))).await,
        Err(domain::Error::Refused(_)) => Ok(used_up(&visitor)),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// `GET /confirm-address?token=`
pub async fn confirm_address_page(visitor: Visitor, Asked(link): Asked<Link>) -> Answer {
    let lang = visitor.lang;
    let words = Words {
        title: t!(lang, "members-new-address-title"),
        text: t!(lang, "members-new-address-text"),
        button: t!(lang, "members-new-address-button"),
    };
    Ok(button_page(&visitor, words, "/confirm-address", link.token))
}

/// `POST /confirm-address`: the new address counts.
pub async fn confirm_address(visitor: Visitor, Sent(link): Sent<Link>) -> Answer {
    match members::confirm_new_address(visitor.ctx(), &link.token).await {
        Ok(_) => Ok(redirect_with("/me/account", "address-changed")),
        Err(domain::Error::Refused(_)) => Ok(used_up(&visitor)),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// The address typed.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct ResetForm {
    email: String,
}

/// `GET /reset`
pub async fn reset_page(visitor: Visitor) -> Answer {
    Ok(reset_form(&visitor, "", Errors::default(), false))
}

/// `POST /reset`: the same answer whether or not the address has an account.
pub async fn reset(visitor: Visitor, Sent(form): Sent<ResetForm>) -> Answer {
    visitor.count(Limited::SignUpFrom, &visitor.address)?;
    visitor.count(Limited::MailTo, &members::rules::address_key(&form.email))?;
    match members::request_reset(visitor.ctx(), &form.email).await {
        Ok(()) => Ok(reset_form(&visitor, &form.email, Errors::default(), true)),
        Err(domain::Error::Refused(Refusal::Invalid(errors))) => {
            Ok(reset_form(&visitor, &form.email, Errors(errors), false))
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

fn reset_form(visitor: &Visitor, email: &str, errors: Errors, sent: bool) -> Response {
    let lang = visitor.lang;
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let field = Field::new("email", t!(lang, "members-email"))
        .kind("email")
        .value(email)
        .autocomplete("email")
        .longest(254)
        .show(lang, &errors);
    let mail_page = visitor.app.mails.is_some();
    Page::new(visitor, t!(lang, "members-reset-title")).status(status).hidden().width(Width::Narrow).show(move || {
        view! {
            <div class="auth">
                <header class="page__head">
                    <h1>{t!(lang, "members-reset-title")}</h1>
                    <p class="page__lead">{t!(lang, if sent { "members-reset-sent" } else { "members-reset-text" })}</p>
                </header>
                {errors.summary(lang, |_| t!(lang, "members-email"))}
                {(!sent).then(|| view! {
                    <form class="form" method="post" action="/reset" novalidate=true>
                        {field}
                        <div class="form__actions">
                            <button class="button button--large button--block">{t!(lang, "members-reset-button")}</button>
                        </div>
                    </form>
                })}
                {(sent && mail_page).then(|| view! { <p><a class="button" href="/dev/mail">{t!(lang, "members-sent-dev")}</a></p> })}
            </div>
        }
    })
}

/// A new password, and the link that allows it.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct ChooseForm {
    token: String,
    password: String,
}

/// `GET /reset/choose?token=`
pub async fn choose_page(visitor: Visitor, Asked(link): Asked<Link>) -> Answer {
    Ok(choose_form(&visitor, link.token, Errors::default()))
}

/// `POST /reset/choose`
pub async fn choose(visitor: Visitor, Sent(form): Sent<ChooseForm>) -> Answer {
    match members::reset_password(visitor.ctx(), &form.token, form.password).await {
        Ok(member) => enter(&visitor, member, "/").await,
        Err(domain::Error::Refused(Refusal::Invalid(errors))) => Ok(choose_form(&visitor, form.token, Errors(errors))),
        Err(domain::Error::Refused(_)) => Ok(used_up(&visitor)),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

fn choose_form(visitor: &Visitor, token: String, errors: Errors) -> Response {
    let lang = visitor.lang;
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let field = Field::new("password", t!(lang, "members-new-password"))
        .kind("password")
        .hint(t!(
            lang,
            "members-password-hint",
            min = i64::try_from(SHORTEST_PASSWORD).unwrap_or(0)
        ))
        .autocomplete("new-password")
        .show(lang, &errors);
    Page::new(visitor, t!(lang, "members-choose-title")).status(status).hidden().width(Width::Narrow).show(move || {
        view! {
            <div class="auth">
                <header class="page__head"><h1>{t!(lang, "members-choose-title")}</h1></header>
                {errors.summary(lang, |_| t!(lang, "members-new-password"))}
                <form class="form" method="post" action="/reset/choose" novalidate=true>
                    <input type="hidden" name="token" value=token/>
                    {field}
                    <div class="form__actions">
                        <button class="button button--large button--block">{t!(lang, "members-choose-button")}</button>
                    </div>
                </form>
            </div>
        }
    })
}
