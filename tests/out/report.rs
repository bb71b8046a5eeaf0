//! The report in every form: what it says of the sample a month later, and that whatever stands in
//! a plan stays a text in it.

use dom_query::Document;
use serde_json::{Value, json};
use throughline_core::model::{Funding, Status};
use throughline_tests::fixture::Quarter;
use throughline_tests::page::{dangers, words};
use throughline_tests::pdf::poppler;

const HOSTILE: &str =
    "</style><script>alert(1)</script>#image(\"x.svg\") $x^2$ *b* _i_ \\ @a <l> {{7*7}}";

pub(crate) fn saved(quarter: &Quarter, format: &str, more: &Value) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("report.{format}"));
    *quarter.host.target.lock().unwrap() = Some(path.clone());
    let mut request = json!({ "format": format });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    quarter.host.call("export.report", request);
    std::fs::read(path).unwrap()
}

pub(crate) fn of_review(quarter: &Quarter, format: &str) -> Vec<u8> {
    saved(quarter, format, &json!({ "reviewId": quarter.review }))
}

/// A sum as people read it, added up from the plan by itself.
fn budgets(quarter: &Quarter, funding: Funding) -> String {
    let view = quarter.host.workspace().plan.view();
    let planned = [Status::Idea, Status::Planned, Status::InProduction];
    let of = view
        .assets
        .iter()
        .filter(|asset| asset.funding == Some(funding) && planned.contains(&asset.status));
    let cents: i64 = of.filter_map(|asset| asset.budget.as_ref()).map(|money| money.minor).sum();
    let (thousands, rest) = (cents / 100_000, cents % 100_000);
    format!("{thousands},{:03}.{:02} EUR", rest / 100, rest % 100)
}

/// What the report says in every form. The states of the first journey are those of
/// tests/plan/sample.rs but for three cells that [`Quarter`] turned; with the weights 5, 4, 4, 3, 3
/// and 2 the credits are 20 + 14 + 18 + 12 + 9 + 1 = 74 of 35 + 28 + 28 + 21 + 18 + 10 = 140.
fn told(quarter: &Quarter) -> Vec<String> {
    let mut told = vec![
        "Northwind Cloud · report as of 1 October 2026".to_owned(),
        "Quarterly review, autumn".to_owned(),
        "New business: score 53 of 100; 15 of 39 cells are covered, 12 have nothing live."
            .to_owned(),
        "1 cell turned for the better, 1 for the worse.".to_owned(),
        "The largest gap is CFO at Evaluation.".to_owned(),
        "New business: from 52 to 53".to_owned(),
        "Sales asked for fewer posts and more proof.".to_owned(),
        "What changed in the programmes".to_owned(),
        "20 September 2026: Starts two weeks later".to_owned(),
        "Fund the security pack for the CISO".to_owned(),
        "Interview two CISOs".to_owned(),
        "Summer review".to_owned(),
        // Of five questions on people three are rated by [`Quarter`], and one more by the sample.
        "4 of 5 rated".to_owned(),
        "Offers for every stage".to_owned(),
    ];
    told.push(format!("Funded: {}", budgets(quarter, Funding::Fund)));
    told.push(format!("Not now: {}", budgets(quarter, Funding::NotNow)));
    told
}

