//! Curves over days, each named at its end.

use super::super::{
    Curve, Curves,
    twin::{date, short},
};
use super::{Ink, pen::Hand, pen::Pen};
use chrono::NaiveDate;

const LEFT: f64 = 32.0;
const RIGHT: f64 = 540.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 216.0;
const HEIGHT: f64 = 250.0;
/// Names at the ends of curves stand so far apart at least.
const APART: f64 = 18.0;
/// Days below the axis stand so far apart at least.
const APART_DAYS: f64 = 120.0;
/// Of so many days each has its point.
const FEW_DAYS: usize = 40;

/// Days and values as places.
struct Scale {
    first: NaiveDate,
    days: f64,
    full: f64,
}

impl Scale {
    fn of(curves: &Curves) -> Option<Self> {
        let days = || curves.curves.iter().flat_map(|curve| curve.points.iter().map(|one| one.on));
        let (first, last) = (days().min()?, days().max()?);
        Some(Self { first, days: between(first, last), full: curves.full })
    }

    /// A single day lies in the middle.
    fn x(&self, on: NaiveDate) -> f64 {
        if self.days == 0.0 {
            return f64::midpoint(LEFT, RIGHT);
        }
        LEFT + (RIGHT - LEFT) * between(self.first, on) / self.days
    }

    fn y(&self, value: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * (value / self.full).clamp(0.0, 1.0)
    }
}

fn between(from: NaiveDate, to: NaiveDate) -> f64 {
    i32::try_from((to - from).num_days()).map_or(f64::MAX, f64::from)
}

/// Draws curves; gives how high they are.
pub(super) fn draw(curves: &Curves, pen: &mut Pen) -> f64 {
    let Some(scale) = Scale::of(curves) else {
        pen.text(0.0, 24.0, "no data", Hand::plain(13.0).quiet());
        return 40.0;
    };
    draw_axes(curves, &scale, pen);
    let mut ends: Vec<(f64, f64, usize)> = Vec::new();
    for (at, curve) in curves.curves.iter().enumerate() {
        ends.extend(draw_curve(at, curve, &scale, pen).map(|(x, y)| (y, x, at)));
    }
    ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    let mut free = f64::MIN;
    for (y, x, at) in ends {
        let place = y.max(free);
        free = place + APART;
        let ink = Ink::Curve(at);
        pen.line((x + 6.0, y), (RIGHT + 12.0, place), Ink::Rule, "");
        pen.text(RIGHT + 16.0, place + 4.0, &curves.curves[at].name, Hand::plain(12.0).ink(ink));
    }
    HEIGHT.max(free)
}

fn draw_axes(curves: &Curves, scale: &Scale, pen: &mut Pen) {
    for step in 0..=curves.steps {
        let value = curves.full * f64::from(step) / f64::from(curves.steps.max(1));
        let y = scale.y(value);
        pen.line((LEFT, y), (RIGHT, y), Ink::Rule, "");
        pen.text(LEFT - 10.0, y + 4.0, &short(value), Hand::plain(11.0).quiet().ending());
    }
    draw_days(curves, scale, pen);
}

/// Names the first day and the last one, and between them as many as there is room for.
fn draw_days(curves: &Curves, scale: &Scale, pen: &mut Pen) {
    let mut days: Vec<NaiveDate> =
        curves.curves.iter().flat_map(|curve| curve.points.iter().map(|one| one.on)).collect();
    days.sort_unstable();
    days.dedup();
    let hand = Hand::plain(11.0).quiet();
    let (Some(first), Some(last)) = (days.first().copied(), days.last().copied()) else { return };
    let mut free = LEFT + 1.5 * APART_DAYS;
    for on in days {
        let x = scale.x(on);
        let hand = match on {
            _ if first == last => hand.centred(),
            on if on == first => hand,
            on if on == last => hand.ending(),
            _ if x < free || x > RIGHT - 1.5 * APART_DAYS => continue,
            _ => {
                free = x + APART_DAYS;
                hand.centred()
            }
        };
        pen.text(x, BOTTOM + 20.0, &date(on), hand);
    }
}

/// Draws a curve, broken where there is no data; gives where it ends.
fn draw_curve(at: usize, curve: &Curve, scale: &Scale, pen: &mut Pen) -> Option<(f64, f64)> {
    let ink = Ink::Curve(at);
    let place = |point: &super::super::CurvePoint| {
        point.value.map(|value| (scale.x(point.on), scale.y(value)))
    };
    let places: Vec<Option<(f64, f64)>> = curve.points.iter().map(place).collect();
    for run in places.split(Option::is_none) {
        let run: Vec<_> = run.iter().flatten().copied().collect();
        if run.len() > 1 {
            pen.path(&run, ink, "");
        }
        // Many points make a line; its end is marked alone.
        let marked = if run.len() > FEW_DAYS { &run[run.len() - 1..] } else { &run };
        for place in marked {
            pen.mark(at, *place, ink);
        }
    }
    places.into_iter().flatten().next_back()
}
