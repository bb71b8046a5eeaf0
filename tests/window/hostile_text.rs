//! Every text of a workspace is one meant to do harm: as names, titles, addresses, notes, answers.
//! In every view, and in what is exported, it stays text: nothing runs, nothing is asked of the net.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::fixture::poison::{Spy, poison};
use throughline_tests::host::TestHost;
use throughline_tests::terminal::{make_sample, terminal};
use throughline_tests::window::{Theme, Window, browse, journey};

/// What must take hostile texts, or the rest shows nothing.
const WRITTEN: [&str; 52] = [
    "agreement.definitions",
    "agreement.marketingSigner",
    "agreement.notes",
    "agreement.profile",
    "agreement.salesSigner",
    "asset.deepen",
    "asset.externalId",
    "asset.language",
    "asset.maintain",
    "asset.owner",
    "asset.summary",
    "asset.takeaways",
    "asset.themes",
    "asset.title",
    "asset.url",
    "decision.owner",
    "decision.text",
    "exclusion.reason",
    "format.name",
    "insight.author",
    "insight.text",
    "interview.notes",
    "interview.who",
    "journey.name",
    "member.name",
    "need.declined",
    "need.text",
    "persona.challenges",
    "persona.channels",
    "persona.goals",
    "persona.name",
    "persona.notes",
    "persona.titlePatterns",
    "placement.deepen",
    "placement.maintain",
    "programme.campaigns",
    "programme.forSales",
    "programme.goal",
    "programme.name",
    "programme.owner",
    "programmeNote.text",
    "rating.evidence",
    "review.name",
    "routingRule.accounts",
    "routingRule.countries",
    "snapshot.name",
    "stage.exitCriterion",
    "stage.name",
    "trigger.description",
    "trigger.name",
    "verdict.reason",
    "workspace.name",
];

/// What has run, what was put into the page that could, and what leads outside.
const HARM: &str = r"
const [spy] = arguments;
const outer = (selector) => [...document.querySelectorAll(selector)].map((e) => e.outerHTML.slice(0, 200));
const leads = (e) => [...e.attributes].some(({ name, value }) =>
  ['src', 'href', 'xlink:href', 'action', 'data', 'srcdoc', 'style', 'poster'].includes(name)
  && (value.includes(spy) || /^\s*(javascript|data|file):/i.test(value)));
return [
  ...(window.owned === undefined ? [] : ['a text has run']),
  ...outer('iframe, object, embed, base, video, form[action], meta[http-equiv=refresh]'),
  ...outer('body script, body style, body link, [onerror], [onload], [onfocus], [onmouseover]'),
  ...[...document.querySelectorAll('body *')].filter(leads).map((e) => e.outerHTML.slice(0, 200)),
  ...(Object.prototype.owned === undefined ? [] : ['a prototype was changed']),
];";

struct Poisoned {
    _folder: TempDir,
    file: PathBuf,
    spy: Spy,
}

fn poisoned() -> Poisoned {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Hostile.throughline");
    make_sample(&file);
    let spy = Spy::start();
    let host = TestHost::at(&file);
    let taken = poison(&host, &spy.texts());
    let missing: Vec<_> = WRITTEN.iter().filter(|field| !taken.contains(**field)).collect();
    assert!(missing.is_empty(), "not written: {missing:?}\nwritten: {taken:?}");
    drop(host);
    let leads = spy.leads(folder.path());
    let (deals, into) = (spy.deals(folder.path()), file.display().to_string());
    terminal(&["import", "leads", &leads, "--workspace", &into]);
    terminal(&["import", "deals", &deals, "--workspace", &into]);
    terminal(&["import", "events", &spy.demos(folder.path()), "--workspace", &into]);
    Poisoned { _folder: folder, file, spy }
}

async fn assert_harmless(window: &Window, spy: &Spy, at: &str) {
    window.settle().await;
    let harm = window.script(HARM, vec![json!(spy.address())]).await;
    assert_eq!(harm, json!([]), "{at}");
    assert_eq!(spy.heard(), Vec::<String>::new(), "{at}");
    assert_eq!(window.policy_violations().await, Vec::<String>::new(), "{at}");
    let said = window.script("return document.body.innerText", vec![]).await;
    let said = said.as_str().unwrap_or_default();
    assert!(!said.contains("Something went wrong"), "{at}: {said}");
}

