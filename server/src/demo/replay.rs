//! Replaying the loans of the past year in the order of time, deadlines included.

use super::{
    at,
    data::{self, Loan, Said, Step},
    things,
};
use anyhow::{Context as _, bail};
use domain::{
    Ctx, Timestamp,
    bookings::{self, BookingId, Command, RequestDraft},
    jobs,
    listings::ListingId,
    members::Me,
    reviews::{self, ReviewDraft},
};
use jiff::civil::Time;
use std::collections::BTreeMap;

/// Replays all loans, and then sets the days of today's plans.
pub async fn loans(
    ctx: &Ctx,
    people: &BTreeMap<String, Me>,
    listings: &BTreeMap<String, ListingId>,
) -> anyhow::Result<()> {
    let loans = data::loans()?;
    let things = data::things()?;
    let owners: BTreeMap<&str, &str> = things.iter().map(|t| (t.key.as_str(), t.owner.as_str())).collect();
    let said = data::said()?;
    println!("Demo: {} loans …", loans.len());
    let mut steps = Vec::new();
    for loan in &loans {
        for step in &loan.events {
            let when = moment(ctx, step).with_context(|| loan.key.clone())?;
            steps.push((when, loan, Deed::Step(step)));
        }
        let Some((end, ..)) = steps.last().copied() else {
            continue;
        };
        let about = said.iter().filter(|said| said.loan == loan.key);
        steps.extend(about.map(|said| (end.plus(said.days_later * Timestamp::DAY), loan, Deed::Said(said))));
    }
    steps.sort_by_key(|(when, ..)| *when);
    let mut begun: BTreeMap<&str, BookingId> = BTreeMap::new();
    for (when, loan, deed) in steps {
        let then = at(ctx, when);
        jobs::run_due(&then, "demo").await?;
        let borrower = people
            .get(&loan.borrower)
            .with_context(|| format!("{}: no {}", loan.key, loan.borrower))?;
        let owner = owners
            .get(loan.listing.as_str())
            .and_then(|key| people.get(*key))
            .context("an owner")?;
        let listing = *listings
            .get(&loan.listing)
            .with_context(|| format!("{}: no {}", loan.key, loan.listing))?;
        let step = match deed {
            Deed::Step(step) => step,
            Deed::Said(said) => {
                let who = if said.by == "lender" { owner } else { borrower };
                let id = begun.get(loan.key.as_str()).context("a loan that began")?;
                say(&then, who, *id, said)
                    .await
                    .with_context(|| format!("{}: what the {} says", loan.key, said.by))?;
                continue;
            }
        };
        if step.what == "requested" {
            let id = ask(ctx, &then, borrower, listing, loan, step)
                .await
                .with_context(|| loan.key.clone())?;
            begun.insert(&loan.key, id);
            continue;
        }
        let Some(id) = begun.get(loan.key.as_str()) else {
            bail!("{}: it begins with {}", loan.key, step.what)
        };
        let who = if step.by == "lender" { owner } else { borrower };
        let words = step.note.clone().unwrap_or_default();
        let command = match step.what.as_str() {
            "accepted" => Command::Accept,
            "declined" => Command::Decline { reason: words },
            "withdrawn" => Command::Withdraw,
            "cancelled" => Command::Cancel {
                reason: words,
                seen: None,
            },
            "handed_over" => Command::HandOver,
            "returned" => Command::Return,
            // The clock's own doing: the jobs above have done it.
            "expired" => continue,
            other => bail!("{}: nothing is called {other}", loan.key),
        };
        bookings::act(&then, who, *id, command)
            .await
            .with_context(|| format!("{}: {}", loan.key, step.what))?;
    }
    jobs::run_due(ctx, "demo").await?;
    for thing in &things {
        let (Some(owner), Some(id)) = (people.get(&thing.owner), listings.get(&thing.key)) else {
            continue;
        };
        things::set_times(ctx, owner, *id, thing)
            .await
            .with_context(|| thing.key.clone())?;
    }
    Ok(())
}

/// Something that somebody did.
#[derive(Clone, Copy)]
enum Deed<'a> {
    /// To a loan.
    Step(&'a Step),
    /// After it, with words.
    Said(&'a Said),
}

async fn say(then: &Ctx, who: &Me, id: BookingId, said: &Said) -> anyhow::Result<()> {
    if said.what == "reply" {
        reviews::reply(then, who, id, &said.words, said.lang).await?;
        return Ok(());
    }
    let stars = |number: Option<&i64>| number.map(ToString::to_string).unwrap_or_default();
    let aspect = |name: &str| stars(said.aspects.get(name));
    let draft = ReviewDraft {
        overall: stars(said.overall.as_ref()),
        as_described: aspect("as_described"),
        condition: aspect("condition"),
        communication: aspect("communication"),
        care: aspect("care"),
        punctuality: aspect("punctuality"),
        words: said.words.clone(),
    };
    reviews::write(then, who, id, &draft, said.lang).await?;
    Ok(())
}

async fn ask(
    ctx: &Ctx,
    then: &Ctx,
    borrower: &Me,
    listing: ListingId,
    loan: &Loan,
    step: &Step,
) -> anyhow::Result<BookingId> {
    let today = ctx.today();
    let draft = RequestDraft {
        from: today.plus(loan.from).to_string(),
        to: today.plus(loan.to).to_string(),
        note: step.note.clone().unwrap_or_default(),
        once: loan.key.clone(),
        ..RequestDraft::default()
    };
    Ok(bookings::request(then, borrower, listing, &draft).await?)
}

fn moment(ctx: &Ctx, step: &Step) -> anyhow::Result<Timestamp> {
    let now = ctx.clock.now();
    if let Some(hours) = step.hours_ago {
        return Ok(now.plus(-((hours * 3_600.0) as i64) * Timestamp::SECOND));
    }
    let (day, time) = (step.day.context("a day")?, step.time.as_deref().context("a time")?);
    let time: Time = time.parse()?;
    let zone = &ctx.settings.zone;
    let date = ctx.today().plus(day).date();
    let zoned = date.to_datetime(time).to_zoned(zone.clone())?;
    Ok(Timestamp(zoned.timestamp().as_microsecond()))
}
