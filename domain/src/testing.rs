//! For tests: a world on each engine with a clock that stands, and a courier that keeps what it is given.
//!
//! PostgreSQL is the server named by `ALLMENDE_TEST_POSTGRES`; `cargo xtask test` starts one. A test without it fails,
//! it is not skipped.

use crate::{
    Ctx, Lang, Timestamp,
    blobs::Blobs,
    clock::Clock,
    context::Settings,
    db::Db,
    jobs::{self, Failure},
    listings,
    members::{self, Me, SignUp},
    notifications::{Courier, Delivery, Letter},
};
use sqlx::{Connection, Executor, postgres::PgConnectOptions};
use std::{
    str::FromStr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicU32, Ordering},
    },
};

/// Monday, 2030-04-29, 08:00 in Berlin.
pub const START: Timestamp = Timestamp(1_903_672_800_000_000);

/// The password of everybody in the tests' world.
pub const PASSWORD: &str = "leiter im keller";

/// Keeps what it is given.
#[derive(Default, Debug)]
pub struct Pigeonhole(Mutex<Vec<Delivery>>);

#[async_trait::async_trait]
impl Courier for Pigeonhole {
    async fn deliver(&self, delivery: &Delivery) -> Result<(), Failure> {
        self.0
            .lock()
            .map_err(|e| Failure::GiveUp(e.to_string()))?
            .push(delivery.clone());
        Ok(())
    }
}

/// A community with nobody in it, on one engine.
pub struct World {
    /// For the use cases.
    pub ctx: Ctx,
    mails: Arc<Pigeonhole>,
    _folder: tempfile::TempDir,
}

/// Which engine a world stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// A file in a temporary folder.
    Sqlite,
    /// A database of its own on the tests' server.
    Postgres,
}

impl World {
    /// A new world.
    pub async fn on(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let db = match engine {
            Engine::Sqlite => Db::open(&format!("sqlite:{}", folder.path().join("test.sqlite").display()))
                .await
                .expect("a file"),
            Engine::Postgres => Db::open_postgres(database_of_its_own().await)
                .await
                .expect("a database"),
        };
        db.migrate().await.expect("the schema");
        listings::load_categories(&db).await.expect("the categories");
        let mails = Arc::new(Pigeonhole::default());
        let blobs = Blobs::in_folder(&folder.path().join("blobs")).expect("a folder");
        let clock = Clock::Standing(Arc::new(AtomicI64::new(START.0)));
        let ctx = Ctx::new(db, clock, blobs, mails.clone(), Settings::default());
        crate::search::prepare(&ctx).await.expect("the index");
        Self {
            ctx,
            mails,
            _folder: folder,
        }
    }

    /// Lays down that nobody can ask for too much, for tests that ask for a great deal.
    pub fn without_quotas(&mut self) {
        let mut settings = (*self.ctx.settings).clone();
        settings.quotas = crate::quotas::Quotas {
            usual: crate::quotas::Limits::default(),
            ..settings.quotas
        };
        self.ctx.settings = Arc::new(settings);
    }

    /// The instant it is in this world.
    pub fn now(&self) -> Timestamp {
        self.ctx.clock.now()
    }

    /// Moves the clock and does all jobs that have come due.
    pub async fn wait(&self, micros: i64) {
        self.ctx.clock.advance(micros);
        self.settle().await;
    }

    /// Does all jobs that are due.
    pub async fn settle(&self) {
        jobs::run_due(&self.ctx, "test").await.expect("jobs");
    }

    /// Takes all letters brought so far, after doing what is due.
    pub async fn letters(&self) -> Vec<Delivery> {
        self.settle().await;
        std::mem::take(&mut *self.mails.0.lock().expect("letters"))
    }

    /// Somebody who has signed up, confirmed their address and signed in. Their address is `NAME@example.org`.
    pub async fn member(&self, name: &str) -> Me {
        let email = format!("{}@example.org", name.to_lowercase());
        let typed = SignUp {
            name: name.into(),
            email: email.clone(),
            password: PASSWORD.into(),
            lang: Lang::De,
            next: None,
        };
        members::sign_up(&self.ctx, typed).await.expect("sign up");
        let token = self
            .letters()
            .await
            .into_iter()
            .find_map(|d| match d.letter {
                Letter::ConfirmAddress { token, .. } if d.to.address == email => Some(token),
                _ => None,
            })
            .expect("a link");
        let (id, _) = members::confirm_address(&self.ctx, &token).await.expect("confirm");
        let signed_in = members::open(&self.ctx, id, "test").await.expect("open");
        members::me(&self.ctx, signed_in.token.text())
            .await
            .expect("me")
            .expect("signed in")
    }
}

/// Makes an empty database on the tests' server.
async fn database_of_its_own() -> PgConnectOptions {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let url = std::env::var("ALLMENDE_TEST_POSTGRES")
        .expect("ALLMENDE_TEST_POSTGRES must name a PostgreSQL server for tests; `cargo xtask test` starts one");
    let options = PgConnectOptions::from_str(&url).expect("an address");
    let name = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
    let mut server = sqlx::PgConnection::connect_with(&options)
        .await
        .expect("the tests' PostgreSQL server");
    server
        .execute(sqlx::query(sqlx::AssertSqlSafe(format!(
            "drop database if exists {name}"
        ))))
        .await
        .expect("drop");
    server
        .execute(sqlx::query(sqlx::AssertSqlSafe(format!("create database {name}"))))
        .await
        .expect("create");
    options.database(&name)
}

/// One body, run on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($world:ident: World) $body:block)+) => { $(
        mod $name {
            #[allow(unused_imports, clippy::allow_attributes, reason = "what the body needs differs")]
            use super::*;
            $(#[$meta])*
            async fn body($world: $crate::testing::World) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() { body($crate::testing::World::on($crate::testing::Engine::Sqlite).await).await; }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() { body($crate::testing::World::on($crate::testing::Engine::Postgres).await).await; }
        }
    )+ };
}
