//! What a command is asked with: an example of it in which names of things stand for things of the
//! plan, with a few places changed; or anything at all.

use super::bytes::Bytes;
use crate::host::TestHost;
use serde_json::{Map, Value, json};
use std::sync::OnceLock;
use throughline_core::api::Host;
use throughline_core::id::EntityId;
use throughline_core::model::Architecture;

/// A sensible request for every command.
pub(super) fn examples() -> &'static Map<String, Value> {
    static EXAMPLES: OnceLock<Map<String, Value>> = OnceLock::new();
    EXAMPLES.get_or_init(|| serde_json::from_str(include_str!("examples.json")).unwrap())
}

/// Any JSON, or text that is none.
pub(super) fn anything(input: &mut Bytes<'_>) -> Value {
    let length = input.byte();
    let text = input.some(length.into());
    let read = serde_json::from_slice(text);
    read.unwrap_or_else(|_| Value::from(String::from_utf8_lossy(text)))
}

/// The example of a command, altered as the input says.
pub(super) fn request(
    command: &str,
    host: &TestHost,
    mapping: &Value,
    input: &mut Bytes<'_>,
) -> Value {
    let mut value = examples()[command].clone();
    let (which, changes) = (input.byte(), input.byte() % 4);
    let names = Names { host, mapping, which: which.into() };
    names.fill(&mut value);
    for _ in 0..changes {
        let place = input.byte();
        let [how, what] = [input.byte(), input.byte()];
        if let Some(place) = nth(&mut value, &mut place.into()) {
            change(place, how, what, input);
            names.fill(place);
        }
    }
    value
}

/// The n-th value within a value, itself included.
fn nth<'a>(value: &'a mut Value, n: &mut usize) -> Option<&'a mut Value> {
    if *n == 0 {
        return Some(value);
    }
    *n -= 1;
    match value {
        Value::Array(all) => all.iter_mut().find_map(|one| nth(one, n)),
        Value::Object(all) => all.values_mut().find_map(|one| nth(one, n)),
        _ => None,
    }
}

fn change(place: &mut Value, how: u8, what: u8, input: &mut Bytes<'_>) {
    match how % 12 {
        0 => *place = Value::Null,
        1 => *place = Value::Bool(what % 2 == 1),
        2 => *place = serde_json::from_str(NUMBERS[usize::from(what) % NUMBERS.len()]).unwrap(),
        3 | 4 => *place = WORDS[usize::from(what) % WORDS.len()].into(),
        5 => *place = String::from_utf8_lossy(input.some(what.into())).into(),
        6 => *place = "ä=<".repeat(usize::from(what) * 200).into(),
        7 => *place = Value::Array(vec![place.take(); usize::from(what % 8)]),
        8 => *place = (0..what).fold(place.take(), |inner, _| json!([inner])),
        9 => take_out(place, what.into()),
        10 => put_in(place, what.into(), input),
        _ => {
            let other = examples().values().nth(usize::from(what) % examples().len());
            *place = other.cloned().unwrap_or_default();
        }
    }
}

fn take_out(place: &mut Value, at: usize) {
    match place {
        Value::Object(all) => {
            let key = all.keys().nth(at % all.len().max(1)).cloned();
            key.and_then(|key| all.shift_remove(&key));
        }
        Value::Array(all) if !all.is_empty() => drop(all.remove(at % all.len())),
        _ => {}
    }
}

fn put_in(place: &mut Value, at: usize, input: &mut Bytes<'_>) {
    let word = WORDS[usize::from(input.byte()) % WORDS.len()];
    match place {
        Value::Object(all) => drop(all.insert(KEYS[at % KEYS.len()].to_owned(), word.into())),
        Value::Array(all) => all.push(word.into()),
        other => *other = json!({ KEYS[at % KEYS.len()]: other.take() }),
    }
}

const NUMBERS: [&str; 14] = [
    "0",
    "1",
    "2",
    "-1",
    "7",
    "255",
    "256",
    "65536",
    "36500",
    "-9223372036854775808",
    "9223372036854775807",
    "18446744073709551615",
    "0.5",
    "1e300",
];

