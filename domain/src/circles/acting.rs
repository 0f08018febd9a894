//! What members do with circles.

use super::{
    model::{Circle, CircleDraft, CircleId, Command, Event, Refusal, Role},
    rules, store,
};
use crate::{
    Ctx, Error, Timestamp,
    db::Tx,
    error::Fault,
    events,
    members::{self, Me, MemberId},
    notifications::{self, Letter, TrustNews, TrustTurn},
    secrets::{self, Token},
};

/// Begins a circle, of which `me` is the first member and looks after it: its id.
///
/// # Errors
/// [`Refusal::Invalid`]; [`Refusal::TooMany`].
pub async fn found(ctx: &Ctx, me: &Me, typed: &CircleDraft) -> Result<CircleId, Error<Refusal>> {
    let (name, about, findable) = rules::read(typed).map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    let now = ctx.clock.now();
    let circle = Circle {
        id: CircleId::at(now),
        name,
        about,
        findable,
        invites: false,
        created_at: now,
        version: 1,
    };
    let mut tx = ctx.db.write().await?;
    own_turn(&mut tx, me).await?;
    if store::circles_of_count(&mut tx, me.id).await? >= rules::MOST_CIRCLES {
        let most = rules::MOST_CIRCLES;
        return Err(Error::Refused(Refusal::TooMany { most }));
    }
    store::insert(&mut tx, &circle).await?;
    store::set_role(&mut tx, circle.id, me.id, Role::Keeper, now).await?;
    events::append(&mut tx, circle.id.0, now, Some(me.id), &Event::Founded).await?;
    tx.commit().await?;
    Ok(circle.id)
}

/// Does what a member asks of a circle.
///
/// # Errors
/// [`Error::NotFound`] for those who are nothing to a circle that is not to be found, and for [`Command::Join`], which is
/// [`join`]'s; a [`Refusal`] names the reason.
pub async fn act(ctx: &Ctx, me: &Me, id: CircleId, command: Command) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    own_turn(&mut tx, me).await?;
    let circle = visible(&mut tx, me, id).await?;
    if matches!(command, Command::Join | Command::Edit | Command::Invite) {
        return Err(Error::NotFound);
    }
    decide(&mut tx, me.id, &me.name, &circle, command, ctx.clock.now()).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Changes name and words of a circle.
///
/// # Errors
/// As [`act`]; [`Refusal::Invalid`].
pub async fn edit(ctx: &Ctx, me: &Me, id: CircleId, typed: &CircleDraft) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    let circle = visible(&mut tx, me, id).await?;
    decide(&mut tx, me.id, &me.name, &circle, Command::Edit, ctx.clock.now()).await?;
    let (name, about, findable) = rules::read(typed).map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    store::edit(&mut tx, id, &name, &about, findable).await?;
    tx.commit().await?;
    Ok(())
}

/// Makes an invitation link. The one there was leads nowhere from now on. The token is not kept and cannot be told again.
///
/// # Errors
/// As [`act`].
pub async fn invite(ctx: &Ctx, me: &Me, id: CircleId) -> Result<Token, Error<Refusal>> {
    let token = Token::new();
    let mut tx = ctx.db.write().await?;
    let circle = visible(&mut tx, me, id).await?;
    decide(&mut tx, me.id, &me.name, &circle, Command::Invite, ctx.clock.now()).await?;
    store::set_invitation(&mut tx, id, Some(&token.hash())).await?;
    tx.commit().await?;
    Ok(token)
}

/// Comes in by an invitation: the circle's id. Who is in already stays in.
///
/// # Errors
/// [`Error::NotFound`] if it leads nowhere (any more); a [`Refusal`] names another reason.
pub async fn join(ctx: &Ctx, me: &Me, token: &str) -> Result<CircleId, Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    own_turn(&mut tx, me).await?;
    let hash = secrets::hash(token);
    let leads_to = store::by_invitation(&mut tx, &hash).await?.ok_or(Error::NotFound)?;
    store::take_turn(&mut tx, leads_to.id).await?;
    // It may have been closed, or the circle dissolved, while somebody else had their turn.
    let circle = store::by_invitation(&mut tx, &hash).await?.ok_or(Error::NotFound)?;
    if !store::role(&mut tx, circle.id, me.id).await?.is_in() {
        decide(&mut tx, me.id, &me.name, &circle, Command::Join, ctx.clock.now()).await?;
    }
    tx.commit().await?;
    Ok(circle.id)
}

