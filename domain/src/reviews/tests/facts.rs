//! Facts on both engines: recomputed by hand from what happened.

use super::{
    super::reliability::{Share, Typical},
    world::*,
};
use crate::bookings::Command::{Accept, Cancel, Decline, HandOver, Return, Withdraw};

on_both_engines! {
    async fn figures_are_those_of_what_happened(world: World) {
        let two = two(&world).await;
        let known = async |who: &Me| reliability(&world.ctx, who.id).await.unwrap();
        assert_eq!(known(&two.lena).await, Reliability::default());

        // Three loans answered after one, two and three hours; the third comes back a day late.
        for n in 1..=3 {
            let id = asked(&world, &two).await;
            world.wait(n * Timestamp::HOUR).await;
            act(&world, &two.lena, id, Accept).await;
            act(&world, &two.lena, id, HandOver).await;
            act(&world, &two.bea, id, HandOver).await;
            if n == 3 {
                world.wait(2 * Timestamp::DAY).await;
            }
            act(&world, &two.bea, id, Return).await;
            act(&world, &two.lena, id, Return).await;
            world.wait(20 * Timestamp::HOUR).await;
        }
        // Declined, left to expire, taken back, called off by either.
        let id = asked(&world, &two).await;
        world.wait(5 * Timestamp::HOUR).await;
        act(&world, &two.lena, id, Decline { reason: String::new() }).await;
        let expires = asked(&world, &two).await;
        world.wait(Timestamp::DAY).await;
        assert_eq!(bookings::booking_seen_by(&world.ctx, &two.bea, expires).await.unwrap().booking.state,
            bookings::State::Expired);
        let id = asked(&world, &two).await;
        act(&world, &two.bea, id, Withdraw).await;
        for who in [&two.lena, &two.bea, &two.bea] {
            let id = asked(&world, &two).await;
            world.wait(Timestamp::HOUR).await;
            act(&world, &two.lena, id, Accept).await;
            act(&world, who, id, Cancel { reason: "Keine Zeit".into(), seen: None }).await;
        }

        let (lena, bea) = (known(&two.lena).await, known(&two.bea).await);
        assert_eq!(lena.answers, Some(Share { count: 7, of: 8 }));
        assert_eq!(lena.answer_time, Some(Typical { micros: Timestamp::HOUR, of: 7 }), "1 1 1 1 2 3 5");
        assert_eq!(lena.lender_cancels, Some(Share { count: 1, of: 6 }));
        assert_eq!((lena.lent, lena.knows_borrower()), (Some(3), false));
        assert_eq!(bea.on_time, Some(Share { count: 2, of: 3 }));
        assert_eq!(bea.borrower_cancels, Some(Share { count: 2, of: 6 }));
        assert_eq!((bea.borrowed, bea.knows_lender()), (Some(3), false));

        world.wait(400 * Timestamp::DAY).await;
        assert_eq!(known(&two.lena).await, Reliability::default(), "what is longer ago than a year is forgotten");
    }

    async fn a_request_whose_time_is_over_counts_before_its_job_has_run(world: World) {
        let two = two(&world).await;
        for _ in 0..3 {
            asked_apart(&world, &two).await;
        }
        world.ctx.clock.advance(bookings::rules::ANSWER_WITHIN);
        let before = reliability(&world.ctx, two.lena.id).await.unwrap();
        world.settle().await;
        assert_eq!(reliability(&world.ctx, two.lena.id).await.unwrap(), before);
        assert_eq!(before.answers, Some(Share { count: 0, of: 3 }));
        assert_eq!(before.answer_time, None);
    }
}

/// Asks for another day each time, as nobody asks twice for one.
async fn asked_apart(world: &World, two: &Two) {
    static COUNT: std::sync::atomic::AtomicI64 = std::sync::atomic::AtomicI64::new(2);
    let day = world
        .ctx
        .today()
        .plus(COUNT.fetch_add(1, std::sync::atomic::Ordering::SeqCst));
    let typed = bookings::RequestDraft {
        from: day.to_string(),
        to: day.to_string(),
        note: String::new(),
        once: day.to_string(),
        ..bookings::RequestDraft::default()
    };
    bookings::request(&world.ctx, &two.bea, two.drill, &typed)
        .await
        .unwrap();
}
