//! What axe-core says about the page as it stands.

use std::path::Path;

use serde_json::Value;

use super::{Theme, Window, wait};

const RUN: &str = r"
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
  ({ violations }) => done(violations.map((v) =>
    `${v.id} (${v.impact}): ${v.help}\n` + v.nodes.map((n) =>
      `    ${n.html.slice(0, 160)}\n    ${n.failureSummary.replaceAll('\n', '\n    ')}`).join('\n'))),
  (error) => done([`axe itself failed: ${error}`]));";

/// Whether what was announced names things that are gone by now. It is taken away after 7 s.
const SAYS_WHAT_IS_GONE: &str = r"
return [...document.querySelectorAll('[data-live-announcer] [aria-labelledby]')].some((said) =>
  said.getAttribute('aria-labelledby').split(' ').some((id) => !document.getElementById(id)));";

impl Window {
    /// Panics with every finding of axe-core on what is shown now; `view` names it. Colours on
    /// their way from one theme to the other are nobody's to read, nor is an announcement that has
    /// outlived what it names: it waits for both.
    pub async fn assert_accessible(&self, view: &str) {
        self.settle().await;
        wait::until("the announcements to pass", async || {
            (self.script(SAYS_WHAT_IS_GONE, vec![]).await == false).then_some(())
        })
        .await;
        self.load_axe().await;
        let found = self.client.execute_async(RUN, vec![]).await.expect("axe runs");
        let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
        let lines: Vec<&str> = found.iter().filter_map(Value::as_str).collect();
        assert!(lines.is_empty(), "{view} is not accessible:\n{}", lines.join("\n"));
    }

    /// As [`Window::assert_accessible`], dark and then light.
    pub async fn assert_accessible_in_both(&self, view: &str) {
        for theme in [Theme::Dark, Theme::Light] {
            self.set_theme(theme).await;
            self.assert_accessible(&format!("{view}, {theme:?}")).await;
        }
    }

    pub(super) async fn load_axe(&self) {
        if self.script("return typeof axe === 'object'", vec![]).await != true {
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../ui/node_modules/axe-core/axe.min.js");
            let source = std::fs::read_to_string(&path);
            let source =
                source.unwrap_or_else(|_| panic!("{} is missing: npm ci in ui/", path.display()));
            self.script(&source, vec![]).await;
        }
    }
}
