//! A lead as the plan names it: by its number among the identities of the workspace, so that a plan
//! and its history name nobody.

/// The number that a text tells, as 16 hexadecimal digits; `None` where it tells none.
pub fn lead_number(text: &str) -> Option<u64> {
    let digits = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let told = text.len() == 16 && text.bytes().all(digits);
    if told { u64::from_str_radix(text, 16).ok() } else { None }
}

/// A lead's number as it is kept.
pub fn lead_told(number: u64) -> String {
    format!("{number:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_told_with_sixteen_digits_and_nothing_else_is_one() {
        assert_eq!(lead_told(0x7F), "000000000000007f");
        assert_eq!(lead_number("000000000000007f"), Some(127));
        for text in
            ["", "7f", "000000000000007F", "+00000000000007f", "ada@example.com", "00000000000000é"]
        {
            assert_eq!(lead_number(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_number_comes_back(number: u64) {
            prop_assert_eq!(lead_number(&lead_told(number)), Some(number));
        }
    }
}
