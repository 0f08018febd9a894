//! Links in letters: they act once, for whom and on what they were made, and only when their button is pressed.

use super::world::*;
use crate::{
    backup,
    bookings::lettered::{self, NoLink, NotDone, Standing, Typed},
    jobs, members,
    notifications::{Delivery, signing},
    testing::PASSWORD,
};

/// The link of a letter to `who` that does this.
fn link(letters: &[Delivery], who: &Me, act: Act) -> String {
    let mine = letters.iter().filter(|d| d.to.member == Some(who.id));
    let mut links = mine.flat_map(|d| &d.links.acts);
    let found = links.find(|(found, _)| *found == act);
    found.unwrap_or_else(|| panic!("no {act:?} in {letters:?}")).1.clone()
}

fn words(words: &str) -> Typed {
    Typed {
        words: words.into(),
        ..Typed::default()
    }
}

async fn standing(world: &World, token: &str) -> Standing {
    lettered::look(&world.ctx, token).await.unwrap().standing
}

async fn press(world: &World, token: &str, typed: &Typed) -> Standing {
    lettered::act(&world.ctx, token, typed).await.unwrap().unwrap().standing
}

fn no_link<T: std::fmt::Debug>(answer: Result<T, Error<NoLink>>) -> NoLink {
    match answer {
        Err(Error::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

async fn hand_over(world: &World, lender: &Me, borrower: &Me, id: BookingId) {
    for who in [lender, borrower] {
        act(&world.ctx, who, id, Command::HandOver).await.unwrap();
    }
    world.letters().await;
}

on_both_engines! {
    async fn a_request_is_answered_from_the_letter_once_and_looking_changes_nothing(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        let letters = world.letters().await;
        let (yes, no) = (link(&letters, &lena, Act::Accept), link(&letters, &lena, Act::Decline));
        assert!(letters.iter().all(|d| d.to.member != Some(bea.id)), "who asked gets none");
        let before = backup::all_rows(&world.ctx).await.unwrap();
        for token in [&yes, &no] {
            assert_eq!(standing(&world, token).await, Standing::Open);
        }
        assert_eq!(backup::all_rows(&world.ctx).await.unwrap(), before, "mail programs open links by themselves");

        let nothing = Typed::default();
        let answers = join_all((0..4).map(|_| lettered::act(&world.ctx, &yes, &nothing))).await;
        for answer in answers {
            assert_eq!(answer.unwrap().unwrap().standing, Standing::Done);
        }
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::Accepted)], "one act, one letter");
        assert_eq!(held(&world, listing).await.len(), 2);
        assert_eq!(press(&world, &yes, &Typed::default()).await, Standing::Done);
        assert_eq!(press(&world, &no, &words("Doch nicht")).await, Standing::Changed, "it was said already");
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Accepted);
        assert!(world.letters().await.is_empty());
    }

    async fn of_a_yes_and_a_no_at_the_same_moment_one_counts(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        let letters = world.letters().await;
        let (yes, no) = (link(&letters, &lena, Act::Accept), link(&letters, &lena, Act::Decline));
        let (typed, none) = (words("Leider krank."), Typed::default());
        let (one, other) = futures::join!(lettered::act(&world.ctx, &yes, &none), lettered::act(&world.ctx, &no, &typed));
        let all = [one.unwrap().unwrap().standing, other.unwrap().unwrap().standing];
        assert_eq!(all.iter().filter(|standing| **standing == Standing::Done).count(), 1, "{all:?}");
        assert!(all.contains(&Standing::Changed), "{all:?}");
        assert_eq!(world.letters().await.len(), 1);
        assert_ne!(seen(&world, &bea, id).await.booking.state, State::Requested);
    }

    async fn a_link_is_for_one_member_one_booking_one_act_and_one_address(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-03", "2030-05-04").await;
        let other = ask(&world, &bea, listing, "2030-05-10", "2030-05-11").await;
        let letters = world.letters().await;
        let yes = link(&letters, &lena, Act::Accept);
        let (claim, mac) = signing::read(&yes).unwrap();
        // Whatever is changed in what it says, the proof does not fit; and no proof is made for somebody else's booking.
        let mut tx = world.ctx.db.read().await.unwrap();
        assert!(signing::holds(&mut tx, &claim, &mac, "LENA@example.org").await.unwrap(), "addresses know no case");
        for wrong in [
            signing::Claim { member: bea.id, ..claim },
            signing::Claim { booking: if claim.booking == id { other } else { id }, ..claim },
            signing::Claim { act: Act::Decline, ..claim },
            signing::Claim { version: 2, ..claim },
            signing::Claim { made_at: claim.made_at.plus(1), ..claim },
        ] {
            assert!(!signing::holds(&mut tx, &wrong, &mac, &lena.email).await.unwrap(), "{wrong:?}");
        }
        assert!(!signing::holds(&mut tx, &claim, &mac, &bea.email).await.unwrap());
        drop(tx);
        let eve = world.member("Eve").await;
        let foreign = signing::Claim { member: eve.id, ..claim };
        let foreign = signing::sign(&world.ctx, &[foreign], &eve.email).await.unwrap()[0].1.clone();
        for token in [foreign, format!("{yes}x"), yes[..yes.len() - 2].to_owned(), String::new(), "🧰".into()] {
            assert_eq!(no_link(lettered::look(&world.ctx, &token).await), NoLink::Broken, "{token}");
            assert_eq!(no_link(lettered::act(&world.ctx, &token, &Typed::default()).await), NoLink::Broken);
        }
        assert_eq!(standing(&world, &yes).await, Standing::Open, "nobody has used it up");

        // A new address ends what lies in the old mailbox.
        members::change_address(&world.ctx, &lena, "lena@neu.example", PASSWORD.into()).await.unwrap();
        let letters = world.letters().await;
        let Letter::ConfirmNewAddress { token } = &letters[0].letter else { panic!("{letters:?}") };
        members::confirm_new_address(&world.ctx, token).await.unwrap();
        assert_eq!(no_link(lettered::act(&world.ctx, &yes, &Typed::default()).await), NoLink::Broken);
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Requested);
    }

    async fn what_is_old_or_over_or_whose_reader_has_left_does_nothing(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let id = ask(&world, &bea, listing, "2030-05-20", "2030-05-21").await;
        act(&world.ctx, &lena, id, Command::Accept).await.unwrap();
        let off = link(&world.letters().await, &bea, Act::Cancel);
        let answer = lettered::act(&world.ctx, &off, &Typed::default()).await.unwrap();
        assert!(matches!(answer, Err(NotDone::Booking(Refusal::Invalid(_)))), "who calls off says why: {answer:?}");
        world.ctx.clock.advance(LINKS_LIVE - 1);
        assert_eq!(standing(&world, &off).await, Standing::Open);
        world.ctx.clock.advance(1);
        assert_eq!(press(&world, &off, &words("Zu spät")).await, Standing::Expired);
        assert_eq!(seen(&world, &bea, id).await.booking.state, State::Accepted);
        world.settle().await;

        // A request runs out: its links say so before any job has come to it.
        let other = ask(&world, &bea, listing, "2030-06-20", "2030-06-21").await;
        let letters = world.letters().await;
        let yes = link(&letters, &lena, Act::Accept);
        world.ctx.clock.advance(25 * Timestamp::HOUR);
        assert!(matches!(standing(&world, &yes).await, Standing::Refused(Refusal::Over)));
        assert!(matches!(press(&world, &yes, &Typed::default()).await, Standing::Refused(_)));
        assert_eq!(seen(&world, &bea, other).await.booking.state, State::Expired);
        // Whoever has left, or is not there any more for us, acts no more.
        act(&world.ctx, &bea, id, because("Doch nicht")).await.unwrap();
        world.settle().await;
        members::delete_account(&world.ctx, &lena, PASSWORD.into()).await.unwrap();
        assert_eq!(no_link(lettered::look(&world.ctx, &yes).await), NoLink::Gone);
    }

    async fn longer_is_proposed_from_the_letter_with_what_is_free_and_what_it_costs(world: World) {
        let (lena, bea, hassan) = (world.member("Lena").await, world.member("Bea").await, world.member("Hassan").await);
        let listing = drill(&world, &lena).await;
        change_listing(&world, listing, "update listing set kind = 'rent', prices = '{\"day\":800}' where id = $1").await;
        let paid = |from: &str, to: &str, total: &str| RequestDraft { seen: total.into(), ..typed(from, to) };
        let id = request(&world.ctx, &bea, listing, &paid("2030-04-29", "2030-04-30", "1600")).await.unwrap();
        let next = request(&world.ctx, &hassan, listing, &paid("2030-05-03", "2030-05-04", "1600")).await.unwrap();
        for booking in [id, next] {
            act(&world.ctx, &lena, booking, Command::Accept).await.unwrap();
        }
        hand_over(&world, &lena, &bea, id).await;
        world.wait(25 * Timestamp::HOUR).await;
        let letters = world.letters().await;
        assert_eq!(told(&letters), [("Bea", BookingTurn::RemindReturn)]);
        let token = link(&letters, &bea, Act::Extend);
        let opened = lettered::look(&world.ctx, &token).await.unwrap();
        let offered: Vec<_> = opened.later.iter().map(|l| (l.period.last.to_string(), l.more_minor)).collect();
        assert_eq!(offered, [("2030-05-01".to_owned(), 800), ("2030-05-02".to_owned(), 1_600)], "until somebody else has it");
        let until = |to: &str| Typed { to: to.into(), ..Typed::default() };
        let taken = lettered::act(&world.ctx, &token, &until("2030-05-03")).await.unwrap();
        assert!(matches!(taken, Err(NotDone::Booking(Refusal::Unavailable(_)))), "{taken:?}");
        assert_eq!(press(&world, &token, &until("2030-05-01")).await, Standing::Done);
        assert_eq!(press(&world, &token, &until("2030-05-02")).await, Standing::Done, "proposed once");
        let letters = world.letters().await;
        assert_eq!(told(&letters), [("Lena", BookingTurn::Proposed)]);
        assert_eq!(press(&world, &link(&letters, &lena, Act::Agree), &Typed::default()).await, Standing::Done);
        let booking = seen(&world, &bea, id).await.booking;
        assert_eq!((booking.period.last.to_string().as_str(), booking.quote.unwrap().total_minor), ("2030-05-01", 2_400));
        assert_eq!(told(&world.letters().await), [("Bea", BookingTurn::Changed)]);
    }

    async fn the_key_is_made_once_and_is_in_no_backup(world: World) {
        let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
        let listing = drill(&world, &lena).await;
        let ids = join_all(["2030-05-03", "2030-05-05", "2030-05-07"].map(|day| ask(&world, &bea, listing, day, day))).await;
        assert_eq!(ids.len(), 3);
        // Two workers hand out the letters, and both need the key for the first time.
        let (a, b) = futures::join!(jobs::run_due(&world.ctx, "a"), jobs::run_due(&world.ctx, "b"));
        assert_eq!(a.unwrap() + b.unwrap(), 3);
        for delivery in world.letters().await {
            let (_, token) = &delivery.links.acts[0];
            assert_eq!(standing(&world, token).await, Standing::Open);
            assert!(!serde_json::to_string(&delivery).unwrap().contains(token.as_str()), "no secret waits in the queue");
        }
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("all.tar");
        backup::write(&world.ctx, &file).await.unwrap();
        let bytes = std::fs::read(file).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains(crate::notifications::ACT_KEY));
    }
}
