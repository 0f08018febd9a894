//! Sending a message, and asking an owner for the first time. Whatever is refused, the words stay.

use super::{
    islands::ids,
    pages::{self, Again, id_in},
    words::{Why, newest, why},
};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor, format,
    forms::{Asked, Errors, Field, summary},
    notices::redirect,
    page::Width,
    pieces::{crumbs, icon, member_name},
    uploads::{self, NotTaken, WithFiles},
};
use axum::{
    extract::{Path, Request},
    response::Response,
};
use domain::{
    Error, Lang,
    listings::ListingId,
    members::Me,
    messages::{
        self, Asking, Draft, Refusal,
        rules::{LONGEST_TEXT, MOST_PHOTOS},
    },
    secrets::Token,
};
use http::{StatusCode, header};
use leptos::prelude::*;
use serde::Deserialize;

/// The longest path that is carried through signing in; see `notices::own_path`.
const LONGEST_PATH: usize = 1_900;

/// The words alone: how the form comes back from the page that says "too often", and from signing in.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Words {
    text: String,
    once: String,
}

/// Reads the form, with pictures or without.
async fn read(request: Request) -> Result<(Draft, WithFiles), AppError> {
    let form = uploads::read(request, "photos", MOST_PHOTOS).await?;
    let draft = Draft {
        text: form.one("text").to_owned(),
        once: form.one("once").to_owned(),
        photos: form.files.clone(),
    };
    Ok((draft, form))
}

/// What stands against taking the pictures at all, before anybody looks at them.
fn pictures_refused(visitor: &Visitor, me: &Me, form: &WithFiles) -> Option<Why> {
    let NotTaken { text, status, wait } = uploads::not_taken(visitor, me, form)?;
    Some(Why {
        text,
        field: Some("photos"),
        status,
        wait,
    })
}

/// `POST /conversations/{id}`
pub async fn write(visitor: Visitor, Path(id): Path<String>, request: Request) -> Answer {
    let id = id_in(&id)?;
    let (draft, form) = read(request).await?;
    let Some(me) = visitor.me.clone() else {
        return sign_in_first(&visitor, &id.path(), draft);
    };
    let again = |why| Again {
        text: form.one("text").to_owned(),
        once: form.one("once").to_owned(),
        why: Some(why),
    };
    if let Some(why) = pictures_refused(&visitor, &me, &form) {
        return pages::show(&visitor, &me, id, None, again(why)).await;
    }
    match messages::write(visitor.ctx(), &me, id, draft).await {
        Ok(sent) => Ok(redirect(&newest(sent.conversation))),
        Err(Error::Refused(refusal)) => {
            let other = messages::conversation(visitor.ctx(), &me, id, None)
                .await
                .map_err(AppError::from_domain)?
                .other
                .name;
            let why = in_words(&visitor, &refusal, &other);
            pages::show(&visitor, &me, id, None, again(why)).await
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

fn in_words(visitor: &Visitor, refusal: &Refusal, other: &str) -> Why {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let other = member_name(lang, other);
    why(lang, refusal, &other, ctx.clock.now(), &ctx.settings.zone)
}

/// `GET /listings/{id}/ask`: leads on to where the two talk already, if they do.
pub async fn ask_page(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Asked(words): Asked<Words>,
) -> Answer {
    let listing: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let asking = messages::asking(visitor.ctx(), &me, listing)
        .await
        .map_err(AppError::from_domain)?;
    if let Some(there) = asking.there {
        let text = format::query_value(&words.text);
        let query = if text.is_empty() {
            String::new()
        } else {
            format!("?text={text}")
        };
        return Ok(redirect(&format!("{}{query}#write", there.path())));
    }
    let why = asking
        .refusal
        .as_ref()
        .map(|refusal| in_words(&visitor, refusal, &asking.owner.name));
    let again = Again {
        text: words.text,
        once: String::new(),
        why,
    };
    Ok(show_ask(&visitor, &asking, again))
}

/// `POST /listings/{id}/ask`
pub async fn ask(visitor: Visitor, Path(id): Path<String>, request: Request) -> Answer {
    let listing: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let (draft, form) = read(request).await?;
    let Some(me) = visitor.me.clone() else {
        return sign_in_first(&visitor, &format!("/listings/{listing}/ask"), draft);
    };
    let refused = match pictures_refused(&visitor, &me, &form) {
        Some(why) => Err(why),
        None => match messages::ask(visitor.ctx(), &me, listing, draft).await {
            Ok(sent) => return Ok(redirect(&newest(sent.conversation))),
            Err(Error::Refused(refusal)) => Ok(refusal),
            Err(other) => return Err(AppError::from_domain(other)),
        },
    };
    let asking = messages::asking(visitor.ctx(), &me, listing)
        .await
        .map_err(AppError::from_domain)?;
    let why = match refused {
        Ok(refusal) => in_words(&visitor, &refusal, &asking.owner.name),
        Err(why) => why,
    };
    let again = Again {
        text: form.one("text").to_owned(),
        once: form.one("once").to_owned(),
        why: Some(why),
    };
    Ok(show_ask(&visitor, &asking, again))
}

/// The page on which an owner is asked for the first time.
fn show_ask(visitor: &Visitor, asking: &Asking, again: Again) -> Response {
    let lang = visitor.lang;
    let owner = member_name(lang, &asking.owner.name);
    let title = t!(lang, "messages-ask", name = owner.clone());
    let status = again.why.as_ref().map_or(StatusCode::OK, |why| why.status);
    let wait = again.why.as_ref().and_then(|why| why.wait);
    let action = format!("/listings/{}/ask", asking.listing);
    let (listing, thing, heading) = (asking.listing, asking.title.clone(), title.clone());
    let mut response = Page::new(visitor, title)
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                {crumbs(lang, [(format!("/listings/{listing}"), thing)])}
                <header class="page__head">
                    <h1>{heading}</h1>
                    <p class="page__lead">{t!(lang, "messages-ask-lead", name = owner.clone())}</p>
                </header>
                {write_form(lang, &action, &owner, again)}
            }
        });
    if let Some(wait) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, wait.into());
    }
    response
}

