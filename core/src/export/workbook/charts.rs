//! Charts of the first sheet. They are the spreadsheet's own, so that they follow their cells.

use super::lists::GAPS;
use super::sheet::Sheet;
use super::summary::{SUMMARY, Summary};
use rust_xlsxwriter::{Chart, ChartType, Workbook, XlsxError};

/// So many gaps are drawn.
const LARGEST: u32 = 10;
const LEFT: u16 = 6;

/// Cells of a sheet, below each other: where they begin and how many there are.
struct Drawn<'a> {
    title: &'a str,
    sheet: &'a str,
    rows: (u32, u32),
    names: u16,
    values: u16,
    most: Option<f64>,
}

/// Puts the charts beside the figures.
pub(super) fn put(
    book: &mut Workbook,
    summary: &Summary,
    gaps: Option<&Sheet>,
) -> Result<(), XlsxError> {
    let gaps = gaps.map_or(0, |sheet| u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX));
    let drawn = [
        Drawn {
            title: "The largest gaps",
            sheet: GAPS,
            rows: (1, gaps.min(LARGEST)),
            names: 0,
            values: 6,
            most: Some(100.0),
        },
        Drawn {
            title: "Maturity of the demand process",
            sheet: SUMMARY,
            rows: summary.maturity,
            names: 0,
            values: 1,
            most: Some(4.0),
        },
        Drawn {
            title: "Content by where it stands",
            sheet: SUMMARY,
            rows: summary.content,
            names: 0,
            values: 1,
            most: None,
        },
    ];
    let sheet = book.worksheet_from_name(SUMMARY)?;
    let mut row = 0;
    for drawn in drawn.iter().filter(|drawn| drawn.rows.1 > 0) {
        sheet.insert_chart(row, LEFT, &bars(drawn))?;
        row += 17;
    }
    Ok(())
}

fn bars(drawn: &Drawn<'_>) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    let (first, last) = (drawn.rows.0, drawn.rows.0 + drawn.rows.1 - 1);
    chart
        .add_series()
        .set_categories((drawn.sheet, first, drawn.names, last, drawn.names))
        .set_values((drawn.sheet, first, drawn.values, last, drawn.values))
        .set_gap(60)
        .set_format(
            rust_xlsxwriter::ChartFormat::new()
                .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color("#2b56cf")),
        );
    chart.title().set_name(drawn.title);
    chart.legend().set_hidden();
    // The first bar above: a spreadsheet counts them from below.
    chart.y_axis().set_reverse();
    chart.x_axis().set_min(0);
    if let Some(most) = drawn.most {
        chart.x_axis().set_max(most);
    }
    chart.set_width(620).set_height(320);
    chart
}
