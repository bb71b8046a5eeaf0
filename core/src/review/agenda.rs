//! What a review has to talk about.

use super::disagreement::{Disagreement, disagreements};
use super::funding::{FundingList, funding};
use super::programme::{ProgrammeNews, programme_news};
use super::stop::{StopList, stop_list};
use crate::coverage::{Filter, Gap, Ledger, NeedStatus};
use crate::model::Importance;
use crate::snapshot::{NeedFigures, freeze_needs};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// How many gaps of each journey are talked about.
const GAPS: usize = 10;

/// What a review has to talk about.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Agenda {
    /// The largest gaps of each journey, journeys in their order.
    pub gaps: Vec<AgendaGap>,
    /// Needs that are open, must-needs first.
    pub open_needs: Vec<NeedFigures>,
    /// Placements on which the sides differ.
    pub disagreements: Vec<Disagreement>,
    /// Planned content to fund.
    pub funding: FundingList,
    /// What we should stop producing.
    pub stop: StopList,
    /// What changed in programmes.
    pub programmes: Vec<ProgrammeNews>,
}

/// A gap of a journey.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct AgendaGap {
    /// The journey's name.
    pub journey: String,
    /// The gap.
    pub gap: Gap,
}

impl Agenda {
    /// The agenda of a plan, with its coverage as of a day. Programmes are told from a day on, that
    /// of the review before.
    pub fn of(ledger: &Ledger, since: Option<NaiveDate>) -> Self {
        let plan = ledger.architecture();
        let as_of = ledger.as_of();
        Self {
            gaps: gaps(ledger),
            open_needs: open_needs(ledger),
            disagreements: disagreements(ledger),
            funding: funding(ledger),
            stop: stop_list(ledger),
            programmes: programme_news(
                plan,
                |_| false,
                |note| note.noted_on <= as_of && since.is_none_or(|since| note.noted_on > since),
            ),
        }
    }
}

fn gaps(ledger: &Ledger) -> Vec<AgendaGap> {
    let journeys = ledger.architecture().journeys.in_order().into_iter();
    let of_journey = journeys.flat_map(|journey| {
        let largest = ledger.gaps(journey.id, &Filter::default()).into_iter().take(GAPS);
        largest.map(move |gap| AgendaGap { journey: journey.name.clone(), gap })
    });
    of_journey.collect()
}

fn open_needs(ledger: &Ledger) -> Vec<NeedFigures> {
    let mut open: Vec<_> =
        freeze_needs(ledger).filter(|need| need.status == NeedStatus::Open).collect();
    open.sort_by_key(|need| match need.importance {
        Importance::Must => 0,
        Importance::Should => 1,
        Importance::Nice => 2,
    });
    open
}
