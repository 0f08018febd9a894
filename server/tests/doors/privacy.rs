//! Where things exactly are is nobody's business before the yes and after the end: everything that others can reach is
//! read, and searched for what only the owner typed.

use super::{
    bookings::member,
    browser::{Answer, Browser, encoded},
    crawl::crawl,
};
use app::notifications::letters;
use domain::{
    Timestamp,
    bookings::{self, BookingId, Command, RequestDraft},
    listings::{ListingId, add_photo, testing::Thing},
    members::Me,
    messages::{self, Draft},
    notifications::Delivery,
    on_both_engines,
    places::{Cell, Point, Resolution},
    testing::World,
};
use http::StatusCode;
use std::{collections::BTreeMap, io::Cursor};

/// What only its owner knows of a thing and, for a while, one borrower.
struct Secret {
    listing: ListingId,
    point: Point,
    address: String,
    note: String,
}

/// Degrees from the centre of the public cell: far enough that nothing of the exact point reads like the centre, well
/// inside, and for things in one cell far enough from each other.
const FROM_CENTRE: [(f64, f64); 3] = [
    (0.002_137_46, -0.003_184_27),
    (-0.002_213_58, 0.003_071_39),
    (0.002_071_93, 0.003_294_61),
];
const STREETS: [&str; 12] = [
    "Zwetschgenstieg",
    "Quittenpfad",
    "Mirabellenhang",
    "Holunderzeile",
    "Schlehengrund",
    "Mispelwinkel",
    "Ebereschenkamp",
    "Sanddornallee",
    "Haselnussrain",
    "Berberitzenweg",
    "Kornelplatz",
    "Vogelbeergasse",
];
/// Somewhere in Bonn, Köln and the Eifel; several things may lie in one cell.
const AROUND: [(f64, f64); 4] = [
    (50.7132, 7.1187),
    (50.7419, 7.0931),
    (50.9381, 6.9564),
    (50.3712, 6.9488),
];

impl Secret {
    fn number(at: usize) -> (Point, String, String) {
        let (lat, lon) = AROUND[at % AROUND.len()];
        let cell = Cell::of(Point::new(lat, lon).unwrap(), Resolution::PUBLIC);
        let (north, east) = FROM_CENTRE[at / AROUND.len()];
        let point = Point::new(cell.centre().lat() + north, cell.centre().lon() + east).unwrap();
        assert_eq!(Cell::of(point, Resolution::PUBLIC), cell);
        let street = STREETS[at];
        (
            point,
            format!("{street} {}", 17 + at),
            format!("Durch die Pforte von {street}hof"),
        )
    }

    /// Every way this could stand on a page by itself: words, degrees to a metre or finer, finer cells.
    fn spellings(&self) -> Vec<String> {
        let street = self.address.split(' ').next().unwrap();
        let mut all = vec![street.to_owned(), encoded(&self.note), self.note.clone()];
        for degrees in [self.point.lat(), self.point.lon()] {
            for digits in 5..=9 {
                let rounded = format!("{degrees:.digits$}");
                let cut = format!("{degrees:.12}")[..rounded.len()].to_owned();
                all.extend([rounded.replace('.', ","), cut.replace('.', ","), rounded, cut]);
            }
        }
        all.push(format!("{:.0}", self.point.lat() * 1e6));
        all.extend(finer(self.point).map(|cell| cell.to_string()));
        all.sort();
        all.dedup();
        all
    }
}

/// Something that was read, and the numbers in it.
struct Told<'a> {
    text: &'a str,
    numbers: Vec<f64>,
}

impl<'a> Told<'a> {
    fn by(text: &'a str) -> Self {
        // Those with three decimals or more, with a point or a comma.
        let numbers = text
            .split(|c: char| !(c.is_ascii_digit() || ".,".contains(c)))
            .filter(|n| {
                n.split_once(['.', ','])
                    .is_some_and(|(_, decimals)| decimals.len() >= 3)
            })
            .filter_map(|n| n.replace(',', ".").parse().ok())
            .collect();
        Self { text, numbers }
    }

    /// What gives the secret away.
    fn leak(&self, spellings: &[String], point: Point) -> Option<String> {
        let spelt = spellings.iter().find(|spelling| self.text.contains(*spelling)).cloned();
        spelt.or_else(|| {
            // Coarser degrees are a place only as a pair. Within 100 m would be finer than any public cell.
            let near = |place: f64| self.numbers.iter().find(move |n| (**n - place).abs() < 0.001);
            Some(format!("{}, {}", near(point.lat())?, near(point.lon())?))
        })
    }
}

