//! The sample workspace: what is in it, and that its picture is the same on every day.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use throughline_core::api::Host;
use throughline_core::check::answers;
use throughline_core::coverage::{
    Filter, Finding, Freshness, Ledger, Map, Standing, State, freshness,
};
use throughline_core::model::{Answer, Architecture, Millis, Side, Status, Word};
use throughline_core::sample;
use throughline_tests::fixture::day;
use throughline_tests::host::{START, TestHost};

/// The states of the first journey, worked out by hand from the tables: a row a persona, a letter
/// a stage; c covered, t thin, u unproven, n unhelpful, s stale, p planned, e empty, – not
/// applicable.
const STATES: [(&str, &str); 6] = [
    ("CFO", "cctcept"),
    ("CISO", "ctucsee"),
    ("VP Operations", "cccctcu"),
    ("Cloud Architect", "cctctee"),
    ("IT Manager", "ctnctp–"),
    ("Procurement lead", "–ueptse"),
];

fn letter(state: State) -> char {
    match state {
        State::NotApplicable => '–',
        State::Unhelpful => 'n',
        other => other.as_word().chars().next().unwrap(),
    }
}

fn letters(map: &Map) -> Vec<(String, String)> {
    let row = |(at, row): (usize, &throughline_core::coverage::MapRow)| {
        let width = map.stages.len();
        let cells = &map.cells[at * width..(at + 1) * width];
        (row.name.clone(), cells.iter().map(|cell| letter(cell.state)).collect())
    };
    map.personas.iter().enumerate().map(row).collect()
}

fn drawn() -> Vec<(String, String)> {
    STATES.iter().map(|(name, row)| ((*name).to_owned(), (*row).to_owned())).collect()
}

fn first_map(plan: &Architecture, as_of: NaiveDate) -> Map {
    let journey = plan.journeys.in_order()[0].id;
    Ledger::new(plan, as_of).map(journey, &Filter::default()).unwrap()
}

/// The sample as made on 1 September 2026.
fn made() -> (TestHost, NaiveDate) {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    (host, day("2026-09-01"))
}

fn stale(plan: &Architecture, as_of: NaiveDate) -> usize {
    let standing = |asset: &_| freshness(plan, asset, as_of).standing;
    plan.assets.iter().filter(|asset| standing(asset) == Standing::Stale).count()
}

fn of_asset(plan: &Architecture, title: &str, as_of: NaiveDate) -> Freshness {
    freshness(plan, plan.assets.iter().find(|asset| asset.title == title).unwrap(), as_of)
}

#[test]
fn it_is_a_whole_company() {
    let (host, _) = made();
    let plan = host.workspace().plan.view();
    assert_eq!(plan.workspace().unwrap().name, "Northwind Cloud");
    assert_eq!((plan.members.len(), plan.personas.len(), plan.triggers.len()), (4, 6, 9));
    let journeys = plan.journeys.in_order();
    let stages: Vec<_> = journeys.iter().map(|one| plan.stages_of(one.id).len()).collect();
    assert_eq!(stages, [7, 5]);
    // 36 pieces for deals, 34 for nurture, 43 for engage, 6 for customers, 23 placed nowhere.
    assert_eq!(plan.assets.len(), 142);
    let unplaced = plan.assets.iter().filter(|asset| !plan.index.is_placed(asset.id)).count();
    assert_eq!(unplaced, 23);
    assert_eq!((plan.needs.len(), plan.exclusions.len()), (28, 2));
    for persona in plan.personas.iter() {
        assert!(plan.triggers.iter().any(|one| one.persona_ids.contains(&persona.id)));
        assert!(plan.insights.iter().any(|one| one.persona_id == persona.id), "{}", persona.name);
    }
    let interviews = |validated: fn(&throughline_core::model::Interview) -> bool| {
        plan.interviews.iter().filter(|one| validated(one)).count()
    };
    let validated = [
        interviews(|one| one.preferences),
        interviews(|one| one.process),
        interviews(|one| one.problems),
    ];
    assert_eq!(validated, [7, 4, 11]);
}

