use super::*;
use crate::{
    bookings::{self, BookingId, Command, RequestDraft},
    db::MIGRATIONS,
    handovers,
    listings::{add_photo, testing::Thing},
    members::{self, Me, SignUp},
    messages, on_both_engines,
    testing::{Engine, PASSWORD, World},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

/// Lines of each table and bytes of each file.
type Everything = (BTreeMap<String, Vec<String>>, BTreeMap<String, Vec<u8>>);

async fn everything(world: &World) -> Everything {
    let (mut rows, mut files) = (BTreeMap::new(), BTreeMap::new());
    let mut tx = world.ctx.db.snapshot().await.unwrap();
    for table in schema::tables(&mut tx).await.unwrap() {
        let found: Vec<_> = rows::all(&mut tx, &table).try_collect().await.unwrap();
        let mut lines: Vec<_> = found
            .iter()
            .filter(|row| !left_out(&table, row))
            .map(|row| serde_json::to_string(row).unwrap())
            .collect();
        lines.sort();
        rows.insert(table.name, lines);
    }
    let mut keys = world.ctx.blobs.keys();
    while let Some(key) = keys.try_next().await.unwrap() {
        let bytes = world.ctx.blobs.get(&key).await.unwrap().unwrap();
        files.insert(key, bytes);
    }
    (rows, files)
}

async fn change(world: &World, sql: &'static str) {
    let mut tx = world.ctx.db.write().await.unwrap();
    change!(&mut tx, sqlx::query(sql)).unwrap();
    tx.commit().await.unwrap();
}

fn picture() -> Vec<u8> {
    let pixel = image::Rgb([90, 120, 60]);
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(image::RgbImage::from_pixel(40, 30, pixel))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

async fn ask(world: &World, who: &Me, listing: crate::listings::ListingId, from: &str, to: &str) -> BookingId {
    let typed = RequestDraft {
        from: from.into(),
        to: to.into(),
        note: "Für ein „Regal“,\nmit 100 % Liebe 🪛 und \"Schrauben\"\\".into(),
        once: format!("{from} {to}"),
        ..RequestDraft::default()
    };
    bookings::request(&world.ctx, who, listing, &typed).await.unwrap()
}

/// Lena lends a drill with a photo; Bea has it for two days and asks for two more; a third person has just signed up.
async fn fill_world(world: &World) -> BookingId {
    let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
    let mut drill = Thing::called("Schlagbohrmaschine").at(50.713_21, 7.118_760_000_000_001);
    drill.details.accessories = "Koffer".into();
    let drill = drill.publish(&world.ctx, &lena).await;
    add_photo(&world.ctx, &lena, drill, picture()).await.unwrap();
    let accepted = ask(world, &bea, drill, "2030-04-30", "2030-05-01").await;
    bookings::act(&world.ctx, &lena, accepted, Command::Accept)
        .await
        .unwrap();
    ask(world, &bea, drill, "2030-05-06", "2030-05-07").await;
    let words = messages::Draft {
        text: "Bis morgen! 🪛\nIch klingele.".into(),
        ..messages::Draft::default()
    };
    messages::write(&world.ctx, &bea, accepted.into(), words).await.unwrap();
    let state = handovers::Draft {
        note: "Ein Kratzer \"am Griff\" 🪛".into(),
        photos: vec![crate::forms::Upload {
            name: "kratzer.png".into(),
            bytes: picture(),
        }],
        ..handovers::Draft::default()
    };
    handovers::write(&world.ctx, &lena, accepted, bookings::Move::Handover, state)
        .await
        .unwrap();
    let way = handovers::Command::Propose {
        how: handovers::How::KeyBox,
        words: "Am Zaun".into(),
    };
    handovers::arrange(&world.ctx, &lena, accepted, bookings::Move::Handover, way)
        .await
        .unwrap();
    handovers::show(&world.ctx, &lena, accepted, bookings::Move::Handover)
        .await
        .unwrap();
    members::block(&world.ctx, &bea, lena.id).await.unwrap();
    let typed = SignUp {
        name: "Ida".into(),
        email: "ida@example.org".into(),
        password: PASSWORD.into(),
        lang: crate::Lang::De,
        next: None,
    };
    members::sign_up(&world.ctx, typed).await.unwrap();
    change(
        world,
        "update member set lat = 0.30000000000000004, lon = -1e-7, deleted_at = null where name = 'Bea'",
    )
    .await;
    change(
        world,
        "update job set leased_by = 'a process', leased_until = 9007199254740993 where kind = 'booking'",
    )
    .await;
    accepted
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

async fn backup_of(world: &World, folder: &tempfile::TempDir) -> PathBuf {
    let file = folder.path().join("allmende.tar");
    write(&world.ctx, &file).await.unwrap();
    file
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, Error<Refusal>>) -> Refusal {
    match answer {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

on_both_engines! {
    async fn all_of_it_comes_back_on_either_engine(world: World) {
        let booking = fill_world(&world).await;
        let folder = folder();
        let file = folder.path().join("allmende.tar");
        let written = write(&world.ctx, &file).await.unwrap();
        change(&world, "update job set leased_by = null, leased_until = null").await;
        let (rows, files) = everything(&world).await;
        assert_eq!(written.rows, rows.values().map(|lines| lines.len() as u64).sum::<u64>());
        assert_eq!((written.files, files.len()), (6, 6));
        for filled in ["member", "member_email", "listing", "listing_photo", "booking", "event", "slot", "job", "conversation", "conversation_side", "message",
            "member_block", "handover_entry", "handover_photo", "handover_plan"] {
            assert!(!rows[filled].is_empty(), "{filled} should have rows for this test to mean something");
        }
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let other = World::on(engine).await;
            assert_eq!(restore(&other.ctx, &file).await.unwrap(), written);
            assert_eq!(everything(&other).await, (rows.clone(), files.clone()), "on {engine:?}");
            // and people go on where they were
            let address = "bea@example.org";
            let bea = members::sign_in(&other.ctx, address, PASSWORD.into(), "test").await.unwrap();
            let bea = members::me(&other.ctx, bea.token.text()).await.unwrap().unwrap();
            assert!(bookings::booking_seen_by(&other.ctx, &bea, booking).await.is_ok());
            assert_eq!(handovers::check(&other.ctx, &bea, booking).await.unwrap().whole, Ok(()), "the record is whole");
            assert_eq!((bea.lat, bea.lon), (Some(0.300_000_000_000_000_04), Some(-1e-7)));
            crate::search::reindex(&other.ctx).await.unwrap();
            other.settle().await;
        }
    }

    async fn a_backup_opens_no_account(world: World) {
        fill_world(&world).await;
        let folder = folder();
        let text = std::fs::read(backup_of(&world, &folder).await).unwrap();
        let text = String::from_utf8_lossy(&text);
        assert!(text.contains("rows/member.jsonl") && text.contains("lena@example.org"));
        for secret in ["rows/session", "rows/member_token", "rows/handover_code", "confirm_address", "search_index"] {
            assert!(!text.contains(secret), "{secret} is in it");
        }
    }

    async fn no_table_of_the_schema_is_forgotten(world: World) {
        let mut expected: BTreeSet<&str> = MIGRATIONS
            .iter()
            .flat_map(|migration| migration.sql.as_str().split("create table ").skip(1))
            .filter_map(|rest| rest.split_whitespace().next())
            .collect();
        assert!(expected.len() > 10);
        // A table that is made anew takes the place of the one whose name it gets.
        for renamed in MIGRATIONS.iter().flat_map(|migration| migration.sql.as_str().split("alter table ").skip(1)) {
            let mut words = renamed.split_whitespace();
            if let (Some(from), Some("rename"), Some("to")) = (words.next(), words.next(), words.next()) {
                assert!(expected.remove(from));
            }
        }
        expected.retain(|table| !schema::LEFT_OUT.contains(table));
        let mut tx = world.ctx.db.read().await.unwrap();
        let tables = schema::tables(&mut tx).await.unwrap();
        assert_eq!(tables.iter().map(|table| table.name.as_str()).collect::<BTreeSet<_>>(), expected);
        let place = |name: &str| tables.iter().position(|table| table.name == name).unwrap();
        assert!(place("member") < place("listing") && place("listing") < place("booking"));
        assert!(tables.iter().all(|table| !table.key.is_empty() && !table.columns.is_empty()));
    }

    async fn an_instance_with_somebody_in_it_is_left_as_it_is(world: World) {
        let folder = folder();
        fill_world(&world).await;
        let file = backup_of(&world, &folder).await;
        assert_eq!(refusal(write(&world.ctx, &file).await), Refusal::FileExists);
        let before = everything(&world).await;
        assert!(matches!(refusal(restore(&world.ctx, &file).await), Refusal::NotEmpty(_)));
        let other = World::on(Engine::Sqlite).await;
        other.member("Max").await;
        let others = everything(&other).await;
        assert!(matches!(refusal(restore(&other.ctx, &file).await), Refusal::NotEmpty(_)));
        assert_eq!(everything(&other).await, others);
        assert_eq!(everything(&world).await, before);
    }

    async fn what_is_not_as_it_was_written_is_refused(world: World) {
        let folder = folder();
        let empty = everything(&world).await;
        let full = World::on(Engine::Sqlite).await;
        fill_world(&full).await;
        let file = backup_of(&full, &folder).await;
        let whole = std::fs::read(&file).unwrap();
        let broken = folder.path().join("broken.tar");
        let refused = async |bytes: &[u8]| {
            std::fs::write(&broken, bytes).unwrap();
            assert!(matches!(refusal(restore(&world.ctx, &broken).await), Refusal::Damaged(_)));
        };
        for length in [0, 100, 512, 5_000, whole.len() / 2, whole.len() - 3_000] {
            refused(&whole[..length]).await;
        }
        for what in [&b"lena@example.org"[..], b"Schlagbohrmaschine", b"WEBP", b"rows/slot.jsonl"] {
            let at = whole.windows(what.len()).position(|window| window == what).unwrap();
            let mut bytes = whole.clone();
            bytes[at + 1] ^= 1;
            refused(&bytes).await;
        }
        refused(b"Das ist kein Archiv, sondern ein Brief.").await;
        assert_eq!(everything(&world).await, empty);
        assert!(matches!(restore(&world.ctx, &folder.path().join("none.tar")).await, Err(Error::Fault(_))));
        assert!(restore(&world.ctx, &file).await.is_ok());
    }

    async fn other_versions_are_refused_with_advice(world: World) {
        let folder = folder();
        let here = db::version();
        for backup in [here - 1, here + 1] {
            let file = folder.path().join(format!("{backup}.tar"));
            let (mut pieces, task) = archive::write(&file).unwrap();
            let report = Report { rows: 0, files: 0 };
            pieces.last(Manifest::new(backup, "sqlite", world.now(), report)).await.unwrap();
            task.await.unwrap().unwrap();
            let expected =
                if backup < here { Refusal::Older { backup, here } } else { Refusal::Newer { backup, here } };
            assert_eq!(refusal(restore(&world.ctx, &file).await), expected);
        }
    }

    async fn a_snapshot_does_not_see_what_happens_after_it_began(world: World) {
        let mut tx = world.ctx.db.snapshot().await.unwrap();
        let tables = schema::tables(&mut tx).await.unwrap();
        let member = tables.iter().find(|table| table.name == "member").unwrap();
        world.member("Lena").await;
        assert!(!rows::any(&mut tx, member).await.unwrap());
        drop(tx);
        let mut tx = world.ctx.db.snapshot().await.unwrap();
        assert!(rows::any(&mut tx, member).await.unwrap());
    }

    async fn a_backup_that_is_not_finished_leaves_no_file(world: World) {
        let folder = folder();
        let (mut pieces, task) = archive::write(&folder.path().join("allmende.tar")).unwrap();
        pieces.begin(archive::file_of("half")).await.unwrap();
        pieces.bytes(world.now().0.to_be_bytes().to_vec()).await.unwrap();
        drop(pieces);
        task.await.unwrap().unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

/// Needs the tests' server, so it stands among what runs on it.
mod postgres {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn both_engines_have_the_same_tables_and_columns() {
        let mut schemas = Vec::new();
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let world = World::on(engine).await;
            let mut tx = world.ctx.db.read().await.unwrap();
            schemas.push(schema::tables(&mut tx).await.unwrap());
        }
        assert_eq!(schemas[0], schemas[1]);
    }
}

#[test]
fn rows_of_a_tree_come_after_their_parents() {
    let row = |parent: Option<&str>, id: &str| {
        vec![
            rows::Value::Text(parent.map(Into::into)),
            rows::Value::Text(Some(id.into())),
        ]
    };
    let rows = vec![row(Some("b"), "a"), row(Some("c"), "b"), row(None, "c"), row(None, "d")];
    let ids = |generation: &Vec<Values>| generation.iter().map(|r| r[1].to_string()).collect::<String>();
    let sorted = generations(rows, 0, 1).unwrap();
    assert_eq!(sorted.iter().map(ids).collect::<Vec<_>>(), ["cd", "b", "a"]);
    let circle = vec![row(Some("b"), "a"), row(Some("a"), "b")];
    assert!(matches!(refusal(generations(circle, 0, 1)), Refusal::Damaged(_)));
}
