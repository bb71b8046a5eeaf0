//! What coverage finds, in the words of those who plan. A page stands by itself, away from the
//! window that could explain it.

use crate::coverage::{Finding, PhaseFinding, State};

/// How a state is shown: its class, its sign, its word, and what it says of a gap.
pub(super) struct Look {
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) word: &'static str,
    pub(super) sentence: &'static str,
}

/// The states in the order of the legend.
pub(super) const LEGEND: [State; 8] = [
    State::Covered,
    State::Thin,
    State::Unproven,
    State::Unhelpful,
    State::Stale,
    State::Planned,
    State::Empty,
    State::NotApplicable,
];

pub(super) fn look(state: State) -> Look {
    let (class, sign, word, sentence) = match state {
        State::Covered => ("covered", "check", "covered", "Content moves the deal on."),
        State::Thin => ("thin", "half", "thin", "Covered thinly."),
        State::Unproven => (
            "unproven",
            "question",
            "unproven",
            "Live, but nobody says yet that it moves the deal.",
        ),
        State::Unhelpful => {
            ("unhelpful", "cross", "unhelpful", "Live, but nothing moves the deal.")
        }
        State::Stale => {
            ("stale", "clock", "stale", "Nothing live: what is published is past its shelf life.")
        }
        State::Planned => ("planned", "pen", "planned", "Nothing live: it is only planned."),
        State::Empty => ("empty", "ring", "empty", "Nothing live."),
        State::NotApplicable => ("na", "dash", "n/a", "Set not applicable."),
    };
    Look { class, sign, word, sentence }
}

pub(super) fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Excess => "More than five published pieces stand here",
        Finding::TriggerUnanswered => "A trigger that nothing answers",
        Finding::BrokenPath => "No piece with a yes leads on to the next stage or to an action",
        Finding::OneWay => "A piece without both next steps",
        Finding::NoTakeaways => "A piece without takeaways: sales cannot talk about it",
        Finding::Expiring => "A piece that expires within 60 days",
        Finding::Undated => "A published piece without any date",
    }
}

pub(super) fn phase_finding(finding: PhaseFinding) -> &'static str {
    match finding {
        PhaseFinding::NothingInteractive => "Nothing interactive or visual",
        PhaseFinding::NoFoundational => "Nothing foundational",
        PhaseFinding::NoPrescriptive => "Nothing prescriptive",
        PhaseFinding::SingleFormat => "All in one format",
        PhaseFinding::NotPreferred => "Nothing in a format they prefer",
        PhaseFinding::NoOutbound => "Nothing that is sent out",
    }
}

/// "3 must-needs", "1 piece".
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// With a capital at its front.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
