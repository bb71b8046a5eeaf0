//! A figure in letters, for a terminal.

use super::{Figure, Picture};

/// How long the longest bar is, in letters.
const BAR: u32 = 30;

impl Figure {
    /// The figure in letters.
    pub fn in_text(&self) -> String {
        as_text(self)
    }
}

/// Its title, its summary, its table; bars are drawn behind their rows.
fn as_text(figure: &Figure) -> String {
    let twin = figure.twin();
    let rows: Vec<&Vec<String>> = std::iter::once(&twin.header).chain(&twin.rows).collect();
    let wide = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    let wide: Vec<usize> =
        (0..twin.header.len()).map(|column| wide(column).unwrap_or_default() + 2).collect();
    let mut lines = vec![figure.title.clone(), figure.summary.clone(), String::new()];
    for (at, row) in rows.iter().enumerate() {
        let cells = row.iter().zip(&wide).map(|(cell, width)| format!("{cell:width$}"));
        let bar = at.checked_sub(1).and_then(|at| bar(figure, at)).unwrap_or_default();
        let line = cells.collect::<String>() + &bar;
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

/// The bar of a row, with marks where values to compare with lie; in the row of such a value its mark
/// alone.
fn bar(figure: &Figure, at: usize) -> Option<String> {
    let Picture::Bars(bars) = &figure.picture else { return None };
    let steps = |value: f64| {
        let share = (value / bars.full).clamp(0.0, 1.0);
        (0..BAR).take_while(|step| f64::from(*step) + 0.5 <= share * f64::from(BAR)).count()
    };
    let (filled, marks) = match bars.bars.get(at) {
        Some(bar) => (steps(bar.value?), bars.references.as_slice()),
        None => (0, std::slice::from_ref(bars.references.get(at - bars.bars.len())?)),
    };
    let mut drawn = vec!['█'; filled];
    for place in marks.iter().map(|mark| steps(mark.value)) {
        drawn.resize(drawn.len().max(place + 1), ' ');
        drawn[place] = '│';
    }
    Some(drawn.into_iter().collect())
}
