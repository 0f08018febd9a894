//! What stands where, what is unread, and what follows live.

use super::world::*;

on_both_engines! {
    async fn what_happened_to_the_booking_stands_between_the_messages(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let tick = || world.ctx.clock.advance(Timestamp::MINUTE);
        let asked = ask_owner(&world, &bea, listing, "Ist der Koffer dabei?").await;
        tick();
        let booking = book(&world, &bea, listing, "2030-04-30", "2030-05-01").await;
        let id = ConversationId::from(booking);
        assert_eq!(refusal(write(&world.ctx, &lena, asked, words("Ja")).await), Refusal::Moved(booking), "they talk in one place");
        let sent = ask(&world.ctx, &bea, listing, words("Und Bohrer?")).await.unwrap();
        assert_eq!((sent.conversation, sent.seq), (id, 1), "asking on the listing leads there");
        assert_eq!(asking(&world.ctx, &bea, listing).await.unwrap().there, Some(id));
        tick();
        act(&world, &lena, booking, Command::Accept).await;
        tick();
        say(&world, &lena, id, "Ja, beides.").await;
        tick();
        act(&world, &lena, booking, Command::HandOver).await;

        let seen = view(&world, &bea, id).await;
        let all = ["(requested)", "Und Bohrer?", "(accepted)", "Ja, beides.", "(handover_reported)"];
        assert_eq!(lines(&seen.entries), all);
        assert_eq!(seen.earlier.iter().map(|m| m.text.as_str()).collect::<Vec<_>>(), ["Ist der Koffer dabei?"]);
        assert_eq!((seen.cursor, seen.title.as_str()), (Cursor { message: 2, event: 3 }, "Schlagbohrmaschine"));
        assert!(!format!("{seen:?}").contains(SECRET), "the exact place is no business of a conversation");

        // It is read from the booking, not copied: nothing of it lies among the messages.
        let mut tx = world.ctx.db.read().await.unwrap();
        let rows = run!(&mut tx, db => sqlx::query_scalar::<_, i64>("select count(*) from message").fetch_one(db)).unwrap();
        drop(tx);
        assert_eq!(rows, 3);

        act(&world, &bea, booking, Command::HandOver).await;
        act(&world, &bea, booking, Command::Return).await;
        act(&world, &lena, booking, Command::Return).await;
        tick();
        say(&world, &bea, asked, "Darf ich sie wieder haben?").await;
        assert_eq!(view(&world, &lena, id).await.earlier.len(), 1, "what is asked after the end belongs to the next loan");
        assert_eq!(lines(&view(&world, &lena, asked).await.entries).len(), 2);
    }

    async fn a_booking_has_its_conversation_before_anybody_writes(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let booking = book(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        for who in [&lena, &bea] {
            let seen = view(&world, who, booking.into()).await;
            assert_eq!((lines(&seen.entries), seen.refusal), (vec!["(requested)".into()], None));
            assert!(conversations(&world.ctx, who, 0).await.unwrap().lines.is_empty(), "the list shows what was said");
            assert_eq!(unread_count(&world.ctx, who.id).await.unwrap(), 0);
        }
        say(&world, &lena, booking.into(), "Wann passt es dir?").await;
        say(&world, &bea, booking.into(), "Um sechs.").await;
        assert_eq!(view(&world, &lena, booking.into()).await.cursor, Cursor { message: 2, event: 1 });
    }

    async fn each_side_knows_what_it_has_not_read_and_nobody_else_does(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let mira = world.member("Mira").await;
        let counts = async |who: &Me| unread_count(&world.ctx, who.id).await.unwrap();
        let id = ask_owner(&world, &bea, listing, "Hallo").await;
        say(&world, &bea, id, "Noch da?").await;
        world.ctx.clock.advance(1);
        let other = ask_owner(&world, &mira, listing, "Ist sie frei?").await;
        assert_eq!((counts(&lena).await, counts(&bea).await, counts(&mira).await), (2, 0, 0), "conversations, not messages");
        let list = conversations(&world.ctx, &lena, 0).await.unwrap();
        let shown: Vec<_> = list.lines.iter().map(|l| (l.other.name.as_str(), l.text.as_str(), l.mine, l.unread)).collect();
        assert_eq!(shown, [("Mira", "Ist sie frei?", false, 1), ("Bea", "Noch da?", false, 2)]);

        let (before, seen) = (view(&world, &bea, id).await, view(&world, &lena, id).await);
        assert_eq!((seen.new_from, counts(&lena).await), (Some(1), 2), "looking alone notes nothing");
        mark_read(&world.ctx, &lena, id, 1).await.unwrap();
        assert_eq!((unread_in(&world.ctx, lena.id, id).await.unwrap(), view(&world, &lena, id).await.new_from), (1, Some(2)));
        mark_read(&world.ctx, &lena, id, 2).await.unwrap();
        mark_read(&world.ctx, &lena, id, 1).await.unwrap();
        assert_eq!((counts(&lena).await, unread_in(&world.ctx, lena.id, other).await.unwrap()), (1, 1), "it never goes back");
        assert_eq!(view(&world, &bea, id).await, before, "the other sees nothing of it");

        // An answer that crosses is unread, one's own is not.
        say(&world, &lena, id, "Ja").await;
        assert_eq!((counts(&lena).await, counts(&bea).await), (1, 1));
        assert_eq!(conversations(&world.ctx, &bea, 0).await.unwrap().lines[0].unread, 1);
    }

    async fn a_long_conversation_comes_in_pages_and_nothing_is_missing(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let booking = book(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        let id = ConversationId::from(booking);
        let last = 2 * MESSAGES_ON_PAGE + 3;
        for n in 1..=last {
            world.ctx.clock.advance(Timestamp::MINUTE);
            say(&world, if n % 2 == 0 { &lena } else { &bea }, id, &n.to_string()).await;
            if n == last - MESSAGES_ON_PAGE {
                // At the seam between two pages.
                world.ctx.clock.advance(1);
                act(&world, &lena, booking, Command::Accept).await;
            }
        }
        let (mut before, mut all, mut pages) = (None, Vec::new(), 0);
        loop {
            let page = conversation(&world.ctx, &bea, id, before).await.unwrap();
            all.splice(0..0, lines(&page.entries));
            (before, pages) = (page.older, pages + 1);
            if before.is_none() {
                break;
            }
        }
        let mut expected: Vec<_> = (1..=last).map(|n| n.to_string()).collect();
        expected.insert(usize::try_from(last - MESSAGES_ON_PAGE).unwrap(), "(accepted)".into());
        expected.insert(0, "(requested)".into());
        assert_eq!((all, pages), (expected, 3));
    }

    async fn the_list_comes_in_pages_the_latest_first(world: World) {
        let mut world = world;
        world.without_quotas();
        let (lena, bea, _) = scene(&world).await;
        for n in 0..LINES_ON_PAGE + 2 {
            let booking = book(&world, &bea, drill(&world, &lena).await, "2030-05-02", "2030-05-03").await;
            world.ctx.clock.advance(1_000);
            say(&world, &bea, booking.into(), &n.to_string()).await;
        }
        let first = conversations(&world.ctx, &lena, 0).await.unwrap();
        let second = conversations(&world.ctx, &lena, 1).await.unwrap();
        assert_eq!((first.lines.len(), first.more, second.lines.len(), second.more), (LINES_ON_PAGE, true, 2, false));
        let texts: Vec<_> = first.lines.iter().chain(&second.lines).map(|line| line.text.parse::<usize>().unwrap()).collect();
        assert_eq!(texts, (0..LINES_ON_PAGE + 2).rev().collect::<Vec<_>>());
    }

    async fn what_is_new_comes_once_from_where_one_was(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let booking = book(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        let id = ConversationId::from(booking);
        let start = news(&world.ctx, &bea, id, None).await.unwrap().unwrap();
        assert_eq!((start.entries.len(), start.cursor), (0, Cursor { message: 0, event: 1 }));
        world.ctx.clock.advance(1);
        say(&world, &lena, id, "Ja?").await;
        world.ctx.clock.advance(1);
        act(&world, &lena, booking, Command::Accept).await;
        let new = news(&world.ctx, &bea, id, Some(start.cursor)).await.unwrap().unwrap();
        let cursors: Vec<_> = new.entries.iter().map(|(cursor, _)| cursor.to_string()).collect();
        assert_eq!(cursors, ["1.1", "1.2"]);
        let again = news(&world.ctx, &bea, id, Some(new.cursor)).await.unwrap().unwrap();
        assert_eq!((again.entries.len(), again.cursor), (0, new.cursor));
        // Cut off between the two: it goes on with the second.
        let resumed = news(&world.ctx, &bea, id, Some("1.1".parse().unwrap())).await.unwrap().unwrap();
        assert_eq!(resumed.entries, new.entries[1..]);

        members::sign_out(&world.ctx, &bea).await.unwrap();
        assert_eq!(news(&world.ctx, &bea, id, Some(start.cursor)).await.unwrap(), None, "signed out is signed out");
        world.ctx.clock.advance((members::SESSION_DAYS + 1) * Timestamp::DAY);
        assert_eq!(news(&world.ctx, &lena, id, None).await.unwrap(), None, "and a session that has run out");
    }

    async fn open_pages_are_told_at_once(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let booking = book(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        let id = ConversationId::from(booking);
        let mut listener = world.ctx.live.listen(bea.id, vec![id.0, bea.session.0]).unwrap();
        for step in 0..3 {
            match step {
                0 => {
                    say(&world, &lena, id, "Ja?").await;
                }
                1 => act(&world, &lena, booking, Command::Accept).await,
                _ => members::sign_out(&world.ctx, &bea).await.unwrap(),
            }
            let told = futures::FutureExt::now_or_never(listener.wait());
            assert_eq!(told, Some(true), "step {step}");
        }
    }
}
