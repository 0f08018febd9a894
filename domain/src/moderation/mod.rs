//! What members report to those who run the place. So far it is taken down and receipted; working it off comes with the
//! operator's queue.

mod model;
pub use model::{Reason, ReportDraft, ReportId, Subject, SubjectKind};

#[cfg(feature = "store")]
mod service;
#[cfg(feature = "store")]
pub use service::{Report, report, report_of};
