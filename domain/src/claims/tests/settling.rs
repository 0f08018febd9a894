//! Claims on both engines: between the two, with those who run the place, and against the clock.

use super::super::{
    Claim, Command, Decision, Draft, Refusal, Remedy, State, act, case, cases, of_booking, open, rule,
    rules::{self, ANSWER_WITHIN, APPEAL_WITHIN, DECIDE_WITHIN},
    waiting, waiting_count,
};
use crate::{
    Error,
    bookings::{
        self, BookingId, Party,
        testing::{ask, drill},
    },
    handovers,
    members::{self, Me, Role},
    notifications::{BookingTurn, Letter},
    on_both_engines,
    testing::World,
};
use futures::future::join_all;

fn draft(remedy: &str, amount: &str, words: &str) -> Draft {
    Draft {
        remedy: remedy.into(),
        amount: amount.into(),
        words: words.into(),
        version: String::new(),
    }
}

fn at(version: i64, draft: Draft) -> Draft {
    Draft {
        version: version.to_string(),
        ..draft
    }
}

/// A loan that is out, of a drill that is worth 90.
async fn lent(world: &World) -> (Me, Me, BookingId) {
    let (lena, bea) = (world.member("Lena").await, world.member("Bea").await);
    let listing = drill(world, &lena).await;
    let id = ask(world, &bea, listing, "2030-05-02", "2030-05-03").await;
    bookings::act(&world.ctx, &lena, id, bookings::Command::Accept)
        .await
        .unwrap();
    let starts = bookings::booking_seen_by(&world.ctx, &bea, id)
        .await
        .unwrap()
        .booking
        .starts_at;
    world.wait(starts.since(world.now())).await;
    bookings::act(&world.ctx, &lena, id, bookings::Command::HandOver)
        .await
        .unwrap();
    bookings::act(&world.ctx, &bea, id, bookings::Command::HandOver)
        .await
        .unwrap();
    world.letters().await;
    (lena, bea, id)
}

async fn back(world: &World, lena: &Me, bea: &Me, id: BookingId) {
    bookings::act(&world.ctx, bea, id, bookings::Command::Return)
        .await
        .unwrap();
    bookings::act(&world.ctx, lena, id, bookings::Command::Return)
        .await
        .unwrap();
    world.letters().await;
}

async fn operator(world: &World, name: &str) -> Me {
    let me = world.member(name).await;
    assert!(members::set_role(&world.ctx, &me.email, Role::Operator).await.unwrap());
    Me {
        role: Role::Operator,
        ..me
    }
}

