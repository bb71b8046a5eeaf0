//! Leads that were erased: nothing of them is left in the file, nothing brings them back, and all
//! else is as it was.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;
use throughline_core::demand::{
    FactQuery, LeadsHeld, erase_leads, fact_rows, find_lead, held_of_leads,
};
use throughline_core::facts::field::LeadField;
use throughline_core::facts::subject::Subject;
use throughline_core::import::facts::FactTally;
use throughline_core::plan::log::{EditFilter, edits};
use throughline_core::plan::{Plan, undo, verify};

use crate::leads::{State, Workspace, bring_in, state, take, text};
use crate::northwind::BY;

/// Which of some texts stand in any file of a folder, in whatever letters.
pub(crate) fn left_of(folder: &Path, texts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if !entry.is_file() {
            continue;
        }
        let bytes = std::fs::read(&entry).unwrap().to_ascii_lowercase();
        let holds = |text: &&&str| {
            let text = text.to_ascii_lowercase();
            bytes.windows(text.len()).any(|part| part == text.as_bytes())
        };
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        found.extend(texts.iter().filter(holds).map(|text| format!("{text} in {name}")));
    }
    found
}

fn folder(workspace: &Workspace) -> std::path::PathBuf {
    workspace.path().parent().unwrap().to_owned()
}

fn erase(plan: &Plan, names: &[&str]) -> LeadsHeld {
    let keys: Vec<u32> = names.iter().map(|name| find_lead(plan, name).unwrap()).collect();
    let held = held_of_leads(plan, BY, &keys).unwrap();
    let (erased, swept) = erase_leads(plan, BY, &keys).unwrap();
    swept.unwrap();
    assert_eq!(erased.value, held, "what was said before is what was done");
    held
}

fn counts(tally: &FactTally) -> [u32; 6] {
    [tally.read, tally.added, tally.updated, tally.unchanged, tally.rejected_count, tally.erased]
}

const LEADS: &str = "\
Email,Lead ID,Name,Job Title,Company,Owner,Content,Requested,Opened
ZQada@zqlocal.example,zq-17,Zqada Zqkim,CFO zqtitle,Zqcorp,mr@us.example,Guide,2026-03-01 09:00:00,2026-03-01 16:00:00
bo@basil.example,b-2,Bo Basil,Plant manager,Basil,zqada@zqlocal.example,Guide,2026-03-01 10:00:00,
zqada@zqlocal.example,,,,,,Checklist zqpiece,2026-03-02 10:00:00,
";
const LATER: &str = "\
Email,Lead ID,Name,Job Title,Company,Content,Requested,Opened
zqada@zqlocal.example,zq-17,,CEO zqlater,,Guide,2026-04-01 09:00:00,
bo@basil.example,,,CFO,,Guide,2026-04-02 10:00:00,
";
const ACTS: &str = "\
Email,Activity Type,Activity Date,Content,Campaign
zqada@zqlocal.example,Click Email,2026-03-03 10:00:00,https://a.example/zqlink,Spring
bo@basil.example,Click Email,2026-03-03 11:00:00,https://a.example/u?e=zqada%40zqlocal.example,Spring
";
const DEALS: &str = "\
Deal ID,Deal Name,Account,Associated Contact Email,Amount,Close Date,Stage
d1,\"Robots, zqada@zqlocal.example\",Zqcorp,ZQAda@zqlocal.example; bo@basil.example,9000,2026-05-01,Negotiation
d2,Arms,Basil,ZQ-17,500,2026-05-02,Negotiation
";
/// What only the lead is known by; the company is an account, and stays.
const CANARIES: [&str; 8] =
    ["zqada", "zqlocal", "zq-17", "zqkim", "zqtitle", "zqpiece", "zqlater", "zqlink"];
const ASKED: [(&str, &str); 2] = [("kind", "deals"), ("stage:Negotiation", "-")];

