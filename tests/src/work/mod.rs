//! A stream of work on a workspace that can be repeated: the n-th act of a seed depends on nothing
//! but the seed, `n` and the plan before it. Whoever knows how many acts were acknowledged can work
//! out elsewhere what must be in the file.

mod acts;
mod demand;
mod dice;
mod leads;
mod picture;
mod replay;
mod worker;

pub use dice::Dice;
pub use picture::{Picture, picture};
pub use replay::Replay;
pub use worker::{Said, Worker};
