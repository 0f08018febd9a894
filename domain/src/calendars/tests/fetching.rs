//! Fetching from machines that mean well, and from others.

use super::served::{Reply, Served, answer_of, busy, calendar};
use crate::calendars::{
    Reach, Trouble,
    address::Address,
    fetching::{Fetched, Mark, fetch},
    reading::LARGEST,
};
use std::time::{Duration, Instant};

const NEAR: Reach = Reach::AlsoThisMachine;

async fn get(url: &str, reach: Reach) -> Result<Fetched, Trouble> {
    let address = Address::parse(url, reach)?;
    fetch(&address, &Mark::default(), reach, Duration::from_secs(5)).await
}

async fn answered(bytes: Vec<u8>) -> Result<Fetched, Trouble> {
    let served = Served::with(Reply::Bytes(bytes)).await;
    get(&format!("{}/x.ics", served.url), NEAR).await
}

fn typed(kind: &str, body: &str) -> Vec<u8> {
    answer_of(&format!("200 OK\r\ncontent-type: {kind}"), body)
}

#[tokio::test]
async fn a_calendar_is_asked_for_plainly_and_comes_with_its_mark() {
    let served = Served::with(Reply::Calendar(busy("2030-05-02", "2030-05-03"))).await;
    let address = Address::parse(&format!("{}/k/x.ics?key=1", served.url), NEAR).unwrap();
    let known = Mark::default();
    let Fetched::Text(text, mark) = fetch(&address, &known, NEAR, Duration::from_secs(5)).await.unwrap() else {
        panic!("nothing was known")
    };
    assert_eq!(text, calendar(&busy("2030-05-02", "2030-05-03")));
    let again = fetch(&address, &mark, NEAR, Duration::from_secs(5)).await;
    assert_eq!(again, Ok(Fetched::Unchanged));
    let asked = served.asked.lock().unwrap().concat().to_lowercase();
    assert!(asked.starts_with("get /k/x.ics?key=1 http/1.1\r\n"));
    assert!(asked.contains("accept-encoding: identity") && asked.contains("host: 127.0.0.1:"));
    assert!(!asked.contains("cookie") && !asked.contains("authorization") && !asked.contains("referer"));
}

#[tokio::test]
async fn machines_that_not_everybody_can_reach_are_not_asked() {
    let served = Served::with(Reply::Calendar(String::new())).await;
    let port = served.url.rsplit(':').next().unwrap().to_owned();
    // A name is as good as what it stands for.
    for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"] {
        let answer = get(&format!("http://{host}:{port}/x.ics"), Reach::Public).await;
        assert_eq!(answer, Err(Trouble::Private), "{host}");
    }
    assert_eq!(served.times(), 0, "nobody was asked");
    let nowhere = get("http://there-is-no-such-machine.invalid/x.ics", NEAR).await;
    assert_eq!(nowhere, Err(Trouble::UnknownHost));
}

#[tokio::test]
async fn redirects_are_followed_three_times_and_to_no_private_machine() {
    let to = |location: &str| answer_of(&format!("302 Found\r\nlocation: {location}\r\ncontent-length: 0"), "");
    let served = Served::with(Reply::Paths(vec![
        ("/1", to("/2")),
        ("/2", to("3")),
        ("/3", to("/4")),
        ("/4", typed("text/calendar", &calendar(""))),
        ("/0", to("/1")),
        ("/round", to("/round")),
        ("/router", to("http://192.168.178.1/")),
        ("/cloud", to("http://169.254.169.254/latest/meta-data/")),
        ("/mapped", to("http://[::ffff:10.0.0.1]/")),
        ("/file", to("file:///etc/passwd")),
        ("/mail", to("http://127.0.0.1:25/")),
        ("/nowhere", answer_of("302 Found\r\ncontent-length: 0", "")),
    ]))
    .await;
    let at = async |path: &str| get(&format!("{}{path}", served.url), NEAR).await;
    assert!(matches!(at("/1").await, Ok(Fetched::Text(..))));
    for (path, trouble) in [
        ("/0", Trouble::Redirects),
        ("/round", Trouble::Redirects),
        ("/router", Trouble::Private),
        ("/cloud", Trouble::Private),
        ("/mapped", Trouble::Private),
        ("/file", Trouble::OtherScheme),
        ("/mail", Trouble::Port),
        ("/nowhere", Trouble::Redirects),
        ("/gone", Trouble::Status { code: 404 }),
    ] {
        assert_eq!(at(path).await, Err(trouble), "{path}");
    }
    // The name of a machine that may be asked leads to one that may not.
    let local = served.url.replace("127.0.0.1", "localhost");
    let hop = Served::with(Reply::Bytes(to(&format!("{local}/4")))).await;
    let answer = get(&hop.url, NEAR).await;
    let only_v4 = tokio::net::lookup_host("localhost:80")
        .await
        .unwrap()
        .all(|at| at.is_ipv4());
    assert_eq!(
        answer.is_ok(),
        only_v4,
        "a name that also stands for ::1 is refused: {answer:?}"
    );
}

