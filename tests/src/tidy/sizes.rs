//! How long a file, a component and the shell may be.

use super::{Finding, Source};

const RUST_FILE: usize = 400;
const TYPESCRIPT_FILE: usize = 300;
const COMPONENT: usize = 150;
const SHELL: usize = 800;
const VERB: usize = 150;

/// Files and components that are too long, a shell that, its tests aside, has grown rules of its own,
/// and verbs of the terminal that do more than ask core and say what it answered.
pub fn findings(sources: &[Source]) -> Vec<Finding> {
    let mut found: Vec<Finding> = sources.iter().flat_map(of_file).collect();
    let code = |one: &Source| one.text.lines().take_while(|line| *line != "#[cfg(test)]").count();
    let shell = sources.iter().filter(|one| one.is_in("src-tauri/src"));
    let (verbs, shell): (Vec<_>, Vec<_>) = shell.partition(|one| one.is_in("src-tauri/src/cli"));
    found.extend(verbs.into_iter().filter(|one| code(one) > VERB).map(|one| {
        let advice = format!("more than {VERB} lines: move what is no verb into core");
        one.finding(advice)
    }));
    let lines: usize = shell.into_iter().map(code).sum();
    if lines > SHELL {
        found.push(Finding {
            path: "src-tauri/src".into(),
            advice: format!("{lines} lines, {SHELL} are enough: move what is no window into core"),
        });
    }
    found
}

fn of_file(source: &Source) -> Vec<Finding> {
    let lines = source.text.lines().count();
    let mut found = Vec::new();
    if source.ends(&[".rs"]) && lines > RUST_FILE {
        let advice =
            format!("{lines} lines, {RUST_FILE} are enough: split it by what changes together");
        found.push(source.finding(advice));
    }
    if source.ends(&[".ts", ".tsx"]) && lines > TYPESCRIPT_FILE {
        let advice = format!("{lines} lines, {TYPESCRIPT_FILE} are enough: move parts beside it");
        found.push(source.finding(advice));
    }
    if source.ends(&[".tsx"]) {
        for (name, lines) in components(&source.text).filter(|(_, lines)| *lines > COMPONENT) {
            let advice =
                format!("{name} has {lines} lines, {COMPONENT} are enough: take parts out");
            found.push(source.finding(advice));
        }
    }
    found
}

/// Components and their lengths: functions at the margin with a capital, which the formatter
/// closes at the margin.
fn components(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = (0..lines.len()).filter_map({
        let lines = lines.clone();
        move |at| Some((at, component_name(lines[at])?))
    });
    starts.map(move |(at, name)| {
        let end = lines[at..].iter().position(|line| line.starts_with('}')).unwrap_or_default();
        (name, end + 1)
    })
}

fn component_name(line: &str) -> Option<&str> {
    let line = line.strip_prefix("export ").unwrap_or(line);
    let line = line.strip_prefix("default ").unwrap_or(line);
    let name = line.strip_prefix("function ").or_else(|| line.strip_prefix("const "))?;
    let name = name.split(|letter: char| !letter.is_alphanumeric()).next()?;
    name.starts_with(char::is_uppercase).then_some(name)
}
