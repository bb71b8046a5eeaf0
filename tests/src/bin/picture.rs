//! Takes a picture of any view of the real window, without a screen.
//!
//! `cargo run -p throughline-tests --bin picture -- --workspace plan.throughline
//! --route '#/architecture' --theme dark --size 1440x900 --out map.png`
#![allow(clippy::expect_used, reason = "a picture that cannot be taken says so")]

use std::path::{Path, PathBuf};

use clap::Parser;
use throughline_tests::fixture::northwind::northwind;
use throughline_tests::fixture::save;
use throughline_tests::window::{Theme, Window};

/// Take a picture of a view of the real window.
#[derive(Debug, Parser)]
struct Wish {
    /// The workspace to open; without one, the first start.
    #[arg(long)]
    workspace: Option<PathBuf>,
    /// Write the plan of the drawn map into the workspace file first.
    #[arg(long, requires = "workspace")]
    drawn: bool,
    /// The view's address, e.g. `#/architecture`.
    #[arg(long)]
    route: Option<String>,
    /// `light` or `dark`.
    #[arg(long, default_value = "light", value_parser = theme)]
    theme: Theme,
    /// Width and height in CSS pixels.
    #[arg(long, default_value = "1440x900", value_parser = size)]
    size: (u32, u32),
    /// Clicks before the picture, in order: `ROLE=NAME`, e.g. `button=Add persona`.
    #[arg(long)]
    click: Vec<String>,
    /// Keys before the picture, after the clicks: e.g. `Control+k`.
    #[arg(long)]
    press: Vec<String>,
    /// Text typed at last.
    #[arg(long, default_value = "")]
    text: String,
    /// A text to wait for before the picture.
    #[arg(long)]
    shows: Option<String>,
    /// Also say what axe-core finds; findings fail the run after the picture is kept.
    #[arg(long)]
    axe: bool,
    /// Where the picture goes.
    #[arg(long, default_value = "picture.png")]
    out: PathBuf,
}

fn main() {
    let wish = Wish::parse();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("the runtime starts").block_on(take(wish));
}

async fn take(wish: Wish) {
    let workspace = wish.workspace.as_ref().map(|path| {
        std::path::absolute(path).expect("the workspace has a path").display().to_string()
    });
    if let Some(path) = workspace.as_ref().filter(|_| wish.drawn) {
        save(&northwind().architecture, Path::new(path));
    }
    let window = Window::open(workspace.as_slice()).await;
    window.resize(wish.size).await;
    window.set_theme(wish.theme).await;
    if let Some(route) = &wish.route {
        window.go(route).await;
    }
    for click in &wish.click {
        let (role, name) = click.split_once('=').expect("a click is ROLE=NAME");
        window.click(role, name).await;
    }
    for chord in &wish.press {
        window.press(chord).await;
    }
    window.type_text(&wish.text).await;
    if let Some(text) = &wish.shows {
        window.shows(text).await;
    }
    window.settle().await;
    window.picture_at(&wish.out).await;
    if wish.axe {
        window.assert_accessible("the view").await;
    }
    window.close().await;
}

fn theme(name: &str) -> Result<Theme, String> {
    match name {
        "light" => Ok(Theme::Light),
        "dark" => Ok(Theme::Dark),
        other => Err(format!("{other} is neither light nor dark")),
    }
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let parts = text.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    parts.ok_or_else(|| "a size is written 1440x900".to_owned())
}
