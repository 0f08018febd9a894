//! Fetching a foreign calendar, so that nobody can use it against us or against machines next to us.
//!
//! hyper speaks over a connection that is opened here, to an address that was looked at: between looking and connecting
//! there is no second look-up in which a name could come to mean another machine. There is no proxy, no cookie, no
//! redirect that is followed by itself and nothing that unpacks, because nothing here does it.

use super::{address::Address, model::Trouble, reach::Reach, reading::LARGEST};
use http::{
    HeaderMap, HeaderName, HeaderValue, Request, StatusCode,
    header::{
        ACCEPT, ACCEPT_ENCODING, CONNECTION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HOST,
        IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, LOCATION, USER_AGENT,
    },
};
use http_body_util::{BodyExt, Empty};
use hyper::{
    Response,
    body::{Bytes, Incoming},
    client::conn::http1,
};
use hyper_util::rt::TokioIo;
use rustls::{ClientConfig, RootCertStore, pki_types::ServerName};
use std::{
    net::SocketAddr,
    sync::{Arc, LazyLock},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    task::JoinSet,
};
use tokio_rustls::TlsConnector;
use url::Host;

/// How long all of it may take, from the name to the last byte.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// Most redirects that are followed.
const MOST_REDIRECTS: usize = 3;
/// Most addresses of one name that are tried.
const MOST_ADDRESSES: usize = 4;
/// Largest head of an answer, in bytes, and most lines in it.
const LARGEST_HEAD: usize = 32 * 1024;
const MOST_HEADERS: usize = 100;
/// Longest mark of a version that is kept, in bytes.
const LONGEST_MARK: usize = 200;

static TLS: LazyLock<Arc<ClientConfig>> = LazyLock::new(|| {
    let roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring speaks what rustls does by default")
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
});

/// What the other side said of the version that we have: it then need not send it again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mark {
    /// Its `ETag`.
    pub etag: Option<String>,
    /// Its `Last-Modified`.
    pub modified: Option<String>,
}

/// What came of asking.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fetched {
    /// It is as it was.
    Unchanged,
    /// It is this.
    Text(String, Mark),
}

/// Asks for what is at `address`, as far as `reach` allows, unless it is as `known`.
///
/// # Errors
/// Why there is nothing.
pub async fn fetch(address: &Address, known: &Mark, reach: Reach, patience: Duration) -> Result<Fetched, Trouble> {
    tokio::time::timeout(patience, follow(address.clone(), known, reach))
        .await
        .unwrap_or(Err(Trouble::Slow))
}

async fn follow(mut address: Address, known: &Mark, reach: Reach) -> Result<Fetched, Trouble> {
    for _ in 0..=MOST_REDIRECTS {
        match ask(&address, known, reach).await? {
            Answer::Done(fetched) => return Ok(fetched),
            Answer::Elsewhere(location) => address = address.onwards(&location, reach)?,
        }
    }
    Err(Trouble::Redirects)
}

enum Answer {
    Done(Fetched),
    Elsewhere(String),
}

async fn ask(address: &Address, known: &Mark, reach: Reach) -> Result<Answer, Trouble> {
    let stream = connect(address, reach).await?;
    if !address.is_https() {
        return speak(stream, address, known).await;
    }
    let name = match address.host().ok_or(Trouble::NotAnAddress)? {
        Host::Domain(name) => ServerName::try_from(name.to_owned()).map_err(|_| Trouble::UnknownHost)?,
        Host::Ipv4(v4) => ServerName::from(std::net::IpAddr::V4(v4)),
        Host::Ipv6(v6) => ServerName::from(std::net::IpAddr::V6(v6)),
    };
    let stream = TlsConnector::from(TLS.clone())
        .connect(name, stream)
        .await
        .map_err(|_| Trouble::NoAnswer)?;
    speak(stream, address, known).await
}

