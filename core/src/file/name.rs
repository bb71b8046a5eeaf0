//! File names from titles.
//!
//! The crate of the same purpose (`sanitize-filename`) cuts at 255 bytes, keeps what turns the
//! direction of writing, and brings a regular-expression engine along; the rules fit on a page.

/// The longest name, its ending included: short enough for every file system and for a folder
/// synchronised elsewhere under a longer path.
pub const NAME_LIMIT: usize = 120;

/// Letters that some file system reads as something else than a letter of a name.
const FORBIDDEN: [char; 9] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// A name for a file about `title`, with its ending: no separator, no control, nothing that turns
/// the direction of writing, no device, at most [`NAME_LIMIT`] bytes, never empty.
/// `file_name("Coverage: Q3/Q4", "csv")` is "Coverage Q3 Q4.csv".
pub fn file_name(title: &str, ending: &str) -> String {
    numbered(title, 1, ending)
}

/// The name again with a number, for when it is taken; 1 adds none.
pub fn numbered(title: &str, number: u32, ending: &str) -> String {
    let tail = if number > 1 { format!(" {number}.{ending}") } else { format!(".{ending}") };
    let mut stem = stem(title, NAME_LIMIT.saturating_sub(tail.len()));
    if is_device(&stem) {
        stem.insert(0, '_');
    }
    stem + &tail
}

fn stem(title: &str, limit: usize) -> String {
    let kept = title.chars().filter(|c| !is_unseen(*c));
    let plain: String =
        kept.map(|c| if c.is_control() || FORBIDDEN.contains(&c) { ' ' } else { c }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut stem = words.join(" ");
    while stem.contains("..") {
        stem = stem.replace("..", ".");
    }
    let bare = |c: char| c == '.' || c == '-' || c == '~' || c.is_whitespace();
    // One byte is kept free for the mark that tells a name from a device.
    let start = stem.trim_start_matches(bare);
    let cut = &start[..start.floor_char_boundary(limit.saturating_sub(1))];
    let stem = cut.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    if stem.is_empty() { "Untitled".to_owned() } else { stem.to_owned() }
}

/// What takes no room on screen, or turns the direction of writing: a name with it looks like
/// another one.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

fn is_device(stem: &str) -> bool {
    let name = stem.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let port = name.strip_prefix("COM").or_else(|| name.strip_prefix("LPT"));
    let numbered = |rest: &str| {
        let mut letters = rest.chars();
        let digit = letters.next().is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c));
        digit && letters.next().is_none()
    };
    DEVICES.contains(&name.as_str()) || port.is_some_and(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_become_names() {
        for (title, name) in [
            ("Coverage: Q3/Q4", "Coverage Q3 Q4.csv"),
            ("../../etc/passwd", "etc passwd.csv"),
            ("C:\\boot", "C boot.csv"),
            ("a..b", "a.b.csv"),
            ("...", "Untitled.csv"),
            ("", "Untitled.csv"),
            ("\u{202e}gpj.exe", "gpj.exe.csv"),
            ("line\nbreak\0", "line break.csv"),
            ("con", "_con.csv"),
            ("COM1.x", "_COM1.x.csv"),
            ("Lpt²", "_Lpt².csv"),
            ("Console", "Console.csv"),
            ("-rf", "rf.csv"),
            ("trailing. .", "trailing.csv"),
            ("Übersicht für 2026 👩‍💻", "Übersicht für 2026 👩‍💻.csv"),
        ] {
            assert_eq!(file_name(title, "csv"), name, "{title:?}");
        }
        assert_eq!(numbered("Plan", 2, "throughline"), "Plan 2.throughline");
    }

    #[test]
    fn a_long_title_is_cut_between_letters() {
        let name = file_name(&"é".repeat(300), "html");
        assert_eq!(name, format!("{}.html", "é".repeat(57)));
        assert!(numbered(&"漢".repeat(300), 10_000, "throughline").len() <= NAME_LIMIT);
    }

    proptest! {
        #[test]
        fn any_title_gives_a_name_that_every_system_takes(
            title in "([./\\\\:~ a-]|CON|com1|\\PC|[\u{0}-\u{1f}]|[\u{202a}-\u{202e}]){0,80}",
            number in 1..20_000_u32,
        ) {
            let name = numbered(&title, number, "csv");
            prop_assert!(name.len() <= NAME_LIMIT && name.len() > 4, "{}", name);
            prop_assert!(!name.contains(FORBIDDEN) && !name.contains(".."), "{}", name);
            prop_assert!(!name.contains(|c: char| c.is_control() || is_unseen(c)), "{}", name);
            prop_assert!(!name.starts_with(['.', '-', ' ', '~']), "{}", name);
            let stem = name.strip_suffix(".csv").unwrap_or_default();
            prop_assert!(!is_device(stem) && !stem.ends_with(['.', ' ']), "{}", name);
        }
    }
}
