//! The leads behind a figure.

use super::look::Lead;
use super::nurture::Mail;
use super::query::KpiFilter;
use crate::demand::funnel::Line;
use crate::error::{Error, Result};
use crate::funnel::{Exit, Visit};
use crate::id::StageId;
use crate::model::{KpiId, Period, StageKind};
use serde::Deserialize;
use ts_rs::TS;

/// A figure whose leads are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Behind {
    /// Which.
    pub kpi: KpiId,
    /// Of this period.
    pub period: Period,
    /// Of this stage, where it is told stage by stage.
    pub stage: Option<StageId>,
    /// What it is counted on.
    #[serde(default)]
    #[ts(as = "Option<KpiFilter>")]
    pub filter: KpiFilter,
}

/// Which leads are behind it.
pub(super) struct Which {
    kpi: KpiId,
    /// The place of its stage; `None` = of any.
    stage: Option<usize>,
    first: i64,
    last: i64,
}

impl Which {
    pub(super) fn of(behind: &Behind, line: &Line, (first, last): (i64, i64)) -> Result<Self> {
        let handoff = line.handoff.filter(|place| *place < line.leads);
        let usual = match behind.kpi {
            KpiId::StageConversion | KpiId::StageDays => handoff.and_then(|at| at.checked_sub(1)),
            KpiId::Buyers => None,
            _ => handoff,
        };
        let place = behind.stage.map(|id| match line.places.get(&id) {
            Some((StageKind::Lead, place)) => Ok(*place),
            _ => Err(Error::invalid_field("stage", "That is no stage of leads.")),
        });
        let stage = place.transpose()?.or(usual);
        let is_told = stage.is_some() || !is_of_stage(behind.kpi);
        if !has_leads(behind.kpi) || !is_told {
            return Err(Error::invalid_field("kpi", "There are no leads behind this figure."));
        }
        Ok(Self { kpi: behind.kpi, stage, first, last })
    }

    fn holds(&self, at: i64) -> bool {
        (self.first..=self.last).contains(&at)
    }

    pub(super) fn is_behind(&self, lead: &Lead<'_>) -> bool {
        let is_mail = |is: fn(&Mail) -> bool| {
            let mut mails = Vec::new();
            lead.mails(&mut mails);
            mails.iter().any(|mail| self.holds(mail.at) && is(mail))
        };
        match self.kpi {
            KpiId::EngagedLeads | KpiId::ProspectToEngaged | KpiId::CostPerEngagedLead => {
                let mut did = lead.passing();
                did.any(|did| did.is_touch() && self.holds(did.at))
            }
            KpiId::Downloads | KpiId::SubmitRate => {
                lead.downloads().into_iter().any(|at| self.holds(at))
            }
            KpiId::StageElasticity | KpiId::DownloadToStage => {
                let stage = self.stage.unwrap_or_default();
                let mut asked = lead.downloads().into_iter().filter(|at| self.holds(*at));
                asked.any(|at| lead.reached(stage, at))
            }
            KpiId::MailsSent => is_mail(|_| true),
            KpiId::OpenRate => is_mail(|mail| mail.told.opened > 0),
            KpiId::ClickRate => is_mail(|mail| mail.told.clicked > 0),
            KpiId::HardBounceRate => is_mail(|mail| mail.told.hard > 0),
            KpiId::SoftBounceRate => is_mail(|mail| mail.told.soft > 0),
            KpiId::UnsubscribeRate => is_mail(|mail| mail.told.unsubscribed > 0),
            _ => lead.is_counted && self.is_counted(lead),
        }
    }

    /// Of those that count as leads.
    fn is_counted(&self, lead: &Lead<'_>) -> bool {
        let covers =
            |from: i64, to: Option<i64>| from <= self.last && to.is_none_or(|to| to > self.last);
        let of_stage = |visit: &&Visit| self.stage.is_none_or(|stage| visit.stage == stage);
        let mut visits = lead.visits.iter().filter(of_stage);
        match self.kpi {
            KpiId::NurtureDatabase => lead.in_reach().is_some_and(|(from, to)| covers(from, to)),
            KpiId::NewLeads | KpiId::CostPerLead => lead.created.is_some_and(|at| self.holds(at)),
            KpiId::Buyers => visits.any(|visit| covers(visit.entered, visit.ended)),
            KpiId::StageConversion | KpiId::StageDays => {
                visits.any(|visit| self.holds(visit.entered) && visit.exit == Exit::Advanced)
            }
            _ => visits.any(|visit| self.holds(visit.entered)),
        }
    }
}

/// Whether it is told of one stage.
fn is_of_stage(kpi: KpiId) -> bool {
    use KpiId::{
        CostPerStage, DownloadToStage, StageConversion, StageDays, StageElasticity, StageEntered,
    };
    let of =
        [StageElasticity, DownloadToStage, StageEntered, StageConversion, StageDays, CostPerStage];
    of.contains(&kpi)
}

fn has_leads(kpi: KpiId) -> bool {
    is_of_stage(kpi)
        || matches!(
            kpi,
            KpiId::EngagedLeads
                | KpiId::ProspectToEngaged
                | KpiId::CostPerEngagedLead
                | KpiId::Downloads
                | KpiId::SubmitRate
                | KpiId::MailsSent
                | KpiId::OpenRate
                | KpiId::ClickRate
                | KpiId::HardBounceRate
                | KpiId::SoftBounceRate
                | KpiId::UnsubscribeRate
                | KpiId::NurtureDatabase
                | KpiId::NewLeads
                | KpiId::CostPerLead
                | KpiId::Buyers
        )
}
