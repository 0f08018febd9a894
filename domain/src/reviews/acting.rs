//! Everything that happens to reviews comes through here: members and the clock alike.

use super::{
    model::{Command, Deadline, DeadlineKind, Event, Exchange, Refusal, ReviewDraft, ReviewId},
    rules,
    store::{self, Pair},
};
use crate::{
    Ctx, Error, Lang, Timestamp,
    bookings::{self, Actor, Booking, BookingId, DeadlineKind as BookingDeadline, Party},
    db::Tx,
    error::Fault,
    events,
    jobs::{self, Failure, Job},
    members::Me,
    notifications::{self, Letter, ReviewNews, ReviewTurn},
};

/// Says how a loan was, or says it differently: both reviews of the booking afterwards, of which the other one is only to
/// be shown as far as [`rules::reading`] allows.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties; a [`Refusal`] names the reason, and nothing has changed then.
pub async fn write(
    ctx: &Ctx,
    me: &Me,
    id: BookingId,
    typed: &ReviewDraft,
    lang: Lang,
) -> Result<Exchange, Error<Refusal>> {
    act(ctx, me, id, |party| {
        rules::read(typed, party, lang)
            .map(Command::Write)
            .map_err(Refusal::Invalid)
    })
    .await
}

/// Answers, for everybody to read, to what the other side said.
///
/// # Errors
/// As for [`write`].
pub async fn reply(ctx: &Ctx, me: &Me, id: BookingId, typed: &str, lang: Lang) -> Result<Exchange, Error<Refusal>> {
    act(ctx, me, id, |_| {
        rules::read_reply(typed, lang)
            .map(Command::Reply)
            .map_err(Refusal::Invalid)
    })
    .await
}

async fn act(
    ctx: &Ctx,
    me: &Me,
    id: BookingId,
    command: impl FnOnce(Party) -> Result<Command, Refusal>,
) -> Result<Exchange, Error<Refusal>> {
    let now = ctx.clock.now();
    settle_loan(ctx, me, id, now).await?;
    let mut tx = ctx.db.write().await?;
    let key = bookings::store::key_seen_by(&mut tx, id, me.id)
        .await?
        .ok_or(Error::NotFound)?;
    // The two write one after the other, so that the second knows of the first.
    bookings::store::take_turn(&mut tx, key.listing).await?;
    let booking = bookings::store::by_key(&mut tx, key).await?.ok_or(Error::NotFound)?;
    let party = booking.party(me.id).ok_or(Error::NotFound)?;
    let mut pair = store::pair(&mut tx, &booking).await?;
    if let Ok(events) = rules::decide(&pair.exchange, &Command::Publish, Actor::Clock, now) {
        pair = carry_out(&mut tx, &booking, pair, &events, Actor::Clock, now).await?;
    }
    let decided = command(party).and_then(|command| rules::decide(&pair.exchange, &command, party.into(), now));
    let refused = match decided {
        Ok(events) => {
            pair = carry_out(&mut tx, &booking, pair, &events, party.into(), now).await?;
            None
        }
        Err(refusal) => Some(refusal),
    };
    // Also where it was refused: what time has done stays done.
    tx.commit().await?;
    ctx.wake.notify_one();
    match refused {
        Some(refusal) => Err(Error::Refused(refusal)),
        None => Ok(pair.exchange),
    }
}

/// Does what time has done to the loan itself, in case its job has not come to it yet: a loan that shows as over can be
/// written about.
async fn settle_loan(ctx: &Ctx, me: &Me, id: BookingId, now: Timestamp) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let booking = bookings::store::seen_by(&mut tx, id, me.id)
        .await?
        .ok_or(Error::NotFound)?;
    drop(tx);
    if bookings::rules::due(&booking, now).is_some() {
        let deadline = bookings::Deadline {
            booking: booking.key,
            what: BookingDeadline::Confirm,
        };
        bookings::deadline_came(ctx, deadline)
            .await
            .map_err(|failure| Fault::Other(failure.to_string()))?;
    }
    Ok(())
}

/// A loan is over: half-way through the time to write, whoever has not is reminded. Does nothing for bookings that end
/// without anything having changed hands.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn loan_ended(tx: &mut Tx, booking: &Booking, now: Timestamp) -> sqlx::Result<()> {
    watch(tx, booking, &rules::unwritten(booking), DeadlineKind::Remind, now).await
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
    let mut pair = store::pair(&mut tx, &booking).await?;
    while let Some(command) = rules::due(&pair.exchange, now) {
        let Ok(events) = rules::decide(&pair.exchange, &command, Actor::Clock, now) else {
            break;
        };
        pair = carry_out(&mut tx, &booking, pair, &events, Actor::Clock, now)
            .await
            .map_err(|error| Failure::Retry(error.to_string()))?;
    }
    tx.commit().await?;
    Ok(())
}

