//! Letters on their way through a mail server: a small one that speaks what RFC 5321 asks of every server.

use allmende_server::{
    config::Smtp,
    couriers::{Post, Way},
};
use domain::{
    Ctx, Day, Lang, Timestamp,
    bookings::Party,
    jobs,
    listings::Kind,
    notifications::{BookingNews, BookingTurn, Delivery, Letter, Links, MessageNews, More, Recipient, post},
    on_both_engines,
    testing::World,
};
use mailparse::{MailHeaderMap, ParsedMail, parse_mail};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// What somebody handed in.
#[derive(Clone, Debug, Default)]
struct HandedIn {
    signed_in: bool,
    from: String,
    to: String,
    letter: String,
}

/// A mail server that takes everything, but for `full@` (try later) while it is busy, and for `nobody@` (never).
#[derive(Clone, Default)]
struct MailServer {
    taken: Arc<Mutex<Vec<HandedIn>>>,
    busy: Arc<AtomicBool>,
}

impl MailServer {
    async fn listening(&self) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = self.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = server.clone();
                tokio::spawn(async move { server.talk(stream).await });
            }
        });
        port
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let mut mail = HandedIn::default();
        write.write_all(b"220 mail.example ESMTP\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let inside = |line: &str| line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let answer = match verb.as_str() {
                "EHLO" => "250-mail.example\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n",
                // "\0post\0s3cret" in base64, as RFC 4616 puts name and password together.
                "AUTH" if line == "AUTH PLAIN AHBvc3QAczNjcmV0" => {
                    mail.signed_in = true;
                    "235 2.7.0 good\r\n"
                }
                "AUTH" => "535 5.7.8 no\r\n",
                "MAIL" => {
                    mail.from = inside(&line);
                    "250 2.1.0 good\r\n"
                }
                "RCPT" => {
                    mail.to = inside(&line);
                    match mail.to.split('@').next() {
                        Some("nobody") => "550 5.1.1 nobody@example.org is unknown here\r\n",
                        Some("full") if self.busy.load(Ordering::SeqCst) => "452 4.2.2 full@example.org: try later\r\n",
                        _ => "250 2.1.5 good\r\n",
                    }
                }
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await?;
                    mail.letter.clear();
                    while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                        mail.letter += line.strip_prefix('.').unwrap_or(&line);
                        mail.letter += "\r\n";
                    }
                    self.taken.lock().unwrap().push(mail.clone());
                    "250 2.0.0 taken\r\n"
                }
                "QUIT" => return write.write_all(b"221 bye\r\n").await,
                _ => "250 2.0.0 good\r\n",
            };
            write.write_all(answer.as_bytes()).await?;
        }
        Ok(())
    }

    fn taken(&self) -> Vec<HandedIn> {
        std::mem::take(&mut *self.taken.lock().unwrap())
    }
}

/// The world, whose letters go to the mail server at this port.
fn by_mail(world: &World, login: &str, port: u16) -> Ctx {
    let smtp = Smtp {
        url: format!("smtp://{login}127.0.0.1:{port}"),
        from: "Allmende Köln <post@allmende.example>".into(),
    };
    let post = Arc::new(Post::by(Way::smtp(&smtp).unwrap()));
    let ctx = Ctx {
        courier: post.clone(),
        ..world.ctx.clone()
    };
    post.tell(ctx.clone());
    ctx
}

fn delivery(address: &str) -> Delivery {
    let news = BookingNews {
        kind: Kind::Lend,
        price: None,
        owed: None,
        what: BookingTurn::Requested,
        you: Party::Lender,
        by_time: false,
        path: "/bookings/018f0000000070008000000000000000".into(),
        title: "„Größte“ Säge, für Fächer & <Äste> aus hartem Holz, mit einem Namen, der in keine Zeile passt".into(),
        other: "..Bea".into(),
        first: Day::parse("2030-05-02").unwrap(),
        last: Day::parse("2030-05-03").unwrap(),
        hours: None,
        proposed: None,
        proposed_hours: None,
        until: None,
        zone: "Europe/Berlin".into(),
        more: Box::new(More::default()),
        words: format!(".\n..zwei Punkte\nمرحبا 🧰\n{}", "lang ".repeat(300)),
    };
    Delivery {
        to: Recipient {
            address: address.into(),
            name: "Lena \"Lötkolben\" Müller, Köln".into(),
            lang: Lang::De,
            member: None,
        },
        letter: Letter::Booking(news),
        links: Links::default(),
    }
}

async fn send(ctx: &Ctx, address: &str) {
    let mut tx = ctx.db.write().await.unwrap();
    let Delivery { to, letter, .. } = delivery(address);
    post(&mut tx, ctx.clock.now(), to, letter).await.unwrap();
    tx.commit().await.unwrap();
}

fn header(mail: &ParsedMail<'_>, name: &str) -> Option<String> {
    mail.headers.get_first_value(name)
}

