//! What a thing is and under which terms, as pairs of name and value, and as structured data for search engines.

use super::card::listing_path;
use crate::bookings::kind_key;
use crate::shell::{Visitor, format};
use domain::{
    Day, Lang,
    availability::{Grain, HORIZON, Plan, WeekHours},
    listings::{
        Condition, Handover, Kind, PublicListing, WeeklyPlan,
        categories::{Categories, Shown},
    },
    photos::Size,
    prices::{self, Currency, Summary},
    reviews::{Mean, Stars},
};
use leptos::prelude::*;

/// A pair of name and value.
pub type Fact = (String, String);

/// What is said about a thing beside its description.
#[must_use]
pub fn facts(lang: Lang, thing: &PublicListing, categories: &Categories, today: Day) -> Vec<Fact> {
    let mut all: Vec<Fact> = Vec::new();
    if let Some(condition) = thing.condition {
        all.push((t!(lang, "listings-condition"), condition_words(lang, condition)));
    }
    all.extend(attributes(lang, thing, categories));
    if thing.kind.is_wanted() {
        let days = thing.needed_first.zip(thing.needed_last);
        let days = match days {
            Some((first, last)) => format::days(lang, first, last, today),
            None => t!(lang, "listings-needed-any"),
        };
        all.push((t!(lang, "listings-needed"), days));
        return all;
    }
    if thing.kind.is_thing() {
        all.push((t!(lang, "listings-handover"), handover_words(lang, thing.handover)));
    }
    let plan = thing.plan();
    let weekdays = kind_key(lang, "listings-weekdays", thing.kind);
    all.push((t!(lang, &weekdays), open_times(lang, &plan)));
    if thing.kind.is_thing() {
        all.push((t!(lang, "listings-longest"), length(lang, plan.grain, plan.longest)));
    }
    if plan.lead > 0 {
        let before = match plan.grain {
            Grain::Day => t!(lang, "listings-days-before", days = plan.lead),
            Grain::Hour => t!(lang, "listings-hours-before", hours = plan.lead),
        };
        all.push((t!(lang, "listings-lead"), before));
    }
    if thing.unit_count > 1 {
        all.push((t!(lang, "listings-units"), thing.unit_count.to_string()));
    }
    if let Some(minor) = thing.replacement_minor {
        let value = format::money(lang, minor, &thing.currency);
        all.push((
            t!(lang, "listings-replacement"),
            t!(lang, "listings-about", value = value),
        ));
    }
    all
}

/// The attributes of its category that its owner stated.
fn attributes(lang: Lang, thing: &PublicListing, categories: &Categories) -> Vec<Fact> {
    categories
        .attributes_of(&thing.category)
        .into_iter()
        .filter_map(|attribute| {
            let value = match attribute.shown(thing.attributes.get(&attribute.key)?, lang)? {
                Shown::Text(text) | Shown::Figure(text) | Shown::Choice(text) => text,
                Shown::Yes => t!(lang, "listings-yes"),
                Shown::No => t!(lang, "listings-no"),
            };
            Some((attribute.name.get(lang).to_owned(), value))
        })
        .collect()
}

