//! What the two write down, who reads it, and whether it is whole.

use super::{super::rules::ADD_WITHIN, world::*};

on_both_engines! {
    async fn both_write_down_both_moves_and_each_reads_the_other_at_once(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let mine = draft("Ein Kratzer am Griff.", &[(0, "fine"), (1, "fine"), (3, "fine")], vec![picture(10), picture(20)]);
        assert_eq!(write(&world.ctx, &lena, id, Move::Handover, mine).await.unwrap(), 1);
        let seen = record(&world, &bea, id).await;
        assert_eq!((seen.entries.len(), seen.me, seen.whole), (1, Party::Borrower, Ok(())));
        let entry = &seen.entries[0];
        assert_eq!((entry.by, entry.late, entry.photos.len()), (Party::Lender, false, 2));
        assert_eq!(entry.items.iter().map(|i| i.name.as_str()).collect::<Vec<_>>(), ["Schlagbohrmaschine", "Koffer", "Bohrer", "Akku voll"]);
        let file = photo(&world.ctx, &bea, id, entry.photos[0].id, Size::Large).await.unwrap();
        assert_eq!(chain::digest(&file), entry.photos[0].digest);

        note(&world, &bea, id, Move::Handover, "Stimmt.").await;
        let code = show(&world.ctx, &lena, id, Move::Handover).await.unwrap().code;
        enter(&world.ctx, &bea, id, Move::Handover, &code).await.unwrap();
        note(&world, &bea, id, Move::Handover, "Zu Hause gesehen: das Kabel ist spröde.").await;
        let broken = draft("Im Regen gewesen.", &[(0, "broken"), (1, "missing"), (2, "fine")], vec![picture(30)]);
        write(&world.ctx, &lena, id, Move::Return, broken).await.unwrap();
        act(&world, &bea, id, bookings::Command::Return).await;
        act(&world, &lena, id, bookings::Command::Return).await;
        note(&world, &bea, id, Move::Return, "Es war trocken, als ich es brachte.").await;

        let seen = record(&world, &lena, id).await;
        let lines: Vec<_> = seen.entries.iter().map(|e| (e.seq, e.what, e.by, e.late)).collect();
        let (out, back, lender, borrower) = (Move::Handover, Move::Return, Party::Lender, Party::Borrower);
        assert_eq!(lines, [(1, out, lender, false), (2, out, borrower, false), (3, out, borrower, true), (4, back, lender, false), (5, back, borrower, true)]);
        let bad: Vec<_> = seen.of(back, lender).flat_map(Entry::bad).map(|i| (i.name.as_str(), i.found)).collect();
        assert_eq!(bad, [("Schlagbohrmaschine", Some(Found::Broken)), ("Koffer", Some(Found::Missing))]);
        assert_eq!(seen.whole, Ok(()));
        let logged = history(&world.ctx, &bea, id).await.unwrap();
        assert!(matches!(&logged[3].event, Event::Written { entry: 4, bad: 2, photos: 1, late: false, hash, .. } if *hash == seen.entries[3].hash));
        // The law of the booking reads its own events and is not disturbed by these.
        let names: Vec<_> = bookings::history(&world.ctx, &bea, id).await.unwrap().iter().map(|e| e.event.name()).collect();
        assert_eq!(names, ["requested", "accepted", "handed_over_by_code", "return_reported", "returned", "closed"]);

        world.wait(ADD_WITHIN).await;
        let late = write(&world.ctx, &lena, id, back, draft("Noch etwas.", &[], Vec::new())).await;
        assert_eq!(refusal(late), Refusal::Over);
        assert_eq!(record(&world, &bea, id).await.entries.len(), 5, "it stays readable");
    }

    async fn a_form_sent_twice_or_at_once_is_one_entry_and_leaves_no_files(world: World) {
        let (lena, _, id) = scene(&world).await;
        let typed = draft("Alles da.", &[], vec![picture(10)]);
        let sent = join_all((0..4).map(|_| write(&world.ctx, &lena, id, Move::Handover, typed.clone()))).await;
        assert!(sent.iter().all(|answer| matches!(answer, Ok(1))), "{sent:?}");
        assert_eq!(files(&world).await, 3, "one photo in three sizes");
        assert_eq!(write(&world.ctx, &lena, id, Move::Handover, typed.clone()).await.unwrap(), 1);
        assert_eq!(record(&world, &lena, id).await.entries.len(), 1);
        // The answer was lost, and meanwhile the form was written on.
        let more = Draft { note: "Alles da, nur der Koffer klemmt.".into(), ..typed };
        assert_eq!(write(&world.ctx, &lena, id, Move::Handover, more).await.unwrap(), 2);
        world.wait(2 * Timestamp::DAY).await;
        assert_eq!(files(&world).await, 6, "what belongs to the record is not forgotten");
    }

    async fn many_at_once_make_one_chain(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let words = (0..6).map(|n| (if n % 2 == 0 { &lena } else { &bea }, format!("Nummer {n}")));
        let drafts: Vec<_> = words.map(|(who, words)| (who, draft(&words, &[], Vec::new()))).collect();
        let sent = join_all(drafts.into_iter().map(|(who, typed)| write(&world.ctx, who, id, Move::Handover, typed))).await;
        let mut numbers: Vec<_> = sent.into_iter().map(|answer| answer.unwrap()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
        assert_eq!(record(&world, &lena, id).await.whole, Ok(()));
    }

    async fn photos_that_are_none_or_lost_half_way_leave_nothing(world: World) {
        let (lena, _, id) = scene(&world).await;
        let none = Upload { name: "plan.pdf".into(), bytes: b"%PDF-1.7 plan".to_vec() };
        let mixed = draft("", &[], vec![picture(10), none]);
        let answer = write(&world.ctx, &lena, id, Move::Handover, mixed).await;
        assert!(matches!(refusal(answer), Refusal::NotAPhoto { name, why: photos::NotAPhoto::UnknownFormat } if name == "plan.pdf"));
        let empty = write(&world.ctx, &lena, id, Move::Handover, draft(" ", &[], Vec::new())).await;
        assert_eq!(refusal(empty), Refusal::Nothing);
        assert_eq!(files(&world).await, 0);
        // The process ends after the photos were taken in and before the entry was written.
        photos::take_in_all_private(&world.ctx, vec![picture(10)]).await.unwrap().unwrap();
        assert_eq!(files(&world).await, 3);
        world.wait(Timestamp::DAY).await;
        assert_eq!(files(&world).await, 0, "a job has removed them");
    }

    async fn what_is_changed_behind_the_back_of_the_two_is_found(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let mine = draft("Ein Kratzer.", &[(0, "fine")], vec![picture(10)]);
        write(&world.ctx, &lena, id, Move::Handover, mine).await.unwrap();
        note(&world, &bea, id, Move::Handover, "Zwei Kratzer.").await;
        let taken = record(&world, &lena, id).await.entries[0].photos[0].id;
        let key = photos::private_key(taken, Size::Large);
        let file = world.ctx.blobs.get(&key).await.unwrap().unwrap();
        let mut other = file.to_vec();
        let last = other.len() - 1;
        other[last] ^= 1;
        for (bytes, whole) in [(Some(other), Err(Flaw::Photo { entry: 1 })), (None, Err(Flaw::Photo { entry: 1 })), (Some(file.to_vec()), Ok(()))] {
            match bytes {
                Some(bytes) => world.ctx.blobs.put(&key, bytes).await.unwrap(),
                None => world.ctx.blobs.delete(&key).await.unwrap(),
            }
            assert_eq!(record(&world, &bea, id).await.whole, whole);
        }
        tamper(&world, "update handover_entry set note = 'Drei Kratzer.' where seq = 2").await;
        assert_eq!(record(&world, &bea, id).await.whole, Err(Flaw::Changed { entry: 2 }));
        tamper(&world, "delete from handover_entry where seq = 2").await;
        assert_eq!(record(&world, &bea, id).await.whole, Err(Flaw::Missing { entry: 2 }));
    }

    async fn strangers_neither_read_nor_write_nor_see_photos(world: World) {
        let (lena, bea, id) = scene(&world).await;
        let eve = world.member("Eve").await;
        write(&world.ctx, &lena, id, Move::Handover, draft("", &[], vec![picture(10)])).await.unwrap();
        let taken = record(&world, &bea, id).await.entries[0].photos[0].id;
        assert!(matches!(of_booking(&world.ctx, &eve, id).await, Err(Error::NotFound)));
        assert!(matches!(history(&world.ctx, &eve, id).await, Err(Error::NotFound)));
        assert!(matches!(photo(&world.ctx, &eve, id, taken, Size::Small).await, Err(Error::NotFound)));
        assert!(matches!(photo(&world.ctx, &bea, id, Uuid::new_v4(), Size::Small).await, Err(Error::NotFound)));
        let typed = draft("Ich war es.", &[], Vec::new());
        assert!(matches!(write(&world.ctx, &eve, id, Move::Handover, typed).await, Err(Error::NotFound)));
    }

    async fn whoever_leaves_leaves_the_record_readable(world: World) {
        let (lena, bea, id) = scene(&world).await;
        write(&world.ctx, &bea, id, Move::Handover, draft("Alles da.", &[], vec![picture(10)])).await.unwrap();
        act(&world, &bea, id, bookings::Command::HandOver).await;
        let code = show(&world.ctx, &bea, id, Move::Handover).await.unwrap().code;
        enter(&world.ctx, &lena, id, Move::Handover, &code).await.unwrap();
        let code = show(&world.ctx, &bea, id, Move::Return).await.unwrap().code;
        enter(&world.ctx, &lena, id, Move::Return, &code).await.unwrap();
        members::delete_account(&world.ctx, &bea, PASSWORD.into()).await.unwrap();
        world.settle().await;
        let seen = record(&world, &lena, id).await;
        assert_eq!((seen.entries.len(), seen.whole), (1, Ok(())));
        assert!(photo(&world.ctx, &lena, id, seen.entries[0].photos[0].id, Size::Medium).await.is_ok());
        note(&world, &lena, id, Move::Return, "Danke!").await;
    }
}
