//! Questions for one person, as a workbook to fill in: cells with answers can be changed, all others
//! are only protected from slips, without a password.

use super::sheet::{Sheet, Value, put};
use super::titled;
use crate::ask::{AskedCheck, AskedNeed, Asking, EVERYBODY, HOW, LISTS, Part, column};
use crate::check::{GivenAnswer, SideCheck};
use crate::export::words::{capital, counted, date};
use crate::file::arm;
use crate::model::{Answer, Importance, NeedKind, Side, Word};
use rust_xlsxwriter::{
    DataValidation, Format, FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook,
    Worksheet, XlsxError,
};
use std::io::{self, Write};

/// The ground of a cell to fill in.
const GROUND: &str = "#EEF2FD";
/// The lines around it.
const LINE: &str = "#C9D3EE";

/// Writes questions as a workbook.
pub fn questions(asking: &Asking, out: &mut dyn Write) -> io::Result<()> {
    let bytes = built(asking).and_then(|mut book| book.save_to_buffer());
    out.write_all(&bytes.map_err(io::Error::other)?)
}

fn built(asking: &Asking) -> Result<Workbook, XlsxError> {
    let mut book = titled(&format!("Questions for {}", asking.member.1), asking.day);
    how_to(asking, book.add_worksheet())?;
    let sheets = [
        (Part::Checks, checks(asking)),
        (Part::Needs, needs(asking)),
        (Part::NewNeeds, room(asking)),
    ];
    for (part, sheet) in sheets.iter().filter(|(_, sheet)| !sheet.rows.is_empty()) {
        form(asking, *part, sheet, book.add_worksheet())?;
    }
    lists(asking, book.add_worksheet())?;
    Ok(book)
}

/// What it is about and what to do.
fn how_to(asking: &Asking, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(HOW)?.set_screen_gridlines(false);
    let title = Format::new().set_bold().set_font_size(16);
    let title_text = format!("Questions for {}", asking.member.1);
    sheet.write_string_with_format(0, 0, title_text, &title)?;
    let asked_by = asking.asked_by.as_deref().unwrap_or("the team");
    let from = format!("Asked by {asked_by} for {}, {}.", asking.workspace.1, date(asking.day));
    let open = format!(
        "{} and {} wait for you.",
        counted(asking.checks.len(), "check", "checks"),
        counted(asking.needs.len(), "open need", "open needs")
    );
    let lines = [
        from.as_str(),
        open.as_str(),
        "",
        "Checks: does this piece help sales move the deal from its stage to the next?",
        "Choose yes, partly, no or unsure, and say why in a few words.",
        "Needs: choose the piece that answers a need, or say why it is not needed.",
        "New needs: add what deals need and nobody has asked for yet.",
        "",
        "Fill in the blue cells only. What you leave empty stays open, and is asked again.",
        "Save the file as XLSX and send it back. Nothing changes before it is looked at.",
    ];
    for (row, line) in (1_u32..).zip(lines) {
        put(sheet, (row, 0), &Value::text(line))?;
    }
    sheet.set_column_width(0, 88)?.set_print_fit_to_pages(1, 0);
    sheet.protect_with_options(&ProtectionOptions::default());
    Ok(())
}

fn checks(asking: &Asking) -> Sheet {
    let (own, other) = match asking.side {
        Side::Sales => ("Sales", "Marketing"),
        Side::Marketing => ("Marketing", "Sales"),
    };
    let (said, says, because) =
        (format!("{own} said"), format!("{other} says"), format!("{other}: why"));
    let columns = [
        (column::REFERENCE, 10),
        ("Title", 40),
        ("Link", 26),
        (column::PERSONA, 20),
        (column::STAGE, 18),
        ("Exit criterion", 32),
        ("Takeaways", 36),
        (says.as_str(), 12),
        (because.as_str(), 28),
        (said.as_str(), 20),
        (column::MOVES, 14),
        (column::WHY, 44),
    ];
    let mut sheet = form_of(Part::Checks, &columns);
    sheet.rows = asking.checks.iter().map(|one| check(asking, one)).collect();
    sheet
}

fn check(asking: &Asking, one: &AskedCheck) -> Vec<Value> {
    let (own, other) = match asking.side {
        Side::Sales => (&one.check.sales, &one.check.marketing),
        Side::Marketing => (&one.check.marketing, &one.check.sales),
    };
    let other = latest(other);
    let answer = other.map_or("", |given| given.answer.as_word());
    let so_far =
        latest(own).map(|given| format!("{}, {}", capital(given.answer.as_word()), given.member));
    vec![
        Value::text(asking.mark(one.placement_id).to_string()),
        Value::text(&one.title),
        Value::text(&one.url),
        Value::text(&one.persona),
        Value::text(&one.stage),
        Value::text(&one.exit_criterion),
        Value::text(one.takeaways.join("\n")),
        Value::text(capital(answer)),
        Value::text(other.map_or("", |given| &given.reason)),
        Value::text(so_far.unwrap_or_default()),
    ]
}

