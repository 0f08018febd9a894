//! What nobody may learn before the time has come, read through everything that the domain offers.

use super::world::*;
use crate::{bookings::next, db::Tx, search};
use std::{collections::BTreeSet, fmt::Debug};

/// Everything that others can ask of the house about these two and their thing, in one text.
async fn all_that_others_learn(world: &World, two: &Two, reader: &Me, id: BookingId) -> String {
    let ctx = &world.ctx;
    let mut text = String::new();
    let mut add = |what: &dyn Debug| text.push_str(&format!("{what:#?}\n"));
    for what in [
        About::Thing(two.drill),
        About::Lender(two.lena.id),
        About::Borrower(two.bea.id),
        About::Lender(two.bea.id),
        About::Borrower(two.lena.id),
    ] {
        for page in 1..=2 {
            add(&opinions(ctx, what, page, 1).await.unwrap());
        }
    }
    for who in [&two.lena, &two.bea] {
        add(&reliability(ctx, who.id).await.unwrap());
        add(&members::profile(ctx, who.id).await.unwrap());
    }
    add(&crate::listings::cards(ctx, &[two.drill]).await.unwrap());
    add(&crate::listings::of_member(ctx, two.lena.id).await.unwrap());
    add(&crate::listings::public_listing(ctx, None, two.drill).await.unwrap());
    add(&search::find(
        ctx,
        &search::Query {
            today: Some(ctx.today()),
            page: 1,
            ..Default::default()
        },
    )
    .await
    .unwrap());
    // What the other party of the booking is shown.
    add(&of_booking(ctx, reader, id).await.unwrap());
    add(&bookings::booking_seen_by(ctx, reader, id).await.unwrap());
    add(&bookings::history(ctx, reader, id).await.unwrap());
    add(&bookings::loans(ctx, reader, None, 0).await.unwrap());
    add(&bookings::waiting_count(ctx, reader.id).await.unwrap());
    add(&bookings::counts_of_my_listings(ctx, reader).await.unwrap());
    add(&written_lately(ctx, reader)
        .await
        .unwrap()
        .into_iter()
        .collect::<BTreeSet<_>>());
    let booking = bookings::booking_seen_by(ctx, reader, id).await.unwrap();
    add(&next::next_step(&booking.booking, booking.me, world.now()));
    // What they get when they try.
    add(&refusal(reply(ctx, reader, id, "Ist da etwas?", Lang::De).await));
    add(&refusal(write(ctx, reader, id, &typed(1, ""), Lang::De).await));
    text
}

/// The numbers of all events of a booking, as whoever sees its log would count them.
async fn numbers(world: &World, id: BookingId) -> Vec<i64> {
    let mut tx: Tx = world.ctx.db.read().await.unwrap();
    run!(&mut tx, db => sqlx::query_scalar::<_, i64>("select seq from event where subject_id = $1 order by seq")
        .bind(id.0).fetch_all(db))
    .unwrap()
}

on_both_engines! {
    async fn a_hidden_review_changes_nothing_that_others_learn(world: World) {
        let two = two(&world).await;
        // There are published ones already, so that means, counts and pages could move.
        for stars in [5, 4] {
            let id = loan(&world, &two).await;
            say(&world, &two.bea, id, stars, "Gern wieder, jederzeit.").await;
            say(&world, &two.lena, id, 5, "").await;
        }
        for (author, reader) in [(&two.bea, &two.lena), (&two.lena, &two.bea)] {
            let id = loan(&world, &two).await;
            let mut before = all_that_others_learn(&world, &two, reader, id).await;
            let log = numbers(&world, id).await;
            let secret = format!("Das war leider nichts, sagt {}.", author.name);
            say(&world, author, id, 1, "Das war leider gar nichts.").await;
            assert_eq!(all_that_others_learn(&world, &two, reader, id).await, before);
            say(&world, author, id, 2, &secret).await;
            assert_eq!(all_that_others_learn(&world, &two, reader, id).await, before);
            assert_eq!(numbers(&world, id).await, log, "no gap in the booking's log");
            assert!(world.letters().await.is_empty());
            // Also on all days to come, and in what is sent.
            world.wait(REMIND_AFTER - 1).await;
            before = all_that_others_learn(&world, &two, reader, id).await;
            assert!(!before.contains(&secret));
            world.wait(1).await;
            let letters = world.letters().await;
            assert_eq!(told(&letters), [(reader.name.as_str(), ReviewTurn::Remind)]);
            world.wait(WRITE_WITHIN - REMIND_AFTER - 1).await;
            assert!(!all_that_others_learn(&world, &two, reader, id).await.contains(&secret));
            // And then it is there.
            world.wait(1).await;
            let text = format!("{:?}", of_booking(&world.ctx, reader, id).await.unwrap());
            assert!(text.contains(&secret));
            world.letters().await;
        }
    }

    async fn the_reminder_reads_the_same_whether_the_other_has_written_or_not(world: World) {
        let two = two(&world).await;
        let (alone, second) = (loan(&world, &two).await, loan(&world, &two).await);
        say(&world, &two.lena, second, 1, "Das war leider gar nichts.").await;
        world.wait(REMIND_AFTER).await;
        let letters: Vec<_> = world.letters().await.into_iter().filter(|d| d.to.name == "Bea").collect();
        let text = |id: BookingId| {
            let letter = letters.iter().map(|d| format!("{d:?}")).find(|text| text.contains(&id.path())).unwrap();
            letter.replace(&id.path(), "")
        };
        assert_eq!(letters.len(), 2);
        assert_eq!(text(alone), text(second));
    }
}
