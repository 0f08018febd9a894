//! The words of letters: a subject, a text, the same as HTML, in the reader's language.

use super::{act_path, stop_path, topic_key};
use crate::{
    bookings::endings,
    shell::{format, words::variant},
};
use domain::{
    Ctx, Lang,
    availability::Period,
    bookings::Act,
    listings::Kind,
    moderation::Reason,
    notifications::{
        BookingNews, BookingTurn, CaseNews, Delivery, Letter, LongOverdueNews, MessageNews, ReviewNews, Topic,
        TrustNews, WaitingNews,
    },
};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// A letter in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// How they are called.
    pub name: String,
    /// Its subject.
    pub subject: String,
    /// As text.
    pub text: String,
    /// As HTML.
    pub html: String,
    /// The address to which mail programs send that no more of these are wanted (RFC 8058); none for what is essential.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsubscribe: Option<String>,
}

/// Words with an address behind them.
type Link = (String, String);

/// What a letter says between greeting and farewell.
struct Content {
    subject: String,
    paragraphs: Vec<String>,
    /// Words of another member, set apart as a quotation.
    quoted: Option<String>,
    /// What its reader will most likely want to do.
    button: Option<Link>,
    /// What else they may want to do.
    others: Vec<Link>,
}

/// Why the letter came, below everything, and where that can be changed.
struct Footer {
    text: String,
    link: Option<Link>,
}

