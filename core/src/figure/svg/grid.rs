//! The map: states by sign, word and ground; counts; scores in the margins.

use super::super::lettering::{width, wrap};
use super::super::twin::score;
use super::super::{Grid, GridCell, GridRow};
use super::{Ink, WIDTH, pen::Hand, pen::Pen};
use crate::coverage::State;
use crate::model::Word;

const HEAD: f64 = 132.0;
const MARGIN: f64 = 52.0;
const ROW: f64 = 50.0;
const GROUPS: f64 = 18.0;
/// Cells narrower than this show signs without words.
const WORDED: f64 = 66.0;
/// Cells get no narrower; the picture gets wider instead.
const NARROWEST: f64 = 38.0;
const SMALL: Hand = Hand::plain(10.5);

/// How wide the columns are.
struct Sizes {
    cell: f64,
    width: f64,
    top: f64,
}

/// Draws the map; gives how wide and how high it is.
pub(super) fn draw(grid: &Grid, pen: &mut Pen) -> (f64, f64) {
    let sizes = draw_head(grid, pen);
    let mut y = sizes.top;
    for row in &grid.rows {
        pen.line((0.0, y), (sizes.width, y), Ink::Rule, "");
        draw_row(row, &sizes, y, pen);
        y += ROW;
    }
    pen.line((0.0, y), (sizes.width, y), Ink::Rule, "");
    if grid.has_foot {
        draw_foot(grid, &sizes, y, pen);
        y += 28.0;
    }
    (sizes.width, y)
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

fn draw_head(grid: &Grid, pen: &mut Pen) -> Sizes {
    let columns = count(grid.columns.len().max(1));
    let cell = ((WIDTH - HEAD - MARGIN) / columns).max(NARROWEST);
    let width = HEAD + cell * columns + MARGIN;
    let names: Vec<_> =
        grid.columns.iter().map(|column| wrap(&column.name, 10.5, cell - 8.0, 2)).collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let marked = grid.columns.iter().any(|column| !column.mark.is_empty());
    let top = GROUPS + 14.0 * count(lines) + if marked { 13.0 } else { 0.0 } + 6.0;
    let mut x = HEAD;
    for run in grid.columns.chunk_by(|one, next| one.group == next.group) {
        let wide = cell * count(run.len());
        let group = wrap(&run[0].group, 11.0, wide - 8.0, 1).join("");
        pen.text(x + 5.0, 12.0, &group, Hand::plain(11.0).strong());
        x += wide;
    }
    for ((at, column), lines) in grid.columns.iter().enumerate().zip(&names) {
        let x = HEAD + cell * count(at) + 5.0;
        let mut y = GROUPS + 11.0;
        for line in lines {
            pen.text(x, y, line, SMALL.quiet());
            y += 14.0;
        }
        let mark = wrap(&column.mark, 9.5, cell - 6.0, 1).join("");
        pen.text(x, y - 1.0, &mark, Hand::plain(9.5).ink(Ink::Accent));
    }
    pen.text(0.0, GROUPS + 11.0, &grid.corner, SMALL.quiet());
    pen.text(width, GROUPS + 11.0, "Score", SMALL.quiet().ending());
    Sizes { cell, width, top }
}

fn draw_row(row: &GridRow, sizes: &Sizes, y: f64, pen: &mut Pen) {
    let name = wrap(&row.name, 12.0, HEAD - 8.0, 2);
    let mut line = y + if name.len() > 1 { 16.0 } else { 22.0 };
    for text in name {
        pen.text(0.0, line, &text, Hand::plain(12.0).strong());
        line += 14.0;
    }
    pen.text(0.0, line + 0.5, &row.note, Hand::plain(10.0).quiet());
    for (at, cell) in row.cells.iter().enumerate() {
        draw_cell(cell, sizes.cell, HEAD + sizes.cell * count(at), y, pen);
    }
    draw_score(row.score, sizes.width, y + 29.0, pen);
}

fn draw_score(value: Option<f64>, x: f64, y: f64, pen: &mut Pen) {
    let (text, hand) = match value {
        Some(_) => (score(value), Hand::plain(13.0).strong()),
        None => ("–".to_owned(), Hand::plain(13.0).quiet()),
    };
    pen.text(x, y, &text, hand.ending());
}

fn draw_cell(cell: &GridCell, wide: f64, x: f64, y: f64, pen: &mut Pen) {
    let (left, top) = (x + 2.0, y + 3.0);
    pen.rect([left, top, wide - 4.0, ROW - 6.0], 4.0, Ink::Under(cell.state));
    pen.sign(cell.state, left + 5.0, top + 6.0);
    if wide >= WORDED {
        let word = if cell.state == State::NotApplicable { "n/a" } else { cell.state.as_word() };
        let hand = Hand::plain(10.5).ink(Ink::Of(cell.state));
        let hand = if cell.state == State::Covered { hand } else { hand.strong() };
        pen.text(left + 20.0, top + 16.0, word, hand);
    }
    let (right, base) = (left + wide - 10.0, top + ROW - 14.0);
    if cell.count > 0 {
        let hand = Hand::plain(11.0).ending();
        pen.text(right, base, &cell.count.to_string(), hand);
    }
    if cell.open_musts > 0 {
        let text = cell.open_musts.to_string();
        let room = wide - 14.0 - width(&cell.count.to_string(), 11.0);
        pen.flag(left + 5.0, base - 9.5);
        if room > 18.0 + width(&text, 10.5) {
            let hand = Hand::plain(10.5).strong().ink(Ink::Danger);
            pen.text(left + 18.0, base, &text, hand);
        }
    }
}

fn draw_foot(grid: &Grid, sizes: &Sizes, y: f64, pen: &mut Pen) {
    pen.text(0.0, y + 19.0, "Score", SMALL.quiet());
    for (at, column) in grid.columns.iter().enumerate() {
        let x = HEAD + sizes.cell * count(at) + sizes.cell - 8.0;
        draw_score(column.score, x, y + 19.0, pen);
    }
    draw_score(grid.total, sizes.width, y + 19.0, pen);
}
