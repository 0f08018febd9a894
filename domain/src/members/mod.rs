//! Members: their accounts, sessions and profiles.

mod model;
pub mod rules;
pub use model::{Blocked, Me, Member, MemberId, Profile, ProfileDraft, Refusal, Role, SessionId};

#[cfg(feature = "store")]
mod accounts;
#[cfg(feature = "store")]
mod blocks;
#[cfg(feature = "store")]
mod passwords;
#[cfg(feature = "store")]
mod profiles;
#[cfg(feature = "store")]
mod roles;
#[cfg(feature = "store")]
mod sessions;
#[cfg(feature = "store")]
pub(crate) mod store;
#[cfg(feature = "store")]
pub(crate) use store::take_turn;
#[cfg(feature = "store")]
pub use {
    accounts::{
        NewAccount, SignUp, change_address, change_password, confirm_address, confirm_new_address, create_account,
        delete_account, find_by_address, request_reset, reset_password, sign_up, sweep,
    },
    blocks::{BlockedMember, block, blocked, stands_between, unblock},
    profiles::{account, profile, set_language, set_photo, update_profile},
    roles::set_role,
    sessions::{
        SESSION_DAYS, SessionView, SignedIn, me, open, revoke, revoke_others, sessions, sign_in, sign_out, still_open,
    },
};

#[cfg(feature = "store")]
pub(crate) use sessions::by_letter;

#[cfg(all(test, feature = "store"))]
mod tests;
