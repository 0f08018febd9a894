//! What every use case needs: the database, the clock, the blobs, the post, the community's settings.

use crate::{blobs::Blobs, clock::Clock, db::Db, live::Live, notifications::Courier};
use jiff::tz::TimeZone;
use std::sync::Arc;
use tokio::sync::{Notify, Semaphore};

/// Handed to every use case. Cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    /// Rows.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// Photos.
    pub blobs: Blobs,
    /// Brings letters to people.
    pub courier: Arc<dyn Courier>,
    /// What the operator decided.
    pub settings: Arc<Settings>,
    /// Wakes the workers when a job is due at once.
    pub wake: Arc<Notify>,
    /// Tells open pages that something they show has changed.
    pub live: Arc<Live>,
    /// The category tree, once it was read.
    pub categories: crate::listings::CategoryCache,
    /// How many passwords may be hashed at the same time: each takes 19 MiB and a core.
    pub hashing: Arc<Semaphore>,
    /// How many photos may be decoded at the same time.
    pub imaging: Arc<Semaphore>,
}

/// What the operator decided for this community.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The community's name, as pages and mails show it.
    pub community: String,
    /// Where the world reaches this instance: scheme, host and port, without a slash at the end.
    pub public_url: String,
    /// The zone in which days begin for things listed here.
    pub zone: TimeZone,
    /// The IANA name of `zone`.
    pub zone_name: String,
    /// ISO 4217 code of the community's currency.
    pub currency: String,
    /// What the operator takes of what members pay each other. Nothing as long as they settle it between themselves.
    pub fees: crate::prices::Fees,
    /// Resolution of the public cell: 8 (about 460 m from centre to corner) or coarser, down to 5.
    pub cell_resolution: u8,
    /// The community's centre: where a map starts and "near" is, before a visitor says where they are.
    pub home: crate::places::Point,
    /// What the community's centre is called.
    pub home_name: String,
    /// How much one member can have at a time.
    pub quotas: crate::quotas::Quotas,
    /// Which machines foreign calendars may be fetched from.
    pub reach: crate::calendars::Reach,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            community: "Allmende".into(),
            public_url: "http://localhost:3000".into(),
            zone: TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC),
            zone_name: "Europe/Berlin".into(),
            currency: "EUR".into(),
            fees: crate::prices::Fees::default(),
            cell_resolution: 8,
            home: crate::places::Point::new(50.7351, 7.1004).expect("Bonn lies on earth"),
            home_name: "Bonn".into(),
            quotas: crate::quotas::Quotas::default(),
            reach: crate::calendars::Reach::default(),
        }
    }
}

impl Ctx {
    /// A context over `db`, `blobs` and `courier`.
    #[must_use]
    pub fn new(db: Db, clock: Clock, blobs: Blobs, courier: Arc<dyn Courier>, settings: Settings) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self {
            db,
            clock,
            blobs,
            courier,
            settings: Arc::new(settings),
            wake: Arc::new(Notify::new()),
            live: Arc::default(),
            categories: crate::listings::CategoryCache::default(),
            hashing: Arc::new(Semaphore::new(cores)),
            imaging: Arc::new(Semaphore::new(cores.min(2))),
        }
    }

    /// An absolute address on this instance.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.settings.public_url)
    }

    /// The calendar day it is in the community.
    #[must_use]
    pub fn today(&self) -> crate::Day {
        self.clock.now().day_in(&self.settings.zone)
    }
}

impl std::fmt::Debug for Ctx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ctx")
            .field("engine", &self.db.engine())
            .finish_non_exhaustive()
    }
}
