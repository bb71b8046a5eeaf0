//! Texts that come from running over the keys, and those of one letter or digits alone.

/// The rows of keys, of the layouts in which they lie otherwise: QWERTY, QWERTZ, AZERTY.
const ROWS: [&str; 9] = [
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
];
/// A run of so many keys is one by itself.
const ALONE: usize = 4;
/// Shorter ones count where the whole text is made of them.
const TOGETHER: usize = 3;
/// Words and names that lie on a row by chance.
const BY_CHANCE: [&str; 3] = ["azer", "trew", "wert"];

/// Whether a word comes from running over the keys: it is all runs of three keys or more that lie
/// beside each other, four together at least, in either direction.
pub(super) fn is_keyboard_run(word: &str) -> bool {
    if word.chars().nth(ALONE - 1).is_none() || BY_CHANCE.contains(&word) {
        return false;
    }
    let mut rest = word;
    while !rest.is_empty() {
        let run = longest_run(rest);
        if run < TOGETHER {
            return false;
        }
        rest = &rest[run..];
    }
    true
}

/// How many letters from the front lie beside each other on a row, in one direction.
fn longest_run(text: &str) -> usize {
    let Some(first) = text.bytes().next() else { return 0 };
    let along = |keys: &mut dyn Iterator<Item = u8>| {
        keys.zip(text.bytes()).take_while(|(key, letter)| key == letter).count()
    };
    let on = |row: &&str| {
        let at = row.bytes().position(|key| key == first)?;
        Some(along(&mut row.bytes().skip(at)).max(along(&mut row[..=at].bytes().rev())))
    };
    ROWS.iter().filter_map(on).max().unwrap_or(0)
}

/// Whether a text is digits alone, whatever stands between them.
pub(super) fn is_digits(text: &str) -> bool {
    let mut said = text.chars().filter(|letter| letter.is_alphanumeric()).peekable();
    said.peek().is_some() && said.all(|letter| letter.is_ascii_digit())
}

/// Whether a text is one letter, at least so many times.
pub(super) fn is_one_letter(text: &str, least: usize) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphanumeric());
    let first = letters.next();
    let mut often = usize::from(first.is_some());
    letters.all(|letter| {
        often += 1;
        Some(letter) == first
    }) && often >= least
}
