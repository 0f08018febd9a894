//! Listings' doors: making a thing page by page, without script, and what others see of it.

use super::browser::{Browser, encoded};
use domain::{Timestamp, on_both_engines, testing::World};
use http::StatusCode;
use std::io::Cursor;

/// Names and values as a browser sends them.
type Form = &'static [(&'static str, &'static str)];

/// A picture of one colour, as a PNG.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = image::DynamicImage::new_rgb8(40, 30);
    picture
        .write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png)
        .unwrap();
    bytes
}

/// The value of the first field of this name on a page.
fn value(page: &str, name: &str) -> String {
    let field = page
        .split(&format!("name=\"{name}\""))
        .nth(1)
        .unwrap_or_else(|| panic!("no {name} in {page}"));
    field
        .split("value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

/// Makes a draft with a title and a category: the path of its overview.
async fn draft(lena: &Browser) -> String {
    let form = lena.get("/things/new?kind=lend").await.expect(StatusCode::OK);
    let id = value(&form.text, "id");
    let typed = [
        ("id", id.as_str()),
        ("title", "Schlagbohrmaschine"),
        ("category", "tools"),
    ];
    let next = lena.post("/things/new", &typed).await.expect(StatusCode::SEE_OTHER);
    next.location().trim_end_matches("/sort").to_owned()
}

/// Makes a finished draft: the path of its overview.
async fn finished(lena: &Browser) -> String {
    let thing = draft(lena).await;
    let steps: [(&str, Form); 4] = [
        ("sort", &[("category", "drills")]),
        (
            "details",
            &[
                ("description", "Kräftig & laut."),
                ("condition", "good"),
                ("accessories", "Koffer\nBohrer"),
            ],
        ),
        (
            "place",
            &[
                ("address", "Pützstraße 5, 53129 Bonn"),
                ("handover", "pick_up"),
                ("handover_note", "Kasten 4711"),
            ],
        ),
        (
            "times",
            &[
                ("weekdays", "0"),
                ("weekdays", "5"),
                ("lead_days", "1"),
                ("longest_days", "7"),
            ],
        ),
    ];
    for (step, form) in steps {
        lena.post(&format!("{thing}/{step}"), form)
            .await
            .expect(StatusCode::SEE_OTHER);
    }
    thing
}

/// Makes and publishes a thing: the paths of its overview and of its page.
async fn published(lena: &Browser) -> (String, String) {
    let thing = finished(lena).await;
    let preview = lena
        .get(&thing)
        .await
        .expect(StatusCode::OK)
        .says("So sieht es aus")
        .says("Kräftig &amp; laut.");
    let version = value(&preview.text, "version");
    let answer = lena
        .post(&format!("{thing}/publish"), &[("version", &version)])
        .await
        .expect(StatusCode::SEE_OTHER);
    let page = answer.location().to_owned();
    (thing, page)
}

/// The keys of the photos on the page that orders them.
fn keys(page: &str) -> Vec<String> {
    let buttons = page.split("name=\"remove\" value=\"").skip(1);
    buttons.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// The page without the drawings on it, whose lengths are no places on the earth.
fn without_drawings(page: &str) -> String {
    let mut parts = page.split("<svg");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once("</svg>").map_or("", |(_, rest)| rest)
    })
}

async fn lena_of(world: &World) -> Browser {
    Browser::member(world, "Lena").await
}

on_both_engines! {
    async fn a_thing_is_made_page_by_page_and_found_by_everybody(world: World) {
        let lena = lena_of(&world).await;
        let thing = draft(&lena).await;
        let sort = lena.get(&format!("{thing}/sort")).await.expect(StatusCode::OK);
        sort.says("Bohren und Schrauben").says("Schritt 1 von 5");
        let steps: [(&str, Form, &str); 5] = [
            ("/sort", &[("category", "drills")], "/details"),
            ("/details", &[("description", "Kräftig."), ("attributes[power_w]", "1.200"), ("go", "next")], "/photos"),
            ("/photos", &[("go", "next")], "/place"),
            ("/place", &[("address", "53129 Bonn"), ("handover", "pick_up")], "/times"),
            ("/times", &[("weekdays", "0"), ("lead_days", "0"), ("longest_days", "7")], ""),
        ];
        for (step, form, next) in steps {
            lena.get(&format!("{thing}{step}")).await.expect(StatusCode::OK);
            let answer = lena.post(&format!("{thing}{step}"), form).await.expect(StatusCode::SEE_OTHER);
            assert_eq!(answer.location(), format!("{thing}{next}"));
        }
        let answer = lena.post(&format!("{thing}/publish"), &[]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(lena.notice().as_deref(), Some("published"));
        let page = Browser::stranger(&world).get(answer.location()).await.expect(StatusCode::OK);
        let page = page.says("Schlagbohrmaschine").says("1200\u{a0}W").says("von Lena").says("\"@type\":\"Product\"");
        assert!(!page.text.contains("noindex"));
        let english = Browser::stranger(&world).reading_english();
        english.get(answer.location()).await.expect(StatusCode::OK).says("from Lena").says("lang=\"de\"");
    }

    async fn the_owner_sees_the_page_of_a_finished_draft_and_nobody_else(world: World) {
        let lena = lena_of(&world).await;
        let thing = finished(&lena).await;
        let page = thing.replace("/things/", "/listings/");
        lena.get(&page).await.expect(StatusCode::OK).says("Das ist ein Entwurf").says("noindex");
        Browser::stranger(&world).get(&page).await.expect(StatusCode::NOT_FOUND);
        Browser::member(&world, "Bea").await.get(&page).await.expect(StatusCode::NOT_FOUND);
        let unfinished = draft(&lena).await;
        let answer = lena.get(&unfinished.replace("/things/", "/listings/")).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), unfinished);
    }

    async fn a_stranger_learns_the_cell_and_no_more(world: World) {
        let lena = lena_of(&world).await;
        let (_, page) = published(&lena).await;
        let stranger = Browser::stranger(&world);
        let bea = Browser::member(&world, "Bea").await;
        for path in [page.clone(), format!("{page}?from=2030-05-06"), format!("{page}?month=2030-06")] {
            for reader in [&stranger, &bea] {
                let told = without_drawings(&reader.get(&path).await.expect(StatusCode::OK).text);
                for secret in ["Pützstraße", "4711", "50.7", "50,7", "7.0", "7,0", "7.1", "7,1", "lena@example.org"] {
                    assert!(!told.contains(secret), "{secret} on {path}: {told}");
                }
            }
        }
    }

    async fn things_like_it_nearby_stand_below_a_thing(world: World) {
        let lena = lena_of(&world).await;
        let (_, first) = published(&lena).await;
        Browser::stranger(&world).get(&first).await.expect(StatusCode::OK);
        let (_, second) = published(&Browser::member(&world, "Bea").await).await;
        let page = Browser::stranger(&world).get(&first).await.expect(StatusCode::OK);
        page.says("Ähnliches in der Nähe").says(&format!("href=\"{second}\""));
    }

    async fn a_draft_keeps_what_was_typed_whatever_is_wrong(world: World) {
        let lena = lena_of(&world).await;
        let form = lena.get("/things/new?kind=lend").await.expect(StatusCode::OK);
        let id = value(&form.text, "id");
        let long = ["wort"; 60].join(" ");
        let typed = [("id", id.as_str()), ("title", long.as_str()), ("category", "forged")];
        let page = lena.post("/things/new", &typed).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        page.says(&long).says("href=\"#title\"").says("Bitte wähle etwas aus der Liste");
        // The browser is closed; days later the draft is there.
        world.wait(9 * Timestamp::DAY).await;
        lena.get("/things").await.expect(StatusCode::OK).says("Entwurf").says("Weitermachen").says(&long);
        let thing = format!("/things/{}", id.replace('-', ""));
        let word = "x".repeat(200);
        let form =
            [("description", word.as_str()), ("replacement", "teuer"), ("tags", "🧰, مثقاب"), ("condition", "forged")];
        let page = lena.post(&format!("{thing}/details"), &form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        page.says(&word).says("value=\"teuer\"").says("🧰, مثقاب").says("id=\"description-error\"");
        // Going back asks for nothing.
        let back = lena.post(&format!("{thing}/details"), &[("description", ""), ("go", "back")]).await;
        assert_eq!(back.expect(StatusCode::SEE_OTHER).location(), format!("{thing}/what"));
        let page = lena.post(&format!("{thing}/publish"), &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Das fehlt noch").says(&format!("href=\"{thing}/place#address\""));
    }

    async fn a_form_sent_twice_makes_one_thing(world: World) {
        let lena = lena_of(&world).await;
        let form = lena.get("/things/new?kind=lend").await;
        let id = value(&form.text, "id");
        for _ in 0..2 {
            let typed = [("id", id.as_str()), ("title", "Leiter"), ("category", "tools")];
            lena.post("/things/new", &typed).await.expect(StatusCode::SEE_OTHER);
        }
        assert_eq!(lena.get("/things").await.text.matches("class=\"card\"").count(), 1);
        let bea = Browser::member(&world, "Bea").await;
        bea.post("/things/new", &[("id", &id), ("title", "Meins")]).await.expect(StatusCode::NOT_FOUND);
        bea.post("/things/new", &[("id", "forged")]).await.expect(StatusCode::BAD_REQUEST);
        let (thing, page) = published(&lena).await;
        let again = lena.post(&format!("{thing}/publish"), &[]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(again.location(), page);
        for _ in 0..2 {
            lena.post(&format!("{thing}/pause"), &[]).await.expect(StatusCode::SEE_OTHER);
        }
    }

    async fn nobody_else_gets_behind_a_things_page(world: World) {
        let lena = lena_of(&world).await;
        let (thing, _) = published(&lena).await;
        let bea = Browser::member(&world, "Bea").await;
        for page in ["", "/what", "/sort", "/details", "/photos", "/place", "/times"] {
            bea.get(&format!("{thing}{page}")).await.expect(StatusCode::NOT_FOUND);
            Browser::stranger(&world).get(&format!("{thing}{page}")).await.expect(StatusCode::SEE_OTHER);
        }
        let form = [("title", "Meins"), ("category", "drills"), ("description", "x"), ("address", "Bonn"),
            ("handover", "pick_up"), ("weekdays", "1"), ("lead_days", "1"), ("longest_days", "1")];
        let doors = ["what", "sort", "details", "photos", "place", "times", "publish", "pause", "resume", "archive", "duplicate"];
        for door in doors {
            bea.post(&format!("{thing}/{door}"), &form).await.expect(StatusCode::NOT_FOUND);
        }
        bea.upload(&format!("{thing}/photos/add"), "photos", "a.png", &picture()).await.expect(StatusCode::NOT_FOUND);
        lena.get(&thing).await.expect(StatusCode::OK).says("Schlagbohrmaschine").says("Alle können es finden");
    }

    async fn a_paused_thing_is_its_owners_alone_and_comes_back(world: World) {
        let lena = lena_of(&world).await;
        let stranger = Browser::stranger(&world);
        let (thing, page) = published(&lena).await;
        lena.post(&format!("{thing}/pause"), &[]).await.expect(StatusCode::SEE_OTHER);
        stranger.get(&page).await.expect(StatusCode::NOT_FOUND);
        lena.get(&page).await.expect(StatusCode::OK).says("Das ist pausiert").says("noindex");
        lena.get("/things").await.expect(StatusCode::OK).says("data-state=\"paused\"").says("Wieder zeigen");
        lena.post(&format!("{thing}/resume"), &[]).await.expect(StatusCode::SEE_OTHER);
        stranger.get(&page).await.expect(StatusCode::OK);
        let copy = lena.post(&format!("{thing}/duplicate"), &[]).await.expect(StatusCode::SEE_OTHER);
        lena.get(copy.location()).await.expect(StatusCode::OK).says("value=\"Schlagbohrmaschine\"");
        lena.post(&format!("{thing}/archive"), &[]).await.expect(StatusCode::SEE_OTHER);
        stranger.get(&page).await.expect(StatusCode::NOT_FOUND);
        lena.post(&format!("{thing}/resume"), &[]).await.expect(StatusCode::CONFLICT).says("Das geht gerade nicht");
        let draft = copy.location().trim_end_matches("/what").to_owned();
        lena.post(&format!("{draft}/discard"), &[]).await.expect(StatusCode::SEE_OTHER);
        lena.get(&draft).await.expect(StatusCode::NOT_FOUND);
        lena.post(&format!("{draft}/discard"), &[]).await.expect(StatusCode::SEE_OTHER);
    }

    async fn an_outdated_page_says_so_and_keeps_what_was_typed(world: World) {
        let lena = lena_of(&world).await;
        let (thing, page) = published(&lena).await;
        let door = format!("{thing}/what");
        let seen = value(&lena.get(&door).await.text, "version");
        let form = |title: &'static str, version| [("title", title), ("category", "tools"), ("version", version)];
        lena.post(&door, &form("Bohrhammer", &seen)).await.expect(StatusCode::SEE_OTHER);
        let late = lena.post(&door, &form("Bohrturm", &seen)).await.expect(StatusCode::CONFLICT);
        let late = late.says("inzwischen geändert").says("value=\"Bohrturm\"");
        let now = value(&late.text, "version");
        lena.post(&door, &form("Bohrturm", &now)).await.expect(StatusCode::SEE_OTHER);
        Browser::stranger(&world).get(&page).await.says("Bohrturm").says("Bohren und Schrauben");
    }

    async fn photos_are_sent_ordered_described_and_removed(world: World) {
        let lena = lena_of(&world).await;
        let thing = draft(&lena).await;
        let (photos, add) = (format!("{thing}/photos"), format!("{thing}/photos/add"));
        let refused = async |name: &str, bytes: &[u8], words: &str| {
            let page = lena.upload(&add, "photos", name, bytes).await;
            page.expect(StatusCode::UNPROCESSABLE_ENTITY).says(words);
        };
        refused("urlaub.mp4", b"no picture", "„urlaub.mp4“: Das ist kein Foto").await;
        refused("", b"", "Wähle bitte erst ein Foto").await;
        refused("gross.jpg", &vec![0_u8; 40 * 1024 * 1024], "15 MB").await;
        for _ in 0..2 {
            lena.upload(&add, "photos", "a.png", &picture()).await.expect(StatusCode::SEE_OTHER);
        }
        let before = keys(&lena.get(&photos).await.expect(StatusCode::OK).text);
        assert_eq!(before.len(), 2);
        let alt = format!("alt-{}", before[1]);
        let form = [(alt.as_str(), "Die Maschine \"im\" Koffer"), ("up", before[1].as_str())];
        lena.post(&photos, &form).await.expect(StatusCode::SEE_OTHER);
        let page = lena.get(&photos).await.says("value=\"Die Maschine &quot;im&quot; Koffer\"");
        assert_eq!(keys(&page.text), [before[1].clone(), before[0].clone()]);
        let long = ["x"; 200].join(" ");
        let page = lena.post(&photos, &[(alt.as_str(), long.as_str())]).await;
        page.expect(StatusCode::UNPROCESSABLE_ENTITY).says(&long);
        for _ in 0..2 {
            lena.post(&photos, &[("remove", &before[0])]).await.expect(StatusCode::SEE_OTHER);
        }
        assert_eq!(keys(&lena.get(&photos).await.text), [before[1].clone()]);
    }

    async fn days_are_blocked_by_a_tap_and_stay_blocked_over_other_months(world: World) {
        let lena = lena_of(&world).await;
        let (thing, page) = published(&lena).await;
        let times = format!("{thing}/times");
        let form = lena.get(&times).await.expect(StatusCode::OK).says("April 2030").says("Mai 2030");
        let shown = [value(&form.text, "shown_from"), value(&form.text, "shown_to")];
        let common = [("weekdays", "0"), ("weekdays", "5"), ("lead_days", "1"), ("longest_days", "7")];
        let mut form = common.to_vec();
        form.extend([("blocked", "2030-05-04"), ("shown_from", &shown[0]), ("shown_to", &shown[1]), ("leaf", "2030-06")]);
        let june = lena.post(&times, &form).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(june.location(), format!("{times}?month=2030-06#blocked"));
        lena.get(&format!("{times}?month=2030-06")).await.expect(StatusCode::OK).says("Juni 2030").says("Juli 2030");
        let mut form = common.to_vec();
        form.extend([("shown_from", "2030-06-01"), ("shown_to", "2030-07-31"), ("block_from", "2030-06-10"),
            ("block_to", "2030-06-08")]);
        let wrong = lena.post(&times, &form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Das Ende liegt vor dem Anfang").says("value=\"2030-06-10\"").says("Juni 2030");
        lena.get(&times).await.expect(StatusCode::OK).says("value=\"2030-05-04\" checked");
        let days = Browser::stranger(&world).get(&page).await.expect(StatusCode::OK);
        assert!(days.text.contains("?from=2030-05-06&amp;month=2030-04#days"), "a free Monday can be chosen");
        assert!(!days.text.contains("?from=2030-05-04&amp;"), "a blocked Saturday cannot");
    }

    async fn whatever_is_typed_no_page_of_things_breaks(world: World) {
        let lena = lena_of(&world).await;
        let (thing, page) = published(&lena).await;
        let long = "y".repeat(10_000);
        let words = ["", "🧰مرحبا\u{202E}", "'; drop table listing; --", "\" onclick=\"x", "-1", "99999999999999999999", "NaN",
            "2026-02-30", "0190a000-0000-7000-8000-000000000000", "../..", "\0", &long];
        let names = ["id", "title", "category", "kind", "version", "go", "description", "condition", "attributes[power_w]",
            "attributes[", "accessories", "house_rules", "replacement", "tags", "address", "handover", "handover_note",
            "weekdays", "lead_days", "longest_days", "blocked", "shown_from", "shown_to", "block_from", "block_to", "leaf",
            "up", "down", "remove", "alt-x"];
        for word in words {
            let form: Vec<_> = names.iter().map(|name| (*name, word)).collect();
            for door in ["what", "sort", "details", "photos", "place", "times", "publish", "pause", "resume"] {
                let answer = lena.post(&format!("{thing}/{door}"), &form).await;
                assert!(!answer.status.is_server_error(), "{door} {word}: {} {}", answer.status, answer.text);
            }
            let answer = lena.post("/things/new", &form).await;
            assert!(!answer.status.is_server_error(), "new {word}: {}", answer.status);
            let word = encoded(word);
            for path in [format!("{page}?from={word}&to={word}&month={word}"), format!("{thing}/times?month={word}"),
                format!("/things/new?kind=lend&title={word}&category={word}")] {
                lena.get(&path).await.expect(StatusCode::OK);
            }
        }
    }
}
