//! Flows: slim bars in columns, and ribbons between them as thick as what flows. The first node
//! of a column is named above its bar, any other beside it.

use super::super::flow::place;
use super::super::lettering::wrap;
use super::super::{Flow, FlowLink, FlowNode, FlowTone};
use super::{Ink, WIDTH, pen::Hand, pen::Pen};
use crate::coverage::State;

/// How wide a bar is, and what is free between it and its words.
const BAR: f64 = 6.0;
const FREE: f64 = 6.0;
/// Columns get no narrower; the picture gets wider instead.
const NARROWEST: f64 = 84.0;
/// What the bars of the fullest column take together.
const HIGH: f64 = 240.0;
/// Between the nodes of a column.
const GAP: f64 = 8.0;
/// A bar and a ribbon are seen however little flows.
const THINNEST: f64 = 1.5;
const NAME: Hand = Hand::plain(11.0).strong();
const NOTE: Hand = Hand::plain(10.5).quiet();
/// What a line of words takes.
const LINE: f64 = 14.0;
/// A part of a name, or of what is said beneath it, takes so many lines at most.
const LINES: usize = 3;

/// A node with its words and its place.
struct Bar<'a> {
    node: &'a FlowNode,
    /// Whether it is the first of its column, whose words stand above it.
    is_first: bool,
    /// Whether something leaves it: then words beside it lie on that.
    goes_on: bool,
    name: Vec<String>,
    note: Vec<String>,
    /// How high the words are.
    words: f64,
    /// Where the bar begins, and how long it is.
    x: f64,
    y: f64,
    long: f64,
}

impl Bar<'_> {
    /// What it takes of its column.
    fn slot(&self) -> f64 {
        if self.is_first { self.long } else { self.long.max(self.words) }
    }
}

/// Draws a flow; gives how wide and how high it is.
pub(super) fn draw(flow: &Flow, pen: &mut Pen) -> (f64, f64) {
    if flow.links.is_empty() {
        pen.text(0.0, 24.0, "no data", Hand::plain(13.0).quiet());
        return (WIDTH, 40.0);
    }
    let columns = f64::from(columns(flow));
    let column = (WIDTH / columns).max(NARROWEST);
    let scale = scale(flow);
    let (bars, height) = placed(flow, column, scale);
    draw_links(flow, &bars, scale, pen);
    for bar in &bars {
        pen.rect([bar.x, bar.y, BAR, bar.long], 1.0, ink(bar.node.tone));
        draw_words(bar, pen);
    }
    (column * columns, height)
}

fn columns(flow: &Flow) -> u32 {
    flow.nodes.iter().map(|node| node.column + 1).max().unwrap_or(1)
}

/// What a node has on the side where more flows.
fn flowing(flow: &Flow, at: usize) -> f64 {
    let arriving = flow.links.iter().filter(|link| place(link.to) == at).map(|link| link.value);
    let leaving = flow.links.iter().filter(|link| place(link.from) == at).map(|link| link.value);
    arriving.sum::<f64>().max(leaving.sum())
}

/// How long a bar is for each of its values.
fn scale(flow: &Flow) -> f64 {
    let in_column = |column| {
        let nodes = flow.nodes.iter().enumerate().filter(|(_, node)| node.column == column);
        nodes.map(|(at, _)| flowing(flow, at)).sum::<f64>()
    };
    HIGH / (0..columns(flow)).map(in_column).fold(f64::MIN_POSITIVE, f64::max)
}

/// The bars, and how far down they reach.
fn placed(flow: &Flow, column: f64, scale: f64) -> (Vec<Bar<'_>>, f64) {
    let mut bars: Vec<_> = (0..flow.nodes.len()).map(|at| bar(flow, at, column, scale)).collect();
    let above = bars.iter().filter(|bar| bar.is_first).map(|bar| bar.words);
    let top = above.fold(0.0, f64::max) + FREE;
    let mut free = vec![top; place(columns(flow))];
    for bar in &mut bars {
        let free = &mut free[place(bar.node.column)];
        let slot = bar.slot();
        bar.y = *free + (slot - bar.long) / 2.0;
        *free += slot + GAP;
    }
    (bars, free.into_iter().fold(top, f64::max) - GAP + 2.0)
}

