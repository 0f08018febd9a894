//! Fair shares on both engines.

use super::super::*;
use crate::{
    availability::Period,
    bookings::{
        self, Command, Refusal,
        testing::{ask, because, drill, join_all, refusal, typed},
    },
    eligibility::{self, RulesDraft},
    listings::{ListingId, testing::Thing},
    members::Me,
    on_both_engines,
    testing::World,
};
use std::sync::Arc;

fn laid_down(world: &mut World, usual: Limits) {
    let mut settings = (*world.ctx.settings).clone();
    settings.quotas.usual = usual;
    world.ctx.settings = Arc::new(settings);
}

async fn things(world: &World, owner: &Me, count: usize) -> Vec<ListingId> {
    let mut all = Vec::new();
    for n in 0..count {
        all.push(Thing::called(&format!("Ding {n}")).publish(&world.ctx, owner).await);
    }
    all
}

on_both_engines! {
    async fn of_many_requests_at_once_by_one_member_no_more_than_laid_down_succeed(world: World) {
        let mut world = world;
        laid_down(&mut world, Limits { open_requests: 3, ..Limits::default() });
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let all = things(&world, &lena, 25).await;
        let forms: Vec<_> = (0..50).map(|_| typed("2030-05-06", "2030-05-07")).collect();
        let answers = join_all((0..50).map(|n| bookings::request(&world.ctx, &bea, all[n % 25], &forms[n]))).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 3, "{answers:?}");
        for answer in answers.into_iter().filter(Result::is_err) {
            let refused = refusal(answer);
            assert!(matches!(&refused, Refusal::TooMuch(why) if matches!(why[..], [Exceeded::OpenRequests { most: 3, have: 3, .. }]))
                || matches!(refused, Refusal::AskedAlready(_)), "{refused:?}");
        }
        let seen = exceeded(&world.ctx, &bea, all[20], None).await.unwrap();
        assert_eq!(seen, [Exceeded::OpenRequests { most: 3, have: 3, category: None }], "and it is said before");
    }

    async fn what_is_over_makes_room_again(world: World) {
        let mut world = world;
        laid_down(&mut world, Limits { loans: 1, ..Limits::default() });
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let all = things(&world, &lena, 2).await;
        let loan = ask(&world, &bea, all[0], "2030-05-06", "2030-05-08").await;
        bookings::act(&world.ctx, &lena, loan, Command::Accept).await.unwrap();
        let refused = refusal(bookings::request(&world.ctx, &bea, all[1], &typed("2030-05-08", "2030-05-09")).await);
        assert_eq!(refused, Refusal::TooMuch(vec![Exceeded::Loans { most: 1, have: 1, category: None }]));
        ask(&world, &bea, all[1], "2030-05-09", "2030-05-09").await;
        bookings::act(&world.ctx, &bea, loan, because("Regen")).await.unwrap();
        ask(&world, &bea, all[1], "2030-05-07", "2030-05-08").await;
    }

    async fn an_owner_says_how_often_in_a_month_and_a_category_has_its_own(world: World) {
        let mut world = world;
        let mut settings = (*world.ctx.settings).clone();
        settings.quotas.categories.insert("tools".into(), Limits { days_per_month: 4, ..Limits::default() });
        world.ctx.settings = Arc::new(settings);
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let once = RulesDraft { per_month: "1".into(), ..RulesDraft::default() };
        eligibility::save(&world.ctx, &lena, listing, &once).await.unwrap();
        ask(&world, &bea, listing, "2030-05-06", "2030-05-06").await;
        let day = |text: &str| crate::Day::parse(text).unwrap();
        let again = refusal(bookings::request(&world.ctx, &bea, listing, &typed("2030-05-20", "2030-05-20")).await);
        assert_eq!(again, Refusal::TooMuch(vec![Exceeded::Often { most: 1, have: 1, month: day("2030-05-20") }]));
        ask(&world, &bea, listing, "2030-06-03", "2030-06-05").await;
        let other = Thing::called("Säge").in_category("drills").publish(&world.ctx, &lena).await;
        let june = Period::whole_days(day("2030-06-10"), day("2030-06-11"));
        let too_many = Exceeded::Days { most: 4, have: 3, month: day("2030-06-10"), category: Some("tools".into()) };
        assert_eq!(exceeded(&world.ctx, &bea, other, Some(june)).await.unwrap(), [too_many]);
    }
}
