//! The content consumption gap by segments of leads.

use super::scan::scan;
use super::stamps::{newest, versions};
use super::worker::Worker;
use crate::consumption::{Consumption, Gaps, REFERENCE_GAPS, ReferenceGap};
use crate::error::{Error, Result};
use crate::facts::field::LeadField;
use crate::model::{Architecture, Millis, Word, words};
use crate::plan::Plan;
use crate::plan::facts::Wanted;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

words! {
    /// What segments are told apart by.
    GapDimension {
        /// The persona that the job title tells of.
        Persona = "persona",
        /// The level.
        Level = "level",
        /// The company's industry.
        Industry = "industry",
        /// The format of the content.
        Format = "format",
        /// The content.
        Asset = "asset",
        /// The month of the request.
        Month = "month",
    }
}

/// Which way of working figures out they were kept by: counted up when the way changes, so that none
/// of another way is taken for one of this.
const WAY: u32 = 1;

/// A segment's figures, without its curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapRow {
    /// What it has of each dimension asked for; empty where that is not known.
    pub segment: Vec<String>,
    /// Its figures; curve and histogram are left out.
    #[serde(flatten)]
    pub figures: Consumption,
}

/// The gap of all leads and by segments.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsumptionReport {
    /// As of when: requests not opened by then are known to be unopened until then.
    pub as_of: Option<Millis>,
    /// The dimensions.
    pub by: Vec<GapDimension>,
    /// The figures.
    #[serde(flatten)]
    pub figures: GapFigures,
    /// What others published.
    pub references: Vec<ReferenceGap>,
}

/// The figures of a report, as they are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapFigures {
    /// All requests.
    pub all: Consumption,
    /// The segments, by the name of each dimension.
    pub segments: Vec<GapRow>,
    /// Requests whose content was opened only before; left out.
    pub negative: usize,
    /// Requests later than the as-of time; left out.
    pub later: usize,
}

/// One segment with its curve and histogram.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsumptionSegment {
    /// What it has of each dimension.
    pub segment: Vec<String>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: Consumption,
}

/// The gap by some dimensions. `as_of` = the newest time in the files unless given.
pub fn consumption(
    plan: &Plan,
    by: &[GapDimension],
    as_of: Option<Millis>,
) -> Result<ConsumptionReport> {
    check(by)?;
    let view = plan.view();
    let newest = newest(&view);
    let figures = figures(plan, &view, by, as_of.or(newest))?;
    let references = REFERENCE_GAPS.to_vec();
    Ok(ConsumptionReport { as_of: as_of.or(newest), by: by.to_vec(), figures, references })
}

fn figures(
    plan: &Plan,
    view: &Architecture,
    by: &[GapDimension],
    as_of: Option<Millis>,
) -> Result<GapFigures> {
    let (name, stamp) = (named(by, as_of), plan.facts_stamp(view)? + &stamp_of(view, by));
    let kept = plan.kept_figure(&name, &stamp)?;
    // What cannot be read was kept by another version: it is worked out anew.
    if let Some(figures) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        return Ok(figures);
    }
    let figures = worked_out(plan, view, by, as_of)?.figures(by);
    let json =
        serde_json::to_string(&figures).map_err(|error| Error::Internal(error.to_string()))?;
    plan.keep_figure(&name, &stamp, json);
    Ok(figures)
}

/// One segment of them, with its curve.
pub fn consumption_segment(
    plan: &Plan,
    by: &[GapDimension],
    segment: &[String],
    as_of: Option<Millis>,
) -> Result<ConsumptionSegment> {
    let found = consumption_segments(plan, by, &[segment.to_vec()], as_of)?;
    found.into_iter().next().ok_or_else(|| Error::Internal("no segment".to_owned()))
}

