//! The quarterly review (METHOD.md): the agenda that follows from the plan, and what is to be
//! funded, stopped and carried over.
//!
//! Pure: the plan and its coverage as of a day are parameters.

mod agenda;
mod carried;
mod disagreement;
mod funding;
mod programme;
mod stop;

pub use agenda::{Agenda, AgendaGap};
pub use carried::{Carried, carried_into};
pub use disagreement::{Disagreement, disagreement, disagreements, in_order};
pub use funding::{FundingLine, FundingList, funding};
pub use programme::{NoteLine, ProgrammeNews, note_line, programme_news};
pub use stop::{StopLine, StopList, stop_list};
