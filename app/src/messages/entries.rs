//! The lines of a conversation: what was written, and what happened to the booking.

use crate::shell::{
    format, page,
    photo::{Shown, photo_below},
    pieces::{icon, member_name},
    words,
};
use domain::{
    Lang, Timestamp,
    bookings::{Actor, Event},
    messages::{ConversationId, ConversationView, Entry, Happened, Message, Side, What},
    signals,
};
use jiff::tz::TimeZone;
use leptos::prelude::*;

/// How wide pictures are shown, as in HTML.
const PICTURE_SIZES: &str = "(width < 40rem) 60vw, 20rem";

/// Who reads, and what they need to know of the conversation to understand its lines.
#[derive(Clone, Debug)]
pub struct Reader {
    /// What they read.
    pub conversation: ConversationId,
    /// In which language.
    pub lang: Lang,
    /// The instant it is now.
    pub now: Timestamp,
    /// In whose days times are told.
    pub zone: TimeZone,
    /// On which side they are.
    pub side: Side,
    /// How the other is called.
    pub other: String,
}

impl Reader {
    /// The reader of a conversation.
    #[must_use]
    pub fn of(view: &ConversationView, lang: Lang, now: Timestamp, zone: TimeZone) -> Self {
        Self {
            conversation: view.id,
            lang,
            now,
            zone,
            side: view.me,
            other: member_name(lang, &view.other.name),
        }
    }

    /// One line as a page holds it.
    #[must_use]
    pub fn line(&self, entry: &Entry) -> AnyView {
        match entry {
            Entry::Message(message) => self.message(message),
            Entry::Happened(happened) => self.happened(happened),
        }
    }

    /// One line on its own, to be put into a page that is open.
    #[must_use]
    pub fn fragment(&self, entry: &Entry) -> String {
        page::fragment(|| self.line(entry))
    }

    fn time(&self, at: Timestamp) -> AnyView {
        let text = format::instant(self.lang, at, self.now, &self.zone);
        view! { <time class="message__time" datetime=format::machine(at)>{text}</time> }.into_any()
    }

    /// A message. What a script reads out when it comes is in `data-said`; one's own needs no saying.
    pub fn message(&self, message: &Message) -> AnyView {
        let lang = self.lang;
        let path = message.conversation.path();
        let who = if message.mine {
            t!(lang, "messages-me")
        } else {
            self.other.clone()
        };
        let pictures = message
            .pictures
            .iter()
            .map(|picture| {
                let below = format!("{path}/photos/{}", picture.id.as_simple());
                let alt = if message.mine {
                    t!(lang, "messages-picture-mine")
                } else {
                    t!(lang, "messages-picture-of", name = self.other.clone())
                };
                let shown = Shown {
                    id: picture.id,
                    alt,
                    width: picture.width,
                    height: picture.height,
                    thumbhash: picture.thumbhash.clone(),
                };
                view! {
                    <li>
                        <a class="message__picture" href=format!("{below}/large.webp")>
                            {photo_below(&below, &shown, PICTURE_SIZES, false)}
                        </a>
                    </li>
                }
            })
            .collect::<Vec<_>>();
        let report = (!message.mine).then(|| {
            let href = format!("{path}/report/{}", message.seq);
            view! {
                <a class="message__report" href=href rel="nofollow">
                    {icon("flag")}<span class="visually-hidden">{t!(lang, "messages-report-link")}</span>
                </a>
            }
        });
        let said = (!message.mine).then(|| t!(lang, "messages-new-from", name = self.other.clone()));
        let text = (!message.text.is_empty())
            .then(|| view! { <p class="message__text" dir="auto">{linked(&message.text)}</p> });
        view! {
            <li class="message" id=self.anchor(message) data-whose=if message.mine { "mine" } else { "theirs" }
                data-seq=message.seq.to_string() data-said=said>
                <p class="message__head"><bdi class="message__who">{who}</bdi>" "{self.time(message.at)}{report}</p>
                {text}
                {(!pictures.is_empty()).then(|| view! { <ul class="message__pictures">{pictures}</ul> })}
            </li>
        }
        .into_any()
    }

