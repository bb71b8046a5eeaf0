//! The one command the front end may call.
//!
//! One command keeps the shell's surface at a single entry: what exists, and what it takes and
//! gives, is the core's list alone. Handlers touch the disk, so they run off the window's thread.

use serde::Serialize;
use serde_json::Value;

/// What the front end is told when a command does not succeed.
#[derive(Debug, Serialize)]
pub(crate) struct Refusal {
    code: &'static str,
    message: String,
    field: Option<String>,
}

/// Hands `command` and its payload to the core, on behalf of the member `speaker`.
#[tauri::command]
pub(crate) async fn rpc(
    command: String,
    payload: Value,
    speaker: Option<String>,
) -> Result<Value, Refusal> {
    let answer = tauri::async_runtime::spawn_blocking(move || dispatch(&command, payload, speaker));
    answer.await.unwrap_or_else(|_| Err(Refusal::new("internal", "The command stopped half way.")))
}

fn dispatch(command: &str, _payload: Value, _speaker: Option<String>) -> Result<Value, Refusal> {
    Err(Refusal::new("unknown_command", &format!("There is no command named {command}.")))
}

impl Refusal {
    fn new(code: &'static str, message: &str) -> Self {
        Self { code, message: message.to_owned(), field: None }
    }
}
