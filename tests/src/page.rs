//! A page as a browser reads it: whether anything in it runs or fetches.

use dom_query::{Document, NodeRef};

const RUNS: [&str; 10] =
    ["script", "iframe", "object", "embed", "base", "form", "link", "img", "frame", "audio"];
const FETCHES: [&str; 8] =
    ["src", "srcset", "style", "action", "formaction", "data", "background", "poster"];

/// A text as its words, a space between them.
pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything in a page that could run or fetch.
pub fn dangers(page: &Document) -> Vec<String> {
    let elements = page.select("*");
    elements.nodes().iter().flat_map(danger).collect()
}

fn danger(node: &NodeRef<'_>) -> Vec<String> {
    let name = node.node_name().unwrap_or_default().to_string();
    let mut found = Vec::new();
    if RUNS.contains(&name.as_str()) {
        found.push(name.clone());
    }
    for attribute in node.attrs() {
        let key = attribute.name.local.to_string();
        let address = key == "href" && name == "a";
        let web =
            ["http://", "https://", "mailto:"].iter().any(|web| attribute.value.starts_with(web));
        if key.starts_with("on") || FETCHES.contains(&key.as_str()) || (address && !web) {
            found.push(format!("{name} {key}={}", attribute.value));
        }
        if key == "href" && name != "a" && !attribute.value.starts_with('#') {
            found.push(format!("{name} {key}={}", attribute.value));
        }
    }
    found
}