/// Everything that opens in place is opened, by its role: tabs, what can be unfolded, entries.
async fn open_all(window: &Window, spy: &Spy, at: &str) {
    const OPENERS: &str = "main [role=tab], main [aria-expanded=false], main li > button, \
        main [aria-pressed=false], main [role=radio]";
    const CLICK: &str = "const all = [...document.querySelectorAll(arguments[0])]; \
        const one = all[arguments[1]]; if (!one) return false; one.click(); return true;";
    for nth in 0..8 {
        let clicked = window.script(CLICK, vec![json!(OPENERS), json!(nth)]).await;
        if clicked != true {
            return;
        }
        assert_harmless(window, spy, &format!("{at}, opener {nth}")).await;
        window.press("Escape").await;
    }
}

async fn ids(window: &Window, command: &str, pointer: &str) -> Vec<String> {
    let list = window.call(command, json!({})).await;
    let rows = list.as_array().or_else(|| list["rows"].as_array()).cloned().unwrap_or_default();
    let ids = rows.iter().filter_map(|row| row.pointer(pointer)).filter_map(Value::as_str);
    ids.map(str::to_owned).collect()
}

/// Every view that needs nothing named.
const VIEWS: [&str; 53] = [
    "home",
    "architecture",
    "architecture?mode=pipeline",
    "architecture?mode=themes",
    "assets",
    "assets?view=board",
    "personas",
    "triggers",
    "stages",
    "stages?way=dialogue",
    "playbook",
    "cadence",
    "check",
    "check?way=groups",
    "check?way=differ",
    "programmes",
    "consumption",
    "funnel",
    "funnel?cohort=month&by=industry",
    "scorecard",
    "kpis",
    "kpis?family=content",
    "kpis?family=nurture&unit=year",
    "kpis?family=leads",
    "kpis?family=revenue&by=persona",
    "kpis?family=return",
    "sla",
    "sla/agreement",
    "maturity",
    "reviews",
    "reviews?show=snapshots",
    "reviews?show=funding",
    "reviews?show=stop",
    "history",
    "backups",
    "members",
    "settings",
    "import",
    "import?what=leads",
    "leads",
    "leads/3",
    "leads/titles",
    "deals",
    "deals?view=table&outcome=all",
    "scoring",
    "quality",
    "quality?part=flags",
    "quality?part=profile",
    "quality?part=email",
    "follow-up",
    "follow-up?list=turnedBack",
    "follow-up/3",
    "facts/deal",
];

/// Dialogs that name what is in the plan, and where they open.
const DIALOGS: [(&str, &str); 5] = [
    ("check", "Ask sales…"),
    ("stages", "Ask sales…"),
    ("home", "Report…"),
    ("follow-up", "Who gets which leads…"),
    ("follow-up/3", "Turn back…"),
];

/// Every view, and some of what stands in each.
async fn routes(window: &Window) -> Vec<String> {
    let assets = ids(window, "asset.list", "/asset/id").await;
    let personas = ids(window, "persona.list", "/id").await;
    let stages = ids(window, "stage.list", "/id").await;
    let needs = ids(window, "need.list", "/id").await;
    let programmes = ids(window, "programme.list", "/programme/id").await;
    let reviews = ids(window, "review.list", "/id").await;
    let mut all: Vec<String> = VIEWS.iter().map(|route| format!("#/{route}")).collect();
    all.extend(assets.iter().take(6).map(|id| format!("#/assets/{id}")));
    all.extend(personas.iter().take(2).map(|id| format!("#/personas/{id}")));
    window.call("lead.get", json!({ "key": 3 })).await;
    let queue = window.call("followUp.list", json!({})).await;
    assert!(queue["total"].as_u64() > Some(10), "{queue}");
    let note = "<img src=x onerror=window.owned=1>";
    let answer = json!({ "key": 2, "answer": "turnedBack", "reason": "noBudget", "note": note });
    window.call("followUp.answer", answer).await;
    window.call("advocate.mark", json!({ "key": 3, "note": note })).await;
    let deals = window.call("deals.list", json!({})).await;
    all.extend(
        deals["rows"]
            .as_array()
            .unwrap()
            .iter()
            .take(2)
            .map(|one| format!("#/deals/{}", one["key"])),
    );
    all.push(format!("#/programmes/{}", programmes[0]));
    all.push(format!("#/reviews/{}", reviews[0]));
    all.push(format!("#/stages?stage={}", stages[1]));
    all.push(format!("#/playbook?stage={}", stages[3]));
    all.push(format!("#/stages?need={}", needs[0]));
    all.push(format!("#/architecture?persona={}&stage={}", personas[0], stages[2]));
    all
}

