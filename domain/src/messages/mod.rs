//! Messages: two members talk, about a listing that one of them may want, or about their booking.

mod model;
pub mod rules;
pub use crate::forms::Upload;
pub use model::{About, ConversationId, Cursor, Draft, MessageId, Refusal, Reminder, Side};

#[cfg(feature = "store")]
mod letters;
#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
mod reporting;
#[cfg(feature = "store")]
mod scene;
#[cfg(feature = "store")]
mod store;
#[cfg(feature = "store")]
mod writing;
#[cfg(feature = "store")]
pub use {
    letters::remind,
    reading::{
        ConversationView, Conversations, Entry, Happened, LINES_ON_PAGE, Line, MESSAGES_ON_PAGE, Message, News,
        Picture, What, conversation, conversations, news, photo, unread_count, unread_in,
    },
    reporting::{report_message, reported_message},
    writing::{Asking, Sent, ask, asking, mark_read, write},
};

#[cfg(test)]
mod tests;
