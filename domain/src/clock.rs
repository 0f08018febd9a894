//! The one place that asks what time it is.

use crate::Timestamp;
#[cfg(any(test, feature = "test-support"))]
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

/// Tells the time. Tests move it; a release build only has the system's.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The system's clock.
    #[default]
    System,
    /// A moment that has been: how a demo replays its past.
    At(Timestamp),
    /// The system's clock moved by so many microseconds.
    #[cfg(any(test, feature = "test-support"))]
    Moved(Arc<AtomicI64>),
    /// A clock that stands until it is moved.
    #[cfg(any(test, feature = "test-support"))]
    Standing(Arc<AtomicI64>),
}

impl Clock {
    /// The instant it is now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => system(),
            Self::At(moment) => *moment,
            #[cfg(any(test, feature = "test-support"))]
            Self::Moved(by) => system().plus(by.load(Ordering::SeqCst)),
            #[cfg(any(test, feature = "test-support"))]
            Self::Standing(at) => Timestamp(at.load(Ordering::SeqCst)),
        }
    }

    /// How long it is since some moment: never goes back, also where somebody sets the machine's clock. For counting how
    /// often something may be done.
    #[must_use]
    pub fn steady(&self) -> Duration {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        match self {
            Self::System | Self::At(_) => START.elapsed(),
            #[cfg(any(test, feature = "test-support"))]
            Self::Moved(by) => {
                START.elapsed() + Duration::from_micros(by.load(Ordering::SeqCst).max(0).cast_unsigned())
            }
            #[cfg(any(test, feature = "test-support"))]
            Self::Standing(at) => Duration::from_micros(at.load(Ordering::SeqCst).max(0).cast_unsigned()),
        }
    }

    /// Moves the clock by `micros`. The system's clock cannot be moved: `false`.
    #[cfg(any(test, feature = "test-support"))]
    pub fn advance(&self, micros: i64) -> bool {
        match self {
            Self::System | Self::At(_) => false,
            Self::Moved(by) | Self::Standing(by) => {
                by.fetch_add(micros, Ordering::SeqCst);
                true
            }
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the clock that everybody else is handed"
)]
fn system() -> Timestamp {
    Timestamp(jiff::Timestamp::now().as_microsecond())
}
