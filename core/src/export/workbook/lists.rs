//! What the review talks about, as lists.

use super::sheet::{Sheet, Value};
use crate::coverage::Gap;
use crate::export::report::{Report, answer, is_better};
use crate::export::words::{capital, question};
use crate::model::{Decision, Word};

/// The name of the sheet of gaps, which a chart is drawn from.
pub(super) const GAPS: &str = "Gaps";

/// Every gap of every journey, the largest first.
pub(super) fn gaps(report: &Report) -> Sheet {
    let mut sheet = Sheet::new(
        GAPS,
        &[
            ("Gap", 34),
            ("Journey", 18),
            ("Rank", 8),
            ("Persona", 22),
            ("Stage", 18),
            ("State", 14),
            ("Priority", 10),
            ("Decision weight", 10),
            ("Short of covered", 10),
            ("Leak", 10),
            ("Waits there", 16),
            ("Counts as", 16),
            ("What that is made of", 48),
            ("Open must-needs", 12),
            ("Format", 18),
            ("Mean cost", 16),
            ("Costs known", 10),
            ("Planned pieces", 10),
            ("Funded", 16),
            ("Asked for", 16),
        ],
    );
    for journey in &report.journeys {
        let ranked = (1_u32..).zip(&journey.gaps);
        sheet.rows.extend(ranked.map(|(rank, one)| gap(&journey.name, rank, one)));
    }
    sheet
}

fn gap(journey: &str, rank: u32, gap: &Gap) -> Vec<Value> {
    let factors = &gap.factors;
    let worth = gap.worth.as_ref();
    let no_data = || Value::text("no data");
    let stake = worth.filter(|_| !factors.neutral).map(|one| one.money(factors.stake));
    let cost = gap.cost.as_ref();
    vec![
        Value::text(format!("{} at {}", gap.persona, gap.stage)),
        Value::text(journey),
        Value::Count(rank),
        Value::text(&gap.persona),
        Value::text(&gap.stage),
        Value::State(gap.state),
        Value::Number(gap.relative),
        Value::Number(factors.weight),
        Value::Number(factors.shortfall),
        worth.map_or_else(no_data, |one| Value::Number(one.leak.share)),
        worth
            .and_then(|one| one.waits.as_ref())
            .map_or_else(no_data, |one| Value::money(Some(one))),
        stake.map_or_else(no_data, |one| Value::money(Some(&one))),
        worth.map_or_else(no_data, |one| Value::text(one.made_of())),
        Value::Count(gap.open_must_needs),
        cost.map_or(Value::Empty, |cost| Value::text(&cost.format)),
        Value::money(cost.map(|cost| &cost.mean)),
        cost.map_or(Value::Empty, |cost| Value::Count(cost.assets)),
        Value::Count(gap.plans.assets),
        Value::money(gap.plans.funded.total.as_ref()),
        Value::money(gap.plans.asked.total.as_ref()),
    ]
}

/// Every need.
pub(super) fn needs(report: &Report) -> Sheet {
    let columns = [
        ("Need", 48),
        ("Kind", 16),
        ("Importance", 12),
        ("Persona", 22),
        ("Stage", 18),
        ("Status", 12),
    ];
    let mut sheet = Sheet::new("Needs", &columns);
    let row = |need: &crate::snapshot::NeedFigures| {
        let persona = need.persona_id.map_or("Everybody", |id| report.names.persona(id));
        vec![
            Value::text(&need.text),
            Value::text(capital(need.kind.as_word())),
            Value::text(capital(need.importance.as_word())),
            Value::text(persona),
            Value::text(report.names.stage(need.stage_id)),
            Value::text(capital(need.status.as_word())),
        ]
    };
    sheet.rows = report.needs.iter().map(row).collect();
    sheet
}

