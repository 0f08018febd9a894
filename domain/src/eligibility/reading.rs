//! Whether a member may borrow a listing, as pages ask before and the request asks again.

use super::{
    model::{Facts, Reason, Rules},
    rules, store,
};
use crate::{
    Ctx,
    circles::{self, CircleId},
    db::Tx,
    error::Fault,
    listings::ListingId,
    members::{Me, MemberId},
};
use std::collections::HashSet;

/// How somebody stands to what a listing asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// What it asks for.
    pub rules: Rules,
    /// What is missing; `None` for visitors who are not signed in, of whom nothing is known.
    pub missing: Option<Vec<Reason>>,
    /// The names of those of its circles that the reader is in. The others are not told.
    pub circles: Vec<String>,
}

impl Standing {
    /// Whether the reader is known not to be allowed.
    #[must_use]
    pub fn stands_against(&self) -> bool {
        self.missing.as_ref().is_some_and(|missing| !missing.is_empty())
    }
}

/// How `me`, or a visitor who is not signed in, stands to what a listing asks for.
pub async fn standing(tx: &mut Tx, me: Option<MemberId>, listing: ListingId) -> sqlx::Result<Standing> {
    let rules = asked_for(tx, listing).await?;
    let Some(me) = me else {
        return Ok(Standing {
            rules,
            missing: None,
            circles: Vec::new(),
        });
    };
    let (missing, mut names) = (missing(tx, me, &rules).await?, Vec::new());
    if let Some(asked) = &rules.circles {
        let in_it = |(id, _): &(CircleId, String)| asked.contains(id);
        let mine = circles::names_of(tx, me).await?.into_iter().filter(in_it);
        names.extend(mine.map(|(_, name)| name));
    }
    Ok(Standing {
        rules,
        missing: Some(missing),
        circles: names,
    })
}

/// What stands against a request by `me`, in the transaction that makes it: nothing, if they may borrow.
pub async fn check(tx: &mut Tx, me: MemberId, listing: ListingId) -> sqlx::Result<Vec<Reason>> {
    let rules = asked_for(tx, listing).await?;
    missing(tx, me, &rules).await
}

/// What a listing asks for, and what its parts do if it is a kit: whoever has the kit has them.
pub async fn asked_for(tx: &mut Tx, listing: ListingId) -> sqlx::Result<Rules> {
    let mut all = store::rules_of_all(tx, &[listing]).await?;
    Ok(all.remove(&listing).unwrap_or_default())
}

/// Those of these listings that `me` may not borrow yet.
///
/// # Errors
/// When the database does not answer.
pub async fn not_yet(ctx: &Ctx, me: &Me, listings: &[ListingId]) -> Result<HashSet<ListingId>, Fault> {
    if listings.is_empty() {
        return Ok(HashSet::new());
    }
    let mut tx = ctx.db.read().await?;
    let all = store::rules_of_all(&mut tx, listings).await?;
    if all.values().all(Rules::are_open) {
        return Ok(HashSet::new());
    }
    let facts = facts(&mut tx, me.id).await?;
    let against = |rules: &Rules| rules::eligible(rules, &facts).is_err();
    Ok(all
        .into_iter()
        .filter(|(_, rules)| against(rules))
        .map(|(id, _)| id)
        .collect())
}

/// What stands against a request by `me`, given these rules.
pub async fn missing(tx: &mut Tx, me: MemberId, rules: &Rules) -> sqlx::Result<Vec<Reason>> {
    if rules.are_open() {
        return Ok(Vec::new());
    }
    Ok(rules::eligible(rules, &facts(tx, me).await?).err().unwrap_or_default())
}

/// What is known of a member.
pub(super) async fn facts(tx: &mut Tx, member: MemberId) -> sqlx::Result<Facts> {
    Ok(Facts {
        finished_loans: store::finished_loans(tx, member).await?,
        vouched: rules::is_vouched_for(member, &store::words_for(tx, member).await?),
        circles: circles::circles_of(tx, member).await?,
    })
}
