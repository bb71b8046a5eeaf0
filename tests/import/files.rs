//! Invented files with the traps of real ones. Expected values were worked out by hand.

use throughline_core::model::{Asset, Status};
use throughline_core::plan::{Plan, undo};

use crate::northwind::{bring_in, fixture, plan, read, show};

fn asset(plan: &Plan, title: &str) -> std::sync::Arc<Asset> {
    let view = plan.view();
    let found = view.assets.iter().find(|asset| asset.title == title);
    std::sync::Arc::clone(found.unwrap_or_else(|| panic!("no asset \"{title}\"")))
}

fn format(plan: &Plan, title: &str) -> String {
    let id = asset(plan, title).format_id.unwrap();
    plan.view().formats.get(id).unwrap().name.clone()
}

#[test]
fn the_same_list_in_every_guise_is_the_same_list() {
    for (name, delimiter, encoding, header) in [
        ("comma-bom.csv", "comma", "UTF-8", 1),
        ("tabs-utf16.tsv", "tab", "UTF-16LE", 1),
        ("semicolons-windows.csv", "semicolon", "windows-1252", 1),
        ("pipes.txt", "pipe", "UTF-8", 1),
        ("report.csv", "comma", "UTF-8", 4),
    ] {
        let plan = plan();
        let before = plan.view();
        let sheet = read(&fixture(name));
        assert_eq!(sheet.origin.delimiter.as_deref(), Some(delimiter), "{name}");
        assert_eq!(sheet.origin.encoding.as_deref(), Some(encoding), "{name}");
        assert_eq!(sheet.header_line, header, "{name}");
        let tally = bring_in(&plan, &sheet).tally;
        assert_eq!((tally.read, tally.added, tally.rejected.len()), (7, 7, 0), "{name}");
        // Row one at one cell, row three at two times two, rows four and six at one.
        assert_eq!(tally.placements, 7, "{name}");
        the_list_is_in(&plan);
        assert_eq!(bring_in(&plan, &sheet).tally.unchanged, 7, "{name}");
        undo::undo(&plan, crate::northwind::BY).unwrap();
        assert_eq!(*before, *plan.view(), "{name}");
    }
}

#[test]
fn a_workbook_saved_by_another_program_is_the_same_list() {
    let plan = plan();
    let sheet = read(&fixture("workbook.xlsx"));
    assert_eq!(sheet.origin.sheets, ["list"]);
    let tally = bring_in(&plan, &sheet).tally;
    assert_eq!((tally.read, tally.added, tally.placements), (7, 7, 7), "{:?}", tally.rejected);
    the_list_is_in(&plan);
    assert_eq!(bring_in(&plan, &sheet).tally.unchanged, 7);
}

fn the_list_is_in(plan: &Plan) {
    let view = plan.view();
    for asset in view.assets.iter().filter(|asset| asset.title != "RFP template") {
        let day = asset.published_on.map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2024-03-01"), "{}", asset.title);
    }
    for (title, name) in [
        ("How pallets learn to drive", "Blog post"),
        ("The quiet warehouse", "Article"),
        ("Selection guide for mobile robots", "Guide"),
        ("Café robots: a case", "Case study"),
        ("Cost model “AMR”", "Cost tool"),
    ] {
        assert_eq!(format(plan, title), name, "{title}");
    }
    for (title, status) in [
        ("How pallets learn to drive", Status::Published),
        ("Selection guide for mobile robots", Status::InProduction),
        ("Cost model “AMR”", Status::Retired),
        ("RFP template", Status::Planned),
        ("Café robots: a case", Status::Published),
    ] {
        assert_eq!(asset(plan, title).status, status, "{title}");
    }
    let cost = |title| asset(plan, title).cost.clone().map(|cost| (cost.minor, cost.currency));
    assert_eq!(cost("How pallets learn to drive"), Some((120_000, "USD".into())));
    assert_eq!(cost("Selection guide for mobile robots"), Some((120_000, "EUR".into())));
    assert_eq!(cost("Cost model “AMR”"), Some((123_456, "EUR".into())));
    assert_eq!(asset(plan, "How pallets learn to drive").owner, "Ada Grün");
    assert_eq!(asset(plan, "Selection guide for mobile robots").themes, ["guides", "robots"]);
}

