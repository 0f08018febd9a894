//! What a member tells the others, and what the others see.

use crate::{
    places::PlaceField,
    shell::{
        Answer, AppError, Page, SignedIn, Visitor, format,
        forms::{Errors, Field, Sent, problem, refused},
        limits::Limited,
        notices::redirect_with,
        page::Width,
        pieces::{AvatarSize, avatar, icon},
    },
};
use axum::{
    extract::{Multipart, Path},
    response::{IntoResponse, Response},
};
use domain::{
    Lang,
    forms::Problem,
    members::{self, Member, MemberId, ProfileDraft, Refusal, Role, rules::LANGUAGES},
    photos::{self, NotAPhoto},
};
use http::StatusCode;
use leptos::prelude::*;

/// The tabs of a member's own pages.
pub fn tabs(visitor: &Visitor, current: &'static str) -> AnyView {
    let lang = visitor.lang;
    // Whoever runs the place finds here what waits for them.
    let operator = visitor.me.as_ref().is_some_and(|me| me.role == Role::Operator);
    let decides = operator.then_some(("/operator/claims", "claims-operator-title"));
    let items = [
        ("/me", "members-tab-profile"),
        ("/me/sessions", "members-tab-sessions"),
        ("/me/letters", "letters-tab"),
        ("/me/calendar", "calendars-title"),
        ("/me/known", "eligibility-known-title"),
        ("/circles", "circles-title"),
        ("/me/account", "members-tab-account"),
    ];
    let items = items
        .into_iter()
        .chain(decides)
        .map(|(href, key)| view! {
            <li><a class="tabs__link" href=href aria-current=(href == current).then_some("page")>{t!(lang, key)}</a></li>
        })
        .collect_view();
    view! { <nav aria-label=t!(lang, "members-tabs")><ul class="tabs">{items}</ul></nav> }.into_any()
}

/// `GET /me`
pub async fn edit_page(SignedIn { visitor, me }: SignedIn) -> Answer {
    let member = members::account(visitor.ctx(), &me)
        .await
        .map_err(AppError::from_domain)?;
    let typed = ProfileDraft {
        name: member.name.clone(),
        about: member.about.clone(),
        languages: member.languages.split(',').map(str::to_owned).collect(),
        place: member.place_name.clone().unwrap_or_default(),
    };
    Ok(edit_form(&visitor, &member, typed, Errors::default(), None))
}

