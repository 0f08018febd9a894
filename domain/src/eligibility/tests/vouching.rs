//! Who vouches for whom, on both engines.

use super::super::*;
use super::asking::finished;
use crate::{
    Error,
    bookings::testing::{crowd, drill, join_all},
    members,
    members::Me,
    notifications::{Letter, TrustTurn},
    on_both_engines,
    testing::{PASSWORD, World},
};

async fn counts(world: &World, who: &Me) -> bool {
    known(&world.ctx, who).await.unwrap().counts
}

on_both_engines! {
    async fn only_who_is_known_can_make_others_known(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        assert!(matches!(vouch(&world.ctx, &lena, bea.id).await, Err(Error::Refused(VouchRefusal::Unknown))));
        let listing = drill(&world, &lena).await;
        finished(&world, &lena, &bea, listing, "2030-04-29").await;
        world.letters().await;
        vouch(&world.ctx, &bea, hassan.id).await.unwrap();
        vouch(&world.ctx, &bea, hassan.id).await.unwrap();
        let letters = world.letters().await;
        let told: Vec<_> = letters.iter().filter_map(|d| match &d.letter {
            Letter::Trust(news) => Some((d.to.name.as_str(), news.what, news.other.as_str())),
            _ => None,
        }).collect();
        assert_eq!(told, [("Hassan", TrustTurn::Vouched, "Bea")]);
        assert!(counts(&world, &hassan).await);
        let (his, hers) = (known(&world.ctx, &hassan).await.unwrap(), known(&world.ctx, &bea).await.unwrap());
        assert_eq!((his.by.len(), his.of.len(), hers.by.len(), hers.of.len()), (1, 0, 0, 1), "both see it");
        assert!(known(&world.ctx, &lena).await.unwrap().by.is_empty());
        withdraw(&world.ctx, &bea, hassan.id).await.unwrap();
        assert!(!counts(&world, &hassan).await);
    }

    async fn a_ring_falls_apart_when_its_ground_goes(world: World) {
        let (lena, bea, hassan, olga) =
            (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await, world.member("Olga").await);
        let listing = drill(&world, &lena).await;
        finished(&world, &lena, &bea, listing, "2030-04-29").await;
        vouch(&world.ctx, &bea, hassan.id).await.unwrap();
        vouch(&world.ctx, &hassan, olga.id).await.unwrap();
        vouch(&world.ctx, &olga, hassan.id).await.unwrap();
        assert!(counts(&world, &hassan).await && counts(&world, &olga).await);
        withdraw(&world.ctx, &bea, hassan.id).await.unwrap();
        assert!(!counts(&world, &hassan).await && !counts(&world, &olga).await, "each other is not enough");
    }

    async fn the_limit_holds_when_all_are_given_at_once(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        finished(&world, &lena, &bea, listing, "2030-04-29").await;
        let many = crowd(&world, 25).await;
        let answers = join_all(many.iter().map(|one| vouch(&world.ctx, &bea, one.id))).await;
        let given = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(i64::try_from(given).unwrap(), rules::MOST_VOUCHES);
        assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(Error::Refused(VouchRefusal::TooMany { .. })))));
        assert_eq!(known(&world.ctx, &bea).await.unwrap().left, 0);
    }

    async fn blocks_and_goodbyes_end_it(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = drill(&world, &lena).await;
        finished(&world, &lena, &bea, listing, "2030-04-29").await;
        members::block(&world.ctx, &hassan, bea.id).await.unwrap();
        assert!(matches!(vouch(&world.ctx, &bea, hassan.id).await, Err(Error::Refused(VouchRefusal::NotNow))));
        assert!(matches!(vouch(&world.ctx, &bea, bea.id).await, Err(Error::Refused(VouchRefusal::Oneself))));
        members::unblock(&world.ctx, &hassan, bea.id).await.unwrap();
        vouch(&world.ctx, &bea, hassan.id).await.unwrap();
        members::delete_account(&world.ctx, &bea, PASSWORD.into()).await.unwrap();
        assert!(known(&world.ctx, &hassan).await.unwrap().by.is_empty());
        assert!(matches!(vouch(&world.ctx, &lena, bea.id).await, Err(Error::NotFound)), "who has left");
    }
}
