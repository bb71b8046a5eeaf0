//! `throughline erase`: leads out of a workspace and its backups, for good.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use throughline_core::api::router;
use throughline_core::api::{Host, speaking};
use throughline_core::demand::find_lead;
use throughline_core::error::{ApiError, Error};

use super::{Said, json as pretty};
use crate::desk::Desk;

/// Erase leads for good: all that was imported about them, in the workspace and in its backups.
#[derive(Debug, Args)]
pub(super) struct Erase {
    /// The leads, by their e-mail addresses or ids.
    #[arg(required = true, value_name = "EMAIL-OR-ID")]
    leads: Vec<String>,
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Erase them. Without it, this says what would go and what would stay, and changes nothing.
    #[arg(long)]
    yes: bool,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Erase {
    /// Erases, or says what that would do.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let open = desk.opened().ok_or(Error::NoWorkspace)?;
        let keys = self.leads.iter().map(|name| find_lead(&open.plan, name));
        let keys = keys.collect::<Result<Vec<_>, _>>()?;
        let command = if self.yes { "lead.erase" } else { "lead.erasure" };
        let answer =
            router::dispatch(&desk, command, json!({ "keys": keys }), speaking(&desk, None)?)?;
        let answer: Value = serde_json::from_str(&answer)
            .map_err(|error| ApiError::from(Error::Internal(error.to_string())))?;
        let told = if self.yes { &answer["value"] } else { &answer };
        if self.json {
            return Ok(pretty(told));
        }
        Ok(in_words(told, self.yes))
    }
}

fn in_words(told: &Value, done: bool) -> String {
    let held = &told["held"];
    let number = |name: &str| held[name].as_u64().unwrap_or(0);
    let verb = if done { "are gone" } else { "would go" };
    let leads = counted(number("leads"), "lead", "leads");
    let mut lines = vec![format!(
        "{leads}: {} and {} {verb}.",
        counted(number("values"), "value", "values"),
        counted(number("events"), "event", "events")
    )];
    let besides = [
        ("answers", "answer of sales about them", "answers of sales about them"),
        ("advocates", "mark as an advocate", "marks as advocates"),
    ];
    for (field, one, many) in besides.into_iter().filter(|(field, ..)| number(field) > 0) {
        lines.push(format!("  With them {}.", counted(number(field), one, many)));
    }
    if number("deals") > 0 {
        let texts = counted(number("deals"), "text", "texts");
        lines.push(format!("  {texts} of deals no longer name them; the deals stay."));
    }
    if number("texts") > 0 {
        let texts = counted(number("texts"), "other imported text", "other imported texts");
        lines.push(format!("  {texts} no longer hold their address."));
    }
    lines.extend(mentions(held));
    lines.extend(if done { backups(&told["backups"]) } else { backups_to_come(told) });
    if let Some(reason) = told["unswept"].as_str() {
        lines.push(format!(
            "  The file could not be written anew, so bytes may be left in it: {reason} It is tried \
             again when the workspace is opened next."
        ));
    }
    lines.extend(told["aside"].as_array().into_iter().flatten().filter_map(Value::as_str).map(
        |file| format!("  {file} was set aside as damaged and cannot be changed: delete it if it may hold them."),
    ));
    if !done {
        lines.push("Nothing was erased. Add --yes to erase, which cannot be undone.".to_owned());
    }
    lines.join("\n")
}

fn mentions(held: &Value) -> Vec<String> {
    let mentions = held["mentions"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut lines: Vec<String> = mentions
        .iter()
        .map(|one| {
            let text = |name: &str| one[name].as_str().unwrap_or_default();
            format!(
                "  The {} \"{}\" names them and stays: it was written here.",
                text("kind"),
                text("title")
            )
        })
        .collect();
    match held["edits"].as_u64().unwrap_or(0) {
        0 => {}
        1 => lines.push("  One edit of the history names them and stays.".to_owned()),
        edits => lines.push(format!("  {edits} edits of the history name them and stay.")),
    }
    lines
}

fn backups(told: &Value) -> Vec<String> {
    let rewritten = told["rewritten"].as_u64().unwrap_or(0);
    let mut lines = Vec::new();
    if rewritten > 0 {
        let were = counted(rewritten, "backup was", "backups were");
        lines.push(format!("  {were} written anew without them."));
    }
    lines.extend(told["heldBack"].as_array().into_iter().flatten().map(|one| {
        let text = |name: &str| one[name].as_str().unwrap_or_default();
        format!(
            "  The backup \"{}\" could not be: {} It is tried again with each opening, and never \
             shown or restored as it is.",
            text("name"),
            text("reason")
        )
    }));
    lines
}

fn backups_to_come(told: &Value) -> Vec<String> {
    match told["backups"].as_u64().unwrap_or(0) {
        0 => Vec::new(),
        all => vec![format!(
            "  {} would be written anew without them.",
            counted(all, "backup", "backups")
        )],
    }
}

fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
