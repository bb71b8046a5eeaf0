//! What draws: every text passes [`escaped`], every colour the theme.

use super::ink::{Ink, Theme};
use super::signs;
use crate::coverage::State;
use std::fmt::Write;

/// A stroke around letters, beneath them.
const OUTLINE: &str = " stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"";

/// A drawing in the making.
pub(super) struct Pen {
    theme: Theme,
    drawn: String,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    pub(super) size: f64,
    pub(super) strong: bool,
    pub(super) anchor: Anchor,
    pub(super) ink: Ink,
}

/// Which end of a text lies at its place.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Hand {
    pub(super) const fn plain(size: f64) -> Self {
        Self { size, strong: false, anchor: Anchor::Start, ink: Ink::Text }
    }
    pub(super) const fn strong(self) -> Self {
        Self { strong: true, ..self }
    }
    pub(super) const fn ending(self) -> Self {
        Self { anchor: Anchor::End, ..self }
    }
    pub(super) const fn centred(self) -> Self {
        Self { anchor: Anchor::Middle, ..self }
    }
    pub(super) const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
    pub(super) const fn quiet(self) -> Self {
        self.ink(Ink::Quiet)
    }
}

impl Pen {
    pub(super) fn new(theme: Theme) -> Self {
        Self { theme, drawn: String::new() }
    }

    pub(super) fn into_text(self) -> String {
        self.drawn
    }

    fn put(&mut self, part: std::fmt::Arguments<'_>) {
        let _ = self.drawn.write_fmt(part);
    }

    /// The attribute that fills, with a space in front; `None` where nothing is to be painted.
    fn fill(&self, ink: Ink) -> Option<String> {
        match self.theme {
            Theme::Page => ink.class().map(|class| format!(" class=\"fill-{class}\"")),
            theme => ink.colour(theme == Theme::Dark).map(|colour| format!(" fill=\"{colour}\"")),
        }
    }

    /// The attribute that strokes.
    fn stroke(&self, ink: Ink) -> String {
        let stroke = match self.theme {
            Theme::Page => ink.class().map(|class| format!(" class=\"stroke-{class}\"")),
            theme => {
                let colour = ink.colour(theme == Theme::Dark);
                colour.map(|colour| format!(" stroke=\"{colour}\" color=\"{colour}\""))
            }
        };
        stroke.unwrap_or_default()
    }

    /// What was drawn elsewhere, with its upper left corner at a place.
    pub(super) fn moved(&mut self, (x, y): (f64, f64), drawn: &str) {
        self.put(format_args!("<g transform=\"translate({} {})\">{drawn}</g>", n(x), n(y)));
    }

    pub(super) fn rect(&mut self, [x, y, width, height]: [f64; 4], round: f64, ink: Ink) {
        let Some(fill) = self.fill(ink) else { return };
        let (x, y, width, height) = (n(x), n(y), n(width), n(height));
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"{fill}/>"
        ));
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink, dash: &str) {
        let (stroke, dash) = (self.stroke(ink), dashed(dash));
        let ((x1, y1), (x2, y2)) = ((n(from.0), n(from.1)), (n(to.0), n(to.1)));
        self.put(format_args!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke-width=\"1\"{stroke}{dash}/>"
        ));
    }

    pub(super) fn path(&mut self, points: &[(f64, f64)], ink: Ink, dash: &str) {
        let mut steps = String::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let verb = if at == 0 { "M" } else { "L" };
            let _ = write!(steps, "{verb}{} {}", n(*x), n(*y));
        }
        let (stroke, dash) = (self.stroke(ink), dashed(dash));
        self.put(format_args!(
            "<path d=\"{steps}\" fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\"{stroke}{dash}/>"
        ));
    }

    /// A band between two upper ends, equally thick at both; it bends late, so that words near its
    /// beginning are free of it. `opacity` 0–1.
    pub(super) fn ribbon(
        &mut self,
        (x1, y1): (f64, f64),
        (x2, y2): (f64, f64),
        thick: f64,
        ink: Ink,
        opacity: f64,
    ) {
        let Some(fill) = self.fill(ink) else { return };
        let bend = |share: f64| n(x1 + (x2 - x1) * share);
        let ((b1, b2), (low1, low2)) = ((bend(0.6), bend(0.7)), (n(y1 + thick), n(y2 + thick)));
        let (x1, y1, x2, y2) = (n(x1), n(y1), n(x2), n(y2));
        self.put(format_args!(
            "<path d=\"M{x1} {y1}C{b1} {y1} {b2} {y2} {x2} {y2}V{low2}\
             C{b2} {low2} {b1} {low1} {x1} {low1}z\" fill-opacity=\"{opacity}\"{fill}/>"
        ));
    }

    /// A mark of the nth kind: circle, square, diamond, triangle.
    pub(super) fn mark(&mut self, kind: usize, (x, y): (f64, f64), ink: Ink) {
        let Some(fill) = self.fill(ink) else { return };
        let at = format!("translate({} {})", n(x), n(y));
        let path = match kind % 4 {
            0 => "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
            1 => "M-3.5-3.5h7v7h-7z",
            2 => "M0-4.75 4.75 0 0 4.75-4.75 0z",
            _ => "M0-4.5 4.5 3.5h-9z",
        };
        self.put(format_args!("<path d=\"{path}\" transform=\"{at}\"{fill}/>"));
    }

    pub(super) fn text(&mut self, x: f64, y: f64, text: &str, hand: Hand) {
        self.written(x, y, text, hand, "");
    }

    /// A text that keeps what it lies on away from its letters; a page, where a thing has one class,
    /// lets both show.
    pub(super) fn clear_text(&mut self, x: f64, y: f64, text: &str, hand: Hand) {
        let ground = match self.theme {
            Theme::Page => String::new(),
            _ => self.stroke(Ink::Ground) + OUTLINE,
        };
        self.written(x, y, text, hand, &ground);
    }

    fn written(&mut self, x: f64, y: f64, text: &str, hand: Hand, more: &str) {
        let fill = self.fill(hand.ink).unwrap_or_default();
        let weight = if hand.strong { " font-weight=\"600\"" } else { "" };
        let anchor = match hand.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y, size, text) = (n(x), n(y), hand.size, escaped(text));
        self.put(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor}{fill}{more}>{text}</text>"
        ));
    }

    /// The sign of a state, with its upper left corner at a place.
    pub(super) fn sign(&mut self, state: State, x: f64, y: f64) {
        self.strokes(signs::strokes(state), (x, y), Ink::Of(state));
    }

    /// The flag of an open must-need.
    pub(super) fn flag(&mut self, x: f64, y: f64) {
        self.strokes(signs::FLAG, (x, y), Ink::Danger);
    }

    fn strokes(&mut self, strokes: &str, (x, y): (f64, f64), ink: Ink) {
        let stroke = self.stroke(ink);
        let at = format!("translate({} {})", n(x), n(y));
        self.put(format_args!(
            "<g transform=\"{at}\" fill=\"none\" stroke-linecap=\"round\" \
             stroke-linejoin=\"round\"{stroke}>{strokes}</g>"
        ));
    }
}

fn dashed(dash: &str) -> String {
    if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") }
}

/// A number with two decimals at most.
fn n(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// A text as it may stand in XML: what opens or closes something is written out, and what no XML
/// may hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\r' | '\t' => safe.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}