fn bring_all(plan: &Plan) {
    bring_in(plan, LEADS);
    bring_in(plan, LATER);
    take(plan, &text(ACTS), &[("kind", "events")]).unwrap();
    take(plan, &text(DEALS), &ASKED).unwrap();
}

fn deals(plan: &Plan) -> Vec<Vec<String>> {
    let query =
        FactQuery { subject: Subject::Deal, text: String::new(), offset: 0, limit: Some(10) };
    let rows = fact_rows(plan, &query).unwrap();
    let at = |field: &str| rows.fields.iter().position(|one| one == field).unwrap();
    let (name, leads) = (at("name"), at("leads"));
    rows.rows.iter().map(|row| vec![row.texts[name].clone(), row.texts[leads].clone()]).collect()
}

#[test]
fn a_lead_is_erased_from_everything_that_was_imported() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_all(plan);
    assert!(left_of(&folder(&workspace), &CANARIES).len() >= CANARIES.len());
    let before = state(plan);
    let held = erase(plan, &["zqada@zqlocal.example"]);
    // Address, id, name, title, company, owner; the title again. Three requests, an open, a click.
    assert_eq!((held.leads, held.values, held.events), (1, 7, 5));
    // A name and two lists of deals; the owner of another lead, and the link that lead clicked.
    assert_eq!((held.deals, held.texts), (3, 2));
    assert_eq!(held.mentions, Vec::new());
    assert_eq!(left_of(&folder(&workspace), &CANARIES), Vec::<String>::new());
    let after = state(plan);
    assert_eq!(after.len(), 1);
    let (fields, events) = &after["bo@basil.example"];
    let (known, did) = &before["bo@basil.example"];
    for (field, text) in known {
        let told = fields[field].replace("(erased)", "zqada@zqlocal.example");
        assert_eq!(&told, text, "{field:?}");
    }
    assert_eq!(events.len(), did.len());
    assert!(events.iter().any(|(.., asset)| asset == "https://a.example/u?e=(erased)"));
    assert_eq!(
        deals(plan),
        [["Robots, (erased)", "(erased); bo@basil.example"], ["Arms", "(erased)"]]
    );
    assert!(find_lead(plan, "zqada@zqlocal.example").is_err());
    assert_eq!(verify(&workspace.path()), Vec::<String>::new());
}

#[test]
fn no_file_brings_an_erased_lead_back() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_all(plan);
    erase(plan, &["zqada@zqlocal.example"]);
    let (known, sold) = (state(plan), deals(plan));
    assert_eq!(counts(&bring_in(plan, LEADS)), [3, 0, 0, 1, 0, 2]);
    assert_eq!(counts(&bring_in(plan, LATER)), [2, 0, 0, 1, 0, 1]);
    let acts = take(plan, &text(ACTS), &[("kind", "events")]).unwrap().tally;
    assert_eq!(counts(&acts), [2, 0, 0, 1, 0, 1]);
    let told = take(plan, &text(DEALS), &ASKED).unwrap().tally;
    assert_eq!(counts(&told), [2, 0, 0, 2, 0, 0]);
    // By the id alone it is the same lead; with another address it is another one.
    let by_id = "Lead ID,Job Title\nzq-17,Boss\n";
    assert_eq!(counts(&bring_in(plan, by_id)), [1, 0, 0, 0, 0, 1]);
    assert_eq!((state(plan), deals(plan)), (known, sold));
    let other = "Email,Lead ID,Job Title\nnew@zq.example,zq-17,Boss\n";
    assert_eq!(counts(&bring_in(plan, other)), [1, 1, 0, 0, 0, 0]);
    assert_eq!(left_of(&folder(&workspace), &["zqada", "zqkim"]), Vec::<String>::new());
}

