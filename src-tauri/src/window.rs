//! The window: what it shows, and everything it may not do.
//!
//! The front end is served from inside the binary. Navigating away and opening further windows
//! are refused here, whatever a page tries; see `tauri.conf.json` for the content policy.

use std::process::ExitCode;

use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Manager, Url, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;

const MAIN: &str = "main";

/// Opens the window and stays until it is closed.
pub(crate) fn open() -> ExitCode {
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    let ran = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _args, _cwd| second_start(app)))
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered).build())
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![crate::rpc::rpc])
        .setup(|app| Ok(show(app)?))
        .run(tauri::generate_context!());
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => crate::cli::fail(&format!("The window could not be opened: {error}")),
    }
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

/// Only pages from inside the binary; macOS and Linux serve them as `tauri:`, Windows as http.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

fn second_start(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.set_focus();
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