on_both_engines! {
    async fn a_letter_arrives_whole_with_the_headers_that_mail_programs_want(world: World) {
        let server = MailServer::default();
        let ctx = by_mail(&world, "post:s3cret@", server.listening().await);
        for _ in 0..2 {
            send(&ctx, "lena@example.org").await;
        }
        assert_eq!(jobs::run_due(&ctx, "test").await.unwrap(), 2);
        let taken = server.taken();
        let [first, second] = taken.as_slice() else { panic!("{taken:?}") };
        assert!(first.signed_in);
        assert_eq!((first.from.as_str(), first.to.as_str()), ("post@allmende.example", "lena@example.org"));
        assert!(first.letter.is_ascii(), "servers without 8BITMIME take it, too");
        assert!(first.letter.lines().all(|line| line.len() <= 998), "RFC 5322, 2.1.1");

        let expected = app::notifications::letters::write(&ctx, &delivery("lena@example.org"));
        let mail = parse_mail(first.letter.as_bytes()).unwrap();
        assert_eq!(header(&mail, "From").unwrap(), "Allmende Köln <post@allmende.example>");
        let to = header(&mail, "To").unwrap();
        assert!(to.contains("Lötkolben") && to.contains("Müller, Köln") && to.ends_with("<lena@example.org>"), "{to}");
        assert_eq!(header(&mail, "Subject").unwrap(), expected.subject);
        let sent = mailparse::dateparse(&header(&mail, "Date").unwrap()).unwrap();
        assert_eq!(sent, world.now().0 / Timestamp::SECOND);
        let ids = [first, second].map(|taken| header(&parse_mail(taken.letter.as_bytes()).unwrap(), "Message-ID").unwrap());
        assert!(ids.iter().all(|id| id.starts_with('<') && id.ends_with("@allmende.example>")), "{ids:?}");
        assert_ne!(ids[0], ids[1]);
        assert_eq!(header(&mail, "MIME-Version").unwrap(), "1.0");
        // What somebody waits for is essential; there is no list to leave.
        assert_eq!((header(&mail, "List-Unsubscribe"), header(&mail, "List-Unsubscribe-Post")), (None, None));

        assert_eq!(mail.ctype.mimetype, "multipart/alternative");
        let parts: Vec<_> = mail.subparts.iter().map(|part| (part.ctype.mimetype.as_str(), part.ctype.charset.as_str())).collect();
        assert_eq!(parts, [("text/plain", "utf-8"), ("text/html", "utf-8")]);
        let body = |at: usize| mail.subparts[at].get_body().unwrap().replace("\r\n", "\n");
        assert_eq!(body(0).trim_end(), expected.text.trim_end());
        assert_eq!(body(1).trim_end(), expected.html.trim_end());
        assert!(expected.text.contains("\n> ..zwei Punkte\n") && expected.text.contains("..Bea"));
    }

    async fn a_letter_that_is_not_taken_is_tried_again_with_growing_pauses(world: World) {
        let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
        let nobody_listens = by_mail(&world, "", closed);
        send(&nobody_listens, "full@example.org").await;
        assert_eq!(jobs::run_due(&nobody_listens, "test").await.unwrap(), 1);
        assert_eq!(jobs::run_due(&nobody_listens, "test").await.unwrap(), 0, "not at once");

        let server = MailServer::default();
        server.busy.store(true, Ordering::SeqCst);
        let ctx = by_mail(&world, "", server.listening().await);
        // The pauses are 10, 20, 40 seconds.
        for pause in [10, 20] {
            world.ctx.clock.advance((pause - 1) * Timestamp::SECOND);
            assert_eq!(jobs::run_due(&ctx, "test").await.unwrap(), 0);
            world.ctx.clock.advance(Timestamp::SECOND);
            assert_eq!(jobs::run_due(&ctx, "test").await.unwrap(), 1);
        }
        server.busy.store(false, Ordering::SeqCst);
        world.ctx.clock.advance(40 * Timestamp::SECOND);
        assert_eq!(jobs::run_due(&ctx, "test").await.unwrap(), 1);
        assert_eq!(server.taken().len(), 1);
        assert!(jobs::failed(&ctx).await.unwrap().is_empty());
    }

    async fn a_letter_that_will_never_be_taken_is_given_up_and_the_operator_is_told_no_address(world: World) {
        let server = MailServer::default();
        let port = server.listening().await;
        send(&world.ctx, "nobody@example.org").await;
        assert_eq!(jobs::run_due(&by_mail(&world, "", port), "test").await.unwrap(), 1);
        send(&world.ctx, "lena@example.org").await;
        // The password is no longer right.
        assert_eq!(jobs::run_due(&by_mail(&world, "post:old@", port), "test").await.unwrap(), 1);
        let failed = jobs::failed(&world.ctx).await.unwrap();
        let why: Vec<_> = failed.iter().map(|job| job.last_error.as_deref().unwrap_or_default()).collect();
        assert_eq!(why, ["given up: the mail server refused it"], "a wrong password can be mended; nobody's letter is lost");
        assert!(server.taken().is_empty());
    }

    async fn what_is_optional_says_to_mail_programs_how_it_stops(world: World) {
        let server = MailServer::default();
        let ctx = by_mail(&world, "", server.listening().await);
        let lena = world.member("Lena").await;
        let news = MessageNews {
            path: "/conversations/1".into(),
            title: "Säge".into(),
            other: "Bea".into(),
            count: 1,
            photos: 0,
            words: "Passt es um sechs?".into(),
        };
        let to = Recipient { address: lena.email.clone(), name: lena.name.clone(), lang: lena.lang, member: Some(lena.id) };
        let mut tx = ctx.db.write().await.unwrap();
        post(&mut tx, ctx.clock.now(), to, Letter::Messages(news)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(jobs::run_due(&ctx, "test").await.unwrap(), 1);
        let taken = server.taken();
        // RFC 8058, 3.1: one address in angle brackets, and exactly these words; neither folded nor encoded.
        let line = |name: &str| taken[0].letter.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
        let address = line("List-Unsubscribe: ");
        assert!(address.starts_with("List-Unsubscribe: <http://localhost:3000/letters/stop/") && address.ends_with('>'), "{address}");
        assert_eq!(line("List-Unsubscribe-Post: "), "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        let token = address.rsplit('/').next().unwrap().trim_end_matches('>');
        let stopped = domain::notifications::unsubscribe(&ctx, token, false).await.unwrap();
        assert_eq!(stopped, domain::notifications::Topic::Messages);
    }
}
