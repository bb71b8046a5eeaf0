//! What leads and deals say of the worth of gaps, added up.

use crate::demand::funnel::Line;
use crate::funnel::{Exit, Visit};
use crate::id::PersonaId;
use crate::model::StageKind;
use crate::price::{Leaks, Pot, StagePrices, Wins};
use std::collections::{BTreeMap, HashMap};

/// What is counted at one stage.
#[derive(Clone, Debug, Default)]
pub(super) struct StageTally {
    leaks: Leaks,
    pub(super) wins: Wins,
    /// Who is there now, by whose they are.
    pub(super) pots: BTreeMap<Vec<PersonaId>, Pot>,
}

impl StageTally {
    fn merge(&mut self, other: Self) {
        self.leaks.lost += other.leaks.lost;
        self.leaks.turned_back += other.leaks.turned_back;
        self.leaks.resolved += other.leaks.resolved;
        self.wins.won += other.wins.won;
        self.wins.of += other.wins.of;
        for (personas, theirs) in other.pots {
            let ours = self.pots.entry(personas).or_default();
            ours.n += theirs.n;
            ours.value = ours.value.saturating_add(theirs.value);
            ours.unknown += theirs.unknown;
        }
    }

    /// One more that is there now.
    pub(super) fn wait(&mut self, personas: Vec<PersonaId>, value: Option<i64>) {
        self.pots.entry(personas).or_default().add(value);
    }

    pub(super) fn told(self) -> StagePrices {
        let pots = self.pots.into_iter().map(|(personas, pot)| Pot { personas, ..pot });
        StagePrices { leaks: self.leaks, wins: self.wins, pots: pots.collect() }
    }
}

/// Adds what visits that ended since then say of what leaks; `handed` = the place from which on they
/// are with sales.
pub(super) fn add_leaks(
    stages: &mut [StageTally],
    visits: &[Visit],
    handed: Option<usize>,
    since: i64,
) {
    for (nth, visit) in visits.iter().enumerate() {
        let recent = visit.ended.is_some_and(|at| at >= since);
        let Some(stage) = stages.get_mut(visit.stage).filter(|_| recent) else { continue };
        stage.leaks.resolved += 1;
        stage.leaks.lost += u32::from(visit.exit == Exit::Lost);
        // Whoever goes back is at the next visit where it went.
        let to = visits.get(nth + 1).filter(|_| visit.exit == Exit::MovedBack);
        let over = |to: &Visit| handed.is_some_and(|from| visit.stage >= from && to.stage < from);
        stage.leaks.turned_back += u32::from(to.is_some_and(over));
    }
}

/// The stages that visits led through, each once.
pub(super) fn stages_of(visits: &[Visit]) -> Vec<usize> {
    let mut stages: Vec<usize> = visits.iter().map(|visit| visit.stage).collect();
    stages.sort_unstable();
    stages.dedup();
    stages
}

/// The stage at which the last visit still is.
pub(super) fn here(visits: &[Visit]) -> Option<usize> {
    visits.last().filter(|last| last.exit == Exit::Here).map(|last| last.stage)
}

/// What leads say of the worth of gaps.
#[derive(Clone, Debug)]
pub(super) struct LeadPrices {
    pub(super) stages: Vec<StageTally>,
    handed: Option<usize>,
    /// The personas of the leads that deals name.
    pub(super) buyers: HashMap<String, PersonaId>,
}

impl LeadPrices {
    pub(super) fn of(line: &Line) -> Self {
        Self {
            stages: vec![StageTally::default(); line.leads],
            handed: line.handed_from(StageKind::Lead),
            buyers: HashMap::new(),
        }
    }

    /// One more lead, whose it is, and whether a deal of its was won.
    pub(super) fn push(
        &mut self,
        visits: &[Visit],
        persona: Option<PersonaId>,
        won: bool,
        since: i64,
    ) {
        add_leaks(&mut self.stages, visits, self.handed, since);
        for stage in stages_of(visits) {
            self.stages[stage].wins.of += 1;
            self.stages[stage].wins.won += u32::from(won);
        }
        if let Some(stage) = here(visits) {
            self.stages[stage].wait(persona.into_iter().collect(), None);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.stages.iter_mut().zip(other.stages).for_each(|(ours, theirs)| ours.merge(theirs));
        self.buyers.extend(other.buyers);
    }
}
