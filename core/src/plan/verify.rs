//! Whether a workspace file is sound: everything that is looked at on opening, every page and every
//! reference of it, every rule of the plan, and every link of the history.

use super::{Ruled, chain};
use crate::by_kind;
use crate::error::Result;
use crate::id::EntityKind;
use crate::model::Architecture;
use crate::store::{self, engine::Session};
use std::path::Path;

/// What is wrong with the file at `path`, in words; nothing where it is sound. Nothing is written.
pub fn verify(path: &Path) -> Vec<String> {
    let look = |session: &mut dyn Session, plan: &Architecture| {
        let mut findings = by_rules(plan);
        findings.extend(chain::broken(session, plan)?);
        Ok(findings)
    };
    store::inspect(path, look).unwrap_or_else(|error| vec![error.to_string()])
}

/// What breaks a rule of the plan.
fn by_rules(plan: &Architecture) -> Vec<String> {
    let mut findings = Vec::new();
    if plan.workspace().is_err() {
        findings.push("The workspace itself has no name, currency or calendar.".to_owned());
    }
    for kind in EntityKind::ALL {
        findings.extend(by_kind!(kind, all_broken(plan)));
    }
    findings
}

/// The first entity that breaks a rule of the plan and how, in words; kinds in the order in which
/// they refer to each other.
pub fn first_broken(plan: &Architecture) -> Option<String> {
    EntityKind::ALL.into_iter().find_map(|kind| by_kind!(kind, one_broken(plan)))
}

fn all_broken<F: Ruled>(plan: &Architecture) -> Vec<String> {
    broken::<F>(plan).collect()
}

fn one_broken<F: Ruled>(plan: &Architecture) -> Option<String> {
    broken::<F>(plan).next()
}

/// The entities of a kind that break a rule.
fn broken<F: Ruled>(plan: &Architecture) -> impl Iterator<Item = String> {
    let rules = |fields: &F, id| -> Result<()> {
        fields.check()?;
        fields.check_in(plan, id)
    };
    F::table(plan).iter().filter_map(move |entity| {
        let error = rules(&entity.fields, entity.id).err()?;
        Some(format!("The {} \"{}\": {error}", F::KIND.noun(), entity.fields.title_in(plan)))
    })
}
