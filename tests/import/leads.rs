//! Files of leads, from their bytes to what is known of each lead.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tempfile::TempDir;
use throughline_core::demand::{
    GapDimension, LeadQuery, consumption, lead, order, unmatched, window,
};
use throughline_core::error::{Error, Result};
use throughline_core::facts::field::LeadField;
use throughline_core::id::EntityKind;
use throughline_core::import::Reader;
use throughline_core::import::facts::{
    FactInput, FactSource, FactTally, FactsImported, import, preview, with_told_columns,
};
use throughline_core::model::EventKind;
use throughline_core::model::{DecisionRole, Millis, PersonaFields};
use throughline_core::plan::{Op, Plan, Preset, Setup, Verb, undo};

use crate::northwind::BY;

pub(crate) struct Workspace {
    pub(crate) plan: Plan,
    folder: TempDir,
}

impl Workspace {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let setup = Setup {
            name: "Northwind Robotics".to_owned(),
            currency: "EUR".to_owned(),
            time_zone: "UTC".to_owned(),
            member: "Ada".to_owned(),
            preset: Preset::Default,
        };
        let plan = Plan::create(&folder.path().join("leads.throughline"), BY, setup).unwrap();
        Self { plan, folder }
    }

    pub(crate) fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("leads.throughline")
    }
}

pub(crate) fn source(input: FactInput) -> Result<FactSource> {
    let go_on = |_, _| ControlFlow::Continue(());
    let workbooks = || Err(Error::invalid("no workbooks here"));
    FactSource::open(
        "leads.csv".into(),
        input,
        None,
        &Reader { workbooks: &workbooks, progress: &go_on },
    )
}

pub(crate) fn text(text: &str) -> FactSource {
    source(FactInput::Bytes(Arc::new(text.as_bytes().to_vec()))).unwrap()
}

pub(crate) fn take(plan: &Plan, file: &FactSource, told: &[(&str, &str)]) -> Result<FactsImported> {
    let told: Vec<_> = told.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let mapping = with_told_columns(file, &told, &plan.view())?;
    let go_on = |_, _| ControlFlow::Continue(());
    Ok(import(plan, BY, file, &mapping, &go_on)?.value)
}

pub(crate) fn bring_in(plan: &Plan, csv: &str) -> FactTally {
    take(plan, &text(csv), &[]).unwrap().tally
}

pub(crate) type Event = (EventKind, i64, String);
/// Fields and events of every lead, by what it is known by.
pub(crate) type State = BTreeMap<String, (BTreeMap<LeadField, String>, BTreeSet<Event>)>;

/// All that is known, read the way the window reads it.
pub(crate) fn state(plan: &Plan) -> State {
    let query = LeadQuery { limit: Some(1_000), ..LeadQuery::default() };
    let order = order(plan, &query).unwrap();
    let list = window(plan, &query, &order).unwrap();
    assert_eq!(list.total, list.rows.len());
    let mut state = State::new();
    for row in list.rows {
        let page = lead(plan, row.key).unwrap();
        let fields: BTreeMap<_, _> =
            page.values.into_iter().map(|value| (value.field, value.text)).collect();
        let events = page.events.into_iter().map(|event| (event.kind, event.at.0, event.asset));
        let events: BTreeSet<_> = events.collect();
        let told = |field| fields.get(&field).cloned();
        let name = told(LeadField::Email).or_else(|| told(LeadField::ExternalId));
        let name = name.unwrap_or_else(|| format!("row {}", row.key));
        assert!(state.insert(name, (fields, events)).is_none(), "a lead is there twice");
    }
    state
}

const WIDE: &str = "\
Email,Job Title,Level,Company,Industry,Content,Requested,Opened
Ana@Acme.example,CFO,C-level,Acme,Technology,Buyer's guide,2016-03-01 09:00:00,2016-03-01 16:00:00
 ana@acme.example ,,C-level,\"Acme, Inc.\",,Checklist,2016-03-02 09:00:00,
