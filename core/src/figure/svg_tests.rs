//! What is drawn: where, in which words, and that it is XML whatever it says.

use super::*;
use crate::model::{Money, Word};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

fn bars(bars: &[(&str, Option<f64>)], full: f64) -> Figure {
    let bar = |(label, value): &(&str, Option<f64>)| BarMark {
        label: (*label).to_owned(),
        note: String::new(),
        value: *value,
        text: value.map_or_else(|| "no data".to_owned(), |value| value.to_string()),
        state: None,
    };
    Figure {
        title: "Bars".to_owned(),
        summary: "Some bars.".to_owned(),
        picture: Picture::Bars(Bars {
            labels: "What".to_owned(),
            values: "How much".to_owned(),
            full,
            bars: bars.iter().map(bar).collect(),
            references: Vec::new(),
        }),
    }
}

/// Its texts, as a reader of XML finds them; fails where it is not well formed.
fn texts(svg: &str) -> Vec<String> {
    let mut reader = Reader::from_str(svg);
    let mut texts = Vec::new();
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(name) => match name.xml10_content().as_ref() {
                "amp" => text.push('&'),
                "lt" => text.push('<'),
                "gt" => text.push('>'),
                "quot" => text.push('"'),
                "#39" => text.push('\''),
                other => panic!("an unknown reference: {other}"),
            },
            Event::End(_) if !text.is_empty() => texts.push(std::mem::take(&mut text)),
            Event::Eof => return texts,
            _ => {}
        }
    }
}

#[test]
fn a_bar_is_as_long_as_its_share_of_the_track() {
    let drawn = svg(&bars(&[("One", Some(1.0)), ("Three", Some(3.0))], 4.0), Theme::Light);
    // The track is 400 long from 240 on; 1 of 4 is 100, 3 of 4 is 300. Rows are 36 high, a bar is
    // 12 thick around 14: from 8, and from 44.
    for rect in [
        "x=\"240\" y=\"8\" width=\"100\" height=\"12\" rx=\"3\" fill=\"#2b56cf\"",
        "x=\"240\" y=\"44\" width=\"300\" height=\"12\" rx=\"3\" fill=\"#2b56cf\"",
    ] {
        assert!(drawn.contains(rect), "{rect}: {drawn}");
    }
    assert!(drawn.contains("viewBox=\"0 0 720 72\""), "{drawn}");
}

#[test]
fn no_data_is_a_word_and_no_bar() {
    let figure = bars(&[("None", None)], 4.0);
    let drawn = svg(&figure, Theme::Light);
    assert!(!drawn.contains("#2b56cf"), "{drawn}");
    assert_eq!(texts(&drawn), ["Bars", "Some bars.", "None", "no data"]);
    assert_eq!(figure.twin().rows, [["None", "no data", ""]]);
}

