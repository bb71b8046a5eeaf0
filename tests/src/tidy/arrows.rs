//! Who may know whom in Rust: no arrow points left.
//!
//! `api ─► import, export, sample ─► plan ─► backup ─► store ─► model ─► id, error` and
//! `api ─► demand ─► plan, facts, consumption, scoring, hygiene, sla, price`; `plan, store, import ─► facts ─► model`;
//! `api ─► merge ─► document ─► plan`; `api ─► coverage ─► check ─► model`; `import, export, plan, backup, store ─► file ─► error`.

use super::code::{named_after, without_comments};
use super::{Finding, Source};

/// The rooms of core and what each may know besides itself. `api` may know all.
const ROOMS: &[(&str, &[&str])] = &[
    ("id", &["error"]),
    ("error", &["id"]),
    ("file", &["id", "error"]),
    ("model", &["id", "error"]),
    ("consumption", &[]),
    ("funnel", &[]),
    ("effect", &[]),
    ("attribution", &["model", "id", "error"]),
    ("kpi", &["model", "id", "error"]),
    ("scoring", &[]),
    ("hygiene", &["model", "id", "error"]),
    ("sla", &[]),
    ("price", &["model", "id", "error"]),
    ("facts", &["model", "id", "error"]),
    (
        "demand",
        &[
            "import",
            "plan",
            "facts",
            "consumption",
            "funnel",
            "effect",
            "attribution",
            "kpi",
            "scoring",
            "hygiene",
            "sla",
            "price",
            "model",
            "id",
            "error",
        ],
    ),
    ("coverage", &["check", "price", "model", "id", "error"]),
    ("check", &["model", "id", "error"]),
    ("cadence", &["coverage", "model", "id", "error"]),
    ("home", &["review", "coverage", "check", "model", "id", "error"]),
    ("maturity", &["coverage", "check", "model", "id", "error"]),
    ("snapshot", &["maturity", "coverage", "check", "kpi", "funnel", "model", "id", "error"]),
    ("figure", &["maturity", "coverage", "consumption", "funnel", "model", "id", "error"]),
    ("review", &["snapshot", "coverage", "check", "model", "id", "error"]),
    ("nameless", &["model", "id", "error"]),
    ("search", &["model", "id", "error"]),
    ("store", &["file", "facts", "model", "id", "error"]),
    ("history", &["store", "model", "id", "error"]),
    ("backup", &["store", "file", "model", "id", "error"]),
    ("plan", &["history", "backup", "store", "file", "facts", "model", "id", "error"]),
    ("sample", &["plan", "model", "id", "error"]),
    ("document", &["plan", "model", "id", "error"]),
    ("merge", &["document", "plan", "model", "id", "error"]),
    ("import", &["plan", "file", "facts", "model", "id", "error"]),
    ("ask", &["import", "plan", "coverage", "check", "model", "id", "error"]),
    (
        "export",
        &[
            "ask",
            "figure",
            "review",
            "snapshot",
            "maturity",
            "consumption",
            "funnel",
            "kpi",
            "plan",
            "coverage",
            "check",
            "file",
            "model",
            "id",
            "error",
        ],
    ),
];

/// Rooms that may know every other, and are known by none of [`ROOMS`].
const OUTERMOST: &[&str] = &["api", "lib"];

const SQL: &[&str] = &["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA "];

/// Arrows that point the wrong way.
pub fn findings(sources: &[Source]) -> Vec<Finding> {
    let rust = sources.iter().filter(|one| one.ends(&[".rs"]));
    let mut found: Vec<Finding> = rust.flat_map(of_rust).collect();
    let strays = sources.iter().filter(|one| one.ends(&[".sql"]) && !one.is_in("core/src/store"));
    let strays = strays.filter(|one| !one.is_in("tests"));
    found.extend(strays.map(|one| one.finding("SQL lives in core/src/store: move it there")));
    found
}

fn of_rust(source: &Source) -> Vec<Finding> {
    let code = without_comments(&source.text);
    let mut found = Vec::new();
    if let Some(room) = source.path.strip_prefix("core/src/") {
        found.extend(wrong_rooms(source, room, &code));
    }
    let product = source.is_in("core") || source.is_in("src-tauri");
    if product && !source.is_in("core/src/store/engine") && code.contains("rusqlite") {
        found.push(
            source.finding("names rusqlite: only core/src/store/engine does, ask its session"),
        );
    }
    if product && !source.is_in("core/src/store") && SQL.iter().any(|verb| code.contains(verb)) {
        found.push(source.finding("says SQL: only core/src/store does, add a function there"));
    }
    let window = source.is_in("src-tauri") || source.is_in("tests/bench/bare");
    if !window && !named_after(&code, "tauri::").is_empty() {
        found
            .push(source.finding("names tauri: only src-tauri does, take what you need from Host"));
    }
    found
}

fn wrong_rooms(source: &Source, path: &str, code: &str) -> Vec<Finding> {
    let room = path.split('/').next().unwrap_or(path).trim_end_matches(".rs");
    if OUTERMOST.contains(&room) {
        return Vec::new();
    }
    let Some((_, may_know)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        return vec![
            source.finding(format!("the room {room} has no line in tests/src/tidy/arrows.rs")),
        ];
    };
    let out = "super::".repeat(depth(path));
    let mut known = named_after(code, "crate::");
    known.extend(named_after(code, "$crate::"));
    known.extend(named_after(code, &out));
    known.sort_unstable();
    known.dedup();
    let wrong = known.into_iter().filter(|name| is_room(name) && *name != room);
    let wrong = wrong.filter(|name| !may_know.contains(name));
    wrong
        .map(|name| source.finding(format!("{room} may not know {name}: {}", way_out(name))))
        .collect()
}

fn is_room(name: &str) -> bool {
    OUTERMOST.contains(&name) || ROOMS.iter().any(|(room, _)| *room == name)
}

/// How many `super::` lead from a file of core to the crate.
fn depth(path: &str) -> usize {
    path.split('/').count() - usize::from(path.ends_with("/mod.rs"))
}

fn way_out(name: &str) -> &'static str {
    match name {
        "api" => "take the value, not the request",
        "plan" | "store" | "history" => "take the rows as a parameter",
        _ => "pass what it computes in, or move the rule to where both may see it",
    }
}
