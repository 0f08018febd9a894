//! When a thing can be had: its calendar, choosing by links alone, the owner's form.

use super::{
    bookings::{member, value},
    browser::{Answer, Browser},
};
use domain::{
    Timestamp,
    listings::{ListingId, testing::Thing},
    members::Me,
    on_both_engines,
    testing::World,
};
use http::StatusCode;

/// No key of a text may show instead of the text.
#[track_caller]
fn in_words(page: Answer) -> Answer {
    for leak in [
        ">bookings-",
        ">listings-",
        ">problem-",
        "\"listings-",
        ">days-",
        ">clock-",
        "<!>",
    ] {
        assert!(!page.text.contains(leak), "{leak} in {}", page.text);
    }
    page
}

async fn bike(world: &World, lena: &Me, change: impl FnOnce(&mut Thing)) -> ListingId {
    let mut thing = Thing::called("Lastenrad Emma");
    change(&mut thing);
    thing.publish(&world.ctx, lena).await
}

fn by_the_hour(thing: &mut Thing) {
    thing.times.grain = "hour".into();
    thing.times.preset_hours = "evenings".into();
    thing.times.longest_hours = "4".into();
}

/// The address of a link whose address has all of these in it.
#[track_caller]
fn link(page: &Answer, parts: &[&str]) -> String {
    let hrefs = page
        .text
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let found = hrefs
        .map(|href| href.replace("&amp;", "&"))
        .find(|href| parts.iter().all(|part| href.contains(part)));
    found.unwrap_or_else(|| panic!("no link with {parts:?} in {}", page.text))
}

/// The address without what stands behind `#`.
fn followed(listing: ListingId, href: &str) -> String {
    format!("/listings/{listing}{}", href.split('#').next().unwrap_or_default())
}

