//! The agreement between marketing and sales, as one page to sign.

use super::document::{Block, Column, Document, Entry, Side, Signature};
use super::words::date;
use crate::error::Result;
use crate::model::{
    Agreement, Architecture, ContextField, IdealProfile, Money, Quota, SalesPromise, Word,
    thousands,
};
use chrono::NaiveDate;

const WORDS: [Column; 2] = [Column::text("We say", 1), Column::text("and mean", 5)];
const QUOTAS: [Column; 3] =
    [Column::text("Each month", 2), Column::text("Marketing", 2), Column::text("Sales", 2)];

/// An agreement as a page, saved on a day.
pub fn agreement(plan: &Architecture, agreed: &Agreement, today: NaiveDate) -> Result<Document> {
    let workspace = plan.workspace()?.name.clone();
    let mut document = Document {
        title: "Agreement between marketing and sales".to_owned(),
        overline: format!("{workspace} · from {}", agreed.starts_on.format("%B %Y")),
        workspace,
        as_of: today,
        is_close: true,
        blocks: Vec::new(),
    };
    definitions(&mut document, agreed);
    if !agreed.profile.is_empty() || !agreed.profile.notes.is_empty() {
        document.heading(1, "Whom we want to win");
        document.list(profile(&agreed.profile));
    }
    document.heading(1, "What we promise each other");
    document.blocks.push(Block::Sides([
        Side { title: "Marketing".to_owned(), items: of_marketing(agreed) },
        Side { title: "Sales".to_owned(), items: of_sales(agreed.sales) },
    ]));
    quotas(&mut document, agreed);
    if !agreed.notes.is_empty() {
        document.heading(1, "Besides");
        agreed.notes.split("\n\n").for_each(|part| document.paragraph(part.trim()));
    }
    signatures(&mut document, agreed);
    Ok(document)
}

fn definitions(document: &mut Document, agreed: &Agreement) {
    let told = &agreed.definitions;
    let words = [
        ("Inquiry", &told.inquiry),
        ("MQL", &told.mql),
        ("SAL", &told.sal),
        ("Warm", &told.warm),
        ("Hot", &told.hot),
    ];
    let said = words.into_iter().filter(|(_, text)| !text.is_empty());
    let rows: Vec<_> =
        said.map(|(word, text)| vec![Entry::strong(word, ""), Entry::text(text)]).collect();
    if !rows.is_empty() {
        document.heading(1, "What we call a lead");
        let most = rows.len();
        document.table(&WORDS, rows, most);
    }
}

fn profile(profile: &IdealProfile) -> Vec<String> {
    let listed = |name: &str, list: &[String]| {
        (!list.is_empty()).then(|| format!("{name}: {}", list.join(", ")))
    };
    let size = match (profile.size_from, profile.size_to) {
        (Some(least), Some(most)) => {
            Some(format!("Between {} and {} people", grouped(least), grouped(most)))
        }
        (Some(least), None) => Some(format!("{} people or more", grouped(least))),
        (None, Some(most)) => Some(format!("{} people or fewer", grouped(most))),
        (None, None) => None,
    };
    let notes = Some(profile.notes.clone()).filter(|notes| !notes.is_empty());
    let industries = listed("Industries", &profile.industries);
    let countries = listed("Countries", &profile.countries);
    [industries, countries, size, notes].into_iter().flatten().collect()
}

fn of_marketing(agreed: &Agreement) -> Vec<String> {
    let promised = &agreed.marketing;
    let leads = promised.leads.map(|leads| format!("{} handed over a month", many(leads, "lead")));
    let accepted = promised
        .accepted
        .map(|share| format!("At least {share}% of the leads that sales answers are accepted"));
    let context: Vec<&str> = promised.context.iter().map(|field| field_name(*field)).collect();
    let context =
        (!context.is_empty()).then(|| format!("Known of each lead: {}", context.join(", ")));
    let said: Vec<String> = [leads, accepted, context].into_iter().flatten().collect();
    if said.is_empty() { vec!["Nothing is agreed yet".to_owned()] } else { said }
}

fn field_name(field: ContextField) -> &'static str {
    match field {
        ContextField::Email => "e-mail address",
        ContextField::Title => "job title",
        ContextField::Request => "what it requested",
        other => other.as_word(),
    }
}

fn of_sales(promised: SalesPromise) -> Vec<String> {
    let SalesPromise { hours, hot_minutes, answered, touches, days } = promised;
    let answered = answered.map(|share| format!("At least {share}% of leads are answered"));
    let times = if touches == 1 { "once".to_owned() } else { many(touches, "time") };
    let said = [
        Some(format!(
            "Each lead is followed up within {}, weekends and holidays not counted",
            many(hours, "hour")
        )),
        Some(format!("A hot lead within {}", many(hot_minutes, "working minute"))),
        Some("Each lead is accepted, or turned back with a reason".to_owned()),
        answered,
        Some(format!(
            "Each accepted lead is called, written to or met at least {times} in {}",
            many(days, "day")
        )),
    ];
    said.into_iter().flatten().collect()
}

fn grouped(number: u32) -> String {
    thousands(number.into())
}

/// "1 lead", "1,200 leads".
fn many(count: u32, one: &str) -> String {
    format!("{} {one}{}", grouped(count), if count == 1 { "" } else { "s" })
}

fn quotas(document: &mut Document, agreed: &Agreement) {
    let (marketing, sales) = (&agreed.marketing_quota, &agreed.sales_quota);
    let leads = |quota: &Quota| quota.leads.map(grouped);
    let revenue = |quota: &Quota| quota.revenue.as_ref().map(Money::in_full);
    let rows = [
        ("Leads handed over, leads accepted", leads(marketing), leads(sales)),
        ("Revenue won", revenue(marketing), revenue(sales)),
    ];
    let told = |text: Option<String>| Entry::text(text.unwrap_or_else(|| "no quota".to_owned()));
    let said = rows.into_iter().filter(|(_, one, other)| one.is_some() || other.is_some());
    let rows: Vec<_> =
        said.map(|(what, one, other)| vec![Entry::text(what), told(one), told(other)]).collect();
    if !rows.is_empty() {
        document.heading(1, "Quotas");
        document.table(&QUOTAS, rows, 2);
    }
}

fn signatures(document: &mut Document, agreed: &Agreement) {
    document.heading(1, "Signed");
    document.note(format!("In force from {} until another is.", date(agreed.starts_on)));
    let signature =
        |side: &str, name: &str| Signature { side: side.to_owned(), name: name.to_owned() };
    document.blocks.push(Block::Signatures([
        signature("For marketing", &agreed.marketing_signer),
        signature("For sales", &agreed.sales_signer),
    ]));
}
