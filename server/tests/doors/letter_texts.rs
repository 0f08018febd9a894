//! Every kind of letter in both languages, as its reader gets it: a snapshot of its words, and what holds for all of their HTML.

use app::notifications::letters::{Mail, write};
use domain::{
    Day, Lang, Timestamp,
    bookings::{Act, BookingId, Party},
    listings::Kind,
    moderation::{Reason, SubjectKind},
    notifications::{
        BookingNews, BookingTurn, CaseNews, Delivery, Letter, Links, LongOverdueNews, MessageNews, More, Recipient,
        ReviewNews, ReviewTurn, Topic, TrustNews, TrustTurn, WaitingNews,
    },
    prices::{Currency, Late, Per},
    signals::Trouble,
    testing::{Engine, World},
};
use std::fmt::Write;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_903_672_800_000_000);

/// What a letter about this turn offers, as the rules would in its most usual case.
const fn acts(what: BookingTurn, you: Party) -> &'static [Act] {
    match (what, you) {
        (BookingTurn::Requested | BookingTurn::RemindAnswer, Party::Lender) => &[Act::Accept, Act::Decline],
        (BookingTurn::HandoverReported, _) => &[Act::ConfirmHandover, Act::Contest],
        (BookingTurn::ReturnReported, _) => &[Act::Return, Act::Contest],
        (BookingTurn::Contested, _) => &[Act::TakeBack],
        (BookingTurn::Proposed, _) => &[Act::Agree, Act::Disagree],
        (BookingTurn::RemindPickUp, _) => &[Act::OnMyWay, Act::Trouble, Act::Cancel],
        (BookingTurn::RemindReturn | BookingTurn::RemindDue | BookingTurn::RemindOverdue, Party::Borrower) => {
            &[Act::Extend, Act::OnMyWay, Act::Return, Act::Trouble]
        }
        (BookingTurn::WarnNext | BookingTurn::Accepted, _) => &[Act::Cancel],
        _ => &[],
    }
}

fn booking(what: BookingTurn, you: Party) -> Letter {
    let late = Late {
        per: Per::Day,
        started: 2,
        unit_minor: 300,
        amount_minor: 600,
        capped: false,
    };
    let overdue = matches!(what, BookingTurn::RemindOverdue | BookingTurn::Returned);
    Letter::Booking(BookingNews {
        what,
        kind: Kind::Rent,
        price: Some((1_600, Currency::EUR)),
        owed: (what == BookingTurn::Cancelled).then_some((800, Currency::EUR)),
        you,
        by_time: matches!(what, BookingTurn::Expired | BookingTurn::Lapsed),
        path: "/bookings/1".into(),
        title: "Leiter & <Bock>".into(),
        other: if you == Party::Lender { "Bea" } else { "Lena" }.into(),
        first: Day::parse("2030-05-02").unwrap(),
        last: Day::parse("2030-05-03").unwrap(),
        hours: None,
        proposed: Some((Day::parse("2030-05-02").unwrap(), Day::parse("2030-05-04").unwrap())),
        proposed_hours: None,
        until: Some(NOW.plus(10 * Timestamp::HOUR)),
        zone: "Europe/Berlin".into(),
        words: match what {
            BookingTurn::Requested | BookingTurn::Trouble | BookingTurn::OwnerNotice => {
                "Eine Zeile.\nNoch eine.".into()
            }
            _ => String::new(),
        },
        more: Box::new(More {
            acts: acts(what, you).to_vec(),
            booking: Some((BookingId(Uuid::nil()), 1)),
            minutes: (what == BookingTurn::OnMyWay).then_some(20),
            trouble: (what == BookingTurn::Trouble).then_some(Trouble::Late),
            late: overdue.then_some((late, Currency::EUR)),
        }),
    })
}