#[tokio::test]
async fn what_is_too_large_is_put_down() {
    let begun = Instant::now();
    let served = Served::with(Reply::Endless).await;
    assert_eq!(get(&served.url, NEAR).await, Err(Trouble::TooLarge));
    assert!(begun.elapsed() < Duration::from_secs(5));
    let announced = format!(
        "200 OK\r\ncontent-type: text/calendar\r\ncontent-length: {}",
        LARGEST + 1
    );
    assert_eq!(answered(answer_of(&announced, "BEGIN")).await, Err(Trouble::TooLarge));
    let most = "x".repeat(LARGEST);
    assert!(matches!(answered(typed("text/calendar", &most)).await, Ok(Fetched::Text(text, _)) if text == most));
    let head = format!("200 OK\r\nx-a: {}", "b".repeat(1024 * 1024));
    assert_eq!(answered(answer_of(&head, "")).await, Err(Trouble::NoAnswer));
    let lines = "200 OK".to_owned() + &"\r\nx-a: b".repeat(500);
    assert_eq!(answered(answer_of(&lines, "")).await, Err(Trouble::NoAnswer));
}

#[tokio::test]
async fn what_takes_too_long_is_not_waited_for() {
    for reply in [Reply::Silence, Reply::Drip] {
        let served = Served::with(reply).await;
        let address = Address::parse(&served.url, NEAR).unwrap();
        let begun = Instant::now();
        let answer = fetch(&address, &Mark::default(), NEAR, Duration::from_millis(300)).await;
        assert_eq!(answer, Err(Trouble::Slow));
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn what_is_packed_or_no_calendar_or_no_answer_is_refused() {
    for packed in ["gzip", "br", "deflate", "gzip, gzip"] {
        let head = format!("200 OK\r\ncontent-type: text/calendar\r\ncontent-encoding: {packed}");
        assert_eq!(
            answered(answer_of(&head, "xyz")).await,
            Err(Trouble::Packed),
            "{packed}"
        );
    }
    for kind in [
        "text/html; charset=utf-8",
        "application/json",
        "image/png",
        "text/calendarium",
    ] {
        assert_eq!(
            answered(typed(kind, &calendar(""))).await,
            Err(Trouble::NotACalendar),
            "{kind}"
        );
    }
    for kind in [
        "text/calendar;charset=utf-8",
        "Text/Calendar",
        "text/plain",
        "application/octet-stream",
    ] {
        assert!(answered(typed(kind, &calendar(""))).await.is_ok(), "{kind}");
    }
    for (status, code) in [
        ("401 Unauthorized", 401),
        ("403 Forbidden", 403),
        ("500 Oh", 500),
        ("204 Nothing", 204),
    ] {
        let answer = answered(answer_of(&format!("{status}\r\ncontent-length: 0"), "")).await;
        assert_eq!(answer, Err(Trouble::Status { code }), "{status}");
    }
    assert_eq!(
        answered(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()).await,
        Err(Trouble::NoAnswer)
    );
    assert_eq!(answered(Vec::new()).await, Err(Trouble::NoAnswer));
    let cut_off = answer_of(
        "200 OK\r\ncontent-type: text/calendar\r\ncontent-length: 500",
        "BEGIN:VCALENDAR",
    );
    assert_eq!(answered(cut_off).await, Err(Trouble::NoAnswer));
    // https spoken to somebody who does not.
    let served = Served::with(Reply::Calendar(String::new())).await;
    assert_eq!(
        get(&served.url.replace("http:", "https:"), NEAR).await,
        Err(Trouble::NoAnswer)
    );
    // Nobody there.
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    assert_eq!(
        get(&format!("http://127.0.0.1:{port}/"), NEAR).await,
        Err(Trouble::NoAnswer)
    );
}
