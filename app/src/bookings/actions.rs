//! What forms about bookings do: who are you, call the service, redirect; or the same page again with what is wrong.

use super::{
    pages::{self, Again},
    request as asking,
    words::{Voice, refusal},
};
use crate::shell::{Answer, AppError, Visitor, format, forms::Sent, limits::Limited, notices::redirect_with};
use axum::extract::Path;
use domain::{
    bookings::{self, BookingId, Command, Custody, Refusal, RequestDraft, State, next::already_so},
    listings::ListingId,
};
use http::StatusCode;
use serde::Deserialize;

/// `POST /listings/{id}/request`
pub async fn request(visitor: Visitor, Path(id): Path<String>, Sent(typed): Sent<RequestDraft>) -> Answer {
    let listing: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let Some(me) = visitor.me.clone() else {
        return asking::sign_in_first(&visitor, listing, typed).await;
    };
    visitor.count(Limited::Request, &me.id.to_string())?;
    match bookings::request(visitor.ctx(), &me, listing, &typed).await {
        Ok(booking) => Ok(redirect_with(&booking.path(), "requested")),
        Err(domain::Error::Refused(refused)) => asking::again(&visitor, &me, listing, typed, &refused).await,
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// The words that go with a command.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Words {
    reason: String,
}

/// `POST /bookings/{id}/{command}`
pub async fn act(visitor: Visitor, Path((id, name)): Path<(String, String)>, Sent(words): Sent<Words>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let command = command(&name, &words.reason).ok_or(AppError::NotFound)?;
    let Some(me) = visitor.me.clone() else {
        let reason = format::query_value(&words.reason);
        return Err(AppError::SignInFirst(format!(
            "{}?command={name}&reason={reason}",
            id.path()
        )));
    };
    let refused = match bookings::act(visitor.ctx(), &me, id, command.clone()).await {
        Ok(booking) => {
            return Ok(redirect_with(
                &id.path(),
                notice(&command, booking.state, booking.custody),
            ));
        }
        Err(domain::Error::Refused(refused)) => refused,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let view = bookings::booking_seen_by(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    if already_so(&view.booking, &command, view.me) {
        return Ok(redirect_with(
            &id.path(),
            notice(&command, view.booking.state, view.booking.custody),
        ));
    }
    let voice = Voice::new(visitor.lang, visitor.ctx().clock.now(), view.booking.terms.time_zone());
    let text = refusal(&voice, &refused);
    let again = if matches!(refused, Refusal::Invalid(_)) {
        Again {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            command: name,
            reason: words.reason,
            wrong: Some(text),
            problem: None,
        }
    } else {
        Again {
            status: StatusCode::CONFLICT,
            command: name,
            reason: words.reason,
            wrong: None,
            problem: Some(text),
        }
    };
    pages::show(&visitor, &me, id, again).await
}

/// The command that an address names, with its words.
fn command(name: &str, words: &str) -> Option<Command> {
    let command = Command::ALL
        .into_iter()
        .find(|command| command.is_for_members() && path_name(command) == name)?;
    Some(match command {
        Command::Decline { .. } => Command::Decline {
            reason: words.to_owned(),
        },
        Command::Cancel { .. } => Command::Cancel {
            reason: words.to_owned(),
        },
        Command::Contest { .. } => Command::Contest {
            words: words.to_owned(),
        },
        other => other,
    })
}

/// A command as it stands in addresses: `hand-over`.
#[must_use]
pub fn path_name(command: &Command) -> String {
    command.name().replace('_', "-")
}

/// What is said once after a command was carried out.
const fn notice(command: &Command, state: State, custody: Custody) -> &'static str {
    match (command, state, custody) {
        (Command::Accept, ..) => "accepted",
        (Command::Decline { .. }, ..) => "declined",
        (Command::Withdraw, ..) => "withdrawn",
        (Command::Cancel { .. }, ..) => "cancelled",
        (Command::HandOver, _, Custody::HandingOver { .. }) => "handover-reported",
        (Command::HandOver, ..) => "handover-confirmed",
        (Command::Return, State::Closed, _) => "return-confirmed",
        (Command::Return, ..) => "return-reported",
        (Command::Contest { .. }, ..) => "contested",
        // The others are nobody's to give.
        (Command::TakeBack | Command::GiveWay | Command::Expire | Command::ConfirmByTime | Command::Lapse, ..) => {
            "taken-back"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_only_what_members_can_do() {
        assert_eq!(command("hand-over", ""), Some(Command::HandOver));
        assert_eq!(
            command("decline", "Nein."),
            Some(Command::Decline { reason: "Nein.".into() })
        );
        for none in [
            "expire",
            "lapse",
            "give-way",
            "confirm-by-time",
            "hand_over",
            "",
            "Accept",
        ] {
            assert_eq!(command(none, ""), None, "{none}");
        }
    }
}
