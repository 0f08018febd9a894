//! Just enough HTTP to ask our own server on loopback whether it is there and what it sends.

use anyhow::{Context, Result};
use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    time::Duration,
};

/// What came back: the status, and the body as sent (perhaps compressed).
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// A free loopback port. Somebody else could take it before it is used; a test run then fails loudly.
///
/// # Errors
/// When no port is free.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Fetches a path from a server on this machine. `accept_encoding` may be empty.
///
/// # Errors
/// When there is no server, or it does not speak HTTP, or takes longer than ten seconds.
pub fn get(port: u16, path: &str, accept_encoding: &str) -> Result<Answer> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(2))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    // HTTP/1.0: the server closes afterwards and sends no chunks.
    write!(
        stream,
        "GET {path} HTTP/1.0\r\nhost: localhost:{port}\r\naccept-encoding: {accept_encoding}\r\nconnection: close\r\n\r\n"
    )?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    parse(&bytes).with_context(|| format!("no HTTP answer to {path}"))
}

fn parse(bytes: &[u8]) -> Option<Answer> {
    let split = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..split]).ok()?;
    let status = head.lines().next()?.split(' ').nth(1)?.parse().ok()?;
    Some(Answer {
        status,
        body: bytes[split + 4..].to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_split_into_status_and_body() {
        let answer = parse(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nhello\r\n\r\nworld").unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body, b"hello\r\n\r\nworld");
    }

    #[test]
    fn half_an_answer_is_none() {
        assert!(parse(b"HTTP/1.0 200 OK\r\nContent-Type").is_none());
    }
}
