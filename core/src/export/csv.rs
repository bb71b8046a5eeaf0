//! CSV as spreadsheets read it: UTF-8 with a byte order mark, else Excel takes it for the local
//! encoding; commas and quotation marks as in RFC 4180; no cell that opens a formula.

use crate::file::arm;
use std::io::{self, Write};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes a table.
pub fn csv<C: AsRef<str>>(
    rows: impl IntoIterator<Item = impl IntoIterator<Item = C>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    for row in rows {
        let mut cells = row.into_iter().peekable();
        let mut first = true;
        while let Some(cell) = cells.next() {
            let alone = first && cells.peek().is_none();
            if !first {
                out.write_all(b",")?;
            }
            first = false;
            write_cell(cell.as_ref(), alone, out)?;
        }
        out.write_all(b"\r\n")?;
    }
    Ok(())
}

/// What another program could take for the end of a cell is quoted, other delimiters included; so
/// is a lone empty cell, whose row would be a blank line.
fn write_cell(cell: &str, alone: bool, out: &mut dyn Write) -> io::Result<()> {
    let cell = arm(cell);
    let parting = |c: char| matches!(c, ',' | ';' | '|' | '"') || c.is_control();
    let framed = cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
    if cell.contains(parting) || framed || (alone && cell.is_empty()) {
        write!(out, "\"{}\"", cell.replace('"', "\"\""))
    } else {
        out.write_all(cell.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::csv;

    #[test]
    fn a_table_is_written_as_spreadsheets_read_it() {
        let mut out = Vec::new();
        let rows = [
            vec!["Title", "Note"],
            vec!["=1+1", "say \"hi\", twice"],
            vec!["two\nlines", "a;b"],
            vec![""],
        ];
        csv(rows, &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\u{feff}Title,Note\r\n'=1+1,\"say \"\"hi\"\", twice\"\r\n\"two\nlines\",\"a;b\"\r\n\"\"\r\n"
        );
    }
}
