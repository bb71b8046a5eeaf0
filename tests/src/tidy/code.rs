//! Reading Rust and TypeScript just well enough to see what they name.

/// Rust without its comments; strings stay.
pub(crate) fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (comment, length) = token(rest, letter);
        if !comment {
            kept.push_str(&rest[..length]);
        }
        rest = &rest[length..];
    }
    kept
}

/// Whether `rest` begins with a comment, and the length of what it begins with.
fn token(rest: &str, letter: char) -> (bool, usize) {
    if rest.starts_with("//") {
        return (true, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (true, rest.find("*/").map_or(rest.len(), |end| end + 2));
    }
    let length = match letter {
        '"' => string_length(rest),
        'r' if is_raw_string(rest) => raw_string_length(rest),
        '\'' => char_length(rest),
        _ => letter.len_utf8(),
    };
    (false, length)
}

fn string_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn is_raw_string(rest: &str) -> bool {
    rest[1..].trim_start_matches('#').starts_with('"')
}

fn raw_string_length(rest: &str) -> usize {
    let hashes = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    let open = hashes + 2;
    let close = format!("\"{}", "#".repeat(hashes));
    rest[open..].find(&close).map_or(rest.len(), |end| open + end + close.len())
}

/// A char literal is passed over whole; a lifetime is one tick.
fn char_length(rest: &str) -> usize {
    if let Some(escaped) = rest.strip_prefix("'\\") {
        return escaped.find('\'').map_or(1, |end| end + 3);
    }
    let mut letters = rest.char_indices().skip(2);
    letters.next().filter(|(_, letter)| *letter == '\'').map_or(1, |(at, _)| at + 1)
}

/// The first names after every `path::`, also within braces: `crate::{a::B, c}` names a and c.
pub(crate) fn named_after<'a>(code: &'a str, path: &str) -> Vec<&'a str> {
    let starts = code.match_indices(path).filter(|(at, _)| {
        !code[..*at]
            .ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':')
    });
    starts.flat_map(|(at, _)| first_names(&code[at + path.len()..])).collect()
}

fn first_names(rest: &str) -> Vec<&str> {
    let Some(braced) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let mut depth = 0_i32;
    let mut names = vec![name(braced)];
    for (at, letter) in braced.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&braced[at + 1..])),
            _ => {}
        }
    }
    names.into_iter().filter(|name| !name.is_empty()).collect()
}

fn name(rest: &str) -> &str {
    let rest = rest.trim_start();
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    &rest[..end.unwrap_or(rest.len())]
}

/// What a TypeScript file imports, statically or lazily.
pub(crate) fn imports(text: &str) -> Vec<&str> {
    ["from \"", "import \"", "import(\"", "vi.mock(\""]
        .iter()
        .flat_map(|opening| text.split(opening).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect()
}