/// Cells of the point that are finer than the public's.
fn finer(point: Point) -> impl Iterator<Item = Cell> {
    (9..=15).filter_map(move |n| Some(Cell::of(point, Resolution::try_from(n).ok()?)))
}

/// A photo whose file says, as cameras write it, where it was taken.
fn photo_taken_at(point: Point) -> Vec<u8> {
    let mut plain = Cursor::new(Vec::new());
    let picture = image::DynamicImage::new_rgb8(64, 48);
    picture.write_to(&mut plain, image::ImageFormat::Jpeg).unwrap();
    let plain = plain.into_inner();
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\0\0\0\0\0".to_vec();
    exif.extend(format!("GPS {} {}", point.lat(), point.lon()).as_bytes());
    let mut file = plain[..2].to_vec();
    file.extend([0xff, 0xe1]);
    file.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    file.extend(exif);
    file.extend(&plain[2..]);
    file
}

/// The parts of a WebP file by name.
fn webp_parts(file: &[u8]) -> Vec<String> {
    let (mut parts, mut at) = (Vec::new(), 12);
    while let Some(head) = file.get(at..at + 8) {
        parts.push(String::from_utf8_lossy(&head[..4]).into_owned());
        let length = u32::from_le_bytes(head[4..8].try_into().unwrap()) as usize;
        at += 8 + length + length % 2;
    }
    parts
}

async fn publish(world: &World, owner: &Me, number: usize) -> Secret {
    let (point, address, note) = Secret::number(number);
    let mut thing = Thing::called(["Leiter", "Bohrmaschine", "Fahrradanhänger", "Zelt"][number % 4]);
    thing = thing.at(point.lat(), point.lon());
    thing.place.address.clone_from(&address);
    thing.place.handover_note.clone_from(&note);
    let listing = thing.publish(&world.ctx, owner).await;
    add_photo(&world.ctx, owner, listing, photo_taken_at(point))
        .await
        .unwrap();
    Secret {
        listing,
        point,
        address,
        note,
    }
}

async fn ask(world: &World, who: &Me, secret: &Secret, from: &str, to: &str) -> BookingId {
    let typed = RequestDraft {
        from: from.into(),
        to: to.into(),
        note: "Gern am Abend.".into(),
        once: format!("{}{from}", secret.listing),
        ..RequestDraft::default()
    };
    bookings::request(&world.ctx, who, secret.listing, &typed)
        .await
        .unwrap()
}

/// Things of two owners, each with a booking of Bea's in another state.
struct Community {
    secrets: Vec<Secret>,
    bookings: Vec<BookingId>,
    members: Vec<Me>,
    /// The letters that Bea got.
    letters: Vec<Delivery>,
}

/// The things at these places in [`Community::secrets`] are agreed on: Bea may know where they are.
const AGREED: [usize; 3] = [1, 5, 6];

async fn community(world: &World, bea: &Me) -> Community {
    let (lena, mira) = (world.member("Lena").await, world.member("Mira").await);
    let owner = |at: usize| if at.is_multiple_of(2) { &lena } else { &mira };
    let mut secrets = Vec::new();
    for at in 0..STREETS.len() {
        secrets.push(publish(world, owner(at), at).await);
    }
    let ctx = &world.ctx;
    let reason = || "Leider krank.".to_owned();
    let act = async |who: &Me, id, command| bookings::act(ctx, who, id, command).await.unwrap();

    // Expired and lapsed need time, so they come first.
    let expired = ask(world, bea, &secrets[8], "2030-05-20", "2030-05-20").await;
    let lapsed = ask(world, bea, &secrets[9], "2030-04-29", "2030-04-30").await;
    act(owner(9), lapsed, Command::Accept).await;
    world.wait(6 * Timestamp::DAY).await;

    let mut all = Vec::new();
    for (at, secret) in secrets.iter().enumerate().take(8) {
        // Whoever is accepted for the same days makes the eighth give way.
        all.push(ask(world, bea, secret, "2030-05-05", "2030-05-07").await);
        if at == 7 {
            let other = ask(world, owner(0), secret, "2030-05-06", "2030-05-06").await;
            act(owner(7), other, Command::Accept).await;
        }
    }
    for at in [1, 4, 5, 6] {
        act(owner(at), all[at], Command::Accept).await;
    }
    act(owner(2), all[2], Command::Decline { reason: reason() }).await;
    act(bea, all[3], Command::Withdraw).await;
    act(
        bea,
        all[4],
        Command::Cancel {
            reason: reason(),
            seen: None,
        },
    )
    .await;
    for at in [5, 6] {
        act(owner(at), all[at], Command::HandOver).await;
        act(bea, all[at], Command::HandOver).await;
    }
    act(bea, all[6], Command::Return).await;
    let closed = ask(world, bea, &secrets[10], "2030-05-05", "2030-05-05").await;
    act(owner(10), closed, Command::Accept).await;
    for (who, command) in [
        (owner(10), Command::HandOver),
        (bea, Command::HandOver),
        (bea, Command::Return),
        (owner(10), Command::Return),
    ] {
        act(who, closed, command).await;
    }
    all.extend([expired, lapsed, closed]);
    for (who, text) in [(bea, "Ich klingele dann."), (owner(1), "Gut, bis morgen!")] {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        messages::write(ctx, who, all[1].into(), draft).await.unwrap();
    }
    world.wait(messages::rules::LETTER_AFTER).await;
    let letters = world.letters().await;
    let letters = letters
        .into_iter()
        .filter(|letter| letter.to.address == bea.email)
        .collect();
    Community {
        secrets,
        bookings: all,
        members: vec![lena, mira, bea.clone()],
        letters,
    }
}

