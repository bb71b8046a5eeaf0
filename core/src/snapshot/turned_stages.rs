//! Stages of the funnel whose visits are not what they were, for people to read.

use super::demand::{DemandFigures, FrozenStage};
use super::figures::Figures;
use crate::funnel::StageLedger;
use crate::id::StageId;
use serde::Serialize;
use ts_rs::TS;

/// A stage of the funnel whose visits are not what they were.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StageTurn {
    /// The stage.
    pub stage_id: StageId,
    /// Its name.
    pub name: String,
    /// What had come to it; `None` = it was not there, or nothing was known of it.
    pub before: Option<StageLedger>,
    /// What has come to it.
    pub after: Option<StageLedger>,
}

/// The stages to which more or fewer came, where other became of them, or that they left sooner or later:
/// in their order, those that are gone last. That those who are there have been so for longer is time
/// alone.
pub fn turned_stages(older: &Figures, newer: &Figures) -> Vec<StageTurn> {
    between([older, newer].map(|one| one.demand.as_ref()))
}

fn between(sides: [Option<&DemandFigures>; 2]) -> Vec<StageTurn> {
    let [before, after] = sides.map(|one| one.map_or(&[][..], |demand| &demand.funnel));
    let of =
        |side: &[FrozenStage], id| side.iter().find(|one| one.stage_id == id).map(|one| one.ledger);
    let gone = before.iter().filter(|one| of(after, one.stage_id).is_none());
    let turn = |one: &FrozenStage| StageTurn {
        stage_id: one.stage_id,
        name: one.name.clone(),
        before: of(before, one.stage_id),
        after: of(after, one.stage_id),
    };
    let all = after.iter().chain(gone).map(turn);
    all.filter(|one| told(one.before.as_ref()) != told(one.after.as_ref())).collect()
}

/// What is compared; a stage to which nobody came is told like one of which nothing is known.
fn told(ledger: Option<&StageLedger>) -> ([u32; 6], Option<f64>) {
    ledger.map_or(([0; 6], None), |one| {
        let StageLedger { entered, inferred, advanced, moved_back, lost, here, days, .. } = *one;
        ([entered, inferred, advanced, moved_back, lost, here], days)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::EntityId;

    fn id(number: u128) -> StageId {
        StageId::from_uuid(uuid::Uuid::from_u128(number))
    }

    fn figures(stages: &[(u128, StageLedger)]) -> DemandFigures {
        let stage = |(number, ledger): &(u128, StageLedger)| FrozenStage {
            stage_id: id(*number),
            name: format!("Stage {number}"),
            ledger: *ledger,
        };
        let funnel = stages.iter().map(stage).collect();
        DemandFigures { funnel, ..DemandFigures::default() }
    }

    fn turns(was: &DemandFigures, is: &DemandFigures) -> Vec<StageTurn> {
        between([Some(was), Some(is)])
    }

    fn came(entered: u32, here: u32) -> StageLedger {
        StageLedger { entered, advanced: entered - here, here, ..StageLedger::default() }
    }

    fn names(turns: &[StageTurn]) -> Vec<&str> {
        turns.iter().map(|one| one.name.as_str()).collect()
    }

    #[test]
    fn a_stage_is_told_when_its_visits_changed() {
        let was = figures(&[(1, came(6, 2)), (2, came(3, 3))]);
        let is = figures(&[(1, came(6, 1)), (2, came(3, 3))]);
        let told = turns(&was, &is);
        assert_eq!(names(&told), ["Stage 1"]);
        assert_eq!((told[0].before, told[0].after), (Some(came(6, 2)), Some(came(6, 1))));
        assert_eq!(turns(&was, &was), []);
        let sooner = StageLedger { days: Some(2.0), timed: 4, ..came(6, 2) };
        assert_eq!(names(&turns(&was, &figures(&[(1, sooner), (2, came(3, 3))]))), ["Stage 1"]);
    }

    #[test]
    fn that_days_have_passed_is_no_turn() {
        let waits = |days| StageLedger { open_days: Some(days), open_timed: 2, ..came(6, 2) };
        assert_eq!(turns(&figures(&[(1, waits(3.0))]), &figures(&[(1, waits(9.0))])), []);
    }

    #[test]
    fn stages_come_and_go() {
        let was = figures(&[(1, came(6, 2)), (2, came(3, 3)), (3, came(0, 0))]);
        let is = figures(&[(4, came(1, 1)), (5, came(0, 0)), (2, came(3, 3))]);
        let told = turns(&was, &is);
        assert_eq!(names(&told), ["Stage 4", "Stage 1"], "where nobody came nothing changed");
        assert_eq!((told[0].before, told[1].after), (None, None));
        assert_eq!(names(&between([None, Some(&is)])), ["Stage 4", "Stage 2"]);
    }
}
