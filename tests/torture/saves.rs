//! Whatever goes out is saved while the disk gets full: it is there whole, or what was there before is
//! and nothing beside it. `POINTS` says at how many sizes.

use crate::place::Place;
use crate::say::{asked, say, seed};
use crate::shim::Fault;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use throughline_core::plan::verify;
use throughline_tests::terminal::{call_in, make_sample};
use throughline_tests::work::Dice;

const THERE: &str = "what was there before";

/// Everything that is saved, by the ending of its file.
fn all(brief_of: &Value) -> Vec<(&'static str, &'static str, Value)> {
    let brief = |format: &str| json!({ "id": brief_of, "format": format });
    vec![
        ("pdf", "export.report", json!({ "format": "pdf" })),
        ("xlsx", "export.report", json!({ "format": "xlsx" })),
        ("html", "export.report", json!({ "format": "html" })),
        ("csv", "export.table", json!({ "table": "placements" })),
        ("csv", "export.assets", json!({})),
        ("html", "export.coverage", json!({})),
        ("html", "export.playbook", json!({ "format": "html" })),
        ("pdf", "export.playbook", json!({ "format": "pdf" })),
        ("html", "export.brief", brief("html")),
        ("pdf", "export.brief", brief("pdf")),
        ("json", "export.plan", json!({})),
        ("throughline", "file.saveAnonymousCopy", json!({})),
        ("throughline", "file.saveCopy", json!({ "goOn": false })),
    ]
}

/// The sample, where nothing goes wrong, and a piece of it that is planned.
fn sample() -> (Place, PathBuf, Value) {
    let place = Place::new();
    let file = place.elsewhere().join("Plan.throughline");
    make_sample(&file);
    let planned = json!({ "filter": { "statuses": ["planned"] } });
    let planned = call_in(&file, "Mara Ruiz", "asset.list", &planned);
    let id = planned["rows"][0]["asset"]["id"].clone();
    (place, file, id)
}

fn save(file: &Path, target: &Path, what: (&str, &Value), fault: &Fault, place: &Place) -> Output {
    let mut saver = Command::new(env!("CARGO_BIN_EXE_saver"));
    saver.arg(file).arg(target).args([what.0, &what.1.to_string()]);
    saver.env("TMPDIR", place.elsewhere());
    fault.befall(&mut saver, place);
    saver.output().unwrap()
}

/// Whether a save was refused for want of room; in words what is wrong with what it left.
fn left(target: &Path, ran: &Output, whole: &[u8]) -> Result<bool, String> {
    let beside: Vec<_> = std::fs::read_dir(target.parent().unwrap()).unwrap().collect();
    if beside.len() != 1 {
        return Err(format!("beside it: {beside:?}"));
    }
    let (found, said) = (std::fs::read(target).unwrap(), String::from_utf8_lossy(&ran.stderr));
    if ran.status.success() {
        let is_copy = target.extension().is_some_and(|ending| ending == "throughline");
        let is_whole = if is_copy { verify(target).is_empty() } else { found == whole };
        return if is_whole { Ok(false) } else { Err(format!("{} bytes", found.len())) };
    }
    let tells = said.contains("room") || said.contains("disk is full");
    if found == THERE.as_bytes() && ran.status.code() == Some(1) && tells {
        return Ok(true);
    }
    Err(format!("{} bytes, {}: {said}", found.len(), ran.status))
}

#[test]
fn whatever_is_saved_without_room_leaves_what_was_there() {
    let (from, file, planned) = sample();
    let (mut dice, mut saves, mut refused) = (Dice::new(seed()), 0, 0);
    let mut wrong = Vec::new();
    for (ending, command, payload) in all(&planned) {
        let name = format!("file.{ending}");
        let target = |place: &Place| place.home().join(&name);
        let ran = save(&file, &target(&from), (command, &payload), &Fault::none(), &from);
        assert!(ran.status.success(), "{command}: {ran:?}");
        let whole = std::fs::read(target(&from)).unwrap();
        for point in 0..asked("POINTS", 3) {
            let place = Place::new();
            std::fs::write(target(&place), THERE).unwrap();
            let room = if point == 0 { 0 } else { dice.below(whole.len() * 5 / 4) as u64 };
            let fault = Fault::room(room);
            let ran = save(&file, &target(&place), (command, &payload), &fault, &place);
            saves += 1;
            match left(&target(&place), &ran, &whole) {
                Ok(false) if room == 0 => wrong.push(format!("{command} {payload} found room")),
                Ok(is_refused) => refused += u64::from(is_refused),
                Err(words) => wrong.push(format!("{command} {payload} at {room}: {words}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    say(
        "saving without room",
        &format!("{saves} saves, {refused} refused, each left what was there"),
    );
}
