//! Who is who: a lead is found again by a number made of its address, its id or, for a row that has
//! neither, of all it says.
//!
//! The number is a keyed hash, so that nobody can make addresses that meet by design, and an index
//! of numbers names nobody. Two people may still get one number (about once in a hundred thousand
//! corpora of ten million): whoever finds a lead by it compares the address before writing.

use super::subject::Subject;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;
use uuid::Uuid;

/// What identifies a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity<'a> {
    /// A folded e-mail address.
    Email(&'a str),
    /// An id of the tool it came from, of a lead without an address.
    ExternalId(&'a str),
    /// An id of the tool it came from, of a lead with an address: rows that have the id alone are
    /// about it, rows with another address are not.
    Alias(&'a str),
    /// All that a row without either says, and which one of the equal rows of its file it is.
    Anonymous(u64, u32),
    /// An id, of what is not a lead.
    Id(Subject, &'a str),
    /// What something without an id is called.
    Name(Subject, &'a str),
    /// What something with an id is called: rows that have the name alone are about it.
    OtherName(Subject, &'a str),
}

/// Makes the numbers of a workspace.
#[derive(Clone, Copy, Debug)]
pub struct Identities {
    hasher: SipHasher13,
}

impl Identities {
    /// Those of the workspace with that id.
    pub fn of(workspace: Uuid) -> Self {
        Self { hasher: SipHasher13::new_with_key(workspace.as_bytes()) }
    }

    /// The number of an identity: 63 bits, as a store's whole numbers have a sign.
    pub fn number(&self, identity: Identity<'_>) -> u64 {
        let mut hasher = self.hasher;
        let mut text = |way: u8, text: &str| {
            hasher.write_u8(way);
            hasher.write(text.as_bytes());
        };
        match identity {
            Identity::Email(address) => text(1, address),
            Identity::ExternalId(id) => text(2, id),
            Identity::Alias(id) => text(4, id),
            Identity::Id(subject, id) => text(way(subject, 0), id),
            Identity::Name(subject, name) => text(way(subject, 1), name),
            Identity::OtherName(subject, name) => text(way(subject, 2), name),
            Identity::Anonymous(content, ordinal) => {
                hasher.write_u8(3);
                hasher.write(&content.to_le_bytes());
                hasher.write(&ordinal.to_le_bytes());
            }
        }
        hasher.finish() >> 1
    }

    /// The number of all that a row says.
    pub fn content<'a>(&self, cells: impl Iterator<Item = &'a str>) -> u64 {
        let mut hasher = self.hasher;
        for cell in cells {
            hasher.write(cell.as_bytes());
            hasher.write_u8(0xFF);
        }
        hasher.finish()
    }
}

/// Tells identities of subjects apart. Kept in workspaces, as the numbers are.
fn way(subject: Subject, which: u8) -> u8 {
    16 + subject as u8 * 4 + which
}

/// Whether a text looks like an e-mail address: something, an `@`, and a domain.
pub fn is_address(text: &str) -> bool {
    let parts = text.rsplit_once('@');
    parts.is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.len() > 1
            && text.bytes().all(|byte| byte > b' ' && !b"<>,;\"\x7f".contains(&byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_hold_and_differ_by_kind_and_workspace() {
        let ours = Identities::of(Uuid::from_u128(7));
        let others = Identities::of(Uuid::from_u128(8));
        let email = Identity::Email("a@b.example");
        assert_eq!(ours.number(email), Identities::of(Uuid::from_u128(7)).number(email));
        assert_ne!(ours.number(email), others.number(email));
        assert_ne!(ours.number(email), ours.number(Identity::ExternalId("a@b.example")));
        assert_ne!(ours.content(["ab", "c"].into_iter()), ours.content(["a", "bc"].into_iter()));
    }

    #[test]
    fn addresses_are_told_from_other_texts() {
        for text in ["a@b.example", "jörg@bücher.example", "o'neil+x@a.b.example"] {
            assert!(is_address(text), "{text}");
        }
        for text in ["", "n/a", "@b.example", "a@", "a b@c.example", "A <a@b.example>"] {
            assert!(!is_address(text), "{text}");
        }
    }
}
