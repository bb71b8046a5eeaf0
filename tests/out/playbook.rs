//! The playbook as a page: what a rep reads in it, and that nothing in it runs or fetches.

use dom_query::Document;
use serde_json::json;
use throughline_core::api::export::{DocumentFormat, PlaybookOf};
use throughline_core::api::{Context, save_playbook};
use throughline_tests::host::TestHost;
use throughline_tests::page::{dangers, words};
use throughline_tests::pdf::poppler;

fn page(host: &TestHost) -> String {
    let file = tempfile::NamedTempFile::with_suffix(".html").unwrap();
    let context = Context { host, speaker: None };
    save_playbook(context, &PlaybookOf::default(), file.path()).unwrap();
    std::fs::read_to_string(file.path()).unwrap()
}

/// The contents lead to the seven stages of the page; nothing else in it leads anywhere but out.
fn contents() -> Vec<String> {
    (1..=7).map(|stage| format!("a href=#stage-{stage}")).collect()
}

fn texts(page: &Document, selector: &str) -> Vec<String> {
    page.select(selector).iter().map(|one| words(&one.text())).collect()
}

#[test]
fn each_stage_says_what_to_use_and_what_to_say() {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    let text = page(&host);
    let page = Document::from(text.as_str());
    let stages = ["Inquiry", "MQL", "SAL", "Discovery", "Evaluation", "Proposal", "Negotiation"];
    assert_eq!(texts(&page, ".stage h2"), stages);
    // The CFO at Discovery, as the sample's tables have it.
    let cfo = "#stage-4 .persona:first-of-type";
    assert_eq!(texts(&page, &format!("{cfo} h3")), ["CFO Economic buyer"]);
    let pieces = texts(&page, &format!("{cfo} .pieces > li"));
    assert!(pieces[0].starts_with("TCO worksheet for storage and backup"), "{pieces:?}");
    assert!(pieces[0].contains("Bring the worksheet half filled: the gaps start the talk."));
    assert!(pieces[0].contains("Answers: What do we pay today, all five budgets together?"));
    let lines = texts(&page, &format!("{cfo} .lines > li"));
    assert_eq!(
        lines,
        ["What do we pay today, all five budgets together? question \
          Answered by TCO worksheet for storage and backup."]
    );
    // Nothing that is stale, planned or a no is to be used.
    let view = host.workspace().plan.view();
    let titles = texts(&page, ".pieces .title");
    for asset in view.assets.iter().filter(|one| titles.contains(&one.title)) {
        assert_eq!(json!(asset.status), "published", "{}", asset.title);
    }
    assert_eq!(dangers(&page), contents());
}

#[test]
fn on_paper_it_says_the_same_a_page_a_stage() {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    let file = tempfile::NamedTempFile::with_suffix(".pdf").unwrap();
    let request = PlaybookOf { format: Some(DocumentFormat::Pdf), ..PlaybookOf::default() };
    save_playbook(Context { host: &host, speaker: None }, &request, file.path()).unwrap();
    let pdf = std::fs::read(file.path()).unwrap();
    let text = poppler("pdftotext", &["-nodiag"], &pdf);
    for said in [
        "Northwind Cloud · playbook as of 1 September 2026",
        "CFO · Economic buyer, weight 5 of 5",
        "TCO worksheet for storage and backup",
        "What do we pay today, all five budgets together?",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let pages = poppler("pdfinfo", &[], &pdf);
    let pages = pages.split("Pages: ").nth(1).unwrap().split(' ').next().unwrap();
    assert!(pages.parse::<u32>().unwrap() >= 7, "{pages}");
}

#[test]
fn hostile_texts_stay_texts() {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    let hostile = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{7*7}}";
    let stages = host.call("stage.list", json!({}));
    let rename = json!({ "id": stages[3]["id"], "set": {
        "name": hostile, "exitCriterion": hostile } });
    host.call("stage.update", rename);
    let playbook = host.call("playbook.get", json!({}));
    let persona = &playbook[3]["personas"][0];
    let asset = json!({ "id": persona["assets"][0]["assetId"], "set": {
        "title": hostile, "takeaways": [hostile], "url": "javascript:alert(1)" } });
    host.call("asset.update", asset);
    let need = json!({ "id": persona["dialogue"][0]["needId"], "set": { "text": hostile } });
    host.call("need.update", need);
    let change = json!({ "id": persona["personaId"], "set": {
        "name": hostile, "challenges": [hostile] } });
    host.call("persona.update", change);
    let text = page(&host);
    let page = Document::from(text.as_str());
    assert_eq!(dangers(&page), contents());
    assert!(texts(&page, "h2").iter().any(|one| one.contains("<script>alert(1)</script>")));
    assert!(texts(&page, ".takeaways li").iter().any(|one| one.contains("{{7*7}}")));
}
