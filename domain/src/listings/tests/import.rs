use crate::{
    Error,
    forms::{FieldError, Problem},
    listings::{
        Kind, Refusal, Why, import_csv, own, public_listing,
        steps::{LONGEST_TITLE, WhatForm},
    },
    members::MemberId,
    on_both_engines,
    prices::PriceTerms,
};
use std::io::{Cursor, Read};
use uuid::Uuid;

const HEADER: &str = "id,title,description,category,kind,price_minor_per_day,lang,lat,lon,tags\n";

fn file(lines: &str) -> Cursor<Vec<u8>> {
    Cursor::new(format!("{HEADER}{lines}").into_bytes())
}

fn invalid<const N: usize>(mistakes: [(&str, Problem); N]) -> Why {
    Why::Invalid(
        mistakes
            .map(|(field, problem)| FieldError {
                field: field.into(),
                problem,
            })
            .into(),
    )
}

on_both_engines! {
    async fn lines_become_published_listings(world: World) {
        let lena = world.member("Lena").await;
        let lines = "a1,Schlagbohrmaschine,\"Kräftig, auch für \"\"Beton\"\".\nZwei Zeilen.\",drills,lend,500,de,50.73,7.1,Hilti;Bohrer;;Hilti\n\
                     a2,Cargo bike,,Bikes & Transport,rent,1500,en,50.94,6.95,\n\
                     a3,🪜 سلم,,Himmelsleitern,lend,,xx,50.7,7.0,\n";
        let report = import_csv(&world.ctx, lena.id, file(lines)).await.unwrap();
        assert_eq!((report.imported.len(), report.refused.as_slice()), (3, [].as_slice()));
        let keys: Vec<_> = report.imported.iter().map(|i| (i.line, i.key.as_str())).collect();
        assert_eq!(keys, [(2, "a1"), (4, "a2"), (5, "a3")]);
        let drill = public_listing(&world.ctx, None, report.imported[0].id).await.unwrap();
        assert_eq!(drill.description, "Kräftig, auch für \"Beton\".\nZwei Zeilen.");
        assert_eq!((drill.category.as_str(), drill.kind, &drill.prices), ("drills", Kind::Lend, &PriceTerms::default()));
        assert_eq!(drill.tags.0, ["Hilti", "Bohrer"]);
        assert!(drill.place_name.contains("Bonn"), "{}", drill.place_name);
        let bike = public_listing(&world.ctx, None, report.imported[1].id).await.unwrap();
        assert_eq!((bike.category.as_str(), bike.prices.day), ("bikes-transport", Some(1_500)));
        let ladder = public_listing(&world.ctx, None, report.imported[2].id).await.unwrap();
        assert_eq!((ladder.category.as_str(), ladder.tags.0.as_slice()), ("other", ["Himmelsleitern".to_owned()].as_slice()));
        let mine = own(&world.ctx, &lena, report.imported[0].id).await.unwrap();
        assert_eq!((mine.lat, mine.lon), (Some(50.73), Some(7.1)));
    }

    async fn bad_lines_are_refused_by_their_reason_and_the_others_go_on(world: World) {
        let lena = world.member("Lena").await;
        let long = "Leiter ".repeat(40);
        let word = "x".repeat(200);
        let mut bytes = file(&format!(
            ",,,tools,lend,,de,50.7,7.1,\n\
             ,{long},,tools,lend,,de,50.7,7.1,\n\
             ,{word},,tools,lend,,de,50.7,7.1,\n\
             ,Leiter,,tools,gift,,de,50.7,7.1,\n\
             ,Leiter,,tools,rent,-5,de,50.7,7.1,\n\
             ,Leiter,,tools,rent,viel,de,50.7,7.1,\n\
             ,Leiter,,tools,lend,,de,95,7.1,\n\
             ,Leiter,,tools,lend,,de,,,\n\
             ,Leiter\n\
             ,Gut,,tools,lend,0,de,50.7,7.1,\n"
        )).into_inner();
        bytes.extend(b",Kaputt\xff,,tools,lend,,de,50.7,7.1,\n,Noch gut,,tools,lend,,de,50.7,7.1,\n");
        let report = import_csv(&world.ctx, lena.id, Cursor::new(bytes)).await.unwrap();
        assert_eq!(report.imported.iter().map(|i| i.line).collect::<Vec<_>>(), [11, 13]);
        let range = Problem::OutOfRange { min: 0, max: 100_000_000 };
        assert_eq!(report.refused, [
            (2, invalid([("title", Problem::Missing)])),
            (3, invalid([("title", Problem::TooLong { max: LONGEST_TITLE })])),
            (4, invalid([("title", Problem::TooLong { max: LONGEST_TITLE })])),
            (5, invalid([("kind", Problem::NotAChoice)])),
            (6, invalid([("price_minor_per_day", range)])),
            (7, invalid([("price_minor_per_day", Problem::NotANumber)])),
            (8, invalid([("lat", Problem::UnknownPlace)])),
            (9, invalid([("lat", Problem::UnknownPlace)])),
            (10, invalid([("kind", Problem::NotAChoice), ("lat", Problem::UnknownPlace)])),
            (12, Why::Unreadable),
        ]);
    }

    async fn the_same_file_read_again_makes_nothing_twice(world: World) {
        let lena = world.member("Lena").await;
        let bea = world.member("Bea").await;
        let lines: String = (0..600).map(|n| format!("k{n},Leiter {n},,tools,lend,,de,50.7,7.1,\n")).collect();
        let half: String = lines.lines().take(400).map(|l| format!("{l}\n")).collect();
        let first = import_csv(&world.ctx, lena.id, file(&half)).await.unwrap();
        let again = import_csv(&world.ctx, lena.id, file(&lines)).await.unwrap();
        assert_eq!((first.imported.len(), again.already.len(), again.imported.len()), (400, 400, 200));
        assert_eq!(again.already[17].id, first.imported[17].id);
        let hers = import_csv(&world.ctx, bea.id, file(&half)).await.unwrap();
        assert_eq!(hers.imported.len(), 400, "another owner's file has ids of its own");
    }

    async fn a_file_that_is_no_such_file_says_so(world: World) {
        let lena = world.member("Lena").await;
        let why = async |text: &[u8]| {
            let report = import_csv(&world.ctx, lena.id, Cursor::new(text.to_vec())).await.unwrap();
            assert!(report.imported.is_empty());
            report.refused
        };
        assert_eq!(why(b"").await, [(1, Why::NoColumn("title"))]);
        assert_eq!(why(b"title,kind,lat\nLeiter,lend,5").await, [(1, Why::NoColumn("lon"))]);
        assert_eq!(why(b"\xff\xfe\0").await, [(1, Why::Unreadable)]);
        assert!(why(HEADER.as_bytes()).await.is_empty());
        let bom = format!("\u{feff}{HEADER}a,Leiter,,tools,lend,,de,50.7,7.1,\n");
        assert_eq!(import_csv(&world.ctx, lena.id, Cursor::new(bom.into_bytes())).await.unwrap().imported.len(), 1);
        let nobody = import_csv(&world.ctx, MemberId(Uuid::nil()), file("")).await;
        assert!(matches!(nobody, Err(Error::NotFound)));
    }

    async fn an_imported_listing_is_edited_like_any_other(world: World) {
        let lena = world.member("Lena").await;
        let report = import_csv(&world.ctx, lena.id, file("a,Leiter,,tools,lend,,de,50.7,7.1,\n")).await.unwrap();
        let id = report.imported[0].id;
        let typed = WhatForm { title: "Lange Leiter".into(), category: "ladders".into(), ..WhatForm::default() };
        crate::listings::save_what(&world.ctx, &lena, id, None, &typed).await.unwrap();
        assert_eq!(public_listing(&world.ctx, None, id).await.unwrap().title, "Lange Leiter");
        let unfinished = crate::listings::duplicate(&world.ctx, &lena, id).await.unwrap();
        assert!(matches!(crate::listings::publish(&world.ctx, &lena, unfinished, None).await,
            Err(Error::Refused(Refusal::Unfinished(_)))));
    }
}

