//! What is new in a conversation, sent to pages that are open, as server-sent events.

use super::{entries::Reader, pages::id_in};
use crate::shell::{Answer, AppError, SignedIn, forms::Asked};
use axum::{
    extract::Path,
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use domain::{
    Ctx,
    live::Listener,
    members::Me,
    messages::{self, ConversationId, Cursor},
};
use futures::{Stream, stream};
use http::{HeaderMap, HeaderName, HeaderValue, header};
use serde::Deserialize;
use std::{collections::VecDeque, convert::Infallible, time::Duration};

/// How long a browser waits before it connects again.
const CONNECT_AGAIN: Duration = Duration::from_secs(3);
/// How often a line is sent that says nothing, so that nothing between us takes the connection for dead.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// When a page may try again that found all seats taken.
const SEATS_FREE: Duration = Duration::from_secs(60);

/// From where on.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct From {
    after: String,
}

/// `GET /conversations/{id}/events?after=12.4`: each event is a line of the page, its id how far one has come with it. A
/// browser that was cut off says by `Last-Event-ID` where to go on; nothing is skipped and nothing comes twice. It ends
/// with the session and when the process stops.
pub async fn events(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    headers: HeaderMap,
    Asked(from): Asked<From>,
) -> Answer {
    let (ctx, id) = (visitor.ctx().clone(), id_in(&id)?);
    let view = messages::conversation(&ctx, &me, id, None)
        .await
        .map_err(AppError::from_domain)?;
    let last = headers.get("last-event-id").and_then(|v| v.to_str().ok());
    let after = [last, Some(from.after.as_str())]
        .into_iter()
        .flatten()
        .find_map(|text| text.parse().ok())
        .unwrap_or(view.cursor);
    // Listening begins before the first look, so that nothing falls between the two.
    let listener = ctx
        .live
        .listen(me.id, vec![id.0, me.session.0])
        .ok_or(AppError::TooMany(SEATS_FREE))?;
    let reader = Reader::of(&view, visitor.lang, ctx.clock.now(), ctx.settings.zone.clone());
    let open = Open {
        ctx,
        me,
        id,
        after,
        reader,
        listener,
        ready: VecDeque::from([Event::default().retry(CONNECT_AGAIN).id(after.to_string())]),
    };
    let answer = Sse::new(open.stream()).keep_alive(KeepAlive::new().interval(KEEP_ALIVE));
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        // Proxies that collect an answer before they pass it on would pass on nothing.
        (
            HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
    ];
    Ok((headers, answer).into_response())
}

/// A page that is open.
struct Open {
    ctx: Ctx,
    me: Me,
    id: ConversationId,
    /// How far it has come.
    after: Cursor,
    reader: Reader,
    listener: Listener,
    /// What is to be sent.
    ready: VecDeque<Event>,
}

impl Open {
    fn stream(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut open| async move {
            let event = open.next().await?;
            Some((Ok(event), open))
        })
    }

    /// The next event; `None` when it is over.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            if !self.look().await {
                return None;
            }
            if self.ready.is_empty() && !self.listener.wait().await {
                return None;
            }
        }
    }

    /// Looks what is new: whether the page may still be told. Should the database not answer, the browser connects again.
    async fn look(&mut self) -> bool {
        let news = match messages::news(&self.ctx, &self.me, self.id, Some(self.after)).await {
            Ok(news) => news,
            Err(error) => {
                tracing::warn!(%error, "a page could not be kept up to date");
                None
            }
        };
        let Some(news) = news else { return false };
        self.after = news.cursor;
        self.reader.now = self.ctx.clock.now();
        self.ready.extend(news.entries.iter().map(|(cursor, entry)| {
            Event::default()
                .event("line")
                .id(cursor.to_string())
                .data(self.reader.fragment(entry))
        }));
        true
    }
}
