//! Distances, orders and radii cannot be asked until they give a point away: whatever others read is the same, byte for
//! byte, wherever inside its public cell a thing exactly is.

use super::{bookings::member, browser::Browser};
use domain::{
    listings::{ListingId, own, save_place, steps::PlaceForm, testing::Thing},
    members::Me,
    on_both_engines,
    places::{Cell, Point, Resolution},
    testing::World,
};

/// The cell that Lena's things lie in: the middle of Kessenich.
fn cell() -> Cell {
    Cell::of(Point::new(50.7132, 7.1187).unwrap(), Resolution::PUBLIC)
}

/// A point on the way from the centre of the cell to its corner `number`: 0 is the centre, 1 the corner itself.
fn towards(number: usize, part: f64) -> Point {
    let (centre, corners) = (cell().centre(), cell().boundary());
    let corner = corners[number % corners.len()];
    let between = |from: f64, to: f64| (to - from).mul_add(part, from);
    let point = Point::new(between(centre.lat(), corner.lat()), between(centre.lon(), corner.lon()));
    point.unwrap()
}

/// The owner moves the thing inside its cell.
async fn put(world: &World, owner: &Me, listing: ListingId, point: Point) {
    assert_eq!(Cell::of(point, Resolution::PUBLIC), cell(), "the test stays inside");
    let typed = PlaceForm {
        address: "Zwetschgenstieg 17".into(),
        lat: point.lat().to_string(),
        lon: point.lon().to_string(),
        handover: "pick_up".into(),
        ..PlaceForm::default()
    };
    save_place(&world.ctx, owner, listing, None, &typed).await.unwrap();
    let kept = own(&world.ctx, owner, listing).await.unwrap();
    assert_eq!(
        (kept.lat, kept.lon),
        (Some(point.lat()), Some(point.lon())),
        "it did move"
    );
}

/// What somebody would ask who wants to know exactly: from many sides, in every order, with radii that a few metres
/// decide.
fn questions(listings: &[ListingId]) -> Vec<String> {
    let centre = cell().centre();
    let mut all = vec!["/".to_owned(), "/search".to_owned(), format!("/search?cell={}", cell())];
    for (n, e) in [
        (0.004, 0.0),
        (-0.002, 0.006),
        (-0.002, -0.006),
        (0.02, 0.03),
        (0.0001, 0.0001),
    ] {
        let from = format!("lat={:.6}&lon={:.6}", centre.lat() + n, centre.lon() + e);
        for radius in ["0.5", "0.51", "0.6", "0.7", "0.9", "1", "1.1", "3", "5"] {
            for sort in ["distance", "newest", "relevance"] {
                let query = format!("{from}&radius_km={radius}&sort={sort}");
                all.push(format!("/api/v1/listings?{query}"));
                if sort == "distance" {
                    all.push(format!("/search?{query}"));
                }
            }
        }
        all.push(format!("/search?{from}&q=leiter"));
    }
    for listing in listings {
        all.extend(["/listings", "/api/v1/listings"].map(|door| format!("{door}/{listing}")));
    }
    all
}

/// All answers. The one thing that is never twice the same is the key of a form.
async fn answers(browser: &Browser, questions: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    for question in questions {
        let answer = browser.get(question).await;
        assert!(answer.status.is_success(), "{question}: {}", answer.status);
        let mut parts = answer.text.split("name=\"once\" value=\"");
        let first = parts.next().unwrap_or_default().to_owned();
        let text = parts.fold(first, |text, rest| {
            text + rest.split_once('"').map_or("", |(_, rest)| rest)
        });
        let mut headers: Vec<_> = answer
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {value:?}"))
            .collect();
        headers.sort();
        all.push(format!("{}\n{text}", headers.join("\n")));
    }
    all
}

on_both_engines! {
    async fn others_read_the_same_wherever_in_its_cell_a_thing_is(world: World) {
        let (lena, _) = member(&world, "Lena").await;
        let (mira, _) = member(&world, "Mira").await;
        let (_, eves) = member(&world, "Eve").await;
        let centre = cell().centre();
        let first = Thing::called("Leiter").at(centre.lat(), centre.lon()).publish(&world.ctx, &lena).await;
        // Neighbours in the same cell and in others, so that there is an order to tell something by.
        let same = towards(1, 0.5);
        let second = Thing::called("Leiter").at(same.lat(), same.lon()).publish(&world.ctx, &mira).await;
        for (lat, lon) in [(50.7212, 7.1187), (50.7052, 7.1187), (50.7132, 7.1320), (50.7300, 7.1000)] {
            Thing::called("Leiter").at(lat, lon).publish(&world.ctx, &mira).await;
        }
        let questions = questions(&[first, second]);
        let strangers = Browser::stranger(&world);
        eves.get("/").await; // "Good to have you here" is said once
        put(&world, &lena, first, towards(0, 0.01)).await;
        let before = (answers(&strangers, &questions).await, answers(&eves, &questions).await);
        for point in [towards(0, 0.97), towards(3, 0.97), towards(4, 0.6)] {
            put(&world, &lena, first, point).await;
            let after = (answers(&strangers, &questions).await, answers(&eves, &questions).await);
            for (at, question) in questions.iter().enumerate() {
                assert_eq!(before.0[at], after.0[at], "{question} tells a stranger that something moved");
                assert_eq!(before.1[at], after.1[at], "{question} tells a member that something moved");
            }
        }
        // The same questions do notice a thing that leaves its cell.
        let typed = PlaceForm { lat: "50.7212".into(), lon: "7.1187".into(), handover: "pick_up".into(), ..PlaceForm::default() };
        save_place(&world.ctx, &lena, first, None, &typed).await.unwrap();
        assert_ne!(before.0, answers(&strangers, &questions).await);
    }
}