async fn of(world: &World, who: &Me, id: BookingId) -> Claim {
    of_booking(&world.ctx, who, id).await.unwrap().all.remove(0)
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, Error<Refusal>>) -> Refusal {
    match answer {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

async fn letters(world: &World) -> Vec<(String, String)> {
    let mut all: Vec<_> = world
        .letters()
        .await
        .into_iter()
        .filter_map(|delivery| match delivery.letter {
            Letter::Booking(news) => Some((delivery.to.name, news.what.name().to_owned())),
            Letter::Case(news) => Some((
                delivery.to.name,
                format!(
                    "case{}{}",
                    if news.appeal { " appeal" } else { "" },
                    if news.late { " late" } else { "" }
                ),
            )),
            _ => None,
        })
        .collect();
    all.sort();
    all
}

fn only(all: &[(&str, BookingTurn)]) -> Vec<(String, String)> {
    all.iter()
        .map(|(who, what)| ((*who).to_owned(), what.name().to_owned()))
        .collect()
}

on_both_engines! {
    async fn the_two_settle_it_between_them(world: World) {
        let (lena, bea, id) = lent(&world).await;
        back(&world, &lena, &bea, id).await;
        let stranger = world.member("Hassan").await;
        world.letters().await;
        let typed = draft("money", "90,01", "Der Griff ist abgebrochen.");
        assert_eq!(refusal(open(&world.ctx, &lena, id, &typed).await), Refusal::AboveCap { cap_minor: 9_000 });
        assert!(matches!(open(&world.ctx, &stranger, id, &typed).await, Err(Error::NotFound)));
        let typed = draft("money", "60", "Der Griff ist abgebrochen.");
        assert_eq!(open(&world.ctx, &lena, id, &typed).await.unwrap(), Party::Lender);
        assert_eq!(open(&world.ctx, &lena, id, &typed).await.unwrap(), Party::Lender, "the same form twice is one claim");
        let other = draft("repair", "", "Der Griff ist abgebrochen!");
        assert_eq!(refusal(open(&world.ctx, &lena, id, &other).await), Refusal::Already);
        assert_eq!(letters(&world).await, only(&[("Bea", BookingTurn::ClaimOpened)]));
        assert_eq!((waiting_count(&world.ctx, bea.id).await.unwrap(), waiting_count(&world.ctx, lena.id).await.unwrap()), (1, 0));

        let counter = Command::Counter { remedy: Remedy::Money, amount_minor: 0, words: String::new() };
        let claim = of(&world, &bea, id).await;
        let typed = at(claim.version, draft("money", "20", "Er war vorher schon locker."));
        let mine = act(&world.ctx, &lena, id, Party::Lender, &counter, &typed).await;
        assert_eq!(refusal(mine), Refusal::WaitsForOther);
        act(&world.ctx, &bea, id, Party::Lender, &counter, &typed).await.unwrap();
        assert_eq!(letters(&world).await, only(&[("Lena", BookingTurn::ClaimCountered)]));
        let stale = act(&world.ctx, &lena, id, Party::Lender, &Command::Accept, &typed).await;
        assert_eq!(refusal(stale), Refusal::ChangedMeanwhile, "what is agreed to is what was read");
        let claim = of(&world, &lena, id).await;
        let agreed = act(&world.ctx, &lena, id, Party::Lender, &Command::Accept, &at(claim.version, Draft::default())).await.unwrap();
        assert_eq!((agreed.state, agreed.counts()), (State::Agreed, (Remedy::Money, 2_000)));
        assert_eq!(waiting_count(&world.ctx, lena.id).await.unwrap(), 1, "she says when she has it");
        let confirm = |who: Me| { let (ctx, version) = (world.ctx.clone(), agreed.version); async move {
            act(&ctx, &who, id, Party::Lender, &Command::Confirm, &at(version, Draft::default())).await
        } };
        assert_eq!(refusal(confirm(bea.clone()).await), Refusal::NotYours);
        assert_eq!(confirm(lena.clone()).await.unwrap().state, State::Settled);
        let names: Vec<_> = of_booking(&world.ctx, &bea, id).await.unwrap().history.iter().map(|line| line.event.name()).collect();
        assert_eq!(names, ["opened", "countered", "agreed", "settled"]);
        assert!(waiting(&world.ctx, &lena).await.unwrap().is_empty());
    }

    async fn somebody_decides_with_a_reason_and_somebody_else_about_the_appeal(world: World) {
        let (lena, bea, id) = lent(&world).await;
        back(&world, &lena, &bea, id).await;
        let (olga, ruth) = (operator(&world, "Olga").await, operator(&world, "Ruth").await);
        world.letters().await;
        open(&world.ctx, &lena, id, &draft("money", "60", "Der Griff ist abgebrochen.")).await.unwrap();
        assert!(matches!(case(&world.ctx, &olga, id, Party::Lender).await, Err(Error::NotFound)), "nobody asked them yet");
        assert!(matches!(handovers::of_booking(&world.ctx, &olga, id).await, Err(Error::NotFound)));
        let claim = of(&world, &bea, id).await;
        act(&world.ctx, &bea, id, Party::Lender, &Command::Escalate, &at(claim.version, Draft::default())).await.unwrap();
        letters(&world).await;
        assert!(matches!(cases(&world.ctx, &bea).await, Err(Error::NotFound)), "members do not decide");
        let all = cases(&world.ctx, &olga).await.unwrap();
        assert_eq!(all.len(), 1);
        let seen = case(&world.ctx, &olga, id, Party::Lender).await.unwrap();
        assert_eq!((seen.may_decide, seen.others), (true, true));
        assert!(handovers::of_booking(&world.ctx, &olga, id).await.unwrap().judge);

        let version = all[0].claim.version;
        let short = at(version, draft("money", "30", "Darum."));
        assert!(matches!(refusal(rule(&world.ctx, &olga, id, Party::Lender, &short).await), Refusal::Invalid(_)), "no decision without a reason");
        let much = at(version, draft("money", "91", "Auf den Bildern ist der Griff vorher heil."));
        assert_eq!(refusal(rule(&world.ctx, &olga, id, Party::Lender, &much).await), Refusal::AboveCap { cap_minor: 9_000 });
        let typed = at(version, draft("money", "30", "Auf den Bildern ist der Griff vorher heil."));
        let both = join_all([&olga, &ruth].map(|who| rule(&world.ctx, who, id, Party::Lender, &typed))).await;
        assert_eq!(both.iter().filter(|answer| answer.is_ok()).count(), 1, "{both:?}");
        let decided = of(&world, &bea, id).await;
        let first = decided.decision.clone().unwrap();
        assert_eq!((decided.state, first.amount_minor), (State::Decided, 3_000));
        assert_eq!(letters(&world).await, only(&[("Bea", BookingTurn::ClaimDecided), ("Lena", BookingTurn::ClaimDecided)]));

        let appeal = Command::Appeal { words: String::new() };
        let typed = at(decided.version, draft("", "", "Die Bilder sind von einem anderen Tag."));
        act(&world.ctx, &bea, id, Party::Lender, &appeal, &typed).await.unwrap();
        let (one, other) = if first.by == olga.id { (&olga, &ruth) } else { (&ruth, &olga) };
        let asked = letters(&world).await;
        let asked: Vec<_> = asked.iter().filter(|(_, what)| what == "case appeal").map(|(who, _)| who.as_str()).collect();
        assert_eq!(asked, [other.name.as_str()]);
        let version = of(&world, &bea, id).await.version;
        let typed = at(version, draft("nothing", "", "Es lässt sich nicht klären, wann es geschah."));
        assert_eq!(refusal(rule(&world.ctx, one, id, Party::Lender, &typed).await), Refusal::SomebodyElse);
        let end = rule(&world.ctx, other, id, Party::Lender, &typed).await.unwrap();
        assert_eq!((end.state, end.counts()), (State::Settled, (Remedy::Nothing, 0)));
        assert!(case(&world.ctx, other, id, Party::Lender).await.is_ok(), "what was decided can be read again");
    }

    async fn silence_leads_to_a_decision_and_a_decision_to_the_end(world: World) {
        let (lena, bea, id) = lent(&world).await;
        let olga = operator(&world, "Olga").await;
        world.letters().await;
        open(&world.ctx, &bea, id, &draft("repair", "", "Sie ging von Anfang an nicht.")).await.unwrap();
        letters(&world).await;
        world.wait(ANSWER_WITHIN - 1).await;
        assert_eq!(of(&world, &bea, id).await.state, State::Open);
        world.wait(1).await;
        let all = letters(&world).await;
        assert!(all.contains(&("Olga".into(), "case".into())) && all.contains(&("Lena".into(), "claim_escalated".into())), "{all:?}");
        assert_eq!(all.iter().filter(|(_, what)| what == "claim_escalated").count(), 2, "exactly once: {all:?}");
        world.wait(DECIDE_WITHIN).await;
        let all = letters(&world).await;
        assert!(all.contains(&("Olga".into(), "case late".into())) && all.contains(&("Bea".into(), "claim_late".into())), "{all:?}");
        let late = cases(&world.ctx, &Me { role: Role::Operator, ..olga.clone() }).await.unwrap().remove(0).claim;
        assert!(rules::is_late(&late, world.now()) && late.due_at > late.promised_at, "it stays late until it is decided");
        operator(&world, "Ruth").await;
        world.letters().await;
        let version = of(&world, &bea, id).await.version;
        let typed = at(version, draft("nothing", "", "Im Protokoll steht, dass sie bei der Übergabe lief."));
        rule(&world.ctx, &olga, id, Party::Borrower, &typed).await.unwrap();
        letters(&world).await;
        world.wait(APPEAL_WITHIN).await;
        assert_eq!(letters(&world).await, only(&[("Bea", BookingTurn::ClaimFinal), ("Lena", BookingTurn::ClaimFinal)]));
        let claim = of(&world, &lena, id).await;
        assert_eq!((claim.state, claim.due_at), (State::Settled, None));
    }

    async fn nobody_decides_about_what_is_their_own_and_nothing_is_promised_that_nobody_keeps(world: World) {
        let (lena, bea, id) = lent(&world).await;
        back(&world, &lena, &bea, id).await;
        members::set_role(&world.ctx, &lena.email, Role::Operator).await.unwrap();
        let lena = Me { role: Role::Operator, ..lena };
        open(&world.ctx, &lena, id, &draft("money", "10", "Der Koffer fehlt noch.")).await.unwrap();
        letters(&world).await;
        let escalate = async |who: &Me| {
            let version = of(&world, who, id).await.version;
            act(&world.ctx, who, id, Party::Lender, &Command::Escalate, &at(version, Draft::default())).await
        };
        assert_eq!(of_booking(&world.ctx, &bea, id).await.unwrap().deciders(None), 0);
        assert_eq!(refusal(escalate(&bea).await), Refusal::NobodyDecides);
        world.wait(ANSWER_WITHIN).await;
        let open = of(&world, &bea, id).await;
        assert_eq!((open.state, open.due_at), (State::Open, None), "it stays on the table");
        assert_eq!(letters(&world).await, only(&[("Bea", BookingTurn::ClaimUndecided), ("Lena", BookingTurn::ClaimUndecided)]));
        world.wait(30 * crate::Timestamp::DAY).await;
        assert_eq!(letters(&world).await, only(&[]), "nobody is asked without end");
        assert_eq!(waiting_count(&world.ctx, bea.id).await.unwrap(), 1, "it can still be answered");

        let olga = operator(&world, "Olga").await;
        let escalated = escalate(&bea).await.unwrap();
        let mine = case(&world.ctx, &lena, id, Party::Lender).await.unwrap();
        assert_eq!((mine.may_decide, mine.others), (false, true));
        let own = at(escalated.version, draft("money", "10", "Ich finde, dass ich recht habe."));
        assert_eq!(refusal(rule(&world.ctx, &lena, id, Party::Lender, &own).await), Refusal::SomebodyElse);
        let typed = at(escalated.version, draft("replacement", "", "Der Koffer stand auf der Liste und kam nicht zurück."));
        let decided = rule(&world.ctx, &olga, id, Party::Lender, &typed).await.unwrap();
        assert_eq!((decided.state, decided.due_at), (State::Final, None), "nobody else could decide about an appeal");
    }

    async fn who_has_a_claim_running_stays_until_it_is_settled(world: World) {
        let (lena, bea, id) = lent(&world).await;
        back(&world, &lena, &bea, id).await;
        open(&world.ctx, &lena, id, &draft("money", "10", "Der Koffer fehlt noch.")).await.unwrap();
        let leave = async |who: &Me| members::delete_account(&world.ctx, who, crate::testing::PASSWORD.to_owned()).await;
        for who in [&lena, &bea] {
            assert!(matches!(leave(who).await, Err(Error::Refused(members::Refusal::OpenClaims(1)))));
        }
        let version = of(&world, &bea, id).await.version;
        act(&world.ctx, &bea, id, Party::Lender, &Command::Accept, &at(version, Draft::default())).await.unwrap();
        // That Lena never says she has the money keeps nobody here.
        leave(&bea).await.unwrap();
        assert_eq!(of(&world, &lena, id).await.state, State::Agreed);
    }

    async fn each_side_has_a_claim_and_a_history_of_its_own(world: World) {
        let (lena, bea, id) = lent(&world).await;
        back(&world, &lena, &bea, id).await;
        operator(&world, "Olga").await;
        open(&world.ctx, &lena, id, &draft("money", "10", "Der Koffer fehlt noch.")).await.unwrap();
        open(&world.ctx, &bea, id, &draft("repair", "", "Sie ging von Anfang an nicht.")).await.unwrap();
        let both = of_booking(&world.ctx, &bea, id).await.unwrap();
        let version = both.of(Party::Lender).unwrap().version;
        act(&world.ctx, &bea, id, Party::Lender, &Command::Accept, &at(version, Draft::default())).await.unwrap();
        let lines = of_booking(&world.ctx, &bea, id).await.unwrap().history;
        let lines: Vec<_> = lines.iter().map(|line| (line.about, line.event.name())).collect();
        assert_eq!(lines, [(Party::Lender, "opened"), (Party::Borrower, "opened"), (Party::Lender, "agreed")]);
        for (who, count) in [(&lena, 2), (&bea, 0)] {
            assert_eq!(waiting_count(&world.ctx, who.id).await.unwrap(), count);
            let listed = waiting(&world.ctx, who).await.unwrap();
            assert_eq!(listed.len(), 2);
            let waits = listed.iter().filter(|one| rules::waits_for(&one.claim, one.me, world.now())).count();
            assert_eq!(i64::try_from(waits).unwrap(), count, "the list and the number say the same");
        }
    }

    async fn the_schema_refuses_a_decision_without_a_reason(world: World) {
        let (lena, bea, id) = lent(&world).await;
        back(&world, &lena, &bea, id).await;
        let olga = operator(&world, "Olga").await;
        open(&world.ctx, &lena, id, &draft("money", "10", "Der Koffer fehlt noch.")).await.unwrap();
        let claim = of(&world, &bea, id).await;
        let decided = |reason: &str, amount_minor: i64| Claim {
            state: State::Decided,
            decision: Some(Decision { by: olga.id, remedy: Remedy::Money, amount_minor, reason: reason.into(), at: world.now() }),
            ..claim.clone()
        };
        let nothing = Claim { state: State::Decided, ..claim.clone() };
        for wrong in [nothing, decided("", 100), decided("Darum.", 100), decided("Der Koffer stand auf der Liste.", 9_001)] {
            let mut tx = world.ctx.db.write().await.unwrap();
            assert!(crate::claims::store::advance(&mut tx, &claim, &wrong).await.is_err(), "{wrong:?}");
        }
        let mut tx = world.ctx.db.write().await.unwrap();
        assert!(crate::claims::store::advance(&mut tx, &claim, &decided("Der Koffer stand auf der Liste.", 9_000)).await.unwrap());
    }
}
