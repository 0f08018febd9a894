//! What others say of a thing or of a member: the first of it on their pages, all of it on pages of its own.

use super::{facts, pieces};
use crate::{
    listings::listing_path,
    shell::{
        Answer, AppError, Page, Visitor,
        forms::Asked,
        page::Width,
        pieces::{crumbs, empty, member_path},
    },
};
use axum::extract::Path;
use domain::{
    bookings::Party,
    error::Fault,
    listings::{self, ListingId},
    members::{self, MemberId},
    reviews::{self, About, Mean, ON_PAGE, Opinions, TOP},
};
use leptos::prelude::*;
use serde::Deserialize;

/// Which reviews, and which page of them.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Filter {
    r#as: String,
    page: String,
}

impl Filter {
    fn page(&self) -> i64 {
        self.page.parse().unwrap_or(1)
    }
}

/// What the page of a thing shows of reviews and of whom it belongs to.
pub struct OfThing {
    /// What borrowers say, in one figure.
    pub mean: Mean,
    /// What borrowers say; nothing as long as nobody has.
    pub opinions: AnyView,
    /// What is known of its lender, for the panel about them.
    pub lender: AnyView,
}

/// What the page of a thing shows of reviews and of whom it belongs to.
///
/// # Errors
/// When the database does not answer.
pub async fn of_thing(visitor: &Visitor, id: ListingId, owner: MemberId) -> Result<OfThing, AppError> {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let found = reviews::opinions(ctx, About::Thing(id), 1, TOP).await?;
    let lender = reviews::rating(ctx, About::Lender(owner)).await.map_err(Fault::from)?;
    let known = reviews::reliability(ctx, owner).await.map_err(Fault::from)?;
    let count = found.rating.overall().count;
    let opinions = if count == 0 {
        ().into_any()
    } else {
        view! {
            <section class="listing__part" id="reviews" aria-labelledby="said-title">
                <h2 id="said-title">{t!(lang, "reviews-of-thing")}</h2>
                {some(visitor, &found, false, format!("{}/reviews", listing_path(id)))}
            </section>
        }
        .into_any()
    };
    let mean = lender.overall();
    let lender = view! {
        {(mean.count > 0).then(|| view! {
            <p><a class="plain-link" href=format!("{}/reviews", member_path(owner))>
                {pieces::mean(lang, mean)}" "{t!(lang, "reviews-as-lender")}
            </a></p>
        })}
        {facts::list(lang, facts::lending(lang, &known))}
    }
    .into_any();
    Ok(OfThing {
        mean: found.rating.overall(),
        opinions,
        lender,
    })
}

/// What the page of a member shows: what is known and what others say of them as one who lends, and as one who borrows.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(visitor: &Visitor, id: MemberId, name: &str) -> Result<AnyView, AppError> {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let known = reviews::reliability(ctx, id).await.map_err(Fault::from)?;
    let mut sections = Vec::new();
    for side in [Party::Lender, Party::Borrower] {
        let found = reviews::opinions(ctx, about(id, side), 1, TOP).await?;
        let lines = match side {
            Party::Lender => facts::lending(lang, &known),
            Party::Borrower => facts::borrowing(lang, &known),
        };
        if lines.is_empty() && found.rating.overall().count == 0 {
            continue;
        }
        let title_id = match side {
            Party::Lender => "as-lender",
            Party::Borrower => "as-borrower",
        };
        let all = format!("{}/reviews?as={}", member_path(id), side.name());
        sections.push(view! {
            <section class="section" aria-labelledby=title_id>
                <div class="section__head">
                    <h2 id=title_id>{t!(lang, "reviews-of-member", side = side.name(), name = name.to_owned())}</h2>
                </div>
                <div class="stack stack--wide">
                    {facts::list(lang, lines)}
                    {some(visitor, &found, true, all)}
                </div>
            </section>
        });
    }
    Ok(sections.into_any())
}

const fn about(member: MemberId, side: Party) -> About {
    match side {
        Party::Lender => About::Lender(member),
        Party::Borrower => About::Borrower(member),
    }
}

