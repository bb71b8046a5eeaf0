//! The figures of a plan.

use super::{
    BarMark, Bars, Curve, CurvePoint, Curves, Figure, Grid, GridCell, GridColumn, GridRow, Picture,
    Reference,
    twin::{date, short},
};
use crate::coverage::{Gap, Map, MapColumn, Score};
use crate::maturity::{Bar, BarPoint};
use crate::model::{Dimension, MOST_MATURE, Word};

/// The map of a journey.
pub fn coverage_map(journey: &str, map: &Map) -> Figure {
    let width = map.stages.len().max(1);
    let cells = map.cells.chunks(width).chain(std::iter::repeat(&[][..]));
    let rows = map.personas.iter().zip(cells).map(|(persona, cells)| GridRow {
        name: persona.name.clone(),
        note: format!("weight {}", persona.weight),
        cells: cells
            .iter()
            .map(|cell| GridCell {
                state: cell.state,
                count: cell.placements,
                open_musts: cell.needs.open_must,
            })
            .collect(),
        score: percent(&persona.score),
    });
    let rows = rows.collect();
    let Score { covered, applicable, nothing_live, .. } = map.score;
    Figure {
        title: format!("Coverage of {journey}"),
        summary: format!(
            "{covered} of {applicable} cells are covered, {nothing_live} have nothing live."
        ),
        picture: Picture::Grid(Grid {
            corner: "Persona".to_owned(),
            columns: map.stages.iter().map(column).collect(),
            rows,
            total: percent(&map.score),
            has_foot: true,
        }),
    }
}

fn column(stage: &MapColumn) -> GridColumn {
    GridColumn {
        group: capital(stage.phase.as_word()),
        name: stage.name.clone(),
        mark: if stage.handoff { "handoff".to_owned() } else { String::new() },
        score: percent(&stage.score),
    }
}

fn percent(score: &Score) -> Option<f64> {
    score.value.map(|value| value * 100.0)
}

/// The largest gaps, each by its share of the largest.
pub fn gap_bars(gaps: &[Gap]) -> Figure {
    let bar = |gap: &Gap| BarMark {
        label: format!("{} at {}", gap.persona, gap.stage),
        note: gap.state.as_word().to_owned(),
        value: Some(gap.relative),
        text: format!("{:.0}", gap.relative),
        state: Some(gap.state),
    };
    let largest = gaps.first().map_or_else(
        || "There is no gap.".to_owned(),
        |gap| format!("The largest is {} at {}.", gap.persona, gap.stage),
    );
    Figure {
        title: "The largest gaps".to_owned(),
        summary: format!("By what closing them is worth; 100 is the largest. {largest}"),
        picture: Picture::Bars(Bars {
            labels: "Gap".to_owned(),
            values: "Priority".to_owned(),
            full: 100.0,
            bars: gaps.iter().map(bar).collect(),
            references: Vec::new(),
        }),
    }
}

/// The four dimensions of maturity, from 0 to 4, beside the mean of those that have a level.
pub fn maturity_bars(bars: &[Bar]) -> Figure {
    let bar = |bar: &Bar| BarMark {
        label: dimension(bar.dimension),
        note: format!("{} of {} rated", bar.rated, bar.questions),
        value: bar.level,
        text: bar.level.map_or_else(|| "no level".to_owned(), short),
        state: None,
    };
    let levels: Vec<f64> = bars.iter().filter_map(|bar| bar.level).collect();
    let mean = (levels.len() > 1).then(|| levels.iter().sum::<f64>() / count(levels.len()));
    Figure {
        title: "Maturity of the demand process".to_owned(),
        summary: format!("Each dimension from 0, nothing of it, to {MOST_MATURE}, all of it."),
        picture: Picture::Bars(Bars {
            labels: "Dimension".to_owned(),
            values: format!("Level of {MOST_MATURE}"),
            full: f64::from(MOST_MATURE),
            bars: bars.iter().map(bar).collect(),
            references: mean.into_iter().map(mean_of_all).collect(),
        }),
    }
}

fn mean_of_all(value: f64) -> Reference {
    Reference { label: "Mean".to_owned(), value, text: short(value), note: String::new() }
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

/// How the four dimensions came to stand so.
pub fn maturity_history(points: &[BarPoint]) -> Figure {
    let curve = |(at, dimension): (usize, &Dimension)| Curve {
        name: self::dimension(*dimension),
        points: points
            .iter()
            .map(|point| CurvePoint {
                on: point.on,
                value: point.levels.get(at).copied().flatten(),
            })
            .collect(),
    };
    let days = match points {
        [] => "Nobody has rated yet.".to_owned(),
        [only] => format!("As rated on {}.", date(only.on)),
        [first, .., last] => format!("From {} to {}.", date(first.on), date(last.on)),
    };
    Figure {
        title: "Maturity over time".to_owned(),
        summary: days,
        picture: Picture::Curves(Curves {
            values: format!("Level of {MOST_MATURE}"),
            full: f64::from(MOST_MATURE),
            steps: u32::from(MOST_MATURE),
            curves: Dimension::ALL.iter().enumerate().map(curve).collect(),
        }),
    }
}

/// What heads a dimension.
fn dimension(dimension: Dimension) -> String {
    match dimension {
        Dimension::Content => "Buyer insight and content".to_owned(),
        other => capital(other.as_word()),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
