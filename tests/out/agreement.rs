//! The agreement between marketing and sales as one page to sign: what it says, and that it stays text.

use dom_query::Document;
use serde_json::{Value, json};
use throughline_tests::host::TestHost;
use throughline_tests::page::{dangers, words};
use throughline_tests::pdf::poppler;

/// All that can be agreed, at the length at which people agree it.
fn full() -> Value {
    json!({
        "startsOn": "2026-11-01",
        "definitions": {
            "inquiry": "Somebody who asked for content or got in touch, and whom we can reach.",
            "mql": "An inquiry that fits whom we want to win and is warm or hot.",
            "sal": "A lead that was handed over, and that sales has accepted to follow up.",
            "warm": "A score of 60 points or more, 20 of them for what it did; warm no more below 40.",
            "hot": "Asked for a demo, a quote or to be contacted: handed over at once, and hot until \
                    it is answered, for 30 days at most.",
        },
        "profile": {
            "industries": ["Banking", "Insurance", "Manufacturing"],
            "countries": ["Germany", "Austria", "Switzerland"],
            "sizeFrom": 200, "sizeTo": 5000,
            "notes": "Runs its own data centres, and renews its storage within a year.",
        },
        "marketing": {
            "leads": 1200, "accepted": 70,
            "context": ["email", "name", "title", "company", "persona", "request"],
        },
        "sales": { "hours": 48, "hotMinutes": 60, "answered": 90, "touches": 3, "days": 10 },
        "marketingQuota": { "leads": 60, "revenue": { "minor": 4_000_000, "currency": "EUR" } },
        "salesQuota": { "leads": 40, "revenue": { "minor": 12_000_000, "currency": "EUR" } },
        "notes": "Both sides meet on the first Monday of a month.\n\nWho changes a programme says so.",
        "marketingSigner": "Mara Ruiz",
        "salesSigner": "D. Okafor",
    })
}

fn agreed(fields: &Value) -> (TestHost, Value) {
    let host = TestHost::with_workspace();
    let made = host.call("agreement.create", json!({ "fields": fields }));
    (host, made["value"]["id"].clone())
}

fn saved(host: &TestHost, id: &Value, more: &Value) -> Vec<u8> {
    let ending = format!(".{}", more["format"].as_str().unwrap());
    let file = tempfile::NamedTempFile::with_suffix(ending).unwrap();
    *host.target.lock().unwrap() = Some(file.path().to_owned());
    let mut request = json!({ "id": id });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    host.call("export.agreement", request);
    std::fs::read(file.path()).unwrap()
}

fn pages(pdf: &[u8]) -> String {
    let told = poppler("pdfinfo", &[], pdf);
    told.split("Pages: ").nth(1).unwrap().trim().split(' ').next().unwrap().to_owned()
}

const SAID: [&str; 14] = [
    "Agreement between marketing and sales",
    "from November 2026",
    "1,200 leads handed over a month",
    "At least 70% of the leads that sales answers are accepted",
    "e-mail address, name, job title, company, persona, what it requested",
    "within 48 hours, weekends and holidays not counted",
    "A hot lead within 60 working minutes",
    "at least 3 times in 10 days",
    "Between 200 and 5,000 people",
    "120,000.00 EUR",
    "A score of 60 points or more",
    "Both sides meet on the first Monday of a month.",
    "Mara Ruiz",
    "D. Okafor",
];

#[test]
fn a_full_agreement_is_one_page_to_sign() {
    let (host, id) = agreed(&full());
    for paper in ["a4", "letter"] {
        let pdf = saved(&host, &id, &json!({ "format": "pdf", "paper": paper }));
        assert_eq!(pages(&pdf), "1", "{paper}");
        let info = poppler("pdfinfo", &[], &pdf);
        assert!(info.contains("Tagged: yes"), "{info}");
        let text = poppler("pdftotext", &["-nodiag"], &pdf);
        for said in SAID {
            assert!(words(&text).contains(said), "{paper}, {said}: {text}");
        }
        assert_eq!(text.matches("Date and signature").count(), 2, "{text}");
    }
    let page = saved(&host, &id, &json!({ "format": "html" }));
    let page = Document::from(String::from_utf8(page).unwrap());
    let text = words(&page.select("main").text());
    for said in SAID {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(page.select(".signatures .line").length(), 4);
    assert_eq!(dangers(&page), Vec::<String>::new());
}

#[test]
fn what_is_not_agreed_is_left_out_and_names_can_be_written_by_hand() {
    let (host, id) = agreed(&json!({ "startsOn": "2026-11-01" }));
    let pdf = saved(&host, &id, &json!({ "format": "pdf" }));
    let text = poppler("pdftotext", &["-nodiag"], &pdf);
    assert!(text.contains("Nothing is agreed yet"), "{text}");
    assert!(!text.contains("Quotas") && !text.contains("Whom we want to win"), "{text}");
    assert_eq!(text.matches("Date and signature").count(), 2, "{text}");
}

#[test]
fn hostile_texts_of_an_agreement_stay_texts() {
    let hostile = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{7*7}}";
    let mut fields = full();
    fields["definitions"]["mql"] = json!(hostile);
    fields["profile"]["industries"] = json!([hostile]);
    fields["notes"] = json!(hostile);
    fields["salesSigner"] = json!(hostile);
    let (host, id) = agreed(&fields);
    let page = saved(&host, &id, &json!({ "format": "html" }));
    let page = Document::from(String::from_utf8(page).unwrap());
    assert!(page.select("script, img").is_empty());
    assert_eq!(dangers(&page), Vec::<String>::new());
    assert!(words(&page.select(".signatures").text()).contains("<script>alert(1)</script>"));
    let pdf = saved(&host, &id, &json!({ "format": "pdf" }));
    assert!(poppler("pdftotext", &["-nodiag"], &pdf).contains("<script>alert(1)"));
}
