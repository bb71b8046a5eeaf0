//! All that is held on one lead: what each file said, what it did, its deals, and where it is named.

use serde_json::{Value, json};
use throughline_core::demand::{find_lead, lead_record};
use throughline_core::plan::Plan;
use throughline_tests::host::TestHost;

use crate::erased_files::bring_file_in;
use crate::leads::{Workspace, bring_in, take, text};

const MARCH: &str = "\
Email,Name,Job Title,Content,Requested
ada@x.example,Ada Kim,CFO,Guide,2026-03-01 09:00:00
bo@x.example,Bo,Buyer,Guide,2026-03-02 09:00:00
";
const APRIL: &str = "\
Email,Name,Job Title,Content,Requested
ada@x.example,Ada Kim,CEO,Checklist,2026-04-01 09:00:00
";
const DEALS: &str = "\
Deal ID,Deal Name,Associated Contact Email,Amount,Close Date,Stage
d1,Robots,bo@x.example; ADA@x.example,9000,2026-05-01,Negotiation
d2,Arms,bo@x.example,500,2026-05-02,Negotiation
";

fn held(plan: &Plan, name: &str) -> Value {
    json!(lead_record(plan, find_lead(plan, name).unwrap()).unwrap())
}

#[test]
fn every_file_s_word_is_told_with_what_holds_now() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, MARCH);
    bring_in(plan, APRIL);
    take(plan, &text(DEALS), &[("kind", "deals"), ("stage:Negotiation", "-")]).unwrap();
    let held = held(plan, "ada@x.example");
    let known = held["known"].as_array().unwrap();
    let field = |name: &str| known.iter().find(|one| one["field"] == name).unwrap();
    assert_eq!(field("title")["now"], "CEO");
    let said = |name: &str| -> Vec<(String, String)> {
        let all = field(name)["said"].as_array().unwrap().iter();
        let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
        all.map(|one| (text(one, "asOf"), text(one, "text"))).collect()
    };
    let (march, april) = ("2026-03-02T09:00:00.000Z", "2026-04-01T09:00:00.000Z");
    let pairs = |one: &str, other: &str| {
        [(march.to_owned(), one.to_owned()), (april.to_owned(), other.to_owned())]
    };
    assert_eq!(said("title"), pairs("CFO", "CEO"));
    assert_eq!(said("name"), pairs("Ada Kim", "Ada Kim"), "what is said again is told again");
    assert_eq!(known.len(), 3, "{known:?}");
    let did: Vec<_> = held["did"].as_array().unwrap().iter().map(|one| &one["content"]).collect();
    assert_eq!(did, ["Guide", "Checklist"]);
    assert_eq!(held["did"][0]["at"], "2026-03-01T09:00:00.000Z");
    assert_eq!(held["did"][0]["file"], "leads.csv");
    assert_eq!(held["deals"].as_array().unwrap().len(), 1);
    assert_eq!(held["deals"][0]["name"], "Robots");
    let lines = held["score"]["lines"].as_array().unwrap();
    let sum: f64 = lines.iter().map(|line| line["points"].as_f64().unwrap()).sum();
    assert!((sum - held["score"]["score"].as_f64().unwrap()).abs() < 1e-9, "the lines add up");
}

#[test]
fn it_is_saved_for_programs_and_for_spreadsheets() {
    let host = TestHost::with_workspace();
    let risky = "Email,Name,Job Title\nada@x.example,Ada Kim,=HYPERLINK(1)\n";
    bring_file_in(&host, risky);
    host.call(
        "persona.create",
        json!({ "fields": {
            "name": "CFO", "role": "champion", "weight": 3, "notes": "Ask Ada Kim.",
        }}),
    );
    let key = host.call("lead.find", json!({ "name": "ada@x.example" }))["key"].clone();
    let folder = tempfile::tempdir().unwrap();
    let save = |format: &str| -> String {
        let path = folder.path().join(format!("held.{format}"));
        *host.target.lock().unwrap() = Some(path.clone());
        let saved = host.call("lead.export", json!({ "key": key, "format": format }));
        assert_eq!(saved["name"], format!("held.{format}"));
        std::fs::read_to_string(path).unwrap()
    };
    let data: Value = serde_json::from_str(&save("json")).unwrap();
    assert_eq!(data["known"][2]["now"], "=HYPERLINK(1)");
    assert_eq!(
        (&data["namedIn"][0]["title"], &data["editsThatNameIt"]),
        (&json!("CFO"), &json!(1))
    );
    let table = save("csv");
    assert!(table.contains(",title,'=HYPERLINK(1),"), "{table}");
    assert!(table.contains("named in the plan,,persona,CFO,"), "{table}");
    // Nobody is named in the name of the file.
    let suggested = host.suggested.lock().unwrap().concat().to_lowercase();
    assert!(!suggested.contains("ada") && !suggested.contains("kim"), "{suggested}");
}
