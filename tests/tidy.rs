//! Sizes, arrows and words of the tree; and that each rule would notice.

use std::path::Path;

use throughline_tests::tidy::{
    Finding, Source, arrows, front, sizes, sources, without_exceptions, words,
};

#[test]
fn the_tree_is_tidy() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap();
    let sources = sources(&top);
    assert!(sources.len() > 20, "only {} files were found", sources.len());
    let names: Vec<String> = std::fs::read_dir(&top)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let mut found = words::at_top(names.iter().map(String::as_str));
    for rule in [sizes::findings, arrows::findings, front::findings, words::findings] {
        found.extend(rule(&sources));
    }
    let said: Vec<String> = without_exceptions(found)
        .into_iter()
        .map(|Finding { path, advice }| format!("{path}: {advice}"))
        .collect();
    assert!(said.is_empty(), "{} habits are broken:\n{}", said.len(), said.join("\n"));
}

#[test]
fn functions_are_held_by_clippy() {
    let clippy = include_str!("../clippy.toml");
    assert!(
        clippy.lines().any(|line| line == "too-many-lines-threshold = 40"),
        "functions ≤ 40 lines"
    );
}

#[test]
fn a_long_file_is_noticed() {
    let lines = |count: usize| "\n".repeat(count);
    assert_eq!(findings_of(sizes::findings, "core/src/plan.rs", &lines(400)), 0);
    assert_eq!(findings_of(sizes::findings, "core/src/plan.rs", &lines(401)), 1);
    assert_eq!(findings_of(sizes::findings, "ui/src/main.ts", &lines(300)), 0);
    assert_eq!(findings_of(sizes::findings, "ui/src/main.ts", &lines(301)), 1);
}

#[test]
fn a_long_component_is_noticed() {
    let component =
        |body: usize| format!("export function Map() {{\n{}}}\n", "  a();\n".repeat(body));
    assert_eq!(findings_of(sizes::findings, "ui/src/map.tsx", &component(148)), 0);
    assert_eq!(findings_of(sizes::findings, "ui/src/map.tsx", &component(149)), 1);
}

#[test]
fn a_grown_shell_is_noticed() {
    let half =
        |name: &str, lines| Source::new(&format!("src-tauri/src/{name}.rs"), &"\n".repeat(lines));
    assert_eq!(sizes::findings(&[half("a", 400), half("b", 400)]), vec![]);
    assert_eq!(sizes::findings(&[half("a", 400), half("b", 400), half("c", 1)]).len(), 1);
}

#[test]
fn arrows_of_core_that_point_left_are_noticed() {
    for (path, code, noticed) in [
        ("core/src/model/asset.rs", "use crate::id::AssetId;", 0),
        ("core/src/model/asset.rs", "use crate::store::Session;", 1),
        ("core/src/coverage/mod.rs", "use crate::{id::{A, B}, plan::Plan, model};", 1),
        ("core/src/coverage/score.rs", "fn f() { crate::api::router() }", 1),
        ("core/src/coverage/score.rs", "use super::super::plan::Plan;", 1),
        ("core/src/store/mod.rs", "use super::plan::Plan;", 1),
        ("core/src/store/mod.rs", "// crate::plan would be wrong\nuse crate::model;", 0),
        ("core/src/import/csv.rs", "use crate::plan::Plan;", 0),
        ("core/src/import/csv.rs", "use crate::store::Session;", 1),
        ("core/src/api/asset.rs", "use crate::store::Session;", 0),
        ("core/src/cellar.rs", "", 1),
    ] {
        assert_eq!(findings_of(arrows::findings, path, code), noticed, "{path}: {code}");
    }
}

#[test]
fn sql_and_its_engine_are_noticed_outside_the_store() {
    for (path, code, noticed) in [
        ("core/src/store/asset/mod.rs", "query(\"SELECT 1\")", 0),
        ("core/src/plan.rs", "query(\"SELECT 1\")", 1),
        ("src-tauri/src/cli.rs", "run(r#\"DELETE FROM asset\"#)", 1),
        ("core/src/store/engine/sqlite.rs", "use rusqlite::Connection;", 0),
        ("core/src/store/asset/mod.rs", "use rusqlite::Row;", 1),
        ("core/src/asset.sql", "SELECT 1", 1),
    ] {
        assert!(findings_of(arrows::findings, path, code) >= noticed, "{path}: {code}");
        assert_eq!(findings_of(arrows::findings, path, code) > 0, noticed > 0, "{path}: {code}");
    }
}

#[test]
fn tauri_is_noticed_outside_the_shell() {
    for (path, code, noticed) in [
        ("src-tauri/src/window.rs", "use tauri::App;", 0),
        ("core/src/api/host.rs", "use tauri::App;", 1),
        ("core/src/api/host.rs", "// not tauri::App\n", 0),
    ] {
        assert_eq!(findings_of(arrows::findings, path, code), noticed, "{path}: {code}");
    }
}

#[test]
fn imports_of_the_front_end_that_go_wrong_are_noticed() {
    for (path, import, noticed) in [
        ("ui/src/host/tauri.ts", "@tauri-apps/api/core", 0),
        ("ui/src/rpc/call.ts", "@tauri-apps/api/core", 1),
        ("ui/src/features/map/View.tsx", "./Cell", 0),
        ("ui/src/features/map/View.tsx", "../assets/Table", 1),
        ("ui/src/features/map/View.tsx", "@/features/assets/Table", 1),
        ("ui/src/features/map/View.tsx", "@/components/Button", 0),
        ("ui/src/features/map/View.tsx", "@/shell/App", 1),
        ("ui/src/shell/App.tsx", "@/features/map/View", 0),
        ("ui/src/components/Button.tsx", "../bindings/Asset", 1),
        ("ui/src/components/Button.tsx", "@/features/map/View", 1),
        ("ui/src/components/Button.tsx", "react", 0),
        ("ui/src/rpc/call.ts", "@/features/map/View", 1),
    ] {
        let code = format!("import {{ x }} from \"{import}\";");
        assert_eq!(findings_of(front::findings, path, &code), noticed, "{path}: {import}");
        let lazy = format!("const x = import(\"{import}\");");
        assert_eq!(findings_of(front::findings, path, &lazy), noticed, "{path}: lazily {import}");
    }
}

#[test]
fn empty_words_and_unfinished_work_are_noticed() {
    for (path, text, noticed) in [
        ("core/src/plan.rs", "pub struct Plan;", 0),
        ("core/src/plan.rs", "pub struct PlanManager;", 1),
        ("ui/src/rpc/call.ts", "export class AssetService {}", 1),
        ("ui/src/utils.ts", "", 1),
        ("core/src/common/mod.rs", "", 1),
        ("core/src/plan.rs", "// a service level agreement", 0),
        ("core/src/plan.rs", "// TODO later", 1),
        ("README.md", "cp plan /home/me/", 1),
        ("core/src/plan.rs", "open(\"/home/me/plan\")", 1),
    ] {
        assert_eq!(findings_of(words::findings, path, text), noticed, "{path}: {text}");
    }
}

#[test]
fn a_stray_at_the_top_is_noticed() {
    assert_eq!(words::at_top(["core", "README.md"]), vec![]);
    assert_eq!(words::at_top(["notes.txt"]).len(), 1);
}

fn findings_of(rule: impl Fn(&[Source]) -> Vec<Finding>, path: &str, text: &str) -> usize {
    rule(&[Source::new(path, text)]).len()
}
