//! What a workspace withstands: death of the program, loss of power, a disk that fails or is full,
//! other programs, damage. A small run here; `make torture` makes long ones.
//!
//! The faults come from outside the program (`shim/shim.c`), which is the one that ships.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so")]

mod aftermath;
mod damage;
mod drill;
mod faults;
mod frozen;
mod full;
mod hand;
mod held;
mod image;
mod kills;
mod large;
mod log;
mod others;
mod place;
mod power;
mod saves;
mod say;
mod seeded;
mod shim;