    /// Names a message in an address. What was asked on the listing before stands on the same page, under other names.
    fn anchor(&self, message: &Message) -> String {
        let kind = if message.conversation == self.conversation {
            'm'
        } else {
            'q'
        };
        format!("{kind}{}", message.seq)
    }

    fn happened(&self, happened: &Happened) -> AnyView {
        let text = self.what(happened);
        let quoted = match &happened.event {
            What::Booking(Event::Requested { note, .. }) => note.as_str(),
            What::Booking(Event::Declined { reason } | Event::Cancelled { reason, .. }) => reason,
            What::Booking(Event::Contested { words }) | What::Signal(signals::Event::Trouble { words, .. }) => words,
            _ => "",
        };
        let quoted = (!quoted.is_empty())
            .then(|| view! { <blockquote class="message__text" dir="auto">{quoted.to_owned()}</blockquote> });
        view! {
            <li class="message message--event" id=format!("e{}", happened.seq) data-said=text.clone()>
                <p class="message__head">{icon("info")}<span>{text.clone()}</span>" "{self.time(happened.at)}</p>
                {quoted}
            </li>
        }
        .into_any()
    }

    /// What happened, in the reader's language and from where they stand.
    fn what(&self, happened: &Happened) -> String {
        let lang = self.lang;
        let who = match (happened.by, self.side) {
            (Actor::Clock, _) => "time",
            (Actor::Borrower, Side::Asker) | (Actor::Lender, Side::Owner) => "me",
            (Actor::Borrower, Side::Owner) | (Actor::Lender, Side::Asker) => "other",
        };
        let name = happened.event.name().replace('_', "-");
        if let What::Signal(event) = &happened.event {
            return crate::signals::told(lang, event, who, &self.other);
        }
        let key = format!("messages-event-{name}");
        if !words::has(lang, &key) {
            // Something that this page has no sentence for yet: the heading of the booking's history says it.
            return words::text(lang, &format!("bookings-event-{name}"));
        }
        let days = match &happened.event {
            What::Booking(Event::Requested { period, .. }) => {
                format::period(lang, *period, self.now.day_in(&self.zone))
            }
            _ => String::new(),
        };
        t!(lang, &key, who = who, name = self.other.clone(), days = days)
    }
}

