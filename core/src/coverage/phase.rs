//! The map zoomed out: a persona in a phase.

use super::cell::Cell;
use super::fact::AssetFact;
use super::finding::PhaseFinding;
use super::layout::Span;
use super::map::PhaseCell;
use super::row::Content;
use crate::model::{Persona, Purpose, Word};

/// A persona in a phase: the mean credit of its applicable cells, and findings over their live
/// assets.
pub(super) fn phase_cell(
    persona: &Persona,
    span: &Span,
    contents: &[Content<'_>],
    cells: &[Cell],
) -> PhaseCell {
    let within = || span.columns.iter().map(|at| (&contents[*at], &cells[*at]));
    let applicable = || within().filter(|(content, _)| content.applicable);
    let live: Vec<&AssetFact> = applicable()
        .flat_map(|(content, _)| &content.facts)
        .filter(|fact| fact.is_live())
        .map(|fact| &fact.asset)
        .collect();
    let found = PhaseFinding::ALL.iter().copied();
    let mut cell = PhaseCell {
        persona_id: persona.id,
        phase: span.phase,
        credit: None,
        states: Vec::new(),
        live: applicable().map(|(_, cell)| cell.live).sum(),
        findings: found.filter(|one| !live.is_empty() && holds(*one, persona, &live)).collect(),
    };
    recredit(&mut cell, span, cells);
    cell
}

/// Reads the mean credit and the strip of states from the cells anew.
pub(super) fn recredit(phase: &mut PhaseCell, span: &Span, cells: &[Cell]) {
    let within = || span.columns.iter().map(|at| &cells[*at]);
    let applicable = within().filter(|cell| cell.state.is_applicable());
    let credits = applicable.map(|cell| (cell.credit, 1.0));
    let (credit, count) = credits.fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    phase.credit = (count > 0.0).then(|| credit / count);
    phase.states = within().map(|cell| cell.state).collect();
}

fn holds(finding: PhaseFinding, persona: &Persona, live: &[&AssetFact]) -> bool {
    let none = |has: &dyn Fn(&AssetFact) -> bool| !live.iter().any(|asset| has(asset));
    match finding {
        PhaseFinding::NothingInteractive => none(&|asset| asset.interactive_or_visual),
        PhaseFinding::NoFoundational => none(&|asset| asset.purpose == Some(Purpose::Foundational)),
        PhaseFinding::NoPrescriptive => none(&|asset| asset.purpose == Some(Purpose::Prescriptive)),
        PhaseFinding::SingleFormat => {
            live[0].format.is_some() && live.iter().all(|asset| asset.format == live[0].format)
        }
        PhaseFinding::NotPreferred => {
            let preferred = &persona.preferred_formats;
            let is_preferred =
                |asset: &AssetFact| asset.format.is_some_and(|id| preferred.contains(&id));
            !preferred.is_empty() && none(&is_preferred)
        }
        PhaseFinding::NoOutbound => none(&|asset| asset.outbound),
    }
}