/// Writes what was decided: the rows, their histories, the next deadline, the letters.
async fn carry_out(
    tx: &mut Tx,
    booking: &Booking,
    mut pair: Pair,
    events: &[Event],
    actor: Actor,
    now: Timestamp,
) -> Result<Pair, Error<Refusal>> {
    for event in events {
        record(tx, booking, &mut pair, event, actor, now).await?;
        pair.exchange = rules::apply(pair.exchange, event, now);
        match event {
            Event::Written { .. } => watch(tx, booking, &pair.exchange, DeadlineKind::Publish, now).await?,
            Event::Published => {
                for what in [DeadlineKind::Remind, DeadlineKind::Publish] {
                    jobs::take_back(tx, &job_key(booking, what)).await?;
                }
            }
            Event::Changed { .. } | Event::Reminded { .. } | Event::Replied { .. } => {}
        }
        tell(tx, booking, &pair.exchange, event, actor, now).await?;
    }
    Ok(pair)
}

/// Writes the row that an event changes, and the event into the history of that review. A review's history is its own:
/// in the booking's, a gap in the numbers would tell that something is there.
async fn record(
    tx: &mut Tx,
    booking: &Booking,
    pair: &mut Pair,
    event: &Event,
    actor: Actor,
    now: Timestamp,
) -> Result<(), Error<Refusal>> {
    let visible_from = |exchange: &Exchange| exchange.ended_at.map_or(now, rules::closes_at);
    let authors = match event {
        Event::Written { by, what } => {
            let id = ReviewId::at(now);
            store::insert(tx, booking, *by, id, what, now, visible_from(&pair.exchange)).await?;
            pair.kept.insert(*by, store::Kept { id, version: 0 });
            vec![*by]
        }
        Event::Changed { by, .. } => vec![*by],
        Event::Published => pair.kept.keys().copied().collect(),
        Event::Replied { by, .. } => vec![by.other()],
        Event::Reminded { of } => {
            store::remind(tx, booking, *of, now).await?;
            return Ok(());
        }
    };
    for author in authors {
        let Some(kept) = pair.kept.get_mut(&author) else {
            continue;
        };
        let written = match event {
            Event::Changed { what, .. } => store::change(tx, *kept, what).await?,
            Event::Published => store::publish(tx, *kept, now, visible_from(&pair.exchange).min(now)).await?,
            Event::Replied { what, .. } => store::answer(tx, *kept, what, now).await?,
            Event::Written { .. } | Event::Reminded { .. } => true,
        };
        if !written {
            return Err(Error::Refused(Refusal::Busy));
        }
        kept.version += 1;
        let who = actor.party().map(|party| booking.member(party));
        events::append(tx, kept.id.0, now, who, event).await?;
    }
    Ok(())
}

/// Sees to it that the rules are asked again when this deadline comes.
async fn watch(
    tx: &mut Tx,
    booking: &Booking,
    exchange: &Exchange,
    what: DeadlineKind,
    now: Timestamp,
) -> sqlx::Result<()> {
    let Some(at) = rules::deadline(exchange, what) else {
        return Ok(());
    };
    let job = Job::Review(Deadline {
        booking: booking.key,
        what,
    });
    jobs::queue(tx, now, at, Some(&job_key(booking, what)), &job).await
}

fn job_key(booking: &Booking, what: DeadlineKind) -> String {
    format!("reviews/{}/{}", booking.key.id, what.name())
}

/// Writes to whoever does not know yet. Nobody is told that the other side has written: only that something can be read.
async fn tell(
    tx: &mut Tx,
    booking: &Booking,
    exchange: &Exchange,
    event: &Event,
    actor: Actor,
    now: Timestamp,
) -> sqlx::Result<()> {
    let page = booking.key.id.path();
    match event {
        Event::Written { .. } | Event::Changed { .. } => Ok(()),
        Event::Reminded { of } => {
            let until = exchange.ended_at.map(rules::closes_at);
            send(
                tx,
                booking,
                *of,
                (ReviewTurn::Remind, format!("{page}/review"), ""),
                until,
                now,
            )
            .await
        }
        Event::Published => {
            for author in Party::BOTH {
                let (Some(review), reader) = (&exchange.half(author).review, author.other()) else {
                    continue;
                };
                if actor.party() != Some(reader) {
                    let news = (ReviewTurn::Published, format!("{page}#reviews"), review.words.as_str());
                    send(tx, booking, reader, news, None, now).await?;
                }
            }
            Ok(())
        }
        Event::Replied { by, what } => {
            let news = (ReviewTurn::Replied, format!("{page}#reviews"), what.words.as_str());
            send(tx, booking, by.other(), news, None, now).await
        }
    }
}

/// One letter to one side: what, where to read on, which words of the other side.
async fn send(
    tx: &mut Tx,
    booking: &Booking,
    you: Party,
    (what, path, words): (ReviewTurn, String, &str),
    until: Option<Timestamp>,
    now: Timestamp,
) -> sqlx::Result<()> {
    let (_, to) = bookings::store::reach(tx, booking.member(you)).await?;
    let (other, _) = bookings::store::reach(tx, booking.member(you.other())).await?;
    let Some(to) = to else { return Ok(()) };
    let news = ReviewNews {
        what,
        you,
        path,
        title: booking.terms.title.clone(),
        other,
        until,
        zone: booking.terms.zone.clone(),
        words: words.to_owned(),
    };
    notifications::post(tx, now, to, Letter::Review(news)).await
}
