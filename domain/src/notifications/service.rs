//! Queueing letters, and handing them to the courier.

use super::{
    choices::choices_of,
    model::{Delivery, Letter, Links, Recipient},
    signing::{self, Claim},
};
use crate::{
    Ctx, Timestamp,
    db::Tx,
    jobs::{self, Failure, Job},
};

/// Brings letters to people: by SMTP, into a folder, or into a test's list.
#[async_trait::async_trait]
pub trait Courier: Send + Sync + 'static {
    /// Brings one letter.
    ///
    /// # Errors
    /// Says whether another attempt makes sense.
    async fn deliver(&self, delivery: &Delivery) -> Result<(), Failure>;
}

/// Queues a letter in the transaction that causes it.
///
/// # Errors
/// When the database refuses.
pub async fn post(tx: &mut Tx, now: Timestamp, to: Recipient, letter: Letter) -> sqlx::Result<()> {
    let delivery = Delivery {
        to,
        letter,
        links: Links::default(),
    };
    jobs::queue(tx, now, now, None, &Job::Deliver(Box::new(delivery))).await
}

/// Hands a letter to the courier: unless its reader does not want it, and, if it can wait, once their quiet hours are over.
/// (Reminders wait for them before they are written, so that what is back by then is not asked for.)
///
/// # Errors
/// When the database does not answer, or what the courier says.
pub async fn deliver(ctx: &Ctx, mut delivery: Delivery) -> Result<(), Failure> {
    let topic = delivery.letter.topic();
    if let Some(member) = delivery.to.member.filter(|_| !topic.is_essential()) {
        let now = ctx.clock.now();
        let mut tx = ctx.db.read().await?;
        let choices = choices_of(&mut tx, member).await?;
        drop(tx);
        if !choices.wants(topic) {
            return Ok(());
        }
        let awake = choices.quiet.next_awake(now, &ctx.settings.zone);
        if awake > now {
            let mut tx = ctx.db.write().await?;
            jobs::queue(&mut tx, now, awake, None, &Job::Deliver(Box::new(delivery))).await?;
            tx.commit().await?;
            return Ok(());
        }
    }
    delivery.links = links(ctx, &delivery).await?;
    ctx.courier.deliver(&delivery).await
}

/// The signed links of a letter.
async fn links(ctx: &Ctx, delivery: &Delivery) -> sqlx::Result<Links> {
    let Some(member) = delivery.to.member else {
        return Ok(Links::default());
    };
    let mut links = Links::default();
    if let Letter::Booking(news) = &delivery.letter
        && let Some((booking, version)) = news.more.booking
    {
        let claim = |act| Claim {
            member,
            booking,
            act,
            version,
            made_at: ctx.clock.now(),
        };
        let claims: Vec<_> = news.more.acts.iter().copied().map(claim).collect();
        links.acts = signing::sign(ctx, &claims, &delivery.to.address).await?;
    }
    let topic = delivery.letter.topic();
    if !topic.is_essential() {
        let token = signing::sign_unsubscribe(ctx, member, topic).await?;
        links.stop = token.map(|token| (topic, token));
    }
    Ok(links)
}