/// The form to write in, with what was typed and what is wrong with it. The words come before the files, so that they
/// arrive also where the files are too many.
pub fn write_form(lang: Lang, action: &str, other: &str, again: Again) -> AnyView {
    let Again { text, once, why } = again;
    let once = if once.is_empty() {
        Token::new().text().to_owned()
    } else {
        once
    };
    let at = |field: &str| {
        let why = why.as_ref().filter(|why| why.field == Some(field));
        why.map(|why| why.text.clone())
    };
    let listed = why
        .iter()
        .map(|why| (why.field.map(str::to_owned), why.text.clone()))
        .collect();
    let wrong_photos = at("photos");
    let described = if wrong_photos.is_some() {
        "photos-error photos-hint"
    } else {
        "photos-hint"
    };
    let field = Field::new("text", t!(lang, "messages-text", name = other.to_owned()))
        .lines(3)
        .longest(LONGEST_TEXT)
        .value(text)
        .wrong(at("text"))
        .show(lang, &Errors::default());
    view! {
        {summary(lang, listed)}
        <form class="form" id=ids::FORM method="post" action=action.to_owned() enctype="multipart/form-data"
            data-unsent=t!(lang, "messages-unsent") data-sent=t!(lang, "messages-sent")>
            <input type="hidden" name="once" value=once/>
            {field}
            <div class="field">
                <label class="field__label" for="photos">
                    {t!(lang, "messages-photos")}" "<span class="field__optional">{t!(lang, "form-optional")}</span>
                </label>
                <p class="field__hint" id="photos-hint">{t!(lang, "messages-photos-hint", most = MOST_PHOTOS)}</p>
                <input class="file" id="photos" name="photos" type="file" multiple=true
                    accept="image/jpeg,image/png,image/webp,image/gif"
                    aria-invalid=wrong_photos.is_some().then_some("true") aria-describedby=described/>
                {wrong_photos.map(|text| view! { <p class="field__error" id="photos-error">{text}</p> })}
            </div>
            <div class="form__actions">
                <button class="button">{icon("message")}{t!(lang, "messages-send")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// For somebody whose session is over: they sign in and come back to their words. Words that are too long for an address
/// stay on the page, and signing in happens beside it. Pictures have to be chosen again.
fn sign_in_first(visitor: &Visitor, path: &str, draft: Draft) -> Answer {
    let whole = format!("{path}?text={}", format::query_value(&draft.text));
    if whole.len() <= LONGEST_PATH {
        return Err(AppError::SignInFirst(whole));
    }
    let lang = visitor.lang;
    let next = format::query_value(path);
    let (title, path) = (t!(lang, "messages-sign-in"), path.to_owned());
    let heading = title.clone();
    Ok(Page::new(visitor, title)
        .status(StatusCode::UNAUTHORIZED)
        .hidden()
        .width(Width::Text)
        .show(move || {
            let Draft { text, once, .. } = draft;
            let field = Field::new("text", t!(lang, "messages-yours"))
                .lines(6)
                .value(text)
                .show(lang, &Errors::default());
            view! {
                <header class="page__head"><h1>{heading}</h1></header>
                <p>{t!(lang, "messages-sign-in-text")}</p>
                <p><a href=format!("/sign-in?next={next}") target="_blank">{t!(lang, "nav-sign-in")}</a></p>
                <form class="form" method="post" action=path>
                    <input type="hidden" name="once" value=once/>
                    {field}
                    <div class="form__actions"><button class="button">{t!(lang, "messages-send")}</button></div>
                </form>
            }
        }))
}