#[test]
fn a_curve_lies_where_its_days_and_values_put_it() {
    let point = |on: &str, value| CurvePoint { on: on.parse().unwrap(), value };
    let curve = |name: &str, points| Curve { name: name.to_owned(), points };
    let figure = Figure {
        title: "Curves".to_owned(),
        summary: String::new(),
        picture: Picture::Curves(Curves {
            values: "Level".to_owned(),
            full: 4.0,
            steps: 4,
            curves: vec![
                curve(
                    "People",
                    vec![
                        point("2026-01-01", Some(1.0)),
                        point("2026-01-03", Some(2.0)),
                        point("2026-01-05", Some(4.0)),
                    ],
                ),
                curve("Process", vec![point("2026-01-01", None), point("2026-01-05", Some(0.0))]),
            ],
        }),
    };
    let drawn = svg(&figure, Theme::Light);
    // Days from 32 to 540, half way at 286; 0 at 216 and 4 at 16, so that a step is 50.
    assert!(drawn.contains("d=\"M32 166L286 116L540 16\""), "{drawn}");
    assert!(drawn.contains("translate(540 216)"), "{drawn}");
    assert!(!drawn.contains("L540 216"), "a single point is no curve: {drawn}");
    assert_eq!(
        figure.twin().rows,
        [
            ["1 January 2026", "1", "no data"],
            ["3 January 2026", "2", "no data"],
            ["5 January 2026", "4", "0"]
        ]
    );
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn an_upright_bar_is_as_high_as_its_share_of_the_axis() {
    let bar = |value: Option<f64>| GroupBar { value, text: String::new() };
    let group = |label: &str, value| Group { label: label.to_owned(), bars: vec![bar(value)] };
    let figure = Figure {
        title: "Groups".to_owned(),
        summary: String::new(),
        picture: Picture::Groups(Groups {
            labels: "Month".to_owned(),
            full: 10.0,
            ticks: vec!["0".to_owned(), "10".to_owned()],
            series: vec!["Cost".to_owned()],
            groups: vec![group("May", Some(5.0)), group("June", None)],
            ..Groups::default()
        }),
    };
    let drawn = svg(&figure, Theme::Light);
    // "10" is 1.148 of 11 wide, so the axis begins at 24.628 and a group has 347.686; its bar of 28
    // lies in its middle with 1 free on either side: from 185.47 on, 26 wide. 5 of 10 is 90 of 180.
    let rect = "x=\"185.47\" y=\"130\" width=\"26\" height=\"90\" rx=\"2\" fill=\"#2b56cf\"";
    assert!(drawn.contains(rect), "{drawn}");
    // One in the key, one bar: June has no data, which is no bar.
    assert_eq!(drawn.matches("fill=\"#2b56cf\"").count(), 2, "{drawn}");
}

/// From −10 to 10 in 180: 0 lies in the middle, 90 above the bottom at 220. −5 hangs 45 below it, and 5
/// lies 45 above it.
#[test]
fn what_is_below_0_hangs_and_a_target_is_a_line_across() {
    let bar = GroupBar { value: Some(-5.0), text: String::new() };
    let target = Reference {
        label: "Target".to_owned(),
        value: 5.0,
        text: "5".to_owned(),
        note: String::new(),
    };
    let figure = Figure {
        title: "Groups".to_owned(),
        summary: String::new(),
        picture: Picture::Groups(Groups {
            labels: "Period".to_owned(),
            least: -10.0,
            full: 10.0,
            ticks: vec!["−10".to_owned(), "0".to_owned(), "10".to_owned()],
            series: vec!["Return".to_owned()],
            groups: vec![Group { label: "Q1".to_owned(), bars: vec![bar] }],
            references: vec![target],
        }),
    };
    let drawn = svg(&figure, Theme::Light);
    assert!(drawn.contains("y=\"130\" width=\"26\" height=\"45\""), "{drawn}");
    assert!(drawn.contains("y1=\"85\"") && drawn.contains("Target: 5"), "{drawn}");
}

#[test]
fn spending_is_told_by_month_with_what_nobody_has_said() {
    let euros = |minor| Some(Money { minor, currency: "EUR".to_owned() });
    let month = |on: &str, budget, cost| SpendingMonth { month: day(on), budget, cost };
    let months = [
        month("2026-05-01", euros(100_000), None),
        month("2026-06-01", euros(50_000), euros(75_050)),
    ];
    let figure = spending("Spring", "EUR", &months);
    assert_eq!(figure.twin().header, ["Month", "Budget", "Cost"]);
    let rows = [["May 2026", "1,000 EUR", "no data"], ["Jun 2026", "500 EUR", "751 EUR"]];
    assert_eq!(figure.twin().rows, rows);
    let Picture::Groups(groups) = figure.picture else { unreachable!() };
    assert_eq!(groups.ticks, ["0", "250", "500", "750", "1,000"]);
    assert_eq!(groups.groups[1].bars[1].value, Some(750.5));
}

#[test]
fn promises_are_told_by_month_as_shares() {
    let month =
        |on: &str, within_time, accepted| PromisedMonth { month: day(on), within_time, accepted };
    let months =
        [month("2026-09-01", Some(0.5), None), month("2026-10-01", Some(1.0), Some(0.625))];
    let figure = promises_kept(&months);
    assert_eq!(figure.twin().header, ["Month", "In time", "Accepted"]);
    let rows = [["Sep 2026", "50%", "no data"], ["Oct 2026", "100%", "63%"]];
    assert_eq!(figure.twin().rows, rows);
    let Picture::Groups(groups) = figure.picture else { unreachable!() };
    assert_eq!(groups.ticks, ["0%", "25%", "50%", "75%", "100%"]);
    assert_eq!(groups.groups[1].bars[1].value, Some(62.5));
}

#[test]
fn coverage_is_told_from_its_first_score_to_its_last() {
    let on = |on: &str, scores: &[Option<f64>]| (day(on), scores.to_vec());
    let days = [
        on("2026-04-01", &[None, Some(0.2)]),
        on("2026-07-01", &[Some(0.464), Some(0.25)]),
        on("2026-10-01", &[Some(0.63), None]),
    ];
    let figure = coverage_history(&["New".to_owned(), "Cross".to_owned()], &days);
    assert_eq!(figure.summary, "New: 46 on 1 July 2026, 63 on 1 October 2026.");
    assert_eq!(
        figure.twin().rows,
        [
            ["1 April 2026", "no data", "20"],
            ["1 July 2026", "46.4", "25"],
            ["1 October 2026", "63", "no data"]
        ]
    );
}

#[test]
fn a_figure_that_stands_alone_says_what_it_is_on_its_ground() {
    let figure = bars(&[("One", Some(1.0))], 4.0);
    let drawn = sheet(&figure, Theme::Dark);
    // 24 around 720 by 36; above it a line of title (24), one of summary (18) and 16.
    assert!(drawn.contains("viewBox=\"0 0 768 142\""), "{drawn}");
    assert!(drawn.contains("width=\"768\" height=\"142\" rx=\"0\" fill=\"#1a1d21\""), "{drawn}");
    assert!(drawn.contains("<g transform=\"translate(24 82)\">"), "{drawn}");
    assert_eq!(texts(&drawn), ["Bars", "Some bars.", "Bars", "Some bars.", "One", "1"]);
}

fn map(name: &str) -> Figure {
    let cells: Vec<_> = State::ALL
        .iter()
        .map(|state| GridCell { state: *state, count: 3, open_musts: 1 })
        .collect();
    let column = |state: &State| GridColumn {
        group: "Engage".to_owned(),
        name: format!("{} {name}", state.as_word()),
        mark: String::new(),
        score: Some(50.0),
    };
    Figure {
        title: name.to_owned(),
        summary: String::new(),
        picture: Picture::Grid(Grid {
            corner: "Persona".to_owned(),
            columns: State::ALL.iter().map(column).collect(),
            rows: vec![GridRow {
                name: name.to_owned(),
                note: "weight 5".to_owned(),
                cells,
                score: None,
            }],
            total: Some(46.4),
            has_foot: true,
        }),
    }
}

#[test]
fn every_state_is_told_by_its_word_and_its_sign() {
    let drawn = svg(&map("CFO"), Theme::Light);
    let said = texts(&drawn);
    for state in State::ALL {
        let word = if *state == State::NotApplicable { "n/a" } else { state.as_word() };
        assert!(said.iter().any(|text| text == word), "{word}: {said:?}");
    }
    assert!(said.contains(&"46".to_owned()));
    let signs: std::collections::BTreeSet<_> =
        State::ALL.iter().map(|state| sign(*state, Theme::Light)).collect();
    assert_eq!(signs.len(), State::ALL.len());
    let twin = map("CFO").twin();
    assert_eq!(twin.rows[0][8], "covered, 3 pieces, 1 must-need open");
    assert_eq!(twin.rows[0][9], "no score");
    assert_eq!(twin.rows[1][9], "46");
}

#[test]
fn a_long_map_comes_in_pieces() {
    let mut figure = map("CFO");
    if let Picture::Grid(grid) = &mut figure.picture {
        grid.rows = vec![grid.rows[0].clone(); 5];
    }
    let feet: Vec<_> = figure
        .in_pieces(2)
        .into_iter()
        .map(|piece| match piece.picture {
            Picture::Grid(grid) => (piece.title, grid.rows.len(), grid.has_foot),
            _ => unreachable!(),
        })
        .collect();
    let piece = |at, rows, foot| (format!("CFO, part {at} of 3"), rows, foot);
    assert_eq!(feet, [piece(1, 2, false), piece(2, 2, false), piece(3, 1, true)]);
}

#[test]
fn a_page_colours_by_class_and_a_file_by_itself() {
    let page = svg(&map("CFO"), Theme::Page);
    assert!(!page.contains('#') || !page.contains("fill=\"#"), "{page}");
    assert!(page.contains("class=\"fill-under-thin\""), "{page}");
    let (light, dark) = (svg(&map("CFO"), Theme::Light), svg(&map("CFO"), Theme::Dark));
    assert!(light.contains("#fdf0cf") && dark.contains("#46391b"));
}

proptest! {
    #[test]
    fn whatever_it_says_stays_a_text(name in "(\\PC|[<>&\"'\u{0}\u{7}\u{fffe}\t\n]|</svg>|<script>|]]>|&#0;){1,12}") {
        for figure in [map(&name), bars(&[(&name, Some(1.0))], 2.0)] {
            let drawn = sheet(&figure, Theme::Light);
            let said = texts(&drawn);
            prop_assert!(!drawn.contains("<script"), "{}", drawn);
            prop_assert_eq!(drawn.matches("<svg").count(), 1);
            prop_assert!(said.iter().any(|text| text == "3" || text == "1"));
        }
    }
}
