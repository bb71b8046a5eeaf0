//! Figures drawn as SVG: one element that needs nothing else. No script, no font, no picture from
//! elsewhere; texts are texts, and what a figure says stands in it as title and description.

mod bars;
mod curves;
mod grid;
mod ink;
mod pen;
mod signs;

pub use ink::Theme;

use super::{Figure, Picture};
use crate::coverage::State;
use ink::Ink;
use pen::{Pen, escaped};
use std::fmt::Write;

/// How wide every picture is, in its own units.
const WIDTH: f64 = 720.0;

/// Draws a figure.
pub fn svg(figure: &Figure, theme: Theme) -> String {
    let mut pen = Pen::new(theme);
    let (width, height) = match &figure.picture {
        Picture::Bars(bars) => (WIDTH, bars::draw(bars, &mut pen)),
        Picture::Curves(curves) => (WIDTH, curves::draw(curves, &mut pen)),
        Picture::Grid(grid) => grid::draw(grid, &mut pen),
    };
    framed(figure, &pen.into_text(), width, height)
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
