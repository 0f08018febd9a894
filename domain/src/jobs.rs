//! Work that follows from a change: written in the transaction that causes it, done later by any process, at least
//! once. Every job is idempotent; deadlines are jobs with a due time that ask the rules again when they fire.

use crate::{
    Ctx, Timestamp, bookings, calendars, claims, db::Tx, members, messages, notifications, photos, reviews, waiting,
};
use serde::{Deserialize, Serialize};
use std::time::Duration;

id!(
    /// A job's id.
    JobId
);

/// All kinds of work.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    /// Bring a letter to somebody.
    Deliver(Box<notifications::Delivery>),
    /// A deadline of a booking has come.
    Booking(bookings::Deadline),
    /// The time has come to remind the parties of a booking.
    Reminder(bookings::reminders::Planned),
    /// A deadline of a claim has come.
    Claim(claims::Deadline),
    /// A deadline of the reviews of a booking has come.
    Review(reviews::Deadline),
    /// Look whether somebody wants a letter about messages that lie unread.
    Messages(messages::Reminder),
    /// Look whose turn it is in a waiting list.
    Waiting(waiting::Look),
    /// Look at a foreign calendar again.
    Calendar(calendars::Due),
    /// Remove the files of a photo that nothing shows any more.
    ForgetPhoto {
        /// Its key.
        photo: uuid::Uuid,
    },
    /// Remove sessions and links that have run out, and find what has lost its job.
    Sweep,
}

impl Job {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Deliver(_) => "deliver",
            Self::Booking(_) => "booking",
            Self::Reminder(_) => "reminder",
            Self::Claim(_) => "claim",
            Self::Review(_) => "review",
            Self::Messages(_) => "messages",
            Self::Waiting(_) => "waiting",
            Self::Calendar(_) => "calendar",
            Self::ForgetPhoto { .. } => "forget_photo",
            Self::Sweep => "sweep",
        }
    }
}

/// What became of one attempt.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Try again later, with growing pauses.
    #[error("again later: {0}")]
    Retry(String),
    /// It will never work; kept for the operator.
    #[error("given up: {0}")]
    GiveUp(String),
}

impl<E: Into<crate::error::Fault>> From<E> for Failure {
    fn from(fault: E) -> Self {
        Self::Retry(fault.into().to_string())
    }
}

/// How long a process may work on a job before another takes it over.
const LEASE: i64 = 5 * Timestamp::MINUTE;
/// After so many attempts a job is given up.
const ATTEMPTS: i64 = 12;
/// The pause after the first failed attempt; it doubles each time, up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: i64 = 10 * Timestamp::SECOND;
const LONGEST_PAUSE: i64 = 6 * Timestamp::HOUR;
/// How often a worker looks for due jobs when nobody wakes it.
const POLL: Duration = Duration::from_secs(5);
/// How long the job at hand may take when the process is told to stop. Some that stop processes wait no more than ten
/// seconds before they end them.
const LAST_JOB: Duration = Duration::from_secs(5);

/// Takes on `job` for `run_at`, unless there already is one with the same `key`.
///
/// # Errors
/// When the database refuses.
pub async fn queue(tx: &mut Tx, now: Timestamp, run_at: Timestamp, key: Option<&str>, job: &Job) -> sqlx::Result<()> {
    let payload = serde_json::to_string(job).map_err(|e| sqlx::Error::Encode(Box::new(e)))?;
    change!(
        tx,
        sqlx::query(
            "insert into job (id, job_key, kind, payload, run_at, created_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (job_key) do nothing",
        )
        .bind(JobId::at(now))
        .bind(key)
        .bind(job.kind())
        .bind(&payload)
        .bind(run_at)
        .bind(now)
    )
    .map(|_| ())
}

/// Takes back the job with this key, if it has not begun.
///
/// # Errors
/// When the database refuses.
pub async fn take_back(tx: &mut Tx, key: &str) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from job where job_key = $1 and leased_until is null").bind(key)
    )
    .map(|_| ())
}

#[derive(sqlx::FromRow)]
struct Claimed {
    id: JobId,
    payload: String,
    attempts: i64,
}

/// Claims the job that is due longest; the condition is asked twice so that of two claimants one finds it taken.
async fn claim(tx: &mut Tx, worker: &str, now: Timestamp) -> sqlx::Result<Option<Claimed>> {
    run!(tx, db => sqlx::query_as::<_, Claimed>(
        "update job set leased_by = $1, leased_until = $2, attempts = attempts + 1
          where id = (select id from job
                       where run_at <= $3 and failed_at is null and (leased_until is null or leased_until <= $3)
                       order by run_at, id limit 1)
            and (leased_until is null or leased_until <= $3)
          returning id, payload, attempts",
    )
    .bind(worker)
    .bind(now.plus(LEASE))
    .bind(now)
    .fetch_optional(db))
}

async fn done(tx: &mut Tx, id: JobId, worker: &str) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from job where id = $1 and leased_by = $2")
            .bind(id)
            .bind(worker)
    )
    .map(|_| ())
}

async fn again(tx: &mut Tx, id: JobId, worker: &str, run_at: Timestamp, why: &str) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "update job set run_at = $3, leased_by = null, leased_until = null, last_error = $4
              where id = $1 and leased_by = $2",
        )
        .bind(id)
        .bind(worker)
        .bind(run_at)
        .bind(why)
    )
    .map(|_| ())
}

async fn given_up(tx: &mut Tx, id: JobId, worker: &str, at: Timestamp, why: &str) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "update job set failed_at = $3, leased_by = null, leased_until = null, last_error = $4
              where id = $1 and leased_by = $2",
        )
        .bind(id)
        .bind(worker)
        .bind(at)
        .bind(why)
    )
    .map(|_| ())
}

