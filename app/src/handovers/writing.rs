//! Writing down in what state it is. The form works without script and with a bad line: what was refused comes back with
//! everything typed, and where scripts run, words and photos wait on the device until the server has them.

use super::{
    entries::entry,
    islands::{DraftKeeper, ids},
    path_of,
    words::{Why, found_words, move_words, why},
};
use crate::{
    bookings::Voice,
    shell::{
        Answer, AppError, Page, SignedIn, Visitor, format,
        forms::{Asked, Errors, Field, summary},
        notices::{redirect, redirect_with, with_notice},
        page::Width,
        pieces::{crumbs, icon},
        uploads::{self, NotTaken, WithFiles},
    },
};
use axum::{
    Json,
    extract::{Path, Request},
    response::{IntoResponse, Response},
};
use domain::{
    Error, Lang,
    bookings::{self, BookingId, BookingView, Move},
    handovers::{
        self, Draft, Found, Record, rules,
        rules::{LONGEST_NOTE, MOST_PHOTOS},
    },
    members::Me,
    secrets::Token,
};
use http::{HeaderMap, StatusCode, header};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The longest path that is carried through signing in; see `notices::own_path`.
const LONGEST_PATH: usize = 1_900;

/// A booking, its record and a voice to speak of them.
pub struct Seen {
    /// The booking as the reader sees it.
    pub view: BookingView,
    /// Its record.
    pub record: Record,
    /// Says things about it.
    pub voice: Voice,
}

impl Seen {
    /// The way back to the booking.
    #[must_use]
    pub fn crumbs(&self) -> AnyView {
        let lang = self.voice.lang;
        let (href, title) = (self.view.booking.key.id.path(), self.view.booking.terms.title.clone());
        crumbs(lang, [("/loans".into(), t!(lang, "bookings-loans")), (href, title)])
    }
}

/// The booking and the move that an address names.
pub fn move_in(id: &str, what: &str) -> Result<(BookingId, Move), AppError> {
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    Ok((id, Move::from_name(what).ok_or(AppError::NotFound)?))
}

/// Reads everything that the pages of a move show.
///
/// # Errors
/// [`AppError::NotFound`] for anybody but the two parties.
pub async fn look(visitor: &Visitor, me: &Me, id: BookingId) -> Result<Seen, AppError> {
    let ctx = visitor.ctx();
    let view = bookings::booking_seen_by(ctx, me, id)
        .await
        .map_err(AppError::from_domain)?;
    let record = handovers::of_booking(ctx, me, id)
        .await
        .map_err(AppError::from_domain)?;
    let voice = Voice::of(visitor.lang, record.now, &view.booking);
    Ok(Seen { view, record, voice })
}

/// `GET /bookings/{id}/moves/{what}`: with what was typed before signing in, if it was.
pub async fn page(
    SignedIn { visitor, me }: SignedIn,
    Path((id, what)): Path<(String, String)>,
    Asked(typed): Asked<Vec<(String, String)>>,
) -> Answer {
    let (id, what) = move_in(&id, &what)?;
    let seen = look(&visitor, &me, id).await?;
    let shut = seen
        .record
        .may_write(what)
        .err()
        .map(|refused| why(&seen.voice, &refused));
    let draft = draft_of(&WithFiles {
        fields: typed,
        ..WithFiles::default()
    });
    Ok(show(seen, &visitor, what, draft, shut))
}

/// `POST /bookings/{id}/moves/{what}`: whoever asks for JSON is told the number of the entry, and that it is kept.
pub async fn write(
    visitor: Visitor,
    Path((id, what)): Path<(String, String)>,
    headers: HeaderMap,
    request: Request,
) -> Answer {
    let (id, what) = move_in(&id, &what)?;
    let form = uploads::read(request, "photos", MOST_PHOTOS).await?;
    let draft = draft_of(&form);
    let Some(me) = visitor.me.clone() else {
        return sign_in_first(&visitor, &path_of(id, what), &form);
    };
    let seen = look(&visitor, &me, id).await?;
    if let Some(NotTaken { text, status, wait }) = uploads::not_taken(&visitor, &me, &form) {
        let texts = vec![(Some("photos".to_owned()), text)];
        let mut response = show(seen, &visitor, what, draft, Some(Why { texts, status }));
        if let Some(wait) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, wait.into());
        }
        return Ok(response);
    }
    let kept = Draft {
        photos: form.files,
        ..draft.clone()
    };
    match handovers::write(visitor.ctx(), &me, id, what, kept).await {
        Ok(entry) if wants_json(&headers) => {
            let kept = Json(serde_json::json!({ "entry": entry }));
            Ok(with_notice(kept.into_response(), "state-kept"))
        }
        Ok(_) => Ok(redirect_with(&format!("{}#handover", id.path()), "state-kept")),
        Err(Error::Refused(refused)) => {
            let why = why(&seen.voice, &refused);
            Ok(show(seen, &visitor, what, draft, Some(why)))
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok());
    accept.is_some_and(|accept| accept == "application/json")
}