#[test]
fn its_content_is_varied() {
    let (host, _) = made();
    let plan = host.workspace().plan.view();
    let assets = || plan.assets.iter();
    let distinct = |values: BTreeSet<String>| values.len();
    assert_eq!(distinct(assets().map(|asset| asset.title.to_lowercase()).collect()), 142);
    assert_eq!(distinct(assets().flat_map(|asset| asset.themes.clone()).collect()), 10);
    assert_eq!(distinct(assets().map(|asset| asset.owner.clone()).collect()), 6);
    assert_eq!(distinct(assets().map(|asset| asset.language.clone()).collect()), 2);
    for status in Status::ALL {
        assert!(assets().any(|asset| asset.status == *status), "{status:?}");
    }
    for asset in assets() {
        assert!(asset.format_id.is_some() && asset.purpose.is_some(), "{}", asset.title);
        let costs = asset.cost.iter().chain(&asset.budget);
        assert!(costs.into_iter().all(|money| money.currency == "EUR"));
        assert_eq!(asset.url.is_empty(), asset.published_on.is_none(), "{}", asset.title);
        assert!(asset.url.is_empty() || asset.url.starts_with("https://northwind.example/"));
    }
}

#[test]
fn its_map_is_the_one_worked_out_by_hand() {
    let (host, today) = made();
    let map = first_map(&host.workspace().plan.view(), today);
    assert_eq!(letters(&map), drawn());
    let seen: BTreeSet<char> = map.cells.iter().map(|cell| letter(cell.state)).collect();
    assert_eq!(seen.len(), State::ALL.len());
    // Credits by row: 4, 2.5, 5.5, 4, 3, 0.5; times the weights 5, 4, 4, 3, 3, 2: 74. Applicable
    // cells by row: 7, 7, 7, 7, 6, 6; times the weights: 142.
    assert!((map.score.value.unwrap() - 74.0 / 142.0).abs() < 1e-12);
    assert_eq!((map.score.covered, map.score.applicable, map.score.nothing_live), (15, 40, 12));
}

#[test]
fn its_map_has_what_a_real_one_has() {
    let (host, today) = made();
    let map = first_map(&host.workspace().plan.view(), today);
    for finding in Finding::ALL {
        let found = map.cells.iter().any(|cell| cell.findings.contains(finding));
        assert!(found, "nowhere: {finding:?}");
    }
    // More than five published pieces everywhere at the top; nowhere else.
    let excess = |at: usize| map.cells[at].findings.contains(&Finding::Excess);
    let at_top: Vec<_> = (0..42).filter(|at| excess(*at)).collect();
    assert_eq!(at_top, [0, 7, 14, 21, 28]);
    let needs = map.cells.iter().map(|cell| cell.needs);
    let sum = |of: fn(&throughline_core::coverage::NeedCounts) -> u32| {
        needs.clone().map(|needs| of(&needs)).sum::<u32>()
    };
    assert!(sum(|needs| needs.answered) >= 8 && sum(|needs| needs.planned) == 3);
    assert!(sum(|needs| needs.open_must) >= 8 && sum(|needs| needs.declined) >= 2);
}

#[test]
fn its_cells_hold_the_pieces_named_in_the_tables() {
    let (host, today) = made();
    let plan = host.workspace().plan.view();
    // A report, good for a year, published 530 days before 1 September 2026: on 20 March 2025.
    let test = of_asset(&plan, "Penetration test summary", today);
    assert_eq!(test.renewed_on, Some(day("2025-03-20")));
    assert_eq!((test.standing, test.expires_on), (Standing::Stale, Some(day("2026-03-20"))));
    // A calculator, good for three years, published 520 days before and reviewed 115 days before.
    let calculator = of_asset(&plan, "Storage cost calculator", today);
    assert_eq!(calculator.expires_on, Some(day("2029-05-08")));
    // A report of 352 days: it expires in 13.
    let report = of_asset(&plan, "The state of restore testing", today);
    assert_eq!(report.expires_on, Some(day("2026-09-14")));
    assert!(of_asset(&plan, "Name volumes so that others find them", today).undated);

    let map = first_map(&plan, today);
    let cell = |at: usize| &map.cells[at];
    // The CFO at Evaluation: only a retired piece, three musts open.
    let gap = cell(4);
    assert_eq!((gap.placements, gap.needs.open_must), (0, 3));
    // The IT manager at SAL: two live pieces, sales says no to one, marketing to the other.
    let unhelpful = cell(4 * 7 + 2);
    assert_eq!((unhelpful.live, unhelpful.verdicts.no), (2, 2));
}

