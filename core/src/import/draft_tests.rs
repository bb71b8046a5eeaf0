use super::*;
use crate::import::{NamedFile, Reader, complete, import, preview, read_files, with_told};
use crate::model::{DecisionRole, Millis, PersonaFields};
use crate::plan::{By, Op, Plan, Preset, Setup, Verb, undo};
use proptest::prelude::*;

const ON: &dyn Fn(usize, usize) -> ControlFlow<()> = &|_, _| ControlFlow::Continue(());
const BY: By = By { member: None, at: Millis(1_700_000_000_000) };

fn plan() -> Plan {
    let setup = Setup {
        name: "Northwind Robotics".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        member: "Ada".to_owned(),
        preset: Preset::Default,
    };
    let plan = Plan::in_memory(BY, setup).unwrap();
    let op = Op::many(Verb::Create, crate::id::EntityKind::Persona, 2);
    plan.transact(BY, op, |tx| {
        tx.create(PersonaFields::named("CFO", DecisionRole::EconomicBuyer, 5))?;
        tx.create(PersonaFields::named("Plant manager", DecisionRole::Champion, 4))
    })
    .unwrap();
    plan
}

fn read(files: &[NamedFile]) -> Sheet {
    let workbooks = || Err(Error::NoWorkspace);
    read_files(files, None, &Reader { workbooks: &workbooks, progress: ON }).unwrap()
}

fn sheet(text: &str) -> Sheet {
    read(&[("list.csv".to_owned(), text.as_bytes().to_vec())])
}

fn bring_in(plan: &Plan, sheet: &Sheet) -> Tally {
    let mapping = complete(sheet, None, &plan.view()).unwrap();
    import(plan, BY, sheet, &mapping, ON).unwrap().value.tally
}

/// The number of the newest edit: an import that changes nothing leaves none.
fn last_edit(plan: &Plan) -> Option<i64> {
    plan.undo_redo().unwrap().0.map(|done| done.seq)
}

fn counts(tally: &Tally) -> [u32; 6] {
    let rejected = count(tally.rejected.len());
    [tally.read, tally.added, tally.updated, tally.unchanged, tally.skipped, rejected]
}

#[test]
fn the_same_file_again_changes_nothing_and_one_undo_takes_it_back() {
    let plan = plan();
    let before = plan.view();
    let sheet = sheet(
        "Title,URL,Type,Tags,Status\nA guide,https://a.example/a,Guide,x; y,Live\n\
         B,https://a.example/b/?utm_source=x,Liveblog,,Draft\n",
    );
    assert_eq!(counts(&bring_in(&plan, &sheet)), [2, 2, 0, 0, 0, 0]);
    let after = plan.view();
    let revision = last_edit(&plan);
    assert_eq!(counts(&bring_in(&plan, &sheet)), [2, 0, 0, 2, 0, 0]);
    assert_eq!(last_edit(&plan), revision);
    assert_eq!(*after, *plan.view());
    undo::undo(&plan, BY).unwrap();
    assert_eq!(*before, *plan.view());
}

#[test]
fn a_row_updates_what_it_carries_and_an_empty_cell_erases_nothing() {
    let plan = plan();
    bring_in(&plan, &sheet("Title,URL,Owner,Tags\nOne,https://a.example/1,Ada,x\n"));
    let newer = sheet("URL,Title,Owner,Tags\nhttp://A.example/1/#top,One again,,y; z\n");
    assert_eq!(counts(&bring_in(&plan, &newer)), [1, 0, 1, 0, 0, 0]);
    let view = plan.view();
    let asset = view.assets.iter().next().unwrap();
    assert_eq!((asset.title.as_str(), asset.owner.as_str()), ("One again", "Ada"));
    assert_eq!((asset.url.as_str(), asset.themes.join(" ")), ("https://a.example/1", "y z".into()));
    undo::undo(&plan, BY).unwrap();
    assert_eq!(plan.view().assets.iter().next().unwrap().title, "One");
}

#[test]
fn the_later_row_of_the_same_page_updates_the_earlier() {
    let plan = plan();
    let twice = sheet(
        "Title,URL,Owner\nOne,https://a.example/1,Ada\nUno,https://a.example/1/,\n\
         Uno,https://a.example/1?utm_source=x,\n",
    );
    assert_eq!(counts(&bring_in(&plan, &twice)), [3, 1, 1, 1, 0, 0]);
    // Each row alone would change it back and forth; together they leave it as it is.
    assert_eq!(counts(&bring_in(&plan, &twice)), [3, 0, 0, 3, 0, 0]);
    let view = plan.view();
    let asset = view.assets.iter().next().unwrap();
    assert_eq!((asset.title.as_str(), asset.owner.as_str()), ("Uno", "Ada"));
}