/// What was typed, without the photos.
fn draft_of(form: &WithFiles) -> Draft {
    let found: BTreeMap<usize, String> = form
        .fields
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("item-")?.parse().ok()?, value.clone())))
        .collect();
    Draft {
        note: form.one("note").to_owned(),
        found,
        once: form.one("once").to_owned(),
        photos: Vec::new(),
    }
}

/// The page with what was typed, and why it was refused or there is nothing to write.
fn show(seen: Seen, visitor: &Visitor, what: Move, draft: Draft, why: Option<Why>) -> Response {
    let lang = visitor.lang;
    let title = t!(lang, "handovers-write-title", what = what.name());
    let status = why.as_ref().map_or(StatusCode::OK, |why| why.status);
    let texts = why.map_or(Vec::new(), |why| why.texts);
    let may = seen.record.may_write(what);
    let other = seen.voice.other(&seen.view);
    let late = matches!(may, Ok(true)).then(|| {
        let text = t!(lang, "handovers-late", what = what.name());
        view! { <div class="notice" data-kind="info">{icon("info")}<p>{text}</p></div> }
    });
    // What was typed is shown in any case: nobody loses words to a moment that has passed.
    let typed = !draft.note.is_empty() || !draft.found.is_empty();
    let form = (may.is_ok() || typed).then(|| form(lang, &seen, what, &draft, &texts));
    let theirs: Vec<_> = seen
        .record
        .about(what)
        .map(|one| entry(lang, &seen.view, one, &seen.voice.zone, true))
        .collect();
    let theirs = (!theirs.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="written">
                <h2 id="written">{t!(lang, "handovers-written", what = what.name())}</h2>
                <ol class="handover__entries">{theirs}</ol>
            </section>
        }
    });
    let lead = t!(lang, "handovers-write-lead", other = other);
    let heading = title.clone();
    Page::new(visitor, title)
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                {seen.crumbs()}
                <header class="page__head"><h1>{heading}</h1><p class="page__lead">{lead}</p></header>
                <div class="stack stack--wide">{summary(lang, texts)}{late}{form}{theirs}</div>
            }
        })
}

