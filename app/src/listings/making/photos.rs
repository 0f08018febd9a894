//! The third step: photos, what can be seen on them, and their order.

use super::{Back, Typed, actions, id_in, path_of, progress, step_path};
use crate::members::not_a_photo;
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::{Sent, problem, refused},
    limits::Limited,
    notices::{redirect, redirect_with},
    page::Width,
    photo,
    pieces::icon,
};
use axum::{
    extract::{Multipart, Path, multipart::Field},
    response::Response,
};
use domain::{
    Error, Lang,
    forms::Problem,
    listings::{self, LONGEST_ALT, Listing, ListingId, MOST_PHOTOS, Photo, PhotoRefusal, State, Step},
    members::Me,
    photos::{MOST_BYTES, NotAPhoto, Size},
};
use http::StatusCode;
use leptos::prelude::*;
use uuid::Uuid;

/// `GET /things/{id}/photos`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let listing = listings::own(visitor.ctx(), &me, id_in(&id)?)
        .await
        .map_err(AppError::from_domain)?;
    Ok(show(&visitor, &listing, Vec::new(), None))
}

/// `POST /things/{id}/photos/add`: one or several files. Each that is a photo stays, whatever the others are.
pub async fn add(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, mut parts: Multipart) -> Answer {
    let (ctx, lang, id) = (visitor.ctx(), visitor.lang, id_in(&id)?);
    let mut wrong = Vec::new();
    let mut added = 0;
    while let Some(mut field) = parts.next_field().await.map_err(|e| refused(e.status()))? {
        if field.name() != Some("photos") {
            continue;
        }
        let name = field
            .file_name()
            .unwrap_or_default()
            .chars()
            .take(80)
            .collect::<String>();
        let bytes = read(&mut field).await?;
        if name.is_empty() && bytes.is_empty() {
            continue; // no file was chosen
        }
        visitor.count(Limited::Upload, &me.id.to_string())?;
        match listings::add_photo(ctx, &me, id, bytes).await {
            Ok(_) => added += 1,
            Err(Error::Refused(PhotoRefusal::NotAPhoto(why))) => {
                wrong.push(t!(
                    lang,
                    "listings-photo-wrong",
                    name = name,
                    why = not_a_photo(lang, why)
                ));
            }
            Err(Error::Refused(PhotoRefusal::TooMany)) => {
                wrong.push(t!(lang, "listings-photos-too-many", most = MOST_PHOTOS));
                break;
            }
            Err(Error::Refused(_)) => return Ok(redirect(&path_of(id))),
            Err(other) => return Err(AppError::from_domain(other)),
        }
    }
    if added == 0 && wrong.is_empty() {
        wrong.push(not_a_photo(lang, NotAPhoto::Empty));
    }
    if wrong.is_empty() {
        return Ok(redirect_with(&step_path(id, Step::Photos), "photo-saved"));
    }
    if added > 0 {
        wrong.push(t!(lang, "listings-photos-others-fine", count = added));
    }
    let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
    Ok(show(&visitor, &listing, wrong, None))
}

