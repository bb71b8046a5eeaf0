//! The page in the words of its readers: roles, accessible names, keys.
//!
//! Roles and names are computed by axe-core, the same authority that judges accessibility, so a
//! journey can only find what a screen reader finds.

use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::ElementRef;
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::{Window, wait};

pub use fantoccini::elements::Element;

/// For so long a click waits for what moves.
const REST: Duration = Duration::from_secs(2);

const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Visible elements of a role below a root, each with its accessible name.
const OF_ROLE: &str = r"
const [role, root] = arguments;
try { axe.teardown(); } catch { }
axe.setup(document.body);
try {
  return [...(root ?? document.body).querySelectorAll('*')]
    .filter((e) => axe.commons.aria.getRole(e) === role
      && e.checkVisibility({ visibilityProperty: true }))
    .map((e) => [e, axe.commons.text.accessibleText(e).replace(/\s+/g, ' ').trim()]);
} finally { axe.teardown(); }";

/// Asks the shell through the same door as the page does.
const INVOKE: &str = r"
const [command, payload, done] = arguments;
window.__TAURI_INTERNALS__.invoke(command, payload)
  .then((value) => done({ value }), (error) => done({ error }));";

/// Keeps what the content policy refuses from now on.
pub(super) const WATCH_POLICY: &str = r"
window.refused = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.refused.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));";

/// What it has refused, then and before: a refused style has no sheet, a refused picture no size.
const REFUSED: &str = r"
const outer = (selector, isRefused) => [...document.querySelectorAll(selector)]
  .filter(isRefused).map((element) => `at load: ${element.outerHTML.slice(0, 160)}`);
return [
  ...window.refused,
  ...outer('style', (style) => style.textContent !== '' && style.sheet === null),
  ...outer('[style]', (e) => e.getAttribute('style') !== '' && e.style.length === 0),
  ...outer('script:not([src])', () => true),
  ...outer('img', (image) => image.complete && image.naturalWidth === 0),
];";

impl Window {
    /// Runs a script in the page; its `return` comes back.
    pub async fn script(&self, source: &str, args: Vec<Value>) -> Value {
        let ran = self.client.execute(source, args).await;
        ran.unwrap_or_else(|error| panic!("the script failed: {error}\n{source}"))
    }

    /// The title of the page.
    pub async fn title(&self) -> String {
        self.client.title().await.expect("the page has a title")
    }

    /// Goes to a view by its address within the page, e.g. `#/architecture`.
    pub async fn go(&self, route: &str) {
        self.script("location.hash = arguments[0]", vec![json!(route)]).await;
    }

