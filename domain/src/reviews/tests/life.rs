//! Two reviews from the end of the loan to the answer, moving the clock.

use super::world::*;
use crate::events;
use futures::future::join_all;

on_both_engines! {
    async fn both_write_and_both_are_published_together(world: World) {
        let two = two(&world).await;
        let id = loan(&world, &two).await;
        let until = world.now().plus(WRITE_WITHIN);
        assert_eq!(seen(&world, &two.bea, id).await.turn, Turn::Write { until });

        let full = ReviewDraft {
            overall: "5".into(), as_described: "4".into(), condition: "3".into(), communication: "5".into(),
            words: "  Läuft wie neu. ".into(), ..ReviewDraft::default()
        };
        let first = write(&world.ctx, &two.bea, id, &full, Lang::De).await.unwrap();
        assert_eq!(first.published_at, None);
        assert_eq!(seen(&world, &two.bea, id).await.turn, Turn::Change { until });
        assert!(world.letters().await.is_empty(), "nobody is told that something is written");

        world.wait(Timestamp::DAY).await;
        let changed = ReviewDraft { as_described: "5".into(), condition: String::new(), ..full };
        write(&world.ctx, &two.bea, id, &changed, Lang::De).await.unwrap();
        assert_eq!(said(seen(&world, &two.bea, id).await.mine.as_ref()), Some((5, "Läuft wie neu.")));
        assert!(about(&world, About::Thing(two.drill)).await.items.is_empty());

        world.wait(Timestamp::DAY).await;
        let both = say(&world, &two.lena, id, 4, "Alles sauber zurück.").await;
        assert_eq!(both.published_at, Some(world.now()));
        assert_eq!(told(&world.letters().await), [("Bea", ReviewTurn::Published)], "Lena reads it on the page she is on");
        for (me, mine, theirs) in [
            (&two.bea, (5, "Läuft wie neu."), (4, "Alles sauber zurück.")),
            (&two.lena, (4, "Alles sauber zurück."), (5, "Läuft wie neu.")),
        ] {
            let view = seen(&world, me, id).await;
            assert_eq!((view.turn, view.public), (Turn::Reply, true));
            assert_eq!((said(view.mine.as_ref()), said(view.theirs.as_ref())), (Some(mine), Some(theirs)));
        }
        let thing = about(&world, About::Thing(two.drill)).await;
        assert_eq!((stars(&thing), thing.items[0].author.name.as_str()), (vec![5], "Bea"));
        let figures: Vec<_> = thing.rating.aspects.iter().map(|(a, mean)| (a.name(), mean.tenths())).collect();
        assert_eq!(figures, [("as_described", Some(50)), ("communication", Some(50))]);
        assert_eq!(stars(&about(&world, About::Lender(two.lena.id)).await), [5]);
        let borrower = about(&world, About::Borrower(two.bea.id)).await;
        assert_eq!((stars(&borrower), borrower.items[0].thing.clone()), (vec![4], None), "what she borrowed is hers to tell");
        assert!(about(&world, About::Borrower(two.lena.id)).await.items.is_empty());
        assert!(about(&world, About::Lender(two.bea.id)).await.items.is_empty());

        let late = write(&world.ctx, &two.bea, id, &typed(1, "Doch nicht so gut."), Lang::De).await;
        assert_eq!(refusal(late), Refusal::Published);
        world.wait(30 * Timestamp::DAY).await;
        assert!(told(&world.letters().await).is_empty(), "nobody is reminded, nothing is published twice");
        assert_eq!(stars(&about(&world, About::Thing(two.drill)).await), [5]);
    }

    async fn what_is_there_after_a_fortnight_is_published_to_the_microsecond(world: World) {
        let two = two(&world).await;
        let id = loan(&world, &two).await;
        say(&world, &two.bea, id, 2, "Die Bohrer waren stumpf.").await;
        // The reminder comes half-way, and at a time at which people are awake.
        let awake = REMIND_AFTER + 12 * Timestamp::HOUR;
        world.wait(awake).await;
        assert_eq!(told(&world.letters().await), [("Lena", ReviewTurn::Remind)]);
        world.wait(WRITE_WITHIN - awake - 1).await;
        world.letters().await;
        assert!(about(&world, About::Thing(two.drill)).await.items.is_empty());
        // The job has not run: what it is about to write is shown already.
        world.ctx.clock.advance(1);
        assert_eq!(stars(&about(&world, About::Thing(two.drill)).await), [2]);
        assert_eq!(seen(&world, &two.lena, id).await.turn, Turn::Reply);
        assert_eq!(refusal(write(&world.ctx, &two.lena, id, &typed(5, ""), Lang::De).await), Refusal::TooLate);
        assert_eq!(told(&world.letters().await), [("Lena", ReviewTurn::Published)]);
        assert_eq!(refusal(write(&world.ctx, &two.bea, id, &typed(5, ""), Lang::De).await), Refusal::TooLate);
        assert_eq!(seen(&world, &two.bea, id).await.turn, Turn::Read);
        world.wait(WRITE_WITHIN).await;
        assert!(world.letters().await.is_empty());
    }

    async fn a_review_may_be_answered_before_its_deadline_job_has_run(world: World) {
        let two = two(&world).await;
        let id = loan(&world, &two).await;
        say(&world, &two.bea, id, 2, "Die Bohrer waren stumpf.").await;
        world.wait(REMIND_AFTER).await;
        world.letters().await;
        world.ctx.clock.advance(WRITE_WITHIN - REMIND_AFTER);
        reply(&world.ctx, &two.lena, id, " Danke, ich schleife sie. ", Lang::De).await.unwrap();
        let letters = world.letters().await;
        assert_eq!(told(&letters), [("Bea", ReviewTurn::Replied), ("Lena", ReviewTurn::Published)]);
        assert_eq!(refusal(reply(&world.ctx, &two.lena, id, "Noch etwas.", Lang::De).await), Refusal::Answered);
        assert_eq!(refusal(reply(&world.ctx, &two.bea, id, "Und ich?", Lang::De).await), Refusal::NotNow);
        let shown = about(&world, About::Thing(two.drill)).await;
        let answer = shown.items[0].reply.clone().unwrap();
        assert_eq!((answer.words.as_str(), shown.items[0].subject.as_str()), ("Danke, ich schleife sie.", "Lena"));
    }

    async fn who_has_not_written_is_reminded_once_half_way(world: World) {
        let two = two(&world).await;
        members::set_language(&world.ctx, &two.bea, Lang::En).await.unwrap();
        let (silent, half) = (loan(&world, &two).await, loan(&world, &two).await);
        say(&world, &two.lena, half, 5, "").await;
        world.wait(REMIND_AFTER - 1).await;
        assert!(world.letters().await.is_empty());
        world.wait(1).await;
        let letters = world.letters().await;
        assert_eq!(told(&letters),
            [("Bea", ReviewTurn::Remind), ("Bea", ReviewTurn::Remind), ("Lena", ReviewTurn::Remind)]);
        for delivery in &letters {
            let Letter::Review(news) = &delivery.letter else { panic!("{delivery:?}") };
            assert_eq!(delivery.to.lang, if delivery.to.name == "Bea" { Lang::En } else { Lang::De });
            assert_eq!(news.until, Some(world.now().plus(WRITE_WITHIN - REMIND_AFTER)));
            assert_eq!(news.words, "");
            if delivery.to.name == "Lena" {
                assert_eq!(news.path, format!("{}/review", silent.path()));
            }
        }
        world.wait(WRITE_WITHIN).await;
        assert_eq!(told(&world.letters().await), [("Bea", ReviewTurn::Published)]);
        assert_eq!(seen(&world, &two.bea, silent).await.turn, Turn::TooLate);
    }

    async fn nobody_is_reminded_at_night(world: World) {
        let two = two(&world).await;
        world.wait(15 * Timestamp::HOUR).await;
        loan(&world, &two).await; // at 23:00
        world.wait(REMIND_AFTER).await;
        assert!(world.letters().await.is_empty());
        world.wait(9 * Timestamp::HOUR - 1).await;
        assert!(world.letters().await.is_empty());
        world.wait(1).await;
        assert_eq!(told(&world.letters().await), [("Bea", ReviewTurn::Remind), ("Lena", ReviewTurn::Remind)]);
    }

    async fn only_the_two_of_a_loan_that_took_place_write_about_it(world: World) {
        let two = two(&world).await;
        let eve = world.member("Eve").await;
        let id = asked(&world, &two).await;
        let try_it = async |who: &Me, id| write(&world.ctx, who, id, &typed(5, ""), Lang::De).await;
        assert_eq!(refusal(try_it(&two.bea, id).await), Refusal::NoLoan);
        act(&world, &two.lena, id, bookings::Command::Accept).await;
        assert_eq!(refusal(try_it(&two.bea, id).await), Refusal::NoLoan);
        act(&world, &two.bea, id, bookings::Command::Cancel { reason: "Keine Zeit".into(), seen: None }).await;
        assert_eq!(refusal(try_it(&two.bea, id).await), Refusal::NoLoan);
        assert_eq!(seen(&world, &two.lena, id).await.turn, Turn::NoLoan);
        let id = loan(&world, &two).await;
        assert!(matches!(try_it(&eve, id).await, Err(Error::NotFound)));
        assert!(matches!(of_booking(&world.ctx, &eve, id).await, Err(Error::NotFound)));
        assert!(matches!(reply(&world.ctx, &eve, id, "Hallo", Lang::De).await, Err(Error::NotFound)));
        world.wait(REMIND_AFTER).await;
        assert_eq!(told(&world.letters().await).len(), 2, "of the cancelled one nobody is reminded");
    }

    async fn a_return_that_time_has_confirmed_can_be_written_about_at_once(world: World) {
        use bookings::Command::{Accept, HandOver, Return};
        let two = two(&world).await;
        let id = asked(&world, &two).await;
        for (who, command) in [(&two.lena, Accept), (&two.lena, HandOver), (&two.bea, HandOver), (&two.bea, Return)] {
            act(&world, who, id, command).await;
        }
        world.ctx.clock.advance(bookings::rules::CONFIRM_WITHIN);
        assert!(matches!(seen(&world, &two.bea, id).await.turn, Turn::Write { .. }));
        say(&world, &two.bea, id, 5, "").await;
        assert!(matches!(seen(&world, &two.bea, id).await.turn, Turn::Change { .. }));
    }

    async fn both_press_at_once_and_both_are_published(world: World) {
        let two = two(&world).await;
        for _ in 0..5 {
            let id = loan(&world, &two).await;
            let (draft, ctx) = (typed(5, "Gern wieder."), &world.ctx);
            let answers = join_all([
                write(ctx, &two.bea, id, &draft, Lang::De),
                write(ctx, &two.lena, id, &draft, Lang::De),
            ]).await;
            let published = answers.into_iter().filter(|a| a.as_ref().unwrap().published_at.is_some()).count();
            assert_eq!(published, 1, "the one who came second");
            assert!(seen(&world, &two.bea, id).await.public);
        }
        assert_eq!(about(&world, About::Thing(two.drill)).await.rating.spread, [5, 0, 0, 0, 0]);
    }

    async fn the_same_form_sent_fifty_times_makes_one_review(world: World) {
        let two = two(&world).await;
        let id = loan(&world, &two).await;
        let draft = typed(4, "Gern wieder.");
        let answers = join_all((0..50).map(|_| write(&world.ctx, &two.bea, id, &draft, Lang::De))).await;
        assert!(answers.iter().all(Result::is_ok));
        say(&world, &two.lena, id, 5, "").await;
        assert_eq!(about(&world, About::Thing(two.drill)).await.rating.spread, [0, 1, 0, 0, 0]);
    }

    async fn who_leaves_in_the_middle_is_a_former_member(world: World) {
        let two = two(&world).await;
        let (first, second, third) =
            (loan(&world, &two).await, loan(&world, &two).await, loan(&world, &two).await);
        say(&world, &two.bea, first, 4, "Bea schrieb und ging.").await;
        say(&world, &two.lena, second, 3, "Lena schreibt als Erste.").await;
        members::delete_account(&world.ctx, &two.bea, PASSWORD.into()).await.unwrap();
        world.letters().await;
        // Whoever stayed writes on; the reviews of who left stay, without a name, also as the second of two.
        say(&world, &two.lena, first, 5, "").await;
        say(&world, &two.lena, third, 5, "").await;
        let thing = about(&world, About::Thing(two.drill)).await;
        assert_eq!((stars(&thing), thing.items[0].author.name.as_str()), (vec![4], ""));
        assert!(thing.items[0].author.photo.is_none());
        assert_eq!(said(seen(&world, &two.lena, first).await.theirs.as_ref()), Some((4, "Bea schrieb und ging.")));
        reply(&world.ctx, &two.lena, first, "Schade, dass du gehst.", Lang::De).await.unwrap();
        world.wait(REMIND_AFTER).await;
        world.wait(WRITE_WITHIN).await;
        assert!(told(&world.letters().await).is_empty(), "there is nobody to write to");
        assert!(seen(&world, &two.lena, second).await.public);
        assert!(matches!(members::profile(&world.ctx, two.bea.id).await, Err(Error::NotFound)));
    }

    async fn the_history_of_each_review_tells_how_it_came_about(world: World) {
        let two = two(&world).await;
        let id = loan(&world, &two).await;
        let full = ReviewDraft { care: "3".into(), ..typed(3, "Etwas staubig zurück.") };
        write(&world.ctx, &two.lena, id, &full, Lang::De).await.unwrap();
        say(&world, &two.lena, id, 4, "Nur ein wenig staubig.").await;
        let both = say(&world, &two.bea, id, 5, "").await;
        reply(&world.ctx, &two.bea, id, "Ich habe gewischt!", Lang::En).await.unwrap();
        let mut tx = world.ctx.db.read().await.unwrap();
        let mut told = Vec::new();
        let mut replayed = Exchange { ended_at: both.ended_at, ..Exchange::default() };
        for side in ["lender", "borrower"] {
            let review = run!(&mut tx, db => sqlx::query_scalar::<_, ReviewId>(
                "select id from review where booking_id = $1 and side = $2",
            ).bind(id).bind(side).fetch_one(db)).unwrap();
            for recorded in events::history::<Event>(&mut tx, review.0).await.unwrap() {
                let json = serde_json::to_value(&recorded.event).unwrap();
                told.push((side, json["review"].as_str().unwrap().to_owned(), recorded.actor));
                replayed = rules::apply(replayed, &recorded.event, recorded.at);
            }
        }
        let (lena, bea) = (Some(two.lena.id), Some(two.bea.id));
        let expected = [
            ("lender", "written", lena), ("lender", "changed", lena), ("lender", "published", bea), ("lender", "replied", bea),
            ("borrower", "written", bea), ("borrower", "published", bea),
        ];
        assert_eq!(told, expected.map(|(side, what, who)| (side, what.to_owned(), who)));
        let now = seen(&world, &two.lena, id).await;
        assert_eq!((Some(&replayed.lender), Some(&replayed.borrower)), (now.mine.as_ref(), now.theirs.as_ref()));
    }

    async fn pages_hold_ten_each_and_go_on_to_the_last(world: World) {
        let two = two(&world).await;
        for n in 0..12 {
            let id = loan(&world, &two).await;
            say(&world, &two.bea, id, 1 + n % 5, "So war es eben.").await;
            say(&world, &two.lena, id, 5, "").await;
            world.wait(Timestamp::DAY).await;
        }
        let page = async |number| opinions(&world.ctx, About::Thing(two.drill), number, ON_PAGE).await.unwrap();
        let (first, last, beyond) = (page(1).await, page(2).await, page(7).await);
        assert_eq!((first.pages, first.items.len(), last.items.len()), (2, 10, 2));
        assert_eq!((beyond.page, stars(&beyond)), (2, stars(&last)));
        assert_eq!((stars(&first)[0], stars(&last)[1]), (2, 1), "what was published last first");
        assert_eq!(first.rating.spread, [2, 2, 2, 3, 3]);
        assert_eq!(first.rating.overall().tenths(), Some(28), "33 stars of 12");
        let cards = crate::listings::cards(&world.ctx, &[two.drill]).await.unwrap();
        assert_eq!(cards[0].rating, Some(first.rating.overall()));
        assert_eq!(written_lately(&world.ctx, &two.bea).await.unwrap().len(), 12);
        world.wait(WRITE_WITHIN).await;
        assert!(written_lately(&world.ctx, &two.bea).await.unwrap().is_empty());
    }
}