#[test]
fn external_ids_hold_apart_what_shares_an_address() {
    let plan = plan();
    let ids = sheet(
        "Asset ID,Title,URL\nn-1,One,https://a.example/x\nn-2,Two,https://a.example/x\n\
         n-1,Uno,https://a.example/moved\n",
    );
    assert_eq!(counts(&bring_in(&plan, &ids)), [3, 2, 1, 0, 0, 0]);
    assert_eq!(counts(&bring_in(&plan, &ids)), [3, 0, 0, 3, 0, 0]);
    // Without an id the address decides, and the id stays.
    bring_in(&plan, &sheet("Title,URL\nZwei,https://a.example/x\n"));
    let view = plan.view();
    let titles: Vec<_> =
        view.assets.iter().map(|one| (one.external_id.as_str(), one.title.as_str())).collect();
    assert_eq!(titles, [("n-1", "Uno"), ("n-2", "Zwei")]);
}

#[test]
fn a_title_identifies_where_there_is_nothing_else() {
    let plan = plan();
    let titles = sheet("Title,Owner\nRFP template,Ada\nPrice list,Ben\n");
    assert_eq!(counts(&bring_in(&plan, &titles)), [2, 2, 0, 0, 0, 0]);
    assert_eq!(counts(&bring_in(&plan, &titles)), [2, 0, 0, 2, 0, 0]);
    let shouted = sheet("Title,Owner\nRFP TEMPLATE,Eve\n");
    assert_eq!(counts(&bring_in(&plan, &shouted)), [1, 0, 1, 0, 0, 0]);
}

#[test]
fn a_title_finds_what_was_there_before_and_has_an_address() {
    let plan = plan();
    bring_in(
        &plan,
        &sheet("Title,URL\nRFP template,https://a.example/rfp\nB,https://a.example/b\n"),
    );
    let placed = sheet("Title,Persona,Stage\nRFP Template,CFO,Proposal\n");
    let tally = bring_in(&plan, &placed);
    assert_eq!((counts(&tally), tally.placements), ([1, 0, 1, 0, 0, 0], 1));
}

#[test]
fn files_with_the_same_title_are_different_files() {
    let plan = plan();
    let files = ["a/intro.md", "b/intro.md"].map(|path| (path.to_owned(), b"# Intro\n".to_vec()));
    let both = read(&files);
    assert_eq!(counts(&bring_in(&plan, &both)), [2, 2, 0, 0, 0, 0]);
    assert_eq!(counts(&bring_in(&plan, &both)), [2, 0, 0, 2, 0, 0]);
}

#[test]
fn personas_and_stages_become_unchecked_placements() {
    let plan = plan();
    let placed = sheet(
        "Title,URL,Persona,Stage\nOne,https://a.example/1,CFO; plant managers,Evaluation|Proposal\n\
         Two,https://a.example/2,\"CFO, Astronaut\",Discovery\nThree,https://a.example/3,CFO,\n",
    );
    let shown = preview(&placed, None, &plan.view(), ON).unwrap();
    // Row one: two personas at two stages; row two: the CFO alone; row three has no stage.
    assert_eq!(shown.tally.placements, 5);
    assert!(shown.notes.iter().any(|note| note.contains("1 row named several personas")));
    assert!(shown.notes.iter().any(|note| note.contains("Astronaut")));
    let tally = bring_in(&plan, &placed);
    assert_eq!(tally.placements, 5);
    let view = plan.view();
    assert_eq!((view.placements.len(), view.verdicts.len()), (5, 0));
    assert_eq!(bring_in(&plan, &placed).placements, 0);
}

#[test]
fn rows_that_cannot_be_read_are_reported_and_the_rest_goes_in() {
    let plan = plan();
    let dirty = sheet(
        "Title,URL,Publish date,Production cost\nGood,https://a.example/1,2024-03-01,\"$1,200\"\n\
         Bad date,https://a.example/2,31.02.2024,\nBad cost,https://a.example/3,,a lot\n,,2024-03-01,\n\
         Blank,https://a.example/4,n/a,TBD\n",
    );
    let tally = bring_in(&plan, &dirty);
    assert_eq!(counts(&tally), [5, 2, 0, 0, 0, 3]);
    let lines: Vec<_> = tally.rejected.iter().map(|one| one.line).collect();
    assert_eq!(lines, [3, 4, 5]);
    let view = plan.view();
    let cost = view.assets.iter().next().unwrap().cost.clone().unwrap();
    assert_eq!((cost.minor, cost.currency.as_str()), (120_000, "USD"));
}

