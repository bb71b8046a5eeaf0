//! Leads that were handed over: who gets them, by when to call, what sales answered, and what both
//! sides promised (product.md, section 6; METHOD.md, "Handoff").

mod agreements;
mod answering;
mod brief;
mod cases;
mod months;
mod queue;
mod reasons;
mod routing;
mod runs;
mod told;
mod waits;

pub use answering::{HandedLead, handed};
pub use brief::{BriefRequest, FollowUpBrief, brief};
pub use cases::{Cases, cases};
pub use months::{PromiseKind, Promised, SlaMonth, SlaReport, sla};
pub use queue::{
    FollowUpCounts, FollowUpList, FollowUpPage, FollowUpQuery, FollowUpRequest, FollowUpRow,
    FollowUpStatus, HotAsk, SalesReply, follow_ups,
};
pub use reasons::{PersonaAnswers, ReasonCount, answers_by_persona};
pub use waits::{Wait, WaitSource};
