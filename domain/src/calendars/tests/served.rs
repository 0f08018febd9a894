//! A machine next door that serves whatever a test wants, well-behaved or not.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// How it answers.
#[derive(Clone, Debug)]
pub enum Reply {
    /// With a calendar of these lines, unless the asker has it already.
    Calendar(String),
    /// With these bytes.
    Bytes(Vec<u8>),
    /// With a head, and then lines without an end.
    Endless,
    /// With a byte now and then.
    Drip,
    /// Not at all.
    Silence,
    /// To the path that is asked for, with what is said of it; otherwise not found.
    Paths(Vec<(&'static str, Vec<u8>)>),
}

/// A machine that serves.
pub struct Served {
    /// Where it is.
    pub url: String,
    /// What it was asked, head by head.
    pub asked: Arc<Mutex<Vec<String>>>,
    reply: Arc<Mutex<Reply>>,
    task: JoinHandle<()>,
}

impl Served {
    /// One that answers so.
    pub async fn with(reply: Reply) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (asked, reply) = (Arc::<Mutex<Vec<String>>>::default(), Arc::new(Mutex::new(reply)));
        let (heard, said) = (asked.clone(), reply.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (heard, said) = (heard.clone(), said.clone());
                tokio::spawn(async move { answer(stream, &heard, &said).await });
            }
        });
        Self {
            url,
            asked,
            reply,
            task,
        }
    }

    /// From now on it answers so.
    pub fn answers(&self, reply: Reply) {
        *self.reply.lock().unwrap() = reply;
    }

    /// How often it was asked.
    pub fn times(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(mut stream: TcpStream, heard: &Mutex<Vec<String>>, said: &Mutex<Reply>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        match stream.read(&mut byte).await {
            // Whoever begins otherwise speaks another language.
            Ok(1) if !head.is_empty() || byte == *b"G" => head.push(byte[0]),
            _ => return,
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    heard.lock().unwrap().push(head.clone());
    let reply = said.lock().unwrap().clone();
    let bytes = match reply {
        Reply::Calendar(lines) => {
            let etag = format!("\"{}\"", &crate::secrets::hash(&lines)[..16]);
            if head.contains(&format!("if-none-match: {etag}")) {
                b"HTTP/1.1 304 Not Modified\r\n\r\n".to_vec()
            } else {
                let body = calendar(&lines);
                let length = body.len();
                format!(
                    "HTTP/1.1 200 OK\r\ncontent-type: text/calendar; charset=utf-8\r\netag: {etag}\r\n\
                     content-length: {length}\r\n\r\n{body}"
                )
                .into_bytes()
            }
        }
        Reply::Bytes(bytes) => bytes,
        Reply::Endless => {
            let _ = stream
                .write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n")
                .await;
            while stream.write_all(&b"X-A:b\r\n".repeat(1_000)).await.is_ok() {}
            return;
        }
        Reply::Drip => {
            let _ = stream
                .write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/calendar\r\n\r\n")
                .await;
            while stream.write_all(b"B").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            return;
        }
        Reply::Silence => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            return;
        }
        Reply::Paths(paths) => paths.into_iter().find(|(known, _)| *known == path).map_or_else(
            || b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_vec(),
            |(_, bytes)| bytes,
        ),
    };
    let _ = stream.write_all(&bytes).await;
    let _ = stream.shutdown().await;
}

/// A calendar around these lines.
pub fn calendar(lines: &str) -> String {
    let lines: String = lines.lines().map(|line| format!("{}\r\n", line.trim())).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{lines}END:VCALENDAR\r\n")
}

/// One that is busy on these days, the last included.
pub fn busy(first: &str, last: &str) -> String {
    let day = |text: &str, more: i64| crate::Day::parse(text).unwrap().plus(more).to_string().replace('-', "");
    format!(
        "BEGIN:VEVENT\nUID:{first}@elsewhere.example\nDTSTART;VALUE=DATE:{}\nDTEND;VALUE=DATE:{}\nEND:VEVENT\n",
        day(first, 0),
        day(last, 1)
    )
}

/// An answer of these head lines and this body.
pub fn answer_of(head: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {head}\r\n\r\n{body}").into_bytes()
}
