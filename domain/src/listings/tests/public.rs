use crate::{
    Error, Timestamp,
    listings::{
        Kind, ListingId, Refusal, State, add_photo, archive, begin, cards, mine, of_member, pause, public_listing,
        testing::Thing,
    },
    members::MemberId,
    on_both_engines,
    places::{Cell, Resolution},
};
use image::{DynamicImage, ImageFormat};
use std::io::Cursor;
use uuid::Uuid;

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    DynamicImage::new_rgb8(40, 30)
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
        .unwrap();
    bytes
}

on_both_engines! {
    async fn strangers_see_published_things_and_only_the_cell(world: World) {
        let lena = world.member("Lena").await;
        let mut thing = Thing::called("Leiter").at(50.712_345, 7.123_456);
        thing.place.address = "Pützstraße 5, Bonn".into();
        thing.place.handover_note = "Schlüsselkasten 4711".into();
        let id = thing.publish(&world.ctx, &lena).await;
        let seen = public_listing(&world.ctx, None, id).await.unwrap();
        assert_eq!((seen.title.as_str(), seen.owner.name.as_str(), seen.category.as_str()), ("Leiter", "Lena", "drills"));
        assert_eq!(seen.cell.resolution(), Resolution::PUBLIC);
        let card = &cards(&world.ctx, &[id]).await.unwrap()[0];
        assert_eq!((card.cell, &card.place_name), (seen.cell, &seen.place_name));
        for told in [serde_json::to_string(&seen).unwrap(), serde_json::to_string(card).unwrap(), format!("{seen:?}{card:?}")] {
            for secret in ["50.71", "7.12", "Pütz", "4711", "\"lat", "\"lon\"", "lat:", "lon:", "address", "handover_note", "example.org"] {
                assert!(!told.contains(secret), "{secret} in {told}");
            }
        }
    }

    async fn two_points_in_one_cell_look_the_same(world: World) {
        let lena = world.member("Lena").await;
        let cell = Cell::of(crate::places::Point::new(50.72, 7.12).unwrap(), Resolution::PUBLIC);
        let centre = cell.centre();
        let mut seen = Vec::new();
        for shift in [0.0, 0.002, -0.002] {
            let id = Thing::called("Leiter").at(centre.lat() + shift, centre.lon()).publish(&world.ctx, &lena).await;
            let public = public_listing(&world.ctx, None, id).await.unwrap();
            assert_eq!(public.cell, cell);
            seen.push(public.place_name);
        }
        seen.dedup();
        assert_eq!(seen.len(), 1, "{seen:?}");
    }

    async fn what_is_not_published_only_its_owner_sees(world: World) {
        let lena = world.member("Lena").await;
        let bea = world.member("Bea").await;
        let id = Thing::called("Leiter").draft(&world.ctx, &lena).await;
        let visible = async |viewer| public_listing(&world.ctx, viewer, id).await.is_ok();
        for _ in 0..3 {
            assert!(visible(Some(lena.id)).await);
            for stranger in [None, Some(bea.id), Some(MemberId(Uuid::nil()))] {
                assert!(matches!(public_listing(&world.ctx, stranger, id).await, Err(Error::NotFound)));
            }
            assert!(cards(&world.ctx, &[id]).await.unwrap().is_empty());
            assert!(of_member(&world.ctx, lena.id).await.unwrap().is_empty());
            match public_listing(&world.ctx, Some(lena.id), id).await.unwrap().state {
                State::Draft => {
                    crate::listings::publish(&world.ctx, &lena, id, None).await.unwrap();
                    assert!(visible(None).await && visible(Some(bea.id)).await);
                    assert_eq!(of_member(&world.ctx, lena.id).await.unwrap().len(), 1);
                    pause(&world.ctx, &lena, id, None).await.unwrap();
                }
                State::Paused => archive(&world.ctx, &lena, id, None).await.unwrap(),
                State::Published | State::Archived => {}
            }
        }
        assert!(matches!(public_listing(&world.ctx, None, ListingId(Uuid::nil())).await, Err(Error::NotFound)));
    }

    async fn an_unfinished_draft_tells_its_owner_what_is_missing(world: World) {
        let lena = world.member("Lena").await;
        let id = ListingId::at(world.now());
        begin(&world.ctx, &lena, id, Kind::Lend).await.unwrap();
        let answer = public_listing(&world.ctx, Some(lena.id), id).await;
        assert!(matches!(answer, Err(Error::Refused(Refusal::Unfinished(missing))) if missing.len() == 4));
        assert!(matches!(public_listing(&world.ctx, None, id).await, Err(Error::NotFound)));
    }

    async fn cards_come_in_the_order_asked_for_with_their_cover(world: World) {
        let lena = world.member("Lena").await;
        let mut ids = Vec::new();
        for n in 0..30 {
            ids.push(Thing::called(&format!("Leiter {n}")).publish(&world.ctx, &lena).await);
        }
        add_photo(&world.ctx, &lena, ids[7], png()).await.unwrap();
        let cover = add_photo(&world.ctx, &lena, ids[7], png()).await.unwrap();
        crate::listings::move_photo(&world.ctx, &lena, ids[7], cover.id, -1).await.unwrap();
        ids.reverse();
        ids.insert(3, ListingId(Uuid::nil()));
        let found = cards(&world.ctx, &ids).await.unwrap();
        let titles: Vec<_> = found.iter().map(|c| c.title.clone()).collect();
        assert_eq!(titles, (0..30).rev().map(|n| format!("Leiter {n}")).collect::<Vec<_>>());
        let with_cover: Vec<_> = found.iter().filter_map(|c| c.photo.as_ref().map(|p| (c.title.as_str(), p.id))).collect();
        assert_eq!(with_cover, [("Leiter 7", cover.id)]);
        assert!(cards(&world.ctx, &[]).await.unwrap().is_empty());
    }

    async fn my_things_are_all_of_mine_the_latest_first(world: World) {
        let lena = world.member("Lena").await;
        let bea = world.member("Bea").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let cover = add_photo(&world.ctx, &lena, id, png()).await.unwrap();
        world.ctx.clock.advance(Timestamp::MINUTE);
        let draft = ListingId::at(world.now());
        begin(&world.ctx, &lena, draft, Kind::Lend).await.unwrap();
        let things = mine(&world.ctx, &lena).await.unwrap();
        let told: Vec<_> = things.iter().map(|t| (t.id, t.state, t.step, t.category.as_deref())).collect();
        assert_eq!(told, [(draft, State::Draft, 1, None), (id, State::Published, 6, Some("drills"))]);
        assert_eq!(things[1].photo.as_ref().map(|p| p.id), Some(cover.id));
        assert!(mine(&world.ctx, &bea).await.unwrap().is_empty());
    }

    async fn a_calendar_shows_blocked_and_taken_days_without_names(world: World) {
        let lena = world.member("Lena").await;
        let today = world.ctx.today();
        let mut thing = Thing::called("Leiter");
        thing.times.weekdays.retain(|day| day != "6");
        thing.times.lead_days = "1".into();
        thing.times.block_from = today.plus(2).to_string();
        let id = thing.publish(&world.ctx, &lena).await;
        let mut tx = world.ctx.db.write().await.unwrap();
        change!(&mut tx, sqlx::query("insert into slot (listing_id, unit, slot, reason) values ($1, 0, $2, 'booking')")
            .bind(id).bind(today.plus(3))).unwrap();
        tx.commit().await.unwrap();
        let listing = public_listing(&world.ctx, None, id).await.unwrap();
        let days = calendar(&world.ctx, &listing, today.plus(-1), today.plus(6)).await.unwrap();
        use crate::availability::{DayState::*, calendar};
        let states: Vec<_> = days.iter().map(|d| d.state).collect();
        assert_eq!(states, [Past, TooSoon, Free, Closed, Taken, Free, Free, NotLent]);
        let endless = calendar(&world.ctx, &listing, today, crate::Day(i64::MAX)).await.unwrap();
        assert!(endless.len() < 1_000);
        assert!(calendar(&world.ctx, &listing, today, today.plus(-1)).await.unwrap().is_empty());
    }
}