/// Some segments of them, each with its curve, from one look at all leads.
pub fn consumption_segments(
    plan: &Plan,
    by: &[GapDimension],
    segments: &[Vec<String>],
    as_of: Option<Millis>,
) -> Result<Vec<ConsumptionSegment>> {
    check(by)?;
    if segments.is_empty() {
        return Ok(Vec::new());
    }
    let view = plan.view();
    let newest = newest(&view);
    let mut found = worked_out(plan, &view, by, as_of.or(newest))?;
    let one = |segment: &Vec<String>| {
        let mut gaps = found.segments.remove(segment).unwrap_or_default();
        ConsumptionSegment { segment: segment.clone(), figures: gaps.summary() }
    };
    Ok(segments.iter().map(one).collect())
}

fn check(by: &[GapDimension]) -> Result<()> {
    let twice = by.iter().enumerate().any(|(at, one)| by[..at].contains(one));
    if twice {
        return Err(Error::invalid_field("by", "A dimension is named twice."));
    }
    Ok(())
}

fn named(by: &[GapDimension], as_of: Option<Millis>) -> String {
    let words: Vec<_> = by.iter().map(|one| one.as_word()).collect();
    let until = as_of.map_or_else(String::new, |at| at.0.to_string());
    format!("consumption {WAY} {} {until}", words.join(","))
}

/// What the figures depend on besides the facts: what the plan says of titles and content.
fn stamp_of(plan: &Architecture, by: &[GapDimension]) -> String {
    let mut stamp = String::new();
    let zone = plan.workspace().map(|one| one.time_zone.clone()).unwrap_or_default();
    for one in by {
        let kinds = match one {
            GapDimension::Persona => versions(&plan.personas),
            GapDimension::Asset => versions(&plan.assets),
            GapDimension::Format => {
                format!("{} {}", versions(&plan.assets), versions(&plan.formats))
            }
            GapDimension::Month => zone.clone(),
            GapDimension::Level | GapDimension::Industry => continue,
        };
        stamp.push(' ');
        stamp.push_str(&kinds);
    }
    stamp
}

/// Gaps by segment.
struct Found {
    segments: BTreeMap<Vec<String>, Gaps>,
    negative: usize,
    later: usize,
}

impl Found {
    fn figures(mut self, by: &[GapDimension]) -> GapFigures {
        let mut all = Gaps::default();
        self.segments.values().for_each(|gaps| all.merge(gaps));
        let rows = self.segments.iter_mut().map(|(segment, gaps)| {
            let mut figures = gaps.summary();
            figures.curve = Vec::new();
            figures.histogram = Vec::new();
            GapRow { segment: segment.clone(), figures }
        });
        let segments = if by.is_empty() { Vec::new() } else { rows.collect() };
        GapFigures { all: all.summary(), segments, negative: self.negative, later: self.later }
    }
}

fn worked_out(
    plan: &Plan,
    view: &Architecture,
    by: &[GapDimension],
    as_of: Option<Millis>,
) -> Result<Found> {
    let fields: Vec<LeadField> = by.iter().filter_map(|one| one.field()).collect();
    let wanted = Wanted { fields: &fields, events: true, history: None };
    let until = as_of.map_or(i64::MAX, |at| at.0);
    let workers = scan(plan, wanted, || Worker::new(view, by, until), Worker::look)?;
    let mut found = Found { segments: BTreeMap::new(), negative: 0, later: 0 };
    for worker in workers {
        found.negative += worker.negative;
        found.later += worker.later;
        for (segment, gaps) in worker.segments.into_iter().zip(worker.gaps) {
            found.segments.entry(segment).or_default().merge(&gaps);
        }
    }
    Ok(found)
}

impl GapDimension {
    /// The field of a lead that tells it.
    pub(super) fn field(self) -> Option<LeadField> {
        match self {
            Self::Persona => Some(LeadField::Title),
            Self::Level => Some(LeadField::Level),
            Self::Industry => Some(LeadField::Industry),
            Self::Format | Self::Asset | Self::Month => None,
        }
    }
}