bo@basil.example,Plant manager,Manager,Basil,Retail,Buyer's guide,2016-03-01 10:00:00,2016-03-03 12:00:00
n/a,Intern,,Basil,Retail,Checklist,2016-03-05 10:00:00,n/a
,Intern,,Basil,Retail,Checklist,2016-03-05 10:00:00,
cy@cedar.example,Buyer,,,,Checklist,2016-03-04 10:00:00,2016-03-04 09:00:00
dot,Buyer,,,,Checklist,soon,2016-03-04 09:00:00
Total,,,,,,,
";

#[test]
fn a_wide_file_gives_leads_and_what_they_did_in_one_pass() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let imported = take(plan, &text(WIDE), &[]).unwrap();
    // Ana twice; the blank address, n/a and "dot" are rows of nobody, of which the first two say
    // the same and are two all the same; the row of totals counts for nothing.
    let tally = &imported.tally;
    assert_eq!((tally.read, tally.added, tally.updated, tally.unchanged), (7, 6, 1, 0));
    assert_eq!((tally.anonymous, tally.events, tally.rejected_count), (3, 10, 0));
    // 2016-03-05 10:00 UTC.
    assert_eq!(imported.as_of, Some(Millis(1_457_172_000_000)));
    assert!(imported.notes.iter().any(|note| note.contains("Line 8")), "{:?}", imported.notes);
    let state = state(plan);
    let (ana, events) = &state["ana@acme.example"];
    assert_eq!(ana[&LeadField::Company], "Acme, Inc.");
    assert_eq!(ana[&LeadField::Industry], "Technology");
    assert_eq!(ana[&LeadField::Title], "CFO");
    assert_eq!(events.len(), 3);
}

#[test]
fn the_gap_is_told_by_what_was_requested_and_opened() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, WIDE);
    let report = consumption(plan, &[GapDimension::Level], None).unwrap();
    let all = &report.figures.all;
    // Ana's guide 7 h and checklist open, Bo's guide 50 h, two unopened of nobody. Cy opened before
    // requesting: left out. "dot" has no time of a request.
    assert_eq!((all.n, all.opened, report.figures.negative), (5, 2, 1));
    assert!((all.mean_hours.unwrap() - 28.5).abs() < 1e-9);
    let segments: Vec<_> = report
        .figures
        .segments
        .iter()
        .map(|one| (one.segment[0].as_str(), one.figures.n))
        .collect();
    assert_eq!(segments, [("", 2), ("C-level", 2), ("Manager", 1)]);
}

#[test]
fn the_same_file_again_changes_nothing_and_undo_takes_all_of_it_back() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let empty = plan.view();
    bring_in(plan, WIDE);
    let (known, after) = (state(plan), plan.view());
    let again = bring_in(plan, WIDE);
    assert_eq!((again.added, again.updated, again.unchanged, again.events), (0, 0, 7, 0));
    assert!(*after == *plan.view() && known == state(plan));

    undo::undo(plan, BY).unwrap();
    assert_eq!((*plan.view() == *empty, state(plan).len()), (true, 0));
    assert_eq!(consumption(plan, &[], None).unwrap().figures.all.n, 0);
    undo::redo(plan, BY).unwrap();
    assert_eq!(state(plan), known);
}

#[test]
fn an_update_is_taken_back_with_the_values_before() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, WIDE);
    let known = state(plan);
    let later = "Email,Job Title,Company,Requested,Content\n\
        bo@basil.example,Operations director,,2016-04-01 08:00:00,Checklist\n\
        eve@elm.example,CTO,Elm,2016-04-01 08:00:00,Checklist\n";
    let tally = bring_in(plan, later);
    assert_eq!((tally.added, tally.updated, tally.events), (1, 1, 2));
    let (bo, events) = &state(plan)["bo@basil.example"];
    assert_eq!((bo[&LeadField::Title].as_str(), events.len()), ("Operations director", 3));
    assert_eq!(bo[&LeadField::Company], "Basil");
    // The first file cannot go while the second adds to its leads.
    let first = plan.view().batches.iter().next().unwrap().id;
    let op = Op::many(Verb::Delete, EntityKind::Batch, 1);
    let refused =
        plan.transact(BY, op, |tx| tx.delete::<throughline_core::model::BatchFields>(first));
    assert!(refused.unwrap_err().to_string().contains("Take that back first"));
    undo::undo(plan, BY).unwrap();
    assert_eq!(state(plan), known);
}

