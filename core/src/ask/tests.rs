use super::*;
use crate::id::{EntityId, MemberId, WorkspaceId};
use crate::import::{Column, Origin, Row, Sheet, SourceKind};
use crate::model::Millis;
use uuid::Uuid;

fn mark(workspace: u128, about: u128) -> Mark {
    Mark {
        workspace: WorkspaceId::from_uuid(Uuid::from_u128(workspace)),
        member: MemberId::from_uuid(Uuid::from_u128(2)),
        at: Millis(3),
        about: Uuid::from_u128(about),
    }
}

fn sheet(part: Part, rows: &[(Mark, &[&str])]) -> (Part, Sheet) {
    let names = std::iter::once(column::REFERENCE).chain(part.answers().iter().copied());
    let columns = names.map(|name| Column { name: name.to_owned(), computed: false });
    let row = |(line, (mark, cells)): (u32, &(Mark, &[&str]))| Row {
        line,
        file: None,
        cells: std::iter::once(mark.to_string())
            .chain(cells.iter().map(|one| (*one).to_owned()))
            .collect(),
    };
    let rows = (2..).zip(rows).map(row).collect();
    (part, Sheet::known(Origin::of(SourceKind::Workbook), columns.collect(), rows))
}

fn read(sheets: &[(Part, Sheet)]) -> crate::error::Result<Filled> {
    Filled::of("answers", sheets, mark(1, 0).workspace)
}

#[test]
fn a_mark_is_known_again_and_nothing_else_is_one() {
    let one = mark(1, 9);
    assert_eq!(format!(" {one} ").parse(), Ok(one));
    for text in ["", "1 2 3 4", &one.to_string()[1..], &format!("{one} x")] {
        assert_eq!(text.parse::<Mark>(), Err(()), "{text}");
    }
}

#[test]
fn words_are_read_however_they_are_written() {
    let said =
        [(mark(1, 4), &["YES", ""][..]), (mark(1, 5), &[" no ", "why"]), (mark(1, 6), &["", ""])];
    let filled = read(&[sheet(Part::Checks, &said)]).unwrap();
    assert_eq!((filled.rows.len(), filled.faults.len()), (2, 0));
}

#[test]
fn a_row_is_read_once_and_only_with_the_file_it_came_in() {
    let other = Mark { at: Millis(7), ..mark(1, 5) };
    let said = [(mark(1, 4), &["yes", ""][..]), (mark(1, 4), &["no", ""]), (other, &["no", ""])];
    let filled = read(&[sheet(Part::Checks, &said)]).unwrap();
    let faults: Vec<u32> = filled.faults.iter().map(|fault| fault.row).collect();
    assert_eq!((filled.rows.len(), faults), (1, vec![3, 4]));
}

#[test]
fn a_new_need_takes_a_stage_and_a_text() {
    let whole = ["Evaluation", "", "", "", "Proof"];
    let said = [(mark(1, 4), &whole[..]), (mark(1, 5), &["", "CFO", "", "", "Proof"])];
    let filled = read(&[sheet(Part::NewNeeds, &said)]).unwrap();
    assert_eq!((filled.rows.len(), filled.faults.len()), (1, 1));
}

#[test]
fn a_file_without_marks_or_of_another_workspace_is_refused() {
    assert!(read(&[]).is_err());
    let foreign = sheet(Part::Checks, &[(mark(8, 4), &["yes", ""])]);
    let refused = read(&[foreign]).unwrap_err().to_string();
    assert!(refused.contains("another workspace"), "{refused}");
}