#[test]
fn dirty_rows_are_reported_and_the_rest_goes_in() {
    let plan = plan();
    let tally = bring_in(&plan, &read(&fixture("dirty.csv"))).tally;
    assert_eq!((tally.read, tally.added), (7, 3));
    let lines: Vec<_> = tally.rejected.iter().map(|one| one.line).collect();
    assert_eq!(lines, [3, 5, 6, 7]);
    asset(&plan, "Quoted \"well\", really");
}

#[test]
fn a_german_list_tells_the_order_of_its_dates() {
    let plan = plan();
    let sheet = read(&fixture("german.csv"));
    assert!(show(&sheet, &plan).questions.is_empty());
    let tally = bring_in(&plan, &sheet).tally;
    assert_eq!((tally.added, tally.placements), (2, 2));
    let story = asset(&plan, "Was kostet ein Roboter?");
    assert_eq!(story.published_on.unwrap().to_string(), "2024-02-01");
    assert_eq!((story.status, story.owner.as_str()), (Status::InProduction, "Grün"));
    assert_eq!(format(&plan, "Was kostet ein Roboter?"), "Case study");
    assert_eq!(asset(&plan, "Leise Lager").themes, ["Roboter", "Lärm"]);
}

#[test]
fn a_crawl_gives_its_indexable_pages() {
    let plan = plan();
    let tally = bring_in(&plan, &read(&fixture("crawl.csv"))).tally;
    assert_eq!((tally.read, tally.added, tally.skipped), (6, 2, 4));
    let skips: Vec<_> = tally.skips.into_values().collect();
    assert_eq!(skips.iter().sum::<u32>(), 4);
}

#[test]
fn a_sitemap_gives_its_pages() {
    let plan = plan();
    let tally = bring_in(&plan, &read(&fixture("sitemap.xml"))).tally;
    assert_eq!((tally.read, tally.added), (2, 2));
    assert_eq!(asset(&plan, "Pallets drive").reviewed_on.unwrap().to_string(), "2024-03-05");
    // The list knows the titles; the sitemap never takes them back.
    bring_in(&plan, &read(&fixture("comma-bom.csv")));
    let again = bring_in(&plan, &read(&fixture("sitemap.xml"))).tally;
    assert_eq!((again.added, again.updated), (0, 0));
    asset(&plan, "How pallets learn to drive");
}

#[test]
fn a_folder_of_markdown_finds_the_pages_that_are_known() {
    let plan = plan();
    bring_in(&plan, &read(&fixture("comma-bom.csv")));
    let sheet = read(&fixture("site"));
    let shown = show(&sheet, &plan);
    let folders = &shown.mapping.mapped_values["folder"];
    assert_eq!(folders["blog/2024"], "https://northwind.example/blog");
    let tally = bring_in(&plan, &sheet).tally;
    // Two posts are known; the launch and the page without keys are new; one cannot be read.
    assert_eq!((tally.read, tally.added, tally.rejected.len()), (5, 2, 1));
    assert_eq!(tally.rejected[0].file.as_deref(), Some("press/broken.md"));
    assert_eq!(plan.view().assets.len(), 9);
    let quiet = asset(&plan, "The quiet warehouse");
    assert_eq!(quiet.published_on.unwrap().to_string(), "2024-04-01");
    assert_eq!(quiet.summary, "Noise is waste.");
    let launch = asset(&plan, "Northwind launches");
    assert_eq!(
        (launch.status, launch.url.as_str()),
        (Status::InProduction, "press/launch.markdown")
    );
    asset(&plan, "A line without keys");
    let again = bring_in(&plan, &sheet).tally;
    assert_eq!((again.added, again.updated), (0, 0));
}

#[test]
fn what_is_no_list_is_refused_with_a_word_on_what_to_choose() {
    let folder = tempfile::TempDir::new().unwrap();
    let picture: &[u8] =
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00";
    for (bytes, said) in [
        (picture, "This is not a text file"),
        (
            b"\x7fELF\x02\x01\x01\x00\x00\x00\x03\x00>\x00\x01\x00\x00\x00",
            "This is not a text file",
        ),
        (b"%PDF-1.7\n", "This is a PDF"),
        (b"\x1f\x8b\x08\x00", "compressed"),
        (b"<!doctype html><title>Sign in</title>", "a sign-in page"),
        (b"", "There are no rows"),
    ] {
        let path = folder.path().join("list.csv");
        std::fs::write(&path, bytes).unwrap();
        let error = throughline_tests::host::read(&path, None).unwrap_err();
        assert!(error.to_string().contains(said), "{said}: {error}");
    }
}