/// The figures, the latest few, and the way to all of them.
fn some(visitor: &Visitor, found: &Opinions, with_thing: bool, all: String) -> AnyView {
    let lang = visitor.lang;
    let count = found.rating.overall().count;
    if count == 0 {
        return ().into_any();
    }
    let more = (found.pages > 1).then(|| {
        view! { <p><a href=all>{t!(lang, "reviews-all", count = count)}</a></p> }
    });
    view! { {pieces::summary(lang, &found.rating)}{items(visitor, found, with_thing)}{more} }.into_any()
}

fn items(visitor: &Visitor, found: &Opinions, with_thing: bool) -> AnyView {
    let items = found
        .items
        .iter()
        .map(|opinion| pieces::opinion(visitor.ctx(), visitor.lang, opinion, with_thing))
        .collect_view();
    view! { <ul class="reviews">{items}</ul> }.into_any()
}

/// `GET /listings/{id}/reviews?page=1…`
pub async fn thing_page(visitor: Visitor, Path(id): Path<String>, Asked(filter): Asked<Filter>) -> Answer {
    let id: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let me = visitor.me.as_ref().map(|me| me.id);
    let thing = match listings::public_listing(ctx, me, id).await {
        // A draft that is not finished has no page of its own yet.
        Err(domain::Error::Refused(_)) => return Err(AppError::NotFound),
        found => found.map_err(AppError::from_domain)?,
    };
    let found = reviews::opinions(ctx, About::Thing(id), filter.page(), ON_PAGE).await?;
    let path = format!("{}/reviews", listing_path(id));
    let back = crumbs(lang, [(listing_path(id), thing.title.clone())]);
    let title = t!(lang, "reviews-of-thing-title", title = thing.title.clone());
    let page = Page::new(&visitor, title.clone()).width(Width::Text).hidden();
    let body = list(&visitor, &found, false, &path, String::new());
    Ok(page.show(move || whole(back, title, body)))
}

/// `GET /members/{id}/reviews?as=lender|borrower&page=1…`
pub async fn member_page(visitor: Visitor, Path(id): Path<String>, Asked(filter): Asked<Filter>) -> Answer {
    let id: MemberId = id.parse().map_err(|_| AppError::NotFound)?;
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let profile = members::profile(ctx, id).await.map_err(AppError::from_domain)?;
    let side = Party::from_name(&filter.r#as).unwrap_or(Party::Lender);
    let found = reviews::opinions(ctx, about(id, side), filter.page(), ON_PAGE).await?;
    let path = format!("{}/reviews", member_path(id));
    let back = crumbs(lang, [(member_path(id), profile.name.clone())]);
    let title = t!(
        lang,
        "reviews-of-member",
        side = side.name(),
        name = profile.name.clone()
    );
    let body = list(&visitor, &found, true, &path, format!("as={}&", side.name()));
    let page = Page::new(&visitor, title.clone()).width(Width::Text).hidden();
    Ok(page.show(move || whole(back, title, body)))
}

fn whole(back: AnyView, title: String, body: AnyView) -> AnyView {
    view! {
        {back}
        <header class="page__head"><h1 dir="auto">{title}</h1></header>
        {body}
    }
    .into_any()
}

/// One page of reviews, and the way to the others.
fn list(visitor: &Visitor, found: &Opinions, with_thing: bool, path: &str, query: String) -> AnyView {
    let lang = visitor.lang;
    if found.rating.overall().count == 0 {
        return empty("star", t!(lang, "reviews-none"), t!(lang, "reviews-none-text"), None);
    }
    let href = |page: i64| format!("{path}?{query}page={page}");
    let (page, pages) = (found.page, found.pages);
    let others = (pages > 1).then(|| {
        view! {
            <nav class="pagination" aria-label=t!(lang, "reviews-pages")>
                {(page > 1).then(|| view! {
                    <a class="pagination__link" rel="prev" href=href(page - 1)>{t!(lang, "reviews-newer")}</a>
                })}
                <span class="pagination__link" aria-current="page">{t!(lang, "reviews-page", page = page, pages = pages)}</span>
                {(page < pages).then(|| view! {
                    <a class="pagination__link" rel="next" href=href(page + 1)>{t!(lang, "reviews-older")}</a>
                })}
            </nav>
        }
    });
    view! {
        <div class="stack stack--wide">
            {pieces::summary(lang, &found.rating)}
            {items(visitor, found, with_thing)}
            {others}
        </div>
    }
    .into_any()
}
