//! Messages' doors: pages and forms without script, what strangers find, and the stream that pages listen to.

use super::{
    bookings::{member, value},
    browser::{Answer, Browser},
};
use axum::body::Body;
use domain::{
    Timestamp,
    bookings::{self, BookingId, Command, RequestDraft},
    listings::{ListingId, testing::Thing},
    live,
    members::Me,
    messages::{self, ConversationId, Draft},
    on_both_engines,
    testing::World,
};
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use std::{io::Cursor, time::Duration};

/// A picture of one colour, as a PNG.
fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(40, 30)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// The page, on which no key of a text may show instead of the text.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [">messages-", "\"messages-", ">report-reason", "<!>"] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
}

const SECRET: &str = "Eduardstraße 99";

async fn drill(world: &World, owner: &Me) -> ListingId {
    let mut thing = Thing::called("Schlagbohrmaschine mit Koffer");
    thing.place.address = SECRET.into();
    thing.place.handover_note = format!("{SECRET}, zweiter Hof");
    thing.publish(&world.ctx, owner).await
}

/// A form with words and files, in the order in which the page has them.
fn form(text: &str, once: &str, photos: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in [("once", once), ("text", text)] {
        body.extend(format!("--cut\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    for (name, bytes) in photos {
        let head =
            format!("content-disposition: form-data; name=\"photos\"; filename=\"{name}\"\r\ncontent-type: image/png");
        body.extend(format!("--cut\r\n{head}\r\n\r\n").bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--cut--\r\n");
    body
}

/// Sends a form piece by piece, as it comes over a line.
async fn send(browser: &Browser, path: &str, body: Vec<u8>) -> Answer {
    let pieces: Vec<_> = body.chunks(64 * 1024).map(<[u8]>::to_vec).collect();
    let pieces = futures::stream::unfold(pieces.into_iter(), |mut pieces| async move {
        tokio::task::yield_now().await; // the next one is still on its way
        let piece = pieces.next()?;
        Some((Ok::<_, std::convert::Infallible>(piece), pieces))
    });
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from_stream(pieces))
        .unwrap();
    browser.send(request).await
}

/// Asks by the form on its own page: the path of the conversation.
async fn ask(browser: &Browser, listing: ListingId, text: &str) -> String {
    let path = format!("/listings/{listing}/ask");
    let page = in_words(browser.get(&path).await.expect(StatusCode::OK));
    let once = value(&page, "once").unwrap().to_owned();
    let sent = send(browser, &path, form(text, &once, &[]))
        .await
        .expect(StatusCode::SEE_OTHER);
    sent.location().trim_end_matches("#write").to_owned()
}

/// The address of the first picture of a conversation's page.
fn picture_on(page: &Answer, conversation: &str) -> String {
    let below = format!("{conversation}/photos/");
    let mut sources = page.text.split("src=\"");
    let found = sources.find(|part| part.starts_with(&below)).expect("a picture");
    found.split('"').next().unwrap().to_owned()
}

async fn say(world: &World, who: &Me, conversation: &str, text: &str) {
    let draft = Draft {
        text: text.into(),
        ..Draft::default()
    };
    messages::write(&world.ctx, who, id_in(conversation), draft)
        .await
        .unwrap();
}

fn id_in(path: &str) -> ConversationId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

async fn book(world: &World, who: &Me, listing: ListingId) -> BookingId {
    let typed = RequestDraft {
        from: "2030-04-30".into(),
        to: "2030-05-01".into(),
        note: "Für ein Regal.".into(),
        once: String::new(),
        ..RequestDraft::default()
    };
    bookings::request(&world.ctx, who, listing, &typed).await.unwrap()
}

/// A stream that is open: what has come and was not looked at.
struct Stream {
    body: Body,
    come: String,
}

impl Stream {
    /// Listens to a conversation; `last` is what a browser that was cut off says it has seen.
    async fn open(browser: &Browser, path: &str, last: Option<&str>) -> Self {
        let packed = Request::get(path).header(header::ACCEPT_ENCODING, "gzip, br");
        let mut request = packed.body(Body::empty()).unwrap();
        if let Some(last) = last {
            request.headers_mut().insert("last-event-id", last.parse().unwrap());
        }
        let (parts, body) = browser.open(request).await;
        assert_eq!(
            (parts.status, &parts.headers[header::CONTENT_TYPE]),
            (
                StatusCode::OK,
                &"text/event-stream".parse::<http::HeaderValue>().unwrap()
            )
        );
        assert_eq!(parts.headers[header::CACHE_CONTROL], "no-store");
        assert!(
            !parts.headers.contains_key(header::CONTENT_ENCODING),
            "packed, it would wait until it is worth packing"
        );
        Self {
            body,
            come: String::new(),
        }
    }

    /// The next event, its lines as they came; `None` when the stream is over.
    async fn next(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.come.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.come = rest;
                // A comment keeps the connection alive.
                if event.starts_with(':') {
                    continue;
                }
                return Some(event);
            }
            let frame = tokio::time::timeout(Duration::from_secs(20), self.body.frame())
                .await
                .expect("something within the time that a listener looks by itself")?;
            let data = frame.unwrap().into_data().unwrap();
            self.come.push_str(std::str::from_utf8(&data).unwrap());
        }
    }

    /// The next line of the conversation: its id and the line.
    async fn line(&mut self) -> (String, String) {
        let event = self.next().await.expect("the stream goes on");
        assert!(event.contains("event: line"), "{event}");
        let of = |name: &str| {
            let lines = event.lines().filter_map(|line| line.strip_prefix(name));
            lines.map(str::trim_start).collect::<Vec<_>>().join("\n")
        };
        (of("id:"), of("data:"))
    }
}

on_both_engines! {
    async fn a_question_and_its_answer_by_plain_forms(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        in_words(beas.get("/conversations").await).says("Noch keine Gespräche");
        beas.get(&format!("/listings/{listing}")).await.says("Lena etwas fragen").says(&format!("/listings/{listing}/ask"));
        let path = ask(&beas, listing, "Ist der Koffer dabei?\nSiehe https://example.org/koffer?a=1&b=2.").await;
        let page = in_words(beas.get(&path).await).says("Gespräch mit Lena").says("data-whose=\"mine\"");
        page.says("href=\"https://example.org/koffer?a=1&amp;b=2\"").says("Koffer dabei?\nSiehe");
        assert_eq!(beas.get(&format!("/listings/{listing}/ask")).await.location(), format!("{path}#write"), "it goes on there");

        let list = in_words(lenas.get("/conversations").await).says("eine neue Nachricht").says("Ist der Koffer dabei?");
        list.says("Ein Gespräch mit Neuem").says("nav__count");
        let page = in_words(lenas.get(&path).await).says("data-whose=\"theirs\"").says("messages__new").says(">Neu<");
        assert!(!page.text.contains(SECRET));
        assert!(!lenas.get("/conversations").await.text.contains("nav__count"), "what was shown is read");
        let once = value(&page, "once").unwrap();
        let sent = send(&lenas, &path, form("Ja, gern!", once, &[("koffer.png", &picture())])).await;
        assert_eq!(sent.expect(StatusCode::SEE_OTHER).location(), format!("{path}#write"));
        send(&lenas, &path, form("Ja, gern!", once, &[("koffer.png", &picture())])).await.expect(StatusCode::SEE_OTHER);

        let page = in_words(beas.get(&path).await).says("Ja, gern!").says("Bild von Lena");
        assert_eq!(page.text.matches("Ja, gern!").count(), 1, "sent twice is one message");
        let photo = picture_on(&page, &path);
        let file = beas.get(&photo).await.expect(StatusCode::OK);
        assert_eq!((&file.bytes[8..12], &file.headers[header::CACHE_CONTROL]), (&b"WEBP"[..], &"private, max-age=3600".parse::<http::HeaderValue>().unwrap()));
        in_words(beas.get(&format!("{path}?lang=en")).await).says("Conversation with Lena").says("You");
    }

    async fn strangers_find_no_page_no_stream_and_no_photo(world: World) {
        let ((lena, _), (_, beas), (_, eves)) =
            (member(&world, "Lena").await, member(&world, "Bea").await, member(&world, "Eve").await);
        let nobody = Browser::stranger(&world);
        let listing = drill(&world, &lena).await;
        let path = ask(&beas, listing, "Ist sie frei?").await;
        send(&beas, &path, form("", "x", &[("bild.png", &picture())])).await.expect(StatusCode::SEE_OTHER);
        let page = beas.get(&path).await;
        let photo = picture_on(&page, &path);
        let public = format!("/photo/{}", photo.split("/photos/").nth(1).unwrap());

        let doors = [path.clone(), format!("{path}/events"), format!("{path}/events?after=0.0"), photo.clone(), format!("{path}/report/1")];
        for door in &doors {
            eves.get(door).await.expect(StatusCode::NOT_FOUND);
            let first = nobody.get(door).await.expect(StatusCode::SEE_OTHER);
            assert!(first.location().starts_with("/sign-in?next="), "{door}");
        }
        for browser in [&eves, &nobody, &beas] {
            browser.get(&public).await.expect(StatusCode::NOT_FOUND);
        }
        eves.post(&path, &[("text", "Hallo")]).await.expect(StatusCode::NOT_FOUND);
        eves.post(&format!("{path}/report/1"), &[("reason", "insult")]).await.expect(StatusCode::NOT_FOUND);
        eves.post(&format!("{path}/read/1"), &[]).await.expect(StatusCode::NO_CONTENT);
        assert_eq!(messages::unread_count(&world.ctx, lena.id).await.unwrap(), 1, "nobody reads for somebody else");
        for nonsense in ["/conversations/nonsense", "/conversations/018f0000000070008000000000000000", "/conversations/%F0%9F%A7%B0/events"] {
            beas.get(nonsense).await.expect(StatusCode::NOT_FOUND);
        }
        for size in ["huge.webp", "small.png", "small"] {
            let other = format!("{}/{size}", photo.rsplit_once('/').unwrap().0);
            beas.get(&other).await.expect(StatusCode::NOT_FOUND);
        }
        // Another site cannot write in somebody's name.
        let request = Request::post(&path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
            .header("sec-fetch-site", "cross-site")
            .body(Body::from(form("Kauf bei uns", "y", &[])))
            .unwrap();
        beas.send(request).await.expect(StatusCode::FORBIDDEN);
        assert!(!beas.get(&path).await.text.contains("Kauf bei uns"));
    }

    async fn what_is_refused_comes_back_with_every_word(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let ask_path = format!("/listings/{listing}/ask");
        let path = ask(&beas, listing, "Hallo").await;
        let long = "sehr gern ".repeat(450);
        let letter: (&str, &[u8]) = ("brief.pdf", b"%PDF-1.7");
        let picture = picture();
        let photo: (&str, &[u8]) = ("bild.png", &picture);
        for door in [&path, &ask_path] {
            let page = send(&beas, door, form(" ", "a", &[])).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            in_words(page).says("Hier fehlt noch etwas.").says("aria-invalid=\"true\"").says("error-summary");
            let page = send(&beas, door, form(&long, "a", &[])).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!((value(&page, "text"), value(&page, "once")), (Some(long.as_str()), Some("a")));
            let page = send(&beas, door, form("Und das?", "a", &[photo, letter])).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            let page = in_words(page).says("„brief.pdf“: Das ist kein Foto, das wir kennen.");
            assert_eq!(value(&page, "text"), Some("Und das?"));
            let page = send(&beas, door, form("Viele", "a", &[photo; 6])).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(value(&in_words(page).says("Bitte höchstens 4 auf einmal."), "text"), Some("Viele"));
            let evil = "</textarea><script>alert(1)</script>";
            let page = send(&beas, door, form(evil, "a", &[letter])).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(!page.text.contains("<script>alert"));
        }
        let heavy = vec![0; 70 * 1024 * 1024];
        let page = send(&beas, &path, form("Ein Film", "a", &[("film.mp4", &heavy)])).await;
        let page = page.expect(StatusCode::PAYLOAD_TOO_LARGE).says("höchstens 15 MB");
        assert_eq!(value(&page, "text"), Some("Ein Film"));

        // Blocked: the same words, whoever reads them, and what was typed is still there.
        let block = format!("/members/{}/block", beas_id(&world, &path, &lena).await);
        let blocked = lenas.post(&block, &[("back", &path)]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!((blocked.location(), lenas.notice()), (path.as_str(), Some("blocked".into())));
        for door in [&path, &ask_path] {
            let page = send(&beas, door, form("Noch da?", "b", &[])).await.expect(StatusCode::CONFLICT);
            let page = in_words(page).says("Hier kannst du gerade nicht schreiben.");
            assert_eq!(value(&page, "text"), Some("Noch da?"));
            assert!(!page.text.to_lowercase().contains("blockiert"));
        }
        let asked = [("from", "2030-05-02"), ("to", "2030-05-03"), ("note", "Bitte!")];
        let page = beas.post(&format!("/listings/{listing}/request"), &asked).await.says("Das geht gerade nicht.");
        assert_eq!(value(&page, "note"), Some("Bitte!"));
        in_words(lenas.get("/me/blocked").await).says("Bea").says("Nicht mehr blockieren");
        in_words(lenas.get(&path).await).says("Du hast Bea blockiert");
        lenas.post(&block.replace("/block", "/unblock"), &[]).await.expect(StatusCode::SEE_OTHER);
        in_words(lenas.get("/me/blocked").await).says("Niemand");
        send(&beas, &path, form("Danke", "c", &[])).await.expect(StatusCode::SEE_OTHER);
    }

    async fn who_is_not_signed_in_any_more_keeps_the_words(world: World) {
        let ((lena, _), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let path = ask(&beas, listing, "Hallo").await;
        let nobody = Browser::stranger(&world);
        for door in [path.clone(), format!("/listings/{listing}/ask")] {
            let away = send(&nobody, &door, form("Für Omas Regal & mehr", "a", &[])).await.expect(StatusCode::SEE_OTHER);
            let next = away.location().strip_prefix("/sign-in?next=").unwrap().to_owned();
            let next = next.replace("%3F", "?").replace("%3D", "=").replace("%25", "%");
            let mut page = beas.get(&next).await;
            if page.status == StatusCode::SEE_OTHER {
                page = beas.get(&page.location().replace("#write", "")).await;
            }
            assert_eq!(value(&page.expect(StatusCode::OK), "text"), Some("Für Omas Regal &amp; mehr"), "{door}");
            let long = "sehr gern ".repeat(300);
            let stays = send(&nobody, &door, form(&long, "a", &[])).await.expect(StatusCode::UNAUTHORIZED);
            assert_eq!((value(&stays, "text"), value(&stays, "once")), (Some(long.as_str()), Some("a")));
            in_words(stays).says(&format!("action=\"{door}\""));
        }
    }

    async fn too_much_at_once_is_refused_for_a_while_and_the_words_stay(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let beas = Browser::limited(&world);
        beas.post("/sign-in", &[("email", &bea.email), ("password", domain::testing::PASSWORD)]).await.expect(StatusCode::SEE_OTHER);
        let path = ask(&beas, listing, "0").await;
        for n in 1..messages::rules::MOST_SENT {
            say(&world, &bea, &path, &n.to_string()).await;
        }
        let page = send(&beas, &path, form("Für \"Oma\" <3", "a", &[])).await.expect(StatusCode::TOO_MANY_REQUESTS);
        let page = in_words(page).says("sehr viele Nachrichten");
        assert_eq!(value(&page, "text"), Some("Für \"Oma\" &lt;3"));
        let wait: i64 = page.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
        world.ctx.clock.advance(wait * Timestamp::SECOND);
        send(&beas, &path, form("Für \"Oma\" <3", "a", &[])).await.expect(StatusCode::SEE_OTHER);

        // Also where the house stops reading before the form is read: the words are in the page and sent by its button.
        let mut refused = None;
        for n in 0..200 {
            let answer = send(&beas, &path, form("Für \"Oma\" <3 und Opa", &n.to_string(), &[("bild.png", b"no picture")])).await;
            if answer.status == StatusCode::TOO_MANY_REQUESTS && answer.text.contains("Noch einmal absenden") {
                refused = Some(answer);
                break;
            }
        }
        let page = refused.expect("a limit").says("Was du geschrieben hast, ist noch da.");
        assert_eq!(value(&page, "text"), Some("Für &quot;Oma&quot; &lt;3 und Opa"));
        assert!(!page.text.contains("no picture"));
        world.ctx.clock.advance(Timestamp::MINUTE);
        let kept = [("text", "Für \"Oma\" <3 und Opa"), ("once", value(&page, "once").unwrap())];
        beas.post(&path, &kept).await.expect(StatusCode::SEE_OTHER);
    }

    async fn a_booking_and_its_conversation_lead_to_each_other(world: World) {
        let ((lena, lenas), (bea, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let asked = ask(&beas, listing, "Ist der Koffer dabei?").await;
        let booking = book(&world, &bea, listing).await;
        let path = format!("/conversations/{booking}");
        beas.get(&booking.path()).await.says(&path).says("Lena schreiben");
        in_words(beas.get(&asked).await).says("Dort geht es weiter").says(&path);
        assert_eq!(beas.get(&format!("/listings/{listing}/ask")).await.location(), format!("{path}#write"));
        world.ctx.clock.advance(Timestamp::MINUTE);
        bookings::act(&world.ctx, &lena, booking, Command::Accept).await.unwrap();
        send(&lenas, &path, form("Bis morgen!", "a", &[])).await.expect(StatusCode::SEE_OTHER);
        beas.get(&booking.path()).await.says("eine neue Nachricht");
        let page = in_words(beas.get(&path).await).says("Vor der Anfrage gefragt").says("Ist der Koffer dabei?");
        let page = page.says("Du hast angefragt: ").says("Für ein Regal.").says("Lena hat zugesagt.").says("Bis morgen!");
        assert!(!page.text.contains(SECRET), "that stands on the booking's page");
        let order = ["Ist der Koffer", "Du hast angefragt", "Lena hat zugesagt", "Bis morgen!"].map(|text| page.text.find(text).unwrap());
        assert!(order.is_sorted());
        in_words(lenas.get(&format!("{path}?lang=en")).await).says("Bea asked for").says("You said yes.");
        assert!(!lenas.get("/conversations").await.text.contains("nav__count"), "what was asked before is read there, too");
    }

    async fn a_page_that_is_open_is_told_and_goes_on_where_it_was_cut_off(world: World) {
        let ((lena, _), (bea, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = drill(&world, &lena).await;
        let booking = book(&world, &bea, listing).await;
        let path = format!("/conversations/{booking}");
        let page = beas.get(&path).await;
        let after = page.text.split("data-after=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(after, "0.1");
        let events = format!("{path}/events?after={after}");
        let mut stream = Stream::open(&beas, &events, None).await;
        let first = stream.next().await.unwrap();
        assert!(first.contains("retry: 3000") && first.contains("id: 0.1"), "{first}");

        world.ctx.clock.advance(1);
        say(&world, &lena, &path, "Klar,\n<b>gern</b>").await;
        let (id, line) = stream.line().await;
        assert_eq!(id, "1.1");
        assert!(line.starts_with("<li id=\"m1\"") && line.contains("Klar,\n&lt;b&gt;gern"), "{line}");
        assert!(line.contains("data-said=\"Neue Nachricht von Lena\""), "{line}");
        world.ctx.clock.advance(1);
        bookings::act(&world.ctx, &lena, booking, Command::Accept).await.unwrap();
        let (id, line) = stream.line().await;
        assert!(id == "1.2" && line.contains("Lena hat zugesagt."), "{id} {line}");
        say(&world, &bea, &path, "Danke!").await;
        let (id, line) = stream.line().await;
        assert!(id == "2.2" && line.contains("data-whose=\"mine\"") && !line.contains("data-said"), "{id} {line}");
        drop(stream);

        // While nobody listens things go on; the browser comes back and says what it has seen.
        for n in 3..=60 {
            say(&world, &lena, &path, &format!("Nummer {n}")).await;
        }
        let mut stream = Stream::open(&beas, &events, Some("2.2")).await;
        stream.next().await.unwrap();
        for n in 3..=60 {
            let (id, line) = stream.line().await;
            assert!(id == format!("{n}.2") && line.contains(&format!("Nummer {n}<")), "{id} {line}");
        }
        // Nonsense counts as nothing; what the address says counts then.
        let mut other = Stream::open(&beas, &format!("{path}/events?after=59.2"), Some("nonsense")).await;
        other.next().await.unwrap();
        assert_eq!(other.line().await.0, "60.2");

        // It ends when the member signs out, without a word more.
        beas.post("/sign-out", &[]).await.expect(StatusCode::SEE_OTHER);
        say(&world, &lena, &path, "Zu spät").await;
        assert_eq!((stream.next().await, other.next().await), (None, None));
    }

    async fn streams_of_one_member_are_few_and_all_end_with_the_house(world: World) {
        let ((lena, _), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let path = ask(&beas, drill(&world, &lena).await, "Hallo").await;
        let events = format!("{path}/events");
        let mut open = Vec::new();
        for _ in 0..live::MOST_SEATS {
            open.push(Stream::open(&beas, &events, None).await);
        }
        let (parts, _) = beas.open(Request::get(&events).body(Body::empty()).unwrap()).await;
        assert_eq!((parts.status, &parts.headers[header::RETRY_AFTER]), (StatusCode::TOO_MANY_REQUESTS, &"60".parse::<http::HeaderValue>().unwrap()));
        open.pop();
        open.push(Stream::open(&beas, &events, None).await);
        for stream in &mut open {
            stream.next().await.unwrap();
        }
        world.ctx.live.close();
        for stream in &mut open {
            assert_eq!(stream.next().await, None);
        }
    }

    async fn a_message_is_reported_by_a_plain_form(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let path = ask(&beas, drill(&world, &lena).await, "Überweise mir erst 50 Euro.").await;
        let report = format!("{path}/report/1");
        lenas.get(&path).await.says(&report);
        assert!(!beas.get(&path).await.text.contains(&report), "nobody reports themselves");
        in_words(lenas.get(&report).await).says("Überweise mir erst").says("Betrug").says("Bea erfährt nicht");
        let page = lenas.post(&report, &[("words", "Komisch")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(value(&in_words(page).says("Bitte wähle mindestens eins."), "words"), Some("Komisch"));
        let sent = lenas.post(&report, &[("reason", "fraud"), ("words", "Komisch")]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!((sent.location(), lenas.notice()), (format!("{path}#write").as_str(), Some("reported".into())));
        for (browser, door) in [(&beas, report.as_str()), (&lenas, &format!("{path}/report/2")), (&lenas, &format!("{path}/report/x"))] {
            browser.get(door).await.expect(StatusCode::NOT_FOUND);
        }
        for letter in world.letters().await {
            let mail = app::notifications::letters::write(&world.ctx, &letter);
            if mail.subject.starts_with("Deine Meldung") {
                assert!(mail.to == "lena@example.org" && mail.text.contains("Betrug") && mail.text.contains("> Komisch"));
                return;
            }
        }
        panic!("no receipt");
    }

    async fn the_letter_about_what_lies_unread_is_in_words(world: World) {
        let ((lena, _), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let path = ask(&beas, drill(&world, &lena).await, "Ist der Koffer dabei?\n<b>Wirklich?</b>").await;
        send(&beas, &path, form("", "b", &[("bild.png", &picture())])).await.expect(StatusCode::SEE_OTHER);
        world.wait(messages::rules::LETTER_AFTER).await;
        let letters = world.letters().await;
        let [letter] = &letters[..] else { panic!("{letters:?}") };
        let mail = app::notifications::letters::write(&world.ctx, letter);
        assert_eq!(mail.subject, "2 neue Nachrichten von Bea: Schlagbohrmaschine mit Koffer");
        for words in ["> Ist der Koffer dabei?", "Ein Foto ist dabei.", &format!("http://localhost:3000{path}")] {
            assert!(mail.text.contains(words), "{words} is not in {}", mail.text);
        }
        assert!(!mail.html.contains("<b>Wirklich"), "{}", mail.html);
        assert!(!mail.text.contains(SECRET) && !mail.html.contains(SECRET));
    }
}

/// The id of the one who asked, as the owner's page has it.
async fn beas_id(world: &World, path: &str, owner: &Me) -> String {
    let view = messages::conversation(&world.ctx, owner, id_in(path), None)
        .await
        .unwrap();
    view.other.id.to_string()
}
