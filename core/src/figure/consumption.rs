//! The figures of the content consumption gap.

use super::groups::axis;
use super::twin::{percent, short};
use super::{
    BarMark, Bars, Figure, Group, GroupBar, Groups, Picture, Reference, Step, StepCurve, Steps,
    Tick,
};
use crate::consumption::{
    Consumption, GapBin, Quantile, REFERENCE_GAPS, REFERENCE_WAIT_HOURS, ReferenceGap,
};
use crate::model::thousands;

/// What the axis of time tells, in hours, and how. They are the edges of the bins.
const TICKS: [(f64, &str); 9] = [
    (0.0, "0"),
    (1.0, "1 h"),
    (4.0, "4 h"),
    (12.0, "12 h"),
    (24.0, "24 h"),
    (48.0, "48 h"),
    (168.0, "7 days"),
    (336.0, "14 days"),
    (720.0, "30 days"),
];

/// Where the axis ends, hours.
const END: f64 = 720.0;

/// Requests of somebody, with what is known of their gap.
#[derive(Clone, Copy, Debug)]
pub struct MeasuredGap<'a> {
    /// Of whom.
    pub name: &'a str,
    /// Their figures.
    pub figures: &'a Consumption,
}

impl MeasuredGap<'_> {
    /// Its name, and that it is of too few where it is.
    fn said(self) -> String {
        if self.figures.too_few {
            format!("{} (too few: {})", self.name, self.figures.n)
        } else {
            self.name.to_owned()
        }
    }
}

/// The place of a time: an hour takes as much room at the beginning as days do at the end.
fn place(hours: f64) -> f64 {
    hours.clamp(0.0, END).ln_1p() / END.ln_1p()
}

/// The share not opened yet, over time; the first gap is that of all requests.
pub fn unopened(gaps: &[MeasuredGap<'_>]) -> Figure {
    let curve = |gap: &MeasuredGap<'_>| StepCurve {
        name: gap.said(),
        points: gap
            .figures
            .curve
            .iter()
            .map(|point| Step {
                at: place(point.hours),
                time: in_time(point.hours),
                share: point.share,
            })
            .collect(),
    };
    let tick =
        |(hours, label): &(f64, &str)| Tick { at: place(*hours), label: (*label).to_owned() };
    Figure {
        title: "Not opened yet, by time since the request".to_owned(),
        summary: gaps.first().map_or_else(String::new, |all| in_words(all.figures)),
        picture: Picture::Steps(Steps {
            along: "Since the request".to_owned(),
            values: "Not opened yet".to_owned(),
            ticks: TICKS.iter().map(tick).collect(),
            curves: gaps.iter().filter(|gap| gap.figures.n > 0).map(curve).collect(),
            marks: gaps.first().map(|all| wait(all.figures)).into_iter().collect(),
        }),
    }
}

/// How long to wait: our own figure, or the one that stands in for it.
fn wait(figures: &Consumption) -> Reference {
    let own = figures.recommended_wait_hours;
    let hours = own.unwrap_or(REFERENCE_WAIT_HOURS);
    let label = if own.is_some() { "Wait" } else { "Reference wait, not ours" };
    let note = if own.is_some() { "" } else { REFERENCE_GAPS[0].source };
    Reference {
        label: label.to_owned(),
        value: place(f64::from(hours)),
        text: format!("{hours} h"),
        note: note.to_owned(),
    }
}

/// How long half of it takes, and how long to wait.
fn in_words(figures: &Consumption) -> String {
    let half = half_of(figures);
    match figures.recommended_wait_hours {
        _ if figures.n == 0 => half,
        Some(hours) => {
            format!("{half} Wait {hours} h: by then half of what will be opened within 30 days is.")
        }
        None => format!(
            "{half} It cannot say yet how long to wait; {REFERENCE_WAIT_HOURS} h is a reference, \
             not ours: {}.",
            REFERENCE_GAPS[0].source
        ),
    }
}

fn half_of(figures: &Consumption) -> String {
    let n = thousands(figures.n as u64);
    match figures.median_hours {
        Quantile::NoData => "There are no requests yet.".to_owned(),
        Quantile::Reached { hours } => {
            format!("Half of {n} requests are opened after {}.", in_hours(hours))
        }
        Quantile::NotReached => {
            format!("Of {n} requests fewer than half are opened in the time they were watched.")
        }
    }
}

