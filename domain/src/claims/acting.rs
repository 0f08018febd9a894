//! Opening a claim, answering it, deciding about it; members, those who run the place, and the clock.

use super::{
    model::{Actor, Claim, Command, Deadline, Draft, Entry, Event, Refusal, State},
    rules, store,
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{self, Booking, BookingId, Party},
    db::{self, Tx},
    error::Fault,
    events,
    jobs::{self, Failure, Job},
    live,
    members::{self, Me, MemberId, Role},
    notifications::{self, BookingTurn, CaseNews, Letter},
};

/// How often a change is tried that met another one half-way.
const ATTEMPTS: usize = 4;

/// Opens a claim about a booking: whose it is.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties; a [`Refusal`] names the reason, and nothing was kept.
pub async fn open(ctx: &Ctx, me: &Me, id: BookingId, draft: &Draft) -> Result<Party, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (booking, party) = in_turn(&mut tx, me, id, now).await?;
    let cap = rules::cap(&booking, party);
    rules::may_open(&booking, party, now).map_err(Error::Refused)?;
    if let Some(before) = store::one(&mut tx, id, party).await? {
        // The same form sent twice is one claim.
        let typed = rules::read(draft, &before.currency, cap, rules::LEAST_WORDS).map_err(Error::Refused)?;
        let same = before.version == 1 && before.offer.words == typed.words;
        return if same {
            Ok(party)
        } else {
            Err(Error::Refused(Refusal::Already))
        };
    }
    let ruling = rules::read(draft, &booking.terms.currency, cap, rules::LEAST_WORDS).map_err(Error::Refused)?;
    let (claim, event) = rules::open(&booking, party, ruling, now).map_err(Error::Refused)?;
    store::insert(&mut tx, &claim).await?;
    record(&mut tx, &claim, now, Some(me.id), &event).await?;
    watch(&mut tx, &claim, now).await?;
    tell(&mut tx, &booking, &claim, &[event], Actor::Side(party), now).await?;
    finish(ctx, tx, id).await?;
    Ok(party)
}

/// Does what one of the two asks of a claim: the claim afterwards. `version` is that of the claim which the page showed;
/// what is agreed to is what was read.
///
/// # Errors
/// As [`open`].
pub async fn act(
    ctx: &Ctx,
    me: &Me,
    id: BookingId,
    by: Party,
    command: &Command,
    draft: &Draft,
) -> Result<Claim, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (booking, party) = in_turn(&mut tx, me, id, now).await?;
    let claim = store::one(&mut tx, id, by).await?.ok_or(Error::NotFound)?;
    let read = claim.version.to_string();
    let claim = catch_up(&mut tx, &booking, claim, now).await?;
    if read != draft.version.trim() {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    let ruling = |least: usize| rules::read(draft, &claim.currency, claim.cap_minor, least).map_err(Error::Refused);
    let command = match command {
        Command::Counter { .. } => {
            let ruling = ruling(rules::LEAST_WORDS)?;
            Command::Counter {
                remedy: ruling.remedy,
                amount_minor: ruling.amount_minor,
                words: ruling.words,
            }
        }
        Command::Appeal { .. } => {
            let words = rules::read_words(draft).map_err(Error::Refused)?;
            Command::Appeal { words }
        }
        Command::Decide { .. } | Command::RunOut => return Err(Error::Refused(Refusal::NotYours)),
        other => other.clone(),
    };
    let claim = carry_out(&mut tx, &booking, claim, &command, Actor::Side(party), now).await?;
    finish(ctx, tx, id).await?;
    Ok(claim)
}

/// Decides about a claim: for those who run the place and are neither of the two.
///
/// # Errors
/// [`Error::NotFound`] for everybody else, and for claims that nobody has to decide about; a [`Refusal`] otherwise.
pub async fn rule(ctx: &Ctx, me: &Me, id: BookingId, by: Party, draft: &Draft) -> Result<Claim, Error<Refusal>> {
    if me.role != Role::Operator {
        return Err(Error::NotFound);
    }
    for _ in 0..ATTEMPTS {
        match try_to_rule(ctx, me, id, by, draft).await {
            Err(Error::Fault(Fault::Database(error))) if db::exists_already(&error) => {}
            answer => return answer,
        }
    }
    Err(Error::Refused(Refusal::ChangedMeanwhile))
}