/// The step "when" as its form would send it back, with these changes.
fn times(page: &Answer, changes: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    const SELECTED: [&str; 9] = [
        "lead_days",
        "shortest_days",
        "longest_days",
        "buffer_days",
        "lead_hours",
        "shortest_hours",
        "longest_hours",
        "buffer_hours",
        "horizon_days",
    ];
    let mut form: Vec<(&'static str, String)> = Vec::new();
    for name in SELECTED {
        let select = page
            .text
            .split(&format!("name=\"{name}\""))
            .nth(1)
            .and_then(|rest| rest.split("</select>").next());
        let option = select.and_then(|all| all.split("<option ").find(|option| option.contains("selected")));
        let chosen = option
            .and_then(|option| option.split("value=\"").nth(1))
            .and_then(|rest| rest.split('"').next());
        form.push((name, chosen.unwrap_or_default().to_owned()));
    }
    for name in ["version", "units", "shown_from", "shown_to"] {
        form.push((name, value(page, name).unwrap_or_default().to_owned()));
    }
    form.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    form.extend(changes.iter().map(|(name, value)| (*name, (*value).to_owned())));
    form
}

async fn send(browser: &Browser, path: &str, form: &[(&'static str, String)]) -> Answer {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(path, &form).await
}

on_both_engines! {
    async fn days_are_chosen_by_links_alone_and_what_cannot_be_chosen_says_why(world: World) {
        let (lena, _) = member(&world, "Lena").await;
        let listing = bike(&world, &lena, |thing| {
            thing.times.shortest_days = "2".into();
            thing.times.longest_days = "3".into();
            thing.times.block_from = "2030-05-08".into();
        }).await;
        let stranger = Browser::stranger(&world);
        let page = in_words(stranger.get(&format!("/listings/{listing}")).await.expect(StatusCode::OK));
        let page = page.says("Wähle zuerst den Tag, an dem du es abholst.").says("Mindestens 2 Tage, höchstens 3 Tage.").says("nicht zu haben, warum?");
        assert!(!page.text.contains("?from=2030-05-07&"), "two days do not fit before the closed one");
        let why = stranger.get(&followed(listing, &link(&page, &["why=2030-05-07"]))).await.expect(StatusCode::OK);
        in_words(why).says("Am Mi., 8. Mai ist es nicht zu haben.");
        let first = link(&page, &["?from=2030-05-03&", "#days"]);
        let page = in_words(stranger.get(&followed(listing, &first)).await.expect(StatusCode::OK));
        let page = page.says("Abholen: Fr., 3. Mai. Wähle jetzt den Tag, an dem du es zurückbringst.");
        let whole = link(&page, &["from=2030-05-03", "to=2030-05-05", "#request"]);
        let too_long = stranger.get(&followed(listing, &link(&page, &["from=2030-05-03", "why=2030-05-08"]))).await;
        in_words(too_long).says("nicht zu haben");
        let page = in_words(stranger.get(&followed(listing, &whole)).await.expect(StatusCode::OK));
        let page = page.says("Ausgewählt: Fr., 3. Mai bis So., 5. Mai.");
        assert_eq!((value(&page, "from"), value(&page, "to")), (Some("2030-05-03"), Some("2030-05-05")));
        // Any month of the year is one tap away, with how much of it is left.
        let june = link(&page, &["from=2030-05-03", "month=2030-06", "#days"]);
        let page = stranger.get(&followed(listing, &june)).await.expect(StatusCode::OK);
        in_words(page).says("Juni 2030").says("Juli 2030").says("29 frei");
        let english = stranger.get(&format!("/listings/{listing}?lang=en")).await;
        in_words(english);
    }

    async fn hours_are_chosen_by_links_and_lent(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = bike(&world, &lena, by_the_hour).await;
        let page = in_words(beas.get(&format!("/listings/{listing}")).await.expect(StatusCode::OK));
        let page = page.says("Mo. bis Fr. 17 bis 21 Uhr; Sa., So. 9 bis 21 Uhr").says("Wähle zuerst einen Tag.").says("Höchstens 4 Stunden.");
        let page = in_words(beas.get(&followed(listing, &link(&page, &["?from=2030-05-02&", "#days"]))).await);
        let page = page.says("Ab wann? Do., 2. Mai");
        assert!(!page.text.contains("from_hour=16"), "not open then");
        let page = in_words(beas.get(&followed(listing, &link(&page, &["from=2030-05-02", "from_hour=18"]))).await);
        let page = page.says("Bis wann? Do., 2. Mai");
        let chosen = link(&page, &["from_hour=18", "to_hour=20", "#request"]);
        let page = in_words(beas.get(&followed(listing, &chosen)).await);
        let page = page.says("Ausgewählt: Do., 2. Mai, 18 bis 20 Uhr.");
        let once = value(&page, "once").unwrap().to_owned();
        let path = format!("/listings/{listing}/request");
        let form = |from_hour, to_hour| [("from", "2030-05-02"), ("to", "2030-05-02"), ("from_hour", from_hour), ("to_hour", to_hour),
            ("note", "Für Kisten."), ("once", once.as_str())];
        let nothing = beas.post(&path, &form("", "")).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        in_words(nothing);
        let closed = beas.post(&path, &form("15", "18")).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        in_words(closed).says("Am Do., 2. Mai um 15 Uhr wird es nicht verliehen.");
        let booking = beas.post(&path, &form("18", "20")).await.expect(StatusCode::SEE_OTHER).location().to_owned();
        in_words(beas.get(&booking).await.expect(StatusCode::OK)).says("18 Uhr").says("20 Uhr");
        lenas.post(&format!("{booking}/accept"), &[]).await.expect(StatusCode::SEE_OTHER);
        let page = in_words(lenas.get("/loans?as=lender").await.expect(StatusCode::OK));
        page.says("Do., 2. Mai, 18 bis 20 Uhr");
        // Other hours are proposed in the same way.
        let (from, hours) = ([("from", "2030-05-02"), ("to", "2030-05-02")], [("from_hour", "18"), ("to_hour", "21")]);
        beas.post(&format!("{booking}/propose"), &[from, hours].concat()).await.expect(StatusCode::SEE_OTHER);
        lenas.post(&format!("{booking}/agree"), &[]).await.expect(StatusCode::SEE_OTHER);
        in_words(beas.get(&booking).await).says("21 Uhr");
        let taken = Browser::stranger(&world).get(&format!("/listings/{listing}?from=2030-05-02")).await;
        in_words(taken).says("Am Do., 2. Mai ist es um 18 Uhr schon vergeben.");
        let letters = world.letters().await;
        assert!(!letters.is_empty());
    }

    async fn a_plan_that_makes_no_sense_is_said_at_its_field(world: World) {
        let (lena, lenas) = member(&world, "Lena").await;
        let listing = bike(&world, &lena, |_| ()).await;
        let path = format!("/things/{listing}/times");
        let page = in_words(lenas.get(&path).await.expect(StatusCode::OK));
        let page = page.says("Tageweise").says("Stundenweise").says("Wie viele gleiche hast du?");
        let hours = |monday| [("grain", "hour"), ("preset_hours", "own"), ("hours_0", monday)];
        for (changes, said) in [
            (hours("9-12, 11-14").to_vec(), "Zwei Zeiten überschneiden sich."),
            (hours("12-9").to_vec(), "Das Ende liegt vor dem Anfang"),
            (hours("vormittags").to_vec(), "Bitte schreib volle Stunden"),
            (hours("").to_vec(), "Bitte wähle mindestens eins."),
            ([hours("9-12").to_vec(), vec![("shortest_hours", "4")]].concat(), "So passt keine Ausleihe hinein"),
            (vec![("grain", "day"), ("preset", "own")], "Bitte wähle mindestens eins."),
            (vec![("grain", "day"), ("preset", "weekends"), ("shortest_days", "3")], "So passt keine Ausleihe hinein"),
            (vec![("grain", "day"), ("preset", "any"), ("units", "51")], "von 1 bis 50"),
        ] {
            let refused = send(&lenas, &path, &times(&page, &changes)).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            in_words(refused).says(said);
        }
        let fine = times(&page, &[hours("9-12, 17-21").as_slice(), &[("longest_hours", "3"), ("units", "4")]].concat());
        send(&lenas, &path, &fine).await.expect(StatusCode::SEE_OTHER);
        let page = in_words(lenas.get(&path).await.expect(StatusCode::OK));
        assert_eq!((value(&page, "hours_0"), value(&page, "units")), (Some("9-12, 17-21"), Some("4")));
        let shown = in_words(lenas.get(&format!("/listings/{listing}")).await);
        shown.says("Mo. 9 bis 12 Uhr, 17 bis 21 Uhr").says("Davon gibt es 4.");
    }

    async fn a_new_plan_shows_what_it_leaves_outside_before_it_is_saved(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = bike(&world, &lena, |_| ()).await;
        let ask = format!("/listings/{listing}/request");
        let once = value(&beas.get(&ask).await, "once").unwrap().to_owned();
        let form = [("from", "2030-05-02"), ("to", "2030-05-03"), ("note", ""), ("once", &once)];
        let booking = beas.post(&ask, &form).await.expect(StatusCode::SEE_OTHER).location().to_owned();
        lenas.post(&format!("{booking}/accept"), &[]).await.expect(StatusCode::SEE_OTHER);
        let path = format!("/things/{listing}/times");
        let page = lenas.get(&path).await.expect(StatusCode::OK);
        let weekends = times(&page, &[("grain", "day"), ("preset", "weekends")]);
        let asked = in_words(send(&lenas, &path, &weekends).await.expect(StatusCode::OK));
        asked.says("Was schon ausgemacht ist, bleibt").says("Do., 2. Mai bis Fr., 3. Mai");
        in_words(lenas.get(&format!("/listings/{listing}")).await).says("Verliehen wird: an allen Tagen.");
        let seen = times(&page, &[("grain", "day"), ("preset", "weekends"), ("outside", "yes")]);
        send(&lenas, &path, &seen).await.expect(StatusCode::SEE_OTHER);
        in_words(lenas.get(&format!("/listings/{listing}")).await).says("Verliehen wird: Sa., So.");
        in_words(beas.get(&booking).await.expect(StatusCode::OK)).says("2. Mai");
        let page = lenas.get(&path).await;
        let by_the_hour = times(&page, &[("grain", "hour"), ("preset_hours", "any")]);
        let refused = send(&lenas, &path, &by_the_hour).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        in_words(refused).says("Das geht erst, wenn die offene Ausleihe oder Anfrage zu Ende ist.");
    }

    async fn one_of_several_is_taken_out(world: World) {
        let ((lena, lenas), (_, beas)) = (member(&world, "Lena").await, member(&world, "Bea").await);
        let listing = bike(&world, &lena, |thing| thing.times.units = "2".into()).await;
        let close = format!("/things/{listing}/close");
        in_words(lenas.get(&close).await.expect(StatusCode::OK)).says("Nur Nummer 2");
        let form = |unit| [("from", "2030-05-02"), ("to", "2030-05-02"), ("unit", unit), ("how", "call-off"), ("reason", "")];
        lenas.post(&close, &form("1")).await.expect(StatusCode::SEE_OTHER);
        let page = in_words(beas.get(&format!("/listings/{listing}")).await);
        assert!(page.text.contains("?from=2030-05-02&amp;"), "the other is left");
        lenas.post(&close, &form("2")).await.expect(StatusCode::SEE_OTHER);
        let page = in_words(beas.get(&format!("/listings/{listing}")).await);
        assert!(!page.text.contains("?from=2030-05-02&amp;"));
        beas.post(&close, &form("1")).await.expect(StatusCode::NOT_FOUND);
    }

    async fn whatever_stands_in_the_address_there_is_a_calendar(world: World) {
        let (lena, _) = member(&world, "Lena").await;
        let listing = bike(&world, &lena, by_the_hour).await;
        let stranger = Browser::stranger(&world);
        for query in [
            "from=2030-05-02&from_hour=99&to_hour=-1", "from=9999-12-31&from_hour=23&to=9999-12-31&to_hour=24", "from=0001-01-01&to=9999-12-31&from_hour=0",
            "why=9999-12-31", "why=0001-01-01&month=0001-01", "from=2030-05-02&to=2030-05-01&from_hour=5", "from_hour=5&to_hour=6", "month=x&why=x&from=x",
        ] {
            let started = world.now();
            in_words(stranger.get(&format!("/listings/{listing}?{query}")).await.expect(StatusCode::OK));
            assert!(world.now().since(started) < Timestamp::MINUTE);
        }
    }
}
