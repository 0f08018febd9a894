//! What may happen to a circle, who may do it, and what follows. Pure.

use super::model::{CircleDraft, Command, Event, Facts, Refusal, Role};
use crate::forms::{Check, FieldError};

/// The fewest characters of a name.
pub const SHORTEST_NAME: usize = 2;
/// The most characters of a name.
pub const LONGEST_NAME: usize = 60;
/// The most characters of what a circle is for.
pub const LONGEST_ABOUT: usize = 1_000;
/// In so many circles somebody can be, or have asked to be.
pub const MOST_CIRCLES: i64 = 20;
/// So many can be in a circle.
pub const MOST_MEMBERS: i64 = 500;

/// Decides one command. Whoever looks after a circle and goes leaves it to who has been in it longest; the last to go
/// ends it.
///
/// # Errors
/// A [`Refusal`] names the reason; nothing has changed then.
pub fn decide(facts: &Facts, command: Command) -> Result<Vec<Event>, Refusal> {
    use Role::{Asked, Keeper, Member, Stranger};
    let room = || {
        if facts.members >= MOST_MEMBERS {
            Err(Refusal::Full { most: MOST_MEMBERS })
        } else {
            Ok(())
        }
    };
    let one_more = || {
        if facts.circles_of_actor >= MOST_CIRCLES {
            Err(Refusal::TooMany { most: MOST_CIRCLES })
        } else {
            room()
        }
    };
    Ok(match (command, facts.actor, facts.other) {
        (Command::Ask, Stranger, _) if facts.findable => one_more().map(|()| vec![Event::Asked])?,
        (Command::Join, Stranger, _) => one_more().map(|()| vec![Event::Joined])?,
        (Command::Join, Asked, _) => room().map(|()| vec![Event::Joined])?,
        (Command::TakeBack, Asked, _) => vec![Event::AskingTakenBack],
        (Command::Leave, Member | Keeper, _) if facts.members <= 1 => vec![Event::Left, Event::Dissolved],
        (Command::Leave, Keeper, _) if facts.keepers <= 1 => match facts.heir {
            Some(member) => vec![Event::Left, Event::KeeperMade { member }],
            None => return Err(Refusal::NotNow),
        },
        (Command::Leave, Member | Keeper, _) => vec![Event::Left],
        (Command::LetIn(member), Keeper, Asked) => room().map(|()| vec![Event::LetIn { member }])?,
        (Command::TurnAway(member), Keeper, Asked) => vec![Event::TurnedAway { member }],
        (Command::Remove(member), Keeper, Member) => vec![Event::Removed { member }],
        (Command::MakeKeeper(member), Keeper, Member) => vec![Event::KeeperMade { member }],
        (Command::Edit, Keeper, _) => vec![Event::Edited],
        (Command::Invite, Keeper, _) => vec![Event::InvitationMade],
        (Command::CloseInvitation, Keeper, _) => vec![Event::InvitationClosed],
        (
            Command::LetIn(_)
            | Command::TurnAway(_)
            | Command::Remove(_)
            | Command::MakeKeeper(_)
            | Command::Edit
            | Command::Invite
            | Command::CloseInvitation,
            Stranger | Asked | Member,
            _,
        ) => return Err(Refusal::NotYours),
        _ => return Err(Refusal::NotNow),
    })
}

/// What was typed, cleaned: name, words, and whether it can be found.
///
/// # Errors
/// What is wrong at the fields `name` and `about`.
pub fn read(typed: &CircleDraft) -> Result<(String, String, bool), Vec<FieldError>> {
    let mut check = Check::default();
    let name = check.text("name", &typed.name, SHORTEST_NAME, LONGEST_NAME);
    let about = check.text("about", &typed.about, 0, LONGEST_ABOUT);
    check.finish((name, about, typed.findable == "yes"))
}
