//! The least that a window of this kind can be: what `make bench` holds ours against.

use std::process::ExitCode;

#[allow(clippy::exit, reason = "the macro that embeds the page brings one along")]
fn main() -> ExitCode {
    let context = tauri::generate_context!();
    match tauri::Builder::default().run(context) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