/// Gives back all jobs this worker still holds: when the process stops.
///
/// # Errors
/// When the database does not answer; the leases then run out by themselves.
pub async fn release(ctx: &Ctx, worker: &str) -> sqlx::Result<u64> {
    let mut tx = ctx.db.write().await?;
    let released = change!(
        &mut tx,
        sqlx::query("update job set leased_by = null, leased_until = null where leased_by = $1").bind(worker)
    )?;
    tx.commit().await?;
    Ok(released)
}

/// Does the jobs that are due, one after the other, until none is left: how many there were.
///
/// # Errors
/// When the database does not answer. A job's own failure is recorded with the job.
pub async fn run_due(ctx: &Ctx, worker: &str) -> sqlx::Result<usize> {
    let mut count = 0;
    while run_next(ctx, worker).await? {
        count += 1;
    }
    Ok(count)
}

/// Does the job that is due longest: whether there was one.
async fn run_next(ctx: &Ctx, worker: &str) -> sqlx::Result<bool> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let claimed = claim(&mut tx, worker, now).await?;
    tx.commit().await?;
    let Some(claimed) = claimed else { return Ok(false) };
    let outcome = match serde_json::from_str::<Job>(&claimed.payload) {
        Ok(job) => perform(ctx, job).await,
        Err(error) => Err(Failure::GiveUp(error.to_string())),
    };
    let mut tx = ctx.db.write().await?;
    match outcome {
        Ok(()) => done(&mut tx, claimed.id, worker).await?,
        Err(Failure::Retry(why)) if claimed.attempts < ATTEMPTS => {
            tracing::warn!(job = %claimed.id, attempt = claimed.attempts, why, "a job will be tried again");
            again(&mut tx, claimed.id, worker, now.plus(pause(claimed.attempts)), &why).await?;
        }
        Err(failure) => {
            tracing::error!(job = %claimed.id, attempt = claimed.attempts, %failure, "a job was given up");
            given_up(&mut tx, claimed.id, worker, now, &failure.to_string()).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

/// Microseconds to wait after the given number of failed attempts.
fn pause(attempts: i64) -> i64 {
    let doublings = u32::try_from((attempts - 1).clamp(0, 20)).unwrap_or(0);
    FIRST_PAUSE.saturating_mul(1 << doublings).min(LONGEST_PAUSE)
}

async fn perform(ctx: &Ctx, job: Job) -> Result<(), Failure> {
    match job {
        Job::Deliver(delivery) => notifications::deliver(ctx, *delivery).await,
        Job::Booking(deadline) => bookings::deadline_came(ctx, deadline).await,
        Job::Reminder(reminder) => bookings::reminder_came(ctx, reminder).await,
        Job::Claim(deadline) => claims::deadline_came(ctx, deadline).await,
        Job::Review(deadline) => reviews::deadline_came(ctx, deadline).await,
        Job::Messages(reminder) => messages::remind(ctx, reminder).await,
        Job::ForgetPhoto { photo } => Ok(photos::forget(ctx, photo).await?),
        Job::Waiting(look) => waiting::look_came(ctx, look).await,
        Job::Calendar(due) => calendars::due(ctx, due).await,
        Job::Sweep => {
            calendars::sweep(ctx).await?;
            waiting::sweep(ctx).await?;
            members::sweep(ctx).await
        }
    }
}

/// Works until `stop` resolves: does what is due, then waits to be woken or for the next look. However much is due, it
/// stops after the job at hand, which gets [`LAST_JOB`] to finish and is given back if that is not enough.
pub async fn work(ctx: Ctx, worker: String, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    'open: loop {
        let mut more = true;
        while more {
            let job = run_next(&ctx, &worker);
            tokio::pin!(job);
            let done = tokio::select! {
                done = &mut job => done,
                () = &mut stop => {
                    if tokio::time::timeout(LAST_JOB, job).await.is_err() {
                        tracing::warn!("a job took too long to wait for; it will be done again");
                    }
                    break 'open;
                }
            };
            more = done.unwrap_or_else(|error| {
                tracing::error!(%error, "the jobs could not be read");
                false
            });
        }
        tokio::select! {
            () = &mut stop => break,
            () = ctx.wake.notified() => {}
            () = tokio::time::sleep(POLL) => {}
        }
    }
    if let Err(error) = release(&ctx, &worker).await {
        tracing::warn!(%error, "jobs could not be given back; their leases run out by themselves");
    }
}

/// A job that was given up.
#[derive(Debug, sqlx::FromRow)]
pub struct Failed {
    /// Which.
    pub id: JobId,
    /// What kind of work.
    pub kind: String,
    /// When it was given up.
    pub failed_at: Timestamp,
    /// Why.
    pub last_error: Option<String>,
}

/// The jobs that were given up, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn failed(ctx: &Ctx) -> sqlx::Result<Vec<Failed>> {
    let mut tx = ctx.db.read().await?;
    run!(&mut tx, db => sqlx::query_as::<_, Failed>(
        "select id, kind, failed_at, last_error from job where failed_at is not null order by failed_at, id",
    ).fetch_all(db))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        assert_eq!(pause(1), FIRST_PAUSE);
        assert_eq!(pause(2), 2 * FIRST_PAUSE);
        assert_eq!(pause(ATTEMPTS), LONGEST_PAUSE.min(FIRST_PAUSE << 11));
        assert!((1..100).all(|n| pause(n) <= LONGEST_PAUSE));
    }
}