#[test]
fn neither_undo_nor_redo_brings_an_erased_lead_back() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_all(plan);
    undo::undo(plan, BY).unwrap();
    erase(plan, &["zqada@zqlocal.example"]);
    let all = EditFilter { limit: 1, ..EditFilter::default() };
    let last = edits(plan, &all, "").unwrap().remove(0);
    assert_eq!(
        (last.done.verb.as_str(), last.done.subject.as_str(), last.done.size),
        ("erase", "", 1)
    );
    // What was taken back before cannot be made again.
    assert!(undo::redo(plan, BY).is_err());
    let known = state(plan);
    let mut steps = 0;
    while undo::undo(plan, BY).is_ok() {
        steps += 1;
        assert!(!state(plan).contains_key("zqada@zqlocal.example"));
    }
    assert_eq!(steps, 3, "the three imports before, and not the erasing");
    assert_eq!(state(plan), State::new());
    while undo::redo(plan, BY).is_ok() {}
    assert_eq!(state(plan), known);
    assert_eq!(left_of(&folder(&workspace), &CANARIES), Vec::<String>::new());
    assert_eq!(verify(&workspace.path()), Vec::<String>::new());
}

#[test]
fn a_lead_known_by_nothing_is_told_by_its_row() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let file =
        "Email,Job Title,Company\n,zqboss,Zqnone\n,zqboss,Zqnone\nbo@basil.example,Buyer,Basil\n";
    assert_eq!(counts(&bring_in(plan, file)), [3, 3, 0, 0, 0, 0]);
    let (erased, swept) = erase_leads(plan, BY, &[0, 1]).unwrap();
    swept.unwrap();
    assert_eq!((erased.value.leads, erased.value.values), (2, 4));
    assert_eq!(left_of(&folder(&workspace), &["zqboss", "zqnone"]), Vec::<String>::new());
    assert_eq!(counts(&bring_in(plan, file)), [3, 0, 0, 1, 0, 2]);
    assert_eq!(state(plan).len(), 1);
    assert!(erase_leads(plan, BY, &[0]).is_err(), "it is erased already");
    assert!(erase_leads(plan, BY, &[]).is_err());
    assert!(erase_leads(plan, BY, &[99]).is_err());
}

const WHO: [&str; 3] = ["zqana", "zqbob", "zqcyd"];
const HOUR: i64 = 3_600_000;
const START: i64 = 1_456_790_400_000;

/// A row of a made-up file: who, known by what, what is said, and whom it names besides.
#[derive(Clone, Debug)]
struct Said {
    who: usize,
    known_by: usize,
    title: usize,
    owner: usize,
    requested: Option<i64>,
}

fn said() -> impl Strategy<Value = Said> {
    let requested = prop::option::of(0..50_i64);
    (0..3_usize, 0..4_usize, 0..3_usize, 0..4_usize, requested).prop_map(
        |(who, known_by, title, owner, requested)| Said { who, known_by, title, owner, requested },
    )
}

/// A file as it is written; its last row is of somebody new each time, so that each import is one
/// that can be taken back.
fn written(file: usize, tick: usize, rows: &[Said]) -> String {
    let time = |at: i64| {
        let at = chrono::DateTime::from_timestamp_millis(at).unwrap();
        at.format("%Y-%m-%d %H:%M:%S").to_string()
    };
    let mut text = "Email,Lead ID,Job Title,Company,Owner,Content,Requested\n".to_owned();
    for row in rows {
        let who = WHO[row.who];
        let address = format!("{who}@x.example");
        let (email, id) = match row.known_by {
            0 => (address, String::new()),
            1 => (address.to_uppercase(), format!("id-{who}")),
            2 => (String::new(), format!("id-{who}")),
            _ => (format!(" {address} "), format!("id-{who}")),
        };
        let owner = WHO.get(row.owner).map_or(String::new(), |who| format!("{who}@x.example"));
        let title = ["", "Boss", "Aide"][row.title];
        let title = if title.is_empty() { String::new() } else { format!("{title} {who}") };
        let asked = row.requested.map_or_else(String::new, |hour| time(START + hour * HOUR));
        let _ = writeln!(text, "{email},{id},{title},Co {who},{owner},Guide {who},{asked}");
    }
    let as_of = START + (100 + i64::try_from(file).unwrap()) * HOUR;
    text + &format!("tick{tick}@time.example,,,,,Guide,{}\n", time(as_of))
}

