//! The server behind the binary `allmende`.

pub mod site;
