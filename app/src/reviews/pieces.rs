//! Pieces that show stars: five of them, a mean, how many are spread, one review.

use crate::{
    listings::listing_path,
    shell::{
        format,
        pieces::{AvatarSize, avatar, icon, member_name, member_path},
    },
};
use domain::{
    Ctx, Lang,
    reviews::{Aspect, Mean, Opinion, Rating, Reply, Review, Stars},
};
use leptos::prelude::*;

/// The word for so many stars: `sehr gut`.
#[must_use]
pub fn word(lang: Lang, stars: Stars) -> String {
    let key = format!("reviews-stars-{}", stars.number());
    t!(lang, &key)
}

/// What stars are given for.
#[must_use]
pub fn aspect(lang: Lang, aspect: Aspect) -> String {
    let key = format!("reviews-aspect-{}", aspect.name().replace('_', "-"));
    t!(lang, &key)
}

/// Five stars, so many of them full. For the eye only: words stand beside them.
#[must_use]
pub fn row(full: i64) -> AnyView {
    let stars = (1..=Stars::MOST)
        .map(|n| view! { <span class="stars__star" data-full=(n <= full).then_some("")>{icon("star")}</span> })
        .collect_view();
    view! { <span class="stars" aria-hidden="true">{stars}</span> }.into_any()
}

/// A full star beside a figure.
fn one() -> AnyView {
    view! { <span class="stars" aria-hidden="true"><span class="stars__star" data-full="">{icon("star")}</span></span> }
        .into_any()
}

/// Stars with their word.
#[must_use]
pub fn stars(lang: Lang, stars: Stars) -> AnyView {
    let read = t!(lang, "reviews-stars-of", stars = stars.number());
    view! {
        <span class="rating">
            {row(stars.number())}
            <span class="visually-hidden">{read}": "</span>
            <span class="rating__word">{word(lang, stars)}</span>
        </span>
    }
    .into_any()
}

/// Tenths as people write them: `4,7`, `4.7`.
#[must_use]
pub fn decimal(lang: Lang, tenths: i64) -> String {
    let comma = if lang == Lang::De { ',' } else { '.' };
    format!("{}{comma}{}", tenths / 10, tenths % 10)
}

/// A mean with how many it comes from: a star, `4,7 (12)`. Nothing if nobody gave stars.
#[must_use]
pub fn mean(lang: Lang, mean: Mean) -> AnyView {
    let Some(tenths) = mean.tenths() else {
        return ().into_any();
    };
    let figure = decimal(lang, tenths);
    let read = t!(lang, "reviews-mean-read", mean = figure.clone(), count = mean.count);
    view! {
        <span class="rating">
            {one()}
            <span aria-hidden="true">{figure}" "<span class="rating__count">{format!("({})", mean.count)}</span></span>
            <span class="visually-hidden">{read}</span>
        </span>
    }
    .into_any()
}

