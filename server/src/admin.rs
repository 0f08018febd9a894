//! What the operator does from a shell.

use crate::{config::Config, serve};
use anyhow::{Context as _, bail};
use clap::Subcommand;
use domain::{
    listings,
    members::{self, NewAccount, Role},
};
use std::{fs::File, io::BufRead, path::PathBuf};

/// For the person who runs this instance.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Take in listings from a CSV file (id,title,description,category,kind,price_minor_per_day,lang,lat,lon,tags)
    ImportListings {
        /// The file
        file: PathBuf,
        /// The e-mail address of the member who lends them
        #[arg(long, value_name = "EMAIL")]
        owner: String,
    },
    /// Make an account for somebody, with a password read from the first line of standard input
    CreateMember {
        /// Their address
        email: String,
        /// How they are called
        #[arg(long)]
        name: String,
        /// Let them run the instance
        #[arg(long)]
        operator: bool,
    },
    /// List the jobs that were given up, with the reason
    FailedJobs,
}

/// Does it.
///
/// # Errors
/// In words for the operator.
pub async fn perform(command: Command, config: &Config) -> anyhow::Result<()> {
    let ctx = serve::open(config).await?.ctx;
    match command {
        Command::ImportListings { file, owner } => {
            let owner = members::find_by_address(&ctx, &owner)
                .await?
                .with_context(|| format!("nobody here has the address {owner}"))?;
            let reader = File::open(&file).with_context(|| file.display().to_string())?;
            let report = listings::import_csv(&ctx, owner, reader).await?;
            println!(
                "{} listings taken in, {} were here already, {} lines refused",
                report.imported.len(),
                report.already.len(),
                report.refused.len()
            );
            for (line, why) in &report.refused {
                println!("  line {line}: {why:?}");
            }
        }
        Command::CreateMember { email, name, operator } => {
            let password = std::io::stdin().lock().lines().next().transpose()?.unwrap_or_default();
            let role = if operator { Role::Operator } else { Role::Member };
            let account = NewAccount {
                name,
                email,
                password,
                role,
                ..NewAccount::default()
            };
            match members::create_account(&ctx, account).await {
                Ok(id) => println!("{id}"),
                Err(error) => bail!("the account could not be made: {error}"),
            }
        }
        Command::FailedJobs => {
            for job in domain::jobs::failed(&ctx).await? {
                println!("{}\t{}\t{}", job.id, job.kind, job.last_error.unwrap_or_default());
            }
        }
    }
    ctx.db.close().await;
    Ok(())
}
