//! What a member is told on coming in: what changed since the last visit, and what waits.
//!
//! Pure: news compare two states of the plan, each with its coverage as of its day. Who was here
//! when is known outside.

mod few;
mod news;
mod turn;
mod waits;

pub use few::Few;
pub use news::{AnswerCount, AssetLine, NeedLine, NeedNews, News};
pub use turn::{CellTurn, CellTurns};
pub use waits::Waits;
