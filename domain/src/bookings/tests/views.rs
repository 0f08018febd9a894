//! Who sees what, in which order.

use super::world::*;
use crate::{db::Tx, members, testing::PASSWORD};

on_both_engines! {
    async fn strangers_and_forged_ids_find_nothing(world: World) {
        let (lena, bea, eve) = (world.member("Lena").await, world.member("Bea").await, world.member("Eve").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        let forged = BookingId(Uuid::new_v4());
        for (who, id) in [(&eve, id), (&bea, forged)] {
            assert!(matches!(booking_seen_by(&world.ctx, who, id).await, Err(Error::NotFound)));
            assert!(matches!(history(&world.ctx, who, id).await, Err(Error::NotFound)));
            assert!(matches!(exact_place(&world.ctx, who, id).await, Err(Error::NotFound)));
            for command in Command::ALL.into_iter().filter(Command::is_for_members) {
                let command = match command {
                    Command::Cancel { .. } => because("Nur so."),
                    Command::Contest { .. } => Command::Contest { words: "Nur so.".into() },
                    other => other,
                };
                assert!(matches!(act(&world.ctx, who, id, command).await, Err(Error::NotFound)));
            }
        }
        assert_eq!(refusal(act(&world.ctx, &lena, id, Command::Lapse).await), Refusal::NotYours);
        let nowhere = request(&world.ctx, &bea, ListingId(Uuid::new_v4()), &typed("2030-05-02", "2030-05-03")).await;
        assert!(matches!(nowhere, Err(Error::NotFound)));
        assert!(loans(&world.ctx, &eve, None, 0).await.unwrap().running.is_empty());
    }

    async fn lists_put_first_what_waits_and_the_count_agrees_with_the_rules(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let mut ids = Vec::new();
        for n in 0..8 {
            let listing = drill(&world, &lena).await;
            ids.push((listing, ask(&world, &bea, listing, "2030-04-30", ["2030-04-30", "2030-05-08"][n % 2]).await));
        }
        let [_, declined, agreed, handing, out, back, contested, late] = [0, 1, 2, 3, 4, 5, 6, 7].map(|n: usize| ids[n].1);
        act(&world.ctx, &lena, declined, Command::Decline { reason: String::new() }).await.unwrap();
        for id in [agreed, handing, out, back, contested, late] {
            act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        }
        for id in [handing, out, back, contested, late] {
            act(&world.ctx, &lena, id, Command::HandOver).await.unwrap();
        }
        for id in [out, back, late] {
            act(&world.ctx, &bea, id, Command::HandOver).await.unwrap();
        }
        act(&world.ctx, &lena, back, Command::Return).await.unwrap();
        act(&world.ctx, &bea, contested, Command::Contest { words: "Nein.".into() }).await.unwrap();

        for _ in 0..30 {
            for who in [&lena, &bea] {
                let both = loans(&world.ctx, who, None, 0).await.unwrap();
                let counted = waiting_count(&world.ctx, who.id).await.unwrap();
                assert_eq!(i64::try_from(both.waiting.len()).unwrap(), counted, "{} at {:?}", who.name, world.now());
                assert_eq!(both.waiting.len() + both.running.len() + both.past.len(), 8);
                let dates: Vec<_> = both.waiting.iter().map(|v| v.next.until.unwrap_or(v.booking.starts_at)).collect();
                assert!(dates.is_sorted(), "the most urgent first");
            }
            world.wait(7 * Timestamp::HOUR + 11).await;
        }
        assert_eq!(mine_as_borrower(&world.ctx, &bea, 0).await.unwrap(), loans(&world.ctx, &bea, None, 0).await.unwrap());
        assert_eq!(mine_as_lender(&world.ctx, &bea, 0).await.unwrap(), Loans::default());
        let counts = counts_of_my_listings(&world.ctx, &lena).await.unwrap();
        let of = |n: usize| counts.iter().find(|c| c.listing_id == ids[n].0).map(|c| (c.requested, c.accepted, c.closed));
        assert_eq!((of(1), of(4), of(5)), (Some((0, 0, 0)), Some((0, 1, 0)), Some((0, 0, 1))));
        assert_eq!(offering(&world.ctx, Some(bea.id), ids[4].0).await.unwrap().mine.len(), 1);
        assert!(offering(&world.ctx, Some(bea.id), ids[1].0).await.unwrap().mine.is_empty());
    }

    async fn what_is_over_comes_in_pages(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        for _ in 0..PAST_ON_PAGE + 3 {
            let id = ask(&world, &bea, listing, "2030-04-30", "2030-04-30").await;
            act(&world.ctx, &bea, id, Command::Withdraw).await.unwrap();
            world.ctx.clock.advance(1_000);
        }
        let first = mine_as_borrower(&world.ctx, &bea, 0).await.unwrap();
        let second = mine_as_borrower(&world.ctx, &bea, 1).await.unwrap();
        assert_eq!((first.past.len(), first.more, second.past.len(), second.more), (PAST_ON_PAGE, true, 3, false));
        let ended: Vec<_> = first.past.iter().chain(&second.past).map(|v| v.booking.ended_at).collect();
        assert!(ended.is_sorted_by(|a, b| a > b), "the latest first, none twice");
    }

    async fn an_account_with_open_bookings_stays_until_they_are_over(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        for who in [&lena, &bea] {
            let answer = members::delete_account(&world.ctx, who, PASSWORD.into()).await;
            assert!(matches!(answer, Err(Error::Refused(members::Refusal::OpenBookings(1)))));
        }
        act(&world.ctx, &lena, id, Command::Decline { reason: String::new() }).await.unwrap();
        members::delete_account(&world.ctx, &bea, PASSWORD.into()).await.unwrap();
        let view = seen(&world, &lena, id).await;
        assert_eq!((view.other().name.as_str(), view.booking.terms.title.as_str()), ("", "Schlagbohrmaschine"));
    }

    async fn a_row_that_makes_no_sense_is_named(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        change_listing(&world, listing, "update booking set terms = 'nonsense' where listing_id = $1").await;
        let error = booking_seen_by(&world.ctx, &bea, id).await.unwrap_err();
        assert!(error.to_string().contains(&format!("row {id} of booking")), "{error}");
        let mut tx: Tx = world.ctx.db.write().await.unwrap();
        let impossible = "update booking set custody = 'with_borrower' where listing_id = $1";
        assert!(change!(&mut tx, sqlx::query(impossible).bind(listing)).is_err(), "the schema refuses what cannot be");
    }

    async fn what_is_not_to_be_had_is_seen_only_by_those_it_concerns(world: World) {
        let (lena, bea, eve) = (world.member("Lena").await, world.member("Bea").await, world.member("Eve").await);
        let listing = drill(&world, &lena).await;
        ask(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        assert_eq!(offering(&world.ctx, None, listing).await.unwrap().terms.title, "Schlagbohrmaschine");
        change_listing(&world, listing, "update listing set state = 'paused' where id = $1").await;
        assert!(matches!(offering(&world.ctx, None, listing).await, Err(Error::NotFound)));
        assert!(matches!(offering(&world.ctx, Some(eve.id), listing).await, Err(Error::NotFound)));
        assert!(offering(&world.ctx, Some(lena.id), listing).await.is_ok());
        assert_eq!(offering(&world.ctx, Some(bea.id), listing).await.unwrap().mine.len(), 1);
    }
}
