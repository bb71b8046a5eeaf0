//! Figures drawn as SVG: one element that needs nothing else. No script, no font, no picture from
//! elsewhere; texts are texts, and what a figure says stands in it as title and description.

mod bars;
mod curves;
mod flow;
mod grid;
mod groups;
mod ink;
mod pen;
mod signs;
mod steps;

pub use ink::Theme;

use super::{Figure, Picture, lettering::wrap};
use crate::coverage::State;
use ink::Ink;
use pen::{Hand, Pen, escaped};
use std::fmt::Write;

/// How wide every picture is, in its own units.
const WIDTH: f64 = 720.0;

/// What surrounds a figure that stands alone.
const EDGE: f64 = 24.0;
/// How large its title is, and its summary.
const TITLE: f64 = 17.0;
const SUMMARY: f64 = 12.5;

/// Draws a figure, to stand beneath a heading.
pub fn svg(figure: &Figure, theme: Theme) -> String {
    let mut pen = Pen::new(theme);
    let (width, height) = draw(figure, &mut pen);
    framed(figure, &pen.into_text(), width, height)
}

/// Draws a figure that stands alone: on its ground, beneath its title and its summary.
pub fn sheet(figure: &Figure, theme: Theme) -> String {
    let mut drawing = Pen::new(theme);
    let (width, height) = draw(figure, &mut drawing);
    let title = wrap(&figure.title, TITLE, width, 2);
    let summary = wrap(&figure.summary, SUMMARY, width, 3);
    let head = 24.0 * lines(&title) + 18.0 * lines(&summary) + 16.0;
    let whole = (width + 2.0 * EDGE, head + height + 2.0 * EDGE);
    let mut pen = Pen::new(theme);
    pen.rect([0.0, 0.0, whole.0, whole.1], 0.0, Ink::Ground);
    let mut y = EDGE - 8.0;
    for line in title {
        y += 24.0;
        pen.text(EDGE, y, &line, Hand::plain(TITLE).strong());
    }
    for line in summary {
        y += 18.0;
        pen.text(EDGE, y + 2.0, &line, Hand::plain(SUMMARY).quiet());
    }
    pen.moved((EDGE, EDGE + head), &drawing.into_text());
    framed(figure, &pen.into_text(), whole.0, whole.1)
}

fn lines(lines: &[String]) -> f64 {
    u32::try_from(lines.len()).map_or(0.0, f64::from)
}

/// Draws the picture alone; gives how wide and how high it is.
fn draw(figure: &Figure, pen: &mut Pen) -> (f64, f64) {
    match &figure.picture {
        Picture::Bars(bars) => (WIDTH, bars::draw(bars, pen)),
        Picture::Steps(steps) => (WIDTH, steps::draw(steps, pen)),
        Picture::Curves(curves) => (WIDTH, curves::draw(curves, pen)),
        Picture::Flow(flow) => flow::draw(flow, pen),
        Picture::Grid(grid) => grid::draw(grid, pen),
        Picture::Groups(groups) => groups::draw(groups, pen),
    }
}

fn framed(figure: &Figure, drawn: &str, width: f64, height: f64) -> String {
    let mut text = String::with_capacity(drawn.len() + 512);
    let (title, summary) = (escaped(&figure.title), escaped(&figure.summary));
    let _ = write!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" \
         font-family=\"Inter, sans-serif\" font-size=\"13\">\
         <title>{title}</title><desc>{summary}</desc>\
         <g stroke=\"none\">{drawn}</g></svg>"
    );
    text
}

/// The sign of a state alone, 12 by 12.
pub fn sign(state: State, theme: Theme) -> String {
    let mut pen = Pen::new(theme);
    pen.sign(state, 0.0, 0.0);
    let drawn = pen.into_text();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 12 12\" width=\"12\" \
         height=\"12\">{drawn}</svg>"
    )
}

/// The colours of a state on white: that of its word, and that of its ground where it has one.
pub fn colours(state: State) -> (&'static str, Option<&'static str>) {
    (Ink::Of(state).colour(false).unwrap_or("#16191d"), Ink::Under(state).colour(false))
}
