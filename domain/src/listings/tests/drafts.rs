use super::problem;
use crate::{
    Error, events,
    forms::Problem,
    listings::{
        Event, Kind, ListingId, Refusal, State, Step, begin, own, pause, publish, save_details, save_place, save_times,
        save_what,
        steps::{DetailsForm, PlaceForm, TimesForm, WhatForm},
        testing::Thing,
    },
    on_both_engines,
    places::{Cell, Resolution},
};
use std::collections::BTreeMap;
use uuid::Uuid;

on_both_engines! {
    async fn a_form_sent_twice_begins_one_draft(world: World) {
        let lena = world.member("Lena").await;
        let id = ListingId::at(world.now());
        begin(&world.ctx, &lena, id, Kind::Lend).await.unwrap();
        save_what(&world.ctx, &lena, id, None, &WhatForm { title: "Leiter".into(), ..WhatForm::default() }).await.unwrap_err();
        begin(&world.ctx, &lena, id, Kind::Lend).await.unwrap();
        let draft = own(&world.ctx, &lena, id).await.unwrap();
        assert_eq!((draft.title.as_str(), draft.state, draft.step, draft.currency.as_str()), ("Leiter", State::Draft, 1, "EUR"));
        let bea = world.member("Bea").await;
        assert!(matches!(begin(&world.ctx, &bea, id, Kind::Lend).await, Err(Error::NotFound)));
    }

    async fn a_draft_survives_unfinished_with_what_was_typed(world: World) {
        let lena = world.member("Lena").await;
        let id = ListingId::at(world.now());
        begin(&world.ctx, &lena, id, Kind::Lend).await.unwrap();
        let typed = WhatForm { title: "x".into(), category: "drills".into(), ..WhatForm::default() };
        let answer = save_what(&world.ctx, &lena, id, None, &typed).await;
        assert_eq!(problem(answer, "title"), Some(Problem::TooShort { min: 2 }));
        let details = DetailsForm {
            description: "🛠️ Kräftig.\nمع حقيبة".into(),
            accessories: "Koffer\nBohrer".into(),
            attributes: BTreeMap::from([("power_w".into(), "1.200".into()), ("chuck".into(), "forged".into())]),
            ..DetailsForm::default()
        };
        let answer = save_details(&world.ctx, &lena, id, None, &details).await;
        assert_eq!(problem(answer, "attributes[chuck]"), Some(Problem::NotAChoice));
        let draft = own(&world.ctx, &lena, id).await.unwrap();
        assert_eq!((draft.title.as_str(), draft.category_id.as_deref()), ("x", Some("drills")));
        assert_eq!(draft.description, "🛠️ Kräftig.\nمع حقيبة");
        assert_eq!(draft.accessories, ["Koffer", "Bohrer"]);
        assert_eq!(draft.attributes, BTreeMap::from([("power_w".to_owned(), "1200".to_owned())]));
        let answer = publish(&world.ctx, &lena, id, None).await;
        assert_eq!(problem(answer, "address"), Some(Problem::Missing));
    }

    async fn a_listing_made_step_by_step_is_published_with_its_cell(world: World) {
        let lena = world.member("Lena").await;
        let mut drill = Thing::called("Schlagbohrmaschine").at(50.7123, 7.1234);
        drill.details.accessories = "Koffer".into();
        drill.details.attributes = BTreeMap::from([("power_w".into(), "800".into())]);
        drill.times.block_from = "2030-05-03".into();
        drill.times.block_to = "2030-05-05".into();
        let id = drill.draft(&world.ctx, &lena).await;
        let draft = own(&world.ctx, &lena, id).await.unwrap();
        assert_eq!(draft.step, 6);
        publish(&world.ctx, &lena, id, Some(draft.version)).await.unwrap();
        let listing = own(&world.ctx, &lena, id).await.unwrap();
        assert_eq!((listing.state, listing.published_at), (State::Published, Some(world.now())));
        assert_eq!((listing.lat, listing.lon), (Some(50.7123), Some(7.1234)));
        assert_eq!(listing.cell, Some(Cell::of(listing.point().unwrap(), Resolution::PUBLIC)));
        assert!(listing.place_name.unwrap().contains("Bonn"));
        assert_eq!(listing.blocked.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2030-05-03", "2030-05-04", "2030-05-05"]);
        let mut tx = world.ctx.db.read().await.unwrap();
        let history: Vec<Event> = events::history(&mut tx, id.0).await.unwrap().into_iter().map(|r| r.event).collect();
        let edited = |step| Event::Edited { step };
        assert_eq!(history, [
            Event::Begun, edited(Step::What), edited(Step::Details), edited(Step::Place), edited(Step::Times),
            Event::Published,
        ]);
    }

    async fn an_address_with_a_street_is_found_by_its_town(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").draft(&world.ctx, &lena).await;
        let typed = |address: &str| PlaceForm { address: address.into(), handover: "key_box".into(), ..PlaceForm::default() };
        for address in ["53111 Bonn", "Pützstr. 5, 53129 Bonn", "Am Rhein 3, Köln"] {
            save_place(&world.ctx, &lena, id, None, &typed(address)).await.unwrap();
            let listing = own(&world.ctx, &lena, id).await.unwrap();
            let place = listing.place_name.unwrap();
            assert_eq!(place.contains("Köln"), address.contains("Köln"), "{address} is {place}");
            assert_eq!(listing.address, address);
        }
        let nowhere = save_place(&world.ctx, &lena, id, None, &typed("Xyzzyqwertz")).await;
        assert_eq!(problem(nowhere, "address"), Some(Problem::UnknownPlace));
        let answer = publish(&world.ctx, &lena, id, None).await;
        assert_eq!(problem(answer, "address"), Some(Problem::Missing), "words that name no place are no place");
    }

    async fn a_public_listing_changes_only_when_the_whole_step_is_right(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let before = own(&world.ctx, &lena, id).await.unwrap();
        let typed = WhatForm { title: "Lange Leiter".into(), category: "nothing".into(), ..WhatForm::default() };
        assert_eq!(problem(save_what(&world.ctx, &lena, id, None, &typed).await, "category"), Some(Problem::NotAChoice));
        assert_eq!(own(&world.ctx, &lena, id).await.unwrap(), before);
        let typed = WhatForm { category: "ladders".into(), ..typed };
        save_what(&world.ctx, &lena, id, None, &typed).await.unwrap();
        assert_eq!(own(&world.ctx, &lena, id).await.unwrap().title, "Lange Leiter");
    }

    async fn a_page_that_is_out_of_date_changes_nothing(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let seen = own(&world.ctx, &lena, id).await.unwrap().version;
        let typed = |title: &str| WhatForm { title: title.into(), category: "ladders".into(), ..WhatForm::default() };
        let first = save_what(&world.ctx, &lena, id, Some(seen), &typed("Klappleiter")).await.unwrap();
        let late = save_what(&world.ctx, &lena, id, Some(seen), &typed("Stehleiter")).await;
        assert!(matches!(late, Err(Error::Refused(Refusal::ChangedMeanwhile))), "{late:?}");
        assert!(matches!(pause(&world.ctx, &lena, id, Some(seen)).await, Err(Error::Refused(Refusal::ChangedMeanwhile))));
        save_what(&world.ctx, &lena, id, Some(first.version), &typed("Stehleiter")).await.unwrap();
        save_what(&world.ctx, &lena, id, None, &typed("Trittleiter")).await.unwrap();
        assert_eq!(own(&world.ctx, &lena, id).await.unwrap().title, "Trittleiter");
    }

    async fn saving_the_same_again_changes_no_version(world: World) {
        let lena = world.member("Lena").await;
        let thing = Thing::called("Leiter");
        let id = thing.publish(&world.ctx, &lena).await;
        let before = own(&world.ctx, &lena, id).await.unwrap();
        save_what(&world.ctx, &lena, id, None, &thing.what).await.unwrap();
        save_details(&world.ctx, &lena, id, None, &thing.details).await.unwrap();
        save_place(&world.ctx, &lena, id, None, &thing.place).await.unwrap();
        save_times(&world.ctx, &lena, id, None, &thing.times).await.unwrap();
        assert_eq!(own(&world.ctx, &lena, id).await.unwrap(), before);
    }

    async fn days_are_blocked_and_freed_and_a_booking_on_them_stays(world: World) {
        let lena = world.member("Lena").await;
        let mut thing = Thing::called("Leiter");
        let id = thing.publish(&world.ctx, &lena).await;
        let mut tx = world.ctx.db.write().await.unwrap();
        let lent = world.ctx.today().plus(3);
        change!(&mut tx, sqlx::query("insert into slot (listing_id, unit, slot, reason) values ($1, 0, $2, 'booking')")
            .bind(id).bind(lent)).unwrap();
        tx.commit().await.unwrap();
        thing.times = TimesForm {
            block_from: lent.plus(-1).to_string(), block_to: lent.plus(1).to_string(), ..thing.times
        };
        save_times(&world.ctx, &lena, id, None, &thing.times).await.unwrap();
        assert_eq!(own(&world.ctx, &lena, id).await.unwrap().blocked, [lent.plus(-1), lent, lent.plus(1)]);
        thing.times = TimesForm {
            shown_from: lent.plus(-30).to_string(), shown_to: lent.to_string(), block_from: String::new(),
            block_to: String::new(), ..thing.times
        };
        save_times(&world.ctx, &lena, id, None, &thing.times).await.unwrap();
        assert_eq!(own(&world.ctx, &lena, id).await.unwrap().blocked, [lent.plus(1)]);
        let mut tx = world.ctx.db.read().await.unwrap();
        let booked: i64 = run!(&mut tx, db => sqlx::query_scalar("select count(*) from slot where reason = 'booking'").fetch_one(db)).unwrap();
        assert_eq!(booked, 1);
    }

    async fn strangers_and_forged_ids_find_nothing(world: World) {
        let lena = world.member("Lena").await;
        let bea = world.member("Bea").await;
        let thing = Thing::called("Leiter");
        let id = thing.publish(&world.ctx, &lena).await;
        let before = own(&world.ctx, &lena, id).await.unwrap();
        for (who, id) in [(&bea, id), (&lena, ListingId(Uuid::nil())), (&lena, ListingId(lena.id.0))] {
            assert!(matches!(own(&world.ctx, who, id).await, Err(Error::NotFound)));
            assert!(matches!(save_what(&world.ctx, who, id, None, &thing.what).await, Err(Error::NotFound)));
            assert!(matches!(save_details(&world.ctx, who, id, None, &thing.details).await, Err(Error::NotFound)));
            assert!(matches!(save_place(&world.ctx, who, id, None, &thing.place).await, Err(Error::NotFound)));
            assert!(matches!(save_times(&world.ctx, who, id, None, &thing.times).await, Err(Error::NotFound)));
            assert!(matches!(publish(&world.ctx, who, id, None).await, Err(Error::NotFound)));
        }
        assert_eq!(own(&world.ctx, &lena, id).await.unwrap(), before);
    }

    async fn of_changes_at_the_same_moment_none_is_lost_silently(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let seen = own(&world.ctx, &lena, id).await.unwrap().version;
        let forms: Vec<WhatForm> = (0..8)
            .map(|n| WhatForm { title: format!("Leiter {n}"), category: "ladders".into(), ..WhatForm::default() })
            .collect();
        let answers = futures::future::join_all(forms.iter().map(|form| save_what(&world.ctx, &lena, id, Some(seen), form))).await;
        assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), 1);
        assert!(answers.iter().all(|a| matches!(a, Ok(_) | Err(Error::Refused(Refusal::ChangedMeanwhile)))), "{answers:?}");
    }
}
