//! Which rules an act meets.

use crate::id::StageId;
use crate::id::{AssetId, PersonaId};
use crate::model::text::fold;
use crate::model::{
    Architecture, EventKind, EventMatch, EventRule, Phase, Purpose, Repeat, ScoringRecipe,
};
use crate::scoring::Rules;
use std::collections::HashMap;

/// What rules ask of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct What {
    pub(super) kind: EventKind,
    /// The number of the channel.
    pub(super) channel: u32,
    /// The number of the content.
    pub(super) asset: u32,
    /// The persona of the lead.
    pub(super) persona: Option<PersonaId>,
}

/// An act in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'a> {
    pub(super) channel: &'a str,
    pub(super) content: &'a str,
    pub(super) asset: Option<AssetId>,
}

/// Tells which rules acts meet.
pub(super) struct Matching<'a> {
    plan: &'a Architecture,
    rules: &'a [EventRule],
    /// Rules that count so often a day: one bit each.
    pub(super) by_day: Rules,
    asks_channel: bool,
    asks_content: bool,
    asks_place: bool,
    known: HashMap<What, Rules>,
    /// What was asked last: the next act is often such a one.
    last: Option<(What, Rules)>,
}

impl<'a> Matching<'a> {
    pub(super) fn of(plan: &'a Architecture, recipe: &'a ScoringRecipe) -> Self {
        let rules = &recipe.rules;
        let any = |asks: fn(&EventMatch) -> bool| rules.iter().any(|rule| asks(&rule.matches));
        let by_day = |rule: &EventRule| matches!(rule.repeat, Repeat::PerDay(_));
        let places = rules.iter().enumerate().filter(|(_, rule)| by_day(rule));
        let asks_place = any(|one| !one.phases.is_empty() || !one.stages.is_empty());
        Self {
            plan,
            rules,
            by_day: places.fold(0, |bits, (at, _)| bits | 1 << at),
            asks_channel: any(|one| !one.channels.is_empty()),
            asks_content: asks_place
                || any(|one| !one.purposes.is_empty() || !one.content.is_empty()),
            asks_place,
            known: HashMap::new(),
            last: None,
        }
    }

    /// The rules that an act meets.
    pub(super) fn rules(&mut self, what: What, told: Told<'_>) -> Rules {
        let what = What {
            kind: what.kind,
            channel: if self.asks_channel { what.channel } else { 0 },
            asset: if self.asks_content { what.asset } else { 0 },
            persona: what.persona.filter(|_| self.asks_place),
        };
        if let Some((last, known)) = self.last
            && last == what
        {
            return known;
        }
        if let Some(known) = self.known.get(&what) {
            self.last = Some((what, *known));
            return *known;
        }
        let met = self.rules.iter().enumerate().filter(|(_, rule)| self.meets(rule, what, told));
        let bits = met.fold(0, |bits, (at, _)| bits | 1 << at);
        self.known.insert(what, bits);
        bits
    }

    fn meets(&self, rule: &EventRule, what: What, told: Told<'_>) -> bool {
        let EventMatch { kinds, channels, phases, stages, purposes, content } = &rule.matches;
        let channel = fold(told.channel);
        let over = |one: &String| fold(one) == channel;
        (kinds.is_empty() || kinds.contains(&what.kind))
            && (channels.is_empty() || channels.iter().any(over))
            && (content.is_empty() || fold(told.content).contains(&fold(content)))
            && (purposes.is_empty()
                || self.purpose(told.asset).is_some_and(|one| purposes.contains(&one)))
            && (phases.is_empty() && stages.is_empty()
                || self.is_placed(what, told, phases, stages))
    }

    fn purpose(&self, asset: Option<AssetId>) -> Option<Purpose> {
        let asset = self.plan.assets.get(asset?)?;
        let format = || asset.format_id.and_then(|id| self.plan.formats.get(id));
        asset.purpose.or_else(|| format()?.purpose)
    }

    fn is_placed(&self, what: What, told: Told<'_>, phases: &[Phase], stages: &[StageId]) -> bool {
        places(self.plan, told.asset, what.persona).iter().any(|stage| {
            let phase = self.plan.stages.get(*stage).map(|stage| stage.phase);
            (phases.is_empty() || phase.is_some_and(|phase| phases.contains(&phase)))
                && (stages.is_empty() || stages.contains(stage))
        })
    }
}

/// The stages at which content is placed for a persona; for all of them where a lead tells of none.
pub(super) fn places(
    plan: &Architecture,
    asset: Option<AssetId>,
    persona: Option<PersonaId>,
) -> Vec<StageId> {
    let Some(asset) = asset else { return Vec::new() };
    let placed = plan.index.placements_of(asset).filter_map(|id| plan.placements.get(id));
    let theirs = placed.filter(|one| persona.is_none_or(|persona| one.persona_id == persona));
    theirs.map(|one| one.stage_id).collect()
}
