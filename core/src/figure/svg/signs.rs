//! The signs of states, so that colour says nothing by itself. They are those of the map in the
//! window, on a square of 12.

use crate::coverage::State;

/// The strokes of a sign.
pub(super) fn strokes(state: State) -> &'static str {
    match state {
        State::Covered => "<path d=\"M2.5 6.5 5 9l4.5-6\" stroke-width=\"2\"/>",
        State::Thin => {
            "<circle cx=\"6\" cy=\"6\" r=\"4.25\" stroke-width=\"1.25\"/>\
             <path d=\"M6 1.75a4.25 4.25 0 0 0 0 8.5z\" fill=\"currentColor\" stroke=\"none\"/>"
        }
        State::Unproven => {
            "<path d=\"M4 4a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M6 9.6v.1\" stroke-width=\"1.75\"/>"
        }
        State::Unhelpful => "<path d=\"m3 3 6 6M9 3 3 9\" stroke-width=\"1.75\"/>",
        State::Stale => {
            "<circle cx=\"6\" cy=\"6\" r=\"4.25\" stroke-width=\"1.25\"/>\
             <path d=\"M6 3.5V6l1.75 1\" stroke-width=\"1.25\"/>"
        }
        State::Planned => {
            "<path d=\"m2 10 .5-2.5L8 2l2 2-5.5 5.5zM6.75 3.25l2 2\" stroke-width=\"1.25\"/>"
        }
        State::Empty => "<circle cx=\"6\" cy=\"6\" r=\"3.75\" stroke-width=\"1.75\"/>",
        State::NotApplicable => "<path d=\"M3 6h6\" stroke-width=\"1.75\"/>",
    }
}

/// A flag: a must-need that is open.
pub(super) const FLAG: &str =
    "<path d=\"M3 1.5v9M3 2h6.5L8 4.25 9.5 6.5H3z\" fill=\"currentColor\" stroke-width=\"1\"/>";