#[test]
fn what_was_taken_back_is_cleared_by_the_next_import_and_never_found_again() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, WIDE);
    undo::undo(plan, BY).unwrap();
    let tally = bring_in(plan, "Email,Name\nana@acme.example,Ana\nzoe@zinc.example,Zoe\n");
    assert_eq!((tally.added, tally.updated), (2, 0));
    let state = state(plan);
    assert_eq!(state.len(), 2);
    assert_eq!(state["ana@acme.example"].0.len(), 2);
    let bytes = all_bytes(&workspace);
    let left = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(left("zinc.example") && !left("basil.example"), "rows of an undone import are left");
    // The edit that the import was cannot be brought back any more.
    let edit = plan.last_edit().unwrap() - 2;
    assert!(undo::restore(plan, BY, edit).is_err() || state.len() == 2);
}

/// What lies on the disk once the log is folded into the file.
fn all_bytes(workspace: &Workspace) -> Vec<u8> {
    let copy = workspace.folder.path().join("copy.throughline");
    workspace.plan.save_copy(&copy, BY.at).unwrap();
    std::fs::read(copy).unwrap()
}

#[test]
fn rows_are_known_by_address_and_else_by_id() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, "Lead ID,Email,Company\n1,ana@acme.example,Acme\n2,,Basil\n");
    // By id alone; by id, telling an address; by address with another id; another address, same id.
    let tally = bring_in(
        plan,
        "Lead ID,Email,Company\n1,,Acme SE\n2,bo@basil.example,\n9,ana@acme.example,\n1,new@acme.example,Acme\n",
    );
    assert_eq!((tally.added, tally.updated, tally.unchanged, tally.rejected_count), (1, 3, 0, 0));
    let known = state(plan);
    assert_eq!(
        known.keys().collect::<Vec<_>>(),
        ["ana@acme.example", "bo@basil.example", "new@acme.example"]
    );
    assert_eq!(known["ana@acme.example"].0[&LeadField::Company], "Acme SE");
    assert_eq!(known["bo@basil.example"].0[&LeadField::Company], "Basil");
}

#[test]
fn a_file_cancelled_halfway_leaves_nothing() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let rows: Vec<String> =
        (0..60_000).map(|n| format!("lead{n}@many.example,Company {n}\n")).collect();
    let rows = rows.concat();
    let file = text(&format!("Email,Company\n{rows}"));
    let mapping = with_told_columns(&file, &[], &plan.view()).unwrap();
    let calls = AtomicUsize::new(0);
    let stop = |_, _| {
        calls.fetch_add(1, Ordering::Relaxed);
        ControlFlow::Break(())
    };
    let ended = import(plan, BY, &file, &mapping, &stop);
    assert!(matches!(ended, Err(Error::Cancelled)) && calls.into_inner() == 1);
    assert!(plan.view().batches.iter().next().is_none() && state(plan).is_empty());
    let bytes = all_bytes(&workspace);
    assert!(!bytes.windows(12).any(|window| window == b"many.example"));
}

#[test]
fn many_leads_fill_segments_and_few_rows_find_theirs() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let rows: Vec<String> =
        (0..40_000).map(|n| format!("lead{n}@many.example,Title {}\n", n % 7)).collect();
    let rows = rows.concat();
    let tally = bring_in(plan, &format!("Email,Job Title\n{rows}"));
    assert_eq!((tally.added, tally.updated), (40_000, 0));
    // So few rows look their leads up page by page.
    let few = "Email,Job Title\nlead39999@many.example,Chief\nLEAD0@many.example,Title 0\nnew@many.example,Chief\n";
    let tally = bring_in(plan, few);
    assert_eq!((tally.added, tally.updated, tally.unchanged), (1, 1, 1));
    let query = LeadQuery { text: "chief".to_owned(), ..LeadQuery::default() };
    let list = window(plan, &query, &order(plan, &query).unwrap()).unwrap();
    let addresses: BTreeSet<_> = list.rows.iter().map(|row| row.email.as_str()).collect();
    assert_eq!((list.leads, list.total), (40_001, 2));
    assert_eq!(addresses, BTreeSet::from(["lead39999@many.example", "new@many.example"]));
    // Opened anew, the file holds the same.
    let copy = workspace.folder.path().join("again.throughline");
    plan.save_copy(&copy, BY.at).unwrap();
    let again = throughline_tests::fixture::open(&copy).unwrap();
    let list = window(&again, &query, &order(&again, &query).unwrap()).unwrap();
    assert_eq!((list.leads, list.total), (40_001, 2));
}

