//! Reporting a message.

use super::world::*;
use crate::{
    forms::Problem,
    moderation::{self, Reason, ReportDraft, Subject, SubjectKind},
};

fn report(reason: &str, words: &str) -> ReportDraft {
    ReportDraft {
        reason: reason.into(),
        words: words.into(),
    }
}

on_both_engines! {
    async fn a_report_is_taken_down_once_and_receipted(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let id = ask_owner(&world, &bea, listing, "Überweise mir erst mal 50 Euro.").await;
        let typed = report("fraud", "Das ist doch kostenlos?");
        let first = report_message(&world.ctx, &lena, id, 1, &typed).await.unwrap();
        let again = report_message(&world.ctx, &lena, id, 1, &report("other", "Noch etwas dazu")).await.unwrap();
        assert_eq!(first, again);

        let message = reported_message(&world.ctx, &lena, id, 1).await.unwrap();
        let subject = Subject { kind: SubjectKind::Message, id: message.id.0, about: Some(bea.id) };
        let mut tx = world.ctx.db.read().await.unwrap();
        let kept = moderation::report_of(&mut tx, lena.id, subject).await.unwrap().unwrap();
        drop(tx);
        assert_eq!((kept.reason.as_str(), kept.words.as_str(), kept.about_id), ("fraud", "Das ist doch kostenlos?", Some(bea.id)));
        assert_eq!((kept.created_at, kept.reporter_id, kept.subject_kind.as_str()), (world.now(), lena.id, "message"));

        let letters = world.letters().await;
        let receipts: Vec<_> = letters
            .iter()
            .filter_map(|letter| match &letter.letter {
                Letter::ReportReceived { number, reason, .. } => Some((letter.to.name.as_str(), number.clone(), *reason)),
                _ => None,
            })
            .collect();
        assert_eq!(receipts, [("Lena", first.number(), Reason::Fraud)], "one receipt, and the other hears nothing");
        assert_eq!(first.number().len(), 8);
    }

    async fn only_what_the_other_wrote_to_me_can_be_reported(world: World) {
        let (lena, bea, listing) = scene(&world).await;
        let eve = world.member("Eve").await;
        let id = ask_owner(&world, &bea, listing, "Hallo").await;
        for (who, seq) in [(&eve, 1), (&bea, 1), (&lena, 2), (&lena, 0), (&lena, -1)] {
            assert!(matches!(report_message(&world.ctx, who, id, seq, &report("insult", "")).await, Err(Error::NotFound)));
            assert!(matches!(reported_message(&world.ctx, who, id, seq).await, Err(Error::NotFound)));
        }
        let wrong = |answer| {
            let errors: Vec<crate::forms::FieldError> = refusal(answer);
            errors.into_iter().map(|e| (e.field, e.problem)).collect::<Vec<_>>()
        };
        let answer = report_message(&world.ctx, &lena, id, 1, &report("nonsense", "")).await;
        assert_eq!(wrong(answer), [("reason".to_owned(), Problem::ChooseOne)]);
        let answer = report_message(&world.ctx, &lena, id, 1, &report("other", " ")).await;
        assert_eq!(wrong(answer), [("words".to_owned(), Problem::Missing)]);
    }
}