impl Community {
    /// What anybody could try who has heard of everything here.
    fn seeds(&self) -> Vec<String> {
        let mut all: Vec<String> = [
            "/",
            "/search",
            "/how",
            "/privacy",
            "/credits",
            "/conduct",
            "/sign-in",
            "/sign-up",
            "/loans",
            "/conversations",
            "/me/blocked",
            "/me",
            "/things",
            "/things/new",
            "/dev/mail",
            "/api/v1/listings",
            "/api/v1/openapi.json",
            "/robots.txt",
            "/sitemap.xml",
            "/feed.xml",
            "/healthz",
            "/readyz",
            "/nothing/here",
            "/listings",
            "/listings/nonsense",
            "/bookings/nonsense",
            "/api/places/suggest?text=Bonn",
        ]
        .map(str::to_owned)
        .to_vec();
        for (at, secret) in self.secrets.iter().enumerate() {
            let id = secret.listing;
            all.extend(
                [
                    "",
                    "?from=2030-05-06&to=2030-05-08",
                    "?month=2030-06",
                    "/request",
                    "/request?from=2030-05-06",
                    "/ask",
                ]
                .map(|rest| format!("/listings/{id}{rest}")),
            );
            all.extend(
                ["", "/what", "/details", "/photos", "/place", "/times"].map(|rest| format!("/things/{id}{rest}")),
            );
            all.push(format!("/api/v1/listings/{id}"));
            let street = secret.address.split(' ').next().unwrap();
            all.push(format!("/api/places/suggest?text={street}"));
            all.extend(self.searches(secret, at));
        }
        all.extend(self.bookings.iter().map(|id| id.path()));
        all.extend(self.bookings.iter().map(|id| format!("/conversations/{id}")));
        all.extend(self.members.iter().map(|me| format!("/members/{}", me.id)));
        all
    }

    /// Searches that close in on a thing. None of them carries what it must not find.
    fn searches(&self, secret: &Secret, at: usize) -> Vec<String> {
        let cell = Cell::of(secret.point, Resolution::PUBLIC);
        let mut queries = vec![
            format!("cell={cell}"),
            format!("cell={}", cell.parent(Resolution::REGION)),
            "sort=distance".to_owned(),
            "sort=newest&page=2".to_owned(),
        ];
        // From three sides, at some 300 m: trilateration would need no more.
        for (n, e) in [(0.0027, 0.0), (-0.0014, 0.0038), (-0.0014, -0.0038)] {
            let (lat, lon) = (secret.point.lat() + n, secret.point.lon() + e);
            let radius = ["0.5", "0.7", "1", "2"][at % 4];
            queries.push(format!("lat={lat:.3}&lon={lon:.3}&radius_km={radius}&sort=distance"));
        }
        queries.push(format!(
            "place={}&radius_km=2&q=leiter",
            ["53115", "Bonn", "Köln", "Adenau"][at % 4]
        ));
        let doors = ["/search", "/api/v1/listings"];
        queries
            .iter()
            .flat_map(|query| doors.map(|door| format!("{door}?{}", query.replace('ö', "%C3%B6"))))
            .collect()
    }