/// What was opened, by its gap.
pub fn gap_lengths(gaps: &[MeasuredGap<'_>]) -> Figure {
    let gaps: Vec<_> = gaps.iter().filter(|gap| gap.figures.opened > 0).collect();
    let most = gaps.iter().flat_map(|gap| shares(gap)).fold(0.0, f64::max);
    let (full, steps) = axis(most * 100.0);
    let bins = gaps.first().map(|gap| gap.figures.histogram.as_slice()).unwrap_or_default();
    let group = |(at, bin): (usize, &GapBin)| Group {
        label: span(bin),
        bars: gaps.iter().map(|gap| bar_of(gap, at)).collect(),
    };
    Figure {
        title: "What was opened, by its gap".to_owned(),
        summary: "The share of what was opened, by the time from the request to its open."
            .to_owned(),
        picture: Picture::Groups(Groups {
            labels: "Gap".to_owned(),
            full,
            ticks: (0..=steps)
                .map(|step| format!("{}%", short(full * f64::from(step) / f64::from(steps))))
                .collect(),
            series: gaps.iter().map(|gap| gap.said()).collect(),
            groups: bins.iter().enumerate().map(group).collect(),
            ..Groups::default()
        }),
    }
}

fn shares(gap: &MeasuredGap<'_>) -> impl Iterator<Item = f64> {
    let all = count(gap.figures.opened);
    gap.figures.histogram.iter().map(move |bin| count(bin.opened) / all)
}

fn bar_of(gap: &MeasuredGap<'_>, bin: usize) -> GroupBar {
    let share = shares(gap).nth(bin);
    let opened = gap.figures.histogram.get(bin).map_or(0, |bin| bin.opened);
    GroupBar {
        value: share.map(|share| share * 100.0),
        text: share.map_or_else(
            || "no data".to_owned(),
            |share| format!("{} ({})", percent(share), thousands(opened as u64)),
        ),
    }
}

/// "under 1 h", "4–12 h", "2–7 days", "30+ days".
fn span(bin: &GapBin) -> String {
    match (bin.from_hours, bin.to_hours) {
        (0, Some(to)) => format!("under {to} h"),
        (from, Some(to)) if to <= 48 => format!("{from}–{to} h"),
        (from, Some(to)) => format!("{}–{} days", from / 24, to / 24),
        (from, None) => format!("{}+ days", from / 24),
    }
}

/// Mean gaps beside what others published, which are means too.
pub fn gap_means(gaps: &[MeasuredGap<'_>]) -> Figure {
    let bar = |gap: &MeasuredGap<'_>| BarMark {
        label: gap.said(),
        note: format!("{} opened", thousands(gap.figures.opened as u64)),
        value: gap.figures.mean_hours,
        text: gap.figures.mean_hours.map_or_else(|| "no data".to_owned(), in_hours),
        state: None,
    };
    let means = gaps.iter().filter_map(|gap| gap.figures.mean_hours);
    let published = REFERENCE_GAPS.iter().map(|one| one.hours);
    let mut references: Vec<_> = REFERENCE_GAPS.iter().map(published_mean).collect();
    references.sort_by(|a, b| a.value.total_cmp(&b.value));
    let mut sources: Vec<&str> = REFERENCE_GAPS.iter().map(|one| one.source).collect();
    sources.dedup();
    Figure {
        title: "Mean gap of what was opened".to_owned(),
        summary: format!("Lines are means that others published: {}.", sources.join("; ")),
        picture: Picture::Bars(Bars {
            labels: "Requests".to_owned(),
            values: "Mean gap".to_owned(),
            full: axis(means.chain(published).fold(0.0, f64::max)).0,
            bars: gaps.iter().map(bar).collect(),
            references,
        }),
    }
}

fn published_mean(gap: &ReferenceGap) -> Reference {
    let over = if gap.over { "over " } else { "" };
    Reference {
        label: gap.label.to_owned(),
        value: gap.hours,
        text: format!("{over}{} h", short(gap.hours)),
        note: gap.source.to_owned(),
    }
}

/// "7.0 h", half of a tenth up.
fn in_hours(hours: f64) -> String {
    format!("{:.1} h", (hours * 10.0).round() / 10.0)
}

/// "7.0 h"; from 10 days on "10.7 days".
fn in_time(hours: f64) -> String {
    if hours < 240.0 {
        return in_hours(hours);
    }
    format!("{:.1} days", (hours / 24.0 * 10.0).round() / 10.0)
}

fn count(rows: usize) -> f64 {
    u32::try_from(rows).map_or(f64::MAX, f64::from)
}
