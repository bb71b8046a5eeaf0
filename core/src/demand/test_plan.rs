//! The plan that the tests of this room begin with.

use crate::plan::{By, Plan, Preset, Setup};

/// A plan in euros and UTC, with the journey there is at first.
pub(super) fn northwind() -> Plan {
    let setup = Setup {
        name: "Northwind".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "UTC".to_owned(),
        member: "Ada".to_owned(),
        preset: Preset::Default,
    };
    Plan::in_memory(By::default(), setup).unwrap()
}
