use crate::{
    forms::{FieldError, Problem},
    listings::{
        Event, Refusal, State,
        rules::{Actor, Command, Facts, apply, decide, open_to},
    },
};
use proptest::prelude::*;

fn facts(state: State, complete: bool, open_bookings: i64) -> Facts {
    let title = FieldError {
        field: "title".into(),
        problem: Problem::Missing,
    };
    Facts {
        state,
        missing: if complete { vec![] } else { vec![title] },
        open_bookings,
    }
}

#[test]
fn every_command_in_every_state_has_its_answer() {
    use {Command::*, State::*};
    // Publish, Pause, Resume, Archive, Discard, Duplicate; the state that follows, or - for a refusal.
    let table = [
        (Draft, true, 0, "published - - - draft draft"),
        (Draft, false, 0, "- - - - draft draft"),
        (Published, true, 0, "- paused - archived - draft"),
        (Published, true, 2, "- paused - - - draft"),
        (Paused, true, 0, "- - published archived - draft"),
        (Paused, true, 1, "- - published - - draft"),
        (Archived, true, 0, "- - - - - draft"),
    ];
    for (state, complete, bookings, expected) in table {
        let facts = facts(state, complete, bookings);
        let answers: Vec<&str> = Command::ALL
            .into_iter()
            .map(|command| decide(&facts, command, Actor::Owner).map_or("-", |event| apply(state, &event).name()))
            .collect();
        assert_eq!(answers.join(" "), expected, "{facts:?}");
        for command in [Publish, Pause, Resume, Archive, Discard, Duplicate] {
            assert_eq!(decide(&facts, command, Actor::Stranger), Err(Refusal::NotYours));
        }
    }
}

#[test]
fn a_refusal_says_why() {
    let unfinished = decide(&facts(State::Draft, false, 0), Command::Publish, Actor::Owner);
    assert!(matches!(unfinished, Err(Refusal::Unfinished(missing)) if missing[0].field == "title"));
    let lent = decide(&facts(State::Paused, true, 3), Command::Archive, Actor::Owner);
    assert_eq!(lent, Err(Refusal::OpenBookings(3)));
    assert_eq!(
        decide(&facts(State::Archived, true, 0), Command::Resume, Actor::Owner),
        Err(Refusal::NotNow)
    );
}

#[test]
fn a_page_shows_what_is_open_and_nothing_to_strangers() {
    use Command::*;
    assert_eq!(
        open_to(&facts(State::Draft, false, 0), Actor::Owner),
        [Publish, Discard, Duplicate]
    );
    assert_eq!(
        open_to(&facts(State::Published, true, 0), Actor::Owner),
        [Pause, Archive, Duplicate]
    );
    assert_eq!(
        open_to(&facts(State::Published, true, 1), Actor::Owner),
        [Pause, Duplicate]
    );
    assert_eq!(open_to(&facts(State::Archived, true, 0), Actor::Owner), [Duplicate]);
    assert_eq!(open_to(&facts(State::Published, true, 0), Actor::Stranger), []);
}

#[derive(Clone, Copy, Debug)]
struct Step(usize);

proptest! {
    #[test]
    fn no_history_leaves_the_states_and_an_archive_is_final(
        steps in proptest::collection::vec((0_usize..6).prop_map(Step), 0..30),
        complete in any::<bool>(),
        bookings in 0_i64..2,
    ) {
        let mut state = State::Draft;
        let mut published = false;
        for Step(at) in steps {
            let before = state;
            match decide(&facts(state, complete, bookings), Command::ALL[at], Actor::Owner) {
                Ok(Event::Discarded) => break,
                Ok(Event::Begun) => {} // another listing
                Ok(event) => state = apply(state, &event),
                Err(_) => {}
            }
            published |= state == State::Published;
            prop_assert!(published || state == State::Draft, "nothing but publishing leads out of a draft");
            prop_assert!(complete || state == State::Draft, "unfinished drafts stay drafts");
            prop_assert!(before != State::Archived || state == State::Archived);
            prop_assert!(!(bookings > 0 && state == State::Archived), "open bookings keep it from the archive");
        }
    }
}
