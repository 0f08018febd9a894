//! Told to stop, a server finishes what runs, gives back what it has taken on, and loses nothing.

use super::shell::Shell;
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    io::{ErrorKind, Read, Write},
    net::{TcpListener, TcpStream},
    time::{Duration, Instant},
};

/// The head of a form; `then` is what comes before the empty line.
fn head(path: &str, length: usize, then: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nAccept-Language: de\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\nConnection: close\r\n{then}\r\n"
    )
}

fn connect(port: u16) -> TcpStream {
    TcpStream::connect(("127.0.0.1", port)).unwrap()
}

/// Sends a request and reads until the other side closes.
fn exchange(port: u16, request: &str) -> String {
    let mut stream = connect(port);
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_request_that_runs_is_answered_whole_while_nobody_new_comes_in() {
    let shell = Shell::new();
    let mut server = shell.serve("here", &[]);
    let body = "email=lena%40example.org&password=not+the+password";
    let mut slow = connect(server.port);
    slow.write_all(head("/sign-in", body.len(), "Expect: 100-continue\r\n").as_bytes())
        .unwrap();
    // Sent when somebody begins to read the form: from here on the request runs.
    let mut go_on = [0; 25];
    slow.read_exact(&mut go_on).unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    slow.write_all(&body.as_bytes()[..20]).unwrap();

    server.terminate();
    let refused = loop {
        match TcpStream::connect(("127.0.0.1", server.port)) {
            Ok(_) => std::thread::yield_now(),
            // the door closed while this one was on the step; the next finds it closed
            Err(error) if error.kind() == ErrorKind::ConnectionReset => std::thread::yield_now(),
            Err(error) => break error,
        }
    };
    assert_eq!(refused.kind(), ErrorKind::ConnectionRefused);

    slow.write_all(&body.as_bytes()[20..]).unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422 "), "{answer}");
    assert!(
        answer.contains("value=\"lena@example.org\"") && answer.contains("</html>"),
        "{answer}"
    );
    let (good, log) = server.end();
    assert!(good, "{log}");
}

/// How many letters wait, and how many of them somebody has taken on.
fn letters(shell: &Shell) -> (i64, i64) {
    let file = SqliteConnectOptions::new().filename(shell.path("here/allmende.sqlite"));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut db = SqliteConnection::connect_with(&file).await.unwrap();
        let query = "select count(*), count(leased_until) from job where kind = 'deliver' and failed_at is null";
        sqlx::query_as(query).fetch_one(&mut db).await.unwrap()
    })
}

#[test]
fn letters_that_a_mail_server_does_not_take_are_given_back_and_leave_after_the_next_start() {
    let shell = Shell::new();
    // Takes calls and says nothing.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let post = [
        ("ALLMENDE_SMTP_URL", url.as_str()),
        ("ALLMENDE_SMTP_FROM", "Allmende <post@allmende.example>"),
    ];
    let mut server = shell.serve("here", &post);
    for name in ["lena", "bea", "mira", "eve"] {
        let body = format!("name={name}&email={name}%40example.org&password=leiter+im+keller");
        let answer = exchange(server.port, &(head("/sign-up", body.len(), "") + &body));
        assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    }
    // Both workers hang on the line.
    let _calls = [silent.accept().unwrap(), silent.accept().unwrap()];
    assert_eq!(letters(&shell), (4, 2));
    server.terminate();
    let (good, log) = server.end();
    assert!(good && !log.contains("example.org"), "{log}");
    assert_eq!(letters(&shell), (4, 0), "none is lost, none is held");

    let server = shell.serve("here", &[]);
    let patience = Instant::now() + Duration::from_secs(60);
    loop {
        let mails = exchange(
            server.port,
            "GET /dev/mail HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        );
        if ["lena", "bea", "mira", "eve"]
            .iter()
            .all(|name| mails.contains(&format!("{name}@example.org")))
        {
            break;
        }
        assert!(Instant::now() < patience, "the letters did not leave: {mails}");
        std::thread::yield_now();
    }
}
