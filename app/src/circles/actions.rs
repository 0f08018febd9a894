//! What forms about circles do.

use super::{
    one::{self, Beside},
    pages, path_of,
};
use crate::shell::{Answer, AppError, SignedIn, forms::Sent, limits::Limited, notices::redirect_with};
use axum::extract::Path;
use domain::{
    Error,
    circles::{self, CircleDraft, CircleId, Command, Refusal},
};
use serde::Deserialize;

/// Whom a command is about.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Whom {
    member: String,
}

/// `POST /circles`
pub async fn found(SignedIn { visitor, me }: SignedIn, Sent(typed): Sent<CircleDraft>) -> Answer {
    visitor.count(Limited::Request, &me.id.to_string())?;
    match circles::found(visitor.ctx(), &me, &typed).await {
        Ok(id) => Ok(redirect_with(&path_of(id), "circle-founded")),
        Err(Error::Refused(refused)) => {
            let all = circles::circles(visitor.ctx(), &me).await?;
            Ok(pages::show(&visitor, &all, typed, Some(&refused)))
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// `POST /circles/{id}`
pub async fn edit(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Sent(typed): Sent<CircleDraft>,
) -> Answer {
    let id: CircleId = id.parse().map_err(|_| AppError::NotFound)?;
    match circles::edit(visitor.ctx(), &me, id, &typed).await {
        Ok(()) => Ok(redirect_with(&path_of(id), "saved")),
        Err(Error::Refused(refused)) => {
            let beside = Beside {
                typed: Some(typed),
                refused: Some(refused),
                ..Beside::default()
            };
            one::show(&visitor, &me, id, beside).await
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// `POST /circles/{id}/invite`: answers with the page, as the link is not kept anywhere.
pub async fn invite(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id: CircleId = id.parse().map_err(|_| AppError::NotFound)?;
    let beside = match circles::invite(visitor.ctx(), &me, id).await {
        Ok(token) => Beside {
            fresh: Some(format!("/circles/join/{}", token.text())),
            ..Beside::default()
        },
        Err(Error::Refused(refused)) => Beside {
            refused: Some(refused),
            ..Beside::default()
        },
        Err(other) => return Err(AppError::from_domain(other)),
    };
    one::show(&visitor, &me, id, beside).await
}

/// `POST /circles/join/{token}`
pub async fn join(SignedIn { visitor, me }: SignedIn, Path(token): Path<String>) -> Answer {
    match circles::join(visitor.ctx(), &me, &token).await {
        Ok(id) => Ok(redirect_with(&path_of(id), "circle-joined")),
        Err(Error::Refused(refused)) => {
            let all = circles::circles(visitor.ctx(), &me).await?;
            Ok(pages::show(&visitor, &all, CircleDraft::default(), Some(&refused)))
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// `POST /circles/{id}/{command}`
pub async fn act(
    SignedIn { visitor, me }: SignedIn,
    Path((id, name)): Path<(String, String)>,
    Sent(whom): Sent<Whom>,
) -> Answer {
    let id: CircleId = id.parse().map_err(|_| AppError::NotFound)?;
    let command = Command::from_name(&name, whom.member.parse().ok()).ok_or(AppError::NotFound)?;
    if command == Command::Ask {
        visitor.count(Limited::Request, &me.id.to_string())?;
    }
    match circles::act(visitor.ctx(), &me, id, command).await {
        Ok(()) if command == Command::Leave => Ok(redirect_with("/circles", "circle-left")),
        Ok(()) if command == Command::Ask => Ok(redirect_with(&path_of(id), "circle-asked")),
        Ok(()) => Ok(redirect_with(&path_of(id), "saved")),
        Err(Error::Refused(Refusal::NotYours)) => Err(AppError::NotFound),
        Err(Error::Refused(refused)) => {
            let beside = Beside {
                refused: Some(refused),
                ..Beside::default()
            };
            one::show(&visitor, &me, id, beside).await
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}
