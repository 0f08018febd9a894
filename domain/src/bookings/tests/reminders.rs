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
        use BookingTurn::{RemindDue, RemindOverdue, RemindPickUp, RemindReturn, WarnNext};
        let names = |come: Vec<(i64, String, BookingTurn)>| -> Vec<(i64, String, BookingTurn)> { come };
        let at = |hour, who: &str, what| (hour, who.to_owned(), what);

        assert_eq!(names(meanwhile(&world, 24).await), [at(9, "Bea", RemindPickUp), at(9, "Lena", RemindPickUp)]);
        hand_over(&world, &lena, &bea, id).await; // Tuesday, 8:00
        assert_eq!(names(meanwhile(&world, 24).await), []);
        assert_eq!(names(meanwhile(&world, 24).await), [at(1, "Bea", RemindReturn), at(12, "Bea", RemindDue)]); // Wednesday, 9:00 and 20:00
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

    async fn what_is_not_back_is_told_to_both_every_week_and_once_to_whoever_runs_the_instance(world: World) {
        let (lena, bea, olga) = (world.member("Lena").await, world.member("Bea").await, world.member("Olga").await);
        let mut tx = world.ctx.db.write().await.unwrap();
        change!(&mut tx, sqlx::query("update member set role = 'operator' where id = $1").bind(olga.id)).unwrap();
        tx.commit().await.unwrap();
        let listing = drill(&world, &lena).await;
        let id = accepted(&world, &lena, &bea, listing, "2030-04-29", "2030-04-30").await;
        hand_over(&world, &lena, &bea, id).await;
        let mut days = std::collections::BTreeMap::<String, Vec<i64>>::new();
        let mut long = Vec::new();
        for day in 1..=40 {
            world.wait(24 * Timestamp::HOUR).await; // eight in the morning: what came at nine was yesterday
            for delivery in world.letters().await {
                match &delivery.letter {
                    Letter::Booking(news) if news.what == BookingTurn::RemindOverdue => {
                        days.entry(delivery.to.name.clone()).or_default().push(day - 2);
                    }
                    Letter::LongOverdue(news) => long.push((delivery.to.name.clone(), day - 2, news.days)),
                    _ => {}
                }
            }
        }
        assert_eq!(days["Bea"], [1, 3, 7, 14, 21, 28, 35]);
        assert_eq!(days["Lena"], days["Bea"]);
        // This test looks once a day, an hour before it is told.
        assert_eq!(long, [("Olga".to_owned(), 14, 15)]);
        act(&world.ctx, &lena, id, Command::Return).await.unwrap();
        world.letters().await;
        assert!(meanwhile(&world, 24 * 9).await.iter().all(|(_, _, what)| *what != BookingTurn::RemindOverdue));
        let mut tx = world.ctx.db.read().await.unwrap();
        let waiting = run!(&mut tx, db => sqlx::query_scalar::<_, i64>("select count(*) from job where kind = 'reminder'").fetch_one(db)).unwrap();
        assert_eq!(waiting, 0);
    }

    async fn two_workers_and_a_process_that_died_half_way_remind_once(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = accepted(&world, &lena, &bea, listing, "2030-04-30", "2030-05-01").await;
        let booking = seen(&world, &bea, id).await.booking;
        let pick_up = reminders::planned(&booking)[0];
        world.ctx.clock.advance(9 * Timestamp::HOUR);
        // The same reminder by whoever works on it, before and after its letter is on the way.
        let all = join_all((0..4).map(|_| reminder_came(&world.ctx, pick_up))).await;
        assert!(all.iter().all(Result::is_ok), "{all:?}");
        let (a, b) = futures::join!(crate::jobs::run_due(&world.ctx, "a"), crate::jobs::run_due(&world.ctx, "b"));
        assert!(a.is_ok() && b.is_ok());
        reminder_came(&world.ctx, pick_up).await.unwrap();
        let came = world.letters().await;
        assert_eq!(told(&came), [("Bea", BookingTurn::RemindPickUp), ("Lena", BookingTurn::RemindPickUp)]);
    }

    async fn quiet_hours_are_kept_one_by_one_and_what_is_back_by_then_is_not_asked_for(world: World) {
        use crate::notifications::{ChoiceForm, choose};
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let mornings = ChoiceForm { quiet_from: "22".into(), quiet_until: "11".into(), wanted: Vec::new() };
        choose(&world.ctx, &bea, &mornings).await.unwrap();
        let listing = drill(&world, &lena).await;
        let id = accepted(&world, &lena, &bea, listing, "2030-04-29", "2030-04-30").await;
        hand_over(&world, &lena, &bea, id).await;
        let at = |hour, who: &str, what| (hour, who.to_owned(), what);
        // Tuesday, at eleven instead of nine, and at eight in the evening.
        assert_eq!(meanwhile(&world, 48).await,
            [at(27, "Bea", BookingTurn::RemindReturn), at(36, "Bea", BookingTurn::RemindDue)]);
        // Wednesday: Lena hears at nine that it is late; Bea would at eleven, but has brought it by ten.
        assert_eq!(meanwhile(&world, 2).await, [at(1, "Lena", BookingTurn::RemindOverdue)]);
        act(&world.ctx, &bea, id, Command::Return).await.unwrap();
        world.letters().await;
        assert_eq!(meanwhile(&world, 20).await, []);
    }

    async fn whoever_is_next_is_warned_once_and_may_call_off_for_nothing(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = drill(&world, &lena).await;
        change_listing(&world, listing,
            "update listing set kind = 'rent', cancellation = 'strict', prices = '{\"day\":800}' where id = $1").await;
        let paid = |from: &str, to: &str| RequestDraft { seen: "1600".into(), ..typed(from, to) };
        let mut ids = Vec::new();
        for (who, from, to) in [(&bea, "2030-04-29", "2030-04-30"), (&hassan, "2030-05-03", "2030-05-04")] {
            let id = request(&world.ctx, who, listing, &paid(from, to)).await.unwrap();
            act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
            ids.push(id);
        }
        let (out, next) = (ids[0], ids[1]);
        hand_over(&world, &lena, &bea, out).await;
        world.wait(2 * Timestamp::HOUR).await;
        let costs = |booking: &Booking| cancelling::owed(booking, Party::Borrower, world.now()).minor;
        assert_eq!(costs(&seen(&world, &hassan, next).await.booking), 1_600);
        let came = meanwhile(&world, 24 * 4).await;
        let warned: Vec<_> = came.iter().filter(|(_, _, what)| *what == BookingTurn::WarnNext).collect();
        assert_eq!(warned.len(), 1, "{came:?}");
        assert_eq!(warned[0].1, "Hassan");
        let view = seen(&world, &hassan, next).await;
        assert!(view.booking.warned_at.is_some() && costs(&view.booking) == 0);
        act(&world.ctx, &hassan, next, because("Dann nehme ich einen anderen.")).await.unwrap();
        assert_eq!(seen(&world, &hassan, next).await.booking.owed_minor, Some(0));
        let history = history(&world.ctx, &hassan, next).await.unwrap();
        assert_eq!(history.iter().filter(|entry| entry.event == Event::Warned).count(), 1);
    }
}
