//! The scorecard: the figures that lead each family, what others published, and the way to a family.

use serde_json::json;
use tempfile::TempDir;
use throughline_tests::terminal::make_sample;
use throughline_tests::window::journey;

use crate::kpis::imported;

#[test]
fn a_marketing_leader_reads_the_scorecard_and_opens_a_family() {
    let folder = TempDir::new().unwrap();
    let file = imported(folder.path());
    journey("scorecard", &[&file.display().to_string()], async |window| {
        window.go("#/home").await;
        window.press("g").await;
        window.press("2").await;
        window.by_role("heading", "Scorecard").await;
        window.shows("Q4 2016").await;
        window.by_role("region", "Revenue").await;
        window.pictures("scorecard").await;
        window.assert_accessible_in_both("the scorecard").await;
        let told = window.call("kpi.scorecard", json!({})).await;
        assert_eq!(told["report"]["values"].as_array().unwrap().len(), 18);
        // Theirs is marked, and each has a place of its own.
        for reference in told["references"].as_array().unwrap() {
            window.shows(reference["reference"]["said"].as_str().unwrap()).await;
        }
        let marks = "return [...document.querySelectorAll('main section li')]
            .filter((one) => one.innerText.includes('Reference')).length";
        assert_eq!(window.script(marks, vec![]).await, 6);
        window.press("[").await;
        window.shows("Q3 2016").await;
        window.focus("link", "Win rate").await;
        window.press("Enter").await;
        window.by_role("heading", "KPIs").await;
        window.shows("Q3 2016").await;
        window.shows("Win rate over time").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn a_scorecard_of_nothing_says_what_it_needs() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Empty.throughline");
    make_sample(&file);
    journey("scorecard-empty", &[&file.display().to_string()], async |window| {
        window.go("#/scorecard").await;
        window.shows("No figures yet").await;
        window.shows("What others published").await;
        window.pictures("scorecard-empty").await;
        window.assert_accessible_in_both("a scorecard of nothing").await;
    });
}
