//! What the operator does from a shell.

use crate::{config::Config, serve};
use anyhow::bail;
use clap::Subcommand;
use domain::members::{self, NewAccount, Role};
use std::io::BufRead;

/// For the person who runs this instance.
#[derive(Subcommand, Debug)]
pub enum Command {
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
