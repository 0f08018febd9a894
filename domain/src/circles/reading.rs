//! Circles as those see them who may.

use super::{
    model::{Circle, CircleId, Refusal, Role},
    store,
};
use crate::{
    Ctx, Error, Timestamp,
    error::Fault,
    members::{Me, MemberId},
    secrets,
};
use uuid::Uuid;

/// Most circles shown that one could join.
const MOST_FOUND: i64 = 100;

/// A circle in a list.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Line {
    /// Which.
    pub id: CircleId,
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// What the reader is to it ([`Role::name`]).
    pub role: String,
    /// How many are in it.
    pub members: i64,
    /// How many wait to be let in; only for those who look after it.
    pub asking: i64,
}

/// The circles a member meets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Circles {
    /// Those they are in, or asked to join.
    pub mine: Vec<Line>,
    /// Others that can be found.
    pub found: Vec<Line>,
}

/// Somebody in a circle, or who asked to be.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their photo.
    pub photo_id: Option<Uuid>,
    /// What they are to it ([`Role::name`]).
    pub role: String,
    /// Since when.
    pub since: Timestamp,
}

/// A circle as one member sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CircleView {
    /// The circle.
    pub circle: Circle,
    /// What the reader is to it.
    pub me: Role,
    /// Who is in it; nobody, for those who are not.
    pub members: Vec<Person>,
    /// Who would like to be; only for those who look after it.
    pub asking: Vec<Person>,
    /// How many are in it.
    pub count: i64,
}

/// The circles of `me`, and those they could ask to join.
///
/// # Errors
/// When the database does not answer.
pub async fn circles(ctx: &Ctx, me: &Me) -> Result<Circles, Fault> {
    let mut tx = ctx.db.read().await?;
    Ok(Circles {
        mine: store::lines_of(&mut tx, me.id).await?,
        found: store::findable_for(&mut tx, me.id, MOST_FOUND).await?,
    })
}

/// One circle, as far as `me` may see it.
///
/// # Errors
/// [`Error::NotFound`] if they are nothing to it and it is not to be found.
pub async fn circle(ctx: &Ctx, me: &Me, id: CircleId) -> Result<CircleView, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let circle = store::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let role = store::role(&mut tx, id, me.id).await?;
    if role == Role::Stranger && !circle.findable {
        return Err(Error::NotFound);
    }
    let people = store::people(&mut tx, id).await?;
    let (asking, members): (Vec<_>, Vec<_>) = people.into_iter().partition(|one| one.role == Role::Asked.name());
    let count = i64::try_from(members.len()).unwrap_or(i64::MAX);
    Ok(CircleView {
        circle,
        me: role,
        members: if role.is_in() { members } else { Vec::new() },
        asking: if role == Role::Keeper { asking } else { Vec::new() },
        count,
    })
}

/// The circle into which an invitation leads, and what `me` is to it.
///
/// # Errors
/// [`Error::NotFound`] if it leads nowhere (any more).
pub async fn invited_to(ctx: &Ctx, me: &Me, token: &str) -> Result<(Circle, Role), Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let circle = store::by_invitation(&mut tx, &secrets::hash(token))
        .await?
        .ok_or(Error::NotFound)?;
    let role = store::role(&mut tx, circle.id, me.id).await?;
    Ok((circle, role))
}
