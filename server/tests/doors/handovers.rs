//! Handovers' doors: writing down the state, the code, another way, the record; strangers, bad input, both at once.

use super::{
    bookings::{member, value},
    browser::{Answer, Browser},
};
use axum::body::Body;
use domain::{
    bookings::{self, BookingId, Command, RequestDraft},
    handovers::{
        self,
        rules::{CODE_LIVES, MOST_PHOTOS},
    },
    listings::testing::Thing,
    members::{self, Me},
    on_both_engines,
    testing::{PASSWORD, World},
};
use http::{Request, StatusCode, header};
use std::io::Cursor;

/// A picture of one colour, as a PNG.
fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(40, 30)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// The page, on which no key of a text may show instead of the text, and no mark outside of islands.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    let outside: String = page
        .text
        .split("<leptos-island")
        .map(|part| part.split("</leptos-island>").last().unwrap_or_default())
        .collect();
    for leak in [
        ">handovers-",
        "\"handovers-",
        ">bookings-",
        "\"bookings-",
        ">notice-",
        "<!>",
    ] {
        assert!(!outside.contains(leak), "{leak} in {}", page.text);
    }
    page
}

/// Lena, Bea, and the path of Bea's loan of Lena's drill from tomorrow on, agreed.
async fn loan(world: &World) -> ((Me, Browser), (Me, Browser), String) {
    let (lena, bea) = (member(world, "Lena").await, member(world, "Bea").await);
    let mut thing = Thing::called("Schlagbohrmaschine");
    thing.details.accessories = "Koffer\nBohrer".into();
    thing.details.checklist = "Akku voll".into();
    let listing = thing.publish(&world.ctx, &lena.0).await;
    let typed = RequestDraft {
        from: "2030-04-30".into(),
        to: "2030-05-01".into(),
        note: "Für ein Regal.".into(),
        ..RequestDraft::default()
    };
    let id = bookings::request(&world.ctx, &bea.0, listing, &typed).await.unwrap();
    bookings::act(&world.ctx, &lena.0, id, Command::Accept).await.unwrap();
    (lena, bea, id.path())
}

