//! One request to several: whoever says yes first has it.

use super::world::*;
use crate::{eligibility, listings::testing::Thing};

/// A drill of somebody else, as good as the first one.
async fn another(world: &World, owner: &Me) -> ListingId {
    Thing::called("Schlagbohrmaschine").publish(&world.ctx, owner).await
}

on_both_engines! {
    async fn the_first_yes_counts_and_the_others_hear_that_it_is_found(world: World) {
        let (lena, mai, olga) = (world.member("Lena").await, world.member("Mai").await, world.member("Olga").await);
        let bea = world.member("Bea").await;
        let (one, two, three) = (drill(&world, &lena).await, another(&world, &mai).await, another(&world, &olga).await);
        world.settle().await;
        let first = ask(&world, &bea, one, "2030-05-03", "2030-05-04").await;
        let offered = choices(&world.ctx, &bea, first).await.unwrap();
        let mut ids: Vec<_> = offered.iter().map(|choice| choice.offering.listing).collect();
        ids.sort();
        let mut expected = vec![two, three];
        expected.sort();
        assert_eq!(ids, expected);
        assert!(matches!(choices(&world.ctx, &lena, first).await.as_deref(), Ok([])), "only who asked asks others");
        world.letters().await;
        let made = ask_others(&world.ctx, &bea, first, &[(two, String::new()), (three, String::new())]).await.unwrap();
        assert_eq!(made.len(), 2);
        assert_eq!(told(&world.letters().await), [("Mai", BookingTurn::Requested), ("Olga", BookingTurn::Requested)]);
        let view = seen(&world, &bea, made[0]).await;
        assert_eq!((view.booking.note.as_str(), view.booking.period.first), ("Für ein Regal.", Day::parse("2030-05-03").unwrap()));
        assert!(is_one_of_several(&world.ctx, first).await.unwrap());
        let together = asked_too(&world.ctx, &bea, first).await.unwrap();
        assert!(made.iter().all(|id| together.iter().any(|one| one.id == *id && one.state == State::Requested)), "{together:?}");
        assert_eq!(together.len(), 2);
        assert_eq!(asked_too(&world.ctx, &lena, first).await.unwrap(), [], "a lender is not told whom else");

        let (id, yes) = (made[1], seen(&world, &bea, made[1]).await.lender.id);
        let yes = if yes == mai.id { &mai } else { &olga };
        act(&world.ctx, yes, id, Command::Accept).await.unwrap();
        for other in made.iter().chain([&first]).filter(|other| **other != id) {
            assert_eq!(seen(&world, &bea, *other).await.booking.state, State::FoundElsewhere);
        }
        let letters = world.letters().await;
        let told = told(&letters);
        assert_eq!(told.iter().filter(|(_, what)| *what == BookingTurn::FoundElsewhere).count(), 2, "{told:?}");
        assert!(told.contains(&("Bea", BookingTurn::Accepted)) && told.contains(&("Lena", BookingTurn::FoundElsewhere)));
        assert!(choices(&world.ctx, &bea, first).await.unwrap().is_empty());
        assert_eq!(refusal(act(&world.ctx, &lena, first, Command::Accept).await), Refusal::Over);
        assert_eq!(held(&world, one).await, Vec::<String>::new());
    }

    async fn what_would_be_refused_is_not_offered(world: World) {
        let (lena, mai, olga) = (world.member("Lena").await, world.member("Mai").await, world.member("Olga").await);
        let bea = world.member("Bea").await;
        let (one, two, three) = (drill(&world, &lena).await, another(&world, &mai).await, another(&world, &olga).await);
        world.settle().await;
        let once = eligibility::RulesDraft { per_month: "1".into(), ..eligibility::RulesDraft::default() };
        eligibility::save(&world.ctx, &mai, two, &once).await.unwrap();
        let had = ask(&world, &bea, two, "2030-05-20", "2030-05-20").await;
        act(&world.ctx, &mai, had, Command::Accept).await.unwrap();
        let first = ask(&world, &bea, one, "2030-05-03", "2030-05-04").await;
        let offered = choices(&world.ctx, &bea, first).await.unwrap();
        assert_eq!(offered.iter().map(|choice| choice.offering.listing).collect::<Vec<_>>(), [three], "Mai's is hers once in May");
        let refused = ask_others(&world.ctx, &bea, first, &[(two, String::new()), (three, String::new())]).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::TooMuch(_)))), "{refused:?}");
    }

    /// Each time two lenders press at the same instant.
    async fn of_two_who_say_yes_at_once_exactly_one_lends(world: World) {
        let bea = world.member("Bea").await;
        let lenders = crowd_named(&world, 5, "Leiher").await;
        let mut things = Vec::new();
        for lender in &lenders {
            things.push(another(&world, lender).await);
        }
        for round in 1..=10 {
            let day = format!("2030-05-{round:02}");
            let first = ask(&world, &bea, things[0], &day, &day).await;
            let others: Vec<_> = things[1..].iter().map(|thing| (*thing, String::new())).collect();
            let made = ask_others(&world.ctx, &bea, first, &others).await.unwrap();
            let mut pairs = vec![(lenders[0].clone(), first)];
            for id in made {
                let lender = seen(&world, &bea, id).await.lender.id;
                pairs.push((lenders.iter().find(|one| one.id == lender).unwrap().clone(), id));
            }
            let answers = join_all(pairs.iter().map(|(lender, id)| {
                let (ctx, lender, id) = (world.ctx.clone(), lender.clone(), *id);
                tokio::spawn(async move { act(&ctx, &lender, id, Command::Accept).await })
            })).await;
            let yes = answers.into_iter().filter(|answer| answer.as_ref().unwrap().is_ok()).count();
            assert_eq!(yes, 1, "round {round}");
            let mut states = Vec::new();
            for (_, id) in &pairs {
                states.push(seen(&world, &bea, *id).await.booking.state);
            }
            assert_eq!(states.iter().filter(|state| **state == State::Accepted).count(), 1);
            assert_eq!(states.iter().filter(|state| **state == State::FoundElsewhere).count(), 4, "{states:?}");
        }
    }

    async fn all_are_asked_or_none_and_what_is_had_at_once_ends_it(world: World) {
        let (lena, mai, olga) = (world.member("Lena").await, world.member("Mai").await, world.member("Olga").await);
        let (bea, hassan) = (world.member("Bea").await, world.member("Hassan").await);
        let (one, two, three) = (drill(&world, &lena).await, another(&world, &mai).await, another(&world, &olga).await);
        let first = ask(&world, &bea, one, "2030-05-03", "2030-05-04").await;
        let taken = ask(&world, &hassan, three, "2030-05-04", "2030-05-04").await;
        act(&world.ctx, &olga, taken, Command::Accept).await.unwrap();
        let both = [(two, String::new()), (three, String::new())];
        let answer = ask_others(&world.ctx, &bea, first, &both).await;
        assert!(matches!(refusal(answer), Refusal::Unavailable(_)));
        assert_eq!(asked_too(&world.ctx, &bea, first).await.unwrap(), [], "nobody was asked");
        assert_eq!(refusal(ask_others(&world.ctx, &bea, first, &[]).await), Refusal::NotNow);
        assert!(matches!(ask_others(&world.ctx, &hassan, first, &both).await, Err(Error::NotFound)));
        let many: Vec<_> = (0..MOST_TOGETHER).map(|n| (if n == 0 { two } else { ListingId::at(world.now()) }, String::new())).collect();
        assert_eq!(refusal(ask_others(&world.ctx, &bea, first, &many).await), Refusal::NotNow);

        change_listing(&world, two, "update listing set instant = true where id = $1").await;
        let made = ask_others(&world.ctx, &bea, first, &[(two, String::new())]).await.unwrap();
        assert_eq!(seen(&world, &bea, made[0]).await.booking.state, State::Accepted);
        assert_eq!(seen(&world, &bea, first).await.booking.state, State::FoundElsewhere);
    }
}
