//! Any text at all: another reader finds the same cells, and no address but those of pages and
//! mails passes.

use proptest::prelude::*;
use throughline_core::export::csv;
use throughline_core::file::disarm;
use throughline_core::model::link;

const CELL: &str = "(\\PC|[=+@'\",;|\t\r\n\u{0}\u{feff}＝-]){0,8}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn another_reader_finds_the_same_cells(
        rows in prop::collection::vec(prop::collection::vec(CELL, 1..4), 1..4),
    ) {
        let mut out = Vec::new();
        csv(&rows, &mut out).unwrap();
        let mut reader = ::csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).flexible(true).from_reader(&out[3..]);
        let mut back = Vec::new();
        for row in reader.records() {
            let mut cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
            for cell in &cells {
                let opens = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
                prop_assert!(!cell.starts_with(opens), "{:?}", cell);
            }
            cells.iter_mut().for_each(disarm);
            back.push(cells);
        }
        prop_assert_eq!(back, rows);
    }

    #[test]
    fn only_pages_and_mails_are_followed(
        text in "[ \t\n\u{0}]{0,2}((j|J)ava\t?script|data|file|https?|HTTP|mailto|smb|vbscript|\\PC{0,6})[:：]?(//)?(\\PC|[\t\r\n]){0,12}",
    ) {
        if let Ok(address) = link::parse(&text) {
            let scheme = address.as_str().split(':').next().unwrap_or_default();
            prop_assert!(["http", "https", "mailto"].contains(&scheme), "{}", address);
            // What passed once passes again, as the same address.
            prop_assert_eq!(link::parse(address.as_str()).unwrap(), address);
        }
    }
}
