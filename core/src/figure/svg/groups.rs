//! Upright bars in groups: the axis to the left, what the bars are of above, the labels below.

use super::super::lettering::{width, wrap};
use super::super::{Group, Groups};
use super::{Ink, WIDTH, pen::Hand, pen::Pen};

const TOP: f64 = 40.0;
const HEIGHT: f64 = 180.0;
const BOTTOM: f64 = TOP + HEIGHT;
/// Groups get no narrower; the picture gets wider instead.
const NARROWEST: f64 = 44.0;
/// A bar is no wider.
const WIDEST: f64 = 28.0;
const SMALL: Hand = Hand::plain(11.0);

/// Draws groups; gives how wide and how high they are.
pub(super) fn draw(groups: &Groups, pen: &mut Pen) -> (f64, f64) {
    if groups.groups.is_empty() {
        pen.text(0.0, 24.0, "no data", Hand::plain(13.0).quiet());
        return (WIDTH, 40.0);
    }
    let ticks = groups.ticks.iter().map(|tick| width(tick, 11.0)).fold(0.0, f64::max);
    let left = ticks + 12.0;
    let many = count(groups.groups.len());
    let group = ((WIDTH - left) / many).max(NARROWEST);
    let right = left + group * many;
    draw_axis(groups, left, right, pen);
    draw_series(groups, left, pen);
    for (at, one) in groups.groups.iter().enumerate() {
        draw_group(one, groups, (left + group * count(at), group), pen);
    }
    draw_references(groups, (left, right), pen);
    (right, BOTTOM + 36.0)
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

fn draw_axis(groups: &Groups, left: f64, right: f64, pen: &mut Pen) {
    let steps = count(groups.ticks.len().saturating_sub(1).max(1));
    for (step, tick) in groups.ticks.iter().enumerate() {
        let y = BOTTOM - HEIGHT * count(step) / steps;
        pen.line((left, y), (right, y), Ink::Rule, "");
        pen.text(left - 10.0, y + 4.0, tick, SMALL.quiet().ending());
    }
}

fn draw_series(groups: &Groups, left: f64, pen: &mut Pen) {
    let mut x = left;
    let most = (WIDTH - left) / count(groups.series.len().max(1)) - 36.0;
    for (at, name) in groups.series.iter().enumerate() {
        let name = wrap(name, 12.0, most, 1).concat();
        pen.rect([x, 4.0, 10.0, 10.0], 2.0, Ink::Curve(at));
        pen.text(x + 16.0, 13.0, &name, Hand::plain(12.0));
        x += 16.0 + width(&name, 12.0) + 20.0;
    }
}

/// How far down a value lies.
fn down(value: f64, groups: &Groups) -> f64 {
    let span = groups.full - groups.least;
    BOTTOM - HEIGHT * ((value - groups.least) / span).clamp(0.0, 1.0)
}

fn draw_group(group: &Group, all: &Groups, (left, wide): (f64, f64), pen: &mut Pen) {
    let many = count(group.bars.len().max(1));
    let bar = (wide * 0.7 / many).min(WIDEST);
    let first = left + (wide - bar * many) / 2.0;
    let zero = down(0.0, all);
    for (at, one) in group.bars.iter().enumerate() {
        // No data leaves its place empty; 0 is a line.
        let Some(value) = one.value else { continue };
        let end = down(value, all);
        let height = (zero - end).abs().max(1.0);
        let top = if value < 0.0 { zero } else { zero - height };
        let x = first + bar * count(at);
        pen.rect([x + 1.0, top, bar - 2.0, height], 2.0, Ink::Curve(at));
    }
    for (at, line) in wrap(&group.label, 11.0, wide - 4.0, 2).iter().enumerate() {
        let y = BOTTOM + 16.0 + 13.0 * count(at);
        pen.text(left + wide / 2.0, y, line, SMALL.quiet().centred());
    }
}

/// Lines across all groups, each said at the end of the key.
fn draw_references(groups: &Groups, (left, right): (f64, f64), pen: &mut Pen) {
    let mut end = right;
    for reference in groups.references.iter().rev() {
        let y = down(reference.value, groups);
        pen.line((left, y), (right, y), Ink::Quiet, "3 3");
        let said = reference.said();
        pen.text(end, 13.0, &said, SMALL.quiet().ending());
        let dashes = end - width(&said, 11.0) - 6.0;
        pen.line((dashes - 15.0, 9.0), (dashes, 9.0), Ink::Quiet, "3 3");
        end = dashes - 35.0;
    }
}