/// Writes a letter.
#[must_use]
pub fn write(ctx: &Ctx, delivery: &Delivery) -> Mail {
    let lang = delivery.to.lang;
    let content = content(ctx, lang, delivery);
    let community = &ctx.settings.community;
    let greeting = t!(lang, "mail-greeting", name = delivery.to.name.clone());
    let farewell = t!(lang, "mail-farewell", community = community.clone());
    let footer = footer(ctx, lang, delivery);
    let mut text = format!("{greeting}\n\n");
    for paragraph in &content.paragraphs {
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    if let Some(quoted) = &content.quoted {
        for line in quoted.lines() {
            text.push_str("> ");
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
    }
    for (label, href) in content.button.iter().chain(&content.others) {
        text.push_str(&format!("{label}:\n{href}\n\n"));
    }
    text.push_str(&farewell);
    text.push('\n');
    if let Some(footer) = &footer {
        // What begins with these two dashes and a blank is below the signature, and is not quoted in answers.
        text.push_str(&format!("\n-- \n{}\n", footer.text));
        if let Some((label, href)) = &footer.link {
            text.push_str(&format!("{label}:\n{href}\n"));
        }
    }
    let html = html(lang, &content, &greeting, &farewell, footer.as_ref());
    let stop = delivery.links.stop.as_ref();
    Mail {
        to: delivery.to.address.clone(),
        name: delivery.to.name.clone(),
        subject: content.subject,
        text,
        html,
        unsubscribe: stop.map(|(_, token)| ctx.url(&stop_path(token))),
    }
}

/// Letters about the account say themselves why they came.
fn footer(ctx: &Ctx, lang: Lang, delivery: &Delivery) -> Option<Footer> {
    let topic = delivery.letter.topic();
    let what = t!(lang, &topic_key(topic));
    if let Some((_, token)) = &delivery.links.stop {
        return Some(Footer {
            text: t!(lang, "mail-footer-optional", what = what),
            link: Some((t!(lang, "mail-footer-stop"), ctx.url(&stop_path(token)))),
        });
    }
    match topic {
        Topic::Account => None,
        Topic::Reports => Some(Footer {
            text: t!(lang, "mail-footer-reports"),
            link: None,
        }),
        _ => Some(Footer {
            text: t!(lang, "mail-footer-essential", what = what),
            link: Some((t!(lang, "mail-footer-choices"), ctx.url("/me/letters"))),
        }),
    }
}

/// Colours for the light, and for the dark where a mail program knows it. Those without style sheets read black on white.
const STYLE: &str = ":root{color-scheme:light dark;supported-color-schemes:light dark}\
    body{margin:0;padding:24px;background:#f3f0e6;color:#1d2521;font:17px/1.5 sans-serif}\
    .sheet{max-width:560px;margin:0 auto;padding:24px;background:#fffdf7;border-radius:12px}\
    blockquote{margin:16px 0;padding:4px 16px;border-left:4px solid #c9c2ae}\
    a{color:#1f5c43}.button{display:inline-block;padding:12px 20px;background:#1f5c43;color:#ffffff;\
    text-decoration:none;border-radius:8px;font-weight:bold}\
    .other{display:inline-block;padding:10px 18px;border:2px solid #1f5c43;border-radius:8px;text-decoration:none}\
    .small{color:#4d544f;font-size:14px;overflow-wrap:anywhere}\
    @media (prefers-color-scheme:dark){body{background:#151a17;color:#ece8dc}.sheet{background:#1f2622}\
    a{color:#9fd8bb}.button{background:#9fd8bb;color:#10201a}.other{border-color:#9fd8bb}\
    blockquote{border-color:#5c6660}.small{color:#b9bdb5}}";

fn html(lang: Lang, content: &Content, greeting: &str, farewell: &str, footer: Option<&Footer>) -> String {
    let mut body = format!("<p>{}</p>", escape(greeting));
    for paragraph in &content.paragraphs {
        body.push_str(&format!("<p>{}</p>", escape(paragraph)));
    }
    if let Some(quoted) = &content.quoted {
        let quoted = escape(quoted).replace('\n', "<br>");
        body.push_str(&format!("<blockquote dir=\"auto\">{quoted}</blockquote>"));
    }
    let link = |(label, href): &Link, class: &str| {
        format!(
            "<p><a class=\"{class}\" href=\"{}\">{}</a></p>",
            escape(href),
            escape(label)
        )
    };
    if let Some(button) = &content.button {
        body.push_str(&link(button, "button"));
        body.push_str(&format!("<p class=\"small\">{}</p>", escape(&button.1)));
    }
    for other in &content.others {
        body.push_str(&link(other, "other"));
    }
    body.push_str(&format!("<p>{}</p>", escape(farewell).replace('\n', "<br>")));
    if let Some(footer) = footer {
        let link = footer
            .link
            .as_ref()
            .map(|(label, href)| format!(" <a href=\"{}\">{}</a>", escape(href), escape(label)));
        let link = link.unwrap_or_default();
        body.push_str(&format!("<p class=\"small\">{}{link}</p>", escape(&footer.text)));
    }
    format!(
        "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"supported-color-schemes\" content=\"light dark\"><title>{}</title><style>{STYLE}</style></head>\
         <body><div class=\"sheet\">{body}</div></body></html>",
        lang.code(),
        escape(&content.subject),
    )
}

/// Text as it stands in HTML and in its attributes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn content(ctx: &Ctx, lang: Lang, delivery: &Delivery) -> Content {
    let community = || ctx.settings.community.clone();
    let simple = |subject: String, text: String, button: Option<(String, String)>| Content {
        subject,
        paragraphs: vec![text],
        quoted: None,
        button,
        others: Vec::new(),
    };
    let with_token = |path: &str, token: &str| ctx.url(&format!("{path}?token={token}&lang={}", lang.code()));
    match &delivery.letter {
        Letter::ConfirmAddress { token, .. } => simple(
            t!(lang, "mail-confirm-subject", community = community()),
            t!(lang, "mail-confirm-text"),
            Some((t!(lang, "mail-confirm-button"), with_token("/confirm", token))),
        ),
        Letter::AlreadyMember => simple(
            t!(lang, "mail-already-subject", community = community()),
            t!(lang, "mail-already-text"),
            Some((t!(lang, "mail-already-button"), ctx.url("/sign-in"))),
        ),
        Letter::ResetPassword { token } => simple(
            t!(lang, "mail-reset-subject"),
            t!(lang, "mail-reset-text"),
            Some((t!(lang, "mail-reset-button"), with_token("/reset/choose", token))),
        ),
        Letter::PasswordChanged => simple(
            t!(lang, "mail-password-subject"),
            t!(lang, "mail-password-text"),
            Some((t!(lang, "mail-password-button"), ctx.url("/reset"))),
        ),
        Letter::ConfirmNewAddress { token } => simple(
            t!(lang, "mail-new-address-subject"),
            t!(lang, "mail-new-address-text"),
            Some((
                t!(lang, "mail-new-address-button"),
                with_token("/confirm-address", token),
            )),
        ),
        Letter::AddressChanged => simple(
            t!(lang, "mail-address-changed-subject"),
            t!(lang, "mail-address-changed-text"),
            None,
        ),
        Letter::AccountDeleted => simple(
            t!(lang, "mail-deleted-subject", community = community()),
            t!(lang, "mail-deleted-text"),
            None,
        ),
        Letter::Booking(news) => booking(ctx, lang, news, &delivery.links.acts),
        Letter::LongOverdue(news) => long_overdue(ctx, lang, news),
        Letter::Review(news) => review(ctx, lang, news),
        Letter::Case(news) => case(ctx, lang, news),
        Letter::Messages(news) => messages(ctx, lang, news),
        Letter::Waiting(news) => waiting(ctx, lang, news),
        Letter::Trust(news) => trust(ctx, lang, news),
        Letter::ReportReceived {
            number, reason, words, ..
        } => report_received(lang, number, *reason, words),
    }
}

/// The keys of a booking's turn are `mail-booking-TURN-subject` and `mail-booking-TURN-text`; each takes the title, the
/// other's name, the days, and until when.
fn booking(ctx: &Ctx, lang: Lang, news: &BookingNews, acts: &[(Act, String)]) -> Content {
    let zone = TimeZone::get(&news.zone).unwrap_or_else(|_| ctx.settings.zone.clone());
    let now = ctx.clock.now();
    let days = |first, last, hours| format::period(lang, Period { first, last, hours }, now.day_in(&zone));
    let proposed = news
        .proposed
        .map(|(first, last)| days(first, last, news.proposed_hours))
        .unwrap_or_default();
    let days = days(news.first, news.last, news.hours);
    let until = news
        .until
        .map(|until| format::instant(lang, until, now, &zone))
        .unwrap_or_default();
    let other = crate::shell::pieces::member_name(lang, &news.other);
    let turn = news.what.name().replace('_', "-");
    let side = news.you.name();
    let by = if news.by_time { "time" } else { "person" };
    let price = news
        .price
        .map(|(minor, currency)| format::money(lang, minor, currency.code()));
    // Where the two agree on a sum, what is proposed is one, too.
    let agreeing = news.what == BookingTurn::Proposed && (news.kind == Kind::Service || news.kind.is_wanted());
    let proposed = [
        Some(proposed).filter(|days| !days.is_empty()),
        price.clone().filter(|_| agreeing),
    ];
    let proposed = proposed.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let trouble = news.more.trouble.map(|what| crate::signals::trouble(lang, what));
    let trouble = trouble.unwrap_or_default();
    let ending = agreeing.then_some("-price");
    let endings: Vec<&str> = ending.into_iter().chain(endings(news.kind).iter().copied()).collect();
    let say = |key: &str| {
        let key = &variant(lang, key, &endings);
        t!(
            lang,
            key,
            title = news.title.clone(),
            other = other.clone(),
            days = days.clone(),
            proposed = proposed.clone(),
            until = until.clone(),
            side = side,
            by = by.to_owned(),
            minutes = news.more.minutes.unwrap_or(0),
            trouble = trouble.clone()
        )
    };
    let told = matches!(
        news.what,
        BookingTurn::Requested | BookingTurn::Accepted | BookingTurn::Changed
    ) || (news.what == BookingTurn::Proposed && !agreeing);
    let late = news
        .more
        .late
        .map(|(late, currency)| crate::prices::late_line(lang, &late, currency.code()));
    let next = news.more.trouble.map(|what| {
        let key = format!("signals-next-{}", what.name().replace('_', "-"));
        t!(lang, &key, side = side, other = other.clone())
    });
    let link = |act: Act, token: &str| {
        let key = format!("act-{}-label", act.name().replace('_', "-"));
        let label = t!(
            lang,
            &crate::bookings::kind_key(lang, &key, news.kind),
            other = other.clone()
        );
        (label, ctx.url(&format!("{}?lang={}", act_path(token), lang.code())))
    };
    let mut links: Vec<Link> = acts.iter().map(|(act, token)| link(*act, token)).collect();
    let hint = (!links.is_empty()).then(|| t!(lang, "mail-acts-hint"));
    if news.what == BookingTurn::WarnNext {
        let form = format!("{}?command=propose#propose", news.path);
        links.push((t!(lang, "mail-booking-other-days"), ctx.url(&form)));
    }
    links.push((t!(lang, "mail-booking-button"), ctx.url(&news.path)));
    Content {
        subject: say(&format!("mail-booking-{turn}-subject")),
        paragraphs: std::iter::once(say(&format!("mail-booking-{turn}-text")))
            .chain(news.owed.map(|(minor, currency)| {
                let owed = format::money(lang, minor, currency.code());
                t!(lang, "mail-booking-owed", side = side, owed = owed)
            }))
            .chain(
                price
                    .filter(|_| told)
                    .map(|price| t!(lang, "mail-booking-price", price = price)),
            )
            .chain(late.map(|late| t!(lang, "mail-booking-late", late = late)))
            .chain(next)
            .chain(hint)
            .collect(),
        quoted: (!news.words.is_empty()).then(|| news.words.clone()),
        button: (!links.is_empty()).then(|| links.remove(0)),
        others: links,
    }
}

/// Something has not come back for long.
fn long_overdue(ctx: &Ctx, lang: Lang, news: &LongOverdueNews) -> Content {
    let name = |name: &str| crate::shell::pieces::member_name(lang, name);
    let (lender, borrower) = (name(&news.lender), name(&news.borrower));
    let last = format::day(lang, news.last);
    let (lenders, borrowers) = &news.paths;
    Content {
        subject: t!(
            lang,
            "mail-long-overdue-subject",
            title = news.title.clone(),
            days = news.days
        ),
        paragraphs: vec![t!(
            lang,
            "mail-long-overdue-text",
            title = news.title.clone(),
            lender = lender.clone(),
            borrower = borrower.clone(),
            last = last,
            days = news.days
        )],
        quoted: None,
        button: Some((borrower, ctx.url(borrowers))),
        others: vec![(lender, ctx.url(lenders))],
    }
}

/// The keys of a letter about reviews are `mail-review-TURN-subject`, `-text` and `-button`.
fn review(ctx: &Ctx, lang: Lang, news: &ReviewNews) -> Content {
    let zone = TimeZone::get(&news.zone).unwrap_or_else(|_| ctx.settings.zone.clone());
    let until = news
        .until
        .map(|until| format::instant(lang, until, ctx.clock.now(), &zone))
        .unwrap_or_default();
    let say = |part: &str| {
        let key = format!("mail-review-{}-{part}", news.what.name());
        t!(
            lang,
            &key,
            title = news.title.clone(),
            other = crate::shell::pieces::member_name(lang, &news.other),
            until = until.clone(),
            side = news.you.name()
        )
    };
    Content {
        subject: say("subject"),
        paragraphs: vec![say("text")],
        quoted: (!news.words.is_empty()).then(|| news.words.clone()),
        button: Some((say("button"), ctx.url(&news.path))),
        others: Vec::new(),
    }
}

/// The keys of a letter about a claim to decide are `mail-case-subject`, `-text` and `-button`.
fn case(ctx: &Ctx, lang: Lang, news: &CaseNews) -> Content {
    let what = match (news.late, news.appeal) {
        (true, _) => "late",
        (false, true) => "appeal",
        (false, false) => "new",
    };
    let due = format::instant(lang, news.due, ctx.clock.now(), &ctx.settings.zone);
    let say = |key: &str| t!(lang, key, what = what, title = news.title.clone(), due = due.clone());
    Content {
        subject: say("mail-case-subject"),
        paragraphs: vec![say("mail-case-text")],
        quoted: None,
        button: Some((t!(lang, "mail-case-button"), ctx.url(&news.path))),
        others: Vec::new(),
    }
}

fn waiting(ctx: &Ctx, lang: Lang, news: &WaitingNews) -> Content {
    let zone = TimeZone::get(&news.zone).unwrap_or_else(|_| ctx.settings.zone.clone());
    let now = ctx.clock.now();
    let period = Period {
        first: news.first,
        last: news.last,
        hours: news.hours,
    };
    let days = format::period(lang, period, now.day_in(&zone));
    let other = crate::shell::pieces::member_name(lang, &news.owner);
    let until = format::instant(lang, news.until, now, &zone);
    Content {
        subject: t!(lang, "mail-waiting-subject", title = news.title.clone()),
        paragraphs: vec![
            t!(
                lang,
                "mail-waiting-text",
                title = news.title.clone(),
                other = other,
                days = days
            ),
            t!(lang, "mail-waiting-until", until = until),
        ],
        quoted: None,
        button: Some((t!(lang, "mail-waiting-button"), ctx.url(&news.path))),
        others: Vec::new(),
    }
}

/// The keys of a letter about trust are `mail-trust-TURN-subject`, `-text` and `-button`.
fn trust(ctx: &Ctx, lang: Lang, news: &TrustNews) -> Content {
    let say = |part: &str| {
        let key = format!("mail-trust-{}-{part}", news.what.name());
        let other = crate::shell::pieces::member_name(lang, &news.other);
        t!(lang, &key, other = other, circle = news.circle.clone())
    };
    Content {
        subject: say("subject"),
        paragraphs: vec![say("text")],
        quoted: None,
        button: Some((say("button"), ctx.url(&news.path))),
        others: Vec::new(),
    }
}

fn messages(ctx: &Ctx, lang: Lang, news: &MessageNews) -> Content {
    let other = || crate::shell::pieces::member_name(lang, &news.other);
    let title = || news.title.clone();
    let mut paragraphs = vec![t!(
        lang,
        "mail-messages-text",
        count = news.count,
        other = other(),
        title = title()
    )];
    if news.photos > 0 {
        paragraphs.push(t!(lang, "mail-messages-photos", photos = news.photos));
    }
    paragraphs.push(t!(lang, "mail-messages-answer"));
    Content {
        subject: t!(
            lang,
            "mail-messages-subject",
            count = news.count,
            other = other(),
            title = title()
        ),
        paragraphs,
        quoted: (!news.words.is_empty()).then(|| news.words.clone()),
        button: Some((t!(lang, "mail-messages-button"), ctx.url(&news.path))),
        others: Vec::new(),
    }
}

/// The keys of reasons are `report-reason-REASON`; the form has them, too.
fn report_received(lang: Lang, number: &str, reason: Reason, words: &str) -> Content {
    let key = format!("report-reason-{}", reason.name().replace('_', "-"));
    Content {
        subject: t!(lang, "mail-report-subject", number = number.to_owned()),
        paragraphs: vec![
            t!(lang, "mail-report-text", number = number.to_owned()),
            t!(lang, "mail-report-reason", reason = t!(lang, &key)),
        ],
        quoted: (!words.is_empty()).then(|| words.to_owned()),
        button: None,
        others: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::shell::words;
    use domain::{
        Lang,
        notifications::{BookingTurn, TrustTurn},
    };

    #[test]
    fn every_letter_about_trust_has_its_words() {
        for turn in TrustTurn::ALL {
            for part in ["subject", "text", "button"] {
                let key = format!("mail-trust-{}-{part}", turn.name());
                assert!(Lang::ALL.into_iter().all(|lang| words::has(lang, &key)), "{key}");
            }
        }
    }

    #[test]
    fn every_turn_of_a_booking_has_its_letter() {
        for turn in BookingTurn::ALL {
            for part in ["subject", "text"] {
                let key = format!("mail-booking-{}-{part}", turn.name().replace('_', "-"));
                assert!(Lang::ALL.into_iter().all(|lang| words::has(lang, &key)), "{key}");
            }
        }
    }
}