fn id_in(path: &str) -> BookingId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// A form with fields and photos, in the order in which the page has them.
fn form(fields: &[(&str, &str)], photos: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
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

async fn send(browser: &Browser, path: &str, body: Vec<u8>, accept: &str) -> Answer {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
        .header(header::ACCEPT, accept)
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap();
    browser.send(request).await
}

/// The six digits on a page.
fn code_on(page: &Answer) -> String {
    let after = page.text.split("class=\"code\"").nth(1).expect("a code");
    let inside = after.split('>').nth(1).unwrap().split('<').next().unwrap();
    inside.chars().filter(char::is_ascii_digit).collect()
}

on_both_engines! {
    async fn a_loan_with_records_and_codes_by_plain_forms(world: World) {
        let ((_, lenas), (_, beas), booking) = loan(&world).await;
        let page = in_words(lenas.get(&booking).await).says("Zustand festhalten").says("Code zeigen").says("Bea hat noch nichts festgehalten.");
        page.says("Das schaut ihr euch an");
        let out = format!("{booking}/moves/handover");
        let page = in_words(lenas.get(&out).await.expect(StatusCode::OK)).says("Koffer").says("Akku voll").says("capture=\"environment\"");
        let once = value(&page, "once").unwrap().to_owned();
        let fields = [("once", once.as_str()), ("item-0", "fine"), ("item-1", "fine"), ("note", "Ein Kratzer am Griff.")];
        let sent = send(&lenas, &out, form(&fields, &[("a.png", &picture())]), "text/html").await.expect(StatusCode::SEE_OTHER);
        assert_eq!((sent.location(), lenas.notice()), (format!("{booking}#handover").as_str(), Some("state-kept".into())));
        let page = in_words(beas.get(&booking).await).says("Lena hat").says("festgehalten").says("Protokoll ansehen (ein Eintrag)");
        page.says("Zustand bei der Übergabe festgehalten").says("Ein Foto.");

        let shown = in_words(lenas.post(&format!("{out}/code"), &[]).await.expect(StatusCode::OK)).says("class=\"qr\"");
        let code = code_on(&shown);
        let link = format!("{out}/enter?code={code}");
        let page = in_words(beas.get(&link).await.expect(StatusCode::OK));
        assert_eq!(value(&page, "code"), Some(code.as_str()), "a link fills in, and does nothing");
        in_words(beas.get(&booking).await).says("Code eingeben");
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        let done = beas.post(&format!("{out}/enter"), &[("code", &spaced)]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!((done.location(), beas.notice()), (booking.as_str(), Some("handover-confirmed".into())));
        let again = beas.post(&format!("{out}/enter"), &[("code", &spaced)]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(again.location(), booking, "sent twice is no mistake");
        in_words(lenas.get(&booking).await).says("Übergabe von beiden mit dem Code bestätigt").says("Bea bringt es");

        let back = format!("{booking}/moves/return");
        let fields = [("once", "b"), ("item-0", "broken"), ("item-1", "missing"), ("note", "")];
        send(&lenas, &back, form(&fields, &[("b.png", &picture())]), "text/html").await.expect(StatusCode::SEE_OTHER);
        let code = code_on(&beas.post(&format!("{back}/code"), &[]).await.expect(StatusCode::OK));
        lenas.post(&format!("{back}/enter"), &[("code", &code)]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(lenas.notice(), Some("return-confirmed".into()));
        in_words(beas.get(&booking).await).says("Alles ist zurück. Danke!").says("Zur Rückgabe noch etwas nachtragen");

        let record = in_words(beas.get(&format!("{booking}/record")).await.expect(StatusCode::OK));
        let record = record.says("Vorher und nachher").says("fehlt").says("kaputt").says("Ein Kratzer am Griff.").says("Europe/Berlin").says("Alles ist so, wie es festgehalten wurde");
        let text = beas.get(&format!("{booking}/record/entries/1.txt")).await.expect(StatusCode::OK);
        assert!(text.text.starts_with("allmende handover record 1\n") && text.text.ends_with("note\nEin Kratzer am Griff."));
        record.says(&handovers::chain::digest(&text.bytes));
        assert!(text.text.contains("at 2030-04-29T06:00:00.000000Z"), "{}", text.text);
        in_words(beas.get(&format!("{booking}/record?lang=en")).await).says("Before and after").says("29 April 2030, 08:00");
    }

    async fn what_was_refused_comes_back_as_it_was_typed(world: World) {
        let ((_, lenas), _, booking) = loan(&world).await;
        let out = format!("{booking}/moves/handover");
        let typed = [("once", "a"), ("item-1", "missing"), ("note", "</textarea><script>alert(1)</script> & mehr")];
        let page = send(&lenas, &out, form(&typed, &[("plan.pdf", b"%PDF-1.7")]), "text/html").await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let page = in_words(page).says("plan.pdf").says("error-summary");
        assert_eq!(value(&page, "once"), Some("a"));
        assert!(!page.text.contains("<script>alert") && page.text.contains("alert(1)"));
        let chosen = page.text.split("name=\"item-1\"").nth(2).unwrap().split('>').next().unwrap();
        assert!(chosen.contains("value=\"missing\"") && chosen.contains("checked"), "{chosen}");
        let empty = send(&lenas, &out, form(&[("once", "a"), ("note", " ")], &[("", b"")]), "text/html").await;
        in_words(empty.expect(StatusCode::UNPROCESSABLE_ENTITY)).says("Schreib einen Satz");
        let many: Vec<_> = (0..=MOST_PHOTOS).map(|_| ("a.png", b"x".as_slice())).collect();
        let many = send(&lenas, &out, form(&typed, &many), "text/html").await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        in_words(many).says("Höchstens 6 Fotos auf einmal.");
        let wrong = lenas.post(&out, &[("item-9", "fine"), ("item-0", "lost"), ("note", "Hier")]).await;
        let wrong = in_words(wrong.expect(StatusCode::UNPROCESSABLE_ENTITY));
        assert_eq!(value(&wrong, "note"), Some("Hier"));
        let early = lenas.post(&format!("{booking}/moves/return"), &[("note", "Schon zurück?")]).await.expect(StatusCode::CONFLICT);
        assert_eq!(value(&in_words(early), "note"), Some("Schon zurück?"), "nobody loses words to the moment");

        // A body that is cut off in the middle of a photo is no form; nothing is kept of it.
        let mut cut = form(&[("once", "c"), ("note", "Halb")], &[("a.png", &picture())]);
        cut.truncate(cut.len() - 60);
        let half = send(&lenas, &out, cut, "application/json").await;
        assert!(half.status.is_client_error(), "{}", half.status);
        let id = id_in(&booking);
        let me = world_member(&world).await;
        assert_eq!(handovers::of_booking(&world.ctx, &me, id).await.unwrap().entries.len(), 0);
        // A script asks for JSON, and the same once more because the answer was lost.
        let whole = form(&[("once", "c"), ("note", "Ganz")], &[("a.png", &picture())]);
        for _ in 0..2 {
            let kept = send(&lenas, &out, whole.clone(), "application/json").await.expect(StatusCode::OK);
            assert_eq!(kept.text, "{\"entry\":1}");
        }
        assert_eq!(handovers::of_booking(&world.ctx, &me, id).await.unwrap().entries.len(), 1);
    }

    async fn guessing_a_code_ends(world: World) {
        let ((_, lenas), (_, beas), booking) = loan(&world).await;
        let enter = format!("{booking}/moves/handover/enter");
        beas.post(&enter, &[("code", "123456")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY).says("Gerade gilt kein Code");
        let code = code_on(&lenas.post(&format!("{booking}/moves/handover/code"), &[]).await);
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for words in ["noch 4 Versuche", "noch 3 Versuche", "noch 2 Versuche", "noch einen Versuch", "Lass dir einen neuen zeigen"] {
            let page = in_words(beas.post(&enter, &[("code", wrong)]).await.expect(StatusCode::UNPROCESSABLE_ENTITY)).says(words);
            assert_eq!(value(&page, "code"), Some(wrong));
        }
        beas.post(&enter, &[("code", &code)]).await.expect(StatusCode::UNPROCESSABLE_ENTITY).says("Gerade gilt kein Code");
        let code = code_on(&lenas.post(&format!("{booking}/moves/handover/code"), &[]).await);
        world.wait(CODE_LIVES).await;
        beas.post(&enter, &[("code", &code)]).await.expect(StatusCode::UNPROCESSABLE_ENTITY).says("Gerade gilt kein Code");
        in_words(beas.get(&booking).await).says("Code eingeben");
        let limited = Browser::limited(&world);
        limited.post("/sign-in", &[("email", "bea@example.org"), ("password", PASSWORD)]).await.expect(StatusCode::SEE_OTHER);
        let mut last = StatusCode::OK;
        for _ in 0..30 {
            last = limited.post(&enter, &[("code", wrong)]).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS, "many codes do not help either");
    }

    async fn strangers_find_nothing_and_visitors_sign_in_first(world: World) {
        let ((lena, lenas), _, booking) = loan(&world).await;
        let out = format!("{booking}/moves/handover");
        send(&lenas, &out, form(&[("once", "a"), ("note", "Geheimer Kratzer")], &[("a.png", &picture())]), "text/html").await.expect(StatusCode::SEE_OTHER);
        let record = handovers::of_booking(&world.ctx, &lena, id_in(&booking)).await.unwrap();
        let file = format!("{booking}/record/photos/{}/small.webp", record.entries[0].photos[0].id.as_simple());
        assert_eq!(lenas.get(&file).await.expect(StatusCode::OK).headers[header::CONTENT_TYPE], "image/webp");
        lenas.get(&format!("/photo/{}/small.webp", record.entries[0].photos[0].id.as_simple())).await.expect(StatusCode::NOT_FOUND);
        let (_, eves) = member(&world, "Eve").await;
        let nobody = Browser::stranger(&world);
        let gets = [out.clone(), format!("{out}/enter"), format!("{out}/plan"), format!("{booking}/record"), format!("{booking}/record/entries/1.txt"), file];
        for path in &gets {
            let page = eves.get(path).await.expect(StatusCode::NOT_FOUND);
            assert!(!page.text.contains("Kratzer"));
            let away = nobody.get(path).await.expect(StatusCode::SEE_OTHER);
            assert!(away.location().starts_with("/sign-in?next="), "{}", away.location());
        }
        for (path, fields) in [
            (out.clone(), vec![("note", "Ich war es")]), (format!("{out}/code"), vec![]), (format!("{out}/enter"), vec![("code", "123456")]),
            (format!("{out}/plan/propose"), vec![("how", "key_box"), ("words", "Zu mir")]), (format!("{out}/plan/agree"), vec![("to", "1")]),
        ] {
            eves.post(&path, &fields).await.expect(StatusCode::NOT_FOUND);
            nobody.post(&path, &fields).await.expect(StatusCode::SEE_OTHER);
        }
        for odd in ["/bookings/nonsense/moves/handover", "/bookings/nonsense/record"] {
            lenas.get(odd).await.expect(StatusCode::NOT_FOUND);
        }
        for odd in ["/moves/sideways", "/moves/handover/plan/steal", "/record/entries/9.txt", "/record/entries/x", "/record/photos/x/small.webp"] {
            let path = format!("{booking}{odd}");
            let answer = if odd.contains("plan") { lenas.post(&path, &[]).await } else { lenas.get(&path).await };
            answer.expect(StatusCode::NOT_FOUND);
        }
        // Whose session is over comes back to what they typed.
        let sent = nobody.post(&out, &[("note", "Ein & zwei"), ("item-1", "missing"), ("once", "z")]).await.expect(StatusCode::SEE_OTHER);
        let next = sent.location().strip_prefix("/sign-in?next=").unwrap();
        let next = ["%3F?", "%3D=", "%26&", "%25%"].iter().fold(next.to_owned(), |text, pair| text.replace(&pair[..3], &pair[3..]));
        let page = lenas.get(&next).await.expect(StatusCode::OK);
        assert_eq!((value(&page, "note"), value(&page, "once")), (Some("Ein &amp; zwei"), Some("z")));
        let long = "sehr genau ".repeat(180);
        let stays = nobody.post(&out, &[("note", &long), ("item-1", "missing")]).await.expect(StatusCode::UNAUTHORIZED);
        assert_eq!((value(&stays, "note"), value(&stays, "item-1")), (Some(long.as_str()), Some("missing")));
    }

    async fn another_way_is_proposed_answered_and_told(world: World) {
        let ((_, lenas), (_, beas), booking) = loan(&world).await;
        let plan = format!("{booking}/moves/handover/plan");
        in_words(lenas.get(&plan).await.expect(StatusCode::OK)).says("Welcher Weg?");
        let none = lenas.post(&format!("{plan}/propose"), &[("words", "Am Zaun")]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(value(&in_words(none), "words"), Some("Am Zaun"));
        let empty = lenas.post(&format!("{plan}/propose"), &[("how", "key_box"), ("words", "")]).await;
        in_words(empty.expect(StatusCode::UNPROCESSABLE_ENTITY)).says("Hier fehlt noch etwas.");
        lenas.post(&format!("{plan}/propose"), &[("how", "key_box"), ("words", "Am Zaun hinten")]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(lenas.notice(), Some("plan-proposed".into()));
        in_words(lenas.get(&booking).await).says("Er gilt, sobald Bea zustimmt.");
        let page = in_words(beas.get(&booking).await).says("Lena schlägt für die Übergabe vor:").says("Am Zaun hinten");
        assert!(!page.text.contains("So macht ihr die Übergabe"), "it does not count yet");
        let page = in_words(beas.get(&plan).await).says("Einverstanden");
        let to = value(&page, "to").unwrap().to_owned();
        beas.post(&format!("{plan}/agree"), &[("to", "17")]).await.expect(StatusCode::CONFLICT).says("Inzwischen hat sich etwas geändert");
        beas.post(&format!("{plan}/agree"), &[("to", &to)]).await.expect(StatusCode::SEE_OTHER);
        in_words(lenas.get(&booking).await).says("So macht ihr die Übergabe:").says("Auf einen anderen Weg für die Übergabe geeinigt");
        in_words(beas.get(&format!("{plan}?lang=en")).await).says("This is how you do the handover:").says("in person after all");
    }

    async fn both_pressing_at_once_confirms_once(world: World) {
        let ((_, lenas), (_, beas), booking) = loan(&world).await;
        let out = format!("{booking}/moves/handover");
        let hers = code_on(&lenas.post(&format!("{out}/code"), &[]).await);
        let mine = code_on(&beas.post(&format!("{out}/code"), &[]).await);
        let (enter, (one, two)) = (format!("{out}/enter"), ([("code", hers.as_str())], [("code", mine.as_str())]));
        let (bea, lena) = futures::join!(beas.post(&enter, &one), lenas.post(&enter, &two));
        bea.expect(StatusCode::SEE_OTHER);
        lena.expect(StatusCode::SEE_OTHER);
        let page = in_words(beas.get(&booking).await);
        assert_eq!(page.text.matches("Übergabe von beiden mit dem Code bestätigt").count(), 1);
    }

    async fn the_record_stays_for_who_stays(world: World) {
        let ((lena, lenas), (bea, beas), booking) = loan(&world).await;
        let out = format!("{booking}/moves/handover");
        beas.post(&out, &[("note", "Alles da."), ("item-1", "fine")]).await.expect(StatusCode::SEE_OTHER);
        bookings::act(&world.ctx, &lena, id_in(&booking), Command::Cancel { reason: "Leider krank.".into(), seen: None }).await.unwrap();
        members::delete_account(&world.ctx, &bea, PASSWORD.into()).await.unwrap();
        in_words(lenas.get(&format!("{booking}/record")).await.expect(StatusCode::OK)).says("Alles da.").says("Alles ist so, wie es festgehalten wurde");
        in_words(lenas.get(&booking).await.expect(StatusCode::OK)).says("Protokoll ansehen");
        let late = lenas.post(&out, &[("note", "Nachtrag")]).await.expect(StatusCode::CONFLICT);
        assert_eq!(value(&in_words(late), "note"), Some("Nachtrag"));
        beas.get(&format!("{booking}/record")).await.expect(StatusCode::SEE_OTHER);
    }

    async fn the_owner_edits_the_checklist_and_a_booking_keeps_its_own(world: World) {
        let ((lena, lenas), (_, beas), booking) = loan(&world).await;
        let listing = bookings::booking_seen_by(&world.ctx, &lena, id_in(&booking)).await.unwrap().booking.key.listing;
        let path = format!("/things/{listing}/details");
        let page = lenas.get(&path).await.expect(StatusCode::OK).says("Was prüft ihr bei Übergabe und Rückgabe?");
        assert_eq!(value(&page, "checklist"), Some("Akku voll"));
        let version = value(&page, "version").unwrap().to_owned();
        let many: String = (0..21).map(|n| format!("Punkt {n}\n")).collect();
        let too_many = lenas.post(&path, &[("version", &version), ("description", "Gut."), ("checklist", &many)]).await;
        assert_eq!(value(&too_many.expect(StatusCode::UNPROCESSABLE_ENTITY), "checklist").map(str::trim), Some(many.trim()));
        let sent = [("version", version.as_str()), ("description", "Gut."), ("checklist", "Stecker heil"), ("go", "save")];
        lenas.post(&path, &sent).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(value(&lenas.get(&path).await, "checklist"), Some("Stecker heil"));
        let page = in_words(beas.get(&format!("{booking}/moves/handover")).await).says("Akku voll");
        assert!(!page.text.contains("Stecker heil"), "what was agreed on stays");
    }
}

/// Lena once more, as the use cases want her.
async fn world_member(world: &World) -> Me {
    let signed_in = members::sign_in(&world.ctx, "lena@example.org", PASSWORD.into(), "test")
        .await
        .unwrap();
    members::me(&world.ctx, signed_in.token.text()).await.unwrap().unwrap()
}