/// The form. Words come before files, so that they arrive also where the files are too many.
fn form(lang: Lang, seen: &Seen, what: Move, draft: &Draft, texts: &[(Option<String>, String)]) -> AnyView {
    let once = if draft.once.is_empty() {
        Token::new().text().to_owned()
    } else {
        draft.once.clone()
    };
    let wrong = |field: &str| {
        let at = texts.iter().find(|(at, _)| at.as_deref() == Some(field));
        at.map(|(_, text)| text.clone())
    };
    let items = rules::checklist(&seen.record.booking.terms)
        .into_iter()
        .enumerate()
        .map(|(place, name)| item(lang, place, name, draft, wrong(&format!("item-{place}"))))
        .collect_view();
    let note = Field::new("note", t!(lang, "handovers-note"))
        .hint(t!(lang, "handovers-note-hint"))
        .lines(4)
        .longest(LONGEST_NOTE)
        .value(draft.note.clone())
        .wrong(wrong("note"))
        .optional()
        .show(lang, &Errors::default());
    let action = path_of(seen.view.booking.key.id, what);
    view! {
        <form class="form" id=ids::FORM method="post" action=action enctype="multipart/form-data"
            data-after=format!("{}#handover", seen.view.booking.key.id.path())
            data-waiting=t!(lang, "handovers-waiting") data-sending=t!(lang, "handovers-sending")
            data-restored=t!(lang, "handovers-restored") data-remove=t!(lang, "handovers-photo-remove")>
            <input type="hidden" name="once" value=once/>
            <fieldset class="group" aria-describedby="items-hint">
                <legend class="group__legend">{t!(lang, "handovers-items")}</legend>
                <p class="field__hint" id="items-hint">{t!(lang, "handovers-items-hint")}</p>
                <ul class="checkpoints">{items}</ul>
            </fieldset>
            {note}
            {photos(lang, wrong("photos"))}
            <DraftKeeper/>
            <p class="field__hint">{t!(lang, "handovers-frozen", what = move_words(lang, what))}</p>
            <div class="form__actions">
                <button class="button button--large">{icon("check")}{t!(lang, "handovers-keep")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn item(lang: Lang, place: usize, name: String, draft: &Draft, wrong: Option<String>) -> AnyView {
    let field = format!("item-{place}");
    let typed = draft.found.get(&place).map_or("", String::as_str);
    let choices = Found::ALL
        .into_iter()
        .map(|found| {
            view! {
                <label class="choice">
                    <input type="radio" name=field.clone() value=found.name() checked=typed == found.name()/>
                    <span>{found_words(lang, Some(found))}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <li class="checkpoint">
            <fieldset id=field.clone()>
                <legend class="checkpoint__name" dir="auto">{name}</legend>
                {wrong.map(|text| view! { <p class="field__error">{text}</p> })}
                <div class="checkpoint__choices">{choices}</div>
            </fieldset>
        </li>
    }
    .into_any()
}

/// Two fields of one name: a phone opens its camera at the first, its album at the second.
fn photos(lang: Lang, wrong: Option<String>) -> AnyView {
    let described = if wrong.is_some() {
        "photos-error photos-hint"
    } else {
        "photos-hint"
    };
    let invalid = wrong.is_some().then_some("true");
    view! {
        <fieldset class="group">
            <legend class="group__legend">{t!(lang, "handovers-photos")}" "<span class="field__optional">{t!(lang, "form-optional")}</span></legend>
            <p class="field__hint" id="photos-hint">{t!(lang, "handovers-photos-hint", most = MOST_PHOTOS)}</p>
            {wrong.map(|text| view! { <p class="field__error" id="photos-error">{text}</p> })}
            <div class="field">
                <label class="field__label" for=ids::CAMERA>{icon("camera")}" "{t!(lang, "handovers-photos-take")}</label>
                <input class="file" id=ids::CAMERA name="photos" type="file" accept="image/*" capture="environment"
                    aria-invalid=invalid aria-describedby=described/>
            </div>
            <div class="field">
                <label class="field__label" for=ids::ALBUM>{icon("add-photo")}" "{t!(lang, "handovers-photos-choose")}</label>
                <input class="file" id=ids::ALBUM name="photos" type="file" multiple=true
                    accept="image/jpeg,image/png,image/webp,image/gif" aria-invalid=invalid aria-describedby=described/>
            </div>
        </fieldset>
    }
    .into_any()
}

/// For somebody whose session is over: they sign in and come back to what they typed. What is too long for an address stays
/// on the page, and signing in happens beside it. Photos have to be chosen again, unless a script keeps them.
fn sign_in_first(visitor: &Visitor, path: &str, form: &WithFiles) -> Answer {
    let pairs: Vec<_> = form
        .fields
        .iter()
        .filter(|(name, value)| !value.is_empty() && name.len() < 40)
        .collect();
    let query: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("{}={}", format::query_value(name), format::query_value(value)))
        .collect();
    let whole = format!("{path}?{}", query.join("&"));
    if whole.len() <= LONGEST_PATH {
        return Ok(redirect(&format!("/sign-in?next={}", format::query_value(&whole))));
    }
    let lang = visitor.lang;
    let next = format::query_value(path);
    let hidden = pairs
        .iter()
        .filter(|(name, _)| name != "note")
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
        .collect::<Vec<_>>();
    let note = Field::new("note", t!(lang, "handovers-note"))
        .lines(6)
        .value(form.one("note"))
        .show(lang, &Errors::default());
    let (title, path) = (t!(lang, "handovers-sign-in"), path.to_owned());
    let heading = title.clone();
    Ok(Page::new(visitor, title)
        .status(StatusCode::UNAUTHORIZED)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <header class="page__head"><h1>{heading}</h1></header>
                <p>{t!(lang, "handovers-sign-in-text")}</p>
                <p><a href=format!("/sign-in?next={next}") target="_blank">{t!(lang, "nav-sign-in")}</a></p>
                <form class="form" method="post" action=path>
                    {hidden}
                    {note}
                    <div class="form__actions"><button class="button">{t!(lang, "handovers-keep")}</button></div>
                </form>
            }
        }))
}
