//! The report as a workbook, read back by another program's reader and held against the plan.

use crate::report::{of_review, saved};
use calamine::{Data, Range, Reader, Xlsx};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use throughline_core::check::answers;
use throughline_core::model::{Funding, Word};
use throughline_tests::fixture::form::saved_by_office;
use throughline_tests::fixture::{Quarter, day};

struct Book(Xlsx<Cursor<Vec<u8>>>);

impl Book {
    fn of(bytes: Vec<u8>) -> Self {
        Self(Xlsx::new(Cursor::new(bytes)).unwrap())
    }

    fn sheet(&mut self, name: &str) -> Range<Data> {
        self.0.worksheet_range(name).unwrap()
    }

    /// Every cell that holds something: sheet, row, column, what it holds.
    fn cells(&mut self) -> BTreeMap<(String, usize, usize), String> {
        let mut cells = BTreeMap::new();
        for name in self.0.sheet_names() {
            let sheet = self.sheet(&name);
            let start = sheet.start().unwrap_or_default();
            for (row, column, value) in sheet.used_cells() {
                let at = (row + start.0 as usize, column + start.1 as usize);
                cells.insert((name.clone(), at.0, at.1), value.to_string());
            }
        }
        cells
    }

    /// The rows of a sheet by the names of its columns.
    fn rows(&mut self, name: &str) -> Vec<BTreeMap<String, Data>> {
        let sheet = self.sheet(name);
        let mut rows = sheet.rows();
        let head: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
        rows.map(|row| head.iter().cloned().zip(row.iter().cloned()).collect()).collect()
    }
}

fn date(cell: &Data) -> Option<NaiveDate> {
    let Data::DateTime(moment) = cell else { return None };
    let days = format!("{:.0}", moment.as_f64()).parse().unwrap();
    day("1899-12-30").checked_add_days(Days::new(days))
}

fn cents(cell: &Data) -> Option<i64> {
    let Data::Float(number) = cell else { return None };
    Some(format!("{:.0}", number * 100.0).parse().unwrap())
}

#[test]
fn every_list_is_a_sheet_of_its_own() {
    let quarter = Quarter::set_up();
    let book = Book::of(of_review(&quarter, "xlsx"));
    assert_eq!(
        book.0.sheet_names(),
        [
            "Summary",
            "Map",
            "Map 2",
            "Cells",
            "Gaps",
            "Needs",
            "Assets",
            "Placements",
            "Funding",
            "Stop",
            "Maturity",
            "Decisions",
            "Turned"
        ]
    );
}

#[test]
fn the_map_has_the_states_and_scores_of_the_plan() {
    let quarter = Quarter::set_up();
    let map = Book::of(of_review(&quarter, "xlsx")).sheet("Map");
    let texts: Vec<Vec<String>> =
        map.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(texts[0][..4], ["New business", "Role", "Weight", "Inquiry"]);
    // The states of tests/plan/sample.rs and the three cells that the quarter turned, by hand: a
    // letter a stage; a covered cell of the CFO's weighs 5 of 35.
    for (row, (name, letters, score)) in texts[1..].iter().zip([
        ("CFO", "cctcept", "57.14"),
        ("CISO", "ctccsee", "50"),
        ("VP Operations", "cccctuu", "64.29"),
        ("Cloud Architect", "cctctee", "57.14"),
        ("IT Manager", "ctuctpn", "50"),
        ("Procurement lead", "nneptse", "10"),
    ]) {
        assert_eq!(row[0], name);
        let found: String = row[3..10].iter().map(|state| &state[..1]).collect();
        assert_eq!(found, letters, "{name}");
        assert_eq!(row[10], score, "{name}");
    }
    // 74 of 140.
    assert_eq!(texts[7][10], "52.86");
}

#[test]
fn every_asset_is_in_it() {
    let quarter = Quarter::set_up();
    let mut book = Book::of(of_review(&quarter, "xlsx"));
    let plan = quarter.host.workspace().plan.view();
    let rows = book.rows("Assets");
    let titles: BTreeSet<String> = rows.iter().map(|row| row["Title"].to_string()).collect();
    assert_eq!(titles.len(), plan.assets.len());
    for asset in plan.assets.iter() {
        let row = rows.iter().find(|row| row["Title"].to_string() == asset.title).unwrap();
        assert_eq!(row["Status"].to_string(), asset.status.as_word());
        assert_eq!(row["Owner"].to_string(), asset.owner);
        assert_eq!(date(&row["Published on"]), asset.published_on, "{}", asset.title);
        assert_eq!(date(&row["Due on"]), asset.due_on, "{}", asset.title);
        assert_eq!(cents(&row["Cost"]), asset.cost.as_ref().map(|cost| cost.minor));
        assert_eq!(cents(&row["Budget"]), asset.budget.as_ref().map(|budget| budget.minor));
        assert_eq!(row["Takeaways"].to_string(), asset.takeaways.join("\n"));
    }
}

