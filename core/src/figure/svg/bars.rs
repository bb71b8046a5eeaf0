//! Horizontal bars: the label to the left, the bar on its track, the value to the right.

use super::super::{BarMark, Bars, lettering::wrap};
use super::{Ink, pen::Hand, pen::Pen};

/// Where the track begins and how long it is; the value stands behind it.
const LEFT: f64 = 240.0;
const LENGTH: f64 = 400.0;
const VALUE: f64 = LEFT + LENGTH + 12.0;
/// What a bar takes, and how thick it is.
const ROW: f64 = 36.0;
const THICK: f64 = 12.0;
/// What the reference takes above the bars.
const HEAD: f64 = 22.0;

/// Draws bars; gives how high they are.
pub(super) fn draw(bars: &Bars, pen: &mut Pen) -> f64 {
    let top = if bars.reference.is_some() { HEAD } else { 0.0 };
    let mut y = top;
    for bar in &bars.bars {
        draw_bar(bar, bars.full, y, pen);
        y += ROW;
    }
    if let Some(reference) = &bars.reference {
        let x = LEFT + length(reference.value, bars.full);
        pen.line((x, top - 6.0), (x, y), Ink::Quiet, "3 3");
        pen.text(x, top - 10.0, &reference.label, Hand::plain(11.0).quiet().centred());
    }
    y.max(ROW)
}

fn length(value: f64, full: f64) -> f64 {
    LENGTH * (value / full).clamp(0.0, 1.0)
}

fn draw_bar(bar: &BarMark, full: f64, y: f64, pen: &mut Pen) {
    let indent = if bar.state.is_some() { 20.0 } else { 0.0 };
    if let Some(state) = bar.state {
        pen.sign(state, 0.0, y + 5.0);
    }
    // A label that takes two lines leaves no room for the note, which the twin has.
    let lines = wrap(&bar.label, 13.0, LEFT - 12.0 - indent, 2);
    for (line, text) in lines.iter().enumerate() {
        let below = if line == 0 { 15.0 } else { 30.0 };
        pen.text(indent, y + below, text, Hand::plain(13.0).strong());
    }
    if lines.len() < 2 {
        pen.text(indent, y + 28.0, &bar.note, Hand::plain(11.0).quiet());
    }
    let middle = y + 14.0;
    pen.rect([LEFT, middle - THICK / 2.0, LENGTH, THICK], 3.0, Ink::Track);
    match bar.value {
        Some(value) => {
            let ink = bar.state.map_or(Ink::Accent, |_| Ink::Bar);
            pen.rect([LEFT, middle - THICK / 2.0, length(value, full), THICK], 3.0, ink);
            pen.text(VALUE, middle + 4.5, &bar.text, Hand::plain(13.0).strong());
        }
        None => pen.text(VALUE, middle + 4.5, &bar.text, Hand::plain(13.0).quiet()),
    }
}
