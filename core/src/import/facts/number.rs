//! Whole numbers, and yes and no, in the shapes that tools write them.

/// A count: `1,234`, `1.234`, `1 234`, `12.0`. `None` where the text is no count.
pub(super) fn count(text: &str) -> Option<u64> {
    let text = text.trim();
    let plain: String = text.chars().filter(|c| !" \u{a0}\u{202f}'’".contains(*c)).collect();
    if plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return plain.parse().ok();
    }
    let at = plain.find(['.', ','])?;
    let (whole, rest) = (&plain[..at], &plain[at + 1..]);
    let separator = &plain[at..=at];
    let groups: Vec<&str> = rest.split(separator).collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !groups.iter().all(|group| digits(group)) {
        return None;
    }
    if groups.iter().all(|group| group.len() == 3) && whole.len() <= 3 {
        return format!("{whole}{}", groups.concat()).parse().ok();
    }
    (groups.len() == 1 && rest.bytes().all(|byte| byte == b'0')).then(|| whole.parse().ok())?
}

/// Yes or no.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "1" | "yes" | "y" | "true" | "t" | "x" | "ja" | "oui" | "si" | "sí" | "wahr" | "vrai" => {
            Some(true)
        }
        "0" | "no" | "n" | "false" | "f" | "nein" | "non" | "falsch" | "faux" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_in_every_shape() {
        for (text, number) in [
            ("0", 0),
            ("1234", 1_234),
            ("1,234", 1_234),
            ("1.234", 1_234),
            ("1 234 567", 1_234_567),
            ("1,234,567", 1_234_567),
            ("12.0", 12),
        ] {
            assert_eq!(count(text), Some(number), "{text}");
        }
        for text in ["", "-", "12.5", "n/a", "27.78%", "-3", "1,23,4"] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    #[test]
    fn yes_and_no_are_told_in_several_languages() {
        assert_eq!(flag("TRUE"), Some(true));
        assert_eq!(flag("nein"), Some(false));
        assert_eq!(flag("maybe"), None);
    }
}