/// All reviews in figures: the mean, how the stars are spread as a table, the mean of each aspect.
#[must_use]
pub fn summary(lang: Lang, rating: &Rating) -> AnyView {
    let all = rating.overall();
    let Some(tenths) = all.tenths() else {
        return ().into_any();
    };
    let lines = rating
        .lines()
        .map(|(stars, count)| {
            let width = 100 * count / all.count.max(1);
            view! {
                <tr>
                    <th class="spread__stars" scope="row">
                        <span class="visually-hidden">{t!(lang, "reviews-stars-of", stars = stars.number())}": "</span>
                        <span class="rating" aria-hidden="true">{stars.number()}{one()}</span>
                        <span class="spread__word">{word(lang, stars)}</span>
                    </th>
                    <td class="spread__count">{count}</td>
                    <td class="spread__bar" aria-hidden="true">
                        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none">
                            <rect class="bar__ground" width="100" height="8"></rect>
                            <rect class="bar__part" width=width.to_string() height="8"></rect>
                        </svg>
                    </td>
                </tr>
            }
        })
        .collect_view();
    let aspects = rating
        .aspects
        .iter()
        .filter_map(|(of, mean)| Some((aspect(lang, *of), decimal(lang, mean.tenths()?), mean.count)))
        .map(|(name, figure, count)| {
            view! {
                <div class="facts__row">
                    <dt class="facts__name">{name}</dt>
                    <dd class="facts__value">{t!(lang, "reviews-mean-of", mean = figure, count = count)}</dd>
                </div>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div class="spread">
            <p class="spread__mean">
                <span class="spread__figure">{decimal(lang, tenths)}</span>
                <span>{row((tenths + 5) / 10)}<br/>{t!(lang, "reviews-count", count = all.count)}</span>
            </p>
            <table class="spread__table">
                <caption class="visually-hidden">{t!(lang, "reviews-spread")}</caption>
                <thead class="visually-hidden">
                    <tr><th scope="col">{t!(lang, "reviews-spread-stars")}</th><th scope="col">{t!(lang, "reviews-spread-count")}</th><td></td></tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
            {(!aspects.is_empty()).then(|| view! { <dl class="facts spread__aspects">{aspects}</dl> })}
        </div>
    }
    .into_any()
}

/// What somebody wrote: stars, words, stars for single things.
#[must_use]
pub fn review(lang: Lang, review: &Review) -> AnyView {
    let aspects = review
        .aspects
        .iter()
        .map(|(of, given)| view! { <li>{aspect(lang, *of)}": "{word(lang, *given)}</li> })
        .collect::<Vec<_>>();
    let written = (review.lang != lang).then(|| review.lang.code());
    view! {
        <p class="review__stars">{stars(lang, review.overall)}</p>
        {(!review.words.is_empty()).then(|| view! {
            <div class="prose prose--user" dir="auto" lang=written>{review.words.clone()}</div>
        })}
        {(!aspects.is_empty()).then(|| view! { <ul class="review__aspects">{aspects}</ul> })}
    }
    .into_any()
}

/// The answer below a review.
#[must_use]
pub fn reply(lang: Lang, from: &str, reply: &Reply) -> AnyView {
    let written = (reply.lang != lang).then(|| reply.lang.code());
    view! {
        <div class="review__reply">
            <p class="review__from">{t!(lang, "reviews-reply-of", name = member_name(lang, from))}</p>
            <div class="prose prose--user" dir="auto" lang=written>{reply.words.clone()}</div>
        </div>
    }
    .into_any()
}

/// A review that everybody may read. Of the day it says no more than the month.
#[must_use]
pub fn opinion(ctx: &Ctx, lang: Lang, opinion: &Opinion, with_thing: bool) -> AnyView {
    let author = &opinion.author;
    let name = member_name(lang, &author.name);
    let who = if author.name.is_empty() {
        view! { <span>{name}</span> }.into_any()
    } else {
        view! { <a href=member_path(author.id)><bdi>{name}</bdi></a> }.into_any()
    };
    let date = opinion.since.day_in(&ctx.settings.zone).date();
    let month = format!(
        "{} {}",
        format::month(lang, u32::from(date.month().unsigned_abs())),
        date.year()
    );
    let thing = opinion.thing.clone().filter(|_| with_thing).map(|(id, title)| {
        view! { " · "<a dir="auto" href=listing_path(id)>{title}</a> }
    });
    view! {
        <li class="review">
            <div class="person">
                {avatar(&author.name, author.photo, AvatarSize::Small)}
                <div>
                    <p class="person__name">{who}</p>
                    <p class="person__note">{month}{thing}</p>
                </div>
            </div>
            {review(lang, &opinion.review)}
            {opinion.reply.as_ref().map(|answer| reply(lang, &opinion.subject, answer))}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::words;
    use domain::notifications::ReviewTurn;

    #[test]
    fn stars_and_aspects_and_letters_have_their_words() {
        let mut keys: Vec<String> = Stars::ALL
            .iter()
            .map(|s| format!("reviews-stars-{}", s.number()))
            .collect();
        for of in Aspect::ALL {
            let name = of.name().replace('_', "-");
            keys.extend([format!("reviews-aspect-{name}"), format!("reviews-ask-{name}")]);
        }
        for turn in ReviewTurn::ALL {
            keys.extend(["subject", "text", "button"].map(|part| format!("mail-review-{}-{part}", turn.name())));
        }
        for key in keys {
            assert!(Lang::ALL.into_iter().all(|lang| words::has(lang, &key)), "{key}");
        }
    }

    #[test]
    fn figures_are_written_as_people_do() {
        assert_eq!(decimal(Lang::De, 47), "4,7");
        assert_eq!(decimal(Lang::En, 50), "5.0");
        for nothing in [mean(Lang::De, Mean::default()), summary(Lang::De, &Rating::default())] {
            assert!(!nothing.to_html().contains("class"));
        }
    }
}