/// One of each kind, with its name.
fn all() -> Vec<(String, Letter)> {
    let token = || "TOKEN".to_owned();
    let mut all: Vec<(String, Letter)> = vec![
        (
            "confirm address".into(),
            Letter::ConfirmAddress {
                token: token(),
                next: None,
            },
        ),
        ("already member".into(), Letter::AlreadyMember),
        ("reset password".into(), Letter::ResetPassword { token: token() }),
        ("password changed".into(), Letter::PasswordChanged),
        (
            "confirm new address".into(),
            Letter::ConfirmNewAddress { token: token() },
        ),
        ("address changed".into(), Letter::AddressChanged),
        ("account deleted".into(), Letter::AccountDeleted),
    ];
    for what in BookingTurn::ALL {
        for you in Party::BOTH {
            all.push((format!("booking: {}, {}", what.name(), you.name()), booking(what, you)));
        }
    }
    for what in ReviewTurn::ALL {
        let news = ReviewNews {
            what,
            you: Party::Borrower,
            path: "/bookings/1/review".into(),
            title: "Leiter".into(),
            other: "Lena".into(),
            until: Some(NOW.plus(7 * Timestamp::DAY)),
            zone: "Europe/Berlin".into(),
            words: if what == ReviewTurn::Remind {
                String::new()
            } else {
                "Gern wieder.".into()
            },
        };
        all.push((format!("review: {}", what.name()), Letter::Review(news)));
    }
    let messages = MessageNews {
        path: "/conversations/1".into(),
        title: "Leiter".into(),
        other: "Bea".into(),
        count: 2,
        photos: 1,
        words: "Passt es um sechs?".into(),
    };
    all.push(("messages".into(), Letter::Messages(messages)));
    let report = Letter::ReportReceived {
        number: "ABC-123".into(),
        kind: SubjectKind::Message,
        reason: Reason::ALL[0],
        words: "Das ist Betrug.".into(),
    };
    all.push(("report received".into(), report));
    let overdue = LongOverdueNews {
        title: "Leiter".into(),
        lender: "Lena".into(),
        borrower: "Bea".into(),
        paths: ("/members/1".into(), "/members/2".into()),
        last: Day::parse("2030-04-15").unwrap(),
        days: 14,
    };
    all.push(("long overdue".into(), Letter::LongOverdue(overdue)));
    for (name, appeal, late) in [("new", false, false), ("appeal", true, false), ("late", false, true)] {
        let news = CaseNews {
            title: "Leiter".into(),
            appeal,
            late,
            due: NOW.plus(7 * Timestamp::DAY),
            path: "/operator/claims/1/lender".into(),
        };
        all.push((format!("case: {name}"), Letter::Case(news)));
    }
    for what in TrustTurn::ALL {
        let news = TrustNews {
            what,
            other: "Bea".into(),
            circle: "Haus 12".into(),
            path: "/circles/1".into(),
        };
        all.push((format!("trust: {}", what.name()), Letter::Trust(news)));
    }
    let waiting = WaitingNews {
        path: "/listings/1".into(),
        title: "Leiter".into(),
        owner: "Lena".into(),
        first: Day::parse("2030-05-04").unwrap(),
        last: Day::parse("2030-05-05").unwrap(),
        hours: None,
        until: NOW.plus(6 * Timestamp::HOUR),
        zone: "Europe/Berlin".into(),
    };
    all.push(("waiting".into(), Letter::Waiting(waiting)));
    all
}

fn delivery(letter: Letter, lang: Lang) -> Delivery {
    let acts = match &letter {
        Letter::Booking(news) => news
            .more
            .acts
            .iter()
            .map(|act| (*act, format!("TOKEN-{}", act.name())))
            .collect(),
        _ => Vec::new(),
    };
    let topic = letter.topic();
    Delivery {
        to: Recipient {
            address: "olga@example.org".into(),
            name: "Olga".into(),
            lang,
            member: None,
        },
        links: Links {
            acts,
            stop: (!topic.is_essential()).then(|| (topic, "STOP".to_owned())),
        },
        letter,
    }
}

/// What holds for the HTML of every letter.
fn check_html(name: &str, mail: &Mail) {
    let html = &mail.html;
    for never in ["<img", "<script", "<link", "url(", " src=", "@import", "<Bock>"] {
        assert!(!html.contains(never), "{name}: {never}");
    }
    assert!(
        html.contains("prefers-color-scheme:dark") && html.contains("name=\"color-scheme\""),
        "{name}"
    );
    // Both parts lead to the same places, and to ours only.
    let in_html = html
        .split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"));
    let in_html: Vec<String> = in_html.collect();
    let in_text: Vec<&str> = mail.text.lines().filter(|line| line.starts_with("http")).collect();
    assert_eq!(in_html, in_text, "{name}");
    assert!(
        in_text.iter().all(|href| href.starts_with("http://localhost:3000/")),
        "{name}"
    );
    assert!(
        mail.subject.chars().count() <= 100 && !mail.subject.contains('\n'),
        "{name}: {}",
        mail.subject
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_letter_in_both_languages() {
    let world = World::on(Engine::Sqlite).await;
    for lang in Lang::ALL {
        let mut pages = String::new();
        for (name, letter) in all() {
            let essential = letter.topic().is_essential();
            let mail = write(&world.ctx, &delivery(letter, lang));
            check_html(&name, &mail);
            assert_eq!(mail.unsubscribe.is_none(), essential, "{name}");
            for leak in ["mail-", "act-", "letters-", "signals-"] {
                assert!(
                    !mail.text.split("http").next().unwrap().contains(leak),
                    "{name}: {}",
                    mail.text
                );
            }
            writeln!(pages, "===== {name}\n{}\n\n{}", mail.subject, mail.text).unwrap();
        }
        insta::assert_snapshot!(format!("letters_{}", lang.code()), pages);
        let mail = write(
            &world.ctx,
            &delivery(booking(BookingTurn::RemindReturn, Party::Borrower), lang),
        );
        insta::assert_snapshot!(
            format!("html_of_a_reminder_{}", lang.code()),
            mail.html.replace("><", ">\n<")
        );
    }
    assert_eq!(Topic::ALL.len(), 8, "a new topic needs a letter here");
}
