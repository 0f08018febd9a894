//! Everything that happens to a booking once it is made comes through here: members and the clock alike.

use super::{
    asking,
    commands::{Command, Event, Refusal},
    groups,
    model::{Actor, Booking, BookingId, Deadline, Party, State},
    reminding, rules, store,
    telling::{self, write},
    together,
};
use crate::{
    Ctx, Error, Timestamp,
    availability::{
        Diary, Period, Reason,
        store::{self as calendar, Basis, Holding},
    },
    db::{self, Tx},
    error::Fault,
    events,
    jobs::{self, Failure, Job},
    kits::store as kits,
    listings, live,
    members::Me,
    notifications::{BookingTurn, More},
    reviews, waiting,
};

/// The longest time between two loans, in days; by the hour it is shorter.
const LONGEST_BUFFER_DAYS: i64 = listings::steps::MOST_BUFFER_DAYS;
/// How often a change is tried that met another one half-way.
const ATTEMPTS: usize = 4;

/// Does what a member asks of a booking: the booking afterwards.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties; a [`Refusal`] names the reason, and nothing has changed then.
pub async fn act(ctx: &Ctx, me: &Me, id: BookingId, command: Command) -> Result<Booking, Error<Refusal>> {
    act_on(ctx, me, id, None, command).await
}

/// As [`act`], but only on this version of the booking: what was offered then.
///
/// # Errors
/// As [`act`]; [`Refusal::ChangedMeanwhile`] if it has moved on.
pub async fn act_on(
    ctx: &Ctx,
    me: &Me,
    id: BookingId,
    version: Option<i64>,
    command: Command,
) -> Result<Booking, Error<Refusal>> {
    if !command.is_for_members() {
        return Err(Error::Refused(Refusal::NotYours));
    }
    let command = with_clean_words(command)?;
    for _ in 0..ATTEMPTS {
        match attempt(ctx, me, id, version, &command).await {
            Err(Error::Fault(fault)) if met_another(&fault) => {}
            Err(Error::Refused(Refusal::Busy)) => {}
            answer => return answer,
        }
    }
    Err(Error::Refused(Refusal::Busy))
}

/// Proposes other days or, where the two agree on one, a sum as a member typed it; empty leaves it as it is.
///
/// # Errors
/// As [`act`]; [`Refusal::Invalid`] at the field `offer`.
pub async fn propose(
    ctx: &Ctx,
    me: &Me,
    id: BookingId,
    period: Period,
    offer: &str,
    words: String,
) -> Result<Booking, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let booking = store::seen_by(&mut tx, id, me.id).await?.ok_or(Error::NotFound)?;
    drop(tx);
    let wrong = |errors| Error::Refused(Refusal::Invalid(errors));
    let said = (!offer.trim().is_empty()).then(|| asking::read_offer(&booking.terms, offer));
    let offer = said.transpose().map_err(wrong)?.flatten();
    act(ctx, me, id, Command::Propose { period, offer, words }).await
}

/// The command with its words cleaned. Who calls off or contests says why; who declines may.
fn with_clean_words(command: Command) -> Result<Command, Error<Refusal>> {
    let read = |typed: &str, min| asking::read_words(typed, min).map_err(|e| Error::Refused(Refusal::Invalid(e)));
    Ok(match command {
        Command::Decline { reason } => Command::Decline {
            reason: read(&reason, 0)?,
        },
        Command::Cancel { reason, seen } => Command::Cancel {
            reason: read(&reason, 2)?,
            seen,
        },
        Command::Contest { words } => Command::Contest {
            words: read(&words, 2)?,
        },
        Command::Propose { period, offer, words } => Command::Propose {
            period,
            offer,
            words: read(&words, 0)?,
        },
        Command::Disagree { words } => Command::Disagree {
            words: read(&words, 0)?,
        },
        other => other,
    })
}

/// Whether another transaction was in the way: a day was taken this moment, or the engine picked this one to step back.
/// (SQLSTATE 40001 and 40P01: serialization failure and deadlock of PostgreSQL.)
pub(super) fn met_another(fault: &Fault) -> bool {
    let Fault::Database(error) = fault else { return false };
    db::exists_already(error)
        || error
            .as_database_error()
            .and_then(sqlx::error::DatabaseError::code)
            .is_some_and(|code| code == "40001" || code == "40P01")
}

