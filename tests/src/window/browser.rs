//! A browser as people have it, for what leaves the program: exported pages are opened there, without
//! the program's policy around them.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use fantoccini::Client;
use serde_json::Value;
use tempfile::TempDir;

use super::display::Display;
use super::driver::Driver;
use super::{ONE_AT_A_TIME, wait};

/// One window of the browser.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    _driver: Driver,
    _display: Display,
    _home: TempDir,
}

/// The browser that comes with WebKit.
fn program() -> PathBuf {
    let under = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64"];
    let folders = under.iter().chain(&["/usr/lib", "/usr/libexec"]);
    let mut all = folders.map(|folder| Path::new(folder).join("webkit2gtk-4.1/MiniBrowser"));
    all.find(|path| path.is_file()).expect("MiniBrowser comes with libwebkit2gtk-4.1")
}

/// Runs `body` in a browser of its own.
pub fn browse(body: impl AsyncFnOnce(&Browser)) {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("the runtime starts");
    let browser = runtime.block_on(Browser::open());
    let ended = catch_unwind(AssertUnwindSafe(|| runtime.block_on(body(&browser))));
    let _ = runtime.block_on(browser.client.clone().close());
    if let Err(reason) = ended {
        resume_unwind(reason);
    }
}

impl Browser {
    async fn open() -> Self {
        let home = TempDir::new().expect("a folder can be made");
        let display = Display::start();
        let driver = Driver::start(home.path(), display.name());
        let client = driver.open(&program(), &["--automation".to_owned()]).await;
        Self { client, _driver: driver, _display: display, _home: home }
    }

    /// Opens a file and waits until it is all there.
    pub async fn go(&self, file: &Path) {
        let address = format!("file://{}", file.display());
        self.client.goto(&address).await.expect("the browser opens a file");
        wait::until("the page", async || {
            (self.script("return document.readyState === 'complete'").await == true).then_some(())
        })
        .await;
    }

    /// Runs a script in the page; its `return` comes back.
    pub async fn script(&self, source: &str) -> Value {
        let ran = self.client.execute(source, vec![]).await;
        ran.unwrap_or_else(|error| panic!("the script failed: {error}\n{source}"))
    }

    /// The page as it looks, as PNG.
    pub async fn picture(&self, name: &str) {
        let png = self.client.screenshot().await.expect("the browser can be pictured");
        std::fs::create_dir_all(super::pictures()).expect("a folder can be made");
        let path = super::pictures().join(format!("{name}.png"));
        std::fs::write(path, png).expect("the picture can be written");
    }
}
