//! `allmende`: a marketplace for people who live near each other, in one binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    allmende_server::commands::run()
}
