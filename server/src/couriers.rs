//! How letters leave: into a folder, or by SMTP.

use crate::config::Smtp;
use app::notifications::{folder::Folder, letters};
use domain::{
    Ctx,
    jobs::Failure,
    notifications::{Courier, Delivery},
};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};
use std::{
    sync::OnceLock,
    time::{Duration, UNIX_EPOCH},
};
use uuid::Uuid;

/// Needs the context to write letters, and is part of it: so it is told once, after both are made.
#[derive(Default)]
pub struct Post {
    ctx: OnceLock<Ctx>,
    way: Way,
}

/// Where letters go.
#[derive(Default)]
pub enum Way {
    /// Nowhere: for commands that never write any.
    #[default]
    Nowhere,
    /// Into a folder.
    Folder(Folder),
    /// To a mail server.
    Smtp {
        /// The connection.
        transport: Box<AsyncSmtpTransport<Tokio1Executor>>,
        /// Who they come from.
        from: Mailbox,
    },
}

impl Post {
    /// Post that goes this way.
    #[must_use]
    pub fn by(way: Way) -> Self {
        Self {
            ctx: OnceLock::new(),
            way,
        }
    }

    /// Tells the context.
    pub fn tell(&self, ctx: Ctx) {
        let _ = self.ctx.set(ctx);
    }
}

impl Way {
    /// By the mail server of the configuration.
    ///
    /// # Errors
    /// When its address cannot be read.
    pub fn smtp(smtp: &Smtp) -> anyhow::Result<Self> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url)?
            .timeout(Some(Duration::from_secs(30)))
            .build();
        Ok(Self::Smtp {
            transport: Box::new(transport),
            from: smtp.from.parse()?,
        })
    }
}

#[async_trait::async_trait]
impl Courier for Post {
    async fn deliver(&self, delivery: &Delivery) -> Result<(), Failure> {
        let ctx = self
            .ctx
            .get()
            .ok_or_else(|| Failure::Retry("the post is not open yet".into()))?;
        let mail = letters::write(ctx, delivery);
        match &self.way {
            Way::Nowhere => Err(Failure::Retry("no way for letters is configured".into())),
            Way::Folder(folder) => folder
                .keep(mail, ctx.clock.now())
                .map_err(|error| Failure::Retry(error.to_string())),
            Way::Smtp { transport, from } => {
                let to = mail
                    .to
                    .parse()
                    .map_err(|_| Failure::GiveUp("the address cannot be written to".into()))?;
                // Never the machine's name: it is nobody's business, and spam filters compare it with the sender.
                let id = format!("<{}@{}>", Uuid::new_v4(), from.email.domain());
                let now = u64::try_from(ctx.clock.now().0).unwrap_or_default();
                let mut builder = Message::builder();
                for (name, value) in list_headers(mail.unsubscribe.as_deref()) {
                    builder = builder.raw_header(value_of(name, value)?);
                }
                let message = builder
                    .message_id(Some(id))
                    .date(UNIX_EPOCH + Duration::from_micros(now))
                    .from(from.clone())
                    .to(Mailbox::new(Some(mail.name), to))
                    .subject(mail.subject)
                    .multipart(MultiPart::alternative_plain_html(mail.text, mail.html))
                    .map_err(|error| Failure::GiveUp(error.to_string()))?;
                transport
                    .send(message)
                    .await
                    .map(|_| ())
                    .map_err(|error| refused(&error))
            }
        }
    }
}

/// How mail programs say that no more of these are wanted, with one press (RFC 2369, 3.2 and RFC 8058, 3.1). What is
/// essential has no such headers: there is no list to leave.
fn list_headers(unsubscribe: Option<&str>) -> Vec<(&'static str, String)> {
    let Some(address) = unsubscribe else {
        return Vec::new();
    };
    vec![
        ("List-Unsubscribe", format!("<{address}>")),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
    ]
}

/// A header as it is: its address is longer than a line should be, and one that is folded or encoded is none any more.
fn value_of(name: &'static str, value: String) -> Result<HeaderValue, Failure> {
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|error| Failure::GiveUp(error.to_string()))?;
    Ok(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value))
}

/// What a refusal means for the letter. The address stays out of the log: only what kind of answer it was goes there.
fn refused(error: &lettre::transport::smtp::Error) -> Failure {
    let answer = error.status().map(u16::from);
    match answer {
        // About us, not about the letter (RFC 4954, 6): somebody will mend user and password.
        Some(530 | 534 | 535 | 538) => Failure::Retry("the mail server does not accept our user and password".into()),
        _ if error.is_permanent() => Failure::GiveUp("the mail server refused it".into()),
        _ if error.is_timeout() => Failure::Retry("the mail server took too long".into()),
        _ => Failure::Retry("the mail server did not take it".into()),
    }
}