/// Lines made while they are read, so that the file needs no memory.
struct Endless {
    next: u64,
    end: u64,
    rest: Vec<u8>,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.rest.is_empty() && self.next < self.end {
            let (n, spread) = (self.next, self.next % 1_000);
            let line = format!(
                "k{n},Ding Nummer {n},Ein Ding zum Ausleihen in gutem Zustand.,tools,lend,,de,50.{spread:03},7.1,a;b\n"
            );
            self.rest = if n == 0 {
                format!("{HEADER}{line}").into_bytes()
            } else {
                line.into_bytes()
            };
            self.next += 1;
        }
        let length = buffer.len().min(self.rest.len());
        buffer[..length].copy_from_slice(&self.rest[..length]);
        self.rest.drain(..length);
        Ok(length)
    }
}

on_both_engines! {
    async fn thousands_of_lines_come_in_while_others_write(world: World) {
        let lena = world.member("Lena").await;
        let import = import_csv(&world.ctx, lena.id, Endless { next: 0, end: 3_000, rest: Vec::new() });
        let meanwhile = async {
            let mut members = 0;
            for name in ["Bea", "Hassan"] {
                world.member(name).await;
                members += 1;
            }
            members
        };
        let (report, members) = futures::future::join(import, meanwhile).await;
        assert_eq!((report.unwrap().imported.len(), members), (3_000, 2));
    }
}
