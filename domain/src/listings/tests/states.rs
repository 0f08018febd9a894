use super::problem;
use crate::{
    Error,
    context::Settings,
    db::Tx,
    forms::Problem,
    listings::{
        Kind, ListingId, Refusal, State, archive, archive_all_of, begin, discard, duplicate, own, pause,
        public_listing, publish, refresh_cells, resume, save_details, save_what,
        steps::{DetailsForm, WhatForm},
        testing::Thing,
    },
    members::{self, MemberId},
    on_both_engines,
    places::{Cell, Resolution},
    testing::PASSWORD,
};
use std::sync::Arc;
use uuid::Uuid;

async fn open_booking(tx: &mut Tx, listing: ListingId, lender: MemberId, borrower: MemberId) {
    let id = Uuid::new_v4();
    change!(
        tx,
        sqlx::query(
            "insert into booking (listing_id, id, borrower_id, lender_id, state, custody, first_day, last_day, terms,
                              requested_at, answer_by, starts_at, due_at)
         values ($1, $2, $3, $4, 'accepted', 'with_lender', 30000, 30001, '{}', 0, 0, 0, 0)",
        )
        .bind(listing)
        .bind(id)
        .bind(borrower)
        .bind(lender)
    )
    .unwrap();
}

on_both_engines! {
    async fn a_draft_without_its_words_cannot_be_published(world: World) {
        let lena = world.member("Lena").await;
        let id = ListingId::at(world.now());
        begin(&world.ctx, &lena, id, Kind::Lend).await.unwrap();
        let answer = publish(&world.ctx, &lena, id, None).await;
        let Err(Error::Refused(Refusal::Unfinished(missing))) = answer else { panic!("{answer:?}") };
        let fields: Vec<_> = missing.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["title", "category", "description", "address"]);
        let long = DetailsForm { description: "lang ".repeat(1_100), ..DetailsForm::default() };
        save_details(&world.ctx, &lena, id, None, &long).await.unwrap_err();
        let answer = publish(&world.ctx, &lena, id, None).await;
        assert_eq!(problem(answer, "description"), Some(Problem::TooLong { max: 5_000 }), "what a draft keeps is asked again");
    }

    async fn a_listing_is_paused_resumed_and_archived(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let state = async || own(&world.ctx, &lena, id).await.unwrap().state;
        let published_at = own(&world.ctx, &lena, id).await.unwrap().published_at;
        assert!(matches!(publish(&world.ctx, &lena, id, None).await, Err(Error::Refused(Refusal::NotNow))));
        pause(&world.ctx, &lena, id, None).await.unwrap();
        assert_eq!(state().await, State::Paused);
        assert!(matches!(pause(&world.ctx, &lena, id, None).await, Err(Error::Refused(Refusal::NotNow))));
        world.wait(crate::Timestamp::DAY).await;
        resume(&world.ctx, &lena, id, None).await.unwrap();
        assert_eq!(own(&world.ctx, &lena, id).await.unwrap().published_at, published_at, "pausing makes nothing new");
        archive(&world.ctx, &lena, id, None).await.unwrap();
        assert_eq!(state().await, State::Archived);
        assert!(matches!(resume(&world.ctx, &lena, id, None).await, Err(Error::Refused(Refusal::NotNow))));
        let edit = save_what(&world.ctx, &lena, id, None, &WhatForm::default()).await;
        assert!(matches!(edit, Err(Error::Refused(Refusal::NotNow))));
    }

    async fn open_bookings_keep_a_listing_from_the_archive(world: World) {
        let lena = world.member("Lena").await;
        let bea = world.member("Bea").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let mut tx = world.ctx.db.write().await.unwrap();
        open_booking(&mut tx, id, lena.id, bea.id).await;
        tx.commit().await.unwrap();
        assert!(matches!(archive(&world.ctx, &lena, id, None).await, Err(Error::Refused(Refusal::OpenBookings(1)))));
        pause(&world.ctx, &lena, id, None).await.unwrap();
    }

    async fn only_drafts_are_thrown_away_and_only_by_their_owner(world: World) {
        let lena = world.member("Lena").await;
        let bea = world.member("Bea").await;
        let thing = Thing::called("Leiter");
        let published = thing.publish(&world.ctx, &lena).await;
        let mut blocked = thing.clone();
        blocked.times.block_from = "2030-05-05".into();
        blocked.details.accessories = "Haken".into();
        let draft = blocked.draft(&world.ctx, &lena).await;
        assert!(matches!(discard(&world.ctx, &lena, published, None).await, Err(Error::Refused(Refusal::NotNow))));
        assert!(matches!(discard(&world.ctx, &bea, draft, None).await, Err(Error::NotFound)));
        discard(&world.ctx, &lena, draft, None).await.unwrap();
        assert!(matches!(own(&world.ctx, &lena, draft).await, Err(Error::NotFound)));
        for strange in [pause(&world.ctx, &bea, published, None).await, archive(&world.ctx, &bea, published, None).await,
                        resume(&world.ctx, &bea, published, None).await] {
            assert!(matches!(strange, Err(Error::NotFound)));
        }
        assert!(matches!(duplicate(&world.ctx, &bea, published).await, Err(Error::NotFound)));
    }

    async fn a_copy_is_a_draft_with_the_same_words_and_no_days_taken(world: World) {
        let lena = world.member("Lena").await;
        let mut thing = Thing::called("Leiter");
        thing.details.accessories = "Haken\nTasche".into();
        thing.details.attributes = [("power_w".to_owned(), "5".to_owned())].into();
        thing.times.block_from = "2030-05-05".into();
        let id = thing.publish(&world.ctx, &lena).await;
        let original = own(&world.ctx, &lena, id).await.unwrap();
        let copy = own(&world.ctx, &lena, duplicate(&world.ctx, &lena, id).await.unwrap()).await.unwrap();
        assert_eq!((copy.state, copy.published_at, copy.version, copy.blocked.len()), (State::Draft, None, 1, 0));
        assert_eq!(
            (copy.title, copy.accessories, copy.attributes, copy.cell, copy.lat),
            (original.title, original.accessories, original.attributes, original.cell, original.lat)
        );
        publish(&world.ctx, &lena, copy.id, None).await.unwrap();
    }

    async fn somebody_who_leaves_takes_their_whereabouts_along(world: World) {
        let lena = world.member("Lena").await;
        let mut thing = Thing::called("Leiter");
        thing.place.address = "Pützstraße 5, Bonn".into();
        thing.place.handover_note = "Klingel links".into();
        let published = thing.publish(&world.ctx, &lena).await;
        let paused = thing.publish(&world.ctx, &lena).await;
        pause(&world.ctx, &lena, paused, None).await.unwrap();
        let draft = thing.draft(&world.ctx, &lena).await;
        let unfinished = ListingId::at(world.now());
        begin(&world.ctx, &lena, unfinished, Kind::Lend).await.unwrap();
        members::delete_account(&world.ctx, &lena, PASSWORD.into()).await.unwrap();
        for id in [published, paused] {
            let left = own(&world.ctx, &lena, id).await.unwrap();
            assert_eq!((left.state, left.lat, left.lon), (State::Archived, None, None));
            assert_eq!((left.address.as_str(), left.handover_note.as_str()), ("", ""));
            assert!(left.cell.is_some(), "the cell was public");
        }
        for id in [draft, unfinished] {
            assert!(matches!(own(&world.ctx, &lena, id).await, Err(Error::NotFound)));
        }
        let mut tx = world.ctx.db.write().await.unwrap();
        assert_eq!(archive_all_of(&mut tx, lena.id, world.now()).await.unwrap(), 0);
    }

    async fn a_coarser_public_cell_holds_for_old_listings_too(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").at(50.72, 7.12).publish(&world.ctx, &lena).await;
        let mut coarse = world.ctx.clone();
        coarse.settings = Arc::new(Settings { cell_resolution: 6, ..Settings::default() });
        let six = Resolution::try_from(6).unwrap();
        let point = own(&world.ctx, &lena, id).await.unwrap().point().unwrap();
        assert_eq!(public_listing(&coarse, None, id).await.unwrap().cell.resolution(), six, "before anything was moved");
        assert_eq!(refresh_cells(&coarse).await.unwrap(), 1);
        assert_eq!(own(&coarse, &lena, id).await.unwrap().cell, Some(Cell::of(point, six)));
        assert_eq!(refresh_cells(&coarse).await.unwrap(), 0);
        assert_eq!(refresh_cells(&world.ctx).await.unwrap(), 1, "and back");
        assert_eq!(public_listing(&world.ctx, None, id).await.unwrap().cell, Cell::of(point, Resolution::PUBLIC));
    }
}
