//! The program at the terminal with names of leads in its hands: they stand in the workspace, in what
//! it prints to whoever asks and in files that were asked for, and nowhere else.
#![cfg(target_os = "linux")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use throughline_tests::window::built;

use crate::erased::left_of;

const CANARIES: [&str; 2] = ["zqcanary", "zqlocal"];
const GOOD: &str = "\
Email,Lead ID,Name,Content,Requested
zqcanary@zqlocal.example,zqcanary-1,Zqcanary Ada,Guide,2026-03-04 09:00
bob@contoso.example,b-1,Bob Oak,Guide,2026-04-08 10:00
";
/// Times that are none, an open quotation mark, cells too many.
const BAD: &str = "\
Email,Name,Content,Requested
zqcanary@zqlocal.example,Zqcanary,Guide,zqcanary
\"zqcanary@zqlocal.example,Zqcanary,Guide,2026-03-04 09:00
zqcanary@zqlocal.example,Zqcanary,Guide,2026-03-04 09:00,zqcanary,zqcanary
";

/// A home of its own: settings, data, temporary files, and what the program prints in error.
struct Home(tempfile::TempDir);

impl Home {
    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, line: &[&str]) -> Command {
        let mut command = Command::new(built("throughline"));
        command.args(line).current_dir(self.path("work")).env("HOME", self.0.path());
        for (name, folder) in
            [("TMPDIR", "tmp"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")]
        {
            command.env(name, self.path(folder));
        }
        command.env("XDG_CONFIG_HOME", self.path("config"));
        command
    }

    fn run(&self, line: &[&str]) -> Output {
        self.command(line).output().unwrap()
    }

    fn done(&self, line: &[&str]) -> String {
        let ran = self.run(line);
        assert!(ran.status.success(), "{line:?}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).unwrap()
    }
}

fn home() -> Home {
    let home = Home(tempfile::tempdir().unwrap());
    for folder in ["work", "in", "tmp", "data", "cache", "config"] {
        std::fs::create_dir(home.path(folder)).unwrap();
    }
    std::fs::write(home.path("in/good.csv"), GOOD).unwrap();
    std::fs::write(home.path("in/bad.csv"), BAD).unwrap();
    let mut many = "Email,Name,Content,Requested\n".to_owned();
    for at in 0..200_000 {
        let _ = writeln!(many, "zqcanary{at}@zqlocal.example,Zqcanary {at},Guide,2026-03-04 09:00");
    }
    std::fs::write(home.path("in/many.csv"), many).unwrap();
    home
}

/// Every folder below one.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut all = vec![folder.to_owned()];
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            all.extend(folders(&entry));
        }
    }
    all
}

/// What is found outside the files that came in and those that are workspaces, unless those are meant.
fn leaks(home: &Home, workspaces_too: bool) -> Vec<String> {
    let mut found = Vec::new();
    for folder in folders(home.0.path()).iter().filter(|one| !one.ends_with("in")) {
        let here = left_of(folder, &CANARIES);
        let is_meant = |one: &&String| workspaces_too || !one.contains(".throughline");
        found.extend(
            here.iter().filter(is_meant).map(|one| format!("{one} of {}", folder.display())),
        );
    }
    found
}

fn on<'a>(line: &[&'a str]) -> Vec<&'a str> {
    [line, &["--workspace", "w.throughline"]].concat()
}

/// It is killed while it takes a long file in.
fn killed(home: &Home) {
    let line = ["import", "leads", "../in/many.csv", "--workspace", "w.throughline"];
    let mut child =
        home.command(&line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(700));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn nothing_of_a_lead_is_left_in_temporary_files_settings_or_caches() {
    let home = home();
    home.done(&["new", "w.throughline"]);
    home.done(&on(&["import", "leads", "../in/good.csv"]));
    let told = home.done(&on(&["import", "leads", "../in/bad.csv"]));
    assert!(told.contains("line "), "{told}");
    home.done(&on(&["score", "--lead", "zqcanary@zqlocal.example", "--explain"]));
    home.done(&on(&["call", "lead.list", r#"{"text":"zqcanary"}"#]));
    assert!(!home.run(&on(&["score", "--lead", "zqcanary.nobody@x.example"])).status.success());
    assert!(!home.run(&on(&["call", "lead.zqcanary", r#"{"zqcanary":1}"#])).status.success());
    home.done(&on(&["consumption", "--by", "level"]));
    killed(&home);
    home.done(&["backup", "w.throughline"]);
    assert_eq!(leaks(&home, false), Vec::<String>::new());
    assert!(!leaks(&home, true).is_empty(), "the search finds what is there");

    home.done(&on(&["export-lead", "zqcanary@zqlocal.example", "--out", "../in/held.json"]));
    let held = std::fs::read_to_string(home.path("in/held.json")).unwrap();
    assert!(held.contains("Zqcanary Ada"));
    let asked = home.done(&on(&["erase", "zqcanary@zqlocal.example"]));
    assert!(asked.ends_with("Add --yes to erase, which cannot be undone.\n"), "{asked}");
    home.done(&on(&["erase", "zqcanary@zqlocal.example", "--yes"]));
    assert_eq!(leaks(&home, true), Vec::<String>::new());
    let again = home.done(&on(&["import", "leads", "../in/good.csv"]));
    assert!(again.contains("1 row was left out because its lead was erased."), "{again}");
    assert_eq!(leaks(&home, true), Vec::<String>::new());
}

/// The core of a program that dies holds all it had in its hands.
#[test]
fn no_memory_is_dumped() {
    let home = home();
    home.done(&["new", "w.throughline"]);
    // It waits for a file that nobody writes.
    let pipe = home.path("in/pipe.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let line = on(&["import", "leads", "../in/pipe.csv"]);
    let mut child =
        home.command(&line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let limits = format!("/proc/{}/limits", child.id());
    let is_limited = || {
        let told = std::fs::read_to_string(&limits).unwrap();
        let core = told.lines().find(|line| line.starts_with("Max core file size"));
        core.is_some_and(|line| line.split_whitespace().nth(4) == Some("0"))
    };
    let looks = std::iter::repeat_with(|| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        is_limited()
    });
    let limited = looks.take(200).any(|limited| limited);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(limited);
}
