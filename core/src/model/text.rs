//! Text in its normal form, and folded for comparison.

use crate::error::{Error, Result};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest single line (a title, a name) that is kept.
pub const LINE_LIMIT: usize = 1_000;
/// The longest free text that is kept.
pub const TEXT_LIMIT: usize = 100_000;

/// Trims a line and turns inner runs of white space, line breaks included, into single spaces.
pub fn tidy_line(text: &mut String) {
    let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if tidy != *text {
        *text = tidy;
    }
}

/// Trims free text; its inner line breaks stay.
pub fn tidy_text(text: &mut String) {
    let tidy = text.trim();
    if tidy.len() != text.len() {
        *text = tidy.to_owned();
    }
}

/// Tidies each line, drops the empty ones and the repeated ones (compared folded).
pub fn tidy_list(list: &mut Vec<String>) {
    let mut seen = std::collections::HashSet::new();
    list.iter_mut().for_each(tidy_line);
    list.retain(|line| !line.is_empty() && seen.insert(fold(line)));
}

/// Lower case without accents, for comparing and searching: `"Évaluation"` → `"evaluation"`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Fails when a required line is empty or too long.
pub fn check_line(field: &'static str, label: &str, text: &str) -> Result<()> {
    if text.is_empty() {
        return Err(Error::invalid_field(field, format!("{label} cannot be empty.")));
    }
    check_length(field, label, text, LINE_LIMIT)
}

/// Fails when a text is longer than `limit` bytes.
pub fn check_length(field: &'static str, label: &str, text: &str, limit: usize) -> Result<()> {
    if text.len() > limit {
        let message = format!("{label} is too long: at most {limit} characters are kept.");
        return Err(Error::invalid_field(field, message));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_case_and_accents() {
        assert_eq!(fold("Évaluation — ÜBER"), "evaluation — uber");
        assert_eq!(fold("CFO"), "cfo");
    }

    #[test]
    fn lists_lose_empty_and_repeated_lines() {
        let mut list = vec![" eBPF ".to_owned(), "ebpf".into(), " ".into(), "a\n b".into()];
        tidy_list(&mut list);
        assert_eq!(list, ["eBPF", "a b"]);
    }
}
