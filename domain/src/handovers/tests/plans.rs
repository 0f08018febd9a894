//! Another way than from hand to hand.

use super::world::*;

on_both_engines! {
    async fn another_way_counts_once_both_agreed_and_each_step_is_told(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let box_at = "Am Zaun hinten links";
        let propose = Command::Propose { how: How::KeyBox, words: format!("  {box_at} ") };
        let plan = arrange(&world.ctx, &lena, id, Move::Handover, propose.clone()).await.unwrap();
        assert!(plan.agreed.is_none());
        arrange(&world.ctx, &lena, id, Move::Handover, propose).await.unwrap();
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::PlanProposed, box_at)], "sent twice is told once");

        let no = Command::Decline { words: "Lieber persönlich.".into() };
        arrange(&world.ctx, &bea, id, Move::Handover, no).await.unwrap();
        assert_eq!(told(&world.letters().await), [("Lena", BookingTurn::PlanDeclined, "Lieber persönlich.")]);
        assert_eq!(record(&world, &lena, id).await.plans, Plans::default());

        let propose = Command::Propose { how: How::Neighbour, words: "Olga im zweiten Stock".into() };
        arrange(&world.ctx, &bea, id, Move::Handover, propose).await.unwrap();
        assert_eq!(told(&world.letters().await), [("Lena", BookingTurn::PlanProposed, "Olga im zweiten Stock")]);
        let to = record(&world, &lena, id).await.plans.handover.proposed.unwrap().at;
        let own = arrange(&world.ctx, &bea, id, Move::Handover, Command::Agree { to }).await;
        assert_eq!(refusal(own), Refusal::NotYours);
        let (one, two) = futures::join!(
            arrange(&world.ctx, &lena, id, Move::Handover, Command::Agree { to }),
            arrange(&world.ctx, &lena, id, Move::Handover, Command::Agree { to }),
        );
        assert!(one.is_ok() && two.is_ok(), "pressed twice is no mistake");
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::PlanAgreed, "Olga im zweiten Stock")]);
        let names: Vec<_> = history(&world.ctx, &bea, id).await.unwrap().iter().map(|h| h.event.name()).collect();
        assert_eq!(names, ["proposed", "declined", "proposed", "agreed"]);
        let plans = record(&world, &bea, id).await.plans;
        assert_eq!(plans.handover.agreed.map(|agreed| (agreed.how, agreed.by)), Some((How::Neighbour, Party::Borrower)));
        assert_eq!(plans.back, Plan::default(), "the way back is another matter");
    }

    async fn what_changed_meanwhile_is_not_agreed_to(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let propose = |words: &str| Command::Propose { how: How::KeyBox, words: words.into() };
        arrange(&world.ctx, &lena, id, Move::Return, propose("Am Zaun")).await.unwrap();
        let read = record(&world, &bea, id).await.plans.back.proposed.unwrap().at;
        world.wait(Timestamp::MINUTE).await;
        arrange(&world.ctx, &lena, id, Move::Return, propose("Unter der Treppe")).await.unwrap();
        let old = arrange(&world.ctx, &bea, id, Move::Return, Command::Agree { to: read }).await;
        assert_eq!(refusal(old), Refusal::ChangedMeanwhile);
        arrange(&world.ctx, &lena, id, Move::Return, Command::Withdraw).await.unwrap();
        let gone = arrange(&world.ctx, &bea, id, Move::Return, Command::Agree { to: read.plus(Timestamp::MINUTE) }).await;
        assert_eq!(refusal(gone), Refusal::ChangedMeanwhile);
        let short = arrange(&world.ctx, &bea, id, Move::Return, propose(" ")).await;
        assert!(matches!(refusal(short), Refusal::Invalid(errors) if errors[0].field == "words"));
        let eve = world.member("Eve").await;
        assert!(matches!(arrange(&world.ctx, &eve, id, Move::Return, propose("Zu mir")).await, Err(Error::NotFound)));
    }

    async fn what_is_out_needs_no_plan_to_go_out(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let propose = Command::Propose { how: How::KeyBox, words: "Am Zaun".into() };
        act(&world, &bea, id, bookings::Command::HandOver).await;
        let late = arrange(&world.ctx, &lena, id, Move::Handover, propose.clone()).await;
        assert_eq!(refusal(late), Refusal::NotNow);
        arrange(&world.ctx, &lena, id, Move::Return, propose).await.unwrap();
    }
}