    /// Calls a command of the core from the page; panics with its error.
    pub async fn call(&self, command: &str, payload: Value) -> Value {
        let envelope = json!({ "command": command, "payload": payload, "speaker": null });
        let answer = self.invoke("rpc", envelope).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Calls a command of the shell from the page.
    pub async fn invoke(&self, command: &str, payload: Value) -> Result<Value, Value> {
        let answer = self.client.execute_async(INVOKE, vec![json!(command), payload]).await;
        let answer = answer.expect("the call comes back");
        answer.get("error").map_or_else(|| Ok(answer["value"].clone()), |e| Err(e.clone()))
    }

    /// What the content policy has refused since the page was loaded, directive first.
    pub async fn policy_violations(&self) -> Vec<String> {
        let seen = self.script(REFUSED, vec![]).await;
        let seen = seen.as_array().map(Vec::as_slice).unwrap_or_default();
        seen.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Waits for a visible element of `role` whose accessible name is `name`, or, where none is
    /// exactly so, holds `name`.
    pub async fn by_role(&self, role: &str, name: &str) -> Element {
        self.find(role, name, Value::Null).await
    }

    /// As [`Window::by_role`], within `scope`.
    pub async fn by_role_in(&self, scope: &Element, role: &str, name: &str) -> Element {
        self.find(role, name, json!({ ELEMENT_KEY: scope.element_id().as_ref() })).await
    }

    /// Waits for the visible element with `data-testid` = `id`.
    pub async fn by_test_id(&self, id: &str) -> Element {
        self.by_css(&format!("[data-testid=\"{id}\"]")).await
    }

    /// Waits for the first element that a CSS selector finds.
    pub async fn by_css(&self, selector: &str) -> Element {
        wait::until(selector, async || {
            self.client.find(fantoccini::Locator::Css(selector)).await.ok()
        })
        .await
    }

    /// Accessible names of all visible elements of `role`, in page order.
    pub async fn names(&self, role: &str) -> Vec<String> {
        self.of_role(role, Value::Null).await.into_iter().map(|(_, name)| name).collect()
    }

    /// Waits until the page shows `text` somewhere.
    pub async fn shows(&self, text: &str) {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        wait::until(&format!("the text {text:?}"), async || {
            (self.script(script, vec![json!(text)]).await == true).then_some(())
        })
        .await;
    }

    /// Waits until no visible element of `role` is named `name`.
    pub async fn gone(&self, role: &str, name: &str) {
        wait::until(&format!("{role} {name:?} to go"), async || {
            self.names(role).await.iter().all(|known| known != name).then_some(())
        })
        .await;
    }

    /// Clicks the element of that role and name. Where the page draws it anew in that moment, or
    /// something that is going lies over it, nothing was clicked: it is looked for again. What is
    /// chosen from comes in first: a click on what moves is lost.
    pub async fn click(&self, role: &str, name: &str) {
        if ["menuitem", "option"].contains(&role) {
            self.by_role(role, name).await;
            self.come_to_rest().await;
        }
        wait::until(&format!("a click on {role} {name:?}"), async || {
            self.by_role(role, name).await.click().await.ok()
        })
        .await;
    }

    /// Waits until nothing moves, but not for what moves on and on, as the bar of long work does.
    async fn come_to_rest(&self) {
        let end = Instant::now() + REST;
        while !self.is_settled().await && Instant::now() < end {
            tokio::time::sleep(wait::TICK).await;
        }
    }

    /// Gives the focus to the element of that role and name.
    pub async fn focus(&self, role: &str, name: &str) {
        let element = self.by_role(role, name).await;
        let element = serde_json::to_value(&element).expect("an element has an id");
        self.script("arguments[0].focus()", vec![element]).await;
    }

    /// Ticks, by the keyboard, a box or a choice, whose own element is drawn over.
    pub async fn tick(&self, role: &str, name: &str) {
        self.focus(role, name).await;
        self.press("Space").await;
    }

    /// Replaces what a text field holds.
    pub async fn fill(&self, role: &str, name: &str, text: &str) {
        self.click(role, name).await;
        self.press("Control+a").await;
        self.type_text(text).await;
    }

    /// Types into whatever holds the focus.
    pub async fn type_text(&self, text: &str) {
        let strokes = text.chars().flat_map(|key| [down(key), up(key)]);
        self.perform(strokes.collect()).await;
    }

    /// Presses a key or a chord: `Enter`, `Escape`, `ArrowDown`, `Control+k`, `Shift+Tab`.
    pub async fn press(&self, chord: &str) {
        let keys: Vec<char> = chord.split('+').map(key).collect();
        let downs = keys.iter().map(|&key| down(key));
        self.perform(downs.chain(keys.iter().rev().map(|&key| up(key))).collect()).await;
    }

    async fn perform(&self, strokes: Vec<KeyAction>) {
        let keys = strokes.into_iter().fold(KeyActions::new("keys".into()), InputSource::then);
        self.client.perform_actions(keys).await.expect("keys can be pressed");
    }

    async fn find(&self, role: &str, name: &str, scope: Value) -> Element {
        let end = Instant::now() + wait::LONG;
        loop {
            let known = self.of_role(role, scope.clone()).await;
            let found = known.iter().find(|(_, known)| known == name);
            if let Some((element, _)) = found.or_else(|| known.iter().find(|k| k.1.contains(name)))
            {
                return element.clone();
            }
            let names: Vec<&String> = known.iter().map(|(_, name)| name).collect();
            assert!(Instant::now() < end, "no {role} is named {name:?}; there are {names:?}");
            tokio::time::sleep(wait::TICK).await;
        }
    }

    async fn of_role(&self, role: &str, scope: Value) -> Vec<(Element, String)> {
        self.load_axe().await;
        let found = self.client.execute(OF_ROLE, vec![json!(role), scope]).await;
        let found = found.unwrap_or_default();
        let pairs = found.as_array().map(Vec::as_slice).unwrap_or_default();
        pairs.iter().filter_map(|pair| self.named(pair)).collect()
    }

    fn named(&self, pair: &Value) -> Option<(Element, String)> {
        let id = pair[0][ELEMENT_KEY].as_str()?;
        let element =
            Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()));
        Some((element, pair[1].as_str()?.to_owned()))
    }
}

fn down(value: char) -> KeyAction {
    KeyAction::Down { value }
}

fn up(value: char) -> KeyAction {
    KeyAction::Up { value }
}

fn key(name: &str) -> char {
    match name {
        "Control" => Key::Control.into(),
        "Shift" => Key::Shift.into(),
        "Alt" => Key::Alt.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Space" => ' ',
        "Backspace" => Key::Backspace.into(),
        "Delete" => Key::Delete.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        "PageUp" => Key::PageUp.into(),
        "PageDown" => Key::PageDown.into(),
        "ArrowUp" => Key::Up.into(),
        "ArrowDown" => Key::Down.into(),
        "ArrowLeft" => Key::Left.into(),
        "ArrowRight" => Key::Right.into(),
        one => one.chars().next().filter(|_| one.chars().count() == 1).unwrap_or_else(|| {
            panic!("{one:?} is no key: write it as the browser does, e.g. ArrowDown")
        }),
    }
}