/// What asks for money.
pub(super) fn funding(report: &Report) -> Sheet {
    let columns = [
        ("Planned content", 40),
        ("Format", 18),
        ("Status", 14),
        ("Owner", 18),
        ("Due on", 12),
        ("Closes", 30),
        ("Priority", 10),
        ("Answer", 14),
        ("Budget", 16),
        ("Usual cost", 16),
    ];
    let mut sheet = Sheet::new("Funding", &columns);
    let row = |line: &crate::review::FundingLine| {
        let place = line.persona_id.zip(line.stage_id);
        vec![
            Value::text(&line.title),
            Value::text(&line.format),
            Value::text(capital(line.status.as_word())),
            Value::text(&line.owner),
            Value::day(line.due_on),
            place.map_or(Value::Empty, |(who, at)| Value::text(report.names.place(who, at))),
            Value::number(line.gap),
            Value::text(answer(line.funding)),
            Value::money(line.budget.as_ref()),
            Value::money(line.usual.as_ref().map(|usual| &usual.mean)),
        ]
    };
    sheet.rows = report.agenda.funding.lines.iter().map(row).collect();
    sheet
}

/// What should stop.
pub(super) fn stop(report: &Report) -> Sheet {
    let columns = [
        ("Content", 40),
        ("Format", 18),
        ("Status", 14),
        ("Owner", 18),
        ("Spent", 16),
        ("Still to spend", 16),
        ("By the usual cost", 12),
        ("Why", 48),
    ];
    let mut sheet = Sheet::new("Stop", &columns);
    let row = |line: &crate::review::StopLine| {
        vec![
            Value::text(&line.title),
            Value::text(&line.format),
            Value::text(capital(line.status.as_word())),
            Value::text(&line.owner),
            Value::money(line.spent.as_ref()),
            Value::money(line.remaining.as_ref()),
            Value::text(if line.estimated && line.remaining.is_some() { "Yes" } else { "" }),
            Value::text(line.reasons.join("\n")),
        ]
    };
    sheet.rows = report.agenda.stop.lines.iter().map(row).collect();
    sheet
}

/// Every question on maturity.
pub(super) fn maturity(report: &Report) -> Sheet {
    let columns = [
        ("Question", 48),
        ("Dimension", 22),
        ("Level", 8),
        ("Before", 8),
        ("Evidence", 48),
        ("Rated by", 18),
    ];
    let mut sheet = Sheet::new("Maturity", &columns);
    let row = |standing: &crate::maturity::QuestionStanding| {
        let rating = standing.rating.as_ref();
        let level =
            |level: Option<u8>| level.map_or(Value::Empty, |level| Value::Count(level.into()));
        vec![
            Value::text(capital(question(standing.question))),
            Value::text(capital(standing.dimension.as_word())),
            level(rating.map(|rating| rating.level)),
            level(standing.before),
            rating.map_or(Value::Empty, |rating| Value::text(&rating.evidence)),
            rating.map_or(Value::Empty, |rating| Value::text(&rating.member)),
        ]
    };
    sheet.rows = report.maturity.questions.iter().map(row).collect();
    sheet
}

/// What was decided, and what is carried over.
pub(super) fn decisions(report: &Report) -> Sheet {
    let columns =
        [("Decision", 56), ("Review", 28), ("Owner", 18), ("Due on", 12), ("Done on", 12)];
    let mut sheet = Sheet::new("Decisions", &columns);
    let Some(held) = &report.held else { return sheet };
    let row = |decision: &Decision, review: &str| {
        vec![
            Value::text(&decision.text),
            Value::text(review),
            Value::text(&decision.owner),
            Value::day(decision.due_on),
            Value::day(decision.done_on),
        ]
    };
    sheet.rows = held.decisions.iter().map(|one| row(one, &held.review.name)).collect();
    sheet.rows.extend(held.carried.iter().map(|one| row(&one.decision, &one.review)));
    sheet
}

/// Cells that turned, if there is something to compare with.
pub(super) fn turned(report: &Report) -> Option<Sheet> {
    let turned = report.turned.as_ref()?;
    let columns = [("Persona", 24), ("Stage", 20), ("Was", 16), ("Is", 16), ("For the better", 14)];
    let mut sheet = Sheet::new("Turned", &columns);
    sheet.rows = turned
        .changed_cells()
        .map(|(before, after)| {
            vec![
                Value::text(report.names.persona(after.persona_id)),
                Value::text(report.names.stage(after.stage_id)),
                Value::State(before.state),
                Value::State(after.state),
                Value::text(match is_better(before.state, after.state) {
                    Some(true) => "Yes",
                    Some(false) => "No",
                    None => "",
                }),
            ]
        })
        .collect();
    Some(sheet)
}