#[test]
fn more_rows_about_one_lead_than_wait_at_once_are_all_taken() {
    const ROWS: usize = 450_000;
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let rows = (0..ROWS).map(|n| {
        let (day, second) = (n / 86_400 + 1, n % 86_400);
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        format!(
            "ana@acme.example,Title {},2016-03-{day:02} {hour:02}:{minute:02}:{second:02}\n",
            n % 3
        )
    });
    let rows: Vec<String> = rows.collect();
    let tally = bring_in(plan, &format!("Email,Job Title,Requested\n{}", rows.concat()));
    let told = (tally.read, tally.added, tally.events, tally.rejected_count);
    assert_eq!(told, (450_000, 1, 450_000, 0));
    let query = LeadQuery::default();
    let list = window(plan, &query, &order(plan, &query).unwrap()).unwrap();
    assert_eq!((list.total, list.rows[0].requests), (1, 450_000));
    // The last row says the title: 449,999 leaves 2 when divided by three.
    assert_eq!(list.rows[0].title, "Title 2");
}

#[test]
fn titles_tell_personas_and_those_that_do_not_are_listed() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, WIDE);
    let told = unmatched(plan).unwrap();
    let titles: Vec<_> = told.titles.iter().map(|one| (one.title.as_str(), one.leads)).collect();
    assert_eq!(titles, [("Buyer", 2), ("Intern", 2), ("CFO", 1), ("Plant manager", 1)]);
    let mut fields = PersonaFields::named("Finance", DecisionRole::EconomicBuyer, 5);
    fields.title_patterns = vec!["cfo".to_owned(), "buyer".to_owned()];
    let op = Op::one(Verb::Create, EntityKind::Persona, "Finance");
    plan.transact(BY, op, |tx| tx.create(fields)).unwrap();
    let told = unmatched(plan).unwrap();
    assert_eq!((told.leads, told.matched, told.untitled, told.titles.len()), (6, 3, 0, 2));
    let report = consumption(plan, &[GapDimension::Persona], None).unwrap();
    let finance = report.figures.segments.iter().find(|one| one.segment == ["Finance"]);
    assert_eq!(finance.unwrap().figures.n, 2);
}

#[test]
fn questions_are_asked_and_answers_are_kept() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let file = text(
        "E-Mail;Requested\nana@acme.example;3/4/2016 09:00\nbo@basil.example;5/6/2016 10:00\n",
    );
    let shown = preview(&file, None, &plan.view()).unwrap();
    let asked: Vec<_> =
        shown.questions.iter().map(|one| (one.choice.as_str(), one.required)).collect();
    assert_eq!(asked, [("kind", true), ("dateOrder", true), ("zone", false)]);
    let answers = [("dateOrder", "dayFirst"), ("zone", "Europe/Berlin")];
    take(plan, &file, &answers).unwrap();
    let (_, events) = &state(plan)["ana@acme.example"];
    // 3 April 2016, 09:00 in Berlin, which was two hours ahead.
    assert_eq!(events.iter().next().unwrap().1, 1_459_666_800_000);
    let again = preview(&file, None, &plan.view()).unwrap();
    assert!(again.questions.iter().all(|one| !one.answer.is_empty()), "{:?}", again.questions);
}

#[test]
fn other_files_are_refused_with_what_to_do() {
    for (bytes, message) in [
        (&b"%PDF-1.4"[..], "PDF"),
        (b"", "no rows"),
        (
            b"<?xml version=\"1.0\"?><urlset><url><loc>https://a.example/</loc></url></urlset>",
            "not leads",
        ),
    ] {
        let refused = source(FactInput::Bytes(Arc::new(bytes.to_vec()))).unwrap_err();
        assert!(refused.to_string().contains(message), "{refused}");
    }
    let folder = TempDir::new().unwrap();
    assert!(source(FactInput::File(folder.path().to_owned())).is_err());
    assert!(source(FactInput::File(Path::new("/nowhere.csv").to_owned())).is_err());
}
