//! The binary `allmende`, as somebody at a shell meets it.

mod commands;
mod shell;
mod stopping;
