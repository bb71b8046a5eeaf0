//! The program at the terminal, as another reader of what the window has written, and as somebody
//! else who works on a copy.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

use crate::window::built;

/// Runs a line of the program, which must succeed; what it printed.
pub fn terminal(line: &[&str]) -> String {
    let data = tempfile::tempdir().unwrap();
    let mut program = Command::new(built("throughline"));
    let ran = program.args(line).env("XDG_DATA_HOME", data.path()).output().unwrap();
    assert!(ran.status.success(), "{line:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

/// Makes the sample workspace at a path.
pub fn make_sample(file: &Path) {
    terminal(&["new", &file.display().to_string(), "--sample"]);
}

/// Runs a command of the window on a workspace that is not open there, as a member of that name.
pub fn call_in(file: &Path, name: &str, command: &str, payload: &Value) -> Value {
    let (file, payload) = (file.display().to_string(), payload.to_string());
    let said = terminal(&["call", "--workspace", &file, "--as", name, command, &payload]);
    serde_json::from_str(&said).unwrap()
}