/// Whoever comes into two circles at the same moment waits here, so that they are counted. Before the turn of a circle.
async fn own_turn(tx: &mut Tx, me: &Me) -> Result<(), Error<Refusal>> {
    if members::take_turn(tx, me.id).await? {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// Leaves all circles of a member who goes.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, member: MemberId, now: Timestamp) -> Result<(), Fault> {
    for line in store::lines_of(tx, member).await? {
        store::take_turn(tx, line.id).await?;
        let Some(circle) = store::by_id(tx, line.id).await? else {
            continue;
        };
        let command = match Role::from_name(&line.role) {
            Some(Role::Asked) => Command::TakeBack,
            _ => Command::Leave,
        };
        match decide(tx, member, "", &circle, command, now).await {
            Ok(()) | Err(Error::Refused(_) | Error::NotFound) => {}
            Err(Error::Fault(fault)) => return Err(fault),
        }
    }
    Ok(())
}

/// The circle, which nobody else changes until the transaction is over, if `me` may know of it.
async fn visible(tx: &mut Tx, me: &Me, id: CircleId) -> Result<Circle, Error<Refusal>> {
    if !store::take_turn(tx, id).await? {
        return Err(Error::NotFound);
    }
    let circle = store::by_id(tx, id).await?.ok_or(Error::NotFound)?;
    if store::role(tx, id, me.id).await? == Role::Stranger && !circle.findable {
        return Err(Error::NotFound);
    }
    Ok(circle)
}

/// Asks the rules, and writes what they decide.
async fn decide(
    tx: &mut Tx,
    me: MemberId,
    my_name: &str,
    circle: &Circle,
    command: Command,
    now: Timestamp,
) -> Result<(), Error<Refusal>> {
    let id = circle.id;
    let facts = store::facts(tx, circle, me, command.about()).await?;
    for event in rules::decide(&facts, command).map_err(Error::Refused)? {
        match event {
            Event::Founded | Event::Edited | Event::InvitationMade => {}
            Event::InvitationClosed => store::set_invitation(tx, id, None).await?,
            Event::Asked => {
                store::set_role(tx, id, me, Role::Asked, now).await?;
                for to in store::reach_keepers(tx, id, me).await? {
                    let news = news(TrustTurn::CircleAsked, my_name, circle);
                    notifications::post(tx, now, to, Letter::Trust(news)).await?;
                }
            }
            Event::Joined => store::set_role(tx, id, me, Role::Member, now).await?,
            Event::AskingTakenBack | Event::Left => store::drop_role(tx, id, me).await?,
            Event::LetIn { member } => {
                store::set_role(tx, id, member, Role::Member, now).await?;
                if let (_, Some(to)) = crate::bookings::store::reach(tx, member).await? {
                    let news = news(TrustTurn::CircleLetIn, my_name, circle);
                    notifications::post(tx, now, to, Letter::Trust(news)).await?;
                }
            }
            Event::TurnedAway { member } | Event::Removed { member } => store::drop_role(tx, id, member).await?,
            Event::KeeperMade { member } => store::promote(tx, id, member).await?,
            Event::Dissolved => store::dissolve(tx, id).await?,
        }
        events::append(tx, id.0, now, Some(me), &event).await?;
    }
    Ok(())
}

fn news(what: TrustTurn, other: &str, circle: &Circle) -> TrustNews {
    TrustNews {
        what,
        other: other.to_owned(),
        circle: circle.name.clone(),
        path: format!("/circles/{}", circle.id),
    }
}
