//! The code that one shows and the other enters.

use super::{
    super::rules::{CODE_LIVES, CODE_TRAVELS},
    world::*,
};

/// Six digits that are not these.
fn another(code: &str) -> String {
    let other = if code.starts_with('9') { '1' } else { '9' };
    format!("{other}{}", &code[1..])
}

on_both_engines! {
    async fn a_code_says_it_for_both_at_once_out_and_back(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let shown = show(&world.ctx, &lena, id, Move::Handover).await.unwrap();
        assert_eq!(shown.until.since(world.now()), CODE_LIVES);
        assert!(shown.code.len() == 6 && shown.code.bytes().all(|c| c.is_ascii_digit()));
        let spaced = format!(" {} {}", &shown.code[..3], &shown.code[3..]);
        let booking = enter(&world.ctx, &bea, id, Move::Handover, &spaced).await.unwrap();
        assert_eq!((booking.custody, booking.handed_over_at), (Custody::WithBorrower, Some(world.now())));
        assert_eq!(told(&world.letters().await), [("Lena", BookingTurn::HandedOver, "")]);

        world.wait(Timestamp::DAY).await;
        let shown = show(&world.ctx, &bea, id, Move::Return).await.unwrap();
        let booking = enter(&world.ctx, &lena, id, Move::Return, &shown.code).await.unwrap();
        assert_eq!((booking.state, booking.custody), (State::Closed, Custody::Returned));
        assert_eq!((booking.returned_at, booking.ended_at), (Some(world.now()), Some(world.now())));
        let names: Vec<_> = bookings::history(&world.ctx, &bea, id).await.unwrap().iter().map(|e| e.event.name()).collect();
        assert_eq!(names, ["requested", "accepted", "handed_over_by_code", "returned_by_code", "closed"]);
        assert_eq!(refusal(show(&world.ctx, &bea, id, Move::Return).await), Refusal::Booking(bookings::Refusal::Over));
    }

    async fn a_code_is_for_one_booking_one_move_one_side_and_one_use(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let eve = world.member("Eve").await;
        let shown = show(&world.ctx, &lena, id, Move::Handover).await.unwrap();
        assert_eq!(refusal(enter(&world.ctx, &lena, id, Move::Handover, &shown.code).await), Refusal::NoCode, "one's own");
        let back = enter(&world.ctx, &bea, id, Move::Return, &shown.code).await;
        assert_eq!(refusal(back), Refusal::Booking(bookings::Refusal::NotNow));
        assert!(matches!(enter(&world.ctx, &eve, id, Move::Handover, &shown.code).await, Err(Error::NotFound)));
        assert!(matches!(show(&world.ctx, &eve, id, Move::Handover).await, Err(Error::NotFound)));
        enter(&world.ctx, &bea, id, Move::Handover, &shown.code).await.unwrap();
        let again = enter(&world.ctx, &bea, id, Move::Handover, &shown.code).await;
        assert_eq!(refusal(again), Refusal::Booking(bookings::Refusal::NotNow));
        assert_eq!(refusal(enter(&world.ctx, &bea, id, Move::Return, &shown.code).await), Refusal::NoCode, "another move");
    }

    async fn guessing_ends_after_five_tries_and_a_new_code_begins_anew(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let shown = show(&world.ctx, &lena, id, Move::Handover).await.unwrap();
        for left in [4, 3, 2, 1, 0] {
            let wrong = enter(&world.ctx, &bea, id, Move::Handover, &another(&shown.code)).await;
            assert_eq!(refusal(wrong), Refusal::WrongCode { left });
        }
        for typed in [shown.code.as_str(), "", "x"] {
            assert_eq!(refusal(enter(&world.ctx, &bea, id, Move::Handover, typed).await), Refusal::NoCode);
        }
        let next = show(&world.ctx, &lena, id, Move::Handover).await.unwrap();
        enter(&world.ctx, &bea, id, Move::Handover, &next.code).await.unwrap();
    }

    async fn a_code_ends_with_its_time_and_when_another_is_shown(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let old = show(&world.ctx, &lena, id, Move::Handover).await.unwrap();
        world.wait(CODE_LIVES).await;
        assert_eq!(refusal(enter(&world.ctx, &bea, id, Move::Handover, &old.code).await), Refusal::NoCode);
        let one = show(&world.ctx, &lena, id, Move::Handover).await.unwrap();
        let mut two = show(&world.ctx, &lena, id, Move::Handover).await.unwrap();
        while two.code == one.code {
            two = show(&world.ctx, &lena, id, Move::Handover).await.unwrap();
        }
        assert_eq!(refusal(enter(&world.ctx, &bea, id, Move::Handover, &one.code).await), Refusal::WrongCode { left: 4 });
        enter(&world.ctx, &bea, id, Move::Handover, &two.code).await.unwrap();
    }

    async fn where_a_neighbour_hands_over_the_code_has_a_day_to_travel(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let words = "Olga im zweiten Stock".to_owned();
        let propose = Command::Propose { how: How::Neighbour, words };
        arrange(&world.ctx, &lena, id, Move::Handover, propose).await.unwrap();
        let life = async || show(&world.ctx, &lena, id, Move::Handover).await.unwrap().until.since(world.now());
        assert_eq!(life().await, CODE_LIVES, "a proposal counts for nothing");
        let to = record(&world, &bea, id).await.plans.handover.proposed.unwrap().at;
        arrange(&world.ctx, &bea, id, Move::Handover, Command::Agree { to }).await.unwrap();
        assert_eq!(life().await, CODE_TRAVELS);
        let life = show(&world.ctx, &lena, id, Move::Return).await;
        assert_eq!(refusal(life), Refusal::Booking(bookings::Refusal::NotNow), "for the handover only");
    }

    async fn both_pressing_at_once_is_one_handover(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let hers = show(&world.ctx, &lena, id, Move::Handover).await.unwrap();
        let mine = show(&world.ctx, &bea, id, Move::Handover).await.unwrap();
        let (one, two, three) = futures::join!(
            enter(&world.ctx, &bea, id, Move::Handover, &hers.code),
            enter(&world.ctx, &lena, id, Move::Handover, &mine.code),
            bookings::act(&world.ctx, &lena, id, bookings::Command::HandOver),
        );
        assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {two:?} {three:?}");
        let events = bookings::history(&world.ctx, &bea, id).await.unwrap();
        assert_eq!(events.iter().filter(|e| e.event == bookings::Event::HandedOverByCode).count(), 1);
        let booking = record(&world, &bea, id).await.booking;
        assert_eq!(booking.custody, Custody::WithBorrower);
    }

    async fn a_report_that_waits_or_is_contested_is_settled_by_a_code(world: World) {
        let (lena, bea, id) = scene(&world).await;
        act(&world, &bea, id, bookings::Command::HandOver).await;
        let reported = world.now();
        world.wait(Timestamp::HOUR).await;
        let shown = show(&world.ctx, &bea, id, Move::Handover).await.unwrap();
        let booking = enter(&world.ctx, &lena, id, Move::Handover, &shown.code).await.unwrap();
        assert_eq!(booking.handed_over_at, Some(reported), "it was so when it was reported");
        act(&world, &bea, id, bookings::Command::Return).await;
        act(&world, &lena, id, bookings::Command::Contest { words: "Der Koffer fehlt.".into() }).await;
        world.wait(Timestamp::HOUR).await;
        let shown = show(&world.ctx, &lena, id, Move::Return).await.unwrap();
        let booking = enter(&world.ctx, &bea, id, Move::Return, &shown.code).await.unwrap();
        assert_eq!((booking.state, booking.returned_at), (State::Closed, Some(world.now())), "now both say so");
    }
}
