//! Flows: what is told of a funnel, and where it is drawn.

use super::*;
use crate::funnel::StageLedger;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What became of those that came to a stage: went on, lost, moved back, still here.
fn ledger([advanced, lost, moved_back, here]: [u32; 4]) -> StageLedger {
    let entered = advanced + lost + moved_back + here;
    StageLedger { entered, advanced, moved_back, lost, here, ..StageLedger::default() }
}

/// The funnel of stages by their names, those of deals marked, and what became of each.
fn funnel_of(stages: &[(&str, bool, [u32; 4])], seam: Option<Seam>) -> Figure {
    let ledgers: Vec<_> = stages.iter().map(|stage| ledger(stage.2)).collect();
    let stages: Vec<_> = stages
        .iter()
        .zip(&ledgers)
        .map(|((name, is_deal, _), ledger)| FunnelStage { name, is_deal: *is_deal, ledger })
        .collect();
    funnel("New business", &stages, seam)
}

fn flow(figure: &Figure) -> &Flow {
    let Picture::Flow(flow) = &figure.picture else { unreachable!() };
    flow
}

/// Two stages of leads and two of deals.
fn four() -> Figure {
    funnel_of(
        &[
            ("Inquiry", false, [1_200, 1_500, 0, 300]),
            ("MQL", false, [400, 500, 100, 200]),
            ("Discovery", true, [300, 150, 0, 50]),
            ("Proposal", true, [120, 90, 30, 0]),
        ],
        Some(Seam { leads: 400, deals: 350, direct: 150 }),
    )
}

#[test]
fn a_funnel_is_told_link_by_link() {
    let figure = four();
    assert_eq!(figure.title, "Funnel of New business");
    // 500 deals are less than a third of 3,000 leads. 1,500 ÷ 3,000 and 150 ÷ 500.
    let said = "Leads are lost most at Inquiry: 1,500 of 3,000 (50%); \
                deals at Discovery: 150 of 500 (30%).";
    assert_eq!(
        figure.summary,
        said.to_owned() + " Leads and deals are drawn to scales of their own."
    );
    let twin = figure.twin();
    assert_eq!(twin.header, ["From", "To", "How many"]);
    let seam = "400 leads → 350 deals";
    let rows = [
        ["Inquiry", "MQL", "1,200 leads (40%)"],
        ["Inquiry", "Lost", "1,500 leads (50%)"],
        ["Inquiry", "Still here", "300 leads (10%)"],
        ["MQL", seam, "400 leads (33%)"],
        ["MQL", "Lost", "500 leads (42%)"],
        ["MQL", "Moved back", "100 leads (8%)"],
        ["MQL", "Still here", "200 leads (17%)"],
        [seam, "Discovery", "350 deals"],
        ["Direct", "Discovery", "150 deals"],
        ["Discovery", "Proposal", "300 deals (60%)"],
        ["Discovery", "Lost", "150 deals (30%)"],
        ["Discovery", "Still here", "50 deals (10%)"],
        ["Proposal", "Won", "120 deals (50%)"],
        ["Proposal", "Lost", "90 deals (38%)"],
        ["Proposal", "Moved back", "30 deals (13%)"],
    ];
    assert_eq!(twin.rows, rows);
}

#[test]
fn what_ends_lies_in_the_column_that_comes_next() {
    let figure = four();
    let nodes = flow(&figure).nodes.iter();
    let told: Vec<_> =
        nodes.map(|node| (node.column, node.name.as_str(), node.note.as_str())).collect();
    let expected = [
        (0, "Inquiry", "3,000 leads"),
        (1, "MQL", "1,200 leads"),
        (1, "Lost", "1,500 (50%)"),
        (1, "Still here", "300 (10%)"),
        (2, "400 leads → 350 deals", ""),
        (2, "Direct", "150 deals"),
        (2, "Lost", "500 (42%)"),
        (2, "Moved back", "100 (8%)"),
        (2, "Still here", "200 (17%)"),
        (3, "Discovery", "500 deals"),
        (4, "Proposal", "240 deals"),
        (4, "Lost", "150 (30%)"),
        (4, "Still here", "50 (10%)"),
        (5, "Won", "120 deals"),
        (5, "Lost", "90 (38%)"),
        (5, "Moved back", "30 (13%)"),
    ];
    assert_eq!(told, expected);
    for link in &flow(&figure).links {
        let (from, to) = flow(&figure).ends(link).unwrap();
        assert_eq!(from.column + 1, to.column, "{link:?}");
    }
}

