use super::*;
use crate::error::Error;
use std::ops::ControlFlow;

const READER: Reader<'static> =
    Reader { workbooks: &|| Err(Error::NoWorkspace), progress: &|_, _| ControlFlow::Continue(()) };

fn read(bytes: &[u8]) -> Sheet {
    super::read(bytes, &READER).unwrap()
}
use proptest::prelude::*;

fn lines_and_first(sheet: &Sheet) -> Vec<(u32, &str)> {
    sheet.rows.iter().map(|row| (row.line, row.cells[0].as_str())).collect()
}

#[test]
fn each_delimiter_is_found() {
    for (text, name) in [
        ("Title,URL\nA; b,x\n", "comma"),
        ("Title\tURL\nA, b\tx\n", "tab"),
        ("Title;URL\n\"A; b\";x,y\nC;z\n", "semicolon"),
        ("Title|URL\nA, b|x\n", "pipe"),
        ("sep=;\nTitle;URL\nA,b,c;x\n", "semicolon"),
    ] {
        let sheet = read(text.as_bytes());
        assert_eq!(sheet.origin.delimiter.as_deref(), Some(name), "{text}");
        assert_eq!(sheet.columns.len(), 2, "{text}");
    }
}

#[test]
fn line_numbers_are_those_of_the_file() {
    let sheet = read(b"Title,URL\r\n\r\n\"Two\r\nlines\",a\r\nThree,b\r\n");
    assert_eq!(lines_and_first(&sheet), [(3, "Two\r\nlines"), (5, "Three")]);
    let old_mac = read(b"Title,URL\rOne,a\rTwo,b");
    assert_eq!(lines_and_first(&old_mac), [(2, "One"), (3, "Two")]);
    let hinted = read(b"sep=;\nTitle;URL\nOne;a\n");
    assert_eq!(lines_and_first(&hinted), [(3, "One")]);
}

#[test]
fn an_unbalanced_quote_costs_one_line() {
    let text = "Title,URL\nOne,a\n\"Two,b\nThree,c\n\"Four, and more\",d\nFive,e\n";
    let sheet = read(text.as_bytes());
    assert_eq!(
        lines_and_first(&sheet),
        [(2, "One"), (4, "Three"), (5, "Four, and more"), (6, "Five")]
    );
    assert_eq!(sheet.rejected.iter().map(|one| one.line).collect::<Vec<_>>(), [3]);
    let to_the_end = read(b"Title,URL\nOne,a\nTwo,\"b\nThree,c\n");
    assert_eq!(lines_and_first(&to_the_end), [(2, "One"), (4, "Three")]);
}

#[test]
fn rows_swallowed_up_to_a_stray_quote_are_given_back() {
    let text = "Title,URL,Owner\nOne,a,x\n\"Two,b,x\nThree,c,x\nFour,d,x\nA 27\",e,x\nSix,f,x\n";
    let sheet = read(text.as_bytes());
    assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4, 5, 6, 7]);
    assert_eq!(sheet.rejected.iter().map(|one| one.line).collect::<Vec<_>>(), [3]);
    let poem = "Title,URL,Owner\n\"Roses, are, red\nviolets\nare blue, and\nso\",a,x\n";
    assert_eq!(read(poem.as_bytes()).rows.len(), 1);
}

#[test]
fn inches_inside_a_cell_are_no_quotation() {
    let sheet = read(b"Title,URL\nA 5\" pipe,a\n\"A 5\"\" pipe\",b\n");
    assert_eq!(lines_and_first(&sheet), [(2, "A 5\" pipe"), (3, "A 5\" pipe")]);
}

#[test]
fn limits_reject_the_row_and_go_on() {
    let long = "x".repeat(FIELD_LIMIT + 1);
    let wide = ",".repeat(COLUMN_LIMIT + 1);
    let text = format!("Title,URL\nOne,a\n{long},b\n{wide}\nTwo,c\n\"{long}\nThree,d\n");
    let sheet = read(text.as_bytes());
    assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5, 7]);
    assert_eq!(sheet.rejected.iter().map(|one| one.line).collect::<Vec<_>>(), [3, 4, 6]);
    let whole = format!("Title,URL\n{},a\n", "y".repeat(FIELD_LIMIT));
    assert_eq!(read(whole.as_bytes()).rows.len(), 1);
}

#[test]
fn replaced_characters_are_reported_with_their_line() {
    let sheet = read(b"Title,URL\nCaf\xc3\xa9 \xc3\xa0 br\xfftler,a\nPlain,b\n");
    assert_eq!(sheet.replaced, [2]);
    let sheet = read(b"Caf\xc3\xa9 br\xfftler,URL\nPlain,a\nbr\xfftler \xc3\xa0,b\n");
    assert_eq!(sheet.replaced, [1, 3], "the header too");
}

#[test]
fn the_line_of_the_quotation_mark_is_told() {
    let sheet = read(b"Title,URL,Owner\n\"One\nand more\",\"never closed,x\nTwo,b,x\nThree,c,x\n");
    // The row begins in line 2; the mark that is not closed stands in line 3.
    let told: Vec<_> = sheet.rejected.iter().map(|one| (one.line, one.reason.as_str())).collect();
    assert!(told[0].0 == 2 && told[0].1.contains("is opened in line 3 and not closed"), "{told:?}");
    let lines: Vec<_> = sheet.rows.iter().map(|row| row.line).collect();
    assert!(lines.ends_with(&[4, 5]), "{lines:?}");
}

#[test]
fn a_long_cell_is_not_called_a_quotation_mark() {
    let text = format!("Title,URL\n{},b\nOne,a\n", "x".repeat(FIELD_LIMIT + 1));
    assert!(read(text.as_bytes()).rejected[0].reason.contains("more than 1 MiB"));
}

/// Every row opens a quotation mark late; each refusal would cost as much as the whole rest.
#[test]
fn rows_made_to_be_refused_late_end_the_reading() {
    let text = format!("Title,URL\nOne,a\n{}", "x\",\"y\n".repeat(20_000));
    let Err(fault) = super::read(text.as_bytes(), &READER) else { panic!("it was read") };
    let fault = fault.to_string();
    assert!(fault.contains("10001 of its rows and more") && fault.contains("at line 3"), "{fault}");
}

#[test]
fn reading_ends_when_it_is_not_wanted() {
    let rows = "A title,https://a.example/\n".repeat(200_000);
    let asked = std::cell::Cell::new(0);
    let progress = |_: usize, _: usize| {
        asked.set(asked.get() + 1);
        if asked.get() < 3 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let read = super::read(rows.as_bytes(), &Reader { progress: &progress, ..READER });
    assert!(matches!(read, Err(Error::Cancelled)) && asked.get() == 3);
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let sheet = read(&bytes);
        for row in &sheet.rows {
            prop_assert!(row.cells.len() <= sheet.columns.len());
        }
    }

    #[test]
    fn any_table_of_signs_is_read_without_panic(text in "[a,;\t|\"\n\r =']{0,400}") {
        read(text.as_bytes());
    }

    #[test]
    fn what_is_quoted_comes_back(cells in prop::collection::vec("[a-z,;\"\t| ]{1,20}|[a-z;\"\n\t| ]{1,20}", 1..20)) {
        let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines: Vec<_> = cells.iter().map(|cell| format!("{},x,y\n", quote(cell))).collect();
        let sheet = read(format!("Title,URL,Status\n{}", lines.concat()).as_bytes());
        let read_back: Vec<_> = sheet.rows.iter().map(|row| row.cells[0].clone()).collect();
        prop_assert_eq!(read_back, cells);
    }
}
