//! A booking from the request to its end, moving the clock.

use super::world::*;
use crate::{
    bookings::{
        next::{self, Step, Whose},
        rules::{ANSWER_WITHIN, CONFIRM_WITHIN, LAPSES_AFTER},
    },
    forms::Problem,
};

on_both_engines! {
    async fn a_whole_loan_from_the_request_to_the_return(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-04-30", "2030-05-01").await;

        let letters = world.letters().await;
        assert_eq!(told(&letters), [("Lena", BookingTurn::Requested)]);
        let Letter::Booking(news) = &letters[0].letter else { panic!("{letters:?}") };
        assert_eq!((news.other.as_str(), news.words.as_str(), news.you), ("Bea", "Für ein Regal.", Party::Lender));
        assert_eq!((news.until, news.path.clone()), (Some(world.now().plus(ANSWER_WITHIN)), id.path()));
        assert!(held(&world, listing).await.is_empty(), "a request holds nothing");
        assert_eq!(exact_place(&world.ctx, &bea, id).await.unwrap(), None);
        assert_eq!(waiting_count(&world.ctx, lena.id).await.unwrap(), 1);
        assert_eq!(waiting_count(&world.ctx, bea.id).await.unwrap(), 0);

        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::Accepted)]);
        assert_eq!(held(&world, listing).await, ["2030-04-30", "2030-05-01"]);
        let place = exact_place(&world.ctx, &bea, id).await.unwrap().unwrap();
        assert_eq!(place.point.map(|p| (p.lat(), p.lon())), Some(EXACT));
        assert!(place.note.contains("Werkstatt"));

        act(&world.ctx, &lena, id, Command::HandOver).await.unwrap();
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::HandoverReported)]);
        let view = seen(&world, &bea, id).await;
        assert_eq!((view.next.step, view.next.whose, view.waits), (Step::ConfirmHandover, Whose::Mine, true));
        act(&world.ctx, &bea, id, Command::HandOver).await.unwrap();
        assert_eq!(told(&world.letters().await), [("Lena", BookingTurn::HandedOver)]);

        world.wait(30 * Timestamp::HOUR).await;
        act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        let closed = act(&world.ctx, &lena, id, Command::Return).await.unwrap();
        assert_eq!((closed.state, closed.custody), (State::Closed, Custody::Returned));
        assert_eq!(told(&world.letters().await),
            [("Bea", BookingTurn::Returned), ("Lena", BookingTurn::ReturnReported)]);
        assert!(held(&world, listing).await.is_empty(), "days that are left are free again");
        assert_eq!(exact_place(&world.ctx, &bea, id).await.unwrap(), None, "the place is a secret again");
        assert_eq!(jobs_waiting(&world).await, 0, "no deadline is left");

        let story: Vec<_> = history(&world.ctx, &bea, id).await.unwrap().into_iter().map(|e| (e.event.name(), e.by)).collect();
        assert_eq!(story, [
            ("requested", Actor::Borrower), ("accepted", Actor::Lender), ("handover_reported", Actor::Lender),
            ("handed_over", Actor::Borrower), ("return_reported", Actor::Borrower), ("returned", Actor::Lender),
            ("closed", Actor::Lender),
        ]);
        let view = seen(&world, &lena, id).await;
        assert_eq!((view.me, view.other().name.as_str(), view.next.step), (Party::Lender, "Bea", Step::Over));
    }

    async fn a_request_expires_to_the_microsecond_and_both_are_told_once(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let early = ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        let late = ask(&world, &bea, listing, "2030-05-06", "2030-05-07").await;
        world.letters().await;
        world.wait(ANSWER_WITHIN - 1).await;
        assert_eq!(told(&world.letters().await), [("Lena", BookingTurn::RemindAnswer); 2]);
        act(&world.ctx, &lena, early, Command::Accept).await.unwrap();
        world.letters().await;
        world.wait(1).await;
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::Expired), ("Lena", BookingTurn::Expired)]);
        assert_eq!(seen(&world, &bea, late).await.booking.state, State::Expired);
        assert_eq!(seen(&world, &bea, early).await.booking.state, State::Accepted);
        world.wait(Timestamp::DAY).await;
        assert!(world.letters().await.is_empty());
    }

    async fn a_deadline_holds_even_if_its_job_has_not_run(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        world.letters().await;
        world.ctx.clock.advance(ANSWER_WITHIN);
        assert_eq!(seen(&world, &lena, id).await.booking.state, State::Expired, "shown as it stands");
        assert_eq!(waiting_count(&world.ctx, lena.id).await.unwrap(), 0);
        assert_eq!(refusal(act(&world.ctx, &lena, id, Command::Accept).await), Refusal::Over);
        assert!(held(&world, listing).await.is_empty());
        assert_eq!(told(&world.letters().await).len(), 2, "the job still tells both");

        let id = ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        world.wait(2 * Timestamp::DAY).await;
        act(&world.ctx, &lena, id, Command::HandOver).await.unwrap();
        world.ctx.clock.advance(CONFIRM_WITHIN);
        let wrong = act(&world.ctx, &bea, id, Command::Contest { words: "Nie bekommen".into() }).await;
        assert_eq!(refusal(wrong), Refusal::NotNow);
        act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        let story: Vec<_> = history(&world.ctx, &bea, id).await.unwrap().into_iter().map(|e| (e.event.name(), e.by)).collect();
        assert_eq!(story[2..], [("handover_reported", Actor::Lender), ("handed_over", Actor::Clock),
            ("return_reported", Actor::Borrower)]);
    }

    async fn one_side_and_a_day_confirm_a_handover_and_a_return(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-04-29", "2030-05-05").await;
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        act(&world.ctx, &bea, id, Command::HandOver).await.unwrap();
        world.letters().await;
        world.wait(CONFIRM_WITHIN - 1).await;
        assert_eq!(seen(&world, &bea, id).await.booking.custody, Custody::HandingOver { by: Party::Borrower });
        world.wait(1).await;
        assert_eq!(seen(&world, &bea, id).await.booking.custody, Custody::WithBorrower);
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::HandedOver), ("Lena", BookingTurn::HandedOver)]);
        act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        let returned_at = world.now();
        world.letters().await;
        world.wait(CONFIRM_WITHIN).await;
        let booking = seen(&world, &bea, id).await.booking;
        assert_eq!((booking.state, booking.returned_at), (State::Closed, Some(returned_at)));
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::Returned), ("Lena", BookingTurn::Returned)]);
        assert!(held(&world, listing).await.is_empty());
    }

    async fn a_contested_report_waits_for_people_and_not_for_time(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-04-29", "2030-05-01").await;
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        act(&world.ctx, &lena, id, Command::HandOver).await.unwrap();
        act(&world.ctx, &bea, id, Command::HandOver).await.unwrap();
        act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        world.letters().await;
        let silent = act(&world.ctx, &lena, id, Command::Contest { words: "  ".into() }).await;
        assert!(matches!(refusal(silent), Refusal::Invalid(errors)
            if errors[0].field == "reason" && errors[0].problem == Problem::Missing));
        world.wait(CONFIRM_WITHIN - 1).await;
        act(&world.ctx, &lena, id, Command::Contest { words: "Der Koffer fehlt.".into() }).await.unwrap();
        let letters = world.letters().await;
        let Letter::Booking(news) = &letters[0].letter else { panic!("{letters:?}") };
        assert_eq!((news.what, news.words.as_str(), news.you),
            (BookingTurn::Contested, "Der Koffer fehlt.", Party::Borrower));
        world.wait(10 * Timestamp::DAY).await;
        let view = seen(&world, &bea, id).await;
        assert_eq!((view.next.step, view.waits, view.next.main), (Step::SettleReturn, true, Some(Command::TakeBack)));
        assert_eq!(seen(&world, &lena, id).await.next.main, Some(Command::Return));
        assert_eq!(waiting_count(&world.ctx, bea.id).await.unwrap(), 1);

        act(&world.ctx, &bea, id, Command::TakeBack).await.unwrap();
        let view = seen(&world, &bea, id).await;
        assert!(view.overdue && view.next.whose == Whose::Late && view.booking.returned_at.is_none());
        assert_eq!(next::days_overdue(&view.booking, world.now()), 9);
        act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        act(&world.ctx, &lena, id, Command::Contest { words: "Immer noch nicht.".into() }).await.unwrap();
        let after_all = act(&world.ctx, &lena, id, Command::Return).await.unwrap();
        assert_eq!(after_all.state, State::Closed);
    }

    async fn either_side_may_call_it_off_before_the_handover_and_not_after(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        for (caller, other, by) in [(&lena, "Bea", Party::Lender), (&bea, "Lena", Party::Borrower)] {
            let id = ask(&world, &bea, listing, "2030-04-29", "2030-05-02").await;
            act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
            world.letters().await;
            let wordless = act(&world.ctx, caller, id, because("")).await;
            assert!(matches!(refusal(wordless), Refusal::Invalid(_)));
            let off = act(&world.ctx, caller, id, because("Leider krank.")).await.unwrap();
            assert_eq!((off.state, off.reason.as_str()), (State::Cancelled(by), "Leider krank."));
            assert_eq!(told(&world.letters().await), [(other, BookingTurn::Cancelled)]);
            assert!(held(&world, listing).await.is_empty());
            assert_eq!(exact_place(&world.ctx, &bea, id).await.unwrap(), None);
        }
        let id = ask(&world, &bea, listing, "2030-04-29", "2030-05-02").await;
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        act(&world.ctx, &lena, id, Command::HandOver).await.unwrap();
        assert_eq!(refusal(act(&world.ctx, &bea, id, because("Doch nicht.")).await), Refusal::NotNow);
    }

    async fn a_request_is_declined_or_withdrawn_with_or_without_words(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        world.letters().await;
        let no = act(&world.ctx, &lena, id, Command::Decline { reason: " Ich brauche sie selbst. ".into() }).await.unwrap();
        assert_eq!((no.state, no.reason.as_str()), (State::Declined, "Ich brauche sie selbst."));
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::Declined)]);
        let id = ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        world.letters().await;
        assert_eq!(refusal(act(&world.ctx, &lena, id, Command::Withdraw).await), Refusal::NotYours);
        act(&world.ctx, &bea, id, Command::Withdraw).await.unwrap();
        assert_eq!(told(&world.letters().await), [("Lena", BookingTurn::Withdrawn)]);
        assert_eq!(refusal(act(&world.ctx, &lena, id, Command::Accept).await), Refusal::Over);
        assert_eq!(jobs_waiting(&world).await, 0);
    }

    async fn a_loan_that_nobody_reported_lapses_and_frees_its_days(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-04-29", "2030-04-30").await;
        let booking = act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        world.letters().await;
        world.wait(booking.due_at.plus(LAPSES_AFTER).since(world.now()) - 1).await;
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Accepted);
        world.wait(1).await;
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Lapsed);
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::Lapsed), ("Lena", BookingTurn::Lapsed)]);
        assert!(held(&world, listing).await.is_empty());
    }

    async fn what_is_so_already_is_known(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-04-29", "2030-05-02").await;
        let steps = [
            (&lena, Command::Accept), (&bea, Command::HandOver), (&lena, Command::Contest { words: "Nein.".into() }),
            (&lena, Command::HandOver), (&bea, Command::Return), (&lena, Command::Return),
        ];
        for (who, command) in steps {
            let before = seen(&world, who, id).await;
            assert!(!next::already_so(&before.booking, &command, before.me), "{command:?}");
            let after = act(&world.ctx, who, id, command.clone()).await.unwrap();
            assert!(next::already_so(&after, &command, before.me), "{command:?}");
            refusal(act(&world.ctx, who, id, command).await);
        }
    }
}
