//! What the operator does from a shell.

use crate::{commands::count, config::Config, serve};
use anyhow::{Context as _, bail};
use app::shell::forms;
use clap::Subcommand;
use domain::{
    Ctx, Error, Lang,
    forms::{FieldError, Problem},
    listings::{self, Kind, Why},
    members::{self, NewAccount, Refusal, Role},
};
use std::{
    fs::File,
    io::{BufRead, IsTerminal, Write},
    path::{Path, PathBuf},
};

/// For the person who runs this instance.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Take in listings from a CSV file and publish them
    ///
    /// The first line names the columns, in any order: title, kind, lat and lon are needed; id, description, category,
    /// price_minor_per_day, lang and tags (separated by ;) may be there. kind is lend, rent, service, wanted_thing or
    /// wanted_help; lat and lon are degrees and stay private like an address.
    ///
    /// Lines that make no sense are told with their number and the reason, the others are taken in. Read again, the file
    /// adds only lines that are not here yet, as long as they have an id.
    ImportListings {
        /// The CSV file, in UTF-8
        file: PathBuf,
        /// The e-mail address of the member they belong to
        #[arg(long, value_name = "EMAIL")]
        owner: String,
    },
    /// Make an account for somebody; the password is the first line of standard input
    ///
    /// The address counts as confirmed, no mail is sent. At least ten characters for the password:
    ///
    ///   echo 'three words together' | allmende admin create-member olga@example.org --name Olga --operator
    #[command(verbatim_doc_comment)]
    CreateMember {
        /// The e-mail address they sign in with
        email: String,
        /// Their name, as neighbours read it
        #[arg(long)]
        name: String,
        /// Note that they run the instance
        #[arg(long)]
        operator: bool,
    },
    /// Give a member another role: operators decide about claims and moderate
    Role {
        /// The e-mail address they sign in with
        email: String,
        /// member or operator
        role: String,
    },
    /// List the jobs that were given up (letters that never left, mostly): when, what, why, id
    FailedJobs,
}

/// Does it.
///
/// # Errors
/// In words for the operator.
pub async fn perform(command: Command, config: &Config) -> anyhow::Result<()> {
    let app = match command {
        // The first account may be made before the first start.
        Command::CreateMember { .. } => serve::open(config).await?,
        _ => serve::open_existing(config).await?,
    };
    let ctx = app.ctx;
    match command {
        Command::ImportListings { file, owner } => import(&ctx, &file, &owner).await?,
        Command::Role { email, role } => role_of(&ctx, &email, &role).await?,
        Command::CreateMember { email, name, operator } => create(&ctx, email, name, operator).await?,
        Command::FailedJobs => failed_jobs(&ctx).await?,
    }
    ctx.db.close().await;
    Ok(())
}

async fn import(ctx: &Ctx, file: &Path, owner: &str) -> anyhow::Result<()> {
    let reader = File::open(file).with_context(|| file.display().to_string())?;
    let owner = members::find_by_address(ctx, owner)
        .await?
        .with_context(|| format!("nobody here has the address {owner}"))?;
    let report = listings::import_csv(ctx, owner, reader).await?;
    println!("Taken in: {}.", count(report.imported.len(), "listing"));
    if !report.already.is_empty() {
        println!("Here already: {}.", count(report.already.len(), "listing"));
    }
    for (line, why) in &report.refused {
        println!("  line {line}: {}", line_in_words(why));
    }
    match report.refused.len() {
        0 => Ok(()),
        refused => bail!("{} of {} left out", count(refused, "line"), file.display()),
    }
}

fn line_in_words(why: &Why) -> String {
    match why {
        Why::NoColumn(name) => format!("there is no column \"{name}\"; nothing was read"),
        Why::Unreadable => "this is not CSV in UTF-8".into(),
        Why::Invalid(errors) => errors.iter().map(in_words).collect::<Vec<_>>().join("; "),
    }
}

async fn create(ctx: &Ctx, email: String, name: String, operator: bool) -> anyhow::Result<()> {
    let stdin = std::io::stdin();
    if stdin.is_terminal() {
        eprint!("Password for {email}: ");
        std::io::stderr().flush()?;
    }
    let password = stdin.lock().lines().next().transpose()?.unwrap_or_default();
    let account = NewAccount {
        name,
        email: email.clone(),
        password,
        role: if operator { Role::Operator } else { Role::Member },
        ..NewAccount::default()
    };
    match members::create_account(ctx, account).await {
        Ok(id) => println!("{email} can sign in now. The account's id is {id}."),
        Err(Error::Refused(Refusal::Invalid(errors))) => {
            let wrong: Vec<_> = errors.iter().map(|error| format!("\n  {}", in_words(error))).collect();
            bail!("the account could not be made:{}", wrong.concat());
        }
        Err(error) => bail!("the account could not be made: {error}"),
    }
    Ok(())
}

async fn role_of(ctx: &Ctx, email: &str, role: &str) -> anyhow::Result<()> {
    let role = match role {
        "member" => Role::Member,
        "operator" => Role::Operator,
        other => bail!("there is no role {other}: member or operator, please"),
    };
    if !members::set_role(ctx, email, role).await? {
        bail!("nobody here has the address {email}");
    }
    println!("{email} has another role now.");
    Ok(())
}

async fn failed_jobs(ctx: &Ctx) -> anyhow::Result<()> {
    let failed = domain::jobs::failed(ctx).await?;
    if failed.is_empty() {
        println!("No job was given up.");
    }
    for job in failed {
        let at = job.failed_at.zoned(&ctx.settings.zone).strftime("%Y-%m-%d %H:%M");
        println!("{at}\t{}\t{}\t{}", job.kind, job.last_error.unwrap_or_default(), job.id);
    }
    Ok(())
}

/// What is wrong with a value, for somebody who sees a file or a shell and no form.
fn in_words(error: &FieldError) -> String {
    match (error.field.as_str(), error.problem) {
        ("kind", Problem::NotAChoice) => {
            let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
            format!("kind: one of {}, please.", kinds.join(", "))
        }
        ("lat", Problem::UnknownPlace) => "lat, lon: degrees, please, such as 50.7351 and 7.1004.".into(),
        ("email", Problem::NotAChoice) => "email: this address has an account already.".into(),
        (field, problem) => format!("{field}: {}", forms::problem(Lang::En, problem)),
    }
}
