//! Who may know whom in the front end: features meet in the shell, and only the host knows tauri.

use super::code::imports;
use super::{Finding, Source};

/// What the design system must not import: it knows no word of the domain.
const FOREIGN_TO_COMPONENTS: &[&str] = &[
    "bindings", "features", "rpc", "host", "shell", "actions", "words", "placing", "parts",
    "charts",
];

/// Ways to write a number or a day in a language that nobody chose.
const FORMATS_AT_RANDOM: &[&str] = &[
    "toLocaleString()",
    "toLocaleDateString()",
    "toLocaleTimeString()",
    "String(undefined,",
    "Format(undefined,",
    "DisplayNames(undefined,",
];

/// Imports that go the wrong way, and markup that is pushed in unread.
pub fn findings(sources: &[Source]) -> Vec<Finding> {
    let front = sources.iter().filter(|one| one.is_in("ui/src") && one.ends(&[".ts", ".tsx"]));
    front.flat_map(of_file).collect()
}

fn of_file(source: &Source) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        imports(&source.text).into_iter().filter_map(|import| of_import(source, import)).collect();
    if source.text.contains("dangerouslySetInnerHTML") {
        found.push(source.finding("sets raw HTML: build elements instead"));
    }
    if !source.path.contains(".test.")
        && FORMATS_AT_RANDOM.iter().any(|one| source.text.contains(one))
    {
        found.push(source.finding("writes numbers or days as the engine likes: hand LOCALE over"));
    }
    found
}

fn of_import(source: &Source, import: &str) -> Option<Finding> {
    if import.starts_with("@tauri-apps/") && source.path != "ui/src/host/tauri.ts" {
        return Some(
            source.finding(format!("imports {import}: only host/tauri.ts does, extend Host")),
        );
    }
    let target = resolve(&source.path, import)?;
    let (room, feature) = place(&target);
    let (own_room, own_feature) = place(&source.path);
    let advice = match (own_room, room) {
        ("components", room) if FOREIGN_TO_COMPONENTS.contains(&room) => {
            format!("a component imports {room}: pass what it shows as a prop")
        }
        ("features", "features") if feature != own_feature => {
            format!(
                "{own_feature} imports {feature}: let the shell compose them, or move the part to components"
            )
        }
        (
            "features" | "components" | "rpc" | "host" | "errors" | "charts" | "words" | "placing"
            | "parts",
            "shell",
        ) => {
            format!("{own_room} imports the shell: only the shell composes, take it as a prop")
        }
        (
            "rpc" | "host" | "errors" | "charts" | "actions" | "words" | "placing" | "parts",
            "features",
        ) => {
            format!("{own_room} imports a feature: turn the arrow round")
        }
        _ => return None,
    };
    Some(source.finding(advice))
}

/// The path below `ui/src` that an import means; packages mean none.
fn resolve(from: &str, import: &str) -> Option<String> {
    if let Some(inside) = import.strip_prefix("@/") {
        return Some(format!("ui/src/{inside}"));
    }
    if !import.starts_with('.') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The room below `ui/src` and the folder within it.
fn place(path: &str) -> (&str, &str) {
    let mut parts = path.strip_prefix("ui/src/").unwrap_or_default().split('/');
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}
