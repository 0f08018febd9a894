//! Telling pages that are open at this moment that something they show has changed.
//!
//! What is told is only an id: whoever listens reads for themselves what is new, as far as they may. In one process the
//! word goes by a channel; between processes on PostgreSQL by `notify`, in the transaction that made the change. Both
//! may lose a word (a slow listener, a broken connection), so listeners also look by themselves every few seconds.

use crate::{
    Ctx,
    db::{Db, Tx},
    members::MemberId,
};
use sqlx::postgres::PgListener;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::sync::{broadcast, watch};
use uuid::Uuid;

/// PostgreSQL's channel. A channel belongs to one database.
const CHANNEL: &str = "allmende_live";
/// Words that a slow listener may be behind; after more it just looks again.
const BACKLOG: usize = 256;
/// How many pages of one member one process keeps up to date at the same time.
pub const MOST_SEATS: usize = 4;
/// How long a listener waits before it looks by itself.
pub const LOOK_EVERY: Duration = Duration::from_secs(5);
/// The pause before a broken connection is tried again.
const AGAIN_AFTER: Duration = Duration::from_secs(2);

/// The house's own channel, shared by all its listeners.
#[derive(Debug)]
pub struct Live {
    words: broadcast::Sender<Uuid>,
    closing: watch::Sender<bool>,
    seats: Arc<Mutex<HashMap<MemberId, usize>>>,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            words: broadcast::Sender::new(BACKLOG),
            closing: watch::Sender::new(false),
            seats: Arc::default(),
        }
    }
}

impl Live {
    /// Tells the listeners of this process that something about `subject` has changed. Call it after the commit.
    pub fn tell(&self, subject: Uuid) {
        // Nobody listens: nobody needs to know.
        let _ = self.words.send(subject);
    }

    /// Ends all listening, for good: the process stops.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Listens for `subjects` on behalf of a member; `None` if [`MOST_SEATS`] pages of theirs are listening already.
    #[must_use]
    pub fn listen(&self, member: MemberId, subjects: Vec<Uuid>) -> Option<Listener> {
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = seats.entry(member).or_default();
        if *taken >= MOST_SEATS {
            return None;
        }
        *taken += 1;
        Some(Listener {
            subjects,
            words: self.words.subscribe(),
            closing: self.closing.subscribe(),
            seats: self.seats.clone(),
            member,
        })
    }
}

/// Somebody who listens. Dropping it frees the seat.
#[derive(Debug)]
pub struct Listener {
    subjects: Vec<Uuid>,
    words: broadcast::Receiver<Uuid>,
    closing: watch::Receiver<bool>,
    seats: Arc<Mutex<HashMap<MemberId, usize>>>,
    member: MemberId,
}

impl Listener {
    /// Waits until it is worth looking again: a word was heard, or [`LOOK_EVERY`] has passed. `false` when the house
    /// closes.
    pub async fn wait(&mut self) -> bool {
        tokio::select! {
            biased;
            _ = self.closing.wait_for(|closing| *closing) => false,
            () = heard(&mut self.words, &self.subjects) => true,
            () = tokio::time::sleep(LOOK_EVERY) => true,
        }
    }
}

/// Resolves with a word about one of `subjects`, or when words were missed.
async fn heard(words: &mut broadcast::Receiver<Uuid>, subjects: &[Uuid]) {
    loop {
        match words.recv().await {
            Ok(subject) if !subjects.contains(&subject) => {}
            Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return,
            Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = seats.get_mut(&self.member) {
            *taken -= 1;
            if *taken == 0 {
                seats.remove(&self.member);
            }
        }
    }
}

/// Tells the other processes, once this transaction is committed, that something about `subject` has changed. SQLite
/// has no others.
///
/// # Errors
/// When the database refuses.
pub async fn announce(tx: &mut Tx, subject: Uuid) -> sqlx::Result<()> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("select pg_notify($1, $2)")
            .bind(CHANNEL)
            .bind(subject.as_simple().to_string())
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Passes on what other processes announce, until the house closes. Returns at once on SQLite.
pub async fn relay(ctx: Ctx) {
    let Db::Postgres(pool) = &ctx.db else { return };
    let mut closing = ctx.live.closing.subscribe();
    let passing = async {
        loop {
            if let Err(error) = pass_on(&ctx.live, pool).await {
                tracing::warn!(%error, "no word from other processes; pages look by themselves until it is back");
            }
            tokio::time::sleep(AGAIN_AFTER).await;
        }
    };
    tokio::select! {
        _ = closing.wait_for(|closing| *closing) => {}
        () = passing => {}
    }
}

async fn pass_on(live: &Live, pool: &sqlx::PgPool) -> sqlx::Result<()> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    // `None` is a connection that broke and is back: what was told meanwhile is found by looking.
    loop {
        if let Some(word) = listener.try_recv().await?
            && let Ok(subject) = word.payload().parse()
        {
            live.tell(subject);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on_both_engines;
    use futures::FutureExt;

    fn member(n: u128) -> MemberId {
        MemberId(Uuid::from_u128(n))
    }

    #[tokio::test]
    async fn a_listener_hears_its_own_subjects_at_once_and_looks_when_it_missed_some() {
        let live = Live::default();
        let (mine, other) = (Uuid::from_u128(7), Uuid::from_u128(8));
        let mut listener = live.listen(member(1), vec![mine]).unwrap();
        live.tell(other);
        assert_eq!(listener.wait().now_or_never(), None, "others' words wake nobody");
        live.tell(other);
        live.tell(mine);
        assert_eq!(listener.wait().now_or_never(), Some(true));
        assert_eq!(listener.wait().now_or_never(), None, "once");
        (0..=BACKLOG).for_each(|_| live.tell(other));
        assert_eq!(
            listener.wait().now_or_never(),
            Some(true),
            "one of the lost words may have been for it"
        );
        live.close();
        assert_eq!(listener.wait().now_or_never(), Some(false));
        let mut late = live.listen(member(1), vec![mine]).unwrap();
        assert_eq!(late.wait().now_or_never(), Some(false), "a closed house stays closed");
    }

    #[test]
    fn a_member_has_so_many_seats_and_each_is_freed() {
        let live = Live::default();
        let mut seats: Vec<_> = (0..MOST_SEATS)
            .map(|_| live.listen(member(1), Vec::new()).unwrap())
            .collect();
        assert!(live.listen(member(1), Vec::new()).is_none());
        assert!(live.listen(member(2), Vec::new()).is_some(), "others have their own");
        seats.pop();
        assert!(live.listen(member(1), Vec::new()).is_some());
        drop(seats);
        assert!(live.seats.lock().unwrap().is_empty(), "nothing is kept of who has left");
    }

    on_both_engines! {
        async fn a_word_travels_between_processes_that_share_a_database(world: World) {
            // A second process: the same database, a channel of its own.
            let other = Ctx { live: Arc::default(), ..world.ctx.clone() };
            let relay = tokio::spawn(relay(other.clone()));
            let subject = Uuid::from_u128(7);
            let mut listener = other.live.listen(member(1), vec![subject]).unwrap();
            if world.ctx.db.engine() == "postgres" {
                // The other process may still be connecting: it is told until it hears.
                let told = async {
                    loop {
                        let mut tx = world.ctx.db.write().await.unwrap();
                        announce(&mut tx, subject).await.unwrap();
                        tx.commit().await.unwrap();
                        tokio::task::yield_now().await;
                    }
                };
                tokio::select! {
                    () = heard(&mut listener.words, &listener.subjects) => {}
                    () = told => {}
                }
            }
            other.live.close();
            relay.await.unwrap();
        }
    }
}
