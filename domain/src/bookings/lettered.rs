//! Acting on a booking by a signed link from a letter, without signing in.
//!
//! A link does nothing by being opened: [`look`] only reads, and [`act`] is what the button of that page does. It works
//! once, though no row says so:
//!
//! - what decides something is bound to the version of the booking that its letter told of, and deciding makes a new one;
//! - what only tells something leaves its own name in the history, and is not told again;
//! - the proof covers member, booking, act, version, time and the address the letter went to, so nothing of it can be
//!   changed, and a changed address ends all links in the old mailbox.
//!
//! Whoever holds a link sees what its letter said, where things stand in a word, and nothing more: no place, no words, no
//! other days.

use super::{
    acting,
    acts::{Act, LINKS_LIVE},
    commands::{Command, Refusal, RequestDraft},
    longer::{self, Later},
    model::{Booking, Party},
    next, rules, store,
};
use crate::{
    Ctx, Error, Timestamp,
    db::Tx,
    members::{self, Me},
    notifications::signing::{self, Claim},
    secrets, signals,
};

/// Why a link opens nothing at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoLink {
    /// It is none of ours, or not for this address.
    Broken,
    /// Whoever it was for has left.
    Gone,
}

/// Where a link stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Its button can be pressed.
    Open,
    /// What it does is done already.
    Done,
    /// The booking has moved on.
    Changed,
    /// It is too old.
    Expired,
    /// The rules are against it now.
    Refused(Refusal),
}

/// A link that was opened.
#[derive(Clone, PartialEq, Debug)]
pub struct Opened {
    /// Whose it is.
    pub me: Me,
    /// Their side.
    pub side: Party,
    /// What it does.
    pub act: Act,
    /// The booking as it stands.
    pub booking: Booking,
    /// How the other is called; empty once they have left.
    pub other: String,
    /// Where the link stands.
    pub standing: Standing,
    /// Later returns that are free, for [`Act::Extend`].
    pub later: Vec<Later>,
    /// The instant it is.
    pub now: Timestamp,
}

/// What was typed on the page of a link. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed {
    /// Words to the other side.
    pub words: String,
    /// In how many minutes they are there.
    pub minutes: String,
    /// What is wrong.
    pub trouble: String,
    /// The last day, `YYYY-MM-DD`.
    pub to: String,
    /// The hour on it at which it is over, for what is lent by the hour.
    pub to_hour: String,
    /// What the page said that calling off costs, in minor units.
    pub seen: String,
}

/// Why the button did not do it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotDone {
    /// The booking's rules, or what was typed.
    Booking(Refusal),
    /// What was said.
    Signal(signals::Refusal),
}

async fn opened(tx: &mut Tx, token: &str, now: Timestamp) -> Result<(Claim, Me, Booking, Party), Error<NoLink>> {
    let (claim, mac) = signing::read(token).ok_or(Error::Refused(NoLink::Broken))?;
    let Some(me) = members::by_letter(tx, claim.member).await? else {
        return Err(Error::Refused(NoLink::Gone));
    };
    if !signing::holds(tx, &claim, &mac, &me.email).await? {
        return Err(Error::Refused(NoLink::Broken));
    }
    let booking = store::seen_by(tx, claim.booking, me.id).await?;
    let booking = rules::as_of(booking.ok_or(Error::Refused(NoLink::Broken))?, now);
    let side = booking.party(me.id).ok_or(Error::Refused(NoLink::Broken))?;
    Ok((claim, me, booking, side))
}

/// What the page of a link shows. Changes nothing.
///
/// # Errors
/// A [`NoLink`] says why there is nothing to show.
pub async fn look(ctx: &Ctx, token: &str) -> Result<Opened, Error<NoLink>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let (claim, me, booking, side) = opened(&mut tx, token, now).await?;
    let (other, _) = store::reach(&mut tx, booking.member(side.other())).await?;
    let told = claim.act.only_tells() && said_before(&mut tx, &booking, token).await?;
    let standing = if told {
        Standing::Done
    } else {
        standing(&claim, &booking, side, now)
    };
    drop(tx);
    let later = match (&standing, claim.act) {
        (Standing::Open, Act::Extend) => longer::free(ctx, &booking)
            .await
            .map_err(|error| error.map_refusal(|_| NoLink::Broken))?,
        _ => Vec::new(),
    };
    Ok(Opened {
        me,
        side,
        act: claim.act,
        booking,
        other,
        standing,
        later,
        now,
    })
}

async fn said_before(tx: &mut Tx, booking: &Booking, token: &str) -> sqlx::Result<bool> {
    let once = secrets::hash(token);
    let said = crate::events::history::<signals::Event>(tx, booking.key.id.0).await?;
    Ok(said.iter().any(|r| r.event.once() == once))
}

