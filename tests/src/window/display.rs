//! A screen that nobody looks at, and the mouse and keyboard that belong to it.

use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt, EventMask};

/// A virtual X display of its own, gone when dropped.
#[derive(Debug)]
pub(super) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts a display on a number nobody uses; it is ready when this returns.
    pub(super) fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1200x24"])
            .args(["-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts: `.ci/setup` installs it");
        let mut number = String::new();
        let said = server.stdout.take().expect("the display's number is piped");
        BufReader::new(said).read_line(&mut number).expect("Xvfb says its number");
        assert!(!number.trim().is_empty(), "Xvfb ended before it was ready");
        Self { server, name: format!(":{}", number.trim()) }
    }

    /// What goes into `DISPLAY`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Runs one `xdotool` line on this display and returns what it printed.
    pub(super) fn xdotool(&self, line: &[&str]) -> String {
        let ran = Command::new("xdotool")
            .args(line)
            .env("DISPLAY", &self.name)
            .stdin(Stdio::null())
            .output()
            .expect("xdotool starts: `.ci/setup` installs it");
        String::from_utf8_lossy(&ran.stdout).trim().to_owned()
    }

    /// The size of a window in pixels, or 0 where it has gone.
    pub(super) fn area(&self, window: &str) -> u64 {
        let geometry = self.xdotool(&["getwindowgeometry", "--shell", window]);
        let sides = geometry.lines().filter_map(|line| {
            line.strip_prefix("WIDTH=").or_else(|| line.strip_prefix("HEIGHT="))?.parse().ok()
        });
        sides.reduce(|width: u64, height| width * height).unwrap_or_default()
    }

    /// Asks a window to close, as the cross in its frame does; `xdotool` knows no such verb.
    pub(super) fn quit(&self, window: &str) -> Result<(), Box<dyn Error>> {
        let (display, _) = x11rb::connect(Some(&self.name))?;
        let protocols = display.intern_atom(false, b"WM_PROTOCOLS")?.reply()?.atom;
        let delete = display.intern_atom(false, b"WM_DELETE_WINDOW")?.reply()?.atom;
        let window = window.parse()?;
        let message =
            ClientMessageEvent::new(32, window, protocols, [delete, CURRENT_TIME, 0, 0, 0]);
        display.send_event(false, window, EventMask::NO_EVENT, message)?;
        Ok(display.flush()?)
    }

    /// Puts `text` on this display's clipboard.
    pub(super) fn copy(&self, text: &str) {
        let mut clipboard = Command::new("xclip")
            .args(["-selection", "clipboard", "-in"])
            .env("DISPLAY", &self.name)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("xclip starts: `.ci/setup` installs it");
        let input = clipboard.stdin.take().expect("the clipboard takes text");
        { input }.write_all(text.as_bytes()).expect("the clipboard takes the text");
        clipboard.wait().expect("the clipboard has the text");
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