async fn attempt(
    ctx: &Ctx,
    me: &Me,
    id: BookingId,
    version: Option<i64>,
    command: &Command,
) -> Result<Booking, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (booking, party) = in_turn(&mut tx, me, id, now).await?;
    if version.is_some_and(|version| version != booking.version) {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    let events = rules::decide(&booking, command, party.into(), now).map_err(Error::Refused)?;
    let booking = match command {
        Command::Accept => accept(&mut tx, booking, &events, party.into(), now).await?,
        Command::Agree if booking.state == State::Requested => {
            let period = booking.proposal.as_ref().map_or(booking.period, |open| open.period);
            accept(&mut tx, Booking { period, ..booking }, &events, party.into(), now).await?
        }
        Command::Agree => change(&mut tx, booking, &events, party, now).await?,
        Command::Propose { period, .. } => {
            free_for(&mut tx, &booking, *period).await?;
            carry_out(&mut tx, booking, &events, party.into(), now).await?
        }
        _ => carry_out(&mut tx, booking, &events, party.into(), now).await?,
    };
    tx.commit().await?;
    ctx.wake.notify_one();
    ctx.live.tell(id.0);
    Ok(booking)
}

/// The booking of `me`, and on which side they are, for other nouns that write about it: nobody else writes about bookings
/// of this listing until the transaction is over, and what time has to do is done.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties.
pub async fn in_turn(tx: &mut Tx, me: &Me, id: BookingId, now: Timestamp) -> Result<(Booking, Party), Error<Refusal>> {
    let key = store::key_seen_by(tx, id, me.id).await?.ok_or(Error::NotFound)?;
    groups::take_turn(tx, id).await?;
    store::take_turn(tx, key.listing).await?;
    let booking = store::by_key(tx, key).await?.ok_or(Error::NotFound)?;
    let booking = catch_up(tx, booking, now).await?;
    let party = booking.party(me.id).ok_or(Error::NotFound)?;
    Ok((booking, party))
}

/// Carries out a command that follows from something that another noun has checked, such as a code. Only within the
/// transaction of [`in_turn`].
///
/// # Errors
/// A [`Refusal`] names the reason.
pub async fn carry_out_in_turn(
    tx: &mut Tx,
    booking: Booking,
    command: &Command,
    party: Party,
    now: Timestamp,
) -> Result<Booking, Error<Refusal>> {
    let events = rules::decide(&booking, command, party.into(), now).map_err(Error::Refused)?;
    carry_out(tx, booking, &events, party.into(), now).await
}

/// Writes one letter about a booking, for other nouns.
///
/// # Errors
/// When the database refuses.
pub async fn write_letter(
    tx: &mut Tx,
    booking: &Booking,
    what: BookingTurn,
    words: &str,
    reader: Party,
    now: Timestamp,
) -> sqlx::Result<()> {
    write(tx, booking, what, words, false, &[reader], now).await
}

/// Writes one letter about a booking that tells more than most, for other nouns.
///
/// # Errors
/// When the database refuses.
pub async fn write_more(
    tx: &mut Tx,
    booking: &Booking,
    what: BookingTurn,
    words: &str,
    (reader, more): (Party, More),
    now: Timestamp,
) -> sqlx::Result<()> {
    telling::letter(tx, booking, (what, words, false), reader, more, now).await
}

/// A deadline has come: the rules are asked whether it still means anything.
///
/// # Errors
/// When the database does not answer, or somebody acted at the same moment; the job is then tried again.
pub async fn deadline_came(ctx: &Ctx, deadline: Deadline) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    groups::take_turn(&mut tx, deadline.booking.id).await?;
    if !store::take_turn(&mut tx, deadline.booking.listing).await? {
        return Ok(());
    }
    let Some(booking) = store::by_key(&mut tx, deadline.booking).await? else {
        return Ok(());
    };
    catch_up(&mut tx, booking, now)
        .await
        .map_err(|error| Failure::Retry(error.to_string()))?;
    tx.commit().await?;
    ctx.live.tell(deadline.booking.id.0);
    Ok(())
}

/// Does what the clock has to do by now, in case its job has not come to it yet.
pub(super) async fn catch_up(tx: &mut Tx, mut booking: Booking, now: Timestamp) -> Result<Booking, Error<Refusal>> {
    while let Some(command) = rules::due(&booking, now) {
        let events = rules::decide(&booking, &command, Actor::Clock, now).map_err(Error::Refused)?;
        booking = carry_out(tx, booking, &events, Actor::Clock, now).await?;
    }
    Ok(booking)
}

/// Says yes: finds a unit that is free throughout, and turns down kindly whoever can no longer have one.
pub(super) async fn accept(
    tx: &mut Tx,
    booking: Booking,
    events: &[Event],
    actor: Actor,
    now: Timestamp,
) -> Result<Booking, Error<Refusal>> {
    let diary = diary_for(tx, &booking, booking.period).await?;
    let unit = diary.free_unit(booking.period).map_err(refused)?;
    let accepted = carry_out(tx, Booking { unit, ..booking }, events, actor, now).await?;
    make_room(tx, &accepted, now).await?;
    together::found(tx, &accepted, now).await?;
    if accepted.terms.kind.is_wanted() {
        found(tx, &accepted, now).await?;
    }
    Ok(accepted)
}

