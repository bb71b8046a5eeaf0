//! How long to wait for a request to be opened (METHOD.md, "Content consumption gap").

use crate::consumption::REFERENCE_WAIT_HOURS;
use crate::demand::gaps::{GapDimension, GapRow, consumption};
use crate::error::Result;
use crate::model::words;
use crate::plan::Plan;
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

words! {
    /// Whose requests tell how long to wait.
    WaitSource {
        /// Those of the same content.
        Asset = "asset",
        /// Those of content of the same format by people of the same level.
        FormatLevel = "formatLevel",
        /// Those of the same persona.
        Persona = "persona",
        /// All of the workspace.
        Workspace = "workspace",
        /// None: there are too few, and what others published is taken.
        Reference = "reference",
    }
}

/// How long to wait after a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Wait {
    /// Hours.
    pub hours: u32,
    /// Where that comes from.
    pub from: WaitSource,
}

/// The waits of all segments that have enough requests.
#[derive(Clone, Debug, Default)]
pub(super) struct Waits {
    by_asset: HashMap<Vec<String>, u32>,
    by_format_level: HashMap<Vec<String>, u32>,
    by_persona: HashMap<Vec<String>, u32>,
    all: Option<u32>,
}

/// What a request is told by.
#[derive(Clone, Copy, Debug)]
pub(super) struct RequestOf<'a> {
    /// The content's name.
    pub(super) content: &'a str,
    /// Its format's.
    pub(super) format: &'a str,
    /// The lead's level.
    pub(super) level: &'a str,
    /// The name of its persona.
    pub(super) persona: &'a str,
}

impl Waits {
    pub(super) fn of(plan: &Plan) -> Result<Self> {
        let by = |dimensions: &[GapDimension]| consumption(plan, dimensions, None);
        let report = by(&[GapDimension::Asset])?;
        let all = &report.figures.all;
        Ok(Self {
            by_asset: told(&report.figures.segments),
            by_format_level: told(
                &by(&[GapDimension::Format, GapDimension::Level])?.figures.segments,
            ),
            by_persona: told(&by(&[GapDimension::Persona])?.figures.segments),
            all: all.recommended_wait_hours.filter(|_| !all.too_few),
        })
    }

    /// The wait of the first of content, format and level, persona and workspace that has enough
    /// requests; else the one that others published.
    pub(super) fn after(&self, request: RequestOf<'_>) -> Wait {
        let RequestOf { content, format, level, persona } = request;
        let of = |waits: &HashMap<Vec<String>, u32>, segment: &[&str]| {
            let said = segment.iter().all(|text| !text.is_empty());
            let segment: Vec<String> = segment.iter().map(|text| (*text).to_owned()).collect();
            if said { waits.get(&segment).copied() } else { None }
        };
        let sources = [
            (of(&self.by_asset, &[content]), WaitSource::Asset),
            (of(&self.by_format_level, &[format, level]), WaitSource::FormatLevel),
            (of(&self.by_persona, &[persona]), WaitSource::Persona),
            (self.all, WaitSource::Workspace),
        ];
        let found =
            sources.into_iter().find_map(|(hours, from)| Some(Wait { hours: hours?, from }));
        found.unwrap_or(Wait { hours: REFERENCE_WAIT_HOURS, from: WaitSource::Reference })
    }
}

fn told(rows: &[GapRow]) -> HashMap<Vec<String>, u32> {
    let enough = rows.iter().filter(|row| !row.figures.too_few);
    let waits =
        enough.filter_map(|row| Some((row.segment.clone(), row.figures.recommended_wait_hours?)));
    waits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits() -> Waits {
        let one = |segment: &[&str], hours| {
            (segment.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(), hours)
        };
        Waits {
            by_asset: [one(&["Guide"], 5)].into(),
            by_format_level: [one(&["White paper", "VP"], 9)].into(),
            by_persona: [one(&["CFO"], 12)].into(),
            all: Some(20),
        }
    }

    #[test]
    fn the_nearest_with_enough_requests_tells_the_wait() {
        let request =
            RequestOf { content: "Guide", format: "White paper", level: "VP", persona: "CFO" };
        let after = |request| {
            let Wait { hours, from } = waits().after(request);
            (hours, from)
        };
        assert_eq!(after(request), (5, WaitSource::Asset));
        let other = RequestOf { content: "Other", ..request };
        assert_eq!(after(other), (9, WaitSource::FormatLevel));
        let unplaced = RequestOf { format: "", ..other };
        assert_eq!(after(unplaced), (12, WaitSource::Persona));
        let nobody = RequestOf { persona: "", ..unplaced };
        assert_eq!(after(nobody), (20, WaitSource::Workspace));
        let none = Waits::default().after(nobody);
        assert_eq!((none.hours, none.from), (28, WaitSource::Reference));
    }
}
