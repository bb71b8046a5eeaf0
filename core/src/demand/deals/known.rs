//! The deals that files tell of.

use crate::error::Result;
use crate::facts::field::DealField;
use crate::model::Money;
use crate::model::text::fold;
use crate::plan::Plan;
use crate::plan::facts::Wanted;
use crate::scoring::Outcome;

/// A deal.
#[derive(Clone, Debug)]
pub(in crate::demand) struct Deal {
    /// The folded addresses or ids of its leads.
    pub(in crate::demand) leads: Vec<String>,
    pub(in crate::demand) outcome: Outcome,
    /// When it was opened.
    pub(in crate::demand) opened: Option<i64>,
    /// When it was closed, or is to be.
    pub(in crate::demand) closed: Option<i64>,
    /// What it is worth; a currency that no file names is empty.
    pub(in crate::demand) value: Option<Money>,
}

const FIELDS: [DealField; 6] = [
    DealField::Leads,
    DealField::Outcome,
    DealField::Opened,
    DealField::Closed,
    DealField::Value,
    DealField::Currency,
];

/// All deals.
pub(in crate::demand) fn deals(plan: &Plan) -> Result<Vec<Deal>> {
    let mut deals = Vec::new();
    plan.read_facts(1, |facts, sessions| {
        let wanted = Wanted { fields: &FIELDS, events: false, history: None };
        facts.each(&mut *sessions[0], wanted, (0, 1), &mut |part| {
            for slot in 0..part.size {
                let said = |at: usize| part.columns[at].get(slot);
                let leads = said(0).split([';', ',']).map(|lead| fold(lead.trim()));
                let minor = said(4).parse().ok();
                deals.push(Deal {
                    leads: leads.filter(|lead| !lead.is_empty()).collect(),
                    outcome: match said(1) {
                        "won" => Outcome::Won,
                        "lost" => Outcome::Lost,
                        _ => Outcome::Open,
                    },
                    opened: said(2).parse().ok(),
                    closed: said(3).parse().ok(),
                    value: minor.map(|minor| Money { minor, currency: said(5).to_owned() }),
                });
            }
        })
    })?;
    Ok(deals)
}