/// Who looked for something has it: nobody else need look at it any more. The owner can take it up again.
async fn found(tx: &mut Tx, accepted: &Booking, now: Timestamp) -> Result<(), Error<Refusal>> {
    let (listing, period) = (accepted.key.listing, accepted.period);
    let basis = calendar::basis(tx, listing).await?;
    let diary = calendar::diary(tx, &basis, (period.first, period.last), None).await?;
    if diary.free_unit(period).is_err() {
        listings::take_out(tx, listing, accepted.borrower, now).await?;
    }
    Ok(())
}

fn refused(reason: Reason) -> Error<Refusal> {
    Error::Refused(reason.into())
}

/// Changes the days: what was held is free again, and others are held.
async fn change(
    tx: &mut Tx,
    booking: Booking,
    events: &[Event],
    me: Party,
    now: Timestamp,
) -> Result<Booking, Error<Refusal>> {
    let period = booking
        .proposal
        .as_ref()
        .map_or(booking.period, |proposal| proposal.period);
    let unit = free_for(tx, &booking, period).await?;
    let changed = carry_out(tx, Booking { unit, ..booking }, events, me.into(), now).await?;
    make_room(tx, &changed, now).await?;
    Ok(changed)
}

/// The unit that this booking could have in another period.
async fn free_for(tx: &mut Tx, booking: &Booking, period: Period) -> Result<i64, Error<Refusal>> {
    let mut diary = diary_for(tx, booking, period).await?;
    if booking.state.holds_days() {
        diary = diary.kept(booking.period);
    }
    asking::unit_for_change(booking, &diary, period).map_err(refused)
}

/// What else is held when a booking would have its listing for `period`. The time needed after it is what was agreed.
pub(super) async fn diary_for(tx: &mut Tx, booking: &Booking, period: Period) -> Result<Diary, Error<Refusal>> {
    let mut basis = calendar::basis(tx, booking.key.listing).await?;
    basis.plan.buffer = booking.terms.buffer;
    basis.plan.grain = period.grain();
    let days = (period.first, period.last);
    Ok(calendar::diary(tx, &basis, days, Some(booking.key.id)).await?)
}

/// Turns down kindly whoever asked for a time that this booking has now, if nothing is left for them.
pub(super) async fn make_room(tx: &mut Tx, booking: &Booking, now: Timestamp) -> Result<(), Error<Refusal>> {
    // Whoever wanted it shortly before needs time afterwards, too; nobody's is longer than this reach.
    let reach = LONGEST_BUFFER_DAYS + 1;
    let (from, to) = (booking.period.first.plus(-reach), booking.period.last.plus(reach));
    let mut others = store::requests_on(tx, booking.key.listing, from, to).await?;
    // Whoever wanted a part of it, or something that has a part of it.
    for related in kits::related(tx, booking.key.listing).await? {
        others.extend(store::requests_on(tx, related, from, to).await?);
    }
    for other in others {
        let diary = diary_for(tx, &other, other.period).await?;
        if !touches(booking, &other) || diary.free_unit(other.period).is_ok() {
            continue;
        }
        give_way(tx, other, now).await?;
    }
    Ok(())
}

/// Whether two bookings could not have the same unit: their times meet, or there is not enough between them.
fn touches(one: &Booking, other: &Booking) -> bool {
    let slots = |booking: &Booking| booking.period.slots(&booking.terms.time_zone());
    let (a, b) = (slots(one), slots(other));
    a.start < b.end.saturating_add(other.terms.buffer.max(0)) && b.start < a.end.saturating_add(one.terms.buffer.max(0))
}

/// Turns a request down kindly, because somebody else has the time.
async fn give_way(tx: &mut Tx, request: Booking, now: Timestamp) -> Result<(), Error<Refusal>> {
    let request = catch_up(tx, request, now).await?;
    let answerer = request.answerer().into();
    if let Ok(events) = rules::decide(&request, &Command::GiveWay, answerer, now) {
        carry_out(tx, request, &events, answerer, now).await?;
    }
    Ok(())
}

/// What a booking occupies, if it occupies anything.
pub(super) fn holding(booking: &Booking) -> Option<Holding> {
    booking.state.holds_days().then_some(Holding {
        booking: booking.key.id,
        unit: booking.unit,
        period: booking.period,
        buffer: booking.terms.buffer,
    })
}

/// The listing of a booking, in the zone and grain of what was agreed.
async fn agreed_basis(tx: &mut Tx, booking: &Booking) -> sqlx::Result<Basis> {
    let basis = calendar::basis(tx, booking.key.listing).await?;
    Ok(Basis {
        zone: booking.terms.time_zone(),
        ..basis
    })
}

