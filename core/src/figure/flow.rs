//! What flows from where to where, and how much of it.

use crate::model::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Bars in columns and what flows between them: a Sankey diagram.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Flow {
    /// The head of where it comes from in the twin.
    pub labels: String,
    /// The head of the values in the twin.
    pub values: String,
    /// The nodes; those of a column from above.
    pub nodes: Vec<FlowNode>,
    /// What flows, each from a column to a later one.
    pub links: Vec<FlowLink>,
}

/// Where something comes from or goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlowNode {
    /// Its name.
    pub name: String,
    /// What is said beneath it, or empty.
    pub note: String,
    /// Its column, from the left, from 0 on.
    pub column: u32,
    /// What kind of place it is.
    pub tone: FlowTone,
}

/// What flows from one node to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FlowLink {
    /// Where from, by its place among the nodes.
    pub from: u32,
    /// Where to, by its place among the nodes.
    pub to: u32,
    /// How thick it is beside the others; above 0.
    pub value: f64,
    /// The value in words.
    pub text: String,
    /// What kind of flow it is.
    pub tone: FlowTone,
}

words! {
    /// What a node or a link of a flow is about; losses carry the ink.
    FlowTone {
        /// On its way.
        Stage = "stage",
        /// Where the unit changes.
        Seam = "seam",
        /// At its goal.
        Won = "won",
        /// Lost.
        Lost = "lost",
        /// Back at an earlier stage.
        Back = "back",
        /// Still where it was.
        Here = "here",
    }
}

impl Flow {
    /// The nodes that a link joins; none where one of them is not there.
    pub(super) fn ends(&self, link: &FlowLink) -> Option<(&FlowNode, &FlowNode)> {
        Some((self.nodes.get(place(link.from))?, self.nodes.get(place(link.to))?))
    }
}

/// A place among nodes.
pub(super) fn place(node: u32) -> usize {
    usize::try_from(node).unwrap_or(usize::MAX)
}
