//! Cells that no spreadsheet takes for a formula (CWE-1236), and the way back.
//!
//! An apostrophe in front is what spreadsheets themselves use to say "this is text". A text that
//! already looks armed is armed once more, so that the way back is exact.

use std::borrow::Cow;

/// What opens a formula, and the full-width twins that some spreadsheets take for it.
const OPENERS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// What spreadsheets drop from the front of a cell before they look at it.
const DROPPED: [char; 7] = ['\t', '\r', '\n', '\0', '\u{200b}', '\u{2060}', '\u{feff}'];

/// The cell with an apostrophe in front where a spreadsheet could take it for a formula.
pub fn arm(cell: &str) -> Cow<'_, str> {
    if is_risky(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell as it was before [`arm`]; one that was not armed stays as it is.
pub fn disarm(cell: &mut String) {
    if cell.strip_prefix('\'').is_some_and(is_risky) {
        cell.remove(0);
    }
}

/// Whether a cell opens a formula, behind whatever may be dropped from its front. Apostrophes count
/// as dropped: `is_risky("'" + x)` is `is_risky(x)`, which is what makes the way back exact.
fn is_risky(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    let dropped = |c: char| c.is_whitespace() || c == '\'' || DROPPED.contains(&c);
    cell.starts_with(DROPPED) || cell.trim_start_matches(dropped).starts_with(OPENERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn back(cell: &str) -> String {
        let mut cell = cell.to_owned();
        disarm(&mut cell);
        cell
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_armed() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\rx",
            "\nx",
            "\0=1",
            "＝1+1",
            "＋1",
            "－1",
            "＠x",
            "  =1+1",
            "\u{feff}=1",
            "'=1",
            "''+1",
        ] {
            assert_eq!(arm(cell), format!("'{cell}"), "{cell:?}");
        }
    }

    #[test]
    fn what_is_only_text_stays_as_it_is() {
        for cell in ["", "'", "'tis", "a=b", "1-2", "Q&A: why?", "“=”", " plain"] {
            assert_eq!(arm(cell), cell);
            assert_eq!(back(cell), cell);
        }
    }

    #[test]
    fn only_an_armed_cell_loses_its_apostrophe() {
        for (cell, plain) in
            [("'=SUM(A1)", "=SUM(A1)"), ("'tis", "'tis"), ("'-5", "-5"), ("=1", "=1"), ("'", "'")]
        {
            assert_eq!(back(cell), plain);
        }
    }

    proptest! {
        #[test]
        fn the_way_back_is_exact(cell in "['=+@＝ \t\r\n\u{0}\u{feff}a-]{0,6}.{0,6}") {
            let armed = arm(&cell).into_owned();
            prop_assert!(!armed.starts_with(OPENERS) && !armed.starts_with(DROPPED));
            prop_assert_eq!(back(&armed), cell);
        }
    }
}
