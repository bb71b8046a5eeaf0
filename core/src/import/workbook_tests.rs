use super::*;
use std::fmt::Write as _;
use std::io::Write as _;
use zip::write::{SimpleFileOptions, ZipWriter};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STYLES: &str = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";

/// A workbook of sheets, each a name, a state and the XML of its rows.
fn book(sheets: &[(&str, &str, &str)], strings: &str, more: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let (mut list, mut relations) = (String::new(), String::new());
    for (at, (name, state, _)) in sheets.iter().enumerate() {
        let id = at + 1;
        write!(list, "<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"r{id}\" {state}/>").unwrap();
        write!(
            relations,
            "<Relationship Id=\"r{id}\" Type=\"{DOCUMENT}/worksheet\" Target=\"worksheets/s{id}.xml\"/>"
        )
        .unwrap();
    }
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets>{list}</sheets></workbook>"
    );
    let root = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"r1\" \
         Type=\"{DOCUMENT}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let mut parts = vec![
        ("_rels/.rels".to_owned(), root.into_bytes()),
        ("xl/workbook.xml".to_owned(), workbook.into_bytes()),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships xmlns=\"{RELATIONS}\">{relations}</Relationships>").into(),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!("<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>").into(),
        ),
        ("xl/sharedStrings.xml".to_owned(), strings.as_bytes().to_vec()),
    ];
    for (at, (_, _, rows)) in sheets.iter().enumerate() {
        let sheet =
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/s{}.xml", at + 1), sheet.into_bytes()));
    }
    parts.extend(more.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.clone())));
    zipped(&parts)
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn strings(texts: &[&str], claimed: &str) -> String {
    let items: Vec<_> = texts.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    let items = items.concat();
    format!("<sst xmlns=\"{MAIN}\" count=\"9\" uniqueCount=\"{claimed}\">{items}</sst>")
}

const ROWS: &str = "\
<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Content report</t></is></c></row>\
<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c>\
<c r=\"C3\" t=\"inlineStr\"><is><t>Published</t></is></c></row>\
<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>Buyer's guide</t></is></c>\
<c r=\"B5\" t=\"str\"><f>CONCAT(\"a\",\"b\")</f><v>https://a.example/guide</v></c>\
<c r=\"C5\" s=\"1\"><v>45352</v></c></row>\
<row r=\"6\"><c r=\"A6\"><v>2024</v></c><c r=\"B6\" t=\"e\"><v>#N/A</v></c>\
<c r=\"C6\" s=\"1\"><v>45352.75</v></c></row>";

const COVER: &str =
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>All we have</t></is></c></row>";

#[test]
fn the_first_visible_sheet_with_a_table_is_read() {
    let shared = strings(&["Title", "URL"], "2");
    let bytes = book(
        &[
            ("Notes", "state=\"hidden\"", ROWS),
            ("Empty", "", ""),
            ("Cover", "", COVER),
            ("Content", "", ROWS),
        ],
        &shared,
        &[],
    );
    let sheet = read(&bytes, None).unwrap();
    assert_eq!(sheet.origin.sheet.as_deref(), Some("Content"));
    assert_eq!(sheet.origin.sheets, ["Empty", "Cover", "Content"]);
    assert_eq!(sheet.header_line, 3);
    let rows: Vec<_> = sheet.rows.iter().map(|row| (row.line, row.cells.join("|"))).collect();
    // 45352 is 2024-03-01 in LibreOffice Calc.
    assert_eq!(rows[0], (5, "Buyer's guide|https://a.example/guide|2024-03-01".to_owned()));
    assert_eq!(rows[1], (6, "2024||2024-03-01".to_owned()));
    assert!(read(&bytes, Some("Elsewhere")).is_err());
    assert!(read(&bytes, Some("Empty")).unwrap().rows.is_empty());
    let only = book(&[("Empty", "", ""), ("Cover", "", COVER)], &shared, &[]);
    assert_eq!(read(&only, None).unwrap().origin.sheet.as_deref(), Some("Cover"));
}

#[test]
fn a_lie_about_the_number_of_texts_is_refused() {
    let bytes = book(&[("Content", "", ROWS)], &strings(&["Title", "URL"], "99999999999"), &[]);
    assert!(read(&bytes, None).unwrap_err().to_string().contains("more texts"));
}

#[test]
fn a_cell_at_the_far_end_costs_its_row_only() {
    let far = format!(
        "{ROWS}<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
    );
    let bytes = book(&[("Content", "", &far)], &strings(&["Title", "URL"], "2"), &[]);
    let sheet = read(&bytes, None).unwrap();
    assert_eq!((sheet.rows.len(), sheet.rejected.len()), (2, 1));
    assert_eq!(sheet.rejected[0].line, 1_048_576);
}

#[test]
fn a_bomb_is_refused() {
    let bomb = book(
        &[("Content", "", ROWS)],
        &strings(&["Title", "URL"], "2"),
        &[("xl/media/image1.png", vec![0; 8 << 20])],
    );
    assert!(bomb.len() < 100_000);
    assert!(read(&bomb, None).unwrap_err().to_string().contains("200 times"));
    let many: Vec<_> = (0..1_001).map(|at| (format!("f{at}"), Vec::new())).collect();
    assert!(read(&zipped(&many), None).unwrap_err().to_string().contains("1000 files"));
}

#[test]
fn rows_that_are_wide_and_empty_are_refused_before_memory_ends() {
    let wide: Vec<_> = (4..20_000)
        .map(|line| format!("<row r=\"{line}\"><c r=\"ALL{line}\"><v>{line}</v></c></row>"))
        .collect();
    let bytes = book(&[("Content", "", &wide.concat())], &strings(&["Title", "URL"], "2"), &[]);
    // Column ALL is the thousandth: 20 million cells, of which 20 thousand say something.
    assert!(read(&bytes, None).unwrap_err().to_string().contains("more cells"));
}

#[test]
fn what_is_no_workbook_says_so() {
    for bytes in [&b"PK\x03\x04"[..], b"", b"Title,URL"] {
        assert!(read(bytes, None).is_err());
    }
    assert!(read(&zipped(&[("mimetype".to_owned(), b"x".to_vec())]), None).is_err());
}
