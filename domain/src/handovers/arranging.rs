//! Agreeing on another way than from hand to hand.

use super::{
    model::{Command, Event, How, Plan, Refusal},
    rules::{self, LONGEST_WORDS},
    store,
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{self, Booking, BookingId, Move, Party},
    db::Tx,
    events,
    forms::Check,
    members::Me,
    notifications::BookingTurn,
};

/// Does what a member asks about another way: the plan of the move afterwards.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties; a [`Refusal`] names the reason, and nothing has changed then.
pub async fn arrange(ctx: &Ctx, me: &Me, id: BookingId, what: Move, command: Command) -> Result<Plan, Error<Refusal>> {
    let now = ctx.clock.now();
    let command = with_clean_words(command).map_err(Error::Refused)?;
    let mut tx = ctx.db.write().await?;
    let (booking, party) = bookings::in_turn(&mut tx, me, id, now)
        .await
        .map_err(|error| error.map_refusal(Refusal::Booking))?;
    let plan = store::plans(&mut tx, booking.key).await?.of(what).clone();
    if is_so_already(&plan, &command, party) {
        return Ok(plan);
    }
    let event = rules::decide_plan(&booking, what, &plan, &command, party).map_err(Error::Refused)?;
    let next = rules::apply(plan, &event, now);
    store::set_plan(&mut tx, booking.key, what, "agreed", next.agreed.as_ref()).await?;
    store::set_plan(&mut tx, booking.key, what, "proposed", next.proposed.as_ref()).await?;
    events::append(&mut tx, id.0, now, Some(me.id), &event).await?;
    tell(&mut tx, &booking, &event, party, now).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(next)
}

/// Whether what is asked for is so already, so that a form sent twice is no mistake.
fn is_so_already(plan: &Plan, command: &Command, me: Party) -> bool {
    match command {
        Command::Propose { how, words } => {
            let open = plan.proposed.as_ref();
            open.is_some_and(|open| open.by == me && open.how == *how && open.words == *words)
        }
        Command::Agree { to } => {
            let agreed = plan.agreed.as_ref();
            agreed.is_some_and(|agreed| agreed.at == *to && agreed.by != me)
        }
        Command::Decline { .. } | Command::Withdraw => false,
    }
}

/// The command with its words cleaned. Another way needs words: who the neighbour is, where the box hangs.
fn with_clean_words(command: Command) -> Result<Command, Refusal> {
    let read = |typed: &str, least: usize| {
        let mut check = Check::default();
        let words = check.text("words", typed, least, LONGEST_WORDS);
        check.finish(words).map_err(Refusal::Invalid)
    };
    Ok(match command {
        Command::Propose { how, words } => Command::Propose {
            how,
            words: read(&words, if how == How::InPerson { 0 } else { 2 })?,
        },
        Command::Decline { words } => Command::Decline {
            words: read(&words, 0)?,
        },
        other => other,
    })
}

async fn tell(tx: &mut Tx, booking: &Booking, event: &Event, me: Party, now: Timestamp) -> sqlx::Result<()> {
    let (turn, words) = match event {
        Event::Proposed { words, .. } => (BookingTurn::PlanProposed, words),
        Event::Agreed { words, .. } => (BookingTurn::PlanAgreed, words),
        Event::Declined { words, .. } => (BookingTurn::PlanDeclined, words),
        // Nobody has to do anything about these.
        Event::Withdrawn { .. } | Event::Written { .. } => return Ok(()),
    };
    bookings::write_letter(tx, booking, turn, words, me.other(), now).await
}
