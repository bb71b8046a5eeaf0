//! What coverage finds, in the words of those who plan. A page stands by itself, away from the
//! window that could explain it.

use crate::coverage::{Finding, PhaseFinding, Score, State};
use crate::model::{MaturityQuestion, Money, Sum};
use chrono::NaiveDate;

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

/// What a question on maturity asks, as what is there or not.
pub(super) fn question(question: MaturityQuestion) -> &'static str {
    use MaturityQuestion as Q;
    match question {
        Q::Together => "marketing and sales working together",
        Q::Roles => "defined roles",
        Q::Agreement => "a clear service level agreement",
        Q::FollowUp => "follow-up of qualified leads within 48 hours",
        Q::Structure => "a structure that helps",
        Q::QualifiedLead => "a definition of a qualified lead",
        Q::MappedLead => "leads mapped to a profile or persona",
        Q::LeadToRevenue => "a documented process from lead to revenue",
        Q::Routing => "routing rules in time",
        Q::Metrics => "one set of metrics and conversion stages",
        Q::RevenueTarget => "a target for marketing's share of the revenue",
        Q::Obstacles => "obstacles known and taken away",
        Q::BuyingProcess => "the buying process and the buyer dialogue mapped",
        Q::Offers => "offers for every stage",
        Q::Multichannel => "many channels, in and out",
        Q::ChannelMix => "a mix of channels that fits the buyers",
        Q::Nurture => "nurture as part of the whole",
        Q::SalesInStrategy => "sales taking part in the strategy",
        Q::AllBusiness => "new business, cross-sell and retention",
        Q::ClosedLoop => "a closed loop from revenue to source",
        Q::Systems => "the right systems",
        Q::OtherSystems => "other systems in use",
        Q::Dashboards => "dashboards in a good state",
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

/// "26 November 2026".
pub(super) fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// What a sum without a total says: whether there is nothing to add up, or nobody knows how much.
pub(super) fn no_total(sum: &Sum) -> &'static str {
    if sum.unknown + sum.unconverted == 0 { "nothing" } else { "no data" }
}

/// A sum, and what it could not count.
pub(super) fn sum(sum: &Sum) -> String {
    let mut said = sum.total.as_ref().map_or_else(|| no_total(sum).to_owned(), Money::in_full);
    let mut missing = Vec::new();
    if sum.unknown > 0 {
        missing.push(format!("{} without an amount", sum.unknown));
    }
    if sum.unconverted > 0 {
        missing.push(format!("{} in a currency without a rate", sum.unconverted));
    }
    if !missing.is_empty() {
        said = format!("{said} ({})", missing.join(", "));
    }
    said
}

/// A score from 0 to 1 as people read it.
pub(super) fn score(score: &Score) -> String {
    score.value.map_or_else(|| "no score".to_owned(), |value| format!("{:.0}", value * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.to_owned() }
    }

    #[test]
    fn what_a_sum_could_not_count_stands_beside_it() {
        let half =
            Sum { total: Some(money(100_000, "EUR")), counted: 1, unknown: 2, unconverted: 1 };
        assert_eq!(
            sum(&half),
            "1,000.00 EUR (2 without an amount, 1 in a currency without a rate)"
        );
        assert_eq!(sum(&Sum { unknown: 1, ..Sum::default() }), "no data (1 without an amount)");
        assert_eq!(sum(&Sum::default()), "nothing");
    }
}