/// Where a link stands. Pure.
fn standing(claim: &Claim, booking: &Booking, me: Party, now: Timestamp) -> Standing {
    let done = claim.act.command().is_some_and(|command| match command {
        // Which days, nobody knows before the page.
        Command::Propose { .. } => booking.proposal.as_ref().is_some_and(|open| open.by == me),
        command => next::already_so(booking, &command, me),
    });
    if done && claim.version != booking.version {
        return Standing::Done;
    }
    if now.since(claim.made_at) >= LINKS_LIVE {
        return Standing::Expired;
    }
    if !claim.act.only_tells() && claim.version != booking.version {
        return Standing::Changed;
    }
    match claim.act.allowed(booking, me, now) {
        Ok(()) => Standing::Open,
        Err(refusal) => Standing::Refused(refusal),
    }
}

/// Does what the link says, with what was typed: where it stands afterwards, which is [`Standing::Done`] if it was done now
/// or before.
///
/// # Errors
/// As [`look`]; inside, [`NotDone`] if the rules were against it or something typed does not fit: nothing has changed then.
pub async fn act(ctx: &Ctx, token: &str, typed: &Typed) -> Result<Result<Opened, NotDone>, Error<NoLink>> {
    let before = look(ctx, token).await?;
    if before.standing != Standing::Open {
        return Ok(Ok(before));
    }
    let not_done = |error: Error<Refusal>| match error {
        Error::Refused(refusal) => Ok(NotDone::Booking(refusal)),
        Error::NotFound => Err(Error::NotFound),
        Error::Fault(fault) => Err(Error::Fault(fault)),
    };
    if before.act.only_tells() {
        return tell(ctx, &before, token, typed).await;
    }
    let command = match command(&before, typed) {
        Ok(command) => command,
        Err(refusal) => return Ok(Err(NotDone::Booking(refusal))),
    };
    let version = signing::read(token).map(|(claim, _)| claim.version);
    match acting::act_on(ctx, &before.me, before.booking.key.id, version, command).await {
        Ok(booking) => Ok(Ok(Opened {
            standing: Standing::Done,
            booking,
            ..before
        })),
        // Somebody was quicker, perhaps the same button: the page says how it stands now.
        Err(Error::Refused(Refusal::ChangedMeanwhile | Refusal::Busy)) => Ok(Ok(look(ctx, token).await?)),
        Err(other) => not_done(other).map(Err),
    }
}

async fn tell(
    ctx: &Ctx,
    before: &Opened,
    token: &str,
    typed: &Typed,
) -> Result<Result<Opened, NotDone>, Error<NoLink>> {
    let trouble = (before.act == Act::Trouble).then_some(typed.trouble.as_str());
    let said = match signals::rules::read(trouble, &typed.minutes, &typed.words) {
        Ok(said) => said,
        Err(refusal) => return Ok(Err(NotDone::Signal(refusal))),
    };
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (booking, side) = acting::in_turn(&mut tx, &before.me, before.booking.key.id, now)
        .await
        .map_err(|error| error.map_refusal(|_| NoLink::Broken))?;
    let once = secrets::hash(token);
    match signals::say_in_turn(&mut tx, &booking, side, &said, &once, now).await {
        Ok(_) => {}
        Err(Error::Refused(refusal)) => return Ok(Err(NotDone::Signal(refusal))),
        Err(Error::NotFound) => return Err(Error::NotFound),
        Err(Error::Fault(fault)) => return Err(Error::Fault(fault)),
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    ctx.live.tell(booking.key.id.0);
    Ok(Ok(Opened {
        standing: Standing::Done,
        booking,
        ..before.clone()
    }))
}

/// The command with what was typed.
fn command(opened: &Opened, typed: &Typed) -> Result<Command, Refusal> {
    let words = typed.words.clone();
    Ok(match opened.act.command() {
        Some(Command::Decline { .. }) => Command::Decline { reason: words },
        Some(Command::Cancel { .. }) => Command::Cancel {
            reason: words,
            seen: typed.seen.trim().parse().ok(),
        },
        Some(Command::Contest { .. }) => Command::Contest { words },
        Some(Command::Disagree { .. }) => Command::Disagree { words },
        Some(Command::Propose { .. }) => {
            let period = opened.booking.period;
            let hour = |hour: Option<i8>| hour.map(|hour| hour.to_string()).unwrap_or_default();
            let draft = RequestDraft {
                from: period.first.to_string(),
                to: typed.to.clone(),
                from_hour: hour(period.hours.map(|hours| hours.from)),
                to_hour: typed.to_hour.clone(),
                ..RequestDraft::default()
            };
            let (period, ..) = super::asking::read(&draft).map_err(Refusal::Invalid)?;
            Command::Propose {
                period,
                offer: None,
                words,
            }
        }
        Some(other) => other,
        None => return Err(Refusal::NotNow),
    })
}
