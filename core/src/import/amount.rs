//! Amounts of money in the shapes that people write them.

use crate::model::{Money, decimals};

/// Reads `$45,000`, `1.2M`, `45k`, `1.234,56 €` or `EUR 1200`; an amount without a currency is in
/// `currency`. `None` where the text is no amount, is negative, or is too large to count.
pub(super) fn read(text: &str, currency: &str) -> Option<Money> {
    let text = text.trim().replace(['\u{a0}', '\u{202f}', '\'', '’'], " ");
    let told = currency_of(&text);
    let digits_from = text.find(|c: char| c.is_ascii_digit())?;
    let digits_to = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    if text[..digits_from].contains(['-', '(', '−']) {
        return None;
    }
    let scale = scale_of(&text[digits_to..])?;
    let currency = told.unwrap_or_else(|| currency.to_owned());
    let minor = minor(&text[digits_from..digits_to], scale, decimals(&currency))?;
    Some(Money { minor, currency })
}

/// The currency a text names by sign or code.
pub(super) fn currency_of(text: &str) -> Option<String> {
    const SIGNS: &[(&str, &str)] = &[
        ("US$", "USD"),
        ("R$", "BRL"),
        ("A$", "AUD"),
        ("C$", "CAD"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("$", "USD"),
        ("¥", "JPY"),
        ("₹", "INR"),
        ("Fr.", "CHF"),
    ];
    let code = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .find(|word| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()));
    let sign = || SIGNS.iter().find(|(sign, _)| text.contains(sign)).map(|(_, code)| *code);
    code.or_else(sign).map(str::to_owned)
}

/// What the letters behind the number multiply it by; `None` where they are no known ones.
fn scale_of(rest: &str) -> Option<u64> {
    let word: String = rest.chars().filter(|c| c.is_alphabetic()).collect();
    match word.as_str() {
        "k" | "K" | "Tsd" | "tsd" => Some(1_000),
        "m" | "M" | "mn" | "Mio" | "mio" | "million" => Some(1_000_000),
        word if word.is_empty() || word == "Fr" || is_code(word) => Some(1),
        _ => None,
    }
}

fn is_code(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// The number in minor units, counted in whole numbers so that nothing is lost on the way.
fn minor(number: &str, scale: u64, decimals: u32) -> Option<i64> {
    let (whole, fraction) = split(number);
    let digits = |part: &str| -> String { part.chars().filter(char::is_ascii_digit).collect() };
    let strange = |c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ' ');
    if number.contains(strange) || fraction.len() > 9 {
        return None;
    }
    let (whole, fraction) = (digits(whole), digits(fraction));
    let places = u32::try_from(fraction.len()).ok()?;
    let all: u128 = format!("{whole}{fraction}").parse().ok()?;
    let scaled = all.checked_mul(u128::from(scale))?.checked_mul(10_u128.pow(decimals))?;
    let unit = 10_u128.pow(places);
    i64::try_from((scaled + unit / 2) / unit).ok()
}

/// The whole part and the decimals: the last of two different separators is the decimal one; a
/// single separator before exactly three digits parts thousands.
fn split(number: &str) -> (&str, &str) {
    let last = number.rfind(['.', ',']);
    let Some(at) = last else { return (number, "") };
    let (whole, fraction) = (&number[..at], &number[at + 1..]);
    let other = if number[at..].starts_with('.') { ',' } else { '.' };
    let repeated = whole.contains(&number[at..=at]);
    if repeated || (fraction.len() == 3 && !whole.contains(other) && whole != "0") {
        (number, "")
    } else {
        (whole, fraction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_every_shape() {
        for (text, minor, currency) in [
            ("$45,000", 4_500_000, "USD"),
            ("1.2M", 120_000_000, "EUR"),
            ("45k", 4_500_000, "EUR"),
            ("1.234,56 €", 123_456, "EUR"),
            ("1,234.56", 123_456, "EUR"),
            ("EUR 1200", 120_000, "EUR"),
            ("1 200,5", 120_050, "EUR"),
            ("CHF 1'250.00", 125_000, "CHF"),
            ("1.234", 123_400, "EUR"),
            ("1.234.567", 123_456_700, "EUR"),
            ("0.125", 13, "EUR"),
            ("¥1,200", 1_200, "JPY"),
            ("£0", 0, "GBP"),
            ("R$ 100.000", 10_000_000, "BRL"),
        ] {
            let money = read(text, "EUR").unwrap_or_else(|| panic!("{text}"));
            assert_eq!((money.minor, money.currency.as_str()), (minor, currency), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in ["", "free", "-5", "(500)", "12 bananas", "99999999999999999999999", "3/4"] {
            assert_eq!(read(text, "EUR"), None, "{text}");
        }
    }
}