/// A connection to a machine that may be asked. A name that stands for others as well is refused as a whole: that is how
/// names are made to slip through.
async fn connect(address: &Address, reach: Reach) -> Result<TcpStream, Trouble> {
    let port = address.port();
    let machines: Vec<SocketAddr> = match address.host().ok_or(Trouble::NotAnAddress)? {
        Host::Ipv4(v4) => vec![(v4, port).into()],
        Host::Ipv6(v6) => vec![(v6, port).into()],
        Host::Domain(name) => {
            let found = tokio::net::lookup_host((name, port)).await;
            found.map_err(|_| Trouble::UnknownHost)?.collect()
        }
    };
    if machines.is_empty() {
        return Err(Trouble::UnknownHost);
    }
    if !machines.iter().all(|machine| reach.allows(machine.ip())) {
        return Err(Trouble::Private);
    }
    for machine in machines.into_iter().take(MOST_ADDRESSES) {
        let Ok(stream) = TcpStream::connect(machine).await else {
            continue;
        };
        // What counts is whom we reached, whatever stands between.
        match stream.peer_addr() {
            Ok(reached) if reach.allows(reached.ip()) => return Ok(stream),
            Ok(_) => return Err(Trouble::Private),
            Err(_) => {}
        }
    }
    Err(Trouble::NoAnswer)
}

async fn speak<S>(stream: S, address: &Address, known: &Mark) -> Result<Answer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::Builder::new()
        .max_buf_size(LARGEST_HEAD)
        .max_headers(MOST_HEADERS)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(|_| Trouble::NoAnswer)?;
    // Ends with this set, whatever becomes of the answer.
    let mut connections = JoinSet::new();
    connections.spawn(connection);
    let request = request(address, known).ok_or(Trouble::NotAnAddress)?;
    let response = sender.send_request(request).await.map_err(|_| Trouble::NoAnswer)?;
    understand(response).await
}

fn request(address: &Address, known: &Mark) -> Option<Request<Empty<Bytes>>> {
    let mut request = Request::get(address.target()).body(Empty::new()).ok()?;
    let headers = request.headers_mut();
    headers.insert(HOST, HeaderValue::from_str(&address.authority()).ok()?);
    headers.insert(USER_AGENT, HeaderValue::from_static("Allmende (calendar)"));
    headers.insert(ACCEPT, HeaderValue::from_static("text/calendar, text/plain;q=0.5"));
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    for (name, value) in [(IF_NONE_MATCH, &known.etag), (IF_MODIFIED_SINCE, &known.modified)] {
        if let Some(value) = value.as_deref().and_then(|value| HeaderValue::from_str(value).ok()) {
            headers.insert(name, value);
        }
    }
    Some(request)
}

async fn understand(response: Response<Incoming>) -> Result<Answer, Trouble> {
    let (head, body) = response.into_parts();
    match head.status {
        StatusCode::OK => {}
        StatusCode::NOT_MODIFIED => return Ok(Answer::Done(Fetched::Unchanged)),
        StatusCode::MOVED_PERMANENTLY
        | StatusCode::FOUND
        | StatusCode::SEE_OTHER
        | StatusCode::TEMPORARY_REDIRECT
        | StatusCode::PERMANENT_REDIRECT => {
            let location = text_of(&head.headers, &LOCATION).ok_or(Trouble::Redirects)?;
            return Ok(Answer::Elsewhere(location));
        }
        other => return Err(Trouble::Status { code: other.as_u16() }),
    }
    if text_of(&head.headers, &CONTENT_ENCODING).is_some_and(|how| !how.eq_ignore_ascii_case("identity")) {
        return Err(Trouble::Packed);
    }
    if !may_be_calendar(&head.headers) {
        return Err(Trouble::NotACalendar);
    }
    let announced = text_of(&head.headers, &CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if announced.is_some_and(|length| length > LARGEST) {
        return Err(Trouble::TooLarge);
    }
    let bytes = take_in(body).await?;
    let mark = |name| text_of(&head.headers, &name).filter(|mark| mark.len() <= LONGEST_MARK);
    let mark = Mark {
        etag: mark(ETAG),
        modified: mark(LAST_MODIFIED),
    };
    // Only days are read, so letters of some other alphabet do no harm.
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Answer::Done(Fetched::Text(text, mark)))
}

/// The body, as long as it is not too large: what never ends is put down as soon as it is.
async fn take_in(mut body: Incoming) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Trouble::NoAnswer)?;
        let Some(data) = frame.data_ref() else { continue };
        if bytes.len() + data.len() > LARGEST {
            return Err(Trouble::TooLarge);
        }
        bytes.extend_from_slice(data);
    }
    Ok(bytes)
}

/// Whether the other side says it is a calendar, or nothing that speaks against it.
fn may_be_calendar(headers: &HeaderMap) -> bool {
    let kind = text_of(headers, &CONTENT_TYPE).unwrap_or_default().to_ascii_lowercase();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    matches!(
        kind,
        "" | "text/calendar" | "text/x-vcalendar" | "application/ics" | "text/plain" | "application/octet-stream"
    )
}

fn text_of(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}
