//! `docs/booking.md`: the axes of a booking as diagrams and tables, made from the rules. A page that does not say what the
//! rules say fails here; `UPDATE_DOCS=1` writes it anew.

use super::{
    super::{rules::*, *},
    rules::{custody_fits_help, moments, requested, with_kind, with_proposal},
};
use crate::{Timestamp, listings::Kind};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

const MARK: &str = "<!-- made from the rules from here on; see domain/src/bookings/tests/diagrams.rs -->\n";

/// One value of an axis, by the order in which it is met, and its name.
pub type Place = (usize, String);

/// What leads from one place of an axis to another: commands, and who gives them.
pub type Steps = BTreeMap<(Place, Place), BTreeMap<&'static str, BTreeSet<&'static str>>>;

fn state_place(state: State) -> Place {
    let at = State::ALL.iter().position(|s| *s == state).unwrap();
    let name = match state {
        State::Cancelled(by) => format!("cancelled by the {}", by.name()),
        other => other.name().replace('_', " "),
    };
    (at, name)
}

fn custody_place(custody: Custody) -> Place {
    let at = Custody::ALL.iter().position(|c| *c == custody).unwrap();
    let name = custody.name().replace('_', " ");
    match custody.reported_by() {
        Some(by) => (at, format!("{name}, says the {}", by.name())),
        None => (at, name),
    }
}

fn proposal_place(booking: &Booking) -> Place {
    match &booking.proposal {
        None => (0, "no proposal".into()),
        Some(proposal) => (
            1 + proposal.by as usize,
            format!("proposed by the {}", proposal.by.name()),
        ),
    }
}

const fn name_of(actor: Actor) -> &'static str {
    match actor {
        Actor::Borrower => "borrower",
        Actor::Lender => "lender",
        Actor::Clock => "time",
    }
}

/// Bookings in every state, custody and stage of a proposal that can be reached, at every moment that makes a difference.
fn everything() -> Vec<(Booking, Timestamp)> {
    let mut all = Vec::new();
    for (state, custody) in State::ALL.into_iter().flat_map(|s| Custody::ALL.map(|c| (s, c))) {
        let reachable = match state {
            State::Requested => custody == Custody::WithLender,
            State::Accepted => custody != Custody::Returned,
            _ => false,
        };
        if !reachable {
            continue;
        }
        let booking = requested("2030-05-03", "2030-05-05");
        let since = booking.requested_at.plus(3 * Timestamp::DAY);
        let booking = Booking {
            state,
            custody,
            custody_since: (custody != Custody::WithLender).then_some(since),
            ..booking
        };
        let at_once = (state == State::Requested).then(|| {
            let mut booking = booking.clone();
            booking.terms.instant = true;
            booking
        });
        let help = with_kind(&booking, Kind::Service);
        let others = [
            with_kind(&booking, Kind::WantedThing),
            with_kind(&booking, Kind::WantedHelp),
        ];
        let others = std::iter::once(help)
            .chain(others)
            .filter(|_| custody_fits_help(custody));
        let proposed = Party::BOTH.into_iter().filter_map(|by| with_proposal(&booking, by));
        for booking in [booking.clone()]
            .into_iter()
            .chain(at_once)
            .chain(proposed)
            .chain(others)
        {
            let mut times = moments(&booking);
            let answers = booking.proposal.as_ref().map(|proposal| proposal.answer_by);
            times.extend(answers.into_iter().flat_map(|at| [("", at.plus(-1)), ("", at)]));
            all.extend(times.into_iter().map(|(_, now)| (booking.clone(), now)));
        }
    }
    all
}

/// Every step along one axis that the rules allow.
fn steps(place: impl Fn(&Booking) -> Place) -> Steps {
    let mut steps = Steps::new();
    for (booking, now) in everything() {
        for (command, actor) in Command::ALL.iter().flat_map(|c| Actor::ALL.map(|a| (c, a))) {
            let command = command.clone().fitting(&booking, now);
            let Ok(events) = decide(&booking, &command, actor, now) else {
                continue;
            };
            let next = apply_all(booking.clone(), &events, now);
            let (from, to) = (place(&booking), place(&next));
            if from != to {
                let by = steps.entry((from, to)).or_default().entry(command.name()).or_default();
                by.insert(name_of(actor));
            }
        }
    }
    steps
}

fn in_words(step: &BTreeMap<&'static str, BTreeSet<&'static str>>) -> String {
    let each = step.iter().map(|(command, by)| {
        let by: Vec<_> = by.iter().copied().collect();
        format!("{} ({})", command.replace('_', " "), by.join(", "))
    });
    each.collect::<Vec<_>>().join("; ")
}

fn axis(page: &mut String, title: &str, begins: &str, steps: &Steps) {
    writeln!(page, "\n## {title}\n\n```mermaid\nstateDiagram-v2").unwrap();
    let places: BTreeSet<&Place> = steps.keys().flat_map(|(from, to)| [from, to]).collect();
    for (at, name) in &places {
        writeln!(page, "    s{at}: {name}").unwrap();
    }
    let first = places
        .iter()
        .find(|(_, name)| name == begins)
        .expect("the axis begins somewhere");
    writeln!(page, "    [*] --> s{}", first.0).unwrap();
    for (((from, _), (to, _)), step) in steps {
        let names: Vec<_> = step.keys().map(|name| name.replace('_', " ")).collect();
        writeln!(page, "    s{from} --> s{to}: {}", names.join(", ")).unwrap();
    }
    writeln!(page, "```\n\n| from | what (and who) | to |\n|---|---|---|").unwrap();
    for (((_, from), (_, to)), step) in steps {
        writeln!(page, "| {from} | {} | {to} |", in_words(step)).unwrap();
    }
}

fn made() -> String {
    let mut page = String::new();
    let hours = |micros: i64| micros / Timestamp::HOUR;
    writeln!(page, "\n## Deadlines\n\n| what | how long |\n|---|---|").unwrap();
    for (what, micros) in [
        (
            "A request waits for its answer; never beyond the end of its first day, by the hour its beginning",
            ANSWER_WITHIN,
        ),
        (
            "A proposal of other days waits; never beyond what it is about",
            ANSWER_WITHIN,
        ),
        (
            "A reported handover or return can be contested; then it counts as confirmed",
            CONFIRM_WITHIN,
        ),
        (
            "A handover can be reported so long before the first day",
            HAND_OVER_FROM,
        ),
        (
            "After the last day an agreed loan waits for somebody to report a handover",
            LAPSES_AFTER,
        ),
    ] {
        writeln!(page, "| {what} | {} hours |", hours(micros)).unwrap();
    }
    let (states, custody) = (steps(|b| state_place(b.state)), steps(|b| custody_place(b.custody)));
    axis(&mut page, "What the two agreed", "requested", &states);
    axis(&mut page, "Who has the thing", "with lender", &custody);
    axis(&mut page, "Other days", "no proposal", &steps(proposal_place));
    axis(&mut page, "A claim", "open", &crate::claims::steps_for_docs());
    page
}

#[test]
fn the_page_about_bookings_says_what_the_rules_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/booking.md");
    let page = fs::read_to_string(&path).expect("docs/booking.md");
    let (by_hand, stands) = page.split_once(MARK).expect("the mark in docs/booking.md");
    let made = made();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, format!("{by_hand}{MARK}{made}")).expect("docs/booking.md can be written");
        return;
    }
    assert!(
        stands == made,
        "docs/booking.md is stale: run this test with UPDATE_DOCS=1"
    );
}
