//! One letter about what lies unread.

use super::world::*;

on_both_engines! {
    async fn one_letter_tells_of_all_that_lies_unread_after_a_while(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let id = ask(&world.ctx, &bea, listing, with_pictures("Passt der Bohrer hier?", 2)).await.unwrap().conversation;
        world.wait(Timestamp::MINUTE).await;
        say(&world, &bea, id, "Es ist Beton.").await;
        assert!(told(&world.letters().await).is_empty(), "who is there reads first");
        world.wait(rules::LETTER_AFTER).await;
        let letters = world.letters().await;
        let [(to, news)] = told(&letters)[..] else { panic!("{letters:?}") };
        assert_eq!((to, news.other.as_str(), news.count, news.photos), ("Lena", "Bea", 2, 2));
        assert_eq!((news.words.as_str(), news.title.as_str()), ("Passt der Bohrer hier?\n\nEs ist Beton.", "Schlagbohrmaschine"));
        assert_eq!(news.path, id.path());

        // She does not come: more is told a day later, once.
        for _ in 0..5 {
            world.wait(Timestamp::HOUR).await;
            say(&world, &bea, id, "Hallo?").await;
        }
        assert!(told(&world.letters().await).is_empty());
        world.wait(rules::LETTERS_APART).await;
        let letters = world.letters().await;
        assert_eq!(told(&letters).iter().map(|(_, news)| news.count).collect::<Vec<_>>(), [5]);
        world.wait(10 * Timestamp::DAY).await;
        assert!(told(&world.letters().await).is_empty(), "nothing new, no letter");

        // She comes and reads: the next message is news again.
        mark_read(&world.ctx, &lena, id, 7).await.unwrap();
        say(&world, &bea, id, "Danke!").await;
        world.wait(rules::LETTER_AFTER).await;
        assert_eq!(told(&world.letters().await).len(), 1);
    }

    async fn what_was_read_in_time_needs_no_letter_and_a_later_message_waits_its_own_while(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let id = ask_owner(&world, &bea, listing, "Hallo").await;
        world.wait(5 * Timestamp::MINUTE).await;
        mark_read(&world.ctx, &lena, id, 1).await.unwrap();
        world.wait(4 * Timestamp::MINUTE).await;
        say(&world, &bea, id, "Noch etwas").await;
        world.wait(Timestamp::MINUTE).await;
        assert!(told(&world.letters().await).is_empty(), "it came a minute ago");
        world.wait(9 * Timestamp::MINUTE).await;
        let letters = world.letters().await;
        assert_eq!(told(&letters).iter().map(|(_, news)| news.words.as_str()).collect::<Vec<_>>(), ["Noch etwas"]);
        // Answering in between: each hears of the other's words, nobody of their own.
        say(&world, &lena, id, "Ja?").await;
        world.wait(Timestamp::HOUR).await;
        let letters = world.letters().await;
        assert_eq!(told(&letters).iter().map(|(to, _)| *to).collect::<Vec<_>>(), ["Bea"]);
    }

    async fn what_is_read_before_the_morning_is_not_told_in_the_morning(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        world.wait(13 * Timestamp::HOUR + 30 * Timestamp::MINUTE).await; // half past nine in the evening
        let id = ask_owner(&world, &bea, listing, "Hallo").await;
        world.wait(Timestamp::HOUR).await;
        assert!(told(&world.letters().await).is_empty(), "it is quiet");
        mark_read(&world.ctx, &lena, id, 1).await.unwrap();
        world.wait(12 * Timestamp::HOUR).await;
        assert!(told(&world.letters().await).is_empty(), "she has read it");
        world.wait(11 * Timestamp::HOUR).await;
        say(&world, &bea, id, "Und?").await;
        world.wait(2 * Timestamp::HOUR).await;
        assert!(told(&world.letters().await).is_empty());
        world.wait(12 * Timestamp::HOUR).await;
        assert_eq!(told(&world.letters().await).len(), 1, "and is told of what she has not");
    }

    async fn who_blocked_the_other_meanwhile_gets_no_letter(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        ask_owner(&world, &bea, listing, "Hallo").await;
        members::block(&world.ctx, &lena, bea.id).await.unwrap();
        world.wait(Timestamp::DAY).await;
        assert!(told(&world.letters().await).is_empty());
    }

    async fn a_long_text_is_cut_in_the_letter_and_whole_on_the_page(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let long = "Schön wäre es. ".repeat(200);
        let id = ask_owner(&world, &bea, listing, long.trim()).await;
        world.wait(rules::LETTER_AFTER).await;
        let letters = world.letters().await;
        let words = &told(&letters)[0].1.words;
        assert!(words.ends_with('…') && words.chars().count() <= 1_501, "{words}");
        assert_eq!(lines(&view(&world, &lena, id).await.entries), [long.trim()]);
    }

    async fn a_message_that_comes_while_the_letter_is_written_is_told_of_too(world: World) {
        let (_, bea, listing) = scene(&world).await;
        let id = ask_owner(&world, &bea, listing, "Hallo").await;
        world.ctx.clock.advance(rules::LETTER_AFTER);
        let (_, seq) = tokio::join!(world.settle(), say(&world, &bea, id, "Noch etwas"));
        world.wait(2 * Timestamp::DAY).await;
        let letters = world.letters().await;
        let count: i64 = told(&letters).iter().map(|(_, news)| news.count).sum();
        assert_eq!(count, seq, "each message in exactly one letter");
    }
}