/// A text whose web addresses can be followed. Everything is shown as it was written, and nothing of it is markup.
fn linked(text: &str) -> AnyView {
    parts(text)
        .into_iter()
        .map(|part| match part {
            Part::Text(text) => text.to_owned().into_any(),
            Part::Link(address) => view! {
                <a href=address.to_owned() rel="nofollow ugc noopener noreferrer external" target="_blank">{address.to_owned()}</a>
            }
            .into_any(),
        })
        .collect_view()
        .into_any()
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part<'a> {
    Text(&'a str),
    Link(&'a str),
}

/// The text cut where web addresses begin and end: `http://` or `https://` at the beginning of a word, up to a blank or
/// a sign that no address holds, without the marks that end a sentence.
fn parts(text: &str) -> Vec<Part<'_>> {
    let (mut all, mut done, mut from) = (Vec::new(), 0, 0);
    while let Some(found) = text[from..].find("http") {
        let start = from + found;
        let rest = &text[start..];
        from = start + "http".len();
        let scheme = ["https://", "http://"]
            .into_iter()
            .find(|scheme| rest.starts_with(scheme));
        let inside_a_word = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
        let Some(scheme) = scheme.filter(|_| !inside_a_word) else {
            continue;
        };
        let end = rest
            .find(|c: char| c.is_whitespace() || c.is_control() || "<>\"'`{}|\\^„“”«»".contains(c))
            .unwrap_or(rest.len());
        let address = without_ending(&rest[..end]);
        if !address[scheme.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '[') {
            continue;
        }
        if done < start {
            all.push(Part::Text(&text[done..start]));
        }
        all.push(Part::Link(address));
        done = start + address.len();
        from = done;
    }
    if done < text.len() {
        all.push(Part::Text(&text[done..]));
    }
    all
}

/// Without what belongs to the sentence around an address. A closing bracket stays if the address opened it.
fn without_ending(mut address: &str) -> &str {
    while let Some(last) = address.chars().next_back() {
        let unopened =
            |open: char, close: char| last == close && address.matches(close).count() > address.matches(open).count();
        if ".,;:!?*_…".contains(last) || unopened('(', ')') || unopened('[', ']') {
            address = &address[..address.len() - last.len_utf8()];
        } else {
            break;
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::messages::MessageId;
    use uuid::Uuid;

    fn links(text: &str) -> Vec<&str> {
        let parts = parts(text);
        let whole: String = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) | Part::Link(text) => *text,
            })
            .collect();
        assert_eq!(whole, text, "nothing is lost");
        parts
            .into_iter()
            .filter_map(|part| match part {
                Part::Link(address) => Some(address),
                Part::Text(_) => None,
            })
            .collect()
    }

    #[test]
    fn addresses_can_be_followed_and_sentences_keep_their_marks() {
        assert_eq!(
            links("Schau: https://example.org/a?b=c&d=e."),
            ["https://example.org/a?b=c&d=e"]
        );
        assert_eq!(
            links("(http://example.org/x_(y)) und\nhttps://ä.example!"),
            ["http://example.org/x_(y)", "https://ä.example"]
        );
        assert_eq!(
            links("„https://example.org“, https://[::1]:80/"),
            ["https://example.org", "https://[::1]:80/"]
        );
        assert_eq!(links("https://example.org<script>"), ["https://example.org"]);
        for none in [
            "",
            "http",
            "https://",
            "https://.",
            "xhttps://example.org",
            "javascript:alert(1)",
            "http:// leer",
            "ftp://a",
        ] {
            assert!(links(none).is_empty(), "{none}");
        }
    }

    fn reader(lang: Lang, side: Side) -> Reader {
        Reader {
            conversation: ConversationId(Uuid::nil()),
            lang,
            now: Timestamp(1_903_672_800_000_000),
            zone: TimeZone::UTC,
            side,
            other: "Bea".into(),
        }
    }

    #[test]
    fn nothing_that_was_written_becomes_markup() {
        let evil = "<script>alert(1)</script> https://example.org/\"onmouseover=\"alert(1) &lt;\nzwei";
        let message = Message {
            conversation: ConversationId(Uuid::nil()),
            seq: 1,
            id: MessageId(Uuid::nil()),
            mine: false,
            text: evil.into(),
            pictures: Vec::new(),
            at: Timestamp(0),
        };
        let reader = Reader {
            other: evil.into(),
            ..reader(Lang::De, Side::Owner)
        };
        let html = reader.fragment(&Entry::Message(message));
        assert!(
            !html.contains("<script") && !html.contains(" onmouseover") && !html.contains("<!>"),
            "{html}"
        );
        assert!(
            html.contains("href=\"https://example.org/\"") && html.contains("&amp;lt;\nzwei"),
            "{html}"
        );
    }

    #[test]
    fn everything_that_happens_to_a_booking_is_told_in_sentences() {
        let names = [
            "requested",
            "accepted",
            "declined",
            "gave_way",
            "withdrawn",
            "found_elsewhere",
            "expired",
            "cancelled",
            "handover_reported",
            "handed_over",
            "handed_over_by_code",
            "return_reported",
            "returned",
            "returned_by_code",
            "contested",
            "taken_back",
            "lapsed",
            "closed",
        ];
        for name in names {
            let key = format!("messages-event-{}", name.replace('_', "-"));
            assert!(Lang::ALL.into_iter().all(|lang| words::has(lang, &key)), "{key}");
        }
        let accepted = |by| Happened {
            seq: 1,
            at: Timestamp(0),
            by,
            event: What::Booking(Event::Accepted),
        };
        let told = |lang, side, by| reader(lang, side).what(&accepted(by));
        assert_eq!(told(Lang::De, Side::Owner, Actor::Lender), "Du hast zugesagt.");
        assert_eq!(told(Lang::De, Side::Asker, Actor::Lender), "Bea hat zugesagt.");
        assert_eq!(told(Lang::En, Side::Asker, Actor::Lender), "Bea said yes.");
    }
}
