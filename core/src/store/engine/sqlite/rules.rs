//! Rules of a table that SQLite tells no facts about, read from the table's own text: what a row has to
//! fulfil, what becomes of one that does not, and how texts are compared.
//!
//! They can be used for harm: a condition that takes years to work out, or a conflict that is passed
//! over in silence, so that an edit that was never written counts as saved.

const OPERATORS: &str = "<>=!|&";

/// The rules in the `CREATE TABLE` of a table, in words.
pub(super) fn rules(table: &str, sql: &str) -> Vec<String> {
    let tokens = tokens(sql);
    let mut found = Vec::new();
    let mut rest = tokens.as_slice();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first.as_str(), after) {
            ("check", [open, ..]) if open == "(" => {
                let (condition, behind) = after.split_at(until_closed(after));
                found.push(format!("rule of {table}: {}", condition.join(" ")));
                rest = behind;
            }
            ("conflict" | "collate" | "initially", [what, ..]) => {
                found.push(format!("rule of {table}: {first} {what}"));
            }
            _ => {}
        }
    }
    found
}

/// How many tokens there are until what the first one opens is closed.
fn until_closed(tokens: &[String]) -> usize {
    let mut depth = 0_usize;
    let closes = tokens.iter().position(|token| {
        match token.as_str() {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    closes.map_or(tokens.len(), |at| at + 1)
}

/// Words in small letters, what is quoted with its quotes, operators and single signs; no spaces and no comments.
fn tokens(sql: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |at| at + 4),
            '\'' | '"' | '`' => quoted(rest, first),
            '[' => rest.find(']').map_or(rest.len(), |at| at + 1),
            _ if is_of_word(first) => rest.find(|next| !is_of_word(next)).unwrap_or(rest.len()),
            _ if OPERATORS.contains(first) => {
                rest.find(|next| !OPERATORS.contains(next)).unwrap_or(rest.len())
            }
            _ => first.len_utf8(),
        };
        let (token, behind) = rest.split_at(length);
        rest = behind;
        if is_of_word(first) {
            found.push(token.to_ascii_lowercase());
        } else if !is_space(first) && !token.starts_with("--") && !token.starts_with("/*") {
            found.push(token.to_owned());
        }
    }
    found
}

fn is_of_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_' || sign == '$' || !sign.is_ascii()
}

/// As SQLite has it, which counts the vertical tab.
fn is_space(sign: char) -> bool {
    sign.is_ascii_whitespace() || sign == '\u{b}'
}

/// How long what begins with a quote is; a doubled quote in it does not end it.
fn quoted(text: &str, quote: char) -> usize {
    let mut inside = text.char_indices().skip(1).peekable();
    while let Some((at, sign)) = inside.next() {
        if sign == quote && inside.next_if(|(_, next)| *next == quote).is_none() {
            return at + 1;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rules_are_found_however_they_are_written() {
        let sql =
            "CREATE TABLE t (a INTEGER NOT NULL cHeCk/* ( */ \u{b}(a IN (0,1)), -- CHECK (no)\n
            b TEXT DEFAULT 'CHECK (no)' UNIQUE ON CONFLICT IGNORE COLLATE NoCase,
            \"check\" TEXT, [check (] TEXT, CHECK (b <> ')' AND \"x)\" > 'it''s ('))";
        assert_eq!(
            rules("t", sql),
            [
                "rule of t: ( a in ( 0 , 1 ) )",
                "rule of t: conflict ignore",
                "rule of t: collate nocase",
                "rule of t: ( b <> ')' and \"x)\" > 'it''s (' )",
            ]
        );
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(sql in "[-/*'\"`\\[\\]() a-zé\\n]{0,60}") {
            let kept: String = tokens(&sql).concat();
            prop_assert!(kept.len() <= sql.len());
            rules("t", &sql);
        }
    }
}
