//! What stands in a calendar, in its owner's language, and what is wrong with foreign ones.

use crate::shell::pieces::member_name;
use domain::{
    Ctx, Lang,
    bookings::{Period, State},
    calendars::{Entry, Feed, Loan, Standing, Trouble},
    listings::ListingId,
};

/// What programs call the calendar.
pub fn name(ctx: &Ctx, feed: &Feed) -> String {
    let community = ctx.settings.community.clone();
    match &feed.listing {
        Some((_, title)) => t!(
            feed.lang,
            "calendars-name-thing",
            title = title.clone(),
            community = community
        ),
        None => t!(feed.lang, "calendars-name-mine", community = community),
    }
}

/// What stands in it.
pub fn entries(ctx: &Ctx, feed: &Feed) -> Vec<Entry> {
    let loans = feed.loans.iter().map(|loan| loan_entry(ctx, feed, loan));
    let closed = feed.listing.iter().flat_map(|(id, title)| {
        let one = |period: &Period| closed_entry(ctx, feed, *id, title, *period);
        feed.closed.iter().map(one).collect::<Vec<_>>()
    });
    loans.chain(closed).collect()
}

fn loan_entry(ctx: &Ctx, feed: &Feed, loan: &Loan) -> Entry {
    let (lang, booking) = (feed.lang, &loan.booking);
    let standing = match booking.state {
        State::Requested => Standing::Tentative,
        State::Accepted | State::Closed => Standing::Confirmed,
        _ => Standing::Cancelled,
    };
    let out = booking.state == State::Accepted && booking.handed_over_at.is_some();
    let state = match booking.state {
        State::Requested => t!(lang, "calendars-state-requested"),
        State::Accepted if out => t!(lang, "calendars-state-out"),
        State::Accepted => t!(lang, "calendars-state-accepted"),
        State::Closed => t!(lang, "calendars-state-closed"),
        _ => t!(lang, "calendars-state-cancelled"),
    };
    let (title, other) = (booking.terms.title.clone(), member_name(lang, &loan.other));
    let way = if booking.terms.kind.changes_hands() {
        loan.me.name()
    } else {
        "with"
    };
    let link = ctx.url(&booking.key.id.path());
    Entry {
        uid: format!("booking-{}", booking.key.id),
        sequence: booking.version - 1,
        changed: loan.changed,
        first: booking.period.first,
        last: booking.period.last,
        hours: booking.period.hours.map(|_| (booking.starts_at, booking.due_at)),
        standing,
        // A thing is busy while somebody has it; somebody who has it is not.
        busy: feed.listing.is_some() && booking.state == State::Accepted,
        title: t!(lang, "calendars-entry", way = way, title = title, other = other),
        words: t!(lang, "calendars-entry-words", state = state, link = link.clone()),
        place: loan.place.clone(),
        link: Some(link),
    }
}

fn closed_entry(ctx: &Ctx, feed: &Feed, listing: ListingId, title: &str, period: Period) -> Entry {
    let (changed, version) = feed.listing_changed;
    Entry {
        uid: format!("closed-{listing}-{}", period.last.0),
        sequence: version - 1,
        changed,
        first: period.first,
        last: period.last,
        hours: None,
        standing: Standing::Confirmed,
        busy: true,
        title: t!(feed.lang, "calendars-closed", title = title.to_owned()),
        words: String::new(),
        place: None,
        link: Some(ctx.url(&super::path_of(listing))),
    }
}

/// What is wrong with a foreign calendar, in a sentence or two.
pub fn trouble(lang: Lang, trouble: Trouble) -> String {
    match trouble {
        Trouble::NotAnAddress => t!(lang, "calendars-trouble-not-an-address"),
        Trouble::OtherScheme => t!(lang, "calendars-trouble-other-scheme"),
        Trouble::Credentials => t!(lang, "calendars-trouble-credentials"),
        Trouble::Port => t!(lang, "calendars-trouble-port"),
        Trouble::Private => t!(lang, "calendars-trouble-private"),
        Trouble::UnknownHost => t!(lang, "calendars-trouble-unknown-host"),
        Trouble::NoAnswer => t!(lang, "calendars-trouble-no-answer"),
        Trouble::Slow => t!(lang, "calendars-trouble-slow"),
        Trouble::TooLarge => t!(lang, "calendars-trouble-too-large"),
        Trouble::Packed => t!(lang, "calendars-trouble-packed"),
        Trouble::Redirects => t!(lang, "calendars-trouble-redirects"),
        Trouble::Status { code } => t!(lang, "calendars-trouble-status", code = code.to_string()),
        Trouble::NotACalendar => t!(lang, "calendars-trouble-not-a-calendar"),
        Trouble::Malformed => t!(lang, "calendars-trouble-malformed"),
        Trouble::TooManyEvents => t!(lang, "calendars-trouble-too-many-events"),
        Trouble::TooOften => t!(lang, "calendars-trouble-too-often"),
        Trouble::TooMuchWork => t!(lang, "calendars-trouble-too-much-work"),
    }
}
