//! A real mouse: drag and drop in a browser engine cannot be played by script.

use std::path::{Path, PathBuf};

use fantoccini::elements::Element;
use serde_json::json;

use super::{Window, wait};

const WATCH: &str = r"
window.dragSeen = {};
for (const kind of ['dragstart', 'dragover', 'drop', 'dragend'])
  document.addEventListener(kind, (e) => { window.dragSeen[kind] = e.target; }, { capture: true });";

impl Window {
    /// Drags `from` onto `to` with the mouse and waits until the page has seen it end.
    pub async fn drag(&self, from: &Element, to: &Element) {
        self.drag_over(from, to).await;
        self.drop_on(to).await;
    }

    /// Drags `from` over `to` and holds it there.
    pub async fn drag_over(&self, from: &Element, to: &Element) {
        self.script(WATCH, vec![]).await;
        let (x, y) = self.centre(from).await;
        self.xdotool(&["mousemove", &x, &y, "mousedown", "1"]);
        self.nudge_until("dragstart", from).await;
        self.nudge_until("dragover", to).await;
    }

    /// Lets go of what is held over `to` and waits until the page has seen it.
    pub async fn drop_on(&self, to: &Element) {
        self.xdotool(&["mouseup", "1"]);
        self.until_seen("drop", to).await;
    }

    /// Answers the system's file dialog, open or save, with `path`.
    pub async fn pick_file(&self, path: &Path) {
        self.display.copy(&path.display().to_string());
        self.answer_dialog(&["ctrl+a", "ctrl+v", "Return"]).await;
    }

    /// Answers the system's dialog with a name in the home folder, and waits for the file.
    pub async fn save_as(&self, name: &str) -> PathBuf {
        let file = self.home().join(name);
        // A key that comes when the dialog has gone already presses nothing.
        self.script("document.activeElement.blur()", vec![]).await;
        self.pick_file(&file).await;
        wait::until(name, async || file.is_file().then_some(())).await;
        file
    }

    async fn answer_dialog(&self, keys: &[&str]) {
        let dialog = wait::until("a dialog", async || {
            self.frames().into_iter().find(|frame| *frame != self.frame)
        });
        let dialog = dialog.await;
        wait::until("the dialog to close", async || {
            // In one line, which ends where the dialog is gone: the keys would go to the page.
            self.xdotool(&[&["windowfocus", "--sync", &dialog, "key"], keys].concat());
            tokio::time::sleep(wait::TICK * 25).await;
            (!self.frames().contains(&dialog)).then_some(())
        })
        .await;
        self.take_focus();
    }

    /// Moves the pointer to and fro over `over` until the page reports `kind` there: engines
    /// start a drag, and accept a drop, only after movement.
    async fn nudge_until(&self, kind: &str, over: &Element) {
        let (x, y) = self.centre(over).await;
        let mut step = 0;
        wait::until(&format!("{kind} with the mouse at {x}, {y}"), async || {
            step = 8 - step;
            let aside = format!("{}", x.parse::<i64>().unwrap_or_default() + step);
            self.xdotool(&["mousemove", &aside, &y]);
            self.seen(kind, over).await.then_some(())
        })
        .await;
    }

    async fn until_seen(&self, kind: &str, at: &Element) {
        wait::until(kind, async || self.seen(kind, at).await.then_some(())).await;
    }

    /// Whether the page has seen `kind` at the element, inside it, or around it.
    async fn seen(&self, kind: &str, at: &Element) -> bool {
        let script = "const seen = window.dragSeen[arguments[0]];
            return !!seen && (arguments[1].contains(seen) || seen.contains(arguments[1]))";
        let at = serde_json::to_value(at).expect("an element has an id");
        self.script(script, vec![json!(kind), at]).await == true
    }

    /// The centre of an element on the screen.
    async fn centre(&self, element: &Element) -> (String, String) {
        let script = "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' });
            const r = arguments[0].getBoundingClientRect();
            return [r.x + r.width / 2, r.y + r.height / 2].map(Math.round)";
        let at = serde_json::to_value(element).expect("an element has an id");
        let at = self.script(script, vec![at]).await;
        let origin = self.origin();
        let place =
            |axis: usize| (origin[axis] + at[axis].as_i64().unwrap_or_default()).to_string();
        (place(0), place(1))
    }

    /// Where the page begins on the screen; without a window manager nothing frames it.
    fn origin(&self) -> [i64; 2] {
        let geometry = self.xdotool(&["getwindowgeometry", "--shell", &self.frame]);
        ["X=", "Y="].map(|axis| {
            let line = geometry.lines().find_map(|line| line.strip_prefix(axis));
            line.and_then(|value| value.parse().ok()).expect("the window has a place")
        })
    }

    /// Runs one `xdotool` line on this window's display.
    pub fn xdotool(&self, line: &[&str]) -> String {
        self.display.xdotool(line)
    }
}