#[test]
fn the_document_says_what_the_review_talks_about() {
    let quarter = Quarter::set_up();
    let pdf = of_review(&quarter, "pdf");
    let text = poppler("pdftotext", &["-nodiag"], &pdf);
    for sentence in told(&quarter) {
        assert!(text.contains(&sentence), "{sentence}\n{text}");
    }
    // The map is text too: the row of the CFO, its score 20 of 35.
    for part in ["weight 5", "57", "unhelpful", "Page 1 of"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn the_document_can_be_read_aloud_and_carries_its_fonts() {
    let quarter = Quarter::set_up();
    let pdf = of_review(&quarter, "pdf");
    let info = poppler("pdfinfo", &[], &pdf);
    for fact in [
        "Title: Quarterly review, autumn",
        "Author: Northwind Cloud",
        "Tagged: yes",
        "JavaScript: no",
        "Page size: 595.276 x 841.89 pts (A4)",
    ] {
        assert!(info.contains(fact), "{fact}: {info}");
    }
    let fonts = poppler("pdffonts", &[], &pdf);
    assert!(fonts.contains("Inter-Regular") && fonts.contains("Inter-SemiBold"), "{fonts}");
    let letter = saved(&quarter, "pdf", &json!({ "paper": "letter" }));
    assert!(poppler("pdfinfo", &[], &letter).contains("612 x 792 pts (letter)"));
    assert_eq!(of_review(&quarter, "pdf"), pdf, "the same report is the same file");
}

#[test]
fn the_page_says_the_same() {
    let quarter = Quarter::set_up();
    let text = String::from_utf8(of_review(&quarter, "html")).unwrap();
    let page = Document::from(text.as_str());
    let said = words(&page.select("main").text());
    for sentence in told(&quarter) {
        assert!(said.contains(&sentence), "{sentence}\n{said}");
    }
    let links = dangers(&page);
    assert!(links.iter().all(|one| one.starts_with("a href=#part-")), "{links:?}");
    let policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content").unwrap();
    assert_eq!(policy.to_string(), "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    // Every picture has a name and a twin.
    for figure in &page.select("figure") {
        assert!(!figure.select("svg > title").text().is_empty());
        assert!(figure.select("details tbody tr").length() > 0);
    }
}

#[test]
fn without_a_review_it_compares_with_the_snapshot_asked_for() {
    let quarter = Quarter::set_up();
    let page = |more: Value| String::from_utf8(saved(&quarter, "html", &more)).unwrap();
    let compared = page(json!({ "snapshotId": quarter.snapshot }));
    assert!(compared.contains("What turned since Q3 2026") && !compared.contains("Summer review"));
    assert!(!page(json!({})).contains("What turned since"));
    let names = quarter.host.suggested.lock().unwrap().clone();
    assert_eq!(names.last().unwrap(), "Northwind Cloud report 2026-10-01.html");
}

#[test]
fn hostile_texts_stay_texts() {
    let quarter = Quarter::set_up();
    let host = &quarter.host;
    let view = host.workspace().plan.view();
    let persona = view.personas.in_order()[0].id;
    host.call("persona.update", json!({ "id": persona, "set": { "name": HOSTILE } }));
    let needs = host.call("need.list", json!({}));
    for need in needs.as_array().unwrap() {
        host.call("need.update", json!({ "id": need["id"], "set": { "text": HOSTILE } }));
    }
    let lines = host.call("review.funding", json!({}));
    let title = json!({ "id": lines["lines"][0]["assetId"], "set": { "title": HOSTILE } });
    host.call("asset.update", title);
    host.call("workspace.update", json!({ "set": { "name": HOSTILE } }));
    let decision =
        json!({ "reviewId": quarter.review, "text": "x".repeat(4_000), "owner": HOSTILE });
    host.call("decision.create", json!({ "fields": decision }));
    let text = String::from_utf8(of_review(&quarter, "html")).unwrap();
    let page = Document::from(text.as_str());
    let links = dangers(&page);
    assert!(links.iter().all(|one| one.starts_with("a href=#part-")), "{links:?}");
    assert!(page.select("td").iter().any(|cell| cell.text().contains(HOSTILE)));
    let pdf = of_review(&quarter, "pdf");
    let said: String = poppler("pdftotext", &["-nodiag", "-raw"], &pdf).split(' ').collect();
    let hostile: String = HOSTILE.split(' ').collect();
    let said = said.replace('\u{200b}', "");
    assert!(said.matches(&hostile).count() > 5, "{said}");
    assert!(poppler("pdfinfo", &[], &pdf).contains("JavaScript: no"));
}

#[test]
fn a_report_is_written_whatever_letters_its_names_have() {
    let quarter = Quarter::set_up();
    let persona = quarter.host.workspace().plan.view().personas.in_order()[0].id;
    // Of a noncharacter no machine has a letter; of the others it may have some.
    let name = "\u{627}\u{644}\u{645}\u{634}\u{62a}\u{631}\u{64a} \u{1f680}\u{fe0f} \u{8cac}\u{4efb}\u{8005} \u{fdd0}end";
    quarter.host.call("persona.update", json!({ "id": persona, "set": { "name": name } }));
    let said = poppler("pdftotext", &["-layout"], &saved(&quarter, "pdf", &json!({})));
    assert!(said.contains("\u{25a1}end"), "{said}");
}