/// Pairs, ruled like a timetable. What a member typed keeps its own direction.
#[must_use]
pub fn list(all: Vec<Fact>) -> AnyView {
    let rows = all
        .into_iter()
        .map(|(name, value)| {
            view! {
                <div class="facts__row">
                    <dt class="facts__name">{name}</dt><dd class="facts__value" dir="auto">{value}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}

/// How good a thing is.
#[must_use]
pub fn condition_words(lang: Lang, condition: Condition) -> String {
    match condition {
        Condition::New => t!(lang, "listings-condition-new"),
        Condition::VeryGood => t!(lang, "listings-condition-very-good"),
        Condition::Good => t!(lang, "listings-condition-good"),
        Condition::Worn => t!(lang, "listings-condition-worn"),
    }
}

/// How a thing gets to whoever borrows it.
#[must_use]
pub fn handover_words(lang: Lang, handover: Handover) -> String {
    match handover {
        Handover::PickUp => t!(lang, "listings-handover-pick-up"),
        Handover::Deliver => t!(lang, "listings-handover-deliver"),
        Handover::KeyBox => t!(lang, "listings-handover-key-box"),
    }
}

/// `3 Tage`, `2 Stunden`.
#[must_use]
pub fn length(lang: Lang, grain: Grain, count: i64) -> String {
    match grain {
        Grain::Day => t!(lang, "listings-days", days = count),
        Grain::Hour => t!(lang, "listings-hours", hours = count),
    }
}

/// When a thing is open: `Mo. bis Fr.`, `Mo. bis Fr. 17 bis 21 Uhr; Sa., So. 9 bis 21 Uhr`, `rund um die Uhr`.
#[must_use]
pub fn open_times(lang: Lang, plan: &Plan) -> String {
    if plan.grain == Grain::Day {
        return weekdays(lang, plan.weekdays);
    }
    if plan.hours == WeekHours::ALWAYS {
        return t!(lang, "listings-always");
    }
    // Days with the same hours are said together, in the order in which their hours first come.
    let mut groups: Vec<(u32, Vec<u32>)> = Vec::new();
    for day in (0..7).filter(|day| plan.hours.on(*day) != 0) {
        let hours = plan.hours.on(day);
        match groups.iter_mut().find(|(same, _)| *same == hours) {
            Some((_, days)) => days.push(day),
            None => groups.push((hours, vec![day])),
        }
    }
    let spans = |hours: u32| {
        let spans = WeekHours::spans(hours).into_iter();
        let spans: Vec<_> = spans
            .map(|(from, to)| t!(lang, "listings-span", from = from, to = to))
            .collect();
        spans.join(", ")
    };
    let groups: Vec<String> = groups
        .into_iter()
        .map(|(hours, days)| {
            t!(
                lang,
                "listings-open",
                days = weekdays(lang, WeeklyPlan::of(days)),
                hours = spans(hours)
            )
        })
        .collect();
    groups.join("; ")
}

/// A plan in a few plain sentences, with how many there are if there are several.
#[must_use]
pub fn plan_words(lang: Lang, kind: Kind, plan: &Plan, units: i64) -> String {
    let named = |key: &str| kind_key(lang, key, kind);
    let open = open_times(lang, plan);
    let open = open.trim_end_matches('.').to_owned();
    let first = if plan.stays_out {
        t!(lang, &named("listings-plan-swapped"), when = open)
    } else {
        t!(lang, &named("listings-plan-out"), when = open)
    };
    let (least, most) = (plan.shortest, plan.longest);
    let lengths = if least == most {
        t!(lang, "listings-plan-exactly", length = length(lang, plan.grain, most))
    } else if least > 1 {
        t!(
            lang,
            "listings-plan-between",
            least = length(lang, plan.grain, least),
            most = length(lang, plan.grain, most)
        )
    } else {
        t!(lang, "listings-plan-most", most = length(lang, plan.grain, most))
    };
    let lead = (plan.lead > 0).then(|| t!(lang, "listings-plan-lead", lead = length(lang, plan.grain, plan.lead)));
    let buffer = (plan.buffer > 0).then(|| {
        t!(
            lang,
            &named("listings-plan-buffer"),
            buffer = length(lang, plan.grain, plan.buffer)
        )
    });
    let horizon = (plan.horizon < HORIZON).then(|| t!(lang, "listings-plan-horizon", days = plan.horizon));
    let several = (units > 1).then(|| t!(lang, "listings-plan-units", units = units));
    let all = [Some(first), Some(lengths), lead, buffer, horizon, several];
    all.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `an allen Tagen`, `Mo., Di. und Sa.`: runs of three days and more are joined, as in `Mo. bis Fr.`.
#[must_use]
pub fn weekdays(lang: Lang, plan: WeeklyPlan) -> String {
    let days: Vec<u32> = plan.weekdays().collect();
    if days.len() == 7 {
        return t!(lang, "listings-every-day");
    }
    let short = |day: u32| format::short_weekday(lang, day);
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    runs.into_iter()
        .flat_map(|(first, last)| match last - first {
            0 => vec![short(first)],
            1 => vec![short(first), short(last)],
            _ => vec![t!(lang, "days-from-to", first = short(first), last = short(last))],
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// A thing as schema.org has it: what search engines read. Position and owner's name stay out of it. Without a published
/// review there is no rating in it.
#[must_use]
pub fn structured(
    visitor: &Visitor,
    thing: &PublicListing,
    categories: &Categories,
    rating: Mean,
) -> serde_json::Value {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let category = categories
        .path(&thing.category)
        .iter()
        .map(|c| c.name.get(lang))
        .collect::<Vec<_>>()
        .join(" > ");
    let properties: Vec<_> = attributes(lang, thing, categories)
        .into_iter()
        .map(|(name, value)| serde_json::json!({ "@type": "PropertyValue", "name": name, "value": value }))
        .collect();
    let pictures: Vec<_> = thing
        .photos
        .iter()
        .map(|p| ctx.url(&crate::shell::photo::address(p.id, Size::Large)))
        .collect();
    let (currency, fees) = (Currency::of(&thing.currency), &ctx.settings.fees);
    let minor = match prices::summary(&thing.prices, currency, fees, thing.plan().longest_days()) {
        Ok(Summary::Time { minor, .. } | Summary::Fixed { minor }) => Some(minor),
        Ok(Summary::Free) => Some(0),
        Ok(Summary::Offer) | Err(_) => None,
    };
    let price = minor.map(|minor| domain::listings::decimal::print(minor, currency.exponent()));
    let function = match thing.kind {
        Kind::Lend | Kind::Rent => "http://purl.org/goodrelations/v1#LeaseOut",
        Kind::Service => "http://purl.org/goodrelations/v1#ProvideService",
        Kind::WantedThing | Kind::WantedHelp => "http://purl.org/goodrelations/v1#Seek",
    };
    let mut whole = serde_json::json!({
        "@context": "https://schema.org",
        "@type": if thing.kind == Kind::Service { "Service" } else { "Product" },
        "name": thing.title,
        "description": thing.description,
        "category": category,
        "image": pictures,
        "url": ctx.url(&listing_path(thing.id)),
        "additionalProperty": properties,
        "offers": {
            "@type": "Offer",
            "businessFunction": function,
            "price": price,
            "priceCurrency": thing.currency,
            "availability": "https://schema.org/InStock",
            "availableAtOrFrom": { "@type": "Place", "name": thing.place_name },
        },
    });
    if let Some(tenths) = rating.tenths() {
        whole["aggregateRating"] = serde_json::json!({
            "@type": "AggregateRating",
            "ratingValue": crate::reviews::decimal(Lang::En, tenths),
            "reviewCount": rating.count,
            "bestRating": Stars::MOST,
            "worstRating": 1,
        });
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_week_read_as_people_say_them() {
        let said = |days: &[u32]| weekdays(Lang::De, WeeklyPlan::of(days.iter().copied()));
        assert_eq!(said(&[0, 1, 2, 3, 4]), "Mo. bis Fr.");
        assert_eq!(said(&[5, 6]), "Sa., So.");
        assert_eq!(said(&[0, 2, 3, 4, 6]), "Mo., Mi. bis Fr., So.");
        assert_eq!(said(&[]), "");
    }
}
