//! All content and all placements.

use super::sheet::{Sheet, Value};
use crate::check::{GivenAnswer, deal_check};
use crate::export::assets::table;
use crate::export::report::Report;
use crate::export::words::capital;
use crate::id::AssetId;
use crate::model::{ASSET_COLUMNS, Architecture, Asset, Money, Placement, Word};
use std::sync::Arc;

/// Every asset with all its fields. Days are days, and amounts in the workspace's own currency
/// numbers; any other stays as it is written in a table.
pub(super) fn assets(report: &Report) -> Sheet {
    let widths = |name: &str| match name {
        "Title" | "Summary" | "Takeaways" => 40,
        "URL" | "Keeps in touch with" | "Leads on to" => 28,
        _ => 16,
    };
    let columns = ASSET_COLUMNS.map(|column| (column.name, widths(column.name)));
    let mut sheet = Sheet::new("Assets", &columns);
    let mut all: Vec<&Arc<Asset>> = report.plan.assets.iter().collect();
    all.sort_by(|one, other| (&one.title, one.id).cmp(&(&other.title, other.id)));
    let ids: Vec<AssetId> = all.into_iter().map(|asset| asset.id).collect();
    let currency = report.plan.workspace().map(|one| one.currency.clone()).unwrap_or_default();
    let typed = |(name, text): (&str, String)| match name {
        _ if text.is_empty() => Value::Empty,
        "Published on" | "Reviewed on" | "Due on" => {
            text.parse().map_or_else(|_| Value::Text(text), Value::Day)
        }
        "Cost" | "Budget" => {
            amount(&text, &currency).map_or_else(|| Value::Text(text), Value::Money)
        }
        _ => Value::Text(text),
    };
    let names = || ASSET_COLUMNS.iter().map(|column| column.name);
    let rows = table(&report.plan, &ids);
    sheet.rows = rows.map(|row| names().zip(row).map(typed).collect()).collect();
    sheet
}

/// "1200.50 EUR" as an amount, if that is the currency.
fn amount(text: &str, currency: &str) -> Option<Money> {
    let (number, code) = text.rsplit_once(' ')?;
    let minor = number.replace('.', "").parse().ok()?;
    (code == currency).then(|| Money { minor, currency: code.to_owned() })
}

/// Every placement with what both sides answer.
pub(super) fn placements(report: &Report) -> Sheet {
    let mut sheet = Sheet::new(
        "Placements",
        &[
            ("Title", 40),
            ("Status", 14),
            ("Persona", 22),
            ("Stage", 18),
            ("Marketing", 11),
            ("Marketing's reason", 36),
            ("Marketing by", 18),
            ("Sales", 11),
            ("Sales' reason", 36),
            ("Sales by", 18),
            ("Verdict", 12),
            ("Disagreement", 13),
        ],
    );
    let plan = &report.plan;
    let place = |one: &Placement| {
        let title = plan.asset(one.asset_id).map(|asset| asset.title.clone());
        let persona = plan.personas.get(one.persona_id).map(|persona| persona.position);
        let stage = plan.stages.get(one.stage_id).map(|stage| stage.position);
        (persona, stage, title, one.id)
    };
    let mut all: Vec<&Arc<Placement>> = plan.placements.iter().collect();
    all.sort_by_cached_key(|one| place(one));
    sheet.rows = all.into_iter().map(|one| placement(report, plan, one)).collect();
    sheet
}

fn placement(report: &Report, plan: &Architecture, placement: &Placement) -> Vec<Value> {
    let asset = plan.asset(placement.asset_id);
    let check = deal_check(plan, placement.id);
    let mut row = vec![
        Value::text(asset.map(|asset| asset.title.clone()).unwrap_or_default()),
        Value::text(asset.map(|asset| asset.status.as_word()).unwrap_or_default()),
        Value::text(report.names.persona(placement.persona_id)),
        Value::text(report.names.stage(placement.stage_id)),
    ];
    row.extend(side(check.marketing.answer.as_ref()));
    row.extend(side(check.sales.answer.as_ref()));
    row.push(Value::text(
        check.effective.map_or("Unchecked".to_owned(), |answer| capital(answer.as_word())),
    ));
    row.push(Value::text(if check.disagreement { "Yes" } else { "" }));
    row
}

fn side(given: Option<&GivenAnswer>) -> [Value; 3] {
    let Some(given) = given else { return [Value::Empty, Value::Empty, Value::Empty] };
    let by = match &given.entered_by {
        Some(entered) => format!("{entered} for {}", given.member),
        None => given.member.clone(),
    };
    [Value::text(capital(given.answer.as_word())), Value::text(&given.reason), Value::text(by)]
}