#[test]
fn every_placement_is_in_it() {
    let quarter = Quarter::set_up();
    let mut book = Book::of(of_review(&quarter, "xlsx"));
    let plan = quarter.host.workspace().plan.view();
    let rows = book.rows("Placements");
    let mut found: Vec<[String; 4]> = rows
        .iter()
        .map(|row| ["Title", "Persona", "Verdict", "Marketing"].map(|name| row[name].to_string()))
        .collect();
    let word = |answer: Option<throughline_core::model::Answer>, none: &'static str| {
        let word = answer.map_or(none, Word::as_word);
        word[..1].to_uppercase() + &word[1..]
    };
    let mut placed: Vec<[String; 4]> = plan
        .placements
        .iter()
        .map(|one| {
            let answers = answers(&plan, one.id);
            let marketing = answers.marketing.answer();
            [
                plan.assets.get(one.asset_id).unwrap().title.clone(),
                plan.personas.get(one.persona_id).unwrap().name.clone(),
                word(answers.effective(), "Unchecked"),
                marketing.map_or_else(String::new, |answer| word(Some(answer), "")),
            ]
        })
        .collect();
    found.sort();
    placed.sort();
    assert_eq!(found, placed);
}

#[test]
fn gaps_and_sums_are_those_of_the_plan() {
    let quarter = Quarter::set_up();
    let mut book = Book::of(of_review(&quarter, "xlsx"));
    let gaps = quarter.host.call("coverage.gaps", json!({}));
    let rows = book.rows("Gaps");
    for (gap, row) in gaps.as_array().unwrap().iter().zip(&rows) {
        assert_eq!(row["Persona"].to_string(), gap["persona"].as_str().unwrap());
        assert_eq!(row["Stage"].to_string(), gap["stage"].as_str().unwrap());
        assert_eq!(row["Priority"].to_string(), gap["relative"].to_string().replace(".0", ""));
        assert_eq!(cents(&row["Mean cost"]), gap["cost"]["mean"]["minor"].as_i64());
    }
    let plan = quarter.host.workspace().plan.view();
    let funded = |rows: &[BTreeMap<String, Data>]| -> i64 {
        let of = rows.iter().filter(|row| row["Answer"] == *"Fund");
        of.filter_map(|row| cents(&row["Budget"])).sum()
    };
    let budgets = plan.assets.iter().filter(|one| one.funding == Some(Funding::Fund));
    let expected: i64 = budgets.filter_map(|one| one.budget.as_ref()).map(|one| one.minor).sum();
    assert_eq!(funded(&book.rows("Funding")), expected);
    assert_eq!(book.rows("Needs").len(), plan.needs.len());
    let questions = book.rows("Maturity");
    assert_eq!(questions.len(), 23);
    let roles = questions.iter().find(|row| row["Question"] == *"Defined roles");
    assert_eq!(roles.unwrap()["Level"], Data::Float(2.0));
    let decided = book.rows("Decisions");
    let due: Vec<_> = decided.iter().map(|row| date(&row["Due on"]).unwrap()).collect();
    assert_eq!(due, [day("2026-11-15"), day("2026-09-15")]);
}

#[test]
fn nothing_in_it_is_a_formula() {
    let quarter = Quarter::set_up();
    let host = &quarter.host;
    let hostile = "=HYPERLINK(\"http://example.org\",\"x\")";
    let (persona, asset) = {
        let view = host.workspace().plan.view();
        (view.personas.in_order()[0].id, view.assets.iter().next().unwrap().id)
    };
    let set = |command: &str, set: Value| host.call(command, set);
    set("persona.update", json!({ "id": persona, "set": { "name": hostile } }));
    let title = "@SUM(A1)\u{1}<&\"";
    set("asset.update", json!({ "id": asset, "set": { "title": title, "owner": "+1" } }));
    set("workspace.update", json!({ "set": { "name": "=1+1" } }));
    let mut book = Book::of(saved(&quarter, "xlsx", &json!({})));
    for name in book.0.sheet_names() {
        let formulas = book.0.worksheet_formula(&name).unwrap();
        assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{name}");
    }
    assert_eq!(book.sheet("Map").get_value((1, 0)).unwrap().to_string(), hostile);
    assert_eq!(book.sheet("Summary").get_value((1, 1)).unwrap().to_string(), "=1+1");
    let kept = host.workspace().plan.view().assets.get(asset).unwrap().title.clone();
    let titles: Vec<String> =
        book.rows("Assets").iter().map(|row| row["Title"].to_string()).collect();
    assert!(titles.contains(&kept.replace('\u{1}', "")), "{kept:?}");
}

#[test]
fn another_office_program_reads_the_same_values_in_it() {
    let quarter = Quarter::set_up();
    let hostile = "=HYPERLINK(\"http://example.org\",\"x\")";
    quarter.host.call("workspace.update", json!({ "set": { "name": hostile } }));
    let written = of_review(&quarter, "xlsx");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.xlsx");
    std::fs::write(&path, &written).unwrap();
    if !saved_by_office(&path) {
        return;
    }
    let (mut ours, mut theirs) = (Book::of(written), Book::of(std::fs::read(path).unwrap()));
    let (ours, theirs) = (ours.cells(), theirs.cells());
    assert!(ours.len() > 2_000, "{}", ours.len());
    assert!(ours.values().any(|value| value == hostile));
    let differing: Vec<_> =
        ours.iter().filter(|(at, value)| theirs.get(at) != Some(value)).collect();
    assert!(differing.is_empty(), "{:?}", &differing[..differing.len().min(10)]);
    assert_eq!(ours.len(), theirs.len());
}
