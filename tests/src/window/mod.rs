//! The real window under test: the built binary on a display of its own, held by a web driver.
//!
//! A journey gets a [`Window`] with a fresh home folder, so it never sees another's data. What it
//! does is written in the words of the page: roles and accessible names, keys, drags. It waits
//! for states ([`wait`]), never for time. When it fails, the picture and the log are kept in
//! `tests/pictures/`.

mod accessibility;
mod browser;
mod display;
mod driver;
mod mouse;
mod page;
mod picture;
mod speed;
pub mod wait;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use fantoccini::Client;
use tempfile::TempDir;

use display::Display;
use driver::Driver;

pub use browser::{Browser, browse};
pub use page::Element;
pub use picture::{LARGE, SMALL, Theme};
pub use speed::Frames;

/// The window of one run of the program.
#[derive(Debug)]
pub struct Window {
    client: Client,
    program: PathBuf,
    frame: String,
    home: TempDir,
    driver: Driver,
    display: Display,
}

/// A page of the program itself is loaded and says something.
const SHOWN: &str = "return document.readyState === 'complete' \
    && location.host.endsWith('localhost') && document.body.innerText.trim() !== ''";

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Runs `body` on a window started with `args`, closes it, and keeps evidence when it fails.
///
/// Journeys of a test binary run one after the other: two windows on two cores only make both
/// slow.
pub fn journey(name: &str, args: &[&str], body: impl AsyncFnOnce(&mut Window)) {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("the runtime starts");
    let args: Vec<String> = args.iter().map(|&arg| arg.to_owned()).collect();
    let mut window = runtime.block_on(Window::open(&args));
    let ended = catch_unwind(AssertUnwindSafe(|| runtime.block_on(body(&mut window))));
    if let Err(reason) = ended {
        runtime.block_on(window.keep_evidence(name));
        resume_unwind(reason);
    }
    runtime.block_on(window.close());
}

impl Window {
    /// Starts the program with `args` in a fresh home folder and waits for its first page.
    pub async fn open(args: &[String]) -> Self {
        Self::open_program(&built("throughline"), args).await
    }

    /// As [`Window::open`], with another program that shows its own pages.
    pub async fn open_program(program: &Path, args: &[String]) -> Self {
        let home = TempDir::new().expect("a folder can be made");
        let display = Display::start();
        let driver = Driver::start(home.path(), display.name());
        let client = driver.open(program, args).await;
        let (program, frame) = (program.to_owned(), String::new());
        let mut window = Self { client, program, frame, home, driver, display };
        window.until_shown().await;
        window
    }

    /// Ends the program and starts it again with `args` in the same home folder.
    pub async fn reopen(&mut self, args: &[String]) {
        self.quit().await;
        let _ = self.client.clone().close().await;
        self.driver = Driver::start(self.home.path(), self.display.name());
        self.client = self.driver.open(&self.program, args).await;
        self.until_shown().await;
    }

    /// Closes the window as a person does, which ends the program.
    pub async fn close(self) {
        self.quit().await;
        let _ = self.client.close().await;
    }

    async fn quit(&self) {
        // A message that comes while the toolkit is busy is lost, hence again and again.
        let ask = || self.display.quit(&self.frame).expect("the display takes messages");
        wait::until("the window to close", async || {
            ask();
            (!self.frames().contains(&self.frame)).then_some(())
        })
        .await;
    }

    /// The folder that is this program's home; a place for files of the journey.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// What the program and its driver have printed so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.home.path().join("window.log")).unwrap_or_default()
    }

    async fn until_shown(&mut self) {
        wait::until("the first page", async || {
            (self.script(SHOWN, vec![]).await == true).then_some(())
        })
        .await;
        self.script(page::WATCH_POLICY, vec![]).await;
        let largest = self.frames().into_iter().max_by_key(|frame| self.display.area(frame));
        self.frame = largest.expect("the window is on the display");
        self.take_focus();
    }

    /// Without a window manager nobody hands out the keyboard; a page without it sees no focus.
    fn take_focus(&self) {
        self.display.xdotool(&["windowfocus", "--sync", &self.frame]);
    }

    /// Every window of the program on the display: its own, dialogs, what is being dragged.
    fn frames(&self) -> Vec<String> {
        let name = self.program.file_name().unwrap_or_default().to_string_lossy();
        let found = self.display.xdotool(&["search", "--onlyvisible", "--class", &name]);
        found.lines().map(str::to_owned).collect()
    }

    async fn keep_evidence(&self, name: &str) {
        let kept = pictures().join(format!("failed-{name}.log"));
        let _ = std::fs::create_dir_all(pictures());
        let _ = std::fs::write(&kept, self.log());
        if let Ok(png) = self.client.screenshot().await {
            let _ = std::fs::write(kept.with_extension("png"), png);
        }
    }
}

/// A built program: beside the test that runs, as both come from one target folder.
pub fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test has a path");
    let folder = test.ancestors().find(|folder| folder.join(name).is_file());
    let folder = folder.expect("the program is not built: `make test`, or `cargo build`, first");
    folder.join(name)
}

/// Where pictures go: `tests/pictures/`, out of git.
fn pictures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pictures")
}
