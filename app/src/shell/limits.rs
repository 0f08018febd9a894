//! How often somebody may do what strangers abuse: by address and by account.

use domain::clock::Clock;
use governor::{Quota, RateLimiter, middleware::NoOpMiddleware, nanos::Nanos, state::keyed::DashMapStateStore};
use std::{num::NonZeroU32, time::Duration};

/// What is limited. Each keeps its own count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Limited {
    /// Trying a password, by the visitor's address.
    SignInFrom,
    /// Trying a password, by the account tried.
    SignInTo,
    /// Signing up, by the visitor's address.
    SignUpFrom,
    /// Having a mail sent to an address, by that address.
    MailTo,
    /// Uploading a photo, by member.
    Upload,
    /// Asking for things, by member.
    Request,
    /// Showing and entering codes, by member. (What a code bears is counted with the code.)
    Code,
    /// Everything that writes, by the visitor's address.
    Write,
    /// Searching, reading JSON and calendars, by the visitor's address.
    Read,
    /// Having a foreign calendar fetched, by member.
    Fetch,
    /// Opening and using links from letters without signing in, by the visitor's address.
    Letter,
}

impl Limited {
    const ALL: [Self; 11] = [
        Self::SignInFrom,
        Self::SignInTo,
        Self::SignUpFrom,
        Self::MailTo,
        Self::Upload,
        Self::Request,
        Self::Code,
        Self::Write,
        Self::Read,
        Self::Fetch,
        Self::Letter,
    ];

    /// How many at once, and how many seconds until the next is free.
    const fn quota(self) -> (u32, u64) {
        match self {
            Self::SignInFrom => (30, 20),
            Self::SignInTo => (8, 60),
            Self::SignUpFrom => (10, 120),
            Self::MailTo => (3, 300),
            Self::Upload => (60, 5),
            Self::Request => (30, 60),
            Self::Code => (20, 30),
            Self::Write => (120, 1),
            Self::Read => (600, 1),
            Self::Fetch => (10, 60),
            Self::Letter => (40, 10),
        }
    }
}

/// The house's clock, as what counts wants it.
#[derive(Clone, Debug)]
struct Pace(Clock);

impl governor::clock::Clock for Pace {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        self.0.steady().into()
    }
}

type Counter = RateLimiter<String, DashMapStateStore<String>, Pace, NoOpMiddleware<Nanos>>;

/// Counts by key. Memory is bounded by forgetting keys that are free again.
pub struct Limits {
    counters: Vec<Counter>,
    pace: Pace,
    on: bool,
}

impl Limits {
    /// Limits as they should be; or none, for tests that do in a minute what people do in a month.
    #[must_use]
    pub fn new(on: bool, clock: Clock) -> Self {
        let pace = Pace(clock);
        let counters = Limited::ALL
            .into_iter()
            .map(|what| {
                let (burst, seconds) = what.quota();
                let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
                let quota = Quota::with_period(Duration::from_secs(seconds))
                    .unwrap_or_else(|| Quota::per_second(burst))
                    .allow_burst(burst);
                RateLimiter::dashmap_with_clock(quota, pace.clone())
            })
            .collect();
        Self { counters, pace, on }
    }

    /// Counts one; if there were too many, how long to wait.
    ///
    /// # Errors
    /// The time until the next is allowed.
    pub fn count(&self, what: Limited, key: &str) -> Result<(), Duration> {
        if !self.on {
            return Ok(());
        }
        let Some(counter) = self.counters.get(what as usize) else {
            return Ok(());
        };
        counter.check_key(&key.to_owned()).map_err(|not_until| {
            let wait = not_until.wait_time_from(governor::clock::Clock::now(&self.pace));
            // Whole seconds, and enough of them.
            Duration::from_secs((wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).max(1))
        })
    }

    /// Forgets the keys that are free again. Called now and then.
    pub fn forget_idle(&self) {
        for counter in &self.counters {
            counter.retain_recent();
        }
    }
}

impl std::fmt::Debug for Limits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Limits").field("on", &self.on).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_and_each_kind_is_counted_apart() {
        let limits = Limits::new(true, Clock::System);
        for _ in 0..8 {
            assert!(limits.count(Limited::SignInTo, "lena").is_ok());
        }
        assert!(limits.count(Limited::SignInTo, "lena").unwrap_err() <= Duration::from_secs(60));
        assert!(limits.count(Limited::SignInTo, "bea").is_ok());
        assert!(limits.count(Limited::MailTo, "lena").is_ok());
        assert!((0..100).all(|_| {
            Limits::new(false, Clock::System)
                .count(Limited::SignInTo, "lena")
                .is_ok()
        }));
    }

    #[test]
    fn the_counters_stand_in_the_order_of_the_kinds() {
        assert!(
            Limited::ALL
                .into_iter()
                .enumerate()
                .all(|(at, what)| what as usize == at)
        );
    }
}