/// The bytes of a file, up to a little more than the heaviest photo: the rest of a heavier one is read past.
async fn read(field: &mut Field<'_>) -> Result<Vec<u8>, AppError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|e| refused(e.status()))? {
        if bytes.len() <= MOST_BYTES {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(bytes)
}

/// An alternative text that does not fit: of which photo, what was typed, what is wrong.
#[derive(Clone, Debug)]
struct WrongAlt {
    photo: Uuid,
    typed: String,
    problem: Problem,
}

/// `POST /things/{id}/photos`: keeps all alternative texts, then does what the button says.
pub async fn arrange(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Answer {
    let (ctx, typed, id) = (visitor.ctx(), Typed(pairs), id_in(&id)?);
    let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
    if let Some(wrong) = keep_texts(&visitor, &me, &listing, &typed).await? {
        let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
        return Ok(show(&visitor, &listing, Vec::new(), Some(wrong)));
    }
    let here = step_path(id, Step::Photos);
    for (button, by) in [("up", -1), ("down", 1)] {
        if let Ok(photo) = typed.one(button).parse() {
            let answer = listings::move_photo(ctx, &me, id, photo, by).await;
            return after(answer, id, redirect(&format!("{here}#{}", anchor(photo))));
        }
    }
    if let Ok(photo) = typed.one("remove").parse() {
        let answer = listings::remove_photo(ctx, &me, id, photo).await;
        return after(answer, id, redirect_with(&here, "photo-removed"));
    }
    if listing.state != State::Draft {
        return Ok(redirect_with(&path_of(id), "saved"));
    }
    let to = if typed.go() == "back" {
        Step::Details
    } else {
        Step::Place
    };
    Ok(redirect(&step_path(id, to)))
}

/// The answer to a button. A photo that is gone already (the form was sent twice) is no mistake.
fn after(answer: Result<(), Error<PhotoRefusal>>, id: ListingId, done: Response) -> Answer {
    match answer {
        Ok(()) | Err(Error::NotFound) => Ok(done),
        Err(Error::Refused(_)) => Ok(redirect(&path_of(id))),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

async fn keep_texts(
    visitor: &Visitor,
    me: &Me,
    listing: &Listing,
    typed: &Typed,
) -> Result<Option<WrongAlt>, AppError> {
    for photo in &listing.photos {
        let name = alt_name(photo.id);
        let Some((_, alt)) = typed.0.iter().find(|(n, _)| *n == name) else {
            continue;
        };
        if *alt == photo.alt {
            continue;
        }
        match listings::describe_photo(visitor.ctx(), me, listing.id, photo.id, alt).await {
            Ok(()) | Err(Error::NotFound) => {}
            Err(Error::Refused(PhotoRefusal::Invalid(errors))) => {
                let problem = errors
                    .first()
                    .map_or(Problem::TooLong { max: LONGEST_ALT }, |e| e.problem);
                return Ok(Some(WrongAlt {
                    photo: photo.id,
                    typed: alt.clone(),
                    problem,
                }));
            }
            Err(Error::Refused(_)) => return Ok(None),
            Err(other) => return Err(AppError::from_domain(other)),
        }
    }
    Ok(None)
}

fn alt_name(photo: Uuid) -> String {
    format!("alt-{}", photo.as_simple())
}

fn anchor(photo: Uuid) -> String {
    format!("photo-{}", photo.as_simple())
}

/// The page. `wrong` are files that were refused, `alt` a text that was.
fn show(visitor: &Visitor, listing: &Listing, wrong: Vec<String>, alt: Option<WrongAlt>) -> Response {
    let lang = visitor.lang;
    let (id, kind, draft) = (listing.id, listing.kind, listing.state == State::Draft);
    let status = if wrong.is_empty() && alt.is_none() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let upload = upload(lang, id, listing.photos.len(), wrong);
    let last = listing.photos.len().saturating_sub(1);
    let items = listing
        .photos
        .iter()
        .enumerate()
        .map(|(at, photo)| item(lang, photo, at, last, alt.as_ref().filter(|alt| alt.photo == photo.id)))
        .collect_view();
    let some = !listing.photos.is_empty();
    let back = if draft {
        Back::Button
    } else {
        Back::Link(path_of(id), t!(lang, "listings-cancel"))
    };
    Page::new(visitor, t!(lang, "listings-photos-title")).status(status).hidden().width(Width::Text).show(move || {
        view! {
            <header class="page__head">
                {draft.then(|| progress(lang, kind, Step::Photos))}
                <h1>{t!(lang, "listings-photos-title")}</h1>
                <p class="page__lead">{t!(lang, "listings-photos-lead")}</p>
            </header>
            <div class="stack stack--wide">
                {upload}
                <form class="form" method="post" action=step_path(id, Step::Photos) novalidate=true>
                    // The return key must press "on", not the first photo's button.
                    <button class="visually-hidden" name="go" value="next" tabindex="-1" aria-hidden="true"></button>
                    {some.then(|| view! {
                        <ol class="photo-list">{items}</ol>
                        <p class="field__hint" id="alt-hint">{t!(lang, "listings-alt-hint")}</p>
                    })}
                    {actions(lang, draft, back)}
                    {draft.then(|| view! { <p class="field__hint">{t!(lang, "listings-draft-kept")}</p> })}
                </form>
            </div>
        }
    })
}

fn upload(lang: Lang, id: ListingId, count: usize, wrong: Vec<String>) -> AnyView {
    if count >= MOST_PHOTOS && wrong.is_empty() {
        return view! { <p>{t!(lang, "listings-photos-full", most = MOST_PHOTOS)}</p> }.into_any();
    }
    let failed = !wrong.is_empty();
    let errors = wrong
        .into_iter()
        .map(|text| view! { <p class="field__error">{text}</p> })
        .collect_view();
    let described = if failed {
        "photos-error photos-hint"
    } else {
        "photos-hint"
    };
    view! {
        <form class="form" method="post" action=format!("{}/add", step_path(id, Step::Photos)) enctype="multipart/form-data">
            <div class="field">
                <div class="upload">
                    {icon("add-photo")}
                    <label class="field__label" for="photos">{t!(lang, "listings-photos-label")}</label>
                    <input class="file" id="photos" name="photos" type="file" multiple=true
                        accept="image/jpeg,image/png,image/webp,image/gif"
                        aria-invalid=failed.then_some("true") aria-describedby=described/>
                    <p class="field__hint" id="photos-hint">{t!(lang, "listings-photos-hint", most = MOST_PHOTOS)}</p>
                    <button class="button">{t!(lang, "listings-photos-upload")}</button>
                </div>
                {failed.then(|| view! { <div id="photos-error" role="alert">{errors}</div> })}
            </div>
        </form>
    }
    .into_any()
}

fn item(lang: Lang, shown: &Photo, at: usize, last: usize, wrong: Option<&WrongAlt>) -> AnyView {
    let name = alt_name(shown.id);
    let key = shown.id.as_simple().to_string();
    let number = i64::try_from(at + 1).unwrap_or(1);
    let value = wrong.map_or_else(|| shown.alt.clone(), |wrong| wrong.typed.clone());
    let error = wrong.map(|wrong| problem(lang, wrong.problem));
    let error_id = format!("{name}-error");
    let described = if error.is_some() {
        format!("{error_id} alt-hint")
    } else {
        "alt-hint".to_owned()
    };
    let tool = |button: &'static str, icon_name: &'static str, class: &'static str, words: String, off: bool| {
        view! {
            <button class=format!("button {class} button--small") name=button value=key.clone() disabled=off>
                {icon(icon_name)}{words}<span class="visually-hidden">" "{t!(lang, "listings-photo-number", number = number)}</span>
            </button>
        }
    };
    view! {
        <li class="photo-list__item" id=anchor(shown.id)>
            <div class="photo-list__picture">
                <img src=photo::address(shown.id, Size::Small) width="240" height="180" alt=shown.alt.clone() loading="lazy"/>
            </div>
            <div class="field">
                <label class="field__label" for=name.clone()>
                    {t!(lang, "listings-alt")}<span class="visually-hidden">" "{t!(lang, "listings-photo-number", number = number)}</span>
                </label>
                <input class="input" type="text" dir="auto" id=name.clone() name=name.clone() value=value
                    maxlength=LONGEST_ALT.to_string() aria-describedby=described
                    aria-invalid=error.is_some().then_some("true")/>
                {error.map(|text| view! { <p class="field__error" id=error_id>{text}</p> })}
            </div>
            <div class="photo-list__tools">
                {tool("up", "up", "button--quiet", t!(lang, "listings-photo-up"), at == 0)}
                {tool("down", "down", "button--quiet", t!(lang, "listings-photo-down"), at == last)}
                {tool("remove", "trash", "button--danger", t!(lang, "listings-photo-remove"), false)}
            </div>
        </li>
    }
    .into_any()
}
