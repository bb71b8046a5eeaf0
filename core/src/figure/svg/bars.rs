//! Horizontal bars: the label to the left, the bar on its track, the value to the right.

use super::super::{
    BarMark, Bars, Reference,
    lettering::{width, wrap},
};
use super::{Ink, pen::Hand, pen::Pen};

/// Where the track begins and how long it is; the value stands behind it.
const LEFT: f64 = 240.0;
const LENGTH: f64 = 400.0;
const VALUE: f64 = LEFT + LENGTH + 12.0;
/// What a bar takes, and how thick it is.
const ROW: f64 = 36.0;
const THICK: f64 = 12.0;
/// What references take above the bars, and what each takes of it.
const HEAD: f64 = 8.0;
const LINE: f64 = 14.0;

/// Draws bars; gives how high they are.
pub(super) fn draw(bars: &Bars, pen: &mut Pen) -> f64 {
    let lines: f64 = bars.references.iter().map(|_| LINE).sum();
    let top = if bars.references.is_empty() { 0.0 } else { HEAD + lines };
    let mut y = top;
    for bar in &bars.bars {
        draw_bar(bar, bars.full, y, pen);
        y += ROW;
    }
    // The last one stands highest, so that no line crosses the words of another.
    let mut text = LINE - 2.0;
    for reference in bars.references.iter().rev() {
        draw_reference(reference, bars.full, (text, y), pen);
        text += LINE;
    }
    y.max(ROW)
}

/// A line through all bars from its words on, which stand where there is room for them.
fn draw_reference(reference: &Reference, full: f64, (text, end): (f64, f64), pen: &mut Pen) {
    let (x, said) = (LEFT + length(reference.value, full), reference.said());
    pen.line((x, text - 9.0), (x, end), Ink::Quiet, "3 3");
    let hand = Hand::plain(11.0).quiet();
    if width(&said, 11.0) + 6.0 <= x {
        pen.text(x - 6.0, text, &said, hand.ending());
    } else {
        pen.text(x + 6.0, text, &said, hand);
    }
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