    /// Nothing that was read tells a secret, except where `may` allows it.
    fn keeps_its_secrets(&self, read: &BTreeMap<String, Answer>, may: impl Fn(&str, usize) -> bool) {
        let spellings: Vec<_> = self.secrets.iter().map(Secret::spellings).collect();
        for (path, answer) in read {
            let whole = format!("{:?}\n{}", answer.headers, answer.text);
            let told = Told::by(&whole);
            for (at, secret) in self.secrets.iter().enumerate().filter(|(at, _)| !may(path, *at)) {
                assert_eq!(
                    told.leak(&spellings[at], secret.point),
                    None,
                    "number {at} on {path}: {whole}"
                );
            }
        }
    }
}

on_both_engines! {
    async fn no_address_that_others_reach_tells_where_things_are(world: World) {
        let (bea, _) = member(&world, "Bea").await;
        let (_, eves) = member(&world, "Eve").await;
        let community = community(&world, &bea).await;
        for browser in [Browser::stranger(&world), eves] {
            let read = crawl(&browser, community.seeds()).await;
            community.keeps_its_secrets(&read, |_, _| false);

            // The crawl did see what there is to see.
            for secret in &community.secrets {
                let page = &read[&format!("/listings/{}", secret.listing)];
                assert_eq!(page.status, StatusCode::OK);
                assert_eq!(read[&format!("/api/v1/listings/{}", secret.listing)].status, StatusCode::OK);
            }
            for id in &community.bookings {
                assert_ne!(read[&id.path()].status, StatusCode::OK, "somebody else's booking");
            }
            let photos: Vec<_> = read.iter().filter(|(path, _)| path.starts_with("/photo/")).collect();
            assert!(photos.len() >= community.secrets.len() * 3, "each photo in each size: {}", photos.len());
            for (path, photo) in photos {
                assert_eq!((photo.status, &photo.bytes[8..12]), (StatusCode::OK, &b"WEBP"[..]), "{path}");
                let parts = webp_parts(&photo.bytes);
                assert!(parts.iter().all(|part| ["VP8 ", "VP8L", "VP8X", "ALPH"].contains(&part.as_str())), "{parts:?}");
            }
        }
    }

    async fn words_that_only_the_owner_typed_find_nothing(world: World) {
        let lena = world.member("Lena").await;
        let secret = publish(&world, &lena, 0).await;
        let visitor = Browser::stranger(&world);
        let listed = async |query: String| {
            let found = visitor.get(&format!("/api/v1/listings?{query}")).await.expect(StatusCode::OK);
            serde_json::from_str::<serde_json::Value>(&found.text).unwrap()
        };
        let total = async |query: String| listed(query).await["total"].clone();
        assert_eq!(total("q=leiter".into()).await, 1);
        for words in [secret.address.as_str(), "Zwetschgenstieg", "Pforte", "Zwetschgenstieghof"] {
            assert_eq!(total(format!("q={}", encoded(words))).await, 0, "{words}");
        }
        // A finer cell stands for the public one that holds it, wherever in it the thing is.
        let public = Cell::of(secret.point, Resolution::PUBLIC);
        let whole = listed(format!("cell={public}")).await;
        for cell in finer(secret.point).chain(finer(public.centre())) {
            assert_eq!(listed(format!("cell={cell}")).await, whole, "{cell}");
        }
    }

    async fn the_borrower_learns_the_place_with_the_yes_and_until_the_end(world: World) {
        let (bea, beas) = member(&world, "Bea").await;
        let community = community(&world, &bea).await;
        let read = crawl(&beas, community.seeds()).await;
        let agreed: Vec<String> = AGREED.iter().map(|at| community.bookings[*at].path()).collect();
        community.keeps_its_secrets(&read, |path, at| AGREED.contains(&at) && agreed.iter().any(|p| path.starts_with(p)));
        for at in AGREED {
            let (secret, page) = (&community.secrets[at], &read[&community.bookings[at].path()].text);
            assert!(page.contains(&secret.address) && page.contains(&secret.note), "number {at}");
            assert!(page.contains(&format!("mlat={:.5}&amp;mlon={:.5}", secret.point.lat(), secret.point.lon())));
        }
        for delivery in &community.letters {
            let mail = letters::write(&world.ctx, delivery);
            for (at, secret) in community.secrets.iter().enumerate() {
                for words in [&mail.subject, &mail.text, &mail.html] {
                    let leak = Told::by(words).leak(&secret.spellings(), secret.point);
                    assert_eq!(leak, None, "letters lie in mailboxes for ever; number {at}: {words}");
                }
            }
        }
        assert!(community.letters.len() > 8);
    }
}