/// What a side said last: an unsure stands behind its answer.
fn latest(side: &SideCheck) -> Option<&GivenAnswer> {
    side.unsure.as_ref().or(side.answer.as_ref())
}

fn needs(asking: &Asking) -> Sheet {
    let columns = [
        (column::REFERENCE, 10),
        ("Open need", 48),
        (column::KIND, 16),
        (column::IMPORTANCE, 12),
        (column::PERSONA, 20),
        (column::STAGE, 18),
        ("Asked for by", 18),
        (column::ANSWERED_BY, 40),
        (column::NOT_NEEDED, 40),
    ];
    let mut sheet = form_of(Part::Needs, &columns);
    let row = |one: &AskedNeed| {
        vec![
            Value::text(asking.mark(one.need_id).to_string()),
            Value::text(&one.text),
            Value::text(capital(one.kind.as_word())),
            Value::text(capital(one.importance.as_word())),
            Value::text(one.persona.as_deref().unwrap_or(EVERYBODY)),
            Value::text(&one.stage),
            Value::text(one.author.as_deref().unwrap_or_default()),
        ]
    };
    sheet.rows = asking.needs.iter().map(row).collect();
    sheet
}

fn room(asking: &Asking) -> Sheet {
    let columns = [
        (column::REFERENCE, 10),
        (column::STAGE, 24),
        (column::PERSONA, 24),
        (column::KIND, 18),
        (column::IMPORTANCE, 14),
        (column::NEED, 64),
    ];
    let mut sheet = form_of(Part::NewNeeds, &columns);
    let row = |id: &crate::id::NeedId| vec![Value::text(asking.mark(*id).to_string())];
    sheet.rows = asking.room.iter().map(row).collect();
    sheet
}

fn form_of(part: Part, columns: &[(&str, u16)]) -> Sheet {
    Sheet { hidden: 1, frozen: 2, ..Sheet::new(part.sheet(), columns) }
}

/// A sheet of which the columns with answers can be filled in.
fn form(
    asking: &Asking,
    part: Part,
    content: &Sheet,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    content.write(sheet)?;
    let last = u32::try_from(content.rows.len()).unwrap_or(u32::MAX);
    // Whatever is typed stays the text it is.
    let open = Format::new()
        .set_num_format("@")
        .set_unlocked()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(GROUND)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE);
    for (at, (name, _)) in (0_u16..).zip(&content.columns) {
        if !part.answers().contains(&name.as_str()) {
            continue;
        }
        for row in 1..=last {
            sheet.write_blank(row, at, &open)?;
        }
        if let Some(choice) = choice(asking, name)? {
            sheet.add_data_validation(1, at, last, at, &choice)?;
        }
    }
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// What can be chosen in a column; `None` where anything can be said.
fn choice(asking: &Asking, name: &str) -> Result<Option<DataValidation>, XlsxError> {
    let chosen = DataValidation::new();
    let chosen = match name {
        column::MOVES => chosen
            .allow_list_strings(&words::<Answer>())?
            .set_input_title("Does it move the deal?")?
            .set_input_message("From this stage to the next one. Unsure is asked again.")?,
        column::KIND => chosen.allow_list_strings(&words::<NeedKind>())?,
        column::IMPORTANCE => chosen.allow_list_strings(&words::<Importance>())?,
        column::ANSWERED_BY => match listed('A', asking.assets.names().count()) {
            Some(list) => chosen.allow_list_formula(list),
            None => return Ok(None),
        },
        column::STAGE => match listed('B', asking.stages.names().count()) {
            Some(list) => chosen.allow_list_formula(list),
            None => return Ok(None),
        },
        column::PERSONA => match listed('C', asking.personas.names().count() + 1) {
            Some(list) => chosen.allow_list_formula(list),
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    let chosen = chosen.set_error_title("Choose one of the list")?;
    Ok(Some(chosen.set_error_message("Only what the list offers can be read back.")?))
}

fn words<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.as_word()).collect()
}

/// Names on the hidden sheet.
fn listed(column: char, count: usize) -> Option<Formula> {
    (count > 0).then(|| Formula::new(format!("={LISTS}!${column}$1:${column}${count}")))
}

/// What can be chosen, on a hidden sheet. Whoever chooses a name types it, in the eyes of a
/// spreadsheet: so none may begin as a formula does, quoted or not.
fn lists(asking: &Asking, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(LISTS)?.set_hidden(true);
    let everybody = std::iter::once(EVERYBODY);
    let columns: [Vec<&str>; 3] = [
        asking.assets.names().collect(),
        asking.stages.names().collect(),
        everybody.chain(asking.personas.names()).collect(),
    ];
    for (at, names) in (0_u16..).zip(&columns) {
        for (row, name) in (0_u32..).zip(names) {
            put(sheet, (row, at), &Value::text(arm(name)))?;
        }
    }
    Ok(())
}
