//! Circles on both engines.

use super::super::*;
use crate::{
    Error, Timestamp,
    members::{self, Me},
    notifications::{Letter, TrustTurn},
    on_both_engines,
    testing::{PASSWORD, World},
};

fn called(name: &str, findable: bool) -> CircleDraft {
    CircleDraft {
        name: name.into(),
        about: "Wer hier wohnt.".into(),
        findable: if findable { "yes" } else { "" }.into(),
    }
}

async fn roles(world: &World, who: &Me, id: CircleId) -> Vec<(String, String)> {
    let view = circle(&world.ctx, who, id).await.unwrap();
    view.members.into_iter().map(|one| (one.name, one.role)).collect()
}

fn told(letters: &[crate::notifications::Delivery]) -> Vec<(String, TrustTurn)> {
    let of = |d: &crate::notifications::Delivery| match &d.letter {
        Letter::Trust(news) => Some((d.to.name.clone(), news.what)),
        _ => None,
    };
    letters.iter().filter_map(of).collect()
}

on_both_engines! {
    async fn somebody_asks_to_join_and_is_let_in(world: World) {
        let (lena, bea, olga) = (world.member("Lena").await, world.member("Bea").await, world.member("Olga").await);
        let id = found(&world.ctx, &lena, &called("Haus 9", true)).await.unwrap();
        let seen = circle(&world.ctx, &bea, id).await.unwrap();
        assert_eq!((seen.me, seen.count, seen.members.len()), (Role::Stranger, 1, 0), "who is in it is not told");
        act(&world.ctx, &bea, id, Command::Ask).await.unwrap();
        assert!(matches!(act(&world.ctx, &bea, id, Command::Ask).await, Err(Error::Refused(Refusal::NotNow))));
        assert_eq!(told(&world.letters().await), [("Lena".to_owned(), TrustTurn::CircleAsked)]);
        assert_eq!(circle(&world.ctx, &lena, id).await.unwrap().asking.len(), 1);
        let letting_in = Command::LetIn(bea.id);
        assert!(matches!(act(&world.ctx, &olga, id, letting_in).await, Err(Error::Refused(Refusal::NotYours))));
        assert!(matches!(act(&world.ctx, &bea, id, letting_in).await, Err(Error::Refused(Refusal::NotYours))));
        act(&world.ctx, &lena, id, letting_in).await.unwrap();
        assert_eq!(told(&world.letters().await), [("Bea".to_owned(), TrustTurn::CircleLetIn)]);
        let both = [("Lena".to_owned(), "keeper".to_owned()), ("Bea".to_owned(), "member".to_owned())];
        assert_eq!(roles(&world, &bea, id).await, both);
        let mine = circles(&world.ctx, &bea).await.unwrap();
        assert_eq!((mine.mine.len(), mine.mine[0].members, mine.found.len()), (1, 2, 0));
        act(&world.ctx, &lena, id, Command::Remove(bea.id)).await.unwrap();
        assert_eq!(circles(&world.ctx, &bea).await.unwrap().found.len(), 1);
    }

    async fn what_cannot_be_found_is_not_there_for_others(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let id = found(&world.ctx, &lena, &called("Haus 9", false)).await.unwrap();
        assert!(matches!(circle(&world.ctx, &bea, id).await, Err(Error::NotFound)));
        assert!(matches!(act(&world.ctx, &bea, id, Command::Ask).await, Err(Error::NotFound)));
        assert!(circles(&world.ctx, &bea).await.unwrap().found.is_empty());
        let first = invite(&world.ctx, &lena, id).await.unwrap();
        let token = invite(&world.ctx, &lena, id).await.unwrap();
        assert!(matches!(join(&world.ctx, &bea, first.text()).await, Err(Error::NotFound)), "replaced");
        assert_eq!(invited_to(&world.ctx, &bea, token.text()).await.unwrap().1, Role::Stranger);
        assert_eq!(join(&world.ctx, &bea, token.text()).await.unwrap(), id);
        assert_eq!(join(&world.ctx, &bea, token.text()).await.unwrap(), id, "twice is once");
        assert!(matches!(act(&world.ctx, &bea, id, Command::CloseInvitation).await, Err(Error::Refused(Refusal::NotYours))));
        act(&world.ctx, &lena, id, Command::CloseInvitation).await.unwrap();
        assert!(matches!(invited_to(&world.ctx, &bea, token.text()).await, Err(Error::NotFound)));
        assert!(matches!(edit(&world.ctx, &bea, id, &called("Beas Haus", true)).await, Err(Error::Refused(Refusal::NotYours))));
        edit(&world.ctx, &lena, id, &called("Haus 10", false)).await.unwrap();
        assert_eq!(circle(&world.ctx, &bea, id).await.unwrap().circle.name, "Haus 10");
    }

    async fn whoever_leaves_leaves_it_in_good_hands(world: World) {
        let (lena, bea, olga) = (world.member("Lena").await, world.member("Bea").await, world.member("Olga").await);
        let id = found(&world.ctx, &lena, &called("Haus 9", false)).await.unwrap();
        let token = invite(&world.ctx, &lena, id).await.unwrap();
        for who in [&bea, &olga] {
            join(&world.ctx, who, token.text()).await.unwrap();
            world.ctx.clock.advance(Timestamp::HOUR);
        }
        members::delete_account(&world.ctx, &lena, PASSWORD.into()).await.unwrap();
        let both = [("Bea".to_owned(), "keeper".to_owned()), ("Olga".to_owned(), "member".to_owned())];
        assert_eq!(roles(&world, &olga, id).await, both);
        act(&world.ctx, &bea, id, Command::Leave).await.unwrap();
        act(&world.ctx, &olga, id, Command::Leave).await.unwrap();
        assert!(matches!(circle(&world.ctx, &olga, id).await, Err(Error::NotFound)));
        assert!(matches!(join(&world.ctx, &olga, token.text()).await, Err(Error::NotFound)));
    }
}