#[test]
fn an_open_order_of_dates_is_asked_once() {
    let plan = plan();
    let open = sheet("Title,URL,Published\nOne,https://a.example/1,3/1/2024\n");
    let asked = preview(&open, None, &plan.view(), ON).unwrap();
    assert_eq!(asked.questions[0].choice, "dateOrder");
    assert_eq!(counts(&bring_in(&plan, &open)), [1, 1, 0, 0, 0, 0]);
    assert_eq!(plan.view().assets.iter().next().unwrap().published_on, None);
    let told = [("dateOrder".to_owned(), "monthFirst".to_owned())];
    let mapping = with_told(&open, &told, &plan.view()).unwrap();
    import(&plan, BY, &open, &mapping, ON).unwrap();
    let published = plan.view().assets.iter().next().unwrap().published_on;
    assert_eq!(published.map(|day| day.to_string()).as_deref(), Some("2024-03-01"));
}

#[test]
fn a_mapping_told_by_hand_is_remembered_for_the_header() {
    let plan = plan();
    let list = sheet("Label,Where,Sort\nOne,https://a.example/1,Story\n");
    let told = [("title".to_owned(), "Label".to_owned()), ("type".to_owned(), "Sort".to_owned())];
    let mapping = with_told(&list, &told, &plan.view()).unwrap();
    import(&plan, BY, &list, &mapping, ON).unwrap();
    let next =
        sheet("Label,Where,Sort\nTwo,https://a.example/2,Story\nThree,https://a.example/3,Tale\n");
    let remembered = complete(&next, None, &plan.view()).unwrap();
    assert_eq!(remembered.columns["format"], "Sort");
    assert_eq!(counts(&bring_in(&plan, &next)), [2, 2, 0, 0, 0, 0]);
    let wrong = [("title".to_owned(), "Nowhere".to_owned())];
    assert!(with_told(&list, &wrong, &plan.view()).is_err());
}

#[test]
fn a_cancelled_import_changes_nothing() {
    let plan = plan();
    let list = sheet("Title,URL\nOne,https://a.example/1\n");
    let mapping = complete(&list, None, &plan.view()).unwrap();
    let stop = import(&plan, BY, &list, &mapping, &|_, _| ControlFlow::Break(()));
    assert!(matches!(stop, Err(Error::Cancelled)));
    assert_eq!(plan.view().assets.len(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_list_twice_changes_nothing_the_second_time(
        rows in prop::collection::vec(
            ("[a-c]{0,2}", "[a-c/?#]{0,4}", "(x|y|)", "(CFO|Astronaut|Plant manager|)", "(Proposal|)"),
            1..25,
        ),
    ) {
        let lines: Vec<String> = rows
            .iter()
            .map(|(title, path, id, persona, stage)| {
                // A tool gives one id to one page.
                let path = if id.is_empty() { path } else { id };
                let url = if path.is_empty() { String::new() } else { format!("https://a.example/{path}") };
                format!("{title},{url},{id},{persona},{stage}\n")
            })
            .collect();
        let text = format!("Title,URL,Asset ID,Persona,Stage\n{}z,https://z.example,z,,\n", lines.concat());
        let list = sheet(&text);
        let told = ["title", "url", "externalId", "persona", "stage"]
            .iter()
            .zip(["Title", "URL", "Asset ID", "Persona", "Stage"])
            .map(|(field, column)| ((*field).to_owned(), column.to_owned()))
            .collect::<Vec<_>>();
        let plan = plan();
        let mapping = with_told(&list, &told, &plan.view()).unwrap();
        let first = import(&plan, BY, &list, &mapping, ON).unwrap().value.tally;
        let [read, added, updated, unchanged, skipped, rejected] = counts(&first);
        prop_assert_eq!(read, added + updated + unchanged + skipped + rejected);
        let (before, revision) = (plan.view(), last_edit(&plan));
        let again = import(&plan, BY, &list, &mapping, ON).unwrap().value.tally;
        prop_assert_eq!((again.added, again.updated), (0, 0));
        prop_assert_eq!(last_edit(&plan), revision);
        prop_assert_eq!(&*before, &*plan.view());
    }
}
