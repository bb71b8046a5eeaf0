//! The figure of how much of what is known of leads still holds, by its age.

use super::groups::axis;
use super::twin::short;
use super::{Figure, Group, GroupBar, Groups, Picture};
use crate::model::thousands;

/// Leads by age: from how many half years on, up to how many (`None` = any), how many leads, and how
/// many of those are expected to hold no more.
pub type AgedLeads = (u32, Option<u32>, u64, f64);

/// How many leads are expected to hold and to hold no more, by the age of what is known of them.
pub fn stock_ages(bins: &[AgedLeads]) -> Figure {
    let leads: f64 = bins.iter().map(|bin| length(bin.2)).sum();
    let invalid: f64 = bins.iter().map(|bin| bin.3).sum();
    let most = bins.iter().map(|bin| (length(bin.2) - bin.3).max(bin.3)).fold(0.0, f64::max);
    let (full, steps) = axis(most);
    let tick = |step: u32| count(full * f64::from(step) / f64::from(steps));
    let bar = |value: f64| GroupBar { value: Some(value), text: count(value.round()) };
    let group = |(from, to, leads, invalid): &AgedLeads| Group {
        label: age(*from, *to),
        bars: vec![bar(*invalid), bar(length(*leads) - invalid)],
    };
    Figure {
        title: "Leads by the age of what is known".to_owned(),
        summary: format!(
            "{} of {} leads with a date are expected to hold no more.",
            count(invalid.round()),
            count(leads)
        ),
        picture: Picture::Groups(Groups {
            labels: "Age".to_owned(),
            full,
            ticks: (0..=steps).map(tick).collect(),
            series: vec!["Expected to hold no more".to_owned(), "Expected to hold".to_owned()],
            groups: bins.iter().map(group).collect(),
            ..Groups::default()
        }),
    }
}

/// "½–1 year".
fn age(from: u32, to: Option<u32>) -> String {
    let years = |halves: u32| match (halves / 2, halves % 2) {
        (0, 1) => "½".to_owned(),
        (years, 0) => years.to_string(),
        (years, _) => format!("{years}½"),
    };
    match to {
        None => format!("{} years and more", years(from)),
        Some(to) if to <= 2 => format!("{}–{} year", years(from), years(to)),
        Some(to) => format!("{}–{} years", years(from), years(to)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a length in a picture")]
fn length(leads: u64) -> f64 {
    leads as f64
}

fn count(value: f64) -> String {
    let text = short(value);
    text.parse().map_or(text, thousands)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_told_in_half_years() {
        let figure =
            stock_ages(&[(0, Some(1), 1_000, 100.0), (1, Some(2), 0, 0.0), (10, None, 10, 9.0)]);
        assert_eq!(figure.summary, "109 of 1,010 leads with a date are expected to hold no more.");
        let rows = figure.twin().rows;
        assert_eq!(rows[0], ["0–½ year", "100", "900"]);
        assert_eq!(rows[1], ["½–1 year", "0", "0"]);
        assert_eq!(rows[2], ["5 years and more", "9", "1"]);
    }
}