/// Writes what was decided: the row, the days it holds, the history, the next deadline, the letters.
pub(super) async fn carry_out(
    tx: &mut Tx,
    before: Booking,
    events: &[Event],
    actor: Actor,
    now: Timestamp,
) -> Result<Booking, Error<Refusal>> {
    let next = rules::apply_all(before.clone(), events, now);
    let (held, needed) = (holding(&before), holding(&next));
    if held != needed {
        let basis = agreed_basis(tx, &next).await?;
        if let Some(held) = held {
            calendar::free(tx, &basis, &held).await?;
            waiting::look(tx, next.key.listing, now).await?;
        }
        if let Some(needed) = needed {
            calendar::hold(tx, &basis, &needed).await?;
        }
    }
    if !store::advance(tx, &before, &next).await? {
        return Err(Error::Refused(Refusal::Busy));
    }
    let next = Booking {
        version: before.version + 1,
        ..next
    };
    let who = actor.party().map(|party| next.member(party));
    for event in events {
        events::append(tx, next.key.id.0, now, who, event).await?;
    }
    if let Some((what, _)) = rules::next_deadline(&before) {
        jobs::take_back(tx, &job_key(&before, what.name())).await?;
    }
    watch(tx, &next, now).await?;
    reminding::plan(tx, Some(&before), &next, now).await?;
    tell(tx, &next, events, actor, now).await?;
    if !next.state.is_open() {
        reviews::loan_ended(tx, &next, now).await?;
    }
    live::announce(tx, next.key.id.0).await?;
    Ok(next)
}

/// Sees to it that the rules are asked again when the next deadline comes.
pub(super) async fn watch(tx: &mut Tx, booking: &Booking, now: Timestamp) -> sqlx::Result<()> {
    let Some((what, at)) = rules::next_deadline(booking) else {
        return Ok(());
    };
    let job = Job::Booking(Deadline {
        booking: booking.key,
        what,
    });
    jobs::queue(tx, now, at, Some(&job_key(booking, what.name())), &job).await
}

/// One key for each deadline of each version of a booking.
fn job_key(booking: &Booking, what: &str) -> String {
    format!("booking/{}/{what}/{}", booking.key.id, booking.version)
}

/// Writes to whoever does not know yet.
pub(super) async fn tell(
    tx: &mut Tx,
    booking: &Booking,
    events: &[Event],
    actor: Actor,
    now: Timestamp,
) -> sqlx::Result<()> {
    let Some((what, words)) = events.iter().filter_map(|event| turn(booking, event)).next_back() else {
        return Ok(());
    };
    let readers: Vec<Party> = Party::BOTH
        .into_iter()
        .filter(|you| actor.party() != Some(*you))
        // The lender knows where the thing is.
        .filter(|you| what != BookingTurn::WarnNext || *you == Party::Borrower)
        .collect();
    write(tx, booking, what, words, actor == Actor::Clock, &readers, now).await
}

/// What a letter says about an event, and the words that go with it. Of several at once, the last is told.
fn turn<'a>(booking: &'a Booking, event: &'a Event) -> Option<(BookingTurn, &'a str)> {
    Some(match event {
        Event::Requested { note, .. } => (BookingTurn::Requested, note),
        Event::Accepted => (BookingTurn::Accepted, ""),
        Event::Declined { reason } => (BookingTurn::Declined, reason),
        Event::GaveWay => (BookingTurn::GaveWay, ""),
        Event::Withdrawn => (BookingTurn::Withdrawn, ""),
        Event::FoundElsewhere => (BookingTurn::FoundElsewhere, ""),
        Event::Expired => (BookingTurn::Expired, ""),
        Event::Cancelled { reason, .. } => (BookingTurn::Cancelled, reason),
        Event::HandoverReported { .. } => (BookingTurn::HandoverReported, ""),
        Event::HandedOver | Event::HandedOverByCode => (BookingTurn::HandedOver, ""),
        Event::ReturnReported { .. } => (BookingTurn::ReturnReported, ""),
        Event::Returned | Event::ReturnedByCode => (BookingTurn::Returned, ""),
        Event::Contested { .. } => (BookingTurn::Contested, &booking.reason),
        Event::TakenBack => (BookingTurn::TakenBack, ""),
        Event::Lapsed => (BookingTurn::Lapsed, ""),
        Event::Warned => (BookingTurn::WarnNext, ""),
        Event::Proposed { words, .. } => (BookingTurn::Proposed, words),
        Event::Changed { .. } => (BookingTurn::Changed, ""),
        Event::Disagreed { words } => (BookingTurn::Disagreed, words),
        Event::ProposalDropped => (BookingTurn::ProposalDropped, ""),
        Event::ProposalExpired => (BookingTurn::ProposalExpired, ""),
        Event::Closed => return None, // the return was told
    })
}
