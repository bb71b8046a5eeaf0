//! Real lists of content, made by others and kept outside the project. Counts were taken with
//! Python's csv module.

use std::collections::{BTreeMap, HashSet};
use std::ops::ControlFlow;

use throughline_core::import::{Preview, Sheet, import, url_key, with_told};
use throughline_core::model::Status;
use throughline_core::plan::{Plan, undo};
use throughline_tests::fixture::real;

use crate::northwind::{BY, bring_in, plan, read, show};

fn by_format(plan: &Plan) -> BTreeMap<String, usize> {
    let view = plan.view();
    let mut counts = BTreeMap::new();
    for asset in view.assets.iter() {
        let format = asset.format_id.and_then(|id| view.formats.get(id));
        let name = format.map_or_else(String::new, |format| format.name.clone());
        *counts.entry(name).or_default() += 1;
    }
    counts
}

#[test]
fn the_inventory_of_a_vendor_goes_in_and_its_markdown_doubles_nothing() {
    let (Some(list), Some(folder)) =
        (real("sourcegraph/content_inventory.csv"), real("sourcegraph/markdown"))
    else {
        return;
    };
    let plan = plan();
    let sheet = read(&list);
    columns_are_guessed(&show(&sheet, &plan));
    the_inventory_goes_in_once(&plan, &sheet);

    let markdown = read(&folder);
    let before = plan.view();
    let merged = bring_in(&plan, &markdown).tally;
    assert_eq!((merged.read, merged.added, merged.rejected.len()), (468, 0, 0));
    let view = plan.view();
    let keys: HashSet<_> = view.assets.iter().map(|asset| url_key(&asset.url)).collect();
    assert_eq!((view.assets.len(), keys.len()), (527, 527));
    let again = bring_in(&plan, &markdown).tally;
    assert_eq!((again.added, again.updated), (0, 0));
    if merged.updated > 0 {
        undo::undo(&plan, BY).unwrap();
    }
    assert_eq!(*before, *plan.view());
}

fn columns_are_guessed(shown: &Preview) {
    for (field, column) in [
        ("title", "title"),
        ("url", "url"),
        ("format", "content_type"),
        ("publishedOn", "published_date"),
        ("owner", "author"),
        ("themes", "tags"),
        ("status", "published_flag"),
        ("summary", "summary"),
        ("externalId", "asset_id"),
    ] {
        assert_eq!(shown.mapping.columns.get(field).map(String::as_str), Some(column), "{field}");
    }
}

fn the_inventory_goes_in_once(plan: &Plan, sheet: &Sheet) {
    let tally = bring_in(plan, sheet).tally;
    assert_eq!((tally.read, tally.added, tally.rejected.len()), (527, 527, 0));
    // Types as counted in the file; ours are those of the new workspace where they are alike.
    let mut counts: Vec<usize> = by_format(plan).into_values().collect();
    counts.sort_unstable();
    assert_eq!(counts, [1, 2, 2, 2, 3, 6, 6, 8, 15, 20, 37, 212, 213], "{:?}", by_format(plan));
    let view = plan.view();
    let dated: Vec<_> = view.assets.iter().filter_map(|asset| asset.published_on).collect();
    let (first, last) = (dated.iter().min().unwrap(), dated.iter().max().unwrap());
    assert_eq!((first.to_string(), last.to_string()), ("2016-02-11".into(), "2022-05-18".into()));
    assert_eq!(dated.len(), 527 - 59);
    let drafts = view.assets.iter().filter(|asset| asset.status == Status::InProduction).count();
    assert_eq!(drafts, 55);

    let again = bring_in(plan, sheet).tally;
    assert_eq!((again.added, again.updated, again.unchanged), (0, 0, 527));
}

#[test]
fn the_markdown_of_a_vendor_goes_in_by_itself() {
    let Some(folder) = real("sourcegraph/markdown") else { return };
    let plan = plan();
    let sheet = read(&folder);
    let shown = show(&sheet, &plan);
    assert!(shown.questions.iter().any(|question| question.choice == "site"));
    let tally = bring_in(&plan, &sheet).tally;
    assert_eq!((tally.read, tally.added), (468, 468));
    let again = bring_in(&plan, &sheet).tally;
    assert_eq!((again.added, again.updated, again.unchanged), (0, 0, 468));
}

#[test]
fn the_inventory_of_a_project_keeps_what_shares_an_address() {
    let Some(list) = real("cilium/content_inventory.csv") else { return };
    let plan = plan();
    let sheet = read(&list);
    let tally = bring_in(&plan, &sheet).tally;
    assert_eq!((tally.read, tally.added, tally.updated), (676, 676, 0));
    let view = plan.view();
    let addresses: HashSet<_> = view.assets.iter().map(|asset| &asset.url).collect();
    assert_eq!(addresses.len(), 671);
    let again = bring_in(&plan, &sheet).tally;
    assert_eq!((again.added, again.updated, again.unchanged), (0, 0, 676));
}

#[test]
fn a_crawl_gives_its_pages_only() {
    let Some(list) = real("screaming-frog/cilium_internal_all.csv") else { return };
    let plan = plan();
    let sheet = read(&list);
    let shown = show(&sheet, &plan);
    assert_eq!(shown.columns.len(), 74);
    assert_eq!(shown.mapping.columns["url"], "Address");
    assert_eq!(shown.mapping.columns["title"], "Title 1");
    assert_eq!(shown.mapping.columns["summary"], "Meta Description 1");
    // 215 rows, 78 of them HTML, of which 8 are redirects and 7 not indexable.
    let tally = bring_in(&plan, &sheet).tally;
    assert_eq!((tally.read, tally.added, tally.skipped), (215, 63, 152));
    let mut skips: Vec<u32> = tally.skips.into_values().collect();
    skips.sort_unstable();
    assert_eq!(skips, [7, 8, 137]);

    let all = with_told(&sheet, &[("crawl".to_owned(), "all".to_owned())], &plan.view()).unwrap();
    let done = import(&plan, BY, &sheet, &all, &|_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!((done.value.tally.added, done.value.tally.skipped), (152, 0));
}
