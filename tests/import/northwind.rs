//! An invented company's empty plan, and importing into it.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use throughline_core::id::EntityKind;
use throughline_core::import::{Imported, Preview, Sheet, complete, import, preview};
use throughline_core::model::{DecisionRole, Millis, PersonaFields};
use throughline_core::plan::{By, Op, Plan, Preset, Setup, Verb};

pub(crate) const BY: By = By { member: None, at: Millis(1_654_041_600_000) };

pub(crate) fn plan() -> Plan {
    let setup = Setup {
        name: "Northwind Robotics".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "UTC".to_owned(),
        member: "Ada".to_owned(),
        preset: Preset::Default,
    };
    let plan = Plan::in_memory(BY, setup).unwrap();
    plan.transact(BY, Op::many(Verb::Create, EntityKind::Persona, 2), |tx| {
        tx.create(PersonaFields::named("CFO", DecisionRole::EconomicBuyer, 5))?;
        tx.create(PersonaFields::named("Plant manager", DecisionRole::Champion, 4))
    })
    .unwrap();
    plan
}

pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import").join(name)
}

pub(crate) fn read(path: &Path) -> Sheet {
    throughline_tests::host::read(path, None).unwrap()
}

pub(crate) fn show(sheet: &Sheet, plan: &Plan) -> Preview {
    preview(sheet, None, &plan.view(), &|_, _| ControlFlow::Continue(())).unwrap()
}

pub(crate) fn bring_in(plan: &Plan, sheet: &Sheet) -> Imported {
    let mapping = complete(sheet, None, &plan.view()).unwrap();
    import(plan, BY, sheet, &mapping, &|_, _| ControlFlow::Continue(())).unwrap().value
}
