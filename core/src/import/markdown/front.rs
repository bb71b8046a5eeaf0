//! Front matter: YAML between `---`, TOML between `+++`.

use serde_json::Value;

/// The longest front matter, in bytes: what an alias says again counts once more.
const LENGTH_LIMIT: usize = 64 * 1_024;

/// A key and what it says, as text.
type Keys = Vec<(String, String)>;

/// The keys of the front matter and the body below it. Fails with a line and a reason.
pub(super) fn read(text: &str) -> Result<(Keys, &str), (u32, String)> {
    let Some((fence, front, body)) = parts(text) else { return Ok((Vec::new(), text)) };
    if front.len() > LENGTH_LIMIT {
        return Err((1, "The front matter is longer than 64 KiB.".to_owned()));
    }
    let value = if fence == "---" { yaml(front)? } else { toml(front)? };
    let mut keys = Vec::new();
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                flatten(key, &value, &mut keys);
            }
        }
        Value::Null => {}
        _ => return Err((1, "The front matter is not a list of keys and values.".to_owned())),
    }
    Ok((keys, body))
}

/// The fence, what is between the two, and the body. `None` without front matter.
fn parts(text: &str) -> Option<(&'static str, &str, &str)> {
    let first = text.split_inclusive('\n').next()?;
    let fence = ["---", "+++"].into_iter().find(|fence| first.trim_end() == *fence)?;
    let mut at = first.len();
    for line in text[at..].split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some((fence, &text[first.len()..at], &text[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn yaml(front: &str) -> Result<Value, (u32, String)> {
    if front.trim().is_empty() {
        return Ok(Value::Null);
    }
    // Site generators take lines of a quoted text that are not indented, and so people write them.
    parsed(front).or_else(|fault| parsed(&indented(front)).map_err(|_| fault))
}

fn parsed(front: &str) -> Result<Value, (u32, String)> {
    let options = serde_saphyr::options! {
        duplicate_keys: serde_saphyr::DuplicateKeyPolicy::LastWins,
        with_snippet: false,
        // A few repetitions are written by people, a tree of them only to grow without end.
        budget: serde_saphyr::budget! { max_depth: 32, max_aliases: 16, max_documents: 1 },
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: 1_000 },
    };
    serde_saphyr::from_str_with_options(front, options).map_err(|fault| {
        let line = fault.location().map_or(0, |at| at.line());
        (u32::try_from(line).unwrap_or(0) + 1, format!("The front matter cannot be read: {fault}."))
    })
}

/// Indents the further lines of quoted texts.
fn indented(front: &str) -> String {
    let mut open = None;
    let mut out = String::with_capacity(front.len() + 64);
    for line in front.split_inclusive('\n') {
        if open.is_some() {
            out.push_str("  ");
        }
        out.push_str(line);
        open = open_quote(line, open);
    }
    out
}

/// The quotation mark that is still open at the end of a line.
fn open_quote(line: &str, mut open: Option<char>) -> Option<char> {
    let mut letters = line.chars().peekable();
    let (mut before, mut last) = (':', ' ');
    while let Some(letter) = letters.next() {
        match open {
            Some('"') if letter == '\\' => drop(letters.next()),
            Some('\'') if letter == '\'' && letters.peek() == Some(&'\'') => drop(letters.next()),
            Some(quote) if letter == quote => open = None,
            None if matches!(letter, '"' | '\'') => {
                let begins =
                    last == '[' || (last == ' ' && matches!(before, ':' | '-' | ',' | '['));
                open = begins.then_some(letter);
            }
            _ => {}
        }
        if letter != ' ' {
            before = letter;
        }
        last = letter;
    }
    open
}

fn toml(front: &str) -> Result<Value, (u32, String)> {
    let table: toml::Table = toml::from_str(front).map_err(|fault| {
        let until = fault.span().map_or(0, |span| span.start).min(front.len());
        let line = front.get(..until).unwrap_or_default().matches('\n').count();
        let reason = format!("The front matter cannot be read: {}.", fault.message());
        (u32::try_from(line).unwrap_or(0) + 2, reason)
    })?;
    Ok(Value::Object(table.into_iter().map(|(key, value)| (key, of_toml(value))).collect()))
}

fn of_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(yes) => Value::Bool(yes),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(list) => list.into_iter().map(of_toml).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, of_toml(value))).collect())
        }
    }
}

/// Scalars and lists of scalars become cells, maps one level deep too; what is nested deeper is not
/// about the page but part of it.
fn flatten(key: String, value: &Value, keys: &mut Keys) {
    match value {
        Value::Object(map) => {
            for (inner, value) in map {
                if let Some(text) = text_of(value) {
                    keys.push((format!("{key}.{inner}"), text));
                }
            }
        }
        value => keys.extend(text_of(value).map(|text| (key, text))),
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(list) => {
            let all: Option<Vec<_>> =
                list.iter().map(|one| text_of(one).filter(|_| !one.is_array())).collect();
            all.map(|all| all.join("; "))
        }
        Value::Object(_) => None,
    }
}
