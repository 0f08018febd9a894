//! What is not lent to everybody, and what is lent together: after the loans, as their owners would arrange it today.

use super::data::{self, Sharing};
use anyhow::{Context as _, anyhow};
use domain::{
    Ctx,
    circles::{self, CircleDraft},
    eligibility::{self, RulesDraft},
    kits::{self, KitDraft},
    listings::ListingId,
    members::Me,
};
use std::collections::BTreeMap;

/// Arranges everything in `sharing.jsonl`.
pub async fn arrange(
    ctx: &Ctx,
    people: &BTreeMap<String, Me>,
    listings: &BTreeMap<String, ListingId>,
) -> anyhow::Result<()> {
    let owners: BTreeMap<String, String> = data::things()?
        .into_iter()
        .map(|thing| (thing.key, thing.owner))
        .collect();
    let person = |key: &str| people.get(key).with_context(|| format!("no member {key}"));
    let listing = |key: &str| listings.get(key).copied().with_context(|| format!("no listing {key}"));
    let owner = |key: &str| person(owners.get(key).map_or("", String::as_str));
    for one in data::sharing()? {
        match one {
            Sharing::Circle {
                name,
                about,
                findable,
                keeper,
                members,
                only,
            } => {
                let keeper = person(&keeper)?;
                let typed = CircleDraft {
                    name,
                    about,
                    findable: if findable { "yes".into() } else { String::new() },
                };
                let id = circles::found(ctx, keeper, &typed)
                    .await
                    .map_err(|e| anyhow!("{e:?}"))?;
                let token = circles::invite(ctx, keeper, id).await.map_err(|e| anyhow!("{e:?}"))?;
                for member in &members {
                    let joined = circles::join(ctx, person(member)?, token.text()).await;
                    joined.map_err(|e| anyhow!("{member}: {e:?}"))?;
                }
                for key in &only {
                    let rules = RulesDraft {
                        circles: vec![id.to_string()],
                        ..RulesDraft::default()
                    };
                    let saved = eligibility::save(ctx, owner(key)?, listing(key)?, &rules).await;
                    saved.map_err(|e| anyhow!("{key}: {e:?}"))?;
                }
            }
            Sharing::Known {
                listing: key,
                loans,
                per_month,
            } => {
                let rules = RulesDraft {
                    loans: loans.to_string(),
                    per_month: per_month.to_string(),
                    ..RulesDraft::default()
                };
                let saved = eligibility::save(ctx, owner(&key)?, listing(&key)?, &rules).await;
                saved.map_err(|e| anyhow!("{key}: {e:?}"))?;
            }
            Sharing::Kit { listing: key, parts } => {
                let parts = parts.iter().map(|part| listing(part).map(|id| id.to_string()));
                let typed = KitDraft {
                    parts: parts.collect::<Result<_, _>>()?,
                    ..KitDraft::default()
                };
                let saved = kits::save(ctx, owner(&key)?, listing(&key)?, &typed).await;
                saved.map_err(|e| anyhow!("{key}: {e:?}"))?;
            }
        }
    }
    Ok(())
}
