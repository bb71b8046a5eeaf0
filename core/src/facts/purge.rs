//! Columns, patches and events written anew without what erased rows said, and without what texts of
//! other rows say of them.

use super::column::{AddressWriter, TextWriter};
use super::erased::may_hold_address;
use super::event::{Event, EventChunk, EventWriter, Events};
use super::texts::Texts;
use crate::error::Result;
use std::collections::BTreeSet;

/// What becomes of a text; `None` = it stays.
pub type Retell<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What was written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anew<T> {
    /// As it is now.
    pub data: T,
    /// So many texts, or events, of erased rows went.
    pub went: u64,
    /// So many texts, or events, of other rows tell something else now.
    pub retold: u64,
}

/// Texts of a column: the words that become others.
struct Retold(Vec<Option<String>>);

impl Retold {
    fn of(texts: &Texts, retell: Retell<'_>) -> Self {
        Self(texts.words.iter().map(retell).collect())
    }

    fn is_retold(&self, texts: &Texts, row: usize) -> bool {
        let code = texts.codes.get(row);
        code.and_then(|code| self.0.get(*code as usize)).is_some_and(Option::is_some)
    }

    fn get<'a>(&'a self, texts: &'a Texts, row: usize) -> &'a str {
        let told = texts.codes.get(row).and_then(|code| self.0.get(*code as usize));
        told.and_then(Option::as_deref).unwrap_or_else(|| texts.get(row))
    }
}

/// A column of addresses without those of some rows; `None` where they have none.
pub fn addresses_without(texts: &Texts, gone: &BTreeSet<u16>) -> Option<Anew<Vec<u8>>> {
    let went = said_by(texts, gone);
    let mut writer = AddressWriter::default();
    for row in 0..texts.codes.len() {
        writer.push(if is_gone(gone, row) { "" } else { texts.get(row) });
    }
    (went > 0).then(|| Anew { data: writer.column(), went, retold: 0 })
}

/// A column of texts without those of some rows, the others as they are told now; `None` where that
/// is as it was.
pub fn texts_without(
    texts: &Texts,
    gone: &BTreeSet<u16>,
    retell: Retell<'_>,
) -> Option<Anew<Vec<u8>>> {
    let went = said_by(texts, gone);
    let told = Retold::of(texts, retell);
    let rows = 0..texts.codes.len();
    let others = rows.clone().filter(|row| !is_gone(gone, *row) && told.is_retold(texts, *row));
    let retold = others.count() as u64;
    let mut writer = TextWriter::default();
    if went + retold == 0 {
        return None;
    }
    for row in rows {
        writer.push(if is_gone(gone, row) { "" } else { told.get(texts, row) });
    }
    Some(Anew { data: writer.column(), went, retold })
}

/// Events of a segment without those of some rows, the texts of the others as they are told now;
/// `None` where that is as it was.
pub fn events_without(
    chunk: &EventChunk,
    gone: &BTreeSet<u16>,
    retell: Retell<'_>,
) -> Result<Option<Anew<EventChunk>>> {
    let slots = chunk.slots.as_chunks::<2>().0;
    let is_theirs = |slot: &&[u8; 2]| gone.contains(&u16::from_le_bytes(**slot));
    let went = slots.iter().filter(is_theirs).count() as u64;
    let texts = [&chunk.assets, &chunk.channels, &chunk.campaigns];
    if went == 0 && !texts.iter().any(|bytes| may_hold_address(bytes)) {
        return Ok(None);
    }
    let events = Events::read(chunk.clone())?;
    let columns = [&events.assets, &events.channels, &events.campaigns];
    let told = columns.map(|texts| Retold::of(texts, retell));
    let (mut writer, mut retold) = (EventWriter::default(), 0);
    for (at, event) in events.iter().enumerate().filter(|(_, one)| !gone.contains(&one.slot)) {
        let anew = told.iter().zip(columns).any(|(told, texts)| told.is_retold(texts, at));
        retold += u64::from(anew);
        let [asset, channel, campaign] = [0, 1, 2].map(|one| told[one].get(columns[one], at));
        writer.push(&Event { asset, channel, campaign, ..event });
    }
    Ok((went + retold > 0).then(|| Anew { data: writer.chunk(), went, retold }))
}

fn is_gone(gone: &BTreeSet<u16>, row: usize) -> bool {
    u16::try_from(row).is_ok_and(|row| gone.contains(&row))
}

fn said_by(texts: &Texts, gone: &BTreeSet<u16>) -> u64 {
    gone.iter().filter(|slot| !texts.get(usize::from(**slot)).is_empty()).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::column::is_blank;
    use crate::model::EventKind;
    use proptest::prelude::*;

    fn shout(text: &str) -> Option<String> {
        text.contains('@').then(|| text.replace('@', "!"))
    }

    fn read(column: &[u8], rows: usize) -> Vec<String> {
        let texts = Texts::read(column, rows).unwrap();
        (0..rows).map(|row| texts.get(row).to_owned()).collect()
    }

    proptest! {
        #[test]
        fn only_what_is_gone_or_told_otherwise_changes(
            rows in prop::collection::vec("[ab@]{0,3}", 1..40),
            gone in prop::collection::btree_set(0_u16..40, 0..5),
        ) {
            let mut writer = TextWriter::default();
            for text in &rows {
                writer.push(text);
            }
            let texts = Texts::read(&writer.column(), rows.len()).unwrap();
            let wanted: Vec<String> = rows
                .iter()
                .enumerate()
                .map(|(at, text)| {
                    let is_gone = gone.contains(&u16::try_from(at).unwrap());
                    if is_gone { String::new() } else { text.replace('@', "!") }
                })
                .collect();
            let changed = rows.iter().zip(&wanted).filter(|(one, other)| one != other).count();
            let anew = texts_without(&texts, &gone, &shout);
            prop_assert_eq!(anew.as_ref().map_or(0, |anew| anew.went + anew.retold), changed as u64);
            let now = anew.map_or(rows.clone(), |anew| read(&anew.data, rows.len()));
            prop_assert_eq!(now, wanted);
        }
    }

    #[test]
    fn addresses_keep_their_form() {
        let mut writer = AddressWriter::default();
        for one in ["ada@x.example", "", "ben@x.example"] {
            writer.push(one);
        }
        let texts = Texts::read(&writer.column(), 3).unwrap();
        let anew = addresses_without(&texts, &BTreeSet::from([0, 1])).unwrap();
        assert_eq!((read(&anew.data, 3).join("|"), anew.went), ("||ben@x.example".to_owned(), 1));
        assert_eq!(addresses_without(&texts, &BTreeSet::from([1])), None);
        let all = addresses_without(&texts, &BTreeSet::from([0, 1, 2])).unwrap();
        assert!(is_blank(&all.data), "nothing is left to be told apart");
    }

    #[test]
    fn events_of_those_who_are_gone_go() {
        let mut writer = EventWriter::default();
        for (slot, asset) in [(3, "Guide"), (4, "u?e=b@c"), (3, "Toolkit")] {
            writer.push(&Event { asset, mark: 9, ..Event::new(slot, EventKind::Open, 1_000) });
        }
        let chunk = writer.chunk();
        let anew = events_without(&chunk, &BTreeSet::from([3]), &shout).unwrap().unwrap();
        let left = Events::read(anew.data).unwrap();
        let told: Vec<_> = left.iter().map(|one| (one.slot, one.asset, one.mark)).collect();
        assert_eq!((told, anew.went, anew.retold), (vec![(4, "u?e=b!c", 9)], 2, 1));
        assert!(events_without(&chunk, &BTreeSet::new(), &|_| None).unwrap().is_none());
    }
}
