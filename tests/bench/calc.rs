//! `LibreOffice` Calc: the placements as a list, a COUNTIFS for every cell, one edit at a time.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use throughline_core::model::{Status, Word};

use crate::large::{Large, PERSONAS, STAGES};
use crate::table::{Other, median};

const NAME: &str = "LibreOffice Calc, COUNTIFS";
const RUNS: &str = "5";
/// The system's own knows `LibreOffice`; another one in the path mostly does not.
const PYTHONS: [&str; 2] = ["/usr/bin/python3", "python3"];

/// The time from one edit to all counts in Calc, which must count the same.
pub(crate) fn measure(large: &Large, folder: &Path, published: &[u32]) -> Other {
    let Some(python) = PYTHONS.into_iter().find(|python| knows_office(python)) else {
        return Other::Missing("LibreOffice (with python3-uno)");
    };
    let list = folder.join("placements.csv");
    std::fs::write(&list, listed(large)).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/calc.py");
    let ran = Command::new(python)
        .arg(script)
        .arg(&list)
        .arg(folder.join("office"))
        .args([PERSONAS.to_string(), STAGES.to_string(), RUNS.to_owned()])
        .output()
        .unwrap();
    assert!(ran.status.success(), "Calc: {}", String::from_utf8_lossy(&ran.stderr));
    let said: Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(said["before"], serde_json::json!(published), "Calc counts the same placements");
    let times = said["times"].as_array().into_iter().flatten().filter_map(Value::as_f64);
    Other::Tool(NAME, median(times.collect()))
}

fn knows_office(python: &str) -> bool {
    let knows = |program: &str, args: &[&str]| {
        Command::new(program).args(args).output().is_ok_and(|ran| ran.status.success())
    };
    knows("soffice", &["--version"]) && knows(python, &["-c", "import uno"])
}

/// A line for each placement: persona, stage, status of the asset; the status is written beside
/// it, which spares Calc a look-up.
fn listed(large: &Large) -> String {
    let plan = &large.plan.architecture;
    let mut lines = String::new();
    for id in &large.placements {
        let placement = plan.placements.get(*id).unwrap();
        let persona = &plan.personas.get(placement.persona_id).unwrap().name;
        let stage = &plan.stages.get(placement.stage_id).unwrap().name;
        let status: Status = plan.assets.get(placement.asset_id).unwrap().status;
        writeln!(lines, "{persona},{stage},{}", status.as_word()).unwrap();
    }
    lines
}