/// `POST /me`
pub async fn edit(SignedIn { visitor, me }: SignedIn, Sent(form): Sent<ProfileDraft>) -> Answer {
    match members::update_profile(visitor.ctx(), &me, &form).await {
        Ok(()) => Ok(redirect_with("/me", "saved")),
        Err(domain::Error::Refused(Refusal::Invalid(errors))) => {
            let member = members::account(visitor.ctx(), &me)
                .await
                .map_err(AppError::from_domain)?;
            Ok(edit_form(&visitor, &member, form, Errors(errors), None))
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// `POST /me/photo`
pub async fn set_photo(SignedIn { visitor, me }: SignedIn, mut parts: Multipart) -> Answer {
    visitor.count(Limited::Upload, &me.id.to_string())?;
    let mut bytes = Vec::new();
    while let Some(field) = parts.next_field().await.map_err(|e| refused(e.status()))? {
        if field.name() == Some("photo") {
            bytes = field.bytes().await.map_err(|e| refused(e.status()))?.to_vec();
        }
    }
    match photos::take_in(visitor.ctx(), bytes).await? {
        Ok(photo) => {
            members::set_photo(visitor.ctx(), &me, Some(photo.id))
                .await
                .map_err(AppError::from_domain)?;
            Ok(redirect_with("/me", "photo-saved"))
        }
        Err(wrong) => {
            let member = members::account(visitor.ctx(), &me)
                .await
                .map_err(AppError::from_domain)?;
            let typed = ProfileDraft {
                name: member.name.clone(),
                about: member.about.clone(),
                languages: member.languages.split(',').map(str::to_owned).collect(),
                place: member.place_name.clone().unwrap_or_default(),
            };
            Ok(edit_form(&visitor, &member, typed, Errors::default(), Some(wrong)))
        }
    }
}

/// `POST /me/photo/remove`
pub async fn remove_photo(SignedIn { visitor, me }: SignedIn) -> Answer {
    members::set_photo(visitor.ctx(), &me, None)
        .await
        .map_err(AppError::from_domain)?;
    Ok(redirect_with("/me", "photo-removed"))
}

/// Why a file is no photo, in words.
#[must_use]
pub fn not_a_photo(lang: Lang, wrong: NotAPhoto) -> String {
    match wrong {
        NotAPhoto::Empty => t!(lang, "photo-empty"),
        NotAPhoto::TooHeavy => t!(lang, "photo-too-heavy"),
        NotAPhoto::TooManyPixels => t!(lang, "photo-too-many-pixels"),
        NotAPhoto::TooSmall => t!(lang, "photo-too-small"),
        NotAPhoto::UnknownFormat => t!(lang, "photo-unknown-format"),
        NotAPhoto::Broken => t!(lang, "photo-broken"),
    }
}

/// The name of a language in the page's language.
fn language_name(lang: Lang, code: &str) -> String {
    let key = format!("language-{code}");
    t!(lang, &key)
}

fn edit_form(
    visitor: &Visitor,
    member: &Member,
    typed: ProfileDraft,
    errors: Errors,
    wrong_photo: Option<NotAPhoto>,
) -> Response {
    let lang = visitor.lang;
    let failed = !errors.is_empty() || wrong_photo.is_some();
    let status = if failed {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let labels = move |field: &str| match field {
        "name" => t!(lang, "members-name"),
        "place" => t!(lang, "members-place"),
        "languages" => t!(lang, "members-languages"),
        _ => t!(lang, "members-about"),
    };
    let fields = [
        Field::new("name", t!(lang, "members-name"))
            .value(&typed.name)
            .autocomplete("nickname")
            .longest(60)
            .show(lang, &errors),
        place_field(lang, typed.place, &errors),
        Field::new("about", t!(lang, "members-about"))
            .value(&typed.about)
            .longest(2_000)
            .lines(5)
            .optional()
            .show(lang, &errors),
    ];
    let languages = LANGUAGES
        .into_iter()
        .map(|code| {
            let checked = typed.languages.iter().any(|l| l == code);
            view! {
                <label class="choice">
                    <input type="checkbox" name="languages" value=code checked=checked/><span>{language_name(lang, code)}</span>
                </label>
            }
        })
        .collect_view();
    let language_error = errors.of("languages").map(|p: Problem| problem(lang, p));
    let (name, photo, id) = (member.name.clone(), member.photo_id, member.id);
    let photo_error = wrong_photo.map(|wrong| not_a_photo(lang, wrong));
    let tabs = tabs(visitor, "/me");
    Page::new(visitor, t!(lang, "members-profile-title")).status(status).hidden().width(Width::Text).show(move || {
        view! {
            <header class="page__head">
                <h1>{t!(lang, "members-profile-title")}</h1>
                <p class="page__lead">{t!(lang, "members-profile-lead")}</p>
            </header>
            {tabs}
            <div class="stack stack--wide">
                {errors.summary(lang, labels)}
                <form class="form" method="post" action="/me/photo" enctype="multipart/form-data">
                    <div class="profile__head">
                        {avatar(&name, photo, AvatarSize::Large)}
                        <div class="field">
                            <label class="field__label" for="photo">
                                {t!(lang, "members-photo")}" "<span class="field__optional">{t!(lang, "form-optional")}</span>
                            </label>
                            <input class="file" id="photo" name="photo" type="file" accept="image/jpeg,image/png,image/webp,image/gif"
                                aria-invalid=photo_error.is_some().then_some("true") aria-describedby="photo-error"/>
                            <p class="field__error" id="photo-error" role="alert" hidden=photo_error.is_none()>{photo_error.clone()}</p>
                        </div>
                    </div>
                    <div class="form__actions">
                        <button class="button button--quiet">{t!(lang, "members-photo-button")}</button>
                        {photo.map(|_| view! {
                            <button class="link-button" formaction="/me/photo/remove" formenctype="application/x-www-form-urlencoded">
                                {t!(lang, "members-photo-remove")}
                            </button>
                        })}
                    </div>
                </form>
                <form class="form" method="post" action="/me" novalidate=true>
                    {fields}
                    <fieldset class="group" id="languages">
                        <legend class="group__legend">{t!(lang, "members-languages")}</legend>
                        <div class="choices choices--boxed choices--two">{languages}</div>
                        {language_error.map(|text| view! { <p class="field__error">{text}</p> })}
                    </fieldset>
                    <div class="form__actions">
                        <button class="button">{t!(lang, "members-save")}</button>
                        <a href=format!("/members/{id}")>{t!(lang, "members-seen-by-others")}</a>
                    </div>
                </form>
            </div>
        }
    })
}

/// The field that suggests places where scripts run.
fn place_field(lang: Lang, value: String, errors: &Errors) -> AnyView {
    let wrong = errors.of("place").map(|wrong| problem(lang, wrong));
    let invalid = wrong.is_some();
    let described = if invalid {
        "place-error place-hint"
    } else {
        "place-hint"
    };
    view! {
        <div class="field">
            <label class="field__label" for="place">
                {t!(lang, "members-place")}" "<span class="field__optional">{t!(lang, "form-optional")}</span>
            </label>
            <p class="field__hint" id="place-hint">{t!(lang, "members-place-hint")}</p>
            <PlaceField
                name="place".to_owned()
                value=value
                placeholder=t!(lang, "members-place-example")
                list_label=t!(lang, "members-place-list")
                described=Some(described.to_owned())
                invalid=invalid
             here=false/>
            {wrong.map(|text| view! { <p class="field__error" id="place-error">{text}</p> })}
        </div>
    }
    .into_any()
}

/// `GET /members/{id}`
pub async fn public_page(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let lang = visitor.lang;
    let id: MemberId = id.parse().map_err(|_| AppError::NotFound)?;
    let profile = members::profile(visitor.ctx(), id)
        .await
        .map_err(AppError::from_domain)?;
    let things = crate::listings::of_member(&visitor, id).await?;
    let known = crate::eligibility::of_profile(&visitor, &profile).await?;
    let said = crate::reviews::of_member(&visitor, id, &profile.name).await?;
    let zone = &visitor.ctx().settings.zone;
    let since = profile.created_at.day_in(zone).date();
    let since = format!(
        "{} {}",
        format::month(lang, u32::from(since.month().unsigned_abs())),
        since.year()
    );
    let spoken = profile
        .languages
        .split(',')
        .filter(|code| LANGUAGES.contains(code))
        .map(|code| language_name(lang, code))
        .collect::<Vec<_>>()
        .join(", ");
    let title = profile.name.clone();
    let page = Page::new(&visitor, title).width(Width::Wide).hidden();
    Ok(page
        .show(move || {
            view! {
                <header class="profile__head">
                    {avatar(&profile.name, profile.photo_id, AvatarSize::Large)}
                    <div>
                        <h1 class="profile__name"><bdi>{profile.name.clone()}</bdi></h1>
                        <ul class="profile__facts">
                            {profile.place_name.clone().map(|place| view! { <li>{icon("place")}{place}</li> })}
                            <li>{icon("calendar")}{t!(lang, "members-since", since = since.clone())}</li>
                            {(!spoken.is_empty()).then(|| view! { <li>{icon("languages")}{t!(lang, "members-speaks", languages = spoken.clone())}</li> })}
                        </ul>
                    </div>
                </header>
                {(!profile.about.is_empty()).then(|| view! { <div class="prose prose--user" dir="auto">{profile.about.clone()}</div> })}
                <section class="section">
                    <div class="section__head"><h2>{t!(lang, "members-things", name = profile.name.clone())}</h2></div>
                    {things}
                </section>
                {said}
                {known}
            }
        })
        .into_response())
}
