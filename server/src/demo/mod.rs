//! An invented community: members, things and a year of loans, read from the files in `server/demo` and replayed
//! through the same use cases that people go through, at the moments they are said to have happened.

mod data;
mod replay;
mod sharing;
mod things;

use crate::config::Config;
use anyhow::{Context as _, bail};
use app::shell::App;
use data::Person;
use domain::{
    Ctx, Timestamp,
    clock::Clock,
    instance,
    jobs::Failure,
    members::{self, Me, NewAccount},
    notifications::{Courier, Delivery},
    photos,
};
use std::{collections::BTreeMap, sync::Arc};

/// The password of everybody in the demo.
pub const PASSWORD: &str = "leihen und lachen";
/// The fact that says how far the demo has come.
const FACT: &str = "demo";

/// Letters of the replayed past: nobody waits for them.
struct Silence;

#[async_trait::async_trait]
impl Courier for Silence {
    async fn deliver(&self, _: &Delivery) -> Result<(), Failure> {
        Ok(())
    }
}

/// Makes the community, unless it is there already.
///
/// # Errors
/// When a former attempt was cut off, or something does not fit.
pub async fn fill(ctx: &Ctx) -> anyhow::Result<()> {
    let mut tx = ctx.db.write().await?;
    match instance::fact(&mut tx, FACT).await?.as_deref() {
        Some("complete") => return Ok(()),
        Some(_) => bail!("it was begun before and cut off: empty the data folder (or the database) and start again"),
        None => instance::note(&mut tx, FACT, "begun").await?,
    }
    tx.commit().await?;
    let quiet = Ctx {
        courier: Arc::new(Silence),
        ..ctx.clone()
    };
    let people = people(&quiet).await.context("members")?;
    let listings = things::list(&quiet, &people).await.context("things")?;
    replay::loans(&quiet, &people, &listings).await.context("loans")?;
    sharing::arrange(&quiet, &people, &listings).await.context("sharing")?;
    for person in people.values() {
        members::sign_out(&quiet, person).await?;
    }
    let mut tx = ctx.db.write().await?;
    instance::note(&mut tx, FACT, "complete").await?;
    tx.commit().await?;
    Ok(())
}

/// The same context at another moment.
fn at(ctx: &Ctx, moment: Timestamp) -> Ctx {
    Ctx {
        clock: Clock::At(moment),
        ..ctx.clone()
    }
}

fn days_ago(ctx: &Ctx, days: i64) -> Timestamp {
    ctx.clock.now().plus(-days * Timestamp::DAY)
}

/// Makes the members, and signs each in so that they can act.
async fn people(ctx: &Ctx) -> anyhow::Result<BTreeMap<String, Me>> {
    let mut people = BTreeMap::new();
    let all = data::people()?;
    println!("Demo: {} members …", all.len());
    for person in all {
        let me = one(ctx, &person).await.with_context(|| person.key.clone())?;
        people.insert(person.key, me);
    }
    Ok(people)
}

async fn one(ctx: &Ctx, person: &Person) -> anyhow::Result<Me> {
    let account = NewAccount {
        name: person.name.clone(),
        email: person.email.clone(),
        password: PASSWORD.into(),
        role: person.role,
        lang: person.preferred_language,
        about: person.about.clone(),
        languages: person.languages.clone(),
        place: person.place.postcode.clone(),
        since: Some(days_ago(ctx, person.joined_days_ago)),
    };
    let id = members::create_account(ctx, account).await?;
    let session = members::open(ctx, id, "demo").await?;
    let me = members::me(ctx, session.token.text())
        .await?
        .context("a session just opened")?;
    if let Some(name) = &person.portrait {
        let photo = photos::keep(ctx, data::portrait(name)?).await?;
        members::set_photo(ctx, &me, Some(photo.id)).await?;
    }
    Ok(me)
}

/// Tells where everything is.
pub fn greet(config: &Config, app: &App) {
    let url = &config.settings.public_url;
    println!("\nAllmende is open at {url}\n");
    println!("  Sign in as   lena@example.org   lends a drill and a cargo bike");
    println!("               bea@example.org    borrows");
    println!("               hassan@example.org helps");
    println!("               olga@example.org   runs the place");
    println!("  Password     {PASSWORD}");
    match &app.mails {
        Some(folder) => println!("  Mails        {url}/dev/mail   (files in {})", folder.path().display()),
        None => println!("  Mails        are sent by your mail server"),
    }
    println!("  Data         {}   (delete it to start anew)", config.data.display());
    println!("  Stop         Ctrl-C\n");
}
