//! The asset table as a file: its columns by the names they go by there. Written by `export` and
//! known to `import`, so that a table that went out comes back without a question.

use std::sync::Arc;

use super::text::fold;
use super::{Architecture, Stage};

/// A column of the asset table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name in the file.
    pub name: &'static str,
    /// The field it fills on the way back, by its word in a mapping; none where it is for reading
    /// only.
    pub field: Option<&'static str>,
}

const fn both_ways(name: &'static str, field: &'static str) -> TableColumn {
    TableColumn { name, field: Some(field) }
}

const fn out_only(name: &'static str) -> TableColumn {
    TableColumn { name, field: None }
}

/// Every column, in the order of the file.
pub const ASSET_COLUMNS: [TableColumn; 28] = [
    both_ways("Title", "title"),
    both_ways("URL", "url"),
    both_ways("Format", "format"),
    both_ways("Purpose", "purpose"),
    both_ways("Status", "status"),
    both_ways("Owner", "owner"),
    both_ways("Themes", "themes"),
    both_ways("Language", "language"),
    both_ways("Published on", "publishedOn"),
    both_ways("Reviewed on", "reviewedOn"),
    both_ways("Due on", "dueOn"),
    both_ways("Cost", "cost"),
    both_ways("External ID", "externalId"),
    both_ways("Personas", "persona"),
    both_ways("Stages", "stage"),
    both_ways("Summary", "summary"),
    out_only("Interactive"),
    out_only("Visual"),
    out_only("On demand"),
    out_only("Channels"),
    out_only("Takeaways"),
    out_only("Keeps in touch with"),
    out_only("Leads on to"),
    out_only("Educates"),
    out_only("Off product"),
    out_only("Expert"),
    out_only("Funding"),
    out_only("Budget"),
];

impl Architecture {
    /// The stages of all journeys by the names they go by in lists: their own where only one has
    /// it, else with their journey's in front.
    pub fn named_stages(&self) -> Vec<(String, Arc<Stage>)> {
        let mut named: Vec<(String, Arc<Stage>)> = Vec::new();
        for journey in self.journeys.in_order() {
            for stage in self.stages_of(journey.id) {
                let taken = named.iter().any(|(name, _)| fold(name) == fold(&stage.name));
                let name = if taken {
                    format!("{}: {}", journey.name, stage.name)
                } else {
                    stage.name.clone()
                };
                named.push((name, stage));
            }
        }
        named
    }
}