/// Something that is done.
#[derive(Clone, Debug)]
enum Act {
    Import(usize),
    Undo,
    Redo,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => (0..3_usize).prop_map(Act::Import),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ];
    prop::collection::vec(act, 0..6)
}

fn run(plan: &Plan, files: &[Vec<Said>], acts: &[Act], first: usize) {
    for (tick, act) in (first..).zip(acts) {
        match act {
            Act::Import(at) if *at < files.len() => {
                let _ = bring_in(plan, &written(*at, tick, &files[*at]));
            }
            Act::Import(_) => {}
            // The first import stays: it brings whom the other workspace loses.
            Act::Undo if plan.undo_redo().unwrap().0.is_some_and(|done| done.seq <= 2) => {}
            Act::Undo => drop(undo::undo(plan, BY)),
            Act::Redo => drop(undo::redo(plan, BY)),
        }
    }
}

/// What is known of all but some, without the names of those.
fn others(plan: &Plan, gone: &BTreeSet<&str>) -> State {
    let mut known = state(plan);
    known.retain(|name, _| {
        !gone.iter().any(|who| name.contains(who)) && !name.starts_with("nobody")
    });
    for (fields, _) in known.values_mut() {
        for text in fields.values_mut() {
            for who in gone {
                *text = text.replace(&format!("{who}@x.example"), "(erased)");
            }
        }
    }
    known
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Two workspaces of the same work: in one somebody is erased on the way, in the other somebody
    /// else of whom no file speaks.
    #[test]
    fn whenever_somebody_is_erased_nothing_of_them_is_left_and_all_else_is(
        files in prop::collection::vec(prop::collection::vec(said(), 1..8), 1..4),
        before in acts(),
        who in prop::collection::btree_set(0..3_usize, 1..3),
        after in acts(),
    ) {
        let (ours, theirs) = (Workspace::new(), Workspace::new());
        let mut gone = BTreeSet::new();
        for workspace in [&ours, &theirs] {
            bring_in(&workspace.plan, "Email,Job Title\nnobody@zqnobody.example,Nobody\n");
            run(&workspace.plan, &files, &before, 0);
        }
        let known = state(&ours.plan);
        let mut names = vec!["nobody@zqnobody.example".to_owned()];
        for who in who.iter().map(|at| WHO[*at]) {
            let theirs = known.iter().filter(|(name, _)| name.contains(who));
            let said: BTreeSet<LeadField> =
                theirs.clone().flat_map(|(_, (fields, _))| fields.keys().copied()).collect();
            // Who was known by one of the two can come again by the other.
            if [LeadField::Email, LeadField::ExternalId].iter().all(|field| said.contains(field)) {
                gone.insert(who);
                names.extend(theirs.map(|(name, _)| name.clone()));
            }
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        erase(&ours.plan, &names);
        erase(&theirs.plan, &names[..1]);
        prop_assert_eq!(others(&ours.plan, &gone), others(&theirs.plan, &gone));
        run(&ours.plan, &files, &after, 100);
        run(&theirs.plan, &files, &after, 100);
        prop_assert_eq!(others(&ours.plan, &gone), others(&theirs.plan, &gone));
        let canaries: Vec<&str> = gone.iter().copied().chain(["zqnobody"]).collect();
        let mut known = state(&ours.plan);
        known.retain(|name, _| gone.iter().any(|who| name.contains(who)));
        prop_assert_eq!(known, State::new());
        prop_assert_eq!(left_of(&folder(&ours), &canaries), Vec::<String>::new());
        prop_assert_eq!(verify(&ours.path()), Vec::<String>::new());
    }
}
