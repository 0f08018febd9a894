//! What all handlers share.

use super::limits::Limits;
use crate::notifications::folder::Folder;
use domain::Ctx;
use std::sync::Arc;

/// The state of the router. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    /// For the use cases.
    pub ctx: Ctx,
    /// How often what may be done.
    pub limits: Arc<Limits>,
    /// Whether the browser reaches us by https, so that cookies can be bound to it.
    pub secure: bool,
    /// Whether a proxy in front of us writes the visitor's address into `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// The folder that mails lie in, shown at `/dev/mail`; `None` when they are really sent.
    pub mails: Option<Folder>,
}
