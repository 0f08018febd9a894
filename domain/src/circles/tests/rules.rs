use super::super::{
    rules::{MOST_CIRCLES, MOST_MEMBERS, decide, read},
    *,
};
use crate::{forms::Problem, members::MemberId};
use uuid::Uuid;

const OTHER: MemberId = MemberId(Uuid::from_u128(7));

fn facts(actor: Role, other: Role) -> Facts {
    Facts {
        findable: true,
        members: 3,
        keepers: 1,
        actor,
        circles_of_actor: 1,
        other,
        heir: Some(OTHER),
    }
}

const COMMANDS: [Command; 11] = [
    Command::Ask,
    Command::TakeBack,
    Command::Join,
    Command::Leave,
    Command::LetIn(OTHER),
    Command::TurnAway(OTHER),
    Command::Remove(OTHER),
    Command::MakeKeeper(OTHER),
    Command::Edit,
    Command::Invite,
    Command::CloseInvitation,
];

#[test]
fn who_may_do_what_as_a_table() {
    let mut table = String::new();
    for command in COMMANDS {
        for actor in Role::ALL {
            let others: &[Role] = if command.about().is_some() {
                &Role::ALL
            } else {
                &[Role::Stranger]
            };
            let allowed: Vec<_> = others
                .iter()
                .filter(|other| decide(&facts(actor, **other), command).is_ok())
                .map(|other| if command.about().is_some() { other.name() } else { "yes" })
                .collect();
            if !allowed.is_empty() {
                let command = format!("{command:?}");
                let command = command.split('(').next().unwrap();
                table.push_str(&format!("{command} by {}: {}\n", actor.name(), allowed.join(", ")));
            }
        }
    }
    insta::assert_snapshot!(table, @r"
    Ask by stranger: yes
    TakeBack by asked: yes
    Join by stranger: yes
    Join by asked: yes
    Leave by member: yes
    Leave by keeper: yes
    LetIn by keeper: asked
    TurnAway by keeper: asked
    Remove by keeper: member
    MakeKeeper by keeper: member
    Edit by keeper: yes
    Invite by keeper: yes
    CloseInvitation by keeper: yes
    ");
}

#[test]
fn what_cannot_be_found_cannot_be_asked_but_invitations_lead_in() {
    let hidden = Facts {
        findable: false,
        ..facts(Role::Stranger, Role::Stranger)
    };
    assert_eq!(decide(&hidden, Command::Ask), Err(Refusal::NotNow));
    assert_eq!(decide(&hidden, Command::Join), Ok(vec![Event::Joined]));
}

#[test]
fn a_circle_is_never_without_somebody_who_looks_after_it() {
    let last = facts(Role::Keeper, Role::Stranger);
    let heir = Event::KeeperMade { member: OTHER };
    assert_eq!(decide(&last, Command::Leave), Ok(vec![Event::Left, heir]));
    let one_of_two = Facts { keepers: 2, ..last };
    assert_eq!(decide(&one_of_two, Command::Leave), Ok(vec![Event::Left]));
    let alone = Facts {
        members: 1,
        heir: None,
        ..last
    };
    assert_eq!(decide(&alone, Command::Leave), Ok(vec![Event::Left, Event::Dissolved]));
}

#[test]
fn there_are_limits_and_they_are_named() {
    let busy = Facts {
        circles_of_actor: MOST_CIRCLES,
        ..facts(Role::Stranger, Role::Stranger)
    };
    for command in [Command::Ask, Command::Join] {
        assert_eq!(decide(&busy, command), Err(Refusal::TooMany { most: MOST_CIRCLES }));
    }
    let full = Facts {
        members: MOST_MEMBERS,
        ..facts(Role::Keeper, Role::Asked)
    };
    assert_eq!(
        decide(&full, Command::LetIn(OTHER)),
        Err(Refusal::Full { most: MOST_MEMBERS })
    );
    let newcomer = Facts {
        actor: Role::Asked,
        ..full
    };
    assert_eq!(
        decide(&newcomer, Command::Join),
        Err(Refusal::Full { most: MOST_MEMBERS })
    );
}

#[test]
fn names_are_read_and_cleaned() {
    let typed = CircleDraft {
        name: "  Haus 9 ".into(),
        findable: "yes".into(),
        ..CircleDraft::default()
    };
    assert_eq!(read(&typed), Ok(("Haus 9".into(), String::new(), true)));
    let wrong = read(&CircleDraft::default()).unwrap_err();
    assert_eq!((wrong[0].field.as_str(), wrong[0].problem), ("name", Problem::Missing));
}
