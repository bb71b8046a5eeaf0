//! The content consumption gap.

use super::export::{SavedFile, TABLE, WORKBOOK, check, with_ending};
use super::{Context, FileKind};
use crate::consumption::Consumption;
use crate::demand::{self, ConsumptionReport, ConsumptionSegment, GapDimension};
use crate::error::{Error, Result};
use crate::export::{GapTable, gap_table, gap_workbook};
use crate::figure::{Figure, MeasuredGap};
use crate::file;
use crate::model::text::fold;
use crate::model::{Millis, Word, words};
use chrono::NaiveDate;
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

/// More curves side by side than these nobody tells apart.
const SEGMENTS: usize = 4;

/// Which segments, and as of when.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ConsumptionOf {
    /// What segments are told apart by; none = all requests together.
    #[ts(as = "Option<Vec<GapDimension>>")]
    pub by: Vec<GapDimension>,
    /// As of when; the newest time in the files unless given.
    pub as_of: Option<Millis>,
}

/// One segment.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SegmentOf {
    /// What segments are told apart by.
    pub by: Vec<GapDimension>,
    /// What this one has of each.
    pub segment: Vec<String>,
    /// As of when; the newest time in the files unless given.
    #[ts(optional)]
    pub as_of: Option<Millis>,
}

/// All requests and some segments of them, to draw side by side.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct GapsOf {
    /// What segments are told apart by.
    #[ts(as = "Option<Vec<GapDimension>>")]
    pub by: Vec<GapDimension>,
    /// What each segment has of each, four segments at most.
    #[ts(as = "Option<Vec<Vec<String>>>")]
    pub segments: Vec<Vec<String>>,
    /// As of when; the newest time in the files unless given.
    pub as_of: Option<Millis>,
}

impl GapsOf {
    /// Of segments by their names, which are parted by " / ".
    pub fn named(context: Context<'_>, by: &[GapDimension], names: &[String]) -> Result<Self> {
        let mut of = Self { by: by.to_vec(), ..Self::default() };
        if names.is_empty() {
            return Ok(of);
        }
        let known = demand::consumption(&context.open()?.plan, by, None)?.figures.segments;
        for name in names {
            let is = |segment: &[String]| fold(&named(by, segment).join(" / ")) == fold(name);
            let found = known.iter().find(|one| is(&one.segment));
            let none = || Error::invalid(format!("There is no segment \"{name}\"."));
            of.segments.push(found.ok_or_else(none)?.segment.clone());
        }
        Ok(of)
    }
}

words! {
    /// What a table is written as.
    TableFormat {
        /// For any program.
        Csv = "csv",
        /// Numbers as such, to filter and go on with.
        Xlsx = "xlsx",
    }
}

impl TableFormat {
    pub(super) fn kind(self) -> FileKind {
        match self {
            Self::Csv => TABLE,
            Self::Xlsx => WORKBOOK,
        }
    }
}

/// Which table of segments, as what.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveConsumption {
    /// What segments are told apart by; none = all requests together.
    pub by: Vec<GapDimension>,
    /// As of when; the newest time in the files unless given.
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<Millis>,
    /// As what.
    pub format: TableFormat,
}

/// The gap by segments.
pub(super) fn report(context: Context<'_>, request: ConsumptionOf) -> Result<ConsumptionReport> {
    demand::consumption(&context.open()?.plan, &request.by, request.as_of)
}

/// One segment with its curve.
pub(super) fn segment(context: Context<'_>, request: SegmentOf) -> Result<ConsumptionSegment> {
    let plan = &context.open()?.plan;
    demand::consumption_segment(plan, &request.by, &request.segment, request.as_of)
}

/// A figure of all requests and of the segments asked for.
pub(super) fn measured(
    context: Context<'_>,
    request: &GapsOf,
    draw: impl FnOnce(&[MeasuredGap<'_>]) -> Figure,
) -> Result<Figure> {
    if request.segments.len() > SEGMENTS {
        return Err(Error::invalid_field("segments", "Four segments at most can be drawn."));
    }
    let plan = &context.open()?.plan;
    let all = demand::consumption(plan, &[], request.as_of)?.figures.all;
    let chosen = demand::consumption_segments(plan, &request.by, &request.segments, request.as_of)?;
    let names: Vec<String> =
        chosen.iter().map(|one| named(&request.by, &one.segment).join(" · ")).collect();
    let gap = |(name, one)| MeasuredGap { name, figures: one };
    let segments = names.iter().map(String::as_str).zip(chosen.iter().map(|one| &one.figures));
    let gaps: Vec<_> = std::iter::once(("All requests", &all)).chain(segments).map(gap).collect();
    Ok(draw(&gaps))
}

/// What a segment has of each dimension, in words.
fn named(by: &[GapDimension], segment: &[String]) -> Vec<String> {
    let month = |text: &str| {
        let first = format!("{text}-01").parse::<NaiveDate>().ok()?;
        Some(first.format("%B %Y").to_string())
    };
    let said = |(by, text): (&GapDimension, &String)| match by {
        _ if text.is_empty() => "Unknown".to_owned(),
        GapDimension::Month => month(text).unwrap_or_else(|| text.clone()),
        _ => text.clone(),
    };
    by.iter().zip(segment).map(said).collect()
}

/// Asks where to and saves the gap by segments as a table; none when thought better of it.
pub(super) fn save(context: Context<'_>, request: SaveConsumption) -> Result<Option<SavedFile>> {
    let workspace = context.view()?.workspace()?.name.clone();
    let kind = request.format.kind();
    let about = format!("{workspace} consumption gap {}", context.today()?);
    let name = file::file_name(&about, kind.ending);
    let Some(path) = context.host.pick_target("Save the table", &name, kind) else {
        return Ok(None);
    };
    save_consumption(context, &request, &with_ending(path, kind.ending)).map(Some)
}

/// Saves the gap by segments as a table at a path.
pub fn save_consumption(
    context: Context<'_>,
    request: &SaveConsumption,
    path: &Path,
) -> Result<SavedFile> {
    let report = demand::consumption(&context.open()?.plan, &request.by, request.as_of)?;
    let all = request.by.iter().map(|_| "All".to_owned()).collect();
    let segments = report.figures.segments.iter();
    let segments = segments.map(|one| (named(&report.by, &one.segment), &one.figures));
    let rows: Vec<(Vec<String>, &Consumption)> =
        std::iter::once((all, &report.figures.all)).chain(segments).collect();
    let by = report.by.iter().map(|by| by.as_word()).collect();
    let table = GapTable { day: context.today()?, by, rows };
    check(context, path)?;
    file::replace(path, |out| match request.format {
        TableFormat::Csv => gap_table(&table, out),
        TableFormat::Xlsx => gap_workbook(&table, out),
    })?;
    Ok(SavedFile::at(path))
}