async fn try_to_rule(ctx: &Ctx, me: &Me, id: BookingId, by: Party, draft: &Draft) -> Result<Claim, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let claim = store::one(&mut tx, id, by).await?.ok_or(Error::NotFound)?;
    bookings::store::take_turn(&mut tx, claim.key.listing).await?;
    let booking = bookings::store::by_key(&mut tx, claim.key)
        .await?
        .ok_or(Error::NotFound)?;
    let claim = store::one(&mut tx, id, by).await?.ok_or(Error::NotFound)?;
    let read = claim.version.to_string();
    let claim = catch_up(&mut tx, &booking, claim, now).await?;
    if booking.party(me.id).is_some() {
        return Err(Error::Refused(Refusal::SomebodyElse));
    }
    if !claim.state.waits_for_decision() {
        return Err(Error::Refused(Refusal::NotNow));
    }
    let ruling = rules::read(draft, &claim.currency, claim.cap_minor, rules::LEAST_REASON).map_err(Error::Refused)?;
    // Time may have asked again meanwhile, which changes nothing of what was read.
    let asked_again = claim.version.to_string();
    if read != draft.version.trim() && asked_again != draft.version.trim() {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    let command = Command::Decide {
        remedy: ruling.remedy,
        amount_minor: ruling.amount_minor,
        reason: ruling.words,
    };
    let claim = carry_out(&mut tx, &booking, claim, &command, Actor::Operator(me.id), now).await?;
    finish(ctx, tx, id).await?;
    Ok(claim)
}

/// A deadline has come: the rules are asked whether it still means anything.
///
/// # Errors
/// When the database does not answer, or somebody acted at the same moment; the job is then tried again.
pub async fn deadline_came(ctx: &Ctx, deadline: Deadline) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    if !bookings::store::take_turn(&mut tx, deadline.booking.listing).await? {
        return Ok(());
    }
    let Some(booking) = bookings::store::by_key(&mut tx, deadline.booking).await? else {
        return Ok(());
    };
    let Some(claim) = store::one(&mut tx, deadline.booking.id, deadline.by).await? else {
        return Ok(());
    };
    catch_up(&mut tx, &booking, claim, now)
        .await
        .map_err(|error| Failure::Retry(error.to_string()))?;
    tx.commit().await?;
    ctx.wake.notify_one();
    ctx.live.tell(deadline.booking.id.0);
    Ok(())
}

async fn in_turn(tx: &mut Tx, me: &Me, id: BookingId, now: Timestamp) -> Result<(Booking, Party), Error<Refusal>> {
    bookings::in_turn(tx, me, id, now)
        .await
        .map_err(|error| error.map_refusal(Refusal::Booking))
}

async fn finish(ctx: &Ctx, mut tx: Tx, id: BookingId) -> Result<(), Error<Refusal>> {
    live::announce(&mut tx, id.0).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    ctx.live.tell(id.0);
    Ok(())
}

/// Does what the clock has to do by now, in case its job has not come to it yet.
async fn catch_up(tx: &mut Tx, booking: &Booking, mut claim: Claim, now: Timestamp) -> Result<Claim, Error<Refusal>> {
    while claim.due_at.is_some_and(|due| due <= now) {
        claim = carry_out(tx, booking, claim, &Command::RunOut, Actor::Clock, now).await?;
    }
    Ok(claim)
}

/// Writes what follows from a command: the row, the history, the next deadline, the letters.
async fn carry_out(
    tx: &mut Tx,
    booking: &Booking,
    before: Claim,
    command: &Command,
    actor: Actor,
    now: Timestamp,
) -> Result<Claim, Error<Refusal>> {
    let operators = members::store::operators(tx).await?;
    let deciders = rules::deciders(&operators, booking.parties(), &before);
    let events = rules::decide(&before, deciders, command, actor, now).map_err(Error::Refused)?;
    let next = events
        .iter()
        .fold(before.clone(), |claim, event| rules::apply(claim, event, now));
    if !store::advance(tx, &before, &next).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    let next = Claim {
        version: before.version + 1,
        ..next
    };
    let who = match actor {
        Actor::Side(side) => Some(booking.member(side)),
        Actor::Operator(operator) => Some(operator),
        Actor::Clock => None,
    };
    for event in &events {
        record(tx, &before, now, who, event).await?;
    }
    jobs::take_back(tx, &job_key(&before)).await?;
    watch(tx, &next, now).await?;
    tell(tx, booking, &next, &events, actor, now).await?;
    live::announce(tx, booking.key.id.0).await?;
    Ok(next)
}

