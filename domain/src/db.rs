//! Two engines, one text: an open database, its transactions, and the macro that runs one statement on either.

use sqlx::{
    PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{str::FromStr, time::Duration};

/// The schema of both engines, in order.
pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../migrations");

/// The version of the last migration: that of an open database, once [`Db::migrate`] has run.
#[must_use]
pub fn version() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// Readers of an SQLite file; it has one writer.
const SQLITE_READERS: u32 = 6;
/// Rows that a query may be ahead of whoever reads them.
const ROWS_AT_ONCE: usize = 1024;
/// Connections to PostgreSQL of one process.
const POSTGRES_CONNECTIONS: u32 = 16;
/// How long a transaction waits for a connection or a lock.
const PATIENCE: Duration = Duration::from_secs(15);

/// An open database.
#[derive(Clone, Debug)]
pub enum Db {
    /// One file: a single writing connection, several readers.
    Sqlite {
        /// The one connection that writes.
        writer: SqlitePool,
        /// Connections that read.
        readers: SqlitePool,
    },
    /// A PostgreSQL server.
    Postgres(PgPool),
}

/// A transaction on either engine. Dropped without [`Tx::commit`] it leaves no trace.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Runs one statement in a transaction of either engine: `run!(tx, db => sqlx::query(…).execute(db))`.
/// The text is the same for both; `$1` placeholders work on both.
macro_rules! run {
    ($tx:expr, $conn:ident => $query:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $query.await
            }
            $crate::db::Tx::Postgres(tx) => {
                let $conn = &mut **tx;
                $query.await
            }
        }
    };
}

/// Like `run!` for statements that change rows: the number of rows changed.
macro_rules! change {
    ($tx:expr, $query:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(tx) => $query.execute(&mut **tx).await.map(|done| done.rows_affected()),
            $crate::db::Tx::Postgres(tx) => $query.execute(&mut **tx).await.map(|done| done.rows_affected()),
        }
    };
}

impl Db {
    /// Opens `sqlite:FILE` (made if it is missing), `sqlite::memory:` is refused, or `postgres://…`.
    ///
    /// # Errors
    /// When the address makes no sense or nobody answers there.
    pub async fn open(url: &str) -> sqlx::Result<Self> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Self::open_postgres(PgConnectOptions::from_str(url)?).await;
        }
        if url.contains(":memory:") {
            return Err(sqlx::Error::Configuration(
                "a database in memory forgets everything: name a file".into(),
            ));
        }
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .statement_cache_capacity(200)
            .pragma("temp_store", "memory")
            // What a query reads more than once; the system keeps the rest of the file in memory anyway. (Mapping the file
            // would count it once for every connection.)
            .pragma("cache_size", "-3000")
            // Rows are handed over in lots, so that the two threads do not wake each other for every few.
            .row_buffer_size(ROWS_AT_ONCE);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.clone())
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(SQLITE_READERS)
            .acquire_timeout(PATIENCE)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_lazy_with(options.read_only(false).optimize_on_close(false, None));
        Ok(Self::Sqlite { writer, readers })
    }

    /// Opens a PostgreSQL server, with options that a test may have changed.
    ///
    /// # Errors
    /// When nobody answers there.
    pub async fn open_postgres(options: PgConnectOptions) -> sqlx::Result<Self> {
        let pool = PgPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options.options([("lock_timeout", "15s")]))
            .await?;
        Ok(Self::Postgres(pool))
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// When a migration fails, or the file was written by a newer version.
    pub async fn migrate(&self) -> Result<(), sqlx::migrate::MigrateError> {
        match self {
            Self::Sqlite { writer, .. } => {
                MIGRATIONS.run(writer).await?;
                // What the tables hold tells the planner which index is worth using; it looks at a sample of each.
                sqlx::query("pragma optimize = 0x10002").execute(writer).await?;
                Ok(())
            }
            Self::Postgres(pool) => MIGRATIONS.run(pool).await,
        }
    }

    /// A transaction that reads.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn read(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A transaction that reads everything as it was at one moment, however long it takes.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn snapshot(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(
                pool.begin_with("begin isolation level repeatable read read only")
                    .await?,
            ),
        })
    }

    /// A transaction that writes. On SQLite it holds the write lock from its first moment (`begin immediate`), so it
    /// never fails half-way for a lock.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn write(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("begin immediate").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> sqlx::Result<()> {
        let mut tx = self.read().await?;
        change!(&mut tx, sqlx::query("select 1")).map(|_| ())
    }

    /// Closes all connections; SQLite folds its log into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// `sqlite` or `postgres`.
    #[must_use]
    pub const fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "sqlite",
            Self::Postgres(_) => "postgres",
        }
    }
}

impl Tx {
    /// Makes what was written last.
    ///
    /// # Errors
    /// When the engine refuses; nothing was written then.
    pub async fn commit(self) -> sqlx::Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }
}

/// Whether the engine refused a row because its key exists already.
#[must_use]
pub fn exists_already(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}
