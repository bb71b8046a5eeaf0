//! The maps of the journeys, and their cells as a list.

use super::sheet::{Sheet, Value};
use crate::export::report::{JourneyPart, Report};
use crate::export::words::capital;
use crate::model::Word;

/// A sheet a journey.
pub(super) fn maps(report: &Report) -> Vec<Sheet> {
    let name = |at: usize| if at == 0 { "Map".to_owned() } else { format!("Map {}", at + 1) };
    report.journeys.iter().enumerate().map(|(at, journey)| map(name(at), journey)).collect()
}

fn map(name: String, journey: &JourneyPart) -> Sheet {
    let map = &journey.map;
    let mut columns = vec![(journey.name.clone(), 30), ("Role".to_owned(), 18)];
    columns.push(("Weight".to_owned(), 8));
    columns.extend(map.stages.iter().map(|stage| (stage.name.clone(), 14)));
    columns.push(("Score".to_owned(), 9));
    let width = map.stages.len().max(1);
    let cells = map.cells.chunks(width).chain(std::iter::repeat(&[][..]));
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for (persona, cells) in map.personas.iter().zip(cells) {
        let mut row = vec![
            Value::text(&persona.name),
            Value::text(capital(persona.role.as_word())),
            Value::Count(persona.weight.into()),
        ];
        row.extend(cells.iter().map(|cell| Value::State(cell.state)));
        row.push(Value::score(persona.score.value));
        rows.push(row);
    }
    let mut foot = vec![Value::text("Score"), Value::Empty, Value::Empty];
    foot.extend(map.stages.iter().map(|stage| Value::score(stage.score.value)));
    foot.push(Value::score(map.score.value));
    rows.push(foot);
    Sheet { name, columns, rows, frozen: 1, has_foot: true, ..Sheet::default() }
}

/// Every cell with what is counted in it.
pub(super) fn cells(report: &Report) -> Sheet {
    let mut sheet = Sheet::new(
        "Cells",
        &[
            ("Journey", 20),
            ("Persona", 24),
            ("Stage", 20),
            ("Phase", 12),
            ("State", 14),
            ("Placements", 12),
            ("Published", 12),
            ("Live", 10),
            ("Live yes", 10),
            ("Open needs", 12),
            ("Open must-needs", 12),
        ],
    );
    for journey in &report.journeys {
        let map = &journey.map;
        for (at, cell) in map.cells.iter().enumerate() {
            let (Some(persona), Some(stage)) = (
                map.personas.get(at / map.stages.len().max(1)),
                map.stages.get(at % map.stages.len().max(1)),
            ) else {
                continue;
            };
            let mut row = vec![
                Value::text(&journey.name),
                Value::text(&persona.name),
                Value::text(&stage.name),
                Value::text(capital(stage.phase.as_word())),
                Value::State(cell.state),
            ];
            let needs = [cell.needs.open, cell.needs.open_must];
            let counts = [cell.placements, cell.published, cell.live, cell.live_yes];
            row.extend(counts.into_iter().chain(needs).map(Value::Count));
            sheet.rows.push(row);
        }
    }
    sheet
}