/// Appends to the history of the booking what happened to this claim.
async fn record(tx: &mut Tx, claim: &Claim, now: Timestamp, who: Option<MemberId>, event: &Event) -> sqlx::Result<()> {
    let entry = Entry {
        about: claim.by,
        event: event.clone(),
    };
    events::append(tx, claim.key.id.0, now, who, &entry).await
}

/// Sees to it that the rules are asked again when the next deadline comes.
async fn watch(tx: &mut Tx, claim: &Claim, now: Timestamp) -> sqlx::Result<()> {
    let Some(at) = claim.due_at else { return Ok(()) };
    let job = Job::Claim(Deadline {
        booking: claim.key,
        by: claim.by,
    });
    jobs::queue(tx, now, at, Some(&job_key(claim)), &job).await
}

/// One key for each version of a claim.
fn job_key(claim: &Claim) -> String {
    format!("claim/{}/{}/{}", claim.key.id, claim.by.name(), claim.version)
}

/// Writes to whoever does not know yet: the two, and those who are to decide.
async fn tell(
    tx: &mut Tx,
    booking: &Booking,
    claim: &Claim,
    events: &[Event],
    actor: Actor,
    now: Timestamp,
) -> sqlx::Result<()> {
    // What follows from it at once, as that a decision is final, is told with it.
    for event in events.iter().take(1) {
        let (what, words) = match event {
            Event::Opened { words, .. } => (BookingTurn::ClaimOpened, words.as_str()),
            Event::Countered { words, .. } => (BookingTurn::ClaimCountered, words.as_str()),
            Event::Agreed => (BookingTurn::ClaimAgreed, ""),
            Event::Escalated { .. } => (BookingTurn::ClaimEscalated, ""),
            Event::Decided { decision } => (BookingTurn::ClaimDecided, decision.reason.as_str()),
            Event::Appealed { words, .. } => (BookingTurn::ClaimAppealed, words.as_str()),
            Event::Late => (BookingTurn::ClaimLate, ""),
            Event::Undecided => (BookingTurn::ClaimUndecided, ""),
            Event::Withdrawn => (BookingTurn::ClaimWithdrawn, ""),
            Event::BecameFinal => (BookingTurn::ClaimFinal, ""),
            Event::Settled => (BookingTurn::ClaimSettled, ""),
        };
        let readers: Vec<Party> = Party::BOTH
            .into_iter()
            .filter(|side| actor != Actor::Side(*side))
            .collect();
        for reader in readers {
            bookings::write_letter(tx, booking, what, words, reader, now).await?;
        }
        if matches!(event, Event::Escalated { .. } | Event::Appealed { .. } | Event::Late) {
            ask_to_decide(tx, booking, claim, matches!(event, Event::Late), now).await?;
        }
    }
    Ok(())
}

/// Writes to all who run the place and may decide about this.
async fn ask_to_decide(tx: &mut Tx, booking: &Booking, claim: &Claim, late: bool, now: Timestamp) -> sqlx::Result<()> {
    let Some(due) = claim.due_at else { return Ok(()) };
    let first = claim.decision.as_ref().map(|decision| decision.by);
    for id in members::store::operators(tx).await? {
        if !rules::may_decide(id, booking.parties(), first) {
            continue;
        }
        let (_, Some(to)) = bookings::store::reach(tx, id).await? else {
            continue;
        };
        let news = CaseNews {
            title: booking.terms.title.clone(),
            appeal: claim.state == State::Appealed,
            late,
            due,
            path: format!("/operator/claims/{}/{}", claim.key.id, claim.by.name()),
        };
        notifications::post(tx, now, to, Letter::Case(news)).await?;
    }
    Ok(())
}
