//! How wide a text becomes, so that pictures can leave room for it and break it where it fits.

/// The widths of the printable ASCII letters in Inter, in thousandths of the size: those of its
/// regular or its semi-bold weight, whichever is wider.
const ASCII: [u16; 95] = [
    281, 309, 403, 643, 649, 844, 663, 222, 393, 393, 543, 673, 295, 466, 290, 379, 667, 481, 621,
    652, 666, 632, 648, 587, 646, 648, 290, 295, 673, 673, 673, 544, 999, 724, 657, 744, 724, 608,
    587, 755, 744, 275, 561, 677, 566, 906, 753, 775, 643, 776, 651, 649, 660, 741, 724, 1007, 690,
    705, 653, 393, 379, 393, 481, 468, 497, 575, 630, 577, 630, 593, 377, 625, 613, 261, 261, 569,
    261, 898, 610, 608, 625, 625, 397, 549, 380, 608, 576, 837, 562, 576, 562, 393, 358, 393, 673,
];

/// No Latin, Greek or Cyrillic letter beyond ASCII is much wider than this.
const OTHER: f64 = 0.75;
/// Ideographs, syllables and pictures fill a square.
const SQUARE: f64 = 1.0;

/// An upper bound of the width of a text in a size.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|letter| of_letter(letter) * size).sum()
}

fn of_letter(letter: char) -> f64 {
    let at = (letter as usize).checked_sub(usize::from(b' '));
    match at.and_then(|at| ASCII.get(at)) {
        Some(thousandths) => f64::from(*thousandths) / 1000.0,
        None if ('\u{1100}'..'\u{1e00}').contains(&letter) || letter >= '\u{2e80}' => SQUARE,
        None => OTHER,
    }
}

/// A text in lines that are no wider than `most`; where it takes more than `lines` of them, the last
/// one ends in an ellipsis.
pub fn wrap(text: &str, size: f64, most: f64, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    for (parted, word) in words(text) {
        let longer = match (line.is_empty(), parted) {
            (false, true) => format!("{line} {word}"),
            _ => format!("{line}{word}"),
        };
        if width(&longer, size) <= most {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            wrapped.push(std::mem::take(&mut line));
        }
        let mut parts = broken(word, size, most);
        line = parts.pop().unwrap_or_default();
        wrapped.append(&mut parts);
    }
    if !line.is_empty() {
        wrapped.push(line);
    }
    if wrapped.len() > lines {
        wrapped.truncate(lines);
        if let Some(last) = wrapped.last_mut() {
            *last = shortened(last, size, most);
        }
    }
    wrapped
}

/// What a line may break between, and whether a space parts it from what is before: words, and what
/// slashes hold together.
fn words(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.split_whitespace()
        .flat_map(|word| word.split_inclusive('/').enumerate().map(|(at, part)| (at == 0, part)))
}

/// A word in pieces that fit.
fn broken(word: &str, size: f64, most: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let full = pieces.last().is_some_and(|piece| {
            !piece.is_empty() && width(piece, size) + of_letter(letter) * size > most
        });
        if full {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
    }
    pieces
}

fn shortened(line: &str, size: f64, most: f64) -> String {
    let mut line = line.to_owned();
    while !line.is_empty() && width(&line, size) + width("…", size) > most {
        line.pop();
    }
    format!("{}…", line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        // C 744, F 587, O 775 thousandths of 10.
        assert!((width("CFO", 10.0) - 21.06).abs() < 1e-9);
        assert!((width("é", 10.0) - 7.5).abs() < 1e-9);
        assert!((width("計画", 10.0) - 20.0).abs() < 1e-9);
    }

    #[test]
    fn lines_break_between_words_and_where_a_word_is_too_long() {
        // "Procurement " is over 50 wide in size 10, "lead" 20.
        assert_eq!(wrap("Procurement lead", 10.0, 70.0, 2), ["Procurement", "lead"]);
        assert_eq!(wrap("CFO", 10.0, 70.0, 2), ["CFO"]);
        assert_eq!(wrap("", 10.0, 70.0, 2), Vec::<String>::new());
        // Two W, each 1007 thousandths, fill 20.14 of 21.
        assert_eq!(wrap("WWWW", 10.0, 21.0, 2), ["WW", "WW"]);
        assert_eq!(wrap("Infrastructure/Platform", 10.0, 80.0, 2), ["Infrastructure/", "Platform"]);
        assert_eq!(wrap("and/or", 10.0, 70.0, 2), ["and/or"]);
        assert_eq!(wrap("a b c", 10.0, 6.0, 1), ["…"]);
        // o 608, n 610, e 593, a space 281, t 380, w 837 and the ellipsis 750 are 40.59; one more
        // o would be 46.67.
        assert_eq!(wrap("one two three", 10.0, 42.0, 1), ["one tw…"]);
    }
}
