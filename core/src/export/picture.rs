//! A figure as a picture that stands alone: as SVG, whose texts stay texts, or as PNG, drawn from the
//! same SVG with the fonts inside the program and, for letters they lack, those of the machine.

use super::fonts::KNOWN;
use crate::figure::{Figure, Theme, sheet};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::io::{self, Write};

/// Dots for each unit of a figure: sharp on a screen that has two for one, and on a projector.
const SCALE: f32 = 2.0;
/// Wider or higher than this, in dots, no program shows a picture well.
const MOST_DOTS: u32 = 16_000;

/// Writes a figure as SVG.
pub fn svg_picture(figure: &Figure, theme: Theme, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(sheet(figure, theme).as_bytes())
}

/// Writes a figure as PNG, two dots for each of its units where that is not too large.
pub fn png_picture(figure: &Figure, theme: Theme, out: &mut dyn Write) -> io::Result<()> {
    let options =
        Options { font_family: "Inter".to_owned(), fontdb: KNOWN.clone(), ..Options::default() };
    let tree = Tree::from_str(&sheet(figure, theme), &options).map_err(io::Error::other)?;
    let size = tree.size().to_int_size();
    let longest = size.width().max(size.height());
    let scale = if longest > MOST_DOTS / 2 { 1.0 } else { SCALE };
    let dots = size
        .scale_by(scale)
        .filter(|dots| dots.width().max(dots.height()) <= MOST_DOTS)
        .ok_or_else(|| io::Error::other("the picture is too large: save it as SVG instead"))?;
    let mut pixels = Pixmap::new(dots.width(), dots.height())
        .ok_or_else(|| io::Error::other("there is not enough memory for the picture"))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    out.write_all(&pixels.encode_png().map_err(io::Error::other)?)
}