#[test]
fn both_sides_say_why_they_differ() {
    let (host, today) = made();
    let plan = host.workspace().plan.view();
    let mut disagreements = 0;
    for placement in plan.placements.iter() {
        let said = answers(&plan, placement.id);
        if said.disagree() {
            disagreements += 1;
            for side in Side::ALL {
                assert!(!said.of(*side).settled.unwrap().reason.is_empty(), "{placement:?}");
            }
        }
    }
    assert_eq!(disagreements, 19);
    let unsure = plan.verdicts.iter().filter(|one| one.answer == Answer::Unsure).count();
    assert_eq!(unsure, 5);
    let year = Millis(START - 365 * 86_400_000);
    assert!(plan.verdicts.iter().filter(|one| one.answered_at < year).count() >= 20);
    assert!(plan.verdicts.iter().any(|one| one.member_id != one.entered_by));
    let largest = host.call("coverage.gaps", json!({ "asOf": today }));
    let name = |kind: &str, id: &Value| {
        let all = host.call(kind, json!({}));
        all.as_array().unwrap().iter().find(|one| one["id"] == *id).unwrap()["name"].clone()
    };
    assert_eq!(name("persona.list", &largest[0]["personaId"]), "CFO");
    assert_eq!(name("stage.list", &largest[0]["stageId"]), "Evaluation");
}

#[test]
fn a_year_later_much_of_it_is_stale() {
    let (host, today) = made();
    let plan = host.workspace().plan.view();
    let later = today + Days::new(400);
    assert!(stale(&plan, today) >= 10);
    assert!(stale(&plan, later) > 3 * stale(&plan, today));
    let rows = letters(&first_map(&plan, later));
    let state = |persona: usize, stage: usize| rows[persona].1.chars().nth(stage).unwrap();
    // The CISO at Inquiry: posts and a report of a year, and a video of 730 days that is 898 old.
    assert_eq!(state(1, 0), 's');
    // The VP of operations there: the case study is 610 days old and good for 730; sales: partly.
    assert_eq!(state(2, 0), 't');
    // The IT manager at SAL: demo and post are past their year, so nobody has to say no to them.
    assert_eq!(state(4, 2), 's');
    // The CFO at Discovery: toolkits never age.
    assert_eq!(state(0, 3), 'c');
}

#[test]
fn the_picture_is_the_same_on_every_day() {
    let folder = tempfile::tempdir().unwrap();
    // The evening before 29 February 2028 in UTC is that day already in Auckland.
    let cases = [
        ("2026-11-22", 1_795_343_400_000, "Europe/Berlin"),
        ("2028-02-29", 1_835_389_800_000, "Pacific/Auckland"),
        ("2027-12-31", 1_830_297_540_000, "UTC"),
    ];
    for (today, at, zone) in cases {
        let path = folder.path().join(today);
        let plan = sample::create(&path, Millis(at), zone.to_owned()).unwrap().view();
        assert_eq!(letters(&first_map(&plan, day(today))), drawn(), "{today}");
        let newest = plan.assets.iter().find(|asset| asset.title.contains("ninety days")).unwrap();
        assert_eq!(newest.published_on, Some(day(today) - Days::new(12)));
    }
}

#[test]
fn undo_does_not_unmake_it() {
    let (host, _) = made();
    let session = host.call("session.get", json!({}));
    assert_eq!((&session["open"]["undo"], &session["open"]["redo"]), (&Value::Null, &Value::Null));
    assert_eq!(host.call("history.list", json!({}))["edits"].as_array().unwrap().len(), 1);
    assert!(host.attempt("plan.undo", json!({})).is_err());
    host.call("file.sample", json!({}));
    let second = host.call("session.get", json!({}));
    assert_eq!(second["open"]["location"]["name"], "Northwind Cloud 2");
    assert!(host.documents().join("Northwind Cloud.throughline").exists());
}

#[test]
fn it_is_made_in_no_time() {
    let started = Instant::now();
    let (host, _) = made();
    let taken = started.elapsed();
    assert!(host.opened().is_some());
    assert!(taken < Duration::from_secs(2), "{taken:?}");
}
