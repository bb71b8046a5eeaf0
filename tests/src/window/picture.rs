//! Pictures of the window, light and dark, at the sizes people use.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Window, pictures, wait};

/// A large window, in CSS pixels.
pub const LARGE: (u32, u32) = (1440, 900);

/// A small window, in CSS pixels.
pub const SMALL: (u32, u32) = (1024, 700);

/// The two looks of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

const SET_THEME: &str = r"
const [value, done] = arguments;
window.__TAURI_INTERNALS__.invoke('plugin:window|set_theme', { label: 'main', value })
  .then(() => done(null), (error) => done(String(error)));";

/// Fonts are there, pictures are decoded, and nothing moves.
const SETTLED: &str = r"
return document.fonts.status === 'loaded'
  && document.querySelector('[data-entering], [data-exiting]') === null
  && [...document.images].every((image) => image.complete)
  && document.getAnimations().every((motion) => motion.playState !== 'running'
       || motion.effect?.getComputedTiming().endTime === Infinity)";

/// A change of the theme reaches the styles, and starts their transitions, with the next frame.
const TWO_FRAMES: &str = r"
const done = arguments[arguments.length - 1];
requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";

impl Theme {
    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Window {
    /// Asks the system for a theme, as a person does in its settings.
    pub async fn set_theme(&self, theme: Theme) {
        let args = vec![json!(theme.name())];
        let refused = self.client.execute_async(SET_THEME, args).await.expect("the theme is set");
        assert_eq!(refused, Value::Null, "the theme is not set");
        let script = "return matchMedia(`(prefers-color-scheme: ${arguments[0]})`).matches";
        wait::until(&format!("the {} theme", theme.name()), async || {
            (self.script(script, vec![json!(theme.name())]).await == true).then_some(())
        })
        .await;
    }

    /// Gives the page `size` (width, height) in CSS pixels.
    pub async fn resize(&self, size: (u32, u32)) {
        let (width, height) = (size.0.to_string(), size.1.to_string());
        self.xdotool(&["windowsize", &self.frame, &width, &height]);
        let script = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
        wait::until(&format!("a page of {width} × {height}"), async || {
            let fits = self.script(script, vec![json!(size.0), json!(size.1)]).await;
            (fits == true).then_some(())
        })
        .await;
    }

    /// Keeps a picture of the page as `tests/pictures/<name>.png`.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let path = pictures().join(format!("{name}.png"));
        self.picture_at(&path).await;
        path
    }

    /// Keeps a picture of the page at `path`.
    pub async fn picture_at(&self, path: &Path) {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).expect("the folder can be made");
        let png = self.client.screenshot().await.expect("the window can be pictured");
        std::fs::write(path, png).expect("the picture can be kept");
    }

    /// Keeps four pictures: light and dark, large and small; ends light and large.
    pub async fn pictures(&self, name: &str) {
        for (size, width) in [(SMALL, "small"), (LARGE, "large")] {
            self.resize(size).await;
            for theme in [Theme::Dark, Theme::Light] {
                self.set_theme(theme).await;
                self.settle().await;
                self.picture(&format!("{name}-{}-{width}", theme.name())).await;
            }
        }
    }

    /// Waits until fonts and images are there, what opens or closes has done so, and transitions have
    /// ended.
    pub async fn settle(&self) {
        wait::until("the page to settle", async || self.is_settled().await.then_some(())).await;
    }

    /// Whether nothing moves. What opens stands still for a frame before it comes in: it is looked at
    /// before and after.
    pub(super) async fn is_settled(&self) -> bool {
        let frames = || self.client.execute_async(TWO_FRAMES, vec![]);
        frames().await.expect("the page draws frames");
        if self.script(SETTLED, vec![]).await != true {
            return false;
        }
        frames().await.expect("the page draws frames");
        self.script(SETTLED, vec![]).await == true
    }
}