#[test]
fn no_text_of_a_workspace_runs_or_calls_in_any_view() {
    let Poisoned { _folder, file, spy } = poisoned();
    journey("hostile-text", &[&file.display().to_string()], async |window| {
        for route in &routes(window).await {
            window.go(route).await;
            assert_harmless(window, &spy, route).await;
            open_all(window, &spy, route).await;
        }
        for (route, opener) in DIALOGS {
            window.go(&format!("#/{route}")).await;
            window.click("button", opener).await;
            window.by_css("[role=dialog]").await;
            assert_harmless(window, &spy, opener).await;
            window.press("Escape").await;
        }
        erasing_is_harmless(window, &spy).await;
        the_palette_and_the_importer_are_harmless(window, &spy).await;
        window.go("#/architecture").await;
        for theme in [Theme::Light, Theme::Dark] {
            window.set_theme(theme).await;
            window.picture(&format!("hostile-text-{theme:?}").to_lowercase()).await;
        }
    });
}

/// It names the lead, and what of the plan names it.
async fn erasing_is_harmless(window: &Window, spy: &Spy) {
    window.go("#/leads/3").await;
    window.click("button", "More about this lead").await;
    window.click("menuitem", "Erase this lead…").await;
    window.shows("Goes, for good").await;
    assert_harmless(window, spy, "erasing a lead").await;
    window.press("Escape").await;
}

async fn the_palette_and_the_importer_are_harmless(window: &Window, spy: &Spy) {
    window.go("#/architecture").await;
    window.press("Control+k").await;
    window.type_text("<img").await;
    window.by_role("option", "<img").await;
    assert_harmless(window, spy, "the palette").await;
    window.press("Escape").await;
    let list = window.home().join("<img src=x onerror=window.owned=1>.csv");
    let mut writer = csv::Writer::from_path(&list).unwrap();
    writer.write_record(["Title", "<b onmouseover=window.owned=1>Persona</b>", "=Stage"]).unwrap();
    for text in spy.texts() {
        writer.write_record([&text, &text, &text]).unwrap();
    }
    writer.flush().unwrap();
    window.go("#/import").await;
    let field = window.by_css("input[type=file]").await;
    field.send_keys(&list.to_string_lossy()).await.unwrap();
    window.shows("This import adds").await;
    assert_harmless(window, spy, "a hostile list").await;
    open_all(window, spy, "a hostile list").await;
}

fn export(what: &[&str], file: &Path, out: &Path) {
    let [file, out] = [file, out].map(|path| path.display().to_string());
    terminal(&[what, &["--workspace", &file, "--out", &out]].concat());
}

/// The same page without its policy: only the writing of the texts stands between them and the
/// reader then.
fn without_policy(page: &Path) -> PathBuf {
    let text = std::fs::read_to_string(page).unwrap();
    let start = text.find("<meta http-equiv").unwrap();
    let end = start + text[start..].find('>').unwrap() + 1;
    let bare = page.with_extension("bare.html");
    std::fs::write(&bare, [&text[..start], &text[end..]].concat()).unwrap();
    bare
}

#[test]
fn no_text_of_a_workspace_runs_or_calls_in_an_exported_page() {
    let Poisoned { _folder: folder, file, spy } = poisoned();
    let written: [&[&str]; 3] =
        [&["export", "coverage"], &["export", "playbook"], &["report", "--format", "html"]];
    let pages = written.map(|what| {
        let page = folder.path().join(what.join(" ")).with_extension("html");
        export(what, &file, &page);
        [without_policy(&page), page]
    });
    browse(async |browser| {
        for at in pages.as_flattened() {
            browser.go(at).await;
            tokio::time::sleep(Duration::from_millis(300)).await;
            let harm = HARM.replace("= arguments", &format!("= ['{}']", spy.address()));
            assert_eq!(browser.script(&harm).await, json!([]), "{}", at.display());
        }
        browser.picture("hostile-text-page").await;
        assert_eq!(spy.heard(), Vec::<String>::new());
        // The same texts as markup do run and call: were it so above, it would be seen.
        let open = folder.path().join("open.html");
        std::fs::write(&open, spy.texts()[5..7].concat()).unwrap();
        browser.go(&open).await;
        assert_eq!(browser.script("return window.owned").await, json!(1));
        assert!(spy.heard().iter().any(|line| line.contains("/picture.png")), "{:?}", spy.heard());
    });
}

#[test]
fn no_cell_of_an_exported_table_is_a_formula() {
    let Poisoned { _folder: folder, file, .. } = poisoned();
    let table = folder.path().join("assets.csv");
    export(&["export", "assets"], &file, &table);
    let bytes = std::fs::read(&table).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[3..]);
    let openers = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let mut cells = 0;
    for record in reader.records() {
        for cell in &record.unwrap() {
            assert!(!cell.starts_with(openers), "{cell:?}");
            cells += 1;
        }
    }
    assert!(cells > 1_000, "{cells} cells say little");
}
