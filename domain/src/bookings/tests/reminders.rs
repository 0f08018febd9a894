//! Reminders come when they should, once, and not when there is nothing to be reminded of.

use super::world::*;

/// The letters that come while the clock runs on by so many hours, hour by hour.
async fn meanwhile(world: &World, hours: i64) -> Vec<(i64, String, BookingTurn)> {
    let mut all = Vec::new();
    for hour in 1..=hours {
        world.wait(Timestamp::HOUR).await;
        let letters = world.letters().await;
        all.extend(
            told(&letters)
                .into_iter()
                .map(|(who, what)| (hour, who.to_owned(), what)),
        );
    }
    all
}

async fn accepted(world: &World, lender: &Me, borrower: &Me, listing: ListingId, from: &str, to: &str) -> BookingId {
    let id = ask(world, borrower, listing, from, to).await;
    act(&world.ctx, lender, id, Command::Accept).await.unwrap();
    world.letters().await;
    id
}

async fn hand_over(world: &World, lender: &Me, borrower: &Me, id: BookingId) {
    for who in [lender, borrower] {
        act(&world.ctx, who, id, Command::HandOver).await.unwrap();
    }
    world.letters().await;
}

on_both_engines! {
    // The world begins on Monday, 2030-04-29, at 8 in the morning in Berlin.

    async fn a_lender_who_does_not_answer_is_reminded_once_at_half_time(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        let answered = ask(&world, &bea, listing, "2030-05-06", "2030-05-07").await;
        world.letters().await;
        act(&world.ctx, &lena, answered, Command::Decline { reason: String::new() }).await.unwrap();
        world.letters().await;
        let come = meanwhile(&world, 26).await;
        let reminded = (12, "Lena".to_owned(), BookingTurn::RemindAnswer);
        assert_eq!(come.iter().filter(|letter| **letter == reminded).count(), 1);
        assert_eq!(come.len(), 3, "and then it expires for both: {come:?}");
    }

    async fn a_loan_is_reminded_of_on_the_day_before_on_the_last_day_and_until_it_is_back(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = drill(&world, &lena).await;
        let id = accepted(&world, &lena, &bea, listing, "2030-04-30", "2030-05-01").await;
        accepted(&world, &lena, &hassan, listing, "2030-05-04", "2030-05-05").await;
        use BookingTurn::{RemindOverdue, RemindPickUp, RemindReturn, WarnNext};
        let names = |come: Vec<(i64, String, BookingTurn)>| -> Vec<(i64, String, BookingTurn)> { come };
        let at = |hour, who: &str, what| (hour, who.to_owned(), what);

        assert_eq!(names(meanwhile(&world, 24).await), [at(9, "Bea", RemindPickUp), at(9, "Lena", RemindPickUp)]);
        hand_over(&world, &lena, &bea, id).await; // Tuesday, 8:00
        assert_eq!(names(meanwhile(&world, 24).await), []);
        assert_eq!(names(meanwhile(&world, 24).await), [at(1, "Bea", RemindReturn)]); // Wednesday, 9:00
        assert_eq!(names(meanwhile(&world, 24).await),
            [at(1, "Bea", RemindOverdue), at(1, "Hassan", WarnNext), at(1, "Lena", RemindOverdue)]); // Thursday, 9:00
        let told: Vec<_> = meanwhile(&world, 48).await.into_iter().filter(|l| l.1 == "Bea").collect();
        assert_eq!(told, [at(25, "Bea", RemindOverdue)]); // Saturday, 9:00
        act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        act(&world.ctx, &lena, id, Command::Return).await.unwrap();
        world.letters().await;
        let later = meanwhile(&world, 24 * 7).await;
        assert!(later.iter().all(|letter| letter.1 != "Bea"), "what is back is not asked for: {later:?}");
    }

    async fn other_days_bring_other_reminders(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = accepted(&world, &lena, &bea, listing, "2030-04-29", "2030-04-30").await;
        hand_over(&world, &lena, &bea, id).await;
        let longer = Period::whole_days(Day::parse("2030-04-29").unwrap(), Day::parse("2030-05-02").unwrap());
        act(&world.ctx, &bea, id, Command::Propose { period: longer, offer: None, words: String::new() }).await.unwrap();
        act(&world.ctx, &lena, id, Command::Agree).await.unwrap();
        world.letters().await;
        let come = meanwhile(&world, 24 * 4).await;
        let hours: Vec<_> = come.iter().filter(|l| l.2 == BookingTurn::RemindReturn).map(|l| l.0).collect();
        assert_eq!(hours, [73], "on Thursday at 9:00, and not on Tuesday: {come:?}");
    }

    async fn what_is_called_off_or_lent_for_one_day_is_reminded_of_only_where_it_helps(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let off = accepted(&world, &lena, &bea, listing, "2030-05-02", "2030-05-03").await;
        act(&world.ctx, &bea, off, because("Doch nicht")).await.unwrap();
        world.letters().await;
        assert_eq!(jobs_waiting(&world).await, 0);
        let today = accepted(&world, &lena, &bea, listing, "2030-04-29", "2030-04-29").await;
        hand_over(&world, &lena, &bea, today).await;
        assert_eq!(meanwhile(&world, 14).await, [(9, "Bea".to_owned(), BookingTurn::RemindReturn)]); // 17:00
    }
}