/// A node with its words, at the top of its column.
fn bar(flow: &Flow, at: usize, column: f64, scale: f64) -> Bar<'_> {
    let node = &flow.nodes[at];
    let is_first = flow.nodes[..at].iter().all(|other| other.column != node.column);
    let goes_on = flow.links.iter().any(|link| place(link.from) == at);
    let room = column - FREE - if is_first { 2.0 * FREE } else { BAR + FREE };
    let name = lines(&node.name, NAME.size, room);
    let note = lines(&node.note, NOTE.size, room);
    let words = LINE * (count(name.len()) + count(note.len()));
    let x = column * f64::from(node.column);
    let long = (flowing(flow, at) * scale).max(THINNEST);
    Bar { node, is_first, goes_on, name, note, words, x, y: 0.0, long }
}

/// A text in lines. Where one is not enough it breaks before a bracket or an arrow first:
/// "412 leads", "→ 96 deals".
fn lines(text: &str, size: f64, room: f64) -> Vec<String> {
    let whole = wrap(text, size, room, LINES);
    let joint = text.find(['(', '→']);
    let Some(joint) = joint.filter(|_| whole.len() > 1) else { return whole };
    let (one, other) = text.split_at(joint);
    [one, other].iter().flat_map(|part| wrap(part, size, room, LINES)).collect()
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

/// Ribbons leave and arrive in the order in which their other ends lie, so that those of a node do
/// not cross; losses are drawn last, above what is quiet.
fn draw_links(flow: &Flow, bars: &[Bar<'_>], scale: f64, pen: &mut Pen) {
    let mut links: Vec<_> = flow.links.iter().filter(|link| flow.ends(link).is_some()).collect();
    links.sort_by(|a, b| {
        let ends = |link: &FlowLink| (bars[place(link.to)].y, bars[place(link.from)].y);
        let (a, b) = (ends(a), ends(b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    let mut left: Vec<f64> = bars.iter().map(|bar| bar.y).collect();
    let mut arrived = left.clone();
    let mut ribbons = Vec::with_capacity(links.len());
    for link in links {
        let (from, to) = (place(link.from), place(link.to));
        let thick = link.value * scale;
        let ends = ((bars[from].x + BAR, left[from]), (bars[to].x, arrived[to]));
        left[from] += thick;
        arrived[to] += thick;
        ribbons.push((ends, thick.max(THINNEST), link.tone));
    }
    ribbons.sort_by_key(|(.., tone)| *tone == FlowTone::Lost);
    for ((from, to), thick, tone) in ribbons {
        pen.ribbon(from, to, thick, ink(tone), opacity(tone));
    }
}

fn ink(tone: FlowTone) -> Ink {
    match tone {
        FlowTone::Stage | FlowTone::Here => Ink::Quiet,
        FlowTone::Seam => Ink::Accent,
        FlowTone::Won => Ink::Of(State::Covered),
        FlowTone::Lost => Ink::Danger,
        FlowTone::Back => Ink::Of(State::Thin),
    }
}

/// How much of its ground a ribbon covers: losses carry the ink.
fn opacity(tone: FlowTone) -> f64 {
    match tone {
        FlowTone::Here => 0.12,
        FlowTone::Stage => 0.18,
        FlowTone::Seam | FlowTone::Won | FlowTone::Back => 0.24,
        FlowTone::Lost => 0.45,
    }
}

fn draw_words(bar: &Bar<'_>, pen: &mut Pen) {
    let (x, top) = if bar.is_first {
        (bar.x, bar.y - FREE - bar.words)
    } else {
        (bar.x + BAR + FREE, bar.y + (bar.long - bar.words) / 2.0)
    };
    let name = if bar.node.tone == FlowTone::Lost { NAME.ink(Ink::Danger) } else { NAME };
    let mut y = top + 11.0;
    let names = bar.name.iter().map(|line| (line, name));
    for (line, hand) in names.chain(bar.note.iter().map(|line| (line, NOTE))) {
        if bar.goes_on {
            pen.text(x, y, line, hand);
        } else {
            pen.clear_text(x, y, line, hand);
        }
        y += LINE;
    }
}
