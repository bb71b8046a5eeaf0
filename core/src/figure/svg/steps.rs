//! Shares that fall step by step, each named at its end, and marks that stand upright.

use super::super::{
    Reference, StepCurve, Steps,
    lettering::{width, wrap},
};
use super::{Ink, WIDTH, pen::Hand, pen::Pen};

const LEFT: f64 = 40.0;
const RIGHT: f64 = 560.0;
const TOP: f64 = 28.0;
const BOTTOM: f64 = 248.0;
const HEIGHT: f64 = 282.0;
/// Names at the ends of curves stand so far apart at least.
const APART: f64 = 16.0;
/// In so many steps shares are told.
const SHARES: u32 = 4;
const SMALL: Hand = Hand::plain(11.0);
/// How each curve is broken, in turn.
const DASHES: [&str; 5] = ["", "7 3", "2 3", "9 3 2 3", "4 4"];

fn x(at: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * at.clamp(0.0, 1.0)
}

fn y(share: f64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * share.clamp(0.0, 1.0)
}

/// Draws curves; gives how high they are.
pub(super) fn draw(steps: &Steps, pen: &mut Pen) -> f64 {
    if steps.curves.iter().all(|curve| curve.points.is_empty()) {
        pen.text(0.0, 24.0, "no data", Hand::plain(13.0).quiet());
        return 40.0;
    }
    draw_axes(steps, pen);
    for mark in &steps.marks {
        draw_mark(mark, pen);
    }
    let mut ends: Vec<(f64, f64, usize)> = Vec::new();
    for (at, curve) in steps.curves.iter().enumerate() {
        let places = places(curve);
        pen.path(&places, Ink::Curve(at), DASHES[at % DASHES.len()]);
        ends.extend(places.last().map(|(x, y)| (*y, *x, at)));
    }
    HEIGHT.max(draw_names(steps, ends, pen))
}

/// Names each curve at its end; gives how far down that reaches.
fn draw_names(steps: &Steps, mut ends: Vec<(f64, f64, usize)>, pen: &mut Pen) -> f64 {
    ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    let mut free = f64::MIN;
    for (y, x, at) in ends {
        let place = y.max(free);
        free = place + APART;
        pen.line((x + 4.0, y), (RIGHT + 10.0, place), Ink::Rule, "");
        let name = wrap(&steps.curves[at].name, 12.0, WIDTH - RIGHT - 14.0, 1);
        let name = name.first().map_or("", String::as_str);
        pen.text(RIGHT + 14.0, place + 4.0, name, Hand::plain(12.0).ink(Ink::Curve(at)));
    }
    free
}

fn draw_axes(steps: &Steps, pen: &mut Pen) {
    for step in 0..=SHARES {
        let share = f64::from(step) / f64::from(SHARES);
        pen.line((LEFT, y(share)), (RIGHT, y(share)), Ink::Rule, "");
        let text = format!("{:.0}%", share * 100.0);
        pen.text(LEFT - 10.0, y(share) + 4.0, &text, SMALL.quiet().ending());
    }
    for tick in &steps.ticks {
        pen.line((x(tick.at), BOTTOM), (x(tick.at), BOTTOM + 4.0), Ink::Quiet, "");
        pen.text(x(tick.at), BOTTOM + 18.0, &tick.label, SMALL.quiet().centred());
    }
}

/// A line with its words above, on the side where there is room.
fn draw_mark(mark: &Reference, pen: &mut Pen) {
    let (place, text) = (x(mark.value), mark.said());
    pen.line((place, TOP - 12.0), (place, BOTTOM), Ink::Quiet, "3 3");
    let fits = place + 6.0 + width(&text, 11.0) <= RIGHT;
    let (at, hand) = if fits { (place + 6.0, SMALL) } else { (place - 6.0, SMALL.ending()) };
    pen.text(at, TOP - 12.0, &text, hand.quiet());
}

/// From each point to the right until the next one, then down.
fn places(curve: &StepCurve) -> Vec<(f64, f64)> {
    let mut places: Vec<(f64, f64)> = Vec::with_capacity(2 * curve.points.len());
    for step in &curve.points {
        if let Some((_, before)) = places.last().copied() {
            places.push((x(step.at), before));
        }
        places.push((x(step.at), y(step.share)));
    }
    places.dedup();
    places
}
