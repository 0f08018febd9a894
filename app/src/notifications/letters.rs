//! The words of letters: a subject, a text, the same as HTML, in the reader's language.

use crate::{
    bookings::endings,
    shell::{format, words::variant},
};
use domain::{
    Ctx, Lang,
    availability::Period,
    bookings::Party,
    listings::Kind,
    moderation::Reason,
    notifications::{
        BookingNews, BookingTurn, CaseNews, Delivery, Letter, MessageNews, ReviewNews, TrustNews, WaitingNews,
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
}

/// What a letter says between greeting and farewell.
struct Content {
    subject: String,
    paragraphs: Vec<String>,
    /// Words of another member, set apart as a quotation.
    quoted: Option<String>,
    button: Option<(String, String)>,
    /// Another thing that one may want to do instead.
    instead: Option<(String, String)>,
}

/// Writes a letter.
#[must_use]
pub fn write(ctx: &Ctx, delivery: &Delivery) -> Mail {
    let lang = delivery.to.lang;
    let content = content(ctx, lang, &delivery.letter);
    let community = &ctx.settings.community;
    let greeting = t!(lang, "mail-greeting", name = delivery.to.name.clone());
    let farewell = t!(lang, "mail-farewell", community = community.clone());
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
    for (label, href) in content.button.iter().chain(&content.instead) {
        text.push_str(&format!("{label}:\n{href}\n\n"));
    }
    text.push_str(&farewell);
    text.push('\n');
    let html = html(lang, &content, &greeting, &farewell);
    Mail {
        to: delivery.to.address.clone(),
        name: delivery.to.name.clone(),
        subject: content.subject,
        text,
        html,
    }
}

fn html(lang: Lang, content: &Content, greeting: &str, farewell: &str) -> String {
    let mut body = format!("<p>{}</p>", escape(greeting));
    for paragraph in &content.paragraphs {
        body.push_str(&format!("<p>{}</p>", escape(paragraph)));
    }
    if let Some(quoted) = &content.quoted {
        let quoted = escape(quoted).replace('\n', "<br>");
        body.push_str(&format!(
            "<blockquote dir=\"auto\" style=\"margin:16px 0;padding:4px 16px;border-left:4px solid #c9c2ae\">{quoted}</blockquote>"
        ));
    }
    if let Some((label, href)) = &content.button {
        let (label, href) = (escape(label), escape(href));
        body.push_str(&format!(
            "<p><a href=\"{href}\" style=\"display:inline-block;padding:12px 20px;background:#1f5c43;color:#ffffff;\
             text-decoration:none;border-radius:8px;font-weight:bold\">{label}</a></p>\
             <p style=\"color:#555\">{href}</p>"
        ));
    }
    if let Some((label, href)) = &content.instead {
        body.push_str(&format!("<p><a href=\"{}\">{}</a></p>", escape(href), escape(label)));
    }
    body.push_str(&format!("<p>{}</p>", escape(farewell).replace('\n', "<br>")));
    format!(
        "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>\
         <body style=\"margin:0;padding:24px;background:#f3f0e6;color:#1d2521;font:17px/1.5 sans-serif\">\
         <div style=\"max-width:560px;margin:0 auto;padding:24px;background:#fffdf7;border-radius:12px\">{body}</div>\
         </body></html>",
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

fn content(ctx: &Ctx, lang: Lang, letter: &Letter) -> Content {
    let community = || ctx.settings.community.clone();
    let simple = |subject: String, text: String, button: Option<(String, String)>| Content {
        subject,
        paragraphs: vec![text],
        quoted: None,
        button,
        instead: None,
    };
    let with_token = |path: &str, token: &str| ctx.url(&format!("{path}?token={token}&lang={}", lang.code()));
    match letter {
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
        Letter::Booking(news) => booking(ctx, lang, news),
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
fn booking(ctx: &Ctx, lang: Lang, news: &BookingNews) -> Content {
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
            by = by.to_owned()
        )
    };
    let reminded = matches!(news.what, BookingTurn::RemindReturn | BookingTurn::RemindOverdue);
    let told = matches!(
        news.what,
        BookingTurn::Requested | BookingTurn::Accepted | BookingTurn::Changed
    ) || (news.what == BookingTurn::Proposed && !agreeing);
    let longer = reminded && news.you == Party::Borrower;
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
            .collect(),
        quoted: (!news.words.is_empty()).then(|| news.words.clone()),
        button: Some((t!(lang, "mail-booking-button"), ctx.url(&news.path))),
        instead: longer.then(|| {
            (
                t!(lang, "mail-booking-longer"),
                ctx.url(&format!("{}?command=propose#propose", news.path)),
            )
        }),
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
        instead: None,
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
        instead: None,
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
        instead: None,
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
        instead: None,
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
        instead: None,
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
        instead: None,
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
