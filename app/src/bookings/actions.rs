//! What forms about bookings do: who are you, call the service, redirect; or the same page again with what is wrong.

use super::{
    changing::PROPOSE,
    pages::{self, Again},
    request as asking,
    words::{Voice, at_fields},
};
use crate::shell::{Answer, AppError, Visitor, format, forms::Sent, limits::Limited, notices::redirect_with};
use axum::extract::Path;
use domain::{
    bookings::{self, BookingId, Command, Custody, Party, Refusal, RequestDraft, State, next::already_so},
    forms::FieldError,
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
        Ok(booking) => {
            let view = bookings::booking_seen_by(visitor.ctx(), &me, booking)
                .await
                .map_err(AppError::from_domain)?;
            let at_once = view.booking.terms.instant && view.booking.state == State::Accepted;
            let notice = match view.booking.asked_by {
                _ if at_once => "accepted-at-once",
                Party::Borrower => "requested",
                Party::Lender => "offered",
            };
            Ok(redirect_with(&booking.path(), notice))
        }
        Err(domain::Error::Refused(refused)) => asking::again(&visitor, &me, listing, typed, &refused).await,
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// The words that go with a command.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Words {
    reason: String,
    from: String,
    to: String,
    offer: String,
    seen: String,
    from_hour: String,
    to_hour: String,
}

/// `POST /bookings/{id}/{command}`
pub async fn act(visitor: Visitor, Path((id, name)): Path<(String, String)>, Sent(words): Sent<Words>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let command = command(&name, &words).ok_or(AppError::NotFound)?;
    let Some(me) = visitor.me.clone() else {
        let hours = [("from_hour", &words.from_hour), ("to_hour", &words.to_hour)];
        let typed = [
            ("reason", &words.reason),
            ("from", &words.from),
            ("to", &words.to),
            ("offer", &words.offer),
            hours[0],
            hours[1],
        ]
        .map(|(field, typed)| format!("&{field}={}", format::query_value(typed)))
        .concat();
        return Err(AppError::SignInFirst(format!("{}?command={name}{typed}", id.path())));
    };
    let answer = match command.clone() {
        Ok(Command::Propose {
            period, words: said, ..
        }) => bookings::propose(visitor.ctx(), &me, id, period, &words.offer, said).await,
        Ok(command) => bookings::act(visitor.ctx(), &me, id, command).await,
        Err(errors) => Err(domain::Error::Refused(Refusal::Invalid(errors))),
    };
    let refused = match (answer, &command) {
        (Ok(booking), Ok(command)) => {
            return Ok(redirect_with(
                &id.path(),
                notice(command, booking.state, booking.custody),
            ));
        }
        (Err(domain::Error::Refused(refused)), _) => refused,
        (Err(other), _) => return Err(AppError::from_domain(other)),
        (Ok(_), Err(_)) => return Err(AppError::NotFound),
    };
    let view = bookings::booking_seen_by(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    if let Ok(command) = &command
        && already_so(&view.booking, command, view.me)
    {
        return Ok(redirect_with(
            &id.path(),
            notice(command, view.booking.state, view.booking.custody),
        ));
    }
    let voice = Voice::of(visitor.lang, visitor.ctx().clock.now(), &view.booking);
    let texts = at_fields(&voice, &refused);
    let has_fields = matches!(refused, Refusal::Invalid(_)) || name == PROPOSE;
    let (at_fields, whole): (Vec<_>, Vec<_>) = texts.into_iter().partition(|(field, _)| has_fields && field.is_some());
    let again = Again {
        status: if matches!(refused, Refusal::Invalid(_)) {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::CONFLICT
        },
        command: name,
        reason: words.reason,
        from: words.from,
        to: words.to,
        offer: words.offer,
        from_hour: words.from_hour,
        to_hour: words.to_hour,
        with: Vec::new(),
        wrong: at_fields
            .into_iter()
            .filter_map(|(field, text)| Some((field?, text)))
            .collect(),
        problem: whole.into_iter().next().map(|(_, text)| text),
    };
    pages::show(&visitor, &me, id, again).await
}

/// The command that an address names, with its words; or what is wrong with what was typed.
fn command(name: &str, typed: &Words) -> Option<Result<Command, Vec<FieldError>>> {
    let command = Command::ALL
        .into_iter()
        .find(|command| command.is_for_members() && path_name(command) == name)?;
    let words = typed.reason.clone();
    Some(Ok(match command {
        Command::Decline { .. } => Command::Decline { reason: words },
        Command::Cancel { .. } => Command::Cancel {
            reason: words,
            seen: typed.seen.trim().parse().ok(),
        },
        Command::Contest { .. } => Command::Contest { words },
        Command::Disagree { .. } => Command::Disagree { words },
        Command::Propose { .. } => {
            let draft = RequestDraft {
                from: typed.from.clone(),
                to: typed.to.clone(),
                from_hour: typed.from_hour.clone(),
                to_hour: typed.to_hour.clone(),
                ..RequestDraft::default()
            };
            match bookings::asking::read(&draft) {
                Ok((period, ..)) => Command::Propose {
                    period,
                    offer: None,
                    words,
                },
                Err(errors) => return Some(Err(errors)),
            }
        }
        other => other,
    }))
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
        (Command::Propose { .. }, ..) => "proposed",
        (Command::Agree, ..) => "changed",
        (Command::Disagree { .. }, ..) => "disagreed",
        // The others are nobody's to give.
        (
            Command::TakeBack
            | Command::DropProposal
            | Command::AcceptAtOnce
            | Command::HandOverByCode
            | Command::ReturnByCode
            | Command::GiveWay
            | Command::FindElsewhere
            | Command::Expire
            | Command::ExpireProposal
            | Command::ConfirmByTime
            | Command::Lapse
            | Command::Warn,
            ..,
        ) => "taken-back",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_only_what_members_can_do() {
        let words = Words {
            reason: "Nein.".into(),
            ..Words::default()
        };
        assert_eq!(command("hand-over", &words), Some(Ok(Command::HandOver)));
        assert_eq!(
            command("decline", &words),
            Some(Ok(Command::Decline { reason: "Nein.".into() }))
        );
        assert!(matches!(command("propose", &words), Some(Err(errors)) if errors.len() == 2));
        for none in [
            "expire",
            "lapse",
            "warn",
            "give-way",
            "confirm-by-time",
            "expire-proposal",
            "hand-over-by-code",
            "return-by-code",
            "hand_over",
            "",
            "Accept",
        ] {
            assert_eq!(command(none, &words), None, "{none}");
        }
    }
}
