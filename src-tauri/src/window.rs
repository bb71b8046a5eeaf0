//! The window: what it shows, and everything it may not do.
//!
//! The front end is served from inside the binary. Navigating away and opening further windows
//! are refused here, whatever a page tries; see `tauri.conf.json` for the content policy.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use serde_json::{Map, Value};
use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Manager, RunEvent, Url, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;
use throughline_core::api::{Host, put_down, router};

use crate::desk::Desk;

/// The label of the window.
pub(crate) const MAIN: &str = "main";

/// Opens the window, on `workspace` or on the latest one, and stays until it is closed.
#[allow(clippy::exit, reason = "the macro that embeds the front end brings one along")]
pub(crate) fn open(workspace: Option<PathBuf>) -> ExitCode {
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, line, folder| {
            second_start(app, line, Path::new(&folder));
        }))
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered).build())
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![crate::rpc::rpc])
        .setup(|app| set_up(app, workspace))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            let code = app.run_return(|app, event| on_event(app, &event));
            ExitCode::from(u8::try_from(code).unwrap_or(1))
        }
        Err(error) => crate::cli::fail(&format!("The window could not be opened: {error}")),
    }
}

fn set_up(app: &mut App, workspace: Option<PathBuf>) -> Result<(), Box<dyn Error>> {
    let desk = Arc::new(Desk::of_window(app.handle())?);
    app.manage(Arc::clone(&desk));
    let latest = || desk.recent().into_iter().find(|path| path.exists());
    if let Some(path) = workspace.or_else(latest) {
        let desk = Arc::clone(&desk);
        Arc::clone(&desk).meanwhile(move || {
            // A file that is refused is told of by the page.
            if desk.open(&path).is_ok() {
                work_out_map(&desk);
            }
        });
    }
    desk.keep_backups();
    Ok(show(app)?)
}

/// The first page asks for the map: it is at hand by then. Where there is none, the page says so.
fn work_out_map(desk: &Desk) {
    let _ = router::dispatch(desk, "coverage.map", Value::Object(Map::new()), None);
}

fn show(app: &App) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.iter().find(|window| window.label == MAIN) else {
        return Err(tauri::Error::WindowNotFound);
    };
    WebviewWindowBuilder::from_config(app.handle(), config)?
        .on_navigation(is_own_page)
        .on_new_window(|_url, _features| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// The file is closed before the process ends, so that it alone holds everything.
fn on_event(app: &AppHandle, event: &RunEvent) {
    if matches!(event, RunEvent::Exit) {
        let desk = app.state::<Arc<Desk>>();
        desk.settle();
        put_down(desk.as_ref());
    }
}

/// A second start hands over what it was to open, and this window comes forward; where the file is
/// refused, its page says so.
fn second_start(app: &AppHandle, line: Vec<String>, folder: &Path) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    if let Some(path) = crate::cli::workspace_of(line) {
        let desk = app.state::<Arc<Desk>>();
        desk.settle();
        let _ = desk.open(&folder.join(path));
        let _ = window.reload();
    }
    let _ = window.unminimize();
    let _ = window.set_focus();
}

/// Only pages from inside the binary; macOS and Linux serve them as `tauri:`, Windows as http.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Url, is_own_page};

    #[test]
    fn the_window_stays_on_its_own_pages() {
        let stays = |address: &str| is_own_page(&Url::parse(address).unwrap());
        assert!(stays("tauri://localhost/#/architecture"));
        assert!(stays("http://tauri.localhost/"));
        for foreign in [
            "https://example.com/",
            "http://tauri.localhost.example.com/",
            "tauri://example.com/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,hello",
        ] {
            assert!(!stays(foreign), "{foreign}");
        }
    }
}