/// Whatever flows out of a stage is what came to it, to the scale of its kind.
#[test]
fn few_deals_beside_many_leads_have_a_scale_of_their_own() {
    let figure = funnel_of(
        &[("Inquiry", false, [12, 2_988, 0, 0]), ("Discovery", true, [4, 5, 0, 1])],
        Some(Seam { leads: 12, deals: 9, direct: 1 }),
    );
    let said = "Leads are lost most at Inquiry: 2,988 of 3,000 (over 99%); deals at Discovery: \
                5 of 10 (50%, too few to tell). Leads and deals are drawn to scales of their own.";
    assert_eq!(figure.summary, said);
    // A third of 3,000 for 10 deals is 100 for each.
    let values: Vec<_> = flow(&figure).links.iter().map(|link| link.value).collect();
    let expected = [12.0, 2_988.0, 900.0, 100.0, 400.0, 500.0, 100.0];
    for (value, expected) in values.iter().zip(expected) {
        assert!((value - expected).abs() < 1e-9, "{values:?}");
    }
    assert_eq!(values.len(), expected.len());
}

#[test]
fn leads_and_deals_share_a_scale_where_both_can_be_seen() {
    let figure = funnel_of(
        &[("Inquiry", false, [20, 8, 0, 2]), ("Discovery", true, [6, 0, 4, 0])],
        Some(Seam { leads: 20, deals: 10, direct: 0 }),
    );
    assert_eq!(figure.summary, "Leads are lost most at Inquiry: 8 of 30 (27%).");
    let values: Vec<_> = flow(&figure).links.iter().map(|link| link.value).collect();
    assert_eq!(values, [20.0, 8.0, 2.0, 10.0, 6.0, 4.0]);
    assert!(flow(&figure).nodes.iter().all(|node| node.name != "Direct"));
}

#[test]
fn a_journey_may_have_leads_alone_or_deals_alone() {
    let to = |figure: &Figure| {
        figure.twin().rows.into_iter().map(|row| row[1].clone()).collect::<Vec<_>>()
    };
    let leads = funnel_of(&[("Inquiry", false, [3, 1, 0, 0])], None);
    assert_eq!(to(&leads), ["Part of a deal", "Lost"]);
    assert_eq!(leads.summary, "Leads are lost most at Inquiry: 1 of 4 (25%, too few to tell).");
    let deals = funnel_of(&[("Proposal", true, [3, 0, 0, 1])], None);
    assert_eq!(to(&deals), ["Won", "Still here"]);
    assert_eq!(deals.summary, "Nothing is lost at any stage.");
    let both =
        funnel_of(&[("Inquiry", false, [3, 0, 0, 0]), ("Proposal", true, [1, 0, 0, 0])], None);
    assert_eq!(to(&both), ["Part of a deal", "Won"], "nobody knows which leads became deals");
}

#[test]
fn where_nothing_came_nothing_flows() {
    let stages = [("Inquiry", false, [0; 4]), ("Proposal", true, [0; 4])];
    let figure = funnel_of(&stages, Some(Seam { leads: 0, deals: 0, direct: 0 }));
    assert_eq!(figure.summary, "Nothing has come to a stage yet.");
    assert_eq!(flow(&figure).links, []);
    assert_eq!(flow(&funnel_of(&[], None)).nodes, []);
    assert!(svg(&figure, Theme::Light).contains(">no data</text>"));
}

