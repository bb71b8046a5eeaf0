//! Names and e-mails within texts.
//!
//! A name of one word is left where it stands in a text: "Sales" or "May" is a word before it is
//! somebody. Every e-mail is somebody's.

use std::collections::HashMap;

/// What an e-mail becomes: an address of nobody (RFC 2606).
const SOMEONE: &str = "someone@example.org";

/// The names of two words or more, by their first one.
pub(super) struct Mentions<'a>(HashMap<&'a str, Vec<(&'a str, &'a str)>>);

impl<'a> Mentions<'a> {
    /// Names with what takes their place.
    pub(super) fn of(names: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut known: HashMap<_, Vec<_>> = HashMap::new();
        for (name, called) in names.filter(|(name, _)| name.contains(' ')) {
            known.entry(first_word(name)).or_default().push((name, called));
        }
        // "Ada Kim-Reed" is not "Ada Kim" and something.
        for all in known.values_mut() {
            all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        Self(known)
    }

    /// The text without names and e-mails; none where there is none in it.
    pub(super) fn replaced(&self, text: &str) -> Option<String> {
        let bare = without_mails(text);
        let bare = self.without_names(bare.as_deref().unwrap_or(text)).or(bare);
        bare.filter(|bare| bare != text)
    }

    fn without_names(&self, text: &str) -> Option<String> {
        let (mut told, mut from, mut at) = (String::new(), 0, 0);
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let word = first_word(rest);
            let found = self.0.get(word).into_iter().flatten().find(|(name, _)| {
                rest.strip_prefix(name).is_some_and(|after| !after.starts_with(is_letter))
            });
            if let Some((name, called)) = found {
                told.push_str(&text[from..at]);
                told.push_str(called);
                at += name.len();
                from = at;
            } else {
                let one = rest.chars().next().map_or(1, char::len_utf8);
                at += word.len().max(one);
            }
        }
        (from > 0).then(|| told + &text[from..])
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c| !is_letter(c)).unwrap_or(text.len());
    &text[..end]
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// The text with every e-mail replaced; none where there is none.
fn without_mails(text: &str) -> Option<String> {
    let (mut told, mut from) = (String::new(), 0);
    for (at, _) in text.match_indices('@') {
        let Some((start, end)) = mail_around(text, at).filter(|(start, _)| *start >= from) else {
            continue;
        };
        told.push_str(&text[from..start]);
        told.push_str(SOMEONE);
        from = end;
    }
    (from > 0).then(|| told + &text[from..])
}

/// Where the e-mail around an @ begins and ends, if it is one.
fn mail_around(text: &str, at: usize) -> Option<(usize, usize)> {
    let is_local = |c: char| is_letter(c) || "._%+-'".contains(c);
    let is_domain = |c: char| is_letter(c) || ".-".contains(c);
    let local = text[..at].rsplit(|c| !is_local(c)).next().unwrap_or_default();
    let after = &text[at + 1..];
    let domain = &after[..after.find(|c| !is_domain(c)).unwrap_or(after.len())];
    let domain = domain.trim_end_matches(['.', '-']);
    let is_mail = !local.is_empty() && !domain.is_empty();
    is_mail.then(|| (at - local.len(), at + 1 + domain.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replaced(text: &str) -> String {
        let names = [("Ada Kim", "Sales 1"), ("Ada Kim-Reed", "Sales 2"), ("May", "Sales 3")];
        let names = names.into_iter().chain([("Élodie d'Arc", "Person 1")]);
        Mentions::of(names).replaced(text).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn names_of_two_words_are_replaced_where_they_stand_alone() {
        for (text, told) in [
            ("Ada Kim asked.", "Sales 1 asked."),
            ("MR for Ada Kim's team, Ada Kim-Reed", "MR for Sales 1's team, Sales 2"),
            ("Ada Kimberley", "Ada Kimberley"),
            ("xAda Kim", "xAda Kim"),
            ("(Élodie d'Arc)", "(Person 1)"),
            ("In May, ada kim", "In May, ada kim"),
            ("Ada Ada Kim", "Ada Sales 1"),
            ("ÄÖ Ada Kim ß", "ÄÖ Sales 1 ß"),
            ("", ""),
        ] {
            assert_eq!(replaced(text), told);
        }
    }

    #[test]
    fn every_mail_is_replaced() {
        for (text, told) in [
            ("to ada.kim+x@northwind.example.", "to someone@example.org."),
            (
                "mailto:ada@x.org?subject=a@b",
                "mailto:someone@example.org?subject=someone@example.org",
            ),
            ("<ada@x.org>,ben@y", "<someone@example.org>,someone@example.org"),
            ("@ada and ada@ and @", "@ada and ada@ and @"),
            ("a@b@c", "someone@example.org@c"),
        ] {
            assert_eq!(replaced(text), told);
        }
    }
}
