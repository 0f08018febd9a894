//! Opening the house, and keeping it open until it is told to stop.

use crate::{
    config::Config,
    couriers::{Post, Way},
    router, site,
};
use anyhow::{Context as _, bail};
use app::{
    notifications::folder::Folder,
    shell::{App, limits::Limits},
};
use domain::{Ctx, blobs::Blobs, clock::Clock, db::Db, jobs};
use sqlx::sqlite::SqliteConnectOptions;
use std::{net::SocketAddr, str::FromStr, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::watch};

/// How many workers do jobs beside each other.
const WORKERS: usize = 2;
/// How long running requests may take after the signal to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(20);

/// As [`open`], for commands about something that is there already: a mistyped folder shall not become a new, empty
/// instance that is then backed up.
///
/// # Errors
/// As [`open`], and when there is no database file.
pub async fn open_existing(config: &Config) -> anyhow::Result<App> {
    if config.database.starts_with("sqlite:") {
        let options = SqliteConnectOptions::from_str(&config.database).context("the database's address")?;
        let file = options.get_filename();
        if !file.exists() {
            bail!(
                "there is no instance here: {} does not exist (see --data and --database)",
                file.display()
            );
        }
    }
    open(config).await
}

/// Opens database, photos and post, and brings the schema up to date.
///
/// # Errors
/// When one of them cannot be opened, in words for the operator.
pub async fn open(config: &Config) -> anyhow::Result<App> {
    std::fs::create_dir_all(&config.data).with_context(|| format!("the data folder {}", config.data.display()))?;
    let db = Db::open(&config.database)
        .await
        .context("the database cannot be opened")?;
    db.migrate()
        .await
        .context("the database's schema cannot be brought up to date")?;
    let blobs = Blobs::in_folder(&config.data.join("blobs")).context("the folder for photos")?;
    let (way, mails) = match &config.smtp {
        Some(smtp) => (Way::smtp(smtp).context("smtp.url")?, None),
        None => {
            let folder = Folder::at(&config.data.join("mail")).context("the folder for mails")?;
            (Way::Folder(folder.clone()), Some(folder))
        }
    };
    let post = Arc::new(Post::by(way));
    let ctx = Ctx::new(db, clock(), blobs, post.clone(), config.settings.clone());
    post.tell(ctx.clone());
    domain::listings::load_categories(&ctx.db)
        .await
        .context("the categories")?;
    domain::search::prepare(&ctx).await.context("the search index")?;
    domain::listings::refresh_cells(&ctx)
        .await
        .context("the public cells")?;
    let hrefs = site::hrefs();
    app::shell::site::set(app::shell::site::Site {
        boot: if site::has_islands() {
            format!("{}boot.js", hrefs.assets)
        } else {
            String::new()
        },
        css: hrefs.css,
        js: hrefs.js,
        wasm: hrefs.wasm,
        assets: hrefs.assets,
    });
    Ok(App {
        limits: Arc::new(Limits::new(config.rate_limits, ctx.clock.clone())),
        ctx,
        secure: config.secure(),
        behind_proxy: config.behind_proxy,
        mails,
    })
}

fn clock() -> Clock {
    #[cfg(feature = "test-support")]
    let clock = Clock::Moved(Arc::default());
    #[cfg(not(feature = "test-support"))]
    let clock = Clock::System;
    clock
}

/// Answers until a signal says stop; then running requests finish and jobs are given back. `greet` is called once
/// somebody who knocks is heard.
///
/// # Errors
/// When nobody can listen there.
pub async fn run(app: App, config: &Config, greet: impl FnOnce(&App)) -> anyhow::Result<()> {
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("cannot listen on {}", config.listen))?;
    greet(&app);
    let (stop, stopped) = watch::channel(false);
    {
        let mut tx = app.ctx.db.write().await?;
        let now = app.ctx.clock.now();
        jobs::queue(&mut tx, now, now, Some("sweep:first"), &jobs::Job::Sweep).await?;
        tx.commit().await?;
    }
    let workers: Vec<_> = (0..WORKERS)
        .map(|number| {
            let worker = format!("{}-{number}", std::process::id());
            tokio::spawn(jobs::work(app.ctx.clone(), worker, until(stopped.clone())))
        })
        .collect();
    let relay = tokio::spawn(domain::live::relay(app.ctx.clone()));
    let limits = app.limits.clone();
    let tidy = tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(600)).await;
            limits.forget_idle();
        }
    });
    let live = app.ctx.live.clone();
    tokio::spawn(async move {
        signal().await;
        tracing::info!("stopping: running requests finish first");
        let _ = stop.send(true);
        // Pages that are kept up to date would otherwise be requests that never finish.
        live.close();
    });
    let ctx = app.ctx.clone();
    let service = router::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(until(stopped.clone()));
    tokio::select! {
        result = serving => result?,
        () = async { until(stopped).await; tokio::time::sleep(LAST_REQUESTS).await } => {
            tracing::warn!("some requests took too long and were cut off");
        }
    }
    tidy.abort();
    ctx.live.close();
    let _ = relay.await;
    for worker in workers {
        let _ = worker.await;
    }
    ctx.db.close().await;
    Ok(())
}

async fn until(mut stopped: watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stop| *stop).await;
}

async fn signal() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
