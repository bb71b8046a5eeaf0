//! The state that what is known of leads is in: what still holds, what cannot be true, what is to be
//! asked, and who gets too many e-mails.

mod census;
mod flagged;
mod guard;
mod lead;
mod mails;
mod report;
mod told;
mod verify;

pub use flagged::{
    FlaggedList, FlaggedOrder, FlaggedQuery, FlaggedRow, flagged_order, flagged_window,
};
pub use guard::{
    GuardCampaign, GuardList, GuardQuery, GuardRow, GuardTally, MailedBy, guard_tally, guard_window,
};
pub use lead::LeadQuality;
pub(super) use lead::quality_of;
pub use report::{FlagCount, QualityReport, quality};
pub use verify::{VerifyList, VerifyRow, verify_first};