#[test]
fn a_ribbon_is_as_thick_as_its_share_of_the_fullest_column() {
    let stages = [("Inquiry", false, [120, 80, 0, 40])];
    let drawn = svg(&funnel_of(&stages, None), Theme::Light);
    // 240 leads take 240 in all: a bar of 240, from it ribbons of 120, 80 and 40. Words above the
    // first bars take two lines of 14 and 6 free: from 34 on. Below the 120 that went on 8 are
    // free, then 80 and 8 more.
    for rect in [
        "x=\"0\" y=\"34\" width=\"6\" height=\"240\" rx=\"1\" fill=\"#5d6570\"",
        "x=\"360\" y=\"34\" width=\"6\" height=\"120\" rx=\"1\" fill=\"#2b56cf\"",
        "x=\"360\" y=\"162\" width=\"6\" height=\"80\" rx=\"1\" fill=\"#96231a\"",
        "x=\"360\" y=\"250\" width=\"6\" height=\"40\" rx=\"1\" fill=\"#5d6570\"",
    ] {
        assert!(drawn.contains(rect), "{rect}: {drawn}");
    }
    // 0.6 of the way from 6 to 360 is 218.4, 0.7 of it is 253.8.
    let lost = "d=\"M6 154C218.4 154 253.8 162 360 162V242C253.8 242 218.4 234 6 234z\"";
    assert!(drawn.contains(lost), "{drawn}");
    assert!(drawn.contains("viewBox=\"0 0 720 292\""), "{drawn}");
}

#[test]
fn a_page_colours_what_flows_by_class() {
    let page = svg(&four(), Theme::Page);
    assert!(!page.contains("\"#"), "{page}");
    assert!(page.contains("fill-opacity=\"0.45\" class=\"fill-danger\""), "{page}");
    assert!(letters(&page).0.len() > 30);
}

/// Left, upper, right and lower edge of every text, and the width and the height of the picture.
fn letters(svg: &str) -> (Vec<[f64; 4]>, (f64, f64)) {
    let mut reader = Reader::from_str(svg);
    let mut found = Vec::new();
    let mut size = (0.0, 0.0);
    let mut at: Option<(f64, f64, f64)> = None;
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == "svg" => {
                size = (number(&tag, "width"), number(&tag, "height"));
            }
            Event::Start(tag) if tag.name().as_ref() == "text" => {
                at = Some((number(&tag, "x"), number(&tag, "y"), number(&tag, "font-size")));
                text.clear();
            }
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::End(_) => {
                if let Some((x, y, high)) = at.take() {
                    found.push([x, y - 0.8 * high, x + width(&text, high), y + 0.2 * high]);
                }
            }
            Event::Eof => return (found, size),
            _ => {}
        }
    }
}

fn number(tag: &BytesStart<'_>, name: &str) -> f64 {
    let value = tag.try_get_attribute(name).unwrap().unwrap().value;
    value.parse().unwrap()
}

proptest! {
    #[test]
    fn no_words_lie_on_others_or_beyond_the_edge(
        counts in prop::collection::vec(
            prop::array::uniform4(prop_oneof![Just(0), 1..40_u32, 1..9_000_u32, 1..40_000_000_u32]),
            1..9_usize,
        ),
        leads in 0..6_usize,
        direct in 0..900_u32,
        name in "[A-Z][a-z]{2,14}( [a-z/]{2,14}){0,3}",
    ) {
        let stages: Vec<_> =
            counts.iter().enumerate().map(|(at, counts)| (name.as_str(), at >= leads, *counts)).collect();
        let figure = funnel_of(&stages, Some(Seam { leads: 1_412, deals: 396, direct }));
        let (words, (wide, high)) = letters(&svg(&figure, Theme::Light));
        for (at, [left, upper, right, lower]) in words.iter().enumerate() {
            prop_assert!(*left >= 0.0 && *upper >= 0.0 && *right <= wide && *lower <= high);
            for other in &words[..at] {
                let apart = other[2] <= *left || *right <= other[0] || other[3] <= *upper || *lower <= other[1];
                prop_assert!(apart, "{:?} and {:?}", words[at], other);
            }
        }
    }
}
