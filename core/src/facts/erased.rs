//! Who was erased: by marks that tell a name when it comes again, and that tell nobody's name.
//!
//! A mark is a keyed hash of 128 bits of what a lead was known by. Two people do not get one mark,
//! so nobody's rows are turned away for somebody else's; and who has marks alone learns no address
//! from them.

use siphasher::sip128::{Hasher128, SipHasher24};
use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::Hasher;

/// What takes the place of an erased address where it stands in a text.
pub const ERASED: &str = "(erased)";

/// What a lead was known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownAs<'a> {
    /// A folded e-mail address.
    Email(&'a str),
    /// An id of a tool, by which it was known alone.
    Id(&'a str),
    /// An id of a tool, beside an address.
    Alias(&'a str),
    /// A folded id of a tool, in a list of leads.
    Listed(&'a str),
    /// The number of an identity that no text tells.
    Number(u64),
}

/// What marks are made with: 16 bytes of the workspace's own, by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Secret(pub [u8; 16]);

impl Secret {
    /// The mark of what a lead was known by.
    pub fn mark(&self, known: KnownAs<'_>) -> [u8; 16] {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        let mut text = |way: u8, text: &str| {
            hasher.write_u8(way);
            hasher.write(text.as_bytes());
        };
        match known {
            KnownAs::Email(address) => text(1, address),
            KnownAs::Id(id) => text(2, id),
            KnownAs::Alias(id) => text(3, id),
            KnownAs::Listed(id) => text(4, id),
            KnownAs::Number(number) => {
                hasher.write_u8(5);
                hasher.write(&number.to_le_bytes());
            }
        }
        hasher.finish128().as_bytes()
    }
}

/// The marks of a workspace. Those of a file that was joined with it have another secret.
#[derive(Clone, Debug, Default)]
pub struct Erased(Vec<(Secret, HashSet<[u8; 16]>)>);

impl Erased {
    /// Adds a mark.
    pub fn add(&mut self, secret: Secret, mark: [u8; 16]) {
        match self.0.iter_mut().find(|(known, _)| *known == secret) {
            Some((_, marks)) => drop(marks.insert(mark)),
            None => self.0.push((secret, HashSet::from([mark]))),
        }
    }

    /// Whether nobody was erased.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether somebody who was known as this was erased.
    pub fn has(&self, known: KnownAs<'_>) -> bool {
        self.0.iter().any(|(secret, marks)| marks.contains(&secret.mark(known)))
    }

    /// Whether a lead known by an address and an id, either of which may be blank, was erased. An
    /// address counts before an id, as it does where rows are taken in.
    pub fn has_lead(&self, address: &str, id: &str) -> bool {
        let by_address = !address.is_empty() && self.has(KnownAs::Email(address));
        let by_id = !id.is_empty() && self.has(KnownAs::Id(id));
        let by_alias = || address.is_empty() && !id.is_empty() && self.has(KnownAs::Alias(id));
        by_address || by_id || by_alias()
    }

    /// A text without the addresses of those who were erased; `None` where there is none in it.
    pub fn without(&self, text: &str) -> Option<String> {
        if self.is_empty() || !may_hold_address(text.as_bytes()) {
            return None;
        }
        let (mut told, mut from) = (String::new(), 0);
        for (at, len) in signs(text) {
            let found = address_around(text, at, len).find(|(start, end)| {
                *start >= from && self.has(KnownAs::Email(&plain(&text[*start..*end])))
            });
            if let Some((start, end)) = found {
                told.push_str(&text[from..start]);
                told.push_str(ERASED);
                from = end;
            }
        }
        (from > 0).then(|| told + &text[from..])
    }

    /// A list of addresses or ids without those who were erased; `None` where none is in it.
    pub fn without_listed(&self, list: &str) -> Option<String> {
        if self.is_empty() || list.is_empty() {
            return None;
        }
        let mut changed = false;
        let parts = list.split_inclusive([';', ',']).map(|part| {
            let name = part.trim_end_matches([';', ',']).trim();
            let folded = crate::model::text::fold(name);
            let erased = !name.is_empty()
                && (self.has(KnownAs::Listed(&folded))
                    || self.has(KnownAs::Email(&name.to_lowercase())));
            changed |= erased;
            if erased { Cow::Owned(part.replacen(name, ERASED, 1)) } else { Cow::Borrowed(part) }
        });
        let told: String = parts.collect();
        let told = self.without(&told).or_else(|| changed.then_some(told));
        told.filter(|told| told != list)
    }
}

/// Whether bytes may hold an address: an `@`, or one as links have it.
pub fn may_hold_address(bytes: &[u8]) -> bool {
    memchr::memchr(b'@', bytes).is_some() || memchr::memmem::find(bytes, b"%40").is_some()
}

/// Where an `@` stands in a text, plain or as links have it, and how long it is.
fn signs(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut all: Vec<(usize, usize)> = text.match_indices('@').map(|(at, _)| (at, 1)).collect();
    all.extend(text.match_indices("%40").map(|(at, _)| (at, 3)));
    all.sort_unstable();
    all.into_iter()
}

/// Where an address around an `@` may begin and end, the longest first: what stands before it may be
/// a part of it or of a link (`?to=ada@…`), what stands behind it a full stop.
fn address_around(text: &str, at: usize, len: usize) -> impl Iterator<Item = (usize, usize)> {
    let is_part = |c: char| !(c.is_whitespace() || "<>,;\"()[]{}|\\^`\u{7f}".contains(c));
    let before = &text[..at];
    let first = at - before.rsplit(|c| !is_part(c)).next().unwrap_or_default().len();
    let quote = usize::from(before[first..].starts_with('\''));
    let mut starts = vec![first, first + quote];
    for (place, sign) in before[first..].match_indices(|c| "=:/?&%".contains(c)) {
        let encoded = before[first + place..].get(..3).unwrap_or_default().to_lowercase();
        if sign == "%" && !LETTERS.iter().any(|(letter, _)| *letter == encoded) {
            starts.push(first + place + 3);
        } else if sign != "%" {
            starts.push(first + place + 1);
        }
    }
    starts.retain(|start| *start < at && text.is_char_boundary(*start));
    let is_domain = |c: char| c.is_alphanumeric() || ".-_".contains(c);
    let after = &text[at + len..];
    let behind = &after[..after.find(|c| !is_domain(c)).unwrap_or(after.len())];
    let ends = [behind, behind.trim_end_matches(['.', '-', '_'])].map(|one| at + len + one.len());
    starts.into_iter().flat_map(move |start| ends.into_iter().map(move |end| (start, end)))
}

/// Letters of addresses that links write as signs.
const LETTERS: [(&str, &str); 6] =
    [("%40", "@"), ("%2b", "+"), ("%2e", "."), ("%2d", "-"), ("%5f", "_"), ("%27", "'")];

/// An address as it is known: folded, without the signs of links.
fn plain(address: &str) -> String {
    let lower = address.to_lowercase();
    if !lower.contains('%') {
        return lower;
    }
    LETTERS.iter().fold(lower, |text, (sign, letter)| text.replace(sign, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: Secret = Secret(*b"0123456789abcdef");

    fn erased(known: &[KnownAs<'_>]) -> Erased {
        let mut erased = Erased::default();
        for one in known {
            erased.add(OURS, OURS.mark(*one));
        }
        erased
    }

    #[test]
    fn marks_differ_by_secret_and_by_what_somebody_was_known_as() {
        let email = KnownAs::Email("ada@x.example");
        assert_eq!(OURS.mark(email), OURS.mark(email));
        assert_ne!(OURS.mark(email), Secret([7; 16]).mark(email));
        assert_ne!(OURS.mark(email), OURS.mark(KnownAs::Id("ada@x.example")));
        let both = {
            let mut both = erased(&[email]);
            both.add(Secret([7; 16]), Secret([7; 16]).mark(KnownAs::Id("9")));
            both
        };
        assert!(both.has(email) && both.has(KnownAs::Id("9")) && !both.has(KnownAs::Id("8")));
    }

    #[test]
    fn an_address_counts_before_an_id() {
        let all = erased(&[KnownAs::Email("ada@x.example"), KnownAs::Alias("7")]);
        assert!(all.has_lead("ada@x.example", ""));
        assert!(all.has_lead("", "7"), "who is known by the id alone is the one with the address");
        assert!(!all.has_lead("ben@x.example", "7"), "another address is another lead");
        let alone = erased(&[KnownAs::Id("7")]);
        assert!(alone.has_lead("ben@x.example", "7"), "the lead of that id has an address by now");
        assert!(!alone.has_lead("", ""));
    }

    #[test]
    fn addresses_are_taken_out_of_texts_wherever_they_stand() {
        let all =
            erased(&[KnownAs::Email("ada.kim+x@n.example"), KnownAs::Email("ö@bücher.example")]);
        for (text, told) in [
            ("ada.kim+x@n.example", "(erased)"),
            ("Renewal (Ada.Kim+X@N.example).", "Renewal ((erased))."),
            ("to ada.kim+x@n.example.", "to (erased)."),
            ("mailto:ada.kim+x@n.example?subject=1", "mailto:(erased)?subject=1"),
            (
                "https://a.example/u?e=ada.kim%2Bx%40n.example&l=2",
                "https://a.example/u?e=(erased)&l=2",
            ),
            ("https://a.example/u?e=%20ada.kim%2bx@n.example", "https://a.example/u?e=%20(erased)"),
            ("'ada.kim+x@n.example'", "'(erased)'"),
            (
                "a@b.example; ada.kim+x@n.example, Ö@Bücher.example",
                "a@b.example; (erased), (erased)",
            ),
        ] {
            assert_eq!(all.without(text).as_deref(), Some(told), "{text}");
        }
        for text in [
            "",
            "@",
            "%40",
            "z+ada.kim+x@n.example",
            "zada.kim+x@n.example",
            "ada.kim+x@n.example2",
            "b@n.example",
            "z%2Bada.kim+x@n.example",
        ] {
            assert_eq!(all.without(text), None, "{text}");
        }
        assert_eq!(Erased::default().without("ada.kim+x@n.example"), None);
    }

    #[test]
    fn lists_of_leads_lose_those_who_were_erased() {
        let all = erased(&[KnownAs::Email("ada@x.example"), KnownAs::Listed("00q7")]);
        for (list, told) in [
            ("ada@x.example", "(erased)"),
            ("ben@x.example; Ada@X.example;00Q7", "ben@x.example; (erased);(erased)"),
            ("00Q7,00Q8", "(erased),00Q8"),
        ] {
            assert_eq!(all.without_listed(list).as_deref(), Some(told), "{list}");
        }
        assert_eq!(all.without_listed("00Q8; ben@x.example"), None);
        assert_eq!(all.without_listed(""), None);
    }
}
