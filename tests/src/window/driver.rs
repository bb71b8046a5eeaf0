//! The program under test, held by the system's web driver.
//!
//! WebKit's driver starts the binary itself and hands its own environment down, so each start has
//! a driver of its own: the home folder it is given is the only one the program can see.

use std::fs::{File, Permissions};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::wait;

/// A running driver.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    port: u16,
    launcher: PathBuf,
}

impl Driver {
    /// Starts the driver for programs that live in `home` and show themselves on `display`.
    pub(super) fn start(home: &Path, display: &str) -> Self {
        let port = free_port();
        set_desktop(home);
        let log = File::create(home.join("window.log")).expect("the log can be created");
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            .envs(surroundings(home, display))
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("GTK_THEME")
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("the log can be shared"))
            .stderr(log)
            .spawn()
            .expect("WebKitWebDriver starts: `.ci/setup` installs it");
        await_port(port);
        Self { process, port, launcher: home.join("launch") }
    }

    /// Starts `program` with `args` and takes hold of its window.
    pub(super) async fn open(&self, program: &Path, args: &[String]) -> Client {
        self.write_launcher(program);
        let mut wish = Capabilities::new();
        let options = json!({ "binary": self.launcher, "args": args });
        wish.insert("webkitgtk:browserOptions".into(), options);
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut client = ClientBuilder::new(HttpConnector::new());
        match client.capabilities(wish).connect(&address).await {
            Ok(client) => client,
            Err(error) => panic!("{} did not open a window: {error}", program.display()),
        }
    }

    /// The driver starts the program when it sees fit, so the moment is noted on the way.
    fn write_launcher(&self, program: &Path) {
        let noted = self.launcher.with_extension("at");
        let script = format!(
            "#!/bin/sh\ndate +%s%N > '{}'\nexec '{}' \"$@\"\n",
            noted.display(),
            program.display()
        );
        std::fs::write(&self.launcher, script).expect("the launcher can be written");
        let may_run = Permissions::from_mode(0o755);
        std::fs::set_permissions(&self.launcher, may_run).expect("the launcher may run");
    }

    /// When the program was started, in milliseconds since 1970.
    pub(super) fn launched_at(&self) -> f64 {
        let noted = std::fs::read_to_string(self.launcher.with_extension("at"));
        let nanos: f64 = noted.ok().and_then(|text| text.trim().parse().ok()).unwrap_or_default();
        nanos / 1e6
    }

    /// The processes that came of the driver: the program, and what renders and fetches for it.
    pub(super) fn offspring(&self) -> Vec<u32> {
        let mut known = vec![self.process.id()];
        let parents = super::speed::parents();
        while let Some((child, _)) =
            parents.iter().find(|(child, parent)| known.contains(parent) && !known.contains(child))
        {
            known.push(*child);
        }
        known.split_off(1)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What the program may know of the machine: its own folders, its own display, no session bus
/// (an open Throughline of the person running the tests would take the window otherwise).
fn surroundings(home: &Path, display: &str) -> Vec<(&'static str, String)> {
    let under = |name: &str| home.join(name).display().to_string();
    vec![
        ("HOME", home.display().to_string()),
        ("XDG_DATA_HOME", under("data")),
        ("XDG_CONFIG_HOME", under("config")),
        ("XDG_CACHE_HOME", under("cache")),
        ("XDG_RUNTIME_DIR", home.display().to_string()),
        ("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", under("no-bus"))),
        ("DISPLAY", display.to_owned()),
        ("GDK_BACKEND", "x11".into()),
        ("GSETTINGS_BACKEND", "keyfile".into()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".into()),
        ("NO_AT_BRIDGE", "1".into()),
        ("LANG", "C.UTF-8".into()),
        ("TZ", "UTC".into()),
        ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
    ]
}

/// File dialogs begin with a field for the path, where a journey can type.
fn set_desktop(home: &Path) {
    let folder = home.join("config/glib-2.0/settings");
    let settings = "[org/gtk/settings/file-chooser]\nlocation-mode='filename-entry'\n";
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    std::fs::write(folder.join("keyfile"), settings).expect("the settings can be written");
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

fn await_port(port: u16) {
    let until = Instant::now() + wait::LONG;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < until, "the driver does not answer on port {port}");
        std::thread::sleep(wait::TICK);
    }
}
