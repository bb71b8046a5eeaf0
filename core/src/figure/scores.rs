//! The figures of scores: how those of all leads lie, and that of one lead over time.

use super::groups::axis;
use super::twin::short;
use super::{Curve, CurvePoint, Curves, Figure, Group, GroupBar, Groups, Picture};
use crate::model::thousands;
use chrono::NaiveDate;

/// Leads whose scores lie close together: the least score, the one that is too much (`None` = any),
/// and how many leads.
pub type ScoredBin = (u32, Option<u32>, u64);

/// How the scores of all leads lie.
pub fn score_bins(bins: &[ScoredBin], enter: u32, stay: u32) -> Figure {
    let most = bins.iter().map(|(.., leads)| *leads).max().unwrap_or(0);
    let (full, steps) = axis(length(most));
    let tick = |step: u32| thousands_of(full * f64::from(step) / f64::from(steps));
    let group = |(from, to, leads): &ScoredBin| Group {
        label: to.map_or_else(|| format!("{from} and more"), |to| format!("{from}–{to}")),
        bars: vec![GroupBar { value: Some(length(*leads)), text: thousands(*leads) }],
    };
    Figure {
        title: "Scores of all leads".to_owned(),
        summary: format!("Handed over from {enter} on, taken back below {stay}."),
        picture: Picture::Groups(Groups {
            labels: "Score".to_owned(),
            full,
            ticks: (0..=steps).map(tick).collect(),
            series: vec!["Leads".to_owned()],
            groups: bins.iter().map(group).collect(),
            ..Groups::default()
        }),
    }
}

/// The score of a lead by day, with what its acts earn.
pub fn lead_scores(days: &[(NaiveDate, f64, f64)], enter: u32, stay: u32) -> Figure {
    let curve = |name: &str, of: fn(&(NaiveDate, f64, f64)) -> f64| Curve {
        name: name.to_owned(),
        points: days.iter().map(|day| CurvePoint { on: day.0, value: Some(of(day)) }).collect(),
    };
    let mut curves = vec![curve("Score", |day| day.1.max(0.0))];
    // Where person and account earn nothing both are one.
    if days.iter().any(|day| (day.1 - day.2).abs() > 1e-9) {
        curves.push(curve("Behaviour", |day| day.2));
    }
    let highest = days.iter().map(|day| day.1).fold(f64::from(enter), f64::max);
    let (full, steps) = axis(highest);
    Figure {
        title: "Score over time".to_owned(),
        summary: format!(
            "{} at the end. Handed over from {enter} on, taken back below {stay}.",
            days.last().map_or_else(|| "No score".to_owned(), |day| short(day.1))
        ),
        picture: Picture::Curves(Curves { values: "Points".to_owned(), full, steps, curves }),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a length in a picture")]
fn length(leads: u64) -> f64 {
    leads as f64
}

fn thousands_of(value: f64) -> String {
    let text = short(value);
    text.parse().map_or(text, thousands)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_and_curves_say_what_was_counted() {
        let figure = score_bins(&[(0, Some(5), 1_200), (5, None, 3)], 60, 40);
        let twin = figure.twin();
        assert_eq!(figure.summary, "Handed over from 60 on, taken back below 40.");
        assert_eq!(twin.rows[0], ["0–5", "1,200"]);
        assert_eq!(twin.rows[1], ["5 and more", "3"]);
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let figure = lead_scores(&[(day, 63.0, 58.0)], 60, 40);
        assert!(figure.summary.starts_with("63 at the end."), "{}", figure.summary);
    }
}