const KEYS: [&str; 16] = [
    "id",
    "version",
    "set",
    "fields",
    "name",
    "title",
    "ids",
    "handoff",
    "journeyId",
    "personaId",
    "stageId",
    "assetId",
    "declined",
    "former",
    "position",
    "limit",
];

const WORDS: [&str; 76] = [
    "",
    " ",
    "x",
    "=1+1",
    "<script>alert(1)</script>",
    "\u{0}",
    "\u{202e}",
    "e\u{301}",
    "ß",
    "İ",
    "$member",
    "$format",
    "$persona",
    "$persona+1",
    "$interview",
    "$insight",
    "$trigger",
    "$journey",
    "$journey+1",
    "$stage",
    "$stage+1",
    "$need",
    "$asset",
    "$asset+1",
    "$asset+2",
    "$placement",
    "$backup",
    "$path",
    "$seq",
    "$mapping",
    "$workspace",
    "workspace",
    "member",
    "persona",
    "stage",
    "format",
    "asset",
    "placement",
    "verdict",
    "exclusion",
    "need",
    "mapping",
    "idea",
    "planned",
    "in production",
    "published",
    "retired",
    "yes",
    "partly",
    "no",
    "unsure",
    "unsure ",
    "engage",
    "nurture",
    "convert",
    "lead",
    "deal",
    "sales",
    "marketing",
    "strategist",
    "empty",
    "2026-02-29",
    "2024-02-29",
    "0000-01-01",
    "-262143-01-01",
    "+262142-12-31",
    "9999-12-31",
    "Europe/Berlin",
    "EUR",
    "javascript:alert(1)",
    "https://example.org/?q=1",
    "mailto:a@b",
    "../../../x",
    "00000000-0000-0000-0000-000000000000",
    "title",
    "AAAA",
];

/// What the names of things stand for now.
struct Names<'a> {
    host: &'a TestHost,
    mapping: &'a Value,
    which: usize,
}

impl Names<'_> {
    fn fill(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Some(thing) = text.strip_prefix('$').and_then(|name| self.thing(name)) {
                    *value = thing;
                }
            }
            Value::Array(all) => all.iter_mut().for_each(|one| self.fill(one)),
            Value::Object(all) => all.values_mut().for_each(|one| self.fill(one)),
            _ => {}
        }
    }

    /// "asset+1" is the asset after the one that is meant.
    fn thing(&self, name: &str) -> Option<Value> {
        let (name, more) = name.split_once('+').unwrap_or((name, "0"));
        let which = self.which + more.parse::<usize>().ok()?;
        let there = match name {
            "mapping" => vec![self.mapping.clone()],
            "path" => self.host.recent().iter().map(|path| json!(path)).collect(),
            "seq" => (0..=self.host.opened()?.plan.last_edit().ok()?).map(Value::from).collect(),
            "backup" => self.backups(),
            kind => ids(&self.host.opened()?.plan.view(), kind),
        };
        there.get(which % there.len().max(1)).cloned()
    }

    fn backups(&self) -> Vec<Value> {
        let list = self.host.attempt("backup.list", json!({})).unwrap_or_default();
        let rows = list["backups"].as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| row["name"].clone()).collect()
    }
}

fn ids(plan: &Architecture, kind: &str) -> Vec<Value> {
    macro_rules! of {
        ($($name:literal => $table:ident),* $(,)?) => {
            match kind {
                $($name => plan.$table.iter().map(|one| json!(one.id.uuid())).collect(),)*
                "workspace" => plan.workspace().iter().map(|one| json!(one.id.uuid())).collect(),
                _ => Vec::new(),
            }
        };
    }
    of! {
        "member" => members, "format" => formats, "persona" => personas,
        "interview" => interviews, "insight" => insights, "trigger" => triggers,
        "journey" => journeys, "stage" => stages, "need" => needs, "asset" => assets,
        "placement" => placements, "verdict" => verdicts, "exclusion" => exclusions,
        "programme" => programmes, "programmeNote" => programme_notes, "snapshot" => snapshots,
        "review" => reviews, "decision" => decisions, "scoringModel" => scoring_models,
        "leadAnswer" => lead_answers, "advocate" => advocates, "routingRule" => routing_rules,
        "agreement" => agreements,
    }
}
