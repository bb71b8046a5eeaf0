//! Whether a document is of a size that a plan can have, before anything is made of it: a file of a
//! few megabytes can be written to take a hundred times as much memory once it is read.

use crate::error::{Error, Result};

/// How deep values lie within each other; those of a plan lie seven deep.
const DEPTH_LIMIT: usize = 32;
/// An entity lies so deep: in a list, by its kind, in the entities, in the document.
const ROW_DEPTH: usize = 4;
/// The most values of one entity: lists of takeaways and of months are the longest there are.
const VALUE_LIMIT: usize = 200_000;
/// The most entities: a plan of 10,000 assets has 60,000.
const ENTITY_LIMIT: usize = 1_000_000;

/// What was seen so far.
#[derive(Default)]
struct Scan {
    depth: usize,
    values: usize,
    entities: usize,
}

/// Fails where a document is deeper, or holds more, than any plan does. What is no JSON at all is
/// for others to tell.
pub(super) fn check(bytes: &[u8]) -> Result<()> {
    let mut scan = Scan::default();
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        match byte {
            b'"' => skip_text(&mut rest),
            b'{' | b'[' => scan.open()?,
            b'}' | b']' => scan.depth = scan.depth.saturating_sub(1),
            b',' => scan.count()?,
            _ => {}
        }
    }
    Ok(())
}

fn skip_text(rest: &mut std::slice::Iter<'_, u8>) {
    while let Some(byte) = rest.next() {
        match byte {
            b'\\' => drop(rest.next()),
            b'"' => return,
            _ => {}
        }
    }
}

impl Scan {
    fn open(&mut self) -> Result<()> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            return Err(too_much("lists within lists that no plan has"));
        }
        if self.depth == ROW_DEPTH {
            self.values = 0;
            self.entities += 1;
        }
        if self.entities > ENTITY_LIMIT {
            return Err(too_much("more than a million entities"));
        }
        self.count()
    }

    fn count(&mut self) -> Result<()> {
        self.values += usize::from(self.depth >= ROW_DEPTH);
        if self.values > VALUE_LIMIT {
            return Err(too_much("an entity with more than 200,000 values"));
        }
        Ok(())
    }
}

fn too_much(what: &str) -> Error {
    let what = format!("This file holds {what}. It was not read. Save the plan again as JSON.");
    Error::Unreadable(what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(rows: &str) -> String {
        format!("{{\"entities\":{{\"asset\":[{rows}]}}}}")
    }

    #[test]
    fn what_no_plan_has_is_refused_before_it_is_read() {
        for (rows, passes) in [
            (String::new(), true),
            ("{}".to_owned(), true),
            (format!("{{\"a\":[{}0]}}", "0,".repeat(VALUE_LIMIT - 3)), true),
            (format!("{{\"a\":[{}0]}}", "0,".repeat(VALUE_LIMIT)), false),
            // A letter of a text is none of the document.
            (format!("{{\"a\":\"{}\"}}", "[,".repeat(VALUE_LIMIT)), true),
            (format!("{{\"a\":\"\\\"{}\"}}", "[,".repeat(VALUE_LIMIT)), true),
            (format!("{}{}", "[".repeat(DEPTH_LIMIT), "]".repeat(DEPTH_LIMIT)), false),
            (format!("{}{{}}", "{},".repeat(ENTITY_LIMIT - 1)), true),
            (format!("{}{{}}", "{},".repeat(ENTITY_LIMIT)), false),
        ] {
            let text = document(&rows);
            assert_eq!(check(text.as_bytes()).is_ok(), passes, "{}…", &text[..30.min(text.len())]);
        }
    }
}
