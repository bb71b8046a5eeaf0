use super::*;
use proptest::prelude::*;
use std::io::Cursor;

fn cut(width: usize, header_line: u32) -> Cut {
    Cut { delimiter: b',', width, header_line, wanted: (0..width).collect() }
}

type Read = (Vec<(u32, Vec<String>)>, Vec<u32>);

/// Rows with their lines, and the lines that were rejected.
fn read(bytes: &[u8], encoding: &str, cut: Cut) -> Read {
    let width = cut.wanted.len();
    let mut blocks = Blocks::new(Cursor::new(bytes), encoding, cut);
    let (mut rows, mut rejected) = (Vec::new(), Vec::new());
    while let Some(block) = blocks.next().unwrap() {
        for (row, line) in block.lines.iter().enumerate() {
            rows.push((*line, (0..width).map(|at| block.cell(row, at).to_owned()).collect()));
        }
        rejected.extend(block.rejected.iter().map(|one| one.line));
    }
    (rows, rejected)
}

fn row(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

#[test]
fn quotes_line_breaks_short_and_long_rows() {
    let text = "\u{feff}a,b\r\n1,\"x, y\"\r\n\r\n2,\"said \"\"so\"\"\r\ntwice\"\r\n3\r\n4,5,,\r\n6,7,8\r\n9,0";
    let (rows, rejected) = read(text.as_bytes(), "UTF-8", cut(2, 1));
    assert_eq!(
        rows,
        [
            row(2, &["1", "x, y"]),
            row(4, &["2", "said \"so\"\r\ntwice"]),
            row(6, &["3", ""]),
            row(7, &["4", "5"]),
            row(9, &["9", "0"]),
        ]
    );
    assert_eq!(rejected, [8]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_its_line() {
    let text = "a,b\n1,2\n3,\"open\n5,6\n7,8\n";
    let (rows, rejected) = read(text.as_bytes(), "UTF-8", cut(2, 1));
    assert_eq!(rows, [row(2, &["1", "2"]), row(4, &["5", "6"]), row(5, &["7", "8"])]);
    assert_eq!(rejected, [3]);
}

#[test]
fn other_encodings_are_read() {
    let utf16: Vec<u8> = "a,b\nJörg,é\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&utf16, "UTF-16LE", cut(2, 1)).0, [row(2, &["Jörg", "é"])]);
    assert_eq!(read(b"a,b\nJ\xf6rg,x\n", "windows-1252", cut(2, 1)).0, [row(2, &["Jörg", "x"])]);
}

#[test]
fn lines_that_end_as_on_old_macs_are_lines() {
    let (rows, rejected) = read(b"a,b\r1,2\r\"3\",4\r", "UTF-8", cut(2, 1));
    assert_eq!((rows, rejected), (vec![row(2, &["1", "2"]), row(3, &["3", "4"])], vec![]));
}

#[test]
fn only_wanted_columns_are_kept() {
    let cut = Cut { wanted: vec![0, 2], ..cut(3, 1) };
    let (rows, _) = read(b"a,b,c\n1,2,3\n\"4\",5,6\n,x,\n", "UTF-8", cut);
    assert_eq!(rows, [row(2, &["1", "3"]), row(3, &["4", "6"])]);
}

#[test]
fn records_across_blocks_are_whole() {
    let long = format!("\"{}\n{}\"", "x".repeat(BLOCK - 10), "y".repeat(30));
    let text = format!("a,b\n1,2\n3,{long}\n5,6\n");
    let (rows, rejected) = read(text.as_bytes(), "UTF-8", cut(2, 1));
    // A cell of more than one mebibyte is refused, and what follows is read.
    assert_eq!((rows.first(), rejected.first()), (Some(&row(2, &["1", "2"])), Some(&3)));
    assert_eq!(rows.last(), Some(&row(5, &["5", "6"])));
    let many: Vec<String> = (0..400_000).map(|n| format!("{n},\"v\n{n}\"\n")).collect();
    let many = many.concat();
    let (rows, rejected) = read(many.as_bytes(), "UTF-8", cut(2, 0));
    assert_eq!((rows.len(), rejected.len()), (400_000, 0));
    assert_eq!(rows[399_999], row(799_999, &["399999", "v\n399999"]));
}

proptest! {
    /// Another reader writes and says what the rows are.
    #[test]
    fn what_a_writer_writes_is_read_back(
        rows in prop::collection::vec(prop::collection::vec("[a\",\n ;]{0,4}", 3), 1..20),
    ) {
        // A cell that holds rows of the file is taken for a lost quotation mark: none does here.
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| row.into_iter().map(|cell| cell.replace('\n', " ")).collect())
            .collect();
        let mut writer = csv_core_writer(&rows);
        writer.push(b'\n');
        let told: Vec<Vec<String>> =
            rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        let (read, rejected) = read(&writer, "UTF-8", cut(3, 0));
        let read: Vec<Vec<String>> = read.into_iter().map(|(_, cells)| cells).collect();
        prop_assert_eq!((read, rejected), (told, vec![]));
    }

    #[test]
    fn any_bytes_at_all_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, "UTF-8", cut(3, 1));
    }
}

fn csv_core_writer(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv_core::Writer::new();
    let mut out = vec![0; 1 << 16];
    let mut at = 0;
    for row in rows {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                at += writer.delimiter(&mut out[at..]).1;
            }
            at += writer.field(cell.as_bytes(), &mut out[at..]).2;
        }
        at += writer.terminator(&mut out[at..]).1;
    }
    at += writer.finish(&mut out[at..]).1;
    out.truncate(at);
    out
}
