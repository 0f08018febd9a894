//! Sending: by whom, where, once, in order, and what stands in the way.

use super::world::*;
use std::collections::BTreeSet;

on_both_engines! {
    async fn a_question_finds_the_owner_and_an_answer_comes_back(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let before = asking(&world.ctx, &bea, listing).await.unwrap();
        assert_eq!((before.owner.name.as_str(), before.there, before.refusal), ("Lena", None, None));
        let id = ask_owner(&world, &bea, listing, "Ist der Koffer dabei?").await;
        assert_eq!(say(&world, &lena, id, "Ja, und Bohrer.\nBis 10 mm.").await, 2);
        assert_eq!(ask_owner(&world, &bea, listing, "Schön!").await, id, "asked again is the same conversation");
        assert_eq!(asking(&world.ctx, &bea, listing).await.unwrap().there, Some(id));

        let seen = view(&world, &bea, id).await;
        assert_eq!(lines(&seen.entries), ["Ist der Koffer dabei?", "Ja, und Bohrer.\nBis 10 mm.", "Schön!"]);
        let mine: Vec<_> = seen.entries.iter().map(|e| matches!(e, Entry::Message(m) if m.mine)).collect();
        assert_eq!(mine, [true, false, true]);
        assert_eq!((seen.me, seen.other.name.as_str(), seen.about), (Side::Asker, "Lena", About::Listing(listing)));
        assert_eq!(view(&world, &lena, id).await.me, Side::Owner);
    }

    async fn strangers_and_forged_ids_find_nothing(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let eve = world.member("Eve").await;
        let id = ask(&world.ctx, &bea, listing, with_pictures("Passt das?", 1)).await.unwrap().conversation;
        let booking = book(&world, &bea, drill(&world, &lena).await, "2030-05-02", "2030-05-03").await;
        let Entry::Message(message) = &view(&world, &bea, id).await.entries[0] else { panic!() };
        let picture = message.pictures[0].id;
        assert!(photo(&world.ctx, &lena, id, picture, Size::Small).await.unwrap().starts_with(b"RIFF"));

        let forged = ConversationId(Uuid::new_v4());
        for (who, id) in [(&eve, id), (&eve, booking.into()), (&bea, forged)] {
            assert!(matches!(conversation(&world.ctx, who, id, None).await, Err(Error::NotFound)));
            assert!(matches!(write(&world.ctx, who, id, words("Hallo")).await, Err(Error::NotFound)));
            assert!(matches!(photo(&world.ctx, who, id, picture, Size::Small).await, Err(Error::NotFound)));
            assert_eq!(news(&world.ctx, who, id, None).await.unwrap(), None);
            mark_read(&world.ctx, who, id, 1).await.unwrap();
            assert_eq!(unread_in(&world.ctx, who.id, id).await.unwrap(), 0);
        }
        // Neither by way of a conversation that is one's own.
        let other = ask_owner(&world, &eve, listing, "Hallo").await;
        assert!(matches!(photo(&world.ctx, &eve, other, picture, Size::Small).await, Err(Error::NotFound)));
        assert_eq!(unread_in(&world.ctx, lena.id, id).await.unwrap(), 1, "nobody else marks it as read");
        assert!(matches!(ask(&world.ctx, &bea, ListingId(Uuid::new_v4()), words("Hallo")).await, Err(Error::NotFound)));
    }

    async fn numbers_have_no_gaps_and_none_comes_twice_when_many_write_at_once(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        // All begin at the same moment, too.
        let begun = join_all((0..6).map(|n| ask(&world.ctx, &bea, listing, words(&format!("Frage {n}"))))).await;
        let ids: BTreeSet<_> = begun.iter().map(|sent| sent.as_ref().unwrap().conversation).collect();
        assert_eq!(ids.len(), 1, "one conversation");
        let id = *ids.first().unwrap();
        let (from_bea, from_lena, refused) = tokio::join!(
            join_all((0..12).map(|n| write(&world.ctx, &bea, id, words(&format!("Bea {n}"))))),
            join_all((0..12).map(|n| write(&world.ctx, &lena, id, words(&format!("Lena {n}"))))),
            join_all((0..6).map(|_| write(&world.ctx, &bea, id, words(" ")))),
        );
        assert!(refused.into_iter().all(|answer| matches!(answer, Err(Error::Refused(Refusal::Invalid(_))))));
        let mut seqs: Vec<_> = begun.into_iter().chain(from_bea).chain(from_lena).map(|sent| sent.unwrap().seq).collect();
        seqs.sort_unstable();
        assert_eq!(seqs, (1..=30).collect::<Vec<_>>());
        let seen = view(&world, &lena, id).await;
        let shown: Vec<_> = seen.entries.iter().map(|e| match e { Entry::Message(m) => m.seq, Entry::Happened(_) => 0 }).collect();
        assert_eq!((shown, seen.cursor), (seqs, Cursor { message: 30, event: 0 }));
    }

    async fn whoever_follows_misses_nothing_while_others_write(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let id = ask_owner(&world, &bea, listing, "Hallo").await;
        let writing = async {
            for n in 0..10 {
                let (a, b) = (format!("a{n}"), format!("b{n}"));
                tokio::join!(say(&world, &bea, id, &a), say(&world, &lena, id, &b));
            }
        };
        let following = async {
            let (mut cursor, mut seen) = (Cursor::default(), Vec::new());
            while seen.len() < 21 {
                let news = news(&world.ctx, &lena, id, Some(cursor)).await.unwrap().unwrap();
                seen.extend(news.entries.iter().map(|(cursor, _)| cursor.message));
                cursor = news.cursor;
            }
            seen
        };
        let ((), seen) = tokio::join!(writing, following);
        assert_eq!(seen, (1..=21).collect::<Vec<_>>(), "each once, in order, none skipped");
    }

    async fn the_same_form_sent_twice_is_one_message(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let form = with_pictures("Passt der Bohrer hier?", 2);
        let sent = join_all((0..4).map(|_| ask(&world.ctx, &bea, listing, form.clone()))).await;
        let sent: BTreeSet<_> = sent.into_iter().map(|sent| sent.unwrap().seq).collect();
        assert_eq!(sent, BTreeSet::from([1]));
        let id = ask(&world.ctx, &bea, listing, form.clone()).await.unwrap().conversation;
        assert_eq!(view(&world, &lena, id).await.entries.len(), 1);
        assert_eq!(files(&world).await, 2 * Size::ALL.len(), "no picture is left over from the others");
        // Somebody else's form is somebody else's, even with the same mark.
        assert_eq!(write(&world.ctx, &lena, id, Draft { once: form.once, ..words("Ja") }).await.unwrap().seq, 2);
    }

    async fn pictures_come_without_what_the_camera_wrote_and_all_or_none(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let id = ask(&world.ctx, &bea, listing, with_pictures("", 2)).await.unwrap().conversation;
        let Entry::Message(message) = &view(&world, &lena, id).await.entries[0] else { panic!() };
        assert_eq!((message.pictures.len(), message.text.as_str(), message.pictures[0].width), (2, "", 40));
        for picture in &message.pictures {
            for size in Size::ALL {
                let file = photo(&world.ctx, &lena, id, picture.id, size).await.unwrap();
                assert!(file.starts_with(b"RIFF") && !file.windows(4).any(|part| part == b"EXIF"));
                assert_eq!(world.ctx.blobs.get(&photos::key(picture.id, size)).await.unwrap(), None, "no public address");
            }
        }
        let mut mixed = with_pictures("Und das?", 2);
        mixed.photos[1] = Upload { name: "brief.pdf".into(), bytes: b"%PDF-1.7".to_vec() };
        let wrong = refusal(write(&world.ctx, &bea, id, mixed).await);
        assert!(matches!(wrong, Refusal::NotAPhoto { name, .. } if name == "brief.pdf"));
        assert_eq!(refusal(write(&world.ctx, &bea, id, with_pictures("", 5)).await), Refusal::TooManyPhotos);
        assert_eq!(files(&world).await, 2 * Size::ALL.len());
        assert_eq!(view(&world, &lena, id).await.cursor.message, 1, "a refused message uses up no number");
    }

    async fn a_block_stops_messages_and_requests_and_a_running_loan_goes_on(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let other = drill(&world, &lena).await;
        let id = ask_owner(&world, &bea, listing, "Hallo").await;
        let running: ConversationId = {
            let booking = book(&world, &bea, other, "2030-05-02", "2030-05-03").await;
            act(&world, &lena, booking, Command::Accept).await;
            booking.into()
        };
        assert!(matches!(members::block(&world.ctx, &lena, lena.id).await, Err(Error::NotFound)));
        for _ in 0..2 {
            members::block(&world.ctx, &lena, bea.id).await.unwrap();
        }
        let blocked = members::blocked(&world.ctx, &lena).await.unwrap();
        assert_eq!(blocked.iter().map(|b| b.name.as_str()).collect::<Vec<_>>(), ["Bea"]);
        assert!(members::blocked(&world.ctx, &bea).await.unwrap().is_empty());

        assert_eq!(refusal(write(&world.ctx, &bea, id, words("Noch da?")).await), Refusal::NotPossible);
        assert_eq!(refusal(ask(&world.ctx, &bea, listing, words("Noch da?")).await), Refusal::NotPossible);
        assert_eq!(refusal(write(&world.ctx, &lena, id, words("Nein")).await), Refusal::YouBlocked);
        let typed = RequestDraft { from: "2030-05-06".into(), to: "2030-05-07".into(), ..RequestDraft::default() };
        let refused = refusal(bookings::request(&world.ctx, &bea, listing, &typed).await);
        assert_eq!(refused, bookings::Refusal::NotNow, "neutral: not a word of a block");
        assert_eq!((view(&world, &bea, id).await.blocked, view(&world, &lena, id).await.blocked), (false, true));

        // The drill that is promised still comes back.
        say(&world, &bea, running, "Ich komme um sechs.").await;
        say(&world, &lena, running, "Gut.").await;
        let booking = BookingId(running.0);
        world.ctx.clock.advance(2 * Timestamp::DAY);
        act(&world, &lena, booking, Command::HandOver).await;
        act(&world, &bea, booking, Command::HandOver).await;
        say(&world, &bea, running, "Wo darf ich es hinstellen?").await;
        act(&world, &bea, booking, Command::Return).await;
        act(&world, &lena, booking, Command::Return).await;
        assert_eq!(refusal(write(&world.ctx, &bea, running, words("Danke!")).await), Refusal::NotPossible);

        members::unblock(&world.ctx, &lena, bea.id).await.unwrap();
        say(&world, &bea, id, "Danke noch mal!").await;
        bookings::request(&world.ctx, &bea, listing, &RequestDraft { from: "2030-05-20".into(), to: "2030-05-20".into(), ..typed })
            .await
            .unwrap();
    }

    async fn who_has_left_is_written_to_no_more_and_what_they_said_stays(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let id = ask_owner(&world, &bea, listing, "Ist der Koffer dabei?").await;
        members::delete_account(&world.ctx, &bea, PASSWORD.into()).await.unwrap();
        let seen = view(&world, &lena, id).await;
        assert_eq!((seen.other.name.as_str(), seen.refusal), ("", Some(Refusal::Gone)));
        assert_eq!(lines(&seen.entries), ["Ist der Koffer dabei?"]);
        assert_eq!(refusal(write(&world.ctx, &lena, id, words("Ja")).await), Refusal::Gone);
        let list = conversations(&world.ctx, &lena, 0).await.unwrap();
        assert_eq!((list.lines[0].other.name.as_str(), list.lines[0].unread), ("", 1));
        world.wait(Timestamp::HOUR).await;
    }

    async fn the_owner_who_left_meanwhile_gets_no_letter(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let id = ask_owner(&world, &bea, listing, "Ist der Koffer dabei?").await;
        members::delete_account(&world.ctx, &lena, PASSWORD.into()).await.unwrap();
        world.letters().await;
        world.wait(Timestamp::DAY).await;
        assert!(world.letters().await.is_empty());
        assert_eq!(refusal(write(&world.ctx, &bea, id, words("Hallo?")).await), Refusal::Gone);
        assert!(!view(&world, &bea, id).await.listing_shown);
    }

    async fn what_is_not_offered_begins_no_conversation_but_one_that_began_goes_on(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let eve = world.member("Eve").await;
        let id = ask_owner(&world, &bea, listing, "Hallo").await;
        assert_eq!(refusal(ask(&world.ctx, &lena, listing, words("Selbst")).await), Refusal::OwnListing);
        listings::pause(&world.ctx, &lena, listing, None).await.unwrap();
        assert!(matches!(ask(&world.ctx, &eve, listing, words("Hallo")).await, Err(Error::NotFound)));
        assert!(matches!(asking(&world.ctx, &eve, listing).await, Err(Error::NotFound)));
        say(&world, &lena, id, "Gerade in Reparatur.").await;
        listings::archive(&world.ctx, &lena, listing, None).await.unwrap();
        for who in [&lena, &bea] {
            assert_eq!(refusal(write(&world.ctx, who, id, words("Schade")).await), Refusal::NotOffered);
        }
    }

    async fn a_month_after_the_end_of_a_loan_its_conversation_is_over(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let booking = book(&world, &bea, listing, "2030-05-02", "2030-05-03").await;
        act(&world, &lena, booking, Command::Decline { reason: String::new() }).await;
        world.ctx.clock.advance(rules::WRITE_AFTER_END - 1);
        say(&world, &bea, booking.into(), "Schade, vielleicht ein andermal.").await;
        world.ctx.clock.advance(1);
        assert_eq!(refusal(write(&world.ctx, &lena, booking.into(), words("Gern")).await), Refusal::Over);
        assert_eq!(view(&world, &lena, booking.into()).await.refusal, Some(Refusal::Over));
    }

    async fn who_writes_too_fast_waits_and_others_do_not(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let id = ask_owner(&world, &bea, listing, "0").await;
        for n in 1..rules::MOST_SENT {
            say(&world, &bea, id, &n.to_string()).await;
        }
        let again_at = world.now().plus(rules::SENT_WITHIN);
        assert_eq!(refusal(write(&world.ctx, &bea, id, words("zu viel")).await), Refusal::TooFast { again_at });
        say(&world, &lena, id, "Ruhig!").await;
        world.ctx.clock.advance(rules::SENT_WITHIN);
        say(&world, &bea, id, "Entschuldige.").await;
    }

    async fn what_was_not_written_yet_cannot_be_marked_as_read(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let id = ask_owner(&world, &bea, listing, "Hallo").await;
        for seq in [7, 0, -7, i64::MAX] {
            mark_read(&world.ctx, &lena, id, seq).await.unwrap();
        }
        assert_eq!(unread_in(&world.ctx, lena.id, id).await.unwrap(), 1);
    }
}
